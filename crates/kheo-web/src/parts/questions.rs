//! The questions that a pack asks in a form, and what was typed into them.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use kheo_core::Refusal;
use kheo_core::case::{FieldType, Filled, FormField, form};
use kheo_core::id::FieldId;
use kheo_words::Tongue;
use maud::{Markup, html};

use crate::parts::fault::{self, Fault};

/// The name of the control that answers `field`.
pub(crate) fn name(field: &FieldId) -> String {
    format!("field-{field}")
}

/// The name of the control for one of several choices of `field`.
fn choice_name(field: &FieldId, choice: &str) -> String {
    format!("field-{field}.{choice}")
}

/// The question of a control and the answer it holds, in words; nothing when it asks none.
pub(crate) fn in_words(tongue: Tongue<'_>, control: &str, typed: &str) -> Option<(String, String)> {
    let field = control.strip_prefix("field-")?;
    let (field, choice) = field.split_once('.').unwrap_or((field, typed));
    let said = |key: &str| tongue.has(key).then(|| tongue.say(key));
    let question =
        said(&format!("field-{field}")).unwrap_or_else(|| tongue.say("kept-answer-label"));
    Some((question, said(&format!("choice-{choice}")).unwrap_or_else(|| typed.to_owned())))
}

/// The controls of `field` that show what was `chosen` of it, as if they had been ticked.
pub(crate) fn ticked<'a>(
    field: &'a FieldId,
    chosen: &'a BTreeSet<String>,
) -> impl Iterator<Item = (String, String)> + 'a {
    chosen.iter().map(move |choice| (choice_name(field, choice), "yes".to_owned()))
}

/// What was typed into `fields`; `typed` gives the text of a control.
///
/// # Errors
/// All that is wrong, in the order of the form.
pub(crate) fn read<'a, 't>(
    fields: impl IntoIterator<Item = &'a FormField>,
    typed: impl Fn(&str) -> &'t str,
    today: Date,
) -> Result<Filled, Vec<Refusal>> {
    let fields: Vec<&FormField> = fields.into_iter().collect();
    let of = |id: &FieldId| {
        let field = fields.iter().find(|field| field.id == *id);
        match field.map(|field| &field.takes) {
            Some(FieldType::Choices(choices)) => {
                let is_ticked = |choice: &&String| !typed(&choice_name(id, choice)).is_empty();
                choices.iter().filter(is_ticked).map(String::as_str).collect()
            }
            _ => vec![typed(&name(id))],
        }
    };
    form::fill(fields.iter().copied(), of, today)
}

/// Questions with their answers.
pub(crate) struct Questions<'a> {
    pub(crate) fields: Vec<&'a FormField>,
    /// What was typed, by control.
    pub(crate) typed: &'a BTreeMap<String, String>,
    /// All that is wrong with the form.
    pub(crate) faults: &'a [Fault],
    /// What the identifiers of the controls begin with, to tell them from others on the page.
    pub(crate) prefix: &'a str,
}

impl Questions<'_> {
    /// The controls.
    pub(crate) fn markup(&self, tongue: Tongue<'_>) -> Markup {
        html! { @for field in &self.fields { (self.question(tongue, field)) } }
    }

    fn typed(&self, control: &str) -> &str {
        self.typed.get(control).map_or("", String::as_str)
    }

    fn question(&self, tongue: Tongue<'_>, field: &FormField) -> Markup {
        let label = tongue.say(&format!("field-{}", field.id));
        let label = if field.required {
            label
        } else {
            tongue.say_with("field-optional", &[("field", &label)])
        };
        let help = format!("field-{}-help", field.id);
        let control = Control {
            id: format!("{}{}", self.prefix, name(&field.id)),
            help: tongue.has(&help).then(|| tongue.say(&help)),
            fault: fault::of_field(self.faults, &name(&field.id)),
        };
        match &field.takes {
            FieldType::Line(_) | FieldType::Number { .. } | FieldType::Case(_) => {
                control.line(&label, field, "text", self.text(field))
            }
            FieldType::Day | FieldType::DayToCome { .. } => {
                control.line(&label, field, "date", self.text(field))
            }
            FieldType::Text(_) | FieldType::Cases(_) => {
                control.area(&label, field, self.text(field))
            }
            FieldType::Choice(choices) => {
                control.list(tongue, &label, field, choices, self.text(field))
            }
            FieldType::Choices(choices) => {
                let chosen = |choice: &str| !self.typed(&choice_name(&field.id, choice)).is_empty();
                control.checks(tongue, &label, field, choices, chosen)
            }
        }
    }

    fn text(&self, field: &FormField) -> &str {
        self.typed(&name(&field.id))
    }
}

