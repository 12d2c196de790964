//! A running installation of the small city, at eight in the morning of 30 June 2016.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use jiff::SignedDuration;
use jiff::civil::{Date, date};
use kheo_core::case::{Act, CaseKind, KeptClosed, Proof};
use kheo_core::id::{ActionId, CaseCode, FieldId, PostId, UnitId};
use kheo_core::post::{Actor, Role};
use kheo_core::rules::Rules;
use kheo_ledger::log::{LogSigner, WitnessSigner};
use kheo_pack::{PackFiles, Packs};
use kheo_store::case::{CaseFilter, CaseRow, Filing};
use kheo_store::files::Files;
use kheo_store::{Db, Page, WriteError};
use kheo_testkit::{CITY, Installation, actor, on, rules, salts};
use kheo_web::{App, Remembered, hash_password, router, serve};
use kheo_words::{Lang, Words};
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

use crate::client::{self, Answer, File, MULTIPART, multipart, urlencoded};

const WORDS: &str = "kind-request = Yêu cầu <b>\nkind-request-help = Giúp\ntopic-roads = Đường\n\
    topic-schools = Trường\nstep-received = Đã nhận\nstep-accepted = Đang làm\n\
    step-answered = Đã trả lời\nstep-confirmed = Đã xong\nstep-refused = Không nhận\n\
    letter-receipt = Giấy biên nhận\nletter-slip = Phiếu chuyển\naction-answer = Trả lời\naction-accept = Nhận\nclock-accept = Hạn nhận\nclock-answer = Hạn trả lời\n\
    action-assign = Phân công\naction-transfer = Chuyển\naction-refuse = Từ chối\n\
    step-asked = Chờ bổ sung\naction-ask = Hỏi thêm\n\
    action-supplement = Bổ sung\naction-extend = Gia hạn\naction-note = Ghi chú\naction-reopen = Mở lại\naction-confirm = Xác nhận\n\
    measure-trees = Cây đã trồng\nmeasured-in-tree = { $n } cây\nmeasured-in-percent = { $n }%\n\
    measured-in-case = { $n } vụ\n";

/// The password of every account.
pub(crate) const PASSWORD: &str = "mật khẩu thử 2016";

/// A good form.
pub(crate) const FORM: [(&str, &str); 9] = [
    ("once", "0123456789abcdef"),
    ("kind", "request"),
    ("unit", "north"),
    ("topic", "roads"),
    ("subject", "Đèn đường hỏng"),
    ("text", "Đèn đầu ngõ 12 hỏng đã hai tuần, xin sửa giúp."),
    ("place", "ngõ 12, tổ 3"),
    ("name", "Trần Văn Thử"),
    ("phone", "0912 345 678"),
];

/// A picture of one pixel, and what a camera adds.
pub(crate) const PICTURE: &[u8] =
    b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\
    \x3a\x7e\x9b\x55\0\0\0\x0aIDAT\x78\x9c\x63\x60\0\0\0\x02\0\x01\x48\xaf\xa4\x71\0\0\0\0IEND\
    \xae\x42\x60\x82 and so on";

/// The running installation.
pub(crate) struct Site {
    pub(crate) at: SocketAddr,
    pub(crate) city: Installation,
    pub(crate) files: Files,
    rules: Rules,
    pub(crate) faults: Arc<Mutex<Vec<String>>>,
    levers: Levers,
    folder: TempDir,
    _runtime: Runtime,
}

/// A second program on the database of a site.
pub(crate) struct Beside {
    pub(crate) at: SocketAddr,
    _runtime: Runtime,
}

/// What a test can change while the installation runs.
#[derive(Clone, Default)]
struct Levers {
    /// Seconds that have passed since eight o'clock.
    passed: Arc<AtomicI64>,
    /// Whether the next draw of random bytes breaks off.
    breaks: Arc<AtomicBool>,
}

