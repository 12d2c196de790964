use std::collections::{BTreeMap, BTreeSet};

use kheo_core::case::{Action, Need, brings_on};
use kheo_core::post::Role;
use kheo_pack::{PackFiles, Packs, Problem, load};

use crate::breaks::{Edit, FREE, of_toml, of_words};
use crate::files::read;
use crate::lives::PACKS;

#[test]
fn the_shipped_packs_are_good() {
    let errors = load(&read("../../packs")).err().unwrap_or_default();
    let told: Vec<String> = errors.iter().map(ToString::to_string).collect();
    assert_eq!(told, Vec::<String>::new(), "\n{}", told.join("\n"));
}

#[test]
fn whoever_works_on_cases_can_be_given_every_case_and_bring_it_on() {
    let mut tried = 0;
    for kind in &PACKS.rules.kinds {
        let given = |action: &&Action| action.needs.contains(&Need::Post);
        for action in kind.actions.iter().filter(given) {
            let steps = action.to.as_ref().map_or(&action.from[..], std::slice::from_ref);
            let goes_on = |step| brings_on(kind, step, Role::Handler);
            assert!(steps.iter().all(goes_on), "{} from {}: {}", kind.id, kind.from, action.id);
            tried += 1;
        }
    }
    assert!(tried >= 20, "only {tried} actions were tried");
}

/// How many breaks of each folder, and how many other changes, are tried.
const BREAKS: usize = 240;
const CHANGES: usize = 80;

/// All texts of one language, by key, each with the lines that continue it.
fn texts(files: &PackFiles, lang: &str) -> BTreeMap<String, String> {
    let ending = format!("words.{lang}.ftl");
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    let own = files.iter().filter(|(path, _)| path.ends_with(&ending));
    let mut key = String::new();
    for line in own.flat_map(|(_, text)| text.lines()) {
        match line.split_once(" = ") {
            Some((own, text)) if !line.starts_with(' ') => {
                key = own.to_owned();
                texts.insert(key.clone(), text.to_owned());
            }
            _ if line.starts_with([' ', '}']) => {
                if let Some(text) = texts.get_mut(&key) {
                    text.extend(["\n", line]);
                }
            }
            _ => {}
        }
    }
    texts
}

/// A version of each kind that the files of `kept` name, and that those name in turn.
fn naming(all: &PackFiles, kept: &[&str]) -> Vec<String> {
    let mut found: Vec<String> = kept.iter().map(|&path| path.to_owned()).collect();
    let id =
        |text: &str| text.lines().find_map(|line| line.strip_prefix("id = ")).map(str::to_owned);
    let kinds: Vec<(String, &String)> = folders(all)
        .into_values()
        .flatten()
        .filter_map(|path| Some((id(&all[&path])?, all.get_key_value(&path)?.0)))
        .collect();
    loop {
        let texts: String = found.iter().map(|path| all[path].as_str()).collect();
        let has = |id: &String| kinds.iter().any(|(own, path)| own == id && found.contains(path));
        let asks = |id: &String| {
            texts.contains(&format!("earlier_in_time({id})"))
                || texts.lines().any(|line| line.contains("are = [") && line.contains(id.as_str()))
        };
        let next = kinds.iter().find(|(id, _)| asks(id) && !has(id));
        let Some((_, path)) = next else { return found };
        found.push((*path).clone());
    }
}

/// The files of `kept` with the kinds, letters and texts they need and no others, in the words that packs
/// share: so little that it is read at once.
fn least(all: &PackFiles, kept: &[&str]) -> PackFiles {
    let kept = naming(all, kept);
    let mut files: PackFiles = kept.iter().map(|path| (path.clone(), all[path].clone())).collect();
    for path in &kept {
        let pack = format!("{}/pack.toml", path.split('/').next().unwrap());
        files.insert(pack.clone(), all[&pack].clone());
    }
    let letters = all.iter().filter(|(path, _)| path.contains("letters/"));
    let made: PackFiles = letters
        .filter(|(_, letter)| {
            let id = letter.lines().find_map(|line| line.strip_prefix("id = ")).unwrap();
            let names = ["letter", "receipt"].map(|field| format!("\n{field} = {id}\n"));
            files.values().any(|text| names.iter().any(|name| text.contains(name)))
        })
        .map(|(path, letter)| (path.clone(), letter.clone()))
        .collect();
    files.extend(made);
    files.insert("sections.toml".to_owned(), all["sections.toml"].clone());
    let folders: BTreeSet<&str> = kept.iter().filter_map(|path| path.split('/').next()).collect();
    for lang in ["vi", "en"] {
        for folder in &folders {
            files.insert(format!("{folder}/words.{lang}.ftl"), String::new());
        }
        files.insert(format!("words.{lang}.ftl"), String::new());
    }
    let mut wanted = BTreeSet::new();
    for error in load(&files).unwrap_err() {
        match error.problem {
            Problem::MissingWords { key, .. } => wanted.insert(key),
            other => panic!("{}: {other}", error.file),
        };
    }
    for lang in ["vi", "en"] {
        let texts = texts(all, lang);
        let lines = wanted.iter().map(|key| format!("{key} = {}\n", texts[key]));
        files.insert(format!("words.{lang}.ftl"), lines.collect());
    }
    assert_eq!(load(&files).err().unwrap_or_default().len(), 0, "{kept:?}");
    files
}

