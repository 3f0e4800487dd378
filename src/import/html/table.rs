//! Tables: those that hold data; those that only place things are walked like any other blocks.

use super::walk::Walk;
use crate::edition::text::{Align, Paragraph, Table};
use crate::import::limits;
use dom_query::NodeRef;

/// The rows of a table that holds data.
pub(super) fn read(walk: &mut Walk<'_>, node: &NodeRef<'_>) -> Option<Table> {
    let rows = rows(node);
    let widest = rows.iter().map(|(_, cells)| cells.len()).max().unwrap_or(0);
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
    for (is_head, cells) in &rows {
        let mut row = Vec::with_capacity(widest);
        for cell in cells {
            let place = row.len().min(widest - 1);
            let style =
                cell.attr("style").map(|style| style.to_lowercase().replace(' ', "")).unwrap_or_default();
            let align = cell.attr("align").map(|align| align.to_lowercase()).unwrap_or_default();
            if align == "right" || style.contains("text-align:right") {
                columns[place] = Align::End;
            } else if align == "center" || style.contains("text-align:center") {
                columns[place] = Align::Centre;
            }
            row.push(walk.cell(cell));
            let span = cell.attr("colspan").and_then(|span| span.parse::<usize>().ok()).unwrap_or(1);
            row.extend(std::iter::repeat_n(Paragraph::default(), span.clamp(1, widest) - 1));
        }
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
