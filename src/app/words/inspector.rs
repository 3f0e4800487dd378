//! The inspector. A pair is the name of a field and what it means.

use crate::edition::people::contacts::ContactKind;
use crate::edition::sign_off::{SignOff, Standing};

// Everywhere.
pub(crate) const NO_DATE: &str = "Write 2026-03-01, 2026-03 or 2026.";
pub(crate) const NO_ADDRESS: &str = "An address begins with https:// or http://.";
pub(crate) const NO_LANGUAGE: &str = "Write a tag such as en, en-GB or ur.";
pub(crate) const NO_WORDS: &str = "Write something here, or make another choice above.";
pub(crate) const RESET_TIP: &str = "Take your own choice back";
pub(crate) const ADD: &str = "Add";
pub(crate) const OTHER: &str = "Other…";
pub(crate) const MIXED: &str = "Several";
pub(crate) const MARKDOWN: &str = "*Emphasis*, **strong** and [links](https://…) are understood.";
pub(crate) const AS_PRINTED: &str = "As it will be printed";
pub(crate) const NOTHING_PRINTED: &str = "Nothing is printed.";
pub(crate) const NOTHING: &str = "Select something in the list at the left to see its fields.";
pub(crate) const BACK_TO_PEOPLE: &str = "All people";
pub(crate) const BACK_TO_DISCLAIMERS: &str = "All disclaimers";

pub(crate) fn reset(field: &str, reset: &str) -> String {
    format!("{field}: {}", reset.to_lowercase())
}

// Headings.
pub(crate) const TITLES: &str = "Titles";
pub(crate) const AUTHORSHIP: &str = "Byline";
pub(crate) const BEFORE: &str = "First publication";
pub(crate) const PERMISSION: &str = "Permission to print";
pub(crate) const BELOW: &str = "Below the piece";
pub(crate) const IN_BOOK: &str = "Place in the book";
pub(crate) const SET_ALL: &str = "Set for all of them";
pub(crate) const PUBLICATION: &str = "Publication";
pub(crate) const CATALOGUE: &str = "For catalogues and shops";
pub(crate) const MATTER: &str = "Pages around the pieces";
pub(crate) const LOOK: &str = "Look";
pub(crate) const TYPE: &str = "Type";
pub(crate) const MARGINS: &str = "Margins";
pub(crate) const OPENING: &str = "Openings and breaks";
pub(crate) const FONTS: &str = "Fonts";
pub(crate) const NOTES: &str = "Notes";
pub(crate) const THEIR_PIECES: &str = "Pieces";
pub(crate) const SAMPLES: &str = "Samples";
pub(crate) const ARRANGE: &str = "Arrange";

// A piece.
pub(crate) const TITLE: &str = "Title";
pub(crate) const PIECE_TITLE: [&str; 2] =
    [TITLE, "The title, as it stands above the piece and in the contents"];
pub(crate) const SHORT_TITLE: [&str; 2] =
    ["Short title", "Stands at the head of the pages where the title is too long for it"];
pub(crate) const SUBTITLE: [&str; 2] = ["Subtitle", "The line below the title, also called standfirst"];
pub(crate) const KICKER: [&str; 2] = ["Kicker", "A short label above the title: the column or the subject"];
pub(crate) const AUTHORS: [&str; 2] = ["Authors", "Who wrote it, in the order of the byline"];
pub(crate) const DATE: [&str; 2] = ["Date", "When it was written: a day, a month or a year"];
pub(crate) const LANGUAGE: [&str; 2] =
    ["Language", "Decides how words are divided, and how dates and “by” are written"];
pub(crate) const OUTLET: [&str; 2] = ["Published in", "The newspaper, journal or site that had it first"];
pub(crate) const OUTLET_DATE: [&str; 2] = ["Published on", "The day, month or year of that publication"];
pub(crate) const OUTLET_URL: [&str; 2] = ["Address", "Where it can be read on the web"];
pub(crate) const CREDIT_NOTE: &str = "Printed as the credit: “First published in …”.";
pub(crate) const DISCLAIMER: [&str; 2] =
    ["Disclaimer", "“The views expressed …”: which of them stands below this piece"];
pub(crate) const DISCLAIMER_TEXT: [&str; 2] =
    ["Words of the disclaimer", "{author}, {affiliation}, {publisher}, {title} and {date} are filled in"];
