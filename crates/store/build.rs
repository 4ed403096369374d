//! Hashes the sources of `domain` into `BATON_STATE_FORMAT`, the format number of snapshots: any change
//! there makes older snapshots unreadable, and an unreadable snapshot only costs a longer replay.

use std::{
    error::Error,
    fs,
    path::{Path, PathBuf},
};

const DOMAIN: &str = "../domain/src";

fn main() -> Result<(), Box<dyn Error>> {
    let mut sources = Vec::new();
    collect(Path::new(DOMAIN), &mut sources)?;
    sources.sort();
    let mut hash = Fnv1a::START;
    for source in sources {
        hash = hash.with(source.to_string_lossy().as_bytes()).with(&fs::read(&source)?);
    }
    println!("cargo:rerun-if-changed={DOMAIN}");
    // One bit less, so that the number fits the signed columns of every database.
    println!("cargo:rustc-env=BATON_STATE_FORMAT={}", hash.0 >> 1);
    Ok(())
}

fn collect(directory: &Path, sources: &mut Vec<PathBuf>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(directory)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, sources)?;
        } else {
            sources.push(path);
        }
    }
    Ok(())
}

/// FNV-1a, 64 bits: tells versions of a source apart, guards against nobody.
#[derive(Clone, Copy)]
struct Fnv1a(u64);

impl Fnv1a {
    const START: Self = Self(0xcbf2_9ce4_8422_2325);

    fn with(self, bytes: &[u8]) -> Self {
        Self(
            bytes.iter().fold(self.0, |hash, byte| {
                (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
            }),
        )
    }
}
