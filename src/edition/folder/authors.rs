//! Who is meant by an author's entry: the id of a record, or a name.

use super::keys;
use crate::edition::people::{Contributor, ContributorId, Contributors};
use crate::notice::{Notices, Place};
use std::collections::{BTreeSet, HashMap};

/// The contributors, while the pieces are read that may bring more of them.
pub(super) struct People {
    records: Contributors,
    /// The id of a name, in lower case.
    by_name: HashMap<String, ContributorId>,
    implied: BTreeSet<ContributorId>,
}

impl People {
    pub(super) fn new(records: Contributors) -> People {
        let mut by_name = HashMap::new();
        for (id, record) in &records {
            by_name.entry(record.name.to_lowercase()).or_insert_with(|| id.clone());
        }
        People { records, by_name, implied: BTreeSet::new() }
    }

    /// The ids behind a list of entries.
    pub(super) fn ids(
        &mut self,
        entries: &[String],
        place: &Place,
        notices: &mut Notices,
    ) -> Vec<ContributorId> {
        let entries = entries.iter().map(|entry| entry.trim()).filter(|entry| !entry.is_empty());
        entries.map(|entry| self.id(entry, place, notices)).collect()
    }

    fn id(&mut self, entry: &str, place: &Place, notices: &mut Notices) -> ContributorId {
        if let Some((id, _)) = self.records.get_key_value(entry) {
            return id.clone();
        }
        if let Some(id) = self.by_name.get(&entry.to_lowercase()) {
            return id.clone();
        }
        if is_name(entry) {
            return self.imply(entry);
        }
        let ids: Vec<&str> = self.records.keys().map(|id| &**id).collect();
        let hint = match keys::nearest(entry, &ids) {
            Some(near) => format!("did you mean “{near}”?"),
            None => format!("add a table [{entry}] to contributors.toml, or write the full name"),
        };
        notices.fault(place.clone(), format!("no contributor is called “{entry}”"), hint);
        entry.into()
    }

    /// Makes a record of which only the name is known.
    fn imply(&mut self, name: &str) -> ContributorId {
        let id: ContributorId =
            unique_slug(name, "contributor", |slug| self.records.contains_key(slug)).into();
        self.records.insert(id.clone(), Contributor::named(name));
        self.by_name.insert(name.to_lowercase(), id.clone());
        self.implied.insert(id.clone());
        id
    }

    /// The contributors, and which of them follow from names only.
    pub(super) fn finish(self) -> (Contributors, BTreeSet<ContributorId>) {
        (self.records, self.implied)
    }
}

/// Whether an entry is a person's name, not an id: it has a space, a capital, or letters beyond ASCII.
fn is_name(entry: &str) -> bool {
    entry.contains(char::is_whitespace) || entry.chars().any(|c| c.is_uppercase() || !c.is_ascii())
}

/// An id for a name: `Zoë O’Hara` becomes `zoe-o-hara`, then `zoe-o-hara-2`; `otherwise` stands for a name in a
/// script that has no Latin letters here.
pub(crate) fn unique_slug(name: &str, otherwise: &str, taken: impl Fn(&str) -> bool) -> String {
    let slug = Some(slug(name)).filter(|slug| !slug.is_empty()).unwrap_or_else(|| otherwise.into());
    if !taken(&slug) {
        return slug;
    }
    let numbered = |number: usize| format!("{slug}-{number}");
    // Numbers are given out one after the other: the first free one is found by halving, not by counting, so that
    // thousands of names in another script are no wait.
    let (mut last_taken, mut free) = (1, 2);
    while taken(&numbered(free)) {
        (last_taken, free) = (free, free * 2);
    }
    while free - last_taken > 1 {
        let middle = last_taken + (free - last_taken) / 2;
        if taken(&numbered(middle)) {
            last_taken = middle;
        } else {
            free = middle;
        }
    }
    numbered(free)
}

/// Letters and figures of ASCII in lower case, with single hyphens between the words.
fn slug(words: &str) -> String {
    let mut slug = String::with_capacity(words.len());
    for letter in words.chars() {
        let folded = fold(letter);
        if folded.is_empty() {
            if !slug.is_empty() && !slug.ends_with('-') {
                slug.push('-');
            }
        } else {
            slug.push_str(&folded);
        }
    }
    slug.trim_end_matches('-').to_string()
}

/// A letter without its accents, in ASCII; nothing for what is no letter or figure.
fn fold(letter: char) -> String {
    if letter.is_ascii_alphanumeric() {
        return letter.to_ascii_lowercase().to_string();
    }
    let lower: String = letter.to_lowercase().collect();
    let Some(lower) = lower.chars().next() else { return String::new() };
    let table = [
        ("a", "àáâãåāăą"),
        ("ae", "äæ"),
        ("c", "çćĉċč"),
        ("d", "ďđð"),
        ("e", "èéêëēĕėęě"),
        ("g", "ĝğġģ"),
        ("h", "ĥħ"),
        ("i", "ìíîïĩīĭįı"),
        ("j", "ĵ"),
        ("k", "ķ"),
        ("l", "ĺļľŀł"),
        ("n", "ñńņňŋ"),
        ("o", "òóôõøōŏő"),
        ("oe", "öœ"),
        ("r", "ŕŗř"),
        ("s", "śŝşšș"),
        ("ss", "ß"),
        ("t", "ţťŧț"),
        ("th", "þ"),
        ("u", "ùúûũūŭůűų"),
        ("ue", "ü"),
        ("w", "ŵ"),
        ("y", "ýÿŷ"),
        ("z", "źżž"),
        // Russian by the passport rules of ICAO Doc 9303.
        ("a", "а"),
        ("b", "б"),
        ("v", "в"),
        ("g", "гґ"),
        ("d", "д"),
        ("e", "еёэє"),
        ("zh", "ж"),
        ("z", "з"),
        ("i", "иійї"),
        ("k", "к"),
        ("l", "л"),
        ("m", "м"),
        ("n", "н"),
        ("o", "о"),
        ("p", "п"),
        ("r", "р"),
        ("s", "с"),
        ("t", "т"),
        ("u", "у"),
        ("f", "ф"),
        ("kh", "х"),
        ("ts", "ц"),
        ("ch", "ч"),
        ("sh", "ш"),
        ("shch", "щ"),
        ("ie", "ъ"),
        ("y", "ы"),
        ("iu", "ю"),
        ("ia", "я"),
    ];
    let found = table.iter().find(|(_, letters)| letters.contains(lower));
    found.map(|(folded, _)| (*folded).to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_ids() {
        assert_eq!(slug("Zoë O’Hara"), "zoe-o-hara");
        assert_eq!(slug("Ólafur Þór"), "olafur-thor");
        assert_eq!(slug("Анна Ахматова"), "anna-akhmatova");
        assert_eq!(unique_slug("李白", "contributor", |_| false), "contributor");
        assert_eq!(unique_slug("A B", "x", |id| id == "a-b"), "a-b-2");
        let taken = ["a-b", "a-b-2", "a-b-3"];
        assert_eq!(unique_slug("A B", "x", |id| taken.contains(&id)), "a-b-4");
    }
}
