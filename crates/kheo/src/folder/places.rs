//! Where the database and the attached files of a folder are, as it knows itself.

use std::path::Path;

use kheo_store::ledger::{commitment_of, last_commitment, missing_files};
use kheo_store::{Database, Db};

use super::{BUCKET, Held, Installation, SERVER, TakenFor, file_in, marked, unwritable};
use crate::failure::Failure;
use crate::kept_file::replace;

impl Held {
    /// Refuses a database or a bucket that the folder did not know before, and that lacks what the folder holds: an
    /// entry of the ledger that lies here, an attached file that an entry names.
    pub(super) fn belongs_here(&self, installation: &Installation) -> Result<(), Failure> {
        let own = file_in(&self.folder);
        let is_elsewhere = !matches!(&self.database, Database::File(file) if *file == own);
        if is_elsewhere && own.is_file() && marked(&self.folder, SERVER)?.is_none() {
            let here = Db::open_to_read(&Database::File(own))?;
            if let Some((seq, commitment)) = here.read_now(last_commitment)?
                && installation.db.read_now(|r| commitment_of(r, seq))? != Some(commitment)
            {
                let failure = Failure::new("other-ledger").with("path", self.folder.display());
                return Err(failure.with("database", &self.database));
            }
        }
        if let Some(bucket) = &self.bucket
            && self.taken_for == TakenFor::Work
            && marked(&self.folder, BUCKET)?.is_none()
        {
            let missing = missing_files(&installation.db, &installation.files)?;
            if missing > 0 {
                let failure = Failure::new("bucket-lacks").with("bucket", bucket);
                return Err(failure.with("count", missing));
            }
        }
        Ok(())
    }

    /// Writes down where the database and the attached files of the folder are, for every command that follows:
    /// once what was asked for is done, so that a command that is refused leaves the folder as it was.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub(crate) fn mark_places(&self) -> Result<(), Failure> {
        self.mark_server()?;
        let Some(bucket) = &self.bucket else { return Ok(()) };
        replace(&self.folder, BUCKET, &format!("{bucket}\n"))
            .map_err(|why| unwritable(&self.folder, &why))
    }

    /// Writes down that the database of the folder is on a server, or that it is in the folder.
    fn mark_server(&self) -> Result<(), Failure> {
        match &self.database {
            Database::Server(_) => mark_server(&self.folder, &self.database),
            Database::File(file) if *file == file_in(&self.folder) => {
                self.remove(&self.folder.join(SERVER))
            }
            Database::File(_) => Ok(()),
        }
    }
}

/// Writes down that the database of the folder is on that server; it is on disk when this returns.
///
/// # Errors
/// When the folder cannot be written.
pub(crate) fn mark_server(folder: &Path, database: &Database) -> Result<(), Failure> {
    let written = replace(folder, SERVER, &format!("{database}\n"));
    written.map_err(|why| unwritable(folder, &why))
}
