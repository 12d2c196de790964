//! Parts of the reported figures of the city, one for each ward and commune.

use std::error::Error;
use std::path::Path;

use crate::petition::CITY;
use crate::tables::Ward;

/// Writes the parts after the reported rows of the readings, in place of those it wrote before.
pub(crate) fn write(file: &Path, wards: &[Ward]) -> Result<(), Box<dyn Error>> {
    let mut reader = csv::Reader::from_path(file)?;
    let heads = reader.headers()?.clone();
    let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>()?;
    let column = |row: &csv::StringRecord, name: &str| {
        let at = heads.iter().position(|head| head == name);
        at.and_then(|at| row.get(at)).unwrap_or_default().to_owned()
    };
    let mut writer = csv::Writer::from_path(file)?;
    writer.write_record(&heads)?;
    let reported: Vec<_> =
        rows.iter().filter(|row| column(row, "origin") != "demonstration").collect();
    for row in &reported {
        writer.write_record(*row)?;
    }
    for row in &reported {
        let (measure, period) = (column(row, "measure"), column(row, "period"));
        let whole = column(row, "unit") == CITY && period.starts_with("2016");
        if !whole || column(row, "set_aside") == "yes" {
            continue;
        }
        for (ward, value) in wards.iter().zip(parts(&measure, &column(row, "value"), wards)?) {
            let on = column(row, "on");
            let origin = "demonstration";
            writer.write_record([
                &measure, &ward.unit, &period, &value, &on, origin, "", "", "", "",
            ])?;
        }
    }
    Ok(writer.flush()?)
}

/// The parts of `whole`, by the shares of the wards, in steps of its last decimal, so that they
/// add up; none for a measure without shares.
fn parts(measure: &str, whole: &str, wards: &[Ward]) -> Result<Vec<String>, Box<dyn Error>> {
    let shares: Vec<u64> =
        wards.iter().filter_map(|ward| ward.shares.get(measure)).copied().collect();
    let total: u64 = shares.iter().sum();
    if shares.len() != wards.len() || total == 0 {
        return Ok(Vec::new());
    }
    let decimals = whole.split_once('.').map_or(0, |(_, digits)| digits.len());
    let steps: u64 = whole.replace('.', "").parse()?;
    let mut parts: Vec<u64> = shares.iter().map(|share| steps * share / total).collect();
    let mut by_rest: Vec<usize> = (0..shares.len()).collect();
    by_rest.sort_by_key(|at| {
        std::cmp::Reverse(shares.get(*at).map_or(0, |share| steps * share % total))
    });
    let missing = steps - parts.iter().sum::<u64>();
    for at in by_rest.into_iter().take(usize::try_from(missing)?) {
        if let Some(part) = parts.get_mut(at) {
            *part += 1;
        }
    }
    Ok(parts.into_iter().map(|part| with_point(part, decimals)).collect())
}

fn with_point(steps: u64, decimals: usize) -> String {
    let mut digits = format!("{steps:0width$}", width = decimals + 1);
    if decimals > 0 {
        digits.insert(digits.len() - decimals, '.');
    }
    digits
}
