//! What pages cost: prices found by looking at many books, so that a graver fault is never bought with smaller ones.

/// A first line at the foot of a page, or a last one at its head.
pub(super) const LONELY_LINE: f64 = 9e6;
/// Blocks or rows parted that belong together.
pub(super) const KEPT_APART: f64 = 11e6;
/// A spread a line more or less deep than usual.
pub(super) const SPREAD_OFF_DEPTH: f64 = 140_000.0;
/// A spread two lines off, or a page that stops sooner yet.
pub(super) const SPREAD_FAR_OFF_DEPTH: f64 = 170_000.0;
/// A page that is not full.
pub(super) const SHORT_PAGE: f64 = 400_000.0;
/// Each missing line of it, squared.
pub(super) const SHORT_LINE: f64 = 300_000.0;
/// Each missing line of a page of a list, squared.
pub(super) const RAGGED_LINE: f64 = 1_000.0;
/// A note that goes on at the foot of the next page.
pub(super) const SPLIT_NOTE: f64 = 300_000.0;
/// A line more or less between an opening and its body.
pub(super) const SHIFTED: f64 = 150_000.0;
/// A picture or table that waits for the next page.
pub(super) const WAITING_PICTURE: f64 = 60_000.0;
/// A page that begins with the author note of a piece.
pub(super) const LONELY_ENDING: f64 = 350_000.0;
/// A quotation or list pushed onto the grid.
pub(super) const SNAPPED: f64 = 8_000.0;
/// A last page of fewer lines than this is short.
pub(super) const SHORT_LAST_LINES: i32 = 4;
/// A short last page.
pub(super) const SHORT_LAST_PAGE: f64 = 250_000.0;
/// A word divided at the turn of a leaf: hardly ever worth it, but better than a page that stays short.
pub(super) const HYPHEN_AT_FOOT: f64 = 380_000.0;
/// How many lines short a page may stay when nothing better is found.
pub(super) const LOOSE: i32 = 7;
/// Paragraphs are not bent further than this.
pub(super) const MOST_BENT: f64 = 600_000.0;
