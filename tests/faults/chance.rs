//! Chance that can be had again: the seed is printed, and `KHEO_FAULTS_SEED` sets it.

use std::time::Duration;

use crate::program::since_1970;

/// A sequence of numbers that looks like chance (xorshift64*).
pub(crate) struct Chance(u64);

impl Chance {
    /// A new sequence for the test `name`, whose seed is printed.
    pub(crate) fn of(name: &str) -> Self {
        let wanted = std::env::var("KHEO_FAULTS_SEED").ok().and_then(|seed| seed.parse().ok());
        let seed = wanted.unwrap_or_else(|| u64::from(since_1970().subsec_nanos()) | 1);
        println!("{name}: KHEO_FAULTS_SEED={seed}");
        Self(seed.max(1))
    }

    /// A number below `bound`.
    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 16) % bound
    }

    /// Some time shorter than `bound` milliseconds.
    pub(crate) fn wait(&mut self, bound: u64) -> Duration {
        Duration::from_millis(self.below(bound))
    }
}
