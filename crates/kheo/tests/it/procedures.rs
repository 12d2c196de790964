//! The demonstration shows every clock and every letter of the procedures of early 2016.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use jiff::civil::{Date, date};
use kheo_core::case::{Case, CaseEvent, CaseKind};
use kheo_core::rules::Rules;
use kheo_pack::PackFiles;
use kheo_store::Db;
use kheo_store::case::{PastFilter, past};

use crate::program::{city, top};

const FIRST: Date = date(2016, 1, 1);
/// The day on which the demonstration begins.
const TODAY: Date = date(2016, 6, 30);

/// What the cases of one kind show.
#[derive(Default)]
struct Seen {
    clocks: BTreeSet<String>,
    /// The actions that made a letter, and the letter that each made.
    letters: BTreeSet<(String, String)>,
}

/// What can be seen in the demonstration on its first day.
#[derive(Default)]
struct Shown {
    kinds: BTreeMap<(String, Date), Seen>,
    /// The states in which a clock of any kind stands, or stood.
    states: BTreeSet<&'static str>,
}

#[test]
fn every_clock_and_letter_of_the_time_can_be_seen_on_a_case() {
    let (rules, shown) = (rules(), shown());
    let in_force =
        |kind: &&CaseKind| kind.from <= TODAY && kind.until.is_none_or(|until| until >= FIRST);
    let kinds: Vec<&CaseKind> = rules.kinds.iter().filter(in_force).collect();
    assert!(kinds.len() >= 13, "the packs have only {} kinds for early 2016", kinds.len());
    let missing: Vec<String> = kinds.iter().flat_map(|kind| missing(kind, &shown)).collect();
    assert!(missing.is_empty(), "not in the demonstration:\n{}", missing.join("\n"));
}

#[test]
fn clocks_stand_in_every_state_there_is() {
    let wanted = ["running", "paused", "extended", "stopped in time", "stopped late", "overdue"];
    assert_eq!(shown().states, BTreeSet::from(wanted));
}

/// What the packs give `kind` and no case shows.
fn missing(kind: &CaseKind, shown: &Shown) -> Vec<String> {
    let named = format!("{} of {}", kind.id, kind.from);
    let Some(seen) = shown.kinds.get(&(kind.id.to_string(), kind.from)) else {
        return vec![format!("{named}: any case")];
    };
    let clocks = kind.clocks.iter().map(|clock| clock.id.to_string());
    let clocks = clocks.filter(|clock| !seen.clocks.contains(clock));
    let clocks = clocks.map(|clock| format!("{named}: clock {clock}"));
    let made = kind
        .actions
        .iter()
        .filter_map(|action| Some((action.id.to_string(), action.letter.as_ref()?.to_string())));
    let receipt = kind.receipt.iter().map(|letter| ("registration".to_owned(), letter.to_string()));
    let letters = made.chain(receipt).filter(|made| !seen.letters.contains(made));
    // Nobody of the province, which is above a second complaint, has a post in the demonstration, and no
    // report from the spot of those days went from hand to hand by the city. The letter of a refusal is shown.
    let unseen = |by: &str| match kind.id.as_str() {
        "complaint" => by == "refuse-elsewhere",
        "second-complaint" => by == "urge" || by == "refuse-elsewhere",
        "urban-report" => by.starts_with("reassign"),
        _ => false,
    };
    let letters = letters.filter(|(by, _)| !unseen(by));
    let letters = letters.map(|(by, letter)| format!("{named}: letter {letter} made by {by}"));
    clocks.chain(letters).collect()
}

/// What the cases that began before the demonstration show on its first day.
fn shown() -> Shown {
    let file = Path::new(city()).join("kheo.db");
    let db = Db::open(&kheo_store::Database::file(&file), Box::new(|| [0; 32])).unwrap();
    let rules = rules();
    let wanted = PastFilter { since: Some(FIRST), until: Some(TODAY), kind: None };
    let mut shown = Shown::default();
    db.read_now(|r| {
        past(r, &wanted, |_, happened| {
            let by_today = happened.into_iter().filter(|(at, _)| at.day <= TODAY);
            shown.note(&rules, &by_today.map(|(_, event)| event).collect::<Vec<_>>());
        })
    })
    .unwrap();
    shown
}

impl Shown {
    fn note(&mut self, rules: &Rules, events: &[CaseEvent]) {
        let Some(CaseEvent::Registered(begun)) = events.first() else { return };
        let kind = rules.kind_of_version(&begun.case_kind, begun.version).unwrap();
        let seen = self.kinds.entry((kind.id.to_string(), kind.from)).or_default();
        if let Some(letter) = &kind.receipt {
            seen.letters.insert(("registration".into(), letter.to_string()));
        }
        for event in events {
            match event {
                CaseEvent::ClockStarted { clock, .. } => {
                    seen.clocks.insert(clock.to_string());
                }
                CaseEvent::Acted(acted) => {
                    let made = acted.letter.iter().map(ToString::to_string);
                    seen.letters.extend(made.map(|letter| (acted.action.to_string(), letter)));
                }
                CaseEvent::ClockStopped { late, .. } => {
                    self.states.insert(if *late { "stopped late" } else { "stopped in time" });
                }
                CaseEvent::ClockExtended { .. } => {
                    self.states.insert("extended");
                }
                _ => {}
            }
        }
        let running = Case::fold(events).map(|case| case.running).unwrap_or_default();
        self.states.extend(running.iter().map(|(_, due)| match due.is_paused() {
            true => "paused",
            false if due.runs_out() && due.on < TODAY => "overdue",
            false => "running",
        }));
    }
}

fn rules() -> Rules {
    let mut files = PackFiles::new();
    read(&top().join("packs"), "", &mut files);
    kheo_pack::load(&files).unwrap().rules
}

fn read(folder: &Path, prefix: &str, files: &mut PackFiles) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let name = format!("{prefix}{}", entry.file_name().to_str().unwrap());
        if entry.path().is_dir() {
            read(&entry.path(), &format!("{name}/"), files);
        } else {
            files.insert(name, fs::read_to_string(entry.path()).unwrap());
        }
    }
}
