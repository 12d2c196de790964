//! The form of one action of a procedure.

use kheo_core::case::Need;
use kheo_core::id::{ActionId, CaseCode};
use kheo_core::media::ACCEPTED;
use kheo_words::Tongue;
use maud::{Markup, html};

use crate::pages::staff::choice::{self, Select};

/// One action, with what it asks for.
#[derive(Debug, Clone)]
pub(crate) struct ActionForm {
    pub(crate) code: CaseCode,
    pub(crate) action: ActionId,
    /// The version of the case that the reader is shown.
    pub(crate) seen: u64,
    /// The token that proves the form came from this program.
    pub(crate) csrf: String,
    pub(crate) needs: Vec<Need>,
    /// Units to transfer to, where one is asked for.
    pub(crate) units: Select,
    /// Posts to make responsible, where one is asked for.
    pub(crate) posts: Select,
    /// How hard the matter is, and whether it lies in a remote area, where that is asked for.
    pub(crate) complexity: Select,
    pub(crate) remote: bool,
    /// By how much to extend.
    pub(crate) length: String,
    /// What was typed before.
    pub(crate) text: String,
    /// What is wrong: the field, nothing for the form as a whole, and why.
    pub(crate) problem: Option<(Option<&'static str>, String)>,
}

impl ActionForm {
    fn id(&self, field: &str) -> String {
        format!("{}-{field}", self.action)
    }

    /// Whether somebody filled something in, which must not be hidden.
    fn is_begun(&self) -> bool {
        let chosen = [&self.text, &self.units.chosen, &self.posts.chosen];
        self.problem.is_some() || chosen.iter().any(|filled| !filled.is_empty())
    }

    /// The anchor of the field that has a problem.
    pub(crate) fn anchor(&self) -> Option<String> {
        let (field, _) = self.problem.as_ref()?;
        let field = field.filter(|field| self.needs.iter().any(|need| need.field() == *field));
        Some(field.map_or_else(|| self.id("form"), |field| self.id(field)))
    }
}

/// The form, folded behind the name of the action; the first one stands out.
pub(crate) fn form(tongue: Tongue<'_>, form: &ActionForm, first: bool) -> Markup {
    let words = tongue.say(&format!("action-{}", form.action));
    html! {
        details class="action" id=(form.id("form")) open[form.is_begun()] {
            summary class=(if first { "btn" } else { "btn two" }) { (words) }
            form class="card" method="post" enctype="multipart/form-data"
                action=(format!("/cases/{}/{}", form.code, form.action))
            {
                input type="hidden" name="csrf" value=(form.csrf);
                input type="hidden" name="seen" value=(form.seen);
                @for need in &form.needs { (field(tongue, form, *need)) }
                button class="btn" { (words) }
            }
        }
    }
}

fn field(tongue: Tongue<'_>, form: &ActionForm, need: Need) -> Markup {
    let id = form.id(need.field());
    let wrong = form.problem.as_ref().filter(|(field, _)| *field == Some(need.field()));
    let error = format!("{id}-error");
    let described = wrong.map(|_| error.as_str());
    html! {
        div class=(if wrong.is_some() { "field wrong" } else { "field" }) {
            @if let Some((_, why)) = wrong { p class="error" id=(error) { (why) } }
            @match need {
                Need::Text => {
                    label for=(id) { (tongue.say("staff-action-text")) }
                    textarea id=(id) name="text" rows="5" aria-describedby=[described] {
                        // A line break after the tag would be dropped by browsers.
                        "\n" (form.text)
                    }
                }
                Need::Proof => {
                    label for=(id) { (tongue.say("staff-action-proof")) }
                    p class="quiet" { (tongue.say("staff-action-proof-help")) }
                    input id=(id) type="file" name="proof" multiple
                        accept=(ACCEPTED.join(","))
                        aria-describedby=[described];
                }
                Need::Unit => (choice::select(&id, &form.units)),
                Need::Post => (choice::select(&id, &form.posts)),
                Need::Length => {
                    label for=(id) { (tongue.say("staff-action-length")) }
                    p class="quiet" { (tongue.say("staff-action-length-help")) }
                    input id=(id) type="number" name="length" min="1" max="3650" value=(form.length)
                        aria-describedby=[described];
                }
                Need::Circumstances => {
                    (choice::select(&id, &form.complexity))
                    p class="check" {
                        input id=(form.id("remote")) type="checkbox" name="remote" value="yes"
                            checked[form.remote];
                        label for=(form.id("remote")) { (tongue.say("staff-action-remote")) }
                    }
                }
            }
        }
    }
}

impl ActionForm {
    /// An action that asks for everything, refused for its text.
    #[cfg(test)]
    pub(crate) fn sample() -> Self {
        use crate::parts::field::Choice;
        let select = |name, label: &str| Select {
            name,
            label: label.into(),
            any: Some("–".into()),
            choices: vec![Choice::new("song-cau", "Phường Sông Cầu")],
            chosen: String::new(),
        };
        Self {
            code: CaseCode::new("KN-2016-0412-HXQM"),
            action: ActionId::new("answer"),
            seen: 4,
            csrf: "token".into(),
            needs: vec![
                Need::Text,
                Need::Proof,
                Need::Unit,
                Need::Post,
                Need::Circumstances,
                Need::Length,
            ],
            units: select("unit", "Đơn vị"),
            posts: select("post", "Vị trí"),
            complexity: select("complexity", "Mức độ"),
            remote: true,
            length: "15".into(),
            text: "Đã </textarea> sửa".into(),
            problem: Some((Some("text"), "Chưa ghi nội dung.".into())),
        }
    }
}
