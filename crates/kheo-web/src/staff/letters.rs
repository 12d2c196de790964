//! `/cases/{code}/letters/{number}`: letters that were made for a case.

use axum::extract::Path;
use axum::response::Response;
use maud::Markup;

use crate::letters::{self, vietnamese};
use crate::pages::staff::letter::{self, LetterPage};
use crate::problem::Problem;
use crate::session::Viewer;
use crate::staff::frame;
use crate::staff::open_case::OpenCase;
use crate::visit::Visit;

/// `GET /cases/{code}/letters/{number}`.
///
/// # Errors
/// [`Problem::NotFound`] for a case out of the viewer's scope, and a letter that is not for them.
pub(crate) async fn show(
    visit: Visit,
    viewer: Viewer,
    Path((code, number)): Path<(String, usize)>,
) -> Result<Markup, Problem> {
    let open = OpenCase::read(&visit, &viewer, &code).await?;
    let (id, letter) = open.letter(&visit, number).await?;
    let sheet = letter.render(vietnamese(&visit));
    let page = LetterPage {
        code: open.case.code.clone(),
        number,
        title: visit.tongue().say(&format!("letter-{id}")),
        sheet: sheet.map_err(|why| Problem::Broken(why.to_string()))?,
    };
    Ok(frame(&visit, &page.title, &letter::page(visit.tongue(), &page)))
}

/// `GET /cases/{code}/letters/{number}/{file}`: `letter.docx` or `letter.pdf`.
///
/// # Errors
/// As [`show`]; [`Problem::NotFound`] for another file.
pub(crate) async fn download(
    visit: Visit,
    viewer: Viewer,
    Path((code, number, file)): Path<(String, usize, String)>,
) -> Result<Response, Problem> {
    let open = OpenCase::read(&visit, &viewer, &code).await?;
    let (_, letter) = open.letter(&visit, number).await?;
    letters::file(&visit, open.case.code.as_str(), number, &file, letter).await
}
