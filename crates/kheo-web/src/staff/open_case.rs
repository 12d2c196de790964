//! One case as its page needs it, for a reader in whose scope it is.

mod offered;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::ToSpan as _;
use jiff::civil::Date;
use kheo_core::Refusal;
use kheo_core::case::event::Registered;
use kheo_core::case::{
    self, Action, Case, CaseEvent, CaseKind, Complexity, Deed, Fact, FieldValue, Filled, Need,
    Phase, Position, Reach, Seat, Sight,
};
use kheo_core::id::{ActionId, CaseCode, FieldId, LetterId, UnitId};
use kheo_core::post::{Right, Role};
use kheo_core::rules::Rules;
use kheo_core::sealing::{Group, IdentityEvent, Sealed, group};
use kheo_paper::letter::Letter;
use kheo_store::case::{CaseRow, find, is_known_to, timeline};
use kheo_store::sealing::{self, Pending};
use kheo_store::{Reader, Recorded, StoreError};
use kheo_words::Tongue;

use crate::directory::Directory;
use crate::letters::{self, Asker, gathered};
use crate::pages::staff::action::{self, ActionForm};
use crate::pages::staff::case::{CasePage, ClockCard, LetterLink, Petitioner};
use crate::pages::staff::choice::Select;
use crate::pages::staff::conflict::Version;
use crate::pages::staff::identity::{SealCard, Stands};
use crate::pages::staff::told::Happening;
use crate::parts::chip::Stand;
use crate::parts::fault::{self, Fault};
use crate::parts::{due, erased, questions};
use crate::problem::Problem;
use crate::remembered::Learned;
use crate::session::Viewer;
use crate::staff::answers::{self, Reading};
use crate::staff::around::Around;
use crate::staff::{procedures, told, warned};
use crate::submission::Submission;
use crate::visit::Visit;

/// A case with all that happened to it.
pub(crate) struct OpenCase {
    pub(crate) case: Case,
    pub(crate) told: Vec<Recorded<CaseEvent>>,
    pub(crate) directory: Arc<Directory>,
    pub(crate) around: Around,
    registered: Registered,
    /// What the case is read by: the version it began under, or what the packs have left of it.
    kind: CaseKind,
    /// How much the viewer sees of it.
    sees: Sight,
    /// The unit of the viewer.
    unit: UnitId,
    learned: Arc<Learned>,
    /// The letters around many cases that another of them bears, or none yet.
    elsewhere: BTreeSet<LetterId>,
    /// Later cases of the same matter that are sealed to the viewer.
    sealed: BTreeSet<CaseCode>,
    /// What was recorded of openings of who brought it.
    openings: Vec<Recorded<IdentityEvent>>,
    /// The opening that waits for the second officer.
    pub(crate) pending: Option<Pending>,
    /// Whether the post of the viewer has a key for such openings.
    has_key: bool,
}

/// The later cases of the same matter, as `told` names them, whose petitioner `viewer` may not know.
fn sealed(
    r: &Reader<'_>,
    (rules, directory): (&Rules, &Directory),
    told: &[Recorded<CaseEvent>],
    viewer: &Viewer,
) -> Result<BTreeSet<CaseCode>, StoreError> {
    let mut sealed = BTreeSet::new();
    for one in told {
        let CaseEvent::Recurred { by, .. } = &one.what else { continue };
        let later = find(r, by)?;
        if later.is_some_and(|later| !viewer.sight(rules, directory, &later).knows()) {
            sealed.insert(by.clone());
        }
    }
    Ok(sealed)
}

/// The letters that gather cases around `case` and are not made for this one.
fn elsewhere(
    r: &Reader<'_>,
    (rules, directory): (&Rules, &Directory),
    told: &[Recorded<CaseEvent>],
    case: &CaseRow,
) -> Result<BTreeSet<LetterId>, StoreError> {
    let mut elsewhere = BTreeSet::new();
    let kind = rules.kind_left(&case.kind, case.version);
    for made in letters::made(rules, &kind, told) {
        let letter = made.template;
        if letter.gathers.is_empty() {
            continue;
        }
        let seq = told.get(made.number - 1).map(|event| event.seq);
        let writer = letters::writer(directory, told, made.number);
        let Some((unit, seq)) = writer.zip(seq) else { continue };
        if !gathered::is_made(r, &kind, letter, case, (&unit, seq))? {
            elsewhere.insert(letter.id.clone());
        }
    }
    Ok(elsewhere)
}

