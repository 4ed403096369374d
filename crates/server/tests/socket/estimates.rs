//! Place in line and estimated wait reach whoever waits without being asked for.

use protocol::wait::EstimatedWait;
use testkit::{Desk, TestServer};

use super::desk;

#[tokio::test]
async fn a_visitor_for_whom_nobody_is_there_is_told_so_and_where_they_stand() {
    let server = TestServer::start(&desk()).await;
    let mut visitor = Desk::<client::Visitor>::open(server.as_visitor().await).await;
    let conversation = visitor.ask(None, "Is anybody there?").await;
    let told = |desk: &Desk<client::Visitor>| {
        let shown = desk.conversation(conversation)?;
        Some((shown.place_in_line?, shown.wait_phrase.clone()))
    };
    let (place, phrase) = visitor.until("an estimate", told).await;
    assert_eq!((place.position, place.estimated_wait), (1, EstimatedWait::NobodyOnShift {}));
    assert_eq!(phrase, None, "nobody can say how long");
    server.stop().await;
}
