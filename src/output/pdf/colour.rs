//! What the colours of a file mean: profiles as files of their own (ICC.1:2001-04), of screens and of a press that
//! prints with black alone.
//!
//! Written here and not by `moxcms`, which writes version 4 only and the clock with it: PDF/A-1 knows no version 4, and
//! no clock belongs in an output.

/// Points of a tone curve.
const POINTS: usize = 1024;
/// Tone of a press with a dot gain of a fifth, nearly.
const PRESS_TONE: f64 = 1.75;

/// A device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Device {
    /// A screen, red, green, blue (IEC 61966-2-1).
    Screen,
    /// A press that prints with black alone.
    BlackPress,
}

impl Device {
    /// The name by which others know it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Device::Screen => "sRGB IEC61966-2.1",
            Device::BlackPress => "Black ink, dot gain 20 %",
        }
    }

    /// How many colours it has.
    pub(super) fn colours(self) -> i64 {
        match self {
            Device::Screen => 3,
            Device::BlackPress => 1,
        }
    }

    /// Its profile, the same bytes in every file.
    pub(super) fn profile(self) -> Vec<u8> {
        let mut tags = vec![
            (*b"desc", description(self.name())),
            (*b"cprt", [b"text\0\0\0\0".as_slice(), b"Public domain\0"].concat()),
            (*b"wtpt", xyz([0.9642, 1.0, 0.8249])),
        ];
        match self {
            Device::Screen => {
                // The primaries of screens, adapted to the white of the profile's space.
                tags.push((*b"rXYZ", xyz([0.436_07, 0.222_49, 0.013_92])));
                tags.push((*b"gXYZ", xyz([0.385_15, 0.716_87, 0.097_08])));
                tags.push((*b"bXYZ", xyz([0.143_07, 0.060_61, 0.714_10])));
                let curve = curve(linear);
                [*b"rTRC", *b"gTRC", *b"bTRC"].into_iter().for_each(|name| tags.push((name, curve.clone())));
                encoded(*b"mntr", *b"RGB ", &tags)
            }
            Device::BlackPress => {
                tags.push((*b"kTRC", curve(|value| value.powf(PRESS_TONE))));
                encoded(*b"prtr", *b"GRAY", &tags)
            }
        }
    }
}

/// The light of a screen's sample, both from 0 to 1.
fn linear(sample: f64) -> f64 {
    if sample <= 0.040_45 { sample / 12.92 } else { ((sample + 0.055) / 1.055).powf(2.4) }
}

/// The greys of a press with black ink that look like colours of a screen; they come as red, green, blue.
pub(super) fn greys(samples: &[u8]) -> Vec<u8> {
    let light: Vec<f64> = (0..=255).map(|sample| linear(f64::from(sample) / 255.0)).collect();
    let of = |sample: u8| light[usize::from(sample)];
    let pixels = samples.chunks_exact(3);
    pixels
        .map(|pixel| {
            let luminance = 0.2126 * of(pixel[0]) + 0.7152 * of(pixel[1]) + 0.0722 * of(pixel[2]);
            (luminance.powf(1.0 / PRESS_TONE) * 255.0).round() as u8
        })
        .collect()
}

/// A profile: header, table of tags, tags.
fn encoded(class: [u8; 4], space: [u8; 4], tags: &[([u8; 4], Vec<u8>)]) -> Vec<u8> {
    let padded = |length: usize| length.next_multiple_of(4);
    let body: usize = tags.iter().map(|(_, data)| padded(data.len())).sum();
    let mut at = 128 + 4 + 12 * tags.len();
    let mut out = Vec::with_capacity(at + body);
    let number = |out: &mut Vec<u8>, number: usize| out.extend((number as u32).to_be_bytes());
    number(&mut out, at + body);
    out.extend([0; 4]);
    // Version 2.1.
    out.extend([2, 0x10, 0, 0]);
    out.extend(class);
    out.extend(space);
    out.extend(b"XYZ ");
    // A day that is the same in all files.
    out.extend([2000_u16, 1, 1, 0, 0, 0].into_iter().flat_map(u16::to_be_bytes));
    out.extend(b"acsp");
    out.extend([0; 28]);
    out.extend(&xyz([0.9642, 1.0, 0.8249])[8..]);
    out.extend([0; 48]);
    number(&mut out, tags.len());
    for (name, data) in tags {
        out.extend(name);
        number(&mut out, at);
        number(&mut out, data.len());
        at += padded(data.len());
    }
    for (_, data) in tags {
        out.extend(data);
        out.resize(padded(out.len()), 0);
    }
    out
}

fn xyz(values: [f64; 3]) -> Vec<u8> {
    let mut out = b"XYZ \0\0\0\0".to_vec();
    values.iter().for_each(|value| out.extend(((value * 65_536.0).round() as i32).to_be_bytes()));
    out
}

fn curve(tone: impl Fn(f64) -> f64) -> Vec<u8> {
    let mut out = b"curv\0\0\0\0".to_vec();
    out.extend((POINTS as u32).to_be_bytes());
    for point in 0..POINTS {
        let value = tone(point as f64 / (POINTS - 1) as f64);
        out.extend(((value * 65_535.0).round() as u16).to_be_bytes());
    }
    out
}

/// The name in the three ways in which version 2 writes it, two of them empty.
fn description(name: &str) -> Vec<u8> {
    let mut out = b"desc\0\0\0\0".to_vec();
    out.extend((name.len() as u32 + 1).to_be_bytes());
    out.extend(name.as_bytes());
    out.resize(out.len() + 1 + 8 + 3 + 67, 0);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn profiles_are_read_by_others_as_what_they_are() {
        use moxcms::{ColorProfile, DataColorSpace, ProfileClass};
        let screen = ColorProfile::new_from_slice(&Device::Screen.profile()).expect("a profile");
        assert_eq!(
            (screen.color_space, screen.profile_class),
            (DataColorSpace::Rgb, ProfileClass::DisplayDevice)
        );
        let press = ColorProfile::new_from_slice(&Device::BlackPress.profile()).expect("a profile");
        assert_eq!(
            (press.color_space, press.profile_class),
            (DataColorSpace::Gray, ProfileClass::OutputDevice)
        );
        let known = ColorProfile::new_srgb();
        for (ours, theirs) in [
            (screen.red_colorant, known.red_colorant),
            (screen.green_colorant, known.green_colorant),
            (screen.blue_colorant, known.blue_colorant),
        ] {
            let apart = [ours.x - theirs.x, ours.y - theirs.y, ours.z - theirs.z];
            assert!(apart.iter().all(|apart| apart.abs() < 0.001), "{ours:?} {theirs:?}");
        }
    }

    #[test]
    fn greys_keep_black_white_and_their_order() {
        let greys = greys(&[0, 0, 0, 255, 0, 0, 128, 128, 128, 0, 255, 0, 255, 255, 255]);
        assert_eq!((greys[0], greys[4]), (0, 255));
        assert!(greys.is_sorted(), "{greys:?}");
    }
}
