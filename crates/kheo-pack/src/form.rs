//! Reads the questions of forms.

use kheo_core::case::{FieldType, FormField, KindsWhen, Nameable, Privacy};
use kheo_core::id::{FieldId, KindId};
use kheo_core::text::Bounds;

use crate::fields::Fields;
use crate::guard::{When, when};
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
    /// The kinds of cases that answer it, and under which condition.
    pub(crate) named: Vec<KindsText<'s>>,
    pub(crate) field: FormField,
}

/// The kinds of cases that can be named, as their file writes them.
pub(crate) struct KindsText<'s> {
    pub(crate) when: Option<When<'s>>,
    pub(crate) are: Vec<Name<'s>>,
}

/// `kinds = [{ when = '…', are = ["request"] }]`, `registered_here` and, of `several`, `least`.
fn nameable<'s>(
    fields: &mut Fields<'_, 's>,
    several: bool,
) -> (Option<Nameable>, Vec<KindsText<'s>>) {
    let read = |mut table: Fields<'_, 's>| {
        let when = if table.has("when") { when(&mut table) } else { None };
        table.must_have("are");
        let are = table.names("are");
        table.end();
        KindsText { when, are }
    };
    let texts: Vec<_> = fields.tables("kinds").into_iter().map(read).collect();
    let registered_here = fields.flag("registered_here").unwrap_or_default();
    let least = if several && fields.has("least") { fields.whole("least", 2..=20) } else { None };
    let kinds = texts.iter().map(|text| KindsWhen {
        when: text.when.as_ref().map(|when| when.value.clone()),
        are: text.are.iter().map(|kind| KindId::new(kind.value.clone())).collect(),
    });
    let least = least.map_or(0, |least| least.value.into());
    (Some(Nameable { kinds: kinds.collect(), registered_here, least }), texts)
}

/// `[[field]]`
pub(crate) fn field<'s>(mut fields: Fields<'_, 's>) -> Option<FieldText<'s>> {
    let id = fields.name("id");
    let is = fields.word("type", &TYPES);
    let required = fields.required_flag("required");
    let privacy = fields.word("privacy", &PRIVACIES);
    let (mut follows, mut named) = (None, Vec::new());
    let (takes, choices) = match is {
        None => (None, Vec::new()),
        Some(Type::Line) => (bounds(&mut fields, LINE).map(FieldType::Line), Vec::new()),
        Some(Type::Text) => (bounds(&mut fields, TEXT).map(FieldType::Text), Vec::new()),
        Some(Type::Number) => (number(&mut fields), Vec::new()),
        Some(Type::Case) => {
            let (nameable, texts) = nameable(&mut fields, false);
            named = texts;
            (nameable.map(FieldType::Case), Vec::new())
        }
        Some(Type::Cases) => {
            let (nameable, texts) = nameable(&mut fields, true);
            named = texts;
            (nameable.map(FieldType::Cases), Vec::new())
        }
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
    Some(FieldText { id, choices, follows, named, field })
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
