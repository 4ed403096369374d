//! Visitors whom a customer's page knows: an id of the customer's own, signed by the customer's server, so that the
//! same person is the same visitor on every device.
//!
//! The secret is made from the data directory's key and a number that counts renewals: none is kept, and a copy of
//! the data base is worth nothing to somebody who wants to be another. An id gets a visitor of its own and never one
//! who was a stranger before: whoever kept a stranger's token would be let in with it.

use domain::ids::VisitorId;
use hmac::{Hmac, KeyInit, Mac};
use protocol::{
    command::{OpenConversation, VisitorCommand},
    http::SignedIdentity,
    problem::Code,
};
use sha2::Sha256;
use store::{Records, Secret};

use crate::{
    app::App,
    error::{ApiError, ApiResult},
    limits::IDENTITY_CHARS_MAX,
    workspace::Workspace,
};

/// The attribute under which agents read who a visitor proved to be. Only the server sets it.
pub const ATTRIBUTE: &str = "identified_as";

/// The visitor of a signed id.
pub async fn visitor(
    app: &App,
    workspace: &Workspace,
    identity: &SignedIdentity,
) -> ApiResult<VisitorId> {
    let SignedIdentity { id, hash } = identity;
    let refused = |detail| ApiError::new(Code::BadIdentity, detail);
    if id.trim().is_empty() || id.chars().count() > IDENTITY_CHARS_MAX {
        return Err(refused("an id has 1 to 200 characters"));
    }
    let edition = app.store.identity_secret(workspace.id).await?;
    let edition = edition.ok_or_else(|| {
        refused("this workspace has no identity secret yet; an administrator makes one")
    })?;
    let secret = app.keys.identity_secret(&workspace.key, edition);
    if !is_signed(&secret, id, hash) {
        return Err(refused("the hash is not the HMAC-SHA256 of the id under the secret in force"));
    }
    Ok(app.store.identified_visitor(workspace.id, id, app.clock.now()).await?)
}

/// Makes another secret; hashes made with the last one are refused from then on.
pub async fn renew_secret(app: &App, workspace: &Workspace) -> ApiResult<Secret> {
    let edition = app.store.renew_identity_secret(workspace.id, app.clock.now()).await?;
    Ok(app.keys.identity_secret(&workspace.key, edition))
}

/// Says in a conversation that begins who its visitor proved to be, and lets nobody claim it or take it away.
pub async fn stamp(
    app: &App,
    workspace: &Workspace,
    visitor: VisitorId,
    command: &mut VisitorCommand,
) -> ApiResult<()> {
    if let VisitorCommand::SetAttributes { attributes, .. } = command {
        attributes.remove(ATTRIBUTE);
    }
    let VisitorCommand::OpenConversation(OpenConversation { attributes, .. }) = command else {
        return Ok(());
    };
    match app.store.identity_of(workspace.id, visitor).await? {
        Some(identity) => attributes.insert(ATTRIBUTE.to_owned(), identity),
        None => attributes.remove(ATTRIBUTE),
    };
    Ok(())
}

fn is_signed(secret: &Secret, id: &str, hash: &str) -> bool {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.0.as_bytes()) else { return false };
    mac.update(id.as_bytes());
    // Compares in constant time.
    bytes(hash).is_some_and(|hash| mac.verify_slice(&hash).is_ok())
}

/// Of hexadecimal digits.
fn bytes(hex: &str) -> Option<Vec<u8>> {
    let digits = hex.chars().map(|digit| digit.to_digit(16)).collect::<Option<Vec<_>>>()?;
    let byte = |pair: &[u32]| u8::try_from(pair.first()? * 16 + pair.get(1)?).ok();
    digits.chunks(2).map(byte).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_the_one_every_language_s_library_makes() {
        // RFC 4231, test case 2.
        let secret = Secret("Jefe".to_owned());
        let said = "what do ya want for nothing?";
        let hash = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
        assert!(is_signed(&secret, said, hash));
        assert!(is_signed(&secret, said, &hash.to_uppercase()));
        assert!(!is_signed(&secret, "what do ya want for nothing", hash));
        assert!(!is_signed(&Secret("jefe".to_owned()), said, hash));
        for broken in ["", "5b", &hash[1..], "zz", &format!("{hash}00")] {
            assert!(!is_signed(&secret, said, broken), "{broken}");
        }
    }
}
