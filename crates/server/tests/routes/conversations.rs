//! `…/conversations/{id}` and what is done to one, transfers apart.

use expect_test::expect;
use protocol::staff::Relation;
use reqwest::Method;
use serde_json::json;

use super::{World, check};

#[tokio::test]
async fn a_visitor_opens_a_conversation_and_nobody_else_does() {
    let world = World::new().await;
    let callers =
        [("visitor", &world.stranger), ("agent", &world.colleague), ("nobody", &world.nobody)];
    let body = json!({ "queue": "second", "message": { "text": "Hello" } });
    check(&callers, Method::POST, "conversations", Some(body), expect![[r#"
        visitor: 200 {"answer":{"conversation":"cnv_2","message":"msg_2","type":"opened"},"id":"…","sequence":"…"}
        agent: 403 {"code":"not_allowed","detail":"this is for visitors","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
    "#]]).await;
    let callers = [("visitor", &world.stranger)];
    let body = json!({ "queue": "third" });
    check(&callers, Method::POST, "conversations", Some(body), expect![[r#"
        visitor: 404 {"code":"unknown_queue","detail":"there is no queue `third`","status":404,"title":"No such queue","type":"/problems/unknown_queue"}
    "#]]).await;
    let body = json!({ "needs": { "juggling": 3 } });
    check(&callers, Method::POST, "conversations", Some(body), expect![[r#"
        visitor: 422 {"code":"unknown_skill","detail":"there is no skill `juggling`","status":422,"title":"No such skill","type":"/problems/unknown_skill"}
    "#]]).await;
    world.server.stop().await;
}

#[tokio::test]
async fn each_sees_a_conversation_in_their_own_way_or_not_at_all() {
    let world = World::new().await;
    let callers = [
        ("visitor", world.visitor.api()),
        ("another visitor", &world.stranger),
        ("agent of another team", &world.colleague),
        ("nobody", &world.nobody),
    ];
    check(&callers, Method::GET, &world.place("/"), None, expect![[r#"
        visitor: 200 {"agent":"Public front1","choice_asked":false,"id":"cnv_1","observed":false,"opened_at_ms":"…","others":[],"status":"active"}
        another visitor: 404 {"code":"unknown_conversation","detail":"there is no such conversation, or it is not yours to see","status":404,"title":"No such conversation","type":"/problems/unknown_conversation"}
        agent of another team: 404 {"code":"unknown_conversation","detail":"there is no such conversation, or it is not yours to see","status":404,"title":"No such conversation","type":"/problems/unknown_conversation"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
    "#]]).await;
    check(&[("owner", world.owner.api())], Method::GET, &world.place("/"), None, expect![[r#"
        owner: 200 {"actions":[{"action":"reply"},{"action":"note"},{"action":"transfer"},{"action":"park"},{"action":"set_priority"},{"action":"invite"},{"action":"raise_hand"},{"action":"close"}],"held_since_ms":"…","hops":0,"id":"cnv_1","opened_at_ms":"…","owner":{"connected":true,"id":"agt_4","name":"Staff front1"},"participants":[{"agent":{"id":"agt_4","name":"Staff front1"},"role":"owner","since_ms":"…"}],"priority":5,"quarantined":false,"queue":{"id":"que_8","name":"Queue first","tier":1},"relation":"owner","status":"active","tags":[],"tier":1,"visitor":{"attributes":{},"connected":true,"id":"vis_1"}}
    "#]]).await;
    check(&callers, Method::GET, &world.place("/transcript"), None, expect![[r#"
        visitor: 200 {"lines":[{"at_ms":"…","code":"queued","conversation":"cnv_1","kind":"notice","language":"en","sequence":"…","text":"Thank you. We are finding the right person for you."},{"at_ms":"…","author":{"type":"you"},"conversation":"cnv_1","files":[],"kind":"message","message":"msg_1","sequence":"…","text":"It does not work"},{"at_ms":"…","code":"offered","conversation":"cnv_1","kind":"notice","language":"en","sequence":"…","text":"We have found somebody who may help you, and are asking them to join."},{"agent":"Public front1","at_ms":"…","code":"agent_joined","conversation":"cnv_1","kind":"notice","language":"en","sequence":"…","text":"Public front1 is joining. They can read everything you have written."}]}
        another visitor: 404 {"code":"unknown_conversation","detail":"there is no such conversation, or it is not yours to see","status":404,"title":"No such conversation","type":"/problems/unknown_conversation"}
        agent of another team: 404 {"code":"unknown_conversation","detail":"there is no such conversation, or it is not yours to see","status":404,"title":"No such conversation","type":"/problems/unknown_conversation"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
    "#]]).await;
    check(
        &[("owner", world.owner.api())],
        Method::GET,
        &world.place("/transcript?limit=3"),
        None,
        expect![[r#"
            owner: 200 {"lines":[{"at_ms":"…","by":{"id":"vis_1","type":"visitor"},"conversation":"cnv_1","event":"conversation.opened","kind":"event","queue":{"id":"que_8","name":"Queue first","tier":1},"sequence":"…","text":"The visitor asked for help in Queue first."},{"at_ms":"…","cause":"opened","conversation":"cnv_1","event":"wait.started","kind":"event","priority":5,"queue":{"id":"que_8","name":"Queue first","tier":1},"sequence":"…","text":"Waits in Queue first."},{"at_ms":"…","audience":"everybody","author":{"id":"vis_1","type":"visitor"},"conversation":"cnv_1","files":[],"kind":"message","message":"msg_1","sequence":"…","text":"It does not work"}],"next":8}
        "#]],
    )
    .await;
    world.server.stop().await;
}

#[tokio::test]
async fn a_desk_and_a_directory_are_for_those_who_sign_in() {
    let world = World::new().await;
    let callers =
        [("visitor", world.visitor.api()), ("agent", &world.colleague), ("nobody", &world.nobody)];
    check(&callers, Method::GET, "desk", None, expect![[r#"
        visitor: 200 {"sequence":"…","snapshot":[{"agent":"Public front1","choice_asked":false,"id":"cnv_1","observed":false,"opened_at_ms":"…","others":[],"status":"active","type":"visitor_conversation"}],"you":{"visitor":"vis_1"}}
        agent: 200 {"sequence":"…","snapshot":[{"capacity":4,"chosen":"offline","id":"agt_7","load":0,"name":"Staff back2","status":"offline","type":"me","wrap_ups":[]}],"you":{"agent":"agt_7","name":"Staff back2","roles":["agent"]}}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
    "#]]).await;
    check(&callers, Method::GET, "directory", None, expect![[r#"
        visitor: 403 {"code":"not_allowed","detail":"this is for members of staff","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        agent: 200 {"agents":[{"agent":{"id":"agt_3","name":"Root"},"kind":"human","teams":[]},{"agent":{"id":"agt_4","name":"Staff front1"},"kind":"human","teams":["tea_1"]},{"agent":{"id":"agt_5","name":"Staff front2"},"kind":"human","teams":["tea_1"]},{"agent":{"id":"agt_6","name":"Staff back1"},"kind":"human","teams":["tea_2"]},{"agent":{"id":"agt_7","name":"Staff back2"},"kind":"human","teams":["tea_2"]}],"away_reasons":[{"code":"break","label":"Break"},{"code":"lunch","label":"Lunch"},{"code":"meeting","label":"Meeting"},{"code":"training","label":"Training"}],"dispositions":[{"code":"solved","label":"Solved"}],"name":"Test","queues":[{"id":"que_8","name":"Queue first","tier":1},{"id":"que_9","name":"Queue second","tier":2},{"id":"que_10","name":"Queue shelf","tier":1}],"reason_required":false,"reasons":[{"code":"other_desk","label":"Another desk"}],"skills":[],"tags":[],"teams":[{"id":"tea_1","name":"Team front"},{"id":"tea_2","name":"Team back"}]}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
    "#]]).await;
    check(
        &[("nobody", &world.nobody)],
        Method::GET,
        "",
        None,
        expect![[r#"
            nobody: 200 {"message":{"code":"welcome","language":"en","text":"Hello. How can we help?"},"name":"Test","widget":{"ask_email":"never","ask_name":"never","position":"right","theme":"system","title":"Test"},"workspace":"test"}
        "#]],
    )
    .await;
    world.server.stop().await;
}

#[tokio::test]
async fn those_in_a_conversation_write_and_visitors_write_to_everybody_only() {
    let world = World::new().await;
    let callers = [
        ("owner", world.owner.api()),
        ("visitor", world.visitor.api()),
        ("another visitor", &world.stranger),
        ("agent of another team", &world.colleague),
        ("nobody", &world.nobody),
    ];
    let path = world.place("/messages");
    check(&callers, Method::POST, &path, Some(json!({ "text": "Hello" })), expect![[r#"
        owner: 200 {"answer":{"message":"msg_2","type":"posted"},"id":"…","sequence":"…"}
        visitor: 200 {"answer":{"message":"msg_3","type":"posted"},"id":"…","sequence":"…"}
        another visitor: 404 {"code":"unknown_conversation","detail":"there is no such conversation, or it is not yours to see","status":404,"title":"No such conversation","type":"/problems/unknown_conversation"}
        agent of another team: 403 {"code":"not_allowed","detail":"your role does not allow this","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
    "#]]).await;
    let note = json!({ "audience": "staff", "text": "Hello" });
    check(&callers[..2], Method::POST, &path, Some(note), expect![[r#"
        owner: 200 {"answer":{"message":"msg_4","type":"posted"},"id":"…","sequence":"…"}
        visitor: 403 {"code":"not_allowed","detail":"visitors write to everybody","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
    "#]]).await;
    let visitor = &callers[1..2];
    check(visitor, Method::POST, &path, Some(json!({ "text": " " })), expect![[r#"
        visitor: 422 {"code":"empty_message","detail":"the message is empty","status":422,"title":"The message is empty","type":"/problems/empty_message"}
    "#]]).await;
    check(visitor, Method::POST, &path, Some(json!({ "text": "x".repeat(8001) })), expect![[r#"
        visitor: 422 {"code":"text_too_long","detail":"the text is longer than allowed","status":422,"title":"The text is too long","type":"/problems/text_too_long"}
    "#]]).await;
    check(visitor, Method::POST, &path, Some(json!({ "text": "x", "loud": true })), expect![[r#"
        visitor: 400 {"code":"bad_json","detail":"Failed to deserialize the JSON body into the target type: loud: unknown field `loud`, expected one of `audience`, `text`, `files` at line 1 column 7","status":400,"title":"The body is not the JSON expected","type":"/problems/bad_json"}
    "#]]).await;
    check(visitor, Method::POST, &path, Some(json!({ "text": "x", "files": ["fil_9"] })), expect![[r#"
        visitor: 404 {"code":"unknown_file","detail":"upload the file to this conversation first","status":404,"title":"No such file","type":"/problems/unknown_file"}
    "#]]).await;
    world.server.stop().await;
}

#[tokio::test]
async fn only_a_visitor_who_was_asked_answers_a_choice() {
    let world = World::new().await;
    let callers =
        [("visitor", world.visitor.api()), ("owner", world.owner.api()), ("nobody", &world.nobody)];
    let body = json!({ "choice": "keep_waiting" });
    check(&callers, Method::POST, &world.place("/choice"), Some(body), expect![[r#"
        visitor: 409 {"code":"not_waiting","detail":"the conversation is not waiting","status":409,"title":"The conversation is not waiting","type":"/problems/not_waiting"}
        owner: 403 {"code":"not_allowed","detail":"this is for visitors","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
    "#]]).await;
    world.server.stop().await;
}

#[tokio::test]
async fn the_owner_parks_wakes_and_closes_and_then_wraps_up() {
    let mut world = World::new().await;
    let conversation = world.conversation;
    for path in ["/park", "/wake", "/priority", "/close", "/wrap-up/extend", "/wrap-up/end"] {
        let (method, body) = match path {
            "/priority" => (Method::PUT, Some(json!({ "priority": 8 }))),
            "/wrap-up/end" => (Method::POST, Some(json!({ "disposition": "solved" }))),
            _ => (Method::POST, None),
        };
        let callers = [
            ("agent of another team", &world.colleague),
            ("nobody", &world.nobody),
            ("owner", world.owner.api()),
        ];
        let expected = match path {
            "/park" => expect![[r#"
                agent of another team: 403 {"code":"not_allowed","detail":"your role does not allow this","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
                nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
                owner: 200 {"answer":{"type":"done"},"id":"…","sequence":"…"}
            "#]],
            "/wake" => expect![[r#"
                agent of another team: 403 {"code":"not_allowed","detail":"your role does not allow this","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
                nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
                owner: 200 {"answer":{"type":"done"},"id":"…","sequence":"…"}
            "#]],
            "/priority" => expect![[r#"
                agent of another team: 403 {"code":"not_allowed","detail":"your role does not allow this","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
                nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
                owner: 200 {"answer":{"type":"done"},"id":"…","sequence":"…"}
            "#]],
            "/close" => expect![[r#"
                agent of another team: 403 {"code":"not_allowed","detail":"your role does not allow this","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
                nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
                owner: 200 {"answer":{"type":"done"},"id":"…","sequence":"…"}
            "#]],
            "/wrap-up/extend" => expect![[r#"
                agent of another team: 409 {"code":"no_wrap_up","detail":"there is no wrap-up to end","status":409,"title":"There is no wrap-up to end","type":"/problems/no_wrap_up"}
                nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
                owner: 200 {"answer":{"type":"done"},"id":"…","sequence":"…"}
            "#]],
            _ => expect![[r#"
                agent of another team: 409 {"code":"no_wrap_up","detail":"there is no wrap-up to end","status":409,"title":"There is no wrap-up to end","type":"/problems/no_wrap_up"}
                nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
                owner: 200 {"answer":{"type":"done"},"id":"…","sequence":"…"}
            "#]],
        };
        check(&callers, method, &world.place(path), body, expected).await;
        if path == "/close" {
            world.owner.until_relation(conversation, Relation::WrappingUp).await;
        }
    }
    world.server.stop().await;
}

#[tokio::test]
async fn a_conversation_on_the_shelf_is_picked_by_those_who_serve_it() {
    let mut world = World::new().await;
    let _back = world.server.agent("back2").await;
    let waiting = world.visitor.ask(Some("shelf"), "Whoever has time").await;
    let callers = [
        ("agent of another team", world.owner.api()),
        ("visitor", world.visitor.api()),
        ("nobody", &world.nobody),
        ("member", &world.colleague),
    ];
    let path = format!("conversations/{waiting}/pull");
    check(&callers, Method::POST, &path, None, expect![[r#"
        agent of another team: 403 {"code":"not_allowed","detail":"your role does not allow this","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        visitor: 403 {"code":"not_allowed","detail":"this is for members of staff","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
        member: 200 {"answer":{"conversation":"cnv_2","type":"accepted"},"id":"…","sequence":"…"}
    "#]]).await;
    world.server.stop().await;
}

#[tokio::test]
async fn a_supervisor_assigns_and_requeues_and_others_do_not() {
    let world = World::new().await;
    let _back = world.server.agent("back2").await;
    let callers = [
        ("agent", &world.colleague),
        ("visitor", world.visitor.api()),
        ("nobody", &world.nobody),
        ("admin", world.server.admin()),
    ];
    let body = json!({ "agent": world.server.agent_id("back2").to_string(), "room": "respected" });
    check(&callers, Method::POST, &world.place("/assign"), Some(body), expect![[r#"
        agent: 403 {"code":"not_allowed","detail":"your role does not allow this","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        visitor: 403 {"code":"not_allowed","detail":"this is for members of staff","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
        admin: 200 {"answer":{"type":"done"},"id":"…","sequence":"…"}
    "#]]).await;
    check(&callers, Method::POST, &world.place("/requeue"), None, expect![[r#"
        agent: 403 {"code":"not_allowed","detail":"your role does not allow this","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        visitor: 403 {"code":"not_allowed","detail":"this is for members of staff","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
        admin: 200 {"answer":{"type":"done"},"id":"…","sequence":"…"}
    "#]]).await;
    world.server.stop().await;
}

#[tokio::test]
async fn explain_says_why_to_those_who_may_read() {
    let mut world = World::new().await;
    let waiting = world.visitor.ask(Some("second"), "Anybody there?").await;
    let back1 = world.server.agent_id("back1");
    let path = format!("conversations/{waiting}/explain?agent={back1}");
    let callers = [
        ("member", &world.colleague),
        ("agent of another team", world.owner.api()),
        ("visitor", world.visitor.api()),
        ("nobody", &world.nobody),
    ];
    check(&callers, Method::GET, &path, None, expect![[r#"
        member: 200 {"live":{"agent":{"id":"agt_6","name":"Staff back1"},"verdict":{"rule":"offline"}},"moments":[{"at_ms":"…","explanation":{"eligible":0,"excluded":{"at_capacity":0,"away":0,"declined":0,"disconnected":0,"lacks_skill":0,"not_listed":0,"not_responding":0,"offline":2,"sender":0,"transfer_only":0},"next":[{"agent":{"id":"agt_6","name":"Staff back1"},"verdict":{"rule":"offline"}},{"agent":{"id":"agt_7","name":"Staff back2"},"verdict":{"rule":"offline"}}]},"queue":{"id":"que_9","name":"Queue second","tier":2},"sequence":"…"}]}
        agent of another team: 404 {"code":"unknown_conversation","detail":"there is no such conversation, or it is not yours to see","status":404,"title":"No such conversation","type":"/problems/unknown_conversation"}
        visitor: 403 {"code":"not_allowed","detail":"this is for members of staff","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
    "#]]).await;
    world.server.stop().await;
}

#[tokio::test]
async fn the_flow_is_for_those_who_may_read_and_holds_no_word_that_anybody_wrote() {
    let world = World::new().await;
    let supervisor = world.server.as_agent("root").await;
    let second = world.server.queue_id("second");
    let transfer =
        json!({ "target": { "queue": second }, "mode": "cold", "note": { "text": "NEVER SHOWN" } });
    let owner = [("owner", world.owner.api())];
    check(
        &owner,
        Method::POST,
        &world.place("/transfer"),
        Some(transfer),
        expect![[r#"
            owner: 200 {"answer":{"handoff":"hnd_1","type":"transfer_started"},"id":"…","sequence":"…"}
        "#]],
    )
    .await;
    let callers = [
        ("supervisor", &supervisor),
        ("visitor", world.visitor.api()),
        ("stranger", &world.stranger),
        ("nobody", &world.nobody),
    ];
    check(&callers, Method::GET, &world.place("/flow"), None, expect![[r#"
        supervisor: 200 {"began_ms":"…","lanes":[{"queue":{"id":"que_8","name":"Queue first","tier":1},"type":"queue"},{"agent":{"id":"agt_4","name":"Staff front1"},"bot":false,"type":"agent"},{"queue":{"id":"que_9","name":"Queue second","tier":2},"type":"queue"}],"moves":[{"asked_ms":"…","ended_ms":"…","from":0,"kind":"assignment","outcome":"completed","to":1,"warm":false},{"asked_ms":"…","from":1,"handoff":"hnd_1","kind":"transfer","outcome":"pending","to":2,"warm":false}],"stays":[{"from_ms":"…","kind":"wait","lane":0,"queue":{"id":"que_8","name":"Queue first","tier":1},"tier":1,"until_ms":"…"},{"from_ms":"…","kind":"owner","lane":1,"queue":{"id":"que_8","name":"Queue first","tier":1},"tier":1,"until_ms":"…"},{"from_ms":"…","kind":"wrap_up","lane":1,"queue":{"id":"que_8","name":"Queue first","tier":1},"tier":1},{"from_ms":"…","kind":"wait","lane":2,"queue":{"id":"que_9","name":"Queue second","tier":2},"tier":2}]}
        visitor: 403 {"code":"not_allowed","detail":"this is for members of staff","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        stranger: 403 {"code":"not_allowed","detail":"this is for members of staff","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
    "#]]).await;
    check(&callers[..1], Method::GET, "conversations/cnv_99/flow", None, expect![[r#"
        supervisor: 404 {"code":"unknown_conversation","detail":"there is no such conversation, or it is not yours to see","status":404,"title":"No such conversation","type":"/problems/unknown_conversation"}
    "#]]).await;
    world.server.stop().await;
}
