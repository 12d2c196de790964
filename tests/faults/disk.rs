//! Disks that are full, cannot be written, or are slow.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use tempfile::TempDir;

use crate::city::City;
use crate::program::{kheo, run, stopwatch, until};
use crate::writer::{Answer, Request, Writer, acknowledged, agent, send_all_again, while_writing};

const PATIENCE: Duration = Duration::from_secs(30);

/// A small disk of its own, in memory. Dropped, it is gone.
struct Disk {
    place: PathBuf,
}

impl Disk {
    fn mounted(desk: &TempDir) -> Self {
        let place = desk.path().join("disk");
        fs::create_dir(&place).unwrap();
        as_root(&["mount", "-t", "tmpfs", "-o", "size=12m,mode=0777", "tmpfs", text(&place)]);
        Self { place }
    }

    fn remounted(&self, how: &str) {
        as_root(&["mount", "-o", &format!("remount,{how}"), text(&self.place)]);
    }

    /// Takes all room that is left; answers the file that has it.
    fn fill(&self) -> PathBuf {
        let ballast = self.place.join("ballast");
        let mut file = File::create(&ballast).unwrap();
        for piece in [1 << 16, 1 << 9, 1] {
            while file.write_all(&vec![1; piece]).is_ok() {}
        }
        ballast
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        as_root(&["umount", "--lazy", text(&self.place)]);
    }
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn as_root(words: &[&str]) {
    let is_root = run("id", &["-u"]).trim() == "0";
    if is_root {
        run(words[0], &words[1..])
    } else {
        run("sudo", &[&["-n"], words].concat())
    };
}

/// `strace` on a running program, doing to its calls what `inject` says. Dropped, it lets go.
struct Interfering(Child);

impl Interfering {
    fn with(pid: u32, inject: &str) -> Self {
        let log = Stdio::piped();
        let mut child = Command::new("strace")
            .args(["-f", "-q", "-o", "/dev/null", "-e", &format!("inject={inject}"), "-p"])
            .arg(pid.to_string())
            .stderr(log)
            .spawn()
            .expect("strace is missing");
        let traced = || {
            let status = fs::read_to_string(format!("/proc/{pid}/status")).unwrap();
            !status.contains("TracerPid:\t0")
        };
        until("strace holds the program", PATIENCE, || {
            assert!(child.try_wait().unwrap().is_none(), "strace could not trace the program");
            traced()
        });
        Self(child)
    }
}

impl Drop for Interfering {
    fn drop(&mut self) {
        let _ = Command::new("kill").args(["-INT", &self.0.id().to_string()]).status();
        let _ = self.0.wait();
    }
}

const NOT_CONFIRMED: [&str; 2] =
    ["Chưa xác nhận được là đã lưu", "not confirmed that this was saved"];
const NOTHING_SAVED: [&str; 2] = ["Chưa có gì được lưu", "Nothing was saved"];

/// Every refusal says one of `words`, and so that it can be sent again.
fn all_say(words: [&str; 2], writers: &[Writer]) -> usize {
    let refused: Vec<_> = writers.iter().flat_map(|writer| &writer.refused).collect();
    for (status, why) in &refused {
        assert_eq!(*status, 503, "{why}");
        assert!(words.iter().any(|words| why.contains(words)), "{why}");
    }
    refused.len()
}

/// Asks for pages `times`, which all have to come.
fn read(address: &str, code: &str, times: usize) {
    let agent = agent();
    for _ in 0..times {
        for page in ["/".to_owned(), format!("/follow/{code}"), format!("/api/v1/cases/{code}")] {
            let answer = agent.get(format!("{address}{page}")).call().unwrap();
            assert_eq!(answer.status(), 200, "{page}");
        }
    }
}

/// A case that was registered before anything went wrong.
fn registered(address: &str) -> String {
    match Request::new(99, 1).send(&agent(), address) {
        Answer::Code(code) => code,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_full_disk_refuses_in_words_and_loses_nothing() {
    let desk = TempDir::new().unwrap();
    let small = Disk::mounted(&desk);
    let data = small.place.join("data");
    let city = City::founded(desk, data, Vec::new());
    let server = city.serve();
    let code = registered(&server.address);
    let mut writers = Writer::all();
    while_writing(&mut writers, &server.address, || {
        for _ in 0..3 {
            thread::sleep(Duration::from_millis(300));
            let ballast = small.fill();
            // Long enough for every page that was still free in the files.
            thread::sleep(Duration::from_millis(700));
            read(&server.address, &code, 5);
            fs::remove_file(ballast).unwrap();
        }
    });
    let (told, refused) = (acknowledged(&writers), all_say(NOTHING_SAVED, &writers));
    assert!(refused > 0, "the disk was never full");
    let requests = send_all_again(&mut writers, &server.address) + 1;
    let complained = server.complained();
    let about = complained.lines().filter(|line| line.contains("The disk is full")).count();
    assert!((1..10).contains(&about), "{about} lines: {complained}");
    server.interrupt();
    assert_eq!(city.registered(), requests);
    city.check();
    assert!(city.drafts().is_empty(), "half-written: {:?}", city.drafts());
    println!(
        "disk full 3 times: {refused} refused in words, {told} acknowledged, 0 lost; 45 pages read meanwhile"
    );
}

#[test]
fn a_disk_that_cannot_be_written_is_told_of_and_read() {
    let city = City::new();
    let server = city.serve();
    let code = registered(&server.address);
    let mut writers = Writer::all();
    while_writing(&mut writers, &server.address, || {
        let calls = "pwrite64,ftruncate,fdatasync,fsync,rename,unlink,mkdir:error=EROFS";
        let interfering = Interfering::with(server.pid(), calls);
        thread::sleep(Duration::from_millis(700));
        read(&server.address, &code, 5);
        drop(interfering);
    });
    let (told, refused) = (acknowledged(&writers), all_say(NOT_CONFIRMED, &writers));
    assert!(refused > 0, "nothing was refused");
    let requests = send_all_again(&mut writers, &server.address) + 1;
    server.interrupt();
    assert_eq!(city.registered(), requests);
    city.check();
    println!(
        "read-only disk: {refused} refused in words, {told} acknowledged, 0 lost; 15 pages read meanwhile"
    );
}

#[test]
fn nothing_starts_on_a_disk_that_cannot_be_written() {
    let desk = TempDir::new().unwrap();
    let small = Disk::mounted(&desk);
    let city = City::founded(desk, small.place.join("data"), Vec::new());
    small.remounted("ro");
    let commands: [&[&str]; 2] = [&["serve", "--listen", "127.0.0.1:0"], &["ledger", "rebuild"]];
    for words in commands {
        let ended = kheo(&city.arguments(words));
        assert!(!ended.well, "{words:?}");
        assert!(ended.said.contains("can only be read"), "{}", ended.said);
    }
    small.remounted("rw");
    city.check();
    println!("read-only folder: {} commands refused in words", commands.len());
}

#[test]
fn a_slow_disk_makes_slow_and_nothing_else() {
    let city = City::new();
    let server = city.serve();
    let code = registered(&server.address);
    let mut writers = Writer::all();
    let waited = stopwatch();
    let pages = while_writing(&mut writers, &server.address, || {
        let slow = "fdatasync,fsync:delay_enter=100000";
        let _interfering = Interfering::with(server.pid(), slow);
        let mut pages = 0;
        while waited() < Duration::from_secs(5) {
            read(&server.address, &code, 1);
            pages += 3;
        }
        pages
    });
    let told = acknowledged(&writers);
    assert_eq!(all_say(NOT_CONFIRMED, &writers), 0, "slow is no fault");
    assert!(told > 0);
    let requests = send_all_again(&mut writers, &server.address) + 1;
    server.interrupt();
    assert_eq!(city.registered(), requests);
    city.check();
    println!(
        "slow disk (100 ms a sync): {told} acknowledged, 0 lost; {pages} pages served meanwhile"
    );
}
