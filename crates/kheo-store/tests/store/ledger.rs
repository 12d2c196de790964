//! The ledger proves itself, and the read tables come from nowhere else.

use std::fs;

use jiff::civil::date;
use kheo_core::case::Proof;
use kheo_core::id::{CaseCode, FileHash};
use kheo_store::StoreError;
use kheo_store::case::timeline;
use kheo_store::files::Files;
use kheo_store::ledger::{Damage, DamagedFile, check, check_files, check_telling, dump, rebuild};
use kheo_testkit::{Installation, behind};

use crate::{act, act_with, register, to_unit, with_proof};

const CODE: &str = "YC-2016-0001";

fn lived() -> Installation {
    let installation = Installation::city();
    register(&installation.db, "north", CODE, date(2016, 5, 4));
    act_with(&installation.db, CODE, "answer", date(2016, 5, 9), with_proof).unwrap();
    installation
}

/// What the check says after somebody with a database tool was at the file.
fn after(tampering: &str) -> Damage {
    let installation = lived().reopened(|database| {
        behind(database, tampering);
    });
    let refused = rebuild(&installation.db).unwrap_err();
    let damage = check(&installation.db).unwrap_err();
    assert_eq!(refused.to_string(), damage.to_string(), "no tables are made of a damaged ledger");
    damage
}

#[test]
fn an_untouched_ledger_checks() {
    let installation = lived();
    let entries = installation.db.read_now(kheo_store::ledger::count).unwrap();
    assert_eq!(check(&installation.db).unwrap(), entries);
}

#[test]
fn a_changed_entry_is_not_shown() {
    let installation = lived().reopened(|database| {
        behind(database, "UPDATE entries SET actor = 'import' WHERE kind = 'case.registered'");
    });
    let told = installation.db.read_now(|r| timeline(r, &CaseCode::new(CODE)));
    assert!(matches!(told, Err(StoreError::ChangedEntry { .. })), "{told:?}");
}

