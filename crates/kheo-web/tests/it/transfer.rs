//! Where a case can be sent and to whom it can be given: never where nobody can take it on, whatever a
//! form says that was not made here.

use kheo_core::case::{Need, Party};
use kheo_core::event::Stamp;
use kheo_core::id::PostId;
use kheo_core::post::{Actor, Role};
use kheo_core::unit::{Bloc, Unit, UnitKind};
use kheo_store::WriteError;
use kheo_testkit::{CITY, actor, on, unit};

use crate::client::{self, Answer, File};
use crate::desk::Desk;
use crate::site::{FORM, PICTURE, Site};

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

#[test]
fn a_head_above_gives_a_case_only_to_their_own_unit_and_those_below_it() {
    let site = Site::changed(|kind| {
        for action in kind.actions.iter_mut().filter(|action| action.id.as_str() == "transfer") {
            action.who.push(Party::HeadAbove);
        }
    });
    let other = unit("elsewhere", UnitKind::City, Some("province"));
    establish(&site, other, &[Role::Clerk, Role::Handler, Role::Head]);
    let code = site.ask();
    let of_ward = Desk::of(&site, "clerk").get(&format!("/cases/{code}"));
    assert!(offered(&of_ward, "transfer", "unit").contains(&"elsewhere".to_owned()));
    let head = Desk::at(&site, "city-head");
    let mut units = offered(&head.get(&format!("/cases/{code}")), "transfer", "unit");
    units.sort();
    assert_eq!(units, ["city", "south", "west"]);
    let refused = head.act(&code, "transfer", &[("unit", "elsewhere")]);
    assert_eq!(refused.status, 422);
    refused.says("chỉ điều chuyển đơn trong đơn vị mình và các đơn vị cấp dưới");
    refused.says("href=\"#transfer-unit\"");
    assert_eq!(site.cases().remove(0).unit.as_str(), "north");
    assert_eq!(head.act(&code, "transfer", &[("unit", "city")]).status, 303);
    assert_eq!(head.act(&code, "transfer", &[("unit", "elsewhere")]).status, 303, "its own case");
}

#[test]
fn citizens_are_offered_only_units_that_take_what_they_send() {
    let site = Site::open();
    establish(&site, unit("hamlet", UnitKind::Commune, Some(CITY)), &[]);
    establish(&site, unit("village", UnitKind::Commune, Some(CITY)), &[Role::Clerk]);
    let form = site.get("/ask");
    form.keeps_silent_about("Đơn vị hamlet");
    form.says("Đơn vị village");
    let sent = FORM.map(|(name, value)| (name, if name == "unit" { "hamlet" } else { value }));
    let refused = site.post_files(&sent, &[File { name: "a.png", content: PICTURE }]);
    assert_eq!(refused.status, 422);
    refused.says("ở đơn vị này chưa có ai được phân công nhận loại vụ việc này");
    refused.says("href=\"#f-unit\"");
    assert!(site.cases().is_empty() && site.stored().is_empty(), "nothing was taken");
    let body = r#"{"kind":"request","unit":"hamlet","subject":"Đèn hỏng","text":"Đèn đầu ngõ hỏng đã hai tuần."}"#;
    let headers = [("content-type", "application/json"), ("Idempotency-Key", "one")];
    let told = client::send(site.at, "POST", "/api/v1/cases", &headers, body.as_bytes());
    assert_eq!(told.status, 422);
    told.says("\"field\":\"unit\"");
    told.says("chưa có ai được phân công");
}

#[test]
fn a_unit_that_takes_only_some_kinds_says_which_it_does_not() {
    let site = Site::with_shipped_packs_changed(|kind| {
        if kind.id.as_str() == "feedback" {
            let clerk = Party::Role(Role::Clerk);
            kind.actions.iter_mut().for_each(|action| action.who.retain(|who| *who != clerk));
        }
    });
    establish(&site, unit("village", UnitKind::Commune, Some(CITY)), &[Role::Clerk]);
    let form = site.get("/ask");
    form.says(">Đơn vị village (chưa nhận: Phản ánh)<");
    form.says(">Đơn vị north<");
}
