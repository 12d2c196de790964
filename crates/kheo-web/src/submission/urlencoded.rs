//! Forms without files.

use axum::body::Body;
use percent_encoding::percent_decode;

use super::{Submission, TEXTS, body};
use crate::problem::Problem;

/// The most that is read of a form before it is answered, so that a browser gets to see the answer.
/// Unit: bytes.
const BODY: usize = 64 << 20;
/// What is held of one field as it was sent: every byte may need three.
const HELD: usize = 3 * TEXTS;

/// Reads the form. What goes beyond the bounds of its texts is read over.
///
/// # Errors
/// [`Problem::TooLarge`] for what nobody typed, [`Problem::Unreadable`].
pub(super) async fn read(mut body: Body) -> Result<Submission, Problem> {
    let (mut sent, mut pair, mut size) = (Submission::default(), Pair::default(), 0);
    while let Some(piece) = body::next(&mut body).await? {
        size += piece.len();
        if size > BODY {
            return Err(Problem::TooLarge);
        }
        let mut parts = piece.split(|byte| *byte == b'&');
        pair.extend(parts.next().unwrap_or_default());
        for part in parts {
            std::mem::take(&mut pair).end(&mut sent);
            pair.extend(part);
        }
    }
    pair.end(&mut sent);
    Ok(sent)
}

/// `field=text` as it was sent.
#[derive(Default)]
struct Pair {
    held: Vec<u8>,
    size: usize,
}

impl Pair {
    fn extend(&mut self, piece: &[u8]) {
        let room = (HELD - self.held.len()).min(piece.len());
        self.held.extend_from_slice(piece.get(..room).unwrap_or_default());
        self.size += piece.len();
    }

    fn end(self, sent: &mut Submission) {
        if self.held.is_empty() {
            return;
        }
        let mut halves = self.held.splitn(2, |byte| *byte == b'=');
        let mut half = || decoded(halves.next().unwrap_or_default());
        let (field, mut text) = (half(), half());
        let size = text.len() + (self.size - self.held.len());
        text.truncate(sent.room());
        sent.add_text(&field, text, size);
    }
}

fn decoded(half: &[u8]) -> Vec<u8> {
    let spaced: Vec<u8> = half.iter().map(|b| if *b == b'+' { b' ' } else { *b }).collect();
    percent_decode(&spaced).collect()
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn what_was_typed_arrives_as_it_was() {
        assert_eq!(decoded(b"%C4%90%C6%B0%E1%BB%9Dng+s%E1%BB%91+5"), "Đường số 5".as_bytes());
        assert_eq!(decoded("Đường".as_bytes()), "Đường".as_bytes());
    }
}
