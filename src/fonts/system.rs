//! Fonts installed on this computer: looked through only on the first letter that nothing else has.

use super::face::{Face, FontBytes};
use std::sync::{Arc, LazyLock, Mutex};

static INSTALLED: LazyLock<fontdb::Database> = LazyLock::new(|| {
    let mut database = fontdb::Database::new();
    database.load_system_fonts();
    database
});

/// The faces that were of use so far, so that a font file is read once.
static READ: Mutex<Vec<Arc<Face>>> = Mutex::new(Vec::new());

/// How ill a face goes with the text families, which have serifs.
fn beside_text(name: &str) -> u8 {
    match name {
        name if name.contains("Serif") && !name.contains("Display") => 0,
        name if name.contains("Mono") => 2,
        _ => 1,
    }
}

/// The first regular face, by name, those with serifs first, that draws all of `cluster`.
pub(super) fn find(cluster: &str) -> Option<Arc<Face>> {
    let mut read = READ.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let draws = |face: &Face| cluster.chars().all(|c| face.has(c));
    if let Some(face) = read.iter().find(|face| draws(face)) {
        return Some(face.clone());
    }
    let mut candidates: Vec<&fontdb::FaceInfo> =
        INSTALLED.faces().filter(|f| f.style == fontdb::Style::Normal && f.weight.0 == 400).collect();
    candidates.sort_by_key(|info| (beside_text(&info.post_script_name), info.post_script_name.clone()));
    for info in candidates {
        let face = INSTALLED.with_face_data(info.id, |bytes, index| {
            let name = &info.post_script_name;
            if super::licence::forbidden(bytes, index).is_some() {
                return None;
            }
            Face::read(name, FontBytes::Loaded(bytes.into()), index).filter(|face| draws(face)).map(Arc::new)
        });
        if let Some(face) = face.flatten() {
            read.push(face.clone());
            return Some(face);
        }
    }
    None
}
