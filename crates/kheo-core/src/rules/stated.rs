//! What rules state: every part of them, taken apart so that nothing is left out. Each struct is
//! taken apart whole, and a part that is added to it has to be stated here.

mod action;
mod clock;
mod duty;
mod figures;
mod form;
mod letter;
mod milestone;

use kheo_calendar::{Calendar, Citation};

use super::Rules;
use super::statement::{About, Concern, Item, Said, Statements, in_any_order, in_order};
use super::statement::{Name, named, sorted, written};
use crate::case::{
    CaseKind, Circumstances, Complexity, ComplexityRule, Condition, KeptClosed, Phase, Publicity,
    Reason, Retention, Step, Topic, Trigger,
};
use crate::post::Role;

/// All that a version of a kind says, beside its name and the day it begins.
pub(super) fn kind(kind: &CaseKind) -> Statements {
    let mut all = Statements::new();
    whole(kind, &mut all);
    kind.clocks.iter().for_each(|one| clock::clock(one, &mut all));
    kind.steps.iter().for_each(|one| step(one, &mut all));
    kind.actions.iter().for_each(|one| action::action(one, &mut all));
    kind.fields.iter().for_each(|one| form::field(one, &mut all));
    kind.guards.iter().for_each(|one| form::guard(one, &mut all));
    kind.reasons.iter().for_each(|one| reason(one, &mut all));
    kind.duties.iter().for_each(|one| duty::duty(one, &mut all));
    kind.topics.iter().for_each(|one| topic(one, &mut all));
    all
}

/// All that rules say beside the kinds of case.
pub(super) fn rest(rules: &Rules) -> Statements {
    let Rules { kinds: _, letters, milestones, measures, review, calendar } = rules;
    let mut all = Statements::new();
    for one in letters.values() {
        letter::letter(one, &mut all);
    }
    for one in milestones {
        milestone::milestone(one, &mut all);
    }
    for one in measures.values() {
        figures::measure(one, &mut all);
    }
    figures::review(review, &mut all);
    days_off(calendar, &mut all);
    all
}

fn whole(kind: &CaseKind, all: &mut Statements) {
    let CaseKind {
        id: _,
        prefix,
        self_service,
        escalates,
        bound,
        from: _,
        until,
        requires,
        public,
        stripped,
        openers,
        retention,
        kept_closed,
        receipt,
        first_step,
        fields: _,
        form,
        guards: _,
        complexity,
        reasons: _,
        steps: _,
        actions: _,
        clocks: _,
        duties: _,
        topics,
    } = kind;
    let (new, last) = (Concern::New, topics.last().map(|topic| named("topic", &topic.id)));
    let required = requires.iter().map(|one| one.field());
    let mut about = About::new(Item::Kind, all);
    about
        .concerning(new, "until", until.map(Said::Day))
        .concerning(new, "prefix", written([prefix]))
        .concerning(new, "self-service", Said::Flag(*self_service))
        .concerning(new, "escalates", Said::Flag(*escalates))
        .concerning(new, "requires", in_any_order("changed-part", required))
        .concerning(new, "first-step", named("step", first_step))
        .concerning(new, "form", in_order("field", form))
        .concerning(new, "receipt", receipt.as_ref().map(|id| named("letter", id)))
        .states("catch-all", last)
        .states(
            "public",
            in_any_order("changed-public", public.iter().map(|what| publicity(*what))),
        )
        .states("bound", sorted(bound.iter().map(bound_name)))
        .states("stripped", stripped.as_ref().map(|field| named("field", field)))
        .states("openers", openers.and_then(|roles| in_order("staff-role", roles.map(Role::word))));
    kept(&mut about, retention.as_ref(), kept_closed.as_ref());
    complex(&mut about, complexity);
}

fn bound_name(bound: &Trigger) -> Name {
    match bound {
        Trigger::Deed(deed) => Name::new("changed-deed", deed.word()),
        Trigger::Action(action) => Name::new("action", action.as_str()),
    }
}

/// How long its cases are kept, and when they count as kept closed.
fn kept(about: &mut About<'_>, retention: Option<&Retention>, kept_closed: Option<&KeptClosed>) {
    if let Some(Retention { years, rule }) = retention {
        about.states("retention", Said::Years(*years));
        about.states("retention-rule", Said::Rules(vec![rule.clone()]));
    }
    if let Some(KeptClosed { days, remote, rule }) = kept_closed {
        about.states("kept-closed", Said::Days(*days));
        if let Some(days) = remote {
            let under = Circumstances { remote: true, ..Circumstances::default() };
            about.under("kept-closed", under, Said::Days(*days));
        }
        about.states("kept-closed-rule", Said::Rules(vec![rule.clone()]));
    }
}

/// By what a case is complex: for each degree what must hold, and the rules that say so.
fn complex(about: &mut About<'_>, all: &[ComplexityRule]) {
    for degree in [Complexity::Complex, Complexity::EspeciallyComplex] {
        let of_degree = all.iter().filter(|ComplexityRule { is, .. }| *is == degree);
        let (conditions, rules): (Vec<&str>, Vec<Citation>) = of_degree
            .map(|ComplexityRule { is: _, when, rule }| (when.source(), rule.clone()))
            .unzip();
        if let Some(conditions) = written(conditions) {
            let under = Circumstances { complexity: degree, remote: false };
            about.under("complexity", under, conditions);
            about.under("complexity-rule", under, Said::Rules(rules));
        }
    }
}

const fn publicity(what: Publicity) -> &'static str {
    match what {
        Publicity::Subject => "subject",
        Publicity::Answer => "answer",
        Publicity::Refusal => "refusal",
    }
}

impl Complexity {
    /// The word for it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Ordinary => "ordinary",
            Self::Complex => "complex",
            Self::EspeciallyComplex => "especially-complex",
        }
    }
}

fn step(step: &Step, all: &mut Statements) {
    let Step { id, phase } = step;
    let phase = match phase {
        Phase::Open => "open",
        Phase::Waiting => "waiting",
        Phase::Closed => "closed",
    };
    About::new(Item::Step(id.clone()), all).states("phase", named("changed-phase", phase));
}

fn reason(reason: &Reason, all: &mut Statements) {
    let Reason { id, when, rule } = reason;
    About::new(Item::Reason(id.clone()), all)
        .states("only-if", written(when.iter().map(Condition::source)))
        .states("rule", Said::Rules(vec![rule.clone()]));
}

fn topic(topic: &Topic, all: &mut Statements) {
    let Topic { id, competent, bodies, only_this_level, nameless, ends_at } = topic;
    About::new(Item::Topic(id.clone()), all)
        .states("competent", Said::Competent(competent.clone()))
        .states("bodies", bodies.then_some(Said::Flag(true)))
        .states("only-this-level", only_this_level.then_some(Said::Flag(true)))
        .states("nameless", nameless.then_some(Said::Flag(true)))
        .concerning(Concern::New, "ends-at", ends_at.as_ref().map(|step| named("step", step)));
}

fn days_off(calendar: &Calendar, all: &mut Statements) {
    let version = written([calendar.version()]);
    About::new(Item::Calendar, all).states("version", version);
}
