//! Writes the specimen of each level and language to a folder: `cargo run -p certificates --example specimen -- FOLDER`.
//!
//! With `--longest`, sheets of the longest texts; with `--plain`, without any notice; with `--time N`, how long N take.
#![expect(clippy::unwrap_used, reason = "an example that cannot go on shows why")]

#[path = "../tests/it/sheets.rs"]
mod sheets;

use std::path::PathBuf;
use std::time::Instant;

use certificates::keys::{SoftwareKey, Subject, generate};
use certificates::statement::{NameMark, Statement};
use certificates::{BadgeKey, Language, Level, SealKey, Sheet, issue, render};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let folder = PathBuf::from(arguments.first().expect("the folder to write to"));
    std::fs::create_dir_all(&folder).unwrap();
    let subject = Subject { organisation: "Connectoo demonstration", common_name: "Connectoo demonstration seal" };
    let year = 365 * 24 * 60 * 60;
    let made = generate(subject, sheets::SEALED_AT - year, sheets::SEALED_AT + year).unwrap();
    let key = SoftwareKey::from_pem(&made.key_pem, &made.certificate_pem).unwrap();
    let badge_key = BadgeKey::from_pem(&BadgeKey::generate().unwrap()).unwrap();
    for level in Level::ALL {
        for language in Language::ALL {
            let mut sheet = sheets::sheet(level, language);
            sheet.specimen = true;
            let code = statement(&sheet).sign(&badge_key);
            sheet.statement = Some(code.unwrap());
            match arguments.get(1).map(String::as_str) {
                Some("--longest") => sheet = sheets::longest(level, language),
                Some("--plain") => (sheet.specimen, sheet.demonstration) = (false, false),
                Some(_) | None => {}
            }
            let path = folder.join(format!("{}.pdf", sheets::name(level, language)));
            std::fs::write(path, issue(&sheet, &key).unwrap()).unwrap();
        }
    }
    if let Some(count) = arguments.iter().skip_while(|word| *word != "--time").nth(1) {
        measure(count.parse().unwrap(), &key);
    }
}

fn statement(sheet: &Sheet) -> Statement {
    Statement {
        number: sheet.number.clone(),
        level: sheet.level,
        issued_on: sheet.issued_on,
        valid_until: sheet.valid_until,
        name: NameMark::of(&sheet.number, &sheet.holder),
    }
}

fn measure(count: u32, key: &dyn SealKey) {
    let sheet = sheets::sheet(Level::Basic, Language::De);
    let begun = Instant::now();
    (0..count).for_each(|_| drop(render(&sheet).unwrap()));
    println!("render {:.2} ms each", begun.elapsed().as_secs_f64() * 1000.0 / f64::from(count));
    let begun = Instant::now();
    let sealed: Vec<Vec<u8>> = (0..count).map(|_| issue(&sheet, key).unwrap()).collect();
    println!(
        "issue  {:.2} ms each, {} bytes",
        begun.elapsed().as_secs_f64() * 1000.0 / f64::from(count),
        sealed[0].len()
    );
    let ours = [key.facts().fingerprint];
    let begun = Instant::now();
    for pdf in &sealed {
        certificates::check::strict(pdf, &ours).unwrap();
    }
    println!("strict {:.2} ms each", begun.elapsed().as_secs_f64() * 1000.0 / f64::from(count));
}
