//! Web pages: a saved page, or pasted HTML, becomes lines.
//!
//! In: bytes. Out: a [`Manuscript`] of everything that can be read on the page, each line with what tags and classes
//! say of it ([`hints`]), and whether the page's readable part holds it ([`article`]); what the page states about
//! itself ([`metadata`]). Only our own blocks come out of the walk ([`walk`]): no markup of the page ever passes.

mod article;
mod depth;
mod hints;
mod inline;
mod metadata;
mod notes;
mod pictures;
mod scan;
mod table;
mod tags;
mod walk;
mod words;

use super::manuscript::{Line, Manuscript, Style, Trust};
use super::plain;
use crate::edition::text::Block;
use crate::notice::{Notices, Place, Result};
use dom_query::Document;
use std::path::Path;

pub(super) use notes::{holder as note_around, reference as note_of};

/// Reads a page.
///
/// # Errors
/// None today; a page that can't be parsed gives its text.
pub(super) fn read(bytes: &[u8], path: &Path, notices: &mut Notices) -> Result<Manuscript> {
    let text = decode(bytes, path, notices);
    if let Some(why) = scan::excess(&text) {
        let what = format!("the page has {why}; only its words are taken");
        notices.doubt(Place::file(path), what, "open it in a browser and copy the article alone");
        return plain::read(&scan::words(&text), path, notices);
    }
    let document = Document::from(text.as_str());
    let mut stated = metadata::read(&document);
    stated.trust = Trust::Strong;
    let numbered = article::number(&document);
    let article = article::readable(&document, numbered);
    let walked = walk::page(&document);
    refused_pictures(&walked.refused, path, notices);
    let mut lines: Vec<Line> = Vec::with_capacity(walked.lines.len());
    for line in walked.lines {
        let article =
            article.as_ref().map(|readable| line.owners.iter().any(|owner| readable.contains(owner)));
        // What readability keeps is no furniture, whatever its class is called.
        let style = if article == Some(true) && line.line.style == Style::Furniture {
            Style::Plain
        } else {
            line.line.style
        };
        lines.push(Line { article, style, ..line.line });
    }
    distrust(&mut lines);
    remote_pictures(&mut lines, path, notices);
    for (index, line) in lines.iter_mut().enumerate() {
        line.number = index + 1;
    }
    Ok(Manuscript { lines, notes: walked.notes, stated, pictures: walked.pictures })
}

/// Whether a page is made so that parsing it would take too long.
pub(super) fn is_excessive(page: &str) -> bool {
    scan::excess(page).is_some()
}

/// Reads a chapter of an e-book: all of it is text.
///
/// # Errors
/// When it has too many lines.
pub(super) fn chapter(xhtml: &str, path: &Path, notices: &mut Notices) -> Result<Manuscript> {
    if scan::excess(xhtml).is_some() {
        notices.doubt(
            Place::file(path),
            "a chapter is too deeply nested; only its words are taken",
            "look at its headings",
        );
        return plain::read(&scan::words(xhtml), path, notices);
    }
    let document = Document::from(xhtml);
    let stated = metadata::of_chapter(&document);
    article::number(&document);
    let walked = walk::page(&document);
    refused_pictures(&walked.refused, path, notices);
    let mut lines: Vec<Line> = walked.lines.into_iter().map(|line| line.line).collect();
    remote_pictures(&mut lines, path, notices);
    for (index, line) in lines.iter_mut().enumerate() {
        line.number = index + 1;
    }
    Ok(Manuscript { lines, notes: walked.notes, stated, pictures: walked.pictures })
}

/// Where the readable part holds less than a third of the long paragraphs, it is some other part.
fn distrust(lines: &mut [Line]) {
    let length = |line: &Line| match &line.block {
        Block::Paragraph(words) if words.text.len() > 140 && line.style != Style::Furniture => {
            words.text.len()
        }
        _ => 0,
    };
    let all: usize = lines.iter().map(length).sum();
    let kept: usize = lines.iter().filter(|line| line.article == Some(true)).map(length).sum();
    if kept * 3 < all {
        lines.iter_mut().for_each(|line| line.article = None);
    }
}

/// The text of a page: by its mark, its own statement, or a guess.
fn decode(bytes: &[u8], path: &Path, notices: &mut Notices) -> String {
    let head = &bytes[..bytes.len().min(2048)];
    let is_unicode = encoding_rs::Encoding::for_bom(bytes).is_some() || std::str::from_utf8(bytes).is_ok();
    if !is_unicode
        && let Some(encoding) =
            scan::charset(head).and_then(|name| encoding_rs::Encoding::for_label(name.as_bytes()))
    {
        return encoding.decode(bytes).0.into_owned();
    }
    plain::decode(bytes, path, notices)
}

/// Names the pictures inside a page that can't be used.
fn refused_pictures(refused: &[String], path: &Path, notices: &mut Notices) {
    for why in refused {
        let what = format!("a picture inside the page can’t be used: {why}");
        notices.fault(Place::file(path), what, "save it as PNG or JPEG, and put it in by hand");
    }
}

/// Pictures that lie on the web are never fetched: the notice names them, their captions stay to be looked at.
fn remote_pictures(lines: &mut Vec<Line>, path: &Path, notices: &mut Notices) {
    for line in lines.iter_mut() {
        let Block::Figure { picture, caption, .. } = &line.block else { continue };
        let is_remote = picture.starts_with("//") || picture.contains("://");
        if !is_remote {
            continue;
        }
        if line.article != Some(false) && line.style != Style::Furniture {
            let what = format!("the picture “{picture}” lies on the web and is not fetched");
            notices.doubt(
                Place::file(path),
                what,
                "save it yourself, and put it into the text with its caption",
            );
        }
        let caption = caption.clone().unwrap_or_default();
        line.block = Block::Paragraph(caption);
        line.style = Style::Caption;
    }
    lines.retain(|line| !matches!(&line.block, Block::Paragraph(words) if words.is_empty()));
}

#[cfg(test)]
mod tests;
