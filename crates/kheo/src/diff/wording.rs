//! Words of packs that read differently: names, reasons and what to do next, sentences of the review.

use std::collections::BTreeMap;

use kheo_pack::Packs;

/// A text under the same key that reads differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reworded {
    pub(super) key: String,
    /// The language: `vi` or `en`.
    pub(super) lang: &'static str,
    pub(super) before: String,
    pub(super) after: String,
}

/// The texts that both have and that read differently, by key and language. A text that only one of
/// them has belongs to something that is new or gone.
pub(super) fn reworded(before: &Packs, after: &Packs) -> Vec<Reworded> {
    let (old, new) = (texts(before), texts(after));
    let both = old.into_iter().filter_map(|((key, lang), before)| {
        let after = new.get(&(key, lang))?.clone();
        (before != after).then(|| Reworded { key: key.to_owned(), lang, before, after })
    });
    both.collect()
}

/// All texts by key and language, each on one line.
fn texts(packs: &Packs) -> BTreeMap<(&str, &'static str), String> {
    let mut texts: BTreeMap<(&str, &'static str), String> = BTreeMap::new();
    for (lang, file) in &packs.words {
        let mut last = None;
        for line in file.lines() {
            let begins = line.chars().next().is_some_and(|first| first.is_ascii_alphabetic());
            if let (true, Some((key, text))) = (begins, line.split_once('=')) {
                last = Some((key.trim(), *lang));
                texts.insert((key.trim(), *lang), text.trim().to_owned());
            } else if let (Some(own), false) = (last, line.starts_with('#'))
                && let Some(text) = texts.get_mut(&own)
            {
                if !text.is_empty() && !line.trim().is_empty() {
                    text.push(' ');
                }
                text.push_str(line.trim());
            }
        }
    }
    texts
}
