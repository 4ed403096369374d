//! The plain tables.

use domain::{
    command::{Actor, Audience, FileRef},
    event::Event,
    ids::{AgentId, BodyId, ConversationId, FileId, MessageId, Timestamp, VisitorId},
};

use super::{ALICE, NOW, Opened, Subject, open};
use crate::{
    AccountError, Batch, Draft, Mention, Mentions, NewAccount, NewFile, Posting, ReadMark, Records,
    Secret, Sequence, Session, Store, TokenHash, TokenScope,
};

const VISITOR: Actor = Actor::Visitor(VisitorId(1));
const CHAT: ConversationId = ConversationId(1);

fn account(email: &str) -> NewAccount {
    NewAccount {
        email: email.to_owned(),
        name: "Alice".to_owned(),
        password_hash: Secret("$argon2id$…".to_owned()),
        created_at: NOW,
    }
}

pub async fn an_address_has_one_account_in_any_case(subject: &impl Subject) {
    let store = open(subject).await.store;
    let id = store.create_account(account("Alice@Example.org")).await.expect("an account");
    assert_eq!(
        store.create_account(account(" alice@example.ORG")).await,
        Err(AccountError::EmailTaken)
    );
    let other = store.create_account(account("bob@example.org")).await.expect("another account");
    assert_ne!(id, other);

    store.set_password(id, Secret("changed".to_owned())).await.expect("set");
    let found =
        store.account_by_email("ALICE@example.org").await.expect("an answer").expect("an account");
    assert_eq!((found.id, found.email.as_str()), (id, "Alice@Example.org"));
    assert_eq!(found.password_hash, Secret("changed".to_owned()));
    assert_eq!(store.account(id).await, Ok(Some(found)));
    assert_eq!(store.accounts().await.expect("accounts").len(), 2);
}

pub async fn disabling_an_account_ends_its_sessions(subject: &impl Subject) {
    let store = open(subject).await.store;
    let id = store.create_account(account("alice@example.org")).await.expect("an account");
    let session = session(1, id, 60_000);
    store.put_session(session.clone()).await.expect("kept");
    let seen = Timestamp(NOW.0 + 5);
    store.touch_session(session.token, seen).await.expect("touched");
    let expected = Session { last_seen_at: seen, ..session.clone() };
    assert_eq!(store.session(session.token).await, Ok(Some(expected)));

    store.disable_account(id, Some(seen)).await.expect("disabled");
    assert_eq!(store.session(session.token).await, Ok(None));
    let disabled_at =
        async || store.account(id).await.expect("an answer").expect("an account").disabled_at;
    assert_eq!(disabled_at().await, Some(seen));
    store.disable_account(id, None).await.expect("enabled");
    assert_eq!(disabled_at().await, None);
}

fn session(number: u8, account: crate::AccountId, lasts_ms: u64) -> Session {
    Session {
        token: TokenHash([number; 32]),
        account,
        csrf: Secret("csrf".to_owned()),
        created_at: NOW,
        last_seen_at: NOW,
        expires_at: Timestamp(NOW.0 + lasts_ms),
    }
}

pub async fn expired_sessions_are_forgotten_on_request(subject: &impl Subject) {
    let store = open(subject).await.store;
    let id = store.create_account(account("alice@example.org")).await.expect("an account");
    let [short, long, ended] =
        [(1, 10), (2, 1_000), (3, 1_000)].map(|(number, lasts)| session(number, id, lasts));
    for session in [&short, &long, &ended] {
        store.put_session(session.clone()).await.expect("kept");
    }
    store.end_session(ended.token).await.expect("ended");
    store.end_sessions_expired(short.expires_at).await.expect("forgotten");
    assert_eq!(store.session(short.token).await, Ok(None));
    assert_eq!(store.session(long.token).await, Ok(Some(long)));
    assert_eq!(store.session(ended.token).await, Ok(None));
}

