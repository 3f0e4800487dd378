//! The validators of others: found on the PATH or where a variable of the environment says, and asked.

use super::Outcome;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// More lines than this of one validator help nobody.
const MOST_LINES: usize = 40;

/// A validator.
pub(super) struct Tool {
    pub(super) name: &'static str,
    /// The variable of the environment that says where it is: a program, or a `.jar`.
    variable: &'static str,
    /// What it is called on the PATH.
    programs: &'static [&'static str],
    /// Asks it; the lines of what it found.
    ask: fn(&Path, &Path) -> std::io::Result<Vec<String>>,
}

/// Those that read PDFs.
pub(super) const OF_PDF: [Tool; 2] = [
    Tool { name: "qpdf", variable: "PAMPHLETEER_QPDF", programs: &["qpdf"], ask: qpdf },
    Tool { name: "veraPDF", variable: "PAMPHLETEER_VERAPDF", programs: &["verapdf"], ask: verapdf },
];

/// Those that read EPUBs.
pub(super) const OF_EPUB: [Tool; 2] = [
    Tool { name: "EPUBCheck", variable: "PAMPHLETEER_EPUBCHECK", programs: &["epubcheck"], ask: epubcheck },
    Tool { name: "Ace", variable: "PAMPHLETEER_ACE", programs: &["ace-cli", "ace"], ask: ace },
];

impl Tool {
    /// What it says of a file.
    pub(super) fn ask(&self, file: &Path) -> Outcome {
        let Some(program) = self.find() else {
            let name = self.programs[0];
            return Outcome::Absent(format!(
                "not on the PATH as “{name}”; {} can say where it is",
                self.variable
            ));
        };
        match (self.ask)(&program, file) {
            Ok(lines) if lines.is_empty() => Outcome::Clean,
            Ok(lines) => Outcome::Found(lines),
            Err(error) => Outcome::Found(vec![format!("{} can’t be run: {error}", program.display())]),
        }
    }

    fn find(&self) -> Option<PathBuf> {
        if let Some(set) = std::env::var_os(self.variable).filter(|set| !set.is_empty()) {
            return Some(PathBuf::from(set));
        }
        let path = std::env::var_os("PATH")?;
        let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
        let endings = if cfg!(windows) { &[".exe", ".bat", ".cmd"][..] } else { &[""][..] };
        let names =
            self.programs.iter().flat_map(|name| endings.iter().map(move |end| format!("{name}{end}")));
        names
            .flat_map(|name| folders.iter().map(move |folder| folder.join(&name)))
            .find(|file| file.is_file())
    }
}

/// A call of a program, by Java where it is a `.jar`.
fn call(program: &Path) -> Command {
    let is_jar = program.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("jar"));
    if !is_jar {
        return Command::new(program);
    }
    let mut java = Command::new("java");
    java.arg("-jar").arg(program);
    java
}

/// The lines that a program printed; nothing where it succeeded.
fn complaints(output: &Output) -> Vec<String> {
    if output.status.success() {
        return Vec::new();
    }
    let said = [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    let lines: Vec<String> = said
        .iter()
        .flat_map(|said| said.lines())
        .map(str::trim_end)
        .filter(|line| !line.is_empty())
        .map(str::to_string)
        .take(MOST_LINES)
        .collect();
    // A validator that fails without a word has still failed.
    if lines.is_empty() { vec![format!("it ended with {}", output.status)] } else { lines }
}

fn qpdf(program: &Path, file: &Path) -> std::io::Result<Vec<String>> {
    Ok(complaints(&call(program).arg("--check").arg(file).output()?))
}

fn verapdf(program: &Path, file: &Path) -> std::io::Result<Vec<String>> {
    // Flavour 0 is what the file claims.
    Ok(complaints(&call(program).args(["--flavour", "0", "--format", "text", "-v"]).arg(file).output()?))
}

fn epubcheck(program: &Path, file: &Path) -> std::io::Result<Vec<String>> {
    Ok(complaints(&call(program).args(["--failonwarnings", "-q"]).arg(file).output()?))
}

/// Ace writes its report into a folder.
fn ace(program: &Path, file: &Path) -> std::io::Result<Vec<String>> {
    let folder = tempfile::tempdir()?;
    let output = call(program).args(["--silent", "--force", "-o"]).arg(folder.path()).arg(file).output()?;
    let Ok(report) = std::fs::read(folder.path().join("report.json")) else {
        let lines = complaints(&output);
        return Ok(if lines.is_empty() { vec!["it wrote no report".into()] } else { lines });
    };
    let report: serde_json::Value = serde_json::from_slice(&report)?;
    let list = |value: &serde_json::Value| value["assertions"].as_array().cloned().unwrap_or_default();
    let lines = list(&report).into_iter().flat_map(|part| {
        let document = part["earl:testSubject"]["url"].as_str().unwrap_or_default().to_string();
        let findings = list(&part).into_iter();
        findings.map(move |finding| {
            let title = finding["earl:test"]["dct:title"].as_str().unwrap_or_default();
            let what = finding["earl:result"]["dct:description"].as_str().unwrap_or_default();
            format!("{document}: {title}: {}", what.split_whitespace().collect::<Vec<_>>().join(" "))
        })
    });
    Ok(lines.take(MOST_LINES).collect())
}
