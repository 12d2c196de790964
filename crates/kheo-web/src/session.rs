//! Who is signed in.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::header::HeaderValue;
use axum::http::request::Parts;
use jiff::{SignedDuration, Timestamp};
use kheo_core::case::{Onlooker, Sight};
use kheo_core::id::{KindId, TopicId};
use kheo_core::post::{Actor, Post, Right};
use kheo_core::rules::Rules;
use kheo_core::unit::Rank;
use kheo_ledger::{content_hash, hexadecimal};
use kheo_store::case::CaseRow;
use kheo_store::session::{self, NewSession, Session};
use kheo_store::{Reader, StoreError};
use kheo_words::Tongue;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::app::App;
use crate::directory::Directory;
use crate::problem::Problem;
use crate::visit::Visit;
use crate::{cookie, directory};

/// The name of the cookie. Behind https no other host and no other path can set it.
const fn cookie_name(app: &App) -> &'static str {
    if app.secure { "__Host-kheo-session" } else { "kheo-session" }
}

const HOURS: u32 = 12;

/// Somebody signed in, in the post they hold.
#[derive(Debug, Clone)]
pub(crate) struct Viewer {
    pub(crate) post: Post,
    /// Where the unit of the post stands among the levels of government.
    pub(crate) rank: Rank,
    /// What forms of the session carry.
    pub(crate) csrf: String,
}

impl Viewer {
    /// The same person as who acts.
    pub(crate) fn actor(&self) -> Actor {
        Actor::Post(self.post.clone())
    }

    /// Whether the post allows `right`.
    pub(crate) fn may(&self, right: Right) -> bool {
        self.post.role.allows(right)
    }

    /// How much the post sees of `case`.
    pub(crate) fn sight(&self, rules: &Rules, directory: &Directory, case: &CaseRow) -> Sight {
        let began = (&case.kind, case.version);
        let reader = (self.post.role, self.rank);
        let seal = rules.seal(began, &case.topic, case.registered_on, reader);
        let holds = directory.within(&self.post.unit, &case.unit);
        Onlooker { post: &self.post, holds }.sight(&case.unit, seal)
    }

    /// Whether the post reads the subject of `case`, if it knows of it at all: it may know who brought it, or
    /// the subject is for everybody.
    pub(crate) fn reads_subject(
        &self,
        rules: &Rules,
        directory: &Directory,
        case: &CaseRow,
    ) -> bool {
        self.sight(rules, directory, case).knows() || rules.tells_subject(&case.kind, case.version)
    }

    /// The sealed kinds that the post is not shown at all, each with a topic; lists count all of them for who
    /// compiles reviews.
    pub(crate) fn kept_from(&self, visit: &Visit) -> Vec<(KindId, TopicId)> {
        if !self.may(Right::ReadPetitioner) {
            return Vec::new();
        }
        let rules = visit.app.rules();
        rules.kept_from(self.post.role, self.rank, visit.today()).into_iter().collect()
    }

    /// The title of the post in the reader's language.
    pub(crate) fn title(&self, tongue: Tongue<'_>) -> &str {
        directory::title(&self.post, tongue.lang())
    }
}

impl FromRequestParts<Arc<App>> for Viewer {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Problem> {
        let visit = Visit::from_request_parts(parts, app).await?;
        visit.viewer.ok_or(Problem::SignIn)
    }
}

/// The hash of the session that the cookie of a request names.
pub(crate) fn named(app: &App, headers: &HeaderMap) -> Option<String> {
    cookie::read(headers, cookie_name(app)).map(at_rest)
}

/// Who is signed in by the session of that hash; nobody when it ended or never was.
///
/// # Errors
/// [`StoreError`].
pub(crate) fn viewer(
    reader: &Reader<'_>,
    hash: &str,
    now: Timestamp,
    directory: &Directory,
) -> Result<Option<Viewer>, StoreError> {
    let found = session::find(reader, hash, now)?;
    Ok(found.map(|Session { post, csrf, .. }| Viewer {
        rank: directory.rank(&post.unit),
        post,
        csrf,
    }))
}

