//! How a person can be reached: addresses that editors need and readers see only where the record says so.
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
}

impl ContactKind {
    /// All kinds in the order in which they are printed.
    pub const ALL: [ContactKind; 4] =
        [ContactKind::Email, ContactKind::Phone, ContactKind::Handle, ContactKind::Site];

    /// The name of the kind in files and reports.
    pub fn key(self) -> &'static str {
        match self {
            ContactKind::Email => "email",
            ContactKind::Phone => "phone",
            ContactKind::Handle => "handle",
            ContactKind::Site => "site",
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
}

impl Contacts {
    /// The contact of a kind.
    pub fn get(&self, kind: ContactKind) -> &Contact {
        match kind {
            ContactKind::Email => &self.email,
            ContactKind::Phone => &self.phone,
            ContactKind::Handle => &self.handle,
            ContactKind::Site => &self.site,
        }
    }

    /// The contact of a kind, to be changed.
    pub fn get_mut(&mut self, kind: ContactKind) -> &mut Contact {
        match kind {
            ContactKind::Email => &mut self.email,
            ContactKind::Phone => &mut self.phone,
            ContactKind::Handle => &mut self.handle,
            ContactKind::Site => &mut self.site,
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
        ContactKind::Email | ContactKind::Handle => Some(value),
    }
}

/// Where a contact leads; `None` for what leads nowhere, such as a number.
pub fn link(kind: ContactKind, value: &str) -> Option<String> {
    let value = value.trim();
    let link = match kind {
        ContactKind::Email if is_email(value) => format!("mailto:{value}"),
        ContactKind::Handle => profile(value)?,
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
