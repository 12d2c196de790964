//! The command line: what can be asked, and its help in the reader's language.

mod described;
mod mistake;

use std::ffi::OsString;
use std::net::SocketAddr;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand};
use jiff::civil::{Date, DateTime};
use kheo_calendar::Moment;
use kheo_core::period::Period;
use kheo_ledger::log::{VerifierKey, WitnessKey};
use kheo_paper::Format;
use kheo_store::{BucketAddress, Database};
use kheo_words::{Lang, Words};

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
    Account(AccountCommand),
    #[command(subcommand)]
    Review(ReviewCommand),
    Due(Due),
    Calendar(Calendar),
    #[command(subcommand)]
    Pack(PackCommand),
    #[command(subcommand)]
    Ledger(LedgerCommand),
    Verify(Verify),
    Backup(Backup),
    Restore(Restore),
    Copy(Copy),
    Export(ExportAll),
    #[command(subcommand)]
    Bench(BenchCommand),
    Erase(Erase),
    #[command(subcommand)]
    Seal(SealCommand),
}

/// The address of pages: a scheme and a host, and nothing behind them.
fn site(text: &str) -> Result<String, String> {
    let address = text.strip_suffix('/').unwrap_or(text);
    let host = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    let is_host = |host: &str| {
        !host.is_empty()
            && !host.contains(|c: char| c == '/' || c.is_whitespace() || c.is_control())
    };
    host.filter(|host| is_host(host)).map(|_| address.to_owned()).ok_or_else(|| text.to_owned())
}

/// Where the rules come from, if not from inside the program.
#[derive(Args)]
pub(crate) struct RuleFiles {
    #[arg(long, value_name = "DIR")]
    pub(crate) packs: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) calendar: Option<PathBuf>,
}

#[derive(Args)]
pub(crate) struct Demo {
    #[arg(long, value_name = "DIR", default_value = "kheo-demo")]
    pub(crate) data: PathBuf,
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8311")]
    pub(crate) listen: SocketAddr,
    #[arg(long, value_name = "DATE")]
    pub(crate) today: Option<Date>,
    #[arg(long)]
    pub(crate) no_serve: bool,
    #[arg(long)]
    pub(crate) reset: bool,
    #[command(flatten)]
    pub(crate) rules: RuleFiles,
}

#[derive(Args)]
pub(crate) struct Serve {
    #[command(flatten)]
    pub(crate) at: DataFolder,
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8311")]
    pub(crate) listen: SocketAddr,
    #[arg(long)]
    pub(crate) behind_https: bool,
    #[arg(long, value_name = "DATABASE", env = "KHEO_REPLICA", hide_env = true)]
    pub(crate) replica: Option<Database>,
    #[arg(long, value_name = "NAME")]
    pub(crate) log_name: Option<String>,
    #[arg(long, value_name = "VKEY")]
    pub(crate) witness: Vec<WitnessKey>,
    #[arg(long, value_name = "URL", value_parser = site)]
    pub(crate) url: Option<String>,
    #[command(flatten)]
    pub(crate) rules: RuleFiles,
}

#[derive(Args)]
pub(crate) struct Import {
    #[arg(value_name = "FOLDER")]
    pub(crate) folder: PathBuf,
    #[command(flatten)]
    pub(crate) at: DataFolder,
    #[command(flatten)]
    pub(crate) rules: RuleFiles,
}

#[derive(Subcommand)]
pub(crate) enum AccountCommand {
    Add(AddAccount),
    List(DataFolder),
    Password(ChangePassword),
    Remove(NamedAccount),
}

#[derive(Args)]
pub(crate) struct AddAccount {
    #[command(flatten)]
    pub(crate) at: DataFolder,
    #[arg(long, value_name = "LOGIN")]
    pub(crate) login: String,
    #[arg(long, value_name = "POST")]
    pub(crate) post: String,
    #[arg(long)]
    pub(crate) password_stdin: bool,
}

#[derive(Args)]
pub(crate) struct ChangePassword {
    #[command(flatten)]
    pub(crate) at: DataFolder,
    #[arg(long, value_name = "LOGIN")]
    pub(crate) login: String,
    #[arg(long)]
    pub(crate) password_stdin: bool,
}

#[derive(Args)]
pub(crate) struct NamedAccount {
    #[command(flatten)]
    pub(crate) at: DataFolder,
    #[arg(long, value_name = "LOGIN")]
    pub(crate) login: String,
}

#[derive(Subcommand)]
pub(crate) enum ReviewCommand {
    Export(Export),
}

#[derive(Args)]
pub(crate) struct Export {
    #[command(flatten)]
    pub(crate) at: DataFolder,
    #[arg(long, value_name = "PERIOD")]
    pub(crate) period: Period,
    #[arg(long, value_name = "UNIT")]
    pub(crate) unit: String,
    #[arg(long, value_name = "FORMAT", value_parser = formats())]
    pub(crate) format: Format,
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
    #[command(flatten)]
    pub(crate) rules: RuleFiles,
}

