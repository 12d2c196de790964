//! `kill -9` at any instant.

use std::thread;

use crate::chance::Chance;
use crate::city::City;
use crate::program::killed_after;
use crate::writer::{Writer, acknowledged, agent, send_all_again, while_writing};

/// How often the program is killed.
const KILLS: u64 = 200;
/// One in so many is killed while it starts.
const STARTING: u64 = 8;
/// How often the whole ledger is checked on the way.
const CHECKED: u64 = 25;

#[test]
fn nothing_acknowledged_is_lost_when_the_program_is_killed() {
    let mut chance = Chance::of("killed");
    let city = City::new();
    let mut writers = Writer::all();
    for kill in 1..=KILLS {
        if chance.below(STARTING) == 0 {
            killed_after(&mut city.serving(), &city.complaints(), chance.wait(400));
        } else {
            let server = city.serve();
            let address = server.address.clone();
            let wait = chance.wait(400);
            while_writing(&mut writers, &address, || {
                thread::sleep(wait);
                drop(server);
            });
        }
        if kill % CHECKED == 0 {
            city.check();
        }
    }
    let told = acknowledged(&writers);
    let refused: Vec<_> = writers.iter().flat_map(|writer| &writer.refused).collect();
    assert!(refused.is_empty(), "{refused:?}");
    assert!(told > 1000, "only {told} acknowledged: nothing was under way when it was killed");

    let server = city.serve();
    let uncertain = writers.iter().filter(|writer| writer.waiting.is_some()).count();
    let requests = send_all_again(&mut writers, &server.address);
    let agent = agent();
    for (_, code) in writers.iter().filter_map(|writer| writer.acknowledged.last()) {
        let page = agent.get(format!("{}/follow/{code}", server.address)).call().unwrap();
        assert_eq!(page.status(), 200);
    }
    server.interrupt();
    assert_eq!(city.registered(), requests, "a request made no case, or two");
    let entries = city.check();
    let left = city.drafts();
    assert!(left.is_empty(), "half-written: {left:?}");
    println!(
        "killed {KILLS} times: {told} acknowledged, 0 lost; {uncertain} uncertain at the end, sent again, one \
         case each; {entries} entries verified"
    );
}
