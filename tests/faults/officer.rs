//! Somebody who signed in, and acts.

use ureq::Agent;

use crate::city::PASSWORD;
use crate::writer::agent;

/// The name by which pages are asked for, so that they are the same from every port.
const HOST: &str = "bien.example";

/// An officer with a browser.
pub(crate) struct Officer {
    /// The cookie of the session.
    pub(crate) cookie: String,
    agent: Agent,
}

impl Officer {
    /// Signs in to the post `login` on the server at `address`.
    #[track_caller]
    pub(crate) fn signed_in(address: &str, login: &str) -> Self {
        let agent = agent();
        let form = [("login", login), ("password", PASSWORD)];
        let answer = agent.post(format!("{address}/login")).send_form(form).unwrap();
        let cookie = answer.headers().get("set-cookie").and_then(|value| value.to_str().ok());
        let cookie = cookie.and_then(|value| value.split(';').next()).expect("a session");
        Self { cookie: cookie.to_owned(), agent }
    }

    /// The page at `url`.
    pub(crate) fn get(&self, url: &str) -> Result<(u16, String), ureq::Error> {
        let mut answer =
            self.agent.get(url).header("Host", HOST).header("Cookie", &self.cookie).call()?;
        let body = String::from_utf8_lossy(&answer.body_mut().read_to_vec()?).into_owned();
        Ok((answer.status().as_u16(), body))
    }

    /// Sends the form at `url` that takes a note, as `page` showed it.
    pub(crate) fn note(&self, url: &str, page: &str) -> (u16, String) {
        let hidden = |name: &str| {
            let (_, rest) = page.rsplit_once(&format!("name=\"{name}\" value=\"")).expect(name);
            rest.split('"').next().unwrap_or_default().to_owned()
        };
        let (csrf, seen) = (hidden("csrf"), hidden("seen"));
        let form =
            [("csrf", csrf.as_str()), ("seen", seen.as_str()), ("text", "Đã gọi điện hỏi thêm.")];
        let post = self.agent.post(url).header("Cookie", &self.cookie);
        let mut answer = post.send_form(form).unwrap();
        (answer.status().as_u16(), answer.body_mut().read_to_string().unwrap())
    }
}
