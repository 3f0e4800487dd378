//! How much an import takes: past these a plain message, not a long wait.

/// A mebibyte.
pub const MIB: u64 = 1024 * 1024;
/// Bytes of a file of text or Markdown.
pub const TEXT: u64 = 10 * MIB;
/// Files imported at once.
pub const FILES: usize = 2_000;
/// Letters of a line that may be a title.
pub const TITLE: usize = 150;
