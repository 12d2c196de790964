//! What is known of a request before its page is made.

use std::net::IpAddr;
use std::sync::Arc;

use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use kheo_words::{Lang, Tongue};
use percent_encoding::percent_decode_str;

use crate::app::{App, unit_name};
use crate::directory::Directory;
use crate::kept::Kept;
use crate::limits::Limits;
use crate::problem::{self, Problem};
use crate::session::{self, Viewer};
use crate::{client, language, origin};

/// Who asks for which page, in which language.
#[derive(Debug, Clone)]
pub(crate) struct Visit {
    pub(crate) app: Arc<App>,
    pub(crate) lang: Lang,
    /// The path and the query that were asked for.
    pub(crate) address: String,
    /// Whether something is sent that may change what is recorded.
    pub(crate) sends: bool,
    /// All units and posts.
    pub(crate) directory: Arc<Directory>,
    /// Who is signed in.
    pub(crate) viewer: Option<Viewer>,
    /// Whether a cookie named a session that does not exist: ended, or tampered with.
    pub(crate) signed_out: bool,
    /// Where the request comes from.
    pub(crate) client: IpAddr,
    /// What was typed into the form that was sent.
    pub(crate) kept: Kept,
    /// What all visitors share.
    pub(crate) limits: Arc<Limits>,
}

impl Visit {
    fn of(app: Arc<App>, limits: Arc<Limits>, request: &Request) -> Self {
        let uri = request.uri();
        Self {
            address: uri.path_and_query().map_or("/", |address| address.as_str()).to_owned(),
            lang: language::of(uri.path(), request.headers()),
            sends: !request.method().is_safe(),
            directory: Arc::default(),
            viewer: None,
            signed_out: false,
            client: client::address(request, app.secure),
            kept: Kept::default(),
            limits,
            app,
        }
    }

    async fn look_up(&mut self, session: Option<String>) -> Result<(), Problem> {
        let (remembered, now) = (self.app.remembered.clone(), self.app.now());
        let (named, changes) = (session.is_some(), self.app.db.changes_of_units());
        if !named && let Some(directory) = remembered.unchanged_directory(changes) {
            self.directory = directory;
            return Ok(());
        }
        let read = self.app.db.read(move |reader| {
            let directory = remembered.directory(reader)?;
            let viewer = match session {
                Some(hash) => session::viewer(reader, &hash, now, &directory)?,
                None => None,
            };
            Ok((directory, viewer))
        });
        (self.directory, self.viewer) = read.await?;
        self.app.remembered.keep_directory(changes, &self.directory);
        self.signed_out = named && self.viewer.is_none();
        Ok(())
    }

    /// The name of the unit whose installation this is.
    pub(crate) fn place_name(&self) -> &str {
        self.directory.find(&self.app.place).map_or("", |place| unit_name(place, self.lang))
    }

    /// The words in the reader's language.
    pub(crate) fn tongue(&self) -> Tongue<'_> {
        self.app.words.in_lang(self.lang)
    }

    /// The day it is.
    pub(crate) fn today(&self) -> Date {
        self.app.today()
    }

    /// The path that was asked for.
    pub(crate) fn path(&self) -> &str {
        self.address.split_once('?').map_or(&self.address, |(path, _)| path)
    }

    /// Whether a program asks, not a person.
    pub(crate) fn is_api(&self) -> bool {
        self.path().starts_with("/api/")
    }
}

impl FromRequestParts<Arc<App>> for Visit {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &Arc<App>) -> Result<Self, Problem> {
        let visit = parts.extensions.get::<Self>().cloned();
        visit.ok_or_else(|| Problem::Broken("a route without the visit layer".to_owned()))
    }
}

/// Why nothing is named by an address that holds a NUL, which is in no text and which not every database takes.
fn unnamed(address: &str) -> Option<Problem> {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let holds_nul = |text: &str| percent_decode_str(text).any(|byte| byte == 0);
    if holds_nul(path) {
        return Some(Problem::NotFound);
    }
    holds_nul(query).then_some(Problem::Unreadable)
}

/// Goes around every request: finds out who asks, turns forged forms away, and finishes problems.
pub(crate) async fn receive(
    State((app, limits)): State<(Arc<App>, Arc<Limits>)>,
    mut request: Request,
    next: Next,
) -> Response {
    if let Some(redirect) = language::switched(&app, &request) {
        return redirect;
    }
    let mut visit = Visit::of(app, limits, &request);
    let session = session::named(&visit.app, request.headers());
    let is_asset = visit.path().starts_with("/assets/");
    let problem = if is_asset { None } else { visit.look_up(session).await.err() };
    let response = match problem {
        Some(problem) => problem.into_response(),
        None if !request.method().is_safe() && origin::is_foreign(request.headers()) => {
            Problem::Forged.into_response()
        }
        None => {
            request.extensions_mut().insert(visit.clone());
            match unnamed(&visit.address) {
                Some(problem) => problem.into_response(),
                None => next.run(request).await,
            }
        }
    };
    problem::finished(&visit, response)
}
