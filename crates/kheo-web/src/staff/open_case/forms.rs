//! The forms of what a reader may do with a case now, and why something is not theirs.

use std::collections::BTreeMap;

use kheo_core::Refusal;
use kheo_core::case::{self, Action, Complexity, FieldValue, Need, Phase, Position, Reach, Seat};
use kheo_core::event::Stamp;
use kheo_core::id::{ActionId, UnitId};
use kheo_core::post::Role;

use super::{OpenCase, offered};
use crate::pages::staff::action::{self, ActionForm};
use crate::pages::staff::choice::Select;
use crate::parts::fault::{self, Fault};
use crate::parts::questions;
use crate::session::Viewer;
use crate::staff::told;
use crate::submission::Submission;
use crate::visit::Visit;

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
    /// The forms of the actions that `viewer` may take now; and of what was tried and is not possible, so that nothing
    /// that was typed is lost.
    pub(crate) fn forms(
        &self,
        visit: &Visit,
        viewer: &Viewer,
        typed: Option<&Typed<'_>>,
    ) -> Vec<ActionForm> {
        let actions = self.open_actions(visit, viewer);
        let mut shown: Vec<&Action> =
            actions.into_iter().filter(|one| self.goes_nowhere(visit, one).is_none()).collect();
        let refused = typed.filter(|typed| !typed.faults.is_empty());
        let barred = self.barred(visit, viewer).into_iter().map(|(action, _)| action);
        shown.extend(
            barred.filter(|one| refused.is_some_and(|typed| typed.action == one.id.as_str())),
        );
        shown.into_iter().map(|action| self.form(visit, viewer, action, typed)).collect()
    }

    /// What the role of `viewer` does with such a case and cannot do with this one now: the action, and why not.
    pub(super) fn impossible(&self, visit: &Visit, viewer: &Viewer) -> Vec<(ActionId, String)> {
        let tongue = visit.tongue();
        let barred = self.barred(visit, viewer).into_iter();
        let told =
            barred.map(|(action, why)| (action.id.clone(), fault::refusal(tongue, &why, &[])));
        let nowhere = self.open_actions(visit, viewer).into_iter().filter_map(|action| {
            Some((action.id.clone(), tongue.say(self.goes_nowhere(visit, action)?)))
        });
        told.chain(nowhere).collect()
    }

    fn barred(&self, visit: &Visit, viewer: &Viewer) -> Vec<(&Action, Refusal)> {
        let now = Stamp::at(visit.app.now()).moment();
        let position = self.position(visit, viewer);
        case::barred(&self.kind, &self.case, &viewer.actor(), &position, now)
    }

    fn open_actions(&self, visit: &Visit, viewer: &Viewer) -> Vec<&Action> {
        let now = Stamp::at(visit.app.now()).moment();
        let position = self.position(visit, viewer);
        case::allowed(&self.kind, &self.case, &viewer.actor(), &position, now)
    }

    /// Why `action` finds no unit to send the case to, or nobody to give it to: the key of the words.
    fn goes_nowhere(&self, visit: &Visit, action: &Action) -> Option<&'static str> {
        let asks = |need| action.needs.contains(&need);
        if asks(Need::Unit) && self.others(visit, action).is_empty() {
            return Some("staff-action-no-unit");
        }
        let nobody = asks(Need::Post) && self.posts(visit.tongue(), action).is_empty();
        nobody.then_some("staff-action-no-post")
    }

    /// Why what the role of `viewer` does with such a case is not theirs to do with this one, or nobody's.
    pub(super) fn not_theirs(&self, visit: &Visit, viewer: &Viewer) -> Option<String> {
        let (tongue, position) = (visit.tongue(), self.position(visit, viewer));
        if let Err(gone) = self.has_rules(visit.app.rules()) {
            return Some(fault::refusal(tongue, &gone, &[]));
        }
        let unbound = Position { reach: Reach::Own, ..Position::default() };
        let now = Stamp::at(visit.app.now()).moment();
        let works = case::allowed(&self.kind, &self.case, &viewer.actor(), &unbound, now);
        if self.case.phase == Phase::Closed || works.is_empty() {
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
    pub(super) fn seat(&self, visit: &Visit, unit: &UnitId) -> Seat {
        self.kind.seat(&self.case.topic, self.directory.rank(unit), visit.today())
    }

    /// Where `viewer` stands to the case.
    fn position(&self, visit: &Visit, viewer: &Viewer) -> Position {
        let within = self.directory.within(&viewer.post.unit, &self.case.unit);
        let given_to = self.case.post.as_ref().and_then(|post| self.directory.find_post(post));
        let seat = self.seat(visit, &self.case.unit);
        Position::of(&viewer.post, &self.case, within, given_to)
            .seated(seat)
            .after(self.in_time.clone())
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
        let position = self.position(visit, viewer);
        let open = case::reasons(
            &self.kind,
            action,
            &self.case,
            &position,
            Stamp::at(visit.app.now()).moment(),
        );
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
                    offered::complexities(tongue, &self.kind),
                    typed.map_or(complexity.as_str(), |typed| typed.complexity),
                )
            },
            remote: (!case::is_place_settled(action, &self.case))
                .then(|| typed.map_or_else(|| self.is_remote(visit), |typed| typed.remote)),
            length: typed.map_or("", |typed| typed.length).to_owned(),
            reasons: offered::reasons(tongue, action, &open, typed),
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
        let known = |field| match self.case.filled.get(field)? {
            FieldValue::Chosen(chosen) => Some(questions::ticked(field, chosen)),
            _ => None,
        };
        self.kind.complex_by(action).into_iter().filter_map(known).flatten().collect()
    }

    /// Whether the case lies in a remote area, as far as the unit that holds it tells.
    fn is_remote(&self, visit: &Visit) -> bool {
        let holder = self.directory.find(&self.case.unit);
        holder.is_some_and(|unit| unit.is_remote_on(visit.today()))
    }
}
