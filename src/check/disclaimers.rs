//! Disclaimers whose conditions or fields come to nothing.

use crate::edition::Edition;
use crate::edition::disclaimer::DisclaimerPlace;
use crate::notice::{Notices, Place, Rule};

/// Looks the disclaimers of an edition over.
pub(super) fn preflight(edition: &Edition, notices: &mut Notices) {
    for disclaimer in &edition.disclaimers {
        let carriers: Vec<_> = edition
            .included()
            .map(|(_, piece)| piece)
            .filter(|piece| edition.carries(piece, disclaimer))
            .collect();
        if carriers.is_empty() && !disclaimer.when.is_empty() {
            if !disclaimer.default {
                let what = format!(
                    "the disclaimer “{}” has conditions, and default = false, so that they choose no piece",
                    disclaimer.name
                );
                notices.doubt(Place::file("edition.toml"), what, "take one of the two out");
                continue;
            }
            let what =
                format!("no piece of the book meets the conditions of the disclaimer “{}”", disclaimer.name);
            let hint = "compare its conditions with the affiliations of authors, the outlets and the kickers";
            notices.of(Rule::IdleDisclaimer).remark(Place::file("edition.toml"), what, hint);
        }
        let texts = disclaimer.texts.iter().map(|(_, text)| text).chain([&disclaimer.text]);
        let names_affiliation = texts.into_iter().any(|text| text.contains("{affiliation}"));
        if !names_affiliation || disclaimer.place == DisclaimerPlace::Imprint {
            continue;
        }
        for piece in carriers {
            let has_one = |id| !edition.contributor(id).affiliation.trim().is_empty();
            if !piece.authors.iter().any(has_one) {
                let what = format!(
                    "the disclaimer “{}” names the affiliation of an author who has none",
                    disclaimer.name
                );
                let hint = "add affiliation = \"…\" to the record of the author, or name another disclaimer";
                notices.of(Rule::IdleDisclaimer).doubt(Place::file(&piece.file), what, hint);
            }
        }
    }
}
