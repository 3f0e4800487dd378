//! How a person can be reached, and told from others of the name: addresses and identifiers that editors need and
//! readers see only where the record says so.
//!
//! Each has a switch, off unless set: what an author sent with a manuscript was sent to the editor, not to the world.
//! The alternative, one switch for all of them, would print a telephone number for the sake of a website.

use crate::edition::markdown::is_safe_link;
use crate::edition::text::{Mark, Marked, Paragraph};

/// A kind of contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ContactKind {
    /// An address of electronic mail.
    Email,
    /// A telephone number.
    Phone,
    /// A name on a network: `@name` on X, once Twitter; `@name@server` elsewhere.
    Handle,
    /// A page on the web.
    Site,
    /// The identifier of a researcher: sixteen figures at orcid.org.
    Orcid,
    /// The International Standard Name Identifier (ISO 27729): sixteen figures.
    Isni,
}

impl ContactKind {
    /// All kinds in the order in which they are printed.
    pub const ALL: [ContactKind; 6] = [
        ContactKind::Email,
        ContactKind::Phone,
        ContactKind::Handle,
        ContactKind::Site,
        ContactKind::Orcid,
        ContactKind::Isni,
    ];

    /// Whether it tells the person from others, and reaches nobody: catalogues carry it, printed or not.
    pub fn is_identifier(self) -> bool {
        matches!(self, ContactKind::Orcid | ContactKind::Isni)
    }

    /// The name of the kind in files and reports.
    pub fn key(self) -> &'static str {
        match self {
            ContactKind::Email => "email",
            ContactKind::Phone => "phone",
            ContactKind::Handle => "handle",
            ContactKind::Site => "site",
            ContactKind::Orcid => "orcid",
            ContactKind::Isni => "isni",
        }
    }
}

/// One contact.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Contact {
    /// As it is written; empty where there is none.
    pub value: String,
    /// Whether it is printed.
    pub print: bool,
}

/// The contacts of a person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Contacts {
    /// Electronic mail.
    pub email: Contact,
    /// Telephone.
    pub phone: Contact,
    /// A name on a network.
    pub handle: Contact,
    /// A page on the web.
    pub site: Contact,
    /// The identifier of a researcher.
    pub orcid: Contact,
    /// The International Standard Name Identifier.
    pub isni: Contact,
}

impl Contacts {
    /// The contact of a kind.
    pub fn get(&self, kind: ContactKind) -> &Contact {
        match kind {
            ContactKind::Email => &self.email,
            ContactKind::Phone => &self.phone,
            ContactKind::Handle => &self.handle,
            ContactKind::Site => &self.site,
            ContactKind::Orcid => &self.orcid,
            ContactKind::Isni => &self.isni,
        }
    }

    /// The contact of a kind, to be changed.
    pub fn get_mut(&mut self, kind: ContactKind) -> &mut Contact {
        match kind {
            ContactKind::Email => &mut self.email,
            ContactKind::Phone => &mut self.phone,
            ContactKind::Handle => &mut self.handle,
            ContactKind::Site => &mut self.site,
            ContactKind::Orcid => &mut self.orcid,
            ContactKind::Isni => &mut self.isni,
        }
    }

    /// The contacts there are, in the order in which they are printed.
    pub fn given(&self) -> impl Iterator<Item = (ContactKind, &str)> {
        let all = ContactKind::ALL.into_iter().map(|kind| (kind, &*self.get(kind).value));
        all.filter(|(_, value)| !value.trim().is_empty())
    }

    /// What readers see: the contacts whose switch is on, each a link where it can be one, with a point between them;
    /// `None` where there is nothing to see. `right_to_left` is the direction of the words around it.
    pub fn printed(&self, right_to_left: bool) -> Option<Paragraph> {
        // Signs such as “@” and “+” belong to the Latin letters behind them, not to the Arabic ones before.
        let edge = if right_to_left { "\u{200e}" } else { "" };
        let mut text = String::new();
        let mut marks = Vec::new();
        for (kind, value) in self.given().filter(|(kind, _)| self.get(*kind).print) {
            let Some(shown) = shown(kind, value) else { continue };
            if !text.is_empty() {
                text.push_str(" · ");
            }
            text.push_str(edge);
            let start = text.len();
            text.push_str(&shown);
            if let Some(link) = link(kind, value) {
                marks.push(Marked { range: start..text.len(), mark: Mark::Link(link.into()) });
            }
            text.push_str(edge);
        }
        (!text.is_empty()).then(|| Paragraph { marks, ..Paragraph::plain(text) })
    }
}

