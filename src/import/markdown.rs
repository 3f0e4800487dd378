//! Markdown with or without front matter.

use super::lengths;
use super::manuscript::{Line, Manuscript, Stated, Style, Trust};
use crate::edition::folder::front_matter::{self, Form};
use crate::edition::folder::header;
use crate::edition::markdown::{self, Context};
use crate::edition::text::Block;
use crate::notice::{Notices, Place, Result};
use std::path::Path;

/// Reads the text of a file.
///
/// # Errors
/// When it has too many lines.
pub(super) fn read(text: &str, path: &Path, notices: &mut Notices) -> Result<Manuscript> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    lengths::counted(text.lines().filter(|line| !line.trim_ascii().is_empty()).count(), path)?;
    let front = front_matter::read(&text, path, notices);
    let header = header::read(&front, path, notices);
    let entry = |names: [&str; 2]| {
        front.entries.iter().find(|entry| names.contains(&entry.key.to_lowercase().as_str()))
    };
    let book = entry(["book", "series"]).and_then(|entry| entry.value.text());
    let stated = Stated {
        trust: if front.form == Form::Absent { Trust::Weak } else { Trust::Certain },
        title: header.title,
        short_title: header.short_title,
        subtitle: header.subtitle,
        kicker: header.kicker,
        authors: header.authors,
        author_notes: header.author_notes,
        helpers: header.helpers.into_iter().map(|(help, names, _)| (help, names)).collect(),
        date: header.date,
        language: header.language,
        author_note: header.author_note_source,
        disclaimer: header.disclaimer,
        outlet: header
            .credit
            .as_ref()
            .map(|credit| credit.outlet.clone())
            .filter(|outlet| !outlet.is_empty()),
        url: header.credit.as_ref().and_then(|credit| credit.url.clone()),
        credit: header.credit,
        permission: header.permission,
        book,
        include: header.include,
    };
    let body = &text[front.body..];
    let context = Context { file: path, first_line: front.body_line.max(1), folder: Path::new("") };
    let read = markdown::read(body, &context, notices);
    tell_of_shortcodes(body, front.body_line.max(1), path, notices);
    let lines = read.blocks.into_iter().enumerate();
    let mut lines: Vec<Line> = lines.map(|(index, block)| Line::plain(block, index + 1)).collect();
    title_heading(&mut lines, body, stated.title.is_some());
    Ok(Manuscript { lines, notes: read.notes, stated, ..Manuscript::default() })
}

/// The one heading of the first level at the start is the title.
fn title_heading(lines: &mut [Line], body: &str, is_stated: bool) {
    let begins = body.trim_start().starts_with("# ")
        || body.trim_start().lines().nth(1).is_some_and(|line| line.starts_with("==="));
    if let Some(first) =
        lines.first_mut().filter(|line| begins && !is_stated && matches!(line.block, Block::Heading { .. }))
    {
        first.style = Style::Title;
    }
}

/// Marks that only Hugo, Jekyll or Obsidian understand are named.
fn tell_of_shortcodes(body: &str, first_line: usize, path: &Path, notices: &mut Notices) {
    for (index, line) in body.lines().enumerate() {
        let is_shortcode = ["{{<", "{{%", "{%", "![["].iter().any(|mark| line.contains(mark));
        if is_shortcode {
            let what = format!(
                "“{}” is a mark of another program",
                line.trim().chars().take(60).collect::<String>()
            );
            notices.doubt(Place::line(path, first_line + index), what, "replace it with what it stands for");
        }
    }
}
