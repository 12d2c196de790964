//! What a letter can say of a case, as it stood when the letter was made.

use jiff::civil::Date;
use kheo_calendar::Due;
use kheo_core::case::event::{Acted, Registered};
use kheo_core::case::{Case, CaseEvent, CaseKind};
use kheo_core::id::UnitId;
use kheo_core::letter::Variable;
use kheo_store::Recorded;
use kheo_words::{Lang, Tongue};

use crate::directory::Directory;
use crate::letters::{office, vietnamese};
use crate::parts::due;
use crate::staff::answers;
use crate::visit::Visit;

/// A case at one event.
pub(super) struct Known<'a> {
    tongue: Tongue<'a>,
    directory: &'a Directory,
    kind: &'a CaseKind,
    begun: &'a Registered,
    received_on: Date,
    today: Date,
    /// The case before the event; as it began, for its registration.
    before: Case,
    /// The case after the event and what clocks did with it.
    after: Case,
    acted: Option<&'a Acted>,
}

impl<'a> Known<'a> {
    /// What is known at event `number` of the case.
    pub(super) fn at(
        visit: &'a Visit,
        kind: &'a CaseKind,
        events: &'a [Recorded<CaseEvent>],
        number: usize,
    ) -> Option<Self> {
        let first = events.first()?;
        let CaseEvent::Registered(begun) = &first.what else { return None };
        let event = events.get(number.checked_sub(1)?)?;
        let before = events.iter().take((number - 1).max(1)).map(|event| &event.what);
        let clocks = events.iter().skip(number).take_while(|event| is_of_clock(&event.what));
        let until = number + clocks.count();
        Some(Self {
            tongue: vietnamese(visit),
            directory: &visit.directory,
            kind,
            begun,
            received_on: first.effective_on,
            today: event.effective_on,
            before: Case::fold(before)?,
            after: Case::fold(events.iter().take(until).map(|event| &event.what))?,
            acted: match &event.what {
                CaseEvent::Acted(acted) => Some(acted),
                _ => None,
            },
        })
    }

    /// The unit that writes the letter: the one that held the case.
    pub(super) const fn unit(&self) -> &UnitId {
        &self.before.unit
    }

    /// What stands for `variable`; nothing when it is not known.
    pub(super) fn say(&self, variable: &Variable) -> Option<String> {
        let tongue = self.tongue;
        let petition = &self.begun.private;
        let unit = |unit: &UnitId| Some(office::in_sentence(tongue, self.directory.find(unit)?));
        let reason = || self.acted.and_then(|acted| acted.reason.as_ref());
        Some(match variable {
            Variable::Code => self.before.code.to_string(),
            Variable::Kind => office::lower(&tongue.say(&format!("kind-{}", self.kind.id))),
            Variable::Subject => petition.subject.clone(),
            Variable::Topic => tongue.say(&format!("topic-{}", self.before.topic)),
            Variable::Petitioner => petition.name.clone()?,
            Variable::Place => petition.place.clone()?,
            Variable::ReceivedOn => tongue.date(self.received_on),
            Variable::Today => tongue.date(self.today),
            Variable::Unit => unit(&self.before.unit)?,
            Variable::ToUnit => unit(&self.acted?.unit)?,
            Variable::Post => self.directory.post(self.after.post.as_ref()?, Lang::Vi),
            Variable::DueOn => {
                let due = self.due()?;
                tongue.moment(due.on, due.at)
            }
            Variable::DueRule => due::cited(tongue, self.due()?.rule.as_ref()?),
            Variable::Text => self.acted?.private.text.clone(),
            Variable::Reason => tongue.say(&format!("reason-{}", reason()?)),
            Variable::ReasonRule => due::cited(tongue, &self.kind.reason(reason()?)?.rule),
            Variable::ReasonNext => tongue.say(&format!("reason-{}-next", reason()?)),
            Variable::Field(field) => answers::words(tongue, self.after.filled.get(field)?),
        })
    }

    /// The limit that runs out first.
    fn due(&self) -> Option<&Due> {
        let running = self.after.running.iter().map(|(_, due)| due);
        running.filter(|due| due.runs_out()).min_by_key(|due| due.on)
    }
}

const fn is_of_clock(event: &CaseEvent) -> bool {
    !matches!(event, CaseEvent::Registered(_) | CaseEvent::Acted(_) | CaseEvent::Recurred { .. })
}
