//! `…/reports` and `…/saved-reports`: figures of a conversation that was really held, for those who may see them.

use expect_test::expect;
use protocol::http::{
    ReportAnswer, ReportConversations, ReportList, SavedReport, SavedReports, Sight,
};
use reqwest::Method;
use serde_json::json;

use super::{World, check, document};

#[tokio::test]
async fn figures_are_for_analysts_supervisors_and_admins() {
    let world = World::new().await;
    let admin = world.server.as_agent("root").await;
    let callers = [
        ("admin", &admin),
        ("agent", world.owner.api()),
        ("visitor", world.visitor.api()),
        ("nobody", &world.nobody),
    ];
    let path = "reports/tier-by-agent?tier=1";
    check(&callers, Method::GET, path, None, expect![[r#"
        admin: 200 {"filters":{"bots":false,"tier":1},"names":{"agent":{"front1":"Staff front1"}},"report":"tier-by-agent","rows":[{"agent":"front1","escalated_legs":0,"handled_legs":0,"legs":1}],"rows_in_all":1,"totals":{"escalated":0,"escalated_legs":0,"handled":0,"handled_legs":0,"other":1,"reached":1},"truncated":false}
        agent: 403 {"code":"not_allowed","detail":"reports are for analysts, supervisors and admins","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        visitor: 403 {"code":"not_allowed","detail":"this is for members of staff","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
    "#]]).await;
}

#[tokio::test]
async fn a_question_that_is_none_is_told_what_is_wrong() {
    let world = World::new().await;
    let admin = world.server.as_agent("root").await;
    let callers = [("admin", &admin)];
    let bad = "reports/tier-by-agent?queue=nowhere";
    check(&callers, Method::GET, bad, None, expect![[r#"
        admin: 400 {"code":"bad_filter","detail":"filter `queue`: there is no queue `nowhere`","status":400,"title":"A filter cannot be followed","type":"/problems/bad_filter"}
    "#]]).await;
    check(&callers, Method::GET, "reports/tier-by-agent?colour=red", None, expect![[r#"
        admin: 400 {"code":"bad_filter","detail":"filter `colour`: this report has none of that name; it has agent, bots, from, pipeline, queue, tag, team, tier, to","status":400,"title":"A filter cannot be followed","type":"/problems/bad_filter"}
    "#]]).await;
    check(&callers, Method::GET, "reports/weather", None, expect![[r#"
        admin: 404 {"code":"unknown_report","detail":"there is no report `weather`","status":404,"title":"No such report","type":"/problems/unknown_report"}
    "#]]).await;
}

#[tokio::test]
async fn every_report_answers_with_and_without_filters_and_leads_to_its_conversations() {
    let world = World::new().await;
    let admin = world.server.as_agent("root").await;
    let list: ReportList = admin.get("reports").await.expect("the reports");
    assert!(list.reports.len() > 20);
    for report in &list.reports {
        let name = &report.name;
        let plain: ReportAnswer = admin.get(&format!("reports/{name}")).await.expect(name);
        assert_eq!(&plain.report, name);
        let of_its_columns = |key: &String| report.columns.iter().any(|column| column.key == *key);
        assert!(plain.totals.keys().all(of_its_columns), "{name}: {:?}", plain.totals);
        for row in &plain.rows {
            assert!(row.keys().all(of_its_columns), "{name}: {row:?}");
        }
        let period = "from=2020-01-01&to=2099-12-31";
        let all = report.filters.iter().filter_map(|filter| match filter.key.as_str() {
            "queue" => Some("queue=first".to_owned()),
            "agent" => Some("agent=front1".to_owned()),
            "team" => Some("team=front".to_owned()),
            "tag" => Some("tag=none".to_owned()),
            "bots" => Some("bots=true".to_owned()),
            "group_by" => Some("group_by=week".to_owned()),
            _ => None,
        });
        let narrowed: Vec<String> = all.collect();
        let path = format!("reports/{name}?{period}&compare=true&{}", narrowed.join("&"));
        let answer: ReportAnswer = admin.get(&path).await.expect(name);
        assert!(answer.previous.is_some(), "{name}");
        if report.drill_down {
            let path = format!("reports/{name}/conversations");
            let found: ReportConversations = admin.get(&path).await.expect(name);
            assert!(!found.more, "{name}");
        }
    }
}

#[tokio::test]
async fn a_row_leads_to_the_conversations_it_counts() {
    let world = World::new().await;
    let admin = world.server.as_agent("root").await;
    let path = "reports/conversations/conversations?group_by=day";
    let all: ReportConversations = admin.get(path).await.expect("conversations");
    assert_eq!(all.conversations.len(), 1);
    assert_eq!(all.conversations[0].conversation, world.conversation);
    let path = "reports/chains/conversations?row.length=0";
    let found: ReportConversations = admin.get(path).await.expect("conversations");
    assert_eq!(found.conversations.len(), 1);
    let path = "reports/chains/conversations?row.length=3";
    let found: ReportConversations = admin.get(path).await.expect("conversations");
    assert!(found.conversations.is_empty());
}

#[tokio::test]
async fn a_conversation_behind_a_figure_says_how_much_of_it_one_may_open() {
    let people = "agents:
  ann: { name: Ann, email: ann@test.example, roles: [analyst] }
  sue: { name: Sue, email: sue@test.example, roles: [agent], supervisor_of: [front] }
  tom: { name: Tom, email: tom@test.example, roles: [agent], supervisor_of: [back] }
";
    let world = World::with(&document().replace("agents:\n", people)).await;
    let seen = async |who: &str| {
        let api = world.server.as_agent(who).await;
        let found: ReportConversations =
            api.get("reports/conversations/conversations").await.expect("conversations");
        found.conversations.iter().map(|found| found.sight).collect::<Vec<_>>()
    };
    assert_eq!(seen("root").await, [Sight::Words]);
    assert_eq!(seen("ann").await, [Sight::Course]);
    assert_eq!(seen("sue").await, [Sight::Words]);
    assert_eq!(seen("tom").await, [Sight::Nothing]);
    world.server.stop().await;
}

#[tokio::test]
async fn filters_offer_what_the_workspace_has() {
    let world = World::new().await;
    let admin = world.server.as_agent("root").await;
    let list: ReportList = admin.get("reports").await.expect("the reports");
    let offered = |report: &str, key: &str| {
        let report = list.reports.iter().find(|found| found.name == report).expect(report);
        let filter = report.filters.iter().find(|filter| filter.key == key).expect(key);
        let values = filter.options.iter().map(|option| option.value.as_str());
        (values.collect::<Vec<_>>().join(" "), filter.open)
    };
    assert_eq!(offered("tier-escalated", "tier"), ("1 2".to_owned(), true));
    assert_eq!(offered("tier-escalated", "queue"), ("first second shelf".to_owned(), false));
    assert_eq!(offered("transfer-matrix", "reason"), ("other_desk".to_owned(), true));
    world.server.stop().await;
}

#[tokio::test]
async fn saved_reports_are_of_one_person() {
    let world = World::new().await;
    let admin = world.server.as_agent("root").await;
    let wanted = json!({ "name": "May", "report": "chains", "filters": { "from": "2012-05-01" } });
    let saved: SavedReport = admin.post("saved-reports", &wanted).await.expect("saved");
    let all: SavedReports = admin.get("saved-reports").await.expect("saved ones");
    assert_eq!(all.saved_reports, std::slice::from_ref(&saved));
    let callers = [("agent", world.owner.api())];
    check(&callers, Method::GET, "saved-reports", None, expect![[r#"
        agent: 403 {"code":"not_allowed","detail":"reports are for analysts, supervisors and admins","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
    "#]]).await;
    let callers = [("admin", &admin)];
    let path = format!("saved-reports/{}", saved.id);
    check(
        &callers,
        Method::DELETE,
        &path,
        None,
        expect![[r#"
        admin: 204
    "#]],
    )
    .await;
    check(&callers, Method::DELETE, &path, None, expect![[r#"
        admin: 404 {"code":"unknown_saved_report","detail":"it is not among yours","status":404,"title":"No such saved report","type":"/problems/unknown_saved_report"}
    "#]]).await;
}
