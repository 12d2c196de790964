//! How fast and how big the demonstration is: prints one table, for `bench/RESULTS.md`.
//!
//! ```sh
//! cargo build --release && cargo run --release -p kheo-bench -- target/release/kheo
//! cargo run --release -p kheo-bench -- due # due dates alone, which need no program
//! ```

mod due;
mod load;
mod program;

use std::process::ExitCode;
use std::time::Duration;

use load::Spread;
use program::{Fault, Program, Running};

const CLIENTS: usize = 16;
const REQUESTS_OF_EACH: usize = 40;
/// The head of the city: cases belong to that post, and the review of the city is open to it.
const LOGIN: (&str, &str) = ("thanh-pho", "dan-van-kheo-2016");
const PUBLIC: [&str; 3] = ["/", "/ask", "/answers"];
const REVIEW: &str = "/review/2016-H1/bac-kan";
/// A review that no other row asks for, so that nothing of it is remembered.
const OTHER_REVIEW: &str = "/review/2016-Q2/bac-kan";
const STAFF: [&str; 10] = [
    "/work",
    "/cases",
    "/matters",
    "/tasks",
    "/figures",
    "/figures/spring-rice-area?period=2016-H1&unit=bac-kan",
    "/units",
    REVIEW,
    "/review/2016-H1/bac-kan/figure/percent:spring-rice-area",
    "/review/2016-H1/bac-kan/figure/indicator:on-time-share",
];
/// The files of the review whose memory is measured, one after the other.
const FILES: [&str; 2] = ["document.pdf", "document.docx"];
/// How long the program is left alone before its memory counts as settled.
const SETTLING: Duration = Duration::from_secs(15);

/// The most that a page may take at [`CLIENTS`] clients: at the middle, and in one of a hundred.
const PAGE: (Duration, Duration) = (Duration::from_millis(5), Duration::from_millis(25));

/// A line of the table.
struct Row {
    what: String,
    limit: String,
    measured: String,
    kept: bool,
}

#[expect(clippy::print_stdout, clippy::print_stderr, reason = "the table is the answer")]
fn main() -> ExitCode {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("usage: kheo-bench PATH-OF-KHEO | due");
        return ExitCode::from(2);
    };
    let measured =
        if path == "due" { due::rows().map_err(Fault::from) } else { measure(&Program::at(&path)) };
    match measured {
        Ok(rows) => {
            println!("| what | limit | measured | kept |\n|---|---|---|---|");
            for Row { what, limit, measured, kept } in &rows {
                let kept = if *kept { "yes" } else { "no" };
                println!("| {what} | {limit} | {measured} | {kept} |");
            }
            if rows.iter().all(|row| row.kept) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::FAILURE
        }
    }
}

fn measure(program: &Program) -> Result<Vec<Row>, Fault> {
    let folder = tempfile::tempdir()?;
    let mut rows = vec![size("binary", program.size()?, 80)];
    let load = program.load_demo(folder.path())?;
    rows.push(time("demo load, whole command", load, Duration::from_secs(5)));
    let started = program::stopwatch();
    let running = program.serve_demo(folder.path())?;
    load::Client::new(&running).get("/")?;
    rows.push(time("start to first page", started(), Duration::from_millis(300)));
    let case = format!("/cases/{}", first_case(&running)?);
    let follow = format!("/follow/{}", load::Client::new(&running).ask()?);
    let public = PUBLIC.iter().map(|page| (None, *page, *page));
    let public = public.chain([(None, follow.as_str(), "/follow/{code}")]);
    let staff = STAFF.iter().map(|page| (Some(LOGIN), *page, *page));
    let staff = staff.chain([(Some(LOGIN), case.as_str(), "/cases/{code}")]);
    for (login, page, name) in public.chain(staff) {
        let mut spread = load::spread(&running, login, page, CLIENTS, REQUESTS_OF_EACH)?;
        rows.push(page_row(name, &mut spread));
    }
    let first = load::first(&running, LOGIN, OTHER_REVIEW)?;
    rows.push(time("a review nobody asked for before", first, Duration::from_millis(50)));
    rows.push(size("resident memory after all that, a sign-in last", running.resident()?, 120));
    rows.push(after_files(&running)?);
    Ok(rows)
}

/// The code of a case on the work list of [`LOGIN`]; on the list of all cases where that is empty.
fn first_case(running: &Running) -> Result<String, Fault> {
    let client = load::Client::signed_in(running, LOGIN)?;
    for list in ["/work", "/cases"] {
        let page = client.get(list)?;
        let link = page.split("href=\"/cases/").nth(1);
        if let Some((code, _)) = link.and_then(|rest| rest.split_once(['"', '?', '#'])) {
            return Ok(code.to_owned());
        }
    }
    Err(Fault::Program("shows no case"))
}

/// The most memory that [`FILES`] take, one after the other, and what is left of it.
fn after_files(running: &Running) -> Result<Row, Fault> {
    let client = load::Client::signed_in(running, LOGIN)?;
    running.forget_peak()?;
    for file in FILES {
        client.read(&format!("{REVIEW}/{file}"))?;
    }
    let peak = running.peak()?;
    std::thread::sleep(SETTLING);
    let settled = running.resident()?;
    Ok(Row {
        what: "memory over one PDF and one DOCX of the review".to_owned(),
        limit: "none".to_owned(),
        measured: format!(
            "at most {}, {} s later {}",
            megabytes(peak),
            SETTLING.as_secs(),
            megabytes(settled)
        ),
        kept: true,
    })
}

fn page_row(page: &str, spread: &mut Spread) -> Row {
    let (middle, slow) = (spread.at(50), spread.at(99));
    let told = |middle, slow| format!("p50 {}, p99 {}", milliseconds(middle), milliseconds(slow));
    Row {
        what: format!("`{page}` at {CLIENTS} clients"),
        limit: told(PAGE.0, PAGE.1),
        measured: told(middle, slow),
        kept: middle < PAGE.0 && slow < PAGE.1,
    }
}

fn time(what: &str, measured: Duration, limit: Duration) -> Row {
    let (what, kept) = (what.to_owned(), measured < limit);
    Row { what, limit: milliseconds(limit), measured: milliseconds(measured), kept }
}

fn size(what: &str, bytes: u64, limit: u64) -> Row {
    Row {
        what: what.to_owned(),
        limit: format!("{limit} MB"),
        measured: megabytes(bytes),
        kept: bytes < limit * 1_000_000,
    }
}

#[expect(clippy::cast_precision_loss, reason = "one decimal of a megabyte")]
fn megabytes(bytes: u64) -> String {
    format!("{:.1} MB", bytes as f64 / 1e6)
}

fn milliseconds(duration: Duration) -> String {
    format!("{:.1} ms", duration.as_secs_f64() * 1000.0)
}
