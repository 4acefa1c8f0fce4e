//! The rows of a text: CSV in whatever form a spreadsheet writes, or lines that were typed.

use super::{
    given::{apart, looks_like_a_number},
    list::{MOST, WIDEST},
};
use crate::problem::Reason;

/// Lines by which it is told what stands between the cells.
const TRIED: usize = 50;
/// What may stand between the cells; of those that fit as well the first.
const DELIMITERS: [u8; 3] = [b';', b'\t', b','];

pub fn rows(text: &str) -> Result<Vec<Vec<String>>, Reason> {
    let text = text.trim_start_matches('\u{feff}');
    let (told, text) = delimiter_told(text);
    let delimiter = told.unwrap_or_else(|| delimiter_found(text));
    let rows = records(text, delimiter);
    if rows.len() > 2 * MOST { Err(Reason::TooManyRows(MOST)) } else { Ok(rows) }
}

/// Excel's own first line, `sep=;`, and what follows it.
fn delimiter_told(text: &str) -> (Option<u8>, &str) {
    let (first, rest) = text.trim_start().split_once('\n').unwrap_or((text, ""));
    let first = first.trim_end_matches('\r').trim_matches('"');
    match first.get(..4).zip(first.as_bytes().get(4)) {
        Some((sep, mark)) if sep.eq_ignore_ascii_case("sep=") && first.len() == 5 => (Some(*mark), rest),
        _ => (None, text),
    }
}

/// The delimiter that makes cells of the most numbers, or else the most rows of the same width.
fn delimiter_found(text: &str) -> u8 {
    let lines = text.lines().filter(|line| !line.trim().is_empty()).take(TRIED);
    let sample: String = lines.flat_map(|line| [line, "\n"]).collect();
    let fit = |delimiter: u8| {
        let rows = records(&sample, delimiter);
        let numbers = rows.iter().filter(|row| row.iter().any(|cell| looks_like_a_number(cell))).count();
        let of_width = |width: usize| rows.iter().filter(|row| row.len() == width).count();
        (numbers, (2..=WIDEST).map(of_width).max().unwrap_or_default())
    };
    let fits = DELIMITERS.map(|delimiter| (delimiter, fit(delimiter)));
    // Where numbers stand with a name on one line, a comma is a part of the name.
    let has_typed = sample.lines().any(|line| apart(line).is_some());
    let is_typed = has_typed && fits.iter().all(|(_, (numbers, _))| *numbers == 0);
    let fits = fits.into_iter().filter(|(delimiter, _)| !(is_typed && *delimiter == b','));
    fits.rev().max_by_key(|(_, fit)| *fit).map_or(b';', |(delimiter, _)| delimiter)
}

/// Reads the quotes as they are meant. A stray one would swallow the lines after it: then the lines that have an odd number of
/// quotes are read without them, and if that does not help, all lines. A try that failed is dropped before the next: they are
/// large.
fn records(text: &str, delimiter: u8) -> Vec<Vec<String>> {
    let rows = quoted(text, delimiter, true);
    if is_as_meant(text, delimiter, &rows) {
        return cleaned(rows);
    }
    drop(rows);
    let bared = |line: &str| match line.matches('"').count() % 2 {
        0 => line.to_owned(),
        _ => line.replace('"', ""),
    };
    let mended: String = text.lines().flat_map(|line| [bared(line), "\n".to_owned()]).collect();
    let rows = quoted(&mended, delimiter, true);
    if !rows.iter().flatten().any(|cell| has_a_break(cell)) {
        return cleaned(rows);
    }
    drop(rows);
    let mut rows = quoted(text, delimiter, false);
    for cell in rows.iter_mut().flatten() {
        *cell = cell.trim().trim_matches('"').to_owned();
    }
    cleaned(rows)
}

fn has_a_break(cell: &str) -> bool {
    cell.contains(['\n', '\r'])
}

/// Whether no cell goes on in another line, or those that do swallowed nothing of a row.
fn is_as_meant(text: &str, delimiter: u8, rows: &[Vec<String>]) -> bool {
    let mut broken = rows.iter().flatten().filter(|cell| has_a_break(cell)).peekable();
    let is_whole = |cell: &String| !cell.contains(char::from(delimiter)) && !cell.lines().any(looks_like_a_number);
    let is_closed = || text.bytes().filter(|byte| *byte == b'"').count() % 2 == 0;
    broken.peek().is_none() || is_closed() && rows.iter().all(|row| row.len() > 1) && broken.all(is_whole)
}

