//! The code of a case, and the letters that open it to whoever brought it.

use std::fmt;

use crate::id::{CaseCode, FollowKey};

/// The most letters of the prefix of a kind.
const PREFIX: usize = 8;
/// The most digits of a number.
const DIGITS: usize = 9;
/// The digits of a year.
const YEAR: usize = 4;
/// The least digits of a year and a number that nothing stands between: `20160412`. With fewer, a year of
/// two digits could be meant.
const JOINED: usize = 8;
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
        match FollowCode::typed(word) {
            Some(follow) => kept.push_str(follow.case.as_str()),
            None => kept.push_str(word),
        }
        rest = after;
    }
    kept.push_str(rest);
    kept
}

fn read(typed: &str) -> Option<(CaseCode, Option<FollowKey>)> {
    let runs = runs(typed);
    let is_number = |run: &&String| run.bytes().all(|byte| byte.is_ascii_digit());
    let (prefix, rest) = runs.split_first().filter(|(prefix, _)| !is_number(prefix))?;
    let numbers = rest.iter().take_while(is_number).count();
    let (numbers, letters) = rest.split_at_checked(numbers)?;
    let (year, number) = match numbers {
        [year, number] => (year.as_str(), number.as_str()),
        [both] if both.len() >= JOINED => both.split_at_checked(YEAR)?,
        _ => return None,
    };
    let key = letters.concat();
    let is_key = letters.is_empty() || KEY.contains(&key.chars().count());
    let is_code = prefix.chars().count() <= PREFIX
        && year.len() == YEAR
        && number.len() <= DIGITS
        && is_key
        && !letters.iter().any(|run| is_number(&run));
    is_code.then(|| {
        let code = CaseCode::new(format!("{prefix}-{year}-{number}"));
        (code, (!key.is_empty()).then(|| FollowKey::new(key)))
    })
}

/// The letters and the digits in `typed`, apart: where others stand between them, and where one follows
/// the other. Nothing when something else stands there.
fn runs(typed: &str) -> Vec<String> {
    let mut runs: Vec<String> = Vec::new();
    let mut last = None;
    for c in typed.chars() {
        let is_between = c.is_whitespace() || "-–—_./".contains(c);
        let sort = (!is_between).then_some(c.is_ascii_digit());
        if !is_between && !c.is_ascii_digit() && !c.is_alphabetic() {
            return Vec::new();
        }
        match runs.last_mut().filter(|_| sort == last) {
            Some(run) => run.extend(c.to_uppercase().filter(|_| !is_between)),
            None if is_between => {}
            None => runs.push(c.to_uppercase().collect()),
        }
        last = sort;
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::{FollowCode, without_keys};
    use crate::id::CaseCode;

    #[test]
    fn a_code_is_read_as_people_write_it() {
        for typed in [
            "KN-2016-0412-HXQM",
            " kn 2016 0412 hxqm ",
            "KN–2016/0412.hxqm",
            "kn20160412hxqm",
            "Kn2016-0412 hx qm",
            "KN 2016 0412hxqm",
        ] {
            let follow = FollowCode::typed(typed).expect(typed);
            assert_eq!(follow.to_string(), "KN-2016-0412-HXQM");
            assert_eq!(CaseCode::typed(typed), Some(CaseCode::new("KN-2016-0412")));
        }
        for typed in ["kn-2016-0412", "kn20160412", "KN 20160412", "kn2016 0412"] {
            assert_eq!(CaseCode::typed(typed), Some(CaseCode::new("KN-2016-0412")), "{typed}");
        }
        assert_eq!(CaseCode::typed("kn201610412"), Some(CaseCode::new("KN-2016-10412")));
        assert_eq!(FollowCode::typed("KN-2016-0412"), None, "the code alone opens nothing");
    }

    #[test]
    fn keys_are_left_out_of_what_is_written_for_others() {
        let text = "Đã mở KLD-2016-0005-BCGP, tc-2016-0001-xdpk; xem 12-2016 và A-B-C-D.";
        assert_eq!(
            without_keys(text),
            "Đã mở KLD-2016-0005, TC-2016-0001; xem 12-2016 và A-B-C-D."
        );
        for code in ["KN-2016-0412-HXQM", "kn20160412hxqm"] {
            assert_eq!(without_keys(code), "KN-2016-0412");
        }
    }

    #[test]
    fn what_is_no_code_is_not_taken_for_one() {
        let long = "KN-2016-99999999999999999999";
        for typed in [
            "",
            "12/2016",
            "KN-16-0412",
            "KN160412",
            "KN2016412",
            "KN-2016-x",
            "KN-2016-0412+",
            long,
            "KN-2016-0412-AB",
            "a-b-c-d-e",
        ] {
            assert_eq!(CaseCode::typed(typed), None, "{typed}");
        }
    }
}
