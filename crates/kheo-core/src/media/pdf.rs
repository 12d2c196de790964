//! PDF (ISO 32000): a head with a version, objects with a page among them, and near the end the place of a
//! table of the objects, which names their root.

const HEAD: [u8; 5] = *b"%PDF-";
const END: [u8; 5] = *b"%%EOF";
const STREAM_END: [u8; 9] = *b"endstream";
/// How far before the last byte the end may stand: as far as common readers look.
const NEAR: u64 = 1024;
/// How far from the table the file may say that it is: writers count line breaks differently.
const OFF: u64 = 16;
/// How many tables are remembered, the last ones. One is made whenever the file is saved.
const TABLES: usize = 64;

/// What was seen of a PDF file.
#[derive(Debug, Clone, Default)]
pub(super) struct Pdf {
    at: At,
    last: [u8; 9],
    size: u64,
    /// The word that is read, as far as it is short, and how long it is.
    word: [u8; 12],
    length: usize,
    /// Where it began.
    began: u64,
    /// The word before, by what it means.
    before: Word,
    /// Where the number before the last word began: an object is headed `12 0 obj`.
    numbers: [Option<u64>; 2],
    /// Where the object began that is read.
    object: Option<u64>,
    /// Where tables of the objects begin.
    tables: Vec<u64>,
    has_root: bool,
    has_page: bool,
    /// Where the file says, last of all, that its table is.
    said: Option<u64>,
    /// How much there was when the end was last seen after that.
    ended: Option<u64>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum At {
    #[default]
    Head,
    /// Among objects and tables.
    Objects,
    /// Behind a dictionary and white space, where a stream may begin.
    Dictionary,
    /// In a stream, whose bytes mean nothing here.
    Stream,
    /// In a file without a head.
    Broken,
}

/// What a word is for what follows it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Word {
    #[default]
    Other,
    Type,
    Root,
    StartXref,
}

impl Pdf {
    pub(super) fn take(&mut self, byte: u8) {
        self.last.rotate_left(1);
        let [.., last] = &mut self.last;
        *last = byte;
        self.size += 1;
        match self.at {
            At::Head if self.size < 5 => return,
            At::Head if self.last.ends_with(&HEAD) => self.at = At::Objects,
            At::Head => self.at = At::Broken,
            At::Stream if self.last == STREAM_END => self.at = At::Objects,
            At::Stream | At::Broken => return,
            At::Objects | At::Dictionary => {}
        }
        if self.last.ends_with(&END) && self.said.is_some() {
            self.ended = Some(self.size);
        }
        // A word ends where white space or a delimiter begins; `/` begins the next one.
        if byte.is_ascii_whitespace() || b"\0<>[](){}%/".contains(&byte) {
            self.end_word();
            self.length = 0;
            match byte {
                b'>' if self.at == At::Objects => self.at = At::Dictionary,
                b'/' if self.at == At::Dictionary => self.at = At::Objects,
                _ => {}
            }
            if byte != b'/' {
                return;
            }
        }
        if self.length == 0 {
            self.began = self.size - 1;
        }
        if let Some(place) = self.word.get_mut(self.length) {
            *place = byte;
        }
        self.length += 1;
    }

    pub(super) fn is_whole(&self) -> bool {
        let is_near = |said: u64| self.tables.iter().any(|table| table.abs_diff(said) <= OFF);
        let is_ended = self.ended.is_some_and(|at| self.size - at <= NEAR);
        is_ended && self.has_root && self.has_page && self.said.is_some_and(is_near)
    }

    fn end_word(&mut self) {
        if self.length == 0 {
            return;
        }
        let before = std::mem::take(&mut self.before);
        let after_dictionary = self.at == At::Dictionary;
        self.at = At::Objects;
        let (began, word) = (self.began, self.word);
        let word = word.get(..self.length).unwrap_or_default();
        let number = std::str::from_utf8(word).ok().and_then(|word| word.parse::<u64>().ok());
        match (word, number) {
            (b"/Type", _) => self.before = Word::Type,
            (b"/Root", _) => self.before = Word::Root,
            (b"startxref", _) => self.before = Word::StartXref,
            (b"obj", _) => self.object = self.numbers[0],
            (b"stream", _) if after_dictionary => self.at = At::Stream,
            (b"xref", _) => self.remember(began),
            (b"/XRef", _) if before == Word::Type => {
                if let Some(object) = self.object {
                    self.remember(object);
                }
            }
            // Pages may lie, packed, in a stream of objects.
            (b"/Page" | b"/ObjStm", _) if before == Word::Type => self.has_page = true,
            (_, Some(said)) if before == Word::StartXref => {
                (self.said, self.ended) = (Some(said), None);
            }
            (_, Some(_)) if before == Word::Root => self.has_root = true,
            _ => {}
        }
        self.numbers = [self.numbers[1], number.map(|_| began)];
    }

    fn remember(&mut self, table: u64) {
        if self.tables.len() == TABLES {
            self.tables.remove(0);
        }
        self.tables.push(table);
    }
}