pub(crate) const WAIVED: [&str; 2] = ["Reason for none", "Why this piece needs no disclaimer; never printed"];
pub(crate) const WAIVED_NOTE: &str = "For your files; never printed.";
pub(crate) const AS_EDITION: &str = "As the edition";
pub(crate) const THESE: &str = "Only these";
pub(crate) const OWN_WORDS: &str = "Own words";
pub(crate) const WAIVE: &str = "None, for a reason";
pub(crate) const NO_DISCLAIMERS: &str = "The edition has no disclaimers yet.";
pub(crate) const LAST_NAMED: &str = "One must stay. To print none, choose “None, for a reason”.";
pub(crate) const AUTHOR_NOTE: [&str; 2] = ["Author note", "The lines that tell readers who the author is"];
pub(crate) const AUTHOR_NOTE_TEXT: [&str; 2] = ["Words of the note", "A note for this piece alone"];
pub(crate) const FROM_PEOPLE: &str = "The short notes of its authors";
pub(crate) const NO_NOTE: &str = "None";
pub(crate) const INCLUDE: [&str; 2] = ["In the book", "Pieces that are left out stay in the list"];
pub(crate) const COPYFIT: [&str; 2] = [
    "Length",
    "Paragraphs are set tighter or looser so that the piece comes to this length; notices say which",
];
pub(crate) const AS_IT_FALLS: &str = "As it falls";
pub(crate) const CLOSE_LAST_PAGE: &str = "No last page of a few lines";
pub(crate) const FILE: &str = "File";

pub(crate) fn pages(count: usize) -> String {
    if count == 1 { "1 page".into() } else { format!("{count} pages") }
}
pub(crate) const NOT_IN_BOOK: &str = "Left out of the book";

pub(crate) fn language_of_edition(name: &str) -> String {
    format!("As the edition: {name}")
}

pub(crate) fn named_by_nothing(name: &str) -> String {
    format!("{name} (there is no such disclaimer)")
}

pub(crate) fn length(words: usize, pages: Option<(usize, String, String)>) -> String {
    let words = if words == 1 { "1 word".into() } else { format!("{} words", super::grouped(words)) };
    match pages {
        None => words,
        Some((1, first, _)) => format!("{words} · page {first}"),
        Some((count, first, last)) => format!("{words} · {count} pages, {first} to {last}"),
    }
}

// People of a byline.
pub(crate) const UP: &str = "Move up";
pub(crate) const DOWN: &str = "Move down";
pub(crate) const REMOVE: &str = "Take off";
pub(crate) const PERSON_TIP: &str = "Show this person’s name and notes";
pub(crate) const ADD_PERSON: &str = "Add a person…";
pub(crate) const ADD_PERSON_TIP: &str = "Somebody the edition knows already";
pub(crate) const NEW_NAME_TIP: &str = "Somebody the edition doesn’t know yet: the full name";
pub(crate) const NOBODY: &str = "Nobody yet";

pub(crate) fn for_person(does: &str, name: &str) -> String {
    format!("{does}: {name}")
}

/// The label of the field for somebody new in a list, told from that of the other lists of the pane.
pub(crate) fn new_name_for(field: &str) -> String {
    format!("New person for {}", field.to_lowercase())
}

pub(crate) fn add_person_to(field: &str) -> String {
    format!("Add to {}", field.to_lowercase())
}

// Several pieces.
pub(crate) fn several(pieces: usize, words: usize) -> String {
    format!("{pieces} pieces · {} words", super::grouped(words))
}

// A part.
pub(crate) const PART_TITLE: [&str; 2] = ["Part title", "Stands on a page of its own before the pieces"];
pub(crate) const PART_SUBTITLE: [&str; 2] = ["Part subtitle", "The line below the title of the part"];
pub(crate) const NO_PART_TITLE: &str = "A part has a title. Dissolve it to have none.";
pub(crate) const NO_PART: &str = "These pieces stand before the first part. A title makes a part of them.";
pub(crate) const PART_UP: &str = "Move up";
pub(crate) const PART_DOWN: &str = "Move down";
pub(crate) const DISSOLVE: &str = "Dissolve";
pub(crate) const DISSOLVE_TIP: &str = "Its pieces join the part before it";

