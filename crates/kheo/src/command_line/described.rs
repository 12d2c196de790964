//! The help of every command, in the reader's language.

use std::ffi::OsString;

use clap::{Arg, ArgAction, Command};
use kheo_words::Tongue;

/// The whole command line with its texts, and with `--lang`, `--version` and `--help`.
pub(super) fn described(command: Command, tongue: Tongue<'_>) -> Command {
    let lang = Arg::new("lang").long("lang").value_name("LANG").value_parser(["vi", "en"]);
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    with_texts(command.arg(lang.global(true)).arg(version), "help", tongue)
}

/// `kheo help review` as `kheo review --help`: the help of clap's own command cannot be translated.
pub(super) fn unhelped(mut arguments: Vec<OsString>) -> Vec<OsString> {
    if arguments.get(1).is_some_and(|first| first == "help") {
        arguments.remove(1);
        arguments.push("--help".into());
    }
    arguments
}

/// Gives a command, its arguments and its subcommands their texts: `help-review-export` for
/// `kheo review export`, `help-arg-out` for `--out`, `value-file` for its value.
fn with_texts(command: Command, key: &str, tongue: Tongue<'_>) -> Command {
    let names: Vec<String> =
        command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help);
    let usage = tongue.say("help-usage");
    let command = command
        .about(tongue.say(key))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .help_template(format!("{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}"))
        .subcommand_help_heading(tongue.say("help-commands"))
        .subcommand_value_name(tongue.say("value-command"))
        .arg(help)
        .mut_args(|argument| with_text(argument, tongue));
    names.into_iter().fold(command, |command, name| {
        let key = format!("{key}-{name}");
        command
            .mut_subcommand(name, |sub| with_texts(sub, &key, tongue).arg_required_else_help(false))
    })
}

fn with_text(argument: Arg, tongue: Tongue<'_>) -> Arg {
    let help = meaning(&argument, tongue);
    let heading = if argument.is_positional() { "help-arguments" } else { "help-options" };
    let argument = argument.help_heading(tongue.say(heading));
    if !argument.get_action().takes_values() {
        return argument.help(help);
    }
    let default: Vec<_> =
        argument.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    let help = match default.join(", ") {
        none if none.is_empty() => help,
        value => tongue.say_with("help-default", &[("help", &help), ("value", &value)]),
    };
    let value = argument.get_value_names().and_then(|names| names.first());
    let value = value.map(|name| tongue.say(&format!("value-{}", name.to_lowercase())));
    let argument = argument.help(help).hide_default_value(true).hide_possible_values(true);
    match value {
        Some(value) => argument.value_name(value),
        None => argument,
    }
}

/// What an argument means, and the values it takes when they are few.
pub(super) fn meaning(argument: &Arg, tongue: Tongue<'_>) -> String {
    let help = tongue.say(&format!("help-arg-{}", argument.get_id()));
    let possible = argument.get_possible_values();
    if possible.is_empty() || !argument.get_action().takes_values() {
        return help;
    }
    let possible: Vec<&str> = possible.iter().map(clap::builder::PossibleValue::get_name).collect();
    tongue.say_with("help-values", &[("help", &help), ("values", &possible.join(", "))])
}
