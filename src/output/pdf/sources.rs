//! The sources of a book in its PDF: each piece as the Markdown it was made of (ISO 19005-3, 6.8).

use super::finish::text;
use super::metadata;
use crate::edition::Edition;
use crate::edition::folder;
use lopdf::{Document, Object, Stream, dictionary};

/// Attaches the pieces; the list of associated files for the catalog, and the names under which they are found.
pub(super) fn attach(pdf: &mut Document, edition: &Edition) -> (Vec<Object>, Object) {
    let mut files: Vec<(String, Object)> = Vec::new();
    for piece in edition.pieces() {
        let name = piece.file.to_string_lossy().replace('\\', "/");
        let content = folder::piece_text(piece).into_bytes();
        let mut facts = dictionary! { "Size" => content.len() as i64 };
        if let Some(date) = edition.date {
            facts.set("ModDate", text(&metadata::stamp(date)));
        }
        let stream = dictionary! { "Type" => "EmbeddedFile", "Subtype" => Object::Name(b"text/markdown".to_vec()), "Params" => facts };
        let stream = pdf.add_object(Stream::new(stream, content));
        let file = dictionary! {
            "Type" => "Filespec",
            "F" => text(&ascii(&name)),
            "UF" => text(&name),
            "AFRelationship" => "Source",
            "Desc" => text(&piece.title.words()),
            "EF" => dictionary! { "F" => stream, "UF" => stream },
        };
        files.push((name, pdf.add_object(file).into()));
    }
    files.sort_by_key(|(name, _)| text_bytes(name));
    let names = files.iter().flat_map(|(name, file)| [text(name), file.clone()]).collect::<Vec<Object>>();
    let names = Object::Dictionary(dictionary! { "Names" => names });
    (files.into_iter().map(|(_, file)| file).collect(), names)
}

/// Names are sorted as they are written.
fn text_bytes(name: &str) -> Vec<u8> {
    match text(name) {
        Object::String(bytes, _) => bytes,
        _ => Vec::new(),
    }
}

/// For readers that know no other letters.
fn ascii(name: &str) -> String {
    name.chars().map(|letter| if letter.is_ascii_graphic() || letter == ' ' { letter } else { '_' }).collect()
}
