//! `baton admin` on a data directory: what it prints opens what it says.

use client::Api;
use hmac::{Hmac, KeyInit, Mac};
use protocol::http::{NewVisitor, SignedIdentity, VisitorIdentity};
use sha2::Sha256;

use crate::process::{Server, free_port, run, text, workspace};

#[tokio::test]
async fn the_identity_secret_that_was_made_last_signs_visitors_and_no_other_does() {
    let dir = tempfile::tempdir().expect("a directory");
    let data = dir.path().join("data");
    workspace(&data);
    let path = data.to_str().expect("a path in UTF-8");
    let make = || {
        let made = run(&["admin", "identity-secret", "--data", path, "--workspace", "play"]);
        assert!(made.status.success(), "{}", text(&made.stderr));
        text(&made.stdout).trim().to_owned()
    };
    let (first, last) = (make(), make());
    assert_ne!(first, last);

    let server = Server::start(&data, free_port());
    let api = Api::new(&server.url, "play").expect("an address");
    let enter = async |secret: &str| {
        let identity = Some(signed(secret, "lena"));
        api.post::<VisitorIdentity>("visitors", &NewVisitor { identity }).await
    };
    assert!(enter(&first).await.is_err(), "the first secret is out of force");
    let lena = enter(&last).await.expect("a visitor");
    assert_eq!(enter(&last).await.expect("a visitor").visitor, lena.visitor);
    server.stop();
}

#[test]
fn a_secret_is_made_for_a_workspace_that_is_there() {
    let dir = tempfile::tempdir().expect("a directory");
    let data = dir.path().join("data");
    workspace(&data);
    let path = data.to_str().expect("a path in UTF-8");
    let made = run(&["admin", "identity-secret", "--data", path, "--workspace", "elsewhere"]);
    assert!(!made.status.success());
    assert!(text(&made.stderr).contains("unknown_workspace"), "{}", text(&made.stderr));
}

/// As a customer's server signs.
fn signed(secret: &str, id: &str) -> SignedIdentity {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("any length");
    mac.update(id.as_bytes());
    let hash = mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
    SignedIdentity { id: id.to_owned(), hash }
}
