//! A disk that changes what was written on it.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::chance::Chance;
use crate::city::City;
use crate::officer::Officer;
use crate::program::{Server, command, kheo};
use crate::writer::{Answer, Request, agent};

/// How many copies of the database are damaged, and in how many places each.
const COPIES: u64 = 65;
const PLACES: u64 = 8;
/// How many requests the small city has.
const REQUESTS: u64 = 150;
/// How long a page of the file is.
const PAGE: u64 = 4096;

/// What is asked of the city, and what it answers.
struct Answers(Vec<(String, u16, String)>);

impl Answers {
    fn of(server: &Server, pages: &[String], officer: &Officer) -> Self {
        let ask = |page: &String| {
            let (status, body) = officer.get(&format!("{}{page}", server.address)).unwrap();
            (page.clone(), status, body)
        };
        Self(pages.iter().map(ask).collect())
    }

    /// How many are as before; all others have to be refused in words.
    #[track_caller]
    fn as_before_or_refused(&self, before: &Self) -> usize {
        let other = self.0.iter().zip(&before.0).filter(|(now, then)| now != then);
        let refused = other.map(|((page, status, body), _)| {
            assert_eq!(*status, 500, "{page} is another: {body}");
            assert!(body.contains("Số hiệu") || body.contains("reference"), "{page}: {body}");
        });
        self.0.len() - refused.count()
    }
}

#[test]
fn what_the_disk_changed_is_named_and_never_served() {
    let mut chance = Chance::of("pages");
    let city = City::new();
    city.open_account("dao-clerk");
    let server = city.serve();
    let officer = Officer::signed_in(&server.address, "dao-clerk");
    let pages = filled(&server.address);
    server.interrupt();
    let server = city.serve();
    let whole = Answers::of(&server, &pages, &officer);
    for (page, status, _) in &whole.0 {
        assert_eq!(*status, 200, "{page}");
    }
    server.interrupt();

    let database = fs::read(city.data().join("kheo.db")).unwrap();
    let length = u64::try_from(database.len()).unwrap();
    assert!(!city.data().join("kheo.db-wal").exists(), "all of it stands in one file");
    let (mut same, mut refused, mut unopened) = (0, 0, 0);
    for _ in 0..COPIES {
        let desk = TempDir::new().unwrap();
        let data = desk.path().join("data");
        copied(city.data(), &data);
        let damaged = damage(&data.join("kheo.db"), &database, &mut chance);
        let data = data.to_str().unwrap();
        all_named(data, &damaged);
        let complaints = desk.path().join("complaints");
        let serving = ["serve", "--data", data, "--listen", "127.0.0.1:0"];
        let Some(server) = Server::start(&mut command(&serving), &complaints) else {
            let said = fs::read_to_string(&complaints).unwrap();
            let told = ["pages", "is damaged", "malformed"].iter().any(|told| said.contains(told));
            assert!(told, "{damaged:?}: {said}");
            unopened += 1;
            continue;
        };
        let as_before = Answers::of(&server, &pages, &officer).as_before_or_refused(&whole);
        same += as_before;
        refused += pages.len() - as_before;
    }
    assert!(same > 0 && refused > 0, "{same} the same, {refused} refused");
    println!(
        "{} bytes changed in {COPIES} copies of {} pages: all named by ledger check; {same} answers as before, \
         {refused} refused in words, {unopened} times no start; 0 served wrong",
        COPIES * PLACES,
        length / PAGE
    );
}

/// Registers the requests of the city; answers the pages that tell of it and of some of them.
fn filled(address: &str) -> Vec<String> {
    let agent = agent();
    let mut pages: Vec<String> =
        ["/", "/answers", "/log", "/log/checkpoint", "/log/tile/0/000.p/9"]
            .into_iter()
            .chain([
                "/work",
                "/cases",
                "/cases?page=2",
                "/matters",
                "/warnings",
                "/units",
                "/figures",
            ])
            .map(str::to_owned)
            .collect();
    for number in 0..REQUESTS {
        let Answer::Code(code) = Request::new(1, number).send(&agent, address) else {
            panic!("not registered");
        };
        if number % 15 == 0 {
            // Officers know a case by its number, without the letters of the citizen.
            let known = code.rsplit_once('-').map_or(code.as_str(), |(known, _)| known);
            pages.extend([format!("/follow/{code}"), format!("/api/v1/cases/{code}")]);
            pages.extend([format!("/receipt/{code}"), format!("/cases/{known}")]);
        }
    }
    pages
}

/// What stands before the first page's own content and says whose the file is: without it nothing is opened.
const HEAD: u64 = 100;

/// Writes what stands in `database` into `file`, changed in some places; answers the pages that they are on.
fn damage(file: &Path, database: &[u8], chance: &mut Chance) -> Vec<u64> {
    let mut changed = database.to_vec();
    let length = u64::try_from(database.len()).unwrap();
    let damaged = (0..PLACES).map(|_| {
        let place = HEAD + chance.below(length - HEAD);
        let bits = u8::try_from(1 + chance.below(255)).unwrap();
        changed[usize::try_from(place).unwrap()] ^= bits;
        place / PAGE + 1
    });
    let damaged = damaged.collect();
    fs::write(file, changed).unwrap();
    damaged
}

/// `kheo ledger check` tells all of the damaged pages, also of a file that cannot even be opened.
#[track_caller]
fn all_named(data: &str, damaged: &[u64]) {
    let checked = kheo(&["ledger", "check", "--data", data]);
    assert!(!checked.well, "{damaged:?}: {}", checked.said);
    let named = damaged.iter().all(|page| names(&checked.said, *page));
    assert!(named, "{damaged:?}: {}", checked.said);
}

/// Whether the numbers that are told have `page` among them.
fn names(said: &str, page: u64) -> bool {
    said.split(|sign: char| !sign.is_ascii_digit()).any(|number| number == page.to_string())
}

/// The folder without its database.
fn copied(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copied(&from, &to);
        } else if entry.file_name() != "kheo.db" {
            fs::copy(from, to).unwrap();
        }
    }
}
