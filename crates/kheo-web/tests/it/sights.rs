//! Who reads what of a case: a unit that sent it on, who compiles reviews, another handler.

use kheo_core::case::{FieldType, FormField, Privacy};
use kheo_core::id::{CaseCode, FieldId, PostId};
use kheo_core::post::{Actor, Post, Role};
use kheo_core::text::Bounds;
use kheo_store::WriteError;
use kheo_testkit::on;

use crate::client::File;
use crate::desk::{Desk, count, rows};
use crate::site::{FORM, PICTURE, Site, without_key};

/// Registers the same request a second time, for twelve people.
fn ask_again(site: &Site) -> String {
    let mut form = FORM.to_vec();
    form.push(("persons", "12"));
    form[0].1 = "another form";
    let sent = site.post("/ask", &form);
    assert_eq!(sent.status, 303, "{}", sent.body);
    without_key(sent.header("location").trim_start_matches("/receipt/")).to_owned()
}

/// What names the case in forms.
fn began(site: &Site, code: &str) -> String {
    let code = CaseCode::new(code);
    let found = site.city.db.read_now(|r| kheo_store::case::find(r, &code));
    found.expect("a question").expect("a case").began.to_string()
}

/// The same where nothing of a request is for everybody.
fn private() -> Site {
    Site::changed(|kind| kind.public.clear())
}

#[test]
fn a_unit_that_sent_a_case_on_sees_where_it_is_and_no_longer_who_asked() {
    let site = Site::open();
    let code = site.ask();
    let (clerk, south) = (Desk::of(&site, "clerk"), Desk::at(&site, "south-clerk"));
    let case = format!("/cases/{}", without_key(&code));
    let own = [("text", "Nhà dân ở cuối ngõ, phường đã xem.")];
    assert_eq!(clerk.act(&code, "note", &own).status, 303);
    clerk.get(&case).says("0912 345 678");
    assert_eq!(clerk.act(&code, "transfer", &[("unit", "south")]).status, 303);
    let later = [("text", "Phường mới đã đến hỏi chuyện.")];
    assert_eq!(south.act(&code, "note", &later).status, 303);

    let sent_on = clerk.get(&case);
    assert_eq!(sent_on.status, 200);
    sent_on.says("Đơn vị của bạn đã chuyển đơn này đi");
    sent_on.says("Đơn vị south");
    sent_on.says("Nhà dân ở cuối ngõ");
    for hidden in ["0912", "Phường mới đã đến hỏi", "Trần Văn Thử", "ngõ 12"] {
        sent_on.keeps_silent_about(hidden);
    }
    // The slip that the unit made itself can still be printed, the receipt of the petitioner cannot.
    let letters: Vec<&str> = sent_on.body.split(&format!("{case}/letters/")).skip(1).collect();
    assert_eq!(letters.len(), 1, "one letter: the slip");
    assert_eq!(clerk.get(&format!("{case}/letters/1")).status, 404);
    south.get(&case).says("0912 345 678");
    Desk::of(&site, "head").get(&case).says("Đơn vị của bạn đã chuyển đơn này đi");
}

#[test]
fn a_unit_that_sent_a_case_on_is_no_longer_told_what_else_belongs_to_it() {
    for (site, told) in [(private(), false), (Site::open(), true)] {
        let (first, second) = (ask_again(&site), without_key(&site.ask()).to_owned());
        let (clerk, south) = (Desk::of(&site, "clerk"), Desk::at(&site, "south-clerk"));
        let page = format!("/cases/{first}");
        let link = [("other", began(&site, &second))];
        let link = link.each_ref().map(|(name, value)| (*name, value.as_str()));
        clerk.get(&page).says("cùng số điện thoại");
        clerk.get(&page).says("Đại diện cho 12 người");
        assert_eq!(clerk.act(&first, "transfer", &[("unit", "south")]).status, 303);

        let hidden = ["Đơn có thể cùng vụ", "cùng số điện thoại", "12 người", "matter/link"];
        let sent_on = clerk.get(&page);
        for words in hidden {
            sent_on.keeps_silent_about(words);
        }
        let why = "Đơn vị của bạn đã chuyển đơn này đi nên không còn xem được đơn thuộc vụ nào";
        assert_eq!(sent_on.body.contains(why), !told);
        clerk.get("/cases").keeps_silent_about("ít nhất 12");
        assert_eq!(clerk.post(&format!("{page}/matter/link"), &link).status, 404);
        let by_code = [("code", first.as_str())];
        clerk.get(&format!("/cases/{second}")).says("Một đơn khác");
        clerk.get(&format!("/cases/{second}")).keeps_silent_about(&first);

        assert_eq!(clerk.post(&format!("/cases/{second}/matter/link"), &by_code).status, 303);
        assert_eq!(clerk.post(&format!("{page}/matter/unlink"), &link).status, 404);
        clerk.get(&page).keeps_silent_about("matter/unlink");
        south.get(&page).says("Xem cả vụ trên một dòng thời gian");
    }
}

