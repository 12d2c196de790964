//! The cases that one letter gathers.

use jiff::ToSpan as _;
use jiff::civil::Date;
use kheo_core::case::{CaseEvent, CaseKind};
use kheo_core::id::UnitId;
use kheo_core::letter::{LetterTemplate, Variable};
use kheo_store::case::{CaseRow, alike, timeline};
use kheo_store::{Reader, Recorded, StoreError};

use crate::letters::known::Known;
use crate::letters::{Made, vietnamese};
use crate::parts::erased;
use crate::problem::Problem;
use crate::visit::Visit;

/// What a letter says of one of the cases that it gathers.
pub(super) struct Gathered {
    code: String,
    subject: String,
    topic: String,
}

impl Gathered {
    /// What stands for `variable`; nothing for what is not told of cases side by side.
    pub(super) fn say(&self, variable: &Variable) -> Option<String> {
        match variable {
            Variable::Code => Some(self.code.clone()),
            Variable::Subject => Some(self.subject.clone()),
            Variable::Topic => Some(self.topic.clone()),
            _ => None,
        }
    }
}

/// The cases that a letter gathers around the one that made it, as they were registered by its day;
/// that one alone where nobody knows what the others would have in common with it.
///
/// # Errors
/// [`Problem::Broken`] when they cannot be read.
pub(super) async fn around(
    visit: &Visit,
    made: Made<'_>,
    known: &Known<'_>,
) -> Result<Vec<Gathered>, Problem> {
    if made.template.gathers.is_empty() {
        return Ok(Vec::new());
    }
    let Some(common) = made.template.in_common(&known.begun().private.filled) else {
        return Ok(vec![known.alone()]);
    };
    let (unit, kind) = (known.unit().clone(), known.begun().case_kind.clone());
    let days = a_year_until(made.on);
    let read = visit.app.db.read(move |r| alike(r, &unit, &kind, days, &common)).await?;
    let tongue = vietnamese(visit);
    let told = |case: CaseRow| Gathered {
        code: case.code.to_string(),
        subject: case.erased.as_ref().map_or(case.petition.subject, |erasure| {
            erased::words(tongue, &visit.directory, erasure)
        }),
        topic: tongue.say(&format!("topic-{}", case.topic)),
    };
    Ok(read.into_iter().map(told).collect())
}

/// Whether a letter that gathers cases around `case` is made for this one, which `unit` writes and the entry
/// `seq` made: once for all of them, with the one that was taken up last, when none of them waits to be.
///
/// # Errors
/// [`StoreError`].
pub(crate) fn is_made(
    r: &Reader<'_>,
    kind: &CaseKind,
    letter: &LetterTemplate,
    case: &CaseRow,
    (unit, seq): (&UnitId, u64),
) -> Result<bool, StoreError> {
    let Some(common) = letter.in_common(&case.petition.filled) else { return Ok(true) };
    let days = a_year_around(case.registered_on);
    let all = alike(r, unit, &case.kind, days, &common)?;
    if all.iter().any(|one| one.step == kind.first_step) {
        return Ok(false);
    }
    for other in all.iter().filter(|one| one.code != case.code) {
        let makes_later = |told: &Recorded<CaseEvent>| match &told.what {
            CaseEvent::Acted(acted) => told.seq > seq && acted.letter.as_ref() == Some(&letter.id),
            _ => false,
        };
        if timeline(r, &other.code)?.iter().any(makes_later) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The days in which cases that one letter gathers are registered.
fn a_year_until(last: Date) -> (Date, Date) {
    (last.saturating_sub(1.year()), last)
}

/// The days in which the others are registered that one letter gathers with a case of that day.
fn a_year_around(day: Date) -> (Date, Date) {
    (day.saturating_sub(1.year()), day.saturating_add(1.year()))
}

impl Known<'_> {
    fn alone(&self) -> Gathered {
        let said = |variable| self.say(&variable).unwrap_or_default();
        Gathered {
            code: said(Variable::Code),
            subject: said(Variable::Subject),
            topic: said(Variable::Topic),
        }
    }
}
