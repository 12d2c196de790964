//! Words that say what a petition is about.

use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;

use super::syllables::Syllables;

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

static STOP: LazyLock<HashSet<&str>> = LazyLock::new(|| COMMON.split_whitespace().collect());

/// Pairs of neighbouring syllables of which at least one says something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pairs {
    syllables: Syllables,
    /// The first syllable of each pair, where it was written first; in the order of the pairs, folded.
    first: Vec<usize>,
}

impl Pairs {
    pub(super) fn of(texts: [&str; 2]) -> Self {
        let mut syllables = Syllables::default();
        let clauses = texts.into_iter().flat_map(|text| text.split(BREAKS));
        let clauses: Vec<_> = clauses.map(|clause| syllables.add(clause)).collect();
        let sorts: Vec<Sort> = syllables.iter().map(Sort::of).collect();
        let is_pair = |at: &usize| {
            matches!(
                sorts.get(*at..*at + 2),
                Some([Sort::Says, Sort::Says | Sort::Common] | [Sort::Common, Sort::Says])
            )
        };
        let inside = clauses.into_iter().flat_map(|clause| clause.start..clause.end.max(1) - 1);
        let mut first = BTreeMap::new();
        for at in inside.filter(is_pair) {
            if first.len() >= MOST {
                break;
            }
            first.entry(syllables.folded(at..at + 2)).or_insert(at);
        }
        let first = first.into_values().collect();
        Self { syllables, first }
    }

    pub(super) const fn len(&self) -> usize {
        self.first.len()
    }

    /// Each as it is compared, with how it was written first.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        let pair = |at: &usize| {
            let pair = *at..*at + 2;
            (self.syllables.folded(pair.clone()), self.syllables.written(pair))
        };
        self.first.iter().map(pair)
    }

    /// Whether there is this one, as it is compared.
    pub(super) fn contains(&self, pair: &str) -> bool {
        self.first.binary_search_by(|at| self.syllables.folded(*at..*at + 2).cmp(pair)).is_ok()
    }
}

/// What a syllable tells.
enum Sort {
    Number,
    /// It stands in petitions about anything.
    Common,
    Says,
}

impl Sort {
    fn of(syllable: &str) -> Self {
        if syllable.chars().all(char::is_numeric) {
            Self::Number
        } else if STOP.contains(syllable) {
            Self::Common
        } else {
            Self::Says
        }
    }
}

/// A number that orders words as if by chance, the same in every run: FNV-1a.
pub(super) fn shuffled(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
