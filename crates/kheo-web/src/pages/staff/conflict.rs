//! Two people acted on one case: what the second saw, and what it is now.

use kheo_core::id::{ActionId, CaseCode, StepId};
use kheo_words::Tongue;
use maud::{Markup, html};

use crate::pages::staff::action::{self, ActionForm};
use crate::pages::staff::told::{self, Happening};
use crate::parts::versions;

/// Everything on the page.
#[derive(Debug, Clone)]
pub(crate) struct ConflictPage {
    pub(crate) code: CaseCode,
    pub(crate) subject: String,
    /// What the second person wanted to do.
    pub(crate) action: ActionId,
    /// What the second person saw.
    pub(crate) seen: Version,
    /// What the case is now.
    pub(crate) now: Version,
    /// What happened in between.
    pub(crate) since: Vec<Happening>,
    /// The same action again, where it is still possible.
    pub(crate) again: Option<ActionForm>,
    /// What the second person wrote.
    pub(crate) text: String,
}

/// How a case stood at one time.
#[derive(Debug, Clone)]
pub(crate) struct Version {
    pub(crate) number: u64,
    pub(crate) step: StepId,
    pub(crate) unit: String,
    pub(crate) handler: Option<String>,
}

/// The page.
pub(crate) fn page(tongue: Tongue<'_>, conflict: &ConflictPage) -> Markup {
    let href = format!("/cases/{}", conflict.code);
    let action = tongue.say(&format!("action-{}", conflict.action));
    html! {
        p class="quiet crumbs" { a href=(href) { (conflict.code) } " › " (action) }
        h1 { (tongue.say("staff-conflict-title")) }
        div class="summary" role="alert" {
            p { (tongue.say_with("staff-conflict-what", &[("action", &action)])) }
        }
        h2 lang="vi" { (conflict.subject) }
        (versions::table(tongue, &lines(tongue, conflict)))
        h2 { (tongue.say("conflict-since")) }
        (told::list(tongue, &conflict.since))
        @match &conflict.again {
            Some(form) => {
                h2 { (tongue.say("staff-conflict-again")) }
                (action::form(tongue, form, true))
            }
            None => {
                p { (tongue.say("staff-conflict-not-possible")) }
                (versions::kept(tongue, &conflict.text))
            }
        }
        p { a class="btn two" href=(href) { (tongue.say("staff-conflict-open")) } }
    }
}

fn lines(tongue: Tongue<'_>, conflict: &ConflictPage) -> Vec<versions::Line> {
    let step = |version: &Version| tongue.say(&format!("step-{}", version.step));
    let nobody = tongue.say("staff-nobody");
    let handler = |version: &Version| version.handler.clone().unwrap_or_else(|| nobody.clone());
    let (seen, now) = (&conflict.seen, &conflict.now);
    vec![
        (tongue.say("staff-column-step"), step(seen), step(now)),
        (tongue.say("staff-column-unit"), seen.unit.clone(), now.unit.clone()),
        (tongue.say("staff-column-handler"), handler(seen), handler(now)),
        (tongue.say("conflict-events"), seen.number.to_string(), now.number.to_string()),
    ]
}

impl ConflictPage {
    /// A conflict after which the action is still possible.
    #[cfg(test)]
    pub(crate) fn sample() -> Self {
        let version = |number, step, handler: Option<&str>| Version {
            number,
            step: StepId::new(step),
            unit: "Xã Nông Thượng".into(),
            handler: handler.map(Into::into),
        };
        Self {
            code: CaseCode::new("KN-2016-0412"),
            subject: "Mương Khuổi Chang làm dở".into(),
            action: ActionId::new("answer"),
            seen: version(3, "accepted", None),
            now: version(4, "assigned", Some("Công chức địa chính")),
            since: vec![Happening::sample()],
            again: Some(ActionForm::sample()),
            text: "Đã sửa".into(),
        }
    }

    /// A conflict after which the action is not possible any more.
    #[cfg(test)]
    pub(crate) fn sample_over() -> Self {
        Self { again: None, ..Self::sample() }
    }
}
