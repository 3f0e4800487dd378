//! The command line: the batch command reads folders, calls the library, writes files and reports; without a command
//! the window opens.
//!
//! Exit codes: 0 all done; 1 an edition failed (or, for `check`, has a fault); 2 the command was used wrongly.

mod board;
mod check;
mod export;
mod fix;
mod import;
mod measure;
mod new;
mod people;
mod progress;
mod proof;
mod report;
mod sarif;
mod sign;
mod variants;
mod verify;

use clap::{Parser, Subcommand};
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

/// Turns a folder of opinion pieces into a book: a typeset PDF and an accessible EPUB. Without a command, opens the
/// window.
#[derive(Debug, Parser)]
#[command(name = "pamphleteer", version, about, max_term_width = 100, args_conflicts_with_subcommands = true)]
struct Arguments {
    /// Open this edition, or these texts, in the window
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(subcommand)]
    command: Option<Command>,
}

/// What a command line asks for.
#[derive(Debug)]
pub enum Asked {
    /// The window, with these paths opened in it.
    Window(Vec<PathBuf>),
    /// The batch command has run; this is its exit code.
    Done(ExitCode),
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Make the folder of a new edition, from loose texts if you have them
    New {
        /// Where: a folder that is not there yet, or is empty
        dir: PathBuf,
        /// Take all Markdown and text files of this folder as pieces
        #[arg(long, value_name = "FOLDER")]
        from: Option<PathBuf>,
    },
    /// Recognise and clean messy texts: web pages, Word files, pasted text
    Import(import::Options),
    /// Make the PDF and the EPUB of one or more editions
    Export(export::Options),
    /// Make proofs for the authors: a PDF a piece, to be corrected and signed
    Proof(proof::Options),
    /// Write down who has signed off a piece, or take that back
    Sign(sign::Options),
    /// List the contributors, find records of one person and merge them, settle notes that differ from a record
    People(people::Options),
    /// Print the typographic figures of an edition and its worst places
    Measure(measure::Options),
    /// Say what is doubtful or missing in an edition, and how to mend it
    Check(check::Options),
    /// Look finished PDFs and EPUBs over, by our own rules and by validators that are installed
    Verify(verify::Options),
}

/// Runs the command with these arguments, the first being the program's name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Asked {
    let parsed = match Arguments::try_parse_from(arguments) {
        Ok(parsed) => parsed,
        Err(error) => {
            // Help and version are no errors. Printing can only fail when nobody reads.
            let _ = error.print();
            return Asked::Done(ExitCode::from(if error.use_stderr() { 2 } else { 0 }));
        }
    };
    let Some(command) = parsed.command else { return window(parsed.paths) };
    Asked::Done(match command {
        Command::New { dir, from } => new::run(&dir, from.as_deref()),
        Command::Import(options) => import::run(&options),
        Command::Export(options) => export::run(&options),
        Command::Proof(options) => proof::run(&options),
        Command::Sign(options) => sign::run(&options),
        Command::People(options) => people::run(&options),
        Command::Measure(options) => measure::run(&options),
        Command::Check(options) => check::run(&options),
        Command::Verify(options) => verify::run(&options),
    })
}

/// The window, unless a word is neither a command nor a file: then it was meant to be a command.
fn window(paths: Vec<PathBuf>) -> Asked {
    if let Some(unknown) = paths.iter().find(|path| !path.exists()) {
        let unknown = unknown.display();
        report::complain(&format!("“{unknown}” is neither a command nor a file (see pamphleteer --help)"));
        return Asked::Done(ExitCode::from(2));
    }
    Asked::Window(paths)
}

/// Says why the window can't be opened, and what to do instead.
pub fn no_window(reason: &str) -> ExitCode {
    report::complain(&format!("the window can’t be opened: {reason}"));
    report::complain(
        "without a screen use the batch command: pamphleteer export DIR (see pamphleteer --help)",
    );
    ExitCode::from(1)
}
