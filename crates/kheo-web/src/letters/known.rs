//! What a letter can say of a case, as it stood when the letter was made.

use jiff::civil::Date;
use kheo_calendar::{Citation, Due, Sense};
use kheo_core::case::event::{Acted, Registered};
use kheo_core::case::{Case, CaseEvent, CaseKind, Clock, Deed, FollowCode};
use kheo_core::id::UnitId;
use kheo_core::letter::{Variable, named_limit};
use kheo_store::{Recorded, Who};
use kheo_words::{Lang, Tongue};

use crate::directory::Directory;
use crate::letters::cited::{basis, cited};
use crate::letters::{Asker, office, vietnamese};
use crate::staff::answers;
use crate::visit::Visit;

/// A case at one event.
pub(super) struct Known<'a> {
    tongue: Tongue<'a>,
    directory: &'a Directory,
    kind: &'a CaseKind,
    begun: &'a Registered,
    /// What opens the case, for whoever brought it.
    follow: Option<FollowCode>,
    registered_on: Date,
    /// The day on which the unit that has the case got it.
    received_on: Date,
    today: Date,
    /// The case before the event; as it began, for its registration.
    before: Case,
    /// The case after the event and what it did to clocks. What moves them later, such as a corrected
    /// calendar, does not change a letter that was issued.
    after: Case,
    /// The limit that the letter names.
    due: Option<Due>,
    acted: Option<&'a Acted>,
    who: &'a Who,
}

/// The unit that writes the letter of what `who` did: that of the officer who acts, or `holder`, which has the
/// case, where nobody of an office does.
pub(super) fn writer<'a>(directory: &'a Directory, who: &Who, holder: &'a UnitId) -> &'a UnitId {
    let of_actor = match who {
        Who::Post(post) => directory.find_post(post).map(|post| &post.unit),
        Who::Citizen | Who::Import | Who::Administrator => None,
    };
    of_actor.unwrap_or(holder)
}

impl<'a> Known<'a> {
    /// What is known at event `number` of the case.
    pub(super) fn at(
        visit: &'a Visit,
        kind: &'a CaseKind,
        events: &'a [Recorded<CaseEvent>],
        number: usize,
        asker: Asker,
    ) -> Option<Self> {
        let first = events.first()?;
        let CaseEvent::Registered(begun) = &first.what else { return None };
        let event = events.get(number.checked_sub(1)?)?;
        let before = events.iter().take((number - 1).max(1)).map(|event| &event.what);
        let did = events.iter().skip(number).map(|event| &event.what);
        let did: Vec<&CaseEvent> = did.take_while(|event| is_done_to_a_clock(event)).collect();
        let until = number + did.len();
        let after = Case::fold(events.iter().take(until).map(|event| &event.what))?;
        Some(Self {
            tongue: vietnamese(visit),
            directory: &visit.directory,
            kind,
            begun,
            who: &event.who,
            follow: begun
                .private
                .key
                .clone()
                .filter(|_| asker == Asker::Petitioner)
                .map(|key| FollowCode { case: begun.code.clone(), key }),
            registered_on: first.effective_on,
            received_on: received_on(events.get(..number - 1).unwrap_or_default(), first),
            today: event.effective_on,
            before: Case::fold(before)?,
            due: named_limit(kind, &after, &did).cloned(),
            after,
            acted: match &event.what {
                CaseEvent::Acted(acted) => Some(acted),
                _ => None,
            },
        })
    }

    /// The unit that writes the letter.
    pub(super) fn unit(&self) -> &UnitId {
        writer(self.directory, self.who, &self.before.unit)
    }

    /// How the case began.
    pub(super) const fn begun(&self) -> &Registered {
        self.begun
    }

