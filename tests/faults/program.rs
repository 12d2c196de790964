//! The program from outside: its commands, and the server that can be killed.

use std::env;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant, SystemTime};

/// The program as `cargo build -p kheo` left it beside this test.
pub(crate) fn binary() -> PathBuf {
    let test = env::current_exe().unwrap();
    let program = test.parent().and_then(Path::parent).unwrap().join("kheo");
    assert!(program.is_file(), "build the program first: cargo build -p kheo");
    program
}

/// What opens the buckets of the tests.
const BUCKET_KEY: [(&str, &str); 2] =
    [("AWS_ACCESS_KEY_ID", "S3RVER"), ("AWS_SECRET_ACCESS_KEY", "S3RVER")];

/// The program, speaking English.
pub(crate) fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(binary());
    command.args(arguments).env("LC_ALL", "C").envs(BUCKET_KEY).stdin(Stdio::null());
    command
}

/// How a command ended.
pub(crate) struct Ended {
    pub(crate) well: bool,
    /// All that it printed.
    pub(crate) said: String,
}

/// Runs a command to its end.
pub(crate) fn kheo(arguments: &[&str]) -> Ended {
    kheo_told(arguments, "")
}

/// Runs a command to its end, with something on its standard input.
pub(crate) fn kheo_told(arguments: &[&str], input: &str) -> Ended {
    let mut command = command(arguments);
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8(said).unwrap();
    assert!(!said.contains("panicked") && !said.contains('⟨'), "{said}");
    Ended { well: output.status.success(), said }
}

/// Runs a command that has to succeed; answers what it said.
#[track_caller]
pub(crate) fn well(arguments: &[&str]) -> String {
    let ended = kheo(arguments);
    assert!(ended.well, "{arguments:?}: {}", ended.said);
    ended.said
}

/// Runs another program, which has to succeed.
#[track_caller]
pub(crate) fn run(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output();
    let output = output.unwrap_or_else(|why| panic!("{program} is missing: {why}"));
    let complained = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program} {arguments:?}: {complained}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// A server; killed when dropped.
pub(crate) struct Server {
    child: Child,
    /// `http://127.0.0.1:40211`
    pub(crate) address: String,
    complaints: PathBuf,
}

impl Server {
    /// Starts `command` and waits until it says where it serves; nothing when it ended before. What it complains
    /// of goes to the file `complaints`.
    pub(crate) fn start(command: &mut Command, complaints: &Path) -> Option<Self> {
        let mut child = spawned(command, complaints);
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let address = lines.map_while(Result::ok).find_map(|line| {
            let (_, rest) = line.split_once("http://")?;
            Some(format!("http://{}", rest.split(['/', ' ']).next()?))
        });
        let complaints = complaints.to_owned();
        if let Some(address) = address {
            return Some(Self { child, address, complaints });
        }
        child.wait().unwrap();
        None
    }

    pub(crate) fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Ends it as a person at the terminal does.
    pub(crate) fn interrupt(mut self) {
        run("kill", &["-INT", &self.pid().to_string()]);
        let status = self.child.wait().unwrap();
        assert!(status.success(), "{}", self.complained());
    }

    /// What it has complained of so far.
    pub(crate) fn complained(&self) -> String {
        fs::read_to_string(&self.complaints).unwrap()
    }
}

/// `kill -9`.
impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Starts `command`, and kills it after some time, whether or not it serves by then.
pub(crate) fn killed_after(command: &mut Command, complaints: &Path, time: Duration) {
    let mut child = spawned(command, complaints);
    std::thread::sleep(time);
    child.kill().unwrap();
    child.wait().unwrap();
}

fn spawned(command: &mut Command, complaints: &Path) -> Child {
    let errors = File::options().create(true).append(true).open(complaints).unwrap();
    command.stdout(Stdio::piped()).stderr(errors).spawn().unwrap()
}

/// Asks again until `done`, for at most `patience`; answers how long it took.
#[track_caller]
pub(crate) fn until(what: &str, patience: Duration, mut done: impl FnMut() -> bool) -> Duration {
    let waited = stopwatch();
    while !done() {
        assert!(waited() < patience, "{what}: not within {patience:?}");
        std::thread::sleep(Duration::from_millis(20));
    }
    waited()
}

#[expect(clippy::disallowed_methods, reason = "how long a fault lasts is measured")]
pub(crate) fn stopwatch() -> impl Fn() -> Duration {
    let start = Instant::now();
    move || start.elapsed()
}

#[expect(clippy::disallowed_methods, reason = "a seed has to come from somewhere")]
pub(crate) fn since_1970() -> Duration {
    SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap()
}