/// A contact as readers see it; `None` for what is none: a website that is no address of the web.
fn shown(kind: ContactKind, value: &str) -> Option<String> {
    let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
    match kind {
        // The parts of a number stay on one line.
        ContactKind::Phone => Some(value.replace(' ', "\u{a0}").replace('-', "\u{2011}")),
        ContactKind::Site => link(kind, &value),
        // As orcid.org wants it shown: its address in full.
        ContactKind::Orcid => link(kind, &value),
        ContactKind::Isni => {
            figures(&value).map(|figures| format!("ISNI {}", grouped(&figures, " ")).replace(' ', "\u{a0}"))
        }
        ContactKind::Email | ContactKind::Handle => Some(value),
    }
}

/// Where a contact leads; `None` for what leads nowhere, such as a number.
pub fn link(kind: ContactKind, value: &str) -> Option<String> {
    let value = value.trim();
    let link = match kind {
        ContactKind::Email if is_email(value) => format!("mailto:{value}"),
        ContactKind::Handle => profile(value)?,
        ContactKind::Orcid => format!("https://orcid.org/{}", grouped(&figures(value)?, "-")),
        ContactKind::Isni => format!("https://isni.org/isni/{}", figures(value)?),
        ContactKind::Site if !value.contains(':') && is_domain(value.split('/').next()?) => {
            format!("https://{value}")
        }
        ContactKind::Site if value.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("http")) => {
            value.to_string()
        }
        _ => return None,
    };
    is_safe_link(&link).then_some(link)
}

/// The sixteen figures of an identifier, written with or without groups or as an address; `None` where they are not
/// sixteen, or the last does not fit the others (ISO 7064, mod 11-2: an “X” stands for ten).
fn figures(value: &str) -> Option<String> {
    let bare = value.trim().trim_end_matches('/').rsplit('/').next()?;
    let bare = bare.trim_start_matches(|letter: char| letter.is_ascii_alphabetic() || ": ".contains(letter));
    let is_figure = |letter: &char| !matches!(letter, '-' | ' ' | '\u{a0}' | '\u{2010}'..='\u{2013}');
    let figures: String = bare.chars().filter(is_figure).map(|letter| letter.to_ascii_uppercase()).collect();
    let (first, last) = figures.split_at_checked(15)?;
    let sum = first.chars().try_fold(0, |sum, figure| Some((sum + figure.to_digit(10)?) * 2))?;
    let check = (12 - sum % 11) % 11;
    let is_right = last == if check == 10 { "X".to_string() } else { check.to_string() };
    is_right.then_some(figures)
}

/// Sixteen figures in fours.
fn grouped(figures: &str, between: &str) -> String {
    let groups: Vec<&str> = (0..4).filter_map(|group| figures.get(group * 4..group * 4 + 4)).collect();
    groups.join(between)
}

/// The page of a handle: `@name` is one of X, `@name@server` one of a Mastodon server, `@name.bsky.social` one of
/// Bluesky, where names are domains.
fn profile(handle: &str) -> Option<String> {
    let name = handle.trim_start_matches('@');
    if let Some((name, server)) = name.split_once('@') {
        return (is_name(name) && is_domain(server)).then(|| format!("https://{server}/@{name}"));
    }
    if is_domain(name) {
        return Some(format!("https://bsky.app/profile/{name}"));
    }
    is_name(name).then(|| format!("https://x.com/{name}"))
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
}

fn is_domain(words: &str) -> bool {
    let fits = |letter: char| letter.is_alphanumeric() || matches!(letter, '.' | '-');
    words.contains('.') && words.chars().all(fits) && words.split('.').all(|part| !part.is_empty())
}

/// Whether words are an address of electronic mail.
pub fn is_email(words: &str) -> bool {
    words.split_once('@').is_some_and(|(name, server)| {
        let fits = |letter: char| letter.is_alphanumeric() || "._%+-'".contains(letter);
        !name.is_empty() && name.chars().all(fits) && is_domain(server)
    })
}