#[test]
fn a_matter_is_listed_for_who_knows_a_case_of_it_or_reads_its_subject() {
    for (site, public) in [(private(), false), (Site::open(), true)] {
        let (first, second) = (ask_again(&site), without_key(&site.ask()).to_owned());
        let (clerk, compiler) = (Desk::of(&site, "clerk"), Desk::of(&site, "compiler"));
        let code = [("code", second.as_str())];
        assert_eq!(clerk.post(&format!("/cases/{first}/matter/link"), &code).status, 303);
        let matter = format!("/matters/{}", began(&site, &first));
        clerk.get("/matters").says("ít nhất 12");

        let list = compiler.get("/matters");
        assert_eq!(count(&list), usize::from(public));
        assert_eq!(list.body.contains(&matter), public);
        list.keeps_silent_about("ít nhất 12");
        let file = compiler.get("/matters?format=csv");
        assert_eq!(rows(&file), usize::from(public));
        file.keeps_silent_about("\"12\"");
        let page = compiler.get(&matter);
        assert_eq!(page.status, if public { 200 } else { 404 });
        page.keeps_silent_about("ít nhất 12");
        let case = compiler.get(&format!("/cases/{first}"));
        case.keeps_silent_about("Danh tính người gửi được giữ kín");
        assert_eq!(case.body.contains("không phải là phần công khai của đơn này"), !public);

        for sent in [&first, &second] {
            assert_eq!(clerk.act(sent, "transfer", &[("unit", "south")]).status, 303);
        }
        assert_eq!(clerk.get("/matters").body.contains(&matter), public);
        clerk.get("/matters").keeps_silent_about("ít nhất 12");
        assert_eq!(clerk.get(&matter).status, if public { 200 } else { 404 });
    }
}

#[test]
fn what_a_unit_filled_in_and_attached_before_it_sent_a_case_on_its_staff_read_on() {
    let site = Site::changed(|kind| {
        kind.fields.push(FormField {
            id: FieldId::new("inside"),
            takes: FieldType::Line(Bounds { least: 1, most: 100 }),
            required: false,
            privacy: Privacy::Office,
            follows: None,
        });
        for note in kind.actions.iter_mut().filter(|action| action.id.as_str() == "note") {
            note.asks.push(FieldId::new("inside"));
        }
    });
    let code = without_key(&site.ask()).to_owned();
    let (clerk, south) = (Desk::of(&site, "clerk"), Desk::at(&site, "south-clerk"));
    let case = format!("/cases/{code}");
    let later = [PICTURE, b"later"].concat();
    let note = |desk: &Desk<'_>, inside: &str, picture: &[u8]| {
        let seen = desk.get(&case).hidden("seen");
        let fields = [("seen", seen.as_str()), ("text", "Đã xem."), ("field-inside", inside)];
        let files = [File { name: "a.png", content: picture }];
        assert_eq!(desk.post_files(&format!("{case}/note"), &fields, &files).status, 303);
        format!("/files/{}", site.files.put(picture).expect("the same file again"))
    };
    let own = note(&clerk, "Hồ sơ ở tủ số 3", PICTURE);
    assert_eq!(clerk.act(&code, "transfer", &[("unit", "south")]).status, 303);
    let other = note(&south, "Hồ sơ ở tủ số 7", &later);

    let page = clerk.get(&case);
    page.says("Hồ sơ ở tủ số 3");
    page.says(&own);
    assert_eq!(clerk.get(&own).status, 200);
    page.keeps_silent_about("Hồ sơ ở tủ số 7");
    page.keeps_silent_about(&other);
    assert_eq!(clerk.get(&other).status, 404);
    for file in [&own, &other] {
        assert_eq!(south.get(file).status, 200);
        assert_eq!(Desk::of(&site, "compiler").get(file).status, 404);
    }
}

