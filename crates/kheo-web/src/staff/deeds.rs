//! `/cases/{code}/matter/…`: saying that cases belong together, taking it back, judging.

use std::sync::Arc;

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use kheo_core::Refusal;
use kheo_core::case::Act;
use kheo_core::event::Stamp;
use kheo_core::id::CaseCode;
use kheo_core::matter::Link;
use kheo_core::rules::Rules;
use kheo_core::text::clean_optional;
use kheo_store::case::{CaseRow, find, is_known_to};
use kheo_store::matter::{code_of, judge, link, unlink, withdraw};
use kheo_store::{Reader, StoreError};

use crate::directory::Directory;
use crate::pages::staff::case::{self, CasePage};
use crate::parts::fault::{self, Fault};
use crate::problem::Problem;
use crate::session::Viewer;
use crate::staff::open_case::OpenCase;
use crate::staff::{around, frame_at};
use crate::submission::Submission;
use crate::visit::Visit;

/// `POST /cases/{code}/matter/link`: with a case that is suggested, or whose code is typed.
///
/// # Errors
/// [`Problem::NotFound`] for a case out of the viewer's scope.
pub(crate) async fn join(
    visit: Visit,
    viewer: Viewer,
    Path(code): Path<String>,
    sent: Submission,
) -> Result<Response, Problem> {
    let open = OpenCase::read(&visit, &viewer, &code).await?;
    must_know(&open)?;
    let code = open.case.code.clone();
    let done = match sent.filled("other") {
        Some(began) => match suggested(&visit, &viewer, &open, began).await? {
            Some(other) => said(&visit, &viewer, Link::between(code.clone(), other), true).await,
            // Somebody was faster, and it is in the matter already or does not look alike any more.
            None => Ok(()),
        },
        None => match typed(&visit, &viewer, &open, sent.text("code")).await {
            Ok(other) => said(&visit, &viewer, Link::between(code.clone(), other), true).await,
            Err(problem) => Err(problem),
        },
    };
    match done {
        Ok(()) | Err(Problem::Refused(Refusal::LinkedAlready)) => Ok(to_matter(&code)),
        Err(Problem::Refused(
            why @ (Refusal::Empty { .. }
            | Refusal::SameCase
            | Refusal::SealedApart
            | Refusal::UnknownCase { .. }),
        )) => {
            let mut page = open.page(&visit, &viewer, None);
            let fault = fault::of_refusal(visit.tongue(), &why);
            if let Some(form) = &mut page.matter.by_code {
                sent.text("code").clone_into(&mut form.words);
                form.problem = Some(fault.words.clone());
            }
            Ok(refused(&visit, page, fault))
        }
        Err(problem) => Err(problem),
    }
}

/// Refuses whoever does not know who brought the case, and so is told nothing of its matter.
///
/// # Errors
/// [`Problem::NotFound`].
fn must_know(open: &OpenCase) -> Result<(), Problem> {
    if open.around.sees.knows() { Ok(()) } else { Err(Problem::NotFound) }
}

/// The case that a form names by its registration, if the viewer may see it or it is suggested.
async fn suggested(
    visit: &Visit,
    viewer: &Viewer,
    open: &OpenCase,
    began: &str,
) -> Result<Option<CaseCode>, Problem> {
    let began: u64 = began.parse().map_err(|_| Problem::Unreadable)?;
    let (reader, case) = (viewer.clone(), open.around.case.clone());
    let (packs, today) = (visit.app.packs.clone(), visit.today());
    let directory = Arc::clone(&visit.directory);
    let read = visit.app.db.read(move |r| {
        let Some(code) = code_of(r, began)? else { return Ok(None) };
        let may = may_link(r, (&packs.rules, &directory), &reader, &case, &code, today)?;
        Ok(Some(code).filter(|_| may))
    });
    Ok(read.await?)
}

async fn said(visit: &Visit, viewer: &Viewer, of: Link, linked: bool) -> Result<(), Problem> {
    let (app, actor) = (&visit.app, viewer.actor());
    let (packs, stamp) = (app.packs.clone(), Stamp::at(app.now()));
    let write = app.db.write(move |tx| {
        if linked {
            link(tx, &packs.rules, &actor, &of, stamp)
        } else {
            unlink(tx, &packs.rules, &actor, &of, stamp)
        }
    });
    Ok(write.await?)
}

/// `POST /cases/{code}/matter/unlink`: takes back a link of this case.
///
/// # Errors
/// [`Problem::NotFound`] for a case out of the viewer's scope.
pub(crate) async fn part(
    visit: Visit,
    viewer: Viewer,
    Path(code): Path<String>,
    sent: Submission,
) -> Result<Response, Problem> {
    let open = OpenCase::read(&visit, &viewer, &code).await?;
    must_know(&open)?;
    let began: u64 = sent.text("other").parse().map_err(|_| Problem::Unreadable)?;
    let other = visit.app.db.read(move |r| code_of(r, began)).await?;
    let other = other.ok_or(Problem::NotFound)?;
    let code = open.case.code;
    match said(&visit, &viewer, Link::between(code.clone(), other), false).await {
        Ok(()) | Err(Problem::Refused(Refusal::NotLinked)) => Ok(to_matter(&code)),
        Err(problem) => Err(problem),
    }
}

