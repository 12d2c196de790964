//! Khéo, the program.

fn main() {}
