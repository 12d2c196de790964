//! `kheo serve`: the pages and the API of an installation.

use std::io::ErrorKind;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use kheo_core::id::UnitId;
use kheo_ledger::log::{VerifierKey, WitnessKey};
use kheo_pack::Packs;
use kheo_store::Db;
use kheo_store::ledger::remove_unnamed;
use kheo_store::sealing::{are_over, forget_over};
use kheo_web::{App, Remembered};
use kheo_words::{Lang, Tongue, Words};
use tokio::runtime::Builder;

use crate::clock::{self, Clock};
use crate::command_line::Serve;
use crate::failure::Failure;
use crate::folder::{Held, Installation, Mark};
use crate::sequencer::{self, Sequencer};
use crate::terminal::{eprintln, println};
use crate::{no_room, packs, randomness};

/// Stack of the threads that run formulas and documents.
const STACK: usize = 8 * 1024 * 1024;
/// Threads that read the database and make documents: a few more than it has readers.
const BLOCKING: usize = 8;
const MINUTE: Duration = Duration::from_mins(1);
const DAY: Duration = Duration::from_hours(24);

/// Runs `kheo serve`.
pub(crate) fn run(wanted: &Serve, tongue: Tongue<'_>) -> Result<(), Failure> {
    let (packs, words) = packs::load(&wanted.rules)?;
    let held = Held::take(&wanted.at)?;
    let listener = bind(wanted.listen)?;
    let mut installation = held.open()?;
    if let Some(replica) = &wanted.replica {
        installation.db = installation.db.with_replica(replica);
    }
    let place = place(&installation)?;
    let clock = clock(&installation)?;
    let origin = wanted.log_name.clone().unwrap_or_else(|| log_name(&place));
    let sequencer = Sequencer::of(&installation.db, held.log(), &origin)?;
    let verifier = sequencer.signer().verifier();
    if let Some(name) = wanted.log_name.as_deref().filter(|name| *name != verifier.name()) {
        let names = [("name", verifier.name()), ("wanted", name)];
        eprintln(&tongue.say_with("log-keeps-name", &names));
    }
    sequencer.catch_up(clock.shared()())?;
    held.mark_places()?;
    if !installation.db.proves_pages()? {
        eprintln(&tongue.say("pages-unproved"));
    }
    let log = sequencer.signer().verifier();
    let app = app(installation, packs, words, &clock, place, log, tongue.lang());
    let witnesses: Vec<WitnessKey> = wanted.witness.iter().fold(Vec::new(), |mut known, key| {
        if !known.contains(key) {
            known.push(key.clone());
        }
        known
    });
    let app = App {
        secure: wanted.behind_https,
        witnesses: witnesses.into(),
        address: wanted.url.as_deref().map(Into::into),
        ..app
    };
    let mark = app.demonstration.then(|| held.mark());
    until_interrupted(app, listener, tongue, &[], mark.as_ref(), sequencer)
}

/// The time to which an installation has come: that of its last entry, or the later one of its mark
/// in a demonstration; nothing before its first entry.
pub(crate) fn come_to(installation: &Installation) -> Result<Option<Timestamp>, Failure> {
    let last = installation.db.read_now(kheo_store::ledger::last_recorded_at)?;
    Ok(last.map(|last| installation.come_to.map_or(last, |marked| marked.max(last))))
}

/// The true time, or for a demonstration the time at which it stopped.
pub(crate) fn clock(installation: &Installation) -> Result<Clock, Failure> {
    let last = come_to(installation)?;
    Ok(match last.filter(|_| installation.demonstration) {
        Some(last) => Clock::starting_at(last),
        None => Clock::true_time(),
    })
}

/// Takes the address, so that nothing is begun that could not be served.
pub(crate) fn bind(listen: SocketAddr) -> Result<TcpListener, Failure> {
    let listener = TcpListener::bind(listen).map_err(|why| unbindable(listen, why))?;
    listener.set_nonblocking(true).map_err(|why| unbindable(listen, why))?;
    Ok(listener)
}

/// What the log of an installation is called where nobody says otherwise.
pub(crate) fn log_name(place: &UnitId) -> String {
    format!("kheo.localhost/{place}")
}

