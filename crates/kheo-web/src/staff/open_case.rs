//! One case as its page needs it, for a reader in whose scope it is.

mod forms;
mod letters;
mod offered;
mod seal;

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::ToSpan as _;
use jiff::civil::Date;
use kheo_calendar::{Citation, Due};
use kheo_core::Refusal;
use kheo_core::case::event::Registered;
use kheo_core::case::{self, Case, CaseEvent, CaseKind, Deed, Filled, Phase, Sight};
use kheo_core::id::{ActionId, CaseCode, KindId, LetterId, UnitId};
use kheo_core::post::Right;
use kheo_core::rules::Rules;
use kheo_core::sealing::IdentityEvent;
use kheo_store::case::{CaseRow, find, is_known_to, timeline};
use kheo_store::matter;
use kheo_store::sealing::{self, Pending};
use kheo_store::{Reader, Recorded, StoreError};
use kheo_words::Tongue;

pub(crate) use forms::Typed;

use crate::directory::Directory;
use crate::pages::staff::case::{CasePage, ClockCard, Petitioner};
use crate::pages::staff::conflict::Version;
use crate::pages::staff::told::Happening;
use crate::parts::chip::Stand;
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
    /// The kinds of earlier cases of the same matter that are all to be decided yet, in time.
    in_time: BTreeSet<KindId>,
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

/// The kinds of earlier cases of the matter of `case` that its conditions ask of and that are in time `today`.
fn in_time(
    r: &Reader<'_>,
    rules: &Rules,
    case: &CaseRow,
    today: Date,
) -> Result<BTreeSet<KindId>, StoreError> {
    let asked = rules.kind_left(&case.kind, case.version).asks_in_time();
    matter::in_time(r, rules, case, &asked, today)
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
            let in_time = in_time(r, law.0, &around.case, today)?;
            let elsewhere = letters::elsewhere(r, law, &told, &around.case)?;
            let opens = if around.case.petition.sealed.is_some() {
                let has_key = !sealing::locked(r, &reader.post.id)?.is_empty();
                (sealing::said(r, &code)?, sealing::pending(r, &code, now)?, has_key)
            } else {
                (Vec::new(), None, false)
            };
            Ok(Some((told, (sealed, in_time), elsewhere, around, learned, opens)))
        });
        let (told, (sealed, in_time), elsewhere, around, learned, opens) =
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
            in_time,
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
            let told = Happening { ended: self.ended(at), ..told };
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
            impossible: self.impossible(visit, viewer),
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

    /// The limit that the event at `at` ended, as it stood until then, with the rule of its clock.
    fn ended(&self, at: usize) -> Option<(Due, Option<Citation>)> {
        let (before, rest) = self.told.split_at_checked(at)?;
        let CaseEvent::ClockStopped { clock, .. } = &rest.first()?.what else { return None };
        let due = before.iter().rev().find_map(|told| told.what.due_of(clock))?;
        let own = self.kind.clocks.iter().find(|own| own.id == *clock);
        Some((due.clone(), own.map(|own| own.rule.clone())))
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
