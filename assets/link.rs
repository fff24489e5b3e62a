//! Has the program linked so that it starts fast and small, where that was measured: on Linux.

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

/// Tells cargo how.
pub(crate) fn start_fast(root: &Path) {
    let target = |name: &str| env::var(format!("CARGO_CFG_TARGET_{name}")).unwrap_or_default();
    if target("OS") != "linux" {
        return;
    }
    // What a start runs lies together: it brings less than half as much of the program into memory. A linker that somebody
    // chose may not know such a script.
    let chosen = env::var_os("RUSTC_LINKER").is_some()
        || env::var("CARGO_ENCODED_RUSTFLAGS").is_ok_and(|flags| flags.contains("fuse-ld"));
    if env::var("PROFILE").as_deref() == Ok("release") && !chosen {
        println!("cargo:rerun-if-changed=assets/order.ld");
        println!("cargo:rustc-link-arg-bins=-Wl,-T,{}", root.join("assets/order.ld").display());
    }
    // A wholly static program is linked in a way of its own.
    if target("ENV") != "gnu" || target("FEATURE").contains("crt-static") {
        return;
    }
    // What tells where a panic was lies in a library that would be loaded at each start; the compiler has it as a part too.
    println!("cargo:rerun-if-env-changed=RUSTC_LINKER");
    if let Some(folder) = unwinder() {
        println!("cargo:rustc-link-search=native={}", folder.display());
        println!("cargo:rustc-link-lib=static:+whole-archive=gcc_eh");
    }
}

/// The folder in which the C compiler keeps its unwinder; `None` where it has none, and then the library is loaded.
fn unwinder() -> Option<PathBuf> {
    // Cargo names a compiler for another machine; the usual one builds for its own.
    let own = env::var_os("HOST") == env::var_os("TARGET");
    let compiler = env::var_os("RUSTC_LINKER").or_else(|| own.then(|| "cc".into()))?;
    let said = Command::new(compiler).arg("-print-file-name=libgcc_eh.a").output().ok()?.stdout;
    let archive = PathBuf::from(String::from_utf8(said).ok()?.trim());
    // A name without a folder is all that it says of a file that it does not have.
    archive.parent().filter(|folder| folder.is_absolute()).map(PathBuf::from)
}
