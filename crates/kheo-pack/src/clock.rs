//! Reads the clocks of a case kind.

use kheo_calendar::{Extension, LimitUnit, Sense, TimeLimit, Whose};
use kheo_core::case::{Circumstances, Clock, Complexity, Deed, Term, Terms, Trigger};
use kheo_core::id::{ActionId, ClockId, FieldId};

use crate::fields::Fields;
use crate::guard::{When, when};
use crate::problem::Problem;
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

const WHOSE: [(&str, Whose); 3] = [
    ("authority", Whose::Authority),
    ("petitioner", Whose::Petitioner),
    ("parties", Whose::Parties),
];

const VARIANTS: [(&str, Complexity, bool); 5] = [
    ("complex", Complexity::Complex, false),
    ("especially_complex", Complexity::EspeciallyComplex, false),
    ("remote", Complexity::Ordinary, true),
    ("remote_complex", Complexity::Complex, true),
    ("remote_especially_complex", Complexity::EspeciallyComplex, true),
];

pub(crate) const COUNTS: std::ops::RangeInclusive<u16> = 1..=3650;

/// A clock as its file writes it.
pub(crate) struct ClockText<'s> {
    pub(crate) id: Name<'s>,
    pub(crate) clock: Clock,
    /// What starts and what stops it, as it is written.
    pub(crate) starts: Vec<Name<'s>>,
    pub(crate) stops: Vec<Name<'s>>,
    pub(crate) lapses: Vec<Name<'s>>,
    pub(crate) fails: Vec<Name<'s>>,
    pub(crate) when: Option<When<'s>>,
    /// Where the totals to which it may be extended stand, each with the limit it extends.
    pub(crate) totals: Vec<(Spotted<'s, u16>, u16)>,
    /// The field that says how long it runs.
    pub(crate) counted_by: Option<Name<'s>>,
    /// Where its first variant and its first extension stand.
    pub(crate) variant_at: Option<Place<'s>>,
    pub(crate) extension_at: Option<Place<'s>>,
}

impl ClockText<'_> {
    /// Whether what it fails with also stops it or lets it lapse.
    pub(crate) fn ends_otherwise(&self, fails: &Name<'_>) -> bool {
        self.stops.iter().chain(&self.lapses).any(|other| other.value == fails.value)
    }
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
    let (lapses, fails) = (fields.texts("lapses"), fields.texts("fails"));
    let when = if fields.has("when") { when(&mut fields) } else { None };
    let pauses = fields.flag("pauses").unwrap_or(false);
    let (limit, counted_by) = fields.table("limit").map(limit).unwrap_or_default();
    let mut reading = Reading::default();
    let extension = reading.extension(&mut fields, limit.filter(|_| counted_by.is_none()));
    // What a field says holds for all matters.
    let variants =
        if counted_by.is_none() { reading.variants(&mut fields, limit) } else { Vec::new() };
    let rule = rule(&mut fields);
    fields.end();
    let (id, limit) = (id?, limit?);
    let clock = Clock {
        id: ClockId::new(id.value.clone()),
        starts_at_registration: starts.iter().any(|start| start.value == REGISTRATION),
        starts: triggers(&starts),
        stops: triggers(&stops),
        lapses: triggers(&lapses),
        fails: triggers(&fails),
        when: when.as_ref().map(|when| when.value.clone()),
        pauses,
        counted_by: counted_by.as_ref().map(|field| FieldId::new(field.value.clone())),
        terms: Terms { ordinary: Term { limit, extension }, variants },
        rule: rule?,
    };
    let Reading { totals, variant_at, extension_at } = reading;
    Some(ClockText {
        id,
        clock,
        starts,
        stops,
        lapses,
        fails,
        when,
        totals,
        counted_by,
        variant_at,
        extension_at,
    })
}

/// `{ count = 10, … }`, or `{ field = "days", … }` with the most that any limit can have.
fn limit<'s>(mut fields: Fields<'_, 's>) -> (Option<TimeLimit>, Option<Name<'s>>) {
    let field = fields.optional_text("field");
    let count = match &field {
        Some(_) => Some(*COUNTS.end()),
        None => fields.whole("count", COUNTS).map(|count| count.value),
    };
    let count = count.and_then(|count| i16::try_from(count).ok());
    (counted(fields, count), field)
}

