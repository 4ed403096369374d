//! Reports on what no table of rows can tell: offers, raised hands, assists, conferences, estimates, occupancy,
//! ratings, skills. Each on a story that is short enough to be counted by hand.

use std::collections::BTreeMap;

use domain::ids::Timestamp;
use expect_test::{Expect, expect};
use reports::{
    catalogue::{self, files},
    facts::Facts,
};
use sim::story;
use store::{Sequence, Store as _, facts::Facts as _};
use store_sql::SqliteStore;

/// When the evening below is over: half an hour after its first line.
const HALF_AN_HOUR_MS: u64 = 30 * 60 * 1_000;

/// Mara answers after 8 and 25 s and declines once; of two raised hands one is taken after 10 s; Rosa whispers for
/// 20 s and takes over for a minute; Lena of another team is a guest.
const EVENING: &str = "
workspace two-tiers
online mara rosa
0s   al opens in billing
0s   system estimates al at 1 as 10s to 30s
8s   mara accepts al
20s  mara writes al \"Hello\"
30s  mara raises hand in al
40s  rosa takes hand in al by whispering
1m   rosa leaves al
2m   mara closes al
2m10s mara wraps up al as solved
10m  bo opens in billing
10m  system estimates bo at 1 as 10s to 30s
10m5s mara declines bo
11m  bo closes
20m  cy opens in billing
20m  system estimates cy at 1 as 10s to 30s
20m25s mara accepts cy
21m  mara raises hand in cy
21m30s mara lowers hand in cy
22m  lena online
22m  mara invites lena to cy
22m10s lena accepts cy
23m  lena leaves cy
24m  rosa takes over cy
25m  rosa hands back cy
26m  mara closes cy
26m30s mara wraps up cy as solved
30m  mara offline
";

