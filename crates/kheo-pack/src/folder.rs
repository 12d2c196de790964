//! Which file is what: the files of all packs, sorted.

use std::collections::BTreeSet;

use crate::error::Findings;
use crate::nearest::clipped;
use crate::problem::Problem;
use crate::source::Source;
use crate::words::LANGS;

const MOST_BYTES: usize = 256 * 1024;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Sections,
    Calendar,
    Pack,
    Measures,
    Milestones,
    Review,
    Kind,
    Letter,
    /// Words in the language of this number in [`LANGS`].
    Words(usize),
}

/// The files that can be read, in the order of their paths.
pub(crate) fn sort<'s>(sources: &'s [Source], found: &Findings) -> Vec<(Role, &'s Source)> {
    let mut sorted = Vec::new();
    let mut packs = BTreeSet::new();
    for source in sources.iter().filter(|source| !is_note(&source.path)) {
        let (folder, name) = source.path.rsplit_once('/').unwrap_or(("", &source.path));
        let (pack, is_letter) = match folder.strip_suffix(LETTERS) {
            Some(pack) => (pack.trim_end_matches('/'), true),
            None => (folder, false),
        };
        if !pack.is_empty() {
            packs.insert(pack);
        }
        let role = if is_letter { letter(pack, name) } else { role(pack, name) };
        let Some(role) = role else {
            found.add(&source.place(0..0), Problem::StrayFile { name: clipped(&source.path) });
            continue;
        };
        if source.text.len() > MOST_BYTES {
            let (bytes, most) = (source.text.len().to_string(), MOST_BYTES.to_string());
            found.add(&source.place(0..0), Problem::FileTooLarge { bytes, most });
            continue;
        }
        sorted.push((role, source));
    }
    missing(sources, packs, found);
    sorted
}

/// Notes for people who read the folder.
fn is_note(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, extension)| extension.eq_ignore_ascii_case("md"))
}

/// The folder of a pack, or of all packs, that holds letters.
const LETTERS: &str = "letters";

fn letter(pack: &str, name: &str) -> Option<Role> {
    (!pack.contains('/') && name.strip_suffix(".toml").is_some()).then_some(Role::Letter)
}

fn role(pack: &str, name: &str) -> Option<Role> {
    if let Some(lang) = LANGS.iter().position(|lang| name == format!("words.{lang}.ftl")) {
        return (!pack.contains('/')).then_some(Role::Words(lang));
    }
    match (pack, name) {
        ("", "sections.toml") => Some(Role::Sections),
        ("", "calendar.toml") => Some(Role::Calendar),
        ("", _) => None,
        (pack, _) if pack.contains('/') => None,
        (_, "pack.toml") => Some(Role::Pack),
        (_, "measures.toml") => Some(Role::Measures),
        (_, "milestones.toml") => Some(Role::Milestones),
        (_, "review.toml") => Some(Role::Review),
        (_, name) => name.strip_suffix(".toml").map(|_| Role::Kind),
    }
}

fn missing(sources: &[Source], packs: BTreeSet<&str>, found: &Findings) {
    let paths: BTreeSet<&str> = sources.iter().map(|source| source.path.as_str()).collect();
    let words = LANGS.map(|lang| format!("words.{lang}.ftl"));
    let mut needed: Vec<String> = vec!["sections.toml".to_owned()];
    needed.extend(words.iter().cloned());
    for pack in packs.into_iter().filter(|pack| !pack.contains('/')) {
        needed.push(format!("{pack}/pack.toml"));
        needed.extend(words.iter().map(|words| format!("{pack}/{words}")));
    }
    for path in needed.into_iter().filter(|path| !paths.contains(path.as_str())) {
        found.missing(path);
    }
}