/// The limit of `count` units that the table says.
fn counted(mut fields: Fields<'_, '_>, count: Option<i16>) -> Option<TimeLimit> {
    let unit = fields.word("unit", &LIMIT_UNITS);
    let roll = fields.required_flag("roll");
    let sense = fields.optional_word("sense", &SENSES).unwrap_or_default();
    let whose = fields.optional_word("whose", &WHOSE).unwrap_or_default();
    fields.end();
    let limit = count.zip(unit).zip(roll);
    limit.map(|((count, unit), roll)| TimeLimit { count, unit, roll, sense, whose })
}

/// How long a limit is that no case counts: `{ count = 10, … }`, or `{ before = 70, … }` its event.
pub(crate) fn terms(fields: &mut Fields<'_, '_>) -> Option<Terms> {
    let limit = fields.table("limit").and_then(|mut table| {
        let count = if table.has("before") {
            let before = table.whole("before", 0..=*COUNTS.end())?.value;
            i16::try_from(before).ok().map(i16::wrapping_neg)
        } else {
            i16::try_from(table.whole("count", COUNTS)?.value).ok()
        };
        counted(table, count)
    });
    let mut reading = Reading::default();
    let extension = reading.extension(fields, limit);
    let variants = reading.variants(fields, limit);
    Some(Terms { ordinary: Term { limit: limit?, extension }, variants })
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
        let mut all: Vec<(Circumstances, Term)> = Vec::new();
        for (field, complexity, remote) in VARIANTS {
            let Some(mut variant) = fields.optional_table(field) else { continue };
            self.variant_at.get_or_insert_with(|| variant.at.clone());
            let about = Circumstances { complexity, remote };
            let easier = all.iter().filter(|(other, _)| is_easier(*other, about));
            let easier = easier.map(|(_, term)| term.limit).chain(limit);
            let least = easier.map(|limit| limit.count).max();
            let count = variant.whole("count", COUNTS);
            not_shorter(&variant, field, count.as_ref(), least);
            let count = count.and_then(|count| i16::try_from(count.value).ok());
            let longer = limit.zip(count).map(|(limit, count)| TimeLimit { count, ..limit });
            let extension = self.extension(&mut variant, longer);
            variant.end();
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

/// Whether what is so is no harder than what is as `other`.
fn is_easier(one: Circumstances, other: Circumstances) -> bool {
    one.complexity <= other.complexity && one.remote <= other.remote
}

/// Finds that a variant has fewer than `least`, which what is easier has.
fn not_shorter(
    variant: &Fields<'_, '_>,
    field: &str,
    count: Option<&Spotted<'_, u16>>,
    least: Option<i16>,
) {
    let least = least.and_then(|least| u16::try_from(least).ok());
    if let Some((count, least)) = count.zip(least)
        && count.value < least
    {
        let (variant_word, least) = (field.to_owned(), least.to_string());
        variant.found().add(&count.at, Problem::HarderIsShorter { variant: variant_word, least });
    }
}

/// `{ times = 1, count = 15 }`, or `{ total = 10 }`, or `{ times = 1 }` where no rule says how long.
fn extension<'s>(mut fields: Fields<'_, 's>) -> Option<Extended<'s>> {
    let read = if fields.has("total") {
        let total = fields.whole("total", COUNTS);
        total.map(|total| (Extension::Total { count: total.value }, Some(total)))
    } else {
        let times = fields.whole("times", 1..=10);
        let times = times.and_then(|times| u8::try_from(times.value).ok());
        if fields.has("count") {
            let count = fields.whole("count", COUNTS);
            let whole = times.zip(count);
            whole.map(|(times, count)| (Extension::Times { times, count: count.value }, None))
        } else {
            times.map(|times| (Extension::Open { times }, None))
        }
    };
    fields.end();
    read
}
