//! Style sheet, pictures and scripts, under addresses that change with their content.

use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use kheo_ledger::{content_hash, hexadecimal};
use kheo_paper::html::SHEET_CSS;
use kheo_paper::svg::CHART_CSS;

use crate::problem::Problem;

struct Asset {
    name: &'static str,
    address: String,
    media_type: &'static str,
    content: String,
}

/// Names before the files that mention them: `asset(NAME)` in a file becomes the address of `NAME`.
const SOURCES: &[(&str, &str, &[&str])] = &[
    ("band.svg", "image/svg+xml", &[include_str!("../assets/band.svg")]),
    ("icon.svg", "image/svg+xml", &[include_str!("../assets/icon.svg")]),
    (
        "kheo.css",
        "text/css; charset=utf-8",
        &[include_str!("../assets/kheo.css"), SHEET_CSS, CHART_CSS],
    ),
    ("keys.js", "text/javascript; charset=utf-8", &[include_str!("../assets/keys.js")]),
];

static ASSETS: LazyLock<Vec<Asset>> = LazyLock::new(|| {
    let mut assets: Vec<Asset> = Vec::with_capacity(SOURCES.len());
    for (name, media_type, parts) in SOURCES {
        let mut content = parts.concat();
        for earlier in &assets {
            content = content.replace(&format!("asset({})", earlier.name), &earlier.address);
        }
        let hash = hexadecimal(&content_hash(content.as_bytes()));
        let digest: String = hash.chars().take(16).collect();
        let (stem, extension) = name.split_once('.').unwrap_or((name, "bin"));
        let address = format!("/assets/{stem}-{digest}.{extension}");
        assets.push(Asset { name, address, media_type, content });
    }
    assets
});

/// The address of the asset of that name.
pub(crate) fn address(name: &str) -> &'static str {
    ASSETS.iter().find(|asset| asset.name == name).map_or("", |asset| &asset.address)
}

/// `GET /assets/{hashed}`.
///
/// # Errors
/// [`Problem::NotFound`], also for the address of an earlier content.
pub(crate) async fn show(Path(hashed): Path<String>) -> Result<Response, Problem> {
    let wanted = format!("/assets/{hashed}");
    let asset = ASSETS.iter().find(|asset| asset.address == wanted).ok_or(Problem::NotFound)?;
    let headers =
        [(CONTENT_TYPE, asset.media_type), (CACHE_CONTROL, "public, max-age=31536000, immutable")];
    Ok((headers, asset.content.as_str()).into_response())
}

#[cfg(test)]
mod tests {
    use super::{ASSETS, SOURCES, address};

    #[test]
    fn every_mention_of_an_asset_is_an_address() {
        assert_eq!(ASSETS.len(), SOURCES.len());
        for asset in ASSETS.iter() {
            assert!(!asset.content.contains("asset("), "{} mentions a later asset", asset.name);
        }
        assert!(ASSETS.iter().any(|asset| asset.content.contains(address("band.svg"))));
    }
}
