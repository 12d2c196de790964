//! `/cases/{code}`: one case, and the actions on it.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kheo_core::Refusal;
use kheo_core::case::{Act, Circumstances, Complexity, Filled};
use kheo_core::event::Stamp;
use kheo_core::id::{ActionId, CaseCode, PostId, ReasonId, UnitId};
use kheo_core::text::clean_optional;

use crate::pages::staff::{case, conflict};
use crate::parts::fault::{self, Called, Fault};
use crate::problem::Problem;
use crate::session::Viewer;
use crate::staff::open_case::{OpenCase, Typed};
use crate::staff::{frame, frame_at, told};
use crate::submission::Submission;
use crate::visit::Visit;

/// How the forms of actions call their fields.
const CALLED: Called<'_> = &[
    ("text", "staff-action-text"),
    ("unit", "staff-action-unit"),
    ("circumstances", "staff-action-complexity"),
];

/// `GET /cases/{code}`.
///
/// # Errors
/// [`Problem::NotFound`] for a case out of the viewer's scope.
pub(crate) async fn show(
    visit: Visit,
    viewer: Viewer,
    Path(code): Path<String>,
) -> Result<Response, Problem> {
    let open = OpenCase::read(&visit, &viewer, &code).await?;
    let page = open.page(&visit, &viewer, None);
    let content = case::page(visit.tongue(), &page);
    Ok(frame(&visit, &page.subject, &content).into_response())
}

/// `POST /cases/{code}/{action}`.
///
/// # Errors
/// [`Problem::NotFound`] for a case out of the viewer's scope or an action that is not theirs.
pub(crate) async fn act(
    visit: Visit,
    viewer: Viewer,
    Path((code, action)): Path<(String, String)>,
    mut sent: Submission,
) -> Result<Response, Problem> {
    let open = OpenCase::read(&visit, &viewer, &code).await?;
    if let Err(gone) = open.has_rules(visit.app.rules()) {
        let faults = vec![fault::of_refusal_in(visit.tongue(), &gone, CALLED)];
        return Ok(refused(&visit, &viewer, &open, &action, &sent, faults));
    }
    if !open.has_action(&ActionId::new(&action)) {
        return Err(Problem::NotFound);
    }
    match perform(&visit, &viewer, &open, &action, &mut sent).await {
        Ok(faults) if faults.is_empty() => {
            Ok(Redirect::to(&format!("/cases/{}", open.case.code)).into_response())
        }
        Ok(faults) => Ok(refused(&visit, &viewer, &open, &action, &sent, faults)),
        Err(Problem::Refused(Refusal::Stale { .. })) => {
            changed(&visit, &viewer, &open.case.code, &action, &sent).await
        }
        Err(Problem::Refused(refusal)) if visible(&refusal) => {
            let faults = vec![fault::of_refusal_in(visit.tongue(), &refusal, CALLED)];
            Ok(refused(&visit, &viewer, &open, &action, &sent, faults))
        }
        Err(Problem::Refused(_)) => Err(Problem::NotFound),
        Err(problem) => Err(problem),
    }
}

/// Whether the person is told of the refusal on the page of the case.
fn visible(refusal: &Refusal) -> bool {
    !matches!(
        refusal,
        Refusal::NotYours | Refusal::UnknownCase { .. } | Refusal::UnknownAction { .. }
    )
}

async fn perform(
    visit: &Visit,
    viewer: &Viewer,
    open: &OpenCase,
    action: &str,
    sent: &mut Submission,
) -> Result<Vec<Fault>, Problem> {
    let tongue = visit.tongue();
    let mut faults = sent.faults(tongue);
    faults.extend(sent.file_faults(tongue, "proof"));
    let filled = open.filled(&ActionId::new(action), sent, visit.today());
    let filled = filled.unwrap_or_else(|wrong| {
        faults.extend(wrong.iter().map(|why| fault::of_refusal_in(tongue, why, CALLED)));
        Filled::new()
    });
    if !faults.is_empty() {
        return Ok(faults);
    }
    let act = Act {
        action: ActionId::new(action),
        seen: sent.text("seen").parse().map_err(|_| Problem::Unreadable)?,
        text: clean_optional("text", sent.filled("text"), Act::TEXT)?,
        unit: sent.filled("unit").map(UnitId::new),
        post: sent.filled("post").map(PostId::new),
        circumstances: Circumstances {
            complexity: match sent.text("complexity") {
                "" => Complexity::default(),
                word => told::meaning(word).ok_or(Problem::Unreadable)?,
            },
            remote: !sent.text("remote").is_empty(),
        },
        length: sent.filled("length").map(length),
        reason: sent.filled("reason").map(ReasonId::new),
        filled,
        proofs: sent.proofs(),
    };
    match record(visit, viewer, open, act.clone(), sent).await {
        Err(Problem::Refused(stale @ Refusal::Stale { .. })) => {
            let (packs, by, of) = (visit.app.packs.clone(), viewer.actor(), open.case.code.clone());
            let again = visit
                .app
                .db
                .read(move |r| Ok(kheo_store::case::is_recorded(r, &packs.rules, &by, &of, act)));
            if again.await?? { Ok(Vec::new()) } else { Err(stale.into()) }
        }
        done => done.map(|()| Vec::new()),
    }
}