/// The folders that have case kinds, with the files of their versions.
fn folders(all: &PackFiles) -> BTreeMap<String, Vec<String>> {
    let mut folders: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (path, text) in all {
        if let Some((folder, _)) = path.split_once('/').filter(|_| text.contains("[kind]")) {
            folders.entry(folder.to_owned()).or_default().push(path.clone());
        }
    }
    folders
}

fn edits(files: &PackFiles, kind: &str) -> Vec<Edit> {
    let mut all = Vec::new();
    for (path, text) in files {
        if path == kind || path.ends_with("pack.toml") {
            all.extend(of_toml(path, text));
        } else if path.starts_with("words.") {
            all.extend(of_words(path, text));
        }
    }
    all
}

/// `count` of `all`, spread evenly; all of them with `EVERY=1`.
fn spread<T>(all: Vec<T>, count: usize) -> impl Iterator<Item = T> {
    let every = std::env::var_os("EVERY").is_some();
    let step = if every { 1 } else { (all.len() / count).max(1) };
    all.into_iter().step_by(step)
}

/// Breaks a folder in every way that is tried, and tells what nobody caught and how many breaks there
/// were.
fn uncaught(all: &PackFiles, folder: &str, kinds: &[String]) -> (Vec<String>, usize) {
    let pack = format!("{folder}/pack.toml");
    let (mut missed, mut tried) = (Vec::new(), 0);
    let (breaks, changes) = (BREAKS.div_ceil(kinds.len()), CHANGES.div_ceil(kinds.len()));
    for kind in kinds {
        let good = least(all, &[kind, &pack]);
        let meant = load(&good).unwrap();
        let (breaking, changing): (Vec<_>, Vec<_>) =
            edits(&good, kind).into_iter().partition(|edit| edit.breaks);
        for edit in spread(breaking, breaks).chain(spread(changing, changes)) {
            let old = &good[&edit.file];
            let mut files = good.clone();
            files.insert(edit.file.clone(), edit.made(old));
            tried += usize::from(edit.breaks);
            let passes = load(&files).is_ok_and(|packs| edit.breaks || same(&packs, &meant));
            if passes {
                let line = old.lines().nth(edit.from).unwrap_or_default();
                missed.push(format!(
                    "{kind}: {}:{}: {line} -> {}",
                    edit.file,
                    edit.from + 1,
                    edit.with
                ));
            }
        }
    }
    (missed, tried)
}

/// Whether both mean the same.
fn same(one: &Packs, other: &Packs) -> bool {
    one.rules.kinds == other.rules.kinds && one.packs == other.packs
}

/// Whatever cannot make sense is refused, and whatever can is another rule: no change of a file goes
/// unnoticed.
#[test]
fn every_folder_with_case_kinds_is_guarded_against_breaks() {
    let all = read("../../packs");
    let folders = folders(&all);
    assert!(folders.len() >= 4, "{:?}", folders.keys());
    std::thread::scope(|scope| {
        let (all, running) = (&all, folders.iter());
        let running: Vec<_> = running
            .map(|(folder, kinds)| (folder, scope.spawn(move || uncaught(all, folder, kinds))))
            .collect();
        for (folder, running) in running {
            let (missed, tried) = running.join().unwrap();
            assert!(missed.is_empty(), "{folder}: nobody caught\n{}", missed.join("\n"));
            assert!(tried >= 200, "{folder}: only {tried} breaks were tried");
        }
    });
}

