//! A brake on guessing: attempts that were wrong are counted, per address and in all.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use crate::client::network;

/// How many wrong attempts are borne.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rate {
    /// Wrong attempts in a row.
    pub(crate) burst: i64,
    /// One more is borne after so many seconds.
    pub(crate) every: i64,
}

/// Wrong attempts that each address has for itself, however many others make: whoever mistypes is
/// not stopped because somebody guesses elsewhere.
const OWN: i64 = 3;
/// The most addresses that are remembered; beyond that, the first to be forgotten goes.
const REMEMBERED: usize = 20_000;

/// Attempts of one sort. Every moment is in seconds since 1970.
///
/// For each address stands the moment when all its wrong attempts are forgotten; addresses whose
/// moment has passed are dropped. What an address does beyond its own attempts counts for all
/// together too.
#[derive(Debug)]
pub(crate) struct Brake {
    each: Rate,
    all: Rate,
    remembers: usize,
    forgotten_at: Mutex<(BTreeMap<IpAddr, i64>, i64)>,
}

/// The address has to wait. Unit: seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Wait(pub(crate) i64);

impl Rate {
    fn charged(self, forgotten_at: i64, now: i64) -> Result<i64, Wait> {
        let borne = self.burst.saturating_mul(self.every);
        // What lies further ahead was counted before the clock was set back.
        let counted = forgotten_at.clamp(now, now.saturating_add(borne));
        let then = counted.saturating_add(self.every);
        let wait = then - now - borne;
        if wait > 0 { Err(Wait(wait)) } else { Ok(then) }
    }
}

impl Brake {
    /// A brake that bears `each` from one address and `all` from all of them.
    pub(crate) fn new(each: Rate, all: Rate) -> Self {
        Self { each, all, remembers: REMEMBERED, forgotten_at: Mutex::default() }
    }

    /// Counts an attempt from `address` as wrong, before it is known whether it is.
    ///
    /// # Errors
    /// [`Wait`] when there were too many; this one must not be looked at, and is not counted.
    pub(crate) fn attempt(&self, address: IpAddr, now: i64) -> Result<(), Wait> {
        let address = network(address);
        let mut kept = self.forgotten_at.lock().unwrap_or_else(PoisonError::into_inner);
        let (addresses, of_all) = &mut *kept;
        addresses.retain(|_, forgotten_at| *forgotten_at > now);
        let own = self.each.charged(addresses.get(&address).copied().unwrap_or(0), now)?;
        if self.is_shared(own, now) {
            *of_all = self.all.charged(*of_all, now)?;
        }
        if addresses.len() >= self.remembers && !addresses.contains_key(&address) {
            let first = addresses.iter().min_by_key(|(_, forgotten_at)| **forgotten_at);
            if let Some(first) = first.map(|(address, _)| *address) {
                addresses.remove(&first);
            }
        }
        addresses.insert(address, own);
        Ok(())
    }

    /// Takes back the count of an attempt that was right.
    pub(crate) fn was_right(&self, address: IpAddr, now: i64) {
        let mut kept = self.forgotten_at.lock().unwrap_or_else(PoisonError::into_inner);
        let (addresses, of_all) = &mut *kept;
        if let Some(own) = addresses.get_mut(&network(address)) {
            if self.is_shared(*own, now) {
                *of_all -= self.all.every;
            }
            *own -= self.each.every;
        }
    }

    /// Whether the last attempt of an address that is forgotten at `own` counts for all.
    const fn is_shared(&self, own: i64, now: i64) -> bool {
        own - now > OWN * self.each.every
    }
}

#[cfg(test)]
mod tests {
    use super::{Brake, Rate, Wait};
    use std::net::IpAddr;

    fn at(address: &str) -> IpAddr {
        address.parse().unwrap()
    }

    fn brake() -> Brake {
        Brake::new(Rate { burst: 3, every: 30 }, Rate { burst: 5, every: 1 })
    }

    #[test]
    fn the_fourth_wrong_attempt_waits_until_one_is_forgotten() {
        let (brake, here) = (brake(), at("203.0.113.7"));
        for _ in 0..3 {
            assert_eq!(brake.attempt(here, 1000), Ok(()));
        }
        assert_eq!(brake.attempt(here, 1000), Err(Wait(30)));
        assert_eq!(brake.attempt(here, 1029), Err(Wait(1)));
        assert_eq!(brake.attempt(here, 1030), Ok(()));
        assert_eq!(brake.attempt(here, 1030), Err(Wait(30)));
    }

    #[test]
    fn a_clock_that_is_set_back_shuts_nobody_out_for_longer() {
        let (brake, here, hour) = (brake(), at("203.0.113.7"), 3600);
        for _ in 0..3 {
            assert_eq!(brake.attempt(here, 2 * hour), Ok(()));
        }
        assert_eq!(brake.attempt(here, hour), Err(Wait(30)));
        assert_eq!(brake.attempt(at("203.0.113.8"), hour), Ok(()));
    }

    #[test]
    fn what_was_right_does_not_count() {
        let (brake, here) = (brake(), at("203.0.113.7"));
        for _ in 0..100 {
            assert_eq!(brake.attempt(here, 1000), Ok(()));
            brake.was_right(here, 1000);
        }
    }

    #[test]
    fn all_together_have_a_bound_that_stops_nobody_who_made_few_mistakes() {
        let brake = Brake::new(Rate { burst: 10, every: 30 }, Rate { burst: 14, every: 1 });
        for guessing in ["203.0.113.1", "203.0.113.2"] {
            for _ in 0..10 {
                assert_eq!(brake.attempt(at(guessing), 1000), Ok(()));
            }
        }
        let mistyping = at("203.0.113.3");
        for _ in 0..3 {
            assert_eq!(brake.attempt(mistyping, 1000), Ok(()));
        }
        assert_eq!(brake.attempt(mistyping, 1000), Err(Wait(1)), "beyond its own, all count");
        assert_eq!(brake.attempt(mistyping, 1001), Ok(()));
        for last in 0..200 {
            assert_eq!(brake.attempt(at(&format!("203.0.114.{last}")), 1001), Ok(()));
        }
    }

    #[test]
    fn no_more_addresses_are_remembered_than_fit() {
        let brake = Brake { remembers: 50, ..brake() };
        let here = at("198.51.100.7");
        for _ in 0..3 {
            assert_eq!(brake.attempt(here, 1000), Ok(()));
        }
        for other in 0..200 {
            assert_eq!(brake.attempt(at(&format!("203.0.113.{other}")), 1000), Ok(()));
        }
        assert_eq!(brake.forgotten_at.lock().unwrap().0.len(), 50);
        assert_eq!(brake.attempt(here, 1000), Err(Wait(30)), "the longest to be forgotten stays");
    }

    #[test]
    fn a_subscriber_has_one_count_for_all_addresses_of_the_network() {
        let brake = brake();
        for host in 1..=3 {
            assert_eq!(brake.attempt(at(&format!("2001:db8::{host}")), 1000), Ok(()));
        }
        assert_eq!(brake.attempt(at("2001:db8::9"), 1000), Err(Wait(30)));
        assert_eq!(brake.attempt(at("2001:db8:0:1::1"), 1000), Ok(()));
        assert_eq!(brake.attempt(at("::ffff:203.0.113.7"), 1000), Ok(()));
    }
}
