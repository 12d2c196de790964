//! The folder an installation lives in: its database and its attached files.

mod demonstration;
mod hold;
mod named;
mod places;
mod rights;

use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use kheo_store::{BucketAddress, Database, Db, Files, Salts, StoreError};

use crate::command_line::DataFolder;
use crate::failure::Failure;
use crate::log_folder::{self, LogFolder};
use crate::{clock, randomness};

pub(crate) use demonstration::{Mark, copy_mark};
pub(crate) use hold::{lock, try_lock};
pub(crate) use named::nothing_left_behind;
pub(crate) use places::mark_server;
pub(crate) use rights::make_private;

use demonstration::come_to;
use hold::lock_elsewhere;
use named::{bucket, database, is_the_only_one, marked, unlocked};
use rights::make_others_stay_out;

const DATABASE: &str = "kheo.db";
/// What the files of a database end in, beside its own name.
const DATABASE_FILES: [&str; 3] = ["", "-wal", "-shm"];
/// Tells that the database of the folder is on a server, and on which.
const SERVER: &str = "SERVER";
const SERVER_DRAFT: &str = ".SERVER";
const FILES: &str = "files";
/// Tells that the attached files of the folder are in a bucket, and in which.
const BUCKET: &str = "BUCKET";
const BUCKET_DRAFT: &str = ".BUCKET";
const MARK: &str = "DEMONSTRATION";
const MARK_DRAFT: &str = ".DEMONSTRATION";

/// An open installation.
pub(crate) struct Installation {
    pub(crate) db: Db,
    pub(crate) files: Files,
    /// Whether its folder is marked as that of a demonstration.
    pub(crate) demonstration: bool,
    /// The time to which the clock of a demonstration has come.
    pub(crate) come_to: Option<Timestamp>,
}

/// Opens the installation in `folder` for questions, whether or not another program serves it.
///
/// # Errors
/// When there is none, or what is there belongs to another program.
pub(crate) fn open_to_read(at: &DataFolder) -> Result<Installation, Failure> {
    let database = database(at)?;
    is_the_only_one(&at.data, &database)?;
    there_is_one(&at.data, &database)?;
    let db = Db::open_to_read(&database)?;
    if !at.data.is_dir() {
        return Err(Failure::new("no-installation").with("path", at.data.display()));
    }
    let files = match bucket(at)? {
        Some(bucket) => Files::in_bucket(&at.data.join(FILES), unlocked(&bucket)?)?,
        None => Files::to_read(&at.data.join(FILES)),
    };
    Ok(installed(&at.data, db, files))
}

/// The pages of the file of the database that are not as they were written, whether it opens or not.
///
/// # Errors
/// When it is not known which database it is, or the file cannot be read.
pub(crate) fn damaged_pages(at: &DataFolder) -> Result<Vec<u64>, Failure> {
    Ok(database(at)?.damaged_pages()?)
}

/// What a folder is taken for.
#[derive(PartialEq, Eq)]
enum TakenFor {
    /// To go on with what is in it.
    Work,
    /// For an installation that comes from elsewhere, whose attached files follow its entries.
    Arrival,
}

/// A data folder that no other Khéo serves or writes to as long as this value lives.
pub(crate) struct Held {
    folder: PathBuf,
    database: Database,
    bucket: Option<BucketAddress>,
    /// The folder itself, locked; the system lets go of it when the program ends, however it ends.
    _lock: File,
    /// What stands for a database in a file elsewhere, locked.
    _database_lock: Option<File>,
    /// Whether there was no installation in it before.
    begun: bool,
    /// Whether there was nothing at all in it before.
    was_empty: bool,
    taken_for: TakenFor,
    /// Whether attached files lay in it before, as those of a demonstration that broke off.
    had_files: bool,
    /// The folders that were made for it, the innermost first.
    made: Vec<PathBuf>,
}

impl Held {
    /// Takes the folder of an installation.
    ///
    /// # Errors
    /// When there is no installation in it, or another program holds it.
    pub(crate) fn take(at: &DataFolder) -> Result<Self, Failure> {
        there_is_one(&at.data, &database(at)?)?;
        Self::take_or_create(at)
    }

