//! The tables `[pdf]`, `[print]`, `[cover]` and `[series]` of `edition.toml`, in and out.

use super::book::em_of;
use super::save_book::{Say, written_length};
use super::source::Folder;
use super::toml::TomlReader;
use crate::edition::production::cover::{CoverColour, CoverSettings, CoverStyle};
use crate::edition::production::standard::Standard;
use crate::edition::production::stock::Stock;
use crate::edition::production::{Press, PressColour, Production, Profile, Signature};
use crate::edition::{Catalogue, Edition, Series};
use crate::notice::Rule;
use std::path::Path;
use std::sync::Arc;
use toml_edit::{Item, TableLike, Value};

/// A profile is at most so many bytes.
const LARGEST_PROFILE: u64 = 20 * 1024 * 1024;
/// What pictures become, by name.
const COLOURS: [(&str, PressColour); 3] =
    [("as is", PressColour::AsIs), ("grey", PressColour::Grey), ("cmyk", PressColour::Cmyk)];

/// Reads how the files of an edition are made.
pub(super) fn read(toml: &mut TomlReader<'_>, table: &dyn TableLike, folder: &Folder) -> Production {
    Production {
        standards: standards(toml, table),
        press: press(toml, table, folder),
        cover: cover(toml, table),
    }
}

fn standards(toml: &mut TomlReader<'_>, table: &dyn TableLike) -> Vec<Standard> {
    let Some(pdf) = toml.table(table, "pdf") else { return Vec::new() };
    toml.unknown(pdf, "[pdf]", &["standard"]);
    let mut standards = Vec::new();
    let names = toml.texts(pdf, "standard");
    let at = names.first().map(|(_, place)| place.clone());
    for (name, place) in names {
        match Standard::parse(&name) {
            Some(standard) if standards.contains(&standard) => {}
            Some(standard) => standards.push(standard),
            None => {
                let known: Vec<&str> = Standard::ALL.iter().map(|standard| standard.key()).collect();
                let what = format!("no standard “{name}” is known; it is left out");
                toml.notices.fault(place, what, format!("there are {}", known.join(", ")));
            }
        }
    }
    if let (Some(why), Some(place)) = (Standard::contradiction(&standards), at) {
        toml.notices.of(Rule::Standard).fault(place, "these standards can’t be met by one file", why);
    }
    standards
}

fn press(toml: &mut TomlReader<'_>, table: &dyn TableLike, folder: &Folder) -> Press {
    let Some(print) = toml.table(table, "print") else { return Press::default() };
    toml.unknown(print, "[print]", &["bleed", "marks", "colour", "profile", "ink", "signature", "paper"]);
    Press {
        bleed: bleed(toml, print),
        marks: toml.flag(print, "marks"),
        colour: toml.word(print, "colour", &COLOURS),
        profile: profile(toml, print, folder),
        ink: ink(toml, print),
        signature: signature(toml, print),
        paper: paper(toml, print),
    }
}

fn bleed(toml: &mut TomlReader<'_>, print: &dyn TableLike) -> Option<crate::units::Length> {
    let bleed = toml.length(print, "bleed", em_of(&Default::default()))?;
    if (0..=crate::units::Length::mm(20.0).0).contains(&bleed.0) {
        return Some(bleed);
    }
    let place = toml.place(print.get("bleed").and_then(Item::span));
    toml.notices.fault(
        place,
        "“bleed” is left out: it may be up to 20 mm",
        "printers ask for 3 mm or 1/8 inch",
    );
    None
}

fn ink(toml: &mut TomlReader<'_>, print: &dyn TableLike) -> Option<u16> {
    let item = print.get("ink")?;
    let ink =
        item.as_integer().and_then(|ink| u16::try_from(ink).ok()).filter(|ink| (100..=400).contains(ink));
    if ink.is_none() {
        let place = toml.place(item.span());
        toml.notices.fault(
            place,
            "“ink” should be a whole number from 100 to 400; it is left out",
            "printers allow 240 to 320 per cent",
        );
    }
    ink
}

fn signature(toml: &mut TomlReader<'_>, print: &dyn TableLike) -> Option<Signature> {
    let item = print.get("signature")?;
    let pages = item.as_integer();
    let found = Signature::ALL.into_iter().find(|(_, count)| pages == Some(i64::from(*count)));
    if found.is_none() {
        let place = toml.place(item.span());
        toml.notices.fault(place, "“signature” should be 4, 8 or 16; it is left out", "ask your printer");
    }
    found.map(|(signature, _)| signature)
}

fn paper(toml: &mut TomlReader<'_>, print: &dyn TableLike) -> Option<Stock> {
    let text = toml.text(print, "paper")?;
    match Stock::parse(&text) {
        Ok(stock) => Some(stock),
        Err(what) => {
            let place = toml.place(print.get("paper").and_then(Item::span));
            toml.notices.fault(place, what, "“paper” is left out");
            None
        }
    }
}

