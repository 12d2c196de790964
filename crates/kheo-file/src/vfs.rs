//! How `SQLite` reads and writes such a file: as it does any other, but for what it does with whole pages.
#![expect(unsafe_code, reason = "SQLite takes functions of C")]

use std::ffi::{CStr, c_int, c_void};
use std::slice;
use std::sync::OnceLock;

use rusqlite::{Connection, Error, ffi};

use crate::pages::{ROOM, is_page, proves, summed};

const NAME: &CStr = c"kheo";

type Open = unsafe extern "C" fn(
    *mut ffi::sqlite3_vfs,
    ffi::sqlite3_filename,
    *mut ffi::sqlite3_file,
    c_int,
    *mut c_int,
) -> c_int;
type Read = unsafe extern "C" fn(*mut ffi::sqlite3_file, *mut c_void, c_int, i64) -> c_int;
type Write = unsafe extern "C" fn(*mut ffi::sqlite3_file, *const c_void, c_int, i64) -> c_int;
type Traits = unsafe extern "C" fn(*mut ffi::sqlite3_file) -> c_int;

/// How files are opened without us.
static OPEN: OnceLock<Option<Open>> = OnceLock::new();
/// How they are used without us, and with us.
static FILE: OnceLock<Option<Original>> = OnceLock::new();

struct Original {
    read: Read,
    write: Write,
    traits: Traits,
    ours: ffi::sqlite3_io_methods,
}

/// The name under which `SQLite` knows this way to read and write.
pub(crate) fn name() -> rusqlite::Result<&'static CStr> {
    let failed = || Error::SqliteFailure(ffi::Error::new(ffi::SQLITE_ERROR), None);
    OPEN.get_or_init(registered).map(|_| NAME).ok_or_else(failed)
}

fn registered() -> Option<Open> {
    // SAFETY: the answer is null or a VFS that lives as long as the program; ours is a copy of it that does too.
    unsafe {
        if ffi::sqlite3_initialize() != ffi::SQLITE_OK {
            return None;
        }
        let original = ffi::sqlite3_vfs_find(std::ptr::null()).as_ref()?;
        let open = original.xOpen?;
        let mut ours = *original;
        ours.zName = NAME.as_ptr();
        ours.pNext = std::ptr::null_mut();
        ours.xOpen = Some(opened);
        let ours = Box::leak(Box::new(ours));
        (ffi::sqlite3_vfs_register(ours, 0) == ffi::SQLITE_OK).then_some(open)
    }
}

/// Lets pages that are written from now on in a new file, or when it is rewritten, leave room for a sum.
pub(crate) fn leave_room(connection: &Connection) -> rusqlite::Result<()> {
    let mut room = c_int::try_from(ROOM).unwrap_or_default();
    // SAFETY: the connection is open, its main database is named by null, and the argument is a number.
    let done = unsafe {
        let argument = (&raw mut room).cast();
        let control = ffi::SQLITE_FCNTL_RESERVE_BYTES;
        ffi::sqlite3_file_control(connection.handle(), std::ptr::null(), control, argument)
    };
    if done == ffi::SQLITE_OK {
        Ok(())
    } else {
        Err(Error::SqliteFailure(ffi::Error::new(done), None))
    }
}

unsafe extern "C" fn opened(
    vfs: *mut ffi::sqlite3_vfs,
    name: ffi::sqlite3_filename,
    file: *mut ffi::sqlite3_file,
    flags: c_int,
    given: *mut c_int,
) -> c_int {
    let Some(open) = OPEN.get().copied().flatten() else { return ffi::SQLITE_CANTOPEN };
    // SAFETY: the arguments are those that SQLite gave, and the original takes any VFS that is a copy of its own.
    // What it opened has its methods.
    unsafe {
        let done = open(vfs, name, file, flags, given);
        if done != ffi::SQLITE_OK || flags & ffi::SQLITE_OPEN_MAIN_DB == 0 {
            return done;
        }
        let original = FILE.get_or_init(|| original((*file).pMethods));
        let Some(original) = original else { return ffi::SQLITE_CANTOPEN };
        (*file).pMethods = &raw const original.ours;
    }
    ffi::SQLITE_OK
}

/// # Safety
/// `methods` is null or those of an open file.
unsafe fn original(methods: *const ffi::sqlite3_io_methods) -> Option<Original> {
    // SAFETY: as the caller says.
    let methods = unsafe { methods.as_ref() }?;
    let mut ours = *methods;
    // The third version can lend a part of the file to be read, unproved.
    ours.iVersion = methods.iVersion.min(2);
    ours.xRead = Some(read);
    ours.xWrite = Some(write);
    ours.xDeviceCharacteristics = Some(traits);
    Some(Original {
        read: methods.xRead?,
        write: methods.xWrite?,
        traits: methods.xDeviceCharacteristics?,
        ours,
    })
}

unsafe extern "C" fn read(
    file: *mut ffi::sqlite3_file,
    into: *mut c_void,
    length: c_int,
    place: i64,
) -> c_int {
    let Some(Some(original)) = FILE.get() else { return ffi::SQLITE_IOERR_READ };
    // SAFETY: the arguments are those that SQLite gave; after success all of `into` was written.
    let page = unsafe {
        let done = (original.read)(file, into, length, place);
        if done != ffi::SQLITE_OK {
            return done;
        }
        slice::from_raw_parts(into.cast::<u8>(), usize::try_from(length).unwrap_or_default())
    };
    let place = place.unsigned_abs();
    if is_page(page.len(), place) && !proves(page, place) {
        return ffi::SQLITE_CORRUPT;
    }
    ffi::SQLITE_OK
}

unsafe extern "C" fn write(
    file: *mut ffi::sqlite3_file,
    from: *const c_void,
    length: c_int,
    place: i64,
) -> c_int {
    let Some(Some(original)) = FILE.get() else { return ffi::SQLITE_IOERR_WRITE };
    // SAFETY: the arguments are those that SQLite gave, so `from` has that length; a copy of it has too.
    unsafe {
        let bytes = usize::try_from(length).unwrap_or_default();
        let page = slice::from_raw_parts(from.cast::<u8>(), bytes);
        if !is_page(bytes, place.unsigned_abs()) {
            return (original.write)(file, from, length, place);
        }
        let summed = summed(page, place.unsigned_abs());
        (original.write)(file, summed.as_ptr().cast(), length, place)
    }
}

unsafe extern "C" fn traits(file: *mut ffi::sqlite3_file) -> c_int {
    let Some(Some(original)) = FILE.get() else { return 0 };
    // SAFETY: the argument is the one that SQLite gave.
    let traits = unsafe { (original.traits)(file) };
    // Parts of pages are not proved, so they are not read.
    traits & !ffi::SQLITE_IOCAP_SUBPAGE_READ
}
