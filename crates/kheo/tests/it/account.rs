//! Accounts: somebody can sign in to a real installation, and cannot any more.

use crate::program::{Ended, Rows, Server, kheo, kheo_told};
use crate::served::{ask, get_as};

const PASS: &str = "mưa đầu mùa 2016";

fn add(rows: &Rows, login: &str, post: &str, password: &str) -> Ended {
    let data = rows.data();
    let add = ["account", "add", "--data", &data, "--login", login, "--post", post];
    kheo_told(&[&add[..], &["--password-stdin"]].concat(), &format!("{password}\n"))
}

fn serve(rows: &Rows) -> Server {
    Server::start(&["serve", "--data", &rows.data(), "--listen", "127.0.0.1:0"])
}

/// The cookie of a session, when the password is right.
pub(crate) fn signed_in(server: &Server, login: &str, password: &str) -> Option<String> {
    let encoded: Vec<String> = password.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let encoded = encoded.concat();
    let body = format!("login={login}&password={encoded}");
    let (host, length) = (&server.address, body.len());
    let answer = ask(
        server,
        &format!(
            "POST /login HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\
             Content-Type: application/x-www-form-urlencoded\r\n\
             Content-Length: {length}\r\n\r\n{body}"
        ),
    );
    let cookies = answer.lines().filter_map(|line| line.split_once(": "));
    let mut set = cookies.filter(|(name, _)| name.eq_ignore_ascii_case("set-cookie"));
    set.find_map(|(_, cookie)| cookie.starts_with("kheo-session=").then(|| cookie.to_owned()))
        .map(|cookie| cookie.split(';').next().unwrap().to_owned())
}

fn is_open(server: &Server, cookie: &str) -> bool {
    get_as(server, "/work", cookie).starts_with("HTTP/1.1 200")
}

#[test]
fn an_account_opens_a_post_until_it_is_removed() {
    let rows = Rows::of_a_city();
    rows.import("en").well();
    let data = rows.data();
    let list = || kheo(&["account", "list", "--data", &data]).well();
    assert!(list().contains("no accounts yet"), "{}", list());
    let added = add(&rows, "lan", "dao-clerk", PASS).well();
    assert!(added.contains("lan") && !added.contains(PASS), "{added}");
    assert_eq!(list(), "lan\tdao-clerk\tClerk\n");

    let server = serve(&rows);
    let cookie = signed_in(&server, "lan", PASS).unwrap();
    assert!(is_open(&server, &cookie));
    assert_eq!(signed_in(&server, "lan", "another pass phrase"), None);
    drop(server);

    let change = ["account", "password", "--data", &data, "--login", "lan", "--password-stdin"];
    kheo_told(&change, "nắng cuối thu 2016\n").well();
    let server = serve(&rows);
    assert!(!is_open(&server, &cookie), "a session outlived the password");
    assert_eq!(signed_in(&server, "lan", PASS), None);
    let cookie = signed_in(&server, "lan", "nắng cuối thu 2016").unwrap();
    drop(server);

    kheo(&["account", "remove", "--data", &data, "--login", "lan"]).well();
    add(&rows, "lan", "dao-clerk", PASS).well();
    let server = serve(&rows);
    assert!(!is_open(&server, &cookie), "a session outlived its account");
    assert!(signed_in(&server, "lan", PASS).is_some());
}

#[test]
fn an_account_that_cannot_be_is_refused_in_either_language() {
    let rows = Rows::of_a_city();
    rows.import("en").well();
    let data = rows.data();
    add(&rows, "lan", "dao-clerk", PASS).well();
    let taken = add(&rows, "lan", "dao-clerk", PASS).refused();
    assert!(taken.contains("“lan” is in use already"), "{taken}");
    let nowhere = add(&rows, "huy", "dao-king", PASS).refused();
    assert!(nowhere.contains("no post “dao-king”"), "{nowhere}");
    let short = add(&rows, "huy", "dao-clerk", "12345").refused();
    assert!(short.contains("at least 12") && !short.contains("12345"), "{short}");
    let nameless = add(&rows, " ", "dao-clerk", PASS).refused();
    assert!(nameless.contains("login"), "{nameless}");

    let vi = ["--lang", "vi", "account"];
    let unknown = [&vi[..], &["remove", "--data", &data, "--login", "huy"]].concat();
    let unknown = kheo(&unknown).refused();
    assert!(unknown.contains("Không có tài khoản \"huy\""), "{unknown}");
    let asked = [&vi[..], &["password", "--data", &data, "--login", "lan"]].concat();
    let asked = kheo(&asked).refused();
    assert!(asked.contains("--password-stdin"), "{asked}");
    assert_eq!(kheo(&["account", "list", "--data", &data]).well(), "lan\tdao-clerk\tClerk\n");
}