#[tokio::test]
async fn offers_are_counted_by_how_they_ended_and_timed_to_their_acceptance() {
    check(
        EVENING,
        "offers",
        expect![[r#"
        agent,offers,accepted,declined,rona,other,accepted_share,answer_p50_ms,answer_p90_ms
        mara,3,2,1,0,0,0.6667,8121,25052
        lena,1,1,0,0,0,1.0000,10091,10091
        {"accepted":3,"accepted_share":0.75,"declined":1,"offers":4,"other":0,"rona":0}
    "#]],
    )
    .await;
}

#[tokio::test]
async fn raised_hands_count_for_the_owner_and_are_timed_until_somebody_came() {
    check(
        EVENING,
        "raised-hands",
        expect![[r#"
        agent,raised,by_rule,taken,taken_share,answer_p50_ms,answer_p90_ms
        mara,2,0,1,0.5000,10091,10091
        {"by_rule":0,"raised":2,"taken":1,"taken_share":0.5}
    "#]],
    )
    .await;
}

#[tokio::test]
async fn assists_are_stays_by_mode_and_take_overs_are_owner_legs() {
    check(
        EVENING,
        "assists",
        expect![[r#"
        agent,observed,whispered,joined,taken_over,helped_ms
        rosa,0,1,0,1,20000
        {"helped_ms":20000,"joined":0,"observed":0,"taken_over":1,"whispered":1}
    "#]],
    )
    .await;
}

#[tokio::test]
async fn a_conference_has_guests_and_the_departments_of_all_who_took_part() {
    check(
        EVENING,
        "conferences",
        expect![[r#"
        bucket,conferences,guests,teams,present_max
        2026-11,1,1.0000,2.0000,2
        {"conferences":1,"guests":1.0,"present_max":2,"teams":2.0}
    "#]],
    )
    .await;
}

#[tokio::test]
async fn an_estimate_holds_or_not_and_one_whose_wait_was_left_is_censored() {
    check(
        EVENING,
        "estimate-calibration",
        expect![[r#"
        said,estimates,censored,within_p50_share,within_p90_share,said_ms,actual_ms
        under 30 s,2,1,0.5000,1.0000,10000,16500
        {"censored":1,"estimates":2,"within_p50_share":0.5,"within_p90_share":1.0}
    "#]],
    )
    .await;
}

/// Mara held 112 + 10 + 215 + 60 + 60 + 30 = 487 s of 1,800 s with 3 units; Lena was a guest for 50 of 480 s with 2;
/// Rosa owned for 60 s and wrapped up for 60.
#[tokio::test]
async fn occupancy_is_load_over_capacity_while_signed_in() {
    check(EVENING, "occupancy", expect![[r#"
        agent,signed_in_ms,occupancy_share,concurrency,capacity
        mara,1800000,0.0902,0.2706,3.0000
        lena,480000,0.0521,0.1042,2.0000
        rosa,1800000,0.0167,0.0667,4.0000
        {"capacity":3.323529411764706,"concurrency":0.1610294117647059,"occupancy_share":0.048451327433628316,"signed_in_ms":4080000}
    "#]]).await;
}

#[tokio::test]
async fn response_and_handle_time_belong_to_the_leg_in_which_they_arose() {
    check(
        EVENING,
        "handle-time",
        expect![[r#"
        agent,legs,messages,first_response_ms,wrap_up_ms,leg_p50_ms,leg_p90_ms
        mara,3,1,12000,33333,112758,216725
        rosa,1,0,,60000,61041,61041
        {"first_response_ms":12000,"legs":4,"messages":1,"wrap_up_ms":40000}
    "#]],
    )
    .await;
}

#[tokio::test]
async fn service_is_measured_on_waits_that_are_over() {
    check(
        EVENING,
        "service-level",
        expect![[r#"
        queue,ended,answered,answered_within,left_within,service_level_share
        billing,3,2,2,1,1.0000
        {"answered":2,"answered_within":2,"ended":3,"left_within":1,"service_level_share":1.0}
    "#]],
    )
    .await;
    check(EVENING, "waits", expect![[r#"
        queue,stage,waits,answered,abandoned,timed_out,fallback,left_message,moved,other,abandoned_share,wait_p50_ms,wait_p90_ms,wait_p95_ms
        billing,,3,2,1,0,0,0,0,0,0.3333,8121,25052,25052
        {"abandoned":1,"abandoned_share":0.3333333333333333,"answered":2,"fallback":0,"left_message":0,"moved":0,"other":0,"timed_out":0,"waits":3}
    "#]]).await;
}

/// One helped by Mara alone and rated 5, one that Mara escalated to Ines and rated 2.
const RATED: &str = "
workspace pipeline
online mara ines
0s   al opens
1s   mara accepts al
2s   mara closes al
3s   al rates 5
10m  bo opens
10m1s mara accepts bo
10m2s mara escalates bo to network
10m3s ines accepts bo
10m4s ines closes bo
10m5s bo rates 2
30m  tick
";

#[tokio::test]
async fn a_rating_belongs_to_the_conversation_and_is_shown_apart_for_one_owner_and_several() {
    check(
        RATED,
        "rating-by-hops",
        expect![[r#"
        hops,ratings,rating,low_share
        0,1,5.0000,0.0000
        1,1,2.0000,1.0000
        {"low_share":0.5,"rating":3.5,"ratings":2}
    "#]],
    )
    .await;
    check(
        RATED,
        "rating-by-agent",
        expect![[r#"
        agent,alone_ratings,alone_rating,shared_ratings,shared_rating
        mara,1,5.0000,1,2.0000
        ines,0,,1,2.0000
        {"alone_rating":5.0,"alone_ratings":1,"shared_rating":2.0,"shared_ratings":1}
    "#]],
    )
    .await;
}

/// Two ask for networks, of whom Mara sends one up; one asks for French.
const SKILLED: &str = "
workspace two-tiers
  agents: { mara: { skills: { network: 3, french: 3 } } }
online mara ines
0s   al opens in billing needing network 2
1s   mara accepts al
2s   mara transfers al cold to technical because needs_network
3s   ines accepts al
4s   ines closes al
5m   bo opens in billing needing network 2
5m1s mara accepts bo
5m2s mara closes bo
10m  cy opens in billing needing french 1
10m1s mara accepts cy
10m2s mara closes cy
30m  tick
";

#[tokio::test]
async fn skills_are_those_the_conversation_asks_for_and_two_cases_accuse_nobody() {
    check(SKILLED, "patterns-by-skill", expect![[r#"
        skill,legs,escalated,escalated_share,escalated_share_low,escalated_share_high,peers_share,verdict
        network,2,1,0.5000,0.0945,0.9055,0.0000,usual
        french,1,0,0.0000,0.0000,0.7935,0.5000,usual
        {"escalated":1,"escalated_share":0.3333333333333333,"legs":3}
    "#]]).await;
}

/// The report on the story, as its file and its totals.
async fn check(script: &str, report: &str, expected: Expect) {
    let story = story::run(script).expect("a story");
    let directory = tempfile::tempdir().expect("a directory");
    let store = SqliteStore::open(directory.path()).expect("a store");
    let workspace = store.ensure_workspace("story", Timestamp(1)).await.expect("a workspace");
    let mut facts = Facts::new(None);
    for (record, number) in story.journal.iter().zip(1..) {
        facts.take(Sequence(number), record.at, &record.event);
    }
    store.put_facts(workspace, facts.drain()).await.expect("facts");
    store.finish_facts(workspace, facts.position()).await.expect("a position");
    let report = catalogue::find(report).expect("a report");
    let over_ms = story::BEGIN.0 + HALF_AN_HOUR_MS;
    let answered = catalogue::answer(&store, workspace, report, &BTreeMap::new(), over_ms).await;
    let answered = answered.expect("an answer");
    let totals = serde_json::Value::from(answered.totals.clone());
    let table = files::csv(report, &answered).expect("a table");
    expected.assert_eq(&format!("{table}{totals}\n"));
}
