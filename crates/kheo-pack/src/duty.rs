//! Reads the duties of heads.

use jiff::civil::Date;
use kheo_calendar::Citation;
use kheo_core::case::FieldType;
use kheo_core::duty::{Duty, OwedBy, Per};
use kheo_core::id::{DutyId, FieldId};
use kheo_core::unit::Level;

use crate::error::Findings;
use crate::fields::Fields;
use crate::guard::is_choice;
use crate::kind::KindText;
use crate::problem::Problem;
use crate::rule::rule;
use crate::source::{Name, Spotted};

const OWED_BY: [(&str, OwedBy); 4] = [
    ("commune", OwedBy::Level(Level::Commune)),
    ("district", OwedBy::Level(Level::District)),
    ("province", OwedBy::Level(Level::Province)),
    ("body", OwedBy::Body),
];

const PERS: [(&str, Per); 2] = [("week", Per::Week), ("month", Per::Month)];

/// A duty as its file writes it.
pub(crate) struct DutyText<'s> {
    pub(crate) id: Name<'s>,
    owed_by: OwedBy,
    times: u16,
    per: Per,
    until: Option<Spotted<'s, Date>>,
    field: Name<'s>,
    counts: Vec<Name<'s>>,
    rule: Citation,
}

/// `[[duty]]`
pub(crate) fn duty<'s>(mut fields: Fields<'_, 's>) -> Option<DutyText<'s>> {
    let id = fields.name("id");
    let owed_by = fields.word("level", &OWED_BY);
    let times = fields.whole("times", 1..=7);
    let per = fields.word("per", &PERS);
    let until = fields.optional_date("until");
    let field = fields.text("field");
    fields.must_have("counts");
    let counts = fields.texts("counts");
    let rule = rule(&mut fields);
    fields.end();
    let (id, owed_by, times, per) = (id?, owed_by?, times?.value, per?);
    Some(DutyText { id, owed_by, times, per, until, field: field?, counts, rule: rule? })
}

impl DutyText<'_> {
    /// The duty of a version of a kind that is in force from `from` on.
    pub(crate) fn into_duty(self, from: Date) -> Duty {
        Duty {
            id: DutyId::new(self.id.value),
            owed_by: self.owed_by,
            times: self.times,
            per: self.per,
            until: self.until.map(|until| until.value),
            field: FieldId::new(self.field.value),
            counts: self.counts.into_iter().map(|choice| choice.value).collect(),
            rule: Citation { from: Some(from), ..self.rule },
        }
    }

    /// Finds that cases of `kind` cannot tell who did it, or that it ends before it begins.
    pub(crate) fn check(&self, kind: &KindText<'_>, found: &Findings) {
        if let Some(until) = self.until.as_ref().filter(|until| until.value < kind.from.value) {
            let (from, until_day) = (kind.from.value.to_string(), until.value.to_string());
            found.add(&until.at, Problem::EndsBeforeItBegins { from, until: until_day });
        }
        let name = self.field.value.as_str();
        let Some(field) = kind.fields.iter().find(|field| field.id.value == name) else {
            found.add(&self.field.at, kind.unknown_field(name));
            return;
        };
        match &field.field.takes {
            FieldType::Choice(choices)
                if field.field.required && kind.form.iter().any(|asked| asked.value == name) =>
            {
                for choice in &self.counts {
                    is_choice(&choice.value, choices, &choice.at, found);
                }
            }
            _ => {
                let field = name.to_owned();
                found.add(&self.field.at, Problem::CannotTellWho { field });
            }
        }
    }
}
