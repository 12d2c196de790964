//! Pages and API.
//!
//! A handler takes what was asked, reads or writes through the store, lets the rules decide, and
//! hands what it shows to a page. There is no rule here and no SQL.

mod api;
mod app;
mod assets;
mod cookie;
mod directory;
mod headers;
mod language;
mod media;
mod origin;
mod pages;
mod parts;
mod password;
mod problem;
mod public;
mod remembered;
mod rights;
mod session;
mod staff;
mod submission;
mod visit;

use std::future::Future;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use tokio::net::TcpListener;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, Predicate as _};

pub use app::{App, Random};
pub use password::{PasswordError, hash_password};
pub use remembered::Remembered;

use problem::Problem;
use rights::Route;

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
    rights::router(&app, routes())
        .fallback(|| async { Problem::NotFound })
        .layer(from_fn_with_state(app.clone(), visit::receive))
        .layer(from_fn(headers::set))
        .layer(compression)
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
    axum::serve(listener, router).with_graceful_shutdown(stop).await
}
