//! Who may take on, read and settle what heads are accused of, at the desks of a small city under the
//! shipped packs.

use jiff::civil::date;
use kheo_core::case::{FieldValue, Filled, Petition};
use kheo_core::id::{FieldId, KindId, TopicId};
use kheo_store::case::Filing;
use kheo_testkit::filing;

use crate::client::File;
use crate::desk::{Desk, count};
use crate::site::{FORM, PICTURE, Site, without_key};

const CODE: &str = "TC-2016-0001";
const CASE: &str = "/cases/TC-2016-0001";
const LETTER: &str = "DON-2016-0001";

/// Registers a denunciation of somebody of `topic` at `unit`, brought by a person with a name.
fn denounced(unit: &'static str, topic: &'static str) -> Site {
    let site = Site::with_shipped_packs();
    let chosen = |word: &str| FieldValue::Chosen([word.to_owned()].into());
    let competent = if topic == "commune-staff" { "competent-here" } else { "competent-elsewhere" };
    let filled = Filled::from([
        (FieldId::new("accused"), FieldValue::Text("Chủ tịch phường".to_owned())),
        (FieldId::new("denouncer-named"), chosen("named")),
        (FieldId::new("competent"), chosen(competent)),
    ]);
    let plain = filing(unit, CODE);
    let filing = Filing {
        kind: KindId::new("denunciation"),
        topic: TopicId::new(topic),
        petition: Petition {
            name: Some("Ông Nguyễn Thị Thử".to_owned()),
            phone: Some("0912 345 678".to_owned()),
            place: Some("số 5, ngõ 12, tổ 3".to_owned()),
            filled,
            ..plain.petition
        },
        ..plain
    };
    site.import(filing, date(2016, 6, 28)).expect("a denunciation");
    site
}

/// That the head and the staff of the ward find the case of that `code` nowhere, note nothing on it, and that the head
/// takes none of `actions`.
fn is_kept_from_all_but_the_clerk(site: &Site, code: &str, seen: &str, actions: &[&str]) {
    let page = format!("/cases/{code}");
    for role in ["head", "handler", "inspector"] {
        let desk = Desk::of(site, role);
        assert_eq!(desk.get(&page).status, 404, "{role}");
        for list in ["/cases", "/work?whose=unit"] {
            desk.get(list).keeps_silent_about(code);
        }
        let note = [("seen", seen), ("text", "Đã xem.")];
        assert_eq!(desk.post(&format!("{page}/note"), &note).status, 404, "{role}");
    }
    let head = Desk::of(site, "head");
    for action in actions {
        let sent = head.post(&format!("{page}/{action}"), &[("seen", seen)]);
        assert_eq!(sent.status, 404, "{action}");
    }
}

#[test]
fn the_accused_head_and_their_staff_neither_read_nor_settle_what_the_clerk_sends_on() {
    let site = denounced("north", "commune-head");
    let (clerk, head) = (Desk::of(&site, "clerk"), Desk::of(&site, "head"));
    is_kept_from_all_but_the_clerk(
        &site,
        CODE,
        "3",
        &["accept", "refuse", "assign", "conclude", "transfer"],
    );

    let page = clerk.get(CASE);
    page.says("Chủ tịch phường");
    page.says("thuộc thẩm quyền giải quyết của cấp huyện");
    page.says(&format!("{CASE}/transfer\""));
    page.keeps_silent_about(&format!("{CASE}/accept\""));
    page.keeps_silent_about(&format!("{CASE}/refuse\""));
    page.keeps_silent_about("value=\"south\"");
    let text = ("text", "Tố cáo lãnh đạo phường thuộc thẩm quyền của thành phố.");
    let refused = clerk.act(CODE, "transfer", &[("unit", "south"), text]);
    assert_eq!(refused.status, 422);
    refused.says("đơn vị này không có thẩm quyền");
    assert_eq!(clerk.act(CODE, "transfer", &[("unit", "city"), text]).status, 303);
    is_signed_by_the_clerk(&clerk, CASE, &["Tố cáo lãnh đạo phường", "người đứng đầu"]);

    assert_eq!(head.get(CASE).status, 404, "sent on, it is hidden from the accused all the more");
    assert_eq!(clerk.get(CASE).status, 200, "who sent it on sees where it is");
    clerk.get(CASE).keeps_silent_about("Nguyễn Thị Thử");
    let (city, city_clerk) = (Desk::at(&site, "city-head"), Desk::at(&site, "city-clerk"));
    city_clerk.get(CASE).keeps_silent_about(&format!("{CASE}/accept\""));
    city.get(CASE).keeps_silent_about("Nguyễn Thị Thử");
    assert_eq!(city.act(CODE, "accept", &[]).status, 303);
}

