//! Why a due date is the day it is.

use kheo_calendar::{Citation, Due};
use kheo_words::{Said, Tongue};
use maud::{Markup, html};

/// The due date, opening into its explanation: the start, the rule, each day that was skipped and why.
///
/// `rule` is that of the pack, for limits that began before they kept their own.
pub(crate) fn explained(tongue: Tongue<'_>, due: &Due, rule: Option<&Citation>) -> Markup {
    let words = tongue.explained(due);
    let basis = words.basis.or_else(|| rule.map(|rule| tongue.basis(rule)));
    html! {
        details class="why" {
            summary { (tongue.say("due-why")) }
            p { (words.rule) }
            @for change in &words.changes { p { (change) } }
            @if !words.skipped.is_empty() {
                p { (tongue.say("due-skipped")) }
                ul { @for skipped in &words.skipped { li { (skipped) } } }
            }
            @for setting in &words.settings { (said(setting)) }
            p { (words.ends) }
            @if let Some(basis) = &basis { (said(basis)) }
            p class="quiet" { (words.calendar) }
        }
    }
}

/// A rule as it is cited in a line of text, with the doubt about it, if there is one.
pub(crate) fn cited(tongue: Tongue<'_>, rule: &Citation) -> String {
    let Said { text, doubt, .. } = tongue.basis(rule);
    doubt.map_or_else(|| text.clone(), |doubt| format!("{text} {doubt}"))
}

fn said(said: &Said) -> Markup {
    html! {
        p {
            (said.text)
            @if let Some(original) = &said.original { " " span lang="vi" { "[" (original) "]" } }
            @if let Some(doubt) = &said.doubt { " " strong { (doubt) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use kheo_calendar::{Calendar, LimitUnit, TimeLimit, due};
    use kheo_words::{Lang, Words};

    use super::explained;

    #[test]
    fn sources_are_vietnamese_to_a_voice_that_reads_english() {
        let words = Words::load(&[]).expect("words");
        let limit = TimeLimit::rolling(30, LimitUnit::CalendarDays);
        let due = due(date(2016, 3, 31), limit, &Calendar::vietnam()).expect("a due date");
        let shown = |lang| explained(words.in_lang(lang), &due, None).into_string();
        let english = shown(Lang::En);
        assert!(english.contains("(Civil Code 2005, art. 153.5;"), "{english}");
        assert!(english.contains("<span lang=\"vi\">[Bộ luật Dân sự 2005, đ. 153.5;"), "{english}");
        assert!(!shown(Lang::Vi).contains("lang="), "it is all Vietnamese");
    }
}
