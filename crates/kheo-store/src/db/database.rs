//! Where a database is.

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use postgres::Config;
use postgres::config::Host;

use crate::StoreError;

/// Where the database of an installation is: in a file, or on a server.
#[derive(Clone)]
pub enum Database {
    /// `SQLite`, in this file.
    File(PathBuf),
    /// `PostgreSQL`, reached with these settings.
    Server(Box<Config>),
}

/// The text names no database that this program knows: `sqlite:FILE` or `postgres://…`.
///
/// It says nothing of the text, which may hold a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is neither sqlite:FILE nor postgres://USER@HOST/NAME")]
pub struct NoDatabase;

impl Database {
    /// The numbers of the pages of the file that are not as they were written, whether it opens or not; a server proves
    /// its own.
    ///
    /// # Errors
    /// [`StoreError::Folder`].
    pub fn damaged_pages(&self) -> Result<Vec<u64>, StoreError> {
        let Self::File(file) = self else { return Ok(Vec::new()) };
        kheo_file::damaged(file).map_err(|why| StoreError::Folder { path: file.clone(), why })
    }

    /// The database in `file`.
    pub fn file(file: impl AsRef<Path>) -> Self {
        Self::File(file.as_ref().to_owned())
    }

    /// Whether several programs may write to it at once.
    #[must_use]
    pub const fn is_shared(&self) -> bool {
        matches!(self, Self::Server(_))
    }

    /// Whether a program of ours is connected to it on its server: ask before connecting. Who has a file is told by
    /// the lock of its folder.
    ///
    /// # Errors
    /// [`StoreError::Unopenable`], [`StoreError::Unencrypted`].
    pub fn is_in_use(&self) -> Result<bool, StoreError> {
        match self {
            Self::File(_) => Ok(false),
            Self::Server(config) => super::postgres::is_in_use(config),
        }
    }
}

impl FromStr for Database {
    type Err = NoDatabase;

    fn from_str(text: &str) -> Result<Self, NoDatabase> {
        if let Some(file) = text.strip_prefix("sqlite:").filter(|file| !file.is_empty()) {
            return Ok(Self::file(file));
        }
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return text
                .parse()
                .map(|config| Self::Server(Box::new(config)))
                .map_err(|_| NoDatabase);
        }
        Err(NoDatabase)
    }
}

/// Never with a password.
impl fmt::Display for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let config = match self {
            Self::File(file) => return write!(f, "{}", file.display()),
            Self::Server(config) => config,
        };
        f.write_str("postgres://")?;
        for (place, host) in config.get_hosts().iter().enumerate() {
            f.write_str(if place == 0 { "" } else { "," })?;
            match host {
                Host::Tcp(name) => f.write_str(name)?,
                Host::Unix(path) => write!(f, "{}", path.display())?,
            }
            if let Some(port) = config.get_ports().get(place).or(config.get_ports().first()) {
                write!(f, ":{port}")?;
            }
        }
        write!(f, "/{}", config.get_dbname().unwrap_or_default())
    }
}

impl fmt::Debug for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::Database;

    #[test]
    fn a_database_is_named_without_its_password() {
        let told = |text: &str| text.parse::<Database>().map(|it| it.to_string());
        assert_eq!(told("sqlite:data/kheo.db").unwrap(), "data/kheo.db");
        let cluster =
            "postgres://kheo:secret@one:5432,two:5433/city?target_session_attrs=read-write";
        assert_eq!(told(cluster).unwrap(), "postgres://one:5432,two:5433/city");
        for none in ["", "sqlite:", "mysql://secret@host/x", "postgres://host:secret/x", "kheo.db"]
        {
            let why = told(none).unwrap_err().to_string();
            assert!(!why.contains("secret"), "{why}");
        }
    }
}
