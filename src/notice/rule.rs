//! What notices go by: each belongs to a rule, whose plain name is the same in every run and every version.
//!
//! Reports name the rule, so that other programs can count and sort; `check --fix` takes it. A name is never given to
//! another rule.

/// One table: a rule, its name, what it finds, and why that matters or what to do about it.
macro_rules! rules {
    ($($variant:ident, $id:literal: $about:literal, $help:literal;)*) => {
        /// What a notice goes by.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule {
            $(#[doc = $about] $variant,)*
        }

        impl Rule {
            /// All rules, as they are listed in reports.
            pub const ALL: &[Rule] = &[$(Rule::$variant),*];

            /// Its name in reports and on the command line.
            pub fn id(self) -> &'static str {
                match self {
                    $(Rule::$variant => $id,)*
                }
            }

            /// What it finds, in a sentence without a full stop.
            pub fn about(self) -> &'static str {
                match self {
                    $(Rule::$variant => $about,)*
                }
            }

            /// Why that matters, or what to do about it.
            pub fn help(self) -> &'static str {
                match self {
                    $(Rule::$variant => $help,)*
                }
            }
        }
    };
}

rules! {
    // Of the edition's files.
    EditionFile, "edition-file":
        "Something in edition.toml is not understood",
        "A key, a value or a table means nothing here, or can't be what it says. The line and the hint say how to write it.";
    ContributorsFile, "contributors-file":
        "Something in contributors.toml is not understood",
        "A key, a value or a table means nothing here, or can't be what it says. The line and the hint say how to write it.";
    TextFile, "text-file":
        "Something in the file of a text is not understood",
        "The front matter or the Markdown says something that a book can't carry, or that is not understood. The line and the hint say how to write it.";
    OtherFile, "other-file":
        "A file of the edition can't be used as it is",
        "The notice says which file and what to do with it.";
    Making, "making":
        "Something came up while the book was made",
        "The notice says where and what to do.";
    UnlistedFile, "unlisted-file":
        "A text in “pieces” is in no part of the book",
        "List it under a [[part]] in edition.toml, or move it elsewhere.";
    ListedTwice, "listed-twice":
        "A text is listed twice",
        "It stands where it is listed first; take one of the lines out.";
    MissingFile, "missing-file":
        "A file that is named does not exist or can't be read",
        "Check its spelling, or take the name out.";
    NoWords, "no-words":
        "A piece has no words",
        "Write some, or take it off the list.";
    LeftOutLink, "left-out-link":
        "A link can't stand in a book",
        "http, https, mailto, “#name” and files of pieces are links in a book; the words of others stay without them.";
    FootnoteLost, "footnote-lost":
        "A footnote has no mark, or a mark no footnote",
        "Write the note, or take its mark out.";
    LeftOutTag, "left-out-tag":
        "A tag of HTML can't stand in a book",
        "Its words stay; write it in Markdown.";
    PictureNotUsed, "picture-not-used":
        "A picture can't be in the book",
        "Nothing is fetched from the web, and only PNG and JPEG are printed; put the file into “images”.";
    FontNotUsed, "font-not-used":
        "A font can't be used",
        "Take TrueType or OpenType files of less than 20 MiB.";
    // Of the edition.
    NoEditionTitle, "no-edition-title":
        "The edition has no title",
        "Readers, shops and PDF viewers name a book by its title, and an e-book must have one.";
    NoPublisher, "no-publisher":
        "No publisher is named",
        "The imprint names the publisher.";
    NoRightsLine, "no-rights-line":
        "The imprint has no rights line",
        "It says who holds the copyright in the book.";
    NoDate, "no-date":
        "The edition has no date",
        "The imprint, the PDF and the e-book carry it.";
    Isbn, "isbn":
        "An ISBN is not valid",
        "An ISBN has 13 figures, in older books 10; the last one follows from the others.";
    NoPieces, "no-pieces":
        "No piece is in the book",
        "List files of the folder “pieces” under a [[part]]. Without pieces an e-book has nothing to navigate by.";
    EmptyPart, "empty-part":
        "A part has no pieces",
        "It is left out of the book; add pieces to it or delete it.";
    Design, "design":
        "A wish about the design can't be met",
        "The notice says what is used instead.";
    // Of pieces.
    NoTitle, "no-title":
        "A piece has no title",
        "The contents, the running heads and the navigation of the e-book name a piece by its title.";
    NoByline, "no-byline":
        "A piece has no author",
        "Name the author in the front matter.";
    NoNote, "no-note":
        "An author has no note",
        "Readers of opinion want to know who speaks.";
    DifferingNote, "differing-note":
        "A piece has an author note of its own that says something else than the record",
        "Take it into the record, print the record's, or say that both are right.";
    NoDisclaimer, "no-disclaimer":
        "A piece carries no disclaimer though the edition has some",
        "Name one, waive it with a reason, or mark one as default.";
    WaivedSilently, "waived-silently":
        "A disclaimer is waived without a reason",
        "Say why, for those who ask later.";
    IdleDisclaimer, "idle-disclaimer":
        "A disclaimer comes to nothing",
        "Its conditions are met by no piece, or it names an affiliation that no author has.";
    StaleSignOff, "stale-sign-off":
        "A piece has changed since it was signed off",
        "Send a new proof, or take the sign-off back.";
    NoCredit, "no-credit":
        "Nothing says where a piece was first published",
        "Most pieces of the edition say it, or the permission does; readers will look for it.";
    Credit, "credit":
        "A credit is not complete",
        "The address must be one of the web, and the outlet must be named.";
    Permission, "permission":
        "The right to print a piece is not settled",
        "It is pending, refused, not stated or not proved; “check --board” lists what is missing.";
    Licence, "licence":
        "The terms of a licence are not met",
        "The notice says what the licence asks for.";
    SameTitle, "same-title":
        "Several pieces have one title",
        "Readers can't tell them apart in the contents.";
    Double, "double":
        "A piece is in the book twice",
        "Leave one of them out.";
    NearDouble, "near-double":
        "Two pieces have much of their text in common",
        "Leave one of them out, or cut what they share.";
    SamePerson, "same-person":
        "Two contributors are probably one person",
        "Use one record for both, or write their names so that readers can tell them apart.";
    PrintedContact, "printed-contact":
        "A contact of somebody is printed without consent",
        "What an author sent to the editor was not sent to the world. Take it out, or switch it on in the record of the person.";
    // Of the text.
    DeadLink, "dead-link":
        "A link leads to no place in the book",
        "Name a heading that has a name, or the file of a piece that is in the book.";
    OddAddress, "odd-address":
        "A web address is not written as one",
        "E-book readers refuse such addresses.";
    BrokenLetters, "broken-letters":
        "Letters were read in the wrong encoding",
        "“â€™” stands where “’” was meant.";
    OddLetters, "odd-letters":
        "Letters are written as ligatures or in several parts",
        "They look alike and are not found by a search.";
    StraightQuotes, "straight-quotes":
        "Straight quotation marks or apostrophes are printed as typed",
        "The edition prints marks as they are typed; curly ones are usual.";
    DoubleHyphen, "double-hyphen":
        "Double hyphens stand for dashes",
        "Dashes are usual in print.";
    HyphenForDash, "hyphen-for-dash":
        "A hyphen stands for a dash",
        "Between words with spaces, and between years and pages, a dash is usual.";
    ThreePoints, "three-points":
        "Three points stand for an ellipsis",
        "The ellipsis is a character of its own and is never divided.";
    DoubleSpace, "double-space":
        "Spaces are doubled",
        "They make holes in a line.";
    DoubledWord, "doubled-word":
        "A word stands twice in a row",
        "It may be meant.";
    SpaceBeforeStop, "space-before-stop":
        "A space stands before a stop",
        "The stop may begin a line.";
    NoAltText, "no-alt-text":
        "A picture has no description for readers who can't see it",
        "E-books need one; write what the picture shows.";
    // Of the pages.
    LowResolution, "low-resolution":
        "A picture is printed with few dots an inch",
        "300 dots an inch print well, fewer than 200 look soft.";
    NoGlyph, "no-glyph":
        "No font has a character",
        "A box is printed in its place; the hint names a font that has it.";
    NoSmallCaps, "no-small-caps":
        "A font lacks small capitals of a script",
        "Reduced capitals are set in their place.";
    OverfullLine, "overfull-line":
        "A line is wider than its column",
        "Allow a word in it to be divided, or change the words.";
    BrokenWord, "broken-word":
        "A word is wider than the line",
        "It is broken where the line ends.";
    UnmetWish, "unmet-wish":
        "A paragraph can't be set in the lines that are asked for",
        "Add or cut a few words.";
    PageFault, "page-fault":
        "A page begins or ends badly",
        "A line stands alone, a heading is parted from its text, or facing pages are not level.";
    Standard, "standard":
        "The PDF can't say that it meets a standard",
        "PDF/UA-1 is for readers who can't see the page, PDF/A for archives, PDF/X-4 for presses; the notice says what stands against it.";
    TooMuchInk, "too-much-ink":
        "A picture has more ink on one place than a press can dry",
        "The limit is `ink` under [print], in per cent of one ink; without it 300.";
    Signature, "signature":
        "Blank pages fill up the last signature",
        "`signature` under [print] says of how many pages one is: 4, 8 or 16.";
    Copyfit, "copyfit":
        "A piece was fitted to a length, or can't be",
        "The notice says which paragraphs were set tighter or looser, or how much is too much.";
    WideTable, "wide-table":
        "A table is too wide for the page",
        "Give it fewer columns or shorter words.";
    RestlessNumber, "restless-number":
        "The number of a page moves the page it names",
        "It may be one off.";
}

impl Rule {
    /// The rule of this name.
    pub fn of(id: &str) -> Option<Rule> {
        Rule::ALL.iter().copied().find(|rule| rule.id() == id)
    }

    /// The rule of a notice that names none: by the file it is about.
    pub(super) fn by_place(place: &super::Place) -> Rule {
        let Some(file) = &place.file else { return Rule::Making };
        let ending = file.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        match (file.to_str(), ending.as_deref()) {
            (Some("edition.toml"), _) => Rule::EditionFile,
            (Some("contributors.toml"), _) => Rule::ContributorsFile,
            (_, Some("md" | "markdown")) => Rule::TextFile,
            _ => Rule::OtherFile,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_rule_has_a_plain_name_of_its_own() {
        let names: BTreeSet<&str> = Rule::ALL.iter().map(|rule| rule.id()).collect();
        assert_eq!(names.len(), Rule::ALL.len());
        for rule in Rule::ALL {
            let is_plain = rule.id().bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
            assert!(is_plain && Rule::of(rule.id()) == Some(*rule), "{rule:?}");
            assert!(!rule.about().ends_with('.') && rule.help().ends_with('.'), "{rule:?}");
        }
    }
}
