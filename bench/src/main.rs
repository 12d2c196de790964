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
const LOGIN: (&str, &str) = ("dan-van", "dan-van-kheo-2016");
const PUBLIC: [&str; 3] = ["/", "/ask", "/answers"];
const STAFF: [&str; 6] =
    ["/work", "/cases", "/tasks", "/figures", "/units", "/review/2016-H1/bac-kan"];

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
            println!("| what | figure |\n|---|---|");
            for (what, figure) in rows {
                println!("| {what} | {figure} |");
            }
            ExitCode::SUCCESS
        }
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::FAILURE
        }
    }
}

fn measure(program: &Program) -> Result<Vec<(String, String)>, Fault> {
    let folder = tempfile::tempdir()?;
    let mut rows = vec![("binary".to_owned(), megabytes(program.size()?))];
    rows.push(("demo load, whole command".to_owned(), seconds(program.load_demo(folder.path())?)));
    let started = program::stopwatch();
    let running = program.serve_demo(folder.path())?;
    load::Client::new(&running).get("/")?;
    rows.push(("start to first page".to_owned(), seconds(started())));
    for page in PUBLIC {
        rows.push(row(page, &mut load::spread(&running, None, page, CLIENTS, REQUESTS_OF_EACH)?));
    }
    for page in STAFF {
        let spread = load::spread(&running, Some(LOGIN), page, CLIENTS, REQUESTS_OF_EACH);
        rows.push(row(page, &mut spread?));
    }
    rows.push(("review page, one client".to_owned(), alone(&running)?));
    rows.push(("resident memory afterwards".to_owned(), megabytes(running.resident()?)));
    Ok(rows)
}

fn row(page: &str, spread: &mut Spread) -> (String, String) {
    let figure =
        format!("p50 {} · p99 {}", milliseconds(spread.at(50)), milliseconds(spread.at(99)));
    (format!("`{page}` at {CLIENTS} clients"), figure)
}

fn alone(running: &Running) -> Result<String, Fault> {
    let mut spread = load::spread(running, Some(LOGIN), "/review/2016-H1/bac-kan", 1, 50)?;
    Ok(format!("p50 {}", milliseconds(spread.at(50))))
}

fn seconds(duration: Duration) -> String {
    format!("{:.2} s", duration.as_secs_f64())
}

fn milliseconds(duration: Duration) -> String {
    format!("{:.1} ms", duration.as_secs_f64() * 1000.0)
}

#[expect(clippy::cast_precision_loss, reason = "one decimal of a megabyte")]
fn megabytes(bytes: u64) -> String {
    format!("{:.1} MB", bytes as f64 / 1e6)
}
