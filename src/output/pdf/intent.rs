//! For which colours a file is meant: those of screens, or those of a press.

use super::colour::Device;
use super::finish::text;
use crate::edition::production::Profile;
use lopdf::{Document, Object, Stream, dictionary};

/// What the colours of a file are meant for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Intent<'e> {
    /// A screen: archives want it said (ISO 19005-2, 6.2.3).
    Screen,
    /// A press that prints with black alone (ISO 15930-7, 6.2.2).
    BlackPress,
    /// The press of this profile, which has so many inks.
    Press(&'e Profile, i64),
    /// Nothing said: whatever printer there is.
    Unsaid,
}

impl Intent<'_> {
    /// Adds what says so; the list for the catalog.
    pub(super) fn write(&self, pdf: &mut Document) -> Option<Object> {
        let (kind, name, colours, profile) = match self {
            Intent::Unsaid => return None,
            Intent::Screen => (
                "GTS_PDFA1",
                Device::Screen.name().to_string(),
                Device::Screen.colours(),
                Device::Screen.profile(),
            ),
            Intent::BlackPress => {
                let device = Device::BlackPress;
                ("GTS_PDFX", device.name().to_string(), device.colours(), device.profile())
            }
            Intent::Press(profile, inks) => {
                let name = profile.path.rsplit('/').next().unwrap_or_default();
                let name = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
                ("GTS_PDFX", name.to_string(), *inks, profile.bytes.to_vec())
            }
        };
        let profile = pdf.add_object(Stream::new(dictionary! { "N" => colours }, profile));
        let intent = dictionary! {
            "Type" => "OutputIntent",
            "S" => kind,
            "OutputConditionIdentifier" => text(&name),
            "Info" => text(&name),
            "DestOutputProfile" => profile,
        };
        Some(vec![Object::from(pdf.add_object(intent))].into())
    }
}

/// Says what the red, green and blue of pictures mean in a file for a press, where they would mean nothing.
pub(super) fn name_screen_colours(pdf: &mut Document) {
    let is_of_screen = |object: &Object| {
        object.as_stream().is_ok_and(|stream| {
            stream.dict.get(b"ColorSpace").and_then(Object::as_name).is_ok_and(|name| name == b"DeviceRGB")
        })
    };
    let pictures: Vec<_> =
        pdf.objects.iter().filter(|(_, object)| is_of_screen(object)).map(|(id, _)| *id).collect();
    if pictures.is_empty() {
        return;
    }
    let profile = pdf.add_object(Stream::new(
        dictionary! { "N" => Device::Screen.colours(), "Alternate" => "DeviceRGB" },
        Device::Screen.profile(),
    ));
    for picture in pictures {
        if let Ok(picture) = pdf.get_object_mut(picture).and_then(Object::as_stream_mut) {
            picture.dict.set("ColorSpace", vec!["ICCBased".into(), Object::Reference(profile)]);
        }
    }
}