impl Site {
    pub(crate) fn open() -> Self {
        Self::reached_by(false, small())
    }

    /// The same behind a server that speaks https.
    pub(crate) fn behind_https() -> Self {
        Self::reached_by(true, small())
    }

    /// The same where the administrator said at which address it is reached.
    pub(crate) fn addressed(address: &str) -> Self {
        Self::begun(small(), |app| App { address: Some(address.into()), ..app })
    }

    /// The same where who brings a request is kept from those who do not take it in.
    pub(crate) fn sealed() -> Self {
        let mut packs = small();
        for kind in &mut packs.rules.kinds {
            kind.stripped = Some(FieldId::new("stripped"));
        }
        Self::reached_by(false, packs)
    }

    /// The same where a request counts as kept closed after thirty days without word.
    pub(crate) fn patient() -> Self {
        let mut packs = small();
        for kind in &mut packs.rules.kinds {
            let rule = kind.clocks.first().map(|clock| clock.rule.clone());
            kind.kept_closed = rule.map(|rule| KeptClosed { days: 30, remote: None, rule });
        }
        Self::reached_by(false, packs)
    }

    /// The same after `change` to each kind of case.
    pub(crate) fn changed(change: impl Fn(&mut CaseKind)) -> Self {
        let mut packs = small();
        packs.rules.kinds.iter_mut().for_each(change);
        Self::reached_by(false, packs)
    }

    /// The same with the packs that are shipped.
    pub(crate) fn with_shipped_packs() -> Self {
        Self::reached_by(false, shipped())
    }

    /// The same after `change` to each kind of case.
    pub(crate) fn with_shipped_packs_changed(change: impl Fn(&mut CaseKind)) -> Self {
        let mut packs = shipped();
        packs.rules.kinds.iter_mut().for_each(change);
        Self::reached_by(false, packs)
    }

    fn reached_by(https: bool, packs: Packs) -> Self {
        Self::begun(packs, |app| App { secure: https, ..app })
    }

    fn begun(packs: Packs, set: impl FnOnce(App) -> App) -> Self {
        let city = Installation::city();
        let folder = tempfile::tempdir().expect("a folder");
        let files = Files::in_folder(&folder.path().join("files")).expect("a folder for files");
        let faults = Arc::new(Mutex::new(Vec::new()));
        let levers = Levers::default();
        let rules = packs.rules.clone();
        if rules.kinds.iter().any(|kind| kind.openers.is_some()) {
            city.db.write_now(kheo_testkit::give_keys).expect("keys");
        }
        let app = set(app(&city, &files, &faults, &levers, packs));
        let hash = hash_password(PASSWORD, &[3; 16]).expect("a hash");
        for role in Role::ALL {
            let (login, hash) = (role.word(), hash.clone());
            let post = PostId::new(format!("north-{login}"));
            city.db
                .write_now(move |tx| kheo_store::account::create(tx, login, &hash, &post))
                .expect("an account");
        }
        let runtime = Runtime::new().expect("a runtime");
        let listener = runtime.block_on(TcpListener::bind(("127.0.0.1", 0))).expect("a free port");
        let at = listener.local_addr().expect("an address");
        runtime.spawn(serve(listener, router(app), std::future::pending()));
        Self { at, city, files, rules, faults, levers, folder, _runtime: runtime }
    }

    /// A second program on the same database.
    pub(crate) fn beside(&self) -> Beside {
        let db = Db::open(&self.city.database, salts()).expect("the same database");
        let packs = Packs { rules: self.rules(), ..small() };
        let app = App { db, ..app(&self.city, &self.files, &self.faults, &self.levers, packs) };
        let runtime = Runtime::new().expect("a runtime");
        let listener = runtime.block_on(TcpListener::bind(("127.0.0.1", 0))).expect("a free port");
        let at = listener.local_addr().expect("an address");
        runtime.spawn(serve(listener, router(app), std::future::pending()));
        Beside { at, _runtime: runtime }
    }

