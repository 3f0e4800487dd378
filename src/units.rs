//! Lengths as fixed point, and the sides of pages. Nothing here rounds differently on another machine.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub, SubAssign};

/// A length in 1/1024 of a PostScript point (1/72 inch).
///
/// Fixed point, because positions are compared, hashed and cached: two equal lengths are equal bits. The
/// alternative, `f32` points, loses a thousandth of a point at the foot of a page and can't be a hash key.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Length(pub i32);

impl Length {
    /// No length at all.
    pub const ZERO: Length = Length(0);
    /// How many units make a point.
    pub const PER_POINT: i32 = 1024;

    /// `points` to the nearest unit.
    pub fn pt(points: f64) -> Length {
        Length((points * f64::from(Self::PER_POINT)).round() as i32)
    }

    /// `millimetres` to the nearest unit.
    pub fn mm(millimetres: f64) -> Length {
        Length::pt(millimetres * 72.0 / 25.4)
    }

    /// `inches` to the nearest unit.
    pub fn inch(inches: f64) -> Length {
        Length::pt(inches * 72.0)
    }

    /// The length in points.
    pub fn to_pt(self) -> f64 {
        f64::from(self.0) / f64::from(Self::PER_POINT)
    }

    /// The length in points, for libraries that take single precision.
    pub fn to_pt32(self) -> f32 {
        self.0 as f32 / Self::PER_POINT as f32
    }

    /// The length times a factor, to the nearest unit.
    pub fn scale(self, factor: f64) -> Length {
        Length((f64::from(self.0) * factor).round() as i32)
    }

    /// The smallest multiple of `step` that is not below this length. `step` must be positive.
    pub fn round_up_to(self, step: Length) -> Length {
        Length(self.0.div_euclid(step.0) * step.0 + if self.0.rem_euclid(step.0) == 0 { 0 } else { step.0 })
    }

    /// Reads `"11pt"`, `"4.5 mm"`, `"1cm"`, `"0.5in"`; `em` is the size that `1em` stands for.
    ///
    /// # Errors
    /// Says what was expected, in words for an editor.
    pub fn parse(text: &str, em: Length) -> Result<Length, String> {
        let trimmed = text.trim();
        let split = trimmed.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(trimmed.len());
        let (number, unit) = trimmed.split_at(split);
        let wrong =
            || format!("“{text}” is no length; write a number and a unit, like “11pt”, “18mm” or “0.75in”");
        let value: f64 = number.trim().parse().map_err(|_| wrong())?;
        if !value.is_finite() || value.abs() > 20_000.0 {
            return Err(format!("“{text}” is not a length that fits a page"));
        }
        match unit.trim() {
            "pt" => Ok(Length::pt(value)),
            "mm" => Ok(Length::mm(value)),
            "cm" => Ok(Length::mm(value * 10.0)),
            "in" => Ok(Length::inch(value)),
            "em" => Ok(em.scale(value)),
            _ => Err(wrong()),
        }
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let points = (self.to_pt() * 1000.0).round() / 1000.0;
        write!(f, "{points}pt")
    }
}

impl Add for Length {
    type Output = Length;
    fn add(self, other: Length) -> Length {
        Length(self.0.saturating_add(other.0))
    }
}

impl Sub for Length {
    type Output = Length;
    fn sub(self, other: Length) -> Length {
        Length(self.0.saturating_sub(other.0))
    }
}

impl Neg for Length {
    type Output = Length;
    fn neg(self) -> Length {
        Length(-self.0)
    }
}

impl Mul<i32> for Length {
    type Output = Length;
    fn mul(self, times: i32) -> Length {
        Length(self.0.saturating_mul(times))
    }
}

impl Div<i32> for Length {
    type Output = Length;
    fn div(self, by: i32) -> Length {
        Length(self.0 / by)
    }
}

impl AddAssign for Length {
    fn add_assign(&mut self, other: Length) {
        *self = *self + other;
    }
}

impl SubAssign for Length {
    fn sub_assign(&mut self, other: Length) {
        *self = *self - other;
    }
}

impl Sum for Length {
    fn sum<I: Iterator<Item = Length>>(lengths: I) -> Length {
        lengths.fold(Length::ZERO, Add::add)
    }
}

/// A point on a page, from the top left corner of the trimmed page, y downwards.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Point {
    /// To the right.
    pub x: Length,
    /// Downwards.
    pub y: Length,
}

/// An upright rectangle on a page, by its top left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Rect {
    /// Left edge.
    pub x: Length,
    /// Top edge.
    pub y: Length,
    /// Width, never negative.
    pub width: Length,
    /// Height, never negative.
    pub height: Length,
}

impl Rect {
    /// The rectangle moved right and down.
    pub fn moved(self, by: Point) -> Rect {
        Rect { x: self.x + by.x, y: self.y + by.y, ..self }
    }
}

/// Left or right page of an open book bound on the left; for one bound on the right the two change places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The right page of a book bound on the left: page 1, 3, 5.
    Recto,
    /// Its left page: 2, 4, 6.
    Verso,
}

impl Side {
    /// The side of the page with this place in the book, counted from 0.
    pub fn of(index: usize) -> Side {
        if index.is_multiple_of(2) { Side::Recto } else { Side::Verso }
    }

    /// The side of the next page.
    pub fn next(self) -> Side {
        match self {
            Side::Recto => Side::Verso,
            Side::Verso => Side::Recto,
        }
    }
}

/// The edge at which the book is bound.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Binding {
    /// Left to right scripts.
    #[default]
    Left,
    /// Arabic, Hebrew, Urdu.
    Right,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_read_as_an_editor_writes_them() {
        let em = Length::pt(11.0);
        assert_eq!(Length::parse("11pt", em), Ok(Length::pt(11.0)));
        assert_eq!(Length::parse(" 25.4 mm", em), Ok(Length::inch(1.0)));
        assert_eq!(Length::parse("1.5em", em), Ok(Length::pt(16.5)));
        assert!(Length::parse("11", em).is_err());
        assert!(Length::parse("wide", em).is_err());
        assert!(Length::parse("1e99pt", em).is_err());
    }

    #[test]
    fn rounding_up_to_the_grid_leaves_what_stands_on_it() {
        let grid = Length::pt(14.0);
        assert_eq!(Length::pt(28.0).round_up_to(grid), Length::pt(28.0));
        assert_eq!(Length::pt(28.5).round_up_to(grid), Length::pt(42.0));
        assert_eq!(Length::ZERO.round_up_to(grid), Length::ZERO);
    }
}
