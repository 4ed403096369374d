//! The two commands of the house, `run` and `test`, and the file rules, `tidy`.
//!
//! Says what it is doing while it works. Installs system packages only as root; otherwise it prints the
//! command to type. Holds no rule of Baton and builds nothing that Cargo or npm does not build.

mod mining;
mod run;
mod steps;
mod test;
mod tidy;
mod tools;

use std::process::ExitCode;

use anyhow::{Result, bail};

const USAGE: &str = "\
cargo xtask run  [--release] [-- SERVE_OPTIONS…]        set up, build and start Baton with a demo workspace in ./data
cargo xtask test [--long] [rust|web|browser|measured]…  set up and run every test, or the parts named
cargo xtask tidy [--fix-ratchet]                        check the file rules; with --fix-ratchet shrink the list of long files";

fn main() -> ExitCode {
    match dispatch() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    match words.split_first() {
        Some((&"run", rest)) => run::run(rest),
        Some((&"test", rest)) => test::test(rest),
        Some((&"tidy", rest)) => tidy::tidy(rest),
        Some((&("help" | "--help" | "-h"), _)) | None => {
            println!("{USAGE}");
            Ok(())
        }
        Some((other, _)) => bail!("there is no `cargo xtask {other}`\n\n{USAGE}"),
    }
}