/// No more rows than tell that there are too many.
fn quoted(text: &str, delimiter: u8, quoting: bool) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new();
    reader.delimiter(delimiter).quoting(quoting).has_headers(false).flexible(true);
    let reader = reader.from_reader(text.as_bytes());
    let rows = reader.into_records().map_while(Result::ok).take(2 * MOST + 1);
    rows.map(|row| row.iter().take(WIDEST).map(str::to_owned).collect()).collect()
}

fn cleaned(mut rows: Vec<Vec<String>>) -> Vec<Vec<String>> {
    for cell in rows.iter_mut().flatten() {
        *cell = cell.trim().replace(['\r', '\n'], " ");
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brevets::number::BrevetNumber;

    fn read(text: &str) -> Vec<Vec<String>> {
        rows(text).unwrap()
    }

    #[test]
    fn a_stray_quote_swallows_no_line() {
        let more: String = (0..50).map(|_| format!("{};Jan\n", BrevetNumber::new())).collect();
        for stray in ["B;\"Zoë", "B;Zo\"ë", "B;\"Zoë \"de\" Wit", "\"B;Zoë", "B;\"Zoë\nC;\"Piet", "B;x\"y;\"Zoë"]
        {
            let lines = stray.lines().count();
            let text = format!("A;An\n{stray}\n{more}");
            let rows = read(&text);
            assert_eq!(rows.len(), 1 + lines + 50, "{stray}");
            assert_eq!(rows[0], ["A", "An"], "{stray}");
            assert!(rows[1 + lines..].iter().all(|row| row.len() == 2 && row[1] == "Jan"), "{stray}: {rows:?}");
        }
        assert_eq!(read("A;An\nB;\"Zoë\nC;Jan\n")[1], ["B", "Zoë"]);
        assert_eq!(read("\"A\nB\nC\"\nD\n").concat(), ["A", "B", "C", "D"], "a column of its own");
        assert_eq!(read("A\nB;\"Zoë\nC\nD\n").len(), 4, "to the end of the file");
    }

    #[test]
    fn beside_a_stray_quote_the_others_are_meant() {
        let (one, two) = (BrevetNumber::new().to_string(), BrevetNumber::new().to_string());
        let text = format!("{one},\"Zoë\n{two},\"Peeters, An\"\n{one},\"Peeters, Jan\"\n");
        assert_eq!(read(&text), [[&one, "Zoë"], [&two, "Peeters, An"], [&one, "Peeters, Jan"]]);
    }

    #[test]
    fn a_cell_of_two_lines_stays_one() {
        let number = BrevetNumber::new().to_string();
        let text = format!("\"Nummer\nbrevet\";Naam;Adres\n{number};An;\"Dorp 1\r\n1000 Brussel\"\n");
        assert_eq!(read(&text), [["Nummer brevet", "Naam", "Adres"], [&number, "An", "Dorp 1  1000 Brussel"]]);
    }

    #[test]
    fn what_stands_between_the_cells_is_told_by_the_lines_together() {
        let number = BrevetNumber::new().to_string();
        for (text, last) in [
            (format!("Lijst brevetten 2026\n\nNummer;Naam\n{number};An"), [number.as_str(), "An"]),
            ("Lijst brevetten 2026\n\nNummer;Naam\nA;An Peeters".into(), ["A", "An Peeters"]),
            (format!("Lijst, van 2026\n{number}\tAn"), [&number, "An"]),
            (format!("{number},\"Peeters; An\""), [&number, "Peeters; An"]),
            (format!("number,\"name; first name\"\n{number},An"), [&number, "An"]),
            (format!("number,\"name\tfirst\"\n{number},An"), [&number, "An"]),
            (format!("{number};Peeters, An"), [&number, "Peeters, An"]),
            (format!("sep=;\r\n{number};An"), [&number, "An"]),
            (format!("\u{feff}SEP=|\n{number}|An, Jan; Piet"), [&number, "An, Jan; Piet"]),
            (format!("sep=\t\n{number}\tAn"), [&number, "An"]),
        ] {
            assert_eq!(read(&text).last().unwrap(), &last, "{text}");
        }
        assert_eq!(read(&format!("sep=;\n{number};An")).len(), 1);
        assert_eq!(read(&format!("{number} Peeters, An")), [[format!("{number} Peeters, An")]]);
    }
}
