//! `kheo ledger witness`: follows the log of another installation, and cosigns it as long as it only grows.

mod folder;
mod remote;

use std::thread::sleep;
use std::time::Duration;

use jiff::Timestamp;
use kheo_ledger::log::{Checkpoint, Note, Unfollowed, VerifierKey, WitnessSigner, follow};
use kheo_words::Tongue;

use crate::clock::Clock;
use crate::command_line::Witness;
use crate::failure::Failure;
use crate::terminal::{eprintln, println};
use crate::witness::folder::Folder;
use crate::witness::remote::{Remote, RemoteTiles};

/// The log could not be asked, or did not take the cosignature: later it may.
const UNREACHED: u8 = 3;
/// The log is not what it signed before.
const BROKEN: u8 = 4;
/// What answers is not the log whose key was given.
const STRANGER: u8 = 5;

/// Runs `kheo ledger witness`: once, or for ever until the log breaks its word.
pub(crate) fn run(wanted: &Witness, tongue: Tongue<'_>) -> Result<(), Failure> {
    let remote = Remote::at(&wanted.log)?;
    let folder = Folder::take(&wanted.data, &wanted.key)?;
    let signer = folder.signer(wanted.name.as_deref())?;
    let (name, key) = (signer.verifier().name().to_owned(), signer.verifier().to_string());
    println(&tongue.say_with("witness-is", &[("name", &name), ("key", &key)]));
    let following = Following { remote, folder, signer, key: &wanted.key };
    let Some(minutes) = wanted.every else {
        return following.step().map(|seen| println(&told(&seen, tongue)));
    };
    let (mut last, mut failed) = (None, None);
    loop {
        match following.step() {
            Ok(seen) => {
                if last.as_ref() != Some(&seen) || failed.is_some() {
                    println(&told(&seen, tongue));
                }
                (last, failed) = (Some(seen), None);
            }
            Err(failure) if failure.exit() == UNREACHED => {
                let why = failure.in_words(tongue);
                if failed.as_ref() != Some(&why) {
                    eprintln(&why);
                }
                failed = Some(why);
            }
            Err(failure) => return Err(failure),
        }
        sleep(Duration::from_mins(minutes));
    }
}

fn told(seen: &Checkpoint, tongue: Tongue<'_>) -> String {
    let size = seen.size.to_string();
    tongue.say_with("witness-cosigned", &[("origin", &seen.origin), ("size", &size)])
}

/// One log that is followed.
struct Following<'a> {
    remote: Remote,
    folder: Folder,
    signer: WitnessSigner,
    key: &'a VerifierKey,
}

impl Following<'_> {
    /// Looks at the log once, and cosigns what it has come to. What was seen is on disk before anybody gets the
    /// cosignature.
    fn step(&self) -> Result<Checkpoint, Failure> {
        let note = self.remote.checkpoint()?;
        let seen = self.folder.seen()?;
        let before = seen.as_ref().map(|note| self.folder.checkpoint(note)).transpose()?;
        let size = note.text.parse::<Checkpoint>().map_or(0, |checkpoint| checkpoint.size);
        let mut tiles = RemoteTiles::of(&self.remote, size);
        let now = follow(self.key, before.as_ref(), &note, &mut tiles)
            .map_err(|why| self.failure(why, seen.as_ref(), &note))?;
        let mut cosigned = self.key.alone(&note);
        let line = self.signer.cosign(&cosigned, seconds(Clock::true_time().now()));
        cosigned.signatures.push(line);
        self.folder.remember(&cosigned)?;
        self.remote.bring(&cosigned, &self.signer.verifier())?;
        Ok(now)
    }

    fn failure(&self, why: Unfollowed<Failure>, seen: Option<&Note>, now: &Note) -> Failure {
        let of_log = |failure: Failure, exit| {
            let failure = failure.with("origin", self.key.name()).ending(exit);
            failure.with("url", self.remote.address())
        };
        let broken = |failure: Failure, now_size: u64| {
            let failure = of_log(failure, BROKEN).with("now", now_size);
            match self.folder.keep_evidence(seen, now) {
                Ok(path) => failure.with("path", path.display()),
                // That the log broke its word is the news, whatever became of the file.
                Err(_) => failure.with("path", "?"),
            }
        };
        match why {
            Unfollowed::Tiles(why) => why,
            Unfollowed::Checkpoint(_) => of_log(Failure::new("witness-no-log"), UNREACHED),
            Unfollowed::OtherLog { origin } => {
                of_log(Failure::new("witness-other-log"), STRANGER).with("other", origin)
            }
            Unfollowed::NotSigned => of_log(Failure::new("witness-not-signed"), STRANGER),
            Unfollowed::WentBack { before, now } => {
                broken(Failure::new("witness-went-back"), now).with("before", before)
            }
            Unfollowed::Forked { before, now } => {
                broken(Failure::new("witness-forked"), now).with("before", before)
            }
            Unfollowed::OtherTiles { size } => broken(Failure::new("witness-other-tiles"), size),
        }
    }
}

/// Whole seconds since 1970.
fn seconds(at: Timestamp) -> u64 {
    u64::try_from(at.as_second()).unwrap_or_default()
}
