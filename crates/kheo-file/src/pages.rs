//! Pages and their sums.

use std::fs::OpenOptions;
use std::io;
use std::os::unix::fs::FileExt as _;
use std::path::Path;

use crate::held::HeldFile;

/// Bytes at the end of each page for its sum. `SQLite` leaves them alone.
pub(crate) const ROOM: usize = 8;
/// Where the head of a file says how many bytes `SQLite` leaves alone.
const ROOM_AT: usize = 20;
/// Where it says how long a page is.
const LENGTH_AT: std::ops::Range<usize> = 16..18;
/// How long a page is that we write.
const LENGTH: usize = 4096;
/// How often a page is looked at that does not prove itself: somebody may be writing it.
const TIMES: usize = 5;
/// How many pages are read at once where all are.
const AT_ONCE: usize = 64;

/// Whether `length` bytes at `place` are a page, not a part of one.
pub(crate) fn is_page(length: usize, place: u64) -> bool {
    length >= 512
        && length.is_power_of_two()
        && u64::try_from(length).is_ok_and(|length| place.is_multiple_of(length))
}

/// The sum of a page that begins at `place` in its file. A change of any eight bytes in a row changes it.
pub(crate) fn sum(page: &[u8], place: u64) -> [u8; ROOM] {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let said = page.get(..page.len().saturating_sub(ROOM)).unwrap_or_default();
    let (words, _) = said.as_chunks::<ROOM>();
    let sum = words.iter().fold(place.wrapping_add(FACTOR), |sum, word| {
        (sum ^ u64::from_le_bytes(*word)).wrapping_mul(FACTOR).rotate_left(29)
    });
    sum.to_le_bytes()
}

/// Whether the page at `place` is as it was written.
pub(crate) fn proves(page: &[u8], place: u64) -> bool {
    page.ends_with(&sum(page, place))
}

/// `page` with its sum.
pub(crate) fn summed(page: &[u8], place: u64) -> Vec<u8> {
    let mut summed = page.to_vec();
    let end = page.len().saturating_sub(ROOM);
    if let Some(room) = summed.get_mut(end..) {
        room.copy_from_slice(&sum(page, place));
    }
    summed
}

/// The first page of a file, or all of one that is shorter; nothing of one that has not begun.
///
/// # Errors
/// [`NotFound`](io::ErrorKind::NotFound), or why it cannot be read.
pub fn first(file: &Path) -> io::Result<Vec<u8>> {
    let file = HeldFile::open(file)?;
    let mut head = vec![0; usize::try_from(file.length()?.min(65536)).unwrap_or_default()];
    file.read_at(&mut head, 0)?;
    let length = length(&head).unwrap_or(LENGTH);
    head.truncate(length);
    Ok(head)
}

/// Whether a file that begins with `first` has sums: it says so, or did before it was damaged.
pub(crate) fn has_sums(first: &[u8]) -> bool {
    let mut said = first.to_vec();
    let Some(room) = said.get_mut(ROOM_AT) else { return true };
    if usize::from(*room) == ROOM {
        return true;
    }
    ROOM.to_le_bytes().first().into_iter().for_each(|said| *room = *said);
    proves(&said, 0)
}

/// The numbers of the pages in `file` that are not as they were written; nothing of a file without sums.
///
/// # Errors
/// When it cannot be read.
pub fn damaged(file: &Path) -> io::Result<Vec<u64>> {
    let first = first(file)?;
    if first.is_empty() || !has_sums(&first) {
        return Ok(Vec::new());
    }
    let file = HeldFile::open(file)?;
    let mut pages = vec![0; length(&first).unwrap_or(LENGTH) * AT_ONCE];
    let page = pages.len() / AT_ONCE;
    let length = u64::try_from(page).unwrap_or(u64::MAX);
    let end = file.length()? / length * length;
    let (mut damaged, mut place) = (Vec::new(), 0);
    while place < end {
        let left = usize::try_from(end - place).unwrap_or(usize::MAX);
        pages.truncate(left);
        file.read_at(&mut pages, place)?;
        for page in pages.chunks_exact_mut(page) {
            if !proves_in_time(&file, page, place)? {
                damaged.push(place / length + 1);
            }
            place += length;
        }
    }
    Ok(damaged)
}

/// Whether `page`, as it was read at `place`, is as it was written, or is when it is read again.
fn proves_in_time(file: &HeldFile, page: &mut [u8], place: u64) -> io::Result<bool> {
    for _ in 0..TIMES {
        // A page that was never written holds nothing that is ever read.
        if proves(page, place) || page.iter().all(|byte| *byte == 0) {
            return Ok(true);
        }
        file.read_at(page, place)?;
    }
    Ok(false)
}

/// Writes the sums of all pages into a file that leaves room for them, and brings it to the disk.
pub(crate) fn write_sums(file: &Path) -> io::Result<()> {
    let first = first(file)?;
    let file = OpenOptions::new().read(true).write(true).open(file)?;
    let mut page = vec![0; length(&first).unwrap_or(LENGTH)];
    let length = u64::try_from(page.len()).unwrap_or(u64::MAX);
    for number in 0..file.metadata()?.len() / length {
        let place = number * length;
        file.read_exact_at(&mut page, place)?;
        file.write_all_at(&summed(&page, place), place)?;
    }
    file.sync_all()
}

/// How long the pages are of a file with this head, if it is one.
fn length(head: &[u8]) -> Option<usize> {
    let said: [u8; 2] = head.get(LENGTH_AT)?.try_into().ok()?;
    let length = match u16::from_be_bytes(said) {
        1 => 65536,
        length => usize::from(length),
    };
    is_page(length, 0).then_some(length)
}
