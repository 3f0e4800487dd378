//! The colophon: how the book was made and by whom, in a few plain sentences out of its data.

use crate::design::Design;
use crate::edition::Edition;
use crate::edition::text::{Block, Paragraph, Text};
use crate::edition::words::Words;
use crate::edition::words::rights::RightsWords;
use crate::units::Length;

/// The words of the colophon: the typefaces and the size of the page; publisher, edition and date.
pub fn text(edition: &Edition, design: &Design) -> Text {
    let words = Words::of(edition.language);
    let faces = faces(edition, design);
    let set = (!faces.is_empty()).then(|| words.set_in.replace("{}", &words.list(&faces)));
    let numerals = design.numerals(edition.language);
    let mm = |length: Length| numerals.write((length.to_pt() / 72.0 * 25.4).round() as i64);
    let size = words.page_size.replace("{w}", &mm(design.trim.width)).replace("{h}", &mm(design.trim.height));
    let publisher = &edition.publisher;
    let house: Vec<&str> = [Some(publisher.name.as_str()), publisher.place.as_deref()]
        .into_iter()
        .flatten()
        .filter(|part| !part.trim().is_empty())
        .collect();
    let house = (!house.is_empty()).then(|| words.published_by.replace("{}", &house.join(words.comma)));
    let date = edition.date.map(|date| edition.date_in_words(date, edition.language));
    let stated: Vec<String> = edition.statement.iter().cloned().chain(date).collect();
    let stated = (!stated.is_empty()).then(|| {
        let stop = RightsWords::of(edition.language).stop;
        let line = stated.join(words.comma);
        if line.ends_with(['.', '!', '?', '。', '۔', '।']) { line } else { line + stop }
    });
    let lines = [vec![set, Some(size)], vec![house, stated]];
    let paragraphs = lines.into_iter().map(|line| line.into_iter().flatten().collect::<Vec<_>>().join(" "));
    let blocks =
        paragraphs.filter(|line| !line.is_empty()).map(|line| Block::Paragraph(Paragraph::plain(line)));
    Text { blocks: blocks.collect(), notes: Vec::new() }
}

/// The typefaces of the theme that draw the language of the book; none where its letters come from elsewhere.
fn faces(edition: &Edition, design: &Design) -> Vec<&'static str> {
    let language = edition.language;
    let mut names = Vec::new();
    for family in [design.theme.body_family(), design.theme.display_family()] {
        let drawn = family.drawing(language.script(), language.is_nastaliq());
        if let Some(name) = drawn.map(|family| family.family().name).filter(|name| !names.contains(name)) {
            names.push(name);
        }
    }
    names
}
