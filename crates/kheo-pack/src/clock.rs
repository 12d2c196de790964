//! Reads the clocks of a case kind.

use kheo_calendar::{Extension, LimitUnit, Sense, TimeLimit};
use kheo_core::case::{Circumstances, Clock, Complexity, Deed, Term, Terms, Trigger};
use kheo_core::id::{ActionId, ClockId};

use crate::fields::Fields;
use crate::guard::{When, when};
use crate::rule::rule;
use crate::source::{Name, Place, Spotted};

const LIMIT_UNITS: [(&str, LimitUnit); 4] = [
    ("calendar-days", LimitUnit::CalendarDays),
    ("working-days", LimitUnit::WorkingDays),
    ("working-hours", LimitUnit::WorkingHours),
    ("months", LimitUnit::Months),
];

const SENSES: [(&str, Sense); 3] =
    [("at-most", Sense::AtMost), ("at-least", Sense::AtLeast), ("after", Sense::After)];

const VARIANTS: [(&str, Complexity, bool); 5] = [
    ("complex", Complexity::Complex, false),
    ("especially_complex", Complexity::EspeciallyComplex, false),
    ("remote", Complexity::Ordinary, true),
    ("remote_complex", Complexity::Complex, true),
    ("remote_especially_complex", Complexity::EspeciallyComplex, true),
];

const COUNTS: std::ops::RangeInclusive<u16> = 1..=3650;

/// A clock as its file writes it.
pub(crate) struct ClockText<'s> {
    pub(crate) id: Name<'s>,
    pub(crate) clock: Clock,
    /// What starts and what stops it, as it is written.
    pub(crate) starts: Vec<Name<'s>>,
    pub(crate) stops: Vec<Name<'s>>,
    pub(crate) when: Option<When<'s>>,
    /// Where the totals to which it may be extended stand, each with the limit it extends.
    pub(crate) totals: Vec<(Spotted<'s, u16>, u16)>,
    /// Where its first variant and its first extension stand.
    pub(crate) variant_at: Option<Place<'s>>,
    pub(crate) extension_at: Option<Place<'s>>,
}

/// The word for what starts a clock beside deeds and actions.
pub(crate) const REGISTRATION: &str = "registration";

/// What the word stands for that starts or stops a clock: a deed, or else an action.
pub(crate) fn trigger(word: &str) -> Trigger {
    let action = || Trigger::Action(ActionId::new(word));
    Deed::from_word(word).map_or_else(action, Trigger::Deed)
}

fn triggers(words: &[Name<'_>]) -> Vec<Trigger> {
    let others = words.iter().filter(|word| word.value != REGISTRATION);
    others.map(|word| trigger(&word.value)).collect()
}

/// An extension, and where its total stands, if it has one.
type Extended<'s> = (Extension, Option<Spotted<'s, u16>>);

pub(crate) fn clock<'s>(mut fields: Fields<'_, 's>) -> Option<ClockText<'s>> {
    let id = fields.name("id");
    let (starts, stops) = (fields.texts("starts"), fields.texts("stops"));
    let when = if fields.has("when") { when(&mut fields) } else { None };
    let pauses = fields.flag("pauses").unwrap_or(false);
    let limit = fields.table("limit").and_then(limit);
    let mut reading = Reading::default();
    let extension = reading.extension(&mut fields, limit);
    let variants = reading.variants(&mut fields, limit);
    let rule = rule(&mut fields);
    fields.end();
    let (id, limit) = (id?, limit?);
    let clock = Clock {
        id: ClockId::new(id.value.clone()),
        starts_at_registration: starts.iter().any(|start| start.value == REGISTRATION),
        starts: triggers(&starts),
        stops: triggers(&stops),
        when: when.as_ref().map(|when| when.value.clone()),
        pauses,
        terms: Terms { ordinary: Term { limit, extension }, variants },
        rule: rule?,
    };
    let Reading { totals, variant_at, extension_at } = reading;
    Some(ClockText { id, clock, starts, stops, when, totals, variant_at, extension_at })
}

fn limit(mut fields: Fields<'_, '_>) -> Option<TimeLimit> {
    let count = fields.whole("count", COUNTS);
    let unit = fields.word("unit", &LIMIT_UNITS);
    let roll = fields.required_flag("roll");
    let sense = fields.optional_word("sense", &SENSES).unwrap_or_default();
    fields.end();
    let count = i16::try_from(count?.value).ok()?;
    Some(TimeLimit { count, unit: unit?, roll: roll?, sense })
}

/// What stands where, while a clock is read.
#[derive(Default)]
struct Reading<'s> {
    totals: Vec<(Spotted<'s, u16>, u16)>,
    variant_at: Option<Place<'s>>,
    extension_at: Option<Place<'s>>,
}

impl<'s> Reading<'s> {
    fn variants(
        &mut self,
        fields: &mut Fields<'_, 's>,
        limit: Option<TimeLimit>,
    ) -> Vec<(Circumstances, Term)> {
        let mut all = Vec::new();
        for (field, complexity, remote) in VARIANTS {
            let Some(mut variant) = fields.optional_table(field) else { continue };
            self.variant_at.get_or_insert_with(|| variant.at.clone());
            let count = variant.whole("count", COUNTS);
            let count = count.and_then(|count| i16::try_from(count.value).ok());
            let longer = limit.zip(count).map(|(limit, count)| TimeLimit { count, ..limit });
            let extension = self.extension(&mut variant, longer);
            variant.end();
            let about = Circumstances { complexity, remote };
            all.extend(longer.map(|limit| (about, Term { limit, extension })));
        }
        all
    }

    fn extension(
        &mut self,
        fields: &mut Fields<'_, 's>,
        limit: Option<TimeLimit>,
    ) -> Option<Extension> {
        let table = fields.optional_table("extension")?;
        self.extension_at.get_or_insert_with(|| table.at.clone());
        let (extension, total) = extension(table)?;
        let count = limit.and_then(|limit| u16::try_from(limit.count).ok());
        self.totals.extend(total.zip(count));
        Some(extension)
    }
}

/// `{ times = 1, count = 15 }`, or `{ total = 10 }`.
fn extension<'s>(mut fields: Fields<'_, 's>) -> Option<Extended<'s>> {
    let read = if fields.has("total") {
        let total = fields.whole("total", COUNTS);
        total.map(|total| (Extension::Total { count: total.value }, Some(total)))
    } else {
        let times = fields.whole("times", 1..=10);
        let count = fields.whole("count", COUNTS);
        times.zip(count).and_then(|(times, count)| {
            let times = u8::try_from(times.value).ok()?;
            Some((Extension::Times { times, count: count.value }, None))
        })
    };
    fields.end();
    read
}
