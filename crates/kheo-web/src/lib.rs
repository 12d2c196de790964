//! Pages and API.
//!
//! A handler takes what was asked, reads or writes through the store, lets the rules decide, and
//! hands what it shows to a page. There is no rule here and no SQL.

mod api;
mod app;
mod assets;
mod brake;
mod client;
mod cookie;
mod directory;
mod headers;
mod kept;
mod language;
mod letters;
mod limits;
mod media;
mod origin;
mod pages;
mod parts;
mod password;
mod pieces;
mod problem;
mod public;
mod remembered;
mod rights;
mod session;
mod staff;
mod submission;
mod visit;

use std::future::Future;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::response::IntoResponse as _;
use tokio::net::TcpListener;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, Predicate as _};
use tower_http::timeout::RequestBodyTimeoutLayer;

pub use app::{App, Random};
pub use password::{PasswordError, hash_password};
pub use remembered::Remembered;

use limits::Limits;
use problem::Problem;
use rights::Route;

/// How long a sender may be silent in the middle of what it sends.
const SILENCE: Duration = Duration::from_secs(30);

fn routes() -> Vec<Route> {
    let mut routes = public::routes();
    routes.extend(api::routes());
    routes.extend(staff::routes());
    routes
}

/// All pages and the API of an installation.
pub fn router(app: App) -> Router {
    // What is private is not compressed: its length must not tell of its content.
    let compression = CompressionLayer::new()
        .compress_when(DefaultPredicate::new().and(headers::is_compressible));
    // What broke may hold what somebody typed, so it is not told.
    let panics =
        CatchPanicLayer::custom(|_| Problem::Broken("a page broke off".to_owned()).into_response());
    let app = Arc::new(app);
    rights::router(&app, routes())
        .fallback(|| async { Problem::NotFound })
        .layer(panics)
        .layer(from_fn_with_state((app.clone(), Arc::new(Limits::new())), visit::receive))
        .layer(from_fn_with_state(app.clone(), headers::set))
        .layer(compression)
        .layer(RequestBodyTimeoutLayer::new(SILENCE))
        .with_state(app)
}

/// The table of routes and roles as text, for review.
#[must_use]
pub fn rights_table() -> String {
    rights::table(&routes())
}

/// Answers requests until `stop` is done and those under way are answered.
///
/// # Errors
/// When the listener fails.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(stop).await
}
