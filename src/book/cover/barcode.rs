//! The barcode of an ISBN: EAN-13, drawn to the measure of ISO/IEC 15420 at its nominal size.

use super::palette::{BLACK, WHITE};
use super::setter::{Setter, Words};
use crate::design::{Align, Role};
use crate::edition::isbn::Isbn;
use crate::units::{Length, Point, Rect};
use barcoders::sym::ean13::EAN13;

/// Width of a module: 0.33 mm.
const MODULE: f64 = 0.33;
/// Free modules at the left; at the right are seven.
const QUIET: f64 = 11.0;
/// Width and height of the white ground, with the words above and the figures below.
pub(super) const WIDTH: Length = Length(110_580);
pub(super) const HEIGHT: Length = Length(82_000);

/// A barcode.
pub(super) struct Barcode {
    /// Thirteen figures.
    figures: String,
    /// The ISBN as the edition writes it.
    written: String,
    /// Bars and gaps, a module each.
    modules: Vec<u8>,
}

impl Barcode {
    /// The barcode of an ISBN; one of ten figures is taken as the one of thirteen that it became. `None` where it is no
    /// ISBN.
    pub(super) fn of(written: &str) -> Option<Barcode> {
        let isbn = Isbn::parse(written).ok()?;
        let figures = isbn.thirteen();
        let modules = EAN13::new(figures.get(..12)?).ok()?.encode();
        let written = if isbn.figures() == figures { written.trim().to_string() } else { figures.clone() };
        Some(Barcode { figures, written, modules })
    }

    /// Draws it with its upper left corner here.
    pub(super) fn draw(&self, setter: &mut Setter<'_, '_>, at: Point) {
        setter.fill(WHITE, Rect { x: at.x, y: at.y, width: WIDTH, height: HEIGHT });
        let mm = Length::mm;
        let how = |size: f64, align| Words {
            role: Role::Imprint,
            size: Length::pt(size),
            most_lines: 1,
            align,
            tint: BLACK,
        };
        setter.line(
            &format!("ISBN {}", self.written),
            how(8.5, Align::Centre),
            Point { x: at.x, y: at.y + mm(3.4) },
            WIDTH,
        );
        let (top, bars, guards) = (at.y + mm(4.4), mm(19.4), mm(21.0));
        let x_of = |module: usize| at.x + mm((QUIET + module as f64) * MODULE);
        let mut module = 0;
        while module < self.modules.len() {
            let end =
                (module..self.modules.len()).find(|at| self.modules[*at] == 0).unwrap_or(self.modules.len());
            if end > module {
                // Guards at both ends and in the middle reach down between the figures.
                let is_guard = module < 3 || (45..50).contains(&module) || module >= 92;
                let height = if is_guard { guards } else { bars };
                let x = x_of(module);
                setter.fill(BLACK, Rect { x, y: top, width: x_of(end) - x, height });
            }
            module = end.max(module + 1);
        }
        let baseline = top + bars + mm(3.3);
        let groups = [
            (&self.figures[..1], at.x, mm(QUIET * MODULE - 0.6)),
            (&self.figures[1..7], x_of(3), mm(42.0 * MODULE)),
            (&self.figures[7..], x_of(50), mm(42.0 * MODULE)),
        ];
        for (figures, x, width) in groups {
            let spaced: Vec<String> = figures.chars().map(String::from).collect();
            setter.line(&spaced.join("\u{2009}"), how(9.0, Align::Centre), Point { x, y: baseline }, width);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_isbn_becomes_its_barcode() {
        let code = Barcode::of("978-0-306-40615-7").expect("a barcode");
        assert_eq!(code.figures, "9780306406157");
        // 3 + 6 × 7 + 5 + 6 × 7 + 3 modules.
        assert_eq!(code.modules.len(), 95);
        assert_eq!(Barcode::of("0-306-40615-2").map(|code| code.figures), Some("9780306406157".into()));
        assert!(Barcode::of("978-0-306-40615-8").is_none(), "its check digit is wrong");
        assert!(Barcode::of("").is_none() && Barcode::of("9780306").is_none());
    }
}
