//! Files to be imported, made in a folder that goes away, and what came of them.

#![allow(dead_code, reason = "each test file uses its part")]

use pamphleteer::import::intake::{Field, Intake};
use pamphleteer::import::{self, limits};
use pamphleteer::notice::Notices;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A paragraph that is long enough to be text.
pub(crate) const PROSE: &str = "It is a long way from here to the sea, and no tram has ever gone there, not once in \
    all the years of the company that runs the line, and none will as long as the town counts its cars.";

/// A folder for files.
pub(crate) struct Folder(pub(crate) tempfile::TempDir);

/// What came of a file.
pub(crate) struct Outcome {
    /// Why it was refused.
    pub(crate) error: Option<String>,
    pub(crate) intakes: Vec<Intake>,
    /// The bodies of all pieces.
    pub(crate) markdown: String,
    /// Everything that was said, one notice a line.
    pub(crate) said: String,
    pub(crate) time: Duration,
}

impl Folder {
    pub(crate) fn new() -> Folder {
        Folder(tempfile::tempdir().unwrap())
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// A file with these bytes.
    pub(crate) fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
        path
    }

    /// What comes of a file with these bytes.
    pub(crate) fn read(&self, name: &str, bytes: impl AsRef<[u8]>) -> Outcome {
        read(&self.file(name, bytes))
    }
}

/// What comes of a file. A broken or hanging reader fails the test.
pub(crate) fn read(path: &Path) -> Outcome {
    let start = Instant::now();
    let mut notices = Notices::new();
    let (error, intakes) = match import::read(path, &mut notices) {
        Ok(intakes) => (None, intakes),
        Err(error) => (Some(error.to_string()), Vec::new()),
    };
    let composed: Vec<_> = intakes.iter().map(Intake::compose).collect();
    let markdown = composed.iter().map(|one| one.piece.markdown.as_str()).collect();
    let said = notices.iter().map(|notice| format!("{notice}\n")).collect();
    let outcome = Outcome { error, intakes, markdown, said, time: start.elapsed() };
    assert!(!outcome.why().contains("broken in a way"), "the reader of {} broke", path.display());
    assert!(outcome.time < limits::TIME * 2, "{} took {:?}", path.display(), outcome.time);
    outcome
}

impl Outcome {
    /// Why the file was refused; empty if it was not.
    pub(crate) fn why(&self) -> &str {
        self.error.as_deref().unwrap_or_default()
    }

    /// All words of all lines, whatever their field.
    pub(crate) fn words(&self) -> String {
        let mut words = String::new();
        for line in self.intakes.iter().flat_map(|intake| &intake.lines) {
            line.block.each_paragraph(&mut |paragraph| {
                words.push_str(&paragraph.text);
                words.push('\n');
            });
        }
        words
    }

    /// The words of a field.
    pub(crate) fn of(&self, field: Field) -> String {
        let mut words = String::new();
        for line in self.intakes.iter().flat_map(|intake| intake.of(field)) {
            line.block.each_paragraph(&mut |paragraph| words.push_str(&paragraph.text));
        }
        words
    }
}

/// An archive of these parts, deflated.
pub(crate) fn zipped<B: AsRef<[u8]>>(parts: &[(&str, B)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes.as_ref()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A Word file with this body and these parts.
pub(crate) fn docx(body: &str, parts: &[(&str, &[u8])]) -> Vec<u8> {
    let document = format!(
        "<w:document xmlns:w='w' xmlns:r='r' xmlns:a='a' xmlns:wp='wp'><w:body>{body}</w:body></w:document>"
    );
    let mut all = vec![("word/document.xml", document.as_bytes())];
    all.extend(parts);
    zipped(&all)
}

/// An OpenDocument text with this text and these parts.
pub(crate) fn odt(text: &str, parts: &[(&str, &[u8])]) -> Vec<u8> {
    let content = format!(
        "<office:document-content xmlns:office='o' xmlns:text='t' xmlns:table='b' xmlns:draw='d' xmlns:xlink='x'>\
         <office:body><office:text>{text}</office:text></office:body></office:document-content>"
    );
    let mut all = vec![("content.xml", content.as_bytes())];
    all.extend(parts);
    zipped(&all)
}

/// An e-book with one chapter and these parts beside it.
pub(crate) fn epub(chapter: &str, parts: &[(&str, &[u8])]) -> Vec<u8> {
    let container = "<container><rootfiles><rootfile full-path='O/p.opf'/></rootfiles></container>";
    let package = "<package><manifest><item id='a' href='a.xhtml' media-type='application/xhtml+xml'/></manifest>\
                   <spine><itemref idref='a'/></spine></package>";
    let mut all = vec![
        ("META-INF/container.xml", container.as_bytes()),
        ("O/p.opf", package.as_bytes()),
        ("O/a.xhtml", chapter.as_bytes()),
    ];
    all.extend(parts);
    zipped(&all)
}

/// A paragraph of a Word file.
pub(crate) fn word(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

/// The header and the end of a PNG of any size, without its pixels.
pub(crate) fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes.extend(b"\x08\x02\0\0\0");
    bytes.extend([0; 16]);
    bytes.extend(b"IEND");
    bytes
}