/// Begins a session for the account `login`, ends the one that the cookie names, and returns the
/// header that sets the new cookie.
///
/// # Errors
/// [`Problem::Broken`].
pub(crate) async fn begin(
    app: &App,
    headers: &HeaderMap,
    login: String,
) -> Result<HeaderValue, Problem> {
    let (token, now) = (app.secret(), app.now());
    let expires_at = now + SignedDuration::from_hours(i64::from(HOURS));
    let new =
        NewSession { token_hash: at_rest(&token), login, csrf: app.secret(), now, expires_at };
    let earlier = named(app, headers);
    let write = app.db.write::<_, StoreError>(move |tx| {
        if let Some(earlier) = earlier {
            session::end(tx, &earlier)?;
        }
        session::begin(tx, &new)
    });
    write.await?;
    Ok(cookie::write(app, cookie_name(app), &token, HOURS * 3600))
}

/// Ends the session that the cookie names and returns the header that takes the cookie away.
///
/// # Errors
/// [`Problem::Broken`].
pub(crate) async fn end(app: &App, headers: &HeaderMap) -> Result<HeaderValue, Problem> {
    if let Some(hash) = named(app, headers) {
        app.db.write::<_, StoreError>(move |tx| session::end(tx, &hash)).await?;
    }
    Ok(forgotten(app))
}

/// The header that takes the cookie away.
pub(crate) fn forgotten(app: &App) -> HeaderValue {
    cookie::write(app, cookie_name(app), "", 0)
}

/// The hash under which a secret is kept.
fn at_rest(token: &str) -> String {
    hexadecimal(&content_hash(token.as_bytes()))
}

/// The page to sign in at, which leads on to the page `next`.
pub(crate) fn login_address(next: &str) -> String {
    let next = utf8_percent_encode(next, NON_ALPHANUMERIC);
    format!("/login?next={next}")
}

/// The page whose form is sent to `path`: it stands one step above.
pub(crate) fn form_page(path: &str) -> &str {
    let above = path.rsplit_once('/').map(|(above, _)| above);
    match (above, path) {
        (_, "/logout") => "/",
        (Some("") | None, _) => path,
        (Some(above), _) => {
            let below = ["/matter", "/identity"].iter().find_map(|end| above.strip_suffix(end));
            below.unwrap_or(above)
        }
    }
}

/// `next` when it is a path of this installation, and the first page of staff otherwise.
pub(crate) fn safe_next(next: &str) -> &str {
    let local = next.starts_with('/')
        && !next.starts_with("//")
        && !next.contains(['\\', '\n', '\r', '\t'])
        && !next.starts_with("/log");
    if local { next } else { "/work" }
}

#[cfg(test)]
mod tests {
    use super::{form_page, safe_next};

    #[test]
    fn the_page_of_a_form_can_be_asked_for() {
        let rows = [
            ("/ask", "/ask"),
            ("/login", "/login"),
            ("/logout", "/"),
            ("/tasks/c1-north", "/tasks"),
            ("/cases/KN-2016-0412/answer", "/cases/KN-2016-0412"),
            ("/cases/KN-2016-0412/matter/link", "/cases/KN-2016-0412"),
            ("/cases/TC-2016-0001/identity/ask", "/cases/TC-2016-0001"),
        ];
        for (path, expected) in rows {
            assert_eq!(form_page(path), expected);
        }
    }

    #[test]
    fn signing_in_never_leads_elsewhere() {
        let rows = [
            ("/cases?due=overdue", "/cases?due=overdue"),
            ("//evil.vn", "/work"),
            ("https://evil.vn", "/work"),
            ("/\\evil.vn", "/work"),
            ("/\t/evil.vn", "/work"),
            ("/login?next=/login", "/work"),
            ("", "/work"),
        ];
        for (next, expected) in rows {
            assert_eq!(safe_next(next), expected, "{next:?}");
        }
    }
}
