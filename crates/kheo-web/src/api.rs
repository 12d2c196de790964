//! `/api/v1`: intake and following for programs.

mod document;
mod intake;

use axum::Json;
use axum::extract::Path;
use serde_json::Value;

use crate::problem::Problem;
use crate::public::told::Known;
use crate::rights::Access::Public;
use crate::rights::{Route, get, post};
use crate::visit::Visit;

/// The routes.
pub(crate) fn routes() -> Vec<Route> {
    vec![post("/api/v1/cases", Public, intake::create), get("/api/v1/cases/{code}", Public, show)]
}

/// `GET /api/v1/cases/{code}`: what everybody may see of the case.
///
/// # Errors
/// [`Problem::NotFound`], [`Problem::Broken`].
async fn show(visit: Visit, Path(code): Path<String>) -> Result<Json<Value>, Problem> {
    Ok(Json(document::of(&visit, &Known::read(&visit, &code).await?)))
}