pub(crate) fn part(pieces: usize, words: usize) -> String {
    let pieces = if pieces == 1 { "1 piece".to_string() } else { format!("{pieces} pieces") };
    format!("{pieces} · {} words", super::grouped(words))
}

// The edition.
pub(crate) const EDITION_TITLE: [&str; 2] = ["Title", "The title of the book"];
pub(crate) const EDITION_SUBTITLE: [&str; 2] = ["Subtitle", "The line below the title of the book"];
pub(crate) const EDITION_LANGUAGE: [&str; 2] =
    ["Language", "The book’s own words, such as “Contents”, are in this language"];
pub(crate) const EDITORS: [&str; 2] = ["Editors", "Who made the collection; named on the title page"];
pub(crate) const PUBLISHER: [&str; 2] =
    ["Publisher", "The house, newspaper or group that publishes the book"];
pub(crate) const PLACE: [&str; 2] = ["Town", "The town of the publisher"];
pub(crate) const PUBLISHER_URL: [&str; 2] = ["Web address", "The publisher’s address on the web"];
pub(crate) const EDITION_DATE: [&str; 2] = ["Date", "When the book is published: a day, a month or a year"];
pub(crate) const STATEMENT_EXAMPLE: &str = "First edition";
pub(crate) const STATEMENT: [&str; 2] = ["Edition statement", "“First edition”, “Second, revised edition”"];
pub(crate) const RIGHTS: [&str; 2] = [
    "Rights",
    "The lines of the imprint that say who holds the rights; {year}, {publisher}, {editors}, {authors} and {holders} are filled in",
];
pub(crate) const RIGHTS_EXAMPLE: &str = "Collection © 2026 … Each piece © its author.";
pub(crate) const DESCRIPTION: [&str; 2] = ["Description", "One or two sentences for catalogues and shops"];
pub(crate) const SUBJECTS: [&str; 2] = ["Subjects", "What the book is about, for catalogues"];
pub(crate) const SUBJECTS_NOTE: &str = "With commas between them.";
pub(crate) const ISBN_PRINT: [&str; 2] = ["ISBN of the printed book", "From the ISBN agency of your country"];
pub(crate) const ISBN_PDF: [&str; 2] = ["ISBN of the PDF", "Only where the PDF is sold on its own"];
pub(crate) const ISBN_EPUB: [&str; 2] =
    ["ISBN of the e-book", "The e-book needs another than the printed book"];
pub(crate) const ISBN_NOTE: &str = "A book that is not sold in shops needs none.";

// Front and back matter.
pub(crate) const OWN_PAGE: &str = "a page of your own";

// Design.
pub(crate) const THEME: [&str; 2] = ["Theme", "The typefaces, and how titles and pages look"];
pub(crate) const AS_THEME: &str = "As the theme";
pub(crate) const AS_TRIM: &str = "As the page size";
pub(crate) const AS_USUAL: &str = "As usual";
pub(crate) const TRIM: [&str; 2] = ["Page size", "The trim: the size of a page after cutting"];
pub(crate) const OWN_SIZE: &str = "Own size…";
pub(crate) const OWN_TRIM: [&str; 2] = ["Own size", "Width and height, such as 152mm x 229mm"];
pub(crate) const BODY_SIZE: [&str; 2] = ["Size of the text", "The size of the letters of the pieces"];
pub(crate) const LEADING: [&str; 2] = ["Distance of lines", "From line to line, also called leading"];
pub(crate) const INDENT: [&str; 2] = ["First-line indent", "How far the first line of a paragraph is set in"];
pub(crate) const TOP: [&str; 2] = ["Top margin", "White above the text"];
pub(crate) const BOTTOM: [&str; 2] = ["Bottom margin", "White below the text, at least"];
pub(crate) const INNER: [&str; 2] = ["Inner margin", "White at the fold, where the book is bound"];
pub(crate) const OUTER: [&str; 2] = ["Outer margin", "White at the outer edge, where thumbs are"];
pub(crate) const DROP_CAPS: [&str; 2] = ["Large initial", "The first letter of a piece, some lines high"];
pub(crate) const NO_INITIAL: &str = "None";
pub(crate) const NOTES_STAND: [&str; 2] =
    ["Notes stand", "Where footnotes are printed; the e-book links them in any case"];
