//! Reads what was typed into a form.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{BETWEEN_CODES, FIRST_DAY, FieldFault, FieldType, FieldValue, Filled, FormField};
use crate::Refusal;
use crate::case::code::without_keys;
use crate::id::{CaseCode, FieldId};
use crate::quantity::Quantity;
use crate::text::{Bounds, clean, clean_line};

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
    use jiff::civil::date;

    use super::*;
    use crate::case::form::{Privacy, in_order};
    use crate::case::naming::Nameable;

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
