//! A small installation that starts fast.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::program::{Server, command, kheo_told, well};

const UNITS: &str = "\
id,code,name,name_en,kind,bloc,parent,since,until,successors,population,area_km2,source
bien,,Thành phố Biển,Biển city,city,government,,2000-01-01,,,,,
dao,,Xã Đảo,Đảo commune,commune,government,bien,2000-01-01,,,,,
";
const POSTS: &str = "\
id,unit,role,title,title_en
bien-clerk,bien,clerk,Cán bộ tiếp dân thành phố,Clerk of the city
dao-clerk,dao,clerk,Cán bộ tiếp dân,Clerk
dao-handler,dao,handler,Cán bộ xử lý,Handler
";

/// The password of every account.
pub(crate) const PASSWORD: &str = "mat-khau-thu-2016";

/// A city with one commune, and what its server is started with.
pub(crate) struct City {
    /// Where the test keeps what is its own.
    pub(crate) desk: TempDir,
    data: PathBuf,
    more: Vec<String>,
}

/// A new one whose database is on a server.
pub(crate) fn city_on(url: &str) -> City {
    let desk = TempDir::new().unwrap();
    let data = desk.path().join("data");
    City::founded(desk, data, vec!["--database".to_owned(), url.to_owned()])
}

impl City {
    /// A new one, in a file.
    pub(crate) fn new() -> Self {
        let desk = TempDir::new().unwrap();
        let data = desk.path().join("data");
        Self::founded(desk, data, Vec::new())
    }

    /// A new one in the folder `data`; `more` arguments go with every command.
    pub(crate) fn founded(desk: TempDir, data: PathBuf, more: Vec<String>) -> Self {
        let rows = desk.path().join("rows");
        fs::create_dir(&rows).unwrap();
        fs::write(rows.join("units.csv"), UNITS).unwrap();
        fs::write(rows.join("posts.csv"), POSTS).unwrap();
        let city = Self { desk, data, more };
        well(&city.arguments(&["import", rows.to_str().unwrap()]));
        city
    }

    /// The data folder.
    pub(crate) fn data(&self) -> &Path {
        &self.data
    }

    /// `words`, for this installation.
    pub(crate) fn arguments<'a>(&'a self, words: &[&'a str]) -> Vec<&'a str> {
        let own = ["--data", self.data.to_str().unwrap()];
        words.iter().copied().chain(own).chain(self.more.iter().map(String::as_str)).collect()
    }

    /// What serves it on a free port.
    pub(crate) fn serving(&self) -> Command {
        command(&self.arguments(&["serve", "--listen", "127.0.0.1:0"]))
    }

    /// Where the complaints of its servers go.
    pub(crate) fn complaints(&self) -> PathBuf {
        self.desk.path().join("complaints")
    }

    /// Serves it.
    #[track_caller]
    pub(crate) fn serve(&self) -> Server {
        let server = Server::start(&mut self.serving(), &self.complaints());
        server.unwrap_or_else(|| panic!("{}", fs::read_to_string(self.complaints()).unwrap()))
    }

    /// Opens an account for a post, under its name.
    pub(crate) fn open_account(&self, post: &str) {
        let words = ["account", "add", "--login", post, "--post", post, "--password-stdin"];
        let ended = kheo_told(&self.arguments(&words), &format!("{PASSWORD}\n{PASSWORD}\n"));
        assert!(ended.well, "{}", ended.said);
    }

    /// `kheo ledger check`, which has to succeed; answers how many entries there are.
    #[track_caller]
    pub(crate) fn check(&self) -> u64 {
        let said = well(&self.arguments(&["ledger", "check"]));
        let number = said.split(|sign: char| !sign.is_ascii_digit()).find(|word| !word.is_empty());
        number.and_then(|number| number.parse().ok()).unwrap_or_else(|| panic!("{said}"))
    }

    /// How many cases the ledger registers.
    pub(crate) fn registered(&self) -> usize {
        let all = self.desk.path().join("all.jsonl");
        let _ = fs::remove_file(&all);
        well(&self.arguments(&["export", "--jsonl", "--out", all.to_str().unwrap()]));
        let text = fs::read_to_string(&all).unwrap();
        text.lines().filter(|line| line.contains("\"case.registered\"")).count()
    }

    /// Files of its folder that were begun and not finished.
    pub(crate) fn drafts(&self) -> Vec<PathBuf> {
        let folders = [self.data.clone(), self.data.join("files")];
        let inside = folders.iter().flat_map(|folder| fs::read_dir(folder).unwrap());
        let paths = inside.map(|entry| entry.unwrap().path());
        paths.filter(|path| path.file_name().unwrap().to_str().unwrap().starts_with('.')).collect()
    }
}
