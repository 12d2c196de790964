//! The body of a form, read piece by piece.

use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};

use axum::body::{Body, Bytes};
use http_body::{Body as _, Frame};

use crate::problem::Problem;

/// The next piece; nothing at the end.
///
/// # Errors
/// [`Problem::Unreadable`] when the sender broke off.
pub(crate) async fn next(body: &mut Body) -> Result<Option<Bytes>, Problem> {
    loop {
        let frame = poll_fn(|context| Pin::new(&mut *body).poll_frame(context)).await;
        let Some(frame) = frame else { return Ok(None) };
        if let Ok(data) = frame.map_err(|_| Problem::Unreadable)?.into_data() {
            return Ok(Some(data));
        }
    }
}

/// What a reader may take in before it makes something of it.
const PAUSE: usize = 32 << 10;
/// What a reader may take in without making anything of it: no part of a form has a head so long.
const MOST: usize = 1 << 20;

/// A body for a reader that gathers all it can get: it gets no more than it makes use of.
pub(super) struct Watched {
    body: Body,
    taken: Arc<AtomicUsize>,
    paused: bool,
}

impl Watched {
    /// The body, and the count to set to 0 whenever the reader has made something of what it took.
    pub(super) fn new(body: Body) -> (Self, Arc<AtomicUsize>) {
        let taken = Arc::new(AtomicUsize::new(0));
        (Self { body, taken: Arc::clone(&taken), paused: false }, taken)
    }
}

impl http_body::Body for Watched {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let taken = self.taken.load(Ordering::Relaxed);
        if taken > MOST {
            return Poll::Ready(Some(Err(axum::Error::new("a part of the form has no end"))));
        }
        if taken > PAUSE && !self.paused {
            self.paused = true;
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        self.paused = false;
        let frame = Pin::new(&mut self.body).poll_frame(context);
        if let Poll::Ready(Some(Ok(frame))) = &frame {
            let size = frame.data_ref().map_or(0, Bytes::len);
            self.taken.fetch_add(size, Ordering::Relaxed);
        }
        frame
    }
}
