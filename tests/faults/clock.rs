//! A clock that is set back.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;
use std::time::Duration;

use crate::city::City;
use crate::officer::Officer;
use crate::program::{Server, command, run, until};
use crate::writer::{Writer, acknowledged, send_all_again, while_writing};

/// The library that tells the program another time.
fn library() -> String {
    let found = run("find", &["/usr/lib", "-name", "libfaketime.so.1"]);
    found.lines().next().expect("libfaketime is missing: install faketime").to_owned()
}

/// The program in a time that the file `clock` sets, by so many hours from the true one.
fn in_time(city: &City, words: &[&str], library: &str) -> Command {
    let mut command = command(&city.arguments(words));
    command
        .env("LD_PRELOAD", library)
        .env("FAKETIME_TIMESTAMP_FILE", city.desk.path().join("clock"))
        .env("FAKETIME_NO_CACHE", "1")
        .env("FAKETIME_DONT_FAKE_MONOTONIC", "1");
    command
}

#[test]
fn a_clock_that_is_set_back_turns_no_entry_around() {
    let library = library();
    let city = City::new();
    city.open_account("dao-clerk");
    let set =
        |hours: i8| fs::write(city.desk.path().join("clock"), format!("{hours:+}h\n")).unwrap();
    let serve = || {
        let mut serving = in_time(&city, &["serve", "--listen", "127.0.0.1:0"], &library);
        Server::start(&mut serving, &city.complaints()).expect("a server")
    };
    set(0);
    let mut writers = Writer::all();
    let mut server = serve();
    let officer = Officer::signed_in(&server.address, "dao-clerk");
    let write = |writers: &mut [Writer], server: &Server, hours: i8| {
        let before = acknowledged(writers);
        set(hours);
        while_writing(writers, &server.address, || {
            std::thread::sleep(Duration::from_millis(700));
        });
        assert!(acknowledged(writers) > before, "nothing is taken at {hours:+} h");
        let url = format!("{}/work", server.address);
        assert_eq!(officer.get(&url).unwrap().0, 200, "the session has gone at {hours:+} h");
    };
    write(&mut writers, &server, 0);
    for hours in [-1, -2] {
        // Once while it runs, once between two starts.
        write(&mut writers, &server, hours);
        server.interrupt();
        set(hours - 1);
        server = serve();
    }
    write(&mut writers, &server, -3);
    assert!(!Officer::signed_in(&server.address, "dao-clerk").cookie.is_empty());
    let caught_up = || {
        let agent = crate::writer::agent();
        let mut answer = agent.get(format!("{}/log/checkpoint", server.address)).call().unwrap();
        let text = answer.body_mut().read_to_string().unwrap();
        let size = text.lines().nth(1).and_then(|size| size.parse::<usize>().ok()).unwrap();
        size >= 2 * acknowledged(&writers)
    };
    let took = until("the log goes on", Duration::from_secs(10), caught_up);
    let requests = send_all_again(&mut writers, &server.address);
    server.interrupt();

    assert_eq!(city.registered(), requests);
    let (entries, cases) =
        in_order(&fs::read_to_string(city.desk.path().join("all.jsonl")).unwrap());
    city.check();
    println!(
        "clock set back an hour 5 times: {entries} entries in order, {cases} codes, none twice; the log went on \
         within {} ms",
        took.as_millis()
    );
}

/// Proves that the entries that were written out stand in the order of their moments, and that no code was given
/// twice; answers how many entries and cases there are.
fn in_order(all: &str) -> (usize, usize) {
    let mut last = String::new();
    let mut codes = BTreeSet::new();
    let (mut entries, mut cases) = (0, 0);
    for line in all.lines() {
        let row: serde_json::Value = serde_json::from_str(line).unwrap();
        let Some(recorded_at) = row.get("recorded_at").and_then(serde_json::Value::as_str) else {
            continue;
        };
        assert!(last.as_str() <= recorded_at, "{recorded_at} stands after {last}");
        recorded_at.clone_into(&mut last);
        entries += 1;
        if row["kind"] == "case.registered" {
            cases += 1;
            codes.insert(row["subject"].to_string());
        }
    }
    assert_eq!(codes.len(), cases, "a code was given twice");
    assert!(entries > cases);
    (entries, cases)
}
