//! Early warnings: the running cases by their chance to be late, and how good such chances are.

mod judged;

use kheo_core::warning::{Judgement, Off, Warning};
use kheo_words::Tongue;
use maud::{Markup, html};

use crate::pages::staff::line::{self, CaseLine};
use crate::parts::clock;
use crate::parts::pager::{self, Pager};
use crate::parts::table;
use crate::parts::warning;

/// Everything on the page.
#[derive(Debug, Clone)]
pub(crate) struct WarningsPage {
    /// Why there are none.
    pub(crate) off: Option<Off>,
    /// How good they are.
    pub(crate) judgement: Option<Judgement>,
    /// Whether that is told at once.
    pub(crate) unfolded: bool,
    /// The running cases, the likeliest to be late first.
    pub(crate) cases: Vec<(CaseLine, Warning)>,
    /// How many there are; the page shows some.
    pub(crate) total: i64,
    /// Whether there are more running cases than are looked at.
    pub(crate) cut: bool,
    pub(crate) pager: Pager,
}

/// The page.
pub(crate) fn page(tongue: Tongue<'_>, page: &WarningsPage) -> Markup {
    html! {
        h1 { (tongue.say("warning-title")) }
        p { (tongue.say("warning-about")) }
        p { (tongue.say("warning-no-judgement")) }
        @if let Some(off) = &page.off {
            p class="notice" { (off_words(tongue, off)) }
        } @else if page.cases.is_empty() {
            p class="empty" { (tongue.say("warning-none")) }
        } @else {
            p class="count" {
                b { (tongue.say_count("warning-count", page.total, &[])) } " · "
                a href=(warning::HOW_GOOD) { (tongue.say("warning-how-good")) }
            }
            @if page.cut { p class="notice" { (cut_words(tongue)) } }
            (cases(tongue, page))
            (pager::pager(tongue, &page.pager))
        }
        details class="card fold" id="how-good" open[page.unfolded || page.off.is_some()] {
            summary { h2 { (tongue.say("warning-how-good")) } }
            @match &page.judgement {
                Some(judgement) => (judged::judged(tongue, judgement)),
                None => p { (tongue.say("warning-not-judged")) },
            }
        }
    }
}

fn cut_words(tongue: Tongue<'_>) -> String {
    let most = i64::try_from(kheo_store::warning::MOST_RUNNING).unwrap_or(i64::MAX);
    tongue.say_count("warning-cut", most, &[])
}

fn off_words(tongue: Tongue<'_>, off: &Off) -> String {
    use kheo_core::warning::{LEAST_ENDED, LEAST_MISSED};
    match off {
        Off::Thin { ended, missed } => tongue.say_with(
            "warning-off-thin",
            &[
                ("ended", &ended.to_string()),
                ("missed", &missed.to_string()),
                ("least-ended", &LEAST_ENDED.to_string()),
                ("least-missed", &LEAST_MISSED.to_string()),
            ],
        ),
        Off::NotYet => tongue.say("warning-off-not-yet"),
        Off::Uneven => tongue.say("warning-off-uneven"),
        Off::NoBetter(_) => tongue.say("warning-off-no-better"),
    }
}

const COLUMNS: [&str; 5] = [
    "staff-column-case",
    "warning-column-chance",
    "staff-column-unit",
    "staff-column-due",
    "warning-column-why",
];

fn cases(tongue: Tongue<'_>, page: &WarningsPage) -> Markup {
    let caption = html! { caption class="quiet" { (tongue.say("warning-caption")) } };
    let rows = html! { @for (case, found) in &page.cases { (row(tongue, case, found)) } };
    table::list(tongue, &tongue.say("warning-title"), &caption, &COLUMNS, &rows)
}

fn row(tongue: Tongue<'_>, case: &CaseLine, found: &Warning) -> Markup {
    let [_, chance, unit, due, why] = COLUMNS.map(|column| tongue.say(column));
    html! {
        tr {
            th scope="row" {
                a href=(format!("/cases/{}", case.code)) data-row lang="vi" { (case.subject) }
                div class="m" {
                    (case.code) " · " (tongue.say(&format!("kind-{}", case.kind)))
                    " · " (tongue.say(&format!("step-{}", case.step))) " "
                    (line::chips(tongue, case.marks))
                }
            }
            td class="number" data-label=(chance) { (found.chance.percent()) "%" }
            td data-label=(unit) { (case.unit) }
            td class="whole" data-label=(due) {
                @if let Some(clock) = case.clock { (clock::bar(tongue, clock)) }
            }
            td class="whole" data-label=(why) { (warning::reasons(tongue, found)) }
        }
    }
}

#[cfg(test)]
impl WarningsPage {
    /// Warnings that are on, for tests of pages.
    pub(crate) fn sample() -> Self {
        use jiff::ToSpan as _;
        use jiff::civil::date;
        use kheo_core::id::{ClockId, KindId, StepId, UnitId};
        use kheo_core::warning::{Hold, Past, Run, Running, learn};
        let unit = UnitId::new("song-cau");
        let (kind, clock) = (KindId::new("recommendation"), ClockId::new("answer"));
        let step = StepId::new("accepted");
        let today = date(2016, 6, 30);
        let run = |n: i64| {
            let start = date(2015, 1, 1).checked_add((n % 400).days()).unwrap_or(today);
            let day = |days: i64| start.checked_add(days.days()).unwrap_or(today);
            let until = Some(day(if n % 3 == 0 { 25 } else { 2 + n % 17 }));
            Run {
                kind: kind.clone(),
                clock: clock.clone(),
                start,
                holds: vec![Hold { unit: unit.clone(), from: start, until, due_on: Some(day(20)) }],
                steps: vec![(start, step.clone())],
                undone: None,
                demonstration: true,
            }
        };
        let warnings = learn(&Past { runs: (0..600).map(run).collect(), ..Past::default() }, today);
        let found = warnings.of(Running {
            kind: &kind,
            clock: &clock,
            step: &step,
            unit: &unit,
            start: date(2016, 6, 14),
            due_on: date(2016, 7, 4),
            changed_on: date(2016, 6, 14),
        });
        Self {
            off: None,
            judgement: warnings.judgement().cloned(),
            unfolded: true,
            cases: found.map(|found| (CaseLine::sample(), found)).into_iter().collect(),
            total: 1,
            cut: true,
            pager: Pager::new(1, 50, 1, |_| String::new()),
        }
    }

    /// Warnings that are off.
    pub(crate) fn sample_off(off: Off) -> Self {
        Self { off: Some(off), judgement: None, cases: Vec::new(), total: 0, ..Self::sample() }
    }
}