    /// Takes a folder, which is made when it is not there.
    ///
    /// # Errors
    /// When it cannot be written, another program holds it, or it is full of other things.
    pub(crate) fn take_or_create(at: &DataFolder) -> Result<Self, Failure> {
        let (folder, database, bucket) = (&at.data, database(at)?, bucket(at)?);
        let unwritable = |why| unwritable(folder, &why);
        let database_lock = lock_elsewhere(folder, &database)?;
        let made = folder.ancestors().take_while(|above| !above.exists());
        let made = made.filter(|above| !above.as_os_str().is_empty());
        let made: Vec<PathBuf> = made.map(Path::to_owned).collect();
        make_private(folder).map_err(unwritable)?;
        let lock = lock(folder)?;
        if !is_ours_or_empty(folder).map_err(unwritable)? {
            return Err(Failure::new("not-empty").with("path", folder.display()));
        }
        let was_empty = is_empty(folder);
        make_others_stay_out(folder, &database);
        let trial = folder.join(".kheo-trial");
        fs::write(&trial, b"").and_then(|()| fs::remove_file(&trial)).map_err(unwritable)?;
        let begun = match &database {
            Database::File(file) => !file.exists(),
            Database::Server(_) => was_empty,
        };
        let had_files = folder.join(FILES).exists();
        Ok(Self {
            folder: folder.clone(),
            database,
            bucket,
            _lock: lock,
            _database_lock: database_lock,
            begun,
            was_empty,
            taken_for: TakenFor::Work,
            had_files,
            made,
        })
    }

    /// Opens the installation, or begins one.
    ///
    /// # Errors
    /// When what is there belongs to another program.
    pub(crate) fn open(&self) -> Result<Installation, Failure> {
        let bucket = self.bucket.as_ref();
        let installation = opened(&self.folder, &self.database, bucket, Db::open)?;
        // Other servers of the same database may share the attached files, and be taking some in.
        let before = self.database.is_shared().then(clock::an_hour_ago);
        self.belongs_here(&installation)?;
        installation.files.remove_drafts(before)?;
        kheo_store::case::finish_erasures(&installation.db, &installation.files, before)?;
        Ok(installation)
    }

    /// Opens the installation to make its tables anew, be they those of an earlier program.
    ///
    /// # Errors
    /// When what is there belongs to another program.
    pub(crate) fn open_to_rebuild(&self) -> Result<Installation, Failure> {
        opened(&self.folder, &self.database, self.bucket.as_ref(), Db::open_to_rebuild)
    }

    /// Marks the folder as that of a demonstration whose clock has come to `now`, for every program
    /// that serves it. The mark is on disk when this returns.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub(crate) fn mark_demonstration(&self, now: Timestamp) -> Result<(), Failure> {
        let mark = self.mark();
        mark.set(now).map_err(|why| unwritable(&self.folder, &why))
    }

    /// Takes a folder for an installation that comes from elsewhere; what is left of one that was broken off before
    /// its first entry gives way.
    ///
    /// # Errors
    /// When there is anything else in it, or it cannot be written.
    pub(crate) fn take_empty(at: &DataFolder) -> Result<Self, Failure> {
        let not_empty = || Failure::new("target-not-empty").with("path", at.data.display());
        if at.data.exists() && !is_empty(&at.data) && !is_left_over(&at.data)? {
            return Err(not_empty());
        }
        let held = Self::take_or_create(at)?;
        let own = file_in(&held.folder);
        if own.is_file() {
            let is_begun = match Db::open_to_read(&Database::file(&own)) {
                Ok(db) => db.read_now(kheo_store::ledger::last)?.is_some(),
                Err(StoreError::Nothing { .. }) => false,
                Err(_) => true,
            };
            if is_begun {
                return Err(not_empty());
            }
            beside(&own).iter().try_for_each(|file| held.remove(file))?;
        }
        Ok(Self { begun: true, taken_for: TakenFor::Arrival, ..held })
    }

    /// The folder that is held.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where its database is.
    pub(crate) const fn database(&self) -> &Database {
        &self.database
    }

    /// What of the log lies in this folder.
    pub(crate) fn log(&self) -> LogFolder {
        LogFolder::of(&self.folder)
    }

    /// The mark of a demonstration in this folder.
    pub(crate) fn mark(&self) -> Mark {
        Mark { folder: self.folder.clone() }
    }

    /// Removes what was begun here and came to nothing; an installation or attached files that were there
    /// before are left as they are.
    ///
    /// # Errors
    /// When it cannot be removed.
    pub(crate) fn give_up(&self) -> Result<(), Failure> {
        if !self.begun {
            return Ok(());
        }
        if !self.had_files {
            self.remove_files()?;
        }
        self.remove_database()?;
        if self.was_empty {
            let names = log_folder::FILES.into_iter().chain([
                SERVER,
                SERVER_DRAFT,
                BUCKET,
                BUCKET_DRAFT,
                MARK,
            ]);
            names.map(|name| self.folder.join(name)).try_for_each(|file| self.remove(&file))?;
        }
        for folder in &self.made {
            fs::remove_dir(folder).map_err(|why| unwritable(folder, &why))?;
        }
        Ok(())
    }

    /// Removes the attached files.
    fn remove_files(&self) -> Result<(), Failure> {
        let files = self.folder.join(FILES);
        if files.exists() {
            fs::remove_dir_all(files).map_err(|why| unwritable(&self.folder, &why))?;
        }
        Ok(())
    }

    /// Removes the files of the database; one on a server stays.
    fn remove_database(&self) -> Result<(), Failure> {
        let Database::File(file) = &self.database else { return Ok(()) };
        beside(file).iter().try_for_each(|file| self.remove(file))
    }

    fn remove(&self, file: &Path) -> Result<(), Failure> {
        match fs::remove_file(file) {
            Err(why) if why.kind() != ErrorKind::NotFound => Err(unwritable(&self.folder, &why)),
            _ => Ok(()),
        }
    }

    /// Removes a demonstration, whole or broken off: its database, its files and at last its mark,
    /// nothing else in the folder. A folder without entries is left as it is.
    ///
    /// # Errors
    /// When what is there is no demonstration, or cannot be removed.
    pub(crate) fn remove_demonstration(&self) -> Result<(), Failure> {
        let marked = self.folder.join(MARK).exists();
        if matches!(&self.database, Database::File(file) if file.exists()) {
            let installation = self.open_to_rebuild()?;
            let last = installation.db.read_now(kheo_store::ledger::last_recorded_at)?;
            if last.is_some() && !marked {
                let path = self.folder.display();
                return Err(Failure::new("not-a-demonstration").with("path", path));
            }
        }
        if !marked {
            return Ok(());
        }
        self.remove_files()?;
        self.remove_database()?;
        let names = log_folder::FILES.into_iter().chain([MARK_DRAFT, MARK]);
        names.map(|name| self.folder.join(name)).try_for_each(|file| self.remove(&file))
    }
}

