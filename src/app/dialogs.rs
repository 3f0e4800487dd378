//! Dialogs of the desktop, through `rfd`; where none answers, the window asks for a path itself.

use std::future::Future;
use std::path::PathBuf;
use std::pin::Pin;

/// A dialog.
#[derive(Clone, Debug)]
pub(super) struct Dialog {
    /// What it says at the top.
    pub title: String,
    /// What it asks for.
    pub kind: Kind,
    /// Where it begins.
    pub folder: Option<PathBuf>,
}

/// What a dialog asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A folder that is there.
    Folder,
    /// A folder that is empty or not there yet.
    NewFolder,
    /// Files with one of these endings.
    Files(&'static str, &'static [&'static str]),
    /// A name for a file.
    Save(String),
}

impl Dialog {
    /// Shows it; to be called on the window's thread. Nothing is chosen when it is closed.
    pub(super) fn show(self) -> Pin<Box<dyn Future<Output = Vec<PathBuf>> + Send>> {
        let mut dialog = rfd::AsyncFileDialog::new().set_title(self.title);
        if let Some(folder) = self.folder.filter(|folder| folder.is_dir()) {
            dialog = dialog.set_directory(folder);
        }
        let path =
            |handle: Option<rfd::FileHandle>| handle.map(|h| h.path().to_path_buf()).into_iter().collect();
        match self.kind {
            Kind::Folder | Kind::NewFolder => {
                let answer = dialog.pick_folder();
                Box::pin(async move { path(answer.await) })
            }
            Kind::Save(name) => {
                let answer = dialog.set_file_name(name).save_file();
                Box::pin(async move { path(answer.await) })
            }
            Kind::Files(name, endings) => {
                let answer = dialog.add_filter(name, endings).pick_files();
                Box::pin(async move {
                    let files = answer.await.unwrap_or_default();
                    files.iter().map(|handle| handle.path().to_path_buf()).collect()
                })
            }
        }
    }
}

/// Whether a dialog would be seen. On Linux `rfd` asks a service of the desktop or the program `zenity`; without
/// both it answers at once as if the dialog had been closed.
#[cfg(target_os = "linux")]
pub(super) fn available() -> bool {
    let on_path = |program: &str| {
        let dirs = std::env::var_os("PATH").unwrap_or_default();
        std::env::split_paths(&dirs).any(|dir| dir.join(program).is_file())
    };
    let bus = std::env::var_os("DBUS_SESSION_BUS_ADDRESS").is_some()
        || std::env::var_os("XDG_RUNTIME_DIR").is_some_and(|dir| PathBuf::from(dir).join("bus").exists());
    let portal = ["/usr/share", "/usr/local/share"].iter().any(|share| {
        PathBuf::from(share).join("dbus-1/services/org.freedesktop.portal.Desktop.service").exists()
    });
    on_path("zenity") || (bus && portal)
}

/// Whether a dialog would be seen.
#[cfg(not(target_os = "linux"))]
pub fn available() -> bool {
    true
}
