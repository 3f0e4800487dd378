//! Tables: those that hold data; those that only place things are walked like any other blocks.

use super::walk::Walk;
use crate::edition::text::{Align, Paragraph, Table};
use crate::import::limits;
use dom_query::NodeRef;

/// The rows of a table that holds data.
pub(super) fn read(walk: &mut Walk<'_>, node: &NodeRef<'_>) -> Option<Table> {
    let rows = rows(node);
    let widest = widest(&rows);
    if rows.len() < 2
        || widest < 2
        // Every row gets as many cells as the widest.
        || rows.len() * widest > limits::CELLS
        || is_layout(&rows)
    {
        return None;
    }
    let mut made: Vec<(bool, Vec<Paragraph>)> = Vec::with_capacity(rows.len());
    let mut columns = vec![Align::Start; widest];
    // For each column, how many rows a cell above still reaches down.
    let mut above = vec![0_usize; widest];
    for (is_head, cells) in &rows {
        let mut row: Vec<Paragraph> = Vec::with_capacity(widest);
        let covered = above.iter().filter(|rows| **rows > 0).count();
        // What spans more columns than there are pushes no cell out of the table.
        let mut spare = widest.saturating_sub(cells.len() + covered);
        for cell in cells {
            cover(&mut row, &mut above);
            let place = row.len().min(widest - 1);
            let style =
                cell.attr("style").map(|style| style.to_lowercase().replace(' ', "")).unwrap_or_default();
            let align = cell.attr("align").map(|align| align.to_lowercase()).unwrap_or_default();
            if align == "right" || style.contains("text-align:right") {
                columns[place] = Align::End;
            } else if align == "center" || style.contains("text-align:center") {
                columns[place] = Align::Centre;
            }
            let more = span(cell, "colspan").saturating_sub(1).min(spare);
            spare -= more;
            let from = row.len();
            row.push(walk.cell(cell));
            row.extend(std::iter::repeat_n(Paragraph::default(), more));
            let down = span(cell, "rowspan").saturating_sub(1).min(rows.len());
            if let Some(rows) = above.get_mut(from) {
                *rows = down + 1;
            }
        }
        cover(&mut row, &mut above);
        above.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
        row.resize(widest, Paragraph::default());
        row.truncate(widest);
        made.push((*is_head, row));
    }
    let head = if made[0].0 { made.remove(0).1 } else { vec![Paragraph::default(); widest] };
    let caption = node
        .children_it(false)
        .find(|child| child.has_name("caption"))
        .map(|caption| walk.cell(&caption))
        .filter(|caption| !caption.is_empty());
    Some(Table { columns, head, rows: made.into_iter().map(|(_, row)| row).collect(), caption })
}

/// How many columns or rows a cell spans.
fn span(cell: &NodeRef<'_>, name: &str) -> usize {
    cell.attr(name).and_then(|span| span.trim().parse().ok()).unwrap_or(1)
}

/// Leaves the cells empty that one above covers.
fn cover(row: &mut Vec<Paragraph>, above: &mut [usize]) {
    while above.get(row.len()).is_some_and(|rows| *rows > 0) {
        row.push(Paragraph::default());
    }
}

/// How many columns there are: as many as the row with the most cells, those from above included.
fn widest(rows: &[(bool, Vec<NodeRef<'_>>)]) -> usize {
    let mut widest = 0;
    let mut above: Vec<usize> = Vec::new();
    for (_, cells) in rows {
        widest = widest.max(cells.len() + above.len());
        above.extend(cells.iter().map(|cell| span(cell, "rowspan")).filter(|rows| *rows > 1));
        above.iter_mut().for_each(|rows| *rows -= 1);
        above.retain(|rows| *rows > 0);
    }
    widest
}

/// The rows of a table, not those of tables in it: whether each is a head, and its cells.
fn rows<'d>(node: &NodeRef<'d>) -> Vec<(bool, Vec<NodeRef<'d>>)> {
    let mut found = Vec::new();
    for child in node.children_it(false) {
        match child.node_name().as_deref() {
            Some("thead" | "tbody" | "tfoot") => found.extend(rows(&child)),
            Some("tr") => {
                let cells: Vec<NodeRef<'d>> = child
                    .children_it(false)
                    .filter(|cell| cell.has_name("td") || cell.has_name("th"))
                    .collect();
                let is_head = !cells.is_empty() && cells.iter().all(|cell| cell.has_name("th"));
                if !cells.is_empty() {
                    found.push((is_head, cells));
                }
            }
            _ => {}
        }
    }
    found
}

/// Whether a table only places things: long texts, tables or headings in its cells.
fn is_layout(rows: &[(bool, Vec<NodeRef<'_>>)]) -> bool {
    let holds = |cell: &NodeRef<'_>| {
        cell.descendants_it().any(|node| {
            matches!(
                node.node_name().as_deref(),
                Some("table" | "h1" | "h2" | "h3" | "form" | "article" | "blockquote" | "img")
            )
        })
    };
    rows.iter().flat_map(|(_, cells)| cells).any(|cell| holds(cell) || cell.text().trim().len() > 600)
}