/// Why a reader who sees so much of a case does not read all of it.
const fn withheld(sees: Sight) -> Option<&'static str> {
    match sees {
        Sight::Whole => None,
        Sight::Stripped | Sight::Counted => Some("staff-case-sealed"),
        Sight::Course => Some("staff-case-sent-on"),
        Sight::Public => Some("staff-case-public-part"),
    }
}

/// What somebody typed into the form of an action, and why it was refused.
pub(crate) struct Typed<'a> {
    pub(crate) action: &'a str,
    pub(crate) text: &'a str,
    pub(crate) unit: &'a str,
    pub(crate) post: &'a str,
    pub(crate) complexity: &'a str,
    pub(crate) remote: bool,
    pub(crate) length: &'a str,
    pub(crate) reason: &'a str,
    pub(crate) sent: &'a Submission,
    pub(crate) faults: Vec<Fault>,
}

impl OpenCase {
    /// Opens the case of that code, which the viewer's unit or one below it holds or has held.
    ///
    /// # Errors
    /// [`Problem::NotFound`] when there is none, or none that `viewer` may see.
    pub(crate) async fn read(visit: &Visit, viewer: &Viewer, code: &str) -> Result<Self, Problem> {
        let code = CaseCode::typed(code).ok_or(Problem::NotFound)?;
        let (reader, packs) = (viewer.clone(), visit.app.packs.clone());
        let (remembered, today) = (visit.app.remembered.clone(), visit.today());
        let now = visit.app.now();
        let units = Arc::clone(&visit.directory);
        let read = visit.app.db.read(move |r| {
            if !is_known_to(r, &code, &reader.post.unit)? {
                return Ok(None);
            }
            let law = (&packs.rules, &*units);
            let around = Around::read(r, law, &code, &reader, today)?;
            let told = timeline(r, &code)?;
            let sealed = sealed(r, law, &told, &reader)?;
            let learned = remembered.learned(r, today)?;
            let Some(around) = around else { return Ok(None) };
            let elsewhere = elsewhere(r, law, &told, &around.case)?;
            let has_key = !sealing::locked(r, &reader.post.id)?.is_empty();
            let opens = (sealing::said(r, &code)?, sealing::pending(r, &code, now)?, has_key);
            Ok(Some((told, sealed, elsewhere, around, learned, opens)))
        });
        let (told, sealed, elsewhere, around, learned, opens) =
            read.await?.ok_or(Problem::NotFound)?;
        let (openings, pending, has_key) = opens;
        let directory = Arc::clone(&visit.directory);
        let case = Case::fold(told.iter().map(|told| &told.what)).ok_or(Problem::NotFound)?;
        let Some(CaseEvent::Registered(registered)) = told.first().map(|told| told.what.clone())
        else {
            return Err(Problem::NotFound);
        };
        let kind = visit.app.rules().kind_left(&case.kind, case.version).into_owned();
        let sees = around.sees;
        if sees == Sight::Counted {
            return Err(Problem::NotFound);
        }
        let unit = viewer.post.unit.clone();
        let open = Self {
            case,
            told,
            directory,
            around,
            registered,
            kind,
            sees,
            unit,
            learned,
            elsewhere,
            sealed,
            openings,
            pending,
            has_key,
        };
        Ok(open)
    }

    /// Why nothing can be done with the case: the packs no longer have the version it began under.
    ///
    /// # Errors
    /// [`Refusal::VersionGone`].
    pub(crate) fn has_rules(&self, rules: &Rules) -> Result<(), Refusal> {
        rules.kind_of_version(&self.case.kind, self.case.version).map(drop)
    }

    /// Whether the procedure of the case has an action of that name.
    pub(crate) fn has_action(&self, action: &ActionId) -> bool {
        self.kind.action(action).is_some()
    }

