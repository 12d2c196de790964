//! A full disk is told of once, and then every minute with how often it was in the way: not for each of the thousands
//! that send again.

use std::sync::{Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};
use kheo_words::{Lang, Words};

use crate::clock::Clock;
use crate::terminal::eprintln;

/// How long nothing is said after it was said.
const SILENCE: SignedDuration = SignedDuration::from_mins(1);

/// When it was last said, and how often it has happened since.
#[derive(Default)]
struct Said {
    at: Option<Timestamp>,
    times: u64,
}

impl Said {
    /// Takes one more time, at `now`; answers how often it has happened when that has to be said.
    fn once_more(&mut self, now: Timestamp) -> Option<u64> {
        self.times += 1;
        if self.at.is_some_and(|at| now >= at && now.duration_since(at) < SILENCE) {
            return None;
        }
        self.at = Some(now);
        Some(std::mem::take(&mut self.times))
    }
}

/// What tells whoever runs the program that the disk is full.
pub(crate) fn telling(words: std::sync::Arc<Words>, lang: Lang) -> impl Fn() + Send + Sync {
    let (said, clock) = (Mutex::<Said>::default(), Clock::true_time());
    move || {
        let mut said = said.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(times) = said.once_more(clock.now()) {
            let count = times.to_string();
            eprintln(&words.in_lang(lang).say_with("no-room", &[("count", &count)]));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Said;

    #[test]
    fn it_is_said_once_and_then_with_a_count() {
        let mut said = Said::default();
        let mut at =
            |second: &str| said.once_more(format!("2016-06-30T01:{second}Z").parse().unwrap());
        assert_eq!(at("00:00"), Some(1));
        assert_eq!(at("00:01"), None);
        assert_eq!(at("00:59"), None);
        assert_eq!(at("01:00"), Some(3));
        assert_eq!(at("01:01"), None);
        assert_eq!(at("00:30"), Some(2), "the clock was set back");
    }
}
