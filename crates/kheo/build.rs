//! How the program that is shipped is linked.

/// The linker that comes with Rust for this target writes functions that are alike once and packs what has to be
/// moved when the program starts: a tenth of its size. Others do not know both, so they are not asked.
fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let is = |name, value| std::env::var(name).as_deref() == Ok(value);
    let linux = is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu");
    if is("PROFILE", "release") && is("CARGO_CFG_TARGET_ARCH", "x86_64") && linux {
        println!("cargo::rustc-link-arg-bins=-Wl,--icf=all");
        println!("cargo::rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
}
