//! `/log`: the public log, for people, for monitors and for whoever holds a receipt.

use axum::extract::{DefaultBodyLimit, FromRequest as _, Multipart, Path, Request};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use kheo_core::id::CaseCode;
use kheo_ledger::log::{Checkpoint, Path as LogPath, WitnessKey, bundle};
use kheo_ledger::receipt::{WrongReceipt, verify};
use kheo_store::Reader;
use kheo_store::log::{self, Head, LastSeen};
use kheo_store::sealing::{self, SealingKey};
use maud::Markup;

use crate::directory;
use crate::pages::public::log::{self as page, Checked, LogPage, Witness};
use crate::parts::erased;
use crate::problem::Problem;
use crate::visit::Visit;

/// The most that a receipt may hold. Unit: bytes.
const RECEIPT: usize = 256 << 10;
const TEXT: &str = "text/plain; charset=utf-8";
const BYTES: &str = "application/octet-stream";
/// A full tile never changes.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
const BRIEFLY: &str = "public, max-age=1";

/// `GET /log`.
///
/// # Errors
/// [`Problem::Broken`].
pub(crate) async fn show(visit: Visit) -> Result<Markup, Problem> {
    let read = read(&visit).await?;
    Ok(page::page(&visit, &read, "", None))
}

async fn read(visit: &Visit) -> Result<LogPage, Problem> {
    let read = |r: &Reader<'_>| Ok((log::head(r)?, log::witnesses(r)?, sealing::keys(r)?));
    let (head, seen, keys) = visit.app.db.read_public(read).await?;
    let checkpoint = head.as_ref().and_then(|head| head.note.text.parse::<Checkpoint>().ok());
    let told = |key: SealingKey| {
        let post = directory::title(&key.post, visit.lang).to_owned();
        (post, visit.tongue().date(key.since), key.recipient)
    };
    let sealing = keys.into_iter().map(told).collect();
    let witnesses = witnesses(&visit.app.witnesses, &seen);
    let key = visit.app.log.to_string();
    Ok(LogPage { key, checkpoint, witnesses, sealing, erased: None })
}

/// The witnesses that are `known`, then those that were once, each with what it said last.
fn witnesses(known: &[WitnessKey], seen: &[LastSeen]) -> Vec<Witness> {
    let last = |key: &WitnessKey| seen.iter().find(|last| last.witness == *key).cloned();
    let known_now = known.iter().map(|key| Witness {
        name: key.name().to_owned(),
        key: key.to_string(),
        last: last(key),
        is_known: true,
    });
    let earlier = seen.iter().filter(|last| !known.contains(&last.witness)).map(|last| Witness {
        name: last.witness.name().to_owned(),
        key: last.witness.to_string(),
        last: Some(last.clone()),
        is_known: false,
    });
    known_now.chain(earlier).collect()
}

/// `POST /log`: what a receipt proves. Nothing of it is kept.
///
/// # Errors
/// [`Problem::ReceiptTooLarge`], [`Problem::Unreadable`], [`Problem::Broken`].
pub(crate) async fn check(visit: Visit, request: Request) -> Result<Response, Problem> {
    let Sent { file, pasted } = sent(request).await?;
    let read = read(&visit).await?;
    let checked = checked(&visit, file.as_ref().unwrap_or(&pasted)).await?;
    let status = if checked.is_ok() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let read = LogPage { erased: erasure(&visit, &checked).await?, ..read };
    let typed = if file.is_some() { "" } else { &pasted };
    Ok((status, page::page(&visit, &read, typed, Some(&checked))).into_response())
}

/// That the content of the case was erased of which a receipt proves something.
async fn erasure(visit: &Visit, checked: &Checked) -> Result<Option<String>, Problem> {
    let Some(code) = checked.as_ref().ok().map(|(it, _)| CaseCode::new(&*it.evidence.subject))
    else {
        return Ok(None);
    };
    let case = visit.app.db.read(move |r| kheo_store::case::find(r, &code)).await?;
    let erasure = case.and_then(|case| case.erased);
    Ok(erasure.map(|what| erased::words(visit.tongue(), &visit.directory, &what)))
}

