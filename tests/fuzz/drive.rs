//! What every found file must stand: it is read, or refused with a plain message; it never breaks a reader.
//!
//! The readers of archives get their parts as one text, so that a mutation reaches the XML and not only the deflate
//! stream: a line `=== word/document.xml` begins a part. Bytes that begin with `PK` are an archive as they are.

use pamphleteer::edition::markdown::{self, Context};
use pamphleteer::import;
use pamphleteer::notice::Notices;
use std::io::{Cursor, Write};
use std::path::PathBuf;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// What begins a part.
const MARK: &[u8] = b"=== ";

/// Reads bytes as a file with this ending, composes its pieces, and reads back what they say.
pub(crate) fn check(ending: &str, bytes: &[u8]) {
    let file = file(ending);
    let archive = matches!(ending, "docx" | "odt" | "epub").then(|| packed(bytes));
    std::fs::write(&file, archive.as_deref().unwrap_or(bytes)).expect("a file in the folder for such files");
    let mut notices = Notices::new();
    let read = import::read(&file, &mut notices);
    let _ = std::fs::remove_file(&file);
    let intakes = match read {
        Ok(intakes) => intakes,
        Err(error) => {
            let is_plain = !error.what.contains("broken in a way") && !error.what.contains("takes more than");
            assert!(is_plain, "{}", error.what);
            return;
        }
    };
    for intake in &intakes {
        let composed = intake.compose();
        composed.tell(&intake.file, &mut notices);
        assert!(!composed.piece.title.trim().is_empty(), "a piece without a title");
        let again = markdown::read(&composed.piece.markdown, &Context::default(), &mut Notices::new());
        assert!(again.blocks.is_empty() == composed.piece.markdown.trim().is_empty(), "a body that is lost");
    }
}

/// A name of its own for each thread of each process.
fn file(ending: &str) -> PathBuf {
    let thread = format!("{:?}", std::thread::current().id());
    let thread: String = thread.chars().filter(char::is_ascii_digit).collect();
    std::env::temp_dir().join(format!("pamphleteer-{}-{thread}.{ending}", std::process::id()))
}

/// The archive of a text with marks.
pub(crate) fn packed(text: &[u8]) -> Vec<u8> {
    if text.starts_with(b"PK") {
        return text.to_vec();
    }
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, part) in parts(text) {
        // Two parts of one name can't be written; the first stays.
        if zip.start_file(name, options).is_ok() {
            zip.write_all(part).expect("a part in memory");
        }
    }
    zip.finish().expect("an archive in memory").into_inner()
}

/// The parts of a text with marks.
fn parts(text: &[u8]) -> Vec<(String, &[u8])> {
    let mut parts: Vec<(String, &[u8])> = Vec::new();
    let mut rest = text;
    while let Some(from) = begin(rest) {
        let line = rest[from..].iter().position(|byte| *byte == b'\n').map_or(rest.len(), |end| from + end);
        let name = String::from_utf8_lossy(&rest[from + MARK.len()..line]).trim().to_string();
        let inside = rest.get(line + 1..).unwrap_or_default();
        let end = begin(inside).unwrap_or(inside.len());
        parts.push((name, &inside[..end]));
        rest = &inside[end..];
    }
    parts
}

/// Where the next mark stands, at the start of a line.
fn begin(text: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        if text[at..].starts_with(MARK) {
            return Some(at);
        }
        at += text[at..].iter().position(|byte| *byte == b'\n')? + 1;
    }
}
