//! The ledger proves itself, and the read tables come from nowhere else.

use jiff::civil::date;
use kheo_core::id::CaseCode;
use kheo_store::ledger::{Damage, check, dump, rebuild};
use kheo_testkit::Installation;
use rusqlite::Connection;

use crate::{act_with, register, with_proof};

const CODE: &str = "YC-2016-0001-AAAA";

fn lived() -> Installation {
    let installation = Installation::city();
    register(&installation.db, "north", CODE, date(2016, 5, 4));
    act_with(&installation.db, CODE, "answer", date(2016, 5, 9), with_proof).unwrap();
    installation
}

/// What the check says after somebody with a database tool was at the file.
fn after(tampering: &str) -> Damage {
    let installation = lived().reopened(|file| {
        Connection::open(file).and_then(|db| db.execute_batch(tampering)).unwrap();
    });
    check(&installation.db).unwrap_err()
}

#[test]
fn an_untouched_ledger_checks() {
    let installation = lived();
    let entries = installation.db.read_now(kheo_store::ledger::count).unwrap();
    assert_eq!(check(&installation.db).unwrap(), entries);
}

#[test]
fn every_change_of_an_entry_is_found_and_named() {
    let seq = {
        let installation = lived();
        let told = installation
            .db
            .read_now(|r| kheo_store::case::timeline(r, &CaseCode::new(CODE)))
            .unwrap();
        told.first().unwrap().seq
    };
    let changes = [
        "payload = REPLACE(payload, 'roads', 'water')",
        "private = REPLACE(private, 'tổ 3', 'tổ 4')",
        "private = NULL",
        "effective_on = '2016-05-03'",
        "recorded_at = '2016-05-03T01:00:00.000Z'",
        "actor = 'import'",
        "unit = 'south'",
    ];
    for change in changes {
        let damage = after(&format!("UPDATE entries SET {change} WHERE seq = {seq}"));
        assert!(matches!(damage, Damage::Changed { seq: found } if found == seq), "{change}");
        assert_eq!(damage.to_string(), format!("entry {seq} was changed after it was written"));
        assert_eq!(damage.code(), "changed");
    }
    let damage = after(&format!("DELETE FROM entries WHERE seq = {seq}"));
    assert!(matches!(damage, Damage::Missing { seq: found } if found == seq), "{damage}");
}

#[test]
fn entries_cut_off_at_the_end_are_missed_by_the_read_tables() {
    let damage = after("DELETE FROM entries WHERE seq = (SELECT MAX(seq) FROM entries)");
    assert!(matches!(damage, Damage::Differs { .. }), "{damage}");
}

#[test]
fn an_erased_private_part_is_no_damage_and_a_rebuild_shows_it() {
    let installation = lived().reopened(|file| {
        let erase = "UPDATE entries SET private = NULL, private_salt = NULL";
        Connection::open(file).and_then(|db| db.execute_batch(erase)).unwrap();
    });
    rebuild(&installation.db).unwrap();
    assert!(check(&installation.db).is_ok());
    let case = installation
        .db
        .read_now(|r| kheo_store::case::find(r, &CaseCode::new(CODE)))
        .unwrap()
        .unwrap();
    assert_eq!(case.petition, kheo_core::case::Petition::default());
    assert_eq!(case.topic.as_str(), "roads");
}

#[test]
fn a_changed_read_table_is_named_and_made_anew() {
    let before = lived().db.read_now(dump).unwrap();
    let rows = [
        ("UPDATE marks SET effective_on = '2015-01-01' WHERE metric = 'received'", "marks"),
        ("UPDATE tallies SET counted = counted + 1 WHERE metric = 'answered'", "tallies"),
        ("UPDATE cases SET detail = REPLACE(detail, 'north', 'south')", "cases"),
        ("DELETE FROM clocks", "clocks"),
        ("INSERT INTO counters (prefix, year, number) VALUES ('XX', 2016, 5)", "counters"),
    ];
    for (tampering, table) in rows {
        let installation = lived().reopened(|file| {
            Connection::open(file).and_then(|db| db.execute_batch(tampering)).unwrap();
        });
        let damage = check(&installation.db).unwrap_err();
        assert!(
            matches!(&damage, Damage::Differs { table: named, .. } if *named == table),
            "{damage}"
        );
        assert_eq!(damage.code(), "differs");
        assert!(!damage.to_string().contains("Nguyễn"), "no personal data in the message");
        rebuild(&installation.db).unwrap();
        assert!(check(&installation.db).is_ok());
        assert_eq!(installation.db.read_now(dump).unwrap(), before, "{table}");
    }
}
