//! Letters of State bodies: one [`Letter`] in, a file or a piece of a page out.
//!
//! A letter is plain data. Its own text is the caller's; the layout in force on its date
//! ([`Layout::on`]) adds the heading of the nation, the numbers of articles and points, marks at the
//! ends of lists, and where everything stands.
//!
//! ```
//! use jiff::civil::date;
//! use kheo_paper::Format;
//! use kheo_paper::letter::{Letter, Passage, Signatory};
//! use kheo_words::{Lang, Words};
//!
//! let letter = Letter {
//!     parent: "UBND THÀNH PHỐ BẮC KẠN".to_owned(),
//!     issuer: "ỦY BAN NHÂN DÂN PHƯỜNG SÔNG CẦU".to_owned(),
//!     number: "12".to_owned(),
//!     symbol: "TB-UBND".to_owned(),
//!     place: "Sông Cầu".to_owned(),
//!     date: date(2016, 5, 4),
//!     kind: "THÔNG BÁO".to_owned(),
//!     about: "Về việc thụ lý kiến nghị".to_owned(),
//!     addressees: vec!["Ông Nguyễn Văn A, tổ 5".to_owned()],
//!     body: vec![Passage::Paragraph("Ủy ban nhân dân phường đã thụ lý kiến nghị.".to_owned())],
//!     signatories: vec![Signatory {
//!         signed_as: vec!["TM. ỦY BAN NHÂN DÂN".to_owned(), "CHỦ TỊCH".to_owned()],
//!         name: String::new(),
//!     }],
//!     recipients: vec!["Như trên".to_owned(), "Lưu: VT".to_owned()],
//!     ..Letter::default()
//! };
//! let words = Words::load(&[])?;
//! let file = letter.write(Format::Docx, words.in_lang(Lang::Vi))?;
//! assert!(file.starts_with(b"PK"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod layout;
pub(crate) mod sheet;

use jiff::civil::Date;
use kheo_words::Tongue;
use maud::Markup;

pub use layout::{Layout, Margins, PageNumber, Sizes};

use crate::{Format, PaperError, docx, html, pdf};
use sheet::Sheet;

/// A letter of a State body. An empty text or list is an element that the letter does not have,
/// unless its field says otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letter {
    /// The body above the issuing one, in capitals.
    pub parent: String,
    /// The issuing body, in capitals; when empty, the letter is that of those who sign it, and the
    /// name of the nation alone stands at its head.
    pub issuer: String,
    /// The number within the year, such as `12`; when empty, room is left for the registry to give one.
    pub number: String,
    /// What follows the number after a stroke: kind of document and issuing body, such as `TB-UBND`.
    pub symbol: String,
    /// The place it is written at, as it stands before the date.
    pub place: String,
    /// The day it bears, which decides the layout; also the only date written into its files.
    pub date: Date,
    /// Kind of document in capitals, such as `THÔNG BÁO`; empty for an ordinary letter (công văn),
    /// whose subject stands under its number instead.
    pub kind: String,
    /// The subject (trích yếu): under the kind as it is, or after `V/v` in an ordinary letter.
    pub about: String,
    /// To whom it is addressed, without the words before and the marks after them.
    pub addressees: Vec<String>,
    /// Who decides, in capitals over the legal basis of a decision; `QUYẾT ĐỊNH:` then stands
    /// between the basis and the body.
    pub decides: String,
    /// The legal basis, a line each, such as `Căn cứ Luật Tiếp công dân ngày 25 tháng 11 năm 2013`.
    pub basis: Vec<String>,
    /// What the letter says.
    pub body: Vec<Passage>,
    /// Who signs: one beside the recipients, or several, two to a row, above them.
    pub signatories: Vec<Signatory>,
    /// Who receives it, without dashes and marks; the last one is usually the file copy.
    pub recipients: Vec<String>,
    /// A warning repeated on every page, such as "demonstration data".
    pub notice: String,
}

/// A passage of the body. Numbers are given by the order of the passages; a text of several lines is
/// as many paragraphs, or items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Passage {
    /// A paragraph without a number.
    Paragraph(String),
    /// An article (điều): `Điều 1.`
    Article(String),
    /// A clause (khoản), counted within its article: `1.`
    Clause(String),
    /// A point (điểm), lettered within its clause in the order of the Vietnamese alphabet: `a)`
    Point(String),
    /// An item after a dash.
    Item(String),
}

/// Who signs a letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signatory {
    /// The authority and the post in capitals, a line each, such as `TM. ỦY BAN NHÂN DÂN`,
    /// `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`.
    pub signed_as: Vec<String>,
    /// The name under the signature; when empty, it is left blank.
    pub name: String,
}

impl Letter {
    /// The letter as a file, with the words of the layout in the language of `tongue`: that of the
    /// letter's own text.
    ///
    /// # Errors
    /// [`PaperError::NoLayout`] for a day without a known layout; otherwise what the format says.
    pub fn write(&self, format: Format, tongue: Tongue<'_>) -> Result<Vec<u8>, PaperError> {
        let sheet = Sheet::of(self, tongue)?;
        match format {
            Format::Html => Ok(html::letter::page(&sheet).into_bytes()),
            Format::Docx => docx::letter::render(&sheet),
            Format::Pdf => pdf::letter::render(&sheet),
            Format::Json => Ok(serde_json::to_vec_pretty(&sheet)?),
        }
    }

    /// The letter as an `<article class="sheet letter">` for a page of the site, which brings its own
    /// `<h1>`.
    ///
    /// # Errors
    /// [`PaperError::NoLayout`].
    pub fn render(&self, tongue: Tongue<'_>) -> Result<Markup, PaperError> {
        Ok(html::letter::render(&Sheet::of(self, tongue)?))
    }
}