/// What is wrong with a contact, and what it should look like; `None` where nothing is.
pub fn mistake(kind: ContactKind, value: &str) -> Option<(&'static str, &'static str)> {
    let value = value.trim();
    let (is_right, wrong, hint) = match kind {
        ContactKind::Email => (is_email(value), "no e-mail address", "write it like name@example.org"),
        ContactKind::Phone => (
            value.chars().any(|letter| letter.is_numeric()),
            "no telephone number",
            "write it like +44 20 7946 0018",
        ),
        ContactKind::Handle => {
            (profile(value).is_some() && value.starts_with('@'), "no handle", "write it like @name")
        }
        ContactKind::Site => {
            (link(kind, value).is_some(), "no address of the web", "write it like https://example.org")
        }
        ContactKind::Orcid => (
            figures(value).is_some(),
            "no ORCID: sixteen figures, of which the last fits the others",
            "write it like 0000-0002-1825-0097",
        ),
        ContactKind::Isni => (
            figures(value).is_some(),
            "no ISNI: sixteen figures, of which the last fits the others",
            "write it like 0000 0001 2150 090X",
        ),
    };
    (!value.is_empty() && !is_right).then_some((wrong, hint))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(kind: ContactKind, value: &str) -> Option<Paragraph> {
        let mut contacts = Contacts::default();
        *contacts.get_mut(kind) = Contact { value: value.into(), print: true };
        contacts.printed(false)
    }

    #[test]
    fn contacts_lead_where_readers_expect() {
        for (kind, value, to) in [
            (ContactKind::Email, "ann@example.org", Some("mailto:ann@example.org")),
            (ContactKind::Email, "ann at example.org", None),
            (ContactKind::Phone, "+44 20 7946 0018", None),
            (ContactKind::Handle, "@ann_lee", Some("https://x.com/ann_lee")),
            (ContactKind::Handle, "@ann@social.example", Some("https://social.example/@ann")),
            (ContactKind::Handle, "@ann.bsky.social", Some("https://bsky.app/profile/ann.bsky.social")),
            (ContactKind::Handle, "@ann lee", None),
            (ContactKind::Site, "https://example.org/ann", Some("https://example.org/ann")),
            (ContactKind::Site, "example.org/ann", Some("https://example.org/ann")),
            (ContactKind::Site, "javascript:alert(1)", None),
            (ContactKind::Orcid, "0000-0002-1825-0097", Some("https://orcid.org/0000-0002-1825-0097")),
            (
                ContactKind::Orcid,
                "https://orcid.org/0000-0002-1694-233X",
                Some("https://orcid.org/0000-0002-1694-233X"),
            ),
            (ContactKind::Orcid, "0000-0002-1825-0098", None),
            (ContactKind::Isni, "ISNI 0000 0001 2150 090x", Some("https://isni.org/isni/000000012150090X")),
            (ContactKind::Isni, "0000 0001 2150", None),
            (ContactKind::Site, "mailto:ann@example.org", None),
        ] {
            assert_eq!(link(kind, value).as_deref(), to, "{value}");
        }
    }

    #[test]
    fn only_what_is_asked_for_is_printed() {
        let mut contacts = Contacts::default();
        contacts.email.value = "ann@example.org".into();
        contacts.handle.value = "@ann".into();
        contacts.site = Contact { value: "ftp://example.org".into(), print: true };
        assert_eq!(contacts.printed(false), None);
        contacts.handle.print = true;
        assert_eq!(&*contacts.printed(false).unwrap().text, "@ann");
        contacts.email.print = true;
        let line = contacts.printed(false).unwrap();
        assert_eq!(&*line.text, "ann@example.org · @ann");
        assert_eq!(line.marks.len(), 2);
        assert_eq!(&line.text[line.marks[1].range.clone()], "@ann");
    }

    #[test]
    fn a_number_stays_on_one_line() {
        let line = printed(ContactKind::Phone, "+92 51-123").unwrap();
        assert_eq!(&*line.text, "+92\u{a0}51\u{2011}123");
        assert!(line.marks.is_empty());
    }

    #[test]
    fn what_is_no_contact_is_told() {
        assert!(mistake(ContactKind::Email, "ann").is_some());
        assert!(mistake(ContactKind::Handle, "ann").is_some());
        assert!(mistake(ContactKind::Site, "www.example.org").is_none());
        assert!(mistake(ContactKind::Phone, "").is_none());
    }
}
