//! Plain text: bytes become letters, wrapped lines become paragraphs.

mod dump;
mod wrap;

use super::lengths;
use super::manuscript::{Line, Manuscript};
use crate::edition::text::{Block, Paragraph};
use crate::notice::{Notices, Place, Result};
use std::collections::{HashMap, HashSet};
use std::path::Path;

/// Bytes as text: by the byte order mark, else as UTF-8, else by a guess that is reported.
pub(super) fn decode(bytes: &[u8], path: &Path, notices: &mut Notices) -> String {
    if let Some((encoding, length)) = encoding_rs::Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[length..]).0.into_owned();
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_string();
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, chardetng::Utf8Detection::Deny);
    let what = format!("the file is not UTF-8; it is read as {}", encoding.name());
    notices.doubt(Place::file(path), what, "look at its accents and quotation marks");
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

/// Reads the text of a file.
///
/// # Errors
/// When it has too many lines.
pub(super) fn read(text: &str, path: &Path, notices: &mut Notices) -> Result<Manuscript> {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{C}', '\u{2028}', '\u{2029}'], "\n");
    lengths::counted(text.lines().filter(|line| !line.trim_ascii().is_empty()).count(), path)?;
    let dump = dump::Dump::of(&text);
    if dump.has_marks() {
        let what = "the marks and the list of links that a text browser wrote are left out";
        let hint = "copy the text from a browser with its links if you need them";
        notices.remark(Place::file(path), what, hint);
    }
    let lines: Vec<&str> = dump.text.lines().map(str::trim_end).collect();
    let width = wrap::width(&lines);
    let mut paragraphs: Vec<(usize, String)> = if width.is_some() || is_wrapped(&lines) {
        rejoin(&lines, width, path, notices)
    } else {
        let words = lines.iter().enumerate().map(|(at, line)| (at + 1, line.trim()));
        words.filter(|(_, words)| !words.is_empty()).map(|(at, words)| (at, words.to_string())).collect()
    };
    // After the lines are joined: the marks of links took part in their width.
    paragraphs.iter_mut().for_each(|(_, words)| *words = dump.cleaned(words));
    paragraphs.retain(|(_, words)| !words.is_empty());
    let mut made = blocks(&paragraphs);
    if dump::is_indented(&lines) {
        made.iter_mut().for_each(|line| head(line, &lines));
    }
    Ok(Manuscript { lines: made, ..Manuscript::default() })
}

/// Where all text is indented, a line at the margin that stands alone is a heading.
fn head(line: &mut Line, lines: &[&str]) {
    const LONGEST: usize = 160;
    let Block::Paragraph(words) = &line.block else { return };
    let at = line.number - 1;
    let is_out = lines.get(at).is_some_and(|words| !words.starts_with(' '));
    let begins = at == 0 || lines.get(at - 1).is_some_and(|before| before.trim().is_empty());
    if is_out && begins && words.text.chars().count() <= LONGEST {
        line.block = Block::Heading { level: 2, text: words.clone(), id: None };
    }
}

/// Paragraphs as blocks. Bullets in a row become one list, three stars a break.
fn blocks(paragraphs: &[(usize, String)]) -> Vec<Line> {
    let mut made: Vec<Line> = Vec::with_capacity(paragraphs.len());
    for (number, words) in paragraphs {
        let words = words.as_str();
        if matches!(words.replace(' ', "").as_str(), "***" | "⁂" | "•••" | "###" | "---" | "* * *") {
            made.push(Line::plain(Block::Ornament, *number));
            continue;
        }
        let item = words.strip_prefix(['-', '*', '•', '–']).filter(|_| is_bullet(words));
        let Some(item) = item else {
            made.push(Line::words(words, *number));
            continue;
        };
        let item = vec![Block::Paragraph(Paragraph::plain(item.trim()))];
        match made.last_mut().map(|line| &mut line.block) {
            Some(Block::List { items, .. }) => items.push(item),
            _ => made.push(Line::plain(Block::List { start: None, items: vec![item] }, *number)),
        }
    }
    made
}

fn is_bullet(line: &str) -> bool {
    let mut letters = line.trim_start().chars();
    matches!(letters.next(), Some('-' | '*' | '•' | '–')) && letters.next() == Some(' ')
}

/// Whether lines were broken at a width: hardly any passes 100 letters, the 97th percentile lies between 40 and
/// 100, and a third of the lines come close to it.
fn is_wrapped(lines: &[&str]) -> bool {
    let mut lengths: Vec<usize> =
        lines.iter().filter(|line| !line.is_empty()).map(|line| line.chars().count()).collect();
    if lengths.len() < 3 {
        return false;
    }
    lengths.sort_unstable();
    let count = lengths.len();
    let width = lengths[count * 97 / 100];
    let long = lengths.iter().filter(|length| **length > 100).count();
    let close = lengths.iter().filter(|length| **length * 100 >= width * 80).count();
    long * 50 <= count && (40..=100).contains(&width) && close * 3 >= count
}

