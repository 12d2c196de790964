//! How the program that is shipped is linked.

use std::process::Command;

/// The linker that comes with Rust for this target writes functions that are alike once, and packs what has to be
/// moved when the program starts: a tenth of its size. Where another linker is named, it is not asked.
fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=CARGO_ENCODED_RUSTFLAGS");
    let is = |name, value| std::env::var(name).as_deref() == Ok(value);
    let linux = is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu");
    let flags = std::env::var("CARGO_ENCODED_RUSTFLAGS").unwrap_or_default();
    let own = !["linker", "-fuse-ld"].iter().any(|flag| flags.contains(flag));
    if own && linux && is("PROFILE", "release") && is("CARGO_CFG_TARGET_ARCH", "x86_64") {
        println!("cargo::rustc-link-arg-bins=-Wl,--icf=all");
        if moves_packed() {
            println!("cargo::rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
        }
    }
}

/// Whether the system library of this machine, and so of those that the program is built for, moves what is packed:
/// glibc does from 2.36 on.
fn moves_packed() -> bool {
    let asked = Command::new("getconf").arg("GNU_LIBC_VERSION").output();
    let told = asked.map(|told| String::from_utf8_lossy(&told.stdout).into_owned());
    let version = told.ok().and_then(|told| {
        let (major, minor) = told.trim().strip_prefix("glibc ")?.split_once('.')?;
        Some((major.parse::<u32>().ok()?, minor.parse::<u32>().ok()?))
    });
    version.is_some_and(|version| version >= (2, 36))
}
