//! One case in a list.

use jiff::civil::Date;
use kheo_core::id::{CaseCode, KindId, StepId, TopicId};
use kheo_core::warning::Chance;
use kheo_words::Tongue;
use maud::{Markup, html};

use crate::parts::chip;
use crate::parts::clock::{self, ClockLine};
use crate::parts::warning;

/// A case as lists show it.
#[derive(Debug, Clone)]
pub(crate) struct CaseLine {
    pub(crate) code: CaseCode,
    pub(crate) subject: String,
    pub(crate) kind: KindId,
    pub(crate) topic: TopicId,
    pub(crate) step: StepId,
    /// The name of the unit that holds it.
    pub(crate) unit: String,
    /// The title of the post that is responsible.
    pub(crate) handler: Option<String>,
    pub(crate) received_on: Date,
    /// The day a record behind a figure counts for.
    pub(crate) counted_on: Option<Date>,
    /// The limit that runs out first.
    pub(crate) clock: Option<ClockLine>,
    pub(crate) marks: Marks,
}

/// What stands out about a case.
#[expect(clippy::struct_excessive_bools, reason = "each mark stands for itself")]
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Marks {
    /// Brought above the competent level.
    pub(crate) escalated: bool,
    /// Past its limit, by the authority's delay.
    pub(crate) prolonged: bool,
    /// Judged to be pursued after a final answer.
    pub(crate) pursued: bool,
    /// For how many people it speaks, at least; 0 where that is not told.
    pub(crate) persons: u32,
    /// Brought again.
    pub(crate) again: bool,
    /// Made up for the demonstration.
    pub(crate) demonstration: bool,
    /// The chance that its limit is missed, where that is likelier than not.
    pub(crate) likely_late: Option<Chance>,
}

/// The case as an item of a list of class `rows`.
pub(crate) fn row(tongue: Tongue<'_>, case: &CaseLine) -> Markup {
    let class = case.clock.map_or("row", |clock| match clock.class() {
        "late" => "row late",
        "soon" => "row soon",
        _ => "row",
    });
    html! {
        li class=(class) {
            div {
                a class="t" href=(format!("/cases/{}", case.code)) data-row lang="vi" { (case.subject) }
                div class="m" {
                    (case.code) " · " (tongue.say(&format!("kind-{}", case.kind)))
                    " · " (tongue.say(&format!("topic-{}", case.topic))) " · " (case.unit) " "
                    (chips(tongue, case.marks))
                }
            }
            @match case.clock {
                Some(clock) => (clock::bar(tongue, clock)),
                None => div class="clock quiet" { (tongue.say("staff-clock-none")) },
            }
            div class="m" {
                (tongue.say(&format!("step-{}", case.step)))
                @if let Some(handler) = &case.handler { br; (handler) }
            }
        }
    }
}

/// What stands out about a case, each in words.
pub(crate) fn chips(tongue: Tongue<'_>, marks: Marks) -> Markup {
    html! {
        @if let Some(chance) = marks.likely_late { (warning::chip(tongue, chance)) " " }
        @if marks.escalated { span class="chip up" { (tongue.say("staff-chip-escalated")) } " " }
        @if marks.prolonged { span class="chip up" { (tongue.say("staff-chip-prolonged")) } " " }
        @if marks.pursued { span class="chip again" { (tongue.say("staff-chip-pursued")) } " " }
        @if marks.persons > 1 {
            span class="chip" {
                (tongue.say_count("staff-chip-many", i64::from(marks.persons), &[]))
            } " "
        }
        @if marks.again { span class="chip again" { (tongue.say("staff-chip-again")) } " " }
        @if marks.demonstration { (chip::demonstration(tongue)) }
    }
}

impl Marks {
    /// All of them, for tests of pages.
    #[cfg(test)]
    pub(crate) const fn sample() -> Self {
        Self {
            escalated: true,
            prolonged: true,
            pursued: true,
            persons: 12,
            again: true,
            demonstration: true,
            likely_late: None,
        }
    }
}

impl CaseLine {
    /// A case for tests of pages.
    #[cfg(test)]
    pub(crate) fn sample() -> Self {
        use jiff::civil::date;
        Self {
            code: CaseCode::new("KN-2016-0412"),
            subject: "Mương Khuổi Chang làm dở <b>".into(),
            kind: KindId::new("recommendation"),
            topic: TopicId::new("roads"),
            step: StepId::new("accepted"),
            unit: "Xã Nông Thượng".into(),
            handler: Some("Công chức tiếp dân".into()),
            received_on: date(2016, 4, 11),
            counted_on: Some(date(2016, 4, 11)),
            clock: Some(ClockLine {
                start: date(2016, 4, 11),
                due_on: date(2016, 5, 12),
                unconfirmed: false,
                today: date(2016, 5, 16),
            }),
            marks: Marks::sample(),
        }
    }
}
