//! `/receipt/{code}`: what a citizen keeps.

use axum::extract::Path;
use maud::Markup;

use crate::pages::public::receipt;
use crate::problem::Problem;
use crate::public::case::followed;
use crate::visit::Visit;

/// `GET /receipt/{code}`.
///
/// # Errors
/// [`Problem::NotFound`], [`Problem::Broken`].
pub(crate) async fn show(visit: Visit, Path(code): Path<String>) -> Result<Markup, Problem> {
    let public = followed(&visit, &code).await?.public(&visit)?;
    Ok(receipt::page(&visit, &public))
}
