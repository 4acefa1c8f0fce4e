//! How often the placement test decides right, and how many questions it takes: on a made population, beside the fixed quiz
//! of the same pool. `docs/placement.md` and its chart hold what comes out; the same seed gives the same.

use connectoo::{
    placement::{
        Response,
        choosing::{Bank, Item},
        rasch,
        stopping::{self, Verdict},
    },
    quizzes::{QuestionId, random::Random},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    sync::LazyLock,
};

const SEED: i64 = 20_261_127;
/// Made learners for each row, and for each point of the chart.
const PEOPLE: usize = 2000;
const PASS_MARK: f64 = 0.8;

/// A pool like those of the course: 25 questions of four topics, 6 easy, 13 middling and 6 hard; of five, three are of a kind
/// in which one of four can be guessed.
fn pool() -> Bank {
    let item = |at: usize| Item {
        question: QuestionId::parse(&format!("{}-{at}", if can_be_guessed(at) { "choice" } else { "other" })).unwrap(),
        topic: format!("topic-{}", at % 4),
        difficulty: if at < 6 {
            -1.0
        } else if at < 19 {
            0.0
        } else {
            1.0
        },
    };
    let quiz: BTreeMap<String, usize> =
        [3, 3, 2, 2].iter().enumerate().map(|(at, drawn)| (format!("topic-{at}"), *drawn)).collect();
    Bank { items: (0..25).map(item).collect(), quiz, ..Bank::default() }
}

fn can_be_guessed(at: usize) -> bool {
    at % 5 < 3
}

/// How people answer whom the pool does not know.
#[derive(Clone, Copy)]
struct Manner {
    /// Whether who does not know guesses, instead of saying so.
    guesses: bool,
    /// How far, at most, the true difficulty of a question lies from what the author said.
    misjudged: f64,
}

struct Chance(Random);

impl Chance {
    fn new(seed: i64) -> Self {
        Self(Random::new(seed))
    }

