//! Which servers are believed to be who they say: those with a certificate of an authority that this machine trusts,
//! or that the file in `SSL_CERT_FILE` names.

use std::sync::Arc;

use rustls::{ClientConfig, RootCertStore};
use rustls_native_certs::load_native_certs;
use tokio_postgres_rustls::MakeRustlsConnect;
use ureq::tls::{Certificate, RootCerts, TlsConfig};

pub(super) fn of_http() -> TlsConfig {
    let trusted = load_native_certs().certs;
    let trusted: Vec<_> =
        trusted.iter().map(|it| Certificate::from_der(it.as_ref()).to_owned()).collect();
    TlsConfig::builder().root_certs(RootCerts::new_with_certs(&trusted)).build()
}

/// How a connection to `PostgreSQL` is encrypted.
///
/// # Errors
/// When no version of TLS is left, which would be a mistake of this program.
pub(crate) fn of_postgres() -> Result<MakeRustlsConnect, rustls::Error> {
    let mut trusted = RootCertStore::empty();
    trusted.add_parsable_certificates(load_native_certs().certs);
    let ring = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(ring).with_safe_default_protocol_versions()?;
    Ok(MakeRustlsConnect::new(config.with_root_certificates(trusted).with_no_client_auth()))
}
