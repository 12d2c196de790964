//! Makes the petitions and the figures by ward of the demonstration city, always the same ones.
//!
//! `cargo run -p kheo --example demo_petitions` writes `cases.csv`, `acts.csv` and the demonstration
//! rows of `readings.csv` in `demo/bac-kan-2016`.

mod days;
mod dice;
mod life;
mod parts;
mod petition;
mod tables;

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

use days::Days;
use dice::Dice;
use life::{Act, Life};
use petition::Petition;
use tables::Tables;

/// How many petitions come in, beside those that are brought again.
const PETITIONS: usize = 600;
const SEED: u64 = 0x2016_0630_0812_7c17;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo/bac-kan-2016");
    let tables = Tables::read(&folder)?;
    let days = Days::of_the_demonstration()?;
    let mut dice = Dice::new(SEED);
    let told = told(&tables, &days, &mut dice);
    let codes = codes(&told, &mut dice);
    write_cases(&folder.join("cases.csv"), &told, &codes)?;
    write_acts(&folder.join("acts.csv"), &told, &codes)?;
    parts::write(&folder.join("readings.csv"), &tables.wards)
}

type Told<'t> = (Petition<'t>, Vec<Act>);

/// All petitions with what became of them; those brought again stand after the others.
fn told<'t>(tables: &'t Tables, days: &Days, dice: &mut Dice) -> Vec<Told<'t>> {
    let mut first: Vec<Petition<'t>> =
        (0..PETITIONS).filter_map(|_| Petition::new(tables, days, dice)).collect();
    first.sort_by_key(|petition| petition.on);
    let mut told = Vec::new();
    let mut brought_again = Vec::new();
    for (place, petition) in first.into_iter().enumerate() {
        let life = Life::of(&petition, tables, days, dice);
        if let Some(settled) = life.settled.filter(|_| dice.chance(14)) {
            let received = settled + dice.between(12, 40);
            brought_again.extend(petition.again(place, received, tables, days, dice));
        }
        let acts = life.acts;
        told.push((petition, acts));
    }
    for petition in brought_again {
        let acts = Life::of(&petition, tables, days, dice).acts;
        told.push((petition, acts));
    }
    told
}

/// The codes, numbered by kind and year in the order of receipt.
fn codes(told: &[Told<'_>], dice: &mut Dice) -> Vec<String> {
    let mut codes = vec![String::new(); told.len()];
    let mut counters: BTreeMap<(&str, i16), usize> = BTreeMap::new();
    for at in in_order_of_receipt(told) {
        let Some(((petition, _), code)) = told.get(at).zip(codes.get_mut(at)) else { continue };
        let (prefix, year) = (petition.theme.prefix(), petition.on.year());
        let number = counters.entry((prefix, year)).or_default();
        *number += 1;
        *code = format!("{prefix}-{year}-{number:04}-{}", dice.suffix());
    }
    codes
}

fn in_order_of_receipt(told: &[Told<'_>]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..told.len()).collect();
    order.sort_by_key(|at| told.get(*at).map(|(petition, _)| petition.on));
    order
}

fn write_cases(file: &Path, told: &[Told<'_>], codes: &[String]) -> Result<(), Box<dyn Error>> {
    let mut writer = csv::Writer::from_path(file)?;
    writer.write_record([
        "code", "kind", "unit", "topic", "on", "subject", "text", "place", "name", "phone",
        "again", "origin", "source",
    ])?;
    for at in in_order_of_receipt(told) {
        let Some(((petition, _), code)) = told.get(at).zip(codes.get(at)) else { continue };
        let (theme, on, subject) = (petition.theme, petition.on.to_string(), petition.subject());
        let again = petition.again.and_then(|at| codes.get(at)).map_or("", String::as_str);
        let (text, place, name) = (&petition.text, &petition.place, &petition.name);
        writer.write_record([
            code,
            &theme.kind,
            petition.unit,
            &theme.topic,
            &on,
            &subject,
            text,
            place,
            name,
            "",
            again,
            "demonstration",
            "",
        ])?;
    }
    Ok(writer.flush()?)
}

fn write_acts(file: &Path, told: &[Told<'_>], codes: &[String]) -> Result<(), Box<dyn Error>> {
    let mut writer = csv::Writer::from_path(file)?;
    writer
        .write_record(["code", "on", "action", "by", "text", "unit", "post", "proof", "reason"])?;
    let of_all = told.iter().zip(codes);
    let mut acts: Vec<(&String, &Act)> =
        of_all.flat_map(|((_, acts), code)| acts.iter().map(move |act| (code, act))).collect();
    acts.sort_by_key(|(_, act)| act.on);
    for (code, act) in acts {
        let on = act.on.to_string();
        writer.write_record([
            code,
            &on,
            act.action,
            &act.by,
            &act.text,
            &act.unit,
            &act.post,
            &act.proof,
            &act.reason,
        ])?;
    }
    Ok(writer.flush()?)
}
