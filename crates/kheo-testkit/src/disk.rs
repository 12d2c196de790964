//! What whoever copies the disk of a database finds there.

use std::path::Path;
use std::process::Command;

use kheo_store::Database;
use postgres::NoTls;

/// Whether `text` stands in the files of the tables: after what lies in the memory of a server was written
/// down.
///
/// # Panics
/// When the server of the tests does not answer.
#[must_use]
pub fn lies_in_tables(database: &Database, text: &str) -> bool {
    lies(database, "base", text)
}

/// Whether `text` stands anywhere on the disk of the database: in tables, logs, or what is written ahead.
///
/// # Panics
/// When the server of the tests does not answer.
#[must_use]
pub fn lies_on_disk(database: &Database, text: &str) -> bool {
    lies(database, "", text)
}

fn lies(database: &Database, below: &str, text: &str) -> bool {
    match database {
        Database::File(file) => is_below(file.parent().expect("a folder"), text),
        Database::Server(config) => {
            let mut client = config.connect(NoTls).expect("the server of the tests");
            client.batch_execute("CHECKPOINT").expect("a checkpoint");
            let folder = client.query_one("SHOW data_directory", &[]).expect("its folder");
            is_below(&Path::new(folder.get::<_, &str>(0)).join(below), text)
        }
    }
}

fn is_below(folder: &Path, text: &str) -> bool {
    let mut grep = Command::new("grep");
    grep.env("LC_ALL", "C").args(["-rqsF", "-e", text]).arg(folder);
    grep.status().expect("grep").success()
}
