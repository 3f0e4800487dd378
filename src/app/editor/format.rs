//! What the buttons above the text do: Markdown around the selected words, or before the line.

use crate::app::words::text as words;
use crate::edition::markdown::bend;
use std::ops::Range;

/// A button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tool {
    /// Bold words.
    Strong,
    /// Italic words.
    Emphasis,
    /// Small capitals.
    SmallCaps,
    /// A heading.
    Heading,
    /// A quotation.
    Quote,
    /// Words of the text shown large in it.
    PullQuote,
    /// Words that the text begins with.
    Epigraph,
    /// A bulleted item.
    List,
    /// A numbered item.
    Numbers,
    /// A link.
    Link,
    /// A footnote.
    Note,
    /// A picture.
    Picture,
    /// A break between sections.
    Ornament,
    /// Words for the index.
    Index,
    /// The paragraph in a line fewer.
    Tighter,
    /// The paragraph in a line more.
    Looser,
}

impl Tool {
    /// All of them, in their order.
    pub(crate) const ALL: &[Tool] = &[
        Tool::Strong,
        Tool::Emphasis,
        Tool::SmallCaps,
        Tool::Heading,
        Tool::Quote,
        Tool::PullQuote,
        Tool::Epigraph,
        Tool::List,
        Tool::Numbers,
        Tool::Link,
        Tool::Note,
        Tool::Picture,
        Tool::Ornament,
        Tool::Index,
        Tool::Tighter,
        Tool::Looser,
    ];

    /// What stands on it, its name, and what it does.
    pub(crate) fn words(self) -> [&'static str; 3] {
        match self {
            Tool::Strong => words::BOLD,
            Tool::Emphasis => words::ITALIC,
            Tool::SmallCaps => words::SMALL_CAPS,
            Tool::Heading => words::HEADING,
            Tool::Quote => words::QUOTE,
            Tool::PullQuote => words::PULL_QUOTE,
            Tool::Epigraph => words::EPIGRAPH,
            Tool::List => words::LIST,
            Tool::Numbers => words::NUMBERS,
            Tool::Link => words::LINK,
            Tool::Note => words::NOTE,
            Tool::Picture => words::PICTURE,
            Tool::Ornament => words::ORNAMENT,
            Tool::Index => words::INDEX,
            Tool::Tighter => words::TIGHTER,
            Tool::Looser => words::LOOSER,
        }
    }

    /// What stands on it, looking like what it does.
    pub(in crate::app) fn sign(self) -> egui::RichText {
        let text = egui::RichText::new(self.words()[0]);
        match self {
            Tool::Strong => text.strong(),
            Tool::Emphasis => text.italics(),
            _ => text,
        }
    }
}

/// The text after a button was pressed, and what is selected then.
pub(crate) fn apply(tool: Tool, text: &str, selected: Range<usize>) -> (String, Range<usize>) {
    let selected = selected.start.min(text.len())..selected.end.min(text.len());
    match tool {
        Tool::Strong => around(text, selected, "**", "**"),
        Tool::Emphasis => around(text, selected, "*", "*"),
        Tool::SmallCaps => around(text, selected, "[", "]{.smallcaps}"),
        Tool::Index => around(text, selected, "[", "]{.index}"),
        Tool::Link => link(text, selected),
        Tool::Heading => before_lines(text, selected, |_| "## ".into()),
        Tool::Quote => before_lines(text, selected, |_| "> ".into()),
        Tool::PullQuote => between_fences(text, selected, "pullquote"),
        Tool::Epigraph => between_fences(text, selected, "epigraph"),
        Tool::List => before_lines(text, selected, |_| "- ".into()),
        Tool::Numbers => before_lines(text, selected, |line| format!("{}. ", line + 1)),
        Tool::Note => note(text, selected.end),
        Tool::Ornament => block(text, selected.end, "---", 3..3),
        Tool::Tighter => bent(text, selected.end, -1),
        Tool::Looser => bent(text, selected.end, 1),
        // A picture has to be chosen first: see `picture`.
        Tool::Picture => (text.to_string(), selected),
    }
}

/// The text with a picture as a block of its own behind the cursor's paragraph; the cursor stands where the
/// description goes.
pub(crate) fn picture(text: &str, at: usize, path: &str) -> (String, Range<usize>) {
    let target = if path.contains([' ', '(', ')']) { format!("<{path}>") } else { path.to_string() };
    block(text, at.min(text.len()), &format!("![]({target})"), 2..2)
}

