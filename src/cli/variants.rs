//! `--variant`: which outputs of an edition are asked for.

use crate::edition::Edition;
use crate::edition::variant::Variant;
use crate::notice::{Error, Place, Result};

/// The variants that are asked for.
#[derive(Debug, clap::Args)]
pub(super) struct Wanted {
    /// Take this variant of the edition (may be repeated); “all” takes the edition itself and every variant
    #[arg(long = "variant", value_name = "NAME")]
    names: Vec<String>,
}

impl Wanted {
    /// Whether more than one output may be meant.
    pub(super) fn are_several(&self) -> bool {
        self.names.len() > 1 || self.names.iter().any(|name| name == Variant::ALL)
    }

    /// The editions that are asked for, each once: the edition itself unless a variant is named.
    ///
    /// # Errors
    /// When there is no such variant.
    pub(super) fn of(&self, edition: Edition) -> Result<Vec<Edition>> {
        if let Some(unknown) = self.names.iter().find(|name| is_unknown(name, &edition)) {
            return Err(no_such(unknown, &edition));
        }
        let all = self.names.iter().any(|name| name == Variant::ALL);
        let is_named = |variant: &&Variant| all || self.names.iter().any(|name| *name == *variant.name);
        let variants = edition.variants.iter().filter(is_named);
        let mut editions: Vec<Edition> =
            variants.filter_map(|variant| edition.as_variant(&variant.name)).collect();
        if all || self.names.is_empty() {
            editions.insert(0, edition);
        }
        Ok(editions)
    }
}

fn is_unknown(name: &str, edition: &Edition) -> bool {
    name != Variant::ALL && edition.variant(name).is_none()
}

fn no_such(name: &str, edition: &Edition) -> Error {
    let names: Vec<String> = edition.variants.iter().map(|variant| format!("“{}”", variant.name)).collect();
    let hint = match names.as_slice() {
        [] => format!("this edition has no variants; add a table [variant.{name}] to edition.toml"),
        [only] => format!("its only variant is {only}"),
        names => format!("its variants are {}", names.join(", ")),
    };
    Error::new(Place::file("edition.toml"), format!("there is no variant “{name}”"), hint)
}
