//! What everybody can ask for.

mod answers;
mod ask;
mod case;
mod file;
mod follow;
mod home;
mod login;
mod receipt;

use crate::rights::Access::{Public, SignedIn};
use crate::rights::{Route, get, post};
use crate::assets;

/// The routes.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        get("/", Public, home::show),
        get("/ask", Public, ask::show),
        post("/ask", Public, ask::send),
        get("/receipt/{code}", Public, receipt::show),
        get("/follow", Public, follow::find),
        get("/follow/{code}", Public, follow::show),
        post("/follow/{code}/{deed}", Public, follow::tell),
        get("/answers", Public, answers::show),
        get("/files/{hash}", Public, file::show),
        get("/login", Public, login::show),
        post("/login", Public, login::begin),
        post("/logout", SignedIn, login::end),
        get("/assets/{hashed}", Public, assets::show),
    ]
}
