//! Clients that ask for pages, and how long they waited.

use std::time::Duration;

use ureq::Agent;

use crate::program::{Fault, Running, stopwatch};

/// How long a client reads a page before it asks for the next.
const PAUSE: Duration = Duration::from_millis(100);

/// Somebody with a browser.
pub(crate) struct Client {
    agent: Agent,
    address: String,
}

impl Client {
    pub(crate) fn new(running: &Running) -> Self {
        Self { agent: Agent::new_with_defaults(), address: running.address.clone() }
    }

    /// An officer of the demonstration with a browser.
    pub(crate) fn signed_in(running: &Running, login: (&str, &str)) -> Result<Self, Fault> {
        let client = Self::new(running);
        client.sign_in(login)?;
        Ok(client)
    }

    pub(crate) fn get(&self, page: &str) -> Result<String, Fault> {
        let url = format!("{}{page}", self.address);
        let mut answer = self.agent.get(url).call().map_err(Box::new)?;
        Ok(answer.body_mut().read_to_string().map_err(Box::new)?)
    }

    /// Reads a file to its end.
    pub(crate) fn read(&self, file: &str) -> Result<(), Fault> {
        let url = format!("{}{file}", self.address);
        let mut answer = self.agent.get(url).call().map_err(Box::new)?;
        answer.body_mut().read_to_vec().map_err(Box::new)?;
        Ok(())
    }

    /// Sends a recommendation as a program does under the name `request`, and returns the code it is followed by.
    pub(crate) fn ask(&self, request: &str) -> Result<String, Fault> {
        let petition = r#"{"kind": "recommendation", "unit": "song-cau",
            "subject": "Đèn đường hỏng", "text": "Đèn ở tổ 9 hỏng đã hai tuần."}"#;
        let mut answer = self
            .agent
            .post(format!("{}/api/v1/cases", self.address))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", request)
            .send(petition)
            .map_err(Box::new)?;
        let answer = answer.body_mut().read_to_string().map_err(Box::new)?;
        let code = answer.split("\"code\":\"").nth(1).and_then(|rest| rest.split_once('"'));
        code.map(|(code, _)| code.to_owned()).ok_or(Fault::Program("gave no code"))
    }

    /// Whether the receipt of the request that is followed by `code` proves that it is in the log.
    pub(crate) fn has_receipt(&self, code: &str) -> Result<bool, Fault> {
        let url = format!("{}/follow/{code}/receipt.tlog-proof", self.address);
        let answer = self.agent.get(url).config().http_status_as_error(false).build().call();
        Ok(answer.map_err(Box::new)?.status().is_success())
    }

    /// Signs in as an officer of the demonstration.
    fn sign_in(&self, (login, password): (&str, &str)) -> Result<(), Fault> {
        let form = self.get("/login")?;
        let token = value_of(&form, "csrf").unwrap_or_default();
        self.agent
            .post(format!("{}/login", self.address))
            .header("Origin", &self.address)
            .send_form([("login", login), ("password", password), ("csrf", token)])
            .map_err(Box::new)?;
        Ok(())
    }
}

/// The value of the hidden field `name` of a form.
fn value_of<'a>(page: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = page.split_once(&format!("name=\"{name}\" value=\""))?;
    rest.split_once('"').map(|(value, _)| value)
}

/// Waiting times, to be asked for their percentiles.
pub(crate) struct Spread {
    waits: Vec<Duration>,
}

impl Spread {
    pub(crate) const fn of(waits: Vec<Duration>) -> Self {
        Self { waits }
    }

    pub(crate) const fn len(&self) -> usize {
        self.waits.len()
    }

    /// The wait that `percent` of the requests did not exceed.
    pub(crate) fn at(&mut self, percent: usize) -> Duration {
        self.waits.sort_unstable();
        let last = self.waits.len().saturating_sub(1);
        self.waits.get(last * percent / 100).copied().unwrap_or_default()
    }
}

/// How long the first request for `page` takes, after signing in.
pub(crate) fn first(running: &Running, login: (&str, &str), page: &str) -> Result<Duration, Fault> {
    let client = Client::signed_in(running, login)?;
    let elapsed = stopwatch();
    client.get(page)?;
    Ok(elapsed())
}

/// Lets `clients` ask for `page` `times` each, all at once, each with a pause before every request.
pub(crate) fn spread(
    running: &Running,
    login: Option<(&str, &str)>,
    page: &str,
    clients: usize,
    times: usize,
) -> Result<Spread, Fault> {
    let one = || -> Result<Vec<Duration>, Fault> {
        let client = Client::new(running);
        if let Some(login) = login {
            client.sign_in(login)?;
        }
        client.get(page)?;
        let wait = |_| {
            std::thread::sleep(PAUSE);
            let elapsed = stopwatch();
            client.get(page).map(|_| elapsed())
        };
        (0..times).map(wait).collect()
    };
    let waits = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..clients).map(|_| scope.spawn(one)).collect();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap_or(Err(Fault::Program("did not keep its client"))))
            .collect::<Result<Vec<_>, Fault>>()
    })?;
    Ok(Spread { waits: waits.concat() })
}
