//! `kheo export --jsonl` and `kheo import FILE`: an installation as lines of JSON, and one made of them.
//!
//! Every line is an object. `table` says what it tells of: a row of a table, or an attached file.

use std::fs::{File, OpenOptions};
use std::io::{BufRead as _, BufReader, BufWriter, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;
use std::process::ExitCode;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kheo_ledger::hexadecimal;
use kheo_store::StoreError;
use kheo_store::ledger::transfer::{Record, finish, put, records};
use kheo_store::ledger::{count, last, named_files, root};
use kheo_words::Tongue;
use serde_json::{Map, Value};

use crate::backup::{told, whole};
use crate::command_line::{DataFolder, ExportAll};
use crate::failure::Failure;
use crate::folder::{self, Held, Installation, unwritable};
use crate::terminal::{eprintln, println};

/// The table by which an attached file is named.
const FILES: &str = "files";
/// That of the last line: without it the file was cut off.
const END: &str = "end";

/// `kheo export --jsonl`. The key of the log is not in it. Ends with 1 when attached files are missing.
pub(crate) fn export(wanted: &ExportAll, tongue: Tongue<'_>) -> Result<ExitCode, Failure> {
    let from = folder::open_to_read(&wanted.at)?;
    let failed = |why| unwritable(&wanted.out, &why);
    let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&wanted.out);
    let mut out = BufWriter::new(file.map_err(failed)?);
    let broken = |why| StoreError::Folder { path: wanted.out.clone(), why };
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
    writeln!(out, r#"{{"table":"{END}","root":"{root}"}}"#).map_err(failed)?;
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
    let to = held.open()?;
    let (files, database) = (to.files.clone(), held.database().to_string());
    to.db.write_now(move |tx| {
        if last(tx)?.is_some() {
            return Err(Failure::new("target-not-empty").with("path", database));
        }
        let mut end = None;
        let path = lines.path.clone();
        lines.each(|line| {
            match line {
                Line::Row(record) => put(tx, &record)?,
                Line::File(hash, content) if files.put(&content)?.as_str() == hash => {}
                Line::File(hash, _) => return Err(Failure::new("file-differs").with("hash", hash)),
                Line::End(root) => end = Some(root),
            }
            Ok(())
        })?;
        if end != Some(hexadecimal(&root(tx)?)) {
            return Err(Failure::new("records-cut-off").with("path", path));
        }
        Ok(finish(tx)?)
    })?;
    Ok(to)
}

/// What a line tells of.
enum Line {
    Row(Record),
    File(String, Vec<u8>),
    /// The last one, with the root of the ledger.
    End(String),
}

impl Line {
    fn read(text: &str) -> Option<Self> {
        let line: Map<String, Value> = serde_json::from_str(text).ok()?;
        match line.get("table")?.as_str()? {
            FILES => {}
            END => return Some(Self::End(line.get("root")?.as_str()?.to_owned())),
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

    fn each(self, mut take: impl FnMut(Line) -> Result<(), Failure>) -> Result<(), Failure> {
        for (number, text) in (1_u64..).zip(self.file.lines()) {
            let text = text.map_err(|why| {
                Failure::new("unreadable").with("path", &self.path).caused_by(why)
            })?;
            let line = Line::read(&text).ok_or_else(|| {
                Failure::new("no-record").with("path", &self.path).with("line", number)
            })?;
            take(line)?;
        }
        Ok(())
    }
}
