//! A piece as it stands in the book: kicker, title, subtitle, byline, date, body, and what follows it.

use super::refer::References;
use super::{back, chapter};
use crate::design::Role;
use crate::edition::Edition;
use crate::edition::piece::Piece;
use crate::edition::text::{Block, Text};
use crate::page::blocks::Builder;
use crate::units::Length;

/// Ems of the body text that the portrait beside an author note is wide: about three lines of Latin.
const COLUMN: i32 = 4;

/// Lines that stay free between two pieces on one page.
const APART: i32 = 3;

/// Adds a piece.
pub(super) fn add(
    builder: &mut Builder<'_, '_>,
    edition: &Edition,
    piece: &Piece,
    references: References<'_>,
) {
    opening(builder, edition, piece);
    let body = builder.count();
    builder.begin_with_initial();
    let text = references.filled(&piece.body, &piece.file, builder.desk);
    builder.text(&text);
    builder.let_body_shift(body);
    ending(builder, edition, piece, references);
    builder.fit_to(piece.copyfit);
}

fn opening(builder: &mut Builder<'_, '_>, edition: &Edition, piece: &Piece) {
    let design = builder.desk.studio.design;
    if let Some(kicker) = &piece.kicker {
        builder.paragraph(Role::Kicker, kicker);
    }
    builder.paragraph(Role::Title, &piece.title);
    if let Some(subtitle) = &piece.subtitle {
        builder.paragraph(Role::Subtitle, subtitle);
    }
    builder.plain(Role::Byline, &edition.byline(piece));
    for line in edition.help_lines(piece) {
        builder.plain(Role::Helpers, &line);
    }
    if let Some(date) = piece.date {
        builder.plain(Role::Date, &edition.date_in_words(date, edition.language_of(piece)));
    }
    let (sink, grid) = (chapter::sink(builder), design.leading);
    if let Some(first) = builder.first_block() {
        // Without a kicker the title stands where it would stand with one.
        first.sink = if piece.kicker.is_some() { sink - grid.min(sink) } else { sink };
        first.before = grid * APART;
        first.shifts = true;
    }
    if let Some(last) = builder.last() {
        last.after = last.after.max(grid * 2);
    }
}

fn ending(builder: &mut Builder<'_, '_>, edition: &Edition, piece: &Piece, references: References<'_>) {
    let language = edition.language_of(piece);
    let end_of_body = builder.count();
    let mut first = true;
    for note in edition.author_notes(piece) {
        builder.set_language(note.language);
        match note.pictured.and_then(back::portrait) {
            Some(portrait) => {
                builder.beside_portrait(Some(portrait), COLUMN, Vec::new(), Role::AuthorNote, &note.text);
            }
            None => small_print(builder, Role::AuthorNote, &note.text, !first),
        }
        first = false;
    }
    builder.set_language(language);
    for disclaimer in edition.disclaimers_after(piece) {
        small_print(builder, Role::Disclaimer, &disclaimer.text, false);
    }
    if let Some(words) = edition.disclaimer_reference(piece) {
        let text = Text { blocks: vec![Block::Paragraph(words)], notes: Vec::new() };
        let text = references.filled(&text, &piece.file, builder.desk);
        small_print(builder, Role::Disclaimer, &text, false);
    }
    if let Some(credit) = edition.credit_line(piece) {
        small_print(builder, Role::Credit, &credit, false);
    }
    if let Some(permission) = edition.permission_line(piece) {
        small_print(builder, Role::Credit, &permission, false);
    }
    builder.keep_with_body(end_of_body);
}

/// Small print; the second of several author notes stands nearer than the first.
fn small_print(builder: &mut Builder<'_, '_>, role: Role, text: &Text, near: bool) {
    builder.small_print(role, text);
    let near_space = builder.desk.studio.design.leading / 4;
    if let Some(last) = builder.last().filter(|_| near) {
        last.before = if last.before > Length::ZERO { near_space } else { last.before };
    }
}