pub(crate) const AT_FOOT: &str = "At the foot of the page";
pub(crate) const AT_END: &str = "At the end of the piece";
pub(crate) const AT_BACK: &str = "All at the end of the book";

pub(crate) const PORTRAITS: [&str; 2] =
    ["Portraits stand", "Where the pictures of the authors are printed, of those who have one"];
pub(crate) const PORTRAITS_NONE: &str = "Nowhere";
pub(crate) const PORTRAITS_ABOUT: &str = "In “About the contributors”";
pub(crate) const PORTRAITS_ALL: &str = "There and beside the author notes";

pub(crate) fn initial_of(lines: u16) -> String {
    format!("{lines} lines high")
}

pub(crate) const OPENER: [&str; 2] = ["Pieces begin", "On which page a piece may begin"];
pub(crate) const NEXT_PAGE: &str = "On the next page";
pub(crate) const RIGHT_PAGE: &str = "On the next right page";
pub(crate) const RIGHT_PAGE_NOTE: &str = "A left page before it may stay blank.";
pub(crate) const SAME_PAGE: &str = "Below the piece before";
pub(crate) const SAME_PAGE_NOTE: &str =
    "Where its title and four lines have room there; else on the next page.";
pub(crate) const SINK: [&str; 2] =
    ["Lines above a title", "How many lines stay free above the opening of a piece"];
pub(crate) const ORNAMENT: [&str; 2] =
    ["Ornament", "What stands between the sections of a piece: one to five characters, or a picture"];
pub(crate) const CHOOSE_ORNAMENT: &str = "Choose picture…";
pub(crate) const HYPHENATE: [&str; 2] = ["Divide words", "Words may be divided at the end of a line"];
pub(crate) const QUOTES: [&str; 2] = [
    "Quotes of the language",
    "Straight quotes and apostrophes are printed as the language of the text has them",
];
pub(crate) const NUMERALS: [&str; 2] =
    ["Figures of the language", "Pages, notes and lists are counted in the language’s own figures"];
pub(crate) const EPUB_FONTS: [&str; 2] =
    ["The e-book carries the fonts", "E-readers then show the theme’s typefaces; the file grows"];
pub(crate) const SYSTEM_FONTS: [&str; 2] =
    ["Missing letters from this computer", "Letters that no bundled font has may come from installed fonts"];
pub(crate) const SYSTEM_FONTS_NOTE: &str = "The book may then come out differently on another computer.";
pub(crate) const NO_SINK: &str = "Write a number of lines, from 0 to 40.";
pub(crate) const NO_ORNAMENT: &str = "One to five characters, or the file of a picture.";
pub(crate) const MORE: &str = "A little more";
pub(crate) const LESS: &str = "A little less";

pub(crate) fn theme(theme: crate::design::theme::Theme) -> [&'static str; 2] {
    use crate::design::theme::Theme;
    match theme {
        Theme::Classic => {
            ["Classic", "EB Garamond, titles in the middle: a book of essays, quiet and bookish"]
        }
        Theme::Essay => ["Essay", "Alegreya, titles at the left: lively, good for long reading"],
        Theme::Modern => ["Modern", "Literata with Alegreya Sans: clear, close to the screen and the report"],
    }
}

pub(crate) fn as_theme(choice: &str) -> String {
    format!("As the theme: {}", choice.to_lowercase())
}

pub(crate) fn is_now(value: &str) -> String {
    format!("{value} by the theme")
}

pub(crate) fn is_by_trim(value: &str) -> String {
    format!("{value} by the page size")
}

pub(crate) fn no_size(low: &str, high: &str) -> String {
    format!("Between {low} and {high}, please.")
}

pub(crate) const NO_LENGTH: &str = "Write a number and a unit: 11pt, 18mm or 0.75in.";

pub(crate) fn trim(name: &str) -> Option<&'static str> {
    Some(match name {
        "a4" => "A4 · 210 × 297 mm",
        "a5" => "A5 · 148 × 210 mm",
        "b5" => "B5 · 176 × 250 mm",
        "letter" => "Letter · 8½ × 11 in · 216 × 279 mm",
        "5x8in" => "5 × 8 in · 127 × 203 mm",
        "5.5x8.5in" => "5½ × 8½ in · 140 × 216 mm",
        "6x9in" => "6 × 9 in · 152 × 229 mm",
        _ => return None,
    })
}

