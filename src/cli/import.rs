//! `pamphleteer import`: messy texts, recognised and cleaned.

use super::report::{self, NoticeReport};
use crate::edition::date::Date;
use crate::edition::disclaimer::DisclaimerChoice;
use crate::edition::language::Language;
use crate::import::add::{self, Incoming, Reading, Source};
use crate::import::clean::Kind;
use crate::import::create::{self, Joined};
use crate::import::intake::{Field, Intake};
use crate::import::{self, Composed};
use crate::notice::{Error, Notices};
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What to import, and where to.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// Files, folders, or patterns such as “texts/*.docx”
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Add the pieces to this edition, or make one there
    #[arg(long, value_name = "DIR")]
    into: Option<PathBuf>,
    /// The language of the texts, where it is not what they say or look like: “fr”, “en-GB”
    #[arg(long, value_name = "TAG", value_parser = language)]
    language: Option<Language>,
    /// Corrections that are not made, by kind: “quotes,dashes”, or “all”
    #[arg(long, value_name = "KINDS", value_delimiter = ',', value_parser = kinds)]
    keep: Vec<Kinds>,
    /// Print JSON, one object a piece
    #[arg(long)]
    json: bool,
    /// Write what was recognised, left out and corrected to this file
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
}

/// Kinds of corrections.
#[derive(Clone, Debug)]
struct Kinds(Vec<Kind>);

fn language(tag: &str) -> Result<Language, String> {
    Language::parse(tag).ok_or_else(|| "this is no language; write “en”, “fr”, “pt-BR”".to_string())
}

fn kinds(name: &str) -> Result<Kinds, String> {
    if name == "all" {
        return Ok(Kinds(Kind::ALL.to_vec()));
    }
    let known = || Kind::ALL.map(Kind::key).join(", ");
    let kind = Kind::ALL.into_iter().find(|kind| kind.key() == name);
    kind.map(|kind| Kinds(vec![kind])).ok_or_else(|| format!("there are: {}, all", known()))
}

/// What the editor says of all texts.
fn told(reading: &mut Reading, options: &Options) {
    let kept: Vec<Kind> = options.keep.iter().flat_map(|kinds| kinds.0.iter().copied()).collect();
    for text in &mut reading.incoming {
        text.intake.language = options.language.or(text.intake.language);
        if !kept.is_empty() {
            text.intake.keep_as_is(&kept);
        }
    }
}

/// A recognised piece as JSON.
#[derive(Debug, Serialize)]
struct Report<'a> {
    file: String,
    format: &'static str,
    language: Option<String>,
    kicker: Option<String>,
    title: String,
    subtitle: Option<String>,
    byline: Vec<String>,
    date: Option<String>,
    author_note: Option<String>,
    contacts: BTreeMap<&'static str, String>,
    disclaimer: Option<String>,
    credit: Option<String>,
    body_markdown: &'a str,
    dropped: Vec<String>,
    confidence: BTreeMap<&'static str, f64>,
    lines: BTreeMap<&'static str, Vec<usize>>,
    corrections: BTreeMap<&'static str, usize>,
    notices: Vec<NoticeReport>,
}

/// Imports the files; one that fails does not keep the others from being read.
pub(super) fn run(options: &Options) -> ExitCode {
    let mut reading = add::read(&Source::Files(options.files.clone()), &|_, _| true);
    told(&mut reading, options);
    let mut failed = reading.incoming.is_empty();
    for error in &reading.failed {
        failed = true;
        let file = error.place.file.clone().unwrap_or_default();
        report::failure(&file, None, error, options.json);
    }
    reading.notices.iter().for_each(|notice| report::complain(&notice.to_string()));
    let mut whole = String::new();
    for text in &reading.incoming {
        whole.push_str(&tell(text, options));
        whole.push('\n');
    }
    if let Some(path) = &options.report
        && let Err(error) = crate::output::save(path, whole.as_bytes())
    {
        failed = true;
        report::failure(path, None, &error, options.json);
    }
    if let Some(dir) = options.into.as_deref().filter(|_| !reading.incoming.is_empty())
        && let Err(error) = join(dir, reading.incoming)
    {
        failed = true;
        report::failure(dir, None, &error, options.json);
    }
    ExitCode::from(u8::from(failed))
}

/// Says what became of a text; the same in words for a report.
fn tell(text: &Incoming, options: &Options) -> String {
    let composed = text.intake.compose();
    let mut notices = text.notices.clone();
    composed.tell(&text.intake.file, &mut notices);
    let words = in_words(&text.intake, &composed);
    if options.json {
        report::object(&report_of(&text.intake, &composed, &notices));
        return words;
    }
    if options.into.is_none() {
        report::say(&words);
    }
    notices.iter().for_each(|notice| report::complain(&notice.to_string()));
    words
}

