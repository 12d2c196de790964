//! What is wrong with a command line, in the reader's language.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command};
use kheo_words::Tongue;

use crate::command_line::described::meaning;
use crate::terminal::{eprintln, println};

/// Ends the program: with 0 after help that was asked for, with 2 after a mistake.
pub(super) fn end(
    error: &clap::Error,
    command: &Command,
    arguments: &[OsString],
    tongue: Tongue<'_>,
) -> ! {
    let shown = || {
        let text = error.render().to_string();
        text.trim_end().replace("[OPTIONS]", &tongue.say("help-usage-options"))
    };
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            println(&shown());
            std::process::exit(0)
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => eprintln(&shown()),
        _ => eprintln(&in_words(error, command, arguments, tongue)),
    }
    std::process::exit(2)
}

/// What is wrong, what would be right, and where to read on.
fn in_words(
    error: &clap::Error,
    command: &Command,
    arguments: &[OsString],
    tongue: Tongue<'_>,
) -> String {
    let argument = said(error, ContextKind::InvalidArg);
    let other_argument = said(error, ContextKind::PriorArg);
    let value = said(error, ContextKind::InvalidValue);
    let key = match error.kind() {
        ErrorKind::UnknownArgument => "usage-unknown-argument",
        ErrorKind::InvalidSubcommand => "usage-unknown-command",
        ErrorKind::MissingSubcommand => "usage-missing-command",
        ErrorKind::MissingRequiredArgument => "usage-missing",
        ErrorKind::InvalidValue if value.is_empty() => "usage-no-value",
        // It may hold a password.
        ErrorKind::ValueValidation if takes_database(&argument, arguments) => "usage-no-database",
        ErrorKind::ValueValidation if argument.starts_with("--files ") => "usage-no-bucket",
        ErrorKind::ValueValidation if is_written_as_day(&value) => "usage-no-such-day",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "usage-bad-value",
        ErrorKind::ArgumentConflict if other_argument == argument => "usage-twice",
        ErrorKind::ArgumentConflict => "usage-conflict",
        ErrorKind::TooManyValues => "usage-no-value-wanted",
        ErrorKind::InvalidUtf8 => "usage-not-text",
        _ => "usage-other",
    };
    let name = said(error, ContextKind::InvalidSubcommand);
    let commands = said(error, ContextKind::ValidSubcommand);
    let variables = [
        ("argument", argument.as_str()),
        ("other", other_argument.as_str()),
        ("value", value.as_str()),
        ("name", name.as_str()),
        ("commands", commands.as_str()),
    ];
    let mut lines = vec![tongue.say_with(key, &variables)];
    let suggestions =
        [ContextKind::SuggestedValue, ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand];
    let suggested = suggestions.map(|kind| said(error, kind)).join("");
    if !suggested.is_empty() {
        lines.push(tongue.say_with("usage-suggested", &[("suggested", &suggested)]));
    }
    if matches!(key, "usage-bad-value" | "usage-no-such-day" | "usage-no-value")
        && let Some(argument) = find(command, &argument)
    {
        let names = argument.get_value_names().unwrap_or_default();
        let is_day = names.iter().any(|name| **name == *tongue.say("value-date"));
        let key = if is_day { "usage-wanted-day" } else { "usage-wanted" };
        lines.push(tongue.say_with(key, &[("help", &meaning(argument, tongue))]));
    }
    lines.push(tongue.say_with("usage-see", &[("command", &asked(command, arguments))]));
    lines.join("\n")
}

/// Whether it has the form of a day, which the calendar may not have: `2015-02-29`.
fn is_written_as_day(value: &str) -> bool {
    let is_number = |part: &str| part.chars().all(|c| c.is_ascii_digit());
    let parts: Vec<&str> = value.split('-').collect();
    parts.iter().map(|part| part.len()).eq([4, 2, 2]) && parts.into_iter().all(is_number)
}

fn said(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    }
}

/// The argument that is shown as `--data <DIR>`, wherever it stands.
fn find<'a>(command: &'a Command, shown: &str) -> Option<&'a Arg> {
    let own = command.get_arguments().find(|argument| argument.to_string() == shown);
    own.or_else(|| command.get_subcommands().find_map(|sub| find(sub, shown)))
}

/// The command that was asked for, as far as there is one: `kheo review export`.
fn asked(command: &Command, arguments: &[OsString]) -> String {
    let (mut command, mut path) = (command, command.get_name().to_owned());
    for argument in arguments.iter().skip(1) {
        if let Some(sub) = argument.to_str().and_then(|name| command.find_subcommand(name)) {
            command = sub;
            path = format!("{path} {}", sub.get_name());
        }
    }
    path
}

/// Whether the argument names a database, however its value is called in the reader's language.
fn takes_database(argument: &str, arguments: &[OsString]) -> bool {
    let is = |name: &str| argument.split(' ').next() == Some(name);
    let copies = arguments.iter().any(|word| word == "copy");
    is("--database") || is("--replica") || (copies && (is("--from") || is("--to")))
}
