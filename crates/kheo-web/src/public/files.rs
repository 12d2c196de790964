//! `/files/{hash}`: attached files.

use axum::body::Bytes;
use axum::extract::Path;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE,
};
use axum::response::{IntoResponse, Response};
use kheo_core::case::Proof;
use kheo_core::id::FileHash;
use kheo_core::post::Right;
use kheo_store::case;
use kheo_store::files::Stored;

use crate::media;
use crate::pieces::{self, Pieces};
use crate::problem::Problem;
use crate::visit::Visit;

/// `GET /files/{hash}`: the proofs of an answer for everybody, other files for staff who may see
/// their case and its petitioner; what the petitioner of a sealed case sent, for those who may know who
/// it is.
///
/// # Errors
/// [`Problem::NotFound`], also for a file that is not for this reader.
pub(crate) async fn show(visit: Visit, Path(hash): Path<String>) -> Result<Response, Problem> {
    let hash = FileHash::new(hash);
    let viewer = visit
        .viewer
        .clone()
        .filter(|viewer| viewer.may(Right::ReadCases) && viewer.may(Right::ReadPetitioner));
    let (wanted, packs) = (hash.clone(), visit.app.packs.clone());
    let read = visit.app.db.read(move |reader| {
        for file in case::file(reader, &wanted)? {
            let known = match &viewer {
                Some(viewer) => {
                    let case = case::find(reader, &file.code)?;
                    let knows = case.is_some_and(|case| viewer.may_know(&packs.rules, &case));
                    (knows || !file.petitioner)
                        && case::is_known_to(reader, &file.code, &viewer.post.unit)?
                }
                None => false,
            };
            if file.public || known {
                return Ok(Some(file.proof));
            }
        }
        Ok(None)
    });
    let proof = read.await?.ok_or(Problem::NotFound)?;
    let files = visit.app.files.clone();
    let found = tokio::task::spawn_blocking(move || files.open(&hash)).await??;
    Ok(file(&proof, found.ok_or(Problem::NotFound)?))
}

fn file(proof: &Proof, stored: Stored) -> Response {
    let place = if proof.media_type == "application/pdf" { "attachment" } else { "inline" };
    let name: String = proof.hash.as_str().chars().take(12).collect();
    let ending = media::extension(&proof.media_type);
    let headers = [
        (CONTENT_TYPE, proof.media_type.clone()),
        (CONTENT_DISPOSITION, format!("{place}; filename=\"{name}.{ending}\"")),
        (CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox".to_owned()),
        (CACHE_CONTROL, "no-store".to_owned()),
    ];
    let (pieces, body) = pieces::body(Some(stored.size()));
    tokio::spawn(send(stored, pieces));
    (headers, body).into_response()
}

/// Sends the file, as long as somebody reads it.
async fn send(mut stored: Stored, pieces: Pieces) {
    loop {
        let reading = tokio::task::spawn_blocking(move || (stored.next_piece(), stored));
        let Ok((piece, rest)) = reading.await else { return };
        stored = rest;
        let goes_on = piece.is_ok();
        if piece.as_ref().is_ok_and(Vec::is_empty)
            || pieces.send(piece.map(Bytes::from)).await.is_err()
            || !goes_on
        {
            return;
        }
    }
}
