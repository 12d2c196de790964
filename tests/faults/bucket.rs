//! Attached files in a bucket: kept there and nowhere else, proved when they are read, and refused as long as its
//! server is away.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

use crate::city::City;
use crate::officer::Officer;
use crate::program::{kheo, run, until, well};
use crate::writer::{Answer, PICTURE, Request, agent};

/// A server of buckets, from npm. Killed when dropped.
struct BucketServer {
    folder: TempDir,
    port: u16,
    child: Child,
}

/// What the server adds to the name of a file that it keeps.
const KEPT: &str = "._S3rver_object";
const BUCKETS: [&str; 2] = ["kheo", "other"];

impl BucketServer {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let (child, port) = started(folder.path(), 0);
        Self { folder, port, child }
    }

    /// What the program is told of a bucket.
    fn address(&self, bucket: &str) -> String {
        format!("s3://{bucket}?endpoint=http://127.0.0.1:{}", self.port)
    }

    fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// Starts it again where it was.
    fn start(&mut self) {
        (self.child, _) = started(self.folder.path(), self.port);
    }

    /// The names of the files in a bucket.
    fn kept(&self, bucket: &str) -> Vec<String> {
        let inside = fs::read_dir(self.folder.path().join(bucket)).unwrap();
        let names = inside.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.filter_map(|name| name.strip_suffix(KEPT).map(str::to_owned)).collect()
    }

    /// Where the server keeps a file.
    fn place(&self, hash: &str) -> PathBuf {
        self.folder.path().join("kheo").join(format!("{hash}{KEPT}"))
    }

    /// Puts a copy of a file beside it, as if it had been sent two days ago.
    fn put_old_copy(&self, hash: &str, name: &str) {
        let folder = self.folder.path().join("kheo");
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let Some(end) = path.file_name().unwrap().to_str().unwrap().strip_prefix(hash) else {
                continue;
            };
            let copy = folder.join(format!("{name}{end}"));
            fs::copy(&path, &copy).unwrap();
            run("touch", &["--date", "2 days ago", copy.to_str().unwrap()]);
        }
    }
}

impl Drop for BucketServer {
    fn drop(&mut self) {
        self.kill();
    }
}

fn started(folder: &Path, port: u16) -> (Child, u16) {
    let program =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../bucket/node_modules/s3rver/bin/s3rver.js");
    assert!(program.is_file(), "install the server of buckets first: npm ci in tests/bucket");
    let mut command = Command::new("node");
    command.arg(program).arg("--directory").arg(folder);
    command.args(["--address", "127.0.0.1", "--port", &port.to_string()]);
    for bucket in BUCKETS {
        command.args(["--configure-bucket", bucket]);
    }
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
    let port = lines.find_map(|line| {
        let (_, place) = line.split_once("127.0.0.1:")?;
        place.split(|sign: char| !sign.is_ascii_digit()).next()?.parse().ok()
    });
    // It goes on to say what it is asked.
    std::thread::spawn(move || lines.for_each(drop));
    (child, port.expect("the server of buckets says where it is"))
}

/// A request with a picture.
fn with_picture(number: u64) -> Request {
    Request::new(0, number * 8)
}

#[test]
fn files_in_a_bucket_are_kept_there_and_proved_when_they_are_read() {
    let mut bucket = BucketServer::new();
    let desk = TempDir::new().unwrap();
    let data = desk.path().join("data");
    let city = City::founded(desk, data, vec!["--files".to_owned(), bucket.address("kheo")]);
    city.open_account("dao-clerk");
    let server = city.serve();
    let sent = with_picture(1).send(&agent(), &server.address);
    assert!(matches!(sent, Answer::Code(_)), "{sent:?}");
    let kept = bucket.kept("kheo");
    let [hash] = kept.as_slice() else { panic!("{kept:?}") };
    assert_eq!(fs::read_dir(city.data().join("files")).unwrap().count(), 0);

    let clerk = Officer::signed_in(&server.address, "dao-clerk");
    let picture = || clerk.get(&format!("{}/files/{hash}", server.address)).unwrap();
    assert_eq!(picture().0, 200);
    let whole = fs::read(bucket.place(hash)).unwrap();
    assert!(whole.starts_with(PICTURE));
    fs::write(bucket.place(hash), b"changed").unwrap();
    assert_eq!(picture().0, 500, "what was changed is served");
    let checked = kheo(&city.arguments(&["ledger", "check"]));
    assert!(!checked.well && checked.said.contains(hash.as_str()), "{}", checked.said);
    fs::write(bucket.place(hash), &whole).unwrap();
    assert_eq!(picture().0, 200);

    bucket.kill();
    assert_ne!(picture().0, 200);
    let refused = with_picture(2).send(&agent(), &server.address);
    let Answer::Refused(status, _) = refused else { panic!("{refused:?}") };
    assert!(status >= 500, "{status}");
    bucket.start();
    let again = with_picture(2).send(&agent(), &server.address);
    assert!(matches!(again, Answer::Code(_)), "{again:?}");
    assert_eq!(bucket.kept("kheo").len(), 2);
    server.interrupt();
    assert_eq!(city.registered(), 2);
    city.check();
    println!("2 files in a bucket: 1 changed and not served, 1 refused while it was away");
}

