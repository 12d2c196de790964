//! Questions with several boxes to tick, answered as the page itself sends them.

use kheo_core::case::{FieldType, FormField, Privacy};
use kheo_core::id::FieldId;

use crate::client::Answer;
use crate::desk::Desk;
use crate::site::Site;

const BOXES: [&str; 3] = ["dated", "signed", "in-vietnamese"];

/// A site where a note asks which of [`BOXES`] hold.
fn site() -> Site {
    Site::changed(|kind| {
        kind.fields.push(FormField {
            id: FieldId::new("holds"),
            takes: FieldType::Choices(BOXES.map(str::to_owned).to_vec()),
            required: true,
            privacy: Privacy::Office,
            follows: None,
        });
        for action in kind.actions.iter_mut().filter(|action| action.id.as_str() == "note") {
            action.asks.push(FieldId::new("holds"));
        }
    })
}

#[test]
fn what_the_boxes_of_the_page_send_is_taken() {
    let site = site();
    let code = site.ask();
    let clerk = Desk::of(&site, "clerk");
    let page = clerk.get(&format!("/cases/{code}"));
    let sent: Vec<(&str, &str)> = page
        .body
        .split("type=\"checkbox\" ")
        .filter_map(|input| {
            let (name, rest) = input.strip_prefix("name=\"")?.split_once('"')?;
            let value = rest.split_once("value=\"")?.1.split('"').next()?;
            name.starts_with("field-holds.").then_some((name, value))
        })
        .collect();
    assert_eq!(sent.len(), BOXES.len(), "{sent:?}");
    let seen = page.hidden("seen");
    let form = [("seen", seen.as_str()), ("text", "Đơn có ghi ngày và đã ký.")];
    let note = |ticked: &[(&str, &str)]| {
        clerk.post(&format!("/cases/{code}/note"), &[&form[..], ticked].concat())
    };
    let unticked = note(&[]);
    assert_eq!(unticked.status, 422);
    unticked.keeps_silent_about("checked");
    let wrong = clerk.post(&format!("/cases/{code}/note"), &[form[0], ("text", ""), sent[0]]);
    assert_eq!(wrong.status, 422);
    assert_eq!(wrong.body.matches("checked").count(), 1, "what was ticked stays ticked");
    assert_eq!(note(&sent[..2]).status, 303);
    let after = clerk.get(&format!("/cases/{code}"));
    let more = |choice: &str| {
        let shown = |answer: &Answer| answer.body.matches(&format!("choice-{choice}")).count();
        shown(&after) - shown(&page)
    };
    assert_eq!(BOXES.map(more), [1, 1, 0], "the time line tells what was ticked");
}