fn profile(toml: &mut TomlReader<'_>, print: &dyn TableLike, folder: &Folder) -> Option<Profile> {
    let path = toml.text(print, "profile")?;
    let place = toml.place(print.get("profile").and_then(Item::span));
    match read_profile(&path, folder) {
        Ok(profile) => Some(profile),
        Err(why) => {
            let what = format!("the profile “{path}” {why}; it is left out");
            toml.notices.of(Rule::MissingFile).fault(
                place,
                what,
                "put the printer’s .icc file beside edition.toml",
            );
            None
        }
    }
}

fn read_profile(path: &str, folder: &Folder) -> Result<Profile, String> {
    use super::source::Unreadable;
    let found = folder.find(Path::new(path)).map_err(|reason| match reason {
        Unreadable::Outside => "lies outside the edition’s folder".to_string(),
        Unreadable::Missing => "does not exist".into(),
        Unreadable::Io(error) => format!("can’t be read: {error}"),
    })?;
    if found.metadata().is_ok_and(|data| data.len() > LARGEST_PROFILE) {
        return Err("is larger than 20 MiB".into());
    }
    let bytes = std::fs::read(found).map_err(|error| format!("can’t be read: {error}"))?;
    Ok(Profile { path: super::source::tidy(path).into(), bytes: bytes.into() })
}

fn cover(toml: &mut TomlReader<'_>, table: &dyn TableLike) -> CoverSettings {
    let Some(cover) = toml.table(table, "cover") else { return CoverSettings::default() };
    toml.unknown(cover, "[cover]", &["style", "colour", "picture", "blurb"]);
    CoverSettings {
        style: toml.word(cover, "style", &CoverStyle::ALL),
        colour: toml.word(cover, "colour", &CoverColour::ALL),
        picture: toml.text(cover, "picture").map(|path| super::source::tidy(&path).into()),
        blurb: toml.text(cover, "blurb"),
    }
}

/// Reads what catalogues ask for beside the subjects.
pub(super) fn catalogue(toml: &mut TomlReader<'_>, table: &dyn TableLike) -> Catalogue {
    let codes = |toml: &mut TomlReader<'_>, key: &str| -> Vec<Arc<str>> {
        let codes = toml.texts(table, key).into_iter();
        codes.map(|(code, _)| code.trim().to_ascii_uppercase().into()).collect()
    };
    Catalogue { series: series(toml, table), bisac: codes(toml, "bisac"), thema: codes(toml, "thema") }
}

fn series(toml: &mut TomlReader<'_>, table: &dyn TableLike) -> Option<Series> {
    if let Some(title) = table.get("series").and_then(Item::as_str).filter(|title| !title.trim().is_empty()) {
        return Some(Series { title: title.to_string(), number: None });
    }
    let series = toml.table(table, "series")?;
    toml.unknown(series, "[series]", &["title", "number"]);
    let title = toml.text(series, "title")?;
    Some(Series { title, number: toml.text(series, "number") })
}

/// What the file says of it.
pub(super) fn said(edition: &Edition, say: &mut Say<'_>) {
    let Edition { production, catalogue, .. } = edition;
    let list = |texts: Vec<&str>| (!texts.is_empty()).then(|| Value::from_iter(texts));
    let text = |text: &Option<Arc<str>>| text.as_ref().map(|text| Value::from(&**text));
    if let Some(series) = &catalogue.series {
        say(&["series", "title"], Some(Value::from(&series.title)));
        say(&["series", "number"], series.number.as_ref().map(Value::from));
    }
    say(&["bisac"], list(catalogue.bisac.iter().map(|code| &**code).collect()));
    say(&["thema"], list(catalogue.thema.iter().map(|code| &**code).collect()));
    say(&["pdf", "standard"], list(production.standards.iter().map(|standard| standard.key()).collect()));
    let press = &production.press;
    say(&["print", "bleed"], press.bleed.map(|bleed| Value::from(written_length(bleed))));
    say(&["print", "marks"], press.marks.map(Value::from));
    let colour = press.colour.and_then(|colour| COLOURS.iter().find(|(_, known)| *known == colour));
    say(&["print", "colour"], colour.map(|(name, _)| Value::from(*name)));
    say(&["print", "profile"], press.profile.as_ref().map(|profile| Value::from(&*profile.path)));
    say(&["print", "ink"], press.ink.map(|ink| Value::from(i64::from(ink))));
    say(&["print", "signature"], press.signature.map(|it| Value::from(i64::from(it.pages()))));
    say(&["print", "paper"], press.paper.map(|paper| Value::from(paper.to_string())));
    let cover = &production.cover;
    say(&["cover", "style"], cover.style.map(|style| Value::from(style.key())));
    say(&["cover", "colour"], cover.colour.map(|colour| Value::from(colour.key())));
    say(&["cover", "picture"], text(&cover.picture));
    say(&["cover", "blurb"], cover.blurb.as_ref().map(Value::from));
}
