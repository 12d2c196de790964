//! Rows that the rules refuse, and rows that are made uniform.

use std::fs;
use std::path::Path;

use crate::program::{Rows, copy, kheo, pdf, top};

/// A request to `unit`, with this title and telephone number.
fn request(unit: &str, subject: &str, phone: &str) -> String {
    format!(
        "KN-2016-0001-WXHY,recommendation,{unit},roads,2016-05-03,{subject},\
         Cống ngang đường ở tổ 14 bị vỡ nắp.,tổ 14,,{phone},,demonstration,"
    )
}

/// The entries of the ledger, in words: `… 3 entries …`.
fn ledger(rows: &Rows) -> String {
    kheo(&["ledger", "check", "--data", &rows.data()]).well()
}

#[test]
fn a_row_that_the_rules_refuse_is_named_and_nothing_of_any_file_stays() {
    let rows = Rows::of_a_city().write("cases.csv", &request("atlantis", "Cống vỡ nắp", ""));
    for (lang, said) in
        [("en", "There is no unit “atlantis”"), ("vi", "Không có đơn vị “atlantis”")]
    {
        let refused = rows.import(lang).refused();
        for part in ["cases.csv", "2", said] {
            assert!(refused.contains(part), "{part} is not in: {refused}");
        }
        assert!(!Path::new(&rows.data()).exists(), "a refused import leaves nothing behind");
    }
    let rows = rows.write("cases.csv", &request("dao", "Cống vỡ nắp", ""));
    let done = rows.import("en").well();
    assert!(done.contains("2 units, 2 posts") && done.contains("1 cases"), "{done}");
    assert!(!ledger(&rows).contains(" 0 entries"));

    let before = ledger(&rows);
    let again = rows.import("en").refused();
    assert!(again.contains("units.csv") && again.contains("“bien”"), "{again}");
    assert_eq!(ledger(&rows), before, "an import over files that are there already");
}

#[test]
fn text_out_of_bounds_is_refused_with_all_that_is_wrong() {
    let rows = Rows::of_a_city().write("cases.csv", &request("dao", "Cống", "gọi tôi"));
    let refused = rows.import("en").refused();
    for part in ["cases.csv", "line 2", "subject: fewer than 5", "phone: no telephone number"] {
        assert!(refused.contains(part), "{part} is not in: {refused}");
    }
    let long = "Đảo".repeat(100);
    let unit = format!("dao,,{long},Đảo commune,commune,government,,2000-01-01,,,,,");
    let refused = Rows::of_a_city().write("units.csv", &unit).import("vi").refused();
    assert!(refused.contains("units.csv, dòng 2: name: 300 ký tự"), "{refused}");
}

#[test]
fn decomposed_letters_are_composed() {
    let decomposed = "bien,,Thành phố Biển,Bien,city,government,,2000-01-01,,,,,\n\
                      dao,,Xa\u{303}  Đa\u{309}o,Dao,commune,government,bien,2000-01-01,,,,,";
    let rows = Rows::of_a_city().write("units.csv", decomposed);
    rows.import("en").well();
    let out = rows.beside("review.html");
    let export = ["review", "export", "--period", "2016-H1", "--unit", "dao", "--format", "html"];
    let to = ["--lang", "vi", "--out", &out, "--data", &rows.data()];
    kheo(&[&export[..], &to].concat()).well();
    let page = fs::read_to_string(out).unwrap();
    assert!(page.contains("xã Đảo") && !page.contains('\u{303}'), "the name is not composed");
}

#[test]
fn a_proof_that_is_missing_is_named_and_one_with_a_decomposed_name_is_found() {
    let act = "KN-2016-0001-WXHY,2016-05-04,accept,dao-clerk,,,,hiện trường.pdf";
    let rows = Rows::of_a_city()
        .write("cases.csv", &request("dao", "Cống vỡ nắp", ""))
        .write("acts.csv", act);
    let refused = rows.import("en").refused();
    assert!(refused.contains("acts.csv, line 2: there is no files/hiện trường.pdf"), "{refused}");

    fs::create_dir(rows.beside("rows/files")).unwrap();
    let rows = rows.put("files/hiê\u{323}n trươ\u{300}ng.pdf", pdf());
    rows.import("en").well();
}

