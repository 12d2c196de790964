//! Guards: conditions under which an action of a procedure is possible.
//!
//! A guard is CEL over what is known of the case:
//!
//! | what is asked | what it gives |
//! |---|---|
//! | `given("F")` | whether field `F` was answered |
//! | `number("F")` | the number in field `F` |
//! | `days_since("F")` | the days from the day in field `F` until today |
//! | `chosen("F", "C")` | whether `C` was chosen in field `F` |
//! | `count("F")` | how many were chosen in field `F` |
//! | `done("D")` | how often deed `D` was done: `done("transfer") < 1.0` |
//! | `taken("A")` | how often action `A` was taken, where others do the same deed |
//! | `late("C")` | whether clock `C` has run out |
//! | `days_run("C")` | the days since clock `C`, which runs, was started |
//! | `days_left("C")` | the days until clock `C` runs out; below 0 once it has |
//! | `competent()` | whether the unit that has the case is competent for its topic on that day, as the topic says; true where nobody is known to be |
//! | `earlier_in_time("K")` | whether earlier cases of kind `K` about the same matter are known, none of them was decided or closed, and none is past the limit to accept or to decide it; in guards alone |

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use cel::Value;
use jiff::civil::Date;
use kheo_calendar::{Citation, Due, Moment};

use crate::case::competence::Seat;
use crate::case::form::{FieldValue, Filled};
use crate::case::kind::Deed;
use crate::case::state::Case;
use crate::formula::FormulaError;
use crate::formula::check::{Function, Type};
use crate::formula::expression::Expression;
use crate::id::{ActionId, ClockId, FieldId, GuardId, KindId};

/// A condition under which an action is possible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guard {
    /// Its name; the words that say why not are `guard-` and this.
    pub id: GuardId,
    /// The condition.
    pub when: Condition,
    /// The rule it follows, as it is cited; nothing for a rule of the office.
    pub rule: Option<Citation>,
}

/// A condition that was checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition(Expression<Fact>);

/// Of whom a condition asks, and when.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The case.
    pub case: &'a Case,
    /// What is filled in now; it counts before what was.
    pub filled: &'a Filled,
    /// How the unit that has the case stands to it.
    pub seat: Seat,
    /// The kinds of earlier cases about the same matter that are all to be decided yet, in time.
    pub in_time: &'a BTreeSet<KindId>,
    /// When.
    pub at: Moment,
}

/// What a condition asks of a case.
///
/// - Format: `given:F`, `number:F`, `days_since:F`, `chosen:F:C`, `count:F`, `done:D`, `taken:A`, `late:C`, `days_run:C`, `days_left:C`,
///   `competent`, `earlier_in_time:K`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// Whether the field was answered.
    Given(FieldId),
    /// The number in the field.
    Number(FieldId),
    /// The days from the day in the field until today.
    DaysSince(FieldId),
    /// Whether this was chosen in the field.
    Chosen(FieldId, String),
    /// How many were chosen in the field.
    Count(FieldId),
    /// How often the deed was done.
    Done(Deed),
    /// How often the action was taken.
    Taken(ActionId),
    /// Whether the clock has run out.
    Late(ClockId),
    /// The days since the clock was started; not known of one that does not run.
    DaysRun(ClockId),
    /// The days until the clock runs out; not known of one that does not run.
    DaysLeft(ClockId),
    /// Whether the unit that has the case is competent for it.
    Competent,
    /// Whether earlier cases of the kind about the same matter are known, and all are to be decided yet, in time.
    EarlierInTime(KindId),
}

/// A text that asks nothing of a case.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` asks nothing of a case")]
pub struct FactError(String);

const fn asks(name: &'static str, takes: &'static str, most: usize, gives: Type) -> Function {
    Function { name, takes, most, gives }
}

const FUNCTIONS: &[Function] = &[
    asks("given", "(\"field\")", 1, Type::Condition),
    asks("number", "(\"field\")", 1, Type::Number),
    asks("days_since", "(\"field\")", 1, Type::Number),
    asks("chosen", "(\"field\", \"choice\")", 2, Type::Condition),
    asks("count", "(\"field\")", 1, Type::Number),
    asks("done", "(\"deed\")", 1, Type::Number),
    asks("taken", "(\"action\")", 1, Type::Number),
    asks("late", "(\"clock\")", 1, Type::Condition),
    asks("days_run", "(\"clock\")", 1, Type::Number),
    asks("days_left", "(\"clock\")", 1, Type::Number),
    asks("competent", "()", 0, Type::Condition),
    asks("earlier_in_time", "(\"kind\")", 1, Type::Condition),
];

