//! Six programs that others wrote judge the sealed files of each level and language.

use std::path::{Path, PathBuf};

use certificates::{Language, Level, issue};

use crate::keys::seal_key;
use crate::sheets::{name, sheet};
use crate::tools::{python, scratch, tool};

#[test]
fn promise_8_pdfsig_finds_the_seal_valid_and_the_whole_document_signed() {
    let Some(pdfsig) = tool("pdfsig") else { return };
    for file in sealed("pdfsig") {
        let report = String::from_utf8(pdfsig.run([&file]).stdout).unwrap();
        assert!(report.contains("Signature is Valid"), "{report}");
        assert!(report.contains("Total document signed"), "{report}");
        assert!(report.contains("ETSI.CAdES.detached"), "{report}");
    }
}

#[test]
fn promise_8_the_files_are_pdf_a_2a_and_pdf_ua_1() {
    let Some(python) = python() else { return };
    const SCRIPT: &str = "
import sys, page
for file in sys.argv[1:]:
    for profile in ('2a', 'ua1'):
        result = page.validate_pdf(file, profile=profile)
        print(profile, 'compliant' if result.is_compliant else f'NOT compliant: {result}')
";
    let files = sealed("archive");
    let report =
        python.read(["-c".as_ref(), SCRIPT.as_ref()].into_iter().chain(files.iter().map(|file| file.as_os_str())));
    let verdicts: Vec<&str> = report.lines().collect();
    assert_eq!(verdicts, ["2a compliant", "ua1 compliant"].repeat(files.len()));
}

#[test]
fn qpdf_finds_no_error() {
    let Some(qpdf) = tool("qpdf") else { return };
    for file in sealed("qpdf") {
        let report = qpdf.read(["--check".as_ref(), file.as_os_str()]);
        assert!(report.contains("No syntax or stream encoding errors found"), "{report}");
    }
}

#[test]
fn the_qr_code_leads_to_the_printed_address() {
    let (Some(pdftoppm), Some(zbarimg)) = (tool("pdftoppm"), tool("zbarimg")) else { return };
    for level in Level::ALL {
        for language in Language::ALL {
            let file = sealed_one("qr", level, language);
            let picture = file.with_extension("");
            pdftoppm.read([
                "-r".as_ref(),
                "100".as_ref(),
                "-png".as_ref(),
                "-singlefile".as_ref(),
                file.as_os_str(),
                picture.as_os_str(),
            ]);
            let found = zbarimg.read(["-q".as_ref(), "--raw".as_ref(), picture.with_extension("png").as_os_str()]);
            assert_eq!(found.trim(), sheet(level, language).verification_address);
        }
    }
}

#[test]
fn every_font_is_embedded_and_has_its_letters() {
    let Some(pdffonts) = tool("pdffonts") else { return };
    for file in sealed("fonts") {
        let report = pdffonts.read([&file]);
        let fonts: Vec<&str> = report.lines().skip(2).collect();
        assert!((4..=5).contains(&fonts.len()), "{report}");
        // The columns emb, sub and uni.
        assert!(fonts.iter().all(|font| font.contains(" yes yes yes ")), "{report}");
    }
}

fn sealed(test: &str) -> Vec<PathBuf> {
    let all = Level::ALL.into_iter().flat_map(|level| Language::ALL.map(|language| (level, language)));
    all.map(|(level, language)| sealed_one(test, level, language)).collect()
}

fn sealed_one(test: &str, level: Level, language: Language) -> PathBuf {
    let pdf = issue(&sheet(level, language), &seal_key()).unwrap();
    let file = scratch(&format!("{test}-{}", name(level, language)), &pdf);
    assert!(Path::new(&file).is_file());
    file
}
