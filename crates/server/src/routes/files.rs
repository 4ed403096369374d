//! Files of a conversation: taken in as they arrive, given out by signed links only.
//!
//! The type is found from the content and has to be one that browsers do not run. Everything is served as an
//! attachment, from an address of its own, with a policy that lets nothing in it act.

use axum::{
    Json as Answered,
    body::Body,
    extract::{Multipart, Path, State},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use futures_util::{Stream, StreamExt, stream};
use protocol::{
    http::Uploaded,
    ids::ConversationId,
    problem::{Code, Problem},
};
use store::{NewFile, Records};
use store_sql::FileError;

use super::{conversations::entitled, id};
use crate::{
    app::{App, too_often},
    callers::Person,
    error::{ApiError, ApiResult},
    limits::{CONVERSATION_FILES_MAX, FILE_NAME_CHARS_MAX},
    routes::addresses::{OfConversation, OfWorkspace},
    sign_in::{signing::Unsigned, token},
    translate::{ToDomain, ToWire},
};

mod media_type;

/// Bytes looked at to find a file's type.
const HEAD_BYTES: usize = 4 * 1024;

/// Takes in one file of a conversation; it is posted by naming it in a message.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/files",
    tag = "files",
    params(OfConversation),
    request_body(content_type = "multipart/form-data", content = String, description = "One part with a file name"),
    responses((status = 200, body = Uploaded), (status = "default", body = Problem))
)]
pub async fn post(
    State(app): State<App>,
    person: Person,
    Path((_, text)): Path<(String, String)>,
    mut upload: Multipart,
) -> ApiResult<Answered<Uploaded>> {
    let conversation = id::<ConversationId>(&text)?.domain();
    let (workspace, uploader) = (person.workspace(), person.actor());
    app.limits.uploads.count(&(workspace.id.0, uploader)).map_err(too_often)?;
    // Whoever may write here may upload here; the desk says who that is.
    entitled::live(workspace, person.viewer(), conversation).await?;
    if app.store.conversation_files(workspace.id, conversation).await?.len()
        >= CONVERSATION_FILES_MAX
    {
        return Err(ApiError::new(Code::TooManyFiles, "this conversation has too many files"));
    }
    let broken = |error: axum::extract::multipart::MultipartError| {
        ApiError::new(Code::BadUpload, error.body_text())
    };
    let part = upload.next_field().await.map_err(broken)?;
    let part =
        part.ok_or_else(|| ApiError::new(Code::BadUpload, "there is no file in the upload"))?;
    let name = clean(part.file_name().unwrap_or("file"));
    let mut content = Box::pin(part.map(|chunk| chunk.map_err(|error| error.body_text())));
    let head = head(&mut content).await?;
    let media_type = media_type::of(&head).ok_or_else(|| {
        ApiError::new(
            Code::FileTypeRefused,
            "pictures, PDF, office documents, archives, sound, video and plain text are taken",
        )
    })?;
    let key = token::make(token::Kind::Session).map_err(ApiError::internal)?.0;
    let object_key = format!("{}/{key}", workspace.id.0);
    let whole = stream::iter([Ok(head)]).chain(content);
    let bytes = app
        .store
        .attachments()
        .put(&object_key, Box::pin(whole), app.options.files.bytes_max)
        .await;
    let bytes = bytes.map_err(failed)?;
    let file = NewFile {
        conversation,
        uploader,
        name: name.clone(),
        media_type: media_type.to_owned(),
        bytes,
        object_key,
        created_at: app.clock.now(),
    };
    let file = app.store.create_file(workspace.id, file).await?;
    Ok(Answered(Uploaded { file: file.wire(), name, media_type: media_type.to_owned(), bytes }))
}

/// A file, by a link from a transcript.
#[utoipa::path(
    get,
    path = "/files/{workspace}/{link}",
    tag = "files",
    params(OfWorkspace, ("link" = String, Path)),
    responses((status = 200, description = "The file", content_type = "application/octet-stream"), (status = "default", body = Problem))
)]
pub async fn get(
    State(app): State<App>,
    Path((key, link)): Path<(String, String)>,
) -> ApiResult<Response> {
    let workspace = app.workspace(&key)?;
    let unknown = || ApiError::new(Code::UnknownFile, "there is no such file");
    let file = workspace.links.check(&link).map_err(|unsigned| match unsigned {
        Unsigned::Forged => unknown(),
        Unsigned::Expired => {
            ApiError::new(Code::LinkExpired, "open the conversation again for a fresh link")
        }
    })?;
    let file = app.store.file(workspace.id, file).await?;
    let file = file.filter(|file| file.erased_at.is_none()).ok_or_else(unknown)?;
    let content = app.store.attachments().get(&file.object_key).await.map_err(failed)?;
    let value = |text: String| HeaderValue::try_from(text).map_err(ApiError::internal);
    let headers = [
        (header::CONTENT_TYPE, value(file.media_type.clone())?),
        (header::CONTENT_LENGTH, value(content.bytes.to_string())?),
        (
            header::CONTENT_DISPOSITION,
            value(format!("attachment; filename*=UTF-8''{}", escaped(&file.name)))?,
        ),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox")),
        (header::CACHE_CONTROL, HeaderValue::from_static("private, max-age=3600")),
        (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
    ];
    Ok((headers, Body::from_stream(content.stream)).into_response())
}

/// The beginning of a file, as much as its type needs.
async fn head(
    content: &mut (impl Stream<Item = Result<Bytes, String>> + Unpin),
) -> ApiResult<Bytes> {
    let mut head = Vec::new();
    while head.len() < HEAD_BYTES {
        match content.next().await {
            Some(Ok(chunk)) => head.extend_from_slice(&chunk),
            Some(Err(broken)) => return Err(ApiError::new(Code::BadUpload, broken)),
            None => break,
        }
    }
    if head.is_empty() {
        return Err(ApiError::new(Code::BadUpload, "the file is empty"));
    }
    Ok(Bytes::from(head))
}

fn failed(error: FileError) -> ApiError {
    match error {
        FileError::TooLarge { bytes_max } => {
            ApiError::new(Code::BodyTooLarge, format!("files have at most {bytes_max} bytes"))
        }
        FileError::Missing => ApiError::new(Code::UnknownFile, "the file is gone"),
        FileError::BrokenOff(detail) => ApiError::new(Code::BadUpload, detail),
        FileError::Unavailable(error) => ApiError::internal(error),
    }
}

/// A name without a path and without what could break a line.
fn clean(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let name: String =
        name.chars().filter(|letter| !letter.is_control()).take(FILE_NAME_CHARS_MAX).collect();
    if name.trim().is_empty() { "file".to_owned() } else { name }
}

/// RFC 5987: everything but the plainest letters as bytes.
fn escaped(name: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
    name.bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}