/// Words between marks; marks that are there already are taken away.
fn around(text: &str, selected: Range<usize>, open: &str, close: &str) -> (String, Range<usize>) {
    let (before, rest) = text.split_at(selected.start);
    let (words, after) = rest.split_at(selected.len());
    // `**` ends in `*`, but is no emphasis to be taken away.
    let is_marked = before.ends_with(open)
        && after.starts_with(close)
        && (open != "*" || !before.ends_with("**") || before.ends_with("***"));
    if is_marked {
        let text = format!("{}{words}{}", &before[..before.len() - open.len()], &after[close.len()..]);
        let start = selected.start - open.len();
        return (text, start..start + words.len());
    }
    // Marks stand at the words, not at the spaces around them.
    let inner = words.trim();
    let lead = words.len() - words.trim_start().len();
    let tail = if inner.is_empty() { "" } else { &words[lead + inner.len()..] };
    let lead = if inner.is_empty() { words } else { &words[..lead] };
    let start = selected.start + lead.len() + open.len();
    (format!("{before}{lead}{open}{inner}{close}{tail}{after}"), start..start + inner.len())
}

fn link(text: &str, selected: Range<usize>) -> (String, Range<usize>) {
    let (before, rest) = text.split_at(selected.start);
    let (words, after) = rest.split_at(selected.len());
    let is_address = words.starts_with("http://") || words.starts_with("https://");
    let (label, target) = if is_address { ("", words) } else { (words, "https://") };
    let start = before.len() + 1 + label.len() + 2;
    let chosen = if is_address { before.len() + 1..before.len() + 1 } else { start..start + target.len() };
    (format!("{before}[{label}]({target}){after}"), chosen)
}

