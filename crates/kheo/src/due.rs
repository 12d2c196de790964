//! `kheo due`: when a limit of a case kind or of another procedure ends, and why then.

mod counted;
mod duty;

use std::collections::BTreeMap;

use jiff::civil::Date;
use kheo_core::case::{Action, CaseKind, Clock, Step};
use kheo_core::id::KindId;
use kheo_core::milestone::Milestone;
use kheo_core::rules::Rules;
use kheo_words::Tongue;
use serde_json::{Value, json};

use crate::cause::Cause;
use crate::command_line::Due;
use crate::failure::Failure;
use crate::packs;
use crate::terminal::println;
use counted::{Counted, Limit};

/// Runs `kheo due`.
pub(crate) fn run(wanted: &Due, tongue: Tongue<'_>) -> Result<(), Failure> {
    let (packs, words) = packs::load(&wanted.rules)?;
    let law_on = wanted.law_on.unwrap_or(wanted.from.day);
    let asked = Asked::of(&packs.rules, wanted, law_on)?;
    let Asked { step, limits } = match asked {
        Answer::Limits(asked) => asked,
        Answer::Duty(kind, duty) => return duty::tell(kind, duty, wanted, &words, tongue.lang()),
    };
    let counted: Vec<Counted<'_>> = limits
        .into_iter()
        .map(|limit| Counted::of(wanted, limit, &packs.rules.calendar, tongue))
        .collect::<Result<_, _>>()?;
    if wanted.json {
        let mut told: Vec<Value> = counted.iter().map(|one| one.json(wanted, &words)).collect();
        // One limit as it is; those of a step as a list, be there one or several.
        let told = match step {
            Some(step) => json!({ "step": step.id, "limits": told }),
            None => told.pop().unwrap_or_default(),
        };
        return print(&told);
    }
    let tongue = words.in_lang(tongue.lang());
    if let Some(step) = step {
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

fn print(told: &Value) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(told)
        .map_err(|why| Failure::new("unprintable").caused_by(Cause::technical(&why)))?;
    println(&text);
    Ok(())
}

/// What `--kind` and `--step` name.
enum Answer<'r> {
    Limits(Asked<'r>),
    Duty(&'r CaseKind, &'r kheo_core::duty::Duty),
}

/// A limit, or a step with the limits that begin there.
struct Asked<'r> {
    step: Option<&'r Step>,
    limits: Vec<Limit<'r>>,
}

impl<'r> Asked<'r> {
    fn of(rules: &'r Rules, wanted: &Due, law_on: Date) -> Result<Answer<'r>, Failure> {
        let procedure = KindId::new(&wanted.kind);
        let named = |one: &&Milestone| one.id.as_str() == wanted.step;
        if let Some(one) = rules.milestones_on(&procedure, law_on).find(named) {
            let limits = vec![Limit::of_milestone(one)];
            return Ok(Answer::Limits(Self { step: None, limits }));
        }
        if rules.kinds.iter().any(|kind| kind.id == procedure) {
            let kind = packs::kind_on(rules, &wanted.kind, law_on, "--law-on")?;
            return Self::of_kind(rules, kind, &wanted.step, law_on);
        }
        let known: Vec<&str> = milestones(rules, &procedure, law_on).collect();
        let of_any = rules.milestones.iter().any(|one| one.of == procedure);
        let (failure, known) = if of_any && !known.is_empty() {
            let failure = Failure::new("no-milestone").with("clock", &wanted.step);
            (failure, known.join(", "))
        } else {
            (Failure::new("no-procedure"), procedures(rules).join(", "))
        };
        Err(failure.with("kind", &wanted.kind).with("day", law_on).with("known", known))
    }

    /// A name that both bear is that of the limit.
    fn of_kind(
        rules: &Rules,
        kind: &'r CaseKind,
        name: &str,
        law_on: Date,
    ) -> Result<Answer<'r>, Failure> {
        let limit = |clock| Limit::of_clock(kind, clock);
        if let Some(clock) = kind.clocks.iter().find(|clock| clock.id.as_str() == name) {
            return Ok(Answer::Limits(Self { step: None, limits: vec![limit(clock)] }));
        }
        let holds = |until: Option<Date>| until.is_none_or(|until| law_on <= until);
        let mut duties = kind.duties.iter().filter(|duty| holds(duty.until));
        if let Some(duty) = duties.clone().find(|duty| duty.id.as_str() == name) {
            return Ok(Answer::Duty(kind, duty));
        }
        let begin = |step: &Step| -> Vec<&'r Clock> {
            kind.clocks.iter().filter(|clock| begins_at(kind, clock, step)).collect()
        };
        let step = kind.steps.iter().find(|step| step.id.as_str() == name);
        let clocks = step.map(begin).unwrap_or_default();
        if !clocks.is_empty() {
            let limits = clocks.into_iter().map(limit).collect();
            return Ok(Answer::Limits(Self { step, limits }));
        }
        let clocks = kind.clocks.iter().map(|clock| clock.id.as_str());
        let known = clocks.chain(milestones(rules, &kind.id, law_on));
        let known: Vec<&str> = known.chain(duties.by_ref().map(|duty| duty.id.as_str())).collect();
        let steps = kind.steps.iter().filter(|step| !begin(step).is_empty());
        let steps = steps.map(|step| step.id.as_str()).collect::<Vec<_>>().join(", ");
        let failure = match step {
            Some(_) => Failure::new("step-without-clock"),
            None => Failure::new("no-clock"),
        };
        let failure = failure.with("clock", name).with("kind", &kind.id);
        Err(failure.with("known", known.join(", ")).with("steps", steps))
    }
}

/// The names of the limits of `procedure` that no case counts.
fn milestones<'r>(
    rules: &'r Rules,
    procedure: &KindId,
    day: Date,
) -> impl Iterator<Item = &'r str> {
    rules.milestones_on(procedure, day).map(|one| one.id.as_str())
}

/// The kinds of case, and the procedures without cases, with their first days.
fn procedures(rules: &Rules) -> Vec<String> {
    let mut first: BTreeMap<&KindId, Date> = BTreeMap::new();
    let is_kind = |id: &KindId| rules.kinds.iter().any(|kind| kind.id == *id);
    for one in rules.milestones.iter().filter(|one| !is_kind(&one.of)) {
        let from = first.entry(&one.of).or_insert(one.from);
        *from = one.from.min(*from);
    }
    let mut known = packs::known_kinds(rules);
    known.extend(first.iter().map(|(id, from)| format!("{id} ({from})")));
    known
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
