//! Whether a matter that was answered was brought again in another case.

use jiff::civil::Date;

use crate::case::Recurrence;
use crate::id::CaseCode;

/// The other case in which a matter was brought again, and the day it was registered: the first that
/// came after the day of the `answer`, and before the day from which that counts as kept closed. Nothing
/// while no answer stands that waits for word, and when one is known already.
#[must_use]
pub fn found<'a>(
    answer: Option<(Date, Option<Date>)>,
    known: &[&Recurrence],
    others: impl Iterator<Item = (&'a CaseCode, Date)>,
) -> Option<(CaseCode, Date)> {
    let (answered_on, counts_from) = answer?;
    let counts_from = counts_from.filter(|_| !known.iter().any(|recurrence| recurrence.ends))?;
    let is_known = |code: &CaseCode| known.iter().any(|recurrence| recurrence.by == *code);
    let later =
        others.filter(|(code, on)| answered_on < *on && *on < counts_from && !is_known(code));
    later.min_by_key(|(code, on)| (*on, *code)).map(|(code, on)| (code.clone(), on))
}

/// What has to be taken back of what is `known`: that a case brought the matter again which is none of
/// its `members`. What the ledger does not date stays.
pub fn withdrawn<'a>(
    known: &'a [Recurrence],
    members: impl Iterator<Item = &'a CaseCode> + Clone + 'a,
) -> impl Iterator<Item = (CaseCode, Date)> + 'a {
    let gone = move |by: &CaseCode| !members.clone().any(|member| member == by);
    let dated = known.iter().filter(move |recurrence| gone(&recurrence.by));
    dated.filter_map(|recurrence| Some((recurrence.by.clone(), recurrence.on?)))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const ANSWERED_ON: Date = date(2016, 5, 5);
    const COUNTS_FROM: Date = date(2016, 6, 5);

    fn recurrence(by: &str, ends: bool) -> Recurrence {
        let on = Some(date(2016, 5, 20));
        Recurrence { by: CaseCode::new(by), on, counted_for: None, ends }
    }

    type Others<'a> = &'a [(&'a str, Date)];

    fn first(others: Others<'_>, known: &[Recurrence]) -> Option<String> {
        let others: Vec<_> = others.iter().map(|(code, on)| (CaseCode::new(*code), *on)).collect();
        let others = others.iter().map(|(code, on)| (code, *on));
        let known: Vec<&Recurrence> = known.iter().collect();
        found(Some((ANSWERED_ON, Some(COUNTS_FROM))), &known, others)
            .map(|(code, _)| code.to_string())
    }

    #[test]
    fn the_first_case_after_the_answer_and_in_time_brings_it_again() {
        let day = |day| date(2016, 5, day);
        let rows: [(Others<'_>, Option<&str>); 5] = [
            (&[("A", day(4)), ("B", ANSWERED_ON)], None),
            (&[("A", day(6))], Some("A")),
            (&[("A", date(2016, 6, 4))], Some("A")),
            (&[("A", COUNTS_FROM)], None),
            (&[("A", day(30)), ("B", day(9)), ("C", day(9))], Some("B")),
        ];
        for (others, expected) in rows {
            assert_eq!(first(others, &[]).as_deref(), expected, "{others:?}");
        }
    }

    #[test]
    fn one_is_enough_and_none_is_said_twice() {
        let later = [("A", date(2016, 5, 20)), ("B", date(2016, 5, 21))];
        assert_eq!(first(&later, &[recurrence("A", true)]), None);
        assert_eq!(first(&later, &[recurrence("A", false)]).as_deref(), Some("B"));
    }

    #[test]
    fn an_answer_that_waits_for_no_word_is_not_brought_again_by_a_link() {
        let code = CaseCode::new("A");
        for answer in [None, Some((ANSWERED_ON, None))] {
            let others = [(&code, date(2016, 5, 20))].into_iter();
            assert_eq!(found(answer, &[], others), None);
        }
    }

    #[test]
    fn what_was_said_of_a_case_that_is_elsewhere_is_taken_back() {
        let undated = Recurrence { on: None, ..recurrence("C", true) };
        let known = [recurrence("A", true), recurrence("B", false), undated];
        let members = [CaseCode::new("B")];
        let gone: Vec<_> = withdrawn(&known, members.iter()).map(|(by, _)| by).collect();
        assert_eq!(gone, [CaseCode::new("A")]);
    }
}