/// A mark before each selected line; where all have it, it is taken away.
fn before_lines(
    text: &str,
    selected: Range<usize>,
    mark: impl Fn(usize) -> String,
) -> (String, Range<usize>) {
    let start = text[..selected.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[selected.end..].find('\n').map_or(text.len(), |at| selected.end + at);
    let lines: Vec<&str> = text[start..end].split('\n').collect();
    let filled = || lines.iter().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let all = filled().count() > 0 && filled().all(|(at, line)| line.starts_with(&mark(at)));
    let changed: Vec<String> = lines
        .iter()
        .enumerate()
        .map(|(at, line)| match all {
            true => line.strip_prefix(&mark(at)).unwrap_or(line).to_string(),
            false if line.trim().is_empty() && lines.len() > 1 => line.to_string(),
            false => format!("{}{line}", mark(at)),
        })
        .collect();
    let changed = changed.join("\n");
    let selected = start..start + changed.len();
    let cursor = if lines.len() == 1 { selected.end..selected.end } else { selected };
    (format!("{}{changed}{}", &text[..start], &text[end..]), cursor)
}

/// The selected lines as a block between fences; fences that are there already are taken away.
fn between_fences(text: &str, selected: Range<usize>, name: &str) -> (String, Range<usize>) {
    let (open, close) = (format!("::: {name}\n"), "\n:::");
    let start = text[..selected.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[selected.end..].find('\n').map_or(text.len(), |at| selected.end + at);
    let (before, words, after) = (&text[..start], &text[start..end], &text[end..]);
    if let (Some(before), Some(after)) = (before.strip_suffix(open.as_str()), after.strip_prefix(close)) {
        return (format!("{before}{words}{after}"), before.len()..before.len() + words.len());
    }
    // A block of its own: blank lines part it from the paragraphs around.
    let above = if before.is_empty() || before.ends_with("\n\n") { "" } else { "\n" };
    let below = if after.is_empty() || after.starts_with("\n\n") { "" } else { "\n" };
    let start = before.len() + above.len() + open.len();
    (format!("{before}{above}{open}{words}{close}{below}{after}"), start..start + words.len())
}

/// A footnote: its mark at the cursor, its text at the end, selected.
fn note(text: &str, at: usize) -> (String, Range<usize>) {
    let free = (1..).find(|number| !text.contains(&format!("[^{number}]"))).unwrap_or(1);
    let mark = format!("[^{free}]");
    let (before, after) = text.split_at(at);
    let body = format!("{before}{mark}{after}");
    let body = body.trim_end();
    let text = format!("{body}\n\n{mark}: {}\n", words::NOTE_TEXT);
    let start = body.len() + 2 + mark.len() + 2;
    (text, start..start + words::NOTE_TEXT.len())
}

/// A block behind the paragraph of the cursor; `chosen` are bytes of the block.
fn block(text: &str, at: usize, block: &str, chosen: Range<usize>) -> (String, Range<usize>) {
    let end = text[at..].find("\n\n").map_or(text.trim_end().len().max(at), |gap| at + gap);
    let (before, after) = (&text[..end], text[end..].trim_start_matches('\n'));
    let gap = if before.is_empty() { "" } else { "\n\n" };
    let start = before.len() + gap.len();
    let rest = if after.is_empty() { "\n".to_string() } else { format!("\n\n{after}") };
    (format!("{before}{gap}{block}{rest}"), start + chosen.start..start + chosen.end)
}

/// The paragraph of the cursor in so many lines more than it was asked to have.
fn bent(text: &str, at: usize, by: i8) -> (String, Range<usize>) {
    let start = text[..at].rfind("\n\n").map_or(0, |gap| gap + 2);
    let end = text[at..].find("\n\n").map_or(text.trim_end().len(), |gap| at + gap).max(start);
    let paragraph = text[start..end].trim_end();
    let wish = bend::find(paragraph).filter(|wish| !paragraph[..wish.brace].ends_with('\\'));
    let (words, lines) = wish.map_or((paragraph.len(), 0), |wish| (wish.words_end, wish.lines));
    if words == 0 {
        return (text.to_string(), at..at);
    }
    let wish = bend::written((lines + by).clamp(-bend::MOST, bend::MOST));
    let words_end = start + words;
    let cursor = at.min(words_end);
    (format!("{}{wish}{}", &text[..words_end], &text[start + paragraph.len()..]), cursor..cursor)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_set_tighter_and_looser_by_lines() {
        assert_eq!(apply(Tool::Tighter, "One.\n\nTwo.\n", 2..2).0, "One. {lines=-1}\n\nTwo.\n");
        assert_eq!(apply(Tool::Tighter, "One. {lines=-1}\n\nTwo.\n", 2..2).0, "One. {lines=-2}\n\nTwo.\n");
        assert_eq!(apply(Tool::Looser, "One. {lines=-1}\n\nTwo.\n", 14..14), ("One.\n\nTwo.\n".into(), 4..4));
        assert_eq!(apply(Tool::Looser, "One.\n\nTwo.\n", 8..8).0, "One.\n\nTwo. {lines=+1}\n");
        assert_eq!(
            apply(Tool::Looser, "One \\{lines=1}", 0..0).0,
            "One \\{lines=1} {lines=+1}",
            "braces that are words stay"
        );
        assert_eq!(apply(Tool::Looser, "", 0..0).0, "");
    }

    fn press(tool: Tool, text: &str, chosen: &str) -> String {
        let start = text.find(chosen).expect("the words");
        apply(tool, text, start..start + chosen.len()).0
    }

    #[test]
    fn marks_stand_at_the_words_and_go_when_pressed_again() {
        assert_eq!(press(Tool::Strong, "a bold word", " bold "), "a **bold** word");
        assert_eq!(press(Tool::Strong, "a **bold** word", "bold"), "a bold word");
        assert_eq!(press(Tool::Emphasis, "a **bold** word", "bold"), "a ***bold*** word");
        assert_eq!(press(Tool::SmallCaps, "in bbc news", "bbc"), "in [bbc]{.smallcaps} news");
    }

    #[test]
    fn lines_become_headings_quotations_and_lists_and_back() {
        assert_eq!(press(Tool::Heading, "One\nTwo", "Two"), "One\n## Two");
        assert_eq!(press(Tool::Numbers, "One\nTwo", "One\nTwo"), "1. One\n2. Two");
        assert_eq!(press(Tool::Quote, "> One\n> Two", "One\n> Two"), "One\nTwo");
    }

    #[test]
    fn fences_stand_around_the_lines_and_go_when_pressed_again() {
        let fenced = "One.\n\n::: pullquote\nTwo.\n:::\n\nThree.";
        assert_eq!(press(Tool::PullQuote, "One.\nTwo.\nThree.", "Two"), fenced);
        assert_eq!(press(Tool::PullQuote, fenced, "Two"), "One.\n\nTwo.\n\nThree.");
        assert_eq!(press(Tool::Epigraph, "One.", "One"), "::: epigraph\nOne.\n:::");
    }

    #[test]
    fn a_footnote_gets_a_free_number_and_its_text_at_the_end() {
        let (text, chosen) = apply(Tool::Note, "One[^1] two.\n\n[^1]: First.\n", 11..11);
        assert_eq!(text, "One[^1] two[^2].\n\n[^1]: First.\n\n[^2]: Text of the note.\n");
        assert_eq!(&text[chosen], "Text of the note.");
    }

    #[test]
    fn blocks_stand_behind_the_paragraph() {
        assert_eq!(apply(Tool::Ornament, "One.\n\nTwo.\n", 2..2).0, "One.\n\n---\n\nTwo.\n");
        assert_eq!(picture("One.", 4, "../images/a b.png").0, "One.\n\n![](<../images/a b.png>)\n");
        assert_eq!(apply(Tool::Ornament, "", 0..0).0, "---\n");
    }
}
