//! The program: one command, many subcommands.

use clap::Parser;
use connectoo::cli::Command;
use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    match Command::parse().run().await {
        Ok(code) => code,
        Err(error) => {
            eprintln!("connectoo: {error:#}");
            ExitCode::FAILURE
        }
    }
}
