//! What a system or a database says that went wrong, in the reader's language.

use std::io::{Error, ErrorKind};

use crate::Tongue;

impl Tongue<'_> {
    /// Why the operating system refused something; what has no words here is told by its number.
    #[must_use]
    pub fn system_error(self, why: &Error) -> String {
        let key = match why.kind() {
            ErrorKind::NotFound => "system-not-found",
            ErrorKind::PermissionDenied => "system-denied",
            ErrorKind::AlreadyExists => "system-exists",
            ErrorKind::IsADirectory => "system-is-a-folder",
            ErrorKind::NotADirectory => "system-no-folder",
            ErrorKind::DirectoryNotEmpty => "system-not-empty",
            ErrorKind::StorageFull => "system-full",
            ErrorKind::QuotaExceeded => "system-quota",
            ErrorKind::FileTooLarge => "system-too-large",
            ErrorKind::ReadOnlyFilesystem => "system-read-only",
            ErrorKind::InvalidFilename => "system-name",
            ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => "system-busy",
            ErrorKind::AddrInUse => "system-address-in-use",
            ErrorKind::AddrNotAvailable => "system-address",
            ErrorKind::NetworkDown | ErrorKind::NetworkUnreachable | ErrorKind::HostUnreachable => {
                "system-network"
            }
            ErrorKind::TimedOut => "system-too-slow",
            ErrorKind::UnexpectedEof => "system-cut-off",
            ErrorKind::InvalidData => "system-not-text",
            ErrorKind::OutOfMemory => "system-memory",
            _ => return self.by_number("system-number", why.raw_os_error()),
        };
        self.say(key)
    }

    /// Why the database refused something, by the extended result code of the `SQLite` library.
    #[must_use]
    pub fn database_error(self, code: i32) -> String {
        let key = match code & 0xff {
            3 | 8 | 23 => "database-denied",
            5 | 6 => "database-busy",
            7 => "system-memory",
            10 => "database-disk",
            11 | 26 => "database-damaged",
            13 => "system-full",
            14 => "database-unopened",
            _ => return self.by_number("database-number", Some(code)),
        };
        self.say(key)
    }

    /// Why a server of a database refused something, by its `SQLSTATE`; without one it does not answer.
    #[must_use]
    pub fn server_error(self, code: Option<&str>) -> String {
        let Some(code) = code else { return self.say("server-unreachable") };
        let key = match (code.get(..2), code) {
            (Some("28"), _) => "server-password",
            (Some("3D"), _) => "server-no-database",
            (Some("08" | "57"), _) => "server-unreachable",
            (_, "25006") => "server-reads-only",
            (_, "42501") => "server-denied",
            (_, "53100") => "system-full",
            (_, "53300") => "server-busy",
            _ => return self.say_with("server-code", &[("code", code)]),
        };
        self.say(key)
    }

    fn by_number(self, key: &str, number: Option<i32>) -> String {
        match number {
            Some(number) => self.say_with(key, &[("number", &number.to_string())]),
            None => self.say("system-untold"),
        }
    }
}
