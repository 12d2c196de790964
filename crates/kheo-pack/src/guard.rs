//! Reads conditions of actions, and checks that what they ask can be known.

use kheo_calendar::Citation;
use kheo_core::case::{
    Complexity, ComplexityRule, Condition, Deed, Fact, FieldType, Guard, Reason,
};
use kheo_core::id::{FieldId, GuardId, ReasonId};

use crate::error::Findings;
use crate::fields::Fields;
use crate::formula;
use crate::kind::KindText;
use crate::nearest::{clipped, nearest};
use crate::problem::Problem;
use crate::rule::{optional_rule, rule};
use crate::source::{Name, Place, Spotted};

/// A condition as its file writes it.
pub(crate) type When<'s> = Spotted<'s, Condition>;

/// A condition of actions as its file writes it.
pub(crate) struct GuardText<'s> {
    pub(crate) id: Name<'s>,
    pub(crate) when: Option<When<'s>>,
    rule: Option<Citation>,
}

/// `[[guard]]`
pub(crate) fn guard<'s>(mut fields: Fields<'_, 's>) -> Option<GuardText<'s>> {
    let id = fields.name("id");
    let when = when(&mut fields);
    let rule = optional_rule(&mut fields);
    fields.end();
    Some(GuardText { id: id?, when, rule })
}

/// The condition in the field `when`, which must be there.
pub(crate) fn when<'s>(fields: &mut Fields<'_, 's>) -> Option<When<'s>> {
    let text = fields.text("when")?;
    let value = formula::condition(&text, fields.found())?;
    Some(Spotted { value, at: text.at })
}

const COMPLEXITIES: [(&str, Complexity); 2] =
    [("complex", Complexity::Complex), ("especially-complex", Complexity::EspeciallyComplex)];

/// By what a case is complex, as its file writes it.
pub(crate) struct ComplexityText<'s> {
    pub(crate) is: Spotted<'s, Complexity>,
    when: Option<When<'s>>,
    rule: Citation,
}

/// `[[complexity]]`
pub(crate) fn complexity<'s>(mut fields: Fields<'_, 's>) -> Option<ComplexityText<'s>> {
    fields.must_have("is");
    let is = fields.spotted_word("is", &COMPLEXITIES);
    let when = when(&mut fields);
    let rule = rule(&mut fields);
    fields.end();
    Some(ComplexityText { is: is?, when, rule: rule? })
}

/// A reason to refuse as its file writes it.
pub(crate) struct ReasonText<'s> {
    pub(crate) id: Name<'s>,
    /// What must be so of the case for it.
    pub(crate) when: Option<When<'s>>,
    rule: Citation,
}

/// `[[reason]]`
pub(crate) fn reason<'s>(mut fields: Fields<'_, 's>) -> Option<ReasonText<'s>> {
    let id = fields.name("id");
    let when = if fields.has("when") { when(&mut fields) } else { None };
    let rule = rule(&mut fields);
    fields.end();
    Some(ReasonText { id: id?, when, rule: rule? })
}

impl ReasonText<'_> {
    /// The reason that the file writes.
    pub(crate) fn into_reason(self) -> Reason {
        let (id, when) = (ReasonId::new(self.id.value), self.when.map(|when| when.value));
        Reason { id, when, rule: self.rule }
    }

    /// Finds what the condition asks and `kind` cannot answer.
    pub(crate) fn check(&self, kind: &KindText<'_>, found: &Findings) {
        if let Some(when) = &self.when {
            check_facts(when, kind, found);
        }
    }
}

impl ComplexityText<'_> {
    /// The rule that the file writes.
    pub(crate) fn into_rule(self) -> Option<ComplexityRule> {
        let (is, rule) = (self.is.value, self.rule);
        self.when.map(|when| ComplexityRule { is, when: when.value, rule })
    }

    /// Finds what the condition asks and `kind` cannot answer.
    pub(crate) fn check(&self, kind: &KindText<'_>, found: &Findings) {
        if let Some(when) = &self.when {
            asks_of_the_case_alone(when, kind, found);
        }
    }
}

impl GuardText<'_> {
    /// The guard that the file writes.
    pub(crate) fn into_guard(self) -> Option<Guard> {
        let id = GuardId::new(self.id.value);
        self.when.map(|when| Guard { id, when: when.value, rule: self.rule })
    }

    /// Finds what the condition asks and `kind` cannot answer.
    pub(crate) fn check(&self, kind: &KindText<'_>, found: &Findings) {
        if let Some(when) = &self.when {
            check_facts(when, kind, found);
        }
    }
}