/// That the last letter of the case is signed by who sent the case on, and says nothing of `secret`.
fn is_signed_by_the_clerk(clerk: &Desk<'_>, page: &str, secret: &[&str]) {
    let listed = clerk.get(page).body;
    let number =
        listed.rsplit(&format!("{page}/letters/")).next().and_then(|it| it.split('"').next());
    let letter = clerk.get(&format!("{page}/letters/{}", number.expect("a letter")));
    letter.says("CHỨC VỤ CLERK NORTH");
    letter.keeps_silent_about("TM. ỦY BAN NHÂN DÂN");
    letter.keeps_silent_about("CHỦ TỊCH");
    for words in secret {
        letter.keeps_silent_about(words);
    }
}

/// Registers a letter about `topic` that is not sorted yet, in the ward `north`.
fn letter(site: &Site, topic: &'static str) {
    let chosen = |word: &str| FieldValue::Chosen([word.to_owned()].into());
    let filled = Filled::from([
        (FieldId::new("signature"), chosen("signed")),
        (FieldId::new("arrived-by"), chosen("by-post")),
    ]);
    let plain = filing("north", LETTER);
    let filing = Filing {
        kind: KindId::new("petition"),
        topic: TopicId::new(topic),
        petition: Petition { filled, ..plain.petition },
        ..plain
    };
    site.import(filing, date(2016, 6, 28)).expect("a letter");
}

#[test]
fn a_code_that_an_officer_does_not_see_is_refused_like_one_that_is_not_there() {
    let site = denounced("north", "commune-head");
    letter(&site, "unsorted-letter");
    let (clerk, head) = (Desk::of(&site, "clerk"), Desk::of(&site, "head"));
    let mut sort = vec![("field-sorted-as", "as-denunciation")];
    sort.extend(
        [
            "field-eligible.in-vietnamese",
            "field-eligible.dated",
            "field-eligible.with-name-and-address",
            "field-eligible.with-signature",
        ]
        .map(|choice| (choice, "yes")),
    );
    assert_eq!(clerk.act(LETTER, "sort", &sort).status, 303);
    let open =
        |desk: &Desk<'_>, code| desk.act(LETTER, "open-case", &[("field-opened-code", code)]);
    let (hidden, missing) = (open(&head, CODE), open(&head, "TC-2016-9999"));
    assert_eq!((hidden.status, missing.status), (422, 422));
    hidden.says("đơn vị bạn không có hồ sơ nào mang mã này");
    assert_eq!(hidden.body.replace(CODE, "TC-2016-9999").len(), missing.body.len());
    let told = open(&clerk, CODE);
    assert_eq!(told.status, 422, "the clerk sees it, and the head would read of it here");
    told.says("đơn đó có thể nói về người đứng đầu đơn vị");
}

#[test]
fn a_letter_that_accuses_the_head_goes_up_before_it_is_sorted_and_the_head_never_reads_it() {
    const PAGE: &str = "/cases/DON-2016-0001";
    let site = Site::with_shipped_packs();
    letter(&site, "letter-accuses-commune-head");

    let (clerk, head) = (Desk::of(&site, "clerk"), Desk::of(&site, "head"));
    is_kept_from_all_but_the_clerk(
        &site,
        LETTER,
        "2",
        &["sort", "keep-on-file", "guide", "open-case", "send-up"],
    );
    let page = clerk.get(PAGE);
    page.says("Chuyển lên cấp có thẩm quyền, không phân loại");
    page.says("thuộc thẩm quyền giải quyết của cấp huyện");
    page.keeps_silent_about(&format!("{PAGE}/sort\""));
    let sort = [("field-sorted-as", "as-denunciation")];
    let refused = clerk.act(LETTER, "sort", &sort);
    assert_eq!(refused.status, 422);
    refused.says("thuộc thẩm quyền giải quyết của cấp huyện");
    let text = ("text", "Đơn nói Chủ tịch phường vi phạm.");
    assert_eq!(clerk.act(LETTER, "send-up", &[("unit", "south"), text]).status, 422);
    assert_eq!(clerk.act(LETTER, "send-up", &[("unit", "city"), text]).status, 303);
    is_signed_by_the_clerk(&clerk, PAGE, &["Chủ tịch phường vi phạm"]);
    assert_eq!(head.get(PAGE).status, 404);
    let city = Desk::at(&site, "city-clerk");
    city.get(PAGE).keeps_silent_about(&format!("{PAGE}/send-up\""));
    assert_eq!(city.act(LETTER, "sort", &sort).status, 303);
}

