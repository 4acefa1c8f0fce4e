//! What an answer is, read from JSON or from a form and held against the question it answers.

use super::{Body, Question};
use crate::problem::{Issue, Reason};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// An answer in the keys of the content, so that marking needs nothing but it and the question.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Answer {
    Option(String),
    Options(BTreeSet<String>),
    Order(Vec<String>),
    /// Left key to right key.
    Pairs(BTreeMap<String, String>),
    Number(f64),
    Choices(Vec<String>),
}

/// Reads `{"option": …}` and its like. All complaints at once; nothing is accepted that was not offered.
pub fn from_json(question: &Question, mut fields: Map<String, Value>) -> Result<Answer, Vec<Issue>> {
    let name = property(&question.body);
    let given = fields.remove(name);
    let mut issues: Vec<Issue> = fields.keys().map(|key| Issue::body(key.as_str(), Reason::Unknown)).collect();
    let answer = match given {
        None => Err(Reason::Missing),
        Some(value) => parse(&question.body, value),
    };
    match answer {
        Ok(answer) if issues.is_empty() => match refusal(question, &answer) {
            None => Ok(answer),
            Some(reason) => Err(vec![Issue::body(name, reason)]),
        },
        Ok(_) => Err(issues),
        Err(reason) => {
            issues.push(Issue::body(name, reason));
            Err(issues)
        }
    }
}

/// The property in which a kind of question expects its answer.
pub fn property(body: &Body) -> &'static str {
    match body {
        Body::SingleChoice { .. } => "option",
        Body::MultipleChoice { .. } => "options",
        Body::Ordering { .. } => "order",
        Body::Matching { .. } => "pairs",
        Body::Numeric { .. } => "number",
        Body::Scenario(_) => "choices",
    }
}

fn parse(body: &Body, value: Value) -> Result<Answer, Reason> {
    let wrong = |_| Reason::WrongType;
    match body {
        Body::SingleChoice { .. } => serde_json::from_value(value).map(Answer::Option).map_err(wrong),
        Body::MultipleChoice { .. } => {
            let list: Vec<String> = serde_json::from_value(value).map_err(wrong)?;
            let set: BTreeSet<String> = list.iter().cloned().collect();
            if set.len() == list.len() { Ok(Answer::Options(set)) } else { Err(Reason::Repeated) }
        }
        Body::Ordering { .. } => serde_json::from_value(value).map(Answer::Order).map_err(wrong),
        Body::Matching { .. } => serde_json::from_value(value).map(Answer::Pairs).map_err(wrong),
        Body::Numeric { .. } => match value.as_f64() {
            Some(number) if number.is_finite() => Ok(Answer::Number(number)),
            _ => Err(Reason::WrongType),
        },
        Body::Scenario(_) => serde_json::from_value(value).map(Answer::Choices).map_err(wrong),
    }
}

/// Why an answer cannot be one to this question. An answer that may still be completed (some pairs, half a scenario) is no
/// reason: it is kept.
pub fn refusal(question: &Question, answer: &Answer) -> Option<Reason> {
    match (&question.body, answer) {
        (Body::SingleChoice { options }, Answer::Option(key)) => {
            (!options.iter().any(|option| &option.key == key)).then_some(Reason::NotOffered)
        }
        (Body::MultipleChoice { options }, Answer::Options(keys)) => {
            let offered = |key: &String| options.iter().any(|option| &option.key == key);
            (!keys.iter().all(offered)).then_some(Reason::NotOffered)
        }
        (Body::Ordering { items }, Answer::Order(order)) => {
            let offered: BTreeSet<&String> = items.iter().map(|item| &item.key).collect();
            let given: BTreeSet<&String> = order.iter().collect();
            if given.len() < order.len() {
                Some(Reason::Repeated)
            } else if !given.is_subset(&offered) {
                Some(Reason::NotOffered)
            } else {
                (given.len() < offered.len()).then_some(Reason::Incomplete)
            }
        }
        (Body::Matching { pairs, distractors }, Answer::Pairs(given)) => {
            let left = |key: &String| pairs.iter().any(|pair| &pair.key == key);
            let right = |key: &String| left(key) || distractors.iter().any(|item| &item.key == key);
            (!given.iter().all(|(l, r)| left(l) && right(r))).then_some(Reason::NotOffered)
        }
        (Body::Numeric { .. }, Answer::Number(_)) => None,
        (Body::Scenario(scenario), Answer::Choices(path)) => {
            scenario.follow(path).is_none().then_some(Reason::NotOffered)
        }
        _ => Some(Reason::WrongType),
    }
}

