//! A folder stays with its database and its bucket when a command that names another is refused.

use std::fs;

use crate::city::{City, city_on};
use crate::cluster::Node;
use crate::program::{Server, command, kheo, well};

/// What `city` is told when it shall be served with something more.
fn refused(city: &City, more: [&str; 2]) -> String {
    let words = [&["serve", "--listen", "127.0.0.1:0"][..], &more].concat();
    let ended = kheo(&city.arguments(&words));
    assert!(!ended.well, "{}", ended.said);
    ended.said
}

#[test]
fn a_folder_is_not_bound_to_a_database_that_is_refused() {
    let node = Node::new(&[]);
    let url = format!("postgres://kheo@{}/postgres", node.place());
    let city = City::new();
    drop(city.serve());
    let said = refused(&city, ["--database", &url]);
    assert!(said.contains("no data of Khéo"), "{said}");
    assert_eq!(node.ask("SELECT COUNT(*) FROM pg_tables WHERE schemaname = 'public'"), "0");

    let other = city_on(&url);
    drop(other.serve());
    let said = refused(&city, ["--database", &url]);
    assert!(said.contains("another installation"), "{said}");
    // Without a ledger of its own, only its key tells.
    for end in ["", "-wal", "-shm"] {
        let _ = fs::remove_file(city.data().join(format!("kheo.db{end}")));
    }
    let said = refused(&city, ["--database", &url]);
    assert!(said.contains("not signed") || said.contains("signed here before"), "{said}");
    assert!(!city.data().join("SERVER").exists());
    well(&other.arguments(&["ledger", "check"]));
    // A new folder that was refused for want of the key is taken once it has it.
    let new = city.desk.path().join("new");
    let serve = ["serve", "--listen", "127.0.0.1:0", "--database", &url];
    let serve = [&serve[..], &["--data", new.to_str().unwrap()]].concat();
    assert!(kheo(&serve).said.contains("ledger.key is missing"));
    assert!(!new.join("SERVER").exists());
    fs::copy(other.data().join("ledger.key"), new.join("ledger.key")).unwrap();
    drop(Server::start(&mut command(&serve), &city.complaints()).unwrap());
    assert!(new.join("SERVER").exists());
    assert!(other.data().join("SERVER").exists());
}

#[test]
fn a_database_that_is_served_is_not_copied_away() {
    let node = Node::new(&[]);
    let url = format!("postgres://kheo@{}/postgres", node.place());
    let city = city_on(&url);
    let server = city.serve();
    let file = city.desk.path().join("moved.db");
    let to = format!("sqlite:{}", file.display());
    let copy = ["copy", "--from", &url, "--to", &to];
    let ended = kheo(&copy);
    assert!(!ended.well && ended.said.contains("Another Khéo is connected"), "{}", ended.said);
    assert!(!file.exists());
    server.interrupt();
    well(&copy);
}
