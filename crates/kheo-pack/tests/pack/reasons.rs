//! Reasons to refuse that what was filled in of a case disproves.

use jiff::civil::{Date, date};
use kheo_core::Refusal;
use kheo_core::case::{Position, reasons};
use kheo_core::id::{ActionId, ReasonId};

use crate::complaints::complaint;
use crate::denunciations::{begun, nameless};
use crate::lives::{Life, Typed, words};
use crate::petitions::{ELIGIBLE, EVIDENCE, all, sorted};

const ON: Date = date(2016, 5, 4);
const NOW: Date = date(2026, 8, 3);

/// Whether `action` offers `reason`, and what taking it for that comes to.
fn refused(mut life: Life, action: &str, reason: &str, on: Date) -> (bool, Result<(), Refusal>) {
    let (case, kind) = (life.case(), life.kind.clone());
    let found = kind.action(&ActionId::new(action)).unwrap();
    let offered = reasons(&kind, found, &case, &Position::default(), on);
    let is_offered = offered.contains(&&ReasonId::new(reason));
    (is_offered, life.refuse(action, reason, on))
}

#[test]
fn a_complaint_is_not_refused_for_what_its_file_disproves() {
    let (signature, known, from) = ("signature", "known-on", "second-from");
    let filed = ("filed-on", "1/4/2012");
    let rows: [(&str, &str, Typed<'_>, bool); 11] = [
        ("complaint", "letter-unsigned", &[(signature, "signed")], false),
        ("complaint", "letter-unsigned", &[(signature, "fingerprint")], false),
        ("complaint", "letter-unsigned", &[(signature, "unsigned")], true),
        // Luật Khiếu nại, art. 9: 90 days since it was known.
        ("complaint", "out-of-time", &[(known, "2/1/2012"), filed], false),
        ("complaint", "out-of-time", &[(known, "1/1/2012"), filed], true),
        ("complaint", "no-capacity", &[], true),
        // Art. 33: 30 days, 45 in a remote area.
        ("second-complaint", "out-of-time", &[(from, "2/3/2012"), filed], false),
        ("second-complaint", "out-of-time", &[(from, "1/3/2012"), filed], true),
        (
            "second-complaint",
            "out-of-time",
            &[(from, "16/2/2012"), filed, ("area", "remote-area")],
            false,
        ),
        ("second-complaint", "letter-unsigned", &[], false),
        ("second-complaint", "first-not-ended", &[], true),
    ];
    for (kind, reason, form, stands) in rows {
        for on in [ON, NOW] {
            let why = format!("{kind}, {reason}: {form:?}, {on}");
            let (offered, taken) = refused(complaint(kind, on, form), "refuse", reason, on);
            assert_eq!(offered, stands, "{why}");
            let disproved = Err(Refusal::Disproved { reason: ReasonId::new(reason) });
            assert_eq!(taken, if stands { Ok(()) } else { disproved }, "{why}");
        }
    }
}

#[test]
fn a_named_denunciation_is_not_refused_as_nameless() {
    let disproved = Err(Refusal::Disproved { reason: ReasonId::new("nameless-letter") });
    assert_eq!(refused(begun(ON), "refuse", "nameless-letter", ON), (false, disproved));
    assert_eq!(refused(nameless(ON), "refuse", "nameless-letter", ON), (true, Ok(())));
}

#[test]
fn a_letter_is_kept_on_file_only_for_what_it_lacks() {
    let (eligible, evidence) = (all("eligible", &ELIGIBLE), all("evidence", &EVIDENCE));
    let (not_eligible, unsigned) = ("letter-not-eligible", "unsigned-without-evidence");
    // On the days of the circulars of 2014 and 2021 and of the law of 2018.
    let rows = [
        (ON, "signed", &eligible, not_eligible, false),
        (NOW, "signed", &eligible, not_eligible, false),
        (NOW, "signed", &eligible[1..].to_vec(), not_eligible, true),
        (ON, "signed", &eligible, unsigned, false),
        (ON, "unsigned", &eligible, unsigned, true),
        (date(2019, 6, 3), "unsigned", &evidence, unsigned, false),
        (NOW, "unsigned", &evidence, unsigned, false),
        (NOW, "unsigned", &evidence[1..].to_vec(), unsigned, true),
        (NOW, "signed", &eligible, "sent-before", true),
    ];
    for (on, signature, ticked, reason, stands) in rows {
        let life = sorted(on, signature, "as-complaint", ticked);
        let (offered, taken) = refused(life, "keep-on-file", reason, on);
        assert_eq!((offered, taken.is_ok()), (stands, stands), "{on} {signature} {reason}");
    }
}

#[test]
fn the_refusal_says_what_the_file_says_and_what_to_do() {
    let rows = [
        ("letter-unsigned", "đơn có chữ ký hoặc điểm chỉ"),
        ("out-of-time", "đơn nộp còn trong thời hạn"),
        ("nameless-letter", "đã nêu rõ họ tên, địa chỉ"),
        ("letter-not-eligible", "đủ cả bốn điều kiện"),
    ];
    for (reason, what) in rows {
        let said = words(&format!("reason-{reason}-disproved"));
        assert!(said.contains(what) && said.contains("chọn lý do khác"), "{reason}: {said}");
    }
}
