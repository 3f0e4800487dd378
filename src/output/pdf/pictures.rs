//! Pictures as objects of the PDF: JPEG as it is where its colours are those of the file, else plain samples and a
//! mask.

mod treat;

use crate::edition::Edition;
use crate::edition::picture::{Orientation, Picture, PictureKind, jpeg};
use crate::notice::{Notices, Place, Rule};
use crate::output::png;
use crate::page::sheet::{Item, Sheet};
use printpdf::{DictItem, ExternalStream, ExternalXObject, XObject, XObjectId};
use std::collections::BTreeMap;
use std::sync::Arc;
pub(super) use treat::{Inks, Treatment, read as read_profile};

/// The pictures of a document.
#[derive(Debug, Default)]
pub(super) struct Pictures {
    ids: BTreeMap<Arc<str>, XObjectId>,
    /// How those are turned whose files stay as they are.
    turned: BTreeMap<Arc<str>, Orientation>,
    /// The most ink on one place of each picture that is in four inks.
    pub(super) most_ink: BTreeMap<Arc<str>, u16>,
    /// For printpdf's resources.
    pub(super) objects: BTreeMap<XObjectId, XObject>,
}

impl Pictures {
    /// How its object is turned to be seen upright.
    pub(super) fn orientation(&self, key: &str) -> Orientation {
        self.turned.get(key).copied().unwrap_or_default()
    }

    /// The object of a picture; `None` where the file could not be read.
    pub(super) fn id(&self, key: &str) -> Option<&XObjectId> {
        self.ids.get(key)
    }
}

/// Reads every picture that stands on a page, each once, in the colours of the file.
pub(super) fn read(
    sheets: &[Sheet],
    edition: &Edition,
    treatment: &Treatment,
    notices: &mut Notices,
) -> Pictures {
    let mut pictures = Pictures::default();
    for item in sheets.iter().flat_map(|sheet| &sheet.items) {
        let Item::Picture { picture: key, .. } = item.upright() else { continue };
        let Some(picture) = edition.pictures.get(key).filter(|_| !pictures.ids.contains_key(key)) else {
            continue;
        };
        let id = XObjectId(format!("P{}", pictures.ids.len() + 1));
        match object(picture, treatment) {
            Some(made) => {
                pictures.ids.insert(key.clone(), id.clone());
                pictures.objects.insert(id, made.object);
                if made.is_stored {
                    pictures.turned.insert(key.clone(), picture.orientation);
                }
                pictures.most_ink.extend(made.ink.map(|ink| (key.clone(), ink)));
            }
            None => notices.of(Rule::PictureNotUsed).fault(
                Place::file(&**key),
                "the picture can't be read; its place stays empty",
                "open it in a picture program and save it anew",
            ),
        }
    }
    pictures
}

/// A picture of the file, and the most ink on one place of it where it is in four inks.
struct Made {
    object: XObject,
    /// Whether it lies as the camera was held.
    is_stored: bool,
    ink: Option<u16>,
}

fn object(picture: &Picture, treatment: &Treatment) -> Option<Made> {
    if picture.kind == PictureKind::Jpeg {
        let header = jpeg::Header::of(&picture.bytes)?;
        if treatment.keeps_jpeg(header.components) {
            let ink = (header.components == 4).then(|| png::decode_inks(&picture.bytes)).flatten();
            let ink = ink.map(|inks| treat::most_ink(&inks, header.adobe));
            return Some(Made { object: stored(picture, &header)?, is_stored: true, ink });
        }
    }
    let decoded = png::decode(picture)?;
    let (samples, colours) = treatment.samples(&decoded)?;
    let ink = (colours == 4).then(|| treat::most_ink(&samples, false));
    let space = match colours {
        1 => "DeviceGray",
        4 => "DeviceCMYK",
        _ => "DeviceRGB",
    };
    let (width, height) = (decoded.width, decoded.height);
    let mut dict = entries(width, height, space);
    if let Some(alpha) = decoded.alpha.filter(|_| treatment.keeps_mask()) {
        let stream =
            ExternalStream { dict: entries(width, height, "DeviceGray"), content: alpha, compress: true };
        dict.insert("SMask".into(), DictItem::Stream { stream });
    }
    Some(Made { object: external(dict, samples, true), is_stored: false, ink })
}

/// The entries that all images have.
fn entries(width: u32, height: u32, space: &str) -> BTreeMap<String, DictItem> {
    let name = |name: &str| DictItem::Name(name.as_bytes().to_vec());
    [
        ("Type", name("XObject")),
        ("Subtype", name("Image")),
        ("Width", DictItem::Int(i64::from(width))),
        ("Height", DictItem::Int(i64::from(height))),
        ("ColorSpace", name(space)),
        ("BitsPerComponent", DictItem::Int(8)),
    ]
    .into_iter()
    .map(|(key, value)| (key.to_string(), value))
    .collect()
}

fn external(dict: BTreeMap<String, DictItem>, content: Vec<u8>, compress: bool) -> XObject {
    let stream = ExternalStream { dict, content, compress };
    XObject::External(ExternalXObject { stream, width: None, height: None, dpi: None })
}

/// The file's own bytes; only its header is looked at.
fn stored(picture: &Picture, header: &jpeg::Header) -> Option<XObject> {
    let space = match header.components {
        1 => "DeviceGray",
        3 => "DeviceRGB",
        4 => "DeviceCMYK",
        _ => return None,
    };
    let mut dict = entries(header.width, header.height, space);
    dict.insert("Filter".into(), DictItem::Name(b"DCTDecode".to_vec()));
    if header.components == 4 && header.adobe {
        // Adobe's programs store CMYK inverted.
        let inverted = [1, 0].iter().cycle().take(8).map(|n| DictItem::Int(*n)).collect();
        dict.insert("Decode".into(), DictItem::Array(inverted));
    }
    Some(external(dict, picture.bytes.to_vec(), false))
}
