//! Where a case can be sent and to whom it can be given: never where nobody can take it on, whatever a
//! form says that was not made here.

use kheo_core::case::{Need, Party};
use kheo_core::event::Stamp;
use kheo_core::id::PostId;
use kheo_core::post::{Actor, Role};
use kheo_core::unit::{Bloc, Unit, UnitKind};
use kheo_store::WriteError;
use kheo_testkit::{CITY, actor, on, unit};

use crate::client::Answer;
use crate::desk::Desk;
use crate::site::Site;

/// Enters a unit with a post of each of `roles`.
fn establish(site: &Site, unit: Unit, roles: &'static [Role]) {
    let stamp: Stamp = on(jiff::civil::date(2016, 2, 1));
    let written = site.city.db.write_now(move |tx| {
        let id = unit.id.to_string();
        kheo_store::unit::establish(tx, unit, stamp, &Actor::Import)?;
        for role in roles {
            let Actor::Post(post) = actor(&id, *role) else { continue };
            kheo_store::post::create(tx, post, stamp, &Actor::Import)?;
        }
        Ok(())
    });
    written.map_err(|why: WriteError| why.to_string()).expect("a unit");
}

/// What the form of `action` offers for `field`.
fn offered(page: &Answer, action: &str, field: &str) -> Vec<String> {
    let form = page.body.split_once(&format!("/{action}\"")).expect("the form of the action").1;
    let select = form.split_once(&format!("name=\"{field}\"")).expect("the choice").1;
    let select = select.split_once("</select>").expect("the end of the choice").0;
    let values = select.split("<option value=\"").skip(1).filter_map(|rest| rest.split('"').next());
    values.filter(|value| !value.is_empty()).map(str::to_owned).collect()
}

#[test]
fn a_case_goes_only_where_somebody_can_take_it_on_and_the_refusal_says_what_to_do() {
    let site = Site::open();
    establish(&site, unit("hamlet", UnitKind::Commune, Some("south")), &[]);
    establish(&site, unit("roads-office", UnitKind::Department, Some(CITY)), &[Role::Handler]);
    establish(&site, unit("court", UnitKind::Department, Some(CITY)), &[]);
    let women = unit("women", UnitKind::Organisation, Some(CITY));
    establish(&site, Unit { bloc: Bloc::Front, ..women }, &[Role::Compiler]);
    let code = site.ask();
    let clerk = Desk::of(&site, "clerk");
    let page = clerk.get(&format!("/cases/{code}"));
    let mut units = offered(&page, "transfer", "unit");
    units.sort();
    assert_eq!(units, ["city", "roads-office", "south", "west"]);

    for nobody in ["province", "women", "court", "hamlet"] {
        let refused = clerk.act(&code, "transfer", &[("unit", nobody)]);
        assert_eq!(refused.status, 422, "{nobody}");
        refused.says(
            "Chuyển đến đơn vị: ở đơn vị này chưa có ai được phân công nhận loại vụ việc này",
        );
        refused.says("Hãy chọn đơn vị khác");
        refused.says("href=\"#transfer-unit\"");
    }
    assert_eq!(site.cases().remove(0).unit.as_str(), "north");
    assert_eq!(clerk.act(&code, "transfer", &[("unit", "roads-office")]).status, 303);
    assert_eq!(site.cases().remove(0).unit.as_str(), "roads-office");
}

#[test]
fn only_who_may_take_the_next_step_is_made_responsible() {
    let site = Site::changed(|kind| {
        for action in &mut kind.actions {
            match action.id.as_str() {
                "ask" | "answer" | "refuse" => action.who = vec![Party::Role(Role::Handler)],
                "assign" => action.needs.push(Need::Text),
                _ => {}
            }
        }
    });
    let code = site.ask();
    let clerk = Desk::of(&site, "clerk");
    assert_eq!(clerk.act(&code, "accept", &[]).status, 303);
    let page = clerk.get(&format!("/cases/{code}"));
    assert_eq!(offered(&page, "assign", "post"), ["north-handler"]);
    let rows = [
        ("north-clerk", "không được làm bước tiếp theo"),
        ("north-compiler", "không được làm bước tiếp theo"),
        ("south-handler", "không thuộc đơn vị đang giữ đơn"),
    ];
    for (post, words) in rows {
        let refused = clerk.act(&code, "assign", &[("post", post), ("text", "Giao gấp.")]);
        assert_eq!(refused.status, 422, "{post}");
        refused.says(words);
        refused.says("Giao gấp.</textarea>");
        refused.says("href=\"#assign-post\"");
        assert_eq!(site.cases().remove(0).post, None, "{post}");
    }
    let given = [("post", "north-handler"), ("text", "Giao gấp.")];
    assert_eq!(clerk.act(&code, "assign", &given).status, 303);
    assert_eq!(site.cases().remove(0).post, Some(PostId::new("north-handler")));
}
