//! The code of a case, and the letters that open it to whoever brought it.

use std::fmt;

use crate::id::{CaseCode, FollowKey};

/// The most letters of the prefix of a kind.
const PREFIX: usize = 8;
/// The most digits of a number.
const DIGITS: usize = 9;
/// The letters of a key.
const KEY: std::ops::RangeInclusive<usize> = 4..=16;

/// What a citizen follows a case by: `KN-2016-0412-HXQM`. Officers see the code alone, so whoever
/// holds the key is whoever brought the case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowCode {
    /// The case.
    pub case: CaseCode,
    /// What only its petitioner was told.
    pub key: FollowKey,
}

impl FollowCode {
    /// The code and the key in `typed`, however they are spaced and cased; nothing when it has no key
    /// or is no code.
    #[must_use]
    pub fn typed(typed: &str) -> Option<Self> {
        let (case, key) = read(typed)?;
        Some(Self { case, key: key? })
    }
}

impl fmt::Display for FollowCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.case, self.key)
    }
}

impl CaseCode {
    /// The code in `typed`, with or without a key, however it is spaced and cased; nothing when it is
    /// no code.
    #[must_use]
    pub fn typed(typed: &str) -> Option<Self> {
        read(typed).map(|(code, _)| code)
    }
}

/// `text` without the keys of the codes that stand in it: who writes one down for others would open the
/// case to them.
pub(crate) fn without_keys(text: &str) -> String {
    let is_of_code = |c: char| c.is_alphanumeric() || c == '-';
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(is_of_code) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|c: char| !is_of_code(c)).unwrap_or(from.len());
        let (word, after) = from.split_at(end);
        kept.push_str(before);
        match FollowCode::typed(word).filter(|_| word.contains('-')) {
            Some(follow) => kept.push_str(follow.case.as_str()),
            None => kept.push_str(word),
        }
        rest = after;
    }
    kept.push_str(rest);
    kept
}

fn read(typed: &str) -> Option<(CaseCode, Option<FollowKey>)> {
    let parts: Vec<String> = typed
        .split(|c: char| c.is_whitespace() || "-–—_./".contains(c))
        .filter(|part| !part.is_empty())
        .map(str::to_uppercase)
        .collect();
    let (prefix, year, number, key) = match parts.as_slice() {
        [prefix, year, number] => (prefix, year, number, None),
        [prefix, year, number, key] => (prefix, year, number, Some(key)),
        _ => return None,
    };
    let letters = |text: &str| text.chars().all(char::is_alphabetic);
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let is_code = letters(prefix)
        && prefix.chars().count() <= PREFIX
        && (year.len() == 4 && digits(year))
        && (number.len() <= DIGITS && digits(number))
        && key.is_none_or(|key| letters(key) && KEY.contains(&key.chars().count()));
    is_code.then(|| {
        let code = CaseCode::new(format!("{prefix}-{year}-{number}"));
        (code, key.map(|key| FollowKey::new(key.as_str())))
    })
}

#[cfg(test)]
mod tests {
    use super::{FollowCode, without_keys};
    use crate::id::CaseCode;

    #[test]
    fn a_code_is_read_as_people_write_it() {
        for typed in ["KN-2016-0412-HXQM", " kn 2016 0412 hxqm ", "KN–2016/0412.hxqm"] {
            let follow = FollowCode::typed(typed).expect(typed);
            assert_eq!(follow.to_string(), "KN-2016-0412-HXQM");
            assert_eq!(CaseCode::typed(typed), Some(CaseCode::new("KN-2016-0412")));
        }
        assert_eq!(CaseCode::typed("kn-2016-0412"), Some(CaseCode::new("KN-2016-0412")));
        assert_eq!(FollowCode::typed("KN-2016-0412"), None, "the code alone opens nothing");
    }

    #[test]
    fn keys_are_left_out_of_what_is_written_for_others() {
        let text = "Đã mở KLD-2016-0005-BCGP, tc-2016-0001-xdpk; xem 12-2016 và A-B-C-D.";
        assert_eq!(
            without_keys(text),
            "Đã mở KLD-2016-0005, TC-2016-0001; xem 12-2016 và A-B-C-D."
        );
        assert_eq!(without_keys("KN-2016-0412-HXQM"), "KN-2016-0412");
    }

    #[test]
    fn what_is_no_code_is_not_taken_for_one() {
        let long = "KN-2016-99999999999999999999";
        for typed in
            ["", "12/2016", "KN-16-0412", "KN-2016-x", long, "KN-2016-0412-AB", "a-b-c-d-e"]
        {
            assert_eq!(CaseCode::typed(typed), None, "{typed}");
        }
    }
}