pub async fn the_sessions_of_an_account_are_listed_apart_from_others(subject: &impl Subject) {
    let store = open(subject).await.store;
    let alice = store.create_account(account("alice@example.org")).await.expect("an account");
    let bob = store.create_account(account("bob@example.org")).await.expect("an account");
    let [one, two, of_bob] = [session(1, alice, 10), session(2, alice, 20), session(3, bob, 30)];
    for session in [&one, &two, &of_bob] {
        store.put_session(session.clone()).await.expect("kept");
    }
    assert_eq!(store.sessions_of(alice).await, Ok(vec![one, two]));
    store.end_session(of_bob.token).await.expect("ended");
    assert_eq!(store.sessions_of(bob).await, Ok(vec![]));
}

pub async fn a_token_is_found_by_its_hash_until_it_is_revoked(subject: &impl Subject) {
    let Opened { store, workspace, .. } = open(subject).await;
    let [of_agent, of_admin] = [TokenHash([1; 32]), TokenHash([2; 32])];
    let scope = TokenScope::Agent(AgentId(7));
    let id = store.create_api_token(workspace, of_agent, scope, "bot", NOW).await.expect("a token");
    store
        .create_api_token(workspace, of_admin, TokenScope::Admin, "ci", NOW)
        .await
        .expect("a token");

    let later = Timestamp(NOW.0 + 1);
    store.touch_api_token(id, later).await.expect("touched");
    let token = store.api_token(of_agent).await.expect("an answer").expect("a token");
    assert_eq!(
        (token.scope, token.label.as_str(), token.last_used_at),
        (scope, "bot", Some(later))
    );
    assert_eq!(token.revoked_at, None);
    assert_eq!(store.api_token(TokenHash([3; 32])).await, Ok(None));

    let other = store.ensure_workspace("globex", NOW).await.expect("a workspace");
    store.revoke_api_token(other, id, later).await.expect("an answer");
    let revoked_at =
        async || store.api_token(of_agent).await.expect("an answer").expect("a token").revoked_at;
    assert_eq!(revoked_at().await, None, "another workspace cannot revoke it");
    store.revoke_api_token(workspace, id, later).await.expect("revoked");
    assert_eq!(revoked_at().await, Some(later));
    let scopes: Vec<_> = store
        .api_tokens(workspace)
        .await
        .expect("tokens")
        .iter()
        .map(|token| token.scope)
        .collect();
    assert_eq!(scopes, [scope, TokenScope::Admin]);
}

pub async fn visitors_are_numbered_in_their_workspace(subject: &impl Subject) {
    let Opened { store, workspace, .. } = open(subject).await;
    let other = store.ensure_workspace("globex", NOW).await.expect("a workspace");
    for expected in 1..=3 {
        assert_eq!(store.create_visitor(workspace, NOW).await, Ok(VisitorId(expected)));
    }
    assert_eq!(store.create_visitor(other, NOW).await, Ok(VisitorId(1)));
    let visitor =
        store.visitor(workspace, VisitorId(3)).await.expect("an answer").expect("a visitor");
    assert_eq!((visitor.id, visitor.created_at), (VisitorId(3), NOW));
    assert_eq!(store.visitor(other, VisitorId(3)).await, Ok(None));
}

pub async fn an_identity_is_one_visitor_of_one_workspace(subject: &impl Subject) {
    let Opened { store, workspace, .. } = open(subject).await;
    let other = store.ensure_workspace("globex", NOW).await.expect("a workspace");
    assert_eq!(store.create_visitor(workspace, NOW).await, Ok(VisitorId(1)));
    for (identity, expected) in [("lena", 2), ("tom", 3), ("lena", 2)] {
        let found = store.identified_visitor(workspace, identity, NOW).await;
        assert_eq!(found, Ok(VisitorId(expected)));
    }
    assert_eq!(store.identified_visitor(other, "lena", NOW).await, Ok(VisitorId(1)));
    assert_eq!(store.identity_of(workspace, VisitorId(2)).await, Ok(Some("lena".to_owned())));
    assert_eq!(store.identity_of(workspace, VisitorId(1)).await, Ok(None));
    assert!(store.visitor(workspace, VisitorId(3)).await.expect("an answer").is_some());
}

