//! `/files/{hash}`: what proves an answer.

use axum::extract::Path;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use kheo_core::id::FileHash;
use kheo_core::post::Right;
use kheo_store::Reader;
use kheo_store::case::{file, is_known_to};

use crate::media;
use crate::problem::Problem;
use crate::visit::Visit;

/// `GET /files/{hash}`: for everybody what proves an answer that stands, for staff also the rest
/// of the cases in their scope.
///
/// # Errors
/// [`Problem::NotFound`], [`Problem::Broken`].
pub(crate) async fn show(visit: Visit, Path(hash): Path<String>) -> Result<Response, Problem> {
    let hash = FileHash::new(hash);
    let scope = visit
        .viewer
        .as_ref()
        .filter(|viewer| viewer.may(Right::ReadPetitioner))
        .map(|viewer| viewer.post.unit.clone());
    let wanted = hash.clone();
    let read = visit.app.db.read(move |r: &Reader<'_>| {
        for found in file(r, &wanted)? {
            let known = match &scope {
                Some(scope) => is_known_to(r, &found.code, scope)?,
                None => false,
            };
            if found.public || known {
                return Ok(Some(found.proof));
            }
        }
        Ok(None)
    });
    let proof = read.await?.ok_or(Problem::NotFound)?;
    let files = visit.app.files.clone();
    let content = tokio::task::spawn_blocking(move || files.get(&hash)).await;
    let content = content.map_err(|why| Problem::Broken(why.to_string()))??;
    let name = format!("inline; filename=\"kheo.{}\"", media::extension(&proof.media_type));
    let headers = [
        (CONTENT_TYPE, proof.media_type),
        (CONTENT_DISPOSITION, name),
        (CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox".to_owned()),
    ];
    Ok((headers, content.ok_or(Problem::NotFound)?).into_response())
}
