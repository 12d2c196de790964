//! What witnesses sign of the log is kept, shown and checked.

use jiff::Timestamp;
use jiff::civil::date;
use kheo_core::id::CaseCode;
use kheo_ledger::log::{LogSigner, Note, WitnessSigner};
use kheo_ledger::receipt::{Proven, verify};
use kheo_store::Db;
use kheo_store::log::{
    Head, LogDamage, Receipt, Untaken, check, cosigned, head, is_news, kept, receipt, sequence,
    take, with_cosignatures, witnesses,
};
use kheo_testkit::{Installation, behind};

use crate::register;

const CODE: &str = "YC-2016-0001";

fn signer() -> LogSigner {
    LogSigner::new("kheo.example/bac-kan", &[7; 32]).unwrap()
}

fn witness(number: u8) -> WitnessSigner {
    WitnessSigner::new(&format!("witness.example/{number}"), &[number; 32]).unwrap()
}

fn at(minute: &str) -> Timestamp {
    format!("2016-06-30T{minute}:00Z").parse().unwrap()
}

/// Registers one more case and lets it enter the log.
fn grow(db: &Db, code: &str, minute: &str) -> Head {
    register(db, "north", code, date(2016, 5, 4));
    let at = at(minute);
    db.write_now(move |tx| sequence(tx, &signer(), None, at)).unwrap();
    db.read_now(head).unwrap().unwrap()
}

/// `head` as a witness sends it.
fn seen(by: &WitnessSigner, head: &Head, at: u64) -> Note {
    let mut note = head.note.clone();
    note.signatures.push(by.cosign(&note, at));
    note
}

/// Takes in what a witness sends, where witnesses 1 and 2 are known.
fn sent(db: &Db, note: &Note, minute: &str) -> Result<bool, Untaken> {
    let known = [witness(1).verifier(), witness(2).verifier()];
    let cosigned = cosigned(note, &signer().verifier(), &known)?;
    if !db.read_now(|r| is_news(r, &cosigned)).unwrap() {
        return Ok(false);
    }
    let at = at(minute);
    db.write_now(move |tx| take(tx, &cosigned, at)).unwrap().map(|()| true)
}

fn asked(db: &Db) -> Proven {
    let asked = db.read_now(|r| receipt(r, &CaseCode::new(CODE), &["subject"])).unwrap();
    let Some(Receipt::Whole(proof)) = asked else { panic!("no receipt") };
    verify(&proof.to_string(), &signer().verifier()).unwrap()
}

/// How many entries the log had in the receipt, and who cosigned that.
fn carries(db: &Db) -> (u64, Vec<String>) {
    let proven = asked(db);
    let known = [witness(1).verifier(), witness(2).verifier()];
    let witnessed = proven.witnessed(&signer().verifier(), &known).unwrap();
    let by = witnessed.by.into_iter().map(|one| one.witness).collect();
    (proven.checkpoint.size, by)
}

#[test]
fn a_cosignature_stands_below_its_checkpoint_and_in_receipts() {
    let installation = Installation::city();
    let db = &installation.db;
    let first = grow(db, CODE, "01:00");
    assert_eq!(carries(db), (first.size, vec![]));
    assert_eq!(sent(db, &seen(&witness(1), &first, 100), "01:01"), Ok(true));
    let shown = db.read_now(|r| with_cosignatures(r, first.clone())).unwrap();
    assert_eq!(shown.note, seen(&witness(1), &first, 100));
    assert_eq!(carries(db), (first.size, vec!["witness.example/1".to_owned()]));

    let second = grow(db, "YC-2016-0002", "01:02");
    let newest = db.read_now(|r| with_cosignatures(r, second.clone())).unwrap();
    assert_eq!(newest.note.signatures.len(), 1, "nobody saw it yet");
    assert_eq!(carries(db).0, first.size, "a receipt rests on what a witness saw");
    assert_eq!(sent(db, &seen(&witness(1), &second, 200), "02:02"), Ok(true));
    assert_eq!(sent(db, &seen(&witness(2), &second, 150), "02:03"), Ok(true));
    let both = ["witness.example/1", "witness.example/2"].map(str::to_owned).to_vec();
    assert_eq!(carries(db), (second.size, both));
    let last = db.read_now(witnesses).unwrap();
    let last: Vec<_> = last.iter().map(|one| (one.witness.name(), one.size, one.at)).collect();
    assert_eq!(
        last,
        [("witness.example/1", second.size, 200), ("witness.example/2", second.size, 150)]
    );
    check(db, &signer().verifier(), None).unwrap();
}

