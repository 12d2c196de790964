//! Three nodes under Patroni and etcd, as Debian packages them, whose primary is killed under load.

use std::fs::{self, File};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use tempfile::TempDir;

use crate::city::city_on;
use crate::cluster::{as_postgres, programs};
use crate::program::{run, until};
use crate::shared::{all_say_so, one_case_each, pages_again};
use crate::writer::{Writer, acknowledged, while_writing};

const PATIENCE: Duration = Duration::from_mins(2);
/// How long nobody may be primary: the time after which the others no longer wait for one that is gone, and more.
const LEADERLESS: Duration = Duration::from_mins(1);

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// A process of its own group, so that it is killed with all that it started.
struct Group(Option<Child>);

impl Group {
    fn started(command: &mut Command, log: &Path) -> Self {
        use std::os::unix::process::CommandExt as _;
        let log = File::options().create(true).append(true).open(log).unwrap();
        let command = command.process_group(0).stdin(Stdio::null());
        Self(Some(command.stdout(log.try_clone().unwrap()).stderr(log).spawn().unwrap()))
    }

    fn kill(&mut self) {
        let Some(mut leader) = self.0.take() else { return };
        let _ = Command::new("kill").args(["-9", "--", &format!("-{}", leader.id())]).status();
        let _ = leader.wait();
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        self.kill();
    }
}

/// A node: Patroni, and the server that it starts.
struct Node {
    port: u16,
    api: u16,
    folder: PathBuf,
    patroni: Group,
}

impl Node {
    fn started(folder: &Path, name: &str, etcd: u16) -> Self {
        let (port, api) = (free_port(), free_port());
        let folder = folder.join(name);
        fs::create_dir(&folder).unwrap();
        let config = folder.join("patroni.yml");
        fs::write(&config, configuration(&folder, name, (port, api, etcd))).unwrap();
        if run("id", &["-u"]).trim() == "0" {
            run("chown", &["-R", "postgres:", folder.to_str().unwrap()]);
        }
        let mut command = as_postgres("patroni", &folder);
        command.arg(&config).env("HOME", &folder);
        let patroni = Group::started(&mut command, &folder.join("patroni.log"));
        Self { port, api, folder, patroni }
    }

    /// What it says of itself: 200 to the question whether it is one.
    fn is(&self, what: &str) -> bool {
        let url = format!("http://127.0.0.1:{}/{what}", self.api);
        crate::writer::agent().get(url).call().is_ok_and(|answer| answer.status() == 200)
    }

    /// `kill -9` of Patroni and of the postmaster, as when the power fails.
    fn kill(&mut self) {
        self.patroni.kill();
        let pid = fs::read_to_string(self.folder.join("data/postmaster.pid")).unwrap();
        run("kill", &["-9", pid.lines().next().unwrap().trim()]);
    }
}

/// The server outlives Patroni.
impl Drop for Node {
    fn drop(&mut self) {
        self.patroni.kill();
        if let Ok(pid) = fs::read_to_string(self.folder.join("data/postmaster.pid")) {
            let pid = pid.lines().next().unwrap_or_default().trim().to_owned();
            let _ = Command::new("kill").args(["-9", &pid]).stderr(Stdio::null()).status();
        }
    }
}

fn configuration(folder: &Path, name: &str, (port, api, etcd): (u16, u16, u16)) -> String {
    let (folder, bin) = (folder.display(), programs());
    let bin = bin.display();
    format!(
        "scope: kheo
name: {name}
restapi: {{listen: '127.0.0.1:{api}', connect_address: '127.0.0.1:{api}'}}
etcd3: {{host: '127.0.0.1:{etcd}'}}
bootstrap:
  dcs:
    ttl: 20
    loop_wait: 2
    retry_timeout: 5
    synchronous_mode: true
    synchronous_mode_strict: true
  initdb: [{{encoding: UTF8}}, {{locale: C.UTF-8}}, data-checksums]
  pg_hba:
    - host all all 127.0.0.1/32 trust
    - host replication all 127.0.0.1/32 trust
postgresql:
  listen: 127.0.0.1:{port}
  connect_address: 127.0.0.1:{port}
  data_dir: {folder}/data
  bin_dir: {bin}
  pgpass: {folder}/pgpass
  authentication:
    superuser: {{username: kheo, password: kheo}}
    replication: {{username: copy, password: copy}}
  parameters: {{unix_socket_directories: '{folder}'}}
"
    )
}

#[test]
fn three_nodes_under_patroni_lose_nothing_when_the_primary_is_killed() {
    let desk = TempDir::new().unwrap();
    run("chmod", &["0755", desk.path().to_str().unwrap()]);
    let (etcd, peers) = (free_port(), free_port());
    let (clients, between) =
        (format!("http://127.0.0.1:{etcd}"), format!("http://127.0.0.1:{peers}"));
    let mut keeper = Command::new("etcd");
    keeper.arg("--data-dir").arg(desk.path().join("etcd"));
    keeper.args(["--listen-client-urls", &clients, "--advertise-client-urls", &clients]);
    keeper.args(["--listen-peer-urls", &between, "--initial-advertise-peer-urls", &between]);
    keeper.args(["--initial-cluster", &format!("default={between}"), "--logger", "zap"]);
    let _keeper = Group::started(&mut keeper, &desk.path().join("etcd.log"));
    let mut nodes: Vec<Node> =
        ["one", "two", "three"].map(|name| Node::started(desk.path(), name, etcd)).into();
    let roles = |nodes: &[Node], role: &str| nodes.iter().filter(|node| node.is(role)).count();
    until("the nodes found each other", PATIENCE, || {
        roles(&nodes, "primary") == 1 && roles(&nodes, "sync") == 1 && roles(&nodes, "replica") == 2
    });

    let hosts: Vec<String> = nodes.iter().map(|node| format!("127.0.0.1:{}", node.port)).collect();
    let url = format!(
        "postgres://kheo:kheo@{}/postgres?target_session_attrs=read-write",
        hosts.join(",")
    );
    let city = city_on(&url);
    let server = city.serve();
    let mut writers = Writer::all();
    let leaderless = while_writing(&mut writers, &server.address, || {
        thread::sleep(Duration::from_secs(2));
        let primary = nodes.iter().position(|node| node.is("primary")).unwrap();
        nodes.remove(primary).kill();
        let leaderless = until("another is primary", LEADERLESS, || roles(&nodes, "primary") == 1);
        pages_again(&server.address);
        thread::sleep(Duration::from_secs(2));
        leaderless
    });
    let (told, refused) = (acknowledged(&writers), all_say_so(&writers));
    assert!(told > 50, "only {told} acknowledged");
    one_case_each(&city, server, &mut writers);
    println!(
        "Patroni, 3 nodes, primary killed under load: {told} acknowledged, 0 lost; {refused} refused in words; \
         another primary after {} s",
        leaderless.as_secs()
    );
}
