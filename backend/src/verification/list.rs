//! Reading a list of brevets, as people have it: pasted, as CSV in whatever form a spreadsheet writes, or as XLSX.

use crate::{
    brevets::{names::plain_words, number::BrevetNumber},
    problem::{Problem, Reason},
};
use calamine::{DataRef, Reader, Xlsx};
use encoding_rs::{Encoding, WINDOWS_1252};
use memchr::memmem;
use std::{
    io::{Cursor, Read},
    sync::{Arc, LazyLock},
};
use tokio::sync::Semaphore;

/// Brevets in one list.
pub const MOST: usize = 10_000;
/// Of a number and a name, the characters that are kept.
const LONGEST: usize = 200;
/// An XLSX is compressed: so much may come out of it, in bytes. Ten thousand lines take some two million.
const UNPACKED: u64 = 16 * 1024 * 1024;
/// Of these, so much may be texts that cells share: they are read whole, and each costs far more in memory than in the file.
const SHARED: u64 = 4 * 1024 * 1024;
/// Columns that are looked at.
const WIDEST: usize = 50;

/// A line of a list: a number as it was written, and the name that stood beside it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    pub given: String,
    pub name: Option<String>,
}

impl Line {
    pub fn new(given: &str, name: Option<&str>) -> Self {
        let short = |text: &str| text.trim().chars().filter(|c| !c.is_control()).take(LONGEST).collect::<String>();
        Self { given: short(given), name: name.map(short).filter(|name| !name.is_empty()) }
    }
}

/// One list at a time is read in this process: the requests of learners go before.
static READING: LazyLock<Arc<Semaphore>> = LazyLock::new(|| Arc::new(Semaphore::new(1)));

/// Reads a list on a thread of its own, when its turn comes. The turn lasts as long as the reading, also when whoever sent the
/// list has gone.
pub async fn in_turn<T: Send + 'static>(read: impl FnOnce() -> T + Send + 'static) -> Result<T, Problem> {
    let turn = READING.clone().acquire_owned().await.map_err(Problem::internal)?;
    let read = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        read()
    });
    read.await.map_err(Problem::internal)
}

/// Reads a file.
pub fn read(bytes: &[u8]) -> Result<Vec<Line>, Reason> {
    if bytes.is_empty() {
        return Err(Reason::EmptyFile);
    }
    let rows = if bytes.starts_with(b"PK\x03\x04") { spreadsheet(bytes)? } else { table(&decoded(bytes)?)? };
    lines(rows)
}

/// Reads what was pasted.
pub fn read_text(text: &str) -> Result<Vec<Line>, Reason> {
    lines(table(text)?)
}

/// UTF-8, UTF-16 with its mark, or else Windows-1252, which holds all of Latin-1.
fn decoded(bytes: &[u8]) -> Result<String, Reason> {
    let text = match (Encoding::for_bom(bytes), std::str::from_utf8(bytes)) {
        (Some((encoding, _)), _) => encoding.decode(bytes).0.into_owned(),
        (None, Ok(text)) => text.to_owned(),
        (None, Err(_)) => WINDOWS_1252.decode(bytes).0.into_owned(),
    };
    let is_text = !text.starts_with("%PDF-") && !text.contains(|c: char| c.is_control() && !c.is_whitespace());
    if is_text { Ok(text) } else { Err(Reason::NotAList) }
}

fn table(text: &str) -> Result<Vec<Vec<String>>, Reason> {
    let first = text.lines().find(|line| !line.trim().is_empty()).ok_or(Reason::Missing)?;
    let delimiter = [b';', b'\t'].into_iter().find(|mark| first.as_bytes().contains(mark)).unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|_| Reason::NotAList)?;
        rows.push(record.iter().take(WIDEST).map(str::to_owned).collect());
        if rows.len() > 2 * MOST {
            return Err(Reason::TooManyRows(MOST));
        }
    }
    Ok(rows)
}

