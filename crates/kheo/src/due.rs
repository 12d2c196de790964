//! `kheo due`: when a limit of a case kind ends, and why then.

use jiff::civil::DateTime;
use kheo_calendar::{
    Calendar, CalendarError, Due as DueDate, Extension, LimitUnit, Moment, TimeLimit, due,
};
use kheo_core::Refusal;
use kheo_core::case::{Action, CaseKind, Circumstances, Clock, Complexity, Step, Term};
use kheo_core::rules::Rules;
use kheo_words::{Lang, Tongue, Words};
use serde_json::{Value, json};

use crate::cause::Cause;
use crate::command_line::{Due, Matter};
use crate::failure::Failure;
use crate::packs;
use crate::terminal::println;

/// Runs `kheo due`.
pub(crate) fn run(wanted: &Due, tongue: Tongue<'_>) -> Result<(), Failure> {
    let (packs, words) = packs::load(&wanted.rules)?;
    let law_on = wanted.law_on.unwrap_or(wanted.from.day);
    let kind = packs::kind_on(&packs.rules, &wanted.kind, law_on, "--law-on")?;
    let asked = Asked::of(kind, &wanted.step)?;
    let counted: Vec<Counted<'_>> = asked
        .clocks
        .iter()
        .map(|clock| Counted::of(wanted, kind, clock, &packs.rules, tongue))
        .collect::<Result<_, _>>()?;
    if wanted.json {
        let limits: Vec<Value> = counted.iter().map(|one| one.json(wanted, &words)).collect();
        println(&asked.json(limits)?);
        return Ok(());
    }
    let tongue = words.in_lang(tongue.lang());
    if let Some(step) = asked.step {
        let step = tongue.say(&format!("step-{}", step.id));
        let count = i64::try_from(counted.len()).unwrap_or(i64::MAX);
        println(&tongue.say_count("due-told-step", count, &[("step", &step)]));
    }
    for (at, one) in counted.iter().enumerate() {
        if at > 0 {
            println("");
        }
        one.told(tongue).iter().for_each(|line| println(line));
    }
    Ok(())
}

/// What `--step` names: a limit of the kind, or a step with the limits that begin there.
struct Asked<'r> {
    step: Option<&'r Step>,
    clocks: Vec<&'r Clock>,
}

impl<'r> Asked<'r> {
    /// A name that both bear is that of the limit.
    fn of(kind: &'r CaseKind, name: &str) -> Result<Self, Failure> {
        if let Some(clock) = kind.clocks.iter().find(|clock| clock.id.as_str() == name) {
            return Ok(Self { step: None, clocks: vec![clock] });
        }
        let begin = |step: &Step| -> Vec<&'r Clock> {
            kind.clocks.iter().filter(|clock| begins_at(kind, clock, step)).collect()
        };
        let step = kind.steps.iter().find(|step| step.id.as_str() == name);
        let clocks = step.map(begin).unwrap_or_default();
        if !clocks.is_empty() {
            return Ok(Self { step, clocks });
        }
        let known = kind.clocks.iter().map(|clock| clock.id.as_str());
        let known = known.collect::<Vec<_>>().join(", ");
        let steps = kind.steps.iter().filter(|step| !begin(step).is_empty());
        let steps = steps.map(|step| step.id.as_str()).collect::<Vec<_>>().join(", ");
        let failure = match step {
            Some(_) => Failure::new("step-without-clock"),
            None => Failure::new("no-clock"),
        };
        let failure = failure.with("clock", name).with("kind", &kind.id);
        Err(failure.with("known", known).with("steps", steps))
    }

    /// One limit as it is; those of a step as a list, be there one or several.
    fn json(&self, mut limits: Vec<Value>) -> Result<String, Failure> {
        let told = match self.step {
            Some(step) => json!({ "step": step.id, "limits": limits }),
            None => limits.pop().unwrap_or_default(),
        };
        serde_json::to_string_pretty(&told)
            .map_err(|why| Failure::new("unprintable").caused_by(Cause::technical(&why)))
    }
}

