//! Reads a version of a case kind.

use jiff::civil::Date;
use kheo_core::case::{
    Action, CaseKind, Clock, Competence, Deed, FieldType, KeptClosed, Need, Part, Party, Phase,
    ProofKind, Publicity, Retention, Step, Topic,
};
use kheo_core::id::{ActionId, FieldId, GuardId, KindId, LetterId, ReasonId, StepId, TopicId};
use kheo_core::post::Role;
use kheo_core::quantity::Quantity;
use kheo_core::unit::Level;

use crate::clock::{ClockText, clock, trigger};
use crate::duty::{DutyText, duty};
use crate::error::Findings;
use crate::fields::{Document, Fields};
use crate::form::{FieldText, field};
use crate::guard::{ComplexityText, GuardText, ReasonText, complexity, guard, named_kinds, reason};
use crate::nearest::{clipped, nearest};
use crate::problem::Problem;
use crate::rule::rule;
use crate::source::{Name, Place, Spotted};

/// The deeds and their words.
pub(crate) fn deeds() -> [(&'static str, Deed); Deed::ALL.len()] {
    Deed::ALL.map(|deed| (deed.word(), deed))
}

const PUBLICITIES: [(&str, Publicity); 3] = [
    ("subject", Publicity::Subject),
    ("answer", Publicity::Answer),
    ("refusal", Publicity::Refusal),
];

/// The parts of petitions and their words.
fn parts() -> [(&'static str, Part); Part::ALL.len()] {
    Part::ALL.map(|part| (part.field(), part))
}

const PROOFS: [(&str, ProofKind); 3] =
    [("any", ProofKind::Any), ("picture", ProofKind::Picture), ("document", ProofKind::Document)];

const PHASES: [(&str, Phase); 3] =
    [("open", Phase::Open), ("waiting", Phase::Waiting), ("closed", Phase::Closed)];

/// Whoever may act on cases; the other posts only read.
const PARTIES: [(&str, Party); 5] = [
    ("citizen", Party::Citizen),
    ("clerk", Party::Role(Role::Clerk)),
    ("handler", Party::Role(Role::Handler)),
    ("head", Party::Role(Role::Head)),
    ("head-above", Party::HeadAbove),
];

/// The roles of those who open together who brought a sealed case.
const ROLES: [(&str, Role); 5] = [
    ("clerk", Role::Clerk),
    ("handler", Role::Handler),
    ("head", Role::Head),
    ("compiler", Role::Compiler),
    ("inspector", Role::Inspector),
];

const NEEDS: [(&str, Need); 6] = [
    ("text", Need::Text),
    ("proof", Need::Proof),
    ("unit", Need::Unit),
    ("post", Need::Post),
    ("circumstances", Need::Circumstances),
    ("length", Need::Length),
];

pub(crate) const LEVELS: [(&str, Level); 3] =
    [("commune", Level::Commune), ("district", Level::District), ("province", Level::Province)];

/// A version of a kind as its file writes it.
pub(crate) struct KindText<'s> {
    /// Whether all its tables were read, so that its procedure can be checked.
    pub(crate) whole: bool,
    pub(crate) id: Name<'s>,
    pub(crate) prefix: Name<'s>,
    pub(crate) self_service: bool,
    escalates: bool,
    /// The deeds and actions that only a competent unit does.
    pub(crate) bound: Vec<Name<'s>>,
    pub(crate) from: Spotted<'s, Date>,
    pub(crate) until: Option<Spotted<'s, Date>>,
    pub(crate) first_step: Name<'s>,
    pub(crate) form: Vec<Name<'s>>,
    pub(crate) stripped: Option<Name<'s>>,
    pub(crate) openers: Vec<Role>,
    pub(crate) receipt: Option<Name<'s>>,
    pub(crate) public: Option<Spotted<'s, Vec<Publicity>>>,
    pub(crate) requires: Vec<Part>,
    retention: Option<Retention>,
    /// When its cases count as kept closed, and where that stands.
    pub(crate) kept_closed: Option<(Place<'s>, KeptClosed)>,
    pub(crate) fields: Vec<FieldText<'s>>,
    pub(crate) guards: Vec<GuardText<'s>>,
    pub(crate) complexity: Vec<ComplexityText<'s>>,
    pub(crate) reasons: Vec<ReasonText<'s>>,
    pub(crate) topics: Vec<TopicText<'s>>,
    pub(crate) steps: Vec<(Name<'s>, Phase)>,
    pub(crate) actions: Vec<ActionText<'s>>,
    pub(crate) clocks: Vec<ClockText<'s>>,
    pub(crate) duties: Vec<DutyText<'s>>,
}

/// A topic as its file writes it.
pub(crate) struct TopicText<'s> {
    pub(crate) id: Name<'s>,
    pub(crate) competent: Vec<(Place<'s>, Competence)>,
    pub(crate) bodies: Option<Spotted<'s, bool>>,
    pub(crate) only_this_level: Option<Spotted<'s, bool>>,
    pub(crate) nameless: Option<Spotted<'s, bool>>,
    pub(crate) ends_at: Option<Name<'s>>,
}

/// An action as its file writes it.
pub(crate) struct ActionText<'s> {
    pub(crate) id: Name<'s>,
    pub(crate) deed: Deed,
    pub(crate) from: Vec<Name<'s>>,
    pub(crate) to: Option<Name<'s>>,
    pub(crate) who: Vec<Party>,
    pub(crate) needs: Vec<Need>,
    /// The fewest characters of its text.
    pub(crate) least: Option<Spotted<'s, u16>>,
    pub(crate) asks: Vec<Name<'s>>,
    pub(crate) guards: Vec<Name<'s>>,
    pub(crate) reasons: Vec<Name<'s>>,
    pub(crate) proof: Option<Spotted<'s, ProofKind>>,
    pub(crate) settles: Option<Spotted<'s, bool>>,
    pub(crate) once: Option<Spotted<'s, bool>>,
    pub(crate) letter: Option<Name<'s>>,
}

impl<'s> KindText<'s> {
    /// Reads the file: the name of the kind, and the kind itself unless a field is missing or wrong
    /// that all else hangs on. What is wrong with a formula alone is told, and the rest is `whole`.
    pub(crate) fn read(
        document: &Document<'s>,
        found: &Findings,
    ) -> (Option<Name<'s>>, Option<Self>) {
        let mut file = document.fields(found);
        let guard_tables = file.tables("guard");
        let complexity_tables = file.tables("complexity");
        let conditions = guard_tables.len() + complexity_tables.len();
        let guards: Vec<_> = guard_tables.into_iter().filter_map(guard).collect();
        let complexity: Vec<_> = complexity_tables.into_iter().filter_map(complexity).collect();
        let all_read = guards.len() + complexity.len() == conditions;
        let before = found.count();
        let head = file.table("kind").map(Head::read);
        let kept_closed = file.optional_table("kept_closed").and_then(kept_closed);
        let fields = file.tables("field").into_iter().filter_map(field).collect();
        let reasons = file.tables("reason").into_iter().filter_map(reason).collect();
        let topics = file.tables("topic").into_iter().filter_map(topic).collect();
        let steps = file.tables("step").into_iter().filter_map(step).collect();
        let actions = file.tables("action").into_iter().filter_map(action).collect();
        let clocks = file.tables("clock").into_iter().filter_map(clock).collect();
        let duties = file.tables("duty").into_iter().filter_map(duty).collect();
        for field in ["topic", "step"] {
            file.must_have(field);
        }
        file.end();
        let whole = all_read && found.count() == before;
        let Some(head) = head else { return (None, None) };
        let Head { id, prefix, self_service, escalates, bound, from, until, first_step, .. } = head;
        if let Some(prefix) = prefix.as_ref().filter(|prefix| !is_prefix(&prefix.value)) {
            let problem = Problem::BadPrefix { prefix: clipped(&prefix.value) };
            found.add(&prefix.at, problem);
        }
        let named = id.clone().zip(prefix).zip(from).zip(first_step);
        let kind = named.map(|(((id, prefix), from), first_step)| Self {
            whole,
            id,
            prefix,
            self_service,
            escalates,
            bound,
            from,
            until,
            first_step,
            form: head.form,
            stripped: head.stripped,
            openers: head.openers,
            receipt: head.receipt,
            requires: head.requires,
            public: head.public,
            retention: head.retention,
            kept_closed,
            fields,
            guards,
            complexity,
            reasons,
            topics,
            steps,
            actions,
            clocks,
            duties,
        });
        (id, kind)
    }

    /// The other kinds that it names.
    pub(crate) fn named_kinds(&self) -> Vec<Name<'s>> {
        let guards = self.guards.iter().filter_map(|guard| guard.when.as_ref());
        let reasons = self.reasons.iter().filter_map(|reason| reason.when.as_ref());
        let clocks = self.clocks.iter().filter_map(|clock| clock.when.as_ref());
        let whens = guards.chain(reasons).chain(clocks);
        let named = self.fields.iter().flat_map(|field| &field.named);
        let asked = whens.chain(named.clone().filter_map(|one| one.when.as_ref()));
        asked.flat_map(named_kinds).chain(named.flat_map(|one| one.are.clone())).collect()
    }

    /// Says that no field is called `name`.
    pub(crate) fn unknown_field(&self, name: &str) -> Problem {
        let nearest = nearest(name, self.fields.iter().map(|field| field.id.value.as_str()));
        Problem::UnknownFormField { field: clipped(name), nearest }
    }

    /// The least and the most that the number in `field` can be; nothing when it is no number.
    pub(crate) fn bounds_of(&self, field: &str) -> Option<(Option<Quantity>, Option<Quantity>)> {
        let field = self.fields.iter().find(|other| other.id.value == field)?;
        match field.field.takes {
            FieldType::Number { least, most } => Some((least, most)),
            _ => None,
        }
    }

    /// The clock that a text gives: where a field says how long it runs, with the most of it.
    fn clock(&self, text: &ClockText<'_>) -> Clock {
        let mut clock = text.clock.clone();
        let field = text.counted_by.as_ref();
        let most = field.and_then(|field| self.bounds_of(&field.value)?.1);
        if let Some(most) = most.and_then(|most| i16::try_from(most.thousandths() / 1000).ok()) {
            clock.terms.ordinary.limit.count = most;
        }
        clock
    }

    /// The rules that the file gives.
    pub(crate) fn into_kind(self) -> CaseKind {
        let clocks = self.clocks.iter().map(|clock| self.clock(clock)).collect();
        let step = |id: Name<'_>| StepId::new(id.value);
        let field = |id: Name<'_>| FieldId::new(id.value);
        let actions = self.actions.into_iter().map(|action| Action {
            from: action.from.into_iter().map(step).collect(),
            to: action.to.map(step),
            who: action.who,
            least: action.least.map_or(least_of(action.deed), |least| least.value.into()),
            needs: action.needs,
            asks: action.asks.into_iter().map(field).collect(),
            guards: action.guards.into_iter().map(|id| GuardId::new(id.value)).collect(),
            reasons: action.reasons.into_iter().map(|id| ReasonId::new(id.value)).collect(),
            proof: action.proof.map_or(ProofKind::Any, |proof| proof.value),
            settles: action.settles.is_none_or(|settles| settles.value),
            once: action.once.is_some_and(|once| once.value),
            letter: action.letter.map(|id| LetterId::new(id.value)),
            ..Action::new(ActionId::new(action.id.value), action.deed)
        });
        let steps = self.steps.into_iter().map(|(id, phase)| Step { id: step(id), phase });
        let topics = self.topics.into_iter().map(|topic| Topic {
            id: TopicId::new(topic.id.value),
            competent: topic.competent.into_iter().map(|(_, competence)| competence).collect(),
            bodies: topic.bodies.is_some_and(|bodies| bodies.value),
            only_this_level: topic.only_this_level.is_some_and(|only| only.value),
            nameless: topic.nameless.is_some_and(|nameless| nameless.value),
            ends_at: topic.ends_at.map(step),
        });
        CaseKind {
            id: KindId::new(self.id.value),
            prefix: self.prefix.value,
            self_service: self.self_service,
            escalates: self.escalates,
            bound: self.bound.iter().map(|word| trigger(&word.value)).collect(),
            from: self.from.value,
            until: self.until.map(|until| until.value),
            requires: self.requires.into_iter().collect(),
            public: self.public.into_iter().flat_map(|public| public.value).collect(),
            openers: self.stripped.as_ref().and_then(|_| self.openers.try_into().ok()),
            stripped: self.stripped.map(field),
            retention: self.retention,
            kept_closed: self.kept_closed.map(|(_, kept_closed)| kept_closed),
            receipt: self.receipt.map(|id| LetterId::new(id.value)),
            first_step: step(self.first_step),
            fields: self.fields.into_iter().map(|field| field.field).collect(),
            form: self.form.into_iter().map(field).collect(),
            guards: self.guards.into_iter().filter_map(GuardText::into_guard).collect(),
            complexity: self.complexity.into_iter().filter_map(ComplexityText::into_rule).collect(),
            reasons: self.reasons.into_iter().map(ReasonText::into_reason).collect(),
            steps: steps.collect(),
            actions: actions.collect(),
            clocks,
            duties: self.duties.into_iter().map(|duty| duty.into_duty(self.from.value)).collect(),
            topics: topics.collect(),
        }
    }
}

/// The table `[kind]`.
struct Head<'s> {
    id: Option<Name<'s>>,
    prefix: Option<Name<'s>>,
    self_service: bool,
    escalates: bool,
    bound: Vec<Name<'s>>,
    from: Option<Spotted<'s, Date>>,
    until: Option<Spotted<'s, Date>>,
    first_step: Option<Name<'s>>,
    form: Vec<Name<'s>>,
    stripped: Option<Name<'s>>,
    openers: Vec<Role>,
    receipt: Option<Name<'s>>,
    public: Option<Spotted<'s, Vec<Publicity>>>,
    requires: Vec<Part>,
    retention: Option<Retention>,
}

