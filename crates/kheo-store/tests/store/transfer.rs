//! Installations that move: to another database, into a file, through JSON.

use jiff::civil::date;
use kheo_core::id::PostId;
use kheo_ledger::log::{LogSigner, WitnessSigner};
use kheo_store::ledger::transfer::{Record, copy, finish, put, records, snapshot};
use kheo_store::ledger::{Damage, check, dump, root};
use kheo_store::{Database, Db, log};
use kheo_testkit::{Installation, salts};

use crate::{act_with, register, with_proof};

fn signer() -> LogSigner {
    LogSigner::new("kheo.example/bac-kan", &[7; 32]).unwrap()
}

/// Two cases, of which one is answered; the second waits to enter the log.
fn lived(installation: Installation) -> Installation {
    let db = &installation.db;
    register(db, "north", "YC-2016-0001", date(2016, 5, 4));
    act_with(db, "YC-2016-0001", "answer", date(2016, 5, 9), with_proof).unwrap();
    let at = "2016-06-30T01:00:00Z".parse().unwrap();
    db.write_now(move |tx| log::sequence(tx, &signer(), None, at)).unwrap().unwrap();
    witness(db);
    register(db, "south", "YC-2016-0002", date(2016, 6, 30));
    db.write_now(|tx| {
        kheo_store::account::create(tx, "clerk", "hashed", &PostId::new("north-clerk"))
    })
    .unwrap();
    installation
}

/// Takes in what a witness signed of the log.
fn witness(db: &Db) {
    let witness = WitnessSigner::new("witness.example/na-ri", &[9; 32]).unwrap();
    let mut note = db.read_now(log::head).unwrap().unwrap().note;
    note.signatures.push(witness.cosign(&note, 1_467_248_400));
    let cosigned = log::cosigned(&note, &signer().verifier(), &[witness.verifier()]).unwrap();
    let at = "2016-06-30T01:01:00Z".parse().unwrap();
    db.write_now(move |tx| log::take(tx, &cosigned, at)).unwrap().unwrap();
}

fn assert_same(one: &Db, other: &Db) {
    assert_eq!(one.read_now(root).unwrap(), other.read_now(root).unwrap());
    assert_eq!(one.read_now(dump).unwrap(), other.read_now(dump).unwrap());
    assert_eq!(one.read_now(log::kept).unwrap(), other.read_now(log::kept).unwrap());
    let witnesses = one.read_now(log::witnesses).unwrap();
    assert_eq!(witnesses.len(), 1);
    assert_eq!(witnesses, other.read_now(log::witnesses).unwrap());
    assert_eq!(check(one).unwrap(), check(other).unwrap());
    let sizes = [one, other].map(|db| log::check(db, &signer().verifier(), None).unwrap());
    assert_eq!(sizes[0], sizes[1]);
    let accounts = |db: &Db| db.read_now(kheo_store::account::all).unwrap().len();
    assert_eq!(accounts(one), accounts(other));
}

#[test]
fn an_installation_moves_to_another_database_and_back() {
    let file = lived(Installation::in_file().with_city());
    let moved = Installation::empty();
    copy(&file.db, &moved.db).unwrap();
    assert_same(&file.db, &moved.db);
    register(&moved.db, "north", "YC-2016-0003", date(2016, 6, 30));
    let back = Installation::in_file();
    copy(&moved.db, &back.db).unwrap();
    assert_same(&moved.db, &back.db);
}

#[test]
fn a_snapshot_is_an_installation_of_its_own() {
    let installation = lived(Installation::city());
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("kheo.db");
    snapshot(&installation.db, &file, salts()).unwrap();
    let taken = Db::open(&Database::file(&file), salts()).unwrap();
    assert_same(&installation.db, &taken);
    register(&installation.db, "north", "YC-2016-0003", date(2016, 6, 30));
    assert_ne!(installation.db.read_now(root).unwrap(), taken.read_now(root).unwrap());
}

fn as_json(db: &Db) -> Vec<String> {
    let mut lines = Vec::new();
    db.read_now(|r| {
        records(r, |record| {
            lines.push(serde_json::to_string(&record).unwrap());
            Ok(())
        })
    })
    .unwrap();
    lines
}

fn filled(lines: Vec<String>) -> Result<Installation, Damage> {
    let installation = Installation::empty();
    installation.db.write_now(move |tx| {
        for line in lines {
            let record = Record::read(&serde_json::from_str(&line).unwrap()).unwrap();
            put(tx, &record)?;
        }
        finish(tx)
    })?;
    Ok(installation)
}

#[test]
fn json_holds_everything() {
    let installation = lived(Installation::city());
    let lines = as_json(&installation.db);
    assert_same(&installation.db, &filled(lines.clone()).unwrap().db);
    let without = |n: usize| lines.iter().enumerate().filter(move |(at, _)| *at != n);
    let missing = filled(without(3).map(|(_, line)| line.clone()).collect());
    assert!(matches!(missing, Err(Damage::Missing { seq: 4 })));
    let changed = lines.iter().map(|line| line.replace("2016-05-09", "2016-05-08")).collect();
    assert!(matches!(filled(changed), Err(Damage::Changed { .. })));
}

#[test]
fn what_is_no_record_is_none() {
    let installation = lived(Installation::city());
    let line = as_json(&installation.db).remove(0);
    let read = |line: &str| Record::read(&serde_json::from_str(line).unwrap()).is_some();
    assert!(read(&line));
    for wrong in [
        line.replacen("\"seq\":1", "\"seq\":\"1\"", 1),
        line.replacen("\"seq\":1", "\"seq\":1,\"religion\":\"\"", 1),
        line.replacen("\"seq\":1,", "", 1),
        line.replacen("\"entries\"", "\"cases\"", 1),
        line.replacen("\"salt\":\"", "\"salt\":\"z", 1),
        "{}".to_owned(),
    ] {
        assert!(!read(&wrong), "{wrong}");
    }
}
