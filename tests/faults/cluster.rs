//! A `PostgreSQL` of the test's own, on the loopback, to be stopped, killed and taken over from.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;

use crate::program::{run, until};

const PATIENCE: Duration = Duration::from_mins(1);

/// The newest server that Debian installed.
pub(crate) fn programs() -> PathBuf {
    let mut found: Vec<PathBuf> = fs::read_dir("/usr/lib/postgresql")
        .expect("PostgreSQL is missing: install postgresql")
        .map(|entry| entry.unwrap().path().join("bin"))
        .filter(|folder| folder.join("initdb").is_file())
        .collect();
    found.sort();
    found.pop().expect("PostgreSQL is missing: install postgresql")
}

/// A program of the server, as an account that it accepts: it refuses to run as root.
fn program(name: &str, folder: &Path) -> Command {
    as_postgres(programs().join(name), folder)
}

/// A program that runs in `folder` as an account that the server accepts.
pub(crate) fn as_postgres(program: impl AsRef<OsStr>, folder: &Path) -> Command {
    let mut command = if run("id", &["-u"]).trim() == "0" {
        let mut command = Command::new("setpriv");
        command.args(["--reuid", "postgres", "--regid", "postgres", "--clear-groups"]).arg(program);
        command
    } else {
        Command::new(program)
    };
    command.current_dir(folder).stdout(Stdio::null()).stdin(Stdio::null());
    command
}

#[track_caller]
fn done(mut command: Command) {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// One server with its data folder. Killed when dropped.
pub(crate) struct Node {
    folder: TempDir,
    port: u16,
    options: Vec<String>,
    postmaster: Option<Child>,
}

impl Node {
    /// A new cluster, running.
    pub(crate) fn new(options: &[&str]) -> Self {
        let mut node = Self::unborn(options);
        let mut initdb = program("initdb", node.folder.path());
        initdb.args(["--pgdata", "data", "--username", "kheo", "--auth", "trust", "--no-sync"]);
        initdb.args(["--encoding", "UTF8", "--locale", "C.UTF-8", "--data-checksums"]);
        done(initdb);
        node.start();
        node
    }

    /// A copy of this server that follows it, running.
    pub(crate) fn follower(&self, name: &str) -> Self {
        let mut node = Self::unborn(&[]);
        let mut basebackup = program("pg_basebackup", node.folder.path());
        let from = format!("host=127.0.0.1 port={} user=kheo application_name={name}", self.port);
        basebackup.args(["--pgdata", "data", "--write-recovery-conf", "--checkpoint", "fast"]);
        basebackup.args(["--wal-method", "stream", "--dbname", &from]);
        done(basebackup);
        node.start();
        node
    }

    fn unborn(options: &[&str]) -> Self {
        let folder = TempDir::new().unwrap();
        if run("id", &["-u"]).trim() == "0" {
            run("chown", &["postgres:", folder.path().to_str().unwrap()]);
        }
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let options = options.iter().map(|&option| option.to_owned()).collect();
        Self { folder, port, options, postmaster: None }
    }

    /// `127.0.0.1:40211`
    pub(crate) fn place(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// Starts it and waits until it takes connections.
    pub(crate) fn start(&mut self) {
        until("the database server runs", PATIENCE, || {
            let log = File::options().create(true).append(true).open(self.log()).unwrap();
            let mut command = program("postgres", self.folder.path());
            let port = format!("port={}", self.port);
            let own = ["listen_addresses=127.0.0.1", &port, "unix_socket_directories="];
            let more = ["max_connections=100", "wal_sender_timeout=5s"];
            command.args(["-D", "data"]);
            for option in own.into_iter().chain(more).chain(self.options.iter().map(String::as_str))
            {
                command.args(["-c", option]);
            }
            let mut postmaster = command.stderr(log).spawn().unwrap();
            // What was killed a moment ago may still hold its memory, and it refuses to start.
            let ready = loop {
                if postmaster.try_wait().unwrap().is_some() {
                    break false;
                }
                if self.accepts() {
                    break true;
                }
                std::thread::sleep(Duration::from_millis(20));
            };
            self.postmaster = Some(postmaster);
            ready
        });
    }

    fn accepts(&self) -> bool {
        let mut ready = program("pg_isready", self.folder.path());
        ready.args(["--quiet", "--host", "127.0.0.1", "--port", &self.port.to_string()]);
        ready.status().unwrap().success()
    }

    fn log(&self) -> PathBuf {
        self.folder.path().join("log")
    }

    /// Stops it as an administrator does, and starts it again.
    pub(crate) fn restart(&mut self) {
        let mut postmaster = self.postmaster.take().unwrap();
        run("kill", &["-INT", &postmaster.id().to_string()]);
        postmaster.wait().unwrap();
        self.start();
    }

    /// `kill -9` of the postmaster.
    pub(crate) fn kill(&mut self) {
        if let Some(mut postmaster) = self.postmaster.take() {
            let _ = postmaster.kill();
            let _ = postmaster.wait();
        }
    }

    /// Lets a follower take over.
    pub(crate) fn promote(&self) {
        let mut promote = program("pg_ctl", self.folder.path());
        promote.args(["promote", "--pgdata", "data", "--wait"]);
        done(promote);
    }

    /// What a question answers, as one line.
    pub(crate) fn ask(&self, sql: &str) -> String {
        let port = self.port.to_string();
        let psql = ["--host", "127.0.0.1", "--port", &port, "--username", "kheo", "--no-psqlrc"];
        run("psql", &[&psql[..], &["-At", "-c", sql, "postgres"]].concat()).trim().to_owned()
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        self.kill();
    }
}
