//! Many slow senders at once, and what they leave behind.

use std::io::Write as _;
use std::net::TcpStream;

use crate::client::{self, File, MULTIPART, multipart};
use crate::site::{FORM, PICTURE, Site};

/// A form with one file of `size` bytes, from its first byte to its last.
fn form(size: usize) -> Vec<u8> {
    let fields: Vec<(&str, &[u8])> =
        FORM.iter().map(|(name, value)| (*name, value.as_bytes())).collect();
    let mut content = PICTURE.to_vec();
    content.resize(size, 7);
    multipart(&fields, &[File { name: "a.png", content: &content }])
}

/// Begins to send a form as if it were as large as can be, and stops in the middle of its file.
fn half_sent(site: &Site, from: &str) -> TcpStream {
    let mut stream = TcpStream::connect(site.at).expect("the server listens");
    let head = format!(
        "POST /ask HTTP/1.1\r\nhost: {}\r\nx-forwarded-for: {from}\r\ncontent-type: {MULTIPART}\r\n\
         content-length: {}\r\n\r\n",
        site.at,
        52 << 20
    );
    stream.write_all(head.as_bytes()).expect("the server reads");
    let body = form(200_000);
    stream.write_all(&body[..150_000]).expect("the server reads");
    stream
}

/// The names of files that are under way.
fn under_way(site: &Site) -> usize {
    site.stored().iter().filter(|name| name.starts_with('.')).count()
}

#[test]
fn slow_senders_hold_nobody_up_and_leave_nothing_behind() {
    let site = Site::behind_https();
    let slow: Vec<TcpStream> =
        (0..40).map(|host| half_sent(&site, &format!("203.0.113.{host}"))).collect();
    while under_way(&site) < slow.len() {
        std::thread::yield_now();
    }
    let headers = [("content-type", MULTIPART), ("x-forwarded-for", "198.51.100.7")];
    let sent = client::send(site.at, "POST", "/ask", &headers, &form(3 << 20));
    assert_eq!(sent.status, 303, "{}", sent.body);
    assert_eq!(site.cases().len(), 1);
    drop(slow);
    while under_way(&site) > 0 {
        std::thread::yield_now();
    }
    assert_eq!(site.stored().len(), 1, "the file of the form that was taken");
}

#[test]
fn a_file_is_read_back_whole() {
    let site = Site::open();
    let code = site.ask();
    let proof = site.answer(&code);
    let got = site.get(&format!("/files/{}", proof.hash));
    let length = PICTURE.len().to_string();
    assert_eq!((got.status, got.header("content-length")), (200, length.as_str()));
    assert_eq!(got.header("content-type"), "image/png");
    assert!(got.body.ends_with(" and so on"), "{}", got.body);
}
