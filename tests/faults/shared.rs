//! `PostgreSQL` that is restarted, killed and failed over; and several servers of ours on one of it.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::symlink;
use std::process::Command;
use std::thread;
use std::time::Duration;

use crate::city::{City, city_on};
use crate::cluster::Node;
use crate::officer::Officer;
use crate::program::{Server, command, until};
use crate::writer::{
    Answer, Request, Writer, acknowledged, agent, send_all_again, while_writing, while_writing_to,
};

/// How long pages may be away.
const AWAY: Duration = Duration::from_secs(10);
/// How long the log may stand still when the program that wrote it was killed.
const STILL: Duration = Duration::from_secs(5);

/// Waits until pages come again; answers how long that took.
pub(crate) fn pages_again(address: &str) -> Duration {
    let agent = agent();
    let page = format!("{address}/answers");
    until("pages come again", AWAY, || {
        agent.get(&page).call().is_ok_and(|page| page.status() == 200)
    })
}

pub(crate) fn all_say_so(writers: &[Writer]) -> usize {
    let refused: Vec<_> = writers.iter().flat_map(|writer| &writer.refused).collect();
    for (status, why) in &refused {
        assert_eq!(*status, 503, "{why}");
    }
    refused.len()
}

/// Sends all again, and finds each request once in the ledger, and the whole ledger in the log.
pub(crate) fn one_case_each(city: &City, server: Server, writers: &mut [Writer]) {
    let requests = send_all_again(writers, &server.address);
    server.interrupt();
    assert_eq!(city.registered(), requests, "a request made no case, or two");
    let all = fs::read_to_string(city.desk.path().join("all.jsonl")).unwrap();
    let rows = all.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let cases = rows.filter(|row| row["kind"] == "case.registered");
    let codes: BTreeSet<String> = cases.map(|row| row["subject"].to_string()).collect();
    assert_eq!(codes.len(), requests, "a code was given twice");
    city.check();
}

#[test]
fn a_server_that_is_restarted_and_killed_loses_nothing() {
    let mut node = Node::new(&[]);
    let city = city_on(&format!("postgres://kheo@{}/postgres", node.place()));
    let server = city.serve();
    let mut writers = Writer::all();
    let mut longest = Duration::ZERO;
    while_writing(&mut writers, &server.address, || {
        for _ in 0..3 {
            thread::sleep(Duration::from_millis(1500));
            node.restart();
            longest = longest.max(pages_again(&server.address));
            thread::sleep(Duration::from_millis(1500));
            node.kill();
            node.start();
            longest = longest.max(pages_again(&server.address));
        }
    });
    let (told, refused) = (acknowledged(&writers), all_say_so(&writers));
    assert!(told > 100, "only {told} acknowledged");
    one_case_each(&city, server, &mut writers);
    println!(
        "PostgreSQL restarted 3 times, killed 3 times: {told} acknowledged, 0 lost; {refused} refused in words; \
         pages back within {} ms",
        longest.as_millis()
    );
}

#[test]
fn while_the_database_is_away_pages_say_so_and_when_to_ask_again() {
    let mut node = Node::new(&[]);
    let city = city_on(&format!("postgres://kheo@{}/postgres", node.place()));
    let server = city.serve();
    pages_again(&server.address);
    node.kill();
    let agent = agent();
    for page in ["/answers", "/ask", "/api/v1/services"] {
        let mut told = agent.get(format!("{}{page}", server.address)).call().unwrap();
        assert_eq!(told.status(), 503, "{page}");
        assert_eq!(told.headers()["retry-after"], "10", "{page}");
        let told = told.body_mut().read_to_string().unwrap();
        assert!(told.contains("chưa trả lời") || page.starts_with("/api"), "{page}: {told}");
    }
    node.start();
    let again = pages_again(&server.address);
    server.interrupt();
    println!("PostgreSQL away: 3 pages say so; pages back within {} ms", again.as_millis());
}

#[test]
fn a_failover_loses_nothing() {
    let mut one = Node::new(&["synchronous_standby_names=*"]);
    let two = one.follower("two");
    until("the follower is in step", Duration::from_secs(30), || {
        one.ask("SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'") == "1"
    });
    let url = format!(
        "postgres://kheo@{},{}/postgres?target_session_attrs=read-write",
        one.place(),
        two.place()
    );
    let city = city_on(&url);
    let server = city.serve();
    let mut writers = Writer::all();
    let took = while_writing(&mut writers, &server.address, || {
        thread::sleep(Duration::from_secs(2));
        one.kill();
        two.promote();
        let took = pages_again(&server.address);
        let agent = agent();
        until("requests are taken again", AWAY, || {
            matches!(Request::new(99, 1).send(&agent, &server.address), Answer::Code(_))
        });
        thread::sleep(Duration::from_secs(1));
        took
    });
    let (told, refused) = (acknowledged(&writers), all_say_so(&writers));
    assert!(told > 100, "only {told} acknowledged");
    let mut last = Writer::all().pop().unwrap();
    last.acknowledged = match Request::new(99, 1).send(&agent(), &server.address) {
        Answer::Code(code) => vec![(Request::new(99, 1), code)],
        other => panic!("{other:?}"),
    };
    writers.push(last);
    one_case_each(&city, server, &mut writers);
    println!(
        "failed over under load: {told} acknowledged, 0 lost; {refused} refused in words; pages back within {} ms",
        took.as_millis()
    );
}

