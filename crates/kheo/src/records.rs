//! `kheo export --jsonl` and `kheo import FILE`: an installation as lines of JSON, and one made of them.
//!
//! Every line is an object. `table` says what it tells of: a row of a table, or an attached file.

use std::fs::{File, OpenOptions};
use std::io::{self, BufRead as _, BufReader, BufWriter, Write};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;
use std::process::ExitCode;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use kheo_ledger::{ContentHash, hexadecimal};
use kheo_store::StoreError;
use kheo_store::ledger::transfer::{Record, finish, put, records};
use kheo_store::ledger::{count, last, named_files, root};
use kheo_words::Tongue;
use serde_json::{Map, Value};

use crate::backup::{told, whole};
use crate::command_line::{DataFolder, ExportAll};
use crate::failure::Failure;
use crate::folder::{self, Held, Installation, unwritable};
use crate::serve;
use crate::terminal::{eprintln, println};

/// The table by which an attached file is named.
const FILES: &str = "files";
/// That which says that all of it is a demonstration.
const DEMONSTRATION: &str = "demonstration";
/// That of the last line: without it the file was cut off. It has the root of the ledger and the hash of all
/// lines before it.
const END: &str = "end";

/// `kheo export --jsonl`. The key of the log is not in it. Ends with 1 when attached files are missing.
pub(crate) fn export(wanted: &ExportAll, tongue: Tongue<'_>) -> Result<ExitCode, Failure> {
    let from = folder::open_to_read(&wanted.at)?;
    let failed = |why| unwritable(&wanted.out, &why);
    let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&wanted.out);
    let mut out = Hashed::new(BufWriter::new(file.map_err(failed)?));
    let broken = |why| StoreError::Folder { path: wanted.out.clone(), why };
    if from.demonstration {
        let now = serve::come_to(&from)?.map(|now| now.to_string()).unwrap_or_default();
        writeln!(out, r#"{{"table":"{DEMONSTRATION}","now":"{now}"}}"#).map_err(failed)?;
    }
    let (entries, root) = from.db.read_now(|r| {
        records(r, |record| {
            serde_json::to_writer(&mut out, &record).map_err(|why| broken(why.into()))?;
            out.write_all(b"\n").map_err(broken)
        })?;
        Ok((count(r)?.to_string(), hexadecimal(&root(r)?)))
    })?;
    for hash in named_files(&from.db)? {
        let content = match from.files.read(&hash) {
            Ok(Some(content)) => STANDARD.encode(content),
            Ok(None) | Err(StoreError::ChangedFile { .. }) => continue,
            Err(why) => return Err(why.into()),
        };
        let line = format!(r#"{{"table":"{FILES}","hash":"{hash}","base64":"{content}"}}"#);
        writeln!(out, "{line}").map_err(failed)?;
    }
    let (mut out, hash) = out.done();
    let end = format!(r#"{{"table":"{END}","root":"{root}","lines":"{hash}"}}"#);
    writeln!(out, "{end}").map_err(failed)?;
    let out = out.into_inner().map_err(|why| failed(why.into_error()))?;
    out.sync_all().map_err(failed)?;
    let path = wanted.out.display().to_string();
    let variables = [("path", path.as_str()), ("entries", &entries), ("root", &root)];
    println(&tongue.say_with("exported", &variables));
    Ok(whole(&from, tongue))
}

/// `kheo import FILE`: into an installation that has nothing yet. Ends with 1 when attached files are missing.
pub(crate) fn import(
    file: &Path,
    at: &DataFolder,
    tongue: Tongue<'_>,
) -> Result<ExitCode, Failure> {
    let held = Held::take_empty(at)?;
    let imported = imported(file, &held);
    if imported.is_err()
        && let Err(left) = held.give_up()
    {
        eprintln(&left.in_words(tongue));
    }
    let to = imported?;
    println(&told(&to, held.folder(), "imported", tongue)?);
    Ok(whole(&to, tongue))
}

fn imported(file: &Path, held: &Held) -> Result<Installation, Failure> {
    let lines = Lines::of(file)?;
    let mut to = held.open()?;
    let (files, database) = (to.files.clone(), held.database().to_string());
    let demonstration = to.db.write_now(move |tx| {
        if last(tx)?.is_some() {
            return Err(Failure::new("target-not-empty").with("path", database));
        }
        let (mut end, mut demonstration) = (None, None);
        let path = lines.path.clone();
        let hash = lines.each(|line| {
            match line {
                Line::Row(record) => put(tx, &record)?,
                Line::File(hash, content) if files.put(&content)?.as_str() == hash => {}
                Line::File(hash, _) => return Err(Failure::new("file-differs").with("hash", hash)),
                Line::Demonstration(now) => demonstration = Some(now),
                Line::End(told) => end = Some(told),
            }
            Ok(())
        });
        let hash = hash?;
        if end != Some(End { root: hexadecimal(&root(tx)?), lines: hash }) {
            return Err(Failure::new("records-cut-off").with("path", path));
        }
        finish(tx)?;
        Ok(demonstration)
    })?;
    if let Some(now) = demonstration {
        held.mark_demonstration(now)?;
        to.demonstration = true;
    }
    held.mark_places()?;
    Ok(to)
}

/// What a line tells of.
enum Line {
    Row(Record),
    File(String, Vec<u8>),
    /// That all of it is a demonstration, whose clock has come to this.
    Demonstration(Timestamp),
    /// The last one.
    End(End),
}

/// What the last line tells of all before it.
#[derive(PartialEq, Eq)]
struct End {
    /// The root of the ledger.
    root: String,
    /// The hash of the lines.
    lines: String,
}

impl Line {
    fn read(text: &str) -> Option<Self> {
        let line: Map<String, Value> = serde_json::from_str(text).ok()?;
        match line.get("table")?.as_str()? {
            FILES => {}
            DEMONSTRATION => {
                return Some(Self::Demonstration(line.get("now")?.as_str()?.parse().ok()?));
            }
            END => {
                let [root, lines] = ["root", "lines"].map(|name| line.get(name)?.as_str());
                return Some(Self::End(End { root: root?.to_owned(), lines: lines?.to_owned() }));
            }
            _ => return Record::read(&line).map(Self::Row),
        }
        let content = STANDARD.decode(line.get("base64")?.as_str()?).ok()?;
        Some(Self::File(line.get("hash")?.as_str()?.to_owned(), content))
    }
}

/// The lines of a file.
struct Lines {
    path: String,
    file: BufReader<File>,
}

impl Lines {
    fn of(file: &Path) -> Result<Self, Failure> {
        let path = file.display().to_string();
        match File::open(file) {
            Ok(file) => Ok(Self { path, file: BufReader::new(file) }),
            Err(why) => Err(Failure::new("unreadable").with("path", path).caused_by(why)),
        }
    }

    /// Shows every line to `take`; answers the hash of all before the last one.
    fn each(
        mut self,
        mut take: impl FnMut(Line) -> Result<(), Failure>,
    ) -> Result<String, Failure> {
        let (mut hash, mut before, mut text) = (ContentHash::default(), Vec::new(), Vec::new());
        for number in 1_u64.. {
            text.clear();
            self.file.read_until(b'\n', &mut text).map_err(|why| {
                Failure::new("unreadable").with("path", &self.path).caused_by(why)
            })?;
            if text.is_empty() {
                break;
            }
            hash.add(&before);
            let line = std::str::from_utf8(&text).ok().and_then(Line::read).ok_or_else(|| {
                Failure::new("no-record").with("path", &self.path).with("line", number)
            })?;
            take(line)?;
            std::mem::swap(&mut before, &mut text);
        }
        Ok(hexadecimal(&hash.done()))
    }
}

/// What is written, and the hash of it.
struct Hashed<W> {
    to: W,
    hash: ContentHash,
}

impl<W> Hashed<W> {
    fn new(to: W) -> Self {
        Self { to, hash: ContentHash::default() }
    }

    fn done(self) -> (W, String) {
        (self.to, hexadecimal(&self.hash.done()))
    }
}

impl<W: Write> Write for Hashed<W> {
    fn write(&mut self, piece: &[u8]) -> io::Result<usize> {
        let written = self.to.write(piece)?;
        self.hash.add(piece.get(..written).unwrap_or_default());
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}