/// As many choices of a condition are tried in every way.
const MOST_CHOICES: usize = 8;

impl Condition {
    /// The names of the functions that conditions may call.
    pub fn functions() -> impl Iterator<Item = &'static str> {
        FUNCTIONS.iter().map(|function| function.name)
    }

    /// The condition that `source` writes.
    ///
    /// # Errors
    /// [`FormulaError`], with the place in `source` and what is wrong there.
    pub fn parse(source: &str) -> Result<Self, FormulaError> {
        Expression::parse(source, FUNCTIONS, Type::Condition).map(Self)
    }

    /// The condition as it is written.
    #[must_use]
    pub fn source(&self) -> &str {
        self.0.source()
    }

    /// What it asks, each once, in the order it is written.
    #[must_use]
    pub fn facts(&self) -> &[Fact] {
        self.0.references()
    }

    /// The choices of which any is enough, where it asks for these alone: `chosen("F", "A") ||
    /// chosen("F", "B")`.
    #[must_use]
    pub fn any_chosen(&self) -> Option<Vec<(&FieldId, &str)>> {
        let choices = self.facts().iter().map(|fact| match fact {
            Fact::Chosen(field, choice) => Some((field, choice.as_str())),
            _ => None,
        });
        let choices: Vec<(&FieldId, &str)> = choices.collect::<Option<_>>()?;
        let ways = 1_u32.checked_shl(u32::try_from(choices.len()).ok()?)?;
        let holds_with = |way: u32| {
            let chosen = (0..choices.len()).map(|place| Some(Value::Bool(way >> place & 1 == 1)));
            matches!(self.0.run(chosen), Some(Value::Bool(true)))
        };
        let few = choices.len() <= MOST_CHOICES;
        (few && (0..ways).all(|way| holds_with(way) == (way > 0))).then_some(choices)
    }

    /// Whether it holds. It does not when it needs what is not known: a field that was left empty, for instance.
    #[must_use]
    pub fn holds(&self, asked: Asked<'_>) -> bool {
        let values = self.facts().iter().map(|fact| fact.value(asked));
        matches!(self.0.run(values), Some(Value::Bool(true)))
    }
}

impl Fact {
    /// The field of the case that it asks; nothing where it asks something else.
    #[must_use]
    pub const fn field(&self) -> Option<&FieldId> {
        match self {
            Self::Given(field)
            | Self::Number(field)
            | Self::DaysSince(field)
            | Self::Count(field)
            | Self::Chosen(field, _) => Some(field),
            Self::Done(_)
            | Self::Taken(_)
            | Self::Late(_)
            | Self::DaysRun(_)
            | Self::DaysLeft(_)
            | Self::Competent
            | Self::EarlierInTime(_) => None,
        }
    }

    /// The clock of the case that it asks; nothing where it asks something else.
    #[must_use]
    pub const fn clock(&self) -> Option<&ClockId> {
        match self {
            Self::Late(clock) | Self::DaysRun(clock) | Self::DaysLeft(clock) => Some(clock),
            _ => None,
        }
    }

    fn value(&self, asked: Asked<'_>) -> Option<Value> {
        let Asked { case, filled, seat, in_time, at: now } = asked;
        let known = |field: &FieldId| filled.get(field).or_else(|| case.filled.get(field));
        let chosen = |field| match known(field) {
            Some(FieldValue::Chosen(chosen)) => Some(chosen),
            _ => None,
        };
        Some(match self {
            Self::Given(field) => Value::Bool(known(field).is_some()),
            Self::Number(field) => match known(field)? {
                FieldValue::Number(number) => Value::Float(number.as_double()),
                _ => return None,
            },
            Self::DaysSince(field) => match known(field)? {
                FieldValue::Day(day) => Value::Float(days(*day, now.day)),
                _ => return None,
            },
            Self::Chosen(field, choice) => {
                Value::Bool(chosen(field).is_some_and(|chosen| chosen.contains(choice)))
            }
            Self::Count(field) => {
                let count = chosen(field).map_or(0, BTreeSet::len);
                Value::Float(u32::try_from(count).map_or(0.0, f64::from))
            }
            Self::Done(deed) => Value::Float(case.done.get(deed).copied().map_or(0.0, f64::from)),
            Self::Taken(action) => {
                Value::Float(case.taken.get(action).map_or(0.0, |taken| f64::from(taken.times)))
            }
            Self::Late(clock) => {
                Value::Bool(running(case, clock).is_some_and(|due| due.is_past(now)))
            }
            Self::DaysRun(clock) => Value::Float(days(running(case, clock)?.start, now.day)),
            Self::DaysLeft(clock) => {
                let due = running(case, clock).filter(|due| due.ends())?;
                Value::Float(days(now.day, due.on))
            }
            Self::Competent => Value::Bool(seat == Seat::Competent),
            Self::EarlierInTime(kind) => Value::Bool(in_time.contains(kind)),
        })
    }
}

