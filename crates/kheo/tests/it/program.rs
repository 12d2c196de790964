//! Runs the program as a person at a terminal would.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;

use tempfile::TempDir;

/// How a command ended and what it printed.
pub(crate) struct Ended {
    pub(crate) code: Option<i32>,
    pub(crate) said: String,
    pub(crate) complained: String,
}

impl Ended {
    /// The output of a command that had to succeed.
    #[track_caller]
    pub(crate) fn well(self) -> String {
        assert_eq!(self.code, Some(0), "{}\n{}", self.said, self.complained);
        self.said
    }

    /// The message of a command that had to be refused: exit code 2, what is wrong, and what to do.
    #[track_caller]
    pub(crate) fn refused(self) -> String {
        assert_eq!(self.code, Some(2), "{}\n{}", self.said, self.complained);
        let lines = self.complained.lines().filter(|line| !line.trim().is_empty()).count();
        assert!(lines >= 2, "no remedy in: {}", self.complained);
        assert!(!self.complained.contains('⟨'), "a word is missing: {}", self.complained);
        assert!(!self.complained.contains("panicked"), "{}", self.complained);
        self.complained
    }
}

/// The program, speaking English.
pub(crate) fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kheo"));
    command.args(arguments).env("LC_ALL", "C").stdin(Stdio::null());
    command
}

/// Runs a command to its end.
pub(crate) fn kheo(arguments: &[&str]) -> Ended {
    let output = command(arguments).output().unwrap();
    Ended {
        code: output.status.code(),
        said: String::from_utf8(output.stdout).unwrap(),
        complained: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A server; it ends with the value.
pub(crate) struct Server {
    child: Child,
    /// `127.0.0.1:40211`
    pub(crate) address: String,
}

impl Server {
    /// Starts a command that serves on a free port, and waits until it says where.
    pub(crate) fn start(arguments: &[&str]) -> Self {
        let mut child = command(arguments).stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
        let address = lines.find_map(|line| {
            let (_, rest) = line.split_once("http://")?;
            Some(rest.split(['/', ' ']).next()?.to_owned())
        });
        Self { child, address: address.expect("the program ended before it served") }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

/// A folder with the demonstration city, loaded once for all tests that only read it.
pub(crate) fn city() -> &'static str {
    static CITY: OnceLock<(TempDir, String)> = OnceLock::new();
    let (_, path) = CITY.get_or_init(|| {
        let folder = TempDir::new().unwrap();
        let path = text(&folder.path().join("city"));
        kheo(&["demo", "--no-serve", "--data", &path]).well();
        (folder, path)
    });
    path
}

/// The top of the source tree.
pub(crate) fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A path as an argument.
pub(crate) fn text(path: &Path) -> String {
    path.to_str().unwrap().to_owned()
}
