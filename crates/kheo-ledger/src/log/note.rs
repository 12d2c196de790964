//! Signed notes: a text, and who signed it (C2SP `signed-note`).

use std::fmt;
use std::str::FromStr;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;

/// How many signatures a note may carry; more are refused unread.
const MOST_SIGNATURES: usize = 64;

/// A text with signatures that nobody checked yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The text, which ends in a line break.
    pub text: String,
    /// The signatures, in the order in which they stand.
    pub signatures: Vec<Signature>,
}

/// One line of signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// The name of the key.
    pub name: String,
    /// Tells keys of one name apart.
    pub key: [u8; 4],
    /// What the key made of the text.
    pub bytes: Vec<u8>,
}

/// Why a text is no signed note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum WrongNote {
    #[error("the text and its signatures are not apart by an empty line")]
    NoSignatures,
    #[error("line {0} of the signatures is none")]
    Signature(usize),
    #[error("a character that a signed note may not hold")]
    Character,
    #[error("more signatures than anybody needs")]
    TooMany,
}

impl FromStr for Note {
    type Err = WrongNote;

    fn from_str(note: &str) -> Result<Self, WrongNote> {
        if note.chars().any(|c| c < ' ' && c != '\n') {
            return Err(WrongNote::Character);
        }
        let (text, signatures) = note.rsplit_once("\n\n").ok_or(WrongNote::NoSignatures)?;
        let lines = signatures.strip_suffix('\n').ok_or(WrongNote::NoSignatures)?;
        if lines.lines().count() > MOST_SIGNATURES {
            return Err(WrongNote::TooMany);
        }
        let signature = |(at, line)| read(line).ok_or(WrongNote::Signature(at + 1));
        Ok(Self {
            text: format!("{text}\n"),
            signatures: lines.split('\n').enumerate().map(signature).collect::<Result<_, _>>()?,
        })
    }
}

fn read(line: &str) -> Option<Signature> {
    let (name, coded) = line.strip_prefix("— ")?.split_once(' ')?;
    let bytes = BASE64_STANDARD.decode(coded).ok()?;
    let (key, rest) = bytes.split_first_chunk::<4>()?;
    (is_name(name) && !rest.is_empty()).then(|| Signature {
        name: name.to_owned(),
        key: *key,
        bytes: rest.to_vec(),
    })
}

impl FromStr for Signature {
    type Err = WrongNote;

    fn from_str(line: &str) -> Result<Self, WrongNote> {
        read(line).ok_or(WrongNote::Signature(1))
    }
}

/// Whether a key may be called so.
pub(super) fn is_name(name: &str) -> bool {
    !name.is_empty() && !name.chars().any(|c| c.is_whitespace() || c.is_control() || c == '+')
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.text)?;
        self.signatures.iter().try_for_each(|signature| writeln!(f, "{signature}"))
    }
}

impl fmt::Display for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes = [self.key.as_slice(), &self.bytes].concat();
        write!(f, "— {} {}", self.name, BASE64_STANDARD.encode(bytes))
    }
}