pub async fn a_renewed_secret_is_another_one(subject: &impl Subject) {
    let Opened { store, workspace, .. } = open(subject).await;
    let other = store.ensure_workspace("globex", NOW).await.expect("a workspace");
    assert_eq!(store.identity_secret(workspace).await, Ok(None));
    assert_eq!(store.renew_identity_secret(workspace, NOW).await, Ok(1));
    assert_eq!(store.renew_identity_secret(workspace, NOW).await, Ok(2));
    assert_eq!(store.identity_secret(workspace).await, Ok(Some(2)));
    assert_eq!(store.identity_secret(other).await, Ok(None));
}

fn upload(name: &str) -> NewFile {
    NewFile {
        conversation: CHAT,
        uploader: VISITOR,
        name: name.to_owned(),
        media_type: "text/plain".to_owned(),
        bytes: 12,
        object_key: format!("1/{name}"),
        created_at: NOW,
    }
}

fn post_with_file(batch: &mut Batch, file: FileId) {
    let event = Event::MessagePosted {
        conversation: CHAT,
        message: MessageId(5),
        author: VISITOR,
        audience: Audience::Staff,
        body: BodyId(6),
        chars: 0,
        files: vec![FileRef { file, bytes: 12 }],
        whispered_to: None,
    };
    batch.add(NOW, VISITOR, None, &[event], vec![]);
}

pub async fn a_file_is_marked_as_posted_by_the_commit_of_its_message(subject: &impl Subject) {
    let opened = open(subject).await;
    let Opened { store, workspace, .. } = &opened;
    let first = store.create_file(*workspace, upload("log.txt")).await.expect("a file");
    let second = store.create_file(*workspace, upload("photo.png")).await.expect("a file");
    assert_eq!([first, second], [FileId(1), FileId(2)]);

    let mut batch = opened.batch();
    post_with_file(&mut batch, first);
    opened.commit(batch).await.expect("a commit");
    let posting = Posting { message: MessageId(5), audience: Audience::Staff };
    let files = store.conversation_files(*workspace, CHAT).await.expect("files");
    assert_eq!(files.iter().map(|file| file.posting).collect::<Vec<_>>(), [Some(posting), None]);
    assert_eq!(store.file(*workspace, first).await, Ok(Some(files[0].clone())));
    assert_eq!(
        (files[1].name.as_str(), files[1].uploader, files[1].bytes),
        ("photo.png", VISITOR, 12)
    );
    assert_eq!(store.file(*workspace, FileId(3)).await, Ok(None));
}

pub async fn a_file_stays_unposted_when_its_message_is_refused(subject: &impl Subject) {
    let opened = open(subject).await;
    let Opened { store, workspace, epoch, .. } = &opened;
    let file = store.create_file(*workspace, upload("log.txt")).await.expect("a file");
    let mut batch = Batch::new(*workspace, *epoch, Sequence(9));
    post_with_file(&mut batch, file);
    opened.commit(batch).await.expect_err("a refusal");
    assert_eq!(
        store.file(*workspace, file).await.expect("an answer").expect("a file").posting,
        None
    );
}

pub async fn a_read_mark_never_goes_back(subject: &impl Subject) {
    let Opened { store, workspace, .. } = open(subject).await;
    for (person, message, at) in
        [(VISITOR, 3, 30), (VISITOR, 2, 40), (ALICE, 1, 10), (ALICE, 4, 50), (ALICE, 4, 60)]
    {
        let put = store.put_read_mark(workspace, person, CHAT, MessageId(message), Timestamp(at));
        put.await.expect("kept");
    }
    let mut marks = store.read_marks(workspace, CHAT).await.expect("marks");
    marks.sort_by_key(|mark| mark.person);
    let mark = |person, message, at| ReadMark {
        person,
        message: MessageId(message),
        at: Some(Timestamp(at)),
    };
    assert_eq!(marks, [mark(VISITOR, 3, 30), mark(ALICE, 4, 50)]);
    assert_eq!(store.read_marks(workspace, ConversationId(2)).await, Ok(vec![]));
}