/// A further server of the same installation, with a folder of its own, the key and the shared files.
fn beside(city: &City, name: &str) -> Command {
    let folder = city.desk.path().join(name);
    fs::create_dir(&folder).unwrap();
    fs::copy(city.data().join("ledger.key"), folder.join("ledger.key")).unwrap();
    symlink(city.data().join("files"), folder.join("files")).unwrap();
    let own = city.data().to_str().unwrap().to_owned();
    let words = city.arguments(&["serve", "--listen", "127.0.0.1:0"]);
    let there = folder.to_str().unwrap();
    let words: Vec<&str> =
        words.into_iter().map(|word| if word == own { there } else { word }).collect();
    command(&words)
}

fn log_size(address: &str) -> usize {
    let Ok(mut answer) = agent().get(format!("{address}/log/checkpoint")).call() else { return 0 };
    let text = answer.body_mut().read_to_string().unwrap();
    text.lines().nth(1).and_then(|size| size.parse().ok()).unwrap_or_default()
}

#[test]
fn three_servers_on_one_database_are_one() {
    let node = Node::new(&[]);
    let city = city_on(&format!("postgres://kheo@{}/postgres", node.place()));
    city.open_account("dao-clerk");
    city.open_account("dao-handler");
    let first = city.serve();
    let complaints = city.complaints();
    let started = |name: &str| Server::start(&mut beside(&city, name), &complaints).unwrap();
    let (second, third) = (started("second"), started("third"));

    let clerk = Officer::signed_in(&first.address, "dao-clerk");
    for server in [&first, &second, &third] {
        assert_eq!(clerk.get(&format!("{}/work", server.address)).unwrap().0, 200);
    }
    let conflicts = two_act_on_one_case(&first.address, &second.address, &clerk);

    let addresses = [&first.address, &second.address, &third.address].map(String::clone);
    let mut writers = Writer::all();
    let mut longest = Duration::ZERO;
    while_writing_to(&mut writers, &addresses, || {
        thread::sleep(Duration::from_secs(2));
        for killed in [first, second] {
            drop(killed);
            let size = log_size(&third.address);
            let goes_on = until("the log goes on", STILL, || log_size(&third.address) > size);
            longest = longest.max(goes_on);
            thread::sleep(Duration::from_secs(1));
        }
    });
    let told = acknowledged(&writers);
    assert_eq!(all_say_so(&writers), 0);
    assert!(told > 100, "only {told} acknowledged");
    let mut before = Writer::all().pop().unwrap();
    before.acknowledged = conflicts.clone();
    writers.push(before);
    one_case_each(&city, third, &mut writers);
    println!(
        "3 servers on one PostgreSQL, 2 killed: {told} acknowledged, 0 lost, no code twice; {} cases acted on \
         through two servers at once, each by one; the log went on within {} ms",
        conflicts.len(),
        longest.as_millis()
    );
}

/// Two officers act on one case through two servers at once: one does, the other is told.
fn two_act_on_one_case(one: &str, other: &str, clerk: &Officer) -> Vec<(Request, String)> {
    let handler = Officer::signed_in(other, "dao-handler");
    let mut cases = Vec::new();
    for number in 0..20 {
        let request = Request::new(50, number);
        let Answer::Code(code) = request.send(&agent(), one) else { panic!("not registered") };
        let (known, _) = code.rsplit_once('-').unwrap();
        let page = format!("/cases/{known}");
        let forms = [(one, clerk), (other, &handler)].map(|(address, officer)| {
            let (status, page) = officer.get(&format!("{address}{page}")).unwrap();
            assert_eq!(status, 200);
            (address, officer, page)
        });
        let answers = thread::scope(|scope| {
            forms
                .each_ref()
                .map(|(address, officer, shown)| {
                    let url = format!("{address}{page}/note");
                    scope.spawn(move || officer.note(&url, shown))
                })
                .map(|officer| officer.join().unwrap())
        });
        let mut statuses = answers.map(|(status, _)| status);
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 409], "{page}");
        cases.push((request, code));
    }
    cases
}
