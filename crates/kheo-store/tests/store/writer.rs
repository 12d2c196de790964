//! One writer for many: each job gets its own answer, and only what is on disk is acknowledged.

use std::sync::mpsc;

use kheo_core::Refusal;
use kheo_core::post::Actor;
use kheo_core::unit::UnitKind;
use kheo_store::{Db, StoreError, WriteError};
use kheo_testkit::{CITY, Installation, on, unit};

fn day() -> kheo_core::event::Stamp {
    on(jiff::civil::date(2016, 5, 3))
}

#[test]
fn jobs_of_one_commit_each_get_their_own_answer() {
    let installation = Installation::city();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    let answers = runtime.block_on(async {
        // While the first job holds the writer, all others wait, and so share the next commit.
        let (go, wait) = mpsc::channel::<()>();
        let db = installation.db.clone();
        let first = tokio::spawn(async move {
            db.write(move |_| wait.recv().map_err(|_| StoreError::BrokeOff)).await
        });
        let others: Vec<_> = (0..40)
            .map(|n| {
                let db = installation.db.clone();
                tokio::spawn(async move {
                    // Even numbers name a new ward; odd ones name one that is there already.
                    let name = if n % 2 == 0 { format!("ward-{n}") } else { "north".to_owned() };
                    let new = unit(&name, UnitKind::Ward, Some(CITY));
                    db.write(move |tx| {
                        kheo_store::unit::establish(tx, new, day(), &Actor::Import)?;
                        assert_ne!(n, 20, "a job that breaks off");
                        Ok::<_, WriteError>(n)
                    })
                    .await
                })
            })
            .collect();
        go.send(()).unwrap();
        first.await.unwrap().unwrap();
        let mut answers = Vec::new();
        for other in others {
            answers.push(other.await.unwrap());
        }
        answers
    });
    for (n, answer) in (0..).zip(answers) {
        match answer {
            Ok(own) => assert!(own == n && n % 2 == 0 && n != 20),
            Err(WriteError::Refused(Refusal::Taken { name })) => {
                assert!(n % 2 == 1 && name == "north");
            }
            Err(WriteError::Store(StoreError::BrokeOff)) => assert_eq!(n, 20),
            Err(other) => panic!("{n}: {other}"),
        }
    }
    let units = installation.db.read_now(kheo_store::unit::all).unwrap();
    assert_eq!(units.iter().filter(|unit| unit.id.as_str().starts_with("ward-")).count(), 19);
    assert!(kheo_store::ledger::check(&installation.db).is_ok());
}

#[test]
fn a_job_that_fails_half_way_leaves_nothing() {
    let installation = Installation::city();
    let before = installation.db.read_now(kheo_store::ledger::dump).unwrap();
    let refused = installation.db.write_now(|tx| {
        kheo_store::unit::establish(
            tx,
            unit("new", UnitKind::Ward, Some(CITY)),
            day(),
            &Actor::Import,
        )?;
        kheo_store::unit::establish(
            tx,
            unit("new", UnitKind::Ward, Some(CITY)),
            day(),
            &Actor::Import,
        )
    });
    assert!(matches!(refused, Err(WriteError::Refused(Refusal::Taken { .. }))));
    assert_eq!(installation.db.read_now(kheo_store::ledger::dump).unwrap(), before);
    assert!(kheo_store::ledger::check(&installation.db).is_ok());
}

#[test]
fn a_reader_sees_one_moment_and_cannot_write() {
    let installation = Installation::city();
    let db = installation.db.clone();
    let (before, after) = installation
        .db
        .read_now(move |r| {
            let before = kheo_store::unit::all(r)?.len();
            let new = unit("new", UnitKind::Ward, Some(CITY));
            let written: Result<(), WriteError> =
                db.write_now(move |tx| kheo_store::unit::establish(tx, new, day(), &Actor::Import));
            assert!(written.is_ok());
            Ok((before, kheo_store::unit::all(r)?.len()))
        })
        .unwrap();
    assert_eq!(before, after);
    let now = installation.db.read_now(kheo_store::unit::all).unwrap().len();
    assert_eq!(now, before + 1);
}