#[test]
fn days_that_cannot_be_are_all_told_and_nothing_is_brought_in() {
    let cases = format!(
        "{}\n{}",
        request("dao", "Cống vỡ nắp", ""),
        request("dao", "Đường hỏng", "").replace("0001", "0002").replace("2016-05", "2961-05")
    );
    let acts = "KN-2016-0001-WXHY,2016-05-02,accept,dao-clerk,,,,\n\
                KN-2016-0001-WXHY,2016-05-04,accept,dao-clerk,,,,";
    let rows = Rows::of_a_city().write("cases.csv", &cases).write("acts.csv", acts);
    for lang in ["vi", "en"] {
        let refused = rows.import(lang).refused();
        for part in
            ["2 ", "cases.csv, ", " 3: 2961-05-03", "acts.csv, ", " 2: 2016-05-02", "2016-05-03"]
        {
            assert!(refused.contains(part), "{part} is not in: {refused}");
        }
        assert_eq!(refused.matches("acts.csv").count(), 1, "{refused}");
    }
    let rows = rows.write("cases.csv", &request("dao", "Cống vỡ nắp", ""));
    rows.write("acts.csv", acts.lines().last().unwrap().trim()).import("en").well();
}

#[test]
fn today_is_that_of_the_demonstration_that_rows_go_to() {
    let rows = Rows::of_a_city().write("cases.csv", &request("dao", "Cống vỡ nắp", ""));
    kheo(&["demo", "--no-serve", "--data", &rows.data()]).well();
    let later = request("dao", "Cống vỡ nắp", "").replace("2016-05-03", "2016-07-01");
    let rows = rows.write("cases.csv", &later.replace("KN-2016-0001-WXHY", "KN-2016-9001-WXHY"));
    let refused = rows.import("en").refused();
    assert!(
        refused.contains("cases.csv, line 2: 2016-07-01 is after today, 2016-06-30"),
        "{refused}"
    );
}

#[test]
fn a_proof_larger_than_a_form_may_send_is_refused() {
    let act = "KN-2016-0001-WXHY,2016-05-04,accept,dao-clerk,,,,scan.pdf";
    let rows = Rows::of_a_city()
        .write("cases.csv", &request("dao", "Cống vỡ nắp", ""))
        .write("acts.csv", act);
    fs::create_dir(rows.beside("rows/files")).unwrap();
    let mut scan = pdf();
    let end = scan.windows(9).rposition(|word| word == b"startxref").unwrap();
    let end = scan.split_off(end);
    scan.resize((10 << 20) - end.len(), b' ');
    scan.extend(end);
    let path = rows.beside("rows/files/scan.pdf");
    for (more, taken) in [(&b"\n"[..], false), (b"", true)] {
        fs::write(&path, [&scan[..], more].concat()).unwrap();
        let done = rows.import("en");
        if taken {
            done.well();
        } else {
            let refused = done.refused();
            assert!(refused.contains("files/scan.pdf is larger than 10 MB"), "{refused}");
        }
    }
}

#[test]
fn what_is_no_code_of_a_case_is_refused_with_how_it_is_written() {
    for code in ["12/2016", "KN-2016-99999999999999999999", "kn"] {
        let case = request("dao", "Cống vỡ nắp", "").replace("KN-2016-0001-WXHY", code);
        let refused = Rows::of_a_city().write("cases.csv", &case).import("en").refused();
        assert!(refused.contains("line 2") && refused.contains("KN-2016-0412"), "{refused}");
    }
}

#[test]
fn what_an_import_does_not_read_is_named() {
    let rows = Rows::of_a_city().put("acounts.csv", "login,post\n");
    fs::create_dir(rows.beside("rows/later")).unwrap();
    let done = rows.import("en");
    assert!(done.complained.contains("acounts.csv, later"), "{}", done.complained);
    assert!(!done.complained.contains("units.csv"), "{}", done.complained);
    done.well();
}

/// The sample pack, whose clock `asking` runs 15 days, in a remote area 25; here its end rolls.
fn packs(rows: &Rows) -> String {
    let (from, to) = (top().join("crates/kheo-pack/tests/packs/small"), rows.beside("packs"));
    copy(&from, Path::new(&to));
    let kind = format!("{to}/roads/report.toml");
    let written = fs::read_to_string(&kind).unwrap();
    let rolling = written.replace("roll = false, sense", "roll = true, sense");
    assert_ne!(written, rolling);
    fs::write(kind, rolling).unwrap();
    to
}