    /// What was filled in of the questions of `action`.
    ///
    /// # Errors
    /// All that is wrong with them.
    pub(crate) fn filled(
        &self,
        action: &ActionId,
        sent: &Submission,
        today: Date,
    ) -> Result<Filled, Vec<Refusal>> {
        let asks = self.kind.action(action).map_or(&[][..], |action| &action.asks);
        questions::read(self.kind.fields_of(asks), |control| sent.text(control), today)
    }

    /// What `viewer` reads of what was written and filled in.
    pub(crate) const fn reading(&self) -> Reading<'_> {
        Reading { kind: &self.kind, sees: self.sees, unit: &self.unit, sealed: &self.sealed }
    }

    /// The letter that event `number` made.
    ///
    /// # Errors
    /// [`Problem::NotFound`] when it made none, or none for the viewer.
    pub(crate) async fn letter(
        &self,
        visit: &Visit,
        number: usize,
    ) -> Result<(LetterId, Letter), Problem> {
        if !self.may_read_letter(number) {
            return Err(Problem::NotFound);
        }
        letters::written(visit, &self.kind, &self.told, number, self.reader()).await
    }

    /// The letters that `viewer` may read.
    fn letters(&self, visit: &Visit, viewer: &Viewer) -> Vec<LetterLink> {
        if !viewer.may(Right::ReadPetitioner) || self.case.erased {
            return Vec::new();
        }
        let reader = self.reader();
        letters::made(visit.app.rules(), &self.kind, &self.told)
            .filter(|made| reader.may_read(made.template) && self.may_read_letter(made.number))
            .map(|made| LetterLink {
                href: format!("/cases/{}/letters/{}", self.case.code, made.number),
                title: visit.tongue().say(&format!("letter-{}", made.template.id)),
                on: made.on,
            })
            .collect()
    }

    /// Whether the letter that event `number` made is for the viewer: of a case that was sent on, those
    /// that the own unit made.
    fn may_read_letter(&self, number: usize) -> bool {
        let event = number.checked_sub(1).and_then(|at| self.told.get(at));
        let own = event.is_some_and(|one| told::is_own(&self.directory, &one.who, &self.unit));
        let elsewhere = event.is_some_and(|one| match &one.what {
            CaseEvent::Acted(acted) => {
                acted.letter.as_ref().is_some_and(|letter| self.elsewhere.contains(letter))
            }
            _ => false,
        });
        if elsewhere {
            return false;
        }
        self.sees.works() || self.sees == Sight::Course && own
    }

    /// As whom `viewer` reads letters.
    fn reader(&self) -> Asker {
        Asker::Officer { knows: self.sees.knows() }
    }

    /// The subject of the petition, or what kind it is for those who may not know who brought it.
    pub(crate) fn subject(&self, visit: &Visit) -> String {
        if let Some(erased) = self.erased(visit) {
            return erased;
        }
        let published = visit.app.rules().tells_subject(&self.case.kind, self.case.version);
        if self.sees.knows() || published {
            self.registered.private.subject.clone()
        } else {
            visit.tongue().say(&format!("kind-{}", self.kind.id))
        }
    }

    /// That the content of the case was erased, in words.
    fn erased(&self, visit: &Visit) -> Option<String> {
        let erasure = erased::of(&self.told)?;
        Some(erased::words(visit.tongue(), &self.directory, &erasure))
    }

    /// The case as it stood after its first `seen` events.
    pub(crate) fn version(&self, tongue: Tongue<'_>, seen: u64) -> Option<Version> {
        let events = usize::try_from(seen).ok()?;
        let case = Case::fold(self.told.iter().take(events).map(|told| &told.what))?;
        Some(Version {
            number: case.seen,
            step: case.step,
            unit: self.directory.unit(&case.unit, tongue.lang()),
            handler: case.post.map(|post| self.directory.post(&post, tongue.lang())),
        })
    }

    /// The forms of the actions that `viewer` may take now.
    pub(crate) fn forms(
        &self,
        visit: &Visit,
        viewer: &Viewer,
        typed: Option<&Typed<'_>>,
    ) -> Vec<ActionForm> {
        case::allowed(&self.kind, &self.case, &viewer.actor(), &self.position(visit, viewer))
            .map(|action| self.form(visit, viewer, action, typed))
            .collect()
    }

    /// Why what the role of `viewer` does with such a case is not theirs to do with this one, or nobody's.
    fn not_theirs(&self, visit: &Visit, viewer: &Viewer) -> Option<String> {
        let (tongue, position) = (visit.tongue(), self.position(visit, viewer));
        if let Err(gone) = self.has_rules(visit.app.rules()) {
            return Some(fault::refusal(tongue, &gone, &[]));
        }
        let unbound = Position { reach: Reach::Own, ..Position::default() };
        let mut works = case::allowed(&self.kind, &self.case, &viewer.actor(), &unbound);
        if self.case.phase == Phase::Closed || works.next().is_none() {
            return None;
        }
        match (position.reach, &position.given_to) {
            (Reach::Own, _) if position.seat != Seat::Competent && !self.kind.bound.is_empty() => {
                let level = self.kind.competent_level(&self.case.topic, visit.today())?;
                Some(fault::refusal(tongue, &Refusal::NotCompetent { level }, &[]))
            }
            (Reach::Above, _) => {
                let unit = self.directory.unit(&self.case.unit, tongue.lang());
                Some(tongue.say_with("staff-case-of-unit-below", &[("unit", &unit)]))
            }
            (Reach::Own, Some(post)) if viewer.post.role == Role::Handler => {
                let given = *post != viewer.post.id;
                let post = self.directory.post(post, tongue.lang());
                given.then(|| tongue.say_with("staff-case-given-to", &[("post", &post)]))
            }
            _ => None,
        }
    }

    /// How `unit` stands today to the level that is competent for the case.
    fn seat(&self, visit: &Visit, unit: &UnitId) -> Seat {
        self.kind.seat(&self.case.topic, self.directory.rank(unit), visit.today())
    }

    /// Where `viewer` stands to the case.
    fn position(&self, visit: &Visit, viewer: &Viewer) -> Position {
        let within = self.directory.within(&viewer.post.unit, &self.case.unit);
        let given_to = self.case.post.as_ref().and_then(|post| self.directory.find_post(post));
        let seat = self.seat(visit, &self.case.unit);
        Position::of(&viewer.post, &self.case, within, given_to).seated(seat)
    }

    fn form(
        &self,
        visit: &Visit,
        viewer: &Viewer,
        action: &Action,
        typed: Option<&Typed<'_>>,
    ) -> ActionForm {
        let tongue = visit.tongue();
        let typed = typed.filter(|typed| typed.action == action.id.as_str());
        let mut needs = action.needs.clone();
        needs.sort_by_key(|need| *need == Need::Proof);
        let select = |name, label: &str, choices, chosen: &str| Select {
            name,
            label: tongue.say(label),
            any: Some(tongue.say("staff-choose")),
            choices,
            chosen: chosen.to_owned(),
        };
        // The choice for ordinary matters has no word.
        let complexity = self.case.circumstances.complexity;
        let complexity = Some(complexity).filter(|one| *one != Complexity::Ordinary);
        let complexity = complexity.map(told::word).unwrap_or_default();
        let letter =
            action.letter.as_ref().and_then(|letter| visit.app.rules().letters.get(letter));
        let unit = typed.map_or("", |typed| typed.unit);
        let post = typed.map_or("", |typed| typed.post);
        ActionForm {
            code: self.case.code.clone(),
            action: action.id.clone(),
            readers: action::readers(&self.kind, action.deed, letter),
            seen: self.case.seen,
            csrf: viewer.csrf.clone(),
            needs,
            units: select("unit", "staff-action-unit", self.others(visit, action), unit),
            posts: select("post", "staff-action-post", self.posts(tongue, action), post),
            complexity: Select {
                any: Some(tongue.say("staff-action-complexity-ordinary")),
                ..select(
                    "complexity",
                    "staff-action-complexity",
                    offered::complexities(tongue),
                    typed.map_or(complexity.as_str(), |typed| typed.complexity),
                )
            },
            remote: (!case::is_place_settled(action, &self.case))
                .then(|| typed.map_or_else(|| self.is_remote(visit), |typed| typed.remote)),
            length: typed.map_or("", |typed| typed.length).to_owned(),
            reasons: offered::reasons(tongue, action, typed),
            asks: self.kind.fields_of(&action.asks).cloned().collect(),
            prefix: format!("{}-", action.id),
            typed: typed.map_or_else(|| self.counted(action), |typed| typed.sent.answers()),
            sent: typed.is_some(),
            text: typed.map_or("", |typed| typed.text).to_owned(),
            faults: typed.map_or_else(Vec::new, |typed| typed.faults.clone()),
        }
    }

    /// What was chosen so far of what `action` asks and the case is complex by: sent as it is shown, it
    /// changes nothing.
    fn counted(&self, action: &Action) -> BTreeMap<String, String> {
        let counts = |field: &FieldId| {
            let rules = self.kind.complexity.iter().flat_map(|rule| rule.when.facts());
            rules.into_iter().any(|fact| matches!(fact, Fact::Count(own) if own == field))
        };
        let known = |field| match self.case.filled.get(field)? {
            FieldValue::Chosen(chosen) => Some(questions::ticked(field, chosen)),
            _ => None,
        };
        let asked = action.asks.iter().filter(|field| counts(field));
        asked.filter_map(known).flatten().collect()
    }

    /// Whether the case lies in a remote area, as far as the unit that holds it tells.
    fn is_remote(&self, visit: &Visit) -> bool {
        let holder = self.directory.find(&self.case.unit);
        holder.is_some_and(|unit| unit.is_remote_on(visit.today()))
    }

    /// The page of the case; `typed` is what was refused.
    pub(crate) fn page(
        &self,
        visit: &Visit,
        viewer: &Viewer,
        typed: Option<&Typed<'_>>,
    ) -> CasePage {
        let (tongue, case) = (visit.tongue(), &self.case);
        let petition = &self.registered.private;
        let reading = self.reading();
        let happening = |(at, one)| {
            let told = told::happening(tongue, &self.directory, one, reading);
            let may_open = !case.erased && self.may_open_files(at);
            if may_open { told } else { Happening { files: Vec::new(), ..told } }
        };
        CasePage {
            code: case.code.clone(),
            subject: self.subject(visit),
            text: if self.sees.knows() { petition.text.clone() } else { String::new() },
            place: petition.place.clone().filter(|_| self.sees.knows()),
            filled: answers::shown(tongue, &petition.filled, reading, false),
            withheld: withheld(self.sees),
            kept_closed: self.kept_closed(tongue, visit.today()),
            retention: self.retention(tongue),
            kind: case.kind.clone(),
            topic: case.topic.clone(),
            stand: Stand::at(Some(&self.kind), &case.step),
            procedure: self
                .has_rules(visit.app.rules())
                .is_ok()
                .then(|| procedures::address(&case.kind, case.version)),
            unit: self.directory.unit(&case.unit, tongue.lang()),
            handler: case.post.as_ref().map(|post| self.directory.post(post, tongue.lang())),
            marks: self.around.marks(visit.today()),
            faults: typed.map_or_else(Vec::new, |typed| typed.faults.clone()),
            not_theirs: self.not_theirs(visit, viewer),
            forms: self.forms(visit, viewer, typed),
            told: self.told.iter().enumerate().map(happening).collect(),
            clocks: self.clocks(visit.today()),
            petitioner: self.petitioner(visit, viewer),
            erased: self.erased(visit),
            files: if self.sees.knows() && !case.erased {
                told::links(&self.registered.files)
            } else {
                Vec::new()
            },
            letters: self.letters(visit, viewer),
            matter: self.around.card(visit, viewer),
        }
    }

    /// Whether the files of the event at `at` open to the viewer: to who does not work on the case, those of an
    /// answer only while it stands.
    fn may_open_files(&self, at: usize) -> bool {
        let is_answer = |one: &Recorded<CaseEvent>| matches!(&one.what, CaseEvent::Acted(acted) if acted.deed == Deed::Answer);
        let Some(event) = self.told.get(at).filter(|one| is_answer(one)) else { return true };
        let own =
            self.sees == Sight::Course && told::is_own(&self.directory, &event.who, &self.unit);
        let stands =
            self.case.answered.is_some() && self.told.iter().rposition(is_answer) == Some(at);
        self.sees.works() || own || stands
    }

    /// The limits that run, each with how likely it is missed.
    fn clocks(&self, today: Date) -> Vec<ClockCard> {
        let changed_on = self.told.iter().map(|told| told.effective_on).max().unwrap_or(today);
        let mut cards = told::clocks(&self.case, &self.kind, today);
        for card in &mut cards {
            card.warning = warned::of_clock(&self.learned.warnings, &self.case, card, changed_on);
        }
        cards
    }

    /// Who brought it, sealed, and the group in which `viewer` opens it with somebody of the other one;
    /// nothing for whoever opens nothing here.
    pub(crate) fn sealed_for(&self, viewer: &Viewer) -> Option<(&Sealed, Group)> {
        let sealed = self.registered.private.sealed.as_deref()?;
        let on = self.around.case.registered_on;
        let group = group(&self.kind, &self.case.topic, on, &viewer.post, viewer.rank.level())?;
        let within = self.directory.within(&viewer.post.unit, &self.case.unit);
        within.then_some((sealed, group))
    }

    /// The card of who brought it, sealed; nothing where it is not.
    fn seal(&self, visit: &Visit, viewer: &Viewer) -> Option<SealCard> {
        self.registered.private.sealed.as_ref()?;
        let (tongue, group) = (visit.tongue(), self.sealed_for(viewer).map(|(_, group)| group));
        let stands = match (group, &self.pending) {
            (None, _) => Stands::Closed,
            (Some(_), _) if !self.has_key => Stands::NoKey,
            (Some(_), None) => Stands::Ask,
            (Some(own), Some(Pending { asking, .. })) if asking.group == own => {
                Stands::Waits(asking.until)
            }
            (Some(_), Some(Pending { by, asking })) => {
                let by = self.directory.post(by, visit.lang);
                Stands::Open(by, asking.reason.clone(), asking.until)
            }
        };
        let reads = group.is_some() || viewer.post.role == Role::Inspector;
        let said = self.openings.iter().filter(|_| reads);
        Some(SealCard {
            code: self.case.code.clone(),
            csrf: viewer.csrf.clone(),
            stands,
            said: said.map(|said| told::opening(tongue, &self.directory, said)).collect(),
            reason: String::new(),
            problem: None,
        })
    }

    fn petitioner(&self, visit: &Visit, viewer: &Viewer) -> Petitioner {
        if self.case.erased {
            return Petitioner::Erased;
        }
        if let Some(seal) = self.seal(visit, viewer) {
            return Petitioner::Sealed(Box::new(seal));
        }
        if !viewer.may(Right::ReadPetitioner) || !self.sees.knows() {
            return Petitioner::Hidden;
        }
        let petition = &self.registered.private;
        Petitioner::Named {
            persons: petition.persons.get(),
            name: petition.name.clone(),
            phone: petition.phone.clone(),
        }
    }

    /// From when on it counts as kept closed, and why from then, once it is closed with proof.
    fn kept_closed(&self, tongue: Tongue<'_>, today: Date) -> Option<String> {
        let told = self.told.iter().map(|told| (told.effective_on, &told.what));
        let (from, answered) = (case::counted_since(told)?, self.case.answered?);
        let day = tongue.date(from);
        if from > today {
            let said = tongue.say_with("staff-case-kept-from", &[("day", &day)]);
            let rule = self.kind.kept_closed.as_ref();
            let why = rule.map(|rule| procedures::silence(tongue, rule, self.case.circumstances));
            return Some(std::iter::once(said).chain(why).collect::<Vec<_>>().join(" "));
        }
        let key = match answered.confirmed_on {
            Some(_) => "staff-case-kept-confirmed",
            None => "staff-case-kept-since",
        };
        Some(tongue.say_with(key, &[("day", &day)]))
    }

    /// Until when the case is kept, once it is closed.
    fn retention(&self, tongue: Tongue<'_>) -> Option<String> {
        let retention =
            self.kind.retention.as_ref().filter(|_| self.case.phase == Phase::Closed)?;
        let closed_on = self.told.last()?.effective_on;
        let until = closed_on.checked_add(i32::from(retention.years).years()).ok()?;
        let rule = due::cited(tongue, &retention.rule);
        Some(
            tongue
                .say_with("staff-case-retention", &[("day", &tongue.date(until)), ("rule", &rule)]),
        )
    }
}
