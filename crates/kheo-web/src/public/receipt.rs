//! `/receipt/{code}`: what a citizen keeps.

use axum::extract::Path;
use maud::Markup;

use crate::pages::public::receipt;
use crate::problem::Problem;
use crate::public::told::Known;
use crate::visit::Visit;

/// `GET /receipt/{code}`.
///
/// # Errors
/// [`Problem::NotFound`], [`Problem::Broken`].
pub(crate) async fn show(visit: Visit, Path(code): Path<String>) -> Result<Markup, Problem> {
    let known = Known::read(&visit, &code).await?;
    Ok(receipt::page(&visit, &known.public(&visit)))
}
