//! The `a3` command: hands the arguments to `cli` and its answer to the system.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
