//! Khéo, the program: the only place that reads the clock, randomness, the environment and files.

mod account;
mod backup;
mod calendar;
mod cause;
mod check;
mod clock;
mod command_line;
mod copy;
mod demo;
mod diff;
mod draw;
mod due;
mod erase;
mod export;
mod failure;
mod folder;
mod import;
mod kept_file;
mod ledger;
mod log_folder;
mod no_room;
mod packs;
mod randomness;
mod records;
mod refused;
mod seal;
mod seed;
mod sequencer;
mod serve;
mod terminal;
mod trial;
mod verify;
mod witness;

use std::process::ExitCode;

use kheo_words::{Tongue, Words};

use mimalloc::MiMalloc;
use zeroizing_alloc::ZeroAlloc;

use crate::command_line::{BenchCommand, Command, LedgerCommand, PackCommand, ReviewCommand};
use crate::failure::Failure;

/// Gives memory back to the system after a large document; the system's own allocator keeps it. What is
/// given back was wiped: no name that somebody typed rests there.
#[global_allocator]
static ALLOCATOR: ZeroAlloc<MiMalloc> = ZeroAlloc(MiMalloc);

fn main() -> ExitCode {
    let words = match Words::load(&[]) {
        Ok(words) => words,
        Err(why) => return report(&why.to_string(), 2),
    };
    let arguments = command_line::parse(&words);
    let tongue = words.in_lang(arguments.lang);
    match run(arguments.command, tongue) {
        Ok(code) => code,
        Err(failure) => report(&failure.in_words(tongue), failure.exit()),
    }
}

fn run(command: Command, tongue: Tongue<'_>) -> Result<ExitCode, Failure> {
    let done = match command {
        Command::Demo(wanted) => demo::run(&wanted, tongue),
        Command::Serve(wanted) => serve::run(&wanted, tongue),
        Command::Import(wanted) => return import::run(&wanted, tongue),
        Command::Account(command) => account::run(&command, tongue),
        Command::Review(ReviewCommand::Export(wanted)) => export::run(&wanted, tongue),
        Command::Due(wanted) => due::run(&wanted, tongue),
        Command::Calendar(wanted) => calendar::run(&wanted, tongue),
        Command::Pack(PackCommand::Check(wanted)) => check::run(&wanted, tongue),
        Command::Pack(PackCommand::Diff(wanted)) => return diff::run(&wanted, tongue),
        Command::Pack(PackCommand::Draw(wanted)) => draw::run(wanted, tongue),
        Command::Pack(PackCommand::Try(wanted)) => trial::run(&wanted, tongue),
        Command::Ledger(LedgerCommand::Check(wanted)) => ledger::check(&wanted, tongue),
        Command::Ledger(LedgerCommand::Rebuild(data)) => ledger::rebuild(&data, tongue),
        Command::Ledger(LedgerCommand::Witness(wanted)) => witness::run(&wanted, tongue),
        Command::Verify(wanted) => return verify::run(&wanted, tongue),
        Command::Backup(wanted) => return backup::run(&wanted, tongue),
        Command::Restore(wanted) => return backup::restore(&wanted, tongue),
        Command::Bench(BenchCommand::Seed(wanted)) => seed::run(&wanted, tongue),
        Command::Copy(wanted) => copy::run(&wanted, tongue),
        Command::Erase(wanted) => erase::run(&wanted, tongue),
        Command::Seal(command) => seal::run(&command, tongue),
        Command::Export(wanted) => return records::export(&wanted, tongue),
    };
    done.map(|()| ExitCode::SUCCESS)
}

fn report(message: &str, exit: u8) -> ExitCode {
    terminal::eprintln(message);
    ExitCode::from(exit)
}
