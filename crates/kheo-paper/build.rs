//! Takes the faces that documents are set in out of the crates that carry them among others, so that
//! the program holds these and no more. All are free (SIL Open Font License 1.1; `DejaVu` by its own).

use std::error::Error;
use std::path::Path;

use ttf_parser::name_id::FULL_NAME;

/// The full name of each face, and the file that `src/fonts.rs` includes.
const FACES: [(&str, &str); 9] = [
    ("Libertinus Serif Regular", "libertinus-regular"),
    ("Libertinus Serif Bold", "libertinus-bold"),
    ("Libertinus Serif Italic", "libertinus-italic"),
    ("Libertinus Serif Bold Italic", "libertinus-bold-italic"),
    ("DejaVu Sans Mono", "symbols"),
    // As wide as those of Times New Roman.
    ("Liberation Serif", "letter-regular"),
    ("Liberation Serif Bold", "letter-bold"),
    ("Liberation Serif Italic", "letter-italic"),
    ("Liberation Serif Bold Italic", "letter-bold-italic"),
];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let folder = std::env::var("OUT_DIR")?;
    let faces: Vec<&[u8]> = typst_assets::fonts()
        .chain(oxml_layout::bundled_fonts::bundled_font_data().into_iter().map(|(_, face)| face))
        .collect();
    for (name, file) in FACES {
        let face = faces.iter().find(|face| full_name(face).as_deref() == Some(name));
        let face = face.ok_or_else(|| format!("no face is called {name}"))?;
        std::fs::write(Path::new(&folder).join(file), face)?;
    }
    Ok(())
}

fn full_name(face: &[u8]) -> Option<String> {
    let names = ttf_parser::Face::parse(face, 0).ok()?.names();
    names.into_iter().filter(|name| name.name_id == FULL_NAME).find_map(|name| name.to_string())
}