/// Whether nothing of an answer is left open: every left side has a pair, a scenario has come to an end.
pub fn is_complete(question: &Question, answer: &Answer) -> bool {
    match (&question.body, answer) {
        (Body::SingleChoice { .. }, Answer::Option(_)) | (Body::Numeric { .. }, Answer::Number(_)) => true,
        (Body::MultipleChoice { .. }, Answer::Options(ticked)) => !ticked.is_empty(),
        (Body::Ordering { items }, Answer::Order(order)) => items.iter().all(|item| order.contains(&item.key)),
        (Body::Matching { pairs, .. }, Answer::Pairs(given)) => pairs.iter().all(|pair| given.contains_key(&pair.key)),
        (Body::Scenario(scenario), Answer::Choices(path)) => {
            scenario.follow(path).is_some_and(|progress| progress.ended)
        }
        _ => false,
    }
}

/// Whether it answers nothing at all.
pub fn is_empty(answer: &Answer) -> bool {
    match answer {
        Answer::Option(_) | Answer::Number(_) => false,
        Answer::Options(ticked) => ticked.is_empty(),
        Answer::Order(keys) | Answer::Choices(keys) => keys.is_empty(),
        Answer::Pairs(given) => given.is_empty(),
    }
}

/// Whether an answer that counts may take the place of another. What was said in a scenario stays said: a path only goes on,
/// or whoever walks back sees where each choice leads.
pub fn may_follow(before: &Answer, after: &Answer) -> bool {
    match (before, after) {
        (Answer::Choices(before), Answer::Choices(after)) => after.starts_with(before),
        _ => true,
    }
}

/// Whether something of an answer is gone once another stands in its place. A path that goes on loses nothing.
pub fn is_lost(before: &Answer, after: &Answer) -> bool {
    let goes_on = matches!(after, Answer::Choices(_)) && may_follow(before, after);
    before != after && !goes_on
}

