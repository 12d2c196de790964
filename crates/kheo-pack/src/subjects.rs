//! Refuses names that ask for what no pack may collect of a person.
//!
//! - Law: Decree 13/2023/NĐ-CP, art. 2.4, lists what is sensitive: political opinion, religion,
//!   ethnic origin, health, private life. What Khéo counts is counted by community and topic.

use kheo_core::text::folded;

use crate::error::Findings;
use crate::nearest::clipped;
use crate::problem::Problem;
use crate::source::Place;

/// Runs of words of a name that are refused wherever they stand in it.
const IN_NAMES: &[&str] = &[
    "religion",
    "religious-belief",
    "faith",
    "ton-giao",
    "dao-gi",
    "tin-nguong-cua",
    "ethnic",
    "ethnicity",
    "ethnic-origin",
    "race",
    "dan-toc",
    "sac-toc",
    "political-opinion",
    "political-view",
    "political-views",
    "quan-diem-chinh-tri",
    "party-member-of",
    "dang-vien-cua",
    "health-status",
    "medical-record",
    "medical-history",
    "diagnosis",
    "illness",
    "disease-of",
    "hiv",
    "mental-health",
    "disability-of",
    "suc-khoe-cua",
    "benh-an",
    "tien-su-benh",
    "benh-tat",
    "private-life",
    "marital-status",
    "sexual-orientation",
    "sex-life",
    "pregnant",
    "pregnancy",
    "criminal-record",
    "doi-tu",
    "doi-song-rieng",
    "tinh-trang-hon-nhan",
    "tien-an",
    "tien-su-an",
];

/// Phrases of a text, folded, that ask a person.
const IN_TEXTS: &[&str] = &[
    "theo ton giao nao",
    "ton giao cua",
    "theo dao nao",
    "dan toc cua",
    "thanh phan dan toc",
    "nguoi dan toc nao",
    "quan diem chinh tri",
    "tinh trang suc khoe",
    "suc khoe cua",
    "benh an",
    "tien su benh",
    "doi tu",
    "doi song rieng",
    "tinh trang hon nhan",
    "religion of",
    "ethnicity of",
    "ethnic origin",
    "political opinion",
    "political view",
    "health of the",
    "health status",
    "medical record",
    "private life",
    "marital status",
    "sexual orientation",
];

/// Finds a name that asks for what no pack may collect.
pub(crate) fn check_name(name: &str, at: &Place<'_>, found: &Findings) {
    let fenced = format!("-{name}-");
    if IN_NAMES.iter().any(|word| fenced.contains(&format!("-{word}-"))) {
        found.add(at, Problem::ForbiddenSubject { name: clipped(name) });
    }
}

/// Finds a label that asks for what no pack may collect.
pub(crate) fn check_text(text: &str, at: &Place<'_>, found: &Findings) {
    let spaced: String =
        folded(text).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let fenced = format!(" {} ", words.join(" "));
    if IN_TEXTS.iter().any(|phrase| fenced.contains(&format!(" {phrase} "))) {
        found.add(at, Problem::ForbiddenSubject { name: clipped(text.trim()) });
    }
}
