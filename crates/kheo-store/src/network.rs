//! How other servers are spoken to: over TLS where the program was built with it (`--features tls`), and then only
//! to those whose certificates this machine trusts.

use std::io::{self, ErrorKind};
use std::time::Duration;

use ureq::Agent;

#[cfg(feature = "tls")]
pub(crate) mod trust;

/// Whether a server at this address can be spoken to: `http://…`, and `https://…` where there is TLS.
#[must_use]
pub fn reaches(address: &str) -> bool {
    let host = |scheme: &str| address.strip_prefix(scheme).is_some_and(|host| !host.is_empty());
    host("http://") || (cfg!(feature = "tls") && host("https://"))
}

/// Asks servers, and gives a request up after `patience`. It is sent nowhere else.
#[must_use]
pub fn client(patience: Duration) -> Agent {
    let config = Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .timeout_global(Some(patience));
    #[cfg(feature = "tls")]
    let config = config.tls_config(trust::of_http());
    config.build().into()
}

/// What the network said, without the address that was asked.
#[must_use]
pub fn cause(why: ureq::Error) -> io::Error {
    match why {
        ureq::Error::Io(why) => why,
        ureq::Error::Timeout(_) => ErrorKind::TimedOut.into(),
        ureq::Error::HostNotFound => ErrorKind::HostUnreachable.into(),
        _ => io::Error::other("no answer of the protocol"),
    }
}
