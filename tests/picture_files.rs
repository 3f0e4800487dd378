//! Picture files of every kind that contributors send: each is in both books as it looks, or named with its file and a
//! way out, and the older book stays whole.

#![allow(clippy::unwrap_used, reason = "a panic is the report of a test")]

mod common;

use common::{Desk, unzip};
use jpeg_encoder::{ColorType, Encoder};
use lopdf::{Document, Object, Stream};

const WIDTH: u32 = 60;
const HEIGHT: u32 = 40;

/// A PNG file of a kind: its samples, and how many there are of each pixel.
fn png(colour: png::ColorType, depth: png::BitDepth, sample: &[u8], frames: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, WIDTH, HEIGHT);
    encoder.set_color(colour);
    encoder.set_depth(depth);
    if colour == png::ColorType::Indexed {
        encoder.set_palette(vec![200, 30, 20, 255, 255, 255]);
    }
    if frames > 1 {
        encoder.set_animated(frames, 0).unwrap();
        encoder.set_frame_delay(1, 10).unwrap();
    }
    let mut writer = encoder.write_header().unwrap();
    for _ in 0..frames {
        writer.write_image_data(&sample.repeat((WIDTH * HEIGHT) as usize)).unwrap();
    }
    writer.finish().unwrap();
    bytes
}

fn jpeg(colour: ColorType, sample: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let samples = sample.repeat((WIDTH * HEIGHT) as usize);
    Encoder::new(&mut bytes, 90).encode(&samples, WIDTH as u16, HEIGHT as u16, colour).unwrap();
    bytes
}

/// A JPEG whose EXIF says that the camera was held upright.
fn turned() -> Vec<u8> {
    let mut bytes = jpeg(ColorType::Rgb, &[200, 30, 20]);
    let exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    let length = (exif.len() + 2) as u16;
    let segment: Vec<u8> = [&[0xff, 0xe1][..], &length.to_be_bytes(), exif].concat();
    bytes.splice(2..2, segment);
    bytes
}

fn desk(name: &str, bytes: &[u8]) -> Desk {
    let desk = Desk::with_edition();
    desk.write(&format!("edition/images/{name}"), bytes);
    desk.write(
        "edition/pieces/a.md",
        format!(
            "---\ntitle: A View\nauthor: Ann Lee\n---\nThe first words.\n\n![A square.](<../images/{name}>)\n"
        ),
    );
    desk
}

/// The pictures of a PDF but their masks.
fn pictures(pdf: &Document) -> Vec<&Stream> {
    let streams = pdf.objects.values().filter_map(|object| object.as_stream().ok());
    let is = |stream: &Stream, key: &[u8], name: &[u8]| {
        stream.dict.get(key).and_then(Object::as_name).is_ok_and(|found| found == name)
    };
    let masks: Vec<_> =
        streams.clone().filter_map(|s| s.dict.get(b"SMask").ok()?.as_reference().ok()).collect();
    let is_mask = |stream: &Stream| {
        masks.iter().any(|id| pdf.get_object(*id).and_then(Object::as_stream).ok() == Some(stream))
    };
    streams.filter(|stream| is(stream, b"Subtype", b"Image") && !is_mask(stream)).collect()
}

#[test]
fn pictures_of_every_kind_are_in_both_books() {
    use png::{BitDepth, ColorType as Png};
    let kinds: [(&str, Vec<u8>, bool); 10] = [
        ("plain.png", png(Png::Rgb, BitDepth::Eight, &[200, 30, 20], 1), false),
        ("with alpha.png", png(Png::Rgba, BitDepth::Eight, &[200, 30, 20, 128], 1), true),
        ("deep.png", png(Png::Rgb, BitDepth::Sixteen, &[200, 0, 30, 0, 20, 0], 1), false),
        ("deep-alpha.png", png(Png::Rgba, BitDepth::Sixteen, &[200, 0, 30, 0, 20, 0, 128, 0], 1), true),
        ("grey.png", png(Png::Grayscale, BitDepth::Eight, &[90], 1), false),
        ("few.png", png(Png::Indexed, BitDepth::Eight, &[0], 1), false),
        ("moving.png", png(Png::Rgb, BitDepth::Eight, &[200, 30, 20], 3), false),
        ("größe #1.jpg", jpeg(ColorType::Rgb, &[200, 30, 20]), false),
        ("inks.jpg", jpeg(ColorType::Cmyk, &[20, 200, 200, 10]), false),
        ("turned.jpg", turned(), false),
    ];
    for (name, bytes, has_mask) in kinds {
        let desk = desk(name, &bytes);
        let (pdf, epub) = desk.export();
        let pdf = Document::load_mem(&pdf).unwrap();
        let found = pictures(&pdf);
        assert_eq!(found.len(), 1, "{name}");
        assert_eq!(found[0].dict.has(b"SMask"), has_mask, "{name}");
        let side = |key: &[u8]| found[0].dict.get(key).unwrap().as_i64().unwrap();
        assert_eq!((side(b"Width"), side(b"Height")), (i64::from(WIDTH), i64::from(HEIGHT)), "{name}");
        let files = unzip(&epub);
        let picture = files.iter().find(|(path, ..)| path.contains("images/picture-1.")).unwrap();
        let picture = pamphleteer::edition::picture::Picture::read(picture.1.clone()).unwrap();
        let upright = if name == "turned.jpg" { (HEIGHT, WIDTH) } else { (WIDTH, HEIGHT) };
        assert_eq!((picture.width, picture.height), upright, "{name}");
        assert!(!picture.is_inked(), "{name}: browsers show no inks");
        let said = desk.run(&["verify", "book.pdf", "book.epub"]);
        assert_eq!(said.code, 0, "{name}: {said:?}");
    }
}

#[test]
fn broken_pictures_are_named_and_leave_the_rest_of_the_book() {
    let whole = png(png::ColorType::Rgb, png::BitDepth::Eight, &[200, 30, 20], 1);
    let photo = jpeg(ColorType::Rgb, &[200, 30, 20]);
    let mut lying = whole.clone();
    lying[20..24].copy_from_slice(&4000_u32.to_be_bytes());
    for (name, bytes) in [
        ("cut.png", whole[..whole.len() * 2 / 3].to_vec()),
        ("cut.jpg", photo[..photo.len() / 2].to_vec()),
        ("header.jpg", photo[..20].to_vec()),
        ("empty.png", Vec::new()),
        ("words.png", b"This is no picture.".to_vec()),
        ("lying.png", lying),
    ] {
        let desk = desk(name, &bytes);
        desk.export();
        let said = desk.run(&["export", "edition", "--pdf", "again.pdf"]);
        let lines: Vec<&str> = said.err.lines().filter(|line| line.contains(name)).collect();
        assert!(!lines.is_empty(), "{name} is not named: {}", said.err);
        let pdf = Document::load_mem(&desk.bytes("book.pdf")).unwrap();
        assert!(pictures(&pdf).is_empty(), "{name}");
        let verified = desk.run(&["verify", "book.pdf", "book.epub"]);
        assert_eq!(verified.code, 0, "{name}: {verified:?}");
    }
}
