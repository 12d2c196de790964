//! Attached files in a bucket of a server that speaks S3, for installations on several machines.

use std::fmt;
use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::str::FromStr;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use jiff::Timestamp;
use kheo_core::id::FileHash;
use percent_encoding::percent_decode_str;
use rusty_s3::actions::{ListObjectsV2, S3Action as _};
use rusty_s3::{Credentials, UrlStyle};
use ureq::Agent;
use ureq::http::StatusCode;

use super::is_hash;
use crate::{StoreError, network};

/// How long a request may take, with all of a file.
const PATIENCE: Duration = Duration::from_mins(1);
/// How long a signature is good for; the request is sent at once.
const SIGNED_FOR: Duration = Duration::from_mins(5);
/// The most that a list of a thousand files holds. Unit: bytes.
const LIST: u64 = 4 << 20;

/// The namespace of a list, and how some servers write it.
const SPACE: [&str; 2] =
    ["http://s3.amazonaws.com/doc/2006-03-01/", "http://doc.s3.amazonaws.com/2006-03-01/"];

/// Where a bucket is: `s3://NAME?endpoint=https://s3.example.vn&region=hanoi`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BucketAddress {
    endpoint: String,
    bucket: Box<rusty_s3::Bucket>,
}

/// The text names no bucket that this program can reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not s3://BUCKET?endpoint=URL&region=REGION")]
pub struct NoBucket;

impl FromStr for BucketAddress {
    type Err = NoBucket;

    fn from_str(text: &str) -> Result<Self, NoBucket> {
        let rest = text.strip_prefix("s3://").ok_or(NoBucket)?;
        let (name, query) = rest.split_once('?').ok_or(NoBucket)?;
        let (mut endpoint, mut region) = (None, "us-east-1".to_owned());
        for part in query.split('&') {
            let (field, value) = part.split_once('=').ok_or(NoBucket)?;
            let value = percent_decode_str(value).decode_utf8().map_err(|_| NoBucket)?.into_owned();
            match field {
                "endpoint" => endpoint = Some(value),
                "region" => region = value,
                _ => return Err(NoBucket),
            }
        }
        let endpoint = endpoint.filter(|url| network::reaches(url)).ok_or(NoBucket)?;
        let url = endpoint.parse().map_err(|_| NoBucket)?;
        let bucket = rusty_s3::Bucket::new(url, UrlStyle::Path, name.to_owned(), region);
        let bucket = Box::new(bucket.map_err(|_| NoBucket)?);
        if name.is_empty() || name.contains('/') {
            return Err(NoBucket);
        }
        Ok(Self { endpoint, bucket })
    }
}

impl fmt::Display for BucketAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { endpoint, bucket } = self;
        write!(f, "s3://{}?endpoint={endpoint}&region={}", bucket.name(), bucket.region())
    }
}

/// A bucket, with what opens it.
#[derive(Clone)]
pub struct Bucket {
    address: BucketAddress,
    credentials: Arc<Credentials>,
    agent: Agent,
}

/// Never with what opens it.
impl fmt::Debug for Bucket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Bucket").field(&self.address.bucket.name()).finish()
    }
}

/// A stored file as the bucket lists it.
struct Listed {
    hash: FileHash,
    size: u64,
    sent: Option<Timestamp>,
}

impl Bucket {
    /// The bucket at `address`, opened by the name `key` and its `secret`.
    #[must_use]
    pub fn new(address: BucketAddress, key: &str, secret: &str) -> Self {
        let credentials = Arc::new(Credentials::new(key, secret));
        Self { address, credentials, agent: network::client(PATIENCE) }
    }

    /// Stores `content` under `hash`; it is kept for good when this returns.
    pub(super) fn put(&self, hash: &FileHash, content: &File) -> Result<(), StoreError> {
        let action = self.address.bucket.put_object(Some(&self.credentials), hash.as_str());
        let url = action.sign(SIGNED_FOR);
        let sent = self.agent.put(url.as_str()).send(content).map_err(|why| self.lost(why))?;
        let is_kept = self.checked(sent.status())?;
        if is_kept { Ok(()) } else { Err(self.failed(ErrorKind::NotFound.into())) }
    }

    /// What was stored under `hash`; nothing when nothing was.
    pub(super) fn get(&self, hash: &FileHash) -> Result<Option<impl Read + use<>>, StoreError> {
        let action = self.address.bucket.get_object(Some(&self.credentials), hash.as_str());
        let url = action.sign(SIGNED_FOR);
        let answer = self.agent.get(url.as_str()).call().map_err(|why| self.lost(why))?;
        let is_there = self.checked(answer.status())?;
        Ok(is_there.then(|| answer.into_body().into_reader()))
    }

