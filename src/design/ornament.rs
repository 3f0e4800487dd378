//! What stands between the sections of a piece: a sign, or a picture.

use super::theme::Theme;
use crate::edition::Edition;
use crate::edition::picture::is_picture_name;
use crate::notice::{Notices, Place, Rule};
use std::sync::Arc;

/// What stands between the sections of a piece.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Ornament {
    /// One to five characters.
    Sign(String),
    /// A picture of the edition.
    Picture(Arc<str>),
}

impl Ornament {
    /// The ornament an edition asks for, or the theme's own where that can't be had.
    pub(super) fn of(edition: &Edition, theme: Theme, notices: &mut Notices) -> Ornament {
        let own = || Ornament::Sign(theme.ornament().to_string());
        let Some(wish) = &edition.design.ornament else { return own() };
        if is_picture_name(wish) {
            // What is wrong with a picture was said when it was read.
            let known = edition.pictures.get_key_value(wish.as_str());
            return known.map_or_else(own, |(name, _)| Ornament::Picture(name.clone()));
        }
        if (1..=5).contains(&wish.chars().count()) {
            return Ornament::Sign(wish.clone());
        }
        let hint = "the theme's own is used; for a picture name its file: images/….png";
        notices.of(Rule::Design).doubt(
            Place::file("edition.toml"),
            "an ornament has one to five characters",
            hint,
        );
        own()
    }
}
