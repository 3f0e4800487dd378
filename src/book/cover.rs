//! The cover: an edition goes in; the front for the e-book, or the whole wrap for a printer, comes out, in three styles
//! that are type and colour, with one picture if there is one.
//!
//! It is not part of the book and is made only when a file wants it: it has no pages, tags or links.

mod back;
mod barcode;
mod front;
mod palette;
mod setter;
mod spine;

use super::Book;
use super::cache::Cache;
use super::sheet::Item;
use crate::edition::Edition;
use crate::page::{Desk, Origin};
use crate::units::{Length, Point, Rect};
use palette::Palette;
pub use palette::Tint;
use setter::Setter;

/// A cover, or its front alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Jacket {
    /// Width of all of it, with the bleed.
    pub width: Length,
    /// Height of all of it, with the bleed.
    pub height: Length,
    /// What is left when it is cut.
    pub trim: Rect,
    /// Width of the spine; none without a back.
    pub spine: Length,
    /// What stands on it, from below upwards.
    pub layers: Vec<Layer>,
}

/// Things in one colour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layer {
    /// Their colour; that of pictures is their own.
    pub tint: Tint,
    /// The things; where they are turned, their places count from the turn.
    pub items: Vec<Item>,
    /// How they are turned.
    pub turn: Option<Turn>,
}

/// A quarter turn around a point, which is the zero of what is turned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The point.
    pub at: Point,
    /// Whether what was upright now looks to the right: words run down.
    pub clockwise: bool,
}

/// The front of an e-book, of a width and a height of its own.
pub fn front(edition: &Edition, book: &Book, width: Length, height: Length) -> Jacket {
    let trim = Rect { x: Length::ZERO, y: Length::ZERO, width, height };
    made(
        edition,
        book,
        Jacket { width, height, trim, spine: Length::ZERO, layers: Vec::new() },
        |setter, _| {
            front::set(setter, trim, Length::ZERO);
        },
    )
}

/// The whole cover of a printed book: back, spine and front. The spine is as wide as `pages` of its paper are thick.
pub fn wrap(edition: &Edition, book: &Book, pages: usize) -> Jacket {
    let press = &edition.production.press;
    let (bleed, spine) = (press.bleed(), press.paper().block(pages));
    let page = book.design.trim;
    let trim = Rect { x: bleed, y: bleed, width: page.width * 2 + spine, height: page.height };
    let (width, height) = (trim.width + bleed * 2, trim.height + bleed * 2);
    made(edition, book, Jacket { width, height, trim, spine, layers: Vec::new() }, |setter, jacket| {
        let panel = |x| Rect { x, width: page.width, ..jacket.trim };
        let (left, right) = (panel(bleed), panel(bleed + page.width + spine));
        // A book that is read from the right has its front at the left.
        let is_turned = edition.language.is_right_to_left();
        let (back, front) = if is_turned { (right, left) } else { (left, right) };
        setter.ground(Rect { x: Length::ZERO, y: Length::ZERO, width: jacket.width, height: jacket.height });
        back::set(setter, back);
        spine::set(setter, Rect { x: bleed + page.width, width: spine, ..jacket.trim });
        front::set(setter, front, bleed);
    })
}

/// Sets a jacket.
fn made(
    edition: &Edition,
    book: &Book,
    mut jacket: Jacket,
    set: impl FnOnce(&mut Setter<'_, '_>, &Jacket),
) -> Jacket {
    let edition = &*edition.printed();
    let cache = Cache::single_run();
    let desk =
        Desk::new(cache.studio(edition, &book.design, &book.fonts), Origin::default(), edition.language);
    let palette = Palette::of(&edition.production.cover, book.design.theme);
    let mut setter = Setter::new(edition, desk, palette);
    set(&mut setter, &jacket);
    jacket.layers = setter.into_layers();
    jacket
}