// People.
pub(crate) const NEW_PERSON: [&str; 2] = ["New person", "The full name of somebody who writes or edits"];
pub(crate) const NEW_PERSON_STEP: &str = "new person";
pub(crate) const NO_PEOPLE: &str = "No people yet. Add one here, or name the author of a piece.";
pub(crate) const NAME: [&str; 2] = ["Name", "As it is printed"];
pub(crate) const SORT_NAME: [&str; 2] = ["Sort name", "As lists are sorted: family name first"];
pub(crate) const PERSON_LANGUAGE: [&str; 2] =
    ["Language of the notes", "Where the notes are in another language"];
pub(crate) const SHORT_NOTE: [&str; 2] =
    ["Short note", "One or two sentences, printed below the person’s pieces"];
pub(crate) const LONG_NOTE: [&str; 2] = ["Long note", "A paragraph or more, for “About the contributors”"];
pub(crate) const PORTRAIT: &str = "Portrait";
pub(crate) const NO_PORTRAIT: &str = "None";
pub(crate) const CHOOSE_PORTRAIT: &str = "Choose portrait…";
pub(crate) const REMOVE_PORTRAIT: &str = "Remove portrait";
pub(crate) const PORTRAIT_ALT: [&str; 2] =
    ["Portrait in words", "What it shows, for readers who can’t see it; the name where nothing stands here"];
pub(crate) const PORTRAIT_NOTE: &str = "The design says where portraits stand.";
pub(crate) const CONTACTS: &str = "Contacts";
pub(crate) const CONTACTS_NOTE: &str =
    "For you alone. What you tick is printed at the end of the author note, in the PDF and the e-book.";
pub(crate) const PRINT_TIP: &str = "Readers see it below the author note, and in “About the contributors”";

/// What a contact is called, what it is, and how it looks.
pub(crate) fn contact(kind: ContactKind) -> [&'static str; 3] {
    match kind {
        ContactKind::Email => ["E-mail", "Where the person gets letters", "name@example.org"],
        ContactKind::Phone => ["Telephone", "With the number of the country", "+44 20 7946 0018"],
        ContactKind::Handle => {
            ["Handle", "The name on X; @name@server or @name.bsky.social for other networks", "@name"]
        }
        ContactKind::Site => ["Website", "The person’s own page or blog", "https://"],
        ContactKind::Orcid => {
            ["ORCID", "The identifier of a researcher; e-books carry it in any case", "0000-0002-1825-0097"]
        }
        ContactKind::Isni => [
            "ISNI",
            "The identifier of a name in libraries; e-books carry it in any case",
            "0000 0001 2150 090X",
        ],
    }
}

/// The box that has a contact printed.
pub(crate) fn print(kind: ContactKind) -> &'static str {
    match kind {
        ContactKind::Email => "Print the e-mail address",
        ContactKind::Phone => "Print the telephone number",
        ContactKind::Handle => "Print the handle",
        ContactKind::Site => "Print the website",
        ContactKind::Orcid => "Print the ORCID",
        ContactKind::Isni => "Print the ISNI",
    }
}

pub(crate) fn no_contact(wrong: &str, hint: &str) -> String {
    format!("That is {wrong} yet: {hint}.")
}

pub(crate) const REMOVE_PERSON: &str = "Remove this person";
pub(crate) const REMOVE_PERSON_STEP: &str = "removing a person";
pub(crate) const NO_PIECES: &str = "No piece yet.";
pub(crate) const NO_NAME: &str = "A person has a name.";
pub(crate) const RECORD: &str = "Make a record";
pub(crate) const EDITS: &str = "Editor of the book";

pub(crate) fn no_record(name: &str) -> String {
    format!("“{name}” has no record yet: no notes, and no name to sort by.")
}

pub(crate) fn person(pieces: usize, edits: bool) -> String {
    let pieces = match pieces {
        0 => "no piece".to_string(),
        1 => "1 piece".to_string(),
        _ => format!("{pieces} pieces"),
    };
    if edits { format!("{pieces} · editor") } else { pieces }
}

