//! `/warnings`: the running cases by their chance to be late, and how good such chances are.

use axum::extract::Query;
use axum::response::{IntoResponse, Response};
use kheo_core::id::{CaseCode, KindId, TopicId};
use kheo_core::post::Right;
use kheo_core::warning::Warnings;
use kheo_store::case::{CaseRow, find};
use serde::Deserialize;

use crate::pages::staff::warnings::{WarningsPage, page};
use crate::parts::pager::Pager;
use crate::parts::unknown::leave_out;
use crate::problem::Problem;
use crate::remembered::{Learned, Likely};
use crate::session::Viewer;
use crate::staff::{frame, line, warned, without};
use crate::visit::Visit;

/// How many cases stand on a page.
const SIZE: u32 = 12;

/// The parameters of the page.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct WarningsQuery {
    /// Which page, from 1; empty for the first.
    page: String,
    /// `shown` to tell at once how good warnings are.
    judged: String,
}

/// `GET /warnings`.
///
/// # Errors
/// [`Problem::Broken`].
pub(crate) async fn show(
    visit: Visit,
    viewer: Viewer,
    Query(mut query): Query<WarningsQuery>,
) -> Result<Response, Problem> {
    let mut unknown = Vec::new();
    leave_out(&mut unknown, "page", &mut query.page, |page| page.parse::<u32>().is_ok());
    leave_out(&mut unknown, "judged", &mut query.judged, |judged| judged == "shown");
    let (remembered, today) = (visit.app.remembered.clone(), visit.today());
    let learned = visit.app.db.read(move |r| remembered.learned(r, today)).await?;
    let codes = in_scope(&visit, &viewer, &learned);
    let total = i64::try_from(codes.len()).unwrap_or(i64::MAX);
    let wanted = query.page.parse().unwrap_or(1);
    let pager = Pager::new(total, SIZE, wanted, |page| format!("/warnings?page={page}"));
    let first = usize::try_from((pager.page - 1) * SIZE).unwrap_or(0);
    let most = usize::try_from(SIZE).unwrap_or(0);
    let here: Vec<CaseCode> = codes.into_iter().skip(first).take(most).collect();
    let read = visit.app.db.read(move |r| {
        let rows: Result<Vec<_>, _> = here.iter().map(|code| find(r, code)).collect();
        rows
    });
    let rows = read.await?;
    let cases =
        rows.iter().flatten().filter_map(|case| warned_line(&visit, &viewer, &learned, case));
    let shown = WarningsPage {
        off: match &learned.warnings {
            Warnings::Off(off) => Some(off.clone()),
            Warnings::On(_) => None,
        },
        judgement: learned.warnings.judgement().cloned(),
        unfolded: !query.judged.is_empty(),
        cases: cases.collect(),
        total,
        cut: learned.cut,
        pager,
    };
    let title = visit.tongue().say("warning-title");
    let content = without(&visit, &unknown, &page(visit.tongue(), &shown));
    Ok(frame(&visit, &title, &content).into_response())
}

/// The running cases that the viewer may see, the likeliest to be late first.
fn in_scope(visit: &Visit, viewer: &Viewer, learned: &Learned) -> Vec<CaseCode> {
    let rules = visit.app.rules();
    let hidden = rules.kept_from(viewer.post.role, viewer.rank, visit.today());
    let opens_sealed = viewer.may(Right::ReadPetitioner);
    let shown = |likely: &&Likely| {
        let kept =
            |(kind, topic): &(KindId, TopicId)| *kind == likely.kind && *topic == likely.topic;
        let kept = hidden.iter().any(kept) || !opens_sealed && rules.is_sealed(&likely.kind);
        visit.directory.within(&viewer.post.unit, &likely.unit) && !kept
    };
    learned.running.iter().filter(shown).map(|likely| likely.code.clone()).collect()
}

/// The case with its warning as it stands now; nothing when it was answered or handed on since the
/// morning.
fn warned_line(
    visit: &Visit,
    viewer: &Viewer,
    learned: &Learned,
    case: &CaseRow,
) -> Option<(crate::pages::staff::line::CaseLine, kheo_core::warning::Warning)> {
    let here = visit.directory.within(&viewer.post.unit, &case.unit);
    let shown = here && line::listed(visit, viewer, std::slice::from_ref(case)).next().is_some();
    let found = warned::of_row(&learned.warnings, case).filter(|_| shown)?;
    Some((line::of(visit, viewer, case), found))
}