    /// Shows every stored file to `look`, by its hash and size.
    pub(super) fn each(
        &self,
        mut look: impl FnMut(&FileHash, u64) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.list("", |listed| look(&listed.hash, listed.size))
    }

    /// Removes a stored file, if it was sent before the moment `before`; answers whether it was, and nothing
    /// when there is none.
    pub(super) fn remove(
        &self,
        hash: &FileHash,
        before: Option<SystemTime>,
    ) -> Result<Option<bool>, StoreError> {
        let mut sent = None;
        self.list(hash.as_str(), |listed| {
            sent = Some(listed.sent);
            Ok(())
        })?;
        let Some(sent) = sent else { return Ok(None) };
        let is_older = before.is_none_or(|before| {
            let times = sent.zip(Timestamp::try_from(before).ok());
            times.is_some_and(|(sent, before)| sent < before)
        });
        if is_older {
            let action = self.address.bucket.delete_object(Some(&self.credentials), hash.as_str());
            let url = action.sign(SIGNED_FOR);
            let answer = self.agent.delete(url.as_str()).call().map_err(|why| self.lost(why))?;
            self.checked(answer.status())?;
        }
        Ok(Some(is_older))
    }

    /// Shows all files whose names begin with `beginning`.
    fn list(
        &self,
        beginning: &str,
        mut look: impl FnMut(&Listed) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let mut next: Option<String> = None;
        loop {
            let mut action = self.address.bucket.list_objects_v2(Some(&self.credentials));
            action.with_prefix(beginning);
            if let Some(next) = &next {
                action.with_continuation_token(next);
            }
            let url = action.sign(SIGNED_FOR);
            let mut answer = self.agent.get(url.as_str()).call().map_err(|why| self.lost(why))?;
            if !self.checked(answer.status())? {
                return Err(self.failed(ErrorKind::NotFound.into()));
            }
            let list = answer.body_mut().with_config().limit(LIST).read_to_string();
            let list = list.map_err(|why| self.lost(why))?;
            let [space, other] = SPACE;
            let list = ListObjectsV2::parse_response(&list.replace(other, space))
                .map_err(|_| self.failed(io::Error::other("no list of a bucket")))?;
            for object in list.contents.iter().filter(|object| is_hash(&object.key)) {
                look(&Listed {
                    hash: FileHash::new(&*object.key),
                    size: object.size.unwrap_or(0),
                    sent: object.last_modified.as_ref().and_then(|sent| sent.parse().ok()),
                })?;
            }
            next = list.next_continuation_token;
            if next.is_none() {
                return Ok(());
            }
        }
    }

    /// Whether what was asked for is there.
    fn checked(&self, status: StatusCode) -> Result<bool, StoreError> {
        match status {
            status if status.is_success() => Ok(true),
            StatusCode::NOT_FOUND => Ok(false),
            StatusCode::FORBIDDEN | StatusCode::UNAUTHORIZED => {
                Err(self.failed(ErrorKind::PermissionDenied.into()))
            }
            status => Err(self.failed(io::Error::other(status.to_string()))),
        }
    }

    fn lost(&self, why: ureq::Error) -> StoreError {
        self.failed(network::cause(why))
    }

    /// What a bucket answered; never the address that was asked, which opens it.
    pub(super) fn failed(&self, why: io::Error) -> StoreError {
        StoreError::Bucket { bucket: self.address.bucket.name().to_owned(), why }
    }
}

#[cfg(test)]
mod tests {
    use super::BucketAddress;

    #[test]
    fn a_bucket_is_named_with_its_server() {
        let whole = "s3://kheo?endpoint=http://127.0.0.1:9000&region=hanoi";
        assert_eq!(whole.parse::<BucketAddress>().unwrap().to_string(), whole);
        for none in [
            "",
            "s3://kheo",
            "s3://?endpoint=http://127.0.0.1:9000",
            "s3://a/b?endpoint=http://127.0.0.1:9000",
            "s3://kheo?endpoint=ftp://127.0.0.1",
            "s3://kheo?endpoint=http://127.0.0.1:9000&key=x",
        ] {
            assert!(none.parse::<BucketAddress>().is_err(), "{none}");
        }
    }
}
