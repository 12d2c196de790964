//! An installation in a folder that goes away with the test.

use std::path::PathBuf;

use kheo_store::{Db, Salts};
use tempfile::TempDir;

/// Salts that are the same in every run: 1, 2, 3 and so on.
#[must_use]
pub fn salts() -> Salts {
    let mut last = 0_u64;
    Box::new(move || {
        last += 1;
        let mut salt = [0; 32];
        salt.iter_mut().zip(last.to_be_bytes()).for_each(|(to, from)| *to = from);
        salt
    })
}

/// A database in a folder of its own.
pub struct Installation {
    /// The open database.
    pub db: Db,
    folder: TempDir,
}

impl Installation {
    /// A database without entries.
    #[must_use]
    pub fn empty() -> Self {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let db = Db::open(&folder.path().join("kheo.db"), salts()).expect("a new database");
        Self { db, folder }
    }

    /// A database with the units and posts of the small city.
    #[must_use]
    pub fn city() -> Self {
        let installation = Self::empty();
        installation.db.write_now(crate::establish).expect("the small city");
        installation
    }

    /// The file that the database is in.
    #[must_use]
    pub fn file(&self) -> PathBuf {
        self.folder.path().join("kheo.db")
    }

    /// Closes the database and opens it again, after `between` has had the file to itself.
    #[must_use]
    pub fn reopened(self, between: impl FnOnce(&std::path::Path)) -> Self {
        let Self { db, folder } = self;
        drop(db);
        let file = folder.path().join("kheo.db");
        between(&file);
        Self { db: Db::open(&file, salts()).expect("the same database"), folder }
    }
}