impl<'s> Head<'s> {
    fn read(mut fields: Fields<'_, 's>) -> Self {
        let head = Self {
            id: fields.name("id"),
            prefix: fields.text("prefix"),
            self_service: fields.flag("self_service").unwrap_or(true),
            escalates: fields.flag("escalates").unwrap_or(true),
            bound: fields.texts("competent_only"),
            from: fields.date("from"),
            until: fields.optional_date("until"),
            first_step: fields.name("first_step"),
            form: fields.texts("form"),
            stripped: fields.optional_text("stripped"),
            openers: fields.words("opened_by", &ROLES),
            receipt: fields.optional_text("receipt"),
            requires: fields.words("requires", &parts()),
            public: fields.required_words("public", &PUBLICITIES),
            retention: fields.optional_table("retention").and_then(retention),
        };
        fields.end();
        head
    }
}

fn is_prefix(text: &str) -> bool {
    (2..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_uppercase())
}

fn retention(mut fields: Fields<'_, '_>) -> Option<Retention> {
    let years = fields.whole("years", 1..=100);
    let rule = rule(&mut fields);
    fields.end();
    Some(Retention { years: years?.value, rule: rule? })
}

fn kept_closed<'s>(mut fields: Fields<'_, 's>) -> Option<(Place<'s>, KeptClosed)> {
    let at = fields.at.clone();
    let days = fields.whole("days", 1..=365);
    let remote = if fields.has("remote") { fields.whole("remote", 1..=365) } else { None };
    let rule = rule(&mut fields);
    fields.end();
    let remote = remote.map(|remote| remote.value);
    Some((at, KeptClosed { days: days?.value, remote, rule: rule? }))
}

