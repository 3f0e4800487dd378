//! A page's content stream, written as it is made (ISO 32000-1, 7.8.2 and 9.4).
//!
//! Ours instead of printpdf's operators: a book of five thousand pages would be in memory three times, as operators,
//! as objects and as bytes, when only the bytes are wanted.

use crate::edition::picture::Orientation;
use crate::units::{Length, Point, Rect};

/// Operators as bytes.
#[derive(Debug, Default)]
pub(super) struct ContentStream {
    bytes: Vec<u8>,
    /// Whether an array of shown strings is open, and a string in it.
    shows: bool,
    string: bool,
}

impl ContentStream {
    /// The finished stream.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// Fills with black: with nothing but black ink on a press.
    pub(super) fn black(&mut self) {
        self.operator("0 g");
    }

    /// Fills with four inks, each in 1/1000.
    pub(super) fn inks(&mut self, inks: [u16; 4]) {
        inks.into_iter().for_each(|ink| self.decimal(i64::from(ink), 3));
        self.operator("k");
    }

    /// Fills and draws with all inks that a press has, by a colour space of the page's resources.
    pub(super) fn in_all_inks(&mut self) {
        self.operator("/All cs 1 scn /All CS 1 SCN");
    }

    /// Draws what follows with its lower left corner here, in 1/1000 of its size.
    pub(super) fn begin_placed(&mut self, x: Length, y: Length, scale: i32) {
        self.operator("q");
        self.decimal(i64::from(scale), 3);
        self.bytes.extend_from_slice(b"0 0 ");
        self.decimal(i64::from(scale), 3);
        self.decimal(points(x), 3);
        self.decimal(points(y), 3);
        self.operator("cm");
    }

    pub(super) fn end_placed(&mut self) {
        self.operator("Q");
    }

    /// Adds finished operators.
    pub(super) fn append(&mut self, operators: &[u8]) {
        self.bytes.extend_from_slice(operators);
    }

    /// Draws a circle.
    pub(super) fn circle(&mut self, middle: Point, radius: Length, line: Length) {
        self.decimal(points(line), 3);
        self.operator("w");
        // Four curves whose handles are so long come nearest to a circle.
        let handle = radius.scale(0.5523);
        let zero = Length::ZERO;
        let mut to = |corners: &[(Length, Length)], operator: &str| {
            for (x, y) in corners {
                self.decimal(points(middle.x + *x), 3);
                self.decimal(points(middle.y + *y), 3);
            }
            self.operator(operator);
        };
        to(&[(radius, zero)], "m");
        to(&[(radius, handle), (handle, radius), (zero, radius)], "c");
        to(&[(-handle, radius), (-radius, handle), (-radius, zero)], "c");
        to(&[(-radius, -handle), (-handle, -radius), (zero, -radius)], "c");
        to(&[(handle, -radius), (radius, -handle), (radius, zero)], "c");
        self.operator("S");
    }

    pub(super) fn begin_text(&mut self) {
        self.operator("BT");
    }

    pub(super) fn end_text(&mut self) {
        self.operator("ET");
    }

    /// Takes a font of the page's resources.
    pub(super) fn font(&mut self, name: &str, size: Length) {
        self.name(name);
        self.decimal(points(size), 3);
        self.operator("Tf");
    }

    /// Draws glyphs wider: in 1/1000 per cent.
    pub(super) fn horizontal_scale(&mut self, per_cent: i32) {
        self.decimal(i64::from(per_cent), 3);
        self.operator("Tz");
    }

    /// Adds a distance after each glyph, in 1/10,000 pt.
    pub(super) fn letter_space(&mut self, distance: i32) {
        self.decimal(i64::from(distance), 4);
        self.operator("Tc");
    }

    /// Moves the pen.
    pub(super) fn move_to(&mut self, x: Length, y: Length) {
        self.bytes.extend_from_slice(b"1 0 0 1 ");
        self.decimal(points(x), 3);
        self.decimal(points(y), 3);
        self.operator("Tm");
    }

    /// Shows a glyph by its number in the font.
    pub(super) fn glyph(&mut self, number: u16) {
        self.open_array();
        if !self.string {
            self.bytes.push(b'(');
            self.string = true;
        }
        for byte in number.to_be_bytes() {
            // A bare end of line in a string would be read as another one.
            match byte {
                b'(' | b')' | b'\\' => self.bytes.extend_from_slice(&[b'\\', byte]),
                b'\r' => self.bytes.extend_from_slice(b"\\r"),
                _ => self.bytes.push(byte),
            }
        }
    }

    /// Moves the pen back by so many thousandths of the size before the next glyph.
    pub(super) fn back(&mut self, distance: i64) {
        self.open_array();
        self.close_string();
        self.bytes.extend_from_slice(distance.to_string().as_bytes());
    }

    /// Ends what is shown by one operator.
    pub(super) fn end_show(&mut self) {
        self.close_string();
        if std::mem::take(&mut self.shows) {
            self.bytes.push(b']');
            self.operator("TJ");
        }
    }

