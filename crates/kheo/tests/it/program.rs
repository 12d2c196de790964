//! Runs the program as a person at a terminal would.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::OnceLock;

use tempfile::TempDir;

/// How a command ended and what it printed.
pub(crate) struct Ended {
    pub(crate) code: Option<i32>,
    pub(crate) said: String,
    pub(crate) complained: String,
}

impl Ended {
    fn of(output: &Output) -> Self {
        Self {
            code: output.status.code(),
            said: String::from_utf8(output.stdout.clone()).unwrap(),
            complained: String::from_utf8(output.stderr.clone()).unwrap(),
        }
    }

    /// The output of a command that had to succeed.
    #[track_caller]
    pub(crate) fn well(self) -> String {
        assert_eq!(self.code, Some(0), "{}\n{}", self.said, self.complained);
        self.said
    }

    /// The message of a command that had to be refused: exit code 2, what is wrong, and what to do.
    #[track_caller]
    pub(crate) fn refused(self) -> String {
        self.complained(2)
    }

    /// The message about something that is not as it should be: exit code 1, what is wrong, what to do.
    #[track_caller]
    pub(crate) fn denied(self) -> String {
        self.complained(1)
    }

    /// The message of a command that had to end with `code`: what is wrong, and what to do.
    #[track_caller]
    pub(crate) fn complained(self, code: i32) -> String {
        assert_eq!(self.code, Some(code), "{}\n{}", self.said, self.complained);
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
    Ended::of(&command(arguments).output().unwrap())
}

/// Runs a command to its end, with something on its standard input.
pub(crate) fn kheo_told(arguments: &[&str], input: &str) -> Ended {
    let mut command = command(arguments);
    let streams = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = streams.spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    Ended::of(&child.wait_with_output().unwrap())
}

/// A server; it ends with the value.
pub(crate) struct Server {
    child: Option<Child>,
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
        let address = address.expect("the program ended before it served");
        Self { child: Some(child), address }
    }

    /// The one that somebody else started there, and ends.
    pub(crate) fn at(address: &str) -> Self {
        Self { child: None, address: address.to_owned() }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(child) = &mut self.child {
            child.kill().unwrap();
            child.wait().unwrap();
        }
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

/// A folder of rows to import, and the data folder they go to.
pub(crate) struct Rows {
    folder: TempDir,
}

impl Rows {
    /// The heads of the tables, by the name of the file.
    const HEADS: [(&str, &str); 5] = [
        (
            "units.csv",
            "id,code,name,name_en,kind,bloc,parent,since,until,successors,population,area_km2,source",
        ),
        ("posts.csv", "id,unit,role,title,title_en"),
        ("cases.csv", "code,kind,unit,topic,on,subject,text,place,name,phone,again,origin,source"),
        ("acts.csv", "code,on,action,by,text,unit,post,proof"),
        ("matters.csv", "deed,code,other,on,by,text"),
    ];

    /// A city and its commune, with a clerk in each.
    pub(crate) fn of_a_city() -> Self {
        let rows = Self { folder: TempDir::new().unwrap() };
        fs::create_dir(rows.folder.path().join("rows")).unwrap();
        let units = "bien,,Thành phố Biển,Biển city,city,government,,2000-01-01,,,,,\n\
                     dao,,Xã Đảo,Đảo commune,commune,government,bien,2000-01-01,,,,,";
        let posts = "bien-clerk,bien,clerk,Cán bộ tiếp dân,Clerk of the city\n\
                     dao-clerk,dao,clerk,Cán bộ tiếp dân,Clerk";
        rows.write("units.csv", units).write("posts.csv", posts)
    }

    /// Replaces the rows of a table.
    pub(crate) fn write(self, table: &str, rows: &str) -> Self {
        let (_, head) = Self::HEADS.into_iter().find(|(name, _)| *name == table).unwrap();
        self.put(table, format!("{head}\n{rows}\n"))
    }

    /// Puts any other file beside them.
    pub(crate) fn put(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        fs::write(self.folder.path().join("rows").join(name), content).unwrap();
        self
    }

    /// The data folder.
    pub(crate) fn data(&self) -> String {
        text(&self.folder.path().join("data"))
    }

    /// A place for one more file.
    pub(crate) fn beside(&self, name: &str) -> String {
        text(&self.folder.path().join(name))
    }

    /// Imports them.
    pub(crate) fn import(&self, lang: &str) -> Ended {
        let rows = text(&self.folder.path().join("rows"));
        kheo(&["--lang", lang, "import", &rows, "--data", &self.data()])
    }
}

/// The top of the source tree.
pub(crate) fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A folder with all below it, once more.
pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copy(&from, &to);
        } else {
            fs::copy(from, to).unwrap();
        }
    }
}

/// A PDF that a person at work would attach.
pub(crate) fn pdf() -> Vec<u8> {
    fs::read(top().join("demo/bac-kan-2016/later/files/van-ban.pdf")).unwrap()
}

/// A path as an argument.
pub(crate) fn text(path: &Path) -> String {
    path.to_str().unwrap().to_owned()
}
