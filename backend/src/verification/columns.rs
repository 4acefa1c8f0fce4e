//! Which column of a list holds the numbers, and which the names.

use super::{
    given::{self, apart, looks_like_a_number},
    list::Line,
};
use crate::brevets::names::plain_words;

/// Words of a heading above numbers, the surest first.
const NUMBERS: [&str; 8] = ["brevetnummer", "brevetnr", "brevet", "nummer", "number", "numero", "code", "nr"];
const NAMES: [&str; 15] = [
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
];
/// Words of a heading when they stand alone: “Last” is a name as well.
const NAMES_ALONE: [&str; 2] = ["first", "last"];
/// Rows among which the heading is looked for.
const BEFORE: usize = 20;
/// Rows by which a column is judged.
const JUDGED: usize = 200;

/// Where everything stands in a list.
#[derive(PartialEq, Eq, Debug)]
pub struct Columns {
    heading: Option<usize>,
    number: usize,
    names: Vec<usize>,
}

impl Columns {
    /// None when there are no rows.
    pub fn find(rows: &[Vec<String>]) -> Option<Self> {
        let heading = heading(rows);
        let titles = heading.map(|at| rows[at].as_slice()).unwrap_or_default();
        let body = &rows[heading.map_or(0, |at| at + 1)..];
        let body = &body[..body.len().min(JUDGED)];
        let widest = body.iter().map(Vec::len).chain([titles.len()]).max().filter(|widest| *widest > 0)?;
        let number = number(body, titles, widest);
        let names = match heading {
            Some(_) => (0..titles.len()).filter(|column| *column != number && is_name(&titles[*column])).collect(),
            None if number + 1 < widest => vec![number + 1],
            None => number.checked_sub(1).into_iter().collect(),
        };
        Some(Self { heading, number, names })
    }

    /// The lines of a list: without its heading, and without what stands above that and is no row of it.
    pub fn lines(&self, rows: &[Vec<String>]) -> Vec<Line> {
        let width = self.heading.map_or(0, |at| filled(&rows[at]));
        let is_line = |(at, row): &(usize, &Vec<String>)| match self.heading {
            Some(heading) => *at > heading || *at < heading && filled(row) >= width,
            None => true,
        };
        rows.iter().enumerate().filter(is_line).map(|(_, row)| self.line(row)).collect()
    }

    fn line(&self, row: &[String]) -> Line {
        let cell = |column: usize| row.get(column).map(|cell| cell.trim()).unwrap_or_default();
        let names: Vec<&str> = self.names.iter().map(|column| cell(*column)).filter(|name| !name.is_empty()).collect();
        let (number, beside) = apart(cell(self.number)).unwrap_or((cell(self.number), String::new()));
        let name = if names.is_empty() { beside } else { names.join(" ") };
        Line::new(number, Some(&name))
    }
}

fn filled(row: &[String]) -> usize {
    row.iter().filter(|cell| !cell.trim().is_empty()).count()
}

fn has_number(cell: &str) -> bool {
    looks_like_a_number(cell) || apart(cell).is_some()
}

fn is_right(cell: &str) -> bool {
    given::parse(cell).is_ok() || apart(cell).is_some_and(|(number, _)| given::parse(number).is_ok())
}

/// The place of the surest word for a number in a cell; the lower the surer.
fn rank(cell: &str) -> Option<usize> {
    let words = plain_words(cell);
    NUMBERS.iter().position(|number| words.iter().any(|word| word == number))
}

fn is_name(cell: &str) -> bool {
    let words = plain_words(cell);
    words.iter().any(|word| NAMES.contains(&word.as_str()))
        || matches!(words.as_slice(), [word] if NAMES_ALONE.contains(&word.as_str()))
}

/// The row before the numbers that has the most words of a heading. A title may have one too: the lower row is the heading.
/// Where there is no number at all, the upper: below it are lines.
fn heading(rows: &[Vec<String>]) -> Option<usize> {
    let numbers = rows.iter().position(|row| row.iter().any(|cell| has_number(cell)));
    let words = |row: &[String]| row.iter().filter(|cell| rank(cell).is_some() || is_name(cell)).count();
    let before = rows.iter().take(BEFORE.min(numbers.unwrap_or(BEFORE))).map(|row| words(row)).enumerate();
    let headings = before.filter(|(_, words)| *words > 0);
    let lower = |at: usize| if numbers.is_some() { at } else { BEFORE - at };
    headings.max_by_key(|(at, words)| (*words, lower(*at))).map(|(at, _)| at)
}

