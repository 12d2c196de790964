//! The frame around every page.

use maud::{DOCTYPE, Markup, html};

use crate::parts::form;
use crate::visit::Visit;
use crate::{assets, language};

/// What the frame says of a page.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Head<'a> {
    /// The title, in words.
    pub(crate) title: &'a str,
    /// The address to come back to in the other language; that of the visit where it is a page.
    pub(crate) here: Option<&'a str>,
    /// Scripts by the names of their assets.
    pub(crate) scripts: &'a [&'a str],
    /// Whether the page is not complete yet and asks for itself again in a second.
    pub(crate) refresh: bool,
}

impl<'a> Head<'a> {
    /// A page of that title, at the address that was asked for.
    pub(crate) const fn titled(title: &'a str) -> Self {
        Self { title, here: None, scripts: &[], refresh: false }
    }
}

/// A page whose body brings its own width.
pub(crate) fn wide(visit: &Visit, head: Head<'_>, body: &Markup) -> Markup {
    frame(visit, head, &html! { main id="main" tabindex="-1" { (body) } })
}

/// A page of text and forms.
pub(crate) fn narrow(visit: &Visit, head: Head<'_>, body: &Markup) -> Markup {
    wide(visit, head, &html! { div class="wrap narrow" { (body) } })
}

/// A page with a rail at the side, for staff.
pub(crate) fn with_rail(visit: &Visit, head: Head<'_>, rail: &Markup, body: &Markup) -> Markup {
    let inside = html! {
        div class="shell" { (rail) main id="main" tabindex="-1" { (body) } }
    };
    frame(visit, head, &inside)
}

fn frame(visit: &Visit, head: Head<'_>, inside: &Markup) -> Markup {
    let tongue = visit.tongue();
    html! {
        (DOCTYPE)
        html lang=(visit.lang.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                @if head.refresh { meta http-equiv="refresh" content="1"; }
                title { (head.title) " · Khéo" }
                link rel="stylesheet" href=(assets::address("kheo.css"));
                link rel="icon" type="image/svg+xml" href=(assets::address("icon.svg"));
                @for script in head.scripts {
                    script src=(assets::address(script)) defer {}
                }
            }
            body {
                a class="skip" href="#main" { (tongue.say("skip")) }
                @if visit.app.demonstration {
                    p class="demonstration" role="note" { (tongue.say("demonstration")) }
                }
                (top(visit, head))
                div class="band" {}
                (inside)
                footer class="foot" { div class="in" {
                    p { (tongue.say("foot-what")) }
                    p { (tongue.say("foot-privacy")) }
                    p { a href="/log" { (tongue.say("foot-log")) } }
                } }
            }
        }
    }
}

fn top(visit: &Visit, head: Head<'_>) -> Markup {
    let tongue = visit.tongue();
    let other = visit.lang.other();
    let switch = language::switch(head.here.unwrap_or(&visit.address), other);
    let current = |path: &str| (visit.path() == path).then_some("page");
    html! {
        header class="top" { div class="in" {
            a class="name" href="/" { "Khéo" }
            span class="place" { (visit.place_name()) }
            nav aria-label=(tongue.say("nav")) {
                a href="/ask" aria-current=[current("/ask")] { (tongue.say("nav-ask")) }
                a href="/answers" aria-current=[current("/answers")] { (tongue.say("nav-answers")) }
                @match &visit.viewer {
                    Some(viewer) => {
                        a href="/work" title=(viewer.title(tongue)) { (tongue.say("nav-work")) }
                        (form::form(visit, "/logout", &html! {
                            button { (tongue.say("nav-logout")) }
                        }))
                    }
                    None => a href="/login" aria-current=[current("/login")] {
                        (tongue.say("nav-staff"))
                    },
                }
                a href=(switch) lang=(other.tag()) hreflang=(other.tag()) rel="nofollow" {
                    (visit.app.words.in_lang(other).say("language"))
                }
            }
        } }
    }
}
