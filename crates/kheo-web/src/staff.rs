//! What those who work on cases, tasks and figures ask for.

pub(crate) mod answers;
mod around;
mod case;
mod cases;
mod csv;
mod deeds;
mod duties;
mod figure_words;
mod figures;
mod identity;
mod letters;
mod line;
mod matters;
mod open_case;
mod periods;
mod procedures;
mod review;
mod tasks;
pub(crate) mod told;
mod units;
pub(crate) mod warned;
mod warnings;
mod work;

use kheo_core::post::Right;
use maud::{Markup, html};

use crate::pages::layout::{self, Head};
use crate::pages::staff::rail::rail;
use crate::parts::unknown::{self, Unknown};
use crate::rights::Access::Needs;
use crate::rights::{Route, get, post};
use crate::visit::Visit;

/// The routes, each with the right it needs.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        get("/work", Needs(Right::ReadCases), work::show),
        get("/cases", Needs(Right::ReadCases), cases::show),
        get("/cases/{code}", Needs(Right::ReadCases), case::show),
        get("/cases/{code}/letters/{number}", Needs(Right::ReadPetitioner), letters::show),
        get(
            "/cases/{code}/letters/{number}/{file}",
            Needs(Right::ReadPetitioner),
            letters::download,
        ),
        post("/cases/{code}/{action}", Needs(Right::ActOnCases), case::act),
        post("/cases/{code}/matter/link", Needs(Right::ActOnCases), deeds::join),
        post("/cases/{code}/matter/unlink", Needs(Right::ActOnCases), deeds::part),
        post("/cases/{code}/matter/judge", Needs(Right::JudgeMatters), deeds::pursued),
        post("/cases/{code}/matter/withdraw", Needs(Right::JudgeMatters), deeds::not_pursued),
        post("/cases/{code}/identity/ask", Needs(Right::ReadPetitioner), identity::ask),
        post("/cases/{code}/identity/open", Needs(Right::ReadPetitioner), identity::open),
        get("/matters", Needs(Right::ReadCases), matters::show),
        get("/matters/{matter}", Needs(Right::ReadCases), matters::open),
        get("/warnings", Needs(Right::ReadCases), warnings::show),
        get("/procedures", Needs(Right::ReadCases), procedures::show),
        get("/procedures/{kind}", Needs(Right::ReadCases), procedures::open),
        get("/tasks", Needs(Right::ReadTasks), tasks::show),
        get("/tasks/{id}", Needs(Right::ReadTasks), tasks::open),
        post("/tasks/{id}", Needs(Right::ReportTasks), tasks::tell),
        get("/figures", Needs(Right::ReadFigures), figures::show),
        get("/figures/{measure}", Needs(Right::ReadFigures), figures::open),
        get("/units", Needs(Right::ReadFigures), units::show),
        get("/units/{id}", Needs(Right::ReadFigures), units::open),
        get("/review", Needs(Right::ReadReview), review::show),
        get("/review/{period}/{unit}", Needs(Right::ReadReview), review::open),
        get("/review/{period}/{unit}/{file}", Needs(Right::ReadReview), review::download),
        get(
            "/review/{period}/{unit}/figure/{reference}",
            Needs(Right::ReadReview),
            review::figure::open,
        ),
    ]
}

/// `content` below what it was shown without.
fn without(visit: &Visit, unknown: &[Unknown], content: &Markup) -> Markup {
    html! { (unknown::notice(visit.tongue(), unknown)) (content) }
}

/// The page of `content`, with the rail at its side.
fn frame(visit: &Visit, title: &str, content: &Markup) -> Markup {
    frame_at(visit, title, &visit.address, content)
}

/// The same for the answer to a form: in the other language, its reader comes back to `here`.
fn frame_at(visit: &Visit, title: &str, here: &str, content: &Markup) -> Markup {
    let head = Head { here: Some(here), scripts: &["keys.js"], ..Head::titled(title) };
    layout::with_rail(visit, head, &rail(visit), content)
}
