//! What text browsers write: links as `[12]words`, buttons and frames by name, and a list of addresses at the end.

use regex::Regex;
use std::sync::LazyLock;

/// The mark of a link.
static LINK: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\[\d{1,4}\]").ok());
/// What a text browser can't show.
static UNSEEN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"\((?:BUTTON|RADIO|CHECKBOX|SUBMIT)\)|IFRAME: *\S*|\[[^\s\]]{30,}\]|\[[^\[\]]{0,400}\.(?:jpe?g|png|gif|webp)[^\[\]]{0,400}\]").ok()
});

/// The text without its links, if a text browser wrote it; else as it is. Line numbers stay.
pub(super) fn undumped(text: &str) -> String {
    let Some((start, end)) = references(text) else { return text.to_string() };
    let body = &text[..start];
    let body = match (LINK.as_ref(), UNSEEN.as_ref()) {
        (Some(link), Some(unseen)) => {
            // The lines stay in number.
            let blank =
                |found: &regex::Captures<'_>| format!(" {}", "\n".repeat(found[0].matches('\n').count()));
            joined_names(&unseen.replace_all(&link.replace_all(body, ""), blank))
        }
        _ => body.to_string(),
    };
    format!("{body}{}", &text[end..])
}

/// Where the list of addresses stands: “References”, then numbered addresses, many of them marked above.
fn references(text: &str) -> Option<(usize, usize)> {
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
    (addresses >= 3 && others * 4 <= addresses && marked * 2 >= addresses.min(20))
        .then_some((start, text.len()))
}

/// “Will Leitch/November 18, 2016” has its parts apart.
fn joined_names(text: &str) -> String {
    text.lines()
        .map(|line| match line.split_once('/') {
            Some((name, date))
                if line.len() < 90
                    && date.ends_with(|l: char| l.is_ascii_digit())
                    && date.starts_with(char::is_uppercase) =>
            {
                format!("{} | {}", name.trim(), date.trim())
            }
            _ => line.to_string(),
        })
        .collect::<Vec<_>>()
        .join("\n")
}

#[cfg(test)]
mod tests {
    use super::undumped;

    #[test]
    fn links_of_a_text_browser_go() {
        let text = "[1]Home\n\nAnn Lee/May 1, 2020\n\nShe [2]wrote [3]it.\n\nReferences\n\n   1. http://a/\n   2. http://b/\n   3. http://c/\n";
        assert_eq!(undumped(text), "Home\n\nAnn Lee | May 1, 2020\n\nShe wrote it.\n");
        let other = "He said [1] so.\n\nReferences\n\n1. A book: by me\n";
        assert_eq!(undumped(other), other);
    }
}