#[test]
fn versions_that_overlap_or_are_read_twice_are_refused() {
    let all = read("../../packs");
    let kinds = folders(&all);
    let mut tried = 0;
    for version in PACKS.rules.kinds.iter().filter(|kind| kind.until.is_some()) {
        let line = format!("until = {}\n", version.until.unwrap());
        let id = format!("\nid = \"{}\"\n", version.id);
        let own = |path: &&String| all[*path].contains(&line) && all[*path].contains(&id);
        let (folder, path) = kinds
            .iter()
            .find_map(|(folder, paths)| Some((folder, paths.iter().find(own)?)))
            .unwrap();
        let mut files = all.clone();
        files.retain(|path, _| {
            path.starts_with(folder) || !kinds.keys().any(|other| path.starts_with(other))
        });
        files.insert(path.clone(), all[path].replacen(&line, "", 1));
        let found = load(&files).unwrap_err();
        let overlaps = |problem: &Problem| matches!(problem, Problem::OverlappingVersions { .. });
        assert!(found.iter().any(|error| overlaps(&error.problem)), "{path}");
        tried += 1;
    }
    assert!(tried >= 10, "only {tried} versions end");
}

/// Takes out the words that packs share and these do not use.
fn without_unused_words(files: &mut PackFiles) {
    for error in load(files).err().unwrap_or_default() {
        let Problem::UnusedWords { key, .. } = error.problem else {
            panic!("{}: {}", error.file, error.problem)
        };
        let text = files.get_mut(&error.file).unwrap();
        let start = format!("{key} = ");
        let mut inside = false;
        let kept = text.lines().filter(|line| {
            inside = line.starts_with(&start) || inside && line.starts_with([' ', '}']);
            !inside
        });
        *text = kept.collect::<Vec<_>>().join("\n") + "\n";
    }
}

/// Small changes of a line about measures or the review: each is refused, or means something else.
fn changes(line: &str) -> Vec<String> {
    let Some((field, value)) = line.split_once(" = ") else {
        return if line.starts_with('[') {
            vec![line.replace('[', "[x"), String::new()]
        } else {
            vec![]
        };
    };
    let mut all =
        vec![format!("x{line}"), format!("{line}\n{line}"), format!("{field} = x{value}")];
    // What is said of itself may as well be left out.
    all.extend((line != "good = \"neither\"").then(String::new));
    if value.contains('"') {
        all.push(line.replacen('"', "", 1));
        all.extend((!FREE.contains(&field)).then(|| line.replacen('"', "\"x", 1)));
    }
    if field == "formula" {
        all.push(line.replacen('(', "(1 + ", 1));
    }
    all
}

/// Small changes of a line of words: each is refused.
fn misprints(line: &str) -> Vec<String> {
    let Some((key, text)) = line.split_once(" = ") else { return Vec::new() };
    vec![format!("x{line}"), String::new(), format!("{key} = {{ {text}"), format!("{key} =")]
}

#[test]
fn every_folder_about_measures_and_the_review_is_guarded_against_breaks() {
    let all = read("../../packs");
    let of_cases = folders(&all);
    let names: BTreeSet<&str> =
        all.keys().filter_map(|path| Some(path.split_once('/')?.0)).collect();
    let names: Vec<&str> = names
        .into_iter()
        .filter(|folder| *folder != "letters" && !of_cases.contains_key(*folder))
        .collect();
    assert!(names.len() >= 8, "{names:?}");
    for folder in names {
        let own = format!("{folder}/");
        let mut good = all.clone();
        good.retain(|path, _| path.starts_with(&own) || !path.contains('/'));
        without_unused_words(&mut good);
        let meaning = |packs: &Packs| format!("{:?} {:?}", packs.rules, packs.packs);
        let meant = meaning(&load(&good).unwrap_or_else(|why| panic!("{folder}: {why:?}")));
        let changed = |path: &String| {
            let text = good[path].clone();
            let change = if path.rsplit('.').next() == Some("ftl") { misprints } else { changes };
            let lines: Vec<String> = text.lines().map(str::to_owned).collect();
            let made = lines.iter().enumerate().flat_map(|(at, line)| {
                let with = |new: String| (path.clone(), at, line.clone(), new);
                change(line).into_iter().map(with).collect::<Vec<_>>()
            });
            made.collect::<Vec<_>>()
        };
        let all: Vec<_> =
            good.keys().filter(|path| path.starts_with(&own)).flat_map(changed).collect();
        let mut tried = 0;
        for (path, at, line, new) in spread(all, 240) {
            let mut files = good.clone();
            let lines = good[&path].lines().enumerate();
            let lines: Vec<&str> =
                lines.map(|(n, old)| if n == at { &*new } else { old }).collect();
            files.insert(path.clone(), lines.join("\n"));
            let missed = load(&files).is_ok_and(|packs| meaning(&packs) == meant);
            assert!(!missed, "{folder}: nobody caught {path}:{}: {line} -> {new}", at + 1);
            tried += 1;
        }
        assert!(tried >= 200, "{folder}: only {tried} breaks were tried");
    }
}