    /// The rules in force.
    pub(crate) fn rules(&self) -> Rules {
        self.rules.clone()
    }

    /// Registers a case on `day`, as an import does.
    ///
    /// # Errors
    /// Why it is refused.
    pub(crate) fn import(&self, filing: Filing, day: Date) -> Result<(), String> {
        let rules = self.rules();
        let written = self.city.db.write_now(move |tx| {
            kheo_store::case::register(tx, &rules, filing, on(day), &Actor::Import).map(drop)
        });
        written.map_err(|why: WriteError| why.to_string())
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        client::send(self.at, "GET", path, &[], b"")
    }

    pub(crate) fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        client::send(self.at, "GET", path, headers, b"")
    }

    pub(crate) fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.post_with(path, fields, &[])
    }

    pub(crate) fn post_with(
        &self,
        path: &str,
        fields: &[(&str, &str)],
        headers: &[(&str, &str)],
    ) -> Answer {
        let mut all = vec![("content-type", "application/x-www-form-urlencoded")];
        all.extend_from_slice(headers);
        client::send(self.at, "POST", path, &all, &urlencoded(fields))
    }

    pub(crate) fn post_files(&self, fields: &[(&str, &str)], files: &[File<'_>]) -> Answer {
        let fields: Vec<(&str, &[u8])> =
            fields.iter().map(|(name, value)| (*name, value.as_bytes())).collect();
        let body = multipart(&fields, files);
        client::send(self.at, "POST", "/ask", &[("content-type", MULTIPART)], &body)
    }

    /// All cases of the city.
    pub(crate) fn cases(&self) -> Vec<CaseRow> {
        let all = CaseFilter::within(UnitId::new(CITY), date(2016, 6, 30));
        let page = Page { number: 0, size: 100 };
        let found = self.city.db.read_now(|r| kheo_store::case::list(r, &all, page));
        found.expect("the list of cases").rows
    }

    /// Registers a case by the form and returns its code with its key.
    pub(crate) fn ask(&self) -> String {
        let answer = self.post("/ask", &FORM);
        assert_eq!(answer.status, 303, "{}", answer.body);
        answer.header("location").trim_start_matches("/receipt/").to_owned()
    }

    /// Answers the case as its clerk, with a proof.
    pub(crate) fn answer(&self, code: &str) -> Proof {
        let hash = self.files.put(PICTURE).expect("a stored file");
        let proof = Proof { hash, media_type: "image/png".to_owned(), size: PICTURE.len() as u64 };
        let code = CaseCode::typed(code).expect("a code");
        let (given, rules) = (proof.clone(), self.rules());
        let write = self.city.db.write_now(move |tx| {
            let seen = kheo_store::case::find(tx, &code)?.expect("a case").seen;
            let act = Act {
                text: Some("Đã thay bóng đèn ngày 30/6.".to_owned()),
                proofs: vec![given],
                ..Act::plain(ActionId::new("answer"), seen)
            };
            let by = actor("north", Role::Clerk);
            kheo_store::case::act(tx, &rules, &by, &code, act, on(date(2016, 6, 30)))
        });
        write.map_err(|why: WriteError| why.to_string()).expect("an answer");
        proof
    }

    /// Lets what was recorded enter the log.
    pub(crate) fn sequence(&self) {
        let at = on(date(2016, 6, 30)).recorded_at;
        let entering =
            self.city.db.write_now(move |tx| kheo_store::log::sequence(tx, &signer(), None, at));
        entering.expect("a checkpoint");
    }

    /// Lets time pass.
    pub(crate) fn wait(&self, seconds: i64) {
        self.levers.passed.fetch_add(seconds, Ordering::Relaxed);
    }

    /// Makes the next page that draws random bytes break off.
    pub(crate) fn break_next(&self) {
        self.levers.breaks.store(true, Ordering::Relaxed);
    }

    /// The names of all stored files.
    pub(crate) fn stored(&self) -> Vec<String> {
        let files = std::fs::read_dir(self.folder.path().join("files")).expect("the folder");
        let name = |file: std::fs::DirEntry| file.file_name().to_string_lossy().into_owned();
        files.map(|file| name(file.expect("a file"))).collect()
    }

    /// Writes something else into the stored file.
    pub(crate) fn damage(&self, proof: &Proof) {
        let file = self.folder.path().join("files").join(proof.hash.as_str());
        std::fs::remove_file(&file).expect("the stored file");
        std::fs::write(&file, b"something else").expect("a damaged file");
    }

    /// Signs in and returns the cookie.
    pub(crate) fn sign_in(&self, login: &str) -> String {
        let answer = self.post("/login", &[("login", login), ("password", PASSWORD)]);
        assert_eq!(answer.status, 303, "{}", answer.body);
        answer.cookie()
    }
}

