//! The rows of an XLSX.

use super::list::{MOST, WIDEST};
use crate::problem::Reason;
use calamine::{DataRef, Reader, Xlsx};
use memchr::memmem;
use std::io::{Cursor, Read};

/// An XLSX is compressed: so much may come out of it, in bytes. Ten thousand lines take some two million.
const UNPACKED: u64 = 16 * 1024 * 1024;
/// Of these, so much may be texts that cells share: they are read whole, and each costs far more in memory than in the file.
const SHARED: u64 = 4 * 1024 * 1024;

/// Sheets that are looked at: a file may name one and the same a million times.
const SHEETS: usize = 10;

/// The first sheet that has anything in it.
pub fn rows(bytes: &[u8]) -> Result<Vec<Vec<String>>, Reason> {
    unpacks_to_a_limit(bytes)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| Reason::NotAList)?;
    let mut read = Err(Reason::NotAList);
    for sheet in book.sheet_names().into_iter().take(SHEETS) {
        let rows = sheet_rows(&mut book, &sheet);
        match rows {
            Ok(rows) if rows.is_empty() => read = Ok(rows),
            Err(Reason::NotAList) => {} // a chart on a sheet of its own has no cells
            found => return found,
        }
    }
    read
}

/// Cell by cell: a file may claim to have billions of them.
fn sheet_rows(book: &mut Xlsx<Cursor<&[u8]>>, sheet: &str) -> Result<Vec<Vec<String>>, Reason> {
    let mut cells = book.worksheet_cells_reader(sheet).map_err(|_| Reason::NotAList)?;
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut last = None;
    while let Some(cell) = cells.next_cell().map_err(|_| Reason::NotAList)? {
        let (row, column) = cell.get_position();
        let column = column as usize;
        let text = match cell.get_value() {
            DataRef::String(text) => text.clone(),
            DataRef::SharedString(text) => (*text).to_owned(),
            DataRef::Int(number) => number.to_string(),
            DataRef::Float(number) => number.to_string(),
            _ => continue, // dates and the like
        };
        if column >= WIDEST || text.trim().is_empty() {
            continue;
        }
        if last != Some(row) {
            last = Some(row);
            rows.push(Vec::new());
            if rows.len() > 2 * MOST {
                return Err(Reason::TooManyRows(MOST));
            }
        }
        if let Some(cells) = rows.last_mut() {
            cells.resize(cells.len().max(column + 1), String::new());
            cells[column] = text;
        }
    }
    Ok(rows)
}

fn unpacks_to_a_limit(bytes: &[u8]) -> Result<(), Reason> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| Reason::NotAList)?;
    let mut left = UNPACKED;
    for at in 0..archive.len() {
        let entry = archive.by_index(at).map_err(|_| Reason::NotAList)?;
        // Counted, not believed: a file may say anything of its own size.
        let name = entry.name().map_err(|_| Reason::NotAList)?.to_ascii_lowercase();
        let unpacked = match name.ends_with("sharedstrings.xml") {
            true => shared_strings(entry)?,
            false => std::io::copy(&mut entry.take(left + 1), &mut std::io::sink()).map_err(|_| Reason::NotAList)?,
        };
        left = left.checked_sub(unpacked).ok_or(Reason::FileTooLarge)?;
    }
    Ok(())
}

