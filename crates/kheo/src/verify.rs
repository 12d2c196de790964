//! `kheo verify`: what a receipt proves, without a network and without a server.

use std::fs::File;
use std::io::Read as _;
use std::process::ExitCode;

use kheo_ledger::receipt::{self, Evidence, Proven, WrongReceipt};
use kheo_store::log::registered;
use kheo_words::Tongue;

use crate::command_line::Verify;
use crate::failure::Failure;
use crate::terminal::{eprintln, println};

/// A receipt is a few kilobytes; what is larger is none. Unit: bytes.
const MOST: u64 = 1 << 20;

/// Runs `kheo verify`: ends with 1 when the file that was read proves nothing under this key.
pub(crate) fn run(wanted: &Verify, tongue: Tongue<'_>) -> Result<ExitCode, Failure> {
    match proven(&content(wanted)?, wanted) {
        Ok(proven) => {
            for line in told(&proven, wanted.key.name(), tongue) {
                println(&line);
            }
            Ok(ExitCode::SUCCESS)
        }
        Err(unproven) => {
            eprintln(&unproven.in_words(tongue));
            Ok(ExitCode::from(1))
        }
    }
}

/// The file, as far as a receipt may be long, and a byte more.
fn content(wanted: &Verify) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read =
        File::open(&wanted.file).and_then(|file| file.take(MOST + 1).read_to_end(&mut bytes));
    read.map_err(|why| {
        Failure::new("unreadable").with("path", wanted.file.display()).caused_by(why)
    })?;
    Ok(bytes)
}

fn proven(bytes: &[u8], wanted: &Verify) -> Result<Proven, Failure> {
    let short = u64::try_from(bytes.len()).is_ok_and(|size| size <= MOST);
    let text = std::str::from_utf8(bytes).ok().filter(|_| short);
    let text = text.ok_or_else(|| Failure::new("receipt-form"))?;
    receipt::verify(text, &wanted.key).map_err(failure)
}

fn failure(why: WrongReceipt) -> Failure {
    let failure = Failure::new(format!("receipt-{}", why.code()));
    match why {
        WrongReceipt::OtherLog { origin } => failure.with("origin", origin),
        WrongReceipt::OtherEntry { said, proven } => {
            failure.with("said", said).with("proven", proven)
        }
        WrongReceipt::NotRecorded { seq } | WrongReceipt::Gone { seq } => failure.with("seq", seq),
        WrongReceipt::Form(_)
        | WrongReceipt::NoEvidence
        | WrongReceipt::NotSigned
        | WrongReceipt::Checkpoint(_) => failure,
    }
}

/// What the receipt proves, line by line.
fn told(proven: &Proven, origin: &str, tongue: Tongue<'_>) -> Vec<String> {
    let Proven { evidence, checkpoint } = proven;
    let day = evidence
        .effective_on
        .parse()
        .map_or_else(|_| evidence.effective_on.clone(), |day| tongue.date(day));
    let at = evidence
        .recorded_at
        .parse()
        .map_or_else(|_| evidence.recorded_at.clone(), |at| tongue.date_time(at));
    let variables = [
        ("origin", origin),
        ("code", evidence.subject.as_str()),
        ("unit", &evidence.unit),
        ("day", &day),
        ("at", &at),
        ("seq", &evidence.seq.to_string()),
        ("size", &checkpoint.size.to_string()),
    ];
    let mut lines =
        vec![tongue.say("receipt-is-good"), tongue.say_with("receipt-proves", &variables)];
    lines.extend(asked(evidence, tongue));
    lines.push(tongue.say("receipt-rests-on"));
    lines
}

/// What was asked, as far as this program can read it.
fn asked(evidence: &Evidence, tongue: Tongue<'_>) -> Vec<String> {
    let begun = registered(evidence).filter(|begun| !begun.private.subject.is_empty());
    let Some(begun) = begun else { return vec![tongue.say("receipt-untold")] };
    let line = |key: &str, value: &str| {
        let value = value.replace('\n', "\n      ");
        tongue.say_with(key, &[("value", &value)])
    };
    let asked = &begun.private;
    let mut lines =
        vec![line("receipt-subject", &asked.subject), line("receipt-text", &asked.text)];
    lines.extend(begun.files.iter().map(|file| line("receipt-file", file.hash.as_str())));
    lines
}
