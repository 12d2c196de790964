//! What must hold whatever bytes a fuzzer finds.

pub mod case;
pub mod pack;

use std::path::Path;

use kheo_pack::PackFiles;

/// The files below a folder of the tree, by their paths in it.
fn read(folder: &str) -> PackFiles {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(folder);
    let mut files = PackFiles::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder of packs") {
            let path = entry.expect("a file").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(&root).expect("a path below").to_string_lossy();
            files.insert(name.into_owned(), std::fs::read_to_string(&path).expect("a text"));
        }
    }
    files
}
