//! The proof that an entry is in a log, for whoever holds it without a network (C2SP `tlog-proof`).

use std::fmt;
use std::str::FromStr;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;

use crate::log::checkpoint::{hash, number};
use crate::log::{Hash, Note, WrongNote};

const HEAD: &str = "c2sp.org/tlog-proof@v1";

/// No tree is higher.
const MOST_HASHES: usize = 64;

/// That an entry is in a log, as far as the log's signature is to be believed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogProof {
    /// What belongs to the entry and is proven only by it.
    pub extra: Option<Vec<u8>>,
    /// The place of the entry in the tree, from 0.
    pub index: u64,
    /// The hashes that lead from the entry to the root.
    pub beside: Vec<Hash>,
    /// The signed checkpoint of the tree.
    pub checkpoint: Note,
}

/// Why a text is no proof.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum WrongProof {
    #[error("it does not begin with `{HEAD}`")]
    Head,
    #[error("line {0} is not what it should be")]
    Line(usize),
    #[error("it ends before its checkpoint")]
    CutOff,
    #[error("its checkpoint: {0}")]
    Checkpoint(#[from] WrongNote),
}

impl FromStr for LogProof {
    type Err = WrongProof;

    fn from_str(text: &str) -> Result<Self, WrongProof> {
        let (proof, checkpoint) = text.split_once("\n\n").ok_or_else(|| cut_or_other(text))?;
        let mut lines = proof.split('\n').enumerate().map(|(at, line)| (at + 1, line)).peekable();
        if lines.next().is_none_or(|(_, line)| line != HEAD) {
            return Err(WrongProof::Head);
        }
        let extra =
            match lines.peek().and_then(|&(at, line)| Some((at, line.strip_prefix("extra ")?))) {
                None => None,
                Some((at, extra)) => {
                    lines.next();
                    Some(BASE64_STANDARD.decode(extra).map_err(|_| WrongProof::Line(at))?)
                }
            };
        let (at, line) = lines.next().ok_or(WrongProof::CutOff)?;
        let index = line.strip_prefix("index ").and_then(number).ok_or(WrongProof::Line(at))?;
        let beside = lines
            .map(|(at, line)| {
                hash(line).filter(|_| at <= MOST_HASHES + 3).ok_or(WrongProof::Line(at))
            })
            .collect::<Result<_, _>>()?;
        Ok(Self { extra, index, beside, checkpoint: checkpoint.parse()? })
    }
}

fn cut_or_other(text: &str) -> WrongProof {
    if text.starts_with(HEAD) { WrongProof::CutOff } else { WrongProof::Head }
}

impl fmt::Display for LogProof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{HEAD}")?;
        if let Some(extra) = &self.extra {
            writeln!(f, "extra {}", BASE64_STANDARD.encode(extra))?;
        }
        writeln!(f, "index {}", self.index)?;
        self.beside.iter().try_for_each(|hash| writeln!(f, "{}", BASE64_STANDARD.encode(hash)))?;
        write!(f, "\n{}", self.checkpoint)
    }
}
