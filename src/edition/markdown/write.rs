//! A text as Markdown.

use super::fences::{self, FENCE};
use super::paths;
use super::write_inline::{Spot, write_at, write_inline, write_verse};
use crate::edition::text::{Align, Block, Paragraph, Table, Text};
use std::path::Path;

/// Writes a text as Markdown that reads as the same text, source ranges aside. Pictures are named from the
/// edition's folder.
pub fn write(text: &Text) -> String {
    write_from(text, Path::new(""))
}

/// Writes a text for a file in `folder` below the edition's: pictures are named from there.
pub fn write_from(text: &Text, folder: &Path) -> String {
    let mut highest_level = 1;
    text.blocks.iter().chain(text.notes.iter().flat_map(|note| &note.blocks)).for_each(|block| {
        highest_level = highest_level.max(deepest_heading(block));
    });
    // Headings of a body begin at `##`, unless it has all six levels.
    let writer = Writer { folder, first_level: if highest_level < 6 { 2 } else { 1 } };
    let mut written = String::new();
    writer.blocks_into(&mut written, &text.blocks);
    for (number, note) in text.notes.iter().enumerate() {
        let label = format!("[^{}]: ", number + 1);
        append(&mut written, &indented(&writer.blocks(&note.blocks), &label, "    "));
    }
    if !written.is_empty() {
        written.push('\n');
    }
    written
}

/// Adds a block behind a blank line.
fn append(written: &mut String, block: &str) {
    if !written.is_empty() && !block.is_empty() {
        written.push_str("\n\n");
    }
    written.push_str(block);
}

fn deepest_heading(block: &Block) -> u8 {
    match block {
        Block::Heading { level, .. } => *level,
        Block::Quote { blocks, .. } => blocks.iter().map(deepest_heading).max().unwrap_or(1),
        Block::List { items, .. } => items.iter().flatten().map(deepest_heading).max().unwrap_or(1),
        _ => 1,
    }
}

struct Writer<'a> {
    folder: &'a Path,
    /// How many number signs a heading of level 1 has.
    first_level: u8,
}

impl Writer<'_> {
    /// Blocks with blank lines between them.
    fn blocks(&self, blocks: &[Block]) -> String {
        let mut written = String::new();
        self.blocks_into(&mut written, blocks);
        written
    }

    /// Writes blocks to a text as they come: a long one is never held twice.
    fn blocks_into(&self, written: &mut String, blocks: &[Block]) {
        // Two lists in a row stay two if their bullets differ.
        let mut lists = 0;
        for block in blocks {
            lists = if matches!(block, Block::List { .. }) { lists + 1 } else { 0 };
            append(written, &self.block(block, lists % 2 == 0));
        }
    }

    fn block(&self, block: &Block, is_second_list: bool) -> String {
        match block {
            Block::Paragraph(text) => write_at(text, Spot::Lines),
            Block::Heading { level, text, id } => {
                let signs = "#".repeat(usize::from((level + self.first_level).saturating_sub(1).clamp(1, 6)));
                let id = id.as_ref().map(|id| format!(" {{#{id}}}")).unwrap_or_default();
                format!("{signs} {}{id}", write_at(text, Spot::Heading))
            }
            Block::Quote { kind, blocks, attribution } => {
                let inside = self.quoted(blocks, attribution.as_ref());
                match fences::name(*kind) {
                    Some(name) => format!("{FENCE} {name}\n{inside}\n{FENCE}"),
                    None => indented_quote(&inside),
                }
            }
            Block::List { start, items } => self.list(*start, items, is_second_list),
            Block::Verse(lines) => write_verse(lines),
            Block::Table(table) => written_table(table),
            Block::Figure { picture, alt, caption, landscape } => {
                let title =
                    caption.as_ref().map(|caption| format!(" \"{}\"", title(caption))).unwrap_or_default();
                let alt = super::escape(&alt.replace('\n', " "));
                let turned = if *landscape { "{.landscape}" } else { "" };
                format!("![{alt}]({}{title}){turned}", paths::destination(picture, self.folder))
            }
            Block::Ornament => "***".into(),
            Block::Code(code) => {
                let longest = code.split(|letter| letter != '`').map(str::len).max().unwrap_or(0);
                let fence = "`".repeat(longest.max(2) + 1);
                format!("{fence}\n{code}\n{fence}")
            }
        }
    }

    /// The words of a quotation, who said them behind a dash.
    fn quoted(&self, blocks: &[Block], attribution: Option<&Paragraph>) -> String {
        let mut inside = self.blocks(blocks);
        if let Some(attribution) = attribution {
            if !inside.is_empty() {
                inside.push_str("\n\n");
            }
            inside.push_str("— ");
            inside.push_str(&write_at(attribution, Spot::Lines));
        }
        inside
    }

    fn list(&self, start: Option<u64>, items: &[Vec<Block>], is_second: bool) -> String {
        let is_tight = items.iter().all(|item| matches!(item.as_slice(), [] | [Block::Paragraph(_)]));
        let marker = |number: u64| match (start, is_second) {
            (Some(start), false) => format!("{}. ", start + number),
            (Some(start), true) => format!("{}) ", start + number),
            (None, false) => "- ".into(),
            (None, true) => "+ ".into(),
        };
        let rows = items.iter().zip(0..).map(|(item, number)| {
            let marker = marker(number);
            let indent = " ".repeat(marker.len());
            indented(&self.blocks(item), &marker, &indent)
        });
        rows.collect::<Vec<_>>().join(if is_tight { "\n" } else { "\n\n" })
    }
}

/// The lines of a quotation, each behind its sign.
fn indented_quote(inside: &str) -> String {
    let lines = inside.split('\n').map(|line| if line.is_empty() { ">".into() } else { format!("> {line}") });
    lines.collect::<Vec<_>>().join("\n")
}

/// Puts `first` before the first line and `rest` before the others; blank lines stay blank.
fn indented(lines: &str, first: &str, rest: &str) -> String {
    let mut written = String::with_capacity(lines.len() + 16);
    for (index, line) in lines.split('\n').enumerate() {
        if index > 0 {
            written.push('\n');
        }
        match (index, line.is_empty()) {
            (0, true) => written.push_str(first.trim_end()),
            (0, false) => written.push_str(first),
            (_, true) => {}
            (_, false) => written.push_str(rest),
        }
        written.push_str(line);
    }
    written
}

fn written_table(table: &Table) -> String {
    let row = |cells: &[Paragraph]| {
        let cells: Vec<String> = cells.iter().map(|cell| write_at(cell, Spot::Cell)).collect();
        format!("| {} |", cells.join(" | "))
    };
    let rules = table.columns.iter().map(|align| match align {
        Align::Start => "---",
        Align::Centre => ":-:",
        Align::End => "--:",
    });
    let mut lines = vec![row(&table.head), format!("| {} |", rules.collect::<Vec<_>>().join(" | "))];
    lines.extend(table.rows.iter().map(|cells| row(cells)));
    if let Some(caption) = &table.caption {
        lines.push(String::new());
        lines.push(format!("Table: {}", write_at(caption, Spot::Lines)));
    }
    lines.join("\n")
}

/// A caption as the title of a picture: Markdown inside a quoted string.
fn title(caption: &Paragraph) -> String {
    write_inline(caption).replace('\\', "\\\\").replace('"', "\\\"").replace('&', "&amp;")
}
