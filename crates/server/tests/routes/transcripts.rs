//! `…/transcript` in its forms: what colleagues read and what the visitor reads, as data, as text and as a page.

use reqwest::Method;
use serde_json::json;

use super::{World, ask};

#[tokio::test]
async fn colleagues_take_along_what_they_may_read_or_what_the_visitor_reads() {
    let mut world = World::new().await;
    let owner = world.owner.api().clone();
    for body in [
        json!({ "text": "Is it <b>red</b> & \"hot\"?" }),
        json!({ "text": "SECRET-NOTE", "audience": "staff" }),
    ] {
        let (status, body) = ask(&owner, Method::POST, &world.place("/messages"), Some(body)).await;
        assert_eq!(status, 200, "{body}");
    }
    world.visitor.until("the message", |desk| (desk.lines.len() > 2).then_some(())).await;
    let read = async |form: &str| {
        let (status, text) = ask(&owner, Method::GET, &world.place(form), None).await;
        assert_eq!(status, 200, "{form}: {text}");
        text
    };

    let internal = read("/transcript.txt?zone=Europe/Berlin").await;
    assert!(internal.starts_with("Test, "), "{internal}");
    assert!(internal.contains(" (note): SECRET-NOTE"), "{internal}");
    assert!(internal.contains("Visitor: It does not work"), "{internal}");
    assert!(internal.contains("  * "), "{internal}");
    let page = read("/transcript.html").await;
    assert!(page.contains("SECRET-NOTE") && page.contains("(note)"), "{page}");
    assert!(page.contains("&lt;b&gt;red") && !page.contains("<b>red"), "{page}");

    for form in ["/transcript.txt", "/transcript.html", "/transcript"] {
        let told = read(&format!("{form}?view=visitor")).await;
        assert!(told.contains("Public front") && !told.contains("SECRET-NOTE"), "{told}");
    }
    for (view, secret) in [("visitor", false), ("internal", true)] {
        let whole = read(&format!("/transcript.json?view={view}")).await;
        assert_eq!(whole.contains("SECRET-NOTE"), secret, "{whole}");
        assert_eq!(whole, read(&format!("/transcript?view={view}")).await);
    }
    world.server.stop().await;
}

#[tokio::test]
async fn a_visitor_prints_their_own_lines_whatever_they_ask_for_and_strangers_nothing() {
    let world = World::new().await;
    let note = json!({ "text": "SECRET-NOTE", "audience": "staff" });
    ask(world.owner.api(), Method::POST, &world.place("/messages"), Some(note)).await;
    let path = world.place("/transcript.html?view=internal&language=de");
    let (status, page) = ask(world.visitor.api(), Method::GET, &path, None).await;
    assert_eq!(status, 200, "{page}");
    assert!(page.contains("<html lang=\"de\">") && page.contains("<strong>Sie</strong>"), "{page}");
    assert!(!page.contains("SECRET-NOTE"), "{page}");
    for (who, status) in [(&world.stranger, 404), (&world.nobody, 401)] {
        assert_eq!(ask(who, Method::GET, &path, None).await.0, status);
    }
    world.server.stop().await;
}
