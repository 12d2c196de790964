//! What a form sent: texts and files, within bounds, whatever its encoding.

pub(crate) mod body;
mod multipart;
mod text;
mod urlencoded;

use std::sync::Arc;

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::time::Duration;

use axum::extract::{FromRequest, FromRequestParts as _, Request};
use axum::http::header::CONTENT_TYPE;
use kheo_core::case::Proof;
use kheo_store::files::{Files, Whole};
use kheo_words::Tongue;

use crate::app::App;
use crate::limits::{Limits, Memory, Taken};
use crate::parts::fault::Fault;
use crate::problem::Problem;
use crate::visit::Visit;

/// The most that all texts of a form may hold. Unit: bytes.
const TEXTS: usize = 1 << 20;
/// The most texts of a form.
const FIELDS: usize = 64;
/// The most files of a form.
const FILES: usize = 5;
/// The most files that are told one by one why they are not taken.
const TOLD: usize = 20;
/// The longest that a form may take to arrive, on the slowest line.
const PATIENCE: Duration = Duration::from_mins(10);

/// What a form sent. Where somebody is signed in, it carried the token of their session.
#[expect(clippy::struct_excessive_bools, reason = "each fault stands for itself")]
#[derive(Debug, Default)]
pub(crate) struct Submission {
    fields: BTreeMap<String, String>,
    files: Vec<Sent>,
    wrong: Vec<(String, Wrong)>,
    with_files: bool,
    text_bytes: usize,
    crowded: bool,
    not_utf8: bool,
    /// Whether a file got no turn, so that nothing is taken.
    busy: bool,
    memory: Memory,
}

/// Who sends a form, and what it goes by.
#[derive(Debug, Clone, Copy)]
struct Intake<'a> {
    limits: &'a Limits,
    files: &'a Files,
    client: IpAddr,
}

/// A file that was sent and is what it should be. It lies beside the stored files until it is stored,
/// and is removed when it is not.
#[derive(Debug)]
struct Sent {
    media_type: &'static str,
    whole: Whole,
    _turn: Taken,
}

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wrong {
    TooBig,
    Type,
    TooMany,
}

impl Submission {
    /// Reads the form, whoever sent it. What was typed is kept for whatever goes wrong, then or
    /// later.
    ///
    /// # Errors
    /// [`Problem::MediaType`], [`Problem::TooLarge`], [`Problem::Unreadable`], [`Problem::Busy`]
    /// when its files got no turn or its texts no room.
    pub(crate) async fn read(request: Request, visit: &Visit) -> Result<Self, Problem> {
        let media = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let media = media.unwrap_or_default().split(';').next().unwrap_or_default().trim();
        let media = media.to_ascii_lowercase();
        let mut sent = Self::default();
        let (limits, files) = (&*visit.limits, &visit.app.files);
        let intake = Intake { limits, files, client: visit.client };
        let reading = async {
            match media.as_str() {
                "application/x-www-form-urlencoded" => {
                    urlencoded::read(&mut sent, request.into_body(), intake).await
                }
                "multipart/form-data" => multipart::read(&mut sent, request, intake).await,
                _ => Err(Problem::MediaType),
            }
        };
        let read = tokio::time::timeout(PATIENCE, reading).await;
        visit.kept.keep(&sent);
        read.unwrap_or(Err(Problem::Unreadable))?;
        if sent.holds_nul() { Err(Problem::Unreadable) } else { Ok(sent) }
    }

    /// Whether the form was made for the session in which it was sent.
    pub(crate) fn is_of(&self, visit: &Visit) -> bool {
        visit.viewer.as_ref().is_none_or(|viewer| viewer.csrf == self.text("csrf"))
    }

    /// What was typed into the field; nothing typed when there is no such field.
    pub(crate) fn text(&self, field: &str) -> &str {
        self.fields.get(field).map_or("", String::as_str)
    }

    /// What was typed into the field, unless it was left empty.
    pub(crate) fn filled(&self, field: &str) -> Option<&str> {
        Some(self.text(field).trim()).filter(|text| !text.is_empty())
    }

    /// What was typed into the questions of a pack, by the name of the control.
    pub(crate) fn answers(&self) -> BTreeMap<String, String> {
        let answers = self.fields.iter().filter(|(name, _)| name.starts_with("field-"));
        answers.map(|(name, text)| (name.clone(), text.clone())).collect()
    }

    /// Whether a NUL was sent, which nobody types and which not every database takes.
    fn holds_nul(&self) -> bool {
        self.fields.iter().any(|(name, text)| name.contains('\0') || text.contains('\0'))
    }

    /// Whether any file was sent, taken or not.
    pub(crate) const fn has_files(&self) -> bool {
        self.with_files
    }

    /// What is wrong with the form as a whole, so that nothing of it is taken. What could be read
    /// is kept.
    pub(crate) fn faults(&self, tongue: Tongue<'_>) -> Vec<Fault> {
        let wrong = [
            (self.not_utf8, "", "form-not-utf8"),
            (self.text_bytes > TEXTS, "text", "form-too-large"),
            (self.crowded, "", "form-crowded"),
        ];
        let wrong = wrong.into_iter().filter(|(is, ..)| *is);
        wrong.map(|(_, field, words)| Fault::new(field, tongue.say(words))).collect()
    }

    /// What is wrong with the files, to be shown at `field`.
    pub(crate) fn file_faults(&self, tongue: Tongue<'_>, field: &'static str) -> Vec<Fault> {
        let words = |(name, wrong): &(String, Wrong)| match wrong {
            Wrong::TooBig => tongue.say_with("file-too-big", &[("name", name)]),
            Wrong::Type => tongue.say_with("file-wrong-type", &[("name", name)]),
            Wrong::TooMany => tongue.say("file-too-many"),
        };
        self.wrong.iter().map(|wrong| Fault::new(field, words(wrong))).collect()
    }

    /// The files as an entry will name them. Nothing is stored yet.
    pub(crate) fn proofs(&self) -> Vec<Proof> {
        let proof = |sent: &Sent| Proof {
            hash: sent.whole.hash().clone(),
            media_type: sent.media_type.to_owned(),
            size: sent.whole.size(),
        };
        self.files.iter().map(proof).collect()
    }

    /// Stores the files, to be named by an entry that follows and has been decided.
    ///
    /// # Errors
    /// [`Problem::Broken`].
    pub(crate) async fn store_files(&mut self, app: &App) -> Result<(), Problem> {
        let (sent, files) = (std::mem::take(&mut self.files), app.files.clone());
        let work = tokio::task::spawn_blocking(move || {
            sent.into_iter().try_for_each(|sent| files.keep(sent.whole).map(drop))
        });
        Ok(work.await??)
    }
}

impl FromRequest<Arc<App>> for Submission {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &Arc<App>) -> Result<Self, Problem> {
        let (mut parts, body) = request.into_parts();
        let visit = Visit::from_request_parts(&mut parts, app).await?;
        let sent = Self::read(Request::from_parts(parts, body), &visit).await?;
        if sent.is_of(&visit) { Ok(sent) } else { Err(Problem::StaleForm) }
    }
}
