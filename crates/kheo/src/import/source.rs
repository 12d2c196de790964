//! Where the rows come from: a folder on disk, or one inside the program.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read as _;
use std::path::{Path, PathBuf};

use include_dir::Dir;
use kheo_core::case::Proof;
use kheo_core::media::Look;
use kheo_store::files::{self, Files};

use crate::failure::Failure;
use crate::import::row::Rows;
use crate::import::value::file_name;

/// The files of a folder.
#[derive(Default)]
pub(crate) struct Source {
    /// Those with rows, by their name.
    tables: BTreeMap<String, Vec<u8>>,
    /// Those in its `files/`, by their name.
    proofs: BTreeMap<String, Content>,
    /// What else there is.
    others: Vec<String>,
}

/// Where the bytes of a proof are. They may be many, so they are read when they are stored.
enum Content {
    OnDisk(PathBuf),
    Inside(Vec<u8>),
}

impl Content {
    /// How many bytes there are.
    fn size(&self) -> Result<u64, Failure> {
        match self {
            Self::Inside(bytes) => Ok(u64::try_from(bytes.len()).unwrap_or(u64::MAX)),
            Self::OnDisk(path) => {
                let size = fs::metadata(path).map(|file| file.len());
                size.map_err(|why| unreadable(path, &why))
            }
        }
    }

    /// Stores it, as it is read; nothing when it is no proof.
    fn store(&self, files: &Files) -> Result<Option<Proof>, Failure> {
        let (mut look, mut draft) = (Look::default(), files.begin()?);
        self.each_piece(|piece| {
            look.take(piece);
            Ok(draft.write(piece)?)
        })?;
        let Some(media_type) = look.media_type() else { return Ok(None) };
        let whole = draft.whole();
        let size = whole.size();
        let hash = files.keep(whole)?;
        Ok(Some(Proof { hash, media_type: media_type.to_owned(), size }))
    }

    /// Shows `see` the bytes, one piece after the other, and no more than are too many.
    fn each_piece(&self, mut see: impl FnMut(&[u8]) -> Result<(), Failure>) -> Result<(), Failure> {
        let path = match self {
            Self::Inside(bytes) => return see(bytes),
            Self::OnDisk(path) => path,
        };
        let unreadable = |why| unreadable(path, &why);
        let mut file = File::open(path).map_err(unreadable)?.take(files::MOST + 1);
        let mut piece = vec![0; PIECE];
        loop {
            match file.read(&mut piece).map_err(unreadable)? {
                0 => return Ok(()),
                read => see(piece.get(..read).unwrap_or_default())?,
            }
        }
    }
}

const PROOFS: &str = "files";
/// How much of a proof is read at a time. Unit: bytes.
const PIECE: usize = 64 << 10;

impl Source {
    /// The files directly in `folder` and in its `files/`.
    pub(crate) fn of_folder(folder: &Path) -> Result<Self, Failure> {
        let mut source = Self::default();
        for (name, path) in names(folder)? {
            if path.is_file() && Rows::FILES.contains(&name.as_str()) {
                source.tables.insert(name, content(&path)?);
            } else if name == PROOFS && path.is_dir() {
                for (name, path) in names(&path)?.into_iter().filter(|(_, path)| path.is_file()) {
                    source.proofs.insert(file_name(&name), Content::OnDisk(path));
                }
            } else {
                source.others.push(name);
            }
        }
        if source.tables.is_empty() {
            return Err(Failure::new("nothing-to-import")
                .with("path", folder.display())
                .with("files", Rows::FILES.join(", ")));
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
            dir.files().filter_map(named).collect::<BTreeMap<_, _>>()
        };
        let proofs = dir.get_dir(dir.path().join(PROOFS)).map(of).unwrap_or_default();
        let proofs = proofs.into_iter().map(|(name, bytes)| (name, Content::Inside(bytes)));
        Self { tables: of(dir), proofs: proofs.collect(), others: Vec::new() }
    }

    /// The same without its tables.
    pub(crate) fn embedded_proofs(dir: &Dir<'_>) -> Self {
        Self { tables: BTreeMap::new(), ..Self::of_embedded(dir) }
    }

    /// Puts a table into it, or in the place of one.
    pub(crate) fn put(&mut self, name: &str, table: Vec<u8>) {
        self.tables.insert(name.to_owned(), table);
    }

    /// The bytes of a file with rows; nothing when the folder has none of that name.
    pub(crate) fn table(&self, name: &str) -> Option<&[u8]> {
        self.tables.get(name).map(Vec::as_slice)
    }

    /// Where a proof of that name stands in the folder.
    pub(crate) fn proof_path(name: &str) -> String {
        format!("{PROOFS}/{name}")
    }

    /// What is in the folder and is not read, in order.
    pub(crate) fn others(&self) -> &[String] {
        &self.others
    }

    /// Stores the proof of that name; a word for why, where it cannot be taken.
    ///
    /// # Errors
    /// When the file cannot be read or stored.
    pub(super) fn store_proof(
        &self,
        name: &str,
        files: &Files,
    ) -> Result<Result<Proof, &'static str>, Failure> {
        let Some(content) = self.proofs.get(name) else { return Ok(Err("no-proof")) };
        if content.size()? > files::MOST {
            return Ok(Err("proof-too-big"));
        }
        Ok(content.store(files)?.ok_or("not-a-proof"))
    }
}

/// What is in `folder`: names and paths, in order.
fn names(folder: &Path) -> Result<BTreeMap<String, PathBuf>, Failure> {
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
    Failure::new("unreadable").with("path", path.display()).caused_by(why)
}
