//! A zip archive in memory: the bytes of a file go in, its parts come out by name. Nothing is unpacked to disk, and
//! no archive, however it is made, unpacks to more than the limits.

use super::{limits, sniff};
use crate::notice::{Error, Place, Result};
use percent_encoding::percent_decode_str;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::path::Path;
use zip::{CompressionMethod, ZipArchive};

/// An archive.
pub(super) struct Archive<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    /// The parts by their names in lower case: some programs write “Word/Document.xml”.
    names: BTreeMap<String, usize>,
    /// How many bytes may still be unpacked.
    left: u64,
}

/// Why a part can't be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Missing {
    /// It is not there.
    Absent,
    /// It is larger than is taken.
    Large,
    /// It is locked with a password.
    Locked,
    /// Its bytes are damaged; these could be read.
    Broken(Vec<u8>),
}

impl Missing {
    /// In words, behind “the picture … ”.
    pub(super) fn why(&self) -> &'static str {
        match self {
            Missing::Absent => "is not in the file",
            Missing::Large => "is too large",
            Missing::Locked => "is locked with a password",
            Missing::Broken(_) => "is damaged",
        }
    }
}

impl<'b> Archive<'b> {
    /// Opens an archive that should be `wanted`, such as “a Word file (DOCX)”.
    pub(super) fn open(bytes: &'b [u8], path: &Path, wanted: &str) -> Result<Archive<'b>> {
        if !bytes.starts_with(b"PK") {
            return Err(sniff::unlike(bytes, path, wanted));
        }
        if is_crowded(bytes) {
            return Err(crowded(path));
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| {
            let hint = "it may not have been sent or copied whole; ask for it again";
            Error::new(Place::file(path), "the file is damaged and can’t be opened", hint)
        })?;
        if zip.len() > limits::ARCHIVE_ENTRIES {
            return Err(crowded(path));
        }
        let names = (0..zip.len()).filter_map(|at| Some((key(zip.name_for_index(at)?), at))).collect();
        Ok(Archive { zip, names, left: limits::ARCHIVE })
    }

    /// Whether it has this part.
    pub(super) fn has(&self, name: &str) -> bool {
        self.names.contains_key(&key(name))
    }

    /// The bytes of a part.
    pub(super) fn part(&mut self, name: &str) -> Result<Vec<u8>, Missing> {
        let index = *self.names.get(&key(name)).ok_or(Missing::Absent)?;
        let most = limits::ARCHIVE_PART.min(self.left);
        // Raw first: it tells what the part is without a password or a decoder.
        let raw = self.zip.by_index_raw(index).map_err(|_| Missing::Broken(Vec::new()))?;
        if raw.encrypted() {
            return Err(Missing::Locked);
        }
        if !matches!(raw.compression(), CompressionMethod::Stored | CompressionMethod::Deflated) {
            return Err(Missing::Broken(Vec::new()));
        }
        drop(raw);
        let file = self.zip.by_index(index).map_err(|_| Missing::Broken(Vec::new()))?;
        let mut bytes = Vec::new();
        // The size in the header is a claim; what comes out is counted.
        let read = file.take(most + 1).read_to_end(&mut bytes);
        self.left = self.left.saturating_sub(bytes.len() as u64);
        if bytes.len() as u64 > most {
            return Err(Missing::Large);
        }
        match read {
            Ok(_) => Ok(bytes),
            Err(_) => Err(Missing::Broken(bytes)),
        }
    }
}

/// The path of a part that `target` means in a part of the folder `base`; `None` when it leaves the archive.
pub(super) fn resolve(base: &str, target: &str) -> Option<String> {
    let target = unescape(target.split(['#', '?']).next().unwrap_or_default()).replace('\\', "/");
    let mut steps: Vec<&str> = Vec::new();
    let start = if target.starts_with('/') { "" } else { base };
    for step in start.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop()?;
            }
            step => steps.push(step),
        }
    }
    (!steps.is_empty()).then(|| steps.join("/"))
}

/// The folder of a part: empty at the top.
pub(super) fn folder(part: &str) -> &str {
    part.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// `%20` and the like, turned back where that gives text.
fn unescape(address: &str) -> Cow<'_, str> {
    percent_decode_str(address).decode_utf8().unwrap_or(Cow::Borrowed(address))
}

fn key(name: &str) -> String {
    name.trim_start_matches('/').replace('\\', "/").to_lowercase()
}

/// Whether the archive has far too many entries to be listed; four times the limit, since an archive inside it has
/// entries that look the same.
fn is_crowded(bytes: &[u8]) -> bool {
    let entries = bytes.windows(4).filter(|four| *four == b"PK\x01\x02");
    entries.take(limits::ARCHIVE_ENTRIES * 4 + 1).count() > limits::ARCHIVE_ENTRIES * 4
}

fn crowded(path: &Path) -> Error {
    let what = format!("the file has more than {} parts", limits::ARCHIVE_ENTRIES);
    Error::new(Place::file(path), what, "no text needs that many; open it in its program, and save it anew")
}

#[cfg(test)]
mod tests;