    /// What stands for `variable`; nothing when it is not known.
    pub(super) fn say(&self, variable: &Variable) -> Option<String> {
        let tongue = self.tongue;
        let petition = &self.begun.private;
        let unit = |unit: &UnitId| self.directory.find(unit).map(office::in_sentence);
        let reason = || self.acted.and_then(|acted| acted.reason.as_ref());
        Some(match variable {
            Variable::Code => self.before.code.to_string(),
            Variable::FollowCode => self.follow.as_ref()?.to_string(),
            Variable::Kind => self.kind(),
            Variable::Subject => petition.subject.clone(),
            Variable::Topic => tongue.say(&format!("topic-{}", self.before.topic)),
            Variable::Petitioner => petition.name.clone()?,
            Variable::Sender => self.sender(),
            Variable::Place => petition.place.clone()?,
            Variable::ReceivedOn => tongue.date(self.received_on),
            Variable::Today => tongue.date(self.today),
            Variable::Unit => unit(self.unit())?,
            Variable::Committee if self.is_kept_from_the_head() => return None,
            Variable::Committee => office::committee(self.directory.find(self.unit())?)?,
            Variable::Signer if self.is_kept_from_the_head() => self.actor()?,
            Variable::Signer => office::signer(self.directory, tongue, self.unit())?,
            Variable::Head => office::head(self.directory, tongue, self.unit())?,
            Variable::FromUnit => unit(&self.before.unit)?,
            Variable::ToUnit if self.takes_over() => return None,
            Variable::ToUnit => unit(&self.acted?.unit)?,
            Variable::TakenBy if self.takes_over() => unit(self.unit())?,
            Variable::TakenBy => return None,
            Variable::Post => self.directory.post(self.after.post.as_ref()?, Lang::Vi),
            Variable::DueOn => due_on(tongue, self.due.as_ref()?),
            Variable::DueRule => basis(tongue, self.due.as_ref()?.rule.as_ref()),
            Variable::PausedOn => tongue.date(self.paused_on()?),
            Variable::MissedOn => tongue.date(self.after.due_on().filter(|due| *due < self.today)?),
            Variable::Law => cited(tongue, &self.law()?)?,
            Variable::LastsUntil => tongue.date(self.waits(Sense::AtLeast)?.on),
            Variable::LawfulFrom => tongue.date(self.waits(Sense::After)?.on),
            Variable::Text => self.acted?.private.text.clone(),
            Variable::Reason => tongue.say(&format!("reason-{}", reason()?)),
            Variable::ReasonRule => cited(tongue, &self.kind.reason(reason()?)?.rule)?,
            Variable::ReasonNext => polite(&tongue.say(&format!("reason-{}-next", reason()?))),
            Variable::Field(field) => answers::words(tongue, self.after.filled.get(field)?),
        })
    }

    /// Whether the case may be about the head of the unit that writes, who then neither reads nor signs.
    fn is_kept_from_the_head(&self) -> bool {
        let rank = self.directory.rank(self.unit());
        let topic = &self.before.topic;
        self.kind.is_kept_from_head(topic, self.kind.seat(topic, rank, self.registered_on))
    }

    /// The post that acts, by its title.
    fn actor(&self) -> Option<String> {
        match self.who {
            Who::Post(post) => Some(self.directory.post(post, Lang::Vi)),
            Who::Citizen | Who::Import | Who::Administrator => None,
        }
    }

    fn kind(&self) -> String {
        office::lower(&self.tongue.say(&format!("kind-{}", self.kind.id)))
    }

    /// Whoever brought the case, as letters address them.
    fn sender(&self) -> String {
        let name = self.begun.private.name.as_deref().filter(|name| !name.is_empty());
        if let Some(name) = name {
            return self.tongue.say_with("letter-sender-named", &[("name", name)]);
        }
        let (kind, code) = (self.kind(), self.before.code.to_string());
        self.tongue.say_with("letter-sender", &[("kind", &kind), ("code", &code)])
    }

    /// Whether the unit that writes takes the case over itself.
    fn takes_over(&self) -> bool {
        self.acted.is_some_and(|acted| acted.unit == *self.unit() && acted.unit != self.before.unit)
    }

