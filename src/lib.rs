//! Pamphleteer turns a folder of opinion pieces into a book: a typeset PDF and an accessible EPUB.

pub mod book;
pub mod design;
pub mod edition;
pub mod fonts;
pub mod measure;
pub mod notice;
pub mod page;
pub mod text;
pub mod units;