#[test]
fn a_page_that_the_disk_changed_is_named() {
    let installation = Installation::in_file().with_city();
    let file = installation.file();
    let installation = installation.reopened(|_| {
        let mut bytes = fs::read(&file).unwrap();
        let last = bytes.len() - 4000;
        bytes[last] ^= 1;
        fs::write(&file, bytes).unwrap();
    });
    let last = fs::metadata(&file).unwrap().len() / 4096;
    let damage = check(&installation.db).unwrap_err();
    assert!(matches!(&damage, Damage::Pages { pages } if *pages == [last]), "{damage}");
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

/// An installation in which everything happened that can stand in a ledger.
fn full() -> Installation {
    let installation = lived();
    let db = &installation.db;
    register(db, "south", "YC-2016-0002", date(2016, 5, 10));
    act_with(db, "YC-2016-0002", "transfer", date(2016, 5, 11), to_unit("north")).unwrap();
    act(db, CODE, "reopen", date(2016, 5, 12)).unwrap();
    crate::figures::report_and_plan(db);
    crate::task::conclude_assign_and_report(db);
    installation
}

#[test]
fn a_ledger_that_is_whole_is_read_once() {
    let installation = full();
    let mut told = Vec::new();
    let entries = check_telling(&installation.db, &mut |done| told.push(done)).unwrap();
    assert_eq!(told, [0, entries]);
}

/// However much is cut off: the read tables tell that it is gone, and are not made anew from the
/// rest, for they are all that is left of it.
#[test]
fn entries_cut_off_at_the_end_are_told_as_missing() {
    let last = full().db.read_now(kheo_store::ledger::last).unwrap().unwrap();
    assert!(last > 20, "{last}");
    for left in 0..last {
        let installation = full().reopened(|database| {
            let cut = format!("DELETE FROM entries WHERE seq > {left}");
            behind(database, &cut);
        });
        let before = installation.db.read_now(dump).unwrap();
        for damage in [check(&installation.db), rebuild(&installation.db)].map(Result::unwrap_err) {
            assert!(
                matches!(damage, Damage::CutOff { last: l, named } if (l, named) == (left, last)),
                "{left}: {damage}"
            );
            assert_eq!(damage.code(), "cut-off");
        }
        assert_eq!(installation.db.read_now(dump).unwrap(), before);
    }
}

#[test]
fn a_ledger_that_is_gone_is_no_empty_one() {
    let damage = after("DELETE FROM entries");
    assert!(matches!(damage, Damage::CutOff { last: 0, .. }), "{damage}");
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
        let installation = lived().reopened(|database| {
            behind(database, tampering);
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

#[test]
fn a_row_that_was_changed_added_or_removed_is_named_with_its_table() {
    let rows = [
        ("marks", "UPDATE marks SET recorded_on = '2015-01-01' WHERE metric = 'received'"),
        ("marks", "DELETE FROM marks WHERE metric = 'answered'"),
        (
            "marks",
            "INSERT INTO marks SELECT unit, metric, effective_on, kind, seq, 9, code, recorded_on,
                    marked, demonstration FROM marks WHERE metric = 'received'",
        ),
        (
            "case_keys",
            "UPDATE case_keys SET registered_on = '2015-01-01'
              WHERE hashed = (SELECT MIN(hashed) FROM case_keys)",
        ),
        ("case_keys", "DELETE FROM case_keys WHERE hashed = (SELECT MAX(hashed) FROM case_keys)"),
        (
            "case_keys",
            "INSERT INTO case_keys SELECT MIN(hashed), '2015-01-01', MIN(code) FROM case_keys",
        ),
        ("clocks", "UPDATE clocks SET stopped_on = '2016-05-08'"),
        ("clocks", "DELETE FROM clocks"),
        (
            "clocks",
            "INSERT INTO clocks SELECT code, 1, clock, unit, started_on, stopped_on, due_on, due,
                    demonstration FROM clocks",
        ),
        ("tallies", "UPDATE tallies SET demonstration = 1 WHERE metric = 'received'"),
        ("tallies", "DELETE FROM tallies WHERE metric = 'answered'"),
        (
            "tallies",
            "INSERT INTO tallies SELECT unit, stock, '2015-01-01', metric, kind, recorded_on, 0, 0
               FROM tallies WHERE metric = 'received'",
        ),
        ("cases", "UPDATE cases SET topic = 'water'"),
        ("cases", "DELETE FROM cases"),
        (
            "cases",
            "INSERT INTO cases SELECT 'YC-2016-0009', seq, unit, phase, due_on, kind, topic, step,
                    post, registered_on, answered, answered_on, escalated, overran, pursued,
                    persons, 0, detail FROM cases",
        ),
    ];
    for (table, tampering) in rows {
        let installation = lived().reopened(|database| {
            behind(database, tampering);
        });
        let damage = check(&installation.db).unwrap_err();
        assert!(
            matches!(&damage, Damage::Differs { table: named, .. } if *named == table),
            "{tampering}: {damage}"
        );
    }
}

#[test]
fn a_read_table_that_is_gone_is_made_anew() {
    let before = lived().db.read_now(dump).unwrap();
    let installation = lived().reopened(|database| {
        behind(database, "DROP TABLE cases");
    });
    assert!(check(&installation.db).is_err());
    rebuild(&installation.db).unwrap();
    check(&installation.db).unwrap();
    assert_eq!(installation.db.read_now(dump).unwrap(), before);
}

#[test]
fn a_row_that_cannot_be_read_is_told_without_what_it_says() {
    let rows = [
        "UPDATE cases SET detail = REPLACE(detail, '\"seen\":', '\"seen\":\"Nguyễn Thị Lan\",\"x\":')",
        "UPDATE cases SET detail = 'Nguyễn Thị Lan'",
        "UPDATE cases SET detail = X'C3'",
    ];
    for tampering in rows {
        let installation = lived().reopened(|database| {
            behind(database, tampering);
        });
        let code = CaseCode::new(CODE);
        let why = installation.db.read_now(|r| kheo_store::case::find(r, &code)).unwrap_err();
        let told = format!("{why} {why:?}");
        assert!(!told.contains("Nguyễn"), "{told}");
    }
}

#[test]
fn attached_files_that_are_missing_or_changed_are_named_with_their_cases() {
    let installation = Installation::city();
    let db = &installation.db;
    let folder = tempfile::tempdir().unwrap();
    let files = Files::in_folder(folder.path()).unwrap();
    let attach = |code: &'static str, hash: FileHash| {
        register(db, "north", code, date(2016, 5, 4));
        act_with(db, code, "answer", date(2016, 5, 9), move |act| {
            act.proofs.push(Proof { hash, media_type: "image/png".into(), size: 7 });
        })
        .unwrap();
    };
    let [picture, minutes] = [b"picture", b"minutes"].map(|content| files.put(content).unwrap());
    attach("YC-2016-0001", picture.clone());
    attach("YC-2016-0002", minutes.clone());
    attach("YC-2016-0003", minutes.clone());
    files.put(b"named by no case").unwrap();
    assert_eq!(check_files(db, &files).unwrap(), []);

    fs::write(folder.path().join(picture.as_str()), b"another").unwrap();
    fs::remove_file(folder.path().join(minutes.as_str())).unwrap();
    let mut expected = [
        DamagedFile { hash: picture, cases: vec![CaseCode::new("YC-2016-0001")], changed: true },
        DamagedFile {
            hash: minutes,
            cases: ["YC-2016-0002", "YC-2016-0003"].map(CaseCode::new).to_vec(),
            changed: false,
        },
    ];
    expected.sort_by(|one, other| one.hash.cmp(&other.hash));
    assert_eq!(check_files(db, &files).unwrap(), expected);
    assert!(check(db).is_ok(), "the ledger itself is whole");
}
