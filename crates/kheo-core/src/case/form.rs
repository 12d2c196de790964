//! Forms: what a kind of case asks beside the petition, and what was filled in.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use kheo_calendar::Calendar;
use serde::{Deserialize, Serialize};

use crate::Refusal;
use crate::case::code::without_keys;
use crate::case::naming::Nameable;
use crate::id::{CaseCode, FieldId};
use crate::quantity::Quantity;
use crate::text::{Bounds, clean, clean_line};

/// The first day that an answer can tell: no body that cases are brought to is older. What lies before it is a
/// slip of the pen: 1816 for 2016.
pub const FIRST_DAY: Date = jiff::civil::date(1945, 9, 2);

/// One question of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormField {
    /// Its name; its words on screen are `field-` and this.
    pub id: FieldId,
    /// What answers it.
    pub takes: FieldType,
    /// Whether it must be answered.
    pub required: bool,
    /// Who may see the answer.
    pub privacy: Privacy,
    /// For a day: the field of the day that it cannot lie before.
    pub follows: Option<FieldId>,
}

/// What answers a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldType {
    /// One line of text.
    Line(Bounds),
    /// Several lines of text.
    Text(Bounds),
    /// A number.
    Number {
        /// The least that makes sense.
        least: Option<Quantity>,
        /// The most that makes sense.
        most: Option<Quantity>,
    },
    /// A day that has been, or is today.
    Day,
    /// A day that comes after the one on which it is said, and is worked.
    DayToCome {
        /// Whether it is said once at most in a case: what is put off is not put off again.
        once: bool,
    },
    /// One of these.
    Choice(Vec<String>),
    /// Any of these.
    Choices(Vec<String>),
    /// The code of another case, of another kind, that whoever acts may see.
    Case(Nameable),
    /// The codes of such cases, with a comma or a line break between them.
    Cases(Nameable),
}

/// Who may see an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Privacy {
    /// Everybody.
    Public,
    /// Those who work on the case.
    Office,
    /// Those who may know who brought it.
    Identity,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FieldValue {
    /// Text.
    Text(String),
    /// A number.
    Number(Quantity),
    /// A day.
    Day(Date),
    /// What was chosen.
    Chosen(BTreeSet<String>),
}

/// The answers of a form, by field.
pub type Filled = BTreeMap<FieldId, FieldValue>;

/// Why an answer cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum FieldFault {
    #[error("is empty")]
    Empty,
    #[error("has {got} characters; {least} to {most} are allowed")]
    Length { least: usize, most: usize, got: usize },
    #[error("holds control characters")]
    NotText,
    #[error("is not a number")]
    NotANumber,
    #[error("is not a whole number")]
    NotWhole,
    #[error("is outside what makes sense")]
    OutOfBounds { least: Option<Quantity>, most: Option<Quantity> },
    #[error("is not a day")]
    NotADay,
    #[error("has not come yet")]
    NotYet,
    #[error("lies before {since}, the first day that can be told")]
    TooLongAgo { since: Date },
    #[error("has to come yet")]
    NotToCome,
    #[error("is a day off: nobody comes to the office for it")]
    DayOff,
    #[error("was said before, and is said once at most")]
    SaidBefore,
    #[error("lies before {since}, which it follows")]
    BeforeItsCause { since: Date },
    #[error("is not one of the choices")]
    NotAChoice,
    #[error("is not the code of a case")]
    NotACode,
    #[error("names no case that is known here")]
    NoSuchCase,
    #[error("names a case of the same kind")]
    SameKind,
    #[error("names a case that may be about the head of the unit, who reads this one")]
    OfTheHead,
    #[error("names a case of a kind that does not fit")]
    OtherKind,
    #[error("names a case that was registered before {since}, the day of the case that names it")]
    RegisteredBefore { since: Date },
    #[error("names a case that was not registered in the unit that has this one, nor below it")]
    RegisteredElsewhere,
    #[error("names {got} cases; at least {least} different ones are asked for")]
    TooFewCases { least: usize, got: usize },
    #[error("is not asked here")]
    NotAsked,
}

