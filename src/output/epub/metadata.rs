//! What the package says about the book: bibliography and accessibility.

use super::markup::escape;
use crate::edition::Edition;
use crate::edition::isbn::Isbn;
use crate::edition::language::Language;
use crate::edition::people::help::Help;
use crate::edition::people::{ContributorId, contacts};
use std::collections::BTreeSet;
use std::fmt::Write;

/// What the metadata is made from.
pub(super) struct Facts<'e> {
    pub(super) edition: &'e Edition,
    pub(super) print_pages: usize,
    pub(super) has_pictures: bool,
    pub(super) all_described: bool,
}

/// The identifier of the e-book: follows from its title, publisher, date and ISBN, so that the same edition keeps it.
/// A variant is another book than its edition and has another.
pub(super) fn identifier(edition: &Edition) -> String {
    let date = edition.date.map(|date| date.to_string()).unwrap_or_default();
    let isbn = edition.isbn.epub.as_deref().unwrap_or_default();
    let mut name =
        [edition.title.as_str(), &edition.publisher.name, &date, isbn, edition.language.tag()].join("\n");
    if let Some(variant) = &edition.variant {
        name.push('\n');
        name.push_str(variant);
    }
    format!("urn:uuid:{}", uuid::Uuid::new_v5(&uuid::Uuid::NAMESPACE_URL, name.as_bytes()))
}

/// The content of the package's `metadata` element.
pub(super) fn write(facts: &Facts<'_>) -> String {
    let mut list = List::default();
    bibliography(facts.edition, &mut list);
    people(facts.edition, &mut list);
    accessibility(facts, &mut list);
    list.0
}

#[derive(Default)]
struct List(String);

impl List {
    fn element(&mut self, name: &str, attributes: &str, text: &str) {
        let _ = writeln!(self.0, "    <{name}{attributes}>{}</{name}>", escape(text.trim()));
    }

    fn meta(&mut self, property: &str, text: &str) {
        self.element("meta", &format!(" property=\"{property}\""), text);
    }

    fn refine(&mut self, id: &str, property: &str, text: &str) {
        self.element("meta", &format!(" refines=\"#{id}\" property=\"{property}\""), text);
    }
}

fn bibliography(edition: &Edition, list: &mut List) {
    list.element("dc:identifier", " id=\"book-id\"", &identifier(edition));
    if let Some(isbn) = &edition.isbn.epub {
        list.element("dc:identifier", " id=\"isbn\"", &urn(isbn));
    }
    let title = if edition.title.trim().is_empty() { "—" } else { &edition.title };
    list.element("dc:title", " id=\"title\"", title);
    list.refine("title", "title-type", "main");
    if let Some(subtitle) = edition.subtitle.as_ref().filter(|subtitle| !subtitle.trim().is_empty()) {
        list.element("dc:title", " id=\"subtitle\"", subtitle);
        list.refine("subtitle", "title-type", "subtitle");
    }
    list.element("dc:language", "", edition.language.tag());
    for language in edition.languages().into_iter().filter(|language| *language != edition.language) {
        list.element("dc:language", "", language.tag());
    }
    if !edition.publisher.name.trim().is_empty() {
        list.element("dc:publisher", "", &edition.publisher.name);
    }
    if let Some(date) = edition.date {
        list.element("dc:date", "", &date.to_string());
    }
    let rights = edition.rights_lines().join("\n");
    let description = edition.description.as_deref().unwrap_or_default();
    for (name, text) in [("dc:rights", &*rights), ("dc:description", description)] {
        if !text.trim().is_empty() {
            list.element(name, "", text);
        }
    }
    for subject in edition.subjects.iter().filter(|subject| !subject.trim().is_empty()) {
        list.element("dc:subject", "", subject);
    }
    codes(edition, list);
    if let Some(series) = &edition.catalogue.series {
        list.element("meta", " property=\"belongs-to-collection\" id=\"series\"", &series.title);
        list.refine("series", "collection-type", "series");
        // “Special issue” is no position.
        let is_position = |number: &&String| number.split('.').all(|part| part.parse::<u32>().is_ok());
        if let Some(number) = series.number.as_ref().filter(is_position) {
            list.refine("series", "group-position", number);
        }
    }
    // No wall clock: the same edition gives the same bytes.
    let day =
        edition.date.map_or((2000, 1, 1), |date| (date.year, date.month.unwrap_or(1), date.day.unwrap_or(1)));
    list.meta("dcterms:modified", &format!("{:04}-{:02}-{:02}T00:00:00Z", day.0, day.1, day.2));
}

