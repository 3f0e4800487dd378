//! A desk for tests: a folder of its own, the program, and what it said.

#![allow(dead_code, reason = "each test file uses its part")]
#![allow(clippy::unwrap_used, reason = "a panic is the report of a test")]

use pamphleteer::book::{Book, cache::Cache};
use pamphleteer::edition::Edition;
use pamphleteer::notice::Notices;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The sample edition.
pub(crate) const SAMPLE: &str = "assets/sample";

/// The edition in a folder, its book, and what was said of both.
pub(crate) fn typeset(folder: &Path) -> (Edition, Book, Notices) {
    let mut notices = Notices::new();
    let edition = pamphleteer::edition::folder::load(folder, &mut notices).unwrap();
    let book = pamphleteer::book::typeset(&edition, &Cache::single_run(), &mut notices);
    (edition, book, notices)
}

/// A folder that goes away with the test.
pub(crate) struct Desk {
    dir: tempfile::TempDir,
}

/// What the program said.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Desk {
    pub(crate) fn new() -> Desk {
        Desk { dir: tempfile::tempdir().unwrap() }
    }

    /// The desk with a small edition of two pieces in the folder `edition`.
    pub(crate) fn with_edition() -> Desk {
        let desk = Desk::new();
        desk.write(
            "edition/edition.toml",
            "title = \"Two Views\"\npieces = [\"pieces/a.md\", \"pieces/b.md\"]\n",
        );
        desk.write("edition/pieces/a.md", "---\ntitle: A View\nauthors: [Ann Lee]\n---\nAll is well.\n");
        desk.write("edition/pieces/b.md", "---\ntitle: Another\nauthors: [Bo Dean]\n---\nAll is lost.\n");
        desk
    }

    /// The desk with a copy of the sample edition, designed like this.
    pub(crate) fn with_sample(design: &str) -> Desk {
        let desk = Desk::new();
        copy(Path::new(SAMPLE), &desk.path("edition"));
        let toml = desk.text("edition/edition.toml");
        let (before, after) = toml.split_once("[design]\ntheme = \"classic\"\ntrim = \"6x9in\"\n").unwrap();
        desk.write("edition/edition.toml", format!("{before}[design]\n{design}\n{after}"));
        desk
    }

    pub(crate) fn path(&self, file: &str) -> PathBuf {
        self.dir.path().join(file)
    }

    pub(crate) fn write(&self, file: &str, text: impl AsRef<[u8]>) {
        let path = self.path(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    pub(crate) fn text(&self, file: &str) -> String {
        std::fs::read_to_string(self.path(file)).unwrap()
    }

    pub(crate) fn bytes(&self, file: &str) -> Vec<u8> {
        std::fs::read(self.path(file)).unwrap()
    }

    /// Runs the program in the desk's folder.
    pub(crate) fn run(&self, arguments: &[&str]) -> Said {
        self.run_with(arguments, &[])
    }

    /// Runs the program with variables of the environment.
    pub(crate) fn run_with(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Said {
        let output = Command::new(env!("CARGO_BIN_EXE_pamphleteer"))
            .args(arguments)
            .envs(variables.iter().copied())
            .current_dir(self.dir.path())
            .output()
            .unwrap();
        let said = Said {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        };
        assert!(!said.err.contains("panicked"), "{}", said.err);
        said
    }

    /// Exports the edition; the PDF and the EPUB.
    pub(crate) fn export(&self) -> (Vec<u8>, Vec<u8>) {
        self.export_with(&[])
    }

    pub(crate) fn export_with(&self, variables: &[(&str, &str)]) -> (Vec<u8>, Vec<u8>) {
        for (kind, file) in [("--pdf", "book.pdf"), ("--epub", "book.epub")] {
            let said = self.run_with(&["export", "edition", kind, file], variables);
            assert_eq!(said.code, 0, "{said:?}");
        }
        (self.bytes("book.pdf"), self.bytes("book.epub"))
    }
}

/// What a program that nobody here wrote says in a folder; `None` where it is not installed, which the variable
/// `PAMPHLETEER_VALIDATORS` forbids.
pub(crate) fn ask(program: &str, arguments: &[&str], folder: &Path) -> Option<Vec<u8>> {
    match Command::new(program).args(arguments).current_dir(folder).output() {
        Ok(run) if run.status.success() => Some(run.stdout),
        other => {
            assert!(std::env::var_os("PAMPHLETEER_VALIDATORS").is_none(), "{program}: {other:?}");
            None
        }
    }
}

impl Said {
    /// The objects of a run with `--json`.
    pub(crate) fn json(&self) -> Vec<serde_json::Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

/// Copies a folder.
pub(crate) fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            std::fs::copy(&path, target).unwrap();
        }
    }
}

/// The files of a zip archive, in its order, and whether the first is stored.
pub(crate) fn unzip(bytes: &[u8]) -> Vec<(String, Vec<u8>, bool)> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut file = archive.by_index(index).unwrap();
            let mut content = Vec::new();
            std::io::Read::read_to_end(&mut file, &mut content).unwrap();
            (file.name().to_string(), content, file.compression() == zip::CompressionMethod::Stored)
        })
        .collect()
}

/// The texts in an e-book by file name.
pub(crate) fn pages_of(epub: &[u8]) -> BTreeMap<String, String> {
    let text = |(name, content, _): (String, Vec<u8>, bool)| Some((name, String::from_utf8(content).ok()?));
    unzip(epub).into_iter().filter_map(text).collect()
}
