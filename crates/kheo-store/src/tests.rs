//! Every statement is prepared, and no list reads a whole table.

use std::fs;
use std::path::Path;

use postgres::types::Type;
use rusqlite::Connection;

use crate::db::{SCHEMA, tables};
use crate::{
    account, case, entry, ledger, log, matter, measure, post, review, sealing, session, task, unit,
    warning,
};

fn statements() -> Vec<(&'static str, &'static [&'static str])> {
    let mut all = vec![
        ("account.rs", account::SQL),
        ("entry.rs", entry::SQL),
        ("measure.rs", measure::SQL),
        ("post.rs", post::SQL),
        ("review.rs", review::SQL),
        ("sealing.rs", sealing::SQL),
        ("sealing/kept.rs", sealing::KEPT_SQL),
        ("session.rs", session::SQL),
        ("unit.rs", unit::SQL),
        ("warning.rs", warning::SQL),
    ];
    all.extend(case::SQL);
    all.extend(ledger::SQL);
    all.extend(log::SQL);
    all.extend(matter::SQL);
    all.extend(task::SQL);
    all
}

fn database() -> Connection {
    let database = Connection::open_in_memory().unwrap();
    database.execute_batch(SCHEMA).unwrap();
    database
}

#[test]
fn every_statement_is_prepared_with_its_values_in_order_of_first_use() {
    let database = database();
    let listed = statements().into_iter().flat_map(|(_, sql)| sql.iter().copied());
    for sql in listed.chain(ledger::of_tables()) {
        let statement = database.prepare(sql).unwrap_or_else(|why| panic!("{why}\n{sql}"));
        for place in 1..=statement.parameter_count() {
            let name = format!("${place}");
            assert_eq!(statement.parameter_name(place), Some(name.as_str()), "{sql}");
        }
    }
}

/// On a server where the tests run on one.
#[test]
fn every_statement_is_one_of_both_dialects() {
    let Ok(server) = std::env::var("KHEO_TEST_SERVER") else { return };
    let mut client = postgres::Client::connect(&server, postgres::NoTls).unwrap();
    client.batch_execute("CREATE TEMPORARY TABLE installation (schema BIGINT)").unwrap();
    let tables = tables().replace("CREATE TABLE", "CREATE TEMPORARY TABLE");
    client.batch_execute(&tables).unwrap();
    let listed = statements().into_iter().flat_map(|(_, sql)| sql.iter().copied());
    for sql in listed.chain(ledger::of_tables()) {
        let prepared = client.prepare(sql).unwrap_or_else(|why| panic!("{why:?}\n{sql}"));
        for column in prepared.columns() {
            let form = column.type_();
            let known = [Type::BOOL, Type::BYTEA, Type::INT4, Type::INT8, Type::TEXT];
            assert!(known.contains(form), "{} is {form}\n{sql}", column.name());
        }
    }
}

#[test]
fn every_statement_of_every_file_is_listed() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let listed = statements();
    let mut counted = 0;
    let mut folders = vec![source.clone()];
    while let Some(folder) = folders.pop() {
        for found in fs::read_dir(folder).unwrap() {
            let path = found.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(&source).unwrap().to_str().unwrap().to_owned();
            let is_rust = path.extension().is_some_and(|extension| extension == "rs");
            if name.starts_with("db") || name == "tests.rs" || !is_rust {
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            let consts =
                text.lines().filter(|line| line.starts_with("const ") && line.contains(": &str ="));
            let here = listed.iter().filter(|(file, _)| *file == name);
            let known: usize = here.map(|(_, sql)| sql.len()).sum();
            assert_eq!(consts.count(), known, "{name}");
            counted += known;
        }
    }
    assert_eq!(counted, listed.iter().map(|(_, sql)| sql.len()).sum::<usize>());
}

#[test]
fn no_statement_reads_a_large_table_from_end_to_end() {
    let database = database();
    let large = [
        "entries",
        "log_tiles",
        "cases",
        "case_files",
        "case_keys",
        "matters",
        "matter_links",
        "matter_cases",
        "matter_units",
        "clocks",
        "marks",
        "tallies",
        "monthly_tallies",
        "readings",
        "requests",
    ];
    // Their aliases in joins.
    let aliases = ["c", "f", "k", "l", "m", "t"];
    // The one that counts all entries.
    let whole = "SELECT COUNT(*) FROM entries";
    // The proofs of the ledger, of the log and of the keys read everything.
    let proofs = ["ledger/", "log/check.rs", "sealing/kept.rs"];
    let asked = statements();
    let asked = asked.into_iter().filter(|(file, _)| !proofs.iter().any(|it| file.starts_with(it)));
    for sql in asked.flat_map(|(_, sql)| sql).filter(|sql| **sql != whole) {
        let mut explained = database.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        let values = vec![rusqlite::types::Value::Null; explained.parameter_count()];
        let steps = explained
            .query_map(rusqlite::params_from_iter(values), |row| row.get::<_, String>(3))
            .unwrap();
        for step in steps.map(Result::unwrap) {
            let scanned = step.strip_prefix("SCAN ").and_then(|rest| rest.split(' ').next());
            let ordered = step.contains("USING COVERING INDEX") || step.contains("PRIMARY KEY");
            assert!(
                !scanned.is_some_and(|it| large.contains(&it) || aliases.contains(&it)) || ordered,
                "{step}\n{sql}"
            );
        }
    }
}

#[test]
fn a_page_of_a_long_list_is_read_in_the_order_of_an_index() {
    let database = database();
    let held = statements().into_iter().find(|(file, _)| *file == "case/held.rs").unwrap().1;
    for (order, index) in
        [("ORDER BY n.due_on", "due_first"), ("ORDER BY n.registered_on", "newest")]
    {
        let sql = held.iter().find(|sql| sql.contains(order)).unwrap();
        let mut explained = database.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        let values = vec![rusqlite::types::Value::Null; explained.parameter_count()];
        let steps = explained.query_map(rusqlite::params_from_iter(values), |row| row.get(3));
        let steps: Vec<String> = steps.unwrap().map(Result::unwrap).collect();
        let page: Vec<&String> = steps.iter().take_while(|step| *step != "SCAN page").collect();
        let found = format!("USING COVERING INDEX cases_{index}");
        assert!(page.iter().any(|step| step.contains(&found)), "{steps:?}");
        assert!(!page.iter().any(|step| step.contains("TEMP B-TREE")), "{steps:?}");
    }
}
