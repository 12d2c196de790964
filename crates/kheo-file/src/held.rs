//! A file as `SQLite` holds it, read without being opened beside it.
//!
//! Whoever opens the file of a database and closes it again takes all locks from it that the program has there: so POSIX
//! has it, and `SQLite` alone knows when it may close. Without those locks another program that reads the database
//! takes itself for the last one, and removes the write-ahead log of one that is served.
#![expect(unsafe_code, reason = "SQLite lends its file as one of C")]

use std::ffi::c_int;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use rusqlite::{Connection, OpenFlags, ffi};

/// A file that is only read.
pub(crate) struct HeldFile(Connection);

impl HeldFile {
    /// Opens the file, which need not be a database.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`], or why it cannot be read.
    pub(crate) fn open(file: &Path) -> io::Result<Self> {
        fs::metadata(file)?;
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        Connection::open_with_flags(file, flags).map(Self).map_err(io::Error::other)
    }

    /// How long it is.
    ///
    /// - Unit: bytes.
    ///
    /// # Errors
    /// When the system does not tell.
    pub(crate) fn length(&self) -> io::Result<u64> {
        let mut length = 0;
        // SAFETY: the file is open as long as the connection is, and its methods are those of whoever opened it.
        let done = unsafe {
            let file = self.lent()?;
            match (*(*file).pMethods).xFileSize {
                Some(tell) => tell(file, &raw mut length),
                None => ffi::SQLITE_IOERR,
            }
        };
        succeeded(done)?;
        Ok(length.unsigned_abs())
    }

    /// Fills `into` with what stands from `place` on.
    ///
    /// # Errors
    /// [`ErrorKind::UnexpectedEof`] when it ends before; why it cannot be read.
    pub(crate) fn read_at(&self, into: &mut [u8], place: u64) -> io::Result<()> {
        let (length, place) = (c_int::try_from(into.len()), i64::try_from(place));
        let (Ok(length), Ok(place)) = (length, place) else { return Err(too_long()) };
        // SAFETY: as above; `into` has that length.
        let done = unsafe {
            let file = self.lent()?;
            match (*(*file).pMethods).xRead {
                Some(read) => read(file, into.as_mut_ptr().cast(), length, place),
                None => ffi::SQLITE_IOERR_READ,
            }
        };
        succeeded(done)
    }

    /// The file of the main database, open and with its methods.
    fn lent(&self) -> io::Result<*mut ffi::sqlite3_file> {
        let mut file: *mut ffi::sqlite3_file = std::ptr::null_mut();
        // SAFETY: the connection is open, its main database is named by null, and the argument takes a pointer.
        let open = unsafe {
            let control = ffi::SQLITE_FCNTL_FILE_POINTER;
            let argument = (&raw mut file).cast();
            let done =
                ffi::sqlite3_file_control(self.0.handle(), std::ptr::null(), control, argument);
            succeeded(done)?;
            !file.is_null() && !(*file).pMethods.is_null()
        };
        if open { Ok(file) } else { Err(ErrorKind::NotFound.into()) }
    }
}

fn succeeded(done: c_int) -> io::Result<()> {
    match done {
        ffi::SQLITE_OK => Ok(()),
        ffi::SQLITE_IOERR_SHORT_READ => Err(ErrorKind::UnexpectedEof.into()),
        other => Err(io::Error::other(ffi::Error::new(other).to_string())),
    }
}

fn too_long() -> io::Error {
    io::Error::new(ErrorKind::InvalidInput, "more than a file holds")
}