fn running<'a>(case: &'a Case, clock: &ClockId) -> Option<&'a Due> {
    case.running.iter().find(|(id, _)| id == clock).map(|(_, due)| due)
}

fn days(from: Date, until: Date) -> f64 {
    from.until(until).map_or(0.0, |span| f64::from(span.get_days()))
}

impl FromStr for Fact {
    type Err = FactError;

    fn from_str(text: &str) -> Result<Self, FactError> {
        let wrong = || FactError(text.to_owned());
        if text == "competent" {
            return Ok(Self::Competent);
        }
        let (asked, name) = text.split_once(':').ok_or_else(wrong)?;
        let field = || FieldId::new(name);
        match asked {
            "chosen" => {
                let (field, choice) = name.split_once(':').ok_or_else(wrong)?;
                Ok(Self::Chosen(FieldId::new(field), choice.to_owned()))
            }
            "given" => Ok(Self::Given(field())),
            "number" => Ok(Self::Number(field())),
            "days_since" => Ok(Self::DaysSince(field())),
            "count" => Ok(Self::Count(field())),
            "done" => Deed::from_word(name).map(Self::Done).ok_or_else(wrong),
            "taken" => Ok(Self::Taken(ActionId::new(name))),
            "late" => Ok(Self::Late(ClockId::new(name))),
            "days_run" => Ok(Self::DaysRun(ClockId::new(name))),
            "days_left" => Ok(Self::DaysLeft(ClockId::new(name))),
            "earlier_in_time" => Ok(Self::EarlierInTime(KindId::new(name))),
            _ => Err(wrong()),
        }
    }
}

