//! The command line: what can be asked, and its help in the reader's language.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use kheo_core::period::Period;
use kheo_words::{Lang, Tongue, Words};

/// What was asked, and in which language to answer.
pub(crate) struct Asked {
    pub(crate) lang: Lang,
    pub(crate) command: Command,
}

#[derive(Parser)]
#[command(name = "kheo", version, subcommand_required = true, arg_required_else_help = true)]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    Demo(Demo),
    Serve(Serve),
    Import(Import),
    #[command(subcommand)]
    Review(ReviewCommand),
    #[command(subcommand)]
    Pack(PackCommand),
    #[command(subcommand)]
    Ledger(LedgerCommand),
}

#[derive(Args)]
pub(crate) struct Demo {
    #[arg(long, value_name = "DIR", default_value = "kheo-demo")]
    pub(crate) data: PathBuf,
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8311")]
    pub(crate) listen: SocketAddr,
    #[arg(long, value_name = "DATE", default_value = "2016-06-30")]
    pub(crate) today: Date,
    #[arg(long)]
    pub(crate) no_serve: bool,
    #[arg(long)]
    pub(crate) reset: bool,
    #[arg(long, value_name = "DIR")]
    pub(crate) packs: Option<PathBuf>,
}

#[derive(Args)]
pub(crate) struct Serve {
    #[arg(long, value_name = "DIR")]
    pub(crate) data: PathBuf,
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8311")]
    pub(crate) listen: SocketAddr,
    #[arg(long)]
    pub(crate) behind_https: bool,
    #[arg(long, value_name = "DIR")]
    pub(crate) packs: Option<PathBuf>,
}

#[derive(Args)]
pub(crate) struct Import {
    #[arg(value_name = "FOLDER")]
    pub(crate) folder: PathBuf,
    #[arg(long, value_name = "DIR")]
    pub(crate) data: PathBuf,
    #[arg(long, value_name = "DIR")]
    pub(crate) packs: Option<PathBuf>,
}

#[derive(Subcommand)]
pub(crate) enum ReviewCommand {
    Export(Export),
}

#[derive(Args)]
pub(crate) struct Export {
    #[arg(long, value_name = "DIR")]
    pub(crate) data: PathBuf,
    #[arg(long, value_name = "PERIOD")]
    pub(crate) period: Period,
    #[arg(long, value_name = "UNIT")]
    pub(crate) unit: String,
    #[arg(long, value_enum)]
    pub(crate) format: Format,
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
    #[arg(long, value_name = "DIR")]
    pub(crate) packs: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Html,
    Docx,
    Pdf,
    Json,
}

#[derive(Subcommand)]
pub(crate) enum PackCommand {
    Check {
        #[arg(value_name = "DIR")]
        dir: Option<PathBuf>,
    },
}

#[derive(Subcommand)]
pub(crate) enum LedgerCommand {
    Check(DataFolder),
    Rebuild(DataFolder),
}

#[derive(Args)]
pub(crate) struct DataFolder {
    #[arg(long, value_name = "DIR")]
    pub(crate) data: PathBuf,
}

/// Reads the command line; help and mistakes end the program here.
pub(crate) fn parse(words: &Words) -> Asked {
    let lang = language(std::env::args());
    let tongue = words.in_lang(lang);
    let described = described(CommandLine::command(), "help", tongue).arg(
        clap::Arg::new("lang")
            .long("lang")
            .value_name("LANG")
            .value_parser(["vi", "en"])
            .global(true)
            .help(tongue.say("help-lang")),
    );
    let matches = described.get_matches();
    match CommandLine::from_arg_matches(&matches) {
        Ok(line) => Asked { lang, command: line.command },
        Err(mistake) => mistake.exit(),
    }
}

/// The language that `--lang` asks for, or else that of the system; English where it is neither.
fn language(arguments: impl Iterator<Item = String>) -> Lang {
    let arguments: Vec<String> = arguments.collect();
    let asked = arguments.iter().enumerate().find_map(|(at, argument)| {
        argument
            .strip_prefix("--lang=")
            .map(str::to_owned)
            .or_else(|| (argument == "--lang").then(|| arguments.get(at + 1).cloned()).flatten())
    });
    if let Some(lang) = asked.as_deref().and_then(Lang::from_tag) {
        return lang;
    }
    let system = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    if system.is_some_and(|value| value.starts_with("vi")) { Lang::Vi } else { Lang::En }
}

/// Gives a command, its arguments and its subcommands their texts: `help-review-export` for
/// `kheo review export`, `help-arg-out` for `--out`.
fn described(command: clap::Command, key: &str, tongue: Tongue<'_>) -> clap::Command {
    let about = tongue.say(key);
    let names: Vec<String> =
        command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let described_arguments = command.about(about).mut_args(|argument| {
        let help = tongue.say(&format!("help-arg-{}", argument.get_id()));
        argument.help(help)
    });
    names.into_iter().fold(described_arguments, |command, name| {
        let key = format!("{key}-{name}");
        command.mut_subcommand(name, |sub| described(sub, &key, tongue))
    })
}