pub async fn a_mention_is_kept_until_its_agent_looks(subject: &impl Subject) {
    let Opened { store, workspace, .. } = open(subject).await;
    let mention = |conversation, by, at| Mention {
        conversation: ConversationId(conversation),
        by: AgentId(by),
        at: Timestamp(at),
    };
    let agent = AgentId(7);
    for named in [mention(1, 8, 10), mention(2, 8, 20), mention(1, 9, 30)] {
        store.put_mention(workspace, agent, named).await.expect("kept");
    }
    store.put_mention(workspace, AgentId(8), mention(3, 7, 5)).await.expect("kept");
    let mentions = async |agent| store.mentions(workspace, agent).await.expect("mentions");
    assert_eq!(mentions(agent).await, [mention(1, 9, 30), mention(2, 8, 20)]);
    store.forget_mention(workspace, agent, ConversationId(1)).await.expect("forgotten");
    assert_eq!(mentions(agent).await, [mention(2, 8, 20)]);
    assert_eq!(mentions(AgentId(8)).await, [mention(3, 7, 5)]);
}

pub async fn an_empty_draft_is_forgotten(subject: &impl Subject) {
    let Opened { store, workspace, .. } = open(subject).await;
    let agent = AgentId(7);
    let texts = [
        (Audience::Everybody, "Hel"),
        (Audience::Everybody, "Hello"),
        (Audience::Staff, "careful"),
    ];
    for (audience, text) in texts {
        store.put_draft(workspace, agent, CHAT, audience, text).await.expect("kept");
    }
    let draft =
        |audience, text: &str| Draft { conversation: CHAT, audience, text: text.to_owned() };
    let drafts = async || store.drafts(workspace, agent).await.expect("drafts");
    assert_eq!(
        drafts().await,
        [draft(Audience::Everybody, "Hello"), draft(Audience::Staff, "careful")]
    );
    store.put_draft(workspace, agent, CHAT, Audience::Everybody, "").await.expect("forgotten");
    assert_eq!(drafts().await, [draft(Audience::Staff, "careful")]);
}

pub async fn drafts_go_with_the_commit_that_archives_their_conversation(subject: &impl Subject) {
    let opened = open(subject).await;
    let Opened { store, workspace, epoch, .. } = &opened;
    let other = ConversationId(2);
    for agent in [AgentId(7), AgentId(8)] {
        for conversation in [CHAT, other] {
            let kept = store.put_draft(*workspace, agent, conversation, Audience::Staff, "secret");
            kept.await.expect("kept");
        }
    }
    let archived = [Event::ConversationArchived { conversation: CHAT }];
    let mut refused = Batch::new(*workspace, *epoch, Sequence(9));
    refused.add(NOW, Actor::System, None, &archived, vec![]);
    opened.commit(refused).await.expect_err("a refusal");
    assert_eq!(store.drafts(*workspace, AgentId(7)).await.expect("drafts").len(), 2);

    let mut batch = opened.batch();
    batch.add(NOW, Actor::System, None, &archived, vec![]);
    opened.commit(batch).await.expect("a commit");
    for agent in [AgentId(7), AgentId(8)] {
        let left = store.drafts(*workspace, agent).await.expect("drafts");
        assert_eq!(left.iter().map(|draft| draft.conversation).collect::<Vec<_>>(), [other]);
    }
}

pub async fn a_setting_keeps_its_last_value(subject: &impl Subject) {
    let Opened { store, workspace, .. } = open(subject).await;
    let agent = AgentId(7);
    for (key, value) in [("theme", "light"), ("sound", "on"), ("theme", "dark")] {
        store.put_setting(workspace, agent, key, value).await.expect("kept");
    }
    let settings = store.settings(workspace, agent).await.expect("settings");
    let pair = |key: &str, value: &str| (key.to_owned(), value.to_owned());
    assert_eq!(settings, [pair("sound", "on"), pair("theme", "dark")]);
    assert_eq!(store.settings(workspace, AgentId(8)).await, Ok(vec![]));
}