impl fmt::Display for Fact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Given(field) => write!(f, "given:{field}"),
            Self::Number(field) => write!(f, "number:{field}"),
            Self::DaysSince(field) => write!(f, "days_since:{field}"),
            Self::Chosen(field, choice) => write!(f, "chosen:{field}:{choice}"),
            Self::Count(field) => write!(f, "count:{field}"),
            Self::Done(deed) => write!(f, "done:{}", deed.word()),
            Self::Taken(action) => write!(f, "taken:{action}"),
            Self::Late(clock) => write!(f, "late:{clock}"),
            Self::DaysRun(clock) => write!(f, "days_run:{clock}"),
            Self::DaysLeft(clock) => write!(f, "days_left:{clock}"),
            Self::Competent => f.write_str("competent"),
            Self::EarlierInTime(kind) => write!(f, "earlier_in_time:{kind}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use jiff::civil::date;
    use kheo_calendar::{Calendar, LimitUnit, Moment, TimeLimit, due};

    use super::{Asked, Condition};
    use crate::case::competence::Seat;
    use crate::case::event::{CaseEvent, Registered};
    use crate::case::form::{FieldValue, Filled};
    use crate::case::{Case, Deed, Petition, Taken};
    use crate::formula::FormulaProblem;
    use crate::id::{ActionId, CaseCode, ClockId, FieldId, KindId, StepId, TopicId, UnitId};
    use crate::origin::Origin;

    fn filled(all: &[(&str, FieldValue)]) -> Filled {
        all.iter().map(|(id, value)| (FieldId::new(*id), value.clone())).collect()
    }

    /// A case known on 1 April, asked for by three people, handed on once, late since 12 April.
    fn case() -> Case {
        let chosen = ["many-people", "two-places"].map(str::to_owned);
        let mut case = Case::begun(&Registered {
            code: CaseCode::new("KN-2016-0001"),
            case_kind: KindId::new("complaint"),
            version: date(2014, 7, 1),
            unit: UnitId::new("song-cau"),
            topic: TopicId::new("land"),
            step: StepId::new("received"),
            unasked: false,
            escalated: false,
            again: None,
            files: Vec::new(),
            origin: Origin::Entered,
            private: Petition {
                filled: filled(&[
                    ("known-on", FieldValue::Day(date(2016, 4, 1))),
                    ("people", FieldValue::Number("3".parse().unwrap())),
                    ("criteria", FieldValue::Chosen(BTreeSet::from(chosen))),
                ]),
                ..Petition::default()
            },
        });
        case.done.insert(Deed::Transfer, 1);
        case.taken.insert(ActionId::new("send-up"), Taken { times: 1, last: 2 });
        let limit = TimeLimit::rolling(10, LimitUnit::CalendarDays);
        let due = due(date(2016, 4, 1), limit, &Calendar::vietnam()).unwrap();
        case.apply(&CaseEvent::ClockStarted { clock: ClockId::new("accept"), due });
        case
    }

    /// Of the case on 30 April, which a unit has that is not competent, while a first complaint is in time.
    fn holds(condition: &Condition, new: &Filled) -> bool {
        let in_time = BTreeSet::from([KindId::new("complaint")]);
        let at = Moment::from(date(2016, 4, 30));
        let case = case();
        condition.holds(Asked {
            case: &case,
            filled: new,
            seat: Seat::Below,
            in_time: &in_time,
            at,
        })
    }

    #[test]
    fn a_condition_holds_by_what_is_known_of_the_case() {
        let rows = [
            (r#"given("known-on")"#, true),
            (r#"given("decision")"#, false),
            (r#"days_since("known-on") <= 29.0"#, true),
            (r#"days_since("known-on") <= 28.0"#, false),
            (r#"number("people") > 2.0 && count("criteria") == 2.0"#, true),
            (r#"chosen("criteria", "two-places")"#, true),
            (r#"chosen("criteria", "abroad") || chosen("decision", "kept")"#, false),
            (r#"done("transfer") < 1.0"#, false),
            (r#"done("extend") < 1.0"#, true),
            (r#"taken("send-up") == 1.0 && taken("transfer") < 1.0"#, true),
            (r#"late("accept")"#, true),
            (r#"late("answer")"#, false),
            (r#"!late("answer") && !(number("people") > 3.0)"#, true),
            (r#"days_left("accept") == -19.0"#, true),
            (r#"days_left("answer") < 1.0"#, false),
            ("competent()", false),
            (r#"!competent() && done("transfer") >= 1.0"#, true),
            (r#"earlier_in_time("complaint")"#, true),
            (r#"earlier_in_time("denunciation")"#, false),
            // What is not known bears nothing, whichever way it is asked.
            (r#"number("age") > 2.0"#, false),
            (r#"number("age") <= 2.0"#, false),
            (r#"given("age") && number("age") > 2.0"#, false),
            (r#"number("people") > 2.0 || number("age") > 2.0"#, true),
        ];
        for (source, expected) in rows {
            let condition = Condition::parse(source).unwrap();
            assert_eq!(holds(&condition, &Filled::new()), expected, "{source}");
        }
    }

    #[test]
    fn what_is_filled_in_now_counts_before_what_was() {
        let condition = Condition::parse(r#"days_since("known-on") <= 10.0"#).unwrap();
        let new = filled(&[("known-on", FieldValue::Day(date(2016, 4, 25)))]);
        assert!(!holds(&condition, &Filled::new()));
        assert!(holds(&condition, &new));
    }

    #[test]
    fn only_conditions_over_facts_are_taken() {
        let rows = [
            (r#"number("people")"#, FormulaProblem::NotACondition),
            (r#"given("people") > 1.0"#, FormulaProblem::NotANumber),
            (
                r#"competent("commune")"#,
                FormulaProblem::WrongArguments { function: "competent".into(), takes: "()" },
            ),
            (
                "given()",
                FormulaProblem::WrongArguments { function: "given".into(), takes: "(\"field\")" },
            ),
            (r#"cases("late") > 1.0"#, FormulaProblem::UnknownFunction { name: "cases".into() }),
            (
                r#"done("forgive") < 1.0"#,
                FormulaProblem::NotAFigure { figure: "done:forgive".into() },
            ),
            (
                r#"chosen("criteria")"#,
                FormulaProblem::NotAFigure { figure: "chosen:criteria".into() },
            ),
        ];
        for (source, problem) in rows {
            assert_eq!(Condition::parse(source).unwrap_err().problem, problem, "{source}");
        }
    }
}