#[test]
fn a_folder_whose_files_are_in_a_bucket_is_not_served_without_it() {
    let bucket = BucketServer::new();
    let desk = TempDir::new().unwrap();
    let data = desk.path().join("data");
    let city = City::founded(desk, data, vec!["--files".to_owned(), bucket.address("kheo")]);
    let data = city.data().to_str().unwrap();
    for words in
        [["ledger", "check", "--data", data], ["serve", "--listen=127.0.0.1:0", "--data", data]]
    {
        let without = kheo(&words);
        assert!(
            !without.well && without.said.contains(&bucket.address("kheo")),
            "{}",
            without.said
        );
    }
    let checked =
        |name: &str| kheo(&["ledger", "check", "--data", data, "--files", &bucket.address(name)]);
    let other = checked("other");
    assert!(!other.well && other.said.contains("are in another bucket"), "{}", other.said);
    fs::remove_file(city.data().join("BUCKET")).unwrap();
    let nowhere = checked("none");
    assert!(
        !nowhere.well && nowhere.said.contains("The bucket none cannot be read"),
        "{}",
        nowhere.said
    );
}

#[test]
fn files_move_between_buckets_by_a_backup_and_unnamed_ones_are_swept() {
    let bucket = BucketServer::new();
    let desk = TempDir::new().unwrap();
    let data = desk.path().join("data");
    let city = City::founded(desk, data, vec!["--files".to_owned(), bucket.address("kheo")]);
    let server = city.serve();
    let sent = with_picture(1).send(&agent(), &server.address);
    assert!(matches!(sent, Answer::Code(_)), "{sent:?}");
    server.interrupt();
    let kept = bucket.kept("kheo");
    let backup = city.desk.path().join("backup");
    let backup = backup.to_str().unwrap();
    well(&city.arguments(&["backup", backup]));
    well(&["ledger", "check", "--data", backup]);

    let moved = city.desk.path().join("moved");
    let (moved, other) = (moved.to_str().unwrap(), bucket.address("other"));
    well(&["restore", backup, "--data", moved, "--files", &other]);
    assert_eq!(bucket.kept("other"), kept);
    well(&["ledger", "check", "--data", moved, "--files", &other]);

    let [hash] = kept.as_slice() else { panic!("{kept:?}") };
    let unnamed = "0".repeat(64);
    bucket.put_old_copy(hash, &unnamed);
    assert_eq!(bucket.kept("kheo").len(), 2);
    let server = city.serve();
    until("what no entry names is swept", std::time::Duration::from_mins(1), || {
        bucket.kept("kheo") == kept
    });
    server.interrupt();
}

#[test]
fn a_bucket_that_lacks_what_the_folder_has_is_refused_and_one_that_has_it_is_taken() {
    let bucket = BucketServer::new();
    let city = City::new();
    let server = city.serve();
    let sent = with_picture(1).send(&agent(), &server.address);
    assert!(matches!(sent, Answer::Code(_)), "{sent:?}");
    server.interrupt();
    let address = bucket.address("kheo");
    let words = ["serve", "--listen", "127.0.0.1:0", "--files", &address];
    let ended = kheo(&city.arguments(&words));
    assert!(
        !ended.well && ended.said.contains("lacks files that entries name: 1"),
        "{}",
        ended.said
    );
    assert!(!city.data().join("BUCKET").exists());
    city.check();
}
