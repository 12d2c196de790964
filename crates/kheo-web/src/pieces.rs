//! Answers that are sent piece by piece, as fast as the reader takes them.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes};
use http_body::{Frame, SizeHint};
use tokio::sync::mpsc::{Receiver, Sender, channel};

/// Where the pieces of an answer go. A piece waits until the one before it is under way; an error
/// breaks the answer off, so that its reader does not take it for whole.
pub(crate) type Pieces = Sender<io::Result<Bytes>>;

/// A body whose pieces come from elsewhere. Unit of `size`: bytes; nothing when nobody knows.
pub(crate) fn body(size: Option<u64>) -> (Pieces, Body) {
    let (pieces, coming) = channel(1);
    (pieces, Body::new(Coming { coming, left: size }))
}

struct Coming {
    coming: Receiver<io::Result<Bytes>>,
    left: Option<u64>,
}

impl http_body::Body for Coming {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        let piece = self.coming.poll_recv(context);
        if let (Poll::Ready(Some(Ok(piece))), Some(left)) = (&piece, &mut self.left) {
            *left = left.saturating_sub(u64::try_from(piece.len()).unwrap_or(u64::MAX));
        }
        piece.map(|piece| piece.map(|piece| piece.map(Frame::data)))
    }

    fn size_hint(&self) -> SizeHint {
        self.left.map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}