impl FieldFault {
    /// The stable word for it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "form-empty",
            Self::Length { .. } => "form-length",
            Self::NotText => "form-not-text",
            Self::NotANumber => "form-not-a-number",
            Self::NotWhole => "form-not-whole",
            Self::OutOfBounds { .. } => "form-out-of-bounds",
            Self::NotADay => "form-not-a-day",
            Self::NotYet => "form-not-yet",
            Self::TooLongAgo { .. } => "form-too-long-ago",
            Self::NotToCome => "form-not-to-come",
            Self::DayOff => "form-day-off",
            Self::SaidBefore => "form-said-before",
            Self::BeforeItsCause { .. } => "form-before-its-cause",
            Self::NotAChoice => "form-not-a-choice",
            Self::NotACode => "form-not-a-code",
            Self::NoSuchCase => "form-no-such-case",
            Self::OfTheHead => "form-of-the-head",
            Self::SameKind => "form-same-kind",
            Self::OtherKind => "form-other-kind",
            Self::RegisteredBefore { .. } => "form-registered-before",
            Self::RegisteredElsewhere => "form-registered-elsewhere",
            Self::TooFewCases { .. } => "form-too-few-cases",
            Self::NotAsked => "form-not-asked",
        }
    }
}

impl FormField {
    /// The answer that was typed, all of whose `typed` texts are its; nothing when it may be and is
    /// left empty.
    ///
    /// # Errors
    /// [`Refusal::Unfilled`].
    fn read(&self, typed: &[&str], today: Date) -> Result<Option<FieldValue>, Refusal> {
        let given: Vec<&str> =
            typed.iter().copied().filter(|text| !text.trim().is_empty()).collect();
        let why = match (given.first(), self.required) {
            (None, false) => return Ok(None),
            (None, true) => FieldFault::Empty,
            (Some(first), _) => match self.takes.read(first, &given, today) {
                Ok(value) => return Ok(Some(value)),
                Err(why) => why,
            },
        };
        Err(Refusal::Unfilled { field: self.id.clone(), why })
    }
}

impl FieldType {
    fn read(&self, typed: &str, all: &[&str], today: Date) -> Result<FieldValue, FieldFault> {
        match self {
            Self::Line(bounds) => text(clean_line("", typed, *bounds), *bounds),
            Self::Text(bounds) => text(clean("", typed, *bounds), *bounds),
            Self::Number { least, most } => {
                let typed = typed.trim().replace(',', ".");
                let number: Quantity = typed.parse().map_err(|_| FieldFault::NotANumber)?;
                let outside = least.is_some_and(|least| number < least)
                    || most.is_some_and(|most| number > most);
                if outside {
                    return Err(FieldFault::OutOfBounds { least: *least, most: *most });
                }
                Ok(FieldValue::Number(number))
            }
            Self::Day => {
                let day = day(typed.trim()).ok_or(FieldFault::NotADay)?;
                if day > today {
                    Err(FieldFault::NotYet)
                } else if day < FIRST_DAY {
                    Err(FieldFault::TooLongAgo { since: FIRST_DAY })
                } else {
                    Ok(FieldValue::Day(day))
                }
            }
            Self::DayToCome { .. } => {
                let day = day(typed.trim()).ok_or(FieldFault::NotADay)?;
                if day > today { Ok(FieldValue::Day(day)) } else { Err(FieldFault::NotToCome) }
            }
            Self::Choice(choices) => chosen(choices, &[typed]),
            Self::Choices(choices) => chosen(choices, all),
            Self::Case(_) => codes(&[typed], 0),
            Self::Cases(nameable) => {
                let typed = typed.split([',', ';', '\n']).map(str::trim);
                let typed: Vec<&str> = typed.filter(|code| !code.is_empty()).collect();
                codes(&typed, nameable.least)
            }
        }
    }

