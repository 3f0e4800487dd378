//! How much an import takes. The measured reasons stand beside each.

use std::time::Duration;

/// One mebibyte.
pub const MIB: u64 = 1024 * 1024;
/// A file of any format: a larger one is a film or a backup.
pub const FILE: u64 = 64 * MIB;
/// The longest text, Markdown or web page.
pub const TEXT: u64 = 10 * MIB;
/// Lines of a plain text, or paragraphs of any: a book of a thousand pages has 50,000 and 10,000. Three million lines of
/// one letter would take two gigabytes.
pub const LINES: usize = 200_000;
/// Files in one import.
pub const FILES: usize = 2_000;
/// How deep folders may stand in each other.
pub const FOLDER_DEPTH: usize = 16;
/// A first line longer than this is no title.
pub const TITLE: usize = 150;
/// How long a reader may take.
pub const TIME: Duration = Duration::from_secs(10);
/// The stack of a reader: deep nesting is refused long before it is used up.
pub const STACK: usize = 16 * MIB as usize;
/// Tags of a web page, beyond which only its text is taken.
pub const TAGS: usize = 200_000;
/// Depth of a web page, beyond which only its text is taken: the time to parse it grows with the square of the
/// depth (10,000 take 1.5 s, 100,000 over a minute).
pub const DEPTH: usize = 512;
/// Elements that the parser may open anew because they were never closed: 300 unclosed `<b>` in the first of 100,000
/// paragraphs are 30 million elements.
pub const REOPENED: usize = 1_000_000;
/// Attributes of one tag: the parsers of pages and of XML compare each with each.
pub const ATTRIBUTES: usize = 1_000;
/// Entries of an archive.
pub const ARCHIVE_ENTRIES: usize = 4_096;
/// One part of an archive, unpacked.
pub const ARCHIVE_PART: u64 = 64 * MIB;
/// All parts of an archive that are read, unpacked.
pub const ARCHIVE: u64 = 256 * MIB;
/// Nodes of an XML part.
pub const XML_NODES: u32 = 3_000_000;
/// How deep blocks may stand in each other.
pub const BLOCK_DEPTH: usize = 60;
/// How deep runs of text may stand in each other.
pub const INLINE_DEPTH: usize = 200;
/// Cells of one table.
pub const CELLS: usize = 20_000;
/// Corrections of one text. A paragraph more may be corrected, none after it.
pub const CORRECTIONS: usize = 50_000;
/// The longest block.
pub const BLOCK: usize = MIB as usize;
/// The longest piece.
pub const PIECE: usize = 5 * MIB as usize;