/// A number as people of the language write it: `1.000,5`, `1 000,5`, `1,000.5`, `3`.
///
/// Thousands are grouped in threes, by the sign of the language, a space or an apostrophe. The other language's decimal sign is
/// taken where it cannot group: 2.5 or 0.125 typed by a Dutch speaker. A sign of percent or euro before or after it says nothing more.
pub fn parse_number(text: &str, decimal_comma: bool) -> Option<f64> {
    let (text, signs) = (text.trim(), ['%', '€']);
    let text = text.strip_prefix(signs).or_else(|| text.strip_suffix(signs)).unwrap_or(text).trim();
    fn without_sign(whole: &str) -> &str {
        whole.strip_prefix(['-', '−']).unwrap_or(whole)
    }
    let (decimal, group) = if decimal_comma { (',', '.') } else { ('.', ',') };
    let (whole, fraction, group) = match (text.rsplit_once(decimal), text.rsplit_once(group)) {
        (Some((whole, fraction)), _) => (whole, fraction, group),
        (None, Some((whole, fraction))) if fraction.len() != 3 || without_sign(whole) == "0" => (whole, fraction, ' '),
        (None, _) => (text, "", group),
    };
    let unsigned = without_sign(whole);
    let groups: Vec<&str> = unsigned.split([group, ' ', '\u{a0}', '\u{202f}', '\'', '’']).collect();
    let (first, rest) = groups.split_first()?;
    let is_grouped = rest.iter().all(|group| group.len() == 3) && (rest.is_empty() || first.len() <= 3);
    let all_digits = groups.iter().chain([&fraction]).all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    if first.is_empty() && (fraction.is_empty() || !rest.is_empty()) {
        return None;
    }
    if !is_grouped || !all_digits || unsigned.len() > 20 || fraction.len() > 9 {
        return None;
    }
    let sign = if whole.len() > unsigned.len() { "-" } else { "" };
    format!("{sign}{}.{fraction}0", groups.concat()).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::super::{
        Item, Pair, QuestionId,
        scenario::{Scenario, Scene, SceneChoice, SceneKind},
    };
    use super::*;
    use crate::locale::Localised;

    fn question(body: Body) -> Question {
        let id = QuestionId::parse("q").unwrap();
        Question { id, tags: vec![], difficulty: 1, text: Localised::default(), explanation: None, read: None, body }
    }

    fn keys(keys: &[&str]) -> Vec<String> {
        keys.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_matching_is_complete_when_every_left_side_has_a_pair() {
        let pair = |key: &str| Pair { key: key.into(), left: Localised::default(), right: Localised::default() };
        let distractors = vec![Item { key: "c".into(), text: Localised::default() }];
        let matching = question(Body::Matching { pairs: vec![pair("a"), pair("b")], distractors });
        let complete = |given: &[(&str, &str)]| {
            let pairs = given.iter().map(|(left, right)| (left.to_string(), right.to_string())).collect();
            is_complete(&matching, &Answer::Pairs(pairs))
        };
        assert!(complete(&[("a", "b"), ("b", "c")]), "right or wrong does not matter");
        assert!(!complete(&[("a", "a")]) && !complete(&[]));
    }

    #[test]
    fn a_scenario_is_complete_at_an_end() {
        let choice = |key: &str, next: &str| SceneChoice {
            key: key.into(),
            text: Localised::default(),
            feedback: Localised::default(),
            points: 1,
            next: next.into(),
        };
        let scene = |choices: Vec<SceneChoice>| Scene {
            kind: SceneKind::Dialogue,
            screen: None,
            speaker: None,
            service: None,
            text: Localised::default(),
            choices,
        };
        let scenes = [
            ("one".to_owned(), scene(vec![choice("on", "two"), choice("off", "end")])),
            ("two".to_owned(), scene(vec![choice("on", "end")])),
            ("end".to_owned(), scene(vec![])),
        ];
        let scenario = question(Body::Scenario(Scenario { start: "one".into(), max_points: 2, scenes: scenes.into() }));
        for (path, complete) in
            [(&["on", "on"][..], true), (&["off"], true), (&["on"], false), (&[], false), (&["off", "on"], false)]
        {
            assert_eq!(is_complete(&scenario, &Answer::Choices(keys(path))), complete, "{path:?}");
        }
    }

    #[test]
    fn an_answer_is_complete_for_its_own_kind_of_question_only() {
        let item = |key: &str| Item { key: key.into(), text: Localised::default() };
        let ordering = question(Body::Ordering { items: vec![item("a"), item("b")] });
        assert!(is_complete(&ordering, &Answer::Order(keys(&["b", "a"]))));
        assert!(!is_complete(&ordering, &Answer::Order(keys(&["b"]))));
        let choice = question(Body::MultipleChoice { options: vec![] });
        assert!(is_complete(&choice, &Answer::Options(keys(&["a"]).into_iter().collect())));
        assert!(!is_complete(&choice, &Answer::Options(BTreeSet::new())), "nothing is ticked");
        let numeric = question(Body::Numeric { answer: 1.0, tolerance: 0.0, unit: None, feedback: None });
        assert!(is_complete(&numeric, &Answer::Number(0.0)));
        assert!(!is_complete(&numeric, &Answer::Option("a".into())));
    }

    #[test]
    fn a_number_is_read_as_people_write_it() {
        for (text, comma, number) in [
            ("3", true, 3.0),
            (" 1.000,5 ", true, 1000.5),
            ("1 000,5", true, 1000.5),
            ("1\u{a0}000,5", true, 1000.5),
            ("1\u{202f}000,5", true, 1000.5),
            ("1’000,5", true, 1000.5),
            ("1000,5", true, 1000.5),
            ("1.234.567,25", true, 1_234_567.25),
            ("1,000.5", false, 1000.5),
            ("1\u{a0}000.5", false, 1000.5),
            ("2.5", true, 2.5),
            ("0.125", true, 0.125),
            ("-0.500", true, -0.5),
            ("0,125", false, 0.125),
            ("2,5", false, 2.5),
            ("1.000", true, 1000.0),
            ("1,000", true, 1.0),
            ("1,000", false, 1000.0),
            ("-4", true, -4.0),
            ("−4,5", true, -4.5),
            ("5 %", true, 5.0),
            ("5\u{a0}%", true, 5.0),
            ("%5", false, 5.0),
            ("€ 1.000,50", true, 1000.5),
            ("12.50€", false, 12.5),
            (",5", true, 0.5),
            (".5", true, 0.5),
            ("-,5", true, -0.5),
        ] {
            assert_eq!(parse_number(text, comma), Some(number), "{text:?}");
        }
        for text in [
            "",
            " ",
            "drie",
            "1e9",
            "--1",
            "1-2",
            "∞",
            "NaN",
            "99999999999999999999999",
            "12.34.56",
            "1.00,5",
            ",",
            "€",
            "€ 5 %",
            "3 keer",
            ",500 000",
        ] {
            assert_eq!(parse_number(text, true), None, "{text:?}");
        }
        for (text, comma) in [
            ("1.000,5", false),
            ("1,000.5", true),
            ("1.000.5", true),
            ("10 00,5", true),
            (",500", false),
            ("5 keer", true),
        ] {
            assert_eq!(parse_number(text, comma), None, "{text:?} is not a number in this language");
        }
    }
}