/// A case is accepted as remote where its unit is, unless the row says otherwise.
#[test]
fn an_act_takes_from_its_unit_whether_the_case_is_remote() {
    let rows = [("2012-07-01", "", true), ("2012-07-01", "false", false), ("", "", false)];
    for (remote_since, said, remote) in rows {
        let head = "id,code,name,name_en,kind,bloc,parent,since,until,successors,population,area_km2,source";
        let units = format!(
            "{head},remote_since\ndao,,Xã Đảo,Đảo commune,commune,government,,2000-01-01,,,,,,{remote_since}\n"
        );
        let acts = "code,on,action,by,text,unit,post,proof,remote";
        let acts = format!("{acts}\nBH-2016-0001-WXHY,2016-05-05,ask,dao-clerk,Ở đâu?,,,,{said}\n");
        let case = request("dao", "Cống vỡ nắp", "").replace("KN-", "BH-");
        let case = case.replace("recommendation", "report").replace("roads", "surface");
        let head =
            "code,kind,unit,topic,on,subject,text,place,name,phone,again,origin,source,fields";
        let case = format!("{head}\n{case},seen-on: 2016-05-01\n");
        let rows = Rows::of_a_city().put("units.csv", &units).put("acts.csv", &acts);
        let rows = rows
            .write("posts.csv", "dao-clerk,dao,clerk,Cán bộ tiếp dân,Clerk\ndao-handler,dao,handler,Cán bộ xử lý,Handler\ndao-head,dao,head,Chủ tịch,Chair")
            .put("cases.csv", &case);
        let (packs, folder) = (packs(&rows), rows.beside("rows"));
        kheo(&["import", &folder, "--data", &rows.data(), "--packs", &packs]).well();

        // 25 days from 5 May 2016 end on Monday the 30th; here that Monday is given off.
        let calendar = rows.beside("calendar.toml");
        let swap = "[[swap]]\noff = 2016-05-30\nworked = 2016-06-04\nsource = \"x\"\nconfidence = \"high\"\n";
        fs::write(&calendar, format!("version = \"thu\"\n{swap}")).unwrap();
        let moved = ["calendar", "moved", "--data", &rows.data(), "--packs", &packs];
        let moved = kheo(&[&moved[..], &["--calendar", &calendar]].concat()).well();
        assert_eq!(moved.contains("30 May 2016 → 31 May 2016"), remote, "{said}: {moved}");
    }
}

#[test]
fn what_was_said_of_matters_comes_in_with_the_cases_or_is_named() {
    let other = request("dao", "Nắp cống vẫn vỡ", "").replace("0001-WXHY", "0002-WXHY");
    let cases = format!("{}\n{other}", request("dao", "Cống vỡ nắp", ""));
    let city = || Rows::of_a_city().write("cases.csv", &cases);
    let link = "link,KN-2016-0001-WXHY,KN-2016-0002-WXHY,2016-05-04,dao-clerk,";
    let done = city().write("matters.csv", link).import("en").well();
    assert!(done.contains("1 rows about matters"), "{done}");
    let rows = [
        (format!("{link}\n{link}"), "line 3", "linked already"),
        (link.replace("0002-WXHY", "0001-WXHY"), "line 2", "with itself"),
        (link.replace("dao-clerk", "citizen"), "line 2", "not allow"),
        (link.replace("KN-2016-0002-WXHY", ""), "line 2", "other"),
        (link.replace("0002", "0009"), "line 2", "KN-2016-0009"),
        (link.replace("link", "glue"), "matters.csv, line 2", "link, unlink, judge, withdraw"),
        ("judge,KN-2016-0001-WXHY,,2016-05-04,dao-clerk,Lý do".into(), "line 2", "not allow"),
    ];
    for (said, at, why) in rows {
        let refused = city().write("matters.csv", &said).import("en").refused();
        assert!(refused.contains(at) && refused.contains(why), "{at}, {why}: {refused}");
    }
}

