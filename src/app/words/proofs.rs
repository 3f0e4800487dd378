//! Proofs.

pub(crate) const TITLE: &str = "Proofs";
pub(crate) const OF: [&str; 2] = ["Proofs of", "Whose pieces are proofed"];
pub(crate) const ALL: &str = "All pieces in the book";
pub(crate) const EACH: [&str; 2] = ["Files", "An author gets the PDFs of her own pieces, alone or as one"];
pub(crate) const EACH_PIECE: &str = "One PDF for each piece";
pub(crate) const EACH_AUTHOR: &str = "One PDF for each author, with all pieces of the author";
pub(crate) const PAPER: [&str; 2] = ["Paper", "What the authors’ printers hold"];
pub(crate) const A4: &str = "A4";
pub(crate) const LETTER: &str = "Letter";
pub(crate) const DATE: [&str; 2] = [
    "Date of the proofs",
    "Printed on every sheet, like 2026-03-01 or “second proof”; none where it is empty",
];
pub(crate) const FOLDER: [&str; 2] = ["Folder", "Where the PDFs go"];
pub(crate) const GO: &str = "Write proofs";
pub(crate) const NOTHING: &str = "No piece that is chosen is in the book, or no folder is named.";

pub(crate) fn done(count: usize, folder: &str) -> String {
    match count {
        1 => format!("One proof was written into {folder}"),
        _ => format!("{count} proofs were written into {folder}"),
    }
}

pub(crate) fn selected(count: usize) -> String {
    if count == 1 { "The selected piece".into() } else { format!("The {count} selected pieces") }
}

pub(crate) fn files(count: usize, replaced: usize) -> String {
    let files = match count {
        0 => "No file is written".to_string(),
        1 => "One file is written".to_string(),
        _ => format!("{count} files are written"),
    };
    match replaced {
        0 => format!("{files}."),
        1 => format!("{files}; one replaces an older proof."),
        _ => format!("{files}; {replaced} replace older proofs."),
    }
}
