//! `/files/{hash}`: attached files.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::Path;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE,
};
use axum::response::{IntoResponse, Response};
use kheo_core::case::{Proof, Publicity, Sight};
use kheo_core::id::FileHash;
use kheo_core::post::Right;
use kheo_store::case;
use kheo_store::files::Stored;

use crate::media;
use crate::pieces::{self, Pieces};
use crate::problem::Problem;
use crate::public::told::Known;
use crate::staff::told;
use crate::visit::Visit;

/// `GET /files/{hash}`: the proofs of an answer that is public for everybody, other files for staff who may see
/// their case and its petitioner; what the petitioner of a sealed case sent, for those who may know who
/// it is; of a case that was sent on, what the own unit attached.
///
/// # Errors
/// [`Problem::NotFound`], also for a file that is not for this reader.
pub(crate) async fn show(visit: Visit, Path(hash): Path<String>) -> Result<Response, Problem> {
    let hash = FileHash::new(hash);
    let viewer = visit
        .viewer
        .clone()
        .filter(|viewer| viewer.may(Right::ReadCases) && viewer.may(Right::ReadPetitioner));
    let (packs, directory) = (visit.app.packs.clone(), Arc::clone(&visit.directory));
    let read = visit.app.db.read(move |reader| {
        for file in case::file(reader, &hash)? {
            let Some(case) = case::find(reader, &file.code)? else { continue };
            let known = match &viewer {
                Some(viewer) => {
                    let sees = viewer.sight(&packs.rules, &directory, &case);
                    let own = sees == Sight::Course
                        && told::is_own(&directory, &file.who, &viewer.post.unit);
                    (sees.knows() || (sees.works() || own) && !file.petitioner)
                        && case::is_known_to(reader, &file.code, &viewer.post.unit)?
                }
                None => false,
            };
            let kind = packs.rules.kind_of_version(&case.kind, case.version);
            let published = kind.is_ok_and(|kind| kind.publishes(Publicity::Answer));
            if file.public && published || known {
                return Ok(Some(file.proof));
            }
        }
        Ok(None)
    });
    stored(&visit, read.await?.ok_or(Problem::NotFound)?).await
}

/// `GET /follow/{code}/files/{hash}`: the proofs of every answer, also of one that was reopened, for whoever
/// brought the case.
///
/// # Errors
/// [`Problem::NotFound`], [`Problem::TooMany`].
pub(crate) async fn of_case(
    visit: Visit,
    Path((code, hash)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let told = Known::read(&visit, &code).await?.public(&visit).events;
    let mut proofs = told.into_iter().flat_map(|told| told.proofs);
    let proof = proofs.find(|proof| proof.hash.as_str() == hash).ok_or(Problem::NotFound)?;
    stored(&visit, proof).await
}

async fn stored(visit: &Visit, proof: Proof) -> Result<Response, Problem> {
    let (files, hash) = (visit.app.files.clone(), proof.hash.clone());
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
