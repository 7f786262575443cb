//! The compressed copy beside each file, made once here so that the server never compresses.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::command::Outcome;

/// Writes `NAME.br` and `NAME.gz` beside every file in the folder and below.
pub(super) fn beside(folder: &Path) -> Outcome {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            beside(&path)?;
        } else {
            write_both(&path)?;
        }
    }
    Ok(())
}

fn write_both(path: &Path) -> Outcome {
    let content = fs::read(path)?;
    let strongest = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: content.len(),
        ..BrotliEncoderParams::default()
    };
    brotli::BrotliCompress(
        &mut content.as_slice(),
        &mut File::create(with_ending(path, "br"))?,
        &strongest,
    )?;
    let mut gzip = GzEncoder::new(File::create(with_ending(path, "gz"))?, Compression::best());
    gzip.write_all(&content)?;
    gzip.finish()?;
    Ok(())
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    PathBuf::from(name)
}