/// What the receipt proves, and whether the log of today still holds it.
async fn checked(visit: &Visit, receipt: &str) -> Result<Checked, Problem> {
    let proven = match verify(receipt, &visit.app.log) {
        Ok(proven) => proven,
        Err(why) => return Ok(Err(why)),
    };
    let witnessed = match proven.witnessed(&visit.app.log, &visit.app.witnesses) {
        Ok(witnessed) => witnessed,
        Err(why) => return Ok(Err(why)),
    };
    let checkpoint = proven.checkpoint.clone();
    let holds = visit.app.db.read(move |r| log::holds(r, &checkpoint)).await?;
    let seq = proven.evidence.seq;
    Ok(if holds { Ok((proven, witnessed)) } else { Err(WrongReceipt::Gone { seq }) })
}

/// What was sent to be checked: the file counts, where one was chosen.
#[derive(Default)]
struct Sent {
    file: Option<String>,
    pasted: String,
}

async fn sent(mut request: Request) -> Result<Sent, Problem> {
    DefaultBodyLimit::max(RECEIPT).apply(&mut request);
    let unreadable = |why: axum::extract::multipart::MultipartError| {
        if why.status() == StatusCode::PAYLOAD_TOO_LARGE {
            Problem::ReceiptTooLarge
        } else {
            Problem::Unreadable
        }
    };
    let mut form = Multipart::from_request(request, &()).await.map_err(|_| Problem::MediaType)?;
    let mut sent = Sent::default();
    while let Some(field) = form.next_field().await.map_err(unreadable)? {
        let name = field.name().unwrap_or_default().to_owned();
        let bytes = field.bytes().await.map_err(unreadable)?;
        // What is no text is no receipt either, and is told so.
        let text = String::from_utf8_lossy(&bytes).into_owned();
        match name.as_str() {
            "receipt" => sent.file = Some(text).filter(|text| !text.is_empty()),
            "text" => sent.pasted = text,
            _ => {}
        }
    }
    Ok(sent)
}

/// `GET /log/vkey`.
pub(crate) async fn key(visit: Visit) -> Response {
    ([(CONTENT_TYPE, TEXT)], format!("{}\n", visit.app.log)).into_response()
}

/// `GET /log/checkpoint`: the newest, with what witnesses signed of it.
///
/// # Errors
/// [`Problem::NotFound`] before the first checkpoint, [`Problem::Broken`].
pub(crate) async fn checkpoint(visit: Visit) -> Result<Response, Problem> {
    let read =
        |r: &Reader<'_>| log::head(r)?.map(|head| log::with_cosignatures(r, head)).transpose();
    let Head { note, .. } = visit.app.db.read_public(read).await?.ok_or(Problem::NotFound)?;
    Ok(([(CONTENT_TYPE, TEXT), (CACHE_CONTROL, BRIEFLY)], note.to_string()).into_response())
}

/// `GET /log/tile/…`: tiles, and the entries behind them.
///
/// # Errors
/// [`Problem::NotFound`] for what the log does not have, [`Problem::Broken`].
pub(crate) async fn tile(visit: Visit, Path(path): Path<String>) -> Result<Response, Problem> {
    let path: LogPath = format!("tile/{path}").parse().map_err(|_| Problem::NotFound)?;
    let found = visit.app.db.read_public(move |r| published(r, path)).await?;
    let bytes = found.ok_or(Problem::NotFound)?;
    Ok(([(CONTENT_TYPE, BYTES), (CACHE_CONTROL, FOR_EVER)], bytes).into_response())
}

/// What is published at `path`: only what a checkpoint covers.
fn published(r: &Reader<'_>, path: LogPath) -> Result<Option<Vec<u8>>, kheo_store::StoreError> {
    let Some(head) = log::head(r)? else { return Ok(None) };
    if !path.is_within(head.size) {
        return Ok(None);
    }
    match path {
        LogPath::Hashes(tile, width) => {
            let length = usize::try_from(width.saturating_mul(32)).unwrap_or(usize::MAX);
            Ok(log::hashes(r, tile)?.map(|mut hashes| {
                hashes.truncate(length);
                hashes
            }))
        }
        LogPath::Entries(index, width) => {
            let entries = log::entries(r, index, width)?;
            Ok(Some(bundle(entries.iter().map(<[u8; 32]>::as_slice))))
        }
    }
}
