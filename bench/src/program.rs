//! The program under measurement: started here, ended here.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// What stopped the measurement.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Fault {
    /// A file or the program.
    #[error("{0}")]
    Io(#[from] std::io::Error),
    /// A page.
    #[error("a page did not answer: {0}")]
    Http(#[from] Box<ureq::Error>),
    /// The program.
    #[error("the program {0}")]
    Program(&'static str),
    /// A due date.
    #[error("{0}")]
    Due(#[from] kheo_calendar::CalendarError),
    /// Bare inserts into a file.
    #[error("the file did not take bare inserts: {0}")]
    File(#[from] rusqlite::Error),
    /// Bare inserts on a server.
    #[error("the server did not take bare inserts: {0}")]
    Server(#[from] postgres::Error),
}

/// The binary, and the server that its database is on, if it is no file.
pub(crate) struct Program {
    path: PathBuf,
    server: Option<String>,
}

/// The program while it serves; ended when dropped.
pub(crate) struct Running {
    child: Child,
    pub(crate) address: String,
}

impl Program {
    pub(crate) fn at(path: &str) -> Self {
        Self { path: PathBuf::from(path), server: None }
    }

    /// The same with its database on the server at `url`, which holds nothing yet.
    pub(crate) fn on(&self, url: Option<&str>) -> Self {
        Self { path: self.path.clone(), server: url.map(str::to_owned) }
    }

    pub(crate) fn size(&self) -> Result<u64, Fault> {
        Ok(self.path.metadata()?.len())
    }

    /// How long `kheo demo --no-serve` takes; then the demonstration is moved to the server, if there is one.
    pub(crate) fn load_demo(&self, folder: &Path) -> Result<Duration, Fault> {
        let elapsed = stopwatch();
        let demo = folder.join("demo");
        Self::run(Command::new(&self.path).args(["demo", "--no-serve", "--data"]).arg(&demo))?;
        let took = elapsed();
        if let Some(url) = &self.server {
            let file = format!("sqlite:{}", demo.join("kheo.db").display());
            Self::run(Command::new(&self.path).args(["copy", "--from", &file, "--to", url]))?;
        }
        Ok(took)
    }

    /// As many cases more as `cases`, made of those of the demonstration; answers how long that took.
    pub(crate) fn seed(&self, folder: &Path, cases: usize) -> Result<Duration, Fault> {
        let (elapsed, cases) = (stopwatch(), cases.to_string());
        let mut command = Command::new(&self.path);
        Self::run(
            command.args(["bench", "seed", "--cases", &cases, "--data"]).arg(folder.join("demo")),
        )?;
        Ok(elapsed())
    }

    /// How long a command on the folder of the demonstration takes.
    pub(crate) fn on_demo(&self, folder: &Path, arguments: &[&str]) -> Result<Duration, Fault> {
        let elapsed = stopwatch();
        let mut command = Command::new(&self.path);
        Self::run(command.args(arguments).arg("--data").arg(folder.join("demo")))?;
        Ok(elapsed())
    }

    fn run(command: &mut Command) -> Result<(), Fault> {
        let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status()?;
        if status.success() { Ok(()) } else { Err(Fault::Program("ended with a failure")) }
    }

    /// `kheo demo`, or `kheo serve` on its server, on a free port.
    pub(crate) fn serve_demo(&self, folder: &Path) -> Result<Running, Fault> {
        let mut command = Command::new(&self.path);
        match &self.server {
            None => command.arg("demo"),
            Some(url) => command.args(["serve", "--database", url]),
        };
        let mut child = command
            .args(["--lang", "en", "--listen", "127.0.0.1:0", "--data"])
            .arg(folder.join("demo"))
            .stdout(Stdio::piped())
            .spawn()?;
        let output = child.stdout.take().ok_or(Fault::Program("has no output"))?;
        for line in BufReader::new(output).lines() {
            if let Some((_, address)) = line?.split_once("http://") {
                return Ok(Running { child, address: format!("http://{address}") });
            }
        }
        Err(Fault::Program("did not say where its pages are"))
    }
}

impl Running {
    /// Resident memory in bytes.
    pub(crate) fn resident(&self) -> Result<u64, Fault> {
        self.memory("VmRSS:")
    }

    /// The most resident memory since [`Self::forget_peak`], in bytes.
    pub(crate) fn peak(&self) -> Result<u64, Fault> {
        self.memory("VmHWM:")
    }

    /// Lets [`Self::peak`] begin anew.
    pub(crate) fn forget_peak(&self) -> Result<(), Fault> {
        Ok(std::fs::write(format!("/proc/{}/clear_refs", self.child.id()), "5")?)
    }

    fn memory(&self, line: &str) -> Result<u64, Fault> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let kilobytes = status
            .lines()
            .find_map(|told| told.strip_prefix(line))
            .and_then(|rest| rest.trim().trim_end_matches("kB").trim().parse::<u64>().ok());
        Ok(kilobytes.ok_or(Fault::Program("does not tell its memory"))? * 1024)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A stopwatch that runs from now.
#[expect(clippy::disallowed_methods, reason = "a bench measures time")]
pub(crate) fn stopwatch() -> impl Fn() -> Duration {
    let start = std::time::Instant::now();
    move || start.elapsed()
}
