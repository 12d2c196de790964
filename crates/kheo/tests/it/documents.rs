//! What the documents of the tree say is true of the tree.

use std::collections::BTreeSet;
use std::fs;

use crate::program::{kheo, top};

fn read(name: &str) -> String {
    fs::read_to_string(top().join(name)).unwrap_or_else(|why| panic!("{name}: {why}"))
}

/// The lines of the blocks of code of a document.
fn code(document: &str) -> impl Iterator<Item = &str> {
    document
        .split("```")
        .skip(1)
        .step_by(2)
        .flat_map(|block| block.lines().skip(1))
        .map(|line| line.split(" #").next().unwrap_or(line).trim())
        .filter(|line| !line.is_empty())
}

/// The arguments of each command for the program that a document shows.
fn shown_commands(document: &str) -> Vec<String> {
    let of_program = |line: &str| {
        let rest = line
            .strip_prefix("cargo run --release -- ")
            .or_else(|| line.strip_prefix("kheo "))
            .or_else(|| line.strip_prefix("./target/release/kheo "));
        rest.map(str::to_owned)
    };
    code(document).filter_map(of_program).collect()
}

const WITH_COMMANDS: [&str; 9] = [
    "README.md",
    "README.vi.md",
    "docs/administrators.md",
    "docs/developers.md",
    "docs/officials.md",
    "docs/receipts.md",
    "docs/inspectors.md",
    "bench/RESULTS.md",
    "CHANGELOG.md",
];

#[test]
fn every_command_that_a_document_shows_is_a_command_with_these_options() {
    let mut seen = 0;
    for name in WITH_COMMANDS {
        for line in shown_commands(&read(name)) {
            let words: Vec<&str> = line.split_whitespace().collect();
            let commands: Vec<&str> = words
                .iter()
                .copied()
                .take_while(|word| word.chars().all(|c| c.is_ascii_lowercase()))
                .take(2)
                .collect();
            let help = kheo(&[&commands[..], &["--help"]].concat());
            let help = match help.code {
                Some(0) => help.said,
                _ => kheo(&[commands[0], "--help"]).well(),
            };
            for option in words.iter().filter(|word| word.starts_with("--")) {
                let option = option.split('=').next().unwrap();
                assert!(help.contains(option), "{name}: `{line}`: no option {option}\n{help}");
            }
            seen += 1;
        }
    }
    assert!(seen >= 8, "the documents show only {seen} commands");
}

#[test]
fn both_readmes_show_the_two_commands_and_the_same_others() {
    let (english, vietnamese) = (read("README.md"), read("README.vi.md"));
    let commands = |document: &str| code(document).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(commands(&english), commands(&vietnamese));
    for command in ["cargo run --release -- demo", "./check"] {
        assert!(commands(&english).iter().any(|line| line == command), "{command}");
    }
}

#[test]
fn the_map_names_exactly_the_crates_there_are() {
    let map = read("ARCHITECTURE.md");
    let named: BTreeSet<String> = map
        .lines()
        .filter_map(|line| line.strip_prefix("| `kheo"))
        .filter_map(|rest| rest.split('`').next())
        .map(|rest| format!("kheo{rest}"))
        .collect();
    let there: BTreeSet<String> = fs::read_dir(top().join("crates"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(named, there);
}

#[test]
fn what_a_document_points_at_exists() {
    let mut documents: Vec<String> =
        ["README.md", "README.vi.md", "ARCHITECTURE.md", "CHANGELOG.md"].map(str::to_owned).into();
    for folder in ["docs", "docs/decisions"] {
        documents.extend(fs::read_dir(top().join(folder)).unwrap().filter_map(|entry| {
            let name = entry.unwrap().file_name().into_string().unwrap();
            let ending = std::path::Path::new(&name).extension();
            ending.is_some_and(|end| end == "md").then(|| format!("{folder}/{name}"))
        }));
    }
    for name in documents {
        let from = top().join(&name);
        for link in read(&name).split("](").skip(1) {
            let target = link.split([')', '#']).next().unwrap();
            if target.is_empty() || target.starts_with("http") {
                continue;
            }
            assert!(from.parent().unwrap().join(target).exists(), "{name} points at {target}");
        }
    }
}
