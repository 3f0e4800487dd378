//! The picture of the cover: the typographic cover of the book on coloured paper.

use crate::book::Book;
use crate::design::theme::Theme;
use crate::edition::Edition;
use crate::notice::Result;
use crate::output::png::{self, Colours};

/// Width in pixels, as shops ask for.
const WIDTH: f64 = 1600.0;

/// The cover as a PNG.
pub(super) fn picture(book: &Book, edition: &Edition) -> Result<Vec<u8>> {
    let dpi = WIDTH * 72.0 / book.design.trim.width.to_pt();
    let pixels = png::render(book, edition, &book.cover, dpi, colours(book.design.theme));
    png::write(&pixels)
}

/// Paper and ink of the themes, with a contrast of at least 10 : 1.
fn colours(theme: Theme) -> Colours {
    match theme {
        Theme::Classic => Colours { paper: [0xf3, 0xec, 0xdc], ink: [0x2a, 0x1a, 0x14] },
        Theme::Essay => Colours { paper: [0x1f, 0x3a, 0x4a], ink: [0xf6, 0xf1, 0xe4] },
        Theme::Modern => Colours { paper: [0xf4, 0xf4, 0xf2], ink: [0x14, 0x1e, 0x3c] },
    }
}
