//! Where the rows come from: a folder on disk, or one inside the program.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use include_dir::Dir;
use kheo_core::case::Proof;
use kheo_store::files::Files;

use crate::failure::Failure;

/// The files of a folder, by their path inside it.
pub(crate) struct Source {
    files: BTreeMap<String, Vec<u8>>,
}

/// The files of a folder that acts name as proof, stored, by their name.
pub(crate) type Proofs = BTreeMap<String, Proof>;

const PROOFS: &str = "files/";

impl Source {
    /// The files directly in `folder` and in its `files/`.
    pub(crate) fn of_folder(folder: &Path) -> Result<Self, Failure> {
        let mut files = BTreeMap::new();
        read(folder, "", &mut files)?;
        let proofs = folder.join(PROOFS);
        if proofs.is_dir() {
            read(&proofs, PROOFS, &mut files)?;
        }
        if !files.keys().any(|name| is_rows(name)) {
            return Err(Failure::new("nothing-to-import").with("path", folder.display()));
        }
        Ok(Self { files })
    }

    /// The files directly in an embedded folder and in its `files/`.
    pub(crate) fn of_embedded(dir: &Dir<'_>) -> Self {
        let mut files = BTreeMap::new();
        let proofs = dir.get_dir(dir.path().join(PROOFS)).into_iter().flat_map(Dir::files);
        for file in dir.files().chain(proofs) {
            let name = file.path().strip_prefix(dir.path()).unwrap_or(file.path());
            files.insert(name.to_string_lossy().into_owned(), file.contents().to_vec());
        }
        Self { files }
    }

    /// The bytes of a file; nothing when the folder has none of that name.
    pub(crate) fn file(&self, name: &str) -> Option<&[u8]> {
        self.files.get(name).map(Vec::as_slice)
    }

    /// Stores the proofs, before any entry names them.
    pub(crate) fn store_proofs(&self, files: &Files) -> Result<Proofs, Failure> {
        let mut proofs = Proofs::new();
        for (path, bytes) in &self.files {
            let Some(name) = path.strip_prefix(PROOFS) else { continue };
            let media_type = kheo_core::media::recognise(bytes)
                .ok_or_else(|| Failure::new("not-a-proof").with("path", path))?;
            let hash = files.put(bytes)?;
            let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
            proofs.insert(name.to_owned(), Proof { hash, media_type: media_type.to_owned(), size });
        }
        Ok(proofs)
    }
}

fn is_rows(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|end| end == "csv")
}

fn read(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) -> Result<(), Failure> {
    let unreadable =
        |path: &Path, why| Failure::new("unreadable").with("path", path.display()).with("why", why);
    for entry in fs::read_dir(folder).map_err(|why| unreadable(folder, why))? {
        let path = entry.map_err(|why| unreadable(folder, why))?.path();
        let Some(name) = path.file_name().filter(|_| path.is_file()) else { continue };
        let bytes = fs::read(&path).map_err(|why| unreadable(&path, why))?;
        files.insert(format!("{prefix}{}", name.to_string_lossy()), bytes);
    }
    Ok(())
}
