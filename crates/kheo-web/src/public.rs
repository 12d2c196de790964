//! What everybody can ask for.

mod answers;
pub(crate) mod ask;
mod cosignature;
mod files;
mod follow;
mod home;
mod letters;
mod log;
mod login;
mod receipt;
pub(crate) mod told;

use kheo_core::case::CaseKind;
use kheo_words::Tongue;

use crate::assets;
use crate::parts::field::Choice;
use crate::rights::Access::{Citizens, Public};
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
        get("/follow/{code}/receipt.tlog-proof", Public, receipt::proof),
        get("/follow/{code}/letters/{number}/{file}", Public, letters::download),
        get("/follow/{code}/files/{hash}", Public, files::of_case),
        post("/follow/{code}/{deed}", Citizens, follow::tell),
        get("/answers", Public, answers::show),
        get("/files/{hash}", Public, files::show),
        get("/log", Public, log::show),
        post("/log", Public, log::check),
        get("/log/checkpoint", Public, log::checkpoint),
        post("/log/cosignature", Public, cosignature::take),
        get("/log/vkey", Public, log::key),
        get("/log/tile/{*path}", Public, log::tile),
        get("/login", Public, login::show),
        post("/login", Public, login::begin),
        post("/logout", Public, login::end),
        get("/assets/{hashed}", Public, assets::show),
    ]
}

/// What cases of `kinds` can be about, each topic once.
fn topics<'a>(tongue: Tongue<'_>, kinds: impl IntoIterator<Item = &'a CaseKind>) -> Vec<Choice> {
    let mut topics: Vec<Choice> = Vec::new();
    for topic in kinds.into_iter().flat_map(|kind| &kind.topics) {
        if !topics.iter().any(|known| known.value == topic.id.as_str()) {
            let words = tongue.say(&format!("topic-{}", topic.id));
            topics.push(Choice::new(topic.id.as_str(), words));
        }
    }
    topics
}
