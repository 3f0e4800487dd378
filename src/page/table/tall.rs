//! Rows that no page has room for go on in a next row.

use crate::design::{Design, Role};
use crate::page::flow::Row;
use crate::units::Length;

/// The rows, their head, and the notes on them: row and note.
type Rows = (Vec<Row>, Option<u32>, Vec<(u32, u32)>);

/// Parts the rows that are taller than a third of a page; a head that is one of them is not repeated.
pub(super) fn parted(rows: Vec<Row>, head: Option<u32>, notes: Vec<(u32, u32)>, design: &Design) -> Rows {
    let most = design.leading * (design.depth / 3).max(2);
    if rows.iter().all(|row| row.height <= most) {
        return (rows, head, notes);
    }
    let leading = design.style(Role::TableCell).leading;
    let mut first_of = Vec::with_capacity(rows.len());
    let mut parted: Vec<Row> = Vec::with_capacity(rows.len() * 2);
    let mut head = head;
    for (row, index) in rows.into_iter().zip(0..) {
        first_of.push(parted.len() as u32);
        if row.height > most {
            head = head.filter(|head| *head != index);
            parted.extend(parts(row, most, leading));
        } else {
            parted.push(row);
        }
    }
    let moved = |row: u32| first_of.get(row as usize).copied().unwrap_or(row);
    let notes = notes.into_iter().map(|(row, note)| (moved(row), note)).collect();
    (parted, head.map(moved), notes)
}

/// A row as several of at most so much height, parted between its lines.
fn parts(row: Row, most: Length, leading: Length) -> Vec<Row> {
    let padding = leading / 5;
    let line_of = |y: Length| (y - padding).0.max(0) / leading.0.max(1);
    let each = (most.0 / leading.0.max(1)).max(1);
    let count = row.lines.iter().map(|(_, y, ..)| line_of(*y) + 1).max().unwrap_or(1);
    let mut parts: Vec<Row> = (0..count)
        .step_by(each as usize)
        .map(|first| {
            let height = leading * each.min(count - first) + padding;
            Row::of_lines(Vec::new(), height, row.width, row.node)
        })
        .collect();
    for (x, y, line, node) in row.lines {
        let part = line_of(y) / each;
        parts[part as usize].lines.push((x, y - leading * (each * part), line, node));
    }
    if let Some(last) = parts.last_mut() {
        last.height += padding;
        last.keep_with_next = row.keep_with_next;
        let below = row.rules.iter().filter(|(y, _)| *y > Length::ZERO);
        last.rules.extend(below.map(|(y, thick)| (last.height - (row.height - *y), *thick)));
    }
    parts[0].rules.extend(row.rules.into_iter().filter(|(y, _)| *y <= Length::ZERO));
    parts
}
