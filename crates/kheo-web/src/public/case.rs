//! A case as everybody who knows its code may see it.

use kheo_core::case::event::Acted;
use kheo_core::case::{CaseEvent, CaseKind, Deed, allowed};
use kheo_core::id::CaseCode;
use kheo_core::post::Actor;
use kheo_store::case::{CaseRow, find, timeline};
use kheo_store::{Reader, Recorded, StoreError};
use kheo_words::Tongue;

use crate::pages::public::case::{Choice, PublicCase, Told};
use crate::problem::Problem;
use crate::staff::directory::Directory;
use crate::visit::Visit;

/// A case with all that happened to it.
pub(crate) struct Followed {
    pub(crate) row: CaseRow,
    pub(crate) events: Vec<Recorded<CaseEvent>>,
    pub(crate) directory: Directory,
}

/// The case of that code, however it was typed.
///
/// # Errors
/// [`Problem::NotFound`], [`Problem::Broken`].
pub(crate) async fn followed(visit: &Visit, code: &str) -> Result<Followed, Problem> {
    let code = CaseCode::new(code.trim().to_uppercase());
    let read = visit.app.db.read(move |r: &Reader<'_>| -> Result<_, StoreError> {
        let Some(row) = find(r, &code)? else { return Ok(None) };
        let events = timeline(r, &code)?;
        Ok(Some(Followed { row, events, directory: Directory::read(r)? }))
    });
    read.await?.ok_or(Problem::NotFound)
}

impl Followed {
    /// The version of the kind that the case began under.
    ///
    /// # Errors
    /// [`Problem::Refused`] when its pack is gone.
    pub(crate) fn kind<'a>(&self, visit: &'a Visit) -> Result<&'a CaseKind, Problem> {
        Ok(visit.app.rules().kind_of_version(&self.row.kind, self.row.version)?)
    }

    /// What is public of it.
    ///
    /// # Errors
    /// [`Problem::Refused`] when its pack is gone.
    pub(crate) fn public(&self, visit: &Visit) -> Result<PublicCase, Problem> {
        let (row, kind) = (&self.row, self.kind(visit)?);
        let state = row.state();
        let can = |deed| allowed(kind, &state, &Actor::Citizen, true).any(|a| a.deed == deed);
        let running = row.due().map(|running| {
            let clock = kind.clocks.iter().find(|clock| clock.id == running.clock).cloned();
            (running.due.clone(), clock)
        });
        let post = row.post.as_ref().map(|post| self.directory.post(post, visit.lang));
        Ok(PublicCase {
            code: row.code.clone(),
            kind: row.kind.clone(),
            topic: row.topic.clone(),
            subject: row.petition.subject.clone(),
            received_on: row.registered_on,
            step: row.step.clone(),
            unit: self.directory.unit(&row.unit, visit.lang),
            post,
            origin: row.origin.clone(),
            running,
            today: visit.today(),
            events: self.told(visit.tongue()),
            choice: Choice { seen: row.seen, confirm: can(Deed::Confirm), reopen: can(Deed::Reopen) },
        })
    }

    fn told(&self, tongue: Tongue<'_>) -> Vec<Told> {
        let mut told: Vec<Told> = Vec::new();
        for event in &self.events {
            let on = event.effective_on;
            let plain = |words: String| Told { on, words, text: None, proofs: Vec::new(), timely: None };
            match &event.what {
                CaseEvent::Registered(_) => told.push(plain(tongue.say("told-registered"))),
                CaseEvent::Acted(acted) if acted.deed != Deed::Note => {
                    told.push(Told { on, ..self.deed(tongue, acted, plain) });
                }
                CaseEvent::ClockStopped { late, .. } => {
                    let timely = if *late { "told-late" } else { "told-in-time" };
                    if let Some(answer) = told.last_mut().filter(|last| last.text.is_some()) {
                        answer.timely = Some(tongue.say(timely));
                    }
                }
                CaseEvent::Recurred { .. } => told.push(plain(tongue.say("told-recurred"))),
                CaseEvent::Acted(_) | CaseEvent::ClockStarted { .. } => {}
            }
        }
        told
    }

    fn deed(&self, tongue: Tongue<'_>, acted: &Acted, plain: impl Fn(String) -> Told) -> Told {
        let unit = self.directory.unit(&acted.unit, tongue.lang());
        let words = match acted.deed {
            Deed::Accept => tongue.say("told-accept"),
            Deed::Refuse => tongue.say("told-refuse"),
            Deed::Assign => tongue.say("told-assign"),
            Deed::Transfer => tongue.say_with("told-transfer", &[("unit", &unit)]),
            Deed::Answer => tongue.say("told-answer"),
            Deed::Confirm => tongue.say("told-confirm"),
            Deed::Reopen => tongue.say("told-reopen"),
            Deed::Note => String::new(),
        };
        match acted.deed {
            Deed::Answer | Deed::Refuse => Told {
                text: Some(acted.private.text.clone()),
                proofs: acted.proofs.clone(),
                ..plain(words)
            },
            _ => plain(words),
        }
    }
}
