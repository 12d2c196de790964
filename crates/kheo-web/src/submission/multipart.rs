//! Forms with files. Texts stand before files, so they survive a file that is refused.

use axum::extract::multipart::{Field, Multipart};
use axum::extract::{DefaultBodyLimit, FromRequest as _, Request};
use axum::http::StatusCode;

use super::{FILE, FILES, Sent, Submission, TEXTS, Wrong};
use crate::problem::Problem;
use kheo_core::media::recognise;

/// The most that is read of a form before it is answered, so that a browser gets to see the answer.
/// Unit: bytes.
const BODY: usize = 256 << 20;

/// Reads the form.
///
/// # Errors
/// [`Problem::Unreadable`], [`Problem::NotUtf8`], [`Problem::TooLarge`].
pub(super) async fn read(mut request: Request) -> Result<Submission, Problem> {
    DefaultBodyLimit::max(BODY).apply(&mut request);
    let mut form = Multipart::from_request(request, &()).await.map_err(|_| Problem::Unreadable)?;
    let mut sent = Submission::default();
    while let Some(field) = form.next_field().await.map_err(|why| problem(why.status()))? {
        let name = field.name().unwrap_or_default().to_owned();
        match field.file_name().map(str::to_owned) {
            None => text(&mut sent, name, field).await?,
            Some(file) => attach(&mut sent, file, field).await?,
        }
    }
    Ok(sent)
}

fn problem(status: StatusCode) -> Problem {
    if status == StatusCode::PAYLOAD_TOO_LARGE { Problem::TooLarge } else { Problem::Unreadable }
}

async fn text(sent: &mut Submission, name: String, field: Field<'_>) -> Result<(), Problem> {
    let room = (TEXTS + 1).saturating_sub(sent.text_bytes);
    let (mut content, size) = up_to(room, field).await?;
    if size > content.len()
        && let Err(cut) = std::str::from_utf8(&content)
        && cut.error_len().is_none()
    {
        content.truncate(cut.valid_up_to());
    }
    let kept = content.len();
    sent.add_text(name, String::from_utf8(content).map_err(|_| Problem::NotUtf8)?);
    sent.text_bytes = sent.text_bytes.saturating_add(size - kept);
    Ok(())
}

async fn attach(sent: &mut Submission, file: String, field: Field<'_>) -> Result<(), Problem> {
    let (content, size) = up_to(FILE, field).await?;
    if size == 0 && file.is_empty() {
        return Ok(());
    }
    let wrong = match recognise(&content) {
        _ if size > FILE => Wrong::TooBig,
        _ if sent.files.len() >= FILES => Wrong::TooMany,
        None => Wrong::Type,
        Some(media_type) => {
            sent.files.push(Sent { media_type, content });
            return Ok(());
        }
    };
    sent.wrong.push((file, wrong));
    Ok(())
}

/// The first `most` bytes, and how many there were.
async fn up_to(most: usize, mut field: Field<'_>) -> Result<(Vec<u8>, usize), Problem> {
    let (mut content, mut size) = (Vec::new(), 0);
    while let Some(chunk) = field.chunk().await.map_err(|why| problem(why.status()))? {
        size += chunk.len();
        let room = most.saturating_sub(content.len()).min(chunk.len());
        content.extend_from_slice(chunk.get(..room).unwrap_or_default());
    }
    Ok((content, size))
}
