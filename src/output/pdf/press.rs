//! The files for a printing press: the pages of the book, and its cover.
//!
//! Text is black ink alone, so that it is sharp and no colour has to meet another. A press knows no clicks: there are no
//! links, and a file that is only drawn needs no tags.

use super::conformance::Claims;
use super::content::{self, Shared};
use super::finish::Parts;
use super::fonts::FontsInUse;
use super::intent::Intent;
use super::leaf::Leaf;
use super::pictures::{self, Inks, Pictures, Treatment, read_profile};
use super::tags::Tags;
use super::{Draft, Pages, assemble};
use crate::book::Book;
use crate::book::cover::{self, Jacket};
use crate::book::sheet::{Folio, Sheet, Structure};
use crate::edition::Edition;
use crate::edition::picture::Picture;
use crate::edition::production::{Press, PressColour};
use crate::notice::{Error, Notices, Place, Result, Rule, counted};
use crate::page::sheet::Item;
use crate::units::Side;
use moxcms::DataColorSpace;
use std::sync::Arc;

/// Writes the PDF of a book for a press (PDF/X-4, where nothing stands against it).
///
/// # Errors
/// When pictures shall become inks and no profile says how, when the profile is none of a press, or when the file can't
/// be put together. What stands against the standard becomes a remark, too much ink a doubt.
pub fn print(book: &Book, edition: &Edition, notices: &mut Notices) -> Result<Vec<u8>> {
    let press = &edition.production.press;
    let (intent, treatment) = intent(press)?;
    let pages = Pages { sheets: &book.sheets, structure: &book.structure, trim: book.design.trim };
    let mut draft = Draft::of(&pages, edition, &treatment, false, notices);
    let leaves = leaves(book, press, notices);
    let height = book.design.trim.height;
    let streams = leaves.iter().map(|leaf| leaf.content(&mut draft.pages, height)).collect();
    let claims = claims(edition, &draft.pictures, &intent, &book.sheets, notices);
    let parts = Parts {
        edition,
        fonts: &draft.fonts,
        leaves: &leaves,
        claims: &claims,
        intent,
        screen: None,
        numbered: Some(book),
        is_folded: false,
    };
    assemble(draft.pictures, streams, &parts)
}

/// Writes the cover of a printed book: back, spine and front in one page.
///
/// # Errors
/// As [`print()`].
pub fn cover(book: &Book, edition: &Edition, notices: &mut Notices) -> Result<Vec<u8>> {
    let press = &edition.production.press;
    let (intent, treatment) = intent(press)?;
    let pages = book.sheets.len();
    let jacket = cover::wrap(edition, book, pages + blanks(pages, press));
    let sheets = [as_sheet(&jacket)];
    let structure = Structure::new(edition.language);
    let mut fonts = FontsInUse::of(&sheets);
    let pictures = pictures::read(&sheets, edition, &treatment, notices);
    let mut tags = Tags::new(&structure);
    let mut shared = Shared {
        height: jacket.height,
        fonts: &mut fonts,
        pictures: &pictures,
        tags: &mut tags,
        is_tagged: false,
    };
    let mut streams = vec![content::jacket(&jacket, &mut shared)];
    let Jacket { height, trim, .. } = jacket;
    let mut leaf =
        Leaf::for_press(Some(0), (trim.width, trim.height), press.bleed(), press.marks == Some(true));
    // Where the spine is folded.
    let back = leaf.trim.x + (trim.width - jacket.spine) / 2;
    leaf.folds = vec![back, back + jacket.spine];
    // What is placed has its own bleed.
    for placed in &mut leaf.placed {
        placed.at.x -= trim.x;
        placed.at.y -= trim.y;
    }
    let leaves = [leaf];
    let content = leaves.iter().map(|leaf| leaf.content(&mut streams, height)).collect();
    let mut claims = claims(edition, &pictures, &intent, &sheets, notices);
    if claims.press && !matches!(intent, Intent::Press(_, 4)) {
        claims.press = false;
        let what = "the cover does not say that it meets PDF/X-4: its inks are of no known press";
        let hint = "name the profile of your printer: profile = \"…\" under [print]";
        notices.of(Rule::Standard).remark(Place::file("edition.toml"), what, hint);
    }
    let parts = Parts {
        edition,
        fonts: &fonts,
        leaves: &leaves,
        claims: &claims,
        intent,
        screen: None,
        numbered: None,
        is_folded: false,
    };
    assemble(pictures, content, &parts)
}

