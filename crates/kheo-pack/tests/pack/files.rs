use std::path::Path;

use kheo_pack::PackFiles;

/// The files below a folder of this crate.
pub(crate) fn read(folder: &str) -> PackFiles {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files = PackFiles::new();
    collect(&root, &root, &mut files);
    files
}

fn collect(root: &Path, folder: &Path, files: &mut PackFiles) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(root, &path, files);
        } else {
            let name: Vec<_> =
                path.strip_prefix(root).unwrap().iter().map(|p| p.to_str().unwrap()).collect();
            files.insert(name.join("/"), std::fs::read_to_string(&path).unwrap());
        }
    }
}
