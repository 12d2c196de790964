//! A log at an address: its checkpoint, its tiles, and where cosignatures are brought.

use std::collections::BTreeMap;
use std::time::Duration;

use kheo_ledger::log::{Hash, Note, Path, TILE, Tile, Tiles, WitnessKey};
use kheo_store::network;
use ureq::Agent;
use ureq::http::StatusCode;

use crate::cause::Cause;
use crate::failure::Failure;
use crate::witness::UNREACHED;

const PATIENCE: Duration = Duration::from_secs(30);
/// The most that a checkpoint may hold. Unit: bytes.
const NOTE: u64 = 64 << 10;
/// What a full tile holds. Unit: bytes.
const FULL: u64 = TILE * 32;

/// The log at an address.
pub(super) struct Remote {
    address: String,
    agent: Agent,
}

impl Remote {
    /// The log at `address`, such as `http://127.0.0.1:8311/log`.
    ///
    /// # Errors
    /// When it is no address that this program can ask.
    pub(super) fn at(address: &str) -> Result<Self, Failure> {
        if !network::reaches(address) {
            return Err(Failure::new("witness-address").with("url", address));
        }
        let address = address.trim_end_matches('/').to_owned();
        Ok(Self { address, agent: network::client(PATIENCE) })
    }

    /// Where the log is.
    pub(super) fn address(&self) -> &str {
        &self.address
    }

    /// The newest checkpoint, as it is signed.
    ///
    /// # Errors
    /// When the log cannot be asked, or what answers is no log.
    pub(super) fn checkpoint(&self) -> Result<Note, Failure> {
        let bytes = self.get("checkpoint", NOTE)?;
        let no_log = || Failure::new("witness-no-log").with("url", &self.address).ending(UNREACHED);
        let bytes = bytes.ok_or_else(no_log)?;
        let text = String::from_utf8(bytes).map_err(|_| no_log())?;
        text.parse().map_err(|_| no_log())
    }

    /// Brings `cosigned` to the log, whose administrator has to know the witness by its `key`.
    ///
    /// # Errors
    /// When the log cannot be asked, or does not take it.
    pub(super) fn bring(&self, cosigned: &Note, key: &WitnessKey) -> Result<(), Failure> {
        let sent = self.agent.post(self.url("cosignature")).send(cosigned.to_string());
        let status = sent.map_err(|why| self.unreached(network::cause(why).into()))?.status();
        if status.is_success() {
            return Ok(());
        }
        let failure = if status == StatusCode::FORBIDDEN {
            Failure::new("witness-unknown").with("key", key)
        } else {
            Failure::new("witness-untaken").with("status", status.as_u16())
        };
        Err(failure.with("url", &self.address).ending(UNREACHED))
    }

    /// What is published under `path`; nothing when nothing is.
    fn get(&self, path: &str, most: u64) -> Result<Option<Vec<u8>>, Failure> {
        let mut answer = self
            .agent
            .get(self.url(path))
            .call()
            .map_err(|why| self.unreached(network::cause(why).into()))?;
        match answer.status() {
            StatusCode::OK => {}
            StatusCode::NOT_FOUND | StatusCode::GONE => return Ok(None),
            status => return Err(self.unreached(Cause::technical(&status))),
        }
        let body = answer.body_mut().with_config().limit(most).read_to_vec();
        body.map(Some).map_err(|why| self.unreached(network::cause(why).into()))
    }

    fn url(&self, path: &str) -> String {
        format!("{}/{path}", self.address)
    }

    fn unreached(&self, why: Cause) -> Failure {
        let failure = Failure::new("witness-unreached").with("url", &self.address);
        failure.caused_by(why).ending(UNREACHED)
    }
}

/// The tiles of the log at one size, each fetched once. Nothing in them is believed.
pub(super) struct RemoteTiles<'a> {
    remote: &'a Remote,
    size: u64,
    fetched: BTreeMap<Tile, Vec<Hash>>,
}

impl<'a> RemoteTiles<'a> {
    pub(super) fn of(remote: &'a Remote, size: u64) -> Self {
        Self { remote, size, fetched: BTreeMap::new() }
    }

    /// The tile with `width` hashes, or the full one where that took its place.
    fn fetch(&self, tile: Tile, width: u64) -> Result<Vec<Hash>, Failure> {
        for width in [width, TILE] {
            let path = Path::Hashes(tile, width).to_string();
            if let Some(bytes) = self.remote.get(&path, FULL)? {
                let (hashes, rest) = bytes.as_chunks::<32>();
                if rest.is_empty() && hashes.len() as u64 == width {
                    return Ok(hashes.to_vec());
                }
            }
        }
        let path = Path::Hashes(tile, width);
        let failure = Failure::new("witness-no-tile").with("url", self.remote.address());
        Err(failure.with("path", path).ending(UNREACHED))
    }
}

impl Tiles for RemoteTiles<'_> {
    type Error = Failure;

    fn hashes(&mut self, tile: Tile) -> Result<Vec<Hash>, Failure> {
        if let Some(hashes) = self.fetched.get(&tile) {
            return Ok(hashes.clone());
        }
        let hashes = self.fetch(tile, tile.width(self.size))?;
        self.fetched.insert(tile, hashes.clone());
        Ok(hashes)
    }
}
