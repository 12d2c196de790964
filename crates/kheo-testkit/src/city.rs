//! A small city: three wards that live, and one that has ended.

use std::sync::OnceLock;

use jiff::civil::date;
use kheo_core::case::{FollowCode, Petition};
use kheo_core::event::Stamp;
use kheo_core::id::{CaseCode, KindId, PostId, TopicId, UnitId};
use kheo_core::origin::Origin;
use kheo_core::post::{Actor, Post, Role};
use kheo_core::unit::{Bloc, Unit, UnitKind};
use kheo_seal::{NewKey, new_key};
use kheo_store::case::{CodeChoice, Filing};
use kheo_store::{Tx, WriteError};

/// The city.
pub const CITY: &str = "city";

/// Its living wards.
pub const WARDS: [&str; 3] = ["north", "south", "west"];

/// A unit of `kind` below `parent`.
#[must_use]
pub fn unit(id: &str, kind: UnitKind, parent: Option<&str>) -> Unit {
    Unit {
        id: UnitId::new(id),
        code: None,
        name: format!("Đơn vị {id}"),
        name_en: format!("Unit {id}"),
        kind,
        bloc: Bloc::Government,
        parent: parent.map(UnitId::new),
        since: None,
        until: None,
        successors: Vec::new(),
        population: None,
        area: None,
        source: None,
        remote_since: None,
    }
}

/// A post of `role` in `unit`; its id is both words: `north-clerk`.
#[must_use]
pub fn post(unit: &str, role: Role) -> Post {
    Post {
        id: PostId::new(format!("{unit}-{}", role.word())),
        unit: UnitId::new(unit),
        role,
        title: format!("Chức vụ {} {unit}", role.word()),
        title_en: format!("{} of {unit}", role.word()),
    }
}

/// Somebody in a post of `role` in `unit`.
#[must_use]
pub fn actor(unit: &str, role: Role) -> Actor {
    Actor::Post(post(unit, role))
}

/// Enters the units and posts: a province, the city, its wards, of which `south` is remote from
/// June 2016, a ward `old` that ended on 31 March
/// 2016, and in each living unit a post of each role.
///
/// # Errors
/// Those of the store.
pub fn establish(tx: &mut Tx<'_>) -> Result<(), WriteError> {
    let stamp: Stamp = crate::on(date(2016, 1, 4));
    let mut units = vec![
        unit("province", UnitKind::Province, None),
        unit(CITY, UnitKind::City, Some("province")),
    ];
    units.extend(WARDS.map(|ward| Unit {
        remote_since: (ward == "south").then_some(date(2016, 6, 1)),
        ..unit(ward, UnitKind::Ward, Some(CITY))
    }));
    units.push(Unit {
        until: Some(date(2016, 3, 31)),
        successors: vec![UnitId::new("north"), UnitId::new("south")],
        ..unit("old", UnitKind::Ward, Some(CITY))
    });
    for unit in units {
        kheo_store::unit::establish(tx, unit, stamp, &Actor::Import)?;
    }
    for unit in [CITY].into_iter().chain(WARDS) {
        for role in Role::ALL {
            kheo_store::post::create(tx, post(unit, role), stamp, &Actor::Import)?;
        }
    }
    Ok(())
}

/// Gives the clerk, the head and the inspector of the city keys that identities are sealed for, all with the
/// same passphrase.
///
/// # Errors
/// Those of the store.
pub fn give_keys(tx: &mut Tx<'_>) -> Result<(), WriteError> {
    static MADE: OnceLock<[NewKey; 3]> = OnceLock::new();
    let key = |()| new_key(PASSPHRASE).expect("a key");
    let made = MADE.get_or_init(|| [(); 3].map(key));
    for (role, key) in [Role::Clerk, Role::Head, Role::Inspector].into_iter().zip(made) {
        let (post, stamp) = (post(CITY, role).id, crate::on(date(2016, 1, 4)));
        kheo_store::sealing::set_key(tx, &post, key, &Actor::Administrator, stamp)?;
    }
    Ok(())
}

/// The passphrase of the keys of [`give_keys`].
pub const PASSPHRASE: &str = "cụm mật khẩu của mọi khóa";

/// A request about roads to `unit`, to be registered under `code`, which may end with the key of its
/// petitioner.
#[must_use]
pub fn filing(unit: &str, code: &str) -> Filing {
    Filing {
        code: CodeChoice::Given(CaseCode::typed(code).unwrap_or_else(|| CaseCode::new(code))),
        kind: KindId::new("request"),
        unit: UnitId::new(unit),
        topic: TopicId::new("roads"),
        again: None,
        petition: Petition {
            subject: "Đường hỏng".to_owned(),
            text: "Đường vào tổ 3 hỏng đã hai tháng.".to_owned(),
            place: Some("tổ 3".to_owned()),
            name: Some("Nguyễn Thị Thử".to_owned()),
            phone: Some("0209000000".to_owned()),
            key: FollowCode::typed(code).map(|code| code.key),
            ..Petition::default()
        },
        files: Vec::new(),
        origin: Origin::Entered,
        request: None,
    }
}