#[test]
fn a_column_says_for_how_many_people_a_petition_speaks() {
    let head = "code,kind,unit,topic,on,subject,text,place,name,phone,persons,again,origin,source";
    let row = |persons: &str| {
        request("dao", "Cống vỡ nắp", "")
            .replace(",demonstration", &format!("{persons},,demonstration"))
    };
    let rows = |persons: &str| {
        let table = format!("{head}\n{}\n", row(persons));
        Rows::of_a_city().put("cases.csv", &table)
    };
    rows("37").import("en").well();
    rows("").import("en").well();
    let refused = rows("0").import("en").refused();
    assert!(refused.contains("persons: not a number from 1 to 10000"), "{refused}");
}

/// What is handed in at a counter: a dossier whose limit its row says, and a day of reception.
#[test]
fn kinds_that_ask_more_are_brought_in_with_their_fields() {
    let head = "code,kind,unit,topic,on,subject,text,place,name,phone,again,fields,origin,source";
    let dossier = |days: &str| {
        format!(
            "HS-2016-0001-WXHY,dossier,dao,dossier-civil-status,2016-05-04,Trích lục khai sinh,\
             Xin cấp bản sao trích lục khai sinh.,,Nguyễn Thị Thử,,,\"procedure: Cấp bản sao trích lục\n\
             published-by: QĐ mẫu\nlimit-days: {days}\nlimit-unit: counted-in-working-days\",entered,"
        )
    };
    let visit = "TCD-2016-0001-WXHY,reception,dao,visit-guidance,2016-05-04,Hỏi thủ tục khai sinh,\
                 Công dân hỏi thủ tục khai sinh.,,,,,\"received-by: head\nvisitors: 1\",entered,";
    let acts = "code,on,action,by,text,unit,post,proof,fields\n\
                TCD-2016-0001-WXHY,2016-05-04,promise,dao-clerk,Sẽ trả lời bằng văn bản.,,,,promised-days: 20\n";
    let rows = |days: &str| {
        let cases = format!("{head}\n{}\n{visit}\n", dossier(days));
        let posts = "dao-clerk,dao,clerk,Cán bộ tiếp dân,Clerk\ndao-head,dao,head,Chủ tịch,Chair";
        Rows::of_a_city().write("posts.csv", posts).put("cases.csv", &cases).put("acts.csv", acts)
    };
    let refused = rows("2.5").import("en").refused();
    assert!(refused.contains("limit-days: is not a whole number"), "{refused}");
    let refused = rows("").import("en").refused();
    assert!(refused.contains("limit-days: is not filled in"), "{refused}");
    let done = rows("10").import("en").well();
    assert!(done.contains("2 cases, 1 acts"), "{done}");
}

/// What a refused import lists, without its first line and its remedy.
fn listed(refused: &str) -> Vec<&str> {
    refused.lines().filter(|line| line.contains(".csv, ")).collect()
}

