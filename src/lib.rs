//! Pamphleteer turns a folder of opinion pieces into a book: a typeset PDF and an accessible EPUB.
//!
//! ```text
//!  files ──import──► Edition ──typeset──► Book ──output──► PDF · PNG
//!  md txt             pieces, people,      pages of placed
//!         │           notes, design        lines
//!         └─notices───────►┴──notices───────►┴──measure──► figures
//!                          └──────────output──────────────► EPUB
//!   app (window)   shows Edition and Book, makes changes
//!   cli (batch)    reads a folder, writes files
//! ```
//!
//! Data goes one way, and what stands left knows nothing of what stands right:
//!
//! | room | what goes in | what comes out |
//! |---|---|---|
//! | [`units`], [`notice`] | | lengths as fixed point; what went oddly, and where |
//! | [`edition`] | a folder of plain text | an [`edition::Edition`], its [`edition::variant`]s, and the folder again |
//! | [`import`] | messy texts of any format | their fields, cleaned, with how sure that is; pieces, people and pictures of an edition |
//! | [`fonts`] | bundled and own font files | which face draws which letter |
//! | [`design`] | an edition's wishes | sizes and styles of a theme |
//! | [`text`] | a paragraph | its best lines, for every number of lines within reach |
//! | [`page`] | the blocks of a chapter | pages of placed lines: the display list ([`page::sheet`]) |
//! | [`book`] | an edition | a [`book::Book`]: all pages, numbered and linked; [`book::proof`]s of its pieces |
//! | [`output`] | a book, an edition | PDF, EPUB, PNG, proofs for the authors |
//! | [`check`] | an edition and its book | what an editor would be sorry to find in print |
//! | [`measure`] | a book | the figures a typographer counts |
//! | [`verify`] | a finished file | what our own rules and the validators of others find in it |
//! | [`cli`] | a command line | files, reports, exit codes |
//! | [`app`] | clicks, keys, dropped files | the window: changes of an edition, its pages, books |
//!
//! A room may use the rooms above it in this table, never one below; `tests/rooms.rs` reads the sources and names
//! the file that breaks this. The display list stands in [`page`], not in [`book`], because pages are made of it.
//! Content never fails: every stage gives a result, and what is doubtful becomes a [`notice::Notice`]. `Err` is for
//! files that can't be read or written and for broken edition files, with the line and a hint.
//!
//! ```
//! use pamphleteer::{book, edition::folder, measure, notice::Notices, output};
//!
//! let mut notices = Notices::new();
//! let edition = folder::load("assets/sample".as_ref(), &mut notices)?;
//! let book = book::typeset(&edition, &book::cache::Cache::single_run(), &mut notices);
//! assert_eq!(measure::figures(&book).book.widows, 0);
//! let pdf = output::pdf::write(&book, &edition, &mut notices)?;
//! assert!(pdf.starts_with(b"%PDF-1.7"));
//! # Ok::<(), pamphleteer::notice::Error>(())
//! ```

pub mod app;
pub mod book;
pub mod check;
pub mod cli;
pub mod design;
pub mod edition;
pub mod fonts;
pub mod import;
pub mod measure;
pub mod notice;
pub mod output;
pub mod page;
pub mod text;
pub mod units;
pub mod verify;
