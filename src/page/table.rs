//! Tables: columns as wide as their words need, rows with thin rules above, below the head, and at the end.

mod tall;

use super::blocks::{Builder, baseline};
use super::content::content;
use super::flow::Row;
use crate::design::{Align, Role};
use crate::edition::text::{self, Paragraph, Table};
use crate::notice::Rule;
use crate::page::sheet::{NodeId, NodeKind};
use crate::text::Measure;
use crate::units::Length;

/// Adds a table to a flow.
pub(super) fn add(builder: &mut Builder<'_, '_>, table: &Table) {
    if table.columns.is_empty() {
        return;
    }
    let node = builder.desk.node(NodeKind::Table, builder.parent(), builder.language(), None);
    let widths = widths(builder, table);
    let (mut rows, mut notes) = (Vec::new(), Vec::new());
    if let Some(words) = &table.caption {
        notes.extend(builder.notes_in(words, 0));
        rows.push(caption(builder, words, node, &widths));
    }
    let before = rows.len();
    let head = (!table.head.is_empty()).then_some(before as u32);
    if head.is_some() {
        notes.extend(table.head.iter().flat_map(|cell| builder.notes_in(cell, before as u32)));
        let mut head = row(builder, table, &table.head, Role::TableHead, &widths, node);
        head.keep_with_next = true;
        head.rules = vec![(Length::ZERO, THICK), (head.height - THIN, THIN)];
        rows.push(head);
    }
    for cells in &table.rows {
        let number = rows.len() as u32;
        notes.extend(cells.iter().flat_map(|cell| builder.notes_in(cell, number)));
        rows.push(row(builder, table, cells, Role::TableCell, &widths, node));
    }
    if let Some(last) = rows.last_mut() {
        last.rules.push((last.height - THICK, THICK));
    }
    let count = rows.len();
    for (index, row) in rows.iter_mut().enumerate() {
        // No row stands alone at the end or under the head.
        row.keep_with_next |= index == before + 1 && count > before + 2 || index + 2 == count;
    }
    let (rows, head, notes) = tall::parted(rows, head, notes, builder.desk.studio.design);
    builder.rows(rows, head, notes, node);
}

const THICK: Length = Length(820);
const THIN: Length = Length(410);

/// The words above a table.
fn caption(builder: &mut Builder<'_, '_>, words: &Paragraph, table: NodeId, widths: &[Length]) -> Row {
    let style = builder.desk.studio.design.style(Role::TableCaption);
    let (language, measure) = (builder.language(), builder.measure());
    let node =
        builder.desk.node(NodeKind::Block(Role::TableCaption), table, language, Some(words.source.clone()));
    let content = content(words, style.text, language);
    let set = builder.desk.set(&content, &Measure::new(measure, style.align), &words.source);
    let best = set.best();
    // The words keep to the whole measure; a table that runs from right to left stands at its right.
    let x = if language.is_right_to_left() { total(builder, widths) - measure } else { Length::ZERO };
    let mut y = baseline(&style);
    let mut lines = Vec::new();
    for line in builder.desk.lines(&set, best).iter() {
        lines.push((x, y, line.clone(), node));
        y += style.leading;
    }
    let height = style.leading * lines.len() as i32 + style.after;
    Row { keep_with_next: true, ..Row::of_lines(lines, height, measure, node) }
}

/// The space between two columns: an em, less where there are very many.
fn gap(builder: &Builder<'_, '_>, columns: usize) -> Length {
    builder.desk.studio.design.body_size.min(builder.measure() / (columns.max(1) as i32 * 4))
}

/// Width of the whole table.
fn total(builder: &Builder<'_, '_>, widths: &[Length]) -> Length {
    widths.iter().copied().sum::<Length>() + gap(builder, widths.len()) * (widths.len() as i32 - 1)
}

