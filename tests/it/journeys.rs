//! The main job from end to end: in a real browser, and by REST alone.

mod by_browser;
pub mod by_keyboard;
mod by_rest;
mod decisions;
mod renewing;
mod uploading;

use crate::harness::Folder;
use std::process::Command;

/// What the tools of others say of a sealed brevet.
fn assert_sealed(pdf: &[u8], address: &str) {
    let folder = Folder::new("pdf");
    let file = folder.path().join("brevet.pdf");
    std::fs::write(&file, pdf).unwrap();
    let run = |program: &str, arguments: &[&str]| {
        let output = Command::new(program).args(arguments).current_dir(folder.path()).output();
        let output = output.unwrap_or_else(|error| panic!("{program} is there: bin/setup test installs it ({error})"));
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let seal = run("pdfsig", &["brevet.pdf"]);
    assert!(seal.contains("Signature is Valid") && seal.contains("Total document signed"), "{seal}");
    let form = run("qpdf", &["--check", "brevet.pdf"]);
    assert!(form.contains("No syntax or stream encoding errors found"), "{form}");
    run("pdftoppm", &["-r", "150", "-png", "-singlefile", "brevet.pdf", "sheet"]);
    let code = run("zbarimg", &["--quiet", "--raw", "sheet.png"]);
    let (scanned, statement) = code.trim().split_once('#').expect("the code holds a statement");
    assert_eq!((scanned, statement.len()), (address, 130));
}
