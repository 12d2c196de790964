//! What has to be done so often, of which no day is the last.

use kheo_core::case::CaseKind;
use kheo_core::duty::{Duty, Per};
use kheo_words::{Lang, Words};
use serde_json::json;

use super::print;
use crate::command_line::Due;
use crate::failure::Failure;
use crate::terminal::println;

/// Tells how often, and by which rule.
pub(super) fn tell(
    kind: &CaseKind,
    duty: &Duty,
    wanted: &Due,
    words: &Words,
    lang: Lang,
) -> Result<(), Failure> {
    let per = match duty.per {
        Per::Week => "week",
        Per::Month => "month",
    };
    if wanted.json {
        return print(&json!({
            "kind": kind.id,
            "duty": duty.id,
            "version": kind.from,
            "law_on": wanted.law_on.unwrap_or(wanted.from.day),
            "times": duty.times,
            "per": per,
            "rule": duty.rule,
            "due": null,
        }));
    }
    let tongue = words.in_lang(lang);
    let times = tongue.say_count(&format!("staff-duty-per-{per}"), i64::from(duty.times), &[]);
    let (named, owed) = (format!("kind-{}", kind.id), format!("duty-{}", duty.id));
    let (named, owed) = (tongue.say(&named), tongue.say(&owed));
    let variables = [("kind", named.as_str()), ("duty", &owed), ("times", &times)];
    println(&tongue.say_with("due-told-duty", &variables));
    let basis = tongue.basis(&duty.rule);
    let doubt = basis.doubt.map(|doubt| format!(" {doubt}")).unwrap_or_default();
    println(&format!("{}{doubt}", basis.text));
    Ok(())
}
