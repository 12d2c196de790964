//! The only source of randomness: the operating system.

use std::sync::Arc;

use kheo_web::Random;

use crate::cause::Cause;
use crate::failure::Failure;

/// Fills `bytes` for the pages; a system without randomness ends the program, since no secret can be made.
pub(crate) fn source() -> Random {
    Arc::new(fill)
}

/// Salts for the entries of the ledger.
pub(crate) fn salts() -> Box<dyn FnMut() -> [u8; 32] + Send> {
    Box::new(|| {
        let mut salt = [0; 32];
        fill(&mut salt);
        salt
    })
}

/// Whether the operating system gives randomness at all.
pub(crate) fn probe() -> Result<(), Failure> {
    getrandom::fill(&mut [0; 1]).map_err(|why| {
        let number = why.raw_os_error().map(std::io::Error::from_raw_os_error);
        let cause = number.map_or_else(|| Cause::technical(&why), Cause::from);
        Failure::new("no-randomness").caused_by(cause)
    })
}

#[expect(clippy::panic, reason = "going on with a guessable salt or session would be worse")]
fn fill(bytes: &mut [u8]) {
    if let Err(why) = getrandom::fill(bytes) {
        panic!("the operating system gives no randomness: {why}");
    }
}
