//! Forms: what a kind of case asks beside the petition, and what was filled in.

mod fault;
mod read;
mod together;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::case::naming::Nameable;
use crate::id::{CaseCode, FieldId};
use crate::quantity::Quantity;
use crate::text::Bounds;

pub use fault::FieldFault;
pub use read::fill;
pub(crate) use together::{at_most_once, in_order, on_working_days};

/// The first day that an answer can tell: no body that cases are brought to is older. What lies before it is a
/// slip of the pen: 1816 for 2016.
pub const FIRST_DAY: Date = jiff::civil::date(1945, 9, 2);

/// What stands between the codes of several cases, as they are kept.
const BETWEEN_CODES: &str = ", ";

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

impl FieldType {
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
