//! Reads a version of a case kind.

use jiff::civil::Date;
use kheo_core::case::{Action, CaseKind, Deed, Need, Party, Phase, Step, Topic};
use kheo_core::id::{ActionId, KindId, StepId, TopicId};
use kheo_core::post::Role;
use kheo_core::unit::Level;

use crate::clock::{ClockText, clock};
use crate::error::Findings;
use crate::fields::{Document, Fields};
use crate::nearest::clipped;
use crate::problem::Problem;
use crate::source::{Name, Spotted};

pub(crate) const DEEDS: [(&str, Deed); 9] = [
    ("accept", Deed::Accept),
    ("refuse", Deed::Refuse),
    ("assign", Deed::Assign),
    ("transfer", Deed::Transfer),
    ("answer", Deed::Answer),
    ("confirm", Deed::Confirm),
    ("reopen", Deed::Reopen),
    ("extend", Deed::Extend),
    ("note", Deed::Note),
];

const PHASES: [(&str, Phase); 3] =
    [("open", Phase::Open), ("waiting", Phase::Waiting), ("closed", Phase::Closed)];

/// Whoever may act on cases; the other posts only read.
const PARTIES: [(&str, Party); 4] = [
    ("citizen", Party::Citizen),
    ("clerk", Party::Role(Role::Clerk)),
    ("handler", Party::Role(Role::Handler)),
    ("head", Party::Role(Role::Head)),
];

const NEEDS: [(&str, Need); 6] = [
    ("text", Need::Text),
    ("proof", Need::Proof),
    ("unit", Need::Unit),
    ("post", Need::Post),
    ("circumstances", Need::Circumstances),
    ("length", Need::Length),
];

const LEVELS: [(&str, Level); 3] =
    [("commune", Level::Commune), ("district", Level::District), ("province", Level::Province)];

/// A version of a kind as its file writes it.
pub(crate) struct KindText<'s> {
    pub(crate) id: Name<'s>,
    pub(crate) prefix: Name<'s>,
    pub(crate) self_service: bool,
    pub(crate) from: Spotted<'s, Date>,
    pub(crate) until: Option<Spotted<'s, Date>>,
    pub(crate) first_step: Name<'s>,
    pub(crate) topics: Vec<(Name<'s>, Level)>,
    pub(crate) steps: Vec<(Name<'s>, Phase)>,
    pub(crate) actions: Vec<ActionText<'s>>,
    pub(crate) clocks: Vec<ClockText<'s>>,
}

/// An action as its file writes it.
pub(crate) struct ActionText<'s> {
    pub(crate) id: Name<'s>,
    pub(crate) deed: Deed,
    pub(crate) from: Vec<Name<'s>>,
    pub(crate) to: Option<Name<'s>>,
    pub(crate) who: Vec<Party>,
    pub(crate) needs: Vec<Need>,
}

impl<'s> KindText<'s> {
    /// Reads the file: the name of the kind, and the kind itself unless a field is missing or wrong
    /// that all else hangs on.
    pub(crate) fn read(
        document: &Document<'s>,
        found: &Findings,
    ) -> (Option<Name<'s>>, Option<Self>) {
        let mut file = document.fields(found);
        let head = file.table("kind").map(Head::read);
        let topics = file.tables("topic").into_iter().filter_map(topic).collect();
        let steps = file.tables("step").into_iter().filter_map(step).collect();
        let actions = file.tables("action").into_iter().filter_map(action).collect();
        let clocks = file.tables("clock").into_iter().filter_map(clock).collect();
        for field in ["topic", "step"] {
            file.must_have(field);
        }
        file.end();
        let Some(Head { id, prefix, self_service, from, until, first_step }) = head else {
            return (None, None);
        };
        if let Some(prefix) = prefix.as_ref().filter(|prefix| !is_prefix(&prefix.value)) {
            let problem = Problem::BadPrefix { prefix: clipped(&prefix.value) };
            found.add(&prefix.at, problem);
        }
        let whole = id.clone().zip(prefix).zip(from).zip(first_step);
        let kind = whole.map(|(((id, prefix), from), first_step)| Self {
            id,
            prefix,
            self_service,
            from,
            until,
            first_step,
            topics,
            steps,
            actions,
            clocks,
        });
        (id, kind)
    }

    /// The rules that the file gives.
    pub(crate) fn into_kind(self) -> CaseKind {
        let step = |id: Name<'_>| StepId::new(id.value);
        let actions = self.actions.into_iter().map(|action| Action {
            id: ActionId::new(action.id.value),
            deed: action.deed,
            from: action.from.into_iter().map(step).collect(),
            to: action.to.map(step),
            who: action.who,
            needs: action.needs,
        });
        let steps = self.steps.into_iter().map(|(id, phase)| Step { id: step(id), phase });
        let topics = self
            .topics
            .into_iter()
            .map(|(id, competent)| Topic { id: TopicId::new(id.value), competent });
        CaseKind {
            id: KindId::new(self.id.value),
            prefix: self.prefix.value,
            self_service: self.self_service,
            from: self.from.value,
            until: self.until.map(|until| until.value),
            first_step: step(self.first_step),
            steps: steps.collect(),
            actions: actions.collect(),
            clocks: self.clocks.into_iter().map(|clock| clock.clock).collect(),
            topics: topics.collect(),
        }
    }
}

/// The table `[kind]`.
struct Head<'s> {
    id: Option<Name<'s>>,
    prefix: Option<Name<'s>>,
    self_service: bool,
    from: Option<Spotted<'s, Date>>,
    until: Option<Spotted<'s, Date>>,
    first_step: Option<Name<'s>>,
}

impl<'s> Head<'s> {
    fn read(mut fields: Fields<'_, 's>) -> Self {
        let head = Self {
            id: fields.name("id"),
            prefix: fields.text("prefix"),
            self_service: fields.flag("self_service").unwrap_or(true),
            from: fields.date("from"),
            until: fields.optional_date("until"),
            first_step: fields.name("first_step"),
        };
        fields.end();
        head
    }
}

fn is_prefix(text: &str) -> bool {
    (2..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_uppercase())
}

fn topic<'s>(mut fields: Fields<'_, 's>) -> Option<(Name<'s>, Level)> {
    let id = fields.name("id");
    let competent = fields.word("competent", &LEVELS);
    fields.end();
    Some((id?, competent.unwrap_or(Level::Commune)))
}

fn step<'s>(mut fields: Fields<'_, 's>) -> Option<(Name<'s>, Phase)> {
    let id = fields.name("id");
    let phase = fields.word("phase", &PHASES);
    fields.end();
    Some((id?, phase.unwrap_or(Phase::Open)))
}

fn action<'s>(mut fields: Fields<'_, 's>) -> Option<ActionText<'s>> {
    let id = fields.name("id");
    let deed = fields.word("deed", &DEEDS);
    let from = fields.texts("from");
    let to = fields.optional_text("to");
    let who = fields.words("who", &PARTIES);
    let needs = fields.words("needs", &NEEDS);
    fields.end();
    Some(ActionText { id: id?, deed: deed.unwrap_or(Deed::Note), from, to, who, needs })
}