#[test]
fn what_was_seen_is_kept_though_the_log_grew_on_within_the_hour() {
    let installation = Installation::city();
    let db = &installation.db;
    let first = grow(db, CODE, "01:00");
    let second = grow(db, "YC-2016-0002", "01:10");
    assert_eq!(db.read_now(kept).unwrap().len(), 1, "the first is forgotten");
    assert_eq!(sent(db, &seen(&witness(1), &first, 100), "01:11"), Ok(true));
    assert_eq!(db.read_now(kept).unwrap().len(), 2, "and there again");
    assert_eq!(db.read_now(head).unwrap(), Some(second));
    let third = grow(db, "YC-2016-0003", "01:20");
    let sizes: Vec<u64> = db.read_now(kept).unwrap().iter().map(|head| head.size).collect();
    assert_eq!(sizes, [first.size, third.size], "what a witness saw is not forgotten");
    check(db, &signer().verifier(), None).unwrap();
}

#[test]
fn of_one_witness_one_cosignature_an_hour_is_kept_and_none_twice() {
    let installation = Installation::city();
    let db = &installation.db;
    let first = grow(db, CODE, "01:00");
    let note = seen(&witness(1), &first, 100);
    assert_eq!(sent(db, &note, "01:01"), Ok(true));
    assert_eq!(sent(db, &note, "01:02"), Ok(false), "sent again");
    assert_eq!(sent(db, &seen(&witness(1), &first, 99), "01:03"), Ok(false), "an older one");
    assert_eq!(sent(db, &seen(&witness(1), &first, 101), "01:04"), Ok(true), "seen again");
    let second = grow(db, "YC-2016-0002", "01:10");
    assert_eq!(sent(db, &seen(&witness(1), &second, 102), "01:11"), Ok(true));
    assert_eq!(sent(db, &note, "01:12"), Ok(false), "an older checkpoint");
    let shown = db.read_now(|r| with_cosignatures(r, first)).unwrap();
    assert_eq!(shown.note.signatures.len(), 1, "the hour has a newer one");
    check(db, &signer().verifier(), None).unwrap();
}

#[test]
fn what_is_not_ours_or_not_of_a_known_witness_is_refused() {
    let installation = Installation::city();
    let db = &installation.db;
    let first = grow(db, CODE, "01:00");
    let stranger = seen(&witness(3), &first, 100);
    assert_eq!(sent(db, &stranger, "01:01"), Err(Untaken::Unwitnessed));
    assert_eq!(sent(db, &first.note, "01:01"), Err(Untaken::Unwitnessed));
    let mut forged = seen(&witness(1), &first, 100);
    forged.signatures[1].bytes[20] ^= 1;
    assert_eq!(sent(db, &forged, "01:01"), Err(Untaken::Unwitnessed));

    let other = Installation::city();
    let elsewhere = grow(&other.db, "YC-2016-0009", "01:00");
    let theirs = seen(&witness(1), &elsewhere, 100);
    assert_eq!(sent(db, &theirs, "01:01"), Err(Untaken::NotHeld), "the same key, another history");
    let mut unsigned = seen(&witness(1), &first, 100);
    unsigned.signatures.remove(0);
    assert_eq!(sent(db, &unsigned, "01:01"), Err(Untaken::NotOurs));
    assert_eq!(db.read_now(witnesses).unwrap(), []);
}

#[test]
fn a_cosignature_that_somebody_changed_is_found() {
    let tampered = |sql: &str| {
        let installation = Installation::city();
        let first = grow(&installation.db, CODE, "01:00");
        sent(&installation.db, &seen(&witness(1), &first, 100), "01:01").unwrap();
        let installation = installation.reopened(|database| behind(database, sql));
        check(&installation.db, &signer().verifier(), None)
    };
    tampered("").unwrap();
    for sql in [
        "UPDATE cosignatures SET cosigned_at = 99",
        "UPDATE cosignatures SET line = replace(line, 'example/1', 'example/2')",
        "UPDATE cosignatures SET size = size - 1",
    ] {
        let why = tampered(sql);
        assert!(matches!(why, Err(LogDamage::Cosignature { .. })), "{sql}: {why:?}");
    }
}