/// Column widths: natural where all fit; else shared out in proportion, no column below its longest word where
/// that can be had.
fn widths(builder: &mut Builder<'_, '_>, table: &Table) -> Vec<Length> {
    let columns = table.columns.len();
    let mut natural = vec![Length::ZERO; columns];
    let mut least = vec![Length::ZERO; columns];
    let rows = std::iter::once((Role::TableHead, &table.head))
        .chain(table.rows.iter().map(|row| (Role::TableCell, row)));
    for (role, row) in rows {
        for (column, cell) in row.iter().take(columns).enumerate() {
            natural[column] = natural[column].max(width_of(builder, role, cell));
            let longest = cell.text.split_whitespace().max_by_key(|word| word.chars().count()).unwrap_or("");
            least[column] = least[column].max(width_of(builder, role, &Paragraph::plain(longest)));
        }
    }
    let room = builder.measure() - gap(builder, columns) * (columns as i32 - 1);
    let total: Length = natural.iter().copied().sum();
    if total <= room {
        return natural;
    }
    let least_total: Length = least.iter().copied().sum();
    if least_total >= room {
        let what = format!("a table of {columns} columns is too wide for the page; words in it are broken");
        let source =
            table.head.iter().chain(table.rows.iter().flatten()).find(|cell| !cell.source.is_empty());
        let place = builder.desk.place(&source.map_or(0..0, |cell| cell.source.clone()));
        builder.desk.notices.of(Rule::WideTable).doubt(
            place,
            what,
            "give it fewer columns or shorter words, or choose a larger trim",
        );
        let share = |width: &Length| width.scale(f64::from(room.0.max(1)) / f64::from(least_total.0.max(1)));
        return least.iter().map(share).collect();
    }
    share_out(room - least_total, &natural, least)
}

/// Columns with what is left over the longest words: those that lack little get all of it, so that short cells stay on
/// one line, and the others share the rest alike.
fn share_out(mut free: Length, natural: &[Length], mut widths: Vec<Length>) -> Vec<Length> {
    let lack = |column: usize, widths: &[Length]| natural[column] - widths[column];
    let mut order: Vec<usize> = (0..widths.len()).collect();
    order.sort_by_key(|column| (lack(*column, &widths), *column));
    for (done, column) in order.iter().enumerate() {
        let share = free / (order.len() - done) as i32;
        let given = lack(*column, &widths).min(share).max(Length::ZERO);
        widths[*column] += given;
        free -= given;
    }
    widths
}

fn width_of(builder: &mut Builder<'_, '_>, role: Role, cell: &Paragraph) -> Length {
    let style = builder.desk.studio.design.style(role);
    let content = content(cell, style.text, builder.language());
    // A hair more than the words, so that rounding never breaks them.
    builder.desk.line(&content, Length::ZERO, Align::Start).width + Length(64)
}

fn row(
    builder: &mut Builder<'_, '_>,
    table: &Table,
    cells: &[Paragraph],
    role: Role,
    widths: &[Length],
    parent: NodeId,
) -> Row {
    let style = builder.desk.studio.design.style(role);
    let language = builder.language();
    let node = builder.desk.node(NodeKind::Row, parent, language, None);
    let padding = style.leading / 5;
    let (mut lines, mut begin, mut most) = (Vec::new(), Length::ZERO, 1);
    let whole = total(builder, widths);
    for ((cell, width), align) in cells.iter().zip(widths).zip(&table.columns) {
        let align = match align {
            text::Align::Start => Align::Start,
            text::Align::Centre => Align::Centre,
            text::Align::End => Align::End,
        };
        let content = content(cell, style.text, language);
        let cell_node = builder.desk.node(NodeKind::Block(role), node, language, Some(cell.source.clone()));
        let set = builder.desk.set(&content, &Measure::new(*width, align), &cell.source);
        let best = set.best();
        let set_lines = builder.desk.lines(&set, best);
        for (index, line) in set_lines.iter().enumerate() {
            // Where the text runs from right to left, so do the columns.
            let x = if language.is_right_to_left() { whole - begin - *width } else { begin };
            let y = padding + style.leading * index as i32 + baseline(&style);
            lines.push((x, y, line.clone(), cell_node));
        }
        most = most.max(set_lines.len());
        begin += *width + gap(builder, table.columns.len());
    }
    let height = style.leading * most as i32 + padding * 2;
    Row::of_lines(lines, height, whole, node)
}
