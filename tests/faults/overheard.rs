//! A way to the database on which others may listen: it is encrypted, and only to who is proved to be the server.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::cluster::Node;
use crate::program::{command, run};

/// An authority, and a server for which it vouches.
struct Authority {
    folder: TempDir,
}

impl Authority {
    fn new() -> Self {
        let authority = Self { folder: TempDir::new().unwrap() };
        let at = |name: &str| authority.path(name).to_str().unwrap().to_owned();
        let [ca, ca_key, key, wanted, cert] =
            ["ca.pem", "ca.key", "server.key", "server.csr", "server.pem"].map(at);
        fs::write(authority.path("names"), "subjectAltName=IP:127.0.0.1\n").unwrap();
        let names = at("names");
        let new = ["req", "-newkey", "rsa:2048", "-nodes", "-subj"];
        let with = |more: &[&'static str], rest: &[&str]| {
            let words: Vec<&str> = new.iter().chain(more).chain(rest).copied().collect();
            run("openssl", &words);
        };
        with(&["/CN=Authority", "-x509", "-days", "2"], &["-keyout", &ca_key, "-out", &ca]);
        with(&["/CN=database"], &["-keyout", &key, "-out", &wanted]);
        let signed = ["x509", "-req", "-days", "2", "-in", &wanted, "-CA", &ca, "-CAkey", &ca_key];
        let rest = ["-CAcreateserial", "-extfile", &names, "-out", &cert];
        run("openssl", &[signed.as_slice(), &rest].concat());
        if run("id", &["-u"]).trim() == "0" {
            run("chown", &["-R", "postgres:", authority.folder.path().to_str().unwrap()]);
        }
        run("chmod", &["600", &key]);
        authority
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

/// What `kheo ledger check` says of the database at `url`, for who trusts `authority`.
fn asked(url: &str, data: &Path, authority: Option<&Authority>) -> (bool, String) {
    let data = data.to_str().unwrap();
    let mut command: Command = command(&["ledger", "check", "--data", data, "--database", url]);
    let trusted = authority.map_or_else(|| data.into(), |authority| authority.path("ca.pem"));
    let output = command.env("SSL_CERT_FILE", trusted).output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8(said).unwrap())
}

#[test]
fn a_server_is_spoken_to_only_when_it_proves_who_it_is() {
    let authority = Authority::new();
    let own = |option: &str, name: &str| format!("{option}={}", authority.path(name).display());
    let (cert, key) = (own("ssl_cert_file", "server.pem"), own("ssl_key_file", "server.key"));
    let node = Node::new(&["ssl=on", &cert, &key]);
    let desk = TempDir::new().unwrap();
    let url = format!("postgres://kheo@{}/postgres?sslmode=require", node.place());
    let strangers = Authority::new();
    for other in [None, Some(&strangers)] {
        let (well, said) = asked(&url, desk.path(), other);
        assert!(!well && !said.contains("panicked"), "{said}");
        assert!(!said.contains("no data of Khéo"), "something was asked of a stranger: {said}");
    }
    let (_, said) = asked(&url, desk.path(), Some(&authority));
    assert!(said.contains("no data of Khéo"), "{said}");
}