/// The competent level is a word, or a list of levels, each but the last with its last day.
fn topic<'s>(mut fields: Fields<'_, 's>) -> Option<TopicText<'s>> {
    let id = fields.name("id");
    let competent = if fields.is_list("competent") {
        fields.must_have("competent");
        fields.tables("competent").into_iter().filter_map(competence).collect()
    } else {
        let at = fields.at.clone();
        let level = fields.word("competent", &LEVELS);
        level.map(|level| (at, Competence { level, until: None })).into_iter().collect()
    };
    let bodies = fields.spotted_flag("bodies");
    let only_this_level = fields.spotted_flag("only_this_level");
    let nameless = fields.spotted_flag("nameless");
    let ends_at = fields.optional_text("ends_at");
    fields.end();
    Some(TopicText { id: id?, competent, bodies, only_this_level, nameless, ends_at })
}

fn competence<'s>(mut fields: Fields<'_, 's>) -> Option<(Place<'s>, Competence)> {
    let level = fields.word("level", &LEVELS);
    let until = fields.optional_date("until");
    let at = until.as_ref().map_or_else(|| fields.at.clone(), |until| until.at.clone());
    fields.end();
    Some((at, Competence { level: level?, until: until.map(|until| until.value) }))
}

fn step<'s>(mut fields: Fields<'_, 's>) -> Option<(Name<'s>, Phase)> {
    let id = fields.name("id");
    let phase = fields.word("phase", &PHASES);
    fields.end();
    Some((id?, phase.unwrap_or(Phase::Open)))
}

