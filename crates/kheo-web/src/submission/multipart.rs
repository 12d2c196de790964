//! Forms with files. Texts stand before files, so they survive a file that is refused.

use std::sync::atomic::{AtomicUsize, Ordering};

use axum::body::{Body, Bytes};
use axum::extract::multipart::{Field, Multipart};
use axum::extract::{DefaultBodyLimit, FromRequest as _, Request};
use axum::http::StatusCode;
use kheo_core::media::Look;
use kheo_store::files::{Draft, MOST};

use super::body::Watched;
use super::{FILES, Intake, Sent, Submission, TOLD, Wrong};
use crate::limits::Taken;
use crate::problem::Problem;

/// The most that is read of a form before it is answered, so that a browser gets to see the answer.
/// Unit: bytes.
const BODY: usize = 256 << 20;
/// What is kept of the name of a file. Unit: characters.
const NAME: usize = 100;

/// Reads the form into `sent`. Each file waits for a turn; when one gets none, all are read over.
///
/// # Errors
/// [`Problem::Unreadable`], [`Problem::TooLarge`], [`Problem::Busy`], [`Problem::Broken`].
pub(super) async fn read(
    sent: &mut Submission,
    request: Request,
    intake: Intake<'_>,
) -> Result<(), Problem> {
    let (parts, body) = request.into_parts();
    let (body, taken) = Watched::new(body);
    let mut request = Request::from_parts(parts, Body::new(body));
    DefaultBodyLimit::max(BODY).apply(&mut request);
    let mut form = Multipart::from_request(request, &()).await.map_err(|_| Problem::Unreadable)?;
    while let Some(field) = form.next_field().await.map_err(|why| problem(why.status()))? {
        taken.store(0, Ordering::Relaxed);
        let field = Part { field, taken: &taken };
        match field.field.file_name().map(|name| name.chars().take(NAME).collect()) {
            None => text(sent, field, intake).await?,
            Some(file) => attach(sent, file, field, intake).await?,
        }
    }
    if sent.busy { Err(Problem::Busy) } else { Ok(()) }
}

fn problem(status: StatusCode) -> Problem {
    if status == StatusCode::PAYLOAD_TOO_LARGE { Problem::TooLarge } else { Problem::Unreadable }
}

/// A part of the form, piece by piece.
struct Part<'f> {
    field: Field<'f>,
    taken: &'f AtomicUsize,
}

impl Part<'_> {
    async fn next(&mut self) -> Result<Option<Bytes>, Problem> {
        let piece = self.field.chunk().await.map_err(|why| problem(why.status()))?;
        self.taken.store(0, Ordering::Relaxed);
        Ok(piece)
    }
}

async fn text(
    sent: &mut Submission,
    mut part: Part<'_>,
    intake: Intake<'_>,
) -> Result<(), Problem> {
    let name = part.field.name().unwrap_or_default().as_bytes().to_vec();
    let (mut content, mut size, most) = (Vec::new(), 0, sent.room());
    while let Some(piece) = part.next().await? {
        size += piece.len();
        let room = most.saturating_sub(content.len()).min(piece.len());
        let held = sent.held() + content.len() + room;
        sent.memory.hold(held, intake.limits, intake.client).await?;
        content.extend_from_slice(piece.get(..room).unwrap_or_default());
    }
    sent.add_text(&name, content, size);
    Ok(())
}

async fn attach(
    sent: &mut Submission,
    file: String,
    mut part: Part<'_>,
    intake: Intake<'_>,
) -> Result<(), Problem> {
    let is_full = sent.files.len() >= FILES || sent.wrong.len() >= TOLD;
    let (mut arriving, mut look, mut size) = (None, Look::default(), 0_u64);
    while let Some(piece) = part.next().await? {
        size += u64::try_from(piece.len()).unwrap_or(u64::MAX);
        if is_full || sent.busy || size > MOST {
            arriving = None;
            continue;
        }
        look.take(&piece);
        match written(arriving.take(), piece, intake).await {
            Ok(so_far) => arriving = Some(so_far),
            Err(Problem::Busy) => {
                sent.busy = true;
                sent.files.clear();
            }
            Err(why) => return Err(why),
        }
    }
    if size == 0 && file.is_empty() {
        return Ok(());
    }
    sent.with_files = true;
    let wrong = match (look.media_type(), arriving) {
        _ if size > MOST => Wrong::TooBig,
        _ if is_full => Wrong::TooMany,
        (Some(media_type), Some((draft, turn))) => {
            sent.files.push(Sent { media_type, whole: draft.whole(), _turn: turn });
            return Ok(());
        }
        _ if sent.busy => return Ok(()),
        _ => Wrong::Type,
    };
    let is_told = wrong == Wrong::TooMany && sent.wrong.iter().any(|(_, told)| *told == wrong);
    if sent.wrong.len() < TOLD && !is_told {
        sent.wrong.push((file, wrong));
    }
    Ok(())
}

/// What has arrived of a file, with `piece`; the first one waits for a turn.
async fn written(
    arriving: Option<(Draft, Taken)>,
    piece: Bytes,
    intake: Intake<'_>,
) -> Result<(Draft, Taken), Problem> {
    let files = intake.files.clone();
    let (draft, turn) = match arriving {
        Some((draft, turn)) => (Some(draft), turn),
        None => (None, intake.limits.file(intake.client).await?),
    };
    let writing = tokio::task::spawn_blocking(move || {
        let mut draft = draft.map_or_else(|| files.begin(), Ok)?;
        draft.write(&piece)?;
        Ok::<_, kheo_store::StoreError>(draft)
    });
    Ok((writing.await??, turn))
}

#[cfg(test)]
mod tests {
    use std::net::{IpAddr, Ipv4Addr};
    use std::time::Duration;

    use axum::extract::Request;
    use kheo_store::files::Files;

    use super::{Intake, Submission, read};
    use crate::limits::Limits;
    use crate::problem::Problem;

    #[tokio::test]
    async fn a_form_whose_file_gets_no_turn_keeps_its_words_and_holds_no_file() {
        let mut limits = Limits::new();
        limits.wait = Duration::ZERO;
        let client = IpAddr::V4(Ipv4Addr::LOCALHOST);
        let mut turns = Vec::new();
        while let Ok(turn) = limits.file(client).await {
            turns.push(turn);
        }
        turns.pop();
        let folder = tempfile::tempdir().unwrap();
        let files = Files::in_folder(folder.path()).unwrap();
        let text = "--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nĐèn hỏng\r\n";
        let file =
            "--x\r\nContent-Disposition: form-data; name=\"proof\"; filename=\"a.pdf\"\r\n\r\n";
        let page = [kheo_testkit::pdf("one page").as_slice(), b"\r\n"].concat();
        let two = [file.as_bytes(), &page, file.as_bytes(), &page].concat();
        let body = [text.as_bytes(), &two, b"--x--\r\n"].concat();
        let request = Request::builder()
            .header("content-type", "multipart/form-data; boundary=x")
            .body(body.into())
            .unwrap();
        let mut sent = Submission::default();
        let intake = Intake { limits: &limits, files: &files, client };
        let read = read(&mut sent, request, intake).await;
        assert!(matches!(read, Err(Problem::Busy)), "{read:?}");
        assert_eq!((sent.text("text"), sent.files.len()), ("Đèn hỏng", 0));
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