#[test]
fn who_compiles_reviews_sees_what_is_public() {
    let site = Site::open();
    let code = site.ask();
    let case = format!("/cases/{}", without_key(&code));
    let inside = [("text", "Ghi chú nội bộ của phường.")];
    assert_eq!(Desk::of(&site, "clerk").act(&code, "note", &inside).status, 303);
    let page = Desk::of(&site, "compiler").get(&case);
    assert_eq!(page.status, 200);
    page.says("Bạn xem được phần công khai của đơn này");
    for hidden in ["0912", "Ghi chú nội bộ", "Trần Văn Thử"] {
        page.keeps_silent_about(hidden);
    }
    Desk::of(&site, "inspector").get(&case).says("Ghi chú nội bộ");
}

#[test]
fn who_compiles_reviews_counts_sealed_cases_and_opens_none() {
    let site = Site::sealed();
    let code = site.ask();
    let case = format!("/cases/{}", without_key(&code));
    let (compiler, inspector) = (Desk::of(&site, "compiler"), Desk::of(&site, "inspector"));
    assert_eq!(compiler.get(&case).status, 404);
    let list = compiler.get("/cases");
    list.says("1 đơn trên trang này chỉ được tính vào con số");
    list.keeps_silent_about(without_key(&code));
    let file = compiler.get("/cases?format=csv");
    file.says("1 đơn chỉ được tính vào con số");
    file.keeps_silent_about(without_key(&code));
    let figure = "/cases?kind=request&unit=north&metric=received&period=2016-06";
    compiler.get(figure).says("1 đơn trên trang này chỉ được tính vào con số");
    let probes =
        ["step=received", "phase=open", "topic=roads", "due=later", "order=received", "mark=many"];
    for probe in probes {
        let list = compiler.get(&format!("/cases?{probe}"));
        assert_eq!(count(&list), 0, "{probe}");
        list.keeps_silent_about("chỉ được tính");
        compiler.get(&format!("/cases?format=csv&{probe}")).keeps_silent_about("chỉ được tính");
        compiler.get(&format!("{figure}&{probe}")).keeps_silent_about("chỉ được tính");
    }
    assert_eq!(count(&inspector.get("/cases?step=received")), 1);
    compiler.get("/work?whose=unit").keeps_silent_about(without_key(&code));
    assert_eq!(inspector.get(&case).status, 200);
    inspector.get("/cases").says(without_key(&code));
}

#[test]
fn another_handler_is_told_whom_to_ask_and_a_unit_above_that_the_case_is_not_its_own() {
    let site = Site::open();
    let code = site.ask();
    let made = site.city.db.write_now(|tx| {
        let Actor::Post(post) = kheo_testkit::actor("north", Role::Handler) else { return Ok(()) };
        let second = Post { id: PostId::new("second"), ..post };
        kheo_store::post::create(tx, second, on(jiff::civil::date(2016, 2, 1)), &Actor::Import)
    });
    made.map_err(|why: WriteError| why.to_string()).expect("a post");
    let (clerk, second) = (Desk::of(&site, "clerk"), Desk::at(&site, "second"));
    assert_eq!(clerk.act(&code, "accept", &[]).status, 303);
    let case = format!("/cases/{}", without_key(&code));
    let before = second.get(&case).hidden("seen");
    assert_eq!(clerk.act(&code, "assign", &[("post", "north-handler")]).status, 303);

    let page = second.get(&case);
    page.says("Đơn này đã giao cho: Chức vụ handler north");
    page.says("đề nghị lãnh đạo đơn vị giao lại");
    page.keeps_silent_about("name=\"seen\"");
    let seen = (before.parse::<u64>().expect("a version") + 1).to_string();
    let refused =
        second.post(&format!("{case}/answer"), &[("seen", &seen), ("text", "Đã làm xong việc.")]);
    assert_eq!(refused.status, 422);
    refused.says("đã giao cho cán bộ khác");
    Desk::of(&site, "handler").get(&case).says("name=\"seen\"");
    Desk::of(&site, "head").get(&case).says("name=\"seen\"");

    let above = Desk::at(&site, "city-head").get(&case);
    above.says("đang giữ và giải quyết đơn này");
    above.keeps_silent_about("name=\"seen\"");
}