pub(crate) fn stays(pieces: usize, edits: bool) -> String {
    format!(
        "Can’t be removed: {} would lose a name.",
        match (pieces, edits) {
            (0, _) => "the list of editors".to_string(),
            (1, _) => "1 piece".to_string(),
            _ => format!("{pieces} pieces"),
        }
    )
}

// Disclaimers.
pub(crate) const AFFILIATION: [&str; 2] =
    ["Affiliation", "What the person belongs to; disclaimers can ask for it, and {affiliation} prints it"];
pub(crate) const CONDITIONS: &str = "Only for pieces";
pub(crate) const CONDITIONS_NOTE: &str =
    "All that is filled in must be true of a piece; several words, parted by ; , are a choice.";
pub(crate) const WHEN_AFFILIATION: [&str; 2] =
    ["Of authors of", "The affiliation of one of the authors, as in the person’s record"];
pub(crate) const WHEN_OUTLET: [&str; 2] = ["First published in", "The outlet of the credit"];
pub(crate) const WHEN_KICKER: [&str; 2] = ["With the kicker", "The label above the title"];
pub(crate) const OTHER_LANGUAGES: &str = "Words in other languages";
pub(crate) const TEXT_IN: &str = "For pieces in this language; where it is empty the usual words are printed";

pub(crate) fn text_in(language: &str) -> String {
    format!("Words in {language}")
}

pub(crate) const NEW_DISCLAIMER: [&str; 2] =
    ["New disclaimer", "A short name for it, such as house; pieces choose it by this name"];
pub(crate) const NEW_DISCLAIMER_STEP: &str = "new disclaimer";
pub(crate) const WHAT_DISCLAIMERS: &str =
    "A disclaimer says whose views the pieces are. It can stand below each piece, on the imprint, or both.";
pub(crate) const USUAL: &str =
    "The views expressed in this piece are those of {author} and are not necessarily shared by {publisher}.";
pub(crate) const TEXT: [&str; 2] =
    ["Words", "{author}, {affiliation}, {publisher}, {title} and {date} are filled in"];
pub(crate) const TEXT_NOTE: &str = "{author}, {affiliation}, {publisher}, {title} and {date} are filled in.";
pub(crate) const WHERE: [&str; 2] = ["Stands", "Where it is printed"];
pub(crate) const AFTER_PIECES: &str = "Below each piece that carries it";
pub(crate) const ON_IMPRINT: &str = "Once, on the imprint";
pub(crate) const ON_BOTH: &str = "Below pieces and on the imprint";
pub(crate) const GATHERED: &str = "On the imprint with its pages; pieces refer to it";
pub(crate) const BY_DEFAULT: [&str; 2] =
    ["For every piece that names none", "Pieces that make no choice of their own carry it"];
pub(crate) const RENAME: [&str; 2] = ["Name", "The name by which pieces choose it; never printed"];
pub(crate) const RENAME_BUTTON: &str = "Rename";
pub(crate) const RENAME_STEP: &str = "renaming a disclaimer";
pub(crate) const TAKEN: &str = "Another disclaimer has this name.";
pub(crate) const DELETE: &str = "Delete this disclaimer";
pub(crate) const DELETE_STEP: &str = "deleting a disclaimer";
pub(crate) const SAMPLE_IMPRINT: &str = "On the imprint";
pub(crate) const IS_DEFAULT: &str = "for every piece";

pub(crate) fn disclaimer(carriers: usize, is_default: bool, on_imprint: bool) -> String {
    let mut said = Vec::new();
    if carriers > 0 || !on_imprint {
        said.push(match carriers {
            0 => "no piece carries it".to_string(),
            1 => "1 piece carries it".to_string(),
            _ => format!("{carriers} pieces carry it"),
        });
    }
    if is_default {
        said.push(IS_DEFAULT.to_string());
    }
    if on_imprint {
        said.push("on the imprint".to_string());
    }
    said.join(" · ")
}

pub(crate) fn sample_after(title: &str) -> String {
    format!("Below “{title}”")
}

pub(crate) fn deleting(titles: &[String]) -> String {
    format!("Deleting it takes it off the pieces that name it: {}.", titles.join("; "))
}

