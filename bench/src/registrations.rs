//! How many requests of citizens are kept for good in a second, beside bare inserts of the same rows.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use crate::bare::{Bare, File, New, Server};
use crate::load::{Client, Spread};
use crate::program::{Fault, Program, Running, stopwatch};
use crate::table::{Row, page};

const CLIENTS: usize = 32;
/// How many requests each client sends.
const OF_EACH: usize = 500;

/// The least share of bare inserts that registrations reach: in a file, on a server. Unit: percent.
const SHARE: (f64, f64) = (60.0, 50.0);
const ANSWER: Duration = Duration::from_millis(50);
const RECEIPT: Duration = Duration::from_secs(1);

/// A row for the registrations in a second, for the bare inserts, and for what a citizen waits for; in a file, or on
/// the server at `url`, whose database is empty.
pub(crate) fn rows(program: &Program, url: Option<&str>) -> Result<Vec<Row>, Fault> {
    let folder = tempfile::tempdir()?;
    let program = program.on(url);
    program.load_demo(folder.path())?;
    match url {
        None => beside(&program, &File(folder.path().join("demo/kheo.db")), SHARE.0, folder.path()),
        Some(url) => {
            let server = Server { url: url.to_owned(), clients: CLIENTS };
            beside(&program, &server, SHARE.1, folder.path())
        }
    }
}

fn beside(
    program: &Program,
    database: &impl Bare,
    share: f64,
    folder: &Path,
) -> Result<Vec<Row>, Fault> {
    let before = database.tables()?;
    let running = program.serve_demo(folder)?;
    let (took, mut answers, mut receipts) = load(&running)?;
    drop(running);
    let sent = answers.len() + receipts.len();
    let new = New::between(&before, database.tables()?, sent);
    let bare = rate(sent, database.insert(&new, CLIENTS, folder)?);
    let registered = rate(sent, took);
    let percent = registered / bare * 100.0;
    Ok(vec![
        Row {
            what: format!("registrations over HTTP at {CLIENTS} clients"),
            limit: format!("{share:.0} % of bare"),
            measured: format!("{registered:.0} a second, {percent:.0} %"),
            kept: percent >= share,
        },
        Row::told(
            &format!("bare inserts of the same rows, {} a registration", new.rows_of_each()),
            format!("{bare:.0} a second"),
        ),
        page("a registration's answer", &mut answers, (ANSWER, ANSWER)),
        page("a complete receipt, from the answer on", &mut receipts, (RECEIPT, RECEIPT)),
    ])
}

#[expect(clippy::cast_precision_loss, reason = "a rate without decimals")]
fn rate(many: usize, took: Duration) -> f64 {
    many as f64 / took.as_secs_f64()
}

/// All clients at once, and one more that waits for its receipts: how long it all took, what each answer, and what
/// each receipt.
fn load(running: &Running) -> Result<(Duration, Spread, Spread), Fault> {
    let is_over = AtomicBool::new(false);
    let elapsed = stopwatch();
    let (answers, took, receipts) = thread::scope(|scope| {
        let is_over = &is_over;
        let one = |client| move || register(running, client);
        let clients: Vec<_> = (0..CLIENTS).map(|client| scope.spawn(one(client))).collect();
        let patient = scope.spawn(move || wait_for_receipts(running, is_over));
        let joined = |it: thread::ScopedJoinHandle<'_, _>| {
            it.join().unwrap_or(Err(Fault::Program("did not keep its client")))
        };
        let answers = clients.into_iter().map(joined).collect::<Result<Vec<_>, _>>();
        let took = elapsed();
        is_over.store(true, Ordering::Relaxed);
        (answers, took, joined(patient))
    });
    Ok((took, Spread::of(answers?.concat()), Spread::of(receipts?)))
}

fn register(running: &Running, client: usize) -> Result<Vec<Duration>, Fault> {
    let citizen = Client::new(running);
    let send = |request| {
        let elapsed = stopwatch();
        citizen.ask(&format!("{client}-{request}")).map(|_| elapsed())
    };
    (0..OF_EACH).map(send).collect()
}

fn wait_for_receipts(running: &Running, is_over: &AtomicBool) -> Result<Vec<Duration>, Fault> {
    let citizen = Client::new(running);
    let mut waits = Vec::new();
    while !is_over.load(Ordering::Relaxed) {
        let code = citizen.ask(&format!("receipt-{}", waits.len()))?;
        let elapsed = stopwatch();
        while !citizen.has_receipt(&code)? {
            thread::sleep(Duration::from_millis(5));
        }
        waits.push(elapsed());
    }
    Ok(waits)
}
