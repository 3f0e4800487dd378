//! What a block is for: the themes give each role a style, the outputs give it a tag.

/// What a block is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Title of the book on the half title.
    HalfTitle,
    /// Title of the book on the title page.
    BookTitle,
    /// Its subtitle.
    BookSubtitle,
    /// Its editors.
    BookEditors,
    /// Publisher at the foot of the title page.
    BookPublisher,
    /// Lines of the imprint.
    Imprint,
    /// The dedication.
    Dedication,
    /// Title of front or back matter: “Contents”.
    MatterTitle,
    /// A part in the contents.
    ContentsPart,
    /// A piece in the contents.
    ContentsEntry,
    /// The standfirst of a piece in the contents.
    ContentsStandfirst,
    /// The author of a piece in the contents.
    ContentsAuthor,
    /// Title on a part page.
    PartTitle,
    /// Subtitle on a part page.
    PartSubtitle,
    /// The label above a piece's title.
    Kicker,
    /// A piece's title.
    Title,
    /// A piece's subtitle.
    Subtitle,
    /// A piece's authors.
    Byline,
    /// Who translated or edited a piece, or asked the questions.
    Helpers,
    /// A piece's date.
    Date,
    /// A paragraph.
    Body,
    /// A paragraph without indent: the first, and after headings, quotes, ornaments.
    BodyFirst,
    /// A heading in a piece; from 1, deeper ones look like 3.
    Heading(u8),
    /// A quoted paragraph.
    Quote,
    /// Who is quoted.
    Attribution,
    /// Words of the text shown large in it.
    PullQuote,
    /// Who said them.
    PullQuoteAttribution,
    /// Words of somebody else that a text begins with.
    Epigraph,
    /// Who said them.
    EpigraphAttribution,
    /// A paragraph of a list; the depth of the list, from 1.
    ListItem(u8),
    /// The number or bullet of an item.
    ListLabel,
    /// A line of verse.
    Verse,
    /// A cell of a table's head.
    TableHead,
    /// A cell of a table.
    TableCell,
    /// The words above a table.
    TableCaption,
    /// A picture.
    Figure,
    /// The words under a picture.
    Caption,
    /// A break between sections.
    Ornament,
    /// Program text.
    Code,
    /// A footnote.
    Footnote,
    /// The author note of a piece.
    AuthorNote,
    /// A disclaimer.
    Disclaimer,
    /// A credit.
    Credit,
    /// A name in “About the contributors”.
    ContributorName,
    /// A note in “About the contributors”.
    ContributorNote,
    /// A line of an index.
    IndexEntry,
    /// The line at the head of a page.
    RunningHead,
    /// The page number.
    Folio,
}

impl Role {
    /// Whether the block is decoration of the page and not part of what is read.
    pub fn is_artifact(self) -> bool {
        matches!(self, Role::RunningHead | Role::Folio)
    }

    /// Whether its lines are running text, as the figures of `measure` understand it.
    pub fn is_running_text(self) -> bool {
        matches!(self, Role::Body | Role::BodyFirst)
    }
}