/// The column in which most cells are right numbers, or else look like numbers. The heading decides between several, and where
/// there is none.
fn number(body: &[Vec<String>], titles: &[String], widest: usize) -> usize {
    let count = |column: usize, is: fn(&str) -> bool| {
        body.iter().filter_map(|row| row.get(column)).filter(|cell| is(cell)).count()
    };
    let mostly = |is: fn(&str) -> bool| -> Vec<usize> {
        let cells = |column| count(column, |cell| !cell.trim().is_empty());
        (0..widest).filter(|column| count(*column, is) > 0 && 2 * count(*column, is) >= cells(*column)).collect()
    };
    let likely = [mostly(is_right), mostly(has_number)].into_iter().find(|columns| !columns.is_empty());
    let columns = likely.unwrap_or_else(|| (0..widest).collect());
    let titled = columns.iter().filter_map(|column| Some((rank(titles.get(*column)?)?, *column)));
    let fullest = || columns.iter().rev().max_by_key(|column| count(**column, has_number)).copied();
    titled.min().map(|(_, column)| column).or_else(fullest).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brevets::number::BrevetNumber;

    fn rows(text: &str) -> Vec<Vec<String>> {
        text.lines().map(|line| line.split('|').map(str::to_owned).collect()).collect()
    }

    /// Number and name of each line; N stands for a number.
    fn read(text: &str) -> Vec<(String, Option<String>)> {
        let number = BrevetNumber::new().to_string();
        let rows = rows(&text.replace('#', &number));
        let lines = Columns::find(&rows).unwrap().lines(&rows);
        lines.into_iter().map(|line| (line.given.replace(&number, "#"), line.name)).collect()
    }

    fn line(number: &str, name: &str) -> (String, Option<String>) {
        (number.to_owned(), (!name.is_empty()).then(|| name.to_owned()))
    }

    #[test]
    fn the_column_with_the_numbers_is_seen_whatever_is_above_it() {
        let an = [line("#", "An")];
        for text in [
            "Nr|Brevetnummer|Naam\n1|#|An",
            "Numéro national|Nom|Brevet\n85.07.30-033.28|An|#",
            "Brevet|Kenmerk|Naam\nBasis|#|An",
            "Code|Attest|Naam\nBE68539007547034|#|An",
            "Nummer|Naam|Vervangen nummer\n#|An|",
            "Nummer|Naam|Vervangen nummer\n#|An|#",
        ] {
            assert_eq!(read(text), an, "{text}");
        }
        assert_eq!(read("Nr|Brevetnummer|Naam\n1|A|An"), [line("A", "An")], "where all are mistyped");
        assert_eq!(
            read("Nr|Nummer|Naam\n1|A|An\n2|B|Jan\n3|#|Piet"),
            [line("A", "An"), line("B", "Jan"), line("#", "Piet")]
        );
    }

    #[test]
    fn what_stands_above_the_heading_is_no_line() {
        let an = [line("#", "An Peeters")];
        for text in [
            "Lijst brevetten 2026\nNummer|Naam\n#|An Peeters",
            "Brevet\n\nNummer|Naam\n#|An Peeters",
            "Lijst\nOnthaal|2026\nVoornaam|Naam|Nummer\nAn|Peeters|#",
            "First|Last|Code\nAn|Peeters|#",
        ] {
            assert_eq!(read(text), an, "{text}");
        }
        assert_eq!(read("Lijst brevetten 2026\nNummer|Naam\nA|An Peeters"), [line("A", "An Peeters")]);
    }

    #[test]
    fn no_line_is_dropped_for_a_heading() {
        assert_eq!(read("A|An\nB|Jan Last\n#|Piet").len(), 3);
        assert_eq!(read("A|An\nB|de houder\n#|Piet")[0], line("A", "An"), "as full as what is taken for a heading");
        assert_eq!(read("Nummer|Naam\nA|An\nB|Naam onbekend"), [line("A", "An"), line("B", "Naam onbekend")]);
        assert_eq!(read("#\n#"), [line("#", ""), line("#", "")]);
    }

    #[test]
    fn a_number_and_a_name_in_one_cell_are_two() {
        assert_eq!(read("Nummer Naam\n# An Peeters\n# Jan"), [line("#", "An Peeters"), line("#", "Jan")]);
        assert_eq!(read("# (basis)|An"), [line("#", "An")]);
    }
}