/// Finds what the condition asks and `kind` cannot answer.
fn check_facts(when: &When<'_>, kind: &KindText<'_>, found: &Findings) {
    for fact in when.value.facts() {
        let at = formula::place_of_name(&when.at, when.value.source(), &fact.to_string());
        check(fact, &at, kind, found);
    }
}

/// Finds what a condition that is no guard asks and `kind` cannot answer: it knows of no other case.
pub(crate) fn asks_of_the_case_alone(when: &When<'_>, kind: &KindText<'_>, found: &Findings) {
    check_facts(when, kind, found);
    for earlier in named_kinds(when) {
        found.add(&earlier.at, Problem::EarlierElsewhere {});
    }
}

/// The other kinds that the condition asks for.
pub(crate) fn named_kinds<'s>(when: &When<'s>) -> impl Iterator<Item = Name<'s>> {
    when.value.facts().iter().filter_map(|fact| match fact {
        Fact::EarlierInTime(kind) => {
            let at = formula::place_of_name(&when.at, when.value.source(), &fact.to_string());
            Some(Name { value: kind.to_string(), at })
        }
        _ => None,
    })
}

fn check(fact: &Fact, at: &Place<'_>, kind: &KindText<'_>, found: &Findings) {
    match fact {
        Fact::Given(field) => {
            known(field, at, kind, found);
        }
        Fact::Number(field) => {
            fits(field, at, kind, found, "number", FieldType::is_number);
        }
        Fact::DaysSince(field) => {
            let is_day = |takes: &FieldType| matches!(takes, FieldType::Day);
            fits(field, at, kind, found, "day", is_day);
        }
        Fact::Count(field) => {
            fits(field, at, kind, found, "choices", |takes| takes.choices().is_some());
        }
        Fact::Chosen(field, choice) => {
            fits(field, at, kind, found, "choice", |takes| takes.choices().is_some());
            let field = kind.fields.iter().find(|other| other.id.value == field.as_str());
            let choices = field.and_then(|field| field.field.takes.choices()).unwrap_or_default();
            if !choices.is_empty() {
                is_choice(choice, choices, at, found);
            }
        }
        Fact::Done(deed) => {
            if !kind.actions.iter().any(|action| action.deed == *deed) {
                let nearest = nearest(deed.word(), Deed::ALL.map(Deed::word));
                let deed = deed.word().to_owned();
                found.add(at, Problem::NeverDone { deed, nearest });
            }
        }
        Fact::Taken(action) => {
            let actions = || kind.actions.iter().map(|action| action.id.value.as_str());
            if !actions().any(|other| other == action.as_str()) {
                let nearest = nearest(action.as_str(), actions());
                found.add(at, Problem::NeverTaken { action: action.to_string(), nearest });
            }
        }
        Fact::Competent if kind.bound.is_empty() => found.add(at, Problem::CompetenceUnbound {}),
        // The other kinds stand in other files, and are looked for when all are read.
        Fact::Competent | Fact::EarlierInTime(_) => {}
        Fact::Late(clock) | Fact::DaysRun(clock) | Fact::DaysLeft(clock) => {
            let clocks = || kind.clocks.iter().map(|clock| clock.id.value.as_str());
            if !clocks().any(|other| other == clock.as_str()) {
                let nearest = nearest(clock.as_str(), clocks());
                found.add(at, Problem::UnknownClock { clock: clock.to_string(), nearest });
            }
        }
    }
}

/// Finds that `choice` is none of `choices`.
pub(crate) fn is_choice(choice: &str, choices: &[String], at: &Place<'_>, found: &Findings) {
    if !choices.iter().any(|other| other == choice) {
        let nearest = nearest(choice, choices.iter().map(String::as_str));
        found.add(at, Problem::UnknownChoice { choice: clipped(choice), nearest });
    }
}

fn known<'k>(
    id: &FieldId,
    at: &Place<'_>,
    kind: &'k KindText<'_>,
    found: &Findings,
) -> Option<&'k FieldType> {
    let field = kind.fields.iter().find(|field| field.id.value == id.as_str());
    if field.is_none() {
        found.add(at, kind.unknown_field(id.as_str()));
    }
    field.map(|field| &field.field.takes)
}

fn fits(
    id: &FieldId,
    at: &Place<'_>,
    kind: &KindText<'_>,
    found: &Findings,
    wanted: &str,
    is: impl Fn(&FieldType) -> bool,
) {
    if known(id, at, kind, found).is_some_and(|takes| !is(takes)) {
        let (field, wanted) = (id.to_string(), wanted.to_owned());
        found.add(at, Problem::OtherType { field, wanted });
    }
}
