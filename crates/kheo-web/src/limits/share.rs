//! What all visitors share, and of which no address gets more than its part.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::client::network;
use crate::problem::Problem;

/// A number of equal parts of something.
#[derive(Debug)]
pub(crate) struct Share {
    all: Arc<Semaphore>,
    each: usize,
    /// What is left to each address, for as long as it holds or awaits something.
    own: Mutex<BTreeMap<IpAddr, Arc<Semaphore>>>,
}

/// Parts that are given back when this is dropped.
#[derive(Debug)]
pub(crate) struct Taken {
    _own: OwnedSemaphorePermit,
    _of_all: OwnedSemaphorePermit,
}

impl Share {
    /// `all` parts, of which one address has at most `each`.
    pub(crate) fn new(all: usize, each: usize) -> Self {
        Self { all: Arc::new(Semaphore::new(all)), each, own: Mutex::default() }
    }

    /// `parts` for `address`, which waits for them, but not longer than `wait`.
    ///
    /// # Errors
    /// [`Problem::Busy`], [`Problem::Broken`].
    pub(crate) async fn take(
        &self,
        address: IpAddr,
        parts: u32,
        wait: Duration,
    ) -> Result<Taken, Problem> {
        let (own, all) = (self.of(address), Arc::clone(&self.all));
        let both = async {
            let own = own.acquire_many_owned(parts).await?;
            Ok(Taken { _own: own, _of_all: all.acquire_many_owned(parts).await? })
        };
        let taken = tokio::time::timeout(wait, both).await.map_err(|_| Problem::Busy)?;
        taken.map_err(|why: tokio::sync::AcquireError| Problem::Broken(why.to_string()))
    }

    fn of(&self, address: IpAddr) -> Arc<Semaphore> {
        let mut own = self.own.lock().unwrap_or_else(PoisonError::into_inner);
        own.retain(|_, parts| Arc::strong_count(parts) > 1);
        let parts = own.entry(network(address));
        Arc::clone(parts.or_insert_with(|| Arc::new(Semaphore::new(self.each))))
    }
}

#[cfg(test)]
mod tests {
    use super::{Duration, IpAddr, Share};

    fn at(address: &str) -> IpAddr {
        address.parse().unwrap()
    }

    #[tokio::test]
    async fn no_address_takes_what_is_for_all_and_what_is_given_back_is_there_again() {
        let share = Share::new(6, 4);
        let take = async |address, parts| share.take(at(address), parts, Duration::ZERO).await.ok();
        let (one, other) = ("203.0.113.1", "203.0.113.2");
        let first = take(one, 4).await;
        assert!(first.is_some() && take(one, 1).await.is_none());
        let second = take(other, 2).await;
        assert!(second.is_some() && take(other, 1).await.is_none());
        drop(first);
        assert!(take(other, 2).await.is_some());
        drop(second);
        assert!(take(one, 4).await.is_some());
        assert!(share.own.lock().unwrap().len() <= 2);
    }
}
