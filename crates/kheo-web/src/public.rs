//! What everybody can ask for.

mod answers;
pub(crate) mod ask;
mod files;
mod follow;
mod home;
mod login;
pub(crate) mod names;
mod receipt;
pub(crate) mod told;

use crate::assets;
use crate::rights::Access::Public;
use crate::rights::{Route, get, post};

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
        get("/files/{hash}", Public, files::show),
        get("/login", Public, login::show),
        post("/login", Public, login::begin),
        post("/logout", Public, login::end),
        get("/assets/{hashed}", Public, assets::show),
    ]
}
