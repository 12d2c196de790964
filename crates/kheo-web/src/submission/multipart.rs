//! Forms with files. Texts stand before files, so they survive a file that is refused.

use std::sync::atomic::{AtomicUsize, Ordering};

use axum::body::Body;
use axum::extract::multipart::{Field, Multipart};
use axum::extract::{DefaultBodyLimit, FromRequest as _, Request};
use axum::http::StatusCode;
use kheo_core::media::recognise;

use super::body::Watched;
use super::{FILE, FILES, Sent, Submission, TOLD, Wrong};
use crate::problem::Problem;

/// The most that is read of a form before it is answered, so that a browser gets to see the answer.
/// Unit: bytes.
const BODY: usize = 256 << 20;
/// What is kept of the name of a file. Unit: characters.
const NAME: usize = 100;

/// Reads the form.
///
/// # Errors
/// [`Problem::Unreadable`], [`Problem::TooLarge`].
pub(super) async fn read(request: Request) -> Result<Submission, Problem> {
    let (parts, body) = request.into_parts();
    let (body, taken) = Watched::new(body);
    let mut request = Request::from_parts(parts, Body::new(body));
    DefaultBodyLimit::max(BODY).apply(&mut request);
    let mut form = Multipart::from_request(request, &()).await.map_err(|_| Problem::Unreadable)?;
    let mut sent = Submission::default();
    while let Some(field) = form.next_field().await.map_err(|why| problem(why.status()))? {
        taken.store(0, Ordering::Relaxed);
        match field.file_name().map(|name| name.chars().take(NAME).collect()) {
            None => text(&mut sent, field, &taken).await?,
            Some(file) => attach(&mut sent, file, field, &taken).await?,
        }
    }
    Ok(sent)
}

fn problem(status: StatusCode) -> Problem {
    if status == StatusCode::PAYLOAD_TOO_LARGE { Problem::TooLarge } else { Problem::Unreadable }
}

async fn text(sent: &mut Submission, field: Field<'_>, taken: &AtomicUsize) -> Result<(), Problem> {
    let name = field.name().unwrap_or_default().as_bytes().to_vec();
    let (content, size) = up_to(sent.room(), field, taken).await?;
    sent.add_text(&name, content, size);
    Ok(())
}

async fn attach(
    sent: &mut Submission,
    file: String,
    field: Field<'_>,
    taken: &AtomicUsize,
) -> Result<(), Problem> {
    let is_full = sent.files.len() >= FILES || sent.wrong.len() >= TOLD;
    let (content, size) = up_to(if is_full { 0 } else { FILE }, field, taken).await?;
    if size == 0 && file.is_empty() {
        return Ok(());
    }
    sent.with_files = true;
    let wrong = match recognise(&content) {
        _ if size > FILE => Wrong::TooBig,
        _ if is_full => Wrong::TooMany,
        None => Wrong::Type,
        Some(media_type) => {
            sent.files.push(Sent { media_type, content });
            return Ok(());
        }
    };
    let is_told = wrong == Wrong::TooMany && sent.wrong.iter().any(|(_, told)| *told == wrong);
    if sent.wrong.len() < TOLD && !is_told {
        sent.wrong.push((file, wrong));
    }
    Ok(())
}

/// The first `most` bytes, and how many there were.
async fn up_to(
    most: usize,
    mut field: Field<'_>,
    taken: &AtomicUsize,
) -> Result<(Vec<u8>, usize), Problem> {
    let (mut content, mut size) = (Vec::new(), 0);
    while let Some(chunk) = field.chunk().await.map_err(|why| problem(why.status()))? {
        taken.store(0, Ordering::Relaxed);
        size += chunk.len();
        let room = most.saturating_sub(content.len()).min(chunk.len());
        content.extend_from_slice(chunk.get(..room).unwrap_or_default());
    }
    Ok((content, size))
}
