//! Opens the window, or runs the batch command when one is given.

use pamphleteer::{app, cli};
use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match cli::run(std::env::args_os()) {
        cli::Asked::Done(code) => code,
        cli::Asked::Window(paths) => match app::run(paths) {
            Ok(()) => ExitCode::SUCCESS,
            Err(reason) => cli::no_window(&reason),
        },
    }
}
