//! Takes the faces of Liberation Serif out of a crate that carries them among others, so that the
//! program holds these four and no more. They are as wide as those of Times New Roman, and free
//! (SIL Open Font License 1.1).

use std::error::Error;
use std::path::Path;

const FAMILY: &str = "Liberation Serif";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let folder = std::env::var("OUT_DIR")?;
    let faces: Vec<&[u8]> = oxml_layout::bundled_fonts::bundled_font_data()
        .into_iter()
        .filter(|(family, _)| *family == FAMILY)
        .map(|(_, bytes)| bytes)
        .collect();
    let names = ["regular.ttf", "bold.ttf", "italic.ttf", "bold-italic.ttf"];
    if faces.len() != names.len() {
        return Err(format!("{} faces of {FAMILY}, not four", faces.len()).into());
    }
    for (name, bytes) in names.into_iter().zip(faces) {
        std::fs::write(Path::new(&folder).join(name), bytes)?;
    }
    Ok(())
}
