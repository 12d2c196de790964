//! `kheo demo`: the city of Bắc Kạn in the first half of 2016.

use include_dir::{Dir, include_dir};
use jiff::Timestamp;
use jiff::civil::{Date, date};
use kheo_calendar::{VIETNAM_TIME, day_in_vietnam};
use kheo_core::event::Stamp;
use kheo_core::id::PostId;
use kheo_core::post::Actor;
use kheo_core::rules::Rules;
use kheo_store::sealing::set_key;
use kheo_words::Tongue;
use serde::Deserialize;

use crate::account::{self, Password};
use crate::cause::Cause;
use crate::clock::{self, Clock};
use crate::command_line::{DataFolder, Demo};
use crate::failure::Failure;
use crate::folder::{Held, Installation};
use crate::import::{Counts, Parcel, Rows, Source};
use crate::sequencer::Sequencer;
use crate::terminal::println;
use crate::{packs, seal, serve};

pub(crate) static CITY: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../demo/bac-kan-2016");
/// Its folders that are brought in after it, as parcels of their own.
const FURTHER: [&str; 3] = ["matters", "procedures", "later"];
/// The day on which its clock starts, and the days on which it may: those for which the city is known.
const START: Date = date(2016, 6, 30);
const FIRST: Date = date(2016, 1, 1);
const LAST: Date = date(2025, 6, 30);
const PASSWORD: &str = "dan-van-kheo-2016";
/// The posts that open sealed identities, two of them together, and the passphrase of their keys.
const OPENERS: [&str; 4] =
    ["song-cau-tiep-dan", "song-cau-chu-tich", "bac-kan-chu-tich", "bac-kan-thanh-tra-vien"];
const PASSPHRASE: &str = "hai-nguoi-cung-mo-2016";

/// Runs `kheo demo`.
pub(crate) fn run(wanted: &Demo, tongue: Tongue<'_>) -> Result<(), Failure> {
    let (packs, words) = packs::load(&wanted.rules)?;
    let listener = if wanted.no_serve { None } else { Some(serve::bind(wanted.listen)?) };
    let asked = wanted.today.map(eight_o_clock).transpose()?;
    let at = DataFolder { data: wanted.data.clone(), database: None, files: None };
    let held = Held::take_or_create(&at)?;
    if wanted.reset {
        held.remove_demonstration()?;
    }
    let mut installation = held.open()?;
    let accounts = accounts()?;
    let last = serve::come_to(&installation)?;
    let path = wanted.data.display().to_string();
    if last.is_some() && !installation.demonstration {
        return Err(Failure::new("not-a-demonstration").with("path", path));
    }
    if let (Some(last), Some(asked)) = (last, asked) {
        let (day, asked) = (day_in_vietnam(last), day_in_vietnam(asked));
        if asked < day {
            let failure = Failure::new("time-runs-on").with("day", tongue.date(day));
            return Err(failure.with("asked", tongue.date(asked)));
        }
    }
    let start = asked.max(last).map_or_else(|| eight_o_clock(START), Ok)?;
    if last.is_some() {
        println(&tongue.say_with("demo-reused", &[("path", &path)]));
        held.mark_demonstration(start)?;
    } else {
        // Before anything is loaded: what is broken off here is a demonstration without entries.
        held.mark_demonstration(start)?;
        installation.demonstration = true;
        let rules = packs.rules.clone();
        let (counts, took) = clock::timed(|| load(&installation, rules, &accounts, start));
        println(&counts?.in_words(tongue));
        let took = format!("{:.1}", took.as_secs_f64());
        println(&tongue.say_with("demo-loaded", &[("path", &path), ("seconds", &took)]));
    }
    let place = serve::place(&installation)?;
    let sequencer = Sequencer::of(&installation.db, held.log(), &serve::log_name(&place))?;
    sequencer.catch_up(start)?;
    let Some(listener) = listener else { return Ok(()) };
    let clock = Clock::starting_at(start);
    let log = sequencer.signer().verifier();
    let app = serve::app(installation, packs, words, &clock, place, log, tongue.lang());
    let greeting = greeting(&accounts, start, tongue);
    serve::until_interrupted(app, listener, tongue, &greeting, Some(&held.mark()), sequencer)
}

/// Loads the city, its matters, the cases that take every procedure, what voters asked later, and the
/// accounts, in one transaction; of cases, what had happened by the day of `now`.
fn load(
    installation: &Installation,
    rules: Rules,
    accounts: &[Account],
    now: Timestamp,
) -> Result<Counts, Failure> {
    let today = day_in_vietnam(now);
    let parcel = |dir: &Dir<'_>| {
        let source = Source::of_embedded(dir);
        let rows = Rows::read(&source).readable()?.of_cases_until(today);
        Parcel::of(rows, &source, &installation.files)
    };
    let further = FURTHER.iter().filter_map(|name| CITY.get_dir(name));
    let parcels: Vec<Parcel> =
        std::iter::once(&CITY).chain(further).map(parcel).collect::<Result<_, Failure>>()?;
    let password = Password::new(PASSWORD)?;
    let hashed = |account: &Account| Ok((account.clone(), password.hashed()?));
    let accounts = accounts.iter().map(hashed).collect::<Result<Vec<_>, Failure>>()?;
    let keys = OPENERS.map(|post| Ok((PostId::new(post), seal::made(PASSPHRASE)?)));
    let keys = keys.into_iter().collect::<Result<Vec<_>, Failure>>()?;
    installation.db.write_now(move |tx| {
        let mut counts = Counts::default();
        for (number, parcel) in parcels.into_iter().enumerate() {
            counts = counts.sum(parcel.bring_in(tx, &rules, now, None)?);
            // The city has its posts now; what comes after it has denunciations.
            for (post, key) in keys.iter().filter(|_| number == 0) {
                set_key(tx, post, key, &Actor::Import, Stamp::at(now))?;
            }
        }
        for (Account { login, post }, password) in &accounts {
            account::create(tx, login, post, password)?;
        }
        Ok(counts)
    })
}

/// An account of the demonstration.
#[derive(Clone, Deserialize)]
struct Account {
    login: String,
    post: String,
}

fn accounts() -> Result<Vec<Account>, Failure> {
    let file = CITY.get_file("accounts.csv").map(include_dir::File::contents).unwrap_or_default();
    csv::Reader::from_reader(file).deserialize().collect::<Result<_, _>>().map_err(|why| {
        Failure::new("unreadable").with("path", "accounts.csv").caused_by(Cause::technical(&why))
    })
}

fn greeting(accounts: &[Account], start: Timestamp, tongue: Tongue<'_>) -> Vec<String> {
    let line = |account: &Account| {
        let login = format!("{:<10}", account.login);
        tongue.say_with("demo-account", &[("login", &login), ("post", &account.post)])
    };
    let today = tongue.date(day_in_vietnam(start));
    [
        tongue.say_with("demo-today", &[("day", &today)]),
        tongue.say_with("demo-accounts", &[("password", PASSWORD)]),
        tongue.say_with("demo-passphrase", &[("passphrase", PASSPHRASE)]),
    ]
    .into_iter()
    .chain(accounts.iter().map(line))
    .chain([tongue.say("demo-stop")])
    .collect()
}

/// Eight in the morning of a day for which the city is known.
fn eight_o_clock(day: Date) -> Result<Timestamp, Failure> {
    let unknown = || Failure::new("no-such-day").with("day", day);
    if !(FIRST..=LAST).contains(&day) {
        return Err(unknown());
    }
    VIETNAM_TIME.to_timestamp(day.at(8, 0, 0, 0)).map_err(|_| unknown())
}
