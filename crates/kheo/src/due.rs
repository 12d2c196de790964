//! `kheo due`: when a limit of a case kind ends, and why then.

use kheo_calendar::{CalendarError, Due as DueDate, Extension, TimeLimit, due};
use kheo_core::Refusal;
use kheo_core::case::{CaseKind, Circumstances, Clock, Complexity, Term};
use kheo_core::rules::Rules;
use kheo_words::{Lang, Tongue, Words};
use serde_json::json;

use crate::command_line::{Due, Matter};
use crate::failure::Failure;
use crate::packs;
use crate::terminal::println;

/// Runs `kheo due`.
pub(crate) fn run(wanted: &Due, tongue: Tongue<'_>) -> Result<(), Failure> {
    let (packs, words) = packs::load(&wanted.rules)?;
    let counted = Counted::of(wanted, &packs.rules)?;
    if wanted.json {
        println(&counted.json(wanted, &words)?);
    } else {
        for line in counted.told(words.in_lang(tongue.lang())) {
            println(&line);
        }
    }
    Ok(())
}

/// The limit of `clock`, which a field of its cases may count: then `length` says what stands in it.
fn limit(clock: &Clock, under: Circumstances, length: Option<i16>) -> Result<TimeLimit, Failure> {
    let limit = clock.terms.under(under).limit;
    match (&clock.counted_by, length) {
        (None, None) => Ok(limit),
        (Some(_), Some(count)) if count <= limit.count => Ok(TimeLimit { count, ..limit }),
        (Some(_), _) => {
            let failure = Failure::new("due-counted").with("clock", &clock.id);
            Err(failure.with("most", limit.count))
        }
        (None, Some(_)) => Err(Failure::new("due-not-counted").with("clock", &clock.id)),
    }
}

/// A due date with the rule behind it.
struct Counted<'r> {
    kind: &'r CaseKind,
    clock: &'r Clock,
    under: Circumstances,
    due: DueDate,
    /// What may be added.
    extension: Option<Extension>,
    /// The day that all of it leads to; nothing where no rule says how much that is.
    latest: Option<DueDate>,
}

impl<'r> Counted<'r> {
    fn of(wanted: &Due, rules: &'r Rules) -> Result<Self, Failure> {
        let law_on = wanted.law_on.unwrap_or(wanted.from.day);
        let kind = packs::kind_on(rules, &wanted.kind, law_on, "--law-on")?;
        let clock = kind.clocks.iter().find(|clock| clock.id.as_str() == wanted.step);
        let clock = clock.ok_or_else(|| {
            let known = kind.clocks.iter().map(|clock| clock.id.as_str());
            let known = known.collect::<Vec<_>>().join(", ");
            Failure::new("no-clock")
                .with("clock", &wanted.step)
                .with("kind", &wanted.kind)
                .with("known", known)
        })?;
        let Matter { complex, especially_complex, remote } = wanted.matter;
        let complexity = match (complex, especially_complex) {
            (_, true) => Complexity::EspeciallyComplex,
            (true, false) => Complexity::Complex,
            (false, false) => Complexity::Ordinary,
        };
        let under = Circumstances { complexity, remote };
        let term = Term { limit: limit(clock, under, wanted.length)?, ..clock.terms.under(under) };
        let rule = kheo_calendar::Citation { from: Some(kind.from), ..clock.rule.clone() };
        let ends = |limit| {
            let due = due(wanted.from, limit, &rules.calendar);
            due.map_err(|why| {
                let failure = match why {
                    CalendarError::Unknown { .. } => Failure::new("due-outside"),
                    _ => Failure::new("no-due"),
                };
                failure.because(vec![Refusal::NoCalendar { why }])
            })
        };
        let longest = term.extension.and_then(|allowed| allowed.longest(term.limit));
        let latest = longest.map(ends).transpose()?;
        Ok(Self {
            kind,
            clock,
            under,
            due: ends(term.limit)?.citing(rule),
            extension: term.extension,
            latest,
        })
    }

    fn told(&self, tongue: Tongue<'_>) -> Vec<String> {
        let kind = tongue.say(&format!("kind-{}", self.kind.id));
        let clock = tongue.say(&format!("clock-{}", self.clock.id));
        let day = tongue.moment(self.due.on, self.due.at);
        let variables = [("kind", kind.as_str()), ("clock", clock.as_str()), ("day", day.as_str())];
        let mut lines = vec![tongue.say_with("due-told", &variables)];
        let terms = &self.clock.terms;
        if self.under != Circumstances::default() && terms.under(self.under) == terms.ordinary {
            lines.push(tongue.say("due-told-same-for-all"));
        }
        lines.extend(tongue.explained(&self.due).lines());
        if let Some(latest) = &self.latest {
            let day = tongue.moment(latest.on, latest.at);
            lines.push(tongue.say_with("due-told-longest", &[("day", &day)]));
        }
        lines
    }

    fn json(&self, wanted: &Due, words: &Words) -> Result<String, Failure> {
        let explained = |lang| words.in_lang(lang).explained(&self.due).lines();
        let told = json!({
            "kind": self.kind.id,
            "clock": self.clock.id,
            "version": self.kind.from,
            "law_on": wanted.law_on.unwrap_or(wanted.from.day),
            "circumstances": self.under,
            "due": self.due,
            "extension": self.extension,
            "latest": self.latest,
            "explanation": { "vi": explained(Lang::Vi), "en": explained(Lang::En) },
        });
        serde_json::to_string_pretty(&told)
            .map_err(|why| Failure::new("unprintable").with("why", why))
    }
}
