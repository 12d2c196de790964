//! `kheo erase`: takes away what a case says of persons.

use kheo_core::Refusal;
use kheo_core::case::Erasing;
use kheo_core::event::Stamp;
use kheo_core::id::{CaseCode, PostId};
use kheo_core::post::Actor;
use kheo_store::WriteError;
use kheo_words::Tongue;

use crate::command_line::Erase;
use crate::failure::Failure;
use crate::folder::{Held, nothing_left_behind};
use crate::terminal::println;
use crate::{clock, serve};

/// Runs `kheo erase`.
pub(crate) fn run(wanted: &Erase, tongue: Tongue<'_>) -> Result<(), Failure> {
    let unknown = || {
        let code = CaseCode::new(wanted.code.as_str());
        Failure::from(WriteError::Refused(Refusal::UnknownCase { code }))
    };
    let code = CaseCode::typed(&wanted.code).ok_or_else(unknown)?;
    nothing_left_behind(&wanted.at)?;
    let held = Held::take(&wanted.at)?;
    let installation = held.open()?;
    let stamp = Stamp::at(serve::clock(&installation)?.now());
    let erasing = Erasing {
        by: PostId::new(wanted.by.as_str()),
        reason: wanted.reason.clone(),
        law: wanted.law.clone(),
    };
    let erased = code.clone();
    installation.db.write_now(move |tx| {
        kheo_store::case::erase(tx, &erased, erasing, &Actor::Administrator, stamp)
    })?;
    let before = held.database().is_shared().then(clock::an_hour_ago);
    let finished =
        kheo_store::case::finish_erasures(&installation.db, &installation.files, before)?;
    let said = [("code", code.as_str()), ("files", &finished.files.to_string())];
    println(&tongue.say_with("erased", &said));
    println(&tongue.say("erased-backups"));
    if finished.left {
        println(&tongue.say("erased-left"));
    } else if held.database().is_shared() {
        println(&tongue.say("erased-server"));
    }
    Ok(())
}