    /// Opens a span whose glyphs stand for a text that their font can't tell.
    pub(super) fn begin_actual_text(&mut self, text: &str) {
        self.bytes.extend_from_slice(b"/Span <</ActualText<FEFF");
        for unit in text.encode_utf16() {
            self.bytes.extend_from_slice(format!("{unit:04X}").as_bytes());
        }
        self.operator(">>> BDC");
    }

    /// Opens content of an element by its number on the page.
    pub(super) fn begin_marked(&mut self, tag: &str, number: u32) {
        self.bytes.extend_from_slice(format!("/{tag} <</MCID {number}>> BDC\n").as_bytes());
    }

    /// Opens decoration of the page.
    pub(super) fn begin_artifact(&mut self, kind: &str) {
        self.bytes.extend_from_slice(format!("/Artifact <</Type /{kind}>> BDC\n").as_bytes());
    }

    pub(super) fn end_marked(&mut self) {
        self.operator("EMC");
    }

    /// Fills a rectangle; its corner is the lower left one.
    pub(super) fn rectangle(&mut self, area: &Rect) {
        for length in [area.x, area.y, area.width, area.height] {
            self.decimal(points(length), 3);
        }
        self.operator("re f");
    }

    /// Turns what is drawn from now on a quarter around a point, which becomes its upper left corner; `height` is that
    /// of the page.
    pub(super) fn begin_turned(&mut self, at: Point, clockwise: bool, height: Length) {
        self.operator("q");
        self.bytes.extend_from_slice(if clockwise { b"0 -1 1 0 " } else { b"0 1 -1 0 " });
        self.decimal(points(if clockwise { at.x - height } else { at.x + height }), 3);
        self.decimal(points(height - at.y), 3);
        self.operator("cm");
    }

    pub(super) fn end_turned(&mut self) {
        self.operator("Q");
    }

    /// Draws a picture of the page's resources upright into a rectangle.
    pub(super) fn picture(&mut self, name: &str, area: &Rect, orientation: Orientation) {
        self.operator("q");
        let Rect { x, y, width, height } = *area;
        let (zero, right, top) = (Length::ZERO, x + width, y + height);
        let matrix = match orientation {
            Orientation::Upright => [width, zero, zero, height, x, y],
            Orientation::Mirrored => [-width, zero, zero, height, right, y],
            Orientation::UpsideDown => [-width, zero, zero, -height, right, top],
            Orientation::Flipped => [width, zero, zero, -height, x, top],
            Orientation::Transposed => [zero, -height, -width, zero, right, top],
            Orientation::Clockwise => [zero, -height, width, zero, x, top],
            Orientation::Transversed => [zero, height, width, zero, x, y],
            Orientation::Counterclockwise => [zero, height, -width, zero, right, y],
        };
        matrix.into_iter().for_each(|length| self.decimal(points(length), 3));
        self.operator("cm");
        self.name(name);
        self.operator("Do");
        self.operator("Q");
    }

    fn open_array(&mut self) {
        if !self.shows {
            self.bytes.push(b'[');
            self.shows = true;
        }
    }

    fn close_string(&mut self) {
        if std::mem::take(&mut self.string) {
            self.bytes.push(b')');
        }
    }

    /// Names of resources are plain letters and figures.
    fn name(&mut self, name: &str) {
        self.bytes.push(b'/');
        self.bytes.extend_from_slice(name.as_bytes());
        self.bytes.push(b' ');
    }

    fn operator(&mut self, operator: &str) {
        self.bytes.extend_from_slice(operator.as_bytes());
        self.bytes.push(b'\n');
    }

    /// A number with so many decimals, as short as it can be.
    fn decimal(&mut self, value: i64, decimals: u32) {
        let unit = 10_u64.pow(decimals);
        let (whole, part) = (value.unsigned_abs() / unit, value.unsigned_abs() % unit);
        if value < 0 {
            self.bytes.push(b'-');
        }
        self.bytes.extend_from_slice(whole.to_string().as_bytes());
        if part > 0 {
            let part = format!(".{part:0width$}", width = decimals as usize);
            self.bytes.extend_from_slice(part.trim_end_matches('0').as_bytes());
        }
        self.bytes.push(b' ');
    }
}

/// A length in 1/1000 pt: enough for any printer, and short in the file.
fn points(length: Length) -> i64 {
    (i64::from(length.0) * 1000 + i64::from(length.0.signum()) * 512) / 1024
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_says_what_was_asked_for() {
        let mut stream = ContentStream::default();
        stream.move_to(Length::pt(1.5), Length::pt(-0.25));
        stream.letter_space(-125);
        stream.glyph(0x0128);
        stream.back(-20);
        stream.glyph(0x000d);
        stream.end_show();
        stream.end_show();
        let wanted: &[u8] = b"1 0 0 1 1.5 -0.25 Tm\n-0.0125 Tc\n[(\x01\\()-20(\x00\\r)]TJ\n";
        assert_eq!(stream.into_bytes(), wanted);
    }
}
