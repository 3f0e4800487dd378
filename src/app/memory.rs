//! What the window remembers between two days: recent editions, layout, colours. Never a word of an edition.

use crate::design::trim::Trim;
use crate::output::file::FileKind;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// Key of the memory in eframe's store.
pub(super) const KEY: &str = "pamphleteer";
const MOST_RECENT: usize = 12;

/// What is kept.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
#[serde(default)]
pub struct Memory {
    /// Folders of editions, the last one first.
    pub recent: Vec<PathBuf>,
    /// The folder of the last dialog.
    pub last_folder: Option<PathBuf>,
    /// Whether paths are typed in the window, even where the desktop has dialogs.
    pub types_paths: bool,
    /// Colours of the window.
    pub colours: Colours,
    /// What the middle shows.
    pub centre: Centre,
    /// Whether the list of pieces is shown.
    pub contents: bool,
    /// Whether the inspector is shown.
    pub inspector: bool,
    /// Whether the notices are shown.
    pub notices: bool,
    /// Whether every text that comes in is shown before it joins, even where nothing about it is doubtful.
    pub looks_at_all: bool,
    /// How pages are shown.
    pub pages: PagesMemory,
    /// How pages are shown beside the text, where there is less room.
    pub beside: PagesMemory,
    /// How the e-book is shown.
    pub ebook: EbookMemory,
    /// What is exported.
    pub export: ExportMemory,
    /// How proofs are made.
    pub proofs: ProofsMemory,
}

/// Colours of the window.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, PartialEq, Eq)]
pub enum Colours {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// What the middle of the window shows.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, PartialEq, Eq)]
pub enum Centre {
    /// The pages.
    #[default]
    Pages,
    /// The text of the selected piece.
    Text,
    /// Text and pages.
    Both,
    /// The e-book.
    Ebook,
    /// The board: what each piece lacks.
    Board,
}

/// How pages are shown.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, PartialEq)]
#[serde(default)]
pub struct PagesMemory {
    /// Two pages side by side.
    pub spreads: bool,
    /// Small pictures beside them.
    pub thumbnails: bool,
    /// Lines over them.
    pub guides: bool,
    /// How large.
    pub zoom: Zoom,
}

/// How large pages are.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, PartialEq)]
pub enum Zoom {
    /// The whole page or spread in the window.
    Fit,
    /// As wide as the window.
    Width,
    /// So many times as large as on paper.
    Times(f32),
}

/// How the e-book is shown.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, PartialEq)]
#[serde(default)]
pub struct EbookMemory {
    /// On which device.
    pub device: Device,
    /// Size of the text in per cent.
    pub size: u16,
    /// Colours of the page.
    pub paper: Paper,
}

/// A device on which e-books are read.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, PartialEq, Eq)]
pub enum Device {
    /// 360 × 640 points.
    Phone,
    /// 480 × 640 points.
    #[default]
    Reader,
    /// 768 × 1024 points.
    Tablet,
}

/// Colours of an e-book's page.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, PartialEq, Eq)]
pub enum Paper {
    /// Black on white.
    #[default]
    Day,
    /// Brown on cream.
    Sepia,
    /// Light on dark.
    Night,
}

/// What is exported.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, PartialEq, Eq)]
#[serde(default)]
pub struct ExportMemory {
    /// A PDF.
    pub pdf: bool,
    /// An EPUB.
    pub epub: bool,
    /// A PDF for a press.
    pub print: bool,
    /// A cover.
    pub cover: bool,
    /// A booklet.
    pub booklet: bool,
    /// The paper of the booklet.
    pub paper: PaperSize,
    /// Nothing, while a permission is not settled.
    pub strict: bool,
}

impl ExportMemory {
    /// Whether files of this kind are made.
    pub(super) fn wants(&mut self, kind: FileKind) -> &mut bool {
        match kind {
            FileKind::Pdf => &mut self.pdf,
            FileKind::Epub => &mut self.epub,
            FileKind::Print => &mut self.print,
            FileKind::Cover => &mut self.cover,
            FileKind::Booklet => &mut self.booklet,
        }
    }
}

/// How proofs are made.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, PartialEq, Eq)]
#[serde(default)]
pub struct ProofsMemory {
    /// One file an author, not one a piece.
    pub by_author: bool,
    /// The paper they are printed on.
    pub paper: PaperSize,
}

/// Paper of office printers.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, PartialEq, Eq)]
pub enum PaperSize {
    /// ISO A4.
    #[default]
    A4,
    /// Letter.
    Letter,
}

impl PaperSize {
    /// Its measure.
    pub(super) fn trim(self) -> Trim {
        match self {
            PaperSize::A4 => Trim::A4,
            PaperSize::Letter => Trim::LETTER,
        }
    }
}

impl Default for Memory {
    fn default() -> Memory {
        Memory {
            looks_at_all: false,
            recent: Vec::new(),
            last_folder: None,
            types_paths: false,
            colours: Colours::default(),
            centre: Centre::default(),
            contents: true,
            inspector: true,
            notices: false,
            pages: PagesMemory::default(),
            beside: PagesMemory { spreads: false, zoom: Zoom::Width, ..PagesMemory::default() },
            ebook: EbookMemory::default(),
            export: ExportMemory::default(),
            proofs: ProofsMemory::default(),
        }
    }
}

impl Default for PagesMemory {
    fn default() -> PagesMemory {
        PagesMemory { spreads: true, thumbnails: false, guides: false, zoom: Zoom::Fit }
    }
}

impl Default for EbookMemory {
    fn default() -> EbookMemory {
        EbookMemory { device: Device::default(), size: 100, paper: Paper::default() }
    }
}

impl Default for ExportMemory {
    fn default() -> ExportMemory {
        ExportMemory {
            pdf: true,
            epub: true,
            print: false,
            cover: false,
            booklet: false,
            paper: PaperSize::default(),
            strict: false,
        }
    }
}

impl Memory {
    /// How pages are shown in the middle of the window as it is now.
    pub fn pages_mut(&mut self) -> &mut PagesMemory {
        if self.centre == Centre::Both { &mut self.beside } else { &mut self.pages }
    }

    /// Puts an edition at the head of the recent ones.
    pub fn opened(&mut self, dir: &Path) {
        let dir = dir.canonicalize().unwrap_or_else(|_| dir.to_path_buf());
        self.recent.retain(|known| *known != dir);
        self.last_folder = dir.parent().map(Path::to_path_buf);
        self.recent.insert(0, dir);
        self.recent.truncate(MOST_RECENT);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_edition_opened_last_comes_first_and_once() {
        let mut memory = Memory::default();
        for dir in ["/a", "/b", "/a"] {
            memory.opened(Path::new(dir));
        }
        assert_eq!(memory.recent, [PathBuf::from("/a"), PathBuf::from("/b")]);
    }
}