/// The fewest characters of the text of an action that does `deed`, unless its file says otherwise: what
/// its petitioner is answered, or refused for, is a sentence.
const fn least_of(deed: Deed) -> usize {
    match deed {
        Deed::Answer | Deed::Refuse => 20,
        _ => 1,
    }
}

fn action<'s>(mut fields: Fields<'_, 's>) -> Option<ActionText<'s>> {
    let id = fields.name("id");
    let deed = fields.word("deed", &deeds());
    let from = fields.texts("from");
    let to = fields.optional_text("to");
    let who = fields.words("who", &PARTIES);
    let needs = fields.words("needs", &NEEDS);
    let least = if fields.has("least") { fields.whole("least", 1..=1000) } else { None };
    let (asks, guards) = (fields.texts("asks"), fields.texts("guards"));
    let reasons = fields.texts("reasons");
    let proof = fields.spotted_word("proof", &PROOFS);
    let settles = fields.spotted_flag("settles");
    let once = fields.spotted_flag("once");
    let letter = fields.optional_text("letter");
    fields.end();
    Some(ActionText {
        id: id?,
        deed: deed.unwrap_or(Deed::Note),
        from,
        to,
        who,
        needs,
        least,
        asks,
        guards,
        reasons,
        proof,
        settles,
        once,
        letter,
    })
}
