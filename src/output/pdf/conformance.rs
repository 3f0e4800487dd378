//! What a file may say of itself: a book goes in, the standards that its PDF meets come out, with what stands against
//! the others.
//!
//! Everything that is in our hands is done for every file: tags, languages, an output intent, text for every glyph.
//! What is in the editor's hands can't be mended here: a picture without a description is a picture without one. Where
//! the edition asks for no standard, the file then leaves out the claim, and a notice says why; a claim that is not
//! true helps nobody. Where it asks for one that can't be met, there is no file.

use super::tags::Tags;
use crate::book::Book;
use crate::edition::Edition;
use crate::edition::production::standard::Standard;
use crate::notice::{Error, Notices, Place, Result, Rule};
use crate::page::sheet::Item;
use std::collections::BTreeSet;

/// The standards that a file says it meets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Claims {
    /// A standard of archives (ISO 19005).
    pub(super) archive: Option<Standard>,
    /// PDF/UA-1 (ISO 14289-1): for readers who can't see the page.
    pub(super) accessible: bool,
    /// PDF/X-4 (ISO 15930-7): for presses.
    pub(super) press: bool,
}

impl Claims {
    /// What the edition asks for, or else what is usual.
    pub(super) fn wanted(edition: &Edition) -> Claims {
        let standards = &edition.production.standards;
        match standards.as_slice() {
            [] => Claims { archive: Some(Standard::A2a), accessible: true, press: false },
            standards => Claims {
                archive: standards.iter().copied().find(|standard| standard.archive().is_some()),
                accessible: standards.contains(&Standard::Ua1),
                press: false,
            },
        }
    }

    /// Whether it is a file of the first part of ISO 19005: an old PDF without transparency.
    pub(super) fn is_first_part(&self) -> bool {
        self.archive == Some(Standard::A1b)
    }
}

/// Something that stands against a standard.
#[derive(Debug)]
struct Obstacle {
    against_archive: bool,
    against_access: bool,
    place: Place,
    why: &'static str,
}

/// What may be claimed; a remark for each thing that stands against what is usual.
///
/// # Errors
/// Where something stands against a standard that the edition asks for: all of it, with its places.
pub(super) fn claims(
    book: &Book,
    edition: &Edition,
    tags: &Tags<'_>,
    notices: &mut Notices,
) -> Result<Claims> {
    let mut claims = Claims::wanted(edition);
    let standards = &edition.production.standards;
    if let Some(why) = Standard::contradiction(standards) {
        let what = format!("one PDF can’t meet {}", listed(standards));
        return Err(Error::new(Place::file("edition.toml"), what, why));
    }
    let counts = |obstacle: &Obstacle| {
        (obstacle.against_archive && claims.archive.is_some())
            || (obstacle.against_access && claims.accessible)
    };
    let obstacles: Vec<Obstacle> = obstacles(book, edition, tags).into_iter().filter(counts).collect();
    if !standards.is_empty() && !obstacles.is_empty() {
        let reasons: Vec<String> =
            obstacles.iter().map(|obstacle| format!("{}: {}", obstacle.place, obstacle.why)).collect();
        let what = format!("the PDF can’t meet {}: {}", listed(standards), reasons.join("; "));
        let hint = "mend these, or take the standard out of [pdf] in edition.toml";
        return Err(Error::new(Place::default(), what, hint));
    }
    for obstacle in obstacles {
        let against = match (obstacle.against_archive, obstacle.against_access) {
            (true, true) => "PDF/UA-1 and PDF/A-2a",
            (true, false) => "PDF/A-2a",
            _ => "PDF/UA-1",
        };
        if obstacle.against_archive {
            claims.archive = None;
        }
        claims.accessible &= !obstacle.against_access;
        let what = format!("the PDF does not say that it meets {against}: {}", obstacle.why);
        notices.of(Rule::Standard).remark(obstacle.place, what, "");
    }
    Ok(claims)
}

fn listed(standards: &[Standard]) -> String {
    standards.iter().map(ToString::to_string).collect::<Vec<_>>().join(" and ")
}

fn obstacles(book: &Book, edition: &Edition, tags: &Tags<'_>) -> Vec<Obstacle> {
    let mut obstacles = Vec::new();
    if edition.title.trim().is_empty() {
        let place = Place::file("edition.toml");
        let why = "the edition has no title";
        obstacles.push(Obstacle { against_archive: false, against_access: true, place, why });
    }
    let mut missing = BTreeSet::new();
    let mut undescribed = BTreeSet::new();
    for sheet in &book.sheets {
        for item in &sheet.items {
            match item.upright() {
                Item::Line { line, .. } if line.runs.iter().any(|run| run.glyphs.contains(&0)) => {
                    missing.insert(sheet.folio);
                }
                Item::Picture { picture, node, .. } => {
                    let alt = &book.structure.node(*node).alt;
                    let has_alt = alt.as_ref().is_some_and(|alt| !alt.trim().is_empty());
                    if tags.decoration(*node).is_none() && !has_alt {
                        undescribed.insert(picture);
                    }
                }
                _ => {}
            }
        }
    }
    obstacles.extend(missing.into_iter().map(|folio| Obstacle {
        against_archive: true,
        against_access: true,
        place: Place { page: Some(book.printed(folio)), ..Place::default() },
        why: "a character has no font",
    }));
    obstacles.extend(undescribed.into_iter().map(|picture| Obstacle {
        against_archive: false,
        against_access: true,
        place: Place::file(&**picture),
        why: "the picture has no description",
    }));
    obstacles
}
