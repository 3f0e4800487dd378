//! Properties of a document go in; out comes what somebody meant to say, and nothing that a program wrote there.

/// The title, unless a program made it up.
pub(in super::super) fn title(property: &str) -> Option<String> {
    let title = property.split_whitespace().collect::<Vec<_>>().join(" ");
    let lower = title.to_lowercase();
    let stem = lower.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == ' ');
    let made_up = [
        "word document",
        "document",
        "dokument",
        "documento",
        "doc",
        "untitled",
        "unbenannt",
        "sans titre",
        "sin título",
        "senza nome",
        "naamloos",
        "без имени",
        "документ",
        "template",
        "vorlage",
        "plantilla",
        "modèle",
        "normal",
        "blank",
        "microsoft word",
        "title",
        "titel",
        "powerpoint presentation",
        "",
    ];
    let is_file = [".dot", ".dotx", ".dotm", ".doc", ".docx", ".odt", ".ott", ".rtf", ".tmp"]
        .iter()
        .any(|ending| lower.ends_with(ending));
    let is_made_up = made_up.contains(&stem) || is_file || lower.starts_with("microsoft word - ");
    (!is_made_up && title.chars().count() <= 300).then_some(title)
}

/// The author, unless it is the name of a computer or a program.
pub(in super::super) fn author(property: &str) -> Option<String> {
    let author = property.split_whitespace().collect::<Vec<_>>().join(" ");
    let lower = author.to_lowercase();
    let made_up = [
        "user",
        "admin",
        "administrator",
        "windows user",
        "microsoft",
        "microsoft office user",
        "microsoft account",
        "office user",
        "author",
        "autor",
        "auteur",
        "owner",
        "unknown",
        "unbekannt",
        "inconnu",
        "guest",
        "hp",
        "dell",
        "lenovo",
        "acer",
        "asus",
        "toshiba",
        "python-docx",
        "pandoc",
        "apache poi",
        "libreoffice",
        "openoffice.org",
        "usuario",
        "utilisateur",
        "benutzer",
        "пользователь",
        "user name",
        "",
    ];
    let is_name = lower.chars().any(char::is_alphabetic) && !lower.contains(['@', '\\', '/']);
    (is_name && !made_up.contains(&lower.as_str()) && author.chars().count() <= 120).then_some(author)
}
