//! Pamphleteer turns a folder of opinion pieces into a book: a typeset PDF and an accessible EPUB.

pub mod edition;
pub mod import;
pub mod notice;
pub mod units;