#[test]
fn every_fault_of_every_file_is_told_at_once_by_file_and_line() {
    let case = |code: &str, unit: &str, subject: &str| {
        request(unit, subject, "").replace("KN-2016-0001-WXHY", code)
    };
    let cases = [
        case("KN-2016-0001-WXHY", "dao", "Cống vỡ nắp"),
        case("KN-2016-0002-WXHY", "dao", "Đường hỏng").replace("2016-05-03", "03/05/2016"),
        case("kn20160001", "dao", "Cống vỡ nắp lần nữa"),
        case("KN-2016-0004-WXHY", "atlantis", "Cầu gãy"),
        case("KN-2016-0005-WXHY", "dao", "Mưa"),
        "KN-2016-0006-WXHY,recommendation,dao".to_owned(),
        case("KN-2016-0007-WXHY", "nui", "Đèn hỏng"),
    ];
    let units = "bien,,Thành phố Biển,Biển city,city,government,,2000-01-01,,,,,\n\
                 dao,,Xã Đảo,Đảo commune,commune,government,bien,2000-01-01,,,,,\n\
                 nui,,Xã Núi,Núi commune,village,government,bien,31.12.1999,,,many,,";
    let acts = "KN-2016-0001-WXHY,2016-05-02,accept,dao-clerk,,,,\n\
                KN-2016-0001-WXHY,2016-05-04,accept,dao-clerk,,,,scan.pdf\n\
                KN-2016-0001-WXHY,2016-05-04,accept,dao-clerk,,,,\n\
                KN-2016-0002-WXHY,2016-05-04,accept,dao-clerk,,,,\n\
                KN-2016-0004-WXHY,2016-05-04,accept,dao-clerk,,,,\n\
                KN-2016-0009-WXHY,2016-05-04,accept,dao-clerk,,,,";
    let rows = Rows::of_a_city()
        .write("units.csv", units)
        .write("cases.csv", &cases.join("\n"))
        .write("acts.csv", acts);

    let refused = rows.import("en").refused();

    let expected = [
        "units.csv, line 4: kind: “village” is none of these words: province, city, ward, commune,",
        "units.csv, line 4: since: “31.12.1999” is no day; write it as 2016-05-31.",
        "units.csv, line 4: population: “many” is no whole number, or too large.",
        "cases.csv, line 3: on: “03/05/2016” is no day; write it as 2016-05-31.",
        "cases.csv, line 4: KN-2016-0001 stands already in line 2.",
        "cases.csv, line 5: There is no unit “atlantis”",
        "cases.csv, line 6: subject: fewer than 5",
        "cases.csv, line 7: 3 cells, but the head has 13 columns.",
        "acts.csv, line 2: 2016-05-02 is before 2016-05-03, the day KN-2016-0001 was registered.",
        "acts.csv, line 3: there is no files/scan.pdf;",
        "acts.csv, line 7: There is no case “KN-2016-0009”",
    ];
    let told = listed(&refused);
    assert_eq!(told.len(), expected.len(), "{refused}");
    for (told, expected) in told.iter().zip(expected) {
        assert!(told.starts_with(expected), "{told} is not: {expected}");
    }
    assert!(refused.contains("Faults in the files: 11."), "{refused}");
    assert!(!Path::new(&rows.data()).exists(), "nothing is left behind");

    let refused = rows.import("vi").refused();
    let told = listed(&refused);
    assert_eq!(told.len(), expected.len(), "{refused}");
    assert_eq!(
        told[3],
        "cases.csv, dòng 3: on: “03/05/2016” không phải là ngày; hãy ghi như 2016-05-31."
    );
    assert_eq!(told[4], "cases.csv, dòng 4: KN-2016-0001 đã có ở dòng 2.");
    for english in [" expected ", " line ", "is no", "there is", "cells"] {
        assert!(!refused.contains(english), "{english} is English in: {refused}");
    }
}

#[test]
fn heads_that_do_not_fit_are_named_and_nothing_is_guessed_from_their_rows() {
    let rows = Rows::of_a_city()
        .put("posts.csv", "id,unit,rol,title,title_en,id\nx,nowhere,clerk,T,T,y\n")
        .write("cases.csv", &request("atlantis", "Cống vỡ nắp", ""));
    let refused = rows.import("en").refused();
    assert_eq!(
        listed(&refused),
        [
            "posts.csv, line 1: the column “role” is missing.",
            "posts.csv, line 1: there is no column “rol” in this file.",
            "posts.csv, line 1: the column “id” stands there twice.",
        ],
        "{refused}"
    );
    let rows = rows.put("posts.csv", "id;unit;role;title;title_en\nx;dao;clerk;T;T\n");
    let refused = rows.import("vi").refused();
    assert_eq!(listed(&refused).len(), 1, "{refused}");
    assert!(
        refused.contains("posts.csv, dòng 1: các cột cách nhau bằng dấu chấm phẩy"),
        "{refused}"
    );
    let rows = rows.put("posts.csv", "\u{feff}id,unit,role,title,title_en\n");
    let latin = [&b"bien,,Th\xe0nh,Bien,city,government,,,,,,,\n"[..]].concat();
    let path = rows.beside("rows/units.csv");
    let head = fs::read(&path).unwrap();
    let head = head.split_inclusive(|byte| *byte == b'\n').next().unwrap();
    fs::write(&path, [head, &latin].concat()).unwrap();
    let refused = rows.import("vi").refused();
    assert!(refused.contains("units.csv, dòng 2: không phải văn bản UTF-8"), "{refused}");
}