#[test]
fn public_pages_are_read_from_a_replica_as_long_as_it_answers() {
    let installation = Installation::city();
    let replica = Installation::city();
    let new = unit("new", UnitKind::Ward, Some(CITY));
    replica.db.write_now(|tx| kheo_store::unit::establish(tx, new, day(), &Actor::Import)).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let seen = |db: &Db| {
        let units = |r: &kheo_store::Reader<'_>| Ok(kheo_store::unit::all(r)?.len());
        let public = runtime.block_on(db.read_public(units)).unwrap();
        (runtime.block_on(db.read(units)).unwrap(), public)
    };
    let (here, alone) = seen(&installation.db);
    assert_eq!(here, alone);
    assert_eq!(seen(&installation.db.clone().with_replica(&replica.database)), (here, here + 1));
    for gone in ["sqlite:/none/kheo.db", "postgres://kheo@127.0.0.1:1/kheo"] {
        let gone = installation.db.clone().with_replica(&gone.parse().unwrap());
        assert_eq!(seen(&gone), (here, here));
    }
}

/// On a server where the tests run on one; what a file does is in `file.rs`.
#[test]
fn a_server_with_an_older_schema_is_brought_up_and_a_newer_one_is_refused() {
    let installation = Installation::city();
    if !installation.database.is_shared() {
        return;
    }
    let schema = |schema: &str| {
        let installation = format!("UPDATE installation SET schema = {schema}");
        move |database: &kheo_store::Database| kheo_testkit::behind(database, &installation)
    };
    let older = "5; DROP TABLE cosignatures; DROP TABLE erasures; DROP TABLE openings;
                 DROP TABLE sealing_keys; DROP TABLE sealing_recipients";
    let installation = installation.reopened(schema(older));
    assert!(installation.db.read_now(kheo_store::log::witnesses).unwrap().is_empty());
    installation.db.write_now(kheo_testkit::give_keys).unwrap();
    kheo_store::ledger::check(&installation.db).unwrap();
    for (number, code) in [("99", "newer"), ("1", "older")] {
        schema(number)(&installation.database);
        let refused = Db::open(&installation.database, kheo_testkit::salts()).err().unwrap();
        assert_eq!(refused.code(), code, "{refused}");
    }
    kheo_testkit::behind(&installation.database, "DROP TABLE installation");
    let foreign = Db::open(&installation.database, kheo_testkit::salts()).err().unwrap();
    assert_eq!(foreign.code(), "not-ours", "{foreign}");
}

/// On a server where the tests run on one: a file has no connection that could break.
#[test]
fn a_connection_that_the_server_ends_is_made_again() {
    let installation = Installation::city();
    if !installation.database.is_shared() {
        return;
    }
    let establish = |name: &'static str, end: Option<String>| {
        let (new, database) =
            (unit(name, UnitKind::Ward, Some(CITY)), installation.database.clone());
        installation.db.write_now(move |tx| {
            kheo_store::unit::establish(tx, new, day(), &Actor::Import)?;
            if let Some(end) = end {
                kheo_testkit::behind(&database, &end);
            }
            Ok::<_, WriteError>(())
        })
    };
    establish("before", None).unwrap();
    let all = "SELECT pg_terminate_backend(pid) FROM pg_locks
                WHERE relation = 'installation'::regclass AND mode = 'ExclusiveLock'";
    let broken = establish("lost", Some(all.to_owned()));
    assert!(matches!(broken, Err(WriteError::Store(_))), "{broken:?}");
    establish("after", None).unwrap();
    let units = installation.db.read_now(kheo_store::unit::all).unwrap();
    let is_there = |name: &str| units.iter().any(|unit| unit.id.as_str() == name);
    assert!(is_there("before") && !is_there("lost") && is_there("after"));
    kheo_store::ledger::check(&installation.db).unwrap();
}
