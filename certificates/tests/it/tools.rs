//! Programs that judge our files from outside.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A program that is there.
pub struct Tool {
    program: PathBuf,
}

/// The program, or none with a word why; a failure when CONNECTOO_REQUIRE_TOOLS is 1.
pub fn tool(name: &str) -> Option<Tool> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path).map(|folder| folder.join(name)).find(|program| program.is_file());
    present(found, &format!("the program {name} is not on the PATH"))
}

/// A Python that has `page-validation`: the one that CONNECTOO_PYTHON names, else the one in .tools.
pub fn python() -> Option<Tool> {
    let named = std::env::var_os("CONNECTOO_PYTHON").map(PathBuf::from);
    let ours = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../.tools/py/bin/python");
    let found = Some(named.unwrap_or_else(ours)).filter(|program| program.is_file());
    present(found, "CONNECTOO_PYTHON names no Python, and there is none in .tools/py")
}

fn present(program: Option<PathBuf>, otherwise: &str) -> Option<Tool> {
    let required = std::env::var_os("CONNECTOO_REQUIRE_TOOLS").is_some_and(|value| value == "1");
    match program {
        Some(program) => Some(Tool { program }),
        None if required => panic!("{otherwise}, and CONNECTOO_REQUIRE_TOOLS is 1: run bin/setup"),
        None => {
            println!("skipped: {otherwise}");
            None
        }
    }
}

impl Tool {
    pub fn run<A: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = A>) -> Output {
        Command::new(&self.program).args(arguments).output().unwrap()
    }

    /// What it prints; a failure when it does not end well.
    pub fn read<A: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = A>) -> String {
        let output = self.run(arguments);
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{} failed: {errors}", self.program.display());
        String::from_utf8(output.stdout).unwrap()
    }
}

/// Writes a file for a program to look at; each test has its own name.
pub fn scratch(name: &str, bytes: &[u8]) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.pdf"));
    std::fs::write(&path, bytes).unwrap();
    path
}
