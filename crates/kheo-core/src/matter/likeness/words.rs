//! Words that say what a petition is about.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::text::folded;

/// With fewer pairs than this a text is too short for what it shares to weigh fully.
pub(super) const FEW: usize = 6;

/// The most pairs that are compared of a text.
const MOST: usize = 400;

/// What neighbours do not reach across.
const BREAKS: [char; 12] = ['.', ',', ';', ':', '!', '?', '(', ')', '"', '“', '”', '\n'];

/// Syllables, folded, that stand in petitions about anything.
const COMMON: &str = "
    a ai anh ba bac bai ban bao bi biet bo boi ca cac cai cam can cap chat chi chinh cho chu chua
    chung chuyen co con cong cua cung cuoi da dai dan dang day de dem den di dia dieu do doi dong du
    duoc duong em gan gap ghi gia giai giup giua gui ha han hang hay het hien ho hoi hom hon hong hop
    huong it ke khac khai khan khi kho khoang khong kien kinh ky la lai lam lan lau len lieu lien loi
    luon ly mat moi mong mot mua muon nam nay nen neu ngay nghi nghiem ngo nguoi nha nhan nhanh nhat
    nhieu nho nhu nhung no noi nua o ong pha phai phan phep pho phong phuong qua quan que quyet ra rang
    rat roi sau se so som su sua suot tai tam tap the theo thi thien thoi thon thu thuong tiep tim
    tinh to toi tong tra trach tren trinh trong truoc tu tuan tung tuy tuyen ubnd uy va van vao ve
    vi viec vo voi vu vua xa xem xin xom y yeu";

static STOP: LazyLock<BTreeSet<&str>> = LazyLock::new(|| COMMON.split_whitespace().collect());

/// The syllables of `text`, each folded and as it was written; letters and digits that touch are two.
pub(super) fn tokens(text: &str) -> impl Iterator<Item = (String, String)> {
    let mut tokens: Vec<String> = Vec::new();
    let mut last = None;
    for c in crate::text::composed(text).chars() {
        let sort = c.is_alphanumeric().then(|| c.is_numeric());
        if let Some(digit) = sort {
            if last != Some(digit) {
                tokens.push(String::new());
            }
            if let Some(token) = tokens.last_mut() {
                token.push(c);
            }
        }
        last = sort;
    }
    tokens.into_iter().map(|written| (folded(&written), written))
}

/// Pairs of neighbouring syllables of which at least one says something, as they are compared, each
/// with how it was written first.
pub(super) fn pairs(texts: [&str; 2]) -> BTreeMap<String, String> {
    let mut pairs = BTreeMap::new();
    for text in texts.into_iter().flat_map(|text| text.split(BREAKS)) {
        let tokens: Vec<(String, String)> = tokens(text).collect();
        for pair in tokens.windows(2) {
            if pairs.len() >= MOST {
                return pairs;
            }
            if let [(one, written), (other, after)] = pair
                && is_word(one)
                && is_word(other)
                && (says_something(one) || says_something(other))
            {
                pairs
                    .entry(format!("{one} {other}"))
                    .or_insert_with(|| format!("{written} {after}"));
            }
        }
    }
    pairs
}

fn is_word(syllable: &str) -> bool {
    !syllable.chars().all(char::is_numeric)
}

fn says_something(syllable: &str) -> bool {
    !STOP.contains(syllable)
}

/// A number that orders words as if by chance, the same in every run: FNV-1a.
pub(super) fn shuffled(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
