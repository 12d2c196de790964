//! What the ledger tells of a case, in plain words and without what is not public.

use std::borrow::Cow;
use std::sync::Arc;

use jiff::civil::Date;
use kheo_calendar::Due;
use kheo_core::case::event::{Acted, CaseEvent, Registered};
use kheo_core::case::{self, Case, CaseKind, Deed, FollowCode, Phase, Position, Proof, Publicity};
use kheo_core::id::ClockId;
use kheo_core::post::Actor;
use kheo_core::rules::Rules;
use kheo_store::{Reader, Recorded, StoreError};
use kheo_words::Tongue;

use crate::app::App;
use crate::directory::Directory;
use crate::letters::{self, Asker};
use crate::pages::public::case::{Choice, PublicCase, Told, Why};
use crate::pages::public::follow::Version;
use crate::parts::chip::Stand;
use crate::parts::{due, erased};
use crate::problem::Problem;
use crate::visit::Visit;

/// A case as the ledger has it, for whoever brought it.
#[derive(Debug)]
pub(crate) struct Known {
    pub(crate) follow: FollowCode,
    pub(crate) begun: Registered,
    pub(crate) case: Case,
    pub(crate) events: Vec<Recorded<CaseEvent>>,
    pub(crate) names: Arc<Directory>,
}

impl Known {
    /// The case of that code, as somebody typed it with its key.
    ///
    /// # Errors
    /// [`Problem::NotFound`], [`Problem::TooMany`] for an address that guesses, [`Problem::Broken`].
    pub(crate) async fn read(visit: &Visit, code: &str) -> Result<Self, Problem> {
        let (brake, now) = (&visit.limits.codes, visit.app.now().as_second());
        brake.attempt(visit.client, now).map_err(Problem::TooMany)?;
        let known = Self::found(visit, code).await?;
        brake.was_right(visit.client, now);
        Ok(known)
    }

    async fn found(visit: &Visit, code: &str) -> Result<Self, Problem> {
        let follow = FollowCode::typed(code).ok_or(Problem::NotFound)?;
        let names = Arc::clone(&visit.directory);
        let read = visit.app.db.read(move |reader| Self::of(reader, follow, names));
        read.await?.ok_or(Problem::NotFound)
    }

    fn of(
        reader: &Reader<'_>,
        follow: FollowCode,
        names: Arc<Directory>,
    ) -> Result<Option<Self>, StoreError> {
        let events = kheo_store::case::timeline(reader, &follow.case)?;
        let Some(case) = Case::fold(events.iter().map(|event| &event.what)) else {
            return Ok(None);
        };
        let Some(CaseEvent::Registered(begun)) = events.first().map(|event| event.what.clone())
        else {
            return Ok(None);
        };
        let is_theirs = match erased::of(&events) {
            Some(erasure) => erasure.what.follow == Some(kheo_store::case::hashed(&follow)),
            None => begun.private.key.as_ref() == Some(&follow.key),
        };
        Ok(is_theirs.then_some(Self { follow, begun, case, events, names }))
    }