/// How many bytes the texts that cells share take. The reader makes room for as many as the file claims to have, and more than
/// there is memory would end the process: a claim that cannot be true is refused.
fn shared_strings(entry: impl Read) -> Result<u64, Reason> {
    let mut xml = Vec::new();
    entry.take(SHARED + 1).read_to_end(&mut xml).map_err(|_| Reason::NotAList)?;
    if xml.len() as u64 > SHARED {
        return Err(Reason::FileTooLarge);
    }
    // In UTF-16 the claim would not be seen; no spreadsheet writes that.
    let is_utf8 = std::str::from_utf8(&xml).is_ok_and(|text| !text.contains('\0'));
    let claims = memmem::find_iter(&xml, b"uniqueCount").map(|at| {
        let after = xml[at..].iter().skip_while(|byte| !byte.is_ascii_digit());
        after
            .take_while(|byte| byte.is_ascii_digit())
            .fold(0u64, |claim, digit| claim.saturating_mul(10).saturating_add(u64::from(digit - b'0')))
    });
    let is_true = claims.max().unwrap_or_default() <= xml.len() as u64;
    if is_utf8 && is_true { Ok(xml.len() as u64) } else { Err(Reason::NotAList) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        brevets::number::BrevetNumber,
        verification::list::{Line, read},
    };

    fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
        use std::io::Write;
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            archive.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
            archive.write_all(bytes).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    fn book(sheets: &[&str]) -> Vec<u8> {
        const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let relation = |id: usize, target: &str, kind: &str| {
            format!("<Relationship Id=\"rId{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>")
        };
        let relations = |all: String| {
            format!(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{all}</Relationships>"
            )
        };
        let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        let numbered = || sheets.iter().enumerate().map(|(at, sheet)| (at + 1, sheet));
        let of_sheets = numbered().map(|(at, _)| relation(at, &format!("worksheets/sheet{at}.xml"), "worksheet"));
        let names = numbered().map(|(at, _)| format!("<sheet name=\"Blad{at}\" sheetId=\"{at}\" r:id=\"rId{at}\"/>"));
        let names: String = names.collect();
        let mut files = vec![
            ("_rels/.rels".to_owned(), relations(relation(1, "xl/workbook.xml", "officeDocument"))),
            ("xl/_rels/workbook.xml.rels".to_owned(), relations(of_sheets.collect())),
            (
                "xl/workbook.xml".to_owned(),
                format!("<workbook {main} xmlns:r=\"{OFFICE}\"><sheets>{names}</sheets></workbook>"),
            ),
        ];
        files.extend(numbered().map(|(at, rows)| {
            let sheet = format!("<worksheet {main}><sheetData>{rows}</sheetData></worksheet>");
            (format!("xl/worksheets/sheet{at}.xml"), sheet)
        }));
        let files: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
        zipped(&files)
    }

    fn row(at: u32, cells: &[&str]) -> String {
        let cells = cells.iter().zip('A'..).filter(|(text, _)| !text.is_empty());
        let cells =
            cells.map(|(text, column)| format!("<c r=\"{column}{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"));
        format!("<row r=\"{at}\">{}</row>", cells.collect::<String>())
    }

    #[test]
    fn a_title_above_a_heading_is_no_line_and_first_and_family_name_are_joined() {
        let number = BrevetNumber::new().to_string();
        let all =
            [row(1, &["Lijst 2026"]), row(3, &["Voornaam", "Naam", "Nummer"]), row(4, &["An", "Peeters", &number])];
        assert_eq!(read(&book(&[&all.concat()])).unwrap(), [Line::new(&number, Some("An Peeters"))]);
        let all = row(1, &["Nr", "Brevetnummer", "Naam"]) + &row(2, &["1", &number, "An"]);
        assert_eq!(read(&book(&[&all])).unwrap(), [Line::new(&number, Some("An"))]);
    }

    #[test]
    fn the_first_sheet_that_has_anything_is_read() {
        let number = BrevetNumber::new().to_string();
        let (empty, one, two) = ("", row(1, &[&number, "An"]), row(1, &["Niets"]));
        assert_eq!(read(&book(&[empty, &one, &two])).unwrap(), [Line::new(&number, Some("An"))]);
        assert_eq!(read(&book(&[empty, empty])), Err(Reason::EmptyList));
    }

    #[test]
    fn a_spreadsheet_is_read_and_its_far_cells_cost_nothing() {
        let number = BrevetNumber::new().to_string();
        let cell = |place: &str, text: &str| format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
        let rows = format!(
            "<row r=\"1\">{}{}</row><row r=\"2\">{}{}</row><row r=\"1048576\">{}</row>",
            cell("A1", "Naam"),
            cell("B1", "Nummer"),
            cell("A2", "An Peeters"),
            cell("B2", &number),
            cell("XFD1048576", "far away"),
        );
        assert_eq!(read(&book(&[&rows])).unwrap(), [Line::new(&number, Some("An Peeters"))]);
    }

    #[test]
    fn a_zip_bomb_is_not_unpacked() {
        let bomb = zipped(&[("xl/worksheets/sheet1.xml", &vec![b' '; 40 * 1024 * 1024])]);
        assert!(bomb.len() < 100_000);
        assert_eq!(read(&bomb), Err(Reason::FileTooLarge));
    }

    #[test]
    fn shared_texts_have_a_limit_of_their_own_and_their_number_is_not_believed() {
        let book = |xml: &[u8]| zipped(&[("xl/SharedStrings.xml", xml)]);
        let many = format!("<sst>{}</sst>", "<si><t>a</t></si>".repeat(1_900_000 / 4));
        assert_eq!(read(&book(many.as_bytes())), Err(Reason::FileTooLarge));
        for (claim, is_true) in [("3", true), ("99999999999", false), ("99999999999999999999999999", false)] {
            let xml = format!("<sst count='1' uniqueCount = '{claim}'><si><t>a</t></si></sst>");
            assert_eq!(shared_strings(xml.as_bytes()).is_ok(), is_true, "{claim}");
            let utf16: Vec<u8> = xml.encode_utf16().flat_map(u16::to_le_bytes).collect();
            assert_eq!(shared_strings(utf16.as_slice()), Err(Reason::NotAList));
        }
    }
}
