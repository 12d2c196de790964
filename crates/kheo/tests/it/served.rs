//! A running server, asked over the network.

use std::io::{Read, Write};
use std::net::TcpStream;

use tempfile::TempDir;

use crate::program::{Server, kheo, text};

/// Sends one request and returns the whole answer.
pub(crate) fn ask(server: &Server, request: &str) -> String {
    let mut stream = TcpStream::connect(&server.address).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

pub(crate) fn get(server: &Server, path: &str) -> String {
    let host = &server.address;
    ask(server, &format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"))
}

/// Asks for a page with the cookie of a session.
pub(crate) fn get_as(server: &Server, path: &str, cookie: &str) -> String {
    let host = &server.address;
    let head = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close");
    ask(server, &format!("{head}\r\nCookie: {cookie}\r\n\r\n"))
}

pub(crate) fn file(server: &Server, key: &str, body: &str) -> String {
    let (host, length) = (&server.address, body.len());
    ask(
        server,
        &format!(
            "POST /api/v1/cases HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\
             Content-Type: application/json\r\nIdempotency-Key: {key}\r\n\
             Content-Length: {length}\r\n\r\n{body}"
        ),
    )
}

pub(crate) fn code(answer: &str) -> String {
    assert!(answer.starts_with("HTTP/1.1 201"), "{answer}");
    let (_, body) = answer.split_once("\r\n\r\n").unwrap();
    let start = body.find('{').unwrap();
    let end = body.rfind('}').unwrap();
    let body: serde_json::Value = serde_json::from_slice(&body.as_bytes()[start..=end]).unwrap();
    body["code"].as_str().unwrap().to_owned()
}

#[test]
fn a_case_that_was_acknowledged_outlives_the_program() {
    let folder = TempDir::new().unwrap();
    let path = text(&folder.path().join("city"));
    let body = r#"{"kind":"recommendation","unit":"song-cau","subject":"Đèn đường hỏng",
        "text":"Đèn đường trước nhà văn hóa tổ 5 hỏng đã hai tuần, đề nghị sửa."}"#;

    let server = Server::start(&["demo", "--data", &path, "--listen", "127.0.0.1:0"]);
    assert!(get(&server, "/").starts_with("HTTP/1.1 200"));
    let first = code(&file(&server, "lamp-1", body));
    drop(server);

    let server = Server::start(&["demo", "--data", &path, "--listen", "127.0.0.1:0"]);
    assert_eq!(code(&file(&server, "lamp-1", body)), first, "the same key made a second case");
    let told = get(&server, &format!("/api/v1/cases/{first}"));
    assert!(told.starts_with("HTTP/1.1 200"), "{told}");
    assert!(!told.contains("Đèn đường trước nhà"), "the API shows what a person wrote: {told}");
    drop(server);

    let server = Server::start(&["serve", "--data", &path, "--listen", "127.0.0.1:0"]);
    assert!(get(&server, &format!("/follow/{first}")).starts_with("HTTP/1.1 200"));
    drop(server);
    kheo(&["ledger", "check", "--data", &path]).well();
}