/// One kind of case and the words for it.
fn small() -> Packs {
    let words = ["vi", "en"].map(|lang| (lang, WORDS.to_owned())).to_vec();
    Packs { rules: rules(), words, packs: Vec::new() }
}

/// The packs that are shipped.
fn shipped() -> Packs {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs");
    let mut files = PackFiles::new();
    collect(&root, &root, &mut files);
    kheo_pack::load(&files).expect("good packs")
}

fn collect(root: &Path, folder: &Path, files: &mut PackFiles) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("a file").path();
        if path.is_dir() {
            collect(root, &path, files);
        } else {
            let name = path.strip_prefix(root).expect("below the folder");
            let name = name.to_string_lossy().replace('\\', "/");
            files.insert(name, std::fs::read_to_string(&path).expect("a text"));
        }
    }
}

fn app(
    city: &Installation,
    files: &Files,
    faults: &Arc<Mutex<Vec<String>>>,
    levers: &Levers,
    packs: Packs,
) -> App {
    let of_pack =
        |(lang, text): &(&str, String)| (Lang::from_tag(lang).expect("a language"), text.clone());
    let words: Vec<(Lang, String)> = packs.words.iter().map(of_pack).collect();
    let now = on(date(2016, 6, 30)).recorded_at;
    let drawn = AtomicU64::new(1);
    let Levers { passed, breaks } = levers.clone();
    let faults = Arc::clone(faults);
    App {
        db: city.db.clone(),
        remembered: Remembered::default(),
        files: files.clone(),
        packs: Arc::new(packs),
        words: Arc::new(Words::load(&words).expect("the words")),
        clock: Arc::new(move || now + SignedDuration::from_secs(passed.load(Ordering::Relaxed))),
        random: Arc::new(move |bytes| {
            assert!(!breaks.swap(false, Ordering::Relaxed), "Trần Văn Thử, 0912 345 678");
            let n = drawn.fetch_add(1, Ordering::Relaxed).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            bytes.iter_mut().zip(n.to_be_bytes().iter().cycle()).for_each(|(to, from)| *to = *from);
        }),
        no_room: Arc::new(|| ()),
        faults: Arc::new(move |fault| faults.lock().expect("the list").push(fault.to_owned())),
        demonstration: true,
        secure: false,
        place: UnitId::new(CITY),
        log: Arc::new(signer().verifier()),
        witnesses: [witness().verifier()].into(),
        address: None,
    }
}

/// What signs the log of the city.
fn signer() -> LogSigner {
    LogSigner::new("kheo.example/city", &[7; 32]).expect("a key")
}

/// The witness that the city knows.
pub(crate) fn witness() -> WitnessSigner {
    WitnessSigner::new("witness.example/na-ri", &[9; 32]).expect("a key")
}

/// What officers see of a code: not its key.
pub(crate) fn without_key(code: &str) -> &str {
    code.rsplit_once('-').expect("a code with a key").0
}