async fn record(
    visit: &Visit,
    viewer: &Viewer,
    open: &OpenCase,
    act: Act,
    sent: &mut Submission,
) -> Result<(), Problem> {
    let (app, actor, code) = (&visit.app, viewer.actor(), open.case.code.clone());
    let stamp = Stamp::at(app.now());
    let (packs, by, of, wanted) = (app.packs.clone(), actor.clone(), code.clone(), act.clone());
    let decide = app
        .db
        .read(move |r| Ok(kheo_store::case::may_act(r, &packs.rules, &by, &of, &wanted, stamp)));
    decide.await??;
    open.must_offer(visit, &act)?;
    sent.store_files(app).await?;
    let packs = app.packs.clone();
    let write =
        app.db.write(move |tx| kheo_store::case::act(tx, &packs.rules, &actor, &code, act, stamp));
    write.await?;
    Ok(())
}

/// By how much to extend; what is no number is 0, which no rule allows.
fn length(typed: &str) -> u16 {
    typed.trim().parse::<u64>().map_or(0, |units| u16::try_from(units).unwrap_or(u16::MAX))
}

fn typed<'a>(action: &'a str, sent: &'a Submission, faults: Vec<Fault>) -> Typed<'a> {
    let text = |field| sent.text(field);
    Typed {
        action,
        text: text("text"),
        unit: text("unit"),
        post: text("post"),
        complexity: text("complexity"),
        remote: !text("remote").is_empty(),
        length: text("length"),
        reason: text("reason"),
        sent,
        faults,
    }
}

fn refused(
    visit: &Visit,
    viewer: &Viewer,
    open: &OpenCase,
    action: &str,
    sent: &Submission,
    faults: Vec<Fault>,
) -> Response {
    let page = open.page(visit, viewer, Some(&typed(action, sent, faults)));
    let content = case::page(visit.tongue(), &page);
    let here = format!("/cases/{}", page.code);
    let body = frame_at(visit, &page.subject, &here, &content);
    (StatusCode::UNPROCESSABLE_ENTITY, body).into_response()
}

/// Shows what the person saw beside what the case is now.
async fn changed(
    visit: &Visit,
    viewer: &Viewer,
    code: &CaseCode,
    action: &str,
    sent: &Submission,
) -> Result<Response, Problem> {
    let open = OpenCase::read(visit, viewer, code.as_str()).await?;
    let (tongue, seen) = (visit.tongue(), sent.text("seen").parse().unwrap_or(1));
    let now = open.version(tongue, open.case.seen).ok_or(Problem::NotFound)?;
    let happened = usize::try_from(seen).unwrap_or(usize::MAX);
    let since = open.told.iter().skip(happened);
    let forms = open.forms(visit, viewer, Some(&typed(action, sent, Vec::new())));
    let page = conflict::ConflictPage {
        code: code.clone(),
        subject: open.subject(visit),
        action: ActionId::new(action),
        seen: open.version(tongue, seen).unwrap_or_else(|| now.clone()),
        now,
        since: since
            .map(|one| told::happening(tongue, &open.directory, one, open.reading()))
            .collect(),
        again: forms.into_iter().find(|form| form.action.as_str() == action),
        text: sent.text("text").to_owned(),
    };
    let title = tongue.say("staff-conflict-title");
    let content = conflict::page(tongue, &page);
    let here = format!("/cases/{code}");
    Ok((StatusCode::CONFLICT, frame_at(visit, &title, &here, &content)).into_response())
}
