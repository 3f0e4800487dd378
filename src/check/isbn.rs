//! ISBNs whose figures can't be right.

use crate::edition::Edition;
use crate::edition::isbn::Isbn;
use crate::notice::{Notices, Place, Rule};

/// Looks the ISBNs of an edition over.
pub(super) fn preflight(edition: &Edition, notices: &mut Notices) {
    for (isbn, of) in
        [(&edition.isbn.print, "print"), (&edition.isbn.pdf, "pdf"), (&edition.isbn.epub, "epub")]
    {
        if let Some((isbn, wrong)) = isbn.as_ref().and_then(|isbn| Some((isbn, Isbn::parse(isbn).err()?))) {
            let what = format!("the ISBN {isbn} ({of}) is not valid: {wrong}");
            let hint = "compare it with the letter of the ISBN agency";
            notices.of(Rule::Isbn).fault(Place::file("edition.toml"), what, hint);
        }
    }
}
