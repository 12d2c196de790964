//! How fast and how big the program is: each command prints one table, for `bench/RESULTS.md`.
//!
//! ```sh
//! cargo build --release && cargo build --release -p kheo-bench
//! target/release/kheo-bench demonstration target/release/kheo
//! target/release/kheo-bench registrations target/release/kheo [postgres://…]
//! target/release/kheo-bench many target/release/kheo 100000
//! target/release/kheo-bench due
//! ```

mod bare;
mod demonstration;
mod due;
mod load;
mod many;
mod program;
mod registrations;
mod table;

use std::process::ExitCode;

use program::{Fault, Program};
use table::Row;

const USAGE: &str = "\
usage: kheo-bench demonstration PATH-OF-KHEO
       kheo-bench registrations PATH-OF-KHEO [postgres://EMPTY-DATABASE]
       kheo-bench many PATH-OF-KHEO CASES
       kheo-bench due";

#[expect(clippy::print_stdout, clippy::print_stderr, reason = "the table is the answer")]
fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let Some(measured) = measure(&arguments) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
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

/// What the command measures; nothing when there is no such command.
fn measure(arguments: &[&str]) -> Option<Result<Vec<Row>, Fault>> {
    Some(match arguments {
        ["due"] => due::rows().map_err(Fault::from),
        ["demonstration", path] => demonstration::rows(&Program::at(path)),
        ["registrations", path] => registrations::rows(&Program::at(path), None),
        ["registrations", path, url] => registrations::rows(&Program::at(path), Some(url)),
        ["many", path, cases] => many::rows(&Program::at(path), cases.parse().ok()?),
        _ => return None,
    })
}
