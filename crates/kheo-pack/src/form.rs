//! Reads the questions of forms.

use kheo_core::case::{FieldType, FormField, Privacy};
use kheo_core::id::FieldId;
use kheo_core::text::Bounds;

use crate::fields::Fields;
use crate::problem::Problem;
use crate::source::{Name, Spotted};

/// The types of fields. There is none for what no pack may collect of a person.
const TYPES: [(&str, Type); 9] = [
    ("line", Type::Line),
    ("text", Type::Text),
    ("number", Type::Number),
    ("day", Type::Day),
    ("day-to-come", Type::DayToCome),
    ("choice", Type::Choice),
    ("choices", Type::Choices),
    ("case", Type::Case),
    ("cases", Type::Cases),
];

const PRIVACIES: [(&str, Privacy); 3] =
    [("public", Privacy::Public), ("office", Privacy::Office), ("identity", Privacy::Identity)];

/// The most characters of a line and of a text.
const LINE: u16 = 200;
const TEXT: u16 = 10_000;

#[derive(Clone, Copy)]
enum Type {
    Line,
    Text,
    Number,
    Day,
    DayToCome,
    Choice,
    Choices,
    Case,
    Cases,
}

/// A question as its file writes it.
pub(crate) struct FieldText<'s> {
    pub(crate) id: Name<'s>,
    pub(crate) choices: Vec<Name<'s>>,
    pub(crate) follows: Option<Name<'s>>,
    pub(crate) field: FormField,
}

/// `[[field]]`
pub(crate) fn field<'s>(mut fields: Fields<'_, 's>) -> Option<FieldText<'s>> {
    let id = fields.name("id");
    let is = fields.word("type", &TYPES);
    let required = fields.required_flag("required");
    let privacy = fields.word("privacy", &PRIVACIES);
    let mut follows = None;
    let (takes, choices) = match is {
        None => (None, Vec::new()),
        Some(Type::Line) => (bounds(&mut fields, LINE).map(FieldType::Line), Vec::new()),
        Some(Type::Text) => (bounds(&mut fields, TEXT).map(FieldType::Text), Vec::new()),
        Some(Type::Number) => (number(&mut fields), Vec::new()),
        Some(Type::Case) => (Some(FieldType::Case), Vec::new()),
        Some(Type::Cases) => (Some(FieldType::Cases), Vec::new()),
        Some(Type::Day) => {
            follows = fields.optional_text("follows");
            (Some(FieldType::Day), Vec::new())
        }
        Some(Type::DayToCome) => {
            let once = fields.has("once") && fields.flag("once").unwrap_or_default();
            (Some(FieldType::DayToCome { once }), Vec::new())
        }
        Some(is @ (Type::Choice | Type::Choices)) => {
            fields.must_have("choices");
            let choices = fields.names("choices");
            let values = choices.iter().map(|choice| choice.value.clone()).collect();
            let takes = match is {
                Type::Choices => FieldType::Choices(values),
                _ => FieldType::Choice(values),
            };
            (Some(takes), choices)
        }
    };
    fields.end();
    let (id, takes) = (id?, takes?);
    let field = FormField {
        id: FieldId::new(id.value.clone()),
        takes,
        required: required?,
        privacy: privacy?,
        follows: follows.as_ref().map(|field| FieldId::new(field.value.clone())),
    };
    Some(FieldText { id, choices, follows, field })
}

fn bounds(fields: &mut Fields<'_, '_>, most: u16) -> Option<Bounds> {
    let mut bound = |name, otherwise| {
        if fields.has(name) {
            fields.whole(name, 1..=most)
        } else {
            Some(Spotted { value: otherwise, at: fields.at.clone() })
        }
    };
    let (least, most) = (bound("least", 1)?, bound("most", most)?);
    if least.value > most.value {
        let (low, high) = (least.value.to_string(), most.value.to_string());
        fields.found().add(&least.at, Problem::LeastAboveMost { least: low, most: high });
        return None;
    }
    Some(Bounds { least: usize::from(least.value), most: usize::from(most.value) })
}

fn number(fields: &mut Fields<'_, '_>) -> Option<FieldType> {
    let (least, most) = (fields.quantity("least"), fields.quantity("most"));
    if let (Some(low), Some(high)) = (&least, &most)
        && low.value > high.value
    {
        let (least, most) = (low.value.to_string(), high.value.to_string());
        fields.found().add(&low.at, Problem::LeastAboveMost { least, most });
        return None;
    }
    let value = |bound: Spotted<'_, _>| bound.value;
    Some(FieldType::Number { least: least.map(value), most: most.map(value) })
}
