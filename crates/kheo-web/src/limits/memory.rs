//! What the texts of a form or a document may hold in memory while they arrive.

use std::net::IpAddr;

use crate::limits::Limits;
use crate::limits::share::Taken;
use crate::problem::Problem;

/// What each may hold without asking: nearly all forms are smaller. Unit: bytes.
const OWN: usize = 32 << 10;
/// What is taken at a time of what all share. Unit: KiB.
const STEP: u32 = 64;

/// What one form or document holds of the memory that all share.
#[derive(Debug, Default)]
pub(crate) struct Memory(Vec<Taken>);

impl Memory {
    /// Makes room for `bytes` in all.
    ///
    /// # Errors
    /// [`Problem::Busy`] when others hold it, [`Problem::Broken`].
    pub(crate) async fn hold(
        &mut self,
        bytes: usize,
        limits: &Limits,
        client: IpAddr,
    ) -> Result<(), Problem> {
        while OWN + self.0.len() * ((STEP as usize) << 10) < bytes {
            self.0.push(limits.texts.take(client, STEP, limits.wait).await?);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::net::{IpAddr, Ipv4Addr};
    use std::time::Duration;

    use super::{Limits, Memory};

    #[tokio::test]
    async fn great_texts_wait_for_each_other_and_small_ones_do_not() {
        let limits = Limits { wait: Duration::ZERO, ..Limits::new() };
        let mut held = Vec::new();
        for host in 1..=200 {
            let client = IpAddr::V4(Ipv4Addr::new(203, 0, 113, host));
            let mut memory = Memory::default();
            if memory.hold(1 << 20, &limits, client).await.is_err() {
                break;
            }
            held.push(memory);
        }
        assert_eq!(held.len(), 32, "one MiB each, but for what is their own");
        let client = IpAddr::V4(Ipv4Addr::new(203, 0, 113, 250));
        assert!(Memory::default().hold(1 << 20, &limits, client).await.is_err());
        assert!(Memory::default().hold(32 << 10, &limits, client).await.is_ok());
        held.clear();
        assert!(Memory::default().hold(1 << 20, &limits, client).await.is_ok());
    }
}
