//! How fast and how big the demonstration is.

use std::time::Duration;

use crate::load::{self, Client};
use crate::program::{self, Fault, Program, Running};
use crate::table::{Row, megabytes, page, size, time};

const CLIENTS: usize = 16;
const REQUESTS_OF_EACH: usize = 40;
/// The head of the city: cases belong to that post, and the review of the city is open to it.
pub(crate) const LOGIN: (&str, &str) = ("thanh-pho", "dan-van-kheo-2016");
const PUBLIC: [&str; 3] = ["/", "/ask", "/answers"];
pub(crate) const REVIEW: &str = "/review/2016-H1/bac-kan";
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

/// The table of the demonstration.
pub(crate) fn rows(program: &Program) -> Result<Vec<Row>, Fault> {
    let folder = tempfile::tempdir()?;
    let mut rows = vec![size("binary", program.size()?, 80)];
    let load = program.load_demo(folder.path())?;
    rows.push(time("demo load, whole command", load, Duration::from_secs(5)));
    let started = program::stopwatch();
    let running = program.serve_demo(folder.path())?;
    Client::new(&running).get("/")?;
    rows.push(time("start to first page", started(), Duration::from_millis(300)));
    let case = format!("/cases/{}", first_case(&running)?);
    let follow = format!("/follow/{}", Client::new(&running).ask("bench")?);
    let public = PUBLIC.iter().map(|page| (None, *page, *page));
    let public = public.chain([(None, follow.as_str(), "/follow/{code}")]);
    let staff = STAFF.iter().map(|page| (Some(LOGIN), *page, *page));
    let staff = staff.chain([(Some(LOGIN), case.as_str(), "/cases/{code}")]);
    for (login, path, name) in public.chain(staff) {
        let mut spread = load::spread(&running, login, path, CLIENTS, REQUESTS_OF_EACH)?;
        rows.push(page(&format!("`{name}` at {CLIENTS} clients"), &mut spread, PAGE));
    }
    let first = load::first(&running, LOGIN, OTHER_REVIEW)?;
    rows.push(time("a review nobody asked for before", first, Duration::from_millis(50)));
    rows.push(size("resident memory after all that, a sign-in last", running.resident()?, 120));
    rows.push(after_files(&running)?);
    Ok(rows)
}

/// The code of a case on the work list of [`LOGIN`]; on the list of all cases where that is empty.
pub(crate) fn first_case(running: &Running) -> Result<String, Fault> {
    let client = Client::signed_in(running, LOGIN)?;
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
    let client = Client::signed_in(running, LOGIN)?;
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
