//! Sign in.

use maud::{Markup, html};

use crate::pages::layout::{self, Head};
use crate::parts::fault::{self, Fault};
use crate::parts::field::{self, Field};
use crate::parts::form;
use crate::visit::Visit;

/// Everything on the page.
#[derive(Debug, Clone, Default)]
pub(crate) struct LoginPage {
    /// Where to go then.
    pub(crate) next: String,
    pub(crate) login: String,
    pub(crate) faults: Vec<Fault>,
}

/// The page.
pub(crate) fn page(visit: &Visit, login: &LoginPage) -> Markup {
    let tongue = visit.tongue();
    let title = tongue.say("login-title");
    let (name, password) = (tongue.say("label-login"), tongue.say("label-password"));
    let field = |name, label, value, autocomplete| Field {
        name,
        label,
        hint: "",
        value,
        faults: &login.faults,
        autocomplete,
    };
    let body = html! {
        (fault::summary(tongue, "login-failed", &login.faults))
        h1 { (title) }
        @if visit.signed_out { p class="notice warn" { (tongue.say("login-ended")) } }
        p { (tongue.say("login-lead")) }
        (form::form(visit, "/login", &html! {
            (form::hidden("next", &login.next))
            (field::line(&field("login", &name, &login.login, "username"), "text"))
            (field::line(&field("password", &password, "", "current-password"), "password"))
            button class="btn" { (tongue.say("login-button")) }
        }))
    };
    let head = Head { here: Some("/login"), ..Head::titled(&title) };
    layout::narrow(visit, head, &body)
}
