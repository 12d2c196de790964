//! Where the rows come from: a folder on disk, or one inside the program.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use include_dir::Dir;
use kheo_core::case::Proof;
use kheo_store::files::Files;

use crate::failure::Failure;
use crate::import::row::Rows;
use crate::import::value::file_name;

/// The files of a folder.
#[derive(Default)]
pub(crate) struct Source {
    /// Those with rows, by their name.
    tables: BTreeMap<String, Vec<u8>>,
    /// Those in its `files/`, by their name.
    proofs: BTreeMap<String, Vec<u8>>,
    /// What else there is.
    others: Vec<String>,
}

/// The files of a folder that acts name as proof, stored, by their name.
pub(crate) type Proofs = BTreeMap<String, Proof>;

const PROOFS: &str = "files";

impl Source {
    /// The files directly in `folder` and in its `files/`.
    pub(crate) fn of_folder(folder: &Path) -> Result<Self, Failure> {
        let mut source = Self::default();
        for (name, path) in names(folder)? {
            if path.is_file() && Rows::FILES.contains(&name.as_str()) {
                source.tables.insert(name, content(&path)?);
            } else if name == PROOFS && path.is_dir() {
                for (name, path) in names(&path)?.into_iter().filter(|(_, path)| path.is_file()) {
                    source.proofs.insert(file_name(&name), content(&path)?);
                }
            } else {
                source.others.push(name);
            }
        }
        if source.tables.is_empty() {
            return Err(Failure::new("nothing-to-import").with("path", folder.display()));
        }
        Ok(source)
    }

    /// The files directly in an embedded folder and in its `files/`.
    pub(crate) fn of_embedded(dir: &Dir<'_>) -> Self {
        let of = |dir: &Dir<'_>| {
            let named = |file: &include_dir::File<'_>| {
                let name = file.path().file_name()?.to_string_lossy().into_owned();
                Some((name, file.contents().to_vec()))
            };
            dir.files().filter_map(named).collect()
        };
        let proofs = dir.get_dir(dir.path().join(PROOFS)).map(of).unwrap_or_default();
        Self { tables: of(dir), proofs, others: Vec::new() }
    }

    /// The bytes of a file with rows; nothing when the folder has none of that name.
    pub(crate) fn table(&self, name: &str) -> Option<&[u8]> {
        self.tables.get(name).map(Vec::as_slice)
    }

    /// Whether there is a proof of that name.
    pub(crate) fn has_proof(&self, name: &str) -> bool {
        self.proofs.contains_key(name)
    }

    /// Where a proof of that name stands in the folder.
    pub(crate) fn proof_path(name: &str) -> String {
        format!("{PROOFS}/{name}")
    }

    /// What is in the folder and is not read, in order.
    pub(crate) fn others(&self) -> &[String] {
        &self.others
    }

    /// Stores the proofs of these names; none of them, when one is of no form that is taken.
    pub(crate) fn store_proofs<'a>(
        &self,
        names: impl Iterator<Item = &'a str>,
        files: &Files,
    ) -> Result<Proofs, Failure> {
        let mut known = BTreeMap::new();
        for (name, bytes) in names.filter_map(|name| Some((name, self.proofs.get(name)?))) {
            let media_type = kheo_core::media::recognise(bytes)
                .ok_or_else(|| Failure::new("not-a-proof").with("path", Self::proof_path(name)))?;
            known.insert(name, (bytes, media_type.to_owned()));
        }
        let store = |(name, (bytes, media_type)): (&str, (&Vec<u8>, String))| {
            let (hash, size) = (files.put(bytes)?, u64::try_from(bytes.len()).unwrap_or(u64::MAX));
            Ok((name.to_owned(), Proof { hash, media_type, size }))
        };
        known.into_iter().map(store).collect()
    }
}

/// What is in `folder`: names and paths, in order.
fn names(folder: &Path) -> Result<BTreeMap<String, std::path::PathBuf>, Failure> {
    let mut names = BTreeMap::new();
    for entry in fs::read_dir(folder).map_err(|why| unreadable(folder, &why))? {
        let entry = entry.map_err(|why| unreadable(folder, &why))?;
        names.insert(entry.file_name().to_string_lossy().into_owned(), entry.path());
    }
    Ok(names)
}

fn content(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|why| unreadable(path, &why))
}

fn unreadable(path: &Path, why: &std::io::Error) -> Failure {
    Failure::new("unreadable").with("path", path.display()).with("why", why)
}
