//! The picture of the cover: the front of the book, as large as shops ask for.

use crate::book::Book;
use crate::book::cover;
use crate::edition::Edition;
use crate::notice::Result;
use crate::output::png::{self, Painter};

/// Width in pixels; the height is 2,560.
const WIDTH: f64 = 1600.0;
/// How high it is by its width.
const PROPORTION: f64 = 1.6;

/// The cover as a PNG.
pub(super) fn picture(book: &Book, edition: &Edition) -> Result<Vec<u8>> {
    let width = book.design.trim.width;
    let front = cover::front(edition, book, width, width.scale(PROPORTION));
    png::write(&Painter::new().jacket(&front, edition, WIDTH * 72.0 / width.to_pt()))
}
