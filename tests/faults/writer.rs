//! Citizens and programs that send requests, and know what they were told.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use ureq::Agent;
use ureq::unversioned::multipart::{Form, Part};

/// Many, as the issue asks.
pub(crate) const WRITERS: u64 = 32;
/// Every so many requests come by the form, with a file.
const BY_FORM: u64 = 8;
const PATIENCE: Duration = Duration::from_mins(1);

/// What somebody wants to tell; sent again, it is the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Request {
    key: String,
    by_form: bool,
}

/// What came of it.
#[derive(Debug)]
pub(crate) enum Answer {
    /// Acknowledged: the code to follow it by.
    Code(String),
    /// Refused, with the page or the document that says why.
    Refused(u16, String),
    /// Nobody knows.
    None,
}

impl Request {
    /// Request number `number` of a writer.
    pub(crate) fn new(writer: u64, number: u64) -> Self {
        Self {
            key: format!("{writer}-{number}"),
            by_form: (writer + number).is_multiple_of(BY_FORM),
        }
    }

    /// Sends it.
    pub(crate) fn send(&self, agent: &Agent, address: &str) -> Answer {
        let sent =
            if self.by_form { self.form(agent, address) } else { self.document(agent, address) };
        let Ok(mut answer) = sent else { return Answer::None };
        let status = answer.status().as_u16();
        let place = answer.headers().get("location").and_then(|value| value.to_str().ok());
        let place = place.unwrap_or_default().to_owned();
        let Ok(body) = answer.body_mut().read_to_string() else { return Answer::None };
        let code = match status {
            201 => body.split("\"code\":\"").nth(1).and_then(|rest| rest.split('"').next()),
            303 => place.strip_prefix("/receipt/"),
            _ => None,
        };
        match code {
            Some(code) => Answer::Code(code.to_owned()),
            None => Answer::Refused(status, body),
        }
    }

    fn document(
        &self,
        agent: &Agent,
        address: &str,
    ) -> Result<ureq::http::Response<ureq::Body>, ureq::Error> {
        let key = &self.key;
        let body = format!(
            r#"{{"kind": "recommendation", "unit": "dao", "subject": "Đèn đường hỏng {key}",
                "text": "Đèn ở tổ 9 hỏng đã hai tuần, xin sửa giúp. {key}"}}"#
        );
        let post = agent.post(format!("{address}/api/v1/cases"));
        post.header("Content-Type", "application/json").header("Idempotency-Key", key).send(body)
    }

    fn form(
        &self,
        agent: &Agent,
        address: &str,
    ) -> Result<ureq::http::Response<ureq::Body>, ureq::Error> {
        let key = &self.key;
        let (subject, text) =
            (format!("Cống tắc {key}"), format!("Cống ở ngõ 12 tắc, xin thông. {key}"));
        let picture = [PICTURE, key.as_bytes()].concat();
        let file = Part::bytes(&picture).file_name("cong.png").mime_str("image/png")?;
        let form = Form::new()
            .text("once", key)
            .text("kind", "recommendation")
            .text("unit", "dao")
            .text("subject", &subject)
            .text("text", &text)
            .part("files", file);
        agent.post(format!("{address}/ask")).send(form)
    }
}

/// A picture of one pixel.
pub(crate) const PICTURE: &[u8] =
    b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\
    \x3a\x7e\x9b\x55\0\0\0\x0aIDAT\x78\x9c\x63\x60\0\0\0\x02\0\x01\x48\xaf\xa4\x71\0\0\0\0IEND\
    \xae\x42\x60\x82 and so on ";

/// Somebody who takes every status for an answer, follows nothing and waits at most a minute.
pub(crate) fn agent() -> Agent {
    let config = Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .timeout_global(Some(PATIENCE));
    config.build().into()
}

/// Somebody who sends one request after the other.
pub(crate) struct Writer {
    name: u64,
    sent: u64,
    /// What was sent and has no good answer yet.
    pub(crate) waiting: Option<Request>,
    /// What was acknowledged, with the code to follow it by.
    pub(crate) acknowledged: Vec<(Request, String)>,
    /// What was said instead.
    pub(crate) refused: Vec<(u16, String)>,
}

impl Writer {
    /// As many as there are.
    pub(crate) fn all() -> Vec<Self> {
        (0..WRITERS).map(Self::new).collect()
    }

    fn new(name: u64) -> Self {
        let (waiting, acknowledged, refused) = (None, Vec::new(), Vec::new());
        Self { name, sent: 0, waiting, acknowledged, refused }
    }

    /// Sends what waits, or the next request; answers whether it was acknowledged.
    pub(crate) fn send_one(&mut self, agent: &Agent, address: &str) -> bool {
        let request = self.waiting.take().unwrap_or_else(|| {
            self.sent += 1;
            Request::new(self.name, self.sent)
        });
        match request.send(agent, address) {
            Answer::Code(code) => {
                self.acknowledged.push((request, code));
                return true;
            }
            Answer::Refused(status, why) => self.refused.push((status, why)),
            Answer::None => {}
        }
        self.waiting = Some(request);
        false
    }
}

/// Lets all write to `address` until `during` is over; what is under way then is still awaited.
pub(crate) fn while_writing<T>(
    writers: &mut [Writer],
    address: &str,
    during: impl FnOnce() -> T,
) -> T {
    while_writing_to(writers, &[address.to_owned()], during)
}

/// Lets each write to one of `addresses`, and to the next whenever it got no good answer, until `during` is over; what is under way then is still awaited.
pub(crate) fn while_writing_to<T>(
    writers: &mut [Writer],
    addresses: &[String],
    during: impl FnOnce() -> T,
) -> T {
    let over = AtomicBool::new(false);
    thread::scope(|scope| {
        for writer in writers {
            let over = &over;
            scope.spawn(move || {
                let agent = agent();
                let first = usize::try_from(writer.name).unwrap_or_default() % addresses.len();
                let mut address = addresses.iter().cycle().skip(first);
                let mut here = address.next();
                while !over.load(Ordering::Relaxed) {
                    if !here.is_some_and(|here| writer.send_one(&agent, here)) {
                        here = address.next();
                        thread::sleep(Duration::from_millis(5));
                    }
                }
            });
        }
        let done = during();
        over.store(true, Ordering::Relaxed);
        done
    })
}

/// Sends everything again, what was acknowledged and what was not; answers how many requests there are, after
/// finding each acknowledged one under the code that was told.
#[track_caller]
pub(crate) fn send_all_again(writers: &mut [Writer], address: &str) -> usize {
    thread::scope(|scope| {
        let threads: Vec<_> = writers
            .iter_mut()
            .map(|writer| {
                scope.spawn(move || {
                    let agent = agent();
                    if writer.waiting.is_some() {
                        assert!(writer.send_one(&agent, address), "{:?}", writer.refused.last());
                    }
                    for (request, code) in &writer.acknowledged {
                        match request.send(&agent, address) {
                            Answer::Code(again) => assert_eq!(again, *code, "{request:?} is lost"),
                            other => panic!("{request:?} got {other:?}"),
                        }
                    }
                    writer.acknowledged.len()
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).sum()
    })
}

/// How many requests were acknowledged.
pub(crate) fn acknowledged(writers: &[Writer]) -> usize {
    writers.iter().map(|writer| writer.acknowledged.len()).sum()
}
