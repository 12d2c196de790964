//! Every word that the program says stands in both languages, and every word that stands is said.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Words whose keys are put together when the program runs, by how they begin.
const FAMILIES: &[&str] =
    &["changed-", "failure-", "help-", "month-", "refusal-", "refused-", "pack-kh", "trial-"];

/// Packs define these, each for its own kinds, measures and themes.
const OF_PACKS: &[&str] = &[
    "action-",
    "clock-",
    "duty-",
    "indicator-",
    "kind-",
    "measure-",
    "measured-in-",
    "section-",
    "step-",
    "theme-",
    "topic-",
];

fn files_below(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && path.file_name().is_some_and(|name| name != "target" && name != "tests")
        {
            files_below(&path, ending, found);
        } else if path.extension().is_some_and(|end| end == ending) {
            found.push(path);
        }
    }
}

/// The keys of all word files of one language.
fn keys(lang: &str) -> BTreeSet<String> {
    let mut files = Vec::new();
    files_below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("words"), "ftl", &mut files);
    let of_lang =
        files.iter().filter(|path| path.to_string_lossy().ends_with(&format!(".{lang}.ftl")));
    let key = |line: &str| {
        let (key, _) = line.split_once(" =")?;
        let begins = key.chars().next().is_some_and(|c| c.is_ascii_lowercase());
        (begins && !key.contains(' ')).then(|| key.to_owned())
    };
    of_lang
        .flat_map(|path| {
            fs::read_to_string(path).unwrap().lines().filter_map(key).collect::<Vec<_>>()
        })
        .collect()
}

/// Every string in the sources that could be a key.
fn strings() -> BTreeSet<String> {
    let mut files = Vec::new();
    files_below(&Path::new(env!("CARGO_MANIFEST_DIR")).join(".."), "rs", &mut files);
    let mut strings = BTreeSet::new();
    for path in files {
        let source = fs::read_to_string(path).unwrap();
        strings.extend(source.split('"').skip(1).step_by(2).map(str::to_owned));
        strings.extend(source.split('"').skip(2).step_by(2).map(str::to_owned));
    }
    strings
}

/// The literal keys that the sources hand to `say`, `say_with` and `say_count`.
fn said() -> BTreeSet<String> {
    let mut files = Vec::new();
    files_below(&Path::new(env!("CARGO_MANIFEST_DIR")).join(".."), "rs", &mut files);
    let mut said = BTreeSet::new();
    for path in files {
        let source: String = fs::read_to_string(path).unwrap().split_whitespace().collect();
        for call in [".say(\"", ".say_with(\"", ".say_count(\""] {
            let keys = source.split(call).skip(1).filter_map(|rest| rest.split('"').next());
            said.extend(keys.map(str::to_owned));
        }
    }
    said
}

/// What stands between `before` and the next quotation mark, wherever it stands in the source.
fn quoted_after(path: &str, before: &str) -> BTreeSet<String> {
    let mut files = vec![];
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path);
    if path.is_dir() {
        files_below(&path, "rs", &mut files);
    } else {
        files.push(path);
    }
    let mut quoted = BTreeSet::new();
    for path in files {
        let source: String = fs::read_to_string(path).unwrap().split_whitespace().collect();
        let parts = source.split(before).skip(1).filter_map(|rest| rest.split('"').next());
        quoted.extend(parts.map(str::to_owned));
    }
    quoted
}

#[test]
fn every_failure_has_its_words_and_its_remedy_and_no_other_has() {
    let mut failures = quoted_after("kheo/src", "Failure::new(\"");
    failures.extend(quoted_after("kheo/src", "Self::new(\""));
    let of_store = quoted_after("kheo-store/src/error.rs", "=>\"");
    let of_ledger = quoted_after("kheo-store/src/ledger/check.rs", "=>\"");
    let of_log = quoted_after("kheo-store/src/log/check.rs", "=>\"");
    let of_receipts = quoted_after("kheo-ledger/src/receipt.rs", "=>\"");
    assert!(of_store.contains("newer") && of_ledger.contains("differs"), "the codes have moved");
    assert!(of_log.contains("forked") && of_receipts.contains("cut-off"), "the codes have moved");
    failures.extend(of_store.iter().map(|code| format!("store-{code}")));
    failures.extend(of_ledger.iter().map(|code| format!("ledger-{code}")));
    failures.extend(of_log.iter().map(|code| format!("log-{code}")));
    failures.extend(of_receipts.iter().map(|code| format!("receipt-{code}")));
    let expected: BTreeSet<String> = failures
        .iter()
        .flat_map(|key| [format!("failure-{key}"), format!("failure-{key}-remedy")])
        .collect();
    let there = keys("vi").into_iter().filter(|key| key.starts_with("failure-"));
    assert_eq!(there.collect::<BTreeSet<_>>(), expected);
}

#[test]
fn every_refusal_is_said_on_the_command_line() {
    let mut codes = quoted_after("kheo-core/src/refusal.rs", "=>\"");
    codes.extend(quoted_after("kheo-core/src/case/form/fault.rs", "=>\""));
    codes.extend(quoted_after("kheo-core/src/sealing.rs", "=>\""));
    assert!(codes.contains("unknown-unit"), "the codes have moved");
    let there = keys("vi");
    let missing: Vec<_> = codes
        .iter()
        .map(|code| format!("refused-{code}"))
        .filter(|key| !there.contains(key))
        .collect();
    assert!(missing.is_empty(), "without words: {missing:?}");
    let others: Vec<_> = there
        .iter()
        .filter_map(|key| key.strip_prefix("refused-"))
        .filter(|code| !codes.contains(*code))
        .collect();
    assert!(others.is_empty(), "never said: {others:?}");
}

#[test]
fn both_languages_have_the_same_words() {
    let (vietnamese, english) = (keys("vi"), keys("en"));
    let only_one: Vec<_> = vietnamese.symmetric_difference(&english).collect();
    assert!(only_one.is_empty(), "in one language only: {only_one:?}");
    assert!(vietnamese.len() > 100, "the word files were not found");
}

#[test]
fn what_is_said_has_words() {
    let keys = keys("vi");
    let of_packs = |key: &str| OF_PACKS.iter().any(|family| key.starts_with(family));
    let missing: Vec<_> =
        said().into_iter().filter(|key| !keys.contains(key) && !of_packs(key)).collect();
    assert!(missing.is_empty(), "without words: {missing:?}");
}

#[test]
fn what_has_words_is_said() {
    let strings = strings();
    let put_together = |key: &str| FAMILIES.iter().any(|family| key.starts_with(family));
    let unused: Vec<_> = keys("vi")
        .into_iter()
        .filter(|key| !strings.contains(key) && !put_together(key))
        .filter(|key| {
            !strings.iter().any(|s| s.ends_with('-') && s.len() > 3 && key.starts_with(s.as_str()))
        })
        .filter(|key| {
            !strings.iter().any(|s| {
                s.split_once("-{").is_some_and(|(family, _)| {
                    !family.is_empty() && key.starts_with(&format!("{family}-"))
                })
            })
        })
        .collect();
    assert!(unused.is_empty(), "never said: {unused:?}");
}
