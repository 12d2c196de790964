//! A client that sends exactly what a test says.

use std::fmt::Write as _;
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};

/// What the server answered.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
    /// The body as it came, for files.
    pub(crate) content: Vec<u8>,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(found, _)| found == name).map_or("", |(_, value)| value)
    }

    /// The cookie that was set, as a browser sends it back.
    pub(crate) fn cookie(&self) -> String {
        self.header("set-cookie").split(';').next().unwrap_or_default().to_owned()
    }

    /// The value of the hidden field of that name.
    pub(crate) fn hidden(&self, name: &str) -> String {
        let start = format!("name=\"{name}\" value=\"");
        let rest = self.body.split_once(&start).expect("the hidden field").1;
        rest.split('"').next().unwrap_or_default().to_owned()
    }

    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).expect("a JSON document")
    }

    #[track_caller]
    pub(crate) fn says(&self, text: &str) {
        assert!(self.body.contains(text), "{} lacks {text:?}: {}", self.status, self.body);
    }

    #[track_caller]
    pub(crate) fn keeps_silent_about(&self, text: &str) {
        assert!(!self.body.contains(text), "{} tells {text:?}", self.status);
    }
}

/// A file of a form.
pub(crate) struct File<'a> {
    pub(crate) name: &'a str,
    pub(crate) content: &'a [u8],
}

/// Sends `method path` with `headers` and `body`.
pub(crate) fn send(
    to: SocketAddr,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: &[u8],
) -> Answer {
    let mut head = format!("{method} {path} HTTP/1.1\r\nhost: {to}\r\nconnection: close\r\n");
    for (name, value) in headers {
        write!(head, "{name}: {value}\r\n").expect("a header");
    }
    write!(head, "content-length: {}\r\n\r\n", body.len()).expect("a header");
    let mut stream = TcpStream::connect(to).expect("the server listens");
    stream.write_all(head.as_bytes()).expect("the server reads");
    stream.write_all(body).expect("the server reads all of it");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).expect("the server answers");
    read(&answer)
}

fn read(answer: &[u8]) -> Answer {
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n").expect("a head and a body");
    let head = String::from_utf8_lossy(&answer[..end]);
    let is_chunked = head.to_ascii_lowercase().contains("transfer-encoding: chunked");
    let body = &answer[end + 4..];
    let body = if is_chunked { joined(body) } else { body.to_vec() };
    let content = body.clone();
    let body = String::from_utf8_lossy(&body);
    let mut lines = head.lines();
    let status = lines.next().and_then(|line| line.split(' ').nth(1)).expect("a status line");
    Answer {
        status: status.parse().expect("a status"),
        headers: lines
            .filter_map(|line| line.split_once(": "))
            .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
            .collect(),
        body: body.into_owned(),
        content,
    }
}

/// A body that was sent in chunks, each after its length; an empty one ends it.
fn joined(mut chunks: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    loop {
        let end = chunks.windows(2).position(|two| two == b"\r\n").expect("the length of a chunk");
        let length = std::str::from_utf8(&chunks[..end]).expect("a number");
        let length = usize::from_str_radix(length, 16).expect("a number");
        if length == 0 {
            return body;
        }
        body.extend_from_slice(&chunks[end + 2..end + 2 + length]);
        chunks = &chunks[end + 4 + length..];
    }
}

/// Fields as a form without files sends them.
pub(crate) fn urlencoded(fields: &[(&str, &str)]) -> Vec<u8> {
    let mut body = String::new();
    for (name, value) in fields {
        body.push_str(if body.is_empty() { "" } else { "&" });
        write!(body, "{name}=").expect("a field");
        for byte in value.bytes() {
            write!(body, "%{byte:02X}").expect("a byte");
        }
    }
    body.into_bytes()
}

/// The boundary of [`multipart`].
pub(crate) const MULTIPART: &str = "multipart/form-data; boundary=----kheo";

/// Fields and files as a form with files sends them.
pub(crate) fn multipart(fields: &[(&str, &[u8])], files: &[File<'_>]) -> Vec<u8> {
    let mut body = Vec::new();
    let mut part = |disposition: String, content: &[u8]| {
        body.extend_from_slice(b"------kheo\r\ncontent-disposition: form-data; ");
        body.extend_from_slice(disposition.as_bytes());
        body.extend_from_slice(b"\r\n\r\n");
        body.extend_from_slice(content);
        body.extend_from_slice(b"\r\n");
    };
    for (name, value) in fields {
        part(format!("name=\"{name}\""), value);
    }
    for file in files {
        part(format!("name=\"files\"; filename=\"{}\"", file.name), file.content);
    }
    body.extend_from_slice(b"------kheo--\r\n");
    body
}
