//! The batch command: `pamphleteer new · export · measure · check`.

use std::process::ExitCode;

fn main() -> ExitCode {
    pamphleteer::cli::run(std::env::args_os())
}
