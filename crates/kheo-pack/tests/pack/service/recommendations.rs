//! Recommendations and feedback of citizens: what is not taken up, and where it goes then.

use jiff::civil::date;
use kheo_calendar::Confidence;
use kheo_core::Refusal;
use kheo_core::post::Role;

use crate::life::{begin, kind, next_steps};

#[test]
fn a_refusal_names_its_reason_and_tells_what_to_do_next() {
    let day = date(2016, 6, 1);
    for id in ["recommendation", "feedback"] {
        let version = kind(id, day);
        assert_eq!(next_steps(version), 6);
        for reason in version.reasons.clone() {
            assert_eq!(reason.rule.confidence, Confidence::Unconfirmed, "no source has it");
            let mut life = begin(id, day, &[]).unwrap();
            let bare = life.act(Role::Clerk, "refuse", day, &[]);
            assert_eq!(bare, Err(Refusal::Empty { field: "reason" }));
            life.refuse("refuse", reason.id.as_str(), day).unwrap();
            assert!(life.case().running.is_empty());
        }
    }
}