struct Control<'a> {
    id: String,
    /// What helps to answer; nothing where the pack says none.
    help: Option<String>,
    fault: Option<&'a str>,
}

impl Control<'_> {
    fn described_by(&self) -> Option<String> {
        let help = self.help.as_ref().map(|_| format!("{}-help", self.id));
        let error = self.fault.map(|_| format!("{}-error", self.id));
        let both: Vec<String> = help.into_iter().chain(error).collect();
        (!both.is_empty()).then(|| both.join(" "))
    }

    /// The help, and what is wrong, as the control names them.
    fn notes(&self) -> Markup {
        html! {
            @if let Some(help) = &self.help {
                span class="hint" id=(format!("{}-help", self.id)) { (help) }
            }
            @if let Some(fault) = self.fault {
                p class="error" id=(format!("{}-error", self.id)) { (fault) }
            }
        }
    }

    fn class(&self) -> &'static str {
        if self.fault.is_some() { "field wrong" } else { "field" }
    }

    fn around(&self, label: &str, control: &Markup) -> Markup {
        html! {
            div class=(self.class()) {
                label for=(self.id) { (label) }
                (self.notes())
                (control)
            }
        }
    }

    fn line(&self, label: &str, field: &FormField, kind: &str, typed: &str) -> Markup {
        let numeric = field.takes.is_number().then_some("decimal");
        self.around(
            label,
            &html! {
                input id=(self.id) name=(name(&field.id)) type=(kind) value=(typed)
                    inputmode=[numeric] aria-describedby=[self.described_by()]
                    aria-invalid=[self.fault.map(|_| "true")];
            },
        )
    }

    fn area(&self, label: &str, field: &FormField, typed: &str) -> Markup {
        self.around(
            label,
            &html! {
                textarea id=(self.id) name=(name(&field.id)) rows="5"
                    aria-describedby=[self.described_by()] aria-invalid=[self.fault.map(|_| "true")] {
                    // A line break after the tag would be dropped by browsers.
                    "\n" (typed)
                }
            },
        )
    }

    fn list(
        &self,
        tongue: Tongue<'_>,
        label: &str,
        field: &FormField,
        choices: &[String],
        typed: &str,
    ) -> Markup {
        self.around(
            label,
            &html! {
                select id=(self.id) name=(name(&field.id)) aria-describedby=[self.described_by()]
                    aria-invalid=[self.fault.map(|_| "true")] {
                    option value="" { (tongue.say("choose")) }
                    @for choice in choices {
                        option value=(choice) selected[choice == typed] {
                            (tongue.say(&format!("choice-{choice}")))
                        }
                    }
                }
            },
        )
    }

    fn checks(
        &self,
        tongue: Tongue<'_>,
        label: &str,
        field: &FormField,
        choices: &[String],
        chosen: impl Fn(&str) -> bool,
    ) -> Markup {
        html! {
            fieldset class=(self.class()) id=(self.id) aria-describedby=[self.described_by()] {
                legend { (label) }
                (self.notes())
                @for choice in choices {
                    @let id = format!("{}-{choice}", self.id);
                    p class="check" {
                        input id=(id) type="checkbox" name=(choice_name(&field.id, choice))
                            value="yes" checked[chosen(choice)];
                        label for=(id) { (tongue.say(&format!("choice-{choice}"))) }
                    }
                }
            }
        }
    }
}