fn formats() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::ALL.map(Format::extension))
        .try_map(|name| Format::from_extension(&name).ok_or("no format"))
}

#[derive(Subcommand)]
pub(crate) enum PackCommand {
    Check(Check),
    Diff(Diff),
    Draw(Draw),
    Try(Try),
}

#[derive(Args)]
pub(crate) struct Check {
    #[arg(value_name = "DIR")]
    pub(crate) dir: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) calendar: Option<PathBuf>,
}

/// What the packs of a folder change.
#[derive(Args)]
pub(crate) struct Diff {
    #[arg(value_name = "DIR", required = true, num_args = 1..=2)]
    pub(crate) folders: Vec<PathBuf>,
    #[arg(long)]
    pub(crate) json: bool,
}

/// Past cases under the packs of a folder.
#[derive(Args)]
pub(crate) struct Try {
    #[arg(value_name = "DIR")]
    pub(crate) tried: PathBuf,
    #[command(flatten)]
    pub(crate) at: DataFolder,
    #[arg(long, value_name = "KIND")]
    pub(crate) kind: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub(crate) since: Option<Date>,
    #[arg(long, value_name = "DATE")]
    pub(crate) until: Option<Date>,
    #[arg(long, value_name = "DATE")]
    pub(crate) law_on: Option<Date>,
    #[arg(long)]
    pub(crate) json: bool,
}

/// The procedure of a case kind as a picture.
#[derive(Args)]
pub(crate) struct Draw {
    #[arg(value_name = "KIND")]
    pub(crate) kind: String,
    #[arg(long, value_name = "DATE")]
    pub(crate) on: Option<Date>,
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub(crate) packs: Option<PathBuf>,
}

/// When a limit of a case kind ends.
#[derive(Args)]
pub(crate) struct Due {
    #[arg(long, value_name = "KIND")]
    pub(crate) kind: String,
    /// A step, for the limits that begin there, or a limit.
    #[arg(long, value_name = "CLOCK")]
    pub(crate) step: String,
    /// A day, or a day and a time of day.
    #[arg(long, value_name = "DATE", value_parser = start)]
    pub(crate) from: Moment,
    #[command(flatten)]
    pub(crate) matter: Matter,
    #[arg(long, value_name = "DATE")]
    pub(crate) law_on: Option<Date>,
    #[arg(long, value_name = "UNITS", allow_negative_numbers = true)]
    pub(crate) length: Option<i64>,
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) rules: RuleFiles,
}

/// What the length of a limit depends on.
#[derive(Args)]
pub(crate) struct Matter {
    #[arg(long)]
    pub(crate) complex: bool,
    #[arg(long, conflicts_with = "complex")]
    pub(crate) especially_complex: bool,
    #[arg(long)]
    pub(crate) remote: bool,
}

fn start(text: &str) -> Result<Moment, String> {
    // A time zone would be read, and left out of account.
    if !text.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | ':' | 'T' | ' ')) {
        return Err("neither a day nor a day with its time".to_owned());
    }
    let day = text.parse::<Date>().map(Moment::from);
    let moment = if text.contains(['T', ' ']) { text.parse().map(DateTime::into) } else { day };
    moment.map_err(|why| why.to_string())
}

/// The days off of a year, or what a correction of them moves.
#[derive(Args)]
#[command(subcommand_negates_reqs = true)]
pub(crate) struct Calendar {
    #[command(subcommand)]
    pub(crate) command: Option<CalendarCommand>,
    #[arg(value_name = "YEAR", required = true, allow_negative_numbers = true)]
    pub(crate) year: Option<i64>,
    #[arg(long)]
    pub(crate) json: bool,
    #[arg(long, conflicts_with = "json")]
    pub(crate) ics: bool,
    #[command(flatten)]
    pub(crate) rules: RuleFiles,
}

impl Calendar {
    /// Whether it is asked for a year or said how: nothing that stands before a subcommand counts.
    pub(crate) const fn has_arguments(&self) -> bool {
        let Self { year, json, ics, rules: RuleFiles { packs, calendar }, .. } = self;
        year.is_some() || *json || *ics || packs.is_some() || calendar.is_some()
    }
}

#[derive(Subcommand)]
pub(crate) enum CalendarCommand {
    Moved(Moved),
}

#[derive(Args)]
pub(crate) struct Moved {
    #[command(flatten)]
    pub(crate) at: DataFolder,
    #[arg(long)]
    pub(crate) apply: bool,
    #[command(flatten)]
    pub(crate) rules: RuleFiles,
}

#[derive(Subcommand)]
pub(crate) enum LedgerCommand {
    Check(CheckLedger),
    Rebuild(DataFolder),
    Witness(Witness),
}

/// Whether an installation, or a copy of it, is whole.
#[derive(Args)]
pub(crate) struct CheckLedger {
    #[command(flatten)]
    pub(crate) at: DataFolder,
    #[arg(long, value_name = "VKEY")]
    pub(crate) key: Option<VerifierKey>,
    #[arg(long, value_name = "VKEY")]
    pub(crate) witness: Vec<WitnessKey>,
}

