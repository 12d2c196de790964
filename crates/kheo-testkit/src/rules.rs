//! Rules for tests, built in code.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::date;
use kheo_calendar::{Calendar, Citation, Confidence, Extension, LimitUnit, TimeLimit};
use kheo_core::case::{
    Action, CaseKind, Circumstances, Clock, Complexity, Deed, Need, Party, Phase, Publicity, Step,
    Term, Terms, Topic, Trigger,
};
use kheo_core::id::{ActionId, ClockId, KindId, LetterId, MeasureId, StepId, TopicId};
use kheo_core::letter::{Head, LetterTemplate, Passage, PassageForm, Pattern, Readers, Signature};
use kheo_core::measure::{Good, Measure};
use kheo_core::period::PeriodLength;
use kheo_core::post::Role;
use kheo_core::quantity::Quantity;
use kheo_core::review::ReviewPlan;
use kheo_core::rules::Rules;
use kheo_core::unit::Level;

/// One case kind, one measure, the calendar of Việt Nam, and a review that says nothing.
#[must_use]
pub fn rules() -> Rules {
    let measure = measure();
    Rules {
        kinds: vec![kind()],
        letters: letters(),
        milestones: Vec::new(),
        measures: BTreeMap::from([(measure.id.clone(), measure)]),
        review: ReviewPlan::default(),
        calendar: Calendar::vietnam(),
    }
}

/// Trees planted, per half year.
#[must_use]
pub fn measure() -> Measure {
    Measure {
        id: MeasureId::new("trees"),
        measured_in: "tree".to_owned(),
        period: PeriodLength::Half,
        adds_up: true,
        stock: false,
        good: Good::Up,
        least: Some(Quantity::ZERO),
        most: None,
    }
}

/// A request: received, accepted, answered or refused, confirmed; five working days to accept it
/// and fifteen to answer it, complex or not, or five more if that is extended once; while somebody is asked the clocks
/// stand still. Roads are for the ward to decide, schools for the city.
#[must_use]
pub fn kind() -> CaseKind {
    let step = |id, phase| Step { id: StepId::new(id), phase };
    let topic = |id, competent| Topic::new(TopicId::new(id), competent);
    CaseKind {
        prefix: "YC".to_owned(),
        receipt: Some(LetterId::new("receipt")),
        public: BTreeSet::from([Publicity::Subject, Publicity::Answer, Publicity::Refusal]),
        first_step: StepId::new("received"),
        steps: vec![
            step("received", Phase::Open),
            step("accepted", Phase::Open),
            step("asked", Phase::Waiting),
            step("answered", Phase::Closed),
            step("confirmed", Phase::Closed),
            step("refused", Phase::Closed),
        ],
        actions: actions(),
        clocks: vec![
            clock("accept", 5, &[], &[Deed::Accept, Deed::Refuse, Deed::Answer]),
            clock("answer", 15, &[Deed::Reopen], &[Deed::Answer, Deed::Refuse]),
        ],
        topics: vec![topic("roads", Level::Commune), topic("schools", Level::District)],
        ..CaseKind::new(KindId::new("request"), date(2014, 7, 1))
    }
}

/// A receipt for whoever asks, and a slip for the unit that a request goes to.
fn letters() -> BTreeMap<LetterId, LetterTemplate> {
    let pattern = |text: &str| text.parse::<Pattern>().unwrap_or_default();
    let letter = |id, readers, about: &str, text: &str| LetterTemplate {
        id: LetterId::new(id),
        readers,
        head: Head::Office,
        gathers: Vec::new(),
        kind: "THÔNG BÁO".to_owned(),
        symbol: "TB".to_owned(),
        about: pattern(about),
        to: vec![pattern("{ $petitioner }")],
        decides: Pattern::default(),
        basis: Vec::new(),
        body: vec![Passage { form: PassageForm::Paragraph, text: pattern(text), room: false }],
        signatures: vec![Signature {
            signed_as: vec![pattern("CHỦ TỊCH")],
            name: Pattern::default(),
        }],
        recipients: vec![pattern("Như trên")],
    };
    let all = [
        letter(
            "receipt",
            Readers::Petitioner,
            "Tiếp nhận { $code }",
            "Ngày { $received-on }, { $unit } tiếp nhận: { $subject }. Hạn: { $due-on }.",
        ),
        letter(
            "slip",
            Readers::Others,
            "Chuyển { $code }",
            "Kính chuyển { $to-unit }: { $topic }.",
        ),
    ];
    all.into_iter().map(|letter| (letter.id.clone(), letter)).collect()
}

fn clock(id: &str, days: i16, starts: &[Deed], stops: &[Deed]) -> Clock {
    let limit = TimeLimit::rolling(days, LimitUnit::WorkingDays);
    let extension = (id == "answer").then_some(Extension::Times { times: 1, count: 5 });
    let complex = Circumstances { complexity: Complexity::Complex, remote: false };
    let variants =
        if id == "answer" { vec![(complex, Term { limit, extension })] } else { Vec::new() };
    Clock {
        id: ClockId::new(id),
        starts_at_registration: true,
        starts: starts.iter().copied().map(Trigger::from).collect(),
        stops: stops.iter().copied().map(Trigger::from).collect(),
        lapses: Vec::new(),
        fails: Vec::new(),
        pauses: true,
        when: None,
        counted_by: None,
        terms: Terms { ordinary: Term { limit, extension }, variants },
        rule: Citation {
            law: "Quy định của thử nghiệm".to_owned(),
            law_en: "A rule of the test".to_owned(),
            article: None,
            from: None,
            confidence: Confidence::Unconfirmed,
        },
    }
}

fn actions() -> Vec<Action> {
    let staff = vec![Party::Role(Role::Clerk), Party::Role(Role::Handler), Party::Role(Role::Head)];
    let action =
        |id, deed, from: &[&str], to: Option<&str>, who: &[Party], needs: &[Need]| Action {
            from: from.iter().copied().map(StepId::new).collect(),
            to: to.map(StepId::new),
            who: who.to_vec(),
            needs: needs.to_vec(),
            ..Action::new(ActionId::new(id), deed)
        };
    let (open, text) = (["received", "accepted"], [Need::Text]);
    let citizen = [Party::Citizen];
    vec![
        action(
            "accept",
            Deed::Accept,
            &["received"],
            Some("accepted"),
            &staff,
            &[Need::Circumstances],
        ),
        action("ask", Deed::Note, &["accepted"], Some("asked"), &staff, &text),
        action("supplement", Deed::Note, &["asked"], Some("accepted"), &staff, &text),
        action("extend", Deed::Extend, &["accepted"], None, &staff, &[Need::Length, Need::Text]),
        action("assign", Deed::Assign, &["accepted"], None, &staff, &[Need::Post]),
        Action {
            letter: Some(LetterId::new("slip")),
            ..action("transfer", Deed::Transfer, &open, Some("received"), &staff, &[Need::Unit])
        },
        action("answer", Deed::Answer, &open, Some("answered"), &staff, &text),
        action("refuse", Deed::Refuse, &open, Some("refused"), &staff, &text),
        action("note", Deed::Note, &open, None, &staff, &text),
        action("confirm", Deed::Confirm, &["answered"], Some("confirmed"), &citizen, &[]),
        action("reopen", Deed::Reopen, &["answered", "confirmed"], Some("accepted"), &citizen, &[]),
    ]
}
