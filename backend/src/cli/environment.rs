//! The environment as settings: an empty variable is one that is not set, and an error names the variable that is wrong.

use super::Command;
use clap::{
    Arg, CommandFactory, Error, FromArgMatches,
    builder::Resettable,
    error::{ContextKind, ContextValue},
};
use std::env;

/// The command line with the environment; ends the program with a sentence when they cannot be understood.
pub fn read() -> Command {
    let read = Command::command().mut_args(without_empty).try_get_matches();
    let matches = read.unwrap_or_else(|error| naming_the_variable(error).exit());
    Command::from_arg_matches(&matches).unwrap_or_else(|error| error.exit())
}

fn without_empty(arg: Arg) -> Arg {
    let value = arg.get_env().and_then(env::var_os);
    if value.is_some_and(|value| value.is_empty()) { arg.env(Resettable::Reset) } else { arg }
}

/// clap speaks of `--listen` wherever the value comes from.
fn naming_the_variable(mut error: Error) -> Error {
    let Some(ContextValue::String(told)) = error.get(ContextKind::InvalidArg) else { return error };
    let mut command = Command::command();
    command.build();
    let arg = command.get_arguments().find(|arg| arg.to_string() == *told && !is_on_the_command_line(arg));
    if let Some(name) = arg.and_then(Arg::get_env) {
        let name = name.to_string_lossy().into_owned();
        error.insert(ContextKind::InvalidArg, ContextValue::String(name));
    }
    error
}

fn is_on_the_command_line(arg: &Arg) -> bool {
    let option = format!("--{}", arg.get_long().unwrap_or_default());
    let is = |given: String| given.strip_prefix(&option).is_some_and(|rest| rest.is_empty() || rest.starts_with('='));
    env::args_os().any(|given| is(given.to_string_lossy().into_owned()))
}
