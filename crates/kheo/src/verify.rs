//! `kheo verify`: what a receipt proves, without a network and without a server.

use std::fs::File;
use std::io::Read as _;
use std::process::ExitCode;

use kheo_ledger::log::{WitnessKey, Witnessed};
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
        Ok((proven, witnessed)) => {
            let told = told(&proven, wanted.key.name(), tongue);
            let seen_by = seen_by(&witnessed, &wanted.witness, tongue);
            for line in told.into_iter().chain(seen_by) {
                println(&line);
            }
            println(&tongue.say("receipt-rests-on"));
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

/// What the receipt proves, and which of the named witnesses saw it.
fn proven(bytes: &[u8], wanted: &Verify) -> Result<(Proven, Witnessed), Failure> {
    let short = u64::try_from(bytes.len()).is_ok_and(|size| size <= MOST);
    let text = std::str::from_utf8(bytes).ok().filter(|_| short);
    let text = text.ok_or_else(|| Failure::new("receipt-form"))?;
    let proven = receipt::verify(text, &wanted.key).map_err(failure)?;
    let witnessed = proven.witnessed(&wanted.key, &wanted.witness).map_err(failure)?;
    Ok((proven, witnessed))
}

/// Which of the `known` witnesses saw the log as it stands in the receipt, and which did not.
fn seen_by(witnessed: &Witnessed, known: &[WitnessKey], tongue: Tongue<'_>) -> Vec<String> {
    let mut lines: Vec<String> = known
        .iter()
        .map(|witness| {
            let by = witnessed.by.iter().find(|one| one.witness == witness.name());
            let at = by.map(|one| tongue.told_at(one.at));
            let key = if at.is_some() { "receipt-witnessed" } else { "receipt-not-witnessed" };
            let at = at.unwrap_or_default();
            tongue.say_with(key, &[("witness", witness.name()), ("at", &at)])
        })
        .collect();
    if witnessed.unknown > 0 {
        let count = witnessed.unknown.to_string();
        lines.push(tongue.say_with("receipt-witnesses-unknown", &[("count", &count)]));
    }
    lines
}

fn failure(why: WrongReceipt) -> Failure {
    let failure = Failure::new(format!("receipt-{}", why.code()));
    match why {
        WrongReceipt::OtherLog { origin } => failure.with("origin", origin),
        WrongReceipt::OtherEntry { said, proven } => {
            failure.with("said", said).with("proven", proven)
        }
        WrongReceipt::FalseCosignature(why) => failure.with("witness", why.witness),
        WrongReceipt::NotRecorded { seq } | WrongReceipt::Gone { seq } => failure.with("seq", seq),
        WrongReceipt::Empty
        | WrongReceipt::Form(_)
        | WrongReceipt::NoEvidence
        | WrongReceipt::Newer { .. }
        | WrongReceipt::NotSigned
        | WrongReceipt::Checkpoint(_) => failure,
    }
}

/// What the receipt proves, line by line.
fn told(proven: &Proven, origin: &str, tongue: Tongue<'_>) -> Vec<String> {
    let Proven { evidence, checkpoint, .. } = proven;
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
