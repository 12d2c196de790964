//! Somebody signed in at the small city.

use kheo_core::id::PostId;

use crate::client::{self, Answer, File, MULTIPART, multipart, urlencoded};
use crate::site::{Beside, PASSWORD, Site};

/// Somebody signed in, with the token of their session.
pub(crate) struct Desk<'a> {
    pub(crate) site: &'a Site,
    cookie: String,
    csrf: String,
}

impl<'a> Desk<'a> {
    /// Signs in to a post of the ward `north` by its role.
    pub(crate) fn of(site: &'a Site, role: &str) -> Self {
        let cookie = site.sign_in(role);
        let csrf = site.get_with("/work", &[("cookie", &cookie)]).hidden("csrf");
        Self { site, cookie, csrf }
    }

    /// Makes an account for `post` and signs in to it.
    pub(crate) fn at(site: &'a Site, post: &'static str) -> Self {
        let hash = kheo_web::hash_password(PASSWORD, &[4; 16]).expect("a hash");
        let made = site
            .city
            .db
            .write_now(move |tx| kheo_store::account::create(tx, post, &hash, &PostId::new(post)));
        made.map_err(|why| why.to_string()).expect("an account");
        Self::of(site, post)
    }

    /// The same session at a second program on the same database.
    pub(crate) fn post_at(&self, beside: &Beside, path: &str, fields: &[(&str, &str)]) -> Answer {
        let mut all = vec![("csrf", self.csrf.as_str())];
        all.extend_from_slice(fields);
        let form = ("content-type", "application/x-www-form-urlencoded");
        client::send(beside.at, "POST", path, &[("cookie", &self.cookie), form], &urlencoded(&all))
    }

    /// The cookie of the session.
    pub(crate) fn cookie(&self) -> &str {
        &self.cookie
    }

    /// The token of the session.
    pub(crate) fn csrf(&self) -> &str {
        &self.csrf
    }

    /// A tab that was opened here, after somebody signed in again in another one.
    pub(crate) fn when_signed_in_again_as(self, newer: &Self) -> Self {
        Self { cookie: newer.cookie.clone(), ..self }
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.site.get_with(path, &[("cookie", &self.cookie)])
    }

    /// The same in English.
    pub(crate) fn get_in_english(&self, path: &str) -> Answer {
        self.site.get_with(path, &[("cookie", &format!("{}; kheo-lang=en", self.cookie))])
    }

    pub(crate) fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let mut all = vec![("csrf", self.csrf.as_str())];
        all.extend_from_slice(fields);
        self.site.post_with(path, &all, &[("cookie", &self.cookie)])
    }

    /// The same in English.
    pub(crate) fn post_in_english(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let mut all = vec![("csrf", self.csrf.as_str())];
        all.extend_from_slice(fields);
        let cookie = format!("{}; kheo-lang=en", self.cookie);
        self.site.post_with(path, &all, &[("cookie", &cookie)])
    }

    pub(crate) fn post_files(
        &self,
        path: &str,
        fields: &[(&str, &str)],
        files: &[File<'_>],
    ) -> Answer {
        let mut all: Vec<(&str, &[u8])> = vec![("csrf", self.csrf.as_bytes())];
        all.extend(fields.iter().map(|(name, value)| (*name, value.as_bytes())));
        let headers = [("cookie", self.cookie.as_str()), ("content-type", MULTIPART)];
        client::send(self.site.at, "POST", path, &headers, &multipart(&all, files))
    }

    /// Takes `action` on the case as it stands now.
    pub(crate) fn act(&self, code: &str, action: &str, fields: &[(&str, &str)]) -> Answer {
        let seen = self.get(&format!("/cases/{code}")).hidden("seen");
        let mut all = vec![("seen", seen.as_str())];
        all.extend_from_slice(fields);
        self.post(&format!("/cases/{code}/{action}"), &all)
    }
}

/// How many rows a file of comma-separated values has below its head.
pub(crate) fn rows(csv: &Answer) -> usize {
    assert_eq!(csv.header("content-type"), "text/csv; charset=utf-8", "{}", csv.body);
    assert!(csv.body.starts_with('\u{feff}'), "no byte order mark");
    csv.body.lines().count() - 1
}

/// The number that a list says it has.
pub(crate) fn count(list: &Answer) -> usize {
    let said = list.body.split_once("<p class=\"count\"><b>").expect("a count").1;
    let digits: String = said.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().expect("a number")
}
