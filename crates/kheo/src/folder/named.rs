//! Which database and which bucket a command means: those it names, or those of the folder.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use kheo_store::{Bucket, BucketAddress, Database};

use super::{BUCKET, SERVER, file_in};
use crate::command_line::DataFolder;
use crate::failure::Failure;

/// Where the environment holds what opens a bucket, under the names that every program for buckets knows.
const BUCKET_KEY: [&str; 2] = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"];

/// The database that is named, or the one in the folder.
///
/// # Errors
/// When the one of the folder is on a server, so that nobody goes on with a file that was left behind.
pub(super) fn database(at: &DataFolder) -> Result<Database, Failure> {
    if let Some(database) = &at.database {
        return Ok(database.clone());
    }
    match marked(&at.data, SERVER)? {
        Some(server) => {
            Err(Failure::new("on-server").with("path", at.data.display()).with("server", server))
        }
        None => Ok(Database::File(file_in(&at.data))),
    }
}

/// The bucket that is named; nothing when attached files lie in the folder.
///
/// # Errors
/// When those of the folder are in another bucket, so that nobody goes on without them.
pub(super) fn bucket(at: &DataFolder) -> Result<Option<BucketAddress>, Failure> {
    let named = at.files.clone();
    match marked(&at.data, BUCKET)? {
        Some(bucket) if named.as_ref().is_none_or(|named| named.to_string() != bucket) => {
            let why = match named {
                Some(_) => Failure::new("in-another-bucket"),
                None => Failure::new("in-bucket"),
            };
            Err(why.with("path", at.data.display()).with("bucket", bucket))
        }
        _ => Ok(named),
    }
}

/// Refuses the server that is named, perhaps by the environment, to whoever asks a folder with a database of its own
/// that never went to a server: a backup would be taken for proven when the server was.
///
/// # Errors
/// When the folder has one.
pub(super) fn is_the_only_one(folder: &Path, named: &Database) -> Result<(), Failure> {
    let own = matches!(named, Database::Server(_)) && file_in(folder).is_file();
    if own && marked(folder, SERVER)?.is_none() {
        let failure = Failure::new("two-databases").with("path", folder.display());
        return Err(failure.with("database", named));
    }
    Ok(())
}

/// Refuses to erase from a server while the folder still holds the file from which its ledger was moved there, and so all
/// that is to be erased.
///
/// # Errors
/// When it does.
pub(crate) fn nothing_left_behind(at: &DataFolder) -> Result<(), Failure> {
    let file = file_in(&at.data);
    if matches!(database(at)?, Database::Server(_)) && file.is_file() {
        return Err(Failure::new("left-behind").with("path", file.display()));
    }
    Ok(())
}

/// What a mark in the folder tells; nothing when it is not there.
pub(super) fn marked(folder: &Path, mark: &str) -> Result<Option<String>, Failure> {
    match fs::read_to_string(folder.join(mark)) {
        Ok(told) => Ok(Some(told.trim().to_owned())),
        Err(why) if why.kind() == ErrorKind::NotFound => Ok(None),
        Err(why) => Err(Failure::new("unreadable").with("path", folder.display()).caused_by(why)),
    }
}

/// The bucket, opened by what the environment holds.
pub(super) fn unlocked(address: &BucketAddress) -> Result<Bucket, Failure> {
    let [key, secret] = BUCKET_KEY.map(|name| std::env::var(name).unwrap_or_default());
    if key.is_empty() || secret.is_empty() {
        return Err(Failure::new("no-bucket-key").with("bucket", address));
    }
    Ok(Bucket::new(address.clone(), &key, &secret))
}
