//! The web parts, carried in the executable: console, visitor's page, widget, and the first page that says where things are.
//!
//! Sets the headers each page needs. Knows no session: what a page shows it asks the API for.

use axum::{
    Router,
    extract::Path,
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Redirect, Response},
    routing::get,
};
use rust_embed::{EmbeddedFile, RustEmbed};
use tower_http::compression::CompressionLayer;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../web/console/dist"]
#[allow_missing = true]
struct Console;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../web/widget/dist"]
#[allow_missing = true]
struct Widget;

/// Scripts and styles from here only; Mantine sets style attributes, which CSP counts as inline styles.
const CONSOLE_CSP: &str = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; \
    connect-src 'self' ws: wss:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
/// The same, but any page may hold the widget's frame.
const FRAME_CSP: &str = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; \
    connect-src 'self' ws: wss:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors *";
/// The visitor's full page stands alone.
const PAGE_CSP: &str = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; \
    connect-src 'self' ws: wss:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/// A host page as a customer's might be: it may load the loader and frame the widget, and nothing else.
const DEMO_CSP: &str =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; frame-src 'self'";

/// Built files have a hash in their names and never change.
const FOREVER: &str = "public, max-age=31536000, immutable";
const REVALIDATE: &str = "no-cache";

/// Routes of everything that is no API.
pub fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new()
        .route("/", get(first_page))
        .route("/console", get(|| async { Redirect::permanent("/console/") }))
        .route("/console/", get(|| console(Path(String::new()))))
        .route("/console/{*path}", get(console))
        .route("/demo/{workspace}", get(demo))
        .route("/widget/{*path}", get(widget_file))
        .layer(CompressionLayer::new())
}

/// A file of the console, or its page for every address that the console itself knows.
async fn console(Path(path): Path<String>) -> Response {
    match Console::get(&path) {
        Some(file) if !path.is_empty() => served(&path, file, CONSOLE_CSP),
        Some(_) | None if path.starts_with("assets/") => StatusCode::NOT_FOUND.into_response(),
        Some(_) | None => match Console::get("index.html") {
            Some(page) => served("index.html", page, CONSOLE_CSP),
            None => not_built().into_response(),
        },
    }
}

async fn widget_file(Path(path): Path<String>) -> Response {
    match Widget::get(&path) {
        Some(file) => served(&path, file, FRAME_CSP),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

async fn demo() -> Response {
    match Widget::get("demo.html") {
        Some(page) => served("demo.html", page, DEMO_CSP),
        None => not_built().into_response(),
    }
}

/// Where a chat is shown.
#[derive(Debug, Clone, Copy)]
pub enum Shown {
    /// In a frame, on any page.
    Framed,
    /// As a page of its own.
    Alone,
}

/// The visitor's page, with what it is told from the start: `known` is JSON. As a block of data it is no script
/// to a content security policy.
pub fn visitor_page(shown: Shown, known: &str) -> Response {
    let Some(mut page) = Widget::get("frame.html") else { return not_built().into_response() };
    let csp = match shown {
        Shown::Framed => FRAME_CSP,
        Shown::Alone => PAGE_CSP,
    };
    page.data = told(&String::from_utf8_lossy(&page.data), known).into_bytes().into();
    served("frame.html", page, csp)
}

/// JSON in its place on the page; nothing in it ends the block it stands in.
fn told(page: &str, known: &str) -> String {
    page.replace(KNOWN_HERE, &format!(">{}<", known.replace('<', "\\u003c")))
}

/// Stands in web/widget/frame.html.
const KNOWN_HERE: &str = ">\"known\"<";

fn served(path: &str, file: EmbeddedFile, csp: &'static str) -> Response {
    let hashed = path.starts_with("assets/");
    let media_type = HeaderValue::from_str(file.metadata.mimetype())
        .unwrap_or(HeaderValue::from_static("application/octet-stream"));
    let headers: [(HeaderName, HeaderValue); 5] = [
        (header::CONTENT_TYPE, media_type),
        (
            header::CACHE_CONTROL,
            HeaderValue::from_static(if hashed { FOREVER } else { REVALIDATE }),
        ),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(csp)),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (header::REFERRER_POLICY, HeaderValue::from_static("same-origin")),
    ];
    (headers, file.data.into_owned()).into_response()
}

/// Where things are.
async fn first_page() -> Html<String> {
    let built = Console::get("index.html").is_some() && Widget::get("frame.html").is_some();
    let note = if built { "" } else { NOT_BUILT };
    Html(format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>Baton</title><h1>Baton</h1>{note}<ul>\
         <li><a href=\"/console/\">Console</a> for agents, supervisors and administrators</li>\
         <li>A visitor’s page is at <code>/visit/</code> and the workspace’s key</li>\
         <li><a href=\"/api/docs\">API</a></li></ul></html>"
    ))
}

const NOT_BUILT: &str = "<p>This server was built without its web parts. Run <code>cargo xtask run</code>, \
    or <code>npm --prefix web ci && npm --prefix web run build</code> and build again.</p>";

fn not_built() -> (StatusCode, Html<String>) {
    (
        StatusCode::SERVICE_UNAVAILABLE,
        Html(format!("<!doctype html><title>Baton</title>{NOT_BUILT}")),
    )
}

#[cfg(test)]
mod tests {
    use super::told;

    #[test]
    fn what_a_page_is_told_stays_data_whatever_a_workspace_is_called() {
        let page = "<script type=\"application/json\" id=\"known\">\"known\"</script>";
        let told = told(page, r#"{"name":"</script><script>alert(1)"}"#);
        assert_eq!(told.matches("<script").count(), 1, "{told}");
        assert_eq!(told.matches("</script>").count(), 1, "{told}");
        assert!(told.contains(r#">{"name":"\u003c/script>\u003cscript>alert(1)"}<"#), "{told}");
    }
}