    /// From 0 to 1.
    fn share(&mut self) -> f64 {
        (self.0.number() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Of a normal distribution (G. E. P. Box, M. E. Muller 1958).
    fn normal(&mut self, mean: f64, spread: f64) -> f64 {
        let (radius, angle) = ((-2.0 * (1.0 - self.share()).ln()).sqrt(), std::f64::consts::TAU * self.share());
        mean + spread * radius * angle.cos()
    }

    /// Whether somebody answers right. `seed` is the learner's: each meets a pool that was misjudged in another way.
    fn is_right(&mut self, ability: f64, item: &Item, manner: Manner, seed: i64) -> bool {
        let name = item.question.as_str();
        let own = name.bytes().map(i64::from).fold(seed, |seed, byte| seed.wrapping_mul(31).wrapping_add(byte));
        let truth = item.difficulty + manner.misjudged * (2.0 * Chance::new(own).share() - 1.0);
        let knows = self.share() < rasch::chance(ability, truth);
        let guessed = self.share() < 0.25;
        knows || (manner.guesses && name.starts_with("choice") && guessed)
    }
}

/// What becomes of one made learner: the verdict, and how many questions it took.
fn placed(bank: &Bank, cut: f64, ability: f64, manner: Manner, seed: i64) -> (Verdict, usize) {
    let (mut chance, mut asked, mut responses) = (Chance::new(seed), BTreeSet::new(), Vec::new());
    let none = BTreeSet::new();
    loop {
        let next = bank.next(&asked, &none, cut, seed);
        if let Some((verdict, _)) = stopping::verdict(&responses, cut, next.is_some()) {
            return (verdict, responses.len());
        }
        let item = next.unwrap();
        asked.insert(item.question.clone());
        let right = chance.is_right(ability, item, manner, seed);
        responses.push(Response { difficulty: item.difficulty, right });
    }
}

/// Whether the fixed quiz is passed: as many of each topic as it draws.
fn passed(bank: &Bank, ability: f64, manner: Manner, seed: i64) -> bool {
    let mut chance = Chance::new(seed);
    let mut right = 0;
    for (topic, drawn) in &bank.quiz {
        let mut of_topic: Vec<&Item> = bank.items.iter().filter(|item| item.topic == *topic).collect();
        chance.0.shuffle(&mut of_topic);
        right += of_topic[..*drawn].iter().filter(|item| chance.is_right(ability, item, manner, seed)).count();
    }
    right as f64 >= PASS_MARK * length(bank) as f64
}

fn length(bank: &Bank) -> usize {
    bank.quiz.values().sum()
}

/// The decisions about a population.
#[derive(Default)]
struct Tally {
    above: usize,
    below: usize,
    /// Told to know it: of those above the cut, and of those below.
    found: usize,
    false_proven: usize,
    questions: Vec<usize>,
}

impl Tally {
    fn count(&mut self, is_above: bool, proven: bool, questions: usize) {
        self.questions.push(questions);
        match is_above {
            true => (self.above, self.found) = (self.above + 1, self.found + usize::from(proven)),
            false => (self.below, self.false_proven) = (self.below + 1, self.false_proven + usize::from(proven)),
        }
    }

    /// Mean and 90th percentile of the questions, then the shares of right decisions, false "known" and found.
    fn row(&self, test: &str, answering: &str) -> String {
        let mut questions = self.questions.clone();
        questions.sort_unstable();
        let mean = questions.iter().sum::<usize>() as f64 / questions.len() as f64;
        let (people, wrong) = (self.above + self.below, self.above - self.found + self.false_proven);
        let share = |part: usize, of: usize| format!("{:.1} %", 100.0 * part as f64 / of as f64);
        format!(
            "| {test} | {answering} | {mean:.1} | {} | {} | {} | {} |\n",
            questions[questions.len() * 9 / 10],
            share(people - wrong, people),
            share(self.false_proven, self.below),
            share(self.found, self.above)
        )
    }
}

/// Placement and quiz over one population: who they are is the same for both.
fn tallies(bank: &Bank, cut: f64, manner: Manner) -> (Tally, Tally) {
    let (mut placement, mut quiz) = (Tally::default(), Tally::default());
    let mut people = Chance::new(SEED);
    for person in 0..PEOPLE {
        let (ability, seed) = (people.normal(1.0, 1.5), SEED.wrapping_add(person as i64 * 7919));
        let (verdict, asked) = placed(bank, cut, ability, manner, seed);
        placement.count(ability >= cut, verdict == Verdict::Proven, asked);
        quiz.count(ability >= cut, passed(bank, ability, manner, seed), length(bank));
    }
    (placement, quiz)
}

/// How often each decides "known" at a distance from the cut, and how many questions the placement took.
fn at_distance(bank: &Bank, cut: f64, distance: f64, manner: Manner) -> (f64, f64, f64) {
    let (mut proven, mut quizzes, mut asked) = (0, 0, 0);
    for person in 0..PEOPLE {
        let seed = SEED.wrapping_add(person as i64 * 7919);
        let (verdict, questions) = placed(bank, cut, cut + distance, manner, seed);
        proven += usize::from(verdict == Verdict::Proven);
        quizzes += usize::from(passed(bank, cut + distance, manner, seed));
        asked += questions;
    }
    let share = |part: usize| part as f64 / PEOPLE as f64;
    (share(proven), share(quizzes), share(asked))
}

const MANNERS: [(&str, Manner); 3] = [
    ("say when they do not know", Manner { guesses: false, misjudged: 0.0 }),
    ("always guess", Manner { guesses: true, misjudged: 0.0 }),
    ("always guess; difficulties misjudged by up to 1 logit", Manner { guesses: true, misjudged: 1.0 }),
];

struct Figures {
    tables: String,
    chart: String,
    tallies: Vec<(Tally, Tally)>,
}

/// Computed once for the tests that look at them.
fn figures() -> &'static Figures {
    static FIGURES: LazyLock<Figures> = LazyLock::new(compute);
    &FIGURES
}

fn compute() -> Figures {
    let bank = pool();
    let cut = bank.cut(PASS_MARK);
    let tallies: Vec<_> = MANNERS.iter().map(|(_, manner)| tallies(&bank, cut, *manner)).collect();
    let above = tallies[0].0.above;
    let mut tables = format!(
        "The cut lies at {cut:.2} logits; {:.0} % of the learners stand at it or above.\n\n\
         | Test | People who | Questions, mean | 90 % need at most | Right decisions | Below the cut, yet “known” | Above the cut, and found |\n\
         | --- | --- | --- | --- | --- | --- | --- |\n",
        100.0 * above as f64 / PEOPLE as f64
    );
    for ((answering, _), (placement, quiz)) in MANNERS.iter().zip(&tallies) {
        tables += &placement.row("placement", answering);
        tables += &quiz.row("fixed quiz", answering);
    }
    tables += "\n| From the cut, in logits | Placement says “known” | Fixed quiz is passed | Questions of the placement, mean |\n\
               | --- | --- | --- | --- |\n";
    let mut points = Vec::new();
    for step in -6..=6 {
        let distance = f64::from(step) / 2.0;
        let (proven, quiz, asked) = at_distance(&bank, cut, distance, MANNERS[1].1);
        writeln!(tables, "| {distance:+.1} | {:.1} % | {:.1} % | {asked:.1} |", 100.0 * proven, 100.0 * quiz).unwrap();
        points.push((distance, proven, quiz));
    }
    Figures { tables, chart: chart(&points), tallies }
}

/// Two lines: how likely each test says "known", by the distance from the cut.
fn chart(points: &[(f64, f64, f64)]) -> String {
    let (left, top, width, height) = (60.0, 20.0, 480.0, 240.0);
    let x = |distance: f64| left + (distance + 3.0) / 6.0 * width;
    let y = |share: f64| top + (1.0 - share) * height;
    let line = |of: &dyn Fn(&(f64, f64, f64)) -> f64| {
        points.iter().map(|point| format!("{:.1},{:.1}", x(point.0), y(of(point)))).collect::<Vec<_>>().join(" ")
    };
    let mut svg = String::from(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 600 320\" width=\"600\" height=\"320\" role=\"img\" font-family=\"system-ui, sans-serif\" font-size=\"13\">\n\
         <title>How likely placement test and fixed quiz say “known”, by the distance from the cut</title>\n\
         <rect width=\"600\" height=\"320\" fill=\"#ffffff\"/>\n",
    );
    for quarter in 0..=4 {
        let (share, at) = (f64::from(quarter) / 4.0, y(f64::from(quarter) / 4.0));
        writeln!(svg, "<path d=\"M{left} {at}H{}\" stroke=\"#d5dbe3\"/><text x=\"52\" y=\"{}\" text-anchor=\"end\" fill=\"#1b2a41\">{:.0} %</text>", left + width, at + 4.0, share * 100.0).unwrap();
    }
    for distance in -3..=3 {
        let at = x(f64::from(distance));
        writeln!(
            svg,
            "<text x=\"{at}\" y=\"{}\" text-anchor=\"middle\" fill=\"#1b2a41\">{distance:+}</text>",
            top + height + 20.0
        )
        .unwrap();
    }
    writeln!(svg, "<path d=\"M{0} {top}V{1}\" stroke=\"#5b6775\" stroke-dasharray=\"4 4\"/>", x(0.0), top + height)
        .unwrap();
    writeln!(
        svg,
        "<polyline points=\"{}\" fill=\"none\" stroke=\"#0b5fa5\" stroke-width=\"3\"/>",
        line(&|point| point.1)
    )
    .unwrap();
    writeln!(
        svg,
        "<polyline points=\"{}\" fill=\"none\" stroke=\"#b35900\" stroke-width=\"3\" stroke-dasharray=\"8 5\"/>",
        line(&|point| point.2)
    )
    .unwrap();
    svg += "<text x=\"70\" y=\"40\" fill=\"#0b5fa5\">placement (solid)</text>\n<text x=\"70\" y=\"60\" fill=\"#b35900\">fixed quiz of ten (dashed)</text>\n\
            <text x=\"300\" y=\"306\" text-anchor=\"middle\" fill=\"#1b2a41\">distance from the cut, in logits</text>\n</svg>\n";
    svg
}

#[test]
fn the_documented_figures_are_what_the_simulation_gives() {
    let Figures { tables, chart, .. } = figures();
    let document = std::fs::read_to_string("docs/placement.md").unwrap_or_default();
    let drawn = std::fs::read_to_string("docs/placement.svg").unwrap_or_default();
    if !document.contains(tables) || drawn != *chart {
        std::fs::create_dir_all("target/placement").unwrap();
        std::fs::write("target/placement/tables.md", tables).unwrap();
        std::fs::write("target/placement/placement.svg", chart).unwrap();
        panic!("docs/placement.md or its chart says something else; take over what is in target/placement:\n{tables}");
    }
}

#[test]
fn on_a_made_population_few_are_told_to_know_what_they_do_not() {
    for (placement, quiz) in &figures().tallies {
        let share = |part: usize, of: usize| part as f64 / of as f64;
        let false_proven = share(placement.false_proven, placement.below);
        assert!(false_proven < 0.12 && false_proven < share(quiz.false_proven, quiz.below) / 2.0, "{false_proven}");
        assert!(share(placement.found, placement.above) > 0.55, "half of those who know are found");
        let asked: usize = placement.questions.iter().sum();
        assert!(asked as f64 / (PEOPLE as f64) < length(&pool()) as f64 / 2.0, "in half the questions of a quiz");
    }
}

#[test]
fn the_tests_of_wald_hold_where_they_promise() {
    // With questions enough, as far from the cut as the indifference: at most the errors that were set (Wald's bounds).
    let items = (0..400).map(|at| Item {
        question: QuestionId::parse(&format!("other-{at}")).unwrap(),
        topic: "one".into(),
        difficulty: 0.0,
    });
    let (bank, manner) = (Bank { items: items.collect(), ..Bank::default() }, MANNERS[0].1);
    let decide = |distance: f64, seed: i64| {
        let (mut chance, mut responses) = (Chance::new(seed), Vec::new());
        let (low, high) = stopping::bounds();
        for item in &bank.items {
            let right = chance.is_right(distance, item, manner, seed);
            responses.push(Response { difficulty: item.difficulty, right });
            let evidence = stopping::evidence(&responses, 0.0);
            if !(low..high).contains(&evidence) {
                return evidence >= high;
            }
        }
        panic!("never clear")
    };
    let known = |distance: f64| (0..PEOPLE).filter(|person| decide(distance, *person as i64 * 104_729)).count() as f64;
    assert!(known(-stopping::INDIFFERENCE) / PEOPLE as f64 <= stopping::FALSE_PROVEN + 0.01);
    assert!(known(stopping::INDIFFERENCE) / PEOPLE as f64 >= 1.0 - stopping::FALSE_TO_LEARN - 0.02);
}