/// Whether `clock` begins when a case comes to `step`, or by what is done there and leaves it there.
fn begins_at(kind: &CaseKind, clock: &Clock, step: &Step) -> bool {
    let registered = clock.starts_at_registration && kind.first_step == step.id;
    let leads_here = |action: &Action| match &action.to {
        Some(to) => *to == step.id,
        None => action.from.contains(&step.id),
    };
    let mut starting =
        kind.actions.iter().filter(|action| clock.starts_by(&action.id, action.deed));
    registered || starting.any(leads_here)
}

/// The limit of `clock`, which a field of its cases may count: then `length` says what stands in it.
fn limit(
    clock: &Clock,
    under: Circumstances,
    length: Option<i64>,
    tongue: Tongue<'_>,
) -> Result<TimeLimit, Failure> {
    let limit = clock.terms.under(under).limit;
    let fits = |count: &i16| (1..=limit.count).contains(count);
    let told = length.and_then(|length| i16::try_from(length).ok()).filter(fits);
    match (&clock.counted_by, length, told) {
        (None, None, _) => Ok(limit),
        (Some(_), _, Some(count)) => Ok(TimeLimit { count, ..limit }),
        (Some(_), given, None) => {
            let failure = match given {
                Some(length) => Failure::new("due-length").with("length", length),
                None => Failure::new("due-counted"),
            };
            let most = tongue.length(i64::from(limit.count), limit.unit);
            Err(failure.with("clock", &clock.id).with("most", most))
        }
        (None, Some(_), _) => Err(Failure::new("due-not-counted").with("clock", &clock.id)),
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
    /// For hours of work after a day whose time is not known: when the first of them begins.
    opens: Option<DateTime>,
}

impl<'r> Counted<'r> {
    fn of(
        wanted: &Due,
        kind: &'r CaseKind,
        clock: &'r Clock,
        rules: &Rules,
        tongue: Tongue<'_>,
    ) -> Result<Self, Failure> {
        let Matter { complex, especially_complex, remote } = wanted.matter;
        let complexity = match (complex, especially_complex) {
            (_, true) => Complexity::EspeciallyComplex,
            (true, false) => Complexity::Complex,
            (false, false) => Complexity::Ordinary,
        };
        let under = Circumstances { complexity, remote };
        let limit = limit(clock, under, wanted.length, tongue)?;
        let term = Term { limit, ..clock.terms.under(under) };
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
            opens: opens(&rules.calendar, wanted.from, limit),
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
        if let Some(opens) = self.opens {
            let opens = tongue.moment(opens.date(), Some(opens.time()));
            let day = tongue.date(self.due.start);
            lines.push(tongue.say_with("due-told-opens", &[("opens", &opens), ("day", &day)]));
        }
        lines.extend(tongue.explained(&self.due).lines());
        if let Some(latest) = &self.latest {
            let day = tongue.moment(latest.on, latest.at);
            lines.push(tongue.say_with("due-told-longest", &[("day", &day)]));
        }
        lines
    }

    fn json(&self, wanted: &Due, words: &Words) -> Value {
        let explained = |lang| words.in_lang(lang).explained(&self.due).lines();
        json!({
            "kind": self.kind.id,
            "clock": self.clock.id,
            "version": self.kind.from,
            "law_on": wanted.law_on.unwrap_or(wanted.from.day),
            "circumstances": self.under,
            "due": self.due,
            "extension": self.extension,
            "latest": self.latest,
            "counted_from": self.opens,
            "explanation": { "vi": explained(Lang::Vi), "en": explained(Lang::En) },
        })
    }
}

/// When offices first open after the day `from`, for a limit in hours of work whose event has no time.
fn opens(calendar: &Calendar, from: Moment, limit: TimeLimit) -> Option<DateTime> {
    if limit.unit != LimitUnit::WorkingHours || from.time.is_some() {
        return None;
    }
    let mut day = from.day.tomorrow().ok()?;
    while !calendar.is_working(day).ok()? {
        day = day.tomorrow().ok()?;
    }
    let session = calendar.hours(day).ok()?.sessions.first()?;
    Some(day.to_datetime(session.opens))
}
