//! What a form sent: texts and files, within bounds, whatever its encoding.

mod multipart;
mod urlencoded;

use std::collections::BTreeMap;

use axum::extract::{FromRequest, FromRequestParts as _, Request};
use axum::http::header::CONTENT_TYPE;
use kheo_core::case::Proof;
use kheo_words::Tongue;

use crate::app::App;
use crate::parts::fault::Fault;
use crate::problem::Problem;
use crate::visit::Visit;

/// The most that all texts of a form may hold. Unit: bytes.
const TEXTS: usize = 1 << 20;
/// The most that one file may hold. Unit: bytes.
const FILE: usize = 10 << 20;
/// The most files of a form.
const FILES: usize = 5;

/// What a form sent. Where somebody is signed in, it carried the token of their session.
#[derive(Debug, Default)]
pub(crate) struct Submission {
    fields: BTreeMap<String, String>,
    files: Vec<Sent>,
    wrong: Vec<(String, Wrong)>,
    text_bytes: usize,
}

/// A file that was sent and is what it should be.
#[derive(Debug)]
struct Sent {
    media_type: &'static str,
    content: Vec<u8>,
}

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wrong {
    TooBig,
    Type,
    TooMany,
}

impl Submission {
    /// What was typed into the field; nothing typed when there is no such field.
    pub(crate) fn text(&self, field: &str) -> &str {
        self.fields.get(field).map_or("", String::as_str)
    }

    /// What was typed into the field, unless it was left empty.
    pub(crate) fn filled(&self, field: &str) -> Option<&str> {
        Some(self.text(field).trim()).filter(|text| !text.is_empty())
    }

    /// Whether the texts hold more than is taken; what is above the bound may be cut off.
    pub(crate) fn is_too_large(&self) -> bool {
        self.text_bytes > TEXTS
    }

    /// Whether any file was sent, taken or not.
    pub(crate) fn has_files(&self) -> bool {
        !self.files.is_empty() || !self.wrong.is_empty()
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

    /// Stores the files, to be named by an entry that follows.
    ///
    /// # Errors
    /// [`Problem::Broken`].
    pub(crate) async fn store_files(&mut self, app: &App) -> Result<Vec<Proof>, Problem> {
        let mut proofs = Vec::new();
        for sent in std::mem::take(&mut self.files) {
            let size = u64::try_from(sent.content.len()).unwrap_or(u64::MAX);
            let files = app.files.clone();
            let stored = tokio::task::spawn_blocking(move || files.put(&sent.content)).await;
            let hash = stored.map_err(|why| Problem::Broken(why.to_string()))??;
            proofs.push(Proof { hash, media_type: sent.media_type.to_owned(), size });
        }
        Ok(proofs)
    }

    fn add_text(&mut self, field: String, text: String) {
        self.text_bytes += text.len();
        self.fields.entry(field).or_insert(text);
    }
}

impl FromRequest<App> for Submission {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> Result<Self, Problem> {
        let (mut parts, body) = request.into_parts();
        let visit = Visit::from_request_parts(&mut parts, app).await?;
        let media = parts.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let media = media.unwrap_or_default().split(';').next().unwrap_or_default().trim();
        let sent = match media.to_ascii_lowercase().as_str() {
            "application/x-www-form-urlencoded" => urlencoded::read(body).await?,
            "multipart/form-data" => multipart::read(Request::from_parts(parts, body)).await?,
            _ => return Err(Problem::MediaType),
        };
        match &visit.viewer {
            Some(viewer) if viewer.csrf != sent.text("csrf") => Err(Problem::Forged),
            _ => Ok(sent),
        }
    }
}