#[test]
fn what_verifiers_and_the_accused_get_does_not_tell_who_denounced() {
    let site = denounced("north", "commune-staff");
    let (clerk, head) = (Desk::of(&site, "clerk"), Desk::of(&site, "head"));
    assert_eq!(head.act(CODE, "accept", &[]).status, 303);
    let told = [
        ("Liên hệ +84 91.234.5678 để hỏi thêm.", "có số điện thoại"),
        ("Người tố cáo: 0912 345 678", "có số điện thoại"),
    ];
    for (text, why) in told {
        let given = [("post", "north-handler"), ("field-stripped-letter", text)];
        let refused = clerk.act(CODE, "assign", &given);
        assert_eq!(refused.status, 422, "{text}");
        refused.says(why);
        refused.says("href=\"#assign-field-stripped-letter\"");
        refused.says("id=\"assign-field-stripped-letter-help\">Lược bỏ họ tên");
    }
    let given = [("post", "north-handler"), ("field-stripped-letter", "Có người thu tiền ở tổ 3.")];
    assert_eq!(clerk.act(CODE, "assign", &given).status, 303);
    clerk.get(CASE).says("<dt>Nội dung đơn đã lược bỏ thông tin về người gửi</dt>");
    let content = [("field-told-content", "Người ở số 0912345678 nói rằng ông thu tiền.")];
    let refused = head.act(CODE, "inform-accused", &content);
    assert_eq!(refused.status, 422);
    refused.says("có số điện thoại");

    // What is sealed is compared with nothing, so a guess is neither confirmed nor refused.
    let content = [("field-told-content", "Nguyễn Thị Thử nói rằng ông thu tiền.")];
    assert_eq!(head.act(CODE, "inform-accused", &content).status, 303);
}

#[test]
fn a_handler_reports_what_was_found_and_the_head_concludes() {
    let site = denounced("north", "commune-staff");
    let (clerk, head, handler) =
        (Desk::of(&site, "clerk"), Desk::of(&site, "head"), Desk::of(&site, "handler"));
    assert_eq!(clerk.post(&format!("{CASE}/accept"), &[("seen", "2")]).status, 404);
    assert_eq!(head.act(CODE, "accept", &[]).status, 303);
    let given = [("post", "north-handler"), ("field-stripped-letter", "Có người thu tiền ở chợ.")];
    assert_eq!(clerk.act(CODE, "assign", &given).status, 303);
    let page = handler.get(CASE);
    page.keeps_silent_about(&format!("{CASE}/conclude\""));
    let seen = page.hidden("seen");
    let concluded =
        [("seen", seen.as_str()), ("text", "Đã xác minh, có việc thu tiền như đơn nêu.")];
    assert_eq!(handler.post(&format!("{CASE}/conclude"), &concluded).status, 404);
    assert_eq!(handler.act(CODE, "report", &[("text", "Có việc thu tiền.")]).status, 303);
    head.get(CASE).says("Đã báo cáo kết quả xác minh");
    head.get(CASE).says(&format!("{CASE}/conclude\""));
    assert_eq!(count(&head.get("/cases?step=reported")), 1);
}

#[test]
fn what_everybody_reads_does_not_tell_who_asked() {
    let site = Site::open();
    let named = FORM.map(|(name, value)| {
        (
            name,
            if name == "subject" {
                "Trần Văn Thử đề nghị sửa đèn đường"
            } else {
                value
            },
        )
    });
    let refused = site.post("/ask", &named);
    assert_eq!(refused.status, 422);
    refused.says("có họ tên của người gửi đơn");

    let code = without_key(&site.ask()).to_owned();
    let (clerk, handler) = (Desk::of(&site, "clerk"), Desk::of(&site, "handler"));
    assert_eq!(clerk.act(&code, "accept", &[]).status, 303);
    assert_eq!(clerk.act(&code, "assign", &[("post", "north-handler")]).status, 303);
    let answer = |text: &str| {
        let seen = handler.get(&format!("/cases/{code}")).hidden("seen");
        let fields = [("seen", seen.as_str()), ("text", text)];
        let files = [File { name: "a.png", content: PICTURE }];
        handler.post_files(&format!("/cases/{code}/answer"), &fields, &files)
    };
    let told = answer("Phường đã sửa đèn ngõ 12, đề nghị ông Trần văn Thử kiểm tra lại.");
    assert_eq!(told.status, 422);
    told.says("có họ tên của người gửi đơn");
    let told = answer("Phường đã sửa đèn ngõ 12, đã gọi số 0912.345.678 để báo.");
    assert_eq!(told.status, 422);
    told.says("có số điện thoại");
    assert_eq!(answer("Phường đã sửa đèn ngõ 12, đề nghị người gửi kiểm tra lại.").status, 303);
}