/// Joins wrapped lines to paragraphs. Where the width is known, what stands on a line that is not full ends there.
fn rejoin(lines: &[&str], width: Option<usize>, path: &Path, notices: &mut Notices) -> Vec<(usize, String)> {
    let heads = running_heads(lines);
    let words: HashSet<&str> =
        lines.iter().flat_map(|line| line.split(|c: char| !c.is_alphanumeric())).collect();
    let mut paragraphs: Vec<(usize, String)> = Vec::new();
    let mut is_open = false;
    for (index, line) in lines.iter().map(|line| line.trim()).enumerate() {
        if heads.contains(line) || is_folio(lines, index) {
            let what = format!("“{line}” looks like a running head or folio and is left out");
            notices.doubt(Place::line(path, index + 1), what, "put it back if it belongs to the text");
            continue;
        }
        if line.is_empty() {
            // Across the foot of a page a sentence stays open.
            let next =
                lines[index + 1..].iter().position(|next| !next.trim().is_empty()).map(|at| index + 1 + at);
            let page_ends =
                next.is_some_and(|next| heads.contains(lines[next].trim()) || is_folio(lines, next));
            let page_began =
                index > 0 && (heads.contains(lines[index - 1].trim()) || is_folio(lines, index - 1));
            is_open = is_open
                && (page_ends || page_began)
                && paragraphs.last().is_some_and(|(_, p)| !ends_sentence(p));
            continue;
        }
        match paragraphs.last_mut().filter(|_| is_open && !is_bullet(line)) {
            Some((_, paragraph)) => append(paragraph, line, &words),
            None => paragraphs.push((index + 1, line.to_string())),
        }
        // What a blank line ends is decided there.
        let is_last = lines.get(index + 1).is_none_or(|next| next.trim().is_empty());
        is_open = is_last || width.is_none_or(|width| wrap::goes_on(lines, index, width));
    }
    paragraphs
}

/// Appends a wrapped line. A hyphen at the break goes if the joined word occurs elsewhere.
fn append(paragraph: &mut String, line: &str, words: &HashSet<&str>) {
    let last = paragraph.rsplit(|c: char| !c.is_alphanumeric() && c != '-').next().unwrap_or_default();
    let first: String = line.chars().take_while(|c| c.is_alphanumeric()).collect();
    let is_divided =
        last.strip_suffix('-').is_some_and(|start| words.contains(format!("{start}{first}").as_str()));
    if is_divided {
        paragraph.pop();
    } else if !last.ends_with('-') || last == "-" {
        paragraph.push(' ');
    }
    paragraph.push_str(line);
}

fn ends_sentence(paragraph: &str) -> bool {
    paragraph.trim_end_matches(['”', '’', '"', '\'', '»', ')']).ends_with(['.', '!', '?', '…', ':'])
}

/// Short lines that stand alone three times or more.
fn running_heads<'l>(lines: &[&'l str]) -> HashSet<&'l str> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for (index, line) in lines.iter().enumerate() {
        if stands_alone(lines, index) && line.chars().count() <= 80 && line.chars().any(char::is_alphanumeric)
        {
            *counts.entry(line.trim()).or_default() += 1;
        }
    }
    counts.retain(|_, count| *count >= 3);
    counts.into_keys().collect()
}

/// Whether a line is the number of a page.
fn is_folio(lines: &[&str], index: usize) -> bool {
    let line = lines[index].trim();
    !line.is_empty()
        && line.len() <= 4
        && line.bytes().all(|b| b.is_ascii_digit())
        && stands_alone(lines, index)
}

fn stands_alone(lines: &[&str], index: usize) -> bool {
    let is_blank =
        |at: Option<usize>| at.and_then(|at| lines.get(at)).is_none_or(|line| line.trim().is_empty());
    !lines[index].trim().is_empty() && is_blank(index.checked_sub(1)) && is_blank(Some(index + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Vec<String> {
        let manuscript = read(text, Path::new("a-b.txt"), &mut Notices::new());
        let words = |line: &Line| match &line.block {
            Block::Paragraph(paragraph) => paragraph.text.to_string(),
            other => format!("{other:?}"),
        };
        manuscript.unwrap().lines.iter().map(words).collect()
    }

    #[test]
    fn wrapped_lines_become_paragraphs() {
        let line = "It is a long way from here to the sea, and no tram has ever";
        let text = format!(
            "T\n\n{line}\ngone there, not once in all the years of the com-\npany that runs it.\n\n{line}\n{line} company.\n"
        );
        let found = plain(&text);
        assert!(found[1].contains("ever gone there"), "{found:?}");
        assert!(found[1].contains("the company that"), "{found:?}");
        assert_eq!(found.len(), 3);
    }

    #[test]
    fn lines_of_unwrapped_texts_are_paragraphs() {
        assert_eq!(plain("One.\r\nTwo.\r\n\r\n  Three.  "), ["One.", "Two.", "Three."]);
    }

    #[test]
    fn old_encodings_are_guessed_and_reported() {
        let mut notices = Notices::new();
        let bytes =
            "Une \u{e9}t\u{e9} à la fenêtre, déjà très près".chars().map(|c| c as u8).collect::<Vec<_>>();
        assert_eq!(decode(&bytes, Path::new("a.txt"), &mut notices), "Une été à la fenêtre, déjà très près");
        assert_eq!(notices.len(), 1);
        assert_eq!(decode(b"\xFF\xFEa\0b\0", Path::new("a.txt"), &mut notices), "ab");
    }
}