/// Following the log of others.
#[derive(Args)]
pub(crate) struct Witness {
    #[arg(long, value_name = "DIR")]
    pub(crate) data: PathBuf,
    #[arg(long, value_name = "URL")]
    pub(crate) log: String,
    #[arg(long, value_name = "VKEY")]
    pub(crate) key: VerifierKey,
    #[arg(long, value_name = "NAME")]
    pub(crate) name: Option<String>,
    #[arg(long, value_name = "MINUTES", value_parser = clap::value_parser!(u64).range(1..=44_640))]
    pub(crate) every: Option<u64>,
}

/// An installation set aside.
#[derive(Args)]
pub(crate) struct Backup {
    #[arg(value_name = "DIR")]
    pub(crate) backup: PathBuf,
    #[command(flatten)]
    pub(crate) at: DataFolder,
}

/// An installation brought back.
#[derive(Args)]
pub(crate) struct Restore {
    #[arg(value_name = "DIR")]
    pub(crate) backup: PathBuf,
    #[command(flatten)]
    pub(crate) at: DataFolder,
}

/// An installation moved to another database.
#[derive(Args)]
pub(crate) struct Copy {
    #[arg(long = "from", value_name = "DATABASE")]
    pub(crate) source: Database,
    #[arg(long = "to", value_name = "DATABASE")]
    pub(crate) target: Database,
}

/// Everything as text.
#[derive(Args)]
pub(crate) struct ExportAll {
    #[command(flatten)]
    pub(crate) at: DataFolder,
    #[arg(long, required = true)]
    pub(crate) jsonl: bool,
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
}

#[derive(Subcommand)]
pub(crate) enum BenchCommand {
    Seed(Seed),
}

/// Many cases, to measure with.
#[derive(Args)]
pub(crate) struct Seed {
    #[command(flatten)]
    pub(crate) at: DataFolder,
    #[arg(long, value_name = "COUNT")]
    pub(crate) cases: usize,
}

#[derive(Subcommand)]
pub(crate) enum SealCommand {
    Key(SealKey),
    List(DataFolder),
}

/// A new key for a post.
#[derive(Args)]
pub(crate) struct SealKey {
    #[command(flatten)]
    pub(crate) at: DataFolder,
    #[arg(long, value_name = "POST")]
    pub(crate) post: String,
    #[arg(long)]
    pub(crate) passphrase_stdin: bool,
}

/// What a case says of persons, taken away.
#[derive(Args)]
pub(crate) struct Erase {
    #[arg(value_name = "CODE")]
    pub(crate) code: String,
    #[command(flatten)]
    pub(crate) at: DataFolder,
    #[arg(long, value_name = "POST")]
    pub(crate) by: String,
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: String,
    #[arg(long, value_name = "TEXT")]
    pub(crate) law: String,
}

/// What a receipt proves.
#[derive(Args)]
pub(crate) struct Verify {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "VKEY")]
    pub(crate) key: VerifierKey,
    #[arg(long, value_name = "VKEY")]
    pub(crate) witness: Vec<WitnessKey>,
}

/// Where an installation is: its folder, and its database and attached files when those are not in it.
#[derive(Args)]
pub(crate) struct DataFolder {
    #[arg(long, value_name = "DIR")]
    pub(crate) data: PathBuf,
    #[arg(long, value_name = "DATABASE", env = "KHEO_DATABASE", hide_env = true)]
    pub(crate) database: Option<Database>,
    #[arg(long, value_name = "BUCKET", env = "KHEO_FILES", hide_env = true)]
    pub(crate) files: Option<BucketAddress>,
}

/// Reads the command line; help and mistakes end the program here.
pub(crate) fn parse(words: &Words) -> Asked {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let lang = language(&arguments);
    let tongue = words.in_lang(lang);
    let mut command = described::described(CommandLine::command(), tongue);
    command.build();
    let read = command.try_get_matches_from_mut(described::unhelped(arguments.clone()));
    match read.and_then(|matches| CommandLine::from_arg_matches(&matches)) {
        Ok(line) => Asked { lang, command: line.command },
        Err(mistake) => mistake::end(&mistake, &command, &arguments, tongue),
    }
}

/// The language that `--lang` asks for, or else that of the system; English where it is neither.
fn language(arguments: &[OsString]) -> Lang {
    let arguments: Vec<_> = arguments.iter().map(|argument| argument.to_string_lossy()).collect();
    let asked = arguments.iter().enumerate().find_map(|(at, argument)| {
        argument.strip_prefix("--lang=").map(str::to_owned).or_else(|| {
            (argument == "--lang").then(|| arguments.get(at + 1).map(ToString::to_string)).flatten()
        })
    });
    if let Some(lang) = asked.as_deref().and_then(Lang::from_tag) {
        return lang;
    }
    let system = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    if system.is_some_and(|value| value.starts_with("vi")) { Lang::Vi } else { Lang::En }
}
