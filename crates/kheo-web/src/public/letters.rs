//! `/follow/{code}/letters/{number}/{file}`: letters to whoever brought the case.

use axum::extract::Path;
use axum::response::Response;

use crate::letters::{self, Asker};
use crate::problem::Problem;
use crate::public::told::Known;
use crate::visit::Visit;

/// `GET /follow/{code}/letters/{number}/{file}`: `letter.pdf` or `letter.docx`.
///
/// # Errors
/// [`Problem::NotFound`] for a letter that is not for the petitioner, [`Problem::TooMany`].
pub(crate) async fn download(
    visit: Visit,
    Path((code, number, file)): Path<(String, usize, String)>,
) -> Result<Response, Problem> {
    let known = Known::read(&visit, &code).await?;
    let kind = known.kind_left(visit.app.rules());
    let written = letters::written(&visit, &kind, &known.events, number, Asker::Petitioner);
    let (_, letter) = written.await?;
    letters::file(&visit, known.case.code.as_str(), number, &file, letter).await
}
