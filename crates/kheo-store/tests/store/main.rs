//! The store as its users meet it: deeds, questions, and what survives.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod behind;
mod case;
mod erased;
mod figures;
mod file;
mod kept;
mod ledger;
mod log;
mod log_witness;
mod matter;
mod moved;
mod owed;
mod random;
mod sealed;
mod task;
mod transfer;
mod warning;
mod writer;

use kheo_core::case::{Act, Proof};
use kheo_core::id::{ActionId, CaseCode, FileHash, PostId, UnitId};
use kheo_core::post::Actor;
use kheo_store::{Db, WriteError};
use kheo_testkit::rules;

/// An act on a case as it stands, by somebody who may.
fn act(db: &Db, code: &str, action: &str, day: jiff::civil::Date) -> Result<u64, WriteError> {
    act_with(db, code, action, day, |_| {})
}

/// The same, with something more.
fn act_with(
    db: &Db,
    code: &str,
    action: &str,
    day: jiff::civil::Date,
    more: impl FnOnce(&mut Act) + Send + 'static,
) -> Result<u64, WriteError> {
    let (code, action) = (CaseCode::new(code), ActionId::new(action));
    db.write_now(move |tx| {
        let mut act = plain(action, kheo_store::case::find(tx, &code)?.unwrap().seen);
        more(&mut act);
        kheo_store::case::act(tx, &rules(), &Actor::Import, &code, act, kheo_testkit::on(day))
    })
}

fn plain(action: ActionId, seen: u64) -> Act {
    Act { text: Some("Đã làm.".into()), ..Act::plain(action, seen) }
}

fn to_unit(unit: &'static str) -> impl FnOnce(&mut Act) + Send {
    move |act| act.unit = Some(UnitId::new(unit))
}

fn to_post(post: &'static str) -> impl FnOnce(&mut Act) + Send {
    move |act| act.post = Some(PostId::new(post))
}

fn with_proof(act: &mut Act) {
    act.proofs.push(Proof {
        hash: FileHash::new("ab".repeat(32)),
        media_type: "image/png".into(),
        size: 120,
    });
}

/// Registers a request about roads to `unit`.
fn register(db: &Db, unit: &str, code: &str, day: jiff::civil::Date) {
    let filing = kheo_testkit::filing(unit, code);
    db.write_now(move |tx| {
        let stamp = kheo_testkit::on(day);
        kheo_store::case::register(tx, &rules(), filing, stamp, &Actor::Citizen)
    })
    .expect("a registered case");
}
