//! Who may ask for which route: as reviewed, and as every cell of the table answers over HTTP.

use jiff::civil::date;
use kheo_core::id::CaseCode;
use kheo_core::matter::Link;
use kheo_core::post::{Actor, Role};
use kheo_testkit::{on, rules};

use crate::client::Answer;
use crate::desk::Desk;
use crate::ground::{owe, plant};
use crate::site::{FORM, PASSWORD, Site, without_key};

const REVIEWED: &str = include_str!("../rights.txt");

#[test]
fn the_table_of_routes_and_roles_is_the_reviewed_one() {
    let table = kheo_web::rights_table();
    assert_eq!(
        table, REVIEWED,
        "the rights have changed; if that is right, put this into tests/rights.txt:\n{table}"
    );
}

/// A city in which every route of the table leads to something.
struct Ground {
    site: Site,
    open: String,
    later: String,
    matter: String,
    answered: String,
    proved: String,
    proof: String,
    asset: String,
}

impl Ground {
    fn new() -> Self {
        let site = Site::open();
        owe(&site);
        plant(&site);
        let ask = |once| {
            let fields =
                FORM.map(|(name, value)| (name, if name == "once" { once } else { value }));
            let sent = site.post("/ask", &fields);
            sent.header("location").trim_start_matches("/receipt/").to_owned()
        };
        let [open, answered, proved] = ["one", "two", "three"].map(ask);
        site.answer(&answered);
        let proof = site.answer(&proved).hash.to_string();
        let later = ask("four");
        let matter = link(&site, &proved, &later);
        site.sequence();
        let home = site.get("/").body;
        let asset = home.split("/assets/").nth(1).and_then(|rest| rest.split('"').next());
        let asset = asset.expect("a style sheet").to_owned();
        Self { site, open, later, matter, answered, proved, proof, asset }
    }

    /// The route with something that exists in each of its places.
    fn path(&self, route: &str) -> String {
        let code = match route {
            // The answer of the other is reopened by whoever may.
            route if route.starts_with("/follow/{code}/files") => &self.proved,
            route if route.starts_with("/follow") => &self.answered,
            // Judged can be only what goes on after something was answered.
            route if route.contains("/matter/") => &self.later,
            _ => &self.open,
        };
        let id = if route.starts_with("/tasks") { "c1-north" } else { "north" };
        let places = [
            ("{code}", code.as_str()),
            ("{kind}", "request"),
            ("{action}", "note"),
            ("{matter}", &self.matter),
            ("{deed}", "reopen"),
            ("{id}", id),
            ("{measure}", "trees"),
            ("{hash}", &self.proof),
            ("{hashed}", &self.asset),
            ("{period}", "2016-H1"),
            ("{unit}", "north"),
            ("{reference}", "reading:trees"),
            ("{number}", "1"),
            ("{*path}", "0/000.p/1"),
            ("{file}", if route.contains("/letters/") { "letter.docx" } else { "document.json" }),
        ];
        let path =
            places.iter().fold(route.to_owned(), |path, (at, value)| path.replace(at, value));
        assert!(!path.contains('{'), "nothing stands for a place of {route}");
        path
    }

    /// Asks for the route; forms carry what they need and the token of `desk`.
    fn ask(&self, method: &str, route: &str, desk: Option<&Desk<'_>>) -> Answer {
        let path = self.path(route);
        let code = if route.starts_with("/follow") { &self.answered } else { &self.open };
        let cases = self.site.cases();
        let case =
            cases.iter().find(|case| case.code.as_str() == without_key(code)).expect("the case");
        let seen = case.seen.to_string();
        let mut fields = FORM.to_vec();
        fields.extend([("login", "clerk"), ("password", PASSWORD), ("seen", seen.as_str())]);
        let other = case.began.to_string();
        fields.push(("other", other.as_str()));
        match (method, desk) {
            ("GET", None) => self.site.get(&path),
            ("GET", Some(desk)) => desk.get(&path),
            (_, None) => self.site.post(&path, &fields),
            (_, Some(desk)) => desk.post(&path, &fields),
        }
    }
}

/// Links two cases; answers the name of their matter.
fn link(site: &Site, one: &str, other: &str) -> String {
    let code = |code| CaseCode::typed(code).expect("a code");
    let link = Link::between(code(one), code(other));
    let code = link.one.clone();
    let linked = site.city.db.write_now(move |tx| {
        let stamp = on(date(2016, 6, 30));
        kheo_store::matter::link(tx, &rules(), &Actor::Import, &link, stamp)
    });
    linked.map_err(|why| why.to_string()).expect("a link");
    let matter = site.city.db.read_now(|r| kheo_store::matter::of(r, &code)).expect("a question");
    matter.expect("a matter").to_string()
}

/// Whether the answer lets its reader in, though what they sent may be refused.
fn lets_in(answer: &Answer) -> bool {
    let to_login = answer.header("location").starts_with("/login");
    !to_login && !matches!(answer.status, 401 | 403 | 404 | 405 | 500)
}

fn check(ground: &Ground, row: &str, role: Option<Role>, desk: Option<&Desk<'_>>) {
    let mut cells = row.split_whitespace();
    let (method, route) = (cells.next().expect("a method"), cells.next().expect("a path"));
    let column = role
        .map_or(0, |role| 1 + Role::ALL.iter().position(|other| *other == role).expect("a column"));
    let cell = cells.nth(column).expect("a cell");
    let answer = ground.ask(method, route, desk);
    let who = role.map_or("citizen", Role::word);
    let expected = match (cell, method, role) {
        ("-", "GET", None) => 303,
        ("-", _, None) => 401,
        ("-", _, Some(_)) if route.starts_with("/follow") => 403,
        ("-", _, Some(_)) => 404,
        (named, ..) => {
            assert_eq!(named, who, "{row}");
            assert!(lets_in(&answer), "{who}: {method} {route} answers {}", answer.status);
            return;
        }
    };
    assert_eq!(answer.status, expected, "{who}: {method} {route}");
    if expected == 303 {
        assert!(answer.header("location").starts_with("/login?next="), "{method} {route}");
    }
}

#[test]
fn every_cell_of_the_table_answers_as_it_says() {
    let ground = Ground::new();
    let ends_the_session = |row: &&str| row.contains(" /login ") || row.contains(" /logout ");
    let (last, rows): (Vec<&str>, Vec<&str>) = REVIEWED.lines().partition(ends_the_session);
    assert!(rows.len() > 20 && last.len() == 3, "the table was not read");
    for row in rows.iter().chain(&last) {
        check(&ground, row, None, None);
    }
    for role in Role::ALL {
        let desk = Desk::of(&ground.site, role.word());
        for row in &rows {
            check(&ground, row, Some(role), Some(&desk));
        }
        for row in &last {
            let desk = Desk::of(&ground.site, role.word());
            check(&ground, row, Some(role), Some(&desk));
        }
    }
}