#[test]
fn a_refused_import_leaves_an_installation_and_folders_that_were_there_as_they_were() {
    let rows = Rows::of_a_city();
    rows.import("en").well();
    let before = ledger(&rows);
    let rows = rows.write("cases.csv", &request("atlantis", "Cống vỡ nắp", ""));
    rows.import("en").refused();
    assert_eq!(ledger(&rows), before);

    let (folder, deep) = (rows.beside("rows"), rows.beside("empty/new/data"));
    fs::create_dir(rows.beside("empty")).unwrap();
    kheo(&["import", &folder, "--data", &deep]).refused();
    let left = fs::read_dir(rows.beside("empty")).unwrap().count();
    assert_eq!(left, 0, "the folder that was there stays, what was made in it goes");
}

#[test]
fn a_fault_stands_on_the_line_that_an_editor_shows_whatever_ends_the_lines() {
    let refused = request("atlantis", "Cầu gãy", "");
    let spread = request("dao", "Cống vỡ nắp", "").replace("0001", "0002");
    let spread = spread.replace("Cống ngang", "\"Cống\n\nngang").replace("nắp.,", "nắp.\",");
    let again = request("dao", "Cống vỡ nắp", "");
    let cases = [refused.as_str(), &spread, &again, "", &refused].join("\n");
    for end in ["\n", "\r\n"] {
        let rows = Rows::of_a_city().write("cases.csv", &cases);
        let path = rows.beside("rows/cases.csv");
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text.replace('\n', end)).unwrap();
        let said = rows.import("en").refused();
        let told = listed(&said);
        let expected = [
            "cases.csv, line 2: There is no unit “atlantis”",
            "cases.csv, line 6: KN-2016-0001 stands already in line 2.",
            "cases.csv, line 8: KN-2016-0001 stands already in line 2.",
        ];
        assert_eq!(told.len(), expected.len(), "{end:?}: {said}");
        for (told, expected) in told.iter().zip(expected) {
            assert!(told.starts_with(expected), "{end:?}: {told} is not: {expected}");
        }
    }
}

#[test]
fn a_refused_import_leaves_the_files_of_a_demonstration_that_broke_off() {
    let rows = Rows::of_a_city().write("cases.csv", &request("atlantis", "Cống vỡ nắp", ""));
    let data = Path::new(&rows.data()).to_owned();
    fs::create_dir_all(data.join("files")).unwrap();
    fs::write(data.join("DEMONSTRATION"), "2016-06-30T00:00:00Z\n").unwrap();
    fs::write(data.join("files/kept"), "x").unwrap();
    rows.import("en").refused();
    assert!(data.join("files/kept").exists() && !data.join("kheo.db").exists());
}

#[test]
fn nothing_is_brought_to_a_body_without_a_post_that_receives_it() {
    let units = "bien,,Thành phố Biển,Biển city,city,government,,2000-01-01,,,,,\n\
                 dao,,Xã Đảo,Đảo commune,commune,government,bien,2000-01-01,,,,,\n\
                 bien-toa-an,,Tòa án nhân dân,People’s Court,department,government,bien,,,,,,";
    let rows = Rows::of_a_city().write("units.csv", units);
    let rows = rows.write("cases.csv", &request("bien-toa-an", "Cống vỡ nắp", ""));
    for (lang, said) in [
        ("en", "cases.csv, line 2: No post of the unit “bien-toa-an” may take cases of this kind."),
        ("vi", "cases.csv, dòng 2: Ở đơn vị “bien-toa-an” không có chức vụ nào được nhận"),
    ] {
        let refused = rows.import(lang).refused();
        assert!(refused.contains(said), "{refused}");
    }
}

#[test]
fn a_task_that_is_due_before_it_is_given_is_refused() {
    let conclusion = "id,unit,concluded,text,text_en,on,origin,source\n\
                      2016-H1-01,bien,2016-H1,Sửa cống,Mend the culvert,2016-07-01,demonstration,\n";
    let task = |due: &str| {
        format!(
            "id,conclusion,unit,due_on,on,origin,source\n\
             2016-H1-01-dao,2016-H1-01,dao,{due},2016-07-04,demonstration,\n"
        )
    };
    let rows = Rows::of_a_city().put("conclusions.csv", conclusion);
    let rows = rows.put("tasks.csv", task("2016-07-03"));
    let refused = rows.import("vi").refused();
    let said = "tasks.csv, dòng 2: Hạn (03/07/2016) sớm hơn ngày giao (04/07/2016).";
    assert!(refused.contains(said), "{refused}");
    rows.put("tasks.csv", task("2016-07-04")).import("en").well();
}
