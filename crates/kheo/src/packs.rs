//! The packs that the program runs with: those inside it, or those of a folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use include_dir::{Dir, include_dir};
use jiff::civil::Date;
use kheo_core::case::CaseKind;
use kheo_core::id::KindId;
use kheo_core::rules::Rules;
use kheo_pack::Packs;
use kheo_words::{Lang, Words};

use crate::cause::Cause;
use crate::command_line::RuleFiles;
use crate::failure::Failure;

static EMBEDDED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../packs");

/// The calendar of a folder of packs.
const CALENDAR: &str = "calendar.toml";

/// The files of the packs, by their path inside the folder; `calendar` takes the place of theirs.
pub(crate) fn files(
    folder: Option<&Path>,
    calendar: Option<&Path>,
) -> Result<BTreeMap<String, String>, Failure> {
    let mut files = BTreeMap::new();
    match folder {
        None => embedded(&EMBEDDED, &mut files)?,
        Some(folder) => on_disk(folder, folder, &mut files)?,
    }
    if let Some(calendar) = calendar {
        let text = text_of(calendar, &calendar.display().to_string())?;
        files.insert(CALENDAR.to_owned(), text);
    }
    Ok(files)
}

/// The packs, checked, and all words with theirs.
pub(crate) fn load(wanted: &RuleFiles) -> Result<(Packs, Words), Failure> {
    let files = files(wanted.packs.as_deref(), wanted.calendar.as_deref())?;
    let packs = kheo_pack::load(&files).map_err(|problems| {
        let failure = Failure::new("packs").with("count", problems.len());
        failure.with("check", checked_by(wanted)).at(problems.into_iter().next())
    })?;
    let words: Vec<(Lang, String)> = packs
        .words
        .iter()
        .filter_map(|(tag, text)| Some((Lang::from_tag(tag)?, text.clone())))
        .collect();
    let words = Words::load(&words)
        .map_err(|why| Failure::new("words").caused_by(Cause::technical(&why)))?;
    Ok((packs, words))
}

/// The command that checks these files: `kheo pack check DIR --calendar FILE`.
fn checked_by(wanted: &RuleFiles) -> String {
    let folder = wanted.packs.as_deref().map(|folder| format!(" {}", folder.display()));
    let calendar = wanted.calendar.as_deref().map(|file| format!(" --calendar {}", file.display()));
    let (folder, calendar) = (folder.unwrap_or_default(), calendar.unwrap_or_default());
    format!("kheo pack check{folder}{calendar}")
}

/// The version of a kind that is in force on a day; `option` is how another day is asked for.
pub(crate) fn kind_on<'r>(
    rules: &'r Rules,
    kind: &str,
    day: Date,
    option: &'static str,
) -> Result<&'r CaseKind, Failure> {
    rules.kind_on(&KindId::new(kind), day).map_err(|_| {
        let failure = Failure::new("no-kind").with("kind", kind).with("day", day);
        failure.with("known", known_kinds(rules).join(", ")).with("option", option)
    })
}

/// The kinds of case with their first days: `recommendation (2014-07-01)`.
pub(crate) fn known_kinds(rules: &Rules) -> Vec<String> {
    let mut first: BTreeMap<&KindId, Date> = BTreeMap::new();
    for kind in &rules.kinds {
        let from = first.entry(&kind.id).or_insert(kind.from);
        *from = kind.from.min(*from);
    }
    first.iter().map(|(id, from)| format!("{id} ({from})")).collect()
}

fn embedded(dir: &Dir<'_>, files: &mut BTreeMap<String, String>) -> Result<(), Failure> {
    for file in dir.files() {
        let name = file.path().to_string_lossy().replace('\\', "/");
        let text = text(&name, file.contents().to_vec())?;
        files.insert(name, text);
    }
    dir.dirs().try_for_each(|dir| embedded(dir, files))
}

fn on_disk(top: &Path, folder: &Path, files: &mut BTreeMap<String, String>) -> Result<(), Failure> {
    let unreadable = |why: std::io::Error| {
        Failure::new("unreadable").with("path", folder.display()).caused_by(why)
    };
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.is_dir() {
            on_disk(top, &path, files)?;
            continue;
        }
        if !path.extension().is_some_and(|end| end == "toml" || end == "ftl") {
            continue;
        }
        let name = path.strip_prefix(top).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        let text = text_of(&path, &name)?;
        files.insert(name, text);
    }
    Ok(())
}

/// The text of the file at `path`, which is called `name` where something is wrong with it.
fn text_of(path: &Path, name: &str) -> Result<String, Failure> {
    let unreadable = |why| Failure::new("unreadable").with("path", path.display()).caused_by(why);
    text(name, fs::read(path).map_err(unreadable)?)
}

/// The text of a file; a failure tells the first place that is not UTF-8.
fn text(name: &str, bytes: Vec<u8>) -> Result<String, Failure> {
    String::from_utf8(bytes).map_err(|why| {
        let good = why.as_bytes().get(..why.utf8_error().valid_up_to()).unwrap_or_default();
        let good = String::from_utf8_lossy(good);
        let line = good.matches('\n').count() + 1;
        let column = good.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        Failure::new("not-text").with("path", name).with("line", line).with("column", column)
    })
}
