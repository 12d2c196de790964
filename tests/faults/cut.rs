//! Clients that are cut off in the middle.

use std::fs;
use std::io::Write as _;
use std::net::{Shutdown, TcpStream};
use std::thread;
use std::time::Duration;

use crate::chance::Chance;
use crate::city::City;
use crate::program::until;
use crate::writer::{Answer, PICTURE, Request, agent};

/// How many clients are cut off in an upload, and after it, before they hear the answer.
const IN_UPLOADS: u64 = 200;
const BEFORE_ANSWERS: u64 = 100;

#[test]
fn who_is_cut_off_leaves_nothing_behind() {
    let mut chance = Chance::of("cut");
    let city = City::new();
    let server = city.serve();
    let address = server.address.strip_prefix("http://").unwrap();
    for number in 0..IN_UPLOADS {
        let whole = upload(address, &format!("cut-{number}"));
        let sent = usize::try_from(chance.below(u64::try_from(whole.len()).unwrap())).unwrap();
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(&whole[..sent]).unwrap();
        if number % 2 == 0 {
            stream.shutdown(Shutdown::Write).unwrap();
        }
    }
    let drafts = || fs::read_dir(city.data().join("files")).unwrap().count();
    until("what was cut off is gone", Duration::from_secs(20), || drafts() == 0);
    assert_eq!(city.registered(), 0, "a part of a form was taken");

    let agent = agent();
    for number in 0..BEFORE_ANSWERS {
        let body = upload(address, &format!("unheard-{number}"));
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(&body).unwrap();
        thread::sleep(chance.wait(10));
        drop(stream);
    }
    let heard = (0..BEFORE_ANSWERS).filter(|number| {
        let body = upload(address, &format!("unheard-{number}"));
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(&body).unwrap();
        let mut answer = String::new();
        std::io::Read::read_to_string(&mut stream, &mut answer).unwrap();
        answer.starts_with("HTTP/1.1 303")
    });
    assert_eq!(heard.count(), usize::try_from(BEFORE_ANSWERS).unwrap());
    let Answer::Code(_) = Request::new(0, 8).send(&agent, &server.address) else {
        panic!("nothing is taken any more");
    };
    let cases = usize::try_from(BEFORE_ANSWERS).unwrap() + 1;
    assert_eq!(city.registered(), cases, "sent again, it made another case");
    server.interrupt();
    city.check();
    println!(
        "{IN_UPLOADS} cut off in an upload: nothing left; {BEFORE_ANSWERS} before the answer, sent again: one case \
         each"
    );
}

/// The form with a picture, as a browser sends it.
fn upload(host: &str, once: &str) -> Vec<u8> {
    let fields = [
        ("once", once),
        ("kind", "recommendation"),
        ("unit", "dao"),
        ("subject", "Cống tắc"),
        ("text", "Cống ở ngõ 12 tắc, xin thông."),
    ];
    let mut body = Vec::new();
    for (name, value) in fields {
        let part =
            format!("--cut\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend(part.into_bytes());
    }
    let head = "--cut\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.png\"\r\n\
                Content-Type: image/png\r\n\r\n";
    body.extend([head.as_bytes(), PICTURE, &vec![b'.'; 20_000], b"\r\n--cut--\r\n"].concat());
    let head = format!(
        "POST /ask HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nContent-Length: {}\r\n\
         Content-Type: multipart/form-data; boundary=cut\r\n\r\n",
        body.len()
    );
    [head.into_bytes(), body].concat()
}