    /// The codes of cases that `value` names as the answer to it; none where it asks for no case.
    pub fn cases_in<'a>(&self, value: &'a FieldValue) -> impl Iterator<Item = CaseCode> + use<'a> {
        let text = match (self, value) {
            (Self::Case(_) | Self::Cases(_), FieldValue::Text(text)) => Some(text),
            _ => None,
        };
        text.into_iter().flat_map(|text| text.split(BETWEEN_CODES)).filter_map(CaseCode::typed)
    }

    /// Which cases answer it; nothing when it asks for no case.
    #[must_use]
    pub const fn nameable(&self) -> Option<&Nameable> {
        match self {
            Self::Case(nameable) | Self::Cases(nameable) => Some(nameable),
            _ => None,
        }
    }

    /// Whether a number answers it.
    #[must_use]
    pub const fn is_number(&self) -> bool {
        matches!(self, Self::Number { .. })
    }

    /// What can be chosen; nothing when it is no choice.
    #[must_use]
    pub fn choices(&self) -> Option<&[String]> {
        match self {
            Self::Choice(choices) | Self::Choices(choices) => Some(choices),
            _ => None,
        }
    }
}

fn text(cleaned: Result<String, Refusal>, bounds: Bounds) -> Result<FieldValue, FieldFault> {
    let Bounds { least, most } = bounds;
    cleaned.map(|text| FieldValue::Text(without_keys(&text))).map_err(|why| match why {
        Refusal::TooShort { .. } => FieldFault::Length { least, most, got: 0 },
        Refusal::TooLong { got, .. } => FieldFault::Length { least, most, got },
        Refusal::Empty { .. } | Refusal::NothingVisible { .. } => FieldFault::Empty,
        _ => FieldFault::NotText,
    })
}

/// A day as people and programs write it: `15/4/2016` or `2016-04-15`.
fn day(typed: &str) -> Option<Date> {
    if let Ok(day) = typed.parse() {
        return Some(day);
    }
    let mut parts = typed.split(['/', '.', '-']);
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let whole = parts.next().is_none() && year.len() == 4;
    let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    date.ok().filter(|_| whole)
}

/// What stands between the codes of several cases, as they are kept.
const BETWEEN_CODES: &str = ", ";

fn codes(typed: &[&str], least: usize) -> Result<FieldValue, FieldFault> {
    let read = |typed: &&str| CaseCode::typed(typed).ok_or(FieldFault::NotACode);
    let codes: BTreeSet<CaseCode> = typed.iter().map(read).collect::<Result<_, _>>()?;
    if codes.is_empty() {
        return Err(FieldFault::Empty);
    }
    if codes.len() < least {
        return Err(FieldFault::TooFewCases { least, got: codes.len() });
    }
    let codes: Vec<&str> = codes.iter().map(CaseCode::as_str).collect();
    Ok(FieldValue::Text(codes.join(BETWEEN_CODES)))
}

fn chosen(choices: &[String], typed: &[&str]) -> Result<FieldValue, FieldFault> {
    if typed.iter().any(|one| !choices.iter().any(|choice| choice == one)) {
        return Err(FieldFault::NotAChoice);
    }
    Ok(FieldValue::Chosen(typed.iter().map(|&one| one.to_owned()).collect()))
}

/// Finds a day of `new` that lies before the one that it follows, among `new` and what was `known`.
///
/// # Errors
/// [`Refusal::Unfilled`].
pub(crate) fn in_order(fields: &[FormField], known: &Filled, new: &Filled) -> Result<(), Refusal> {
    let day = |field: &FieldId| match new.get(field).or_else(|| known.get(field)) {
        Some(FieldValue::Day(day)) => Some(*day),
        _ => None,
    };
    for field in fields.iter().filter(|field| new.contains_key(&field.id)) {
        let since = field.follows.as_ref().and_then(day);
        if let Some(since) = since.filter(|since| day(&field.id).is_some_and(|on| on < *since)) {
            let why = FieldFault::BeforeItsCause { since };
            return Err(Refusal::Unfilled { field: field.id.clone(), why });
        }
    }
    Ok(())
}

/// Finds a day to come among `new` on which nobody works.
///
/// # Errors
/// [`Refusal::Unfilled`]; [`Refusal::NoCalendar`] for a day that the calendar does not know.
pub(crate) fn on_working_days(
    fields: &[FormField],
    new: &Filled,
    calendar: &Calendar,
) -> Result<(), Refusal> {
    let to_come = |field: &&FormField| matches!(field.takes, FieldType::DayToCome { .. });
    for field in fields.iter().filter(to_come) {
        let Some(FieldValue::Day(day)) = new.get(&field.id) else { continue };
        if !calendar.is_working(*day).map_err(|why| Refusal::NoCalendar { why })? {
            let why = FieldFault::DayOff;
            return Err(Refusal::Unfilled { field: field.id.clone(), why });
        }
    }
    Ok(())
}