/// The files of the database whose own is `file`.
fn beside(file: &Path) -> [PathBuf; 3] {
    DATABASE_FILES.map(|end| {
        let mut name = file.file_name().unwrap_or_default().to_owned();
        name.push(end);
        file.with_file_name(name)
    })
}

/// Whether there is nothing in the folder but a database and attached files: without entries, that is what an import
/// leaves that was killed.
fn is_left_over(folder: &Path) -> Result<bool, Failure> {
    let own = beside(&file_in(folder));
    let inside = fs::read_dir(folder).and_then(|inside| {
        inside.map(|entry| entry.map(|entry| entry.path())).collect::<std::io::Result<Vec<_>>>()
    });
    let inside = inside.map_err(|why| unwritable(folder, &why))?;
    Ok(inside.iter().all(|path| own.contains(path) || *path == files_in(folder)))
}

fn is_empty(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|mut inside| inside.next().is_none())
}

/// Whether nothing in the folder belongs to somebody else who never had a Khéo there.
fn is_ours_or_empty(folder: &Path) -> std::io::Result<bool> {
    let ours = [DATABASE, MARK, SERVER, BUCKET, log_folder::KEY];
    let is_ours = ours.iter().any(|name| folder.join(name).exists());
    // A first start that was refused leaves no more than that.
    let is_begun = |entry: std::io::Result<fs::DirEntry>| {
        entry.is_ok_and(|it| it.file_name() == FILES && is_empty(&it.path()))
    };
    Ok(is_ours || fs::read_dir(folder)?.all(is_begun))
}

/// Refuses a database that nobody began.
fn there_is_one(folder: &Path, database: &Database) -> Result<(), Failure> {
    match database {
        Database::File(file) if !file.is_file() => {
            Err(Failure::new("no-installation").with("path", folder.display()))
        }
        Database::File(_) => Ok(()),
        Database::Server(_) => match Db::open_to_read(database) {
            Err(why @ StoreError::Nothing { .. }) => Err(why.into()),
            // Whoever opens it tells what else there is to tell.
            _ => Ok(()),
        },
    }
}

fn opened(
    folder: &Path,
    database: &Database,
    bucket: Option<&BucketAddress>,
    open: fn(&Database, Salts) -> Result<Db, StoreError>,
) -> Result<Installation, Failure> {
    randomness::probe()?;
    let bucket = bucket.map(unlocked).transpose()?;
    let db = open(database, randomness::salts())?;
    let passage = folder.join(FILES);
    let files = match bucket {
        Some(bucket) => Files::in_bucket(&passage, bucket)?,
        None => Files::in_folder(&passage)?,
    };
    Ok(installed(folder, db, files))
}

fn installed(folder: &Path, db: Db, files: Files) -> Installation {
    let (demonstration, come_to) = (folder.join(MARK).exists(), come_to(folder));
    Installation { db, files, demonstration, come_to }
}

/// The folder of attached files that lies in the folder.
pub(crate) fn files_in(folder: &Path) -> PathBuf {
    folder.join(FILES)
}

/// The file of the database that lies in the folder.
pub(crate) fn file_in(folder: &Path) -> PathBuf {
    folder.join(DATABASE)
}

pub(crate) fn unwritable(folder: &Path, why: &std::io::Error) -> Failure {
    Failure::new("unwritable").with("path", folder.display()).caused_by(why)
}