/// The pages of an installation, for [`until_interrupted`].
pub(crate) fn app(
    installation: Installation,
    packs: Packs,
    words: Words,
    clock: &Clock,
    place: UnitId,
    log: VerifierKey,
    lang: Lang,
) -> App {
    let words = Arc::new(words);
    App {
        db: installation.db,
        remembered: Remembered::default(),
        files: installation.files,
        packs: Arc::new(packs),
        no_room: Arc::new(no_room::telling(Arc::clone(&words), lang)),
        words,
        clock: clock.shared(),
        random: randomness::source(),
        faults: Arc::new(eprintln),
        demonstration: installation.demonstration,
        secure: false,
        place,
        log: Arc::new(log),
        witnesses: [].into(),
        address: None,
    }
}

/// The unit whose installation this is.
pub(crate) fn place(installation: &Installation) -> Result<UnitId, Failure> {
    let found = installation.db.read_now(kheo_store::unit::place)?;
    found.ok_or_else(|| Failure::new("no-units"))
}

/// Serves until the person at the terminal interrupts; `more` is printed once it runs. The clock of a
/// demonstration is written down in its `mark` every minute and at the end.
pub(crate) fn until_interrupted(
    app: App,
    listener: TcpListener,
    tongue: Tongue<'_>,
    more: &[String],
    mark: Option<&Mark>,
    sequencer: Sequencer,
) -> Result<(), Failure> {
    let unable = |why| Failure::new("no-server").caused_by(why);
    let in_words = |failure: &Failure| failure.in_words(tongue);
    let runtime = Builder::new_multi_thread()
        .enable_all()
        .thread_stack_size(STACK)
        .max_blocking_threads(BLOCKING)
        .build()
        .map_err(unable)?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener).map_err(unable)?;
        let address = listener.local_addr().map_err(unable)?;
        println(&tongue.say_with("serving", &[("address", &address.to_string())]));
        for line in more {
            println(line);
        }
        let (db, files) = (app.db.clone(), app.files.clone());
        let tidy = every_day(|| {
            let (db, files) = (db.clone(), files.clone());
            async move {
                let remove = move || remove_unnamed(&db, &files, clock::a_day_ago());
                if let Ok(Err(why)) = tokio::task::spawn_blocking(remove).await {
                    eprintln(&in_words(&why.into()));
                }
            }
        });
        let now = Arc::clone(&app.clock);
        let forget = forget_openings(app.db.clone(), Arc::clone(&now), in_words);
        let sequencer = Arc::new(sequencer);
        let keep = || mark.map_or(Ok(()), |mark| mark.set(now()));
        let serving = kheo_web::serve(listener, kheo_web::router(app), interrupted());
        let served = tokio::select! {
            served = serving => served,
            () = every_minute(&keep) => Ok(()),
            () = tidy => Ok(()),
            () = forget => Ok(()),
            () = sequencer::keep_up(Arc::clone(&sequencer), Arc::clone(&now), in_words) => Ok(()),
        };
        served.and_then(|()| keep()).map_err(unable)?;
        let at = now();
        let catching_up = tokio::task::spawn_blocking(move || sequencer.catch_up(at));
        catching_up.await.map_err(|_| Failure::new("store-broke-off"))?
    })
}

/// Removes what waited for a second officer and waits no more, now and every minute, for ever.
async fn forget_openings(
    db: Db,
    now: Arc<dyn Fn() -> Timestamp + Send + Sync>,
    in_words: impl Fn(&Failure) -> String,
) {
    loop {
        let at = now();
        let over = db.read(move |r| are_over(r, at)).await;
        if over.is_ok_and(|over| over)
            && let Err(why) = db.write(move |tx| forget_over(tx, at)).await
        {
            eprintln(&in_words(&why.into()));
        }
        tokio::time::sleep(MINUTE).await;
    }
}

/// Tidies up now and every day, for ever.
async fn every_day<F: Future<Output = ()>>(tidy: impl Fn() -> F) {
    loop {
        tidy().await;
        tokio::time::sleep(DAY).await;
    }
}

/// Keeps every minute, for ever; what fails may go better a minute later.
async fn every_minute(keep: &impl Fn() -> std::io::Result<()>) {
    loop {
        tokio::time::sleep(MINUTE).await;
        let _ = keep();
    }
}

fn unbindable(listen: SocketAddr, why: std::io::Error) -> Failure {
    match why.kind() {
        ErrorKind::AddrInUse => Failure::new("port-in-use")
            .with("address", listen)
            .with("next", SocketAddr::new(listen.ip(), listen.port().wrapping_add(1))),
        _ => Failure::new("no-address").with("address", listen).caused_by(why),
    }
}

async fn interrupted() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
