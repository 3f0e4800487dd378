//! What becomes of the colours of a picture: samples go in, samples in the colours of the file come out.

use crate::edition::production::Profile;
use crate::output::pdf::colour;
use crate::output::png::Decoded;
use moxcms::{ColorProfile, DataColorSpace, Layout, ProfileClass, TransformExecutor, TransformOptions};
use std::sync::Arc;

/// What becomes of pictures.
pub(in crate::output::pdf) enum Treatment {
    /// For screens and archives: red, green and blue. Without transparency where `flat`.
    Screen {
        /// Whether transparent parts become white.
        flat: bool,
    },
    /// For a press, as they are.
    AsIs,
    /// For a press that prints with black alone.
    Grey,
    /// For a press with four inks.
    Inks(Inks),
}

impl Treatment {
    /// Whether the bytes of a JPEG of so many colours may stay as they are.
    pub(super) fn keeps_jpeg(&self, components: u8) -> bool {
        match self {
            Treatment::Screen { .. } => components != 4,
            Treatment::AsIs => true,
            Treatment::Grey => components == 1,
            Treatment::Inks(_) => components != 3,
        }
    }

    /// The samples in the colours of the file, and how many colours there are.
    pub(super) fn samples(&self, picture: &Decoded) -> Option<(Vec<u8>, u8)> {
        let colours = if picture.grey { 1 } else { 3 };
        match self {
            Treatment::Grey if !picture.grey => Some((colour::greys(&picture.samples), 1)),
            Treatment::Inks(inks) if !picture.grey => Some((inks.of(&picture.samples)?, 4)),
            Treatment::Screen { flat: true } => Some((flat(picture), colours)),
            _ => Some((picture.samples.clone(), colours)),
        }
    }

    /// Whether a mask of transparency is kept.
    pub(super) fn keeps_mask(&self) -> bool {
        !matches!(self, Treatment::Screen { flat: true })
    }
}

/// On white.
fn flat(picture: &Decoded) -> Vec<u8> {
    let Some(alpha) = &picture.alpha else { return picture.samples.clone() };
    let colours = if picture.grey { 1 } else { 3 };
    let on_white = |sample: &u8, alpha: u8| {
        let alpha = u32::from(alpha);
        ((u32::from(*sample) * alpha + 255 * (255 - alpha)) / 255) as u8
    };
    let pixels = picture.samples.chunks_exact(colours).zip(alpha);
    pixels.flat_map(|(pixel, alpha)| pixel.iter().map(|sample| on_white(sample, *alpha))).collect()
}

/// The way from the colours of screens to the four inks of a press.
pub(in crate::output::pdf) struct Inks {
    transform: Arc<dyn TransformExecutor<u8> + Send + Sync>,
}

impl Inks {
    /// The way that the profile of a press knows.
    ///
    /// # Errors
    /// Says what is wrong with the profile.
    pub(in crate::output::pdf) fn by(profile: &Profile) -> Result<Inks, String> {
        let press = read(&profile.bytes)?;
        if press.color_space != DataColorSpace::Cmyk {
            return Err("it is not of a press with four inks".into());
        }
        let options = TransformOptions::default();
        ColorProfile::new_srgb()
            .create_transform_8bit(Layout::Rgb, &press, Layout::Rgba, options)
            .map(|transform| Inks { transform })
            .map_err(|error| format!("it does not say how colours become inks ({error})"))
    }

    fn of(&self, samples: &[u8]) -> Option<Vec<u8>> {
        let mut inks = vec![0; samples.len() / 3 * 4];
        self.transform.transform(samples, &mut inks).ok()?;
        Some(inks)
    }
}

/// A profile that is one of a press.
///
/// # Errors
/// Says why it is none.
pub(in crate::output::pdf) fn read(profile: &[u8]) -> Result<ColorProfile, String> {
    let press = ColorProfile::new_from_slice(profile).map_err(|_| "it is no colour profile".to_string())?;
    match (press.profile_class, press.color_space) {
        (ProfileClass::OutputDevice, DataColorSpace::Cmyk | DataColorSpace::Gray) => Ok(press),
        (ProfileClass::OutputDevice, _) => {
            Err("it is of a printer with other colours than those of a press".into())
        }
        _ => Err("it is not of a press".into()),
    }
}

/// The most ink that lies on one place, in per cent of one ink; `inverted` as programs of Adobe store it.
pub(super) fn most_ink(inks: &[u8], inverted: bool) -> u16 {
    let of = |pixel: &[u8]| {
        pixel.iter().map(|ink| u32::from(if inverted { 255 - ink } else { *ink })).sum::<u32>()
    };
    let most = inks.chunks_exact(4).map(of).max().unwrap_or(0);
    (most * 100).div_ceil(255) as u16
}
