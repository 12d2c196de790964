//! Charts as PNG pictures, for formats that cannot hold SVG.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{Options, Tree};

use crate::svg::Drawing;
use crate::{PaperError, fonts};

/// Pixels per SVG unit: 520 units over 165 mm of paper make about 240 dots an inch.
const SCALE: u16 = 3;

static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut database = Database::new();
    for file in fonts::family_files() {
        database.load_font_source(Source::Binary(Arc::new(file)));
    }
    Arc::new(database)
});

/// A chart as PNG and its size in tenths of an SVG unit.
pub(crate) struct Picture {
    pub(crate) png: Vec<u8>,
    pub(crate) width: i64,
    pub(crate) height: i64,
}

/// Draws the picture of the chart called `title`.
///
/// # Errors
/// [`PaperError::Chart`] when it cannot be drawn.
pub(crate) fn picture(drawing: Drawing, title: &str) -> Result<Picture, PaperError> {
    drawn(drawing).map_err(|reason| PaperError::Chart { chart: title.to_owned(), reason })
}

fn drawn(drawing: Drawing) -> Result<Picture, String> {
    let options = Options {
        font_family: fonts::FAMILY.to_owned(),
        fontdb: Arc::clone(&FONTS),
        ..Options::default()
    };
    let tree = Tree::from_str(&drawing.markup.into_string(), &options)
        .map_err(|error| error.to_string())?;
    let size = tree.size().to_int_size();
    let (width, height) = (size.width() * u32::from(SCALE), size.height() * u32::from(SCALE));
    let mut pixels =
        Pixmap::new(width, height).ok_or_else(|| format!("{width} x {height} pixels"))?;
    pixels.fill(resvg::tiny_skia::Color::WHITE);
    let scale = f32::from(SCALE);
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    let png = pixels.encode_png().map_err(|error| error.to_string())?;
    Ok(Picture { png, width: drawing.width, height: drawing.height })
}
