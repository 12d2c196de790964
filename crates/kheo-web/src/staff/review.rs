//! `/review`: the review of a period as a document.

pub(crate) mod figure;

use std::sync::Arc;

use axum::extract::{Path, Query};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use kheo_core::id::UnitId;
use kheo_core::period::Period;
use kheo_core::review::{Contradiction, Figure, Figures, Review};
use kheo_core::task::{Conclusion, Task};
use kheo_paper::review::{ReviewContext, drafted, source};
use kheo_paper::{Document, Format};
use kheo_store::ledger;
use serde::Deserialize;

use crate::pages::staff::choice::Select;
use crate::pages::staff::review::{ChoosePage, QualityCard, ReviewPage, choose, page};
use crate::parts::unknown::leave_out;
use crate::problem::Problem;
use crate::remembered::Shown;
use crate::session::Viewer;
use crate::staff::figures::behind;
use crate::staff::{figure_words, frame, periods, without};
use crate::visit::Visit;

/// The parameters of the form to choose with.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ReviewQuery {
    period: String,
    unit: String,
}

/// `GET /review`.
///
/// # Errors
/// [`Problem::Broken`].
pub(crate) async fn show(
    visit: Visit,
    viewer: Viewer,
    Query(mut query): Query<ReviewQuery>,
) -> Result<Response, Problem> {
    let (tongue, today) = (visit.tongue(), visit.today());
    let mut unknown = Vec::new();
    let within = |unit: &str| visit.directory.within(&viewer.post.unit, &UnitId::new(unit));
    leave_out(&mut unknown, "period", &mut query.period, periods::is_one);
    leave_out(&mut unknown, "unit", &mut query.unit, within);
    let period = periods::chosen(&query.period, today);
    if unknown.is_empty() && !query.unit.is_empty() {
        let unit = crate::parts::address::encoded(&query.unit);
        return Ok(Redirect::to(&format!("/review/{period}/{unit}")).into_response());
    }
    let unit = Select {
        name: "unit",
        label: tongue.say("staff-column-unit"),
        any: None,
        choices: visit.directory.choices(&viewer.post.unit, visit.lang),
        chosen: Some(query.unit)
            .filter(|unit| !unit.is_empty())
            .unwrap_or_else(|| viewer.post.unit.to_string()),
    };
    let mut period = periods::select(tongue, today, period);
    period.choices.retain(|choice| choice.value.parse().is_ok_and(|p: Period| p.first() <= today));
    let page = ChoosePage { selects: vec![period, unit] };
    let title = tongue.say("staff-review-title");
    let content = without(&visit, &unknown, &choose(tongue, &page));
    Ok(frame(&visit, &title, &content).into_response())
}

/// The period and the unit of a review that the viewer may read.
///
/// # Errors
/// [`Problem::NotFound`] for what is no period, and for a unit that is not in the viewer's scope;
/// [`kheo_core::Refusal`] for a period that has not begun, or that was over before the calendar begins.
fn asked(
    visit: &Visit,
    viewer: &Viewer,
    period: &str,
    unit: String,
) -> Result<(Period, UnitId), Problem> {
    let period: Period = period.parse().map_err(|_| Problem::NotFound)?;
    let unit = UnitId::new(unit);
    if !visit.directory.within(&viewer.post.unit, &unit) {
        return Err(Problem::NotFound);
    }
    period.can_be_told(visit.app.rules().calendar.first_day(), visit.today())?;
    Ok((period, unit))
}

/// All that a review of a unit is made of.
pub(crate) struct Drafted {
    pub(crate) known: Arc<Figures>,
    next: Vec<(Conclusion, Vec<Task>)>,
    on: Date,
    /// The last entry that this was read at.
    last: Option<u64>,
}

impl Drafted {
    /// Reads what the review of `unit` for `period` needs.
    ///
    /// # Errors
    /// As [`asked`].
    pub(crate) async fn read(
        visit: &Visit,
        viewer: &Viewer,
        period: &str,
        unit: String,
    ) -> Result<Self, Problem> {
        let (period, unit) = asked(visit, viewer, period, unit)?;
        let today = visit.today();
        let remembered = visit.app.remembered.clone();
        let read = visit.app.db.read(move |r| {
            let known = remembered.figures(r, &unit, period, today)?;
            let next = kheo_store::review::next(r, &unit, period)?;
            Ok(Self { known, next, on: today, last: ledger::last(r)? })
        });
        Ok(read.await?)
    }

