//! Forms without files.

use axum::body::{Body, to_bytes};
use percent_encoding::percent_decode;

use super::{Submission, TEXTS};
use crate::problem::Problem;

/// The most of a body that is read at all: every byte of the texts may need three.
const BODY: usize = 8 * TEXTS;

/// Reads the form.
///
/// # Errors
/// [`Problem::TooLarge`], [`Problem::NotUtf8`].
pub(super) async fn read(body: Body) -> Result<Submission, Problem> {
    let body = to_bytes(body, BODY).await.map_err(|_| Problem::TooLarge)?;
    let mut sent = Submission::default();
    for pair in body.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty()) {
        let mut halves = pair.splitn(2, |byte| *byte == b'=');
        let mut half = || decoded(halves.next().unwrap_or_default());
        let (field, text) = (half()?, half()?);
        sent.add_text(field, text);
    }
    Ok(sent)
}

fn decoded(half: &[u8]) -> Result<String, Problem> {
    let spaced: Vec<u8> = half.iter().map(|b| if *b == b'+' { b' ' } else { *b }).collect();
    let bytes: Vec<u8> = percent_decode(&spaced).collect();
    String::from_utf8(bytes).map_err(|_| Problem::NotUtf8)
}

#[cfg(test)]
mod tests {
    use super::decoded;
    use crate::problem::Problem;

    #[test]
    fn what_was_typed_arrives_as_it_was() {
        assert_eq!(decoded(b"%C4%90%C6%B0%E1%BB%9Dng+s%E1%BB%91+5").unwrap(), "Đường số 5");
        assert_eq!(decoded("Đường".as_bytes()).unwrap(), "Đường");
        assert!(matches!(decoded(b"%FF"), Err(Problem::NotUtf8)));
        assert!(matches!(decoded(b"%C4"), Err(Problem::NotUtf8)));
    }
}
