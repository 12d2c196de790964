//! The only files Typst sees: the page layout, the document and its charts.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::{PaperError, fonts};

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

/// One document to be set.
pub(super) struct PaperWorld {
    template: Source,
    files: Vec<(FileId, Bytes)>,
    date: Datetime,
}

impl PaperWorld {
    pub(super) fn new(
        template: &str,
        files: Vec<(String, Vec<u8>)>,
        date: Datetime,
    ) -> Result<Self, PaperError> {
        let template = Source::new(id("document.typ")?, template.to_owned());
        let files = files.into_iter().map(|(name, bytes)| Ok((id(&name)?, Bytes::new(bytes))));
        Ok(Self { template, files: files.collect::<Result<_, PaperError>>()?, date })
    }
}

fn id(name: &str) -> Result<FileId, PaperError> {
    let path = VirtualPath::new(name)
        .map_err(|_| PaperError::Typeset(format!("{name} is no name of a file")))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

fn missing(id: FileId) -> FileError {
    FileError::NotFound(id.get().vpath().get_without_slash().into())
}

impl World for PaperWorld {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        fonts::book()
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() { Ok(self.template.clone()) } else { Err(missing(id)) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let file = self.files.iter().find(|(known, _)| *known == id);
        file.map(|(_, bytes)| bytes.clone()).ok_or_else(|| missing(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        fonts::store().font(index)
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        Some(self.date)
    }
}
