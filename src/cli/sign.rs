//! `pamphleteer sign`: writes down who has signed off a piece, or takes that back.

use super::report;
use crate::edition::change::Change;
use crate::edition::date::Date;
use crate::edition::piece::Piece;
use crate::edition::piece_field::PieceField;
use crate::edition::sign_off::{Fingerprint, SignOff};
use crate::edition::{Edition, folder};
use crate::notice::{Error, Notices, Place, Result};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

/// Which pieces, and who has signed them.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// Folder of the edition
    dir: PathBuf,
    /// The pieces: files or titles
    #[arg(required = true, value_name = "PIECE")]
    pieces: Vec<String>,
    /// Who has signed; the authors of the piece, unless said
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
    /// On which day, like 2026-03-02
    #[arg(long, value_name = "DATE", value_parser = date)]
    date: Option<Date>,
    /// The state of the text that stands on the signed sheet; that of the text as it is now, unless said
    #[arg(long, value_name = "STATE", value_parser = fingerprint)]
    text: Option<Fingerprint>,
    /// Take the sign-off back
    #[arg(long, conflicts_with_all = ["by", "date", "text"])]
    take_back: bool,
}

fn date(text: &str) -> std::result::Result<Date, String> {
    Date::parse(text).ok_or_else(|| format!("“{text}” is no date; write it like 2026-03-02"))
}

fn fingerprint(text: &str) -> std::result::Result<Fingerprint, String> {
    Fingerprint::parse(text).ok_or_else(|| {
        format!("“{text}” is no state of a text; copy the eight letters and figures from the signed sheet")
    })
}

/// Writes it down; all pieces or none.
pub(super) fn run(options: &Options) -> ExitCode {
    match sign(options) {
        Ok(lines) => {
            lines.iter().for_each(|line| report::say(line));
            ExitCode::SUCCESS
        }
        Err(error) => {
            report::failure(&options.dir, None, &error, false);
            ExitCode::from(1)
        }
    }
}

fn sign(options: &Options) -> Result<Vec<String>> {
    let mut edition = folder::load(&options.dir, &mut Notices::new())?;
    let mut lines = Vec::new();
    for name in &options.pieces {
        let piece = edition.piece_called(name)?.clone();
        let signed = if options.take_back { None } else { Some(sign_off(&edition, &piece, options)?) };
        lines.push(match &signed {
            Some(signed) => format!("{}: signed by {}", report::portable(&piece.file), signed.by),
            None => format!("{}: not signed", report::portable(&piece.file)),
        });
        edition.apply(Change::Field(piece.file.clone(), PieceField::Signed(signed)));
    }
    folder::save(&edition, &options.dir)?;
    Ok(lines)
}

fn sign_off(edition: &Edition, piece: &Arc<Piece>, options: &Options) -> Result<SignOff> {
    let by = options.by.clone().unwrap_or_else(|| edition.byline(piece));
    if by.trim().is_empty() {
        let what = "nobody is named who has signed, and the piece has no author";
        return Err(Error::new(Place::file(&piece.file), what, "add --by NAME"));
    }
    let text = options.text.unwrap_or_else(|| edition.fingerprint(piece));
    Ok(SignOff { by: by.trim().to_string(), date: options.date, text: Some(text) })
}
