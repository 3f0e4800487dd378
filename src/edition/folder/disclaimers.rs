//! The disclaimers of `edition.toml`: words, languages, conditions.

use super::save_book::Say;
use super::toml::TomlReader;
use crate::edition::disclaimer::{Conditions, Disclaimer, DisclaimerPlace, FIELDS};
use crate::edition::language::Language;
use toml_edit::{TableLike, Value};

/// The named disclaimers in the order of the file.
pub(super) fn read(toml: &mut TomlReader<'_>, table: &dyn TableLike) -> Vec<Disclaimer> {
    let Some(named) = toml.table(table, "disclaimer") else { return Vec::new() };
    let places = [
        ("piece", DisclaimerPlace::Piece),
        ("imprint", DisclaimerPlace::Imprint),
        ("both", DisclaimerPlace::Both),
        ("gathered", DisclaimerPlace::Gathered),
    ];
    let mut disclaimers = Vec::new();
    for (name, _) in named.iter() {
        let Some(disclaimer) = toml.table(named, name) else { continue };
        let known = ["text", "texts", "place", "default", "when"];
        toml.unknown(disclaimer, &format!("[disclaimer.{name}]"), &known);
        let when = conditions(toml, disclaimer, name);
        disclaimers.push(Disclaimer {
            name: name.into(),
            text: toml.text_with_fields(disclaimer, "text", &FIELDS).unwrap_or_default(),
            texts: texts(toml, disclaimer),
            place: toml.word(disclaimer, "place", &places).unwrap_or_default(),
            // Conditions say for which pieces it is meant.
            default: toml.flag(disclaimer, "default").unwrap_or(!when.is_empty()),
            when,
        });
    }
    disclaimers
}

/// What a disclaimer's words in other languages are.
fn texts(toml: &mut TomlReader<'_>, disclaimer: &dyn TableLike) -> Vec<(Language, String)> {
    let Some(table) = toml.table(disclaimer, "texts") else { return Vec::new() };
    let mut texts = Vec::new();
    for (tag, item) in table.iter() {
        match Language::parse(tag) {
            Some(language) => {
                texts.extend(toml.text_with_fields(table, tag, &FIELDS).map(|words| (language, words)));
            }
            None => {
                let place = toml.place(item.span());
                let what = format!("“{tag}” is no language; these words are not printed");
                toml.notices.doubt(place, what, "write a language tag such as ur, ru or pt-BR");
            }
        }
    }
    texts
}

/// For which pieces a disclaimer is meant.
fn conditions(toml: &mut TomlReader<'_>, disclaimer: &dyn TableLike, name: &str) -> Conditions {
    let Some(table) = toml.table(disclaimer, "when") else { return Conditions::default() };
    toml.unknown(table, &format!("when of [disclaimer.{name}]"), &["affiliation", "outlet", "kicker"]);
    let mut words = |key: &str| -> Vec<String> {
        toml.texts(table, key).into_iter().map(|(word, _)| word).filter(|w| !w.trim().is_empty()).collect()
    };
    Conditions { affiliation: words("affiliation"), outlet: words("outlet"), kicker: words("kicker") }
}

/// What the file says of a disclaimer.
pub(super) fn said(disclaimer: &Disclaimer, say: &mut Say<'_>) {
    let mut say = |keys: &[&str], value| say(&[&["disclaimer", &disclaimer.name], keys].concat(), value);
    let place = match disclaimer.place {
        DisclaimerPlace::Piece => None,
        DisclaimerPlace::Imprint => Some("imprint"),
        DisclaimerPlace::Both => Some("both"),
        DisclaimerPlace::Gathered => Some("gathered"),
    };
    say(&["text"], Some(Value::from(&disclaimer.text)));
    for (language, text) in &disclaimer.texts {
        say(&["texts", language.tag()], Some(Value::from(text)));
    }
    say(&["place"], place.map(Value::from));
    // Said only where it is not what the conditions make of it.
    let is_usual = disclaimer.default != disclaimer.when.is_empty();
    say(&["default"], (!is_usual).then(|| Value::from(disclaimer.default)));
    let when = &disclaimer.when;
    for (key, words) in
        [("affiliation", &when.affiliation), ("outlet", &when.outlet), ("kicker", &when.kicker)]
    {
        let value = match &words[..] {
            [] => None,
            [word] => Some(Value::from(word)),
            several => Some(Value::Array(several.iter().map(String::as_str).collect())),
        };
        say(&["when", key], value);
    }
}
