//! Pictures that would look soft in print, and those that a reader who can't see them would not know about.

use crate::book::{Book, cover};
use crate::edition::Edition;
use crate::edition::piece::Piece;
use crate::edition::text::{Block, Text};
use crate::notice::Notice;
use crate::notice::{Notices, Place, Rule, Weight};
use crate::page::sheet::{Folio, Item};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Dots an inch below which a picture looks soft in print.
const SOFT: f64 = 200.0;

/// Dots an inch that printers ask for.
const SHARP: f64 = 300.0;

/// Says which pictures are printed with few dots an inch, each where it is printed largest.
pub(super) fn preflight(edition: &Edition, book: &Book, notices: &mut Notices) {
    // By picture: its dots, and the page it stands on; none for the cover.
    let mut least: BTreeMap<Arc<str>, (f64, Option<Folio>)> = BTreeMap::new();
    let mut see = |item: &Item, page: Option<Folio>| {
        let Item::Picture { area, picture, .. } = item.upright() else { return };
        let Some(file) = edition.pictures.get(picture) else { return };
        let dots = (f64::from(file.width) / (area.width.to_pt() / 72.0).max(0.01)).round();
        if least.get(picture).is_none_or(|(least, _)| dots < *least) {
            least.insert(picture.clone(), (dots, page));
        }
    };
    for sheet in &book.sheets {
        sheet.items.iter().for_each(|item| see(item, Some(sheet.folio)));
    }
    if edition.production.cover.picture.is_some() {
        let cover = cover::wrap(edition, book, book.sheets.len());
        let items = cover.layers.iter().flat_map(|layer| &layer.items);
        items.for_each(|item| see(item, None));
    }
    for (picture, (dots, page)) in least.into_iter().filter(|(_, (dots, _))| *dots < SHARP) {
        let place = Place { page: page.map(|folio| folio.to_string()), ..Place::file(&*picture) };
        let on_cover = if page.is_none() { " on the cover" } else { "" };
        let (weight, end) = match dots < SOFT {
            true => (Weight::Doubt, " and may look soft"),
            false => (Weight::Remark, ""),
        };
        let what = format!("the picture is printed{on_cover} with {dots:.0} dots an inch{end}");
        let hint = "use a larger file: 300 dots an inch print well";
        notices.push(Notice::new(weight, place, what, hint).by(Rule::LowResolution));
    }
}

/// Says which pictures of a text have no description; `place` is where a picture is named.
pub(super) fn without_alt(text: &Text, place: &dyn Fn(&str) -> Place, notices: &mut Notices) {
    let mut stack: Vec<&Block> = text.blocks.iter().rev().collect();
    while let Some(block) = stack.pop() {
        match block {
            Block::Figure { picture, alt, .. } if alt.trim().is_empty() => {
                let what = format!("the picture {picture} has no description for readers who can't see it");
                let hint = "write it between the square brackets: ![what it shows](…)";
                notices.of(Rule::NoAltText).doubt(place(picture), what, hint);
            }
            Block::Quote { blocks, .. } => stack.extend(blocks.iter().rev()),
            Block::List { items, .. } => stack.extend(items.iter().flatten().rev()),
            _ => {}
        }
    }
}

/// The line of a piece that names a picture.
pub(super) fn place(piece: &Piece, picture: &str) -> Place {
    let name = picture.rsplit('/').next().unwrap_or(picture);
    match piece.markdown.find(name) {
        Some(at) => Place { column: None, ..super::typography::place(piece, at) },
        None => Place::file(&piece.file),
    }
}
