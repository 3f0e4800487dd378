//! The colours of covers, for screens and for presses.

use crate::design::theme::Theme;
use crate::edition::production::cover::{CoverColour, CoverSettings, CoverStyle};

/// A colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Tint {
    /// On a screen: red, green, blue.
    pub rgb: [u8; 3],
    /// On a press: cyan, magenta, yellow, black, each in 1/1000. Together at most 240 %.
    pub inks: [u16; 4],
}

/// The colours of a cover; each pair that stands on each other has a contrast of at least 7 : 1.
#[derive(Clone, Copy, Debug)]
pub(super) struct Palette {
    pub(super) style: CoverStyle,
    /// The ground where it is not coloured, and words on colour.
    pub(super) paper: Tint,
    /// Words on paper.
    pub(super) words: Tint,
    /// The colour.
    pub(super) colour: Tint,
}

/// Nothing but paper.
pub(super) const WHITE: Tint = Tint { rgb: [255; 3], inks: [0; 4] };
/// Nothing but black ink.
pub(super) const BLACK: Tint = Tint { rgb: [0; 3], inks: [0, 0, 0, 1000] };

impl Palette {
    /// What the edition wishes, else what suits the theme.
    pub(super) fn of(wishes: &CoverSettings, theme: Theme) -> Palette {
        let (style, colour) = match theme {
            Theme::Classic => (CoverStyle::Rules, CoverColour::Oxblood),
            Theme::Essay => (CoverStyle::Field, CoverColour::Slate),
            Theme::Modern => (CoverStyle::Band, CoverColour::Ink),
        };
        Palette {
            style: wishes.style.unwrap_or(style),
            paper: Tint { rgb: [0xf6, 0xf1, 0xe4], inks: [20, 30, 80, 0] },
            words: Tint { rgb: [0x1c, 0x1a, 0x19], inks: [0, 0, 0, 1000] },
            colour: tint(wishes.colour.unwrap_or(colour)),
        }
    }

    /// The ground of this style.
    pub(super) fn ground(&self) -> Tint {
        if self.style == CoverStyle::Field { self.colour } else { self.paper }
    }

    /// Words on the ground.
    pub(super) fn on_ground(&self) -> Tint {
        if self.style == CoverStyle::Field { self.paper } else { self.words }
    }
}

fn tint(colour: CoverColour) -> Tint {
    match colour {
        CoverColour::Slate => Tint { rgb: [0x1f, 0x3a, 0x4a], inks: [850, 550, 400, 450] },
        CoverColour::Oxblood => Tint { rgb: [0x6b, 0x1d, 0x20], inks: [250, 950, 800, 400] },
        CoverColour::Ink => Tint { rgb: [0x14, 0x1e, 0x4c], inks: [950, 850, 200, 350] },
        CoverColour::Bottle => Tint { rgb: [0x14, 0x42, 0x2f], inks: [850, 350, 750, 450] },
        CoverColour::Ochre => Tint { rgb: [0x6e, 0x48, 0x0c], inks: [300, 600, 1000, 450] },
        CoverColour::Plum => Tint { rgb: [0x4a, 0x1d, 0x4f], inks: [650, 950, 250, 400] },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance (WCAG 2.2).
    fn luminance(tint: Tint) -> f64 {
        let linear = tint.rgb.map(|sample| {
            let value = f64::from(sample) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    fn contrast(one: Tint, two: Tint) -> f64 {
        let (one, two) = (luminance(one), luminance(two));
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    #[test]
    fn words_can_be_read_on_every_ground_and_no_colour_drowns_in_ink() {
        for (name, colour) in CoverColour::ALL {
            let wishes = CoverSettings { colour: Some(colour), ..CoverSettings::default() };
            let palette = Palette::of(&wishes, Theme::Classic);
            assert!(contrast(palette.colour, palette.paper) >= 7.0, "{name}");
            assert!(contrast(palette.words, palette.paper) >= 7.0, "{name}");
            assert!(palette.colour.inks.iter().sum::<u16>() <= 2400, "{name}");
        }
    }
}