    pub(crate) fn kind<'a>(&self, rules: &'a Rules) -> Option<&'a CaseKind> {
        rules.kind_of_version(&self.case.kind, self.case.version).ok()
    }

    /// The same to read the letters by, also where the packs have the version no more.
    pub(crate) fn kind_left<'a>(&self, rules: &'a Rules) -> Cow<'a, CaseKind> {
        rules.kind_left(&self.case.kind, self.case.version)
    }

    /// The action that `deed` is for the holder of the code, when it is possible now.
    pub(crate) fn action<'a>(&self, app: &'a App, deed: Deed) -> Option<&'a case::Action> {
        let kind = self.kind(app.rules())?;
        case::allowed(kind, &self.case, &Actor::Citizen, &Position::default(), app.today())
            .into_iter()
            .find(|action| action.deed == deed)
    }

    /// What is public of the case.
    pub(crate) fn public(&self, visit: &Visit) -> PublicCase {
        let (case, begun) = (&self.case, &self.begun);
        let erasure = erased::of(&self.events);
        let erased = erasure.map(|what| erased::words(visit.tongue(), &self.names, &what));
        let first = case.running.iter().min_by_key(|(_, due)| (!due.runs_out(), due.on));
        let rule = |id: &ClockId| {
            let kind = self.kind(visit.app.rules())?;
            kind.clocks.iter().find(|clock| clock.id == *id).cloned()
        };
        PublicCase {
            code: self.follow.clone(),
            kind: case.kind.clone(),
            topic: case.topic.clone(),
            erased: erased.is_some(),
            subject: erased.unwrap_or_else(|| begun.private.subject.clone()),
            subject_is_public: self
                .kind(visit.app.rules())
                .is_some_and(|kind| kind.publishes(Publicity::Subject)),
            received_on: self.events.first().map_or(visit.today(), |event| event.effective_on),
            stand: Stand::at(self.kind(visit.app.rules()), &case.step),
            // What was answered has not ended for a petitioner who still is to say whether it is done.
            has_ended: case.phase == Phase::Closed
                && self.action(&visit.app, Deed::Confirm).is_none(),
            unit: self.names.unit(&case.unit, visit.lang),
            post: case.post.as_ref().map(|post| self.names.post(post, visit.lang)),
            origin: begun.origin.clone(),
            silence: self.silence(visit),
            running: first.map(|(id, due)| (due.clone(), rule(id))),
            today: visit.today(),
            events: self.told(visit.tongue(), visit.app.rules(), &self.events),
            letters: self.letters(visit),
            choice: Choice {
                seen: case.seen,
                confirm: self.action(&visit.app, Deed::Confirm).is_some(),
                reopen: self.action(&visit.app, Deed::Reopen).is_some(),
                withdraw: self.action(&visit.app, Deed::Withdraw).is_some(),
            },
        }
    }

    /// Until when nobody must say otherwise for it to count as kept closed, while that day lies ahead.
    fn silence(&self, visit: &Visit) -> Option<String> {
        let day = self.case.kept_closed_from().filter(|from| *from > visit.today())?;
        let key = match self.action(&visit.app, Deed::Reopen) {
            Some(_) => "follow-silence",
            None => "follow-silence-only",
        };
        let tongue = visit.tongue();
        // Without a word until the end of the day before, it counts from that day on.
        let last = if key == "follow-silence" { day.yesterday().unwrap_or(day) } else { day };
        let words = tongue.say_with(key, &[("day", &tongue.date(last))]);
        let rule = self.kind(visit.app.rules()).and_then(|kind| kind.kept_closed.as_ref());
        let cited = rule.map(|rule| due::cited(tongue, &rule.rule));
        Some(std::iter::once(words).chain(cited).collect::<Vec<_>>().join(" "))
    }

    fn letters(&self, visit: &Visit) -> Vec<(String, String, Date)> {
        if self.case.erased {
            return Vec::new();
        }
        let kind = self.kind_left(visit.app.rules());
        letters::made(visit.app.rules(), &kind, &self.events)
            .filter(|made| Asker::Petitioner.may_read(made.template))
            .map(|made| {
                let href = format!("/follow/{}/letters/{}/letter.pdf", self.follow, made.number);
                (href, visit.tongue().say(&format!("letter-{}", made.template.id)), made.on)
            })
            .collect()
    }

    /// The case as it stood after its first `seen` events.
    pub(crate) fn version(&self, visit: &Visit, seen: u64) -> Option<Version> {
        let events = usize::try_from(seen).ok()?;
        let case = Case::fold(self.events.iter().take(events).map(|event| &event.what))?;
        Some(Version {
            step: case.step,
            unit: self.names.unit(&case.unit, visit.lang),
            post: case.post.map(|post| self.names.post(&post, visit.lang)),
        })
    }

    /// What is public of all that happened after the first `seen` events.
    pub(crate) fn since(&self, visit: &Visit, seen: u64) -> Vec<Told> {
        let seen = usize::try_from(seen).unwrap_or(usize::MAX);
        let events = self.events.get(seen..).unwrap_or_default();
        self.told(visit.tongue(), visit.app.rules(), events)
    }

    fn told(&self, tongue: Tongue<'_>, rules: &Rules, events: &[Recorded<CaseEvent>]) -> Vec<Told> {
        let mut all: Vec<Told> = Vec::new();
        // Only an answer is in time or late: a refusal that stops a clock is neither, nor does a
        // notice tell it that lapses with the answer.
        let mut answer = None;
        for event in events {
            let on = event.effective_on;
            let told = |words| Told::new(on, words);
            match &event.what {
                CaseEvent::Registered(begun) => {
                    let unit = self.names.unit(&begun.unit, tongue.lang());
                    all.push(told(tongue.say_with("told-registered", &[("unit", &unit)])));
                }
                CaseEvent::Recurred { .. } => all.push(told(tongue.say("told-recurred"))),
                CaseEvent::Erased(_) => all.push(told(tongue.say("told-erased"))),
                CaseEvent::RecurrenceWithdrawn { .. } => {
                    all.push(told(tongue.say("told-recurrence-withdrawn")));
                }
                // Each answer keeps its files here; for everybody else they are public only while it stands.
                CaseEvent::Acted(acted) => {
                    answer = Some(acted).filter(|acted| acted.deed == Deed::Answer);
                    all.extend(self.acted(tongue, acted).map(|words| Told {
                        text: public_text(acted),
                        reason: self.reason(tongue, rules, acted),
                        refused: acted.deed == Deed::Refuse,
                        proofs: self.proofs(acted),
                        ..told(words)
                    }));
                }
                CaseEvent::ClockStopped { clock, late, due_on, uncounted, .. } => {
                    let key = match (late, uncounted) {
                        (true, _) => "told-late",
                        (false, true) => "told-in-time-uncounted",
                        (false, false) => "told-in-time",
                    };
                    let words = tongue.say_with(key, &[("day", &tongue.date(*due_on))]);
                    // Of several clocks, the one that ran out tells how timely it was.
                    let judges = answer.is_some_and(|answer| self.judges(rules, clock, answer));
                    let answer = all.last_mut().filter(|_| judges);
                    if let Some(told) = answer.filter(|told| *late || told.timely.is_none()) {
                        told.timely = Some(words);
                    }
                }
                CaseEvent::ClockPaused { .. } => all.push(told(tongue.say("told-paused"))),
                CaseEvent::ClockResumed { due, .. } => {
                    all.push(told(dated(tongue, "told-resumed", due)));
                }
                CaseEvent::ClockExtended { due, .. } => {
                    all.push(told(dated(tongue, "told-extended", due)));
                }
                CaseEvent::ClockRecounted { due, .. } => {
                    all.push(told(dated(tongue, "told-recounted", due)));
                }
                // That a day was confirmed which stays the same is nothing new to whoever waits for it.
                CaseEvent::ClockMoved { from, due, uncounted: false, .. } if *from == due.on => {}
                CaseEvent::ClockMoved { due, uncounted, .. } => {
                    let key = if *uncounted { "told-counted" } else { "told-moved" };
                    all.push(told(dated(tongue, key, due)));
                }
                CaseEvent::ClockStarted { .. } | CaseEvent::EscalationCorrected { .. } => {}
            }
        }
        all
    }

    /// What proves an answer, as long as its content is there.
    fn proofs(&self, acted: &Acted) -> Vec<Proof> {
        let is_there = acted.deed == Deed::Answer && !self.case.erased;
        if is_there { acted.proofs.clone() } else { Vec::new() }
    }

    /// Whether `answer` is in time or late by `clock`.
    fn judges(&self, rules: &Rules, clock: &ClockId, answer: &Acted) -> bool {
        let own = |kind: &'_ CaseKind| {
            let clock = kind.clocks.iter().find(|own| own.id == *clock);
            clock.is_some_and(|clock| clock.judges(&answer.action, answer.deed))
        };
        self.kind(rules).is_some_and(own)
    }

    /// Why it was refused, under which rule, and what the petitioner can do next.
    fn reason(&self, tongue: Tongue<'_>, rules: &Rules, acted: &Acted) -> Option<Why> {
        let id = acted.reason.as_ref()?;
        let rule = self.kind(rules)?.reason(id).map(|reason| due::cited(tongue, &reason.rule));
        Some(Why {
            words: tongue.say(&format!("reason-{id}")),
            rule: rule.unwrap_or_default(),
            next: tongue.say(&format!("reason-{id}-next")),
        })
    }

    fn acted(&self, tongue: Tongue<'_>, acted: &Acted) -> Option<String> {
        let unit = self.names.unit(&acted.unit, tongue.lang());
        let with = |key| Some(tongue.say_with(key, &[("unit", &unit)]));
        match acted.deed {
            Deed::Accept => with("told-accepted"),
            Deed::Refuse => with("told-refused"),
            Deed::Transfer => with("told-transferred"),
            Deed::Answer => with("told-answered"),
            Deed::Confirm if acted.by_office => with("told-confirmed-office"),
            Deed::Reopen if acted.by_office => with("told-reopened-office"),
            Deed::Confirm => with("told-confirmed"),
            Deed::Reopen => with("told-reopened"),
            Deed::Withdraw => with("told-withdrawn"),
            Deed::Assign => {
                let post = acted.post.as_ref().map(|post| self.names.post(post, tongue.lang()));
                Some(tongue.say_with("told-assigned", &[("post", &post.unwrap_or(unit))]))
            }
            // The clock that it extends tells it.
            Deed::Extend | Deed::Note => None,
        }
    }
}

fn dated(tongue: Tongue<'_>, key: &str, due: &Due) -> String {
    tongue.say_with(key, &[("day", &tongue.ends_on(due))])
}

/// Answers and reasons of a refusal are public; all other words are not.
fn public_text(acted: &Acted) -> Option<String> {
    let public = matches!(acted.deed, Deed::Answer | Deed::Refuse);
    public.then(|| acted.private.text.clone()).filter(|text| !text.is_empty())
}
