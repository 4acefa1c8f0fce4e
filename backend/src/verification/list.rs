//! Reading a list of brevets, as people have it: pasted, as CSV in whatever form a spreadsheet writes, or as XLSX.

use super::{columns::Columns, spreadsheet, table};
use crate::problem::{Problem, Reason};
use encoding_rs::{Encoding, WINDOWS_1252};
use std::sync::{Arc, LazyLock};
use tokio::sync::Semaphore;

/// Brevets in one list.
pub const MOST: usize = 10_000;
/// Of a number and a name, the characters that are kept.
const LONGEST: usize = 200;
/// Columns that are looked at.
pub const WIDEST: usize = 50;

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
    let rows =
        if bytes.starts_with(b"PK\x03\x04") { spreadsheet::rows(bytes)? } else { table::rows(&decoded(bytes)?)? };
    lines(rows)
}

/// Reads what was pasted.
pub fn read_text(text: &str) -> Result<Vec<Line>, Reason> {
    if text.trim().is_empty() { Err(Reason::Missing) } else { lines(table::rows(text)?) }
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

/// Finds the columns, passes over a heading and what is empty, and counts.
fn lines(mut rows: Vec<Vec<String>>) -> Result<Vec<Line>, Reason> {
    rows.retain(|row| row.iter().any(|cell| !cell.trim().is_empty()));
    let lines = Columns::find(&rows).map(|columns| columns.lines(&rows)).unwrap_or_default();
    match lines.len() {
        0 => Err(Reason::EmptyList),
        1..=MOST => Ok(lines),
        _ => Err(Reason::TooManyRows(MOST)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brevets::number::BrevetNumber;

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
            format!("{number} Zoë Leclercq\n"),
            format!("sep=;\r\nNummer;Naam\r\n{number};\"Zoë Leclercq\r\n"),
            format!("Lijst brevetten 2026\n\nNummer;Naam\n{number};Zoë Leclercq"),
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
        assert_eq!(read_text(" \n"), Err(Reason::Missing));
        assert_eq!(read_text("nummer;naam"), Err(Reason::EmptyList));
        for (bytes, reason) in [
            (&b""[..], Reason::EmptyList),
            (b"\r\n  \n", Reason::EmptyList),
            (b"number;name\n", Reason::EmptyList),
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
