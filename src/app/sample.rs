//! The sample edition, part of the program, as a folder of its own: something to try everything on.

use crate::edition::folder::write_whole;
use crate::notice::{Error, Result};
use std::path::{Path, PathBuf};

macro_rules! files {
    ($($file:literal),* $(,)?) => {
        &[$(($file, include_bytes!(concat!("../../assets/sample/", $file)))),*]
    };
}

const FILES: &[(&str, &[u8])] = files![
    "edition.toml",
    "contributors.toml",
    "images/night-flow.png",
    "matter/dedication.md",
    "matter/foreword.md",
    "pieces/benches.md",
    "pieces/hedges.md",
    "pieces/keep-the-date-stamp.md",
    "pieces/le-guichet-et-la-langue.md",
    "pieces/one-sheet-of-paper.md",
    "pieces/ostanovka.md",
    "pieces/read-aloud-to-the-big-ones.md",
    "pieces/the-correction.md",
    "pieces/the-last-train-should-wait.md",
    "pieces/the-price-of-a-gate.md",
    "pieces/the-walk-to-school.md",
    "pieces/what-the-leak-knows.md",
    "pieces/who-mends-the-mending-fund.md",
];

/// Writes the sample into `dir`, unless an edition is there already; the folder.
pub(super) fn write(dir: &Path) -> Result<PathBuf> {
    if dir.join("edition.toml").exists() {
        return Ok(dir.to_path_buf());
    }
    for (file, bytes) in FILES {
        let path = dir.join(file);
        let folder = path.parent().unwrap_or(dir);
        std::fs::create_dir_all(folder).map_err(|error| Error::io(folder, "make the folder", &error))?;
        write_whole(&path, folder, bytes)?;
    }
    Ok(dir.to_path_buf())
}

/// Where the sample goes: a folder of its own among the user's files.
pub(super) fn place() -> PathBuf {
    std::env::home_dir().unwrap_or_else(std::env::temp_dir).join("Pamphleteer").join("The Kitchen Chair")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sample_in_the_program_is_the_whole_sample() {
        let mut on_disk = Vec::new();
        let root = Path::new("assets/sample");
        let mut folders = vec![root.to_path_buf()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
                let path = entry.path();
                match path.is_dir() {
                    true if !path.ends_with("out") => folders.push(path),
                    true => {}
                    false => on_disk.push(path.strip_prefix(root).unwrap_or(&path).display().to_string()),
                }
            }
        }
        let mut inside: Vec<String> = FILES.iter().map(|(file, _)| file.to_string()).collect();
        on_disk.sort();
        inside.sort();
        assert_eq!(on_disk, inside);
    }
}
