//! What text browsers write: links as `[12]words`, buttons and frames by name, and a list of addresses at the end.

use regex::Regex;
use std::sync::LazyLock;

/// The mark of a link.
static LINK: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\[\d{1,4}\]").ok());
/// What a text browser can't show.
static UNSEEN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"\((?:BUTTON|RADIO|CHECKBOX|SUBMIT)\)|IFRAME: *\S*|\[[^\s\]]{30,}\]|\[[^\[\]]{0,400}\.(?:jpe?g|png|gif|webp)[^\[\]]{0,400}\]").ok()
});

/// A text as a text browser wrote it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dump<'t> {
    /// The text without the list of addresses.
    pub(super) text: &'t str,
    /// Whether links are marked in it.
    has_links: bool,
    /// Whether it names what could not be shown.
    has_unseen: bool,
}

impl<'t> Dump<'t> {
    /// Looks whether a text browser wrote it.
    pub(super) fn of(text: &'t str) -> Dump<'t> {
        let list = references(text);
        let says_button = text.contains("(BUTTON)") || text.contains("IFRAME:");
        Dump {
            text: list.map_or(text, |start| &text[..start]),
            has_links: list.is_some(),
            has_unseen: list.is_some() || says_button,
        }
    }

    /// Whether marks of links, or of what could not be shown, are left out.
    pub(super) fn has_marks(&self) -> bool {
        self.has_links || self.has_unseen
    }

    /// A paragraph without the marks of links and what could not be shown.
    pub(super) fn cleaned(&self, words: &str) -> String {
        let mut words = std::borrow::Cow::Borrowed(words);
        if let Some(link) = LINK.as_ref().filter(|_| self.has_links) {
            words = link.replace_all(&words, "").into_owned().into();
        }
        if let Some(unseen) = UNSEEN.as_ref().filter(|_| self.has_unseen) {
            words = unseen.replace_all(&words, " ").into_owned().into();
        }
        if self.has_links { joined_names(words.trim()) } else { words.trim().to_string() }
    }
}

/// Whether all text but single lines is indented: so one text browser tells headings.
pub(super) fn is_indented(lines: &[&str]) -> bool {
    let (mut inner, mut outer) = (0, 0);
    for line in lines.iter().filter(|line| !line.trim().is_empty()) {
        if line.starts_with("   ") { inner += 1 } else { outer += 1 }
    }
    outer > 0 && inner >= 10 && inner >= outer * 3
}

/// Where the list of addresses stands: “References”, then numbered addresses, many of them marked above.
fn references(text: &str) -> Option<usize> {
    let start = text
        .rfind("\nReferences\n")
        .map(|at| at + 1)
        .or_else(|| text.rfind("\nLinks:\n").map(|at| at + 1))?;
    let is_address = |line: &str| {
        let mut parts = line.split_whitespace();
        let number = parts.next().unwrap_or_default();
        number.ends_with('.')
            && number.trim_end_matches('.').bytes().all(|b| b.is_ascii_digit())
            && parts.next().is_some_and(|address| address.contains(':'))
    };
    let list = &text[start..];
    let addresses = list.lines().filter(|line| is_address(line)).count();
    let others = list
        .lines()
        .skip(1)
        .filter(|line| !line.trim().is_empty() && !is_address(line) && !line.trim().ends_with("links:"))
        .count();
    let marked = LINK.as_ref()?.find_iter(&text[..start]).count();
    (addresses >= 3 && others * 4 <= addresses && marked * 2 >= addresses.min(20)).then_some(start)
}

/// “Will Leitch/November 18, 2016” has its parts apart.
fn joined_names(words: &str) -> String {
    match words.split_once('/') {
        Some((name, date))
            if words.len() < 90
                && date.ends_with(|l: char| l.is_ascii_digit())
                && date.starts_with(char::is_uppercase) =>
        {
            format!("{} | {}", name.trim(), date.trim())
        }
        _ => words.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::Dump;

    fn undumped(text: &str) -> Vec<String> {
        let dump = Dump::of(text);
        dump.text.lines().map(|line| dump.cleaned(line)).filter(|line| !line.is_empty()).collect()
    }

    #[test]
    fn links_of_a_text_browser_go() {
        let text = "[1]Home\n\nAnn Lee/May 1, 2020\n\nShe [2]wrote [3]it.\n\nReferences\n\n   1. http://a/\n   2. http://b/\n   3. http://c/\n";
        assert_eq!(undumped(text), ["Home", "Ann Lee | May 1, 2020", "She wrote it."]);
        let other = "He said [1] so.\n\nReferences\n\n1. A book: by me\n";
        assert_eq!(undumped(other), ["He said [1] so.", "References", "1. A book: by me"]);
    }
}
