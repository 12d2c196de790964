//! `kheo verify`: what a receipt proves, without a network and without a server.

use std::fs;

use kheo_ledger::receipt::{self, Evidence, Proven, WrongReceipt};
use kheo_store::log::registered;
use kheo_words::Tongue;

use crate::command_line::Verify;
use crate::failure::Failure;
use crate::terminal::println;

/// A receipt is a few kilobytes; what is larger is none. Unit: bytes.
const MOST: u64 = 1 << 20;

/// Runs `kheo verify`.
pub(crate) fn run(wanted: &Verify, tongue: Tongue<'_>) -> Result<(), Failure> {
    let unreadable = |why: &dyn std::fmt::Display| {
        Failure::new("unreadable").with("path", wanted.file.display()).with("why", why)
    };
    let size = fs::metadata(&wanted.file).map_err(|why| unreadable(&why))?.len();
    if size > MOST {
        return Err(Failure::new("receipt-form"));
    }
    let bytes = fs::read(&wanted.file).map_err(|why| unreadable(&why))?;
    let text = String::from_utf8(bytes).map_err(|_| Failure::new("receipt-form"))?;
    let proven = receipt::verify(&text, &wanted.key).map_err(failure)?;
    for line in told(&proven, wanted.key.name(), tongue) {
        println(&line);
    }
    Ok(())
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
    lines.extend(content(evidence, tongue));
    lines.push(tongue.say("receipt-rests-on"));
    lines
}

/// What was asked, as far as this program can read it.
fn content(evidence: &Evidence, tongue: Tongue<'_>) -> Vec<String> {
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