/// Adds the pieces to the edition in a folder, which is made if there is none.
fn join(dir: &Path, texts: Vec<Incoming>) -> Result<(), Error> {
    let mut notices = Notices::new();
    let Joined { added, changed, same } = create::join(dir, texts, &mut notices)?;
    notices.iter().for_each(|notice| report::complain(&notice.to_string()));
    let pieces = |count: usize| if count == 1 { "1 piece".to_string() } else { format!("{count} pieces") };
    let mut said = vec![format!("{} added", pieces(added))];
    said.extend((changed > 0).then(|| format!("{} brought up to date", pieces(changed))));
    said.extend((same > 0).then(|| format!("{same} already there")));
    let dir = dir.display();
    report::complain(&format!("{dir}: {}; now try: pamphleteer export {dir}", said.join(", ")));
    Ok(())
}

fn report_of<'a>(intake: &Intake, composed: &'a Composed, notices: &Notices) -> Report<'a> {
    let piece = &composed.piece;
    let mut confidence = BTreeMap::new();
    let mut lines: BTreeMap<&'static str, Vec<usize>> = BTreeMap::new();
    for field in Field::ALL {
        if let Some(percent) = intake.confidence(field) {
            confidence.insert(field.key(), f64::from(percent) / 100.0);
        }
        let numbers: Vec<usize> =
            intake.of(field).map(|line| line.number).filter(|number| *number > 0).collect();
        if !numbers.is_empty() {
            lines.insert(field.key(), numbers);
        }
    }
    let mut corrections = BTreeMap::new();
    for correction in &composed.corrections {
        *corrections.entry(correction.id.kind.key()).or_insert(0) += 1;
    }
    Report {
        file: report::portable(&intake.file),
        format: intake.format.key(),
        language: piece.language.map(|language| language.tag().to_string()),
        kicker: piece.kicker.as_deref().map(unmarked),
        title: unmarked(&piece.title),
        subtitle: piece.subtitle.as_deref().map(unmarked),
        byline: piece.authors.clone(),
        date: piece.date.map(|date| date.to_string()),
        author_note: piece.author_note.as_deref().map(unmarked),
        contacts: contacts(piece),
        disclaimer: disclaimer(&piece.disclaimer),
        credit: piece.credit.as_ref().map(|credit| credit.outlet.clone()).filter(|outlet| !outlet.is_empty()),
        body_markdown: &piece.markdown,
        dropped: composed.dropped.clone(),
        confidence,
        lines,
        corrections,
        notices: report::notices(notices),
    }
}

/// The contacts in what is said about the authors, by their kinds.
fn contacts(piece: &import::Imported) -> BTreeMap<&'static str, String> {
    let contacts = import::contacts::of(piece);
    contacts.given().map(|(kind, value)| (kind.key(), value.to_string())).collect()
}

/// Inline Markdown as plain words.
fn unmarked(markdown: &str) -> String {
    let mut words = Vec::new();
    crate::edition::markdown::inline_text(markdown)
        .each_paragraph(&mut |paragraph| words.push(paragraph.words()));
    words.join("\n")
}

fn disclaimer(choice: &DisclaimerChoice) -> Option<String> {
    match choice {
        DisclaimerChoice::Own(words) => Some(unmarked(words)),
        DisclaimerChoice::Named(names) => Some(names.join(", ")),
        DisclaimerChoice::Default | DisclaimerChoice::Waived(_) => None,
    }
}

/// What was recognised, left out and corrected, in words.
fn in_words(intake: &Intake, composed: &Composed) -> String {
    let mut words = format!("{} ({})\n", report::portable(&intake.file), intake.format.key());
    let mut field = |field: Field, said: Option<String>| {
        let Some(said) = said.filter(|said| !said.is_empty()) else { return };
        let percent = intake.confidence(field).unwrap_or(100);
        let doubt = if percent < import::intake::DOUBTFUL { " ?" } else { "" };
        let lines: Vec<String> =
            intake.of(field).filter(|line| line.number > 0).map(|line| line.number.to_string()).collect();
        let at = if lines.is_empty() { String::new() } else { format!(", line {}", lines.join(", ")) };
        words.push_str(&format!("  {}{doubt} [{percent} %{at}]: {said}\n", field.key().replace('_', " ")));
    };
    let piece = &composed.piece;
    field(Field::Kicker, piece.kicker.as_deref().map(unmarked));
    field(Field::Title, Some(unmarked(&piece.title)));
    field(Field::Subtitle, piece.subtitle.as_deref().map(unmarked));
    field(Field::Byline, Some(piece.authors.join("; ")));
    field(Field::Date, piece.date.map(|date: Date| date.to_string()));
    field(Field::Credit, piece.credit.as_ref().map(|credit| credit.outlet.clone()));
    field(Field::AuthorNote, piece.author_note.as_deref().map(unmarked));
    field(Field::Disclaimer, disclaimer(&piece.disclaimer));
    for (kind, value) in contacts(piece) {
        words.push_str(&format!("  {kind} of the author, printed only on request: {value}\n"));
    }
    let count = piece.markdown.split_whitespace().count();
    words.push_str(&format!("  body: {count} words\n"));
    for line in &composed.dropped {
        words.push_str(&format!("  left out: {line}\n"));
    }
    for correction in &composed.corrections {
        let kind = correction.id.kind.key().replace('_', " ");
        words.push_str(&format!(
            "  {kind}, line {}: “{}” → “{}”\n",
            correction.number, correction.before, correction.after
        ));
    }
    words
}
