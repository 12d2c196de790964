//! `/answers`: what was answered.

use axum::extract::Query;
use kheo_core::id::{TopicId, UnitId};
use kheo_store::Page;
use kheo_store::case::{AnsweredFilter, CaseRow, answered, answering};
use maud::Markup;
use serde::Deserialize;

use crate::pages::public::answers::{AnswerLine, AnswersPage, page};
use crate::parts::address::Address;
use crate::parts::erased;
use crate::parts::field::Choice;
use crate::parts::pager::Pager;
use crate::parts::unknown::{leave_out, page_number};
use crate::problem::Problem;
use crate::public::topics;
use crate::visit::Visit;

const SIZE: u32 = 20;

/// The filter, as it stands in the address.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct AnswersQuery {
    unit: String,
    topic: String,
    page: String,
}

/// `GET /answers`.
///
/// # Errors
/// [`Problem::Broken`].
pub(crate) async fn show(
    visit: Visit,
    Query(mut query): Query<AnswersQuery>,
) -> Result<Markup, Problem> {
    let today = visit.today();
    let mut unknown = Vec::new();
    let is_unit = |unit: &str| visit.directory.find(&UnitId::new(unit)).is_some();
    let topics = topics(visit.tongue(), &visit.app.rules().kinds);
    let is_topic = |topic: &str| topics.iter().any(|known| known.value == topic);
    leave_out(&mut unknown, "unit", &mut query.unit, is_unit);
    leave_out(&mut unknown, "topic", &mut query.topic, is_topic);
    let number = page_number(&mut unknown, &mut query.page);
    let filter = AnsweredFilter {
        unit: some(&query.unit).map(UnitId::new),
        topic: some(&query.topic).map(TopicId::new),
        kind: None,
        until: today,
        hidden: visit.app.rules().unpublished().into_iter().cloned().collect(),
    };
    let part = Page { number: number - 1, size: i64::from(SIZE) };
    let read = visit.app.db.read_public(move |r| {
        Ok((answered(r, &filter, part)?, answering(r, today, &filter.hidden)?))
    });
    let (found, answering) = read.await?;
    let here = u32::try_from(found.page).unwrap_or(0).saturating_add(1);
    let pager = Pager::new(found.total, SIZE, here, |number| {
        let address = Address::new("/answers").with("unit", &query.unit);
        address.with("topic", &query.topic).with("page", &number.to_string()).into_string()
    });
    let answers = AnswersPage {
        units: offered(&visit, &answering),
        topics,
        rows: found.rows.iter().map(|row| line(&visit, row)).collect(),
        total: found.total,
        more: found.more,
        unit: query.unit,
        topic: query.topic,
        pager,
        unknown,
    };
    Ok(page(&visit, &answers))
}

/// The units that citizens can turn to, then the others that answered.
fn offered(visit: &Visit, answering: &[UnitId]) -> Vec<Choice> {
    let names = &visit.directory;
    let mut units = names.addressable(&visit.app.place, visit.today(), visit.lang);
    let known = |unit: &&UnitId| !units.iter().any(|choice| choice.value == unit.as_str());
    let others = names.choices_of(answering.iter().filter(known), visit.lang);
    units.extend(others);
    units
}

fn some(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

fn line(visit: &Visit, row: &CaseRow) -> AnswerLine {
    let answer = row.answer.as_ref();
    let told = answer.filter(|_| row.erased.is_none());
    AnswerLine {
        code: row.code.clone(),
        subject: row.erased.as_ref().map_or_else(
            || row.petition.subject.clone(),
            |erasure| erased::words(visit.tongue(), &visit.directory, erasure),
        ),
        topic: row.topic.clone(),
        unit: visit.directory.unit(&row.unit, visit.lang),
        received_on: row.registered_on,
        answered_on: answer.map(|answer| answer.on),
        late: answer.is_some_and(|answer| answer.late == Some(true)),
        kept_closed: row.state().is_kept_closed(visit.today()),
        text: told.map(|answer| answer.text.clone()),
        proofs: told.map(|answer| answer.proofs.clone()).unwrap_or_default(),
        origin: row.origin.clone(),
    }
}
