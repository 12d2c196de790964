//! Entry bundles: the entries behind one tile of leaves, one after the other.

/// The bundle of `entries`, each of at most 65,535 bytes: its length as two bytes, then itself.
#[must_use]
pub fn bundle<'a>(entries: impl IntoIterator<Item = &'a [u8]>) -> Vec<u8> {
    entries.into_iter().fold(Vec::new(), |mut bytes, entry| {
        let length = u16::try_from(entry.len()).unwrap_or(u16::MAX);
        bytes.extend_from_slice(&length.to_be_bytes());
        bytes.extend(entry.iter().take(usize::from(length)));
        bytes
    })
}

/// The entries of a bundle; nothing when it is cut off.
#[must_use]
pub fn unbundle(mut bytes: &[u8]) -> Option<Vec<&[u8]>> {
    let mut entries = Vec::new();
    while !bytes.is_empty() {
        let (length, rest) = bytes.split_first_chunk::<2>()?;
        let (entry, rest) = rest.split_at_checked(usize::from(u16::from_be_bytes(*length)))?;
        entries.push(entry);
        bytes = rest;
    }
    Some(entries)
}