    /// The review, and the document that it makes with links to `href`.
    fn drafted(
        &self,
        visit: &Visit,
        href: &dyn Fn(&Figure) -> Option<String>,
    ) -> (Review, Document) {
        let context = ReviewContext {
            units: visit.directory.all(),
            next: &self.next,
            href,
            on: self.on,
            demonstration: visit.app.demonstration,
        };
        drafted(visit.app.rules(), &self.known, &context, visit.tongue())
    }
}

/// `GET /review/{period}/{unit}`.
///
/// # Errors
/// As [`Drafted::read`].
pub(crate) async fn open(
    visit: Visit,
    viewer: Viewer,
    Path((period, unit)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let drafted = Drafted::read(&visit, &viewer, &period, unit).await?;
    let href = |figure: &Figure| {
        let alone = figure.alone && visit.directory.has_below(&figure.unit);
        Some(figure_words::beside(figure, alone))
    };
    let read_at = (drafted.on, drafted.last);
    let shown = visit.app.remembered.review(&drafted.known, read_at, visit.lang, || {
        let (review, document) = drafted.drafted(&visit, &href);
        Shown { review, sheet: kheo_paper::html::render(&document) }
    });
    let (tongue, period, unit) = (visit.tongue(), drafted.known.period, &drafted.known.unit);
    let name = visit.directory.unit(unit, visit.lang);
    let title =
        format!("{} · {name} · {}", tongue.say("staff-review-title"), tongue.period(period));
    let content = ReviewPage {
        period,
        unit: name,
        address: format!("/review/{period}/{unit}"),
        paper: shown.sheet.clone(),
        quality: quality(&visit, &drafted, &shown.review),
    };
    Ok(frame(&visit, &title, &page(tongue, &content)).into_response())
}

fn quality(visit: &Visit, drafted: &Drafted, review: &Review) -> QualityCard {
    let tongue = visit.tongue();
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let contradiction = |one: &Contradiction| {
        let reading = &one.set_aside;
        let said = |value| tongue.measured(value, &one.measured_in);
        let used = one.used.as_ref().map(|used| said(used.value));
        let values: Vec<String> = used.into_iter().chain([said(reading.value)]).collect();
        let href = behind(&reading.measure, &reading.unit, drafted.known.period);
        (tongue.say(&format!("measure-{}", reading.measure)), values.join(" / "), href)
    };
    let quality = &review.quality;
    let theme = |id: &String| tongue.say(&format!("theme-{id}"));
    QualityCard {
        reported: count(quality.reported),
        demonstration: count(quality.demonstration),
        entered: count(quality.entered),
        contradictions: quality.contradictions.iter().map(contradiction).collect(),
        silent: quality.silent.iter().map(theme).collect(),
    }
}

/// `GET /review/{period}/{unit}/{file}`: the review as a file.
///
/// # Errors
/// [`Problem::NotFound`] for a format that is not written, and as [`Drafted::read`].
pub(crate) async fn download(
    visit: Visit,
    viewer: Viewer,
    Path((period, unit, file)): Path<(String, String, String)>,
) -> Result<Response, Problem> {
    let extension = file.strip_prefix("document.").ok_or(Problem::NotFound)?;
    let format = Format::from_extension(extension).ok_or(Problem::NotFound)?;
    let drafted = Drafted::read(&visit, &viewer, &period, unit).await?;
    let turn = visit.limits.paper().await?;
    let (_, paper) = drafted.drafted(&visit, &source);
    let written = tokio::task::spawn_blocking(move || {
        // What a thread of its own took goes back to the system when it ends.
        let written = std::thread::scope(|scope| scope.spawn(|| format.write(&paper)).join());
        drop(turn);
        written.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    });
    let bytes = written.await?.map_err(|why| Problem::Broken(why.to_string()))?;
    let (period, unit) = (drafted.known.period, &drafted.known.unit);
    let called = format!("review-{period}-{unit}-{}.{extension}", visit.lang.tag());
    let attachment = format!("attachment; filename=\"{called}\"");
    let headers =
        [(CONTENT_TYPE, format.media_type().to_owned()), (CONTENT_DISPOSITION, attachment)];
    Ok((headers, bytes).into_response())
}
