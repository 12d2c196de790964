//! What heads of units owe in person this month, and how they kept it.

use kheo_calendar::Citation;
use kheo_core::duty::{Account, Per};
use kheo_core::id::{DutyId, UnitId};
use kheo_core::period::Period;
use kheo_words::Tongue;
use maud::{Markup, html};

use crate::parts::{due, table};

/// The duty of one head.
#[derive(Debug, Clone)]
pub(crate) struct DutyLine {
    pub(crate) unit: UnitId,
    /// The name of the unit.
    pub(crate) name: String,
    pub(crate) duty: DutyId,
    pub(crate) month: Period,
    /// - Unit: days in each `per`.
    pub(crate) times: u16,
    pub(crate) per: Per,
    pub(crate) account: Account,
    /// - Unit: days on which only somebody did it who does not count.
    pub(crate) others: usize,
    pub(crate) rule: Citation,
    /// The cases that tell of it.
    pub(crate) href: String,
}

/// All duties; nothing where there are none.
pub(crate) fn section(tongue: Tongue<'_>, duties: &[DutyLine]) -> Markup {
    let Some(first) = duties.first() else { return Markup::default() };
    let title = tongue.say("staff-duties-title");
    let caption = html! { caption { (title) " · " (tongue.period(first.month)) } };
    let rows = html! { @for line in duties { (row(tongue, line)) } };
    html! {
        section class="group" { (table::list(tongue, &title, &caption, &COLUMNS, &rows)) }
    }
}

const COLUMNS: [&str; 4] =
    ["staff-column-unit", "staff-column-owed", "staff-column-kept", "staff-column-rule"];

fn row(tongue: Tongue<'_>, line: &DutyLine) -> Markup {
    let days = |key: &str, count: u16| tongue.say_count(key, i64::from(count), &[]);
    let Account { owed, kept } = line.account;
    let per = match line.per {
        Per::Week => "staff-duty-per-week",
        Per::Month => "staff-duty-per-month",
    };
    let others = i64::try_from(line.others).unwrap_or(i64::MAX);
    html! {
        tr {
            th scope="row" {
                a href=(format!("/units/{}", line.unit)) { (line.name) }
                div class="m" { (tongue.say(&format!("duty-{}", line.duty))) }
            }
            td data-label=(tongue.say(COLUMNS[1])) { (days("staff-duty-days", owed)) div class="m" { (days(per, line.times)) } }
            td data-label=(tongue.say(COLUMNS[2])) {
                a href=(line.href) { (days("staff-duty-days", kept)) }
                @if line.others > 0 {
                    div class="m" { (tongue.say_count("staff-duty-others", others, &[])) }
                }
            }
            td data-label=(tongue.say(COLUMNS[3])) { (due::cited(tongue, &line.rule)) }
        }
    }
}

impl DutyLine {
    /// A week in five that was kept, and a day on which a deputy received.
    #[cfg(test)]
    pub(crate) fn sample() -> Self {
        Self {
            unit: UnitId::new("song-cau"),
            name: "Phường Sông Cầu".into(),
            duty: DutyId::new("chair-receives"),
            month: Period::containing(
                jiff::civil::date(2026, 7, 1),
                kheo_core::period::PeriodLength::Month,
            ),
            times: 1,
            per: Per::Week,
            account: Account { owed: 5, kept: 1 },
            others: 1,
            rule: Citation {
                law: "Luật mẫu".into(),
                law_en: "Sample law".into(),
                article: Some("15.2".into()),
                from: None,
                confidence: kheo_calendar::Confidence::Medium,
            },
            href: "/cases?metric=received".into(),
        }
    }
}
