//! Forms with files. Texts stand before files, so they survive a file that is refused.

use std::sync::atomic::{AtomicUsize, Ordering};

use axum::body::Body;
use axum::extract::multipart::{Field, Multipart};
use axum::extract::{DefaultBodyLimit, FromRequest as _, Request};
use axum::http::header::CONTENT_LENGTH;
use axum::http::{HeaderMap, StatusCode};
use kheo_core::media::recognise;

use super::body::Watched;
use super::{FILE, FILES, Sent, Submission, TEXTS, TOLD, Wrong};
use crate::limits::Limits;
use crate::problem::Problem;

/// The most that is read of a form before it is answered, so that a browser gets to see the answer.
/// Unit: bytes.
const BODY: usize = 256 << 20;
/// The most that a form with files holds. Unit: bytes.
const HELD: usize = FILES * FILE + 2 * TEXTS;
/// What is kept of the name of a file. Unit: characters.
const NAME: usize = 100;

/// Reads the form into `sent`. Its first file waits for a turn; without one, all files are read over.
///
/// # Errors
/// [`Problem::Unreadable`], [`Problem::TooLarge`], [`Problem::Busy`].
pub(super) async fn read(
    sent: &mut Submission,
    request: Request,
    limits: &Limits,
) -> Result<(), Problem> {
    let length = length(request.headers()).unwrap_or(HELD).min(HELD);
    let (parts, body) = request.into_parts();
    let (body, taken) = Watched::new(body);
    let mut request = Request::from_parts(parts, Body::new(body));
    DefaultBodyLimit::max(BODY).apply(&mut request);
    let mut form = Multipart::from_request(request, &()).await.map_err(|_| Problem::Unreadable)?;
    let mut turn = None;
    while let Some(field) = form.next_field().await.map_err(|why| problem(why.status()))? {
        taken.store(0, Ordering::Relaxed);
        match field.file_name().map(|name| name.chars().take(NAME).collect()) {
            None => text(sent, field, &taken).await?,
            Some(file) => {
                if turn.is_none() {
                    turn = Some(limits.form(length).await);
                }
                let room = if matches!(turn, Some(Ok(_))) { FILE } else { 0 };
                attach(sent, file, room, field, &taken).await?;
            }
        }
    }
    sent.turn = turn.transpose()?;
    Ok(())
}

/// What the sender says that the body has. Unit: bytes.
fn length(headers: &HeaderMap) -> Option<usize> {
    headers.get(CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
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
    room: usize,
    field: Field<'_>,
    taken: &AtomicUsize,
) -> Result<(), Problem> {
    let is_full = sent.files.len() >= FILES || sent.wrong.len() >= TOLD;
    let (content, size) = up_to(if is_full { 0 } else { room }, field, taken).await?;
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

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use axum::extract::Request;

    use super::{HELD, Submission, read};
    use crate::limits::Limits;
    use crate::problem::Problem;

    #[tokio::test]
    async fn a_form_whose_file_gets_no_turn_keeps_its_words_and_holds_no_file() {
        let mut limits = Limits::new();
        limits.wait = Duration::ZERO;
        let (_first, _second) =
            (limits.form(HELD).await.unwrap(), limits.form(HELD).await.unwrap());
        let text = "--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nĐèn hỏng\r\n";
        let file =
            "--x\r\nContent-Disposition: form-data; name=\"proof\"; filename=\"a.png\"\r\n\r\n";
        let image = [b"\x89PNG\r\n\x1a\n".as_slice(), &[0; 1 << 16]].concat();
        let body = [text.as_bytes(), file.as_bytes(), &image, b"\r\n--x--\r\n"].concat();
        let request = Request::builder()
            .header("content-type", "multipart/form-data; boundary=x")
            .header("content-length", HELD)
            .body(body.into())
            .unwrap();
        let mut sent = Submission::default();
        let read = read(&mut sent, request, &limits).await;
        assert!(matches!(read, Err(Problem::Busy)), "{read:?}");
        assert_eq!((sent.text("text"), sent.files.len()), ("Đèn hỏng", 0));
    }
}