/// What the file is meant for, and what becomes of pictures.
fn intent(press: &Press) -> Result<(Intent<'_>, Treatment)> {
    let place = || Place::file("edition.toml");
    let wrong = |path: &str, why: String| {
        let hint = "ask the printer for the profile of the press (.icc)";
        Error::new(place(), format!("the profile “{path}” can’t be used: {why}"), hint)
    };
    let colour = press.colour.unwrap_or_default();
    let intent = match &press.profile {
        None => Intent::BlackPress,
        Some(profile) => {
            let read = read_profile(&profile.bytes).map_err(|why| wrong(&profile.path, why))?;
            Intent::Press(profile, if read.color_space == DataColorSpace::Cmyk { 4 } else { 1 })
        }
    };
    let treatment = match (colour, &press.profile) {
        (PressColour::AsIs, _) => Treatment::AsIs,
        (PressColour::Grey, _) => Treatment::Grey,
        (PressColour::Cmyk, Some(profile)) => {
            Treatment::Inks(Inks::by(profile).map_err(|why| wrong(&profile.path, why))?)
        }
        (PressColour::Cmyk, None) => {
            let what = "pictures can’t become inks: no profile says how";
            let hint =
                "name the profile of your printer: profile = \"…\" under [print]; or take colour = \"grey\"";
            return Err(Error::new(place(), what, hint));
        }
    };
    Ok((intent, treatment))
}

/// The pages of the book, and as many blank ones as fill the last signature.
fn leaves(book: &Book, press: &Press, notices: &mut Notices) -> Vec<Leaf> {
    let pages = book.sheets.len();
    let blanks = blanks(pages, press);
    if let Some(signature) = press.signature.filter(|_| blanks > 0) {
        let of = signature.pages();
        let what = format!(
            "{} at the end fill up the last signature of {of} pages ({pages} pages of text)",
            counted(blanks, "blank page")
        );
        notices.of(Rule::Signature).remark(Place::file("edition.toml"), what, "");
    }
    let trim = (book.design.trim.width, book.design.trim.height);
    let all = (0..pages).map(Some).chain(std::iter::repeat_n(None, blanks));
    all.map(|page| Leaf::for_press(page, trim, press.bleed(), press.marks == Some(true))).collect()
}

/// How many blank pages fill up the last signature.
fn blanks(pages: usize, press: &Press) -> usize {
    press.signature.map_or(0, |signature| {
        let of = usize::from(signature.pages());
        pages.next_multiple_of(of) - pages
    })
}

/// Whether the file may say that it meets PDF/X-4; a remark for what stands against it, a doubt for too much ink.
fn claims(
    edition: &Edition,
    pictures: &Pictures,
    intent: &Intent<'_>,
    sheets: &[Sheet],
    notices: &mut Notices,
) -> Claims {
    let press = &edition.production.press;
    let limit = press.ink.unwrap_or(Press::INK);
    for (picture, ink) in pictures.most_ink.iter().filter(|(_, ink)| **ink > limit) {
        let what = format!("up to {ink} % of ink lie on one place of the picture; {limit} % may");
        let hint = "convert it anew with a profile of less ink, or ask the printer";
        notices.of(Rule::TooMuchInk).doubt(Place::file(&**picture), what, hint);
    }
    let mut reasons: Vec<(Place, &str, &str)> = Vec::new();
    if edition.date.is_none() {
        let hint = "add a line: date = 2026-03-01";
        reasons.push((Place::file("edition.toml"), "the edition has no date", hint));
    }
    if edition.title.trim().is_empty() {
        reasons.push((Place::file("edition.toml"), "the edition has no title", ""));
    }
    let is_black = !matches!(intent, Intent::Press(_, 4));
    if is_black && press.colour.unwrap_or_default() == PressColour::AsIs {
        for picture in inked(edition, sheets) {
            let hint = "name the profile of your printer under [print], or take colour = \"grey\"";
            reasons.push((
                Place::file(&*picture),
                "the picture is in four inks, and no profile says of which press",
                hint,
            ));
        }
    }
    for (place, why, hint) in &reasons {
        let what = format!("the PDF does not say that it meets PDF/X-4: {why}");
        notices.of(Rule::Standard).remark(place.clone(), what, *hint);
    }
    Claims { press: reasons.is_empty(), ..Claims::default() }
}

/// The pictures on these sheets that are in four inks, each once.
fn inked(edition: &Edition, sheets: &[Sheet]) -> std::collections::BTreeSet<Arc<str>> {
    let items = sheets.iter().flat_map(|sheet| &sheet.items);
    let names = items.filter_map(|item| match item.upright() {
        Item::Picture { picture, .. } => Some(picture),
        _ => None,
    });
    let is_inked = |name: &&Arc<str>| edition.pictures.get(*name).is_some_and(Picture::is_inked);
    names.filter(is_inked).cloned().collect()
}

/// All that stands on a cover as a page, for what looks at its fonts and pictures.
fn as_sheet(jacket: &Jacket) -> Sheet {
    let items = jacket.layers.iter().flat_map(|layer| layer.items.iter().cloned()).collect();
    Sheet { side: Side::Recto, folio: Folio::Arabic(1), items, links: Vec::new() }
}