/// The first sheet, cell by cell: a file may claim to have billions of them.
fn spreadsheet(bytes: &[u8]) -> Result<Vec<Vec<String>>, Reason> {
    unpacks_to_a_limit(bytes)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| Reason::NotAList)?;
    let sheet = book.sheet_names().first().cloned().ok_or(Reason::NotAList)?;
    let mut cells = book.worksheet_cells_reader(&sheet).map_err(|_| Reason::NotAList)?;
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

/// Finds the columns, passes over a heading and what is empty, and counts.
fn lines(mut rows: Vec<Vec<String>>) -> Result<Vec<Line>, Reason> {
    rows.retain(|row| row.iter().any(|cell| !cell.trim().is_empty()));
    let columns = Columns::find(&rows).ok_or(Reason::Missing)?;
    let rows = if columns.headed { &rows[1..] } else { &rows[..] };
    match rows.len() {
        0 => Err(Reason::Missing),
        1..=MOST => Ok(rows.iter().map(|row| columns.line(row)).collect()),
        _ => Err(Reason::TooManyRows(MOST)),
    }
}

/// Which column holds the numbers, and which the names.
#[derive(PartialEq, Eq, Debug)]
struct Columns {
    headed: bool,
    number: usize,
    names: Vec<usize>,
}

impl Columns {
    fn find(rows: &[Vec<String>]) -> Option<Self> {
        const NUMBERS: [&str; 7] = ["nummer", "number", "numero", "brevet", "brevetnummer", "code", "nr"];
        const NAMES: [&str; 17] = [
            "naam",
            "name",
            "nom",
            "voornaam",
            "achternaam",
            "familienaam",
            "prenom",
            "vorname",
            "nachname",
            "houder",
            "holder",
            "titulaire",
            "inhaber",
            "firstname",
            "lastname",
            "first",
            "last",
        ];
        let first = rows.first()?;
        let is = |cell: &String, words: &[&str]| plain_words(cell).iter().any(|word| words.contains(&word.as_str()));
        let numbers = |column: &usize| {
            rows.iter().take(100).filter(|row| row.get(*column).is_some_and(|cell| looks_like_a_number(cell))).count()
        };
        let widest = rows.iter().take(100).map(Vec::len).max().unwrap_or_default();
        // The first of those with the most numbers.
        let likely = (0..widest).rev().max_by_key(numbers).unwrap_or_default();
        let is_heading = !first.iter().any(|cell| looks_like_a_number(cell))
            && first.iter().any(|cell| is(cell, &NUMBERS) || is(cell, &NAMES));
        if is_heading {
            let number = first.iter().position(|cell| is(cell, &NUMBERS)).unwrap_or(likely);
            let names = (0..first.len()).filter(|column| *column != number && is(&first[*column], &NAMES)).collect();
            return Some(Self { headed: true, number, names });
        }
        let beside = if likely + 1 < widest { likely + 1 } else { likely.wrapping_sub(1) };
        Some(Self { headed: false, number: likely, names: if widest > 1 { vec![beside] } else { Vec::new() } })
    }

    fn line(&self, row: &[String]) -> Line {
        let cell = |column: usize| row.get(column).map(String::as_str).unwrap_or_default();
        let name: Vec<&str> = self.names.iter().map(|column| cell(*column)).collect();
        Line::new(cell(self.number), Some(&name.join(" ")))
    }
}