/// Tags and names of languages that the program divides words in or has letters for.
pub(crate) const LANGUAGES: [(&str, &str); 26] = [
    ("en", "English"),
    ("en-GB", "English (Britain)"),
    ("en-US", "English (America)"),
    ("ar", "Arabic"),
    ("cs", "Czech"),
    ("da", "Danish"),
    ("nl", "Dutch"),
    ("fi", "Finnish"),
    ("fr", "French"),
    ("de", "German"),
    ("el", "Greek"),
    ("he", "Hebrew"),
    ("hi", "Hindi"),
    ("hu", "Hungarian"),
    ("it", "Italian"),
    ("nb", "Norwegian"),
    ("fa", "Persian"),
    ("pl", "Polish"),
    ("pt", "Portuguese"),
    ("ro", "Romanian"),
    ("ru", "Russian"),
    ("es", "Spanish"),
    ("sv", "Swedish"),
    ("tr", "Turkish"),
    ("uk", "Ukrainian"),
    ("ur", "Urdu"),
];
pub(crate) const TAG: [&str; 2] = ["Language tag", "Language, and perhaps region: en-IE, pt-BR, zh-Hant"];

// Variants.
pub(crate) const VARIANTS: &str = "Variants";
pub(crate) const WHAT_VARIANTS: &str = "A variant is this book in another form: for the pocket, in large print, for the screen. It says only what is otherwise; the texts are the same.";
pub(crate) const NEW_VARIANT: [&str; 2] =
    ["New variant", "What you call it: “Pocket edition”, “Large print”"];
pub(crate) const NEW_VARIANT_STEP: &str = "new variant";
pub(crate) const BACK_TO_EDITION: &str = "The edition and its variants";
pub(crate) const VARIANT_TITLE: [&str; 2] =
    ["Name of the variant", "What this window calls it; never printed"];
pub(crate) const SHOW_PAGES: [&str; 2] =
    ["Show its pages", "The middle of the window shows the pages of this variant"];
pub(crate) const OWN_TEXT: &str =
    "The words are those of the edition. When you change them here, the variant has its own.";
pub(crate) const ALL_PIECES: &str = "All pieces";
pub(crate) const IN_VARIANT_TIP: &str = "Whether the variant has this piece";
pub(crate) const VARIANT_PIECES_STEP: &str = "change of the pieces of a variant";
pub(crate) const REMOVE_VARIANT: &str = "Remove this variant";
pub(crate) const REMOVE_VARIANT_STEP: &str = "removing a variant";

pub(crate) fn variant_files(name: &str) -> String {
    format!("Its files end in “-{name}”. What you leave open is as the edition says.")
}

pub(crate) fn in_variant(label: &str) -> String {
    format!("In the variant “{label}”")
}

pub(crate) fn as_edition(choice: &str) -> String {
    format!("As the edition: {}", choice.to_lowercase())
}

pub(crate) fn is_by_edition(value: &str) -> String {
    format!("{value} by the edition")
}

// The sign-off of a piece.
pub(crate) const SIGN_OFF: &str = "Sign-off";
pub(crate) const SIGNED_BY: [&str; 2] = ["Signed by", "Who has agreed that the piece is printed"];
pub(crate) const SIGNED_ON: [&str; 2] = ["Signed on", "The day on the signed sheet, like 2026-03-02"];
pub(crate) const SIGNED_TEXT: [&str; 2] = [
    "State of the text on the sheet",
    "The eight letters and figures that stand on the signed sheet of the proof",
];
pub(crate) const AS_IT_IS_NOW: &str = "as it is now";
pub(crate) const NO_STATE: &str = "Eight figures and letters from a to f";
pub(crate) const SIGN: [&str; 2] = ["Sign off", "Write down that the piece may be printed"];
pub(crate) const TAKE_BACK: [&str; 2] = ["Take back", "The piece counts as not signed"];

pub(crate) fn standing(standing: Standing, signed: Option<&SignOff>) -> String {
    let Some(signed) = signed else { return "Not signed".into() };
    let on = signed.date.map(|date| format!(" on {date}")).unwrap_or_default();
    let by = format!("Signed by {}{on}", signed.by);
    match standing {
        Standing::Open => "Not signed".into(),
        Standing::Signed => by,
        Standing::Unsaid => format!("{by}, but it is not said which text"),
        Standing::Stale => format!("{by}; the text has changed since it was signed"),
    }
}

pub(crate) fn state_of_text(print: &str) -> String {
    format!("State of the text now: {print}")
}
