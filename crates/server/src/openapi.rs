//! The contract: every address and every socket frame as one OpenAPI document.

use protocol::schema;
use utoipa::{
    OpenApi,
    openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme},
};

use crate::routes::{
    commands, conversations, desk, directory, document, erasure, files, me, mentions, offers,
    preview, previous, reports, saved_reports, search, session, status, tokens, users, visitors,
};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Baton",
        description = "Live chat built around the hand-over. Errors are problem details (RFC 9457). Frames of the two \
                       sockets, `…/agent-socket` and `…/visitor-socket`, are the schemas `StaffServerFrame`, \
                       `StaffClientFrame`, `VisitorServerFrame` and `VisitorClientFrame`."
    ),
    paths(
        session::get,
        session::post,
        session::delete,
        visitors::post,
        visitors::renew_secret,
        commands::post,
        conversations::open,
        conversations::messages::messages,
        conversations::messages::close,
        conversations::lines::run,
        conversations::lines::tags,
        conversations::messages::choice,
        conversations::messages::attributes,
        conversations::holding::pull,
        conversations::transfer::start,
        conversations::transfer::cancel,
        conversations::escalate::escalate,
        conversations::escalate::give_back,
        conversations::escalate::survey,
        conversations::transfer::recall,
        conversations::transfer::complete,
        conversations::transfer::hand_back,
        conversations::conference::invite,
        conversations::conference::cancel,
        conversations::conference::remove,
        conversations::conference::owner,
        conversations::conference::pass,
        conversations::conference::leave,
        conversations::holding::park,
        conversations::holding::wake,
        conversations::wrap_up::end,
        conversations::wrap_up::extend,
        conversations::holding::priority,
        conversations::holding::assign,
        conversations::holding::requeue,
        conversations::assist::raise_hand,
        conversations::assist::lower_hand,
        conversations::assist::take_hand,
        conversations::assist::assist,
        conversations::assist::take_over,
        conversations::assist::allow_move,
        conversations::holding::answer_message,
        offers::accept,
        offers::decline,
        status::put,
        status::activity,
        desk::get,
        me::get,
        me::put,
        mentions::get,
        mentions::delete,
        conversations::drafts::get,
        conversations::drafts::put,
        conversations::read::get,
        conversations::read::put,
        directory::get,
        directory::welcome,
        conversations::reading::read,
        conversations::reading::transcript,
        conversations::keepsake::text,
        conversations::keepsake::page,
        conversations::keepsake::data,
        conversations::reading::targets,
        conversations::lines::completions,
        conversations::reading::explained,
        conversations::reading::flow,
        conversations::metadata::metadata,
        search::get,
        reports::list,
        reports::answer,
        reports::conversations,
        reports::export,
        saved_reports::get,
        saved_reports::post,
        saved_reports::delete,
        previous::get,
        erasure::export,
        erasure::get,
        erasure::post,
        files::post,
        files::get,
        document::get,
        document::put,
        document::versions,
        document::version,
        document::changes,
        preview::triggers,
        preview::messages,
        preview::hours,
        preview::welcome,
        users::get,
        users::post,
        users::set_password,
        users::sign_out,
        users::disable,
        users::enable,
        tokens::get,
        tokens::post,
        tokens::delete,
    )
)]
struct Contract;

/// The document as it is served.
pub fn document() -> utoipa::openapi::OpenApi {
    serde_json::from_str(&openapi_json()).expect("it was written from one")
}

/// The document as it is committed under `api/`.
pub fn openapi_json() -> String {
    let mut contract = Contract::openapi();
    let mut components = schema::components();
    components.security_schemes.insert(
        "token".to_owned(),
        SecurityScheme::Http(HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build()).into(),
    );
    contract.merge(utoipa::openapi::OpenApiBuilder::new().components(Some(components)).build());
    let mut document = serde_json::to_value(contract).expect("an OpenAPI document has a JSON form");
    schema::leave_out_instead_of_null(&mut document);
    name_operations(&mut document);
    serde_json::to_string_pretty(&document).expect("JSON is JSON") + "\n"
}

/// Every text and code that reports are told in, as it is committed under `api/`: what translations are held to.
pub fn reports_json() -> String {
    let told = crate::translate::reports::contract();
    serde_json::to_string_pretty(&told).expect("JSON is JSON") + "\n"
}

/// Each operation is named by its address and method, so that no two have one name.
fn name_operations(document: &mut serde_json::Value) {
    let paths = document.get_mut("paths").and_then(serde_json::Value::as_object_mut);
    for (path, item) in paths.into_iter().flatten() {
        let words =
            path.split('/').filter(|word| !matches!(*word, "" | "api" | "v1" | "workspaces"));
        let words: Vec<&str> = words.filter(|word| *word != "{workspace}").collect();
        let place = words.join("_").replace(['{', '}'], "").replace('-', "_");
        for (method, operation) in item.as_object_mut().into_iter().flatten() {
            let name = format!("{method}_{}", if place.is_empty() { "workspace" } else { &place });
            if let Some(operation) = operation.as_object_mut() {
                operation.insert("operationId".to_owned(), name.into());
            }
        }
    }
}