/// A number, or one with a mistake in it: sixteen letters and digits with what people put between them.
fn looks_like_a_number(text: &str) -> bool {
    BrevetNumber::parse(text).is_ok()
        || text.chars().filter(char::is_ascii_alphanumeric).count() == 16 && text.chars().any(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_all(text: &str) -> Vec<(String, Option<String>)> {
        read(text.as_bytes()).unwrap().into_iter().map(|line| (line.given, line.name)).collect()
    }

    #[test]
    fn a_list_is_read_in_every_form_in_which_people_have_it() {
        let number = BrevetNumber::new().to_string();
        let alone = vec![(number.clone(), None)];
        assert_eq!(read_all(&number), alone);
        assert_eq!(read_all(&format!("\u{feff}\r\n{number}\r\n\r\n")), alone);
        let named = vec![(number.clone(), Some("Zoë Leclercq".to_owned()))];
        for text in [
            format!("{number},Zoë Leclercq"),
            format!("{number};Zoë Leclercq\n"),
            format!("{number}\tZoë Leclercq"),
            format!("\"{number}\";\"Zoë Leclercq\""),
            format!("Zoë Leclercq;{number}"),
            format!("Nom;Numéro du brevet\nZoë Leclercq;{number}"),
            format!("Voornaam;Familienaam;Dienst;Nummer\nZoë;Leclercq;Onthaal;{number}"),
            format!("number,email,name\n{number},zoe@example.be,Zoë Leclercq"),
        ] {
            assert_eq!(read_all(&text), named, "{text}");
        }
        let spaced = number.to_lowercase().replace('-', " ");
        assert_eq!(read_all(&format!("{spaced};Peeters, An")), [(spaced, Some("Peeters, An".to_owned()))]);
    }

    #[test]
    fn an_older_spreadsheet_writes_windows_1252() {
        let number = BrevetNumber::new().to_string();
        let bytes = [number.as_bytes(), b";Zo\xeb Leclercq \x9cuvre\r\n"].concat();
        assert_eq!(read(&bytes).unwrap(), [Line::new(&number, Some("Zoë Leclercq œuvre"))]);
    }

    #[test]
    fn what_is_no_list_is_told() {
        assert_eq!(read(b""), Err(Reason::EmptyFile));
        for (bytes, reason) in [
            (&b"\r\n  \n"[..], Reason::Missing),
            (b"number;name\n", Reason::Missing),
            (b"%PDF-1.7\n", Reason::NotAList),
            (b"PK\x03\x04 no zip", Reason::NotAList),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", Reason::NotAList),
        ] {
            assert_eq!(read(bytes), Err(reason), "{bytes:?}");
        }
    }

    #[test]
    fn ten_thousand_are_taken_and_one_more_is_too_many() {
        let line = format!("{}\n", BrevetNumber::new());
        assert_eq!(read(line.repeat(MOST).as_bytes()).unwrap().len(), MOST);
        assert_eq!(read(format!("nummer\n{}", line.repeat(MOST)).as_bytes()).unwrap().len(), MOST);
        assert_eq!(read(line.repeat(MOST + 1).as_bytes()), Err(Reason::TooManyRows(MOST)));
        assert_eq!(read(line.repeat(9 * MOST).as_bytes()), Err(Reason::TooManyRows(MOST)));
    }

    fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
        use std::io::Write;
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            archive.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
            archive.write_all(bytes).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    fn book(sheet: &str) -> Vec<u8> {
        let relation = |target: &str, kind: &str| {
            format!(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" \
                 Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{target}\"/></Relationships>"
            )
        };
        let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        zipped(&[
            ("_rels/.rels", relation("xl/workbook.xml", "officeDocument").as_bytes()),
            ("xl/_rels/workbook.xml.rels", relation("worksheets/sheet1.xml", "worksheet").as_bytes()),
            (
                "xl/workbook.xml",
                format!("<workbook {main} xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"Blad1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>").as_bytes(),
            ),
            ("xl/worksheets/sheet1.xml", format!("<worksheet {main}><sheetData>{sheet}</sheetData></worksheet>").as_bytes()),
        ])
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
        assert_eq!(read(&book(&rows)).unwrap(), [Line::new(&number, Some("An Peeters"))]);
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

    #[tokio::test]
    async fn lists_are_read_one_at_a_time_also_when_their_senders_have_gone() {
        use futures_util::FutureExt;
        use std::sync::atomic::{AtomicUsize, Ordering};
        let (now, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let reading = || {
            let (now, most) = (now.clone(), most.clone());
            move || {
                most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                std::thread::sleep(std::time::Duration::from_millis(20)); // as long as a list takes
                now.fetch_sub(1, Ordering::SeqCst);
            }
        };
        for _ in 0..4 {
            assert!(in_turn(reading()).now_or_never().is_none(), "begun, and given up");
        }
        futures_util::future::join_all((0..4).map(|_| in_turn(reading()))).await;
        assert_eq!(most.load(Ordering::SeqCst), 1);
    }
}