/// `POST /cases/{code}/matter/judge`: that the matter is pursued with this case after its final answer.
///
/// # Errors
/// [`Problem::NotFound`] for a case out of the viewer's scope.
pub(crate) async fn pursued(
    visit: Visit,
    viewer: Viewer,
    Path(code): Path<String>,
    sent: Submission,
) -> Result<Response, Problem> {
    judged(&visit, &viewer, &code, &sent, true).await
}

/// `POST /cases/{code}/matter/withdraw`: takes that judgement back.
///
/// # Errors
/// [`Problem::NotFound`] for a case out of the viewer's scope.
pub(crate) async fn not_pursued(
    visit: Visit,
    viewer: Viewer,
    Path(code): Path<String>,
    sent: Submission,
) -> Result<Response, Problem> {
    judged(&visit, &viewer, &code, &sent, false).await
}

async fn judged(
    visit: &Visit,
    viewer: &Viewer,
    code: &str,
    sent: &Submission,
    pursued: bool,
) -> Result<Response, Problem> {
    let open = OpenCase::read(visit, viewer, code).await?;
    must_know(&open)?;
    let code = open.case.code.clone();
    match judgement(visit, viewer, code.clone(), sent, pursued).await {
        Ok(()) => Ok(to_matter(&code)),
        Err(Problem::Refused(Refusal::NotYours)) => Err(Problem::NotFound),
        Err(Problem::Refused(why)) => {
            let mut page = open.page(visit, viewer, None);
            let fault =
                fault::of_refusal_in(visit.tongue(), &why, &[("text", "staff-judge-reasons")]);
            if let Some(form) = &mut page.matter.judgement.form {
                sent.text("text").clone_into(&mut form.text);
                form.problem = Some(fault.words.clone());
            }
            Ok(refused(visit, page, fault))
        }
        Err(problem) => Err(problem),
    }
}

async fn judgement(
    visit: &Visit,
    viewer: &Viewer,
    code: CaseCode,
    sent: &Submission,
    pursued: bool,
) -> Result<(), Problem> {
    let (app, actor, stamp) = (&visit.app, viewer.actor(), Stamp::at(visit.app.now()));
    let reasons = clean_optional("text", sent.filled("text"), Act::TEXT)?;
    let write = app.db.write(move |tx| {
        if pursued {
            judge(tx, &actor, &code, reasons, stamp)
        } else {
            withdraw(tx, &actor, &code, reasons, stamp)
        }
    });
    Ok(write.await?)
}

/// Whether `viewer` may say that `case` and the one of that code belong together: they see it and may know
/// who brought it, or it is suggested to them.
fn may_link(
    r: &Reader<'_>,
    (rules, directory): (&Rules, &Directory),
    viewer: &Viewer,
    case: &CaseRow,
    code: &CaseCode,
    today: Date,
) -> Result<bool, StoreError> {
    let Some(other) = find(r, code)? else { return Ok(false) };
    if is_known_to(r, code, &viewer.post.unit)? && viewer.sight(rules, directory, &other).knows() {
        return Ok(true);
    }
    let suggested = around::suggested(r, rules, directory, viewer, case, today)?;
    Ok(suggested.iter().any(|alike| alike.case.code == *code))
}

/// The case whose code was typed, if the viewer may link it: no other is told from one that does not
/// exist.
///
/// # Errors
/// [`Refusal::UnknownCase`].
async fn typed(
    visit: &Visit,
    viewer: &Viewer,
    open: &OpenCase,
    typed: &str,
) -> Result<CaseCode, Problem> {
    if typed.trim().is_empty() {
        return Err(Refusal::Empty { field: "code" }.into());
    }
    let code = CaseCode::typed(typed).unwrap_or_else(|| CaseCode::new(typed.trim()));
    let (reader, case, wanted) = (viewer.clone(), open.around.case.clone(), code.clone());
    let (packs, today) = (visit.app.packs.clone(), visit.today());
    let directory = Arc::clone(&visit.directory);
    let read = visit
        .app
        .db
        .read(move |r| may_link(r, (&packs.rules, &directory), &reader, &case, &wanted, today));
    if read.await? { Ok(code) } else { Err(Refusal::UnknownCase { code }.into()) }
}

fn to_matter(code: &CaseCode) -> Response {
    Redirect::to(&format!("/cases/{code}#matter")).into_response()
}

fn refused(visit: &Visit, mut page: CasePage, fault: Fault) -> Response {
    page.faults = vec![fault];
    let here = format!("/cases/{}", page.code);
    let content = case::page(visit.tongue(), &page);
    let body = frame_at(visit, &page.subject, &here, &content);
    (StatusCode::UNPROCESSABLE_ENTITY, body).into_response()
}
