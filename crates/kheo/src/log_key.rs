//! The key that signs the log: a file of its own in the data folder.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use kheo_ledger::log::{LogSigner, VerifierKey};
use kheo_store::Db;

use crate::failure::Failure;
use crate::randomness;

/// The file that holds the key, and its name until it is whole.
pub(crate) const FILES: [&str; 2] = ["ledger.key", ".ledger.key"];

/// The key of the log in `folder`. A folder whose log has not begun gets one, whose name for good is
/// `origin`.
///
/// # Errors
/// When the key cannot be read or written, is none, or is missing although the log has begun.
pub(crate) fn signer(folder: &Path, db: &Db, origin: &str) -> Result<LogSigner, Failure> {
    if let Some(signer) = read(folder)? {
        return Ok(signer);
    }
    if db.read_now(kheo_store::log::head)?.is_some() {
        return Err(Failure::new("log-key-lost").with("path", path(folder).display()));
    }
    let mut seed = [0; 32];
    randomness::source()(&mut seed);
    let signer =
        LogSigner::new(origin, &seed).map_err(|_| Failure::new("log-name").with("name", origin))?;
    keep(folder, &signer).map_err(|why| unusable(folder, &why))?;
    Ok(signer)
}

/// The key with which anybody checks the log in `folder`; nothing when the log has not begun.
///
/// # Errors
/// When the key cannot be read, is none, or is missing although the log has begun.
pub(crate) fn verifier(folder: &Path, db: &Db) -> Result<Option<VerifierKey>, Failure> {
    if db.read_now(kheo_store::log::head)?.is_none() {
        return Ok(None);
    }
    let lost = || Failure::new("log-key-lost").with("path", path(folder).display());
    Ok(Some(read(folder)?.ok_or_else(lost)?.verifier()))
}

fn read(folder: &Path) -> Result<Option<LogSigner>, Failure> {
    match fs::read_to_string(path(folder)) {
        Ok(text) => {
            let wrong =
                |why| Failure::new("log-key").with("path", path(folder).display()).with("why", why);
            LogSigner::read(text.trim()).map(Some).map_err(wrong)
        }
        Err(why) if why.kind() == ErrorKind::NotFound => Ok(None),
        Err(why) => Err(unusable(folder, &why)),
    }
}

/// The key is on disk when this returns, for nobody but the account that runs the program.
fn keep(folder: &Path, signer: &LogSigner) -> std::io::Result<()> {
    let [name, draft] = FILES.map(|name| folder.join(name));
    let mut file =
        OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&draft)?;
    writeln!(file, "{}", signer.secret())?;
    file.sync_all()?;
    fs::rename(draft, name)?;
    File::open(folder)?.sync_all()
}

fn path(folder: &Path) -> std::path::PathBuf {
    let [name, _] = FILES;
    folder.join(name)
}

fn unusable(folder: &Path, why: &std::io::Error) -> Failure {
    Failure::new("unwritable").with("path", path(folder).display()).with("why", why)
}