    /// The day of the letter, when the limit stands still from then on.
    fn paused_on(&self) -> Option<Date> {
        let running = self.after.running.iter();
        let mut paused =
            running.filter_map(|(_, due)| due.paused.last().filter(|one| one.until.is_none()));
        paused.find(|pause| pause.from.day == self.today).map(|pause| pause.from.day)
    }

    /// The act that gives the limit of what is answered here.
    fn law(&self) -> Option<Citation> {
        let acted = self.acted?;
        let judges = |clock: &&Clock| clock.judges(&acted.action, acted.deed);
        let rule = &self.kind.clocks.iter().find(judges)?.rule;
        Some(Citation { article: None, from: None, ..rule.clone() })
    }

    /// What runs and is no deadline, but is waited for in that sense.
    fn waits(&self, sense: Sense) -> Option<&Due> {
        self.after.running.iter().map(|(_, due)| due).find(|due| due.limit.sense == sense)
    }
}

/// The last day of a limit, with the hour where it ends within the day.
fn due_on(tongue: Tongue<'_>, due: &Due) -> String {
    let day = tongue.date(due.on);
    let Some(at) = due.at else { return tongue.say_with("letter-day", &[("day", &day)]) };
    let (hour, minute) = (at.hour().to_string(), format!("{:02}", at.minute()));
    tongue.say_with("letter-hour", &[("hour", &hour), ("minute", &minute), ("day", &day)])
}

/// A text of the screen as letters say it: the reader is no friend there.
fn polite(text: &str) -> String {
    let word = |word: &str| match word.trim_end_matches(|c: char| !c.is_alphabetic()) {
        "Bạn" => word.replacen("Bạn", "Ông (bà)", 1),
        "bạn" => word.replacen("bạn", "ông (bà)", 1),
        _ => word.to_owned(),
    };
    text.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// The day on which the unit that holds the case after `events` got it: from another unit, or from whoever
/// brought it.
fn received_on(events: &[Recorded<CaseEvent>], first: &Recorded<CaseEvent>) -> Date {
    let handed_on = |event: &&Recorded<CaseEvent>| matches!(&event.what, CaseEvent::Acted(acted) if acted.deed == Deed::Transfer);
    events.iter().rfind(handed_on).unwrap_or(first).effective_on
}

const fn is_done_to_a_clock(event: &CaseEvent) -> bool {
    matches!(
        event,
        CaseEvent::ClockStarted { .. }
            | CaseEvent::ClockStopped { .. }
            | CaseEvent::ClockPaused { .. }
            | CaseEvent::ClockResumed { .. }
            | CaseEvent::ClockExtended { .. }
            | CaseEvent::ClockRecounted { .. }
    )
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};
    use kheo_calendar::{Calendar, LimitUnit, TimeLimit, due};
    use kheo_words::{Lang, Words};

    use super::{due_on, polite};

    #[test]
    fn letters_say_a_limit_as_a_day_and_one_of_hours_with_its_hour() {
        let words = Words::load(&[]).unwrap();
        let tongue = words.in_lang(Lang::Vi);
        let limit = TimeLimit::rolling(10, LimitUnit::CalendarDays);
        let mut due = due(date(2016, 6, 10), limit, &Calendar::vietnam()).unwrap();
        assert_eq!(due_on(tongue, &due), "ngày 20/06/2016");
        due.at = Some(time(17, 0, 0, 0));
        assert_eq!(due_on(tongue, &due), "17 giờ 00 ngày 20/06/2016");
    }

    #[test]
    fn letters_do_not_speak_to_their_reader_as_to_a_friend() {
        let text = "Bạn có quyền khởi kiện; việc của bạn.";
        let said = "Ông (bà) có quyền khởi kiện; việc của ông (bà).";
        assert_eq!(polite(text), said);
    }
}
