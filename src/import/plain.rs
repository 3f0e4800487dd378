//! Plain text: bytes become letters, wrapped lines become paragraphs, the first lines title and byline.

use super::{Imported, limits, title_of_file};
use crate::edition::markdown::escape;
use crate::notice::{Notices, Place};
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
pub(super) fn read(text: &str, path: &Path, notices: &mut Notices) -> Imported {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{C}'], "\n");
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let mut paragraphs = if is_wrapped(&lines) {
        rejoin(&lines, path, notices)
    } else {
        lines.iter().filter(|line| !line.trim().is_empty()).map(|line| line.trim().to_string()).collect()
    };
    let has_title =
        paragraphs.len() > 1 && paragraphs[0].chars().count() <= limits::TITLE && !is_bullet(&paragraphs[0]);
    let title = if has_title { escape(&paragraphs.remove(0)) } else { title_of_file(path) };
    let authors = paragraphs.first().and_then(|line| byline(line)).unwrap_or_default();
    if !authors.is_empty() {
        paragraphs.remove(0);
    }
    Imported { title, authors, include: true, markdown: markdown(&paragraphs), ..Imported::default() }
}

/// Paragraphs as Markdown that means these words. Bullets become the items of a list.
fn markdown(paragraphs: &[String]) -> String {
    let mut markdown = String::new();
    for paragraph in paragraphs {
        match paragraph.strip_prefix(['-', '*', '•', '–']).filter(|_| is_bullet(paragraph)) {
            Some(item) => markdown.push_str(&format!("- {}\n\n", escape(item.trim()))),
            None => markdown.push_str(&format!("{}\n\n", escape(paragraph))),
        }
    }
    markdown.truncate(markdown.trim_end().len());
    markdown.push('\n');
    markdown
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

/// Joins wrapped lines to paragraphs.
fn rejoin(lines: &[&str], path: &Path, notices: &mut Notices) -> Vec<String> {
    let heads = running_heads(lines);
    let words: HashSet<&str> =
        lines.iter().flat_map(|line| line.split(|c: char| !c.is_alphanumeric())).collect();
    let mut paragraphs: Vec<String> = Vec::new();
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
            is_open =
                is_open && (page_ends || page_began) && paragraphs.last().is_some_and(|p| !ends_sentence(p));
            continue;
        }
        match paragraphs.last_mut().filter(|_| is_open && !is_bullet(line)) {
            Some(paragraph) => append(paragraph, line, &words),
            None => paragraphs.push(line.to_string()),
        }
        is_open = true;
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

/// The names in a line “By A, B and C”.
fn byline(line: &str) -> Option<Vec<String>> {
    let names = line.get(..3).filter(|by| by.eq_ignore_ascii_case("by "))?;
    let names = &line[names.len()..];
    let is_short = names.split_whitespace().count() <= 12;
    let mut found = Vec::new();
    for name in names.replace(" and ", ", ").replace(" & ", ", ").split(',').map(str::trim) {
        // “Jr” and “PhD” belong to the name before.
        match found.last_mut() {
            Some(last) if matches!(name, "Jr" | "Jr." | "Sr" | "Sr." | "PhD" | "Ph.D.") => {
                *last = format!("{last}, {name}");
            }
            _ if !name.is_empty() => found.push(name.to_string()),
            _ => {}
        }
    }
    let is_sentence = |name: &String| ends_sentence(name) && !name.ends_with("r.") && !name.ends_with("D.");
    let are_names =
        found.iter().all(|name| name.starts_with(|c: char| c.is_uppercase()) && !is_sentence(name));
    (is_short && are_names && !found.is_empty()).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Imported {
        read(text, Path::new("a-b.txt"), &mut Notices::new())
    }

    #[test]
    fn title_and_byline_are_the_first_lines() {
        let found = plain("On Trams\n\nBy Ann Lee and Bo Chu, Jr.\n\nThey *ring*.\n\n- one\n");
        assert_eq!(found.title, "On Trams");
        assert_eq!(found.authors, ["Ann Lee", "Bo Chu, Jr."]);
        assert_eq!(found.markdown, "They \\*ring\\*.\n\n- one\n");
        assert_eq!(plain("By the sea it is cold.\n").title, "a b");
    }

    #[test]
    fn wrapped_lines_become_paragraphs() {
        let line = "It is a long way from here to the sea, and no tram has ever";
        let text = format!(
            "T\n\n{line}\ngone there, not once in all the years of the com-\npany that runs it.\n\n{line}\n{line} company.\n"
        );
        let found = plain(&text);
        assert!(found.markdown.contains("ever gone there"), "{}", found.markdown);
        assert!(found.markdown.contains("the company that"), "{}", found.markdown);
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
