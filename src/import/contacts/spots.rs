//! Where addresses, names on networks and numbers stand in a paragraph.

use crate::edition::people::contacts::ContactKind;
use crate::edition::text::{Mark, Paragraph};
use regex::{Captures, Regex, RegexBuilder};
use std::ops::Range;
use std::sync::LazyLock;

/// A contact in a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    /// The bytes that it takes.
    pub(super) range: Range<usize>,
    pub(super) kind: ContactKind,
    /// The contact as it is written into its field.
    pub(super) value: String,
    /// Whether the bytes are words under which the contact lies as a link: “her *website*”.
    pub(super) is_words: bool,
}

impl Spot {
    /// Whether it is the mailbox of a house, not of a person.
    pub(super) fn is_house(&self) -> bool {
        const HOUSES: &[&str] = &[
            "info",
            "editor",
            "editors",
            "editorial",
            "letters",
            "office",
            "press",
            "news",
            "newsdesk",
            "contact",
            "admin",
            "webmaster",
            "redaktion",
            "leserbriefe",
            "opinion",
            "opinions",
            "oped",
            "op-ed",
            "submissions",
            "mail",
            "hello",
            "enquiries",
            "inquiries",
            "support",
            "feedback",
            "kontakt",
            "redaction",
            "redaccion",
        ];
        let name = self.value.split('@').next().unwrap_or_default().to_lowercase();
        self.kind == ContactKind::Email && HOUSES.contains(&&*name)
    }
}

/// The contacts of a paragraph, in order.
pub(super) fn of(paragraph: &Paragraph) -> Vec<Spot> {
    let text = &*paragraph.text;
    let mut found = Vec::new();
    for captures in pattern().captures_iter(text) {
        found.extend(written(text, &captures));
    }
    for marked in &paragraph.marks {
        let Mark::Link(url) = &marked.mark else { continue };
        let Some((kind, value)) = of_link(url) else { continue };
        match found.iter_mut().find(|spot: &&mut Spot| overlap(&spot.range, &marked.range)) {
            // The link knows better than the words where a name leads.
            Some(spot) => (spot.kind, spot.value) = (kind, value),
            None => found.push(Spot { range: marked.range.clone(), kind, value, is_words: true }),
        }
    }
    found.sort_by_key(|spot| spot.range.start);
    found
}

fn overlap(one: &Range<usize>, two: &Range<usize>) -> bool {
    one.start < two.end && two.start < one.end
}

/// All that can be a contact, the more telling first. A number, a bare domain and a name without “@” are contacts only
/// behind a word that says so.
fn pattern() -> &'static Regex {
    static PATTERN: LazyLock<Regex> = LazyLock::new(|| {
        let pattern = concat!(
            r"(?P<far>@[a-z0-9_]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+)",
            r"|(?P<email>[\pL\pN._%+-]+@[\pL\pN-]+(?:\.[\pL\pN-]+)+)",
            r"|(?P<url>(?:https?://|\bwww\.|\b(?:twitter|x|facebook|linkedin|instagram)\.com/)[^\s<>“”«»\x22]+)",
            r"|(?P<handle>@[a-z0-9_]{2,30}(?:\.[a-z0-9-]+)*)",
            r"|\b(?:tel|telephone|phone|ph|mobile|mob|cell|whatsapp|call|telefon|fon|mobil|handy|téléphone|tél|teléfono|",
            r"móvil|телефон|тел|فون|موبائل)\b\.?[^\pL\pN@+(]{0,3}(?:(?:no|number|at|on|nr|نمبر)\b\.?[^\pL\pN@+(]{0,3})?",
            r"(?P<phone>\+?\(?\d+(?:(?:[ \u{a0}]?[()/‐‑–-][ \u{a0}]?|[ \u{a0}.])\(?\d+)*)",
            r"|\b(?:blogs?|website|web|site|homepage|webseite|page)\b\s*(?:[:：]|at|unter|is|auf|on|\s)\s*",
            r"(?P<domain>(?:[a-z0-9-]+\.)+[a-z]{2,12}(?:/[^\s<>“”«»\x22]*)?)",
        );
        let built = RegexBuilder::new(pattern).case_insensitive(true).build();
        built.unwrap_or_else(|error| panic!("the pattern of contacts is broken: {error}"))
    });
    &PATTERN
}

fn written(text: &str, captures: &Captures<'_>) -> Option<Spot> {
    let (name, found) = ["far", "email", "url", "handle", "phone", "domain"]
        .into_iter()
        .find_map(|name| Some((name, captures.name(name)?)))?;
    // What ends a sentence ends no address.
    let words = found.as_str().trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '’', '-', '–']);
    let range = found.start()..found.start() + words.len();
    let is_cut_off =
        text[..range.start].ends_with(|l: char| l.is_alphanumeric() || matches!(l, '@' | '/' | '.'));
    let (kind, value) = match name {
        "email" => (ContactKind::Email, words.to_string()),
        "url" => of_link(&with_scheme(words))?,
        "far" | "handle" if is_cut_off || is_elsewhere(&text[..range.start]) => return None,
        "far" | "handle" => (ContactKind::Handle, words.to_string()),
        "phone" if !(5..=15).contains(&words.chars().filter(char::is_ascii_digit).count()) => return None,
        "phone" => (ContactKind::Phone, words.split_whitespace().collect::<Vec<_>>().join(" ")),
        _ => (ContactKind::Site, with_scheme(words)),
    };
    Some(Spot { range, kind, value, is_words: false })
}

/// Whether a name stands behind the name of a network on which names lead elsewhere.
fn is_elsewhere(before: &str) -> bool {
    const NETWORKS: &[&str] = &[
        "instagram",
        "facebook",
        "threads",
        "tiktok",
        "youtube",
        "telegram",
        "snapchat",
        "linkedin",
        "insta",
    ];
    let words = before.to_lowercase();
    let mut words = words.rsplit(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.by_ref().take(2).any(|word| NETWORKS.contains(&word))
}

fn with_scheme(address: &str) -> String {
    let has_scheme = address.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("http"));
    if has_scheme { address.to_string() } else { format!("https://{address}") }
}

/// The contact to which a link leads: a mailbox, a name on X, a page.
fn of_link(url: &str) -> Option<(ContactKind, String)> {
    if let Some(address) = url.strip_prefix("mailto:") {
        let address = address.split('?').next().unwrap_or(address);
        return Some((ContactKind::Email, address.to_string())).filter(|(_, address)| address.contains('@'));
    }
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let rest = rest.trim_start_matches("www.").trim_start_matches("mobile.");
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    if !matches!(host.to_lowercase().as_str(), "twitter.com" | "x.com") {
        return Some((ContactKind::Site, url.to_string()));
    }
    let path = path.split(['?', '#']).next().unwrap_or(path).trim_end_matches('/').trim_start_matches('@');
    let is_name = !path.is_empty() && path.chars().all(|l| l.is_ascii_alphanumeric() || l == '_');
    let is_page = matches!(path.to_lowercase().as_str(), "home" | "share" | "intent" | "search" | "i");
    (is_name && !is_page).then(|| (ContactKind::Handle, format!("@{path}")))
}