/// Finds an answer of `new` that may be given once at most and is `known` already.
///
/// # Errors
/// [`Refusal::Unfilled`].
pub(crate) fn at_most_once(
    fields: &[FormField],
    known: &Filled,
    new: &Filled,
) -> Result<(), Refusal> {
    let again = |field: &&FormField| {
        let once = matches!(field.takes, FieldType::DayToCome { once: true });
        once && new.contains_key(&field.id) && known.contains_key(&field.id)
    };
    match fields.iter().find(again) {
        Some(field) => {
            Err(Refusal::Unfilled { field: field.id.clone(), why: FieldFault::SaidBefore })
        }
        None => Ok(()),
    }
}

/// The answers that were typed into `fields`; `typed` gives all texts sent for a field.
///
/// # Errors
/// All that is wrong, in the order of the form.
pub fn fill<'a, 't>(
    fields: impl IntoIterator<Item = &'a FormField>,
    typed: impl Fn(&FieldId) -> Vec<&'t str>,
    today: Date,
) -> Result<Filled, Vec<Refusal>> {
    let mut filled = Filled::new();
    let mut wrong = Vec::new();
    for field in fields {
        match field.read(&typed(&field.id), today) {
            Ok(Some(value)) => {
                filled.insert(field.id.clone(), value);
            }
            Ok(None) => {}
            Err(why) => wrong.push(why),
        }
    }
    if wrong.is_empty() { Ok(filled) } else { Err(wrong) }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use jiff::civil::date;

    use super::{
        FIRST_DAY, FieldFault, FieldType, FieldValue, Filled, FormField, Privacy, fill, in_order,
    };
    use crate::Refusal;
    use crate::case::naming::Nameable;
    use crate::id::FieldId;
    use crate::quantity::Quantity;
    use crate::text::Bounds;

    fn filled(takes: FieldType, required: bool, typed: &[&str]) -> Result<Filled, Vec<Refusal>> {
        let (id, privacy) = (FieldId::new("it"), Privacy::Office);
        let field = FormField { id, takes, required, privacy, follows: None };
        fill([&field], |_| typed.to_vec(), date(2016, 6, 30))
    }

    fn value(takes: FieldType, typed: &[&str]) -> Result<FieldValue, FieldFault> {
        match filled(takes, true, typed) {
            Ok(mut filled) => Ok(filled.remove(&FieldId::new("it")).unwrap()),
            Err(wrong) => match wrong.as_slice() {
                [Refusal::Unfilled { why, .. }] => Err(*why),
                other => panic!("{other:?}"),
            },
        }
    }

    #[test]
    fn each_type_takes_what_it_should_and_nothing_else() {
        let line = || FieldType::Line(Bounds { least: 2, most: 5 });
        let number = || FieldType::Number { least: Some(Quantity::ZERO), most: None };
        let one = || FieldType::Choice(vec!["a".into(), "b".into()]);
        let any = || FieldType::Choices(vec!["a".into(), "b".into()]);
        let text = |text: &str| Ok(FieldValue::Text(text.into()));
        let chosen = |all: &[&str]| {
            Ok(FieldValue::Chosen(all.iter().map(|&one| one.to_owned()).collect::<BTreeSet<_>>()))
        };
        let length = |got| Err(FieldFault::Length { least: 2, most: 5, got });
        let bounds = FieldFault::OutOfBounds { least: Some(Quantity::ZERO), most: None };
        let day = |d| Ok(FieldValue::Day(d));
        let rows = [
            (line(), vec!["  số\n 12 "], text("số 12")),
            (line(), vec!["một hai"], length(7)),
            (line(), vec!["a"], length(0)),
            (line(), vec!["\u{7}ab"], Err(FieldFault::NotText)),
            (line(), vec![" "], Err(FieldFault::Empty)),
            (number(), vec!["12,5"], Ok(FieldValue::Number("12.5".parse().unwrap()))),
            (number(), vec!["mười"], Err(FieldFault::NotANumber)),
            (number(), vec!["-1"], Err(bounds)),
            (FieldType::Day, vec!["15/4/2016"], day(date(2016, 4, 15))),
            (FieldType::Day, vec!["2016-06-30"], day(date(2016, 6, 30))),
            (FieldType::Day, vec!["1/7/2016"], Err(FieldFault::NotYet)),
            (FieldType::Day, vec!["20/6/1816"], Err(FieldFault::TooLongAgo { since: FIRST_DAY })),
            (FieldType::Day, vec!["2/9/1945"], day(FIRST_DAY)),
            (FieldType::Day, vec!["31/4/2016"], Err(FieldFault::NotADay)),
            (FieldType::Day, vec!["15/4/16"], Err(FieldFault::NotADay)),
            (FieldType::DayToCome { once: true }, vec!["1/7/2016"], day(date(2016, 7, 1))),
            (FieldType::DayToCome { once: true }, vec!["30/6/2016"], Err(FieldFault::NotToCome)),
            (FieldType::DayToCome { once: false }, vec!["31/6/2016"], Err(FieldFault::NotADay)),
            (one(), vec!["b"], chosen(&["b"])),
            (one(), vec!["c"], Err(FieldFault::NotAChoice)),
            (any(), vec!["b", "a", "b"], chosen(&["a", "b"])),
            (any(), vec!["a", "c"], Err(FieldFault::NotAChoice)),
            (FieldType::Case(Nameable::default()), vec!["kn 2016-0412-HXQM"], text("KN-2016-0412")),
            (FieldType::Case(Nameable::default()), vec!["đơn của bà B"], Err(FieldFault::NotACode)),
            (
                FieldType::Cases(Nameable::default()),
                vec!["TC-2016-0002,\nKN-2016-0412-HXQM\n"],
                text("KN-2016-0412, TC-2016-0002"),
            ),
            (
                FieldType::Cases(Nameable::default()),
                vec!["KN-2016-0412, 3"],
                Err(FieldFault::NotACode),
            ),
            (FieldType::Cases(Nameable::default()), vec![" , "], Err(FieldFault::Empty)),
        ];
        for (takes, typed, expected) in rows {
            assert_eq!(value(takes.clone(), &typed), expected, "{takes:?} {typed:?}");
        }
    }

    #[test]
    fn a_day_does_not_lie_before_the_one_it_follows() {
        let day = |id: &str, follows: Option<&str>| FormField {
            id: FieldId::new(id),
            takes: FieldType::Day,
            required: true,
            privacy: Privacy::Office,
            follows: follows.map(FieldId::new),
        };
        let fields = [day("met-on", None), day("heard-on", Some("met-on"))];
        let filled = |all: &[(&str, i8)]| -> Filled {
            let on = |day| FieldValue::Day(date(2016, 6, day));
            all.iter().map(|(id, day)| (FieldId::new(*id), on(*day))).collect()
        };
        let why = FieldFault::BeforeItsCause { since: date(2016, 6, 7) };
        let early = Err(Refusal::Unfilled { field: FieldId::new("heard-on"), why });
        let (none, met) = (Filled::new(), filled(&[("met-on", 7)]));
        let rows = [
            (&none, filled(&[("met-on", 7), ("heard-on", 6)]), early.clone()),
            (&met, filled(&[("heard-on", 6)]), early),
            (&met, filled(&[("heard-on", 7)]), Ok(())),
            (&met, filled(&[("met-on", 5), ("heard-on", 6)]), Ok(())),
            (&none, filled(&[("heard-on", 6)]), Ok(())),
        ];
        for (known, new, expected) in rows {
            assert_eq!(in_order(&fields, known, &new), expected, "{new:?}");
        }
    }

    #[test]
    fn what_may_be_left_empty_is_not_answered() {
        assert_eq!(filled(FieldType::Day, false, &["  "]), Ok(Filled::new()));
        assert_eq!(filled(FieldType::Day, false, &[]), Ok(Filled::new()));
    }
}
