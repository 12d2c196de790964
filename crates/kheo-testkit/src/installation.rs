//! An installation that goes away with the test.

use std::path::PathBuf;

use kheo_store::{Database, Db, Salts};
use tempfile::TempDir;

use crate::server::Namespace;

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

/// A database of its own: on the server that `KHEO_TEST_SERVER` names, else in a file.
pub struct Installation {
    /// The open database.
    pub db: Db,
    /// Where it is.
    pub database: Database,
    folder: TempDir,
    namespace: Option<Namespace>,
}

impl Installation {
    /// A database without entries.
    #[must_use]
    pub fn empty() -> Self {
        let Some(namespace) = Namespace::of_the_server() else { return Self::in_file() };
        let folder = tempfile::tempdir().expect("a folder for the test");
        Self::opened(namespace.database(), folder, Some(namespace))
    }

    /// A database without entries, in a file whatever the server: for what only a file can suffer.
    #[must_use]
    pub fn in_file() -> Self {
        let folder = tempfile::tempdir().expect("a folder for the test");
        Self::opened(Database::file(folder.path().join("kheo.db")), folder, None)
    }

    fn opened(database: Database, folder: TempDir, namespace: Option<Namespace>) -> Self {
        let db = Db::open(&database, salts()).expect("a new database");
        Self { db, database, folder, namespace }
    }

    /// The same, with the units and posts of the small city.
    #[must_use]
    pub fn with_city(self) -> Self {
        self.db.write_now(crate::establish).expect("the small city");
        self
    }

    /// A database with the units and posts of the small city.
    #[must_use]
    pub fn city() -> Self {
        Self::empty().with_city()
    }

    /// The file that the database is in, when it is in one.
    #[must_use]
    pub fn file(&self) -> PathBuf {
        self.folder.path().join("kheo.db")
    }

    /// Closes the database and opens it again, after `between` has had it to itself.
    #[must_use]
    pub fn reopened(self, between: impl FnOnce(&Database)) -> Self {
        let Self { db, database, folder, namespace } = self;
        drop(db);
        between(&database);
        Self::opened(database, folder, namespace)
    }
}