/// Subject codes of shops, with what says whose they are (EPUB 3.3, 5.5.3.2.3).
fn codes(edition: &Edition, list: &mut List) {
    let catalogue = &edition.catalogue;
    let all = catalogue.bisac.iter().map(|code| ("BISAC", code));
    let all = all.chain(catalogue.thema.iter().map(|code| ("thema", code)));
    for (number, (authority, code)) in all.filter(|(_, code)| !code.trim().is_empty()).enumerate() {
        let id = format!("subject-{}", number + 1);
        list.element("dc:subject", &format!(" id=\"{id}\""), code);
        // Thema is no reserved name, so it is given by its address.
        let authority = if authority == "thema" { "https://ns.editeur.org/thema/" } else { authority };
        list.refine(&id, "authority", authority);
        list.refine(&id, "term", code);
    }
}

/// Editors are the creators of a collection, authors contributors to it; without editors the authors are creators.
fn people(edition: &Edition, list: &mut List) {
    let editors = &edition.editors;
    for (number, id) in editors.iter().enumerate() {
        person(edition, id, ("dc:creator", "edt"), &format!("editor-{}", number + 1), list);
    }
    let element = if editors.is_empty() { "dc:creator" } else { "dc:contributor" };
    for (number, id) in edition.author_ids().iter().enumerate() {
        person(edition, id, (element, "aut"), &format!("author-{}", number + 1), list);
    }
    let helped = edition.included().flat_map(|(_, piece)| piece.helpers.iter().flat_map(|all| all.iter()));
    let helped: BTreeSet<(Help, &ContributorId)> = helped.collect();
    for (number, (help, id)) in helped.into_iter().enumerate() {
        person(edition, id, ("dc:contributor", help.relator()), &format!("helper-{}", number + 1), list);
    }
}

fn person(edition: &Edition, id: &ContributorId, (element, role): (&str, &str), key: &str, list: &mut List) {
    let person = edition.contributor(id);
    if person.name.trim().is_empty() {
        return;
    }
    let name = person.name_in(edition.language);
    list.element(element, &format!(" id=\"{key}\"{}", direction(edition.language, name)), name);
    list.element("meta", &format!(" refines=\"#{key}\" property=\"role\" scheme=\"marc:relators\""), role);
    list.refine(key, "file-as", &person.sort_key_in(edition.language));
    if let Some(other) = person.other_name_in(edition.language) {
        let language = edition.language_of_name(&person, other);
        let tag = format!(" refines=\"#{key}\" property=\"alternate-script\" xml:lang=\"{language}\"");
        list.element("meta", &tag, other);
    }
    for (kind, value) in person.contacts.given().filter(|(kind, _)| kind.is_identifier()) {
        list.refine(key, "dcterms:identifier", &contacts::link(kind, value).unwrap_or_else(|| value.into()));
    }
}

/// The direction of a name that runs against the language of the book.
fn direction(language: Language, name: &str) -> &'static str {
    let turns = language.of_words(name).is_right_to_left();
    if turns && !language.is_right_to_left() { " dir=\"rtl\"" } else { "" }
}

fn accessibility(facts: &Facts<'_>, list: &mut List) {
    list.meta("schema:accessMode", "textual");
    if facts.has_pictures {
        list.meta("schema:accessMode", "visual");
    }
    let sufficient = !facts.has_pictures || facts.all_described;
    list.meta("schema:accessModeSufficient", if sufficient { "textual" } else { "textual,visual" });
    let mut features =
        vec!["structuralNavigation", "tableOfContents", "readingOrder", "displayTransformability", "ARIA"];
    if facts.has_pictures && facts.all_described {
        features.push("alternativeText");
    }
    if facts.print_pages > 0 {
        features.extend(["pageBreakMarkers", "pageNavigation"]);
        let source = facts.edition.isbn.print.as_ref().map(|isbn| urn(isbn));
        if let Some(source) = &source {
            list.element("dc:source", "", source);
        }
        let source = source.unwrap_or_else(|| format!("{} (print)", facts.edition.title));
        list.meta("pageBreakSource", source.trim());
    }
    for feature in features {
        list.meta("schema:accessibilityFeature", feature);
    }
    list.meta("schema:accessibilityHazard", "none");
    let mut summary =
        String::from("Reflowable text with headings, navigation, linked footnotes and named languages");
    if facts.print_pages > 0 {
        summary.push_str(", with the page numbers of the printed edition");
    }
    if facts.has_pictures {
        summary.push_str(if facts.all_described {
            "; all pictures are described"
        } else {
            "; not all pictures are described"
        });
    }
    summary.push('.');
    list.meta("schema:accessibilitySummary", &summary);
}

/// An ISBN as the name it is; what is none stays as it was typed.
fn urn(isbn: &str) -> String {
    Isbn::parse(isbn).map_or_else(|_| isbn.trim().to_string(), |isbn| format!("urn:isbn:{}", isbn.figures()))
}
