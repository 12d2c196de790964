//! Forms without files.

use axum::body::Body;
use percent_encoding::percent_decode;

use super::{Intake, Submission, body};
use crate::problem::Problem;

/// The most that is read of a form before it is answered, so that a browser gets to see the answer.
/// Unit: bytes.
const BODY: usize = 64 << 20;
/// What is held of the name of a field. Unit: bytes.
const NAME: usize = 1 << 10;

/// Reads the form into `sent`. What goes beyond the bounds of its texts is read over.
///
/// # Errors
/// [`Problem::TooLarge`] for what nobody typed, [`Problem::Unreadable`], [`Problem::Busy`].
pub(super) async fn read(
    sent: &mut Submission,
    mut body: Body,
    intake: Intake<'_>,
) -> Result<(), Problem> {
    let (mut pair, mut size) = (Pair::default(), 0);
    while let Some(piece) = body::next(&mut body).await? {
        size += piece.len();
        if size > BODY {
            return Err(Problem::TooLarge);
        }
        let held = sent.held() + pair.held() + piece.len().min(sent.room());
        sent.memory.hold(held, intake.limits, intake.client).await?;
        let mut parts = piece.split(|byte| *byte == b'&');
        pair.extend(parts.next().unwrap_or_default(), sent.room());
        for part in parts {
            std::mem::take(&mut pair).end(sent);
            pair.extend(part, sent.room());
        }
    }
    pair.end(sent);
    Ok(())
}

/// `field=text`.
#[derive(Default)]
struct Pair {
    name: Half,
    text: Option<Half>,
}

impl Pair {
    /// Takes a piece as it was sent, and holds `room` bytes of the text.
    fn extend(&mut self, piece: &[u8], room: usize) {
        if let Some(text) = &mut self.text {
            return text.extend(piece, room);
        }
        let mut halves = piece.splitn(2, |byte| *byte == b'=');
        self.name.extend(halves.next().unwrap_or_default(), NAME);
        if let Some(rest) = halves.next() {
            self.text.get_or_insert_default().extend(rest, room);
        }
    }

    fn held(&self) -> usize {
        self.text.as_ref().map_or(0, |text| text.held.len())
    }

    fn end(mut self, sent: &mut Submission) {
        let mut text = self.text.unwrap_or_default();
        self.name.end(NAME);
        text.end(sent.room());
        if !self.name.held.is_empty() || text.size > 0 {
            sent.add_text(&self.name.held, text.held, text.size);
        }
    }
}

/// One side of a pair, decoded as it arrives: what was sent may be three times as long.
#[derive(Default)]
struct Half {
    held: Vec<u8>,
    /// How many bytes it has, held or not.
    size: usize,
    /// What cannot be decoded yet.
    tail: Vec<u8>,
}

impl Half {
    fn extend(&mut self, piece: &[u8], room: usize) {
        self.tail.extend(piece.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }));
        let open = match self.tail.as_slice() {
            [.., b'%'] => 1,
            [.., b'%', _] => 2,
            _ => 0,
        };
        let rest = self.tail.split_off(self.tail.len() - open);
        self.end(room);
        self.tail = rest;
    }

    fn end(&mut self, room: usize) {
        for byte in percent_decode(&std::mem::take(&mut self.tail)) {
            if self.held.len() < room {
                self.held.push(byte);
            }
            self.size += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Submission;
    use super::Pair;

    fn in_pieces(sent: &[u8], length: usize) -> Submission {
        let mut form = Submission::default();
        let mut pair = Pair::default();
        for piece in sent.chunks(length) {
            pair.extend(piece, form.room());
        }
        pair.end(&mut form);
        form
    }

    #[test]
    fn what_was_typed_arrives_as_it_was_wherever_the_network_cuts_it() {
        let sent = b"text=%C4%90%C6%B0%E1%BB%9Dng+s%E1%BB%91+5+%3D+100%25+%+%4";
        for length in 1..=sent.len() {
            let form = in_pieces(sent, length);
            assert_eq!(form.text("text"), "Đường số 5 = 100% % %4", "{length}");
        }
        assert_eq!(in_pieces("text=Đường".as_bytes(), 3).text("text"), "Đường");
    }
}
