//! Progress on a terminal; silence in a pipe.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::IsTerminal;

/// A bar with the stage that is under way.
#[derive(Debug)]
pub(super) struct Progress(ProgressBar);

impl Progress {
    /// A bar of so many stages.
    pub(super) fn new(stages: u64) -> Progress {
        let bar = ProgressBar::new(stages);
        if !std::io::stderr().is_terminal() {
            bar.set_draw_target(ProgressDrawTarget::hidden());
        }
        if let Ok(style) = ProgressStyle::with_template("{bar:24} {msg}") {
            bar.set_style(style);
        }
        Progress(bar)
    }

    /// There are more stages than was known.
    pub(super) fn add(&self, stages: u64) {
        self.0.inc_length(stages);
    }

    /// A stage begins.
    pub(super) fn stage(&self, message: String) {
        self.0.set_message(message);
    }

    /// Stages are done.
    pub(super) fn done(&self, stages: u64) {
        self.0.inc(stages);
    }

    /// Takes the bar away while something is printed.
    pub(super) fn pause<T>(&self, print: impl FnOnce() -> T) -> T {
        self.0.suspend(print)
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
