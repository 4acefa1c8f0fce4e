//! Drawing a quiz: which questions of the pool, and in which order their parts are shown.

use super::{
    Body, Question, QuestionId,
    answers::{Answer, property},
    random::Random,
    scenes,
};
use crate::locale::Language;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// How a quiz is composed: so many questions for each tag, and scenarios.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Blueprint {
    pub draws: Vec<Draw>,
    pub scenarios: usize,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Draw {
    pub tag: String,
    pub questions: usize,
}

impl Blueprint {
    /// Questions in a quiz.
    pub fn length(&self) -> usize {
        self.draws.iter().map(|draw| draw.questions).sum::<usize>() + self.scenarios
    }
}

/// A drawn question and the order in which its parts are shown.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Drawn {
    pub question: QuestionId,
    /// The options, items or left sides, by their keys.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shown: Vec<String>,
    /// The right sides of a matching question.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub right: Vec<String>,
}

/// Draws a quiz from the pool. Questions in `seen` (the last attempt's) come only where there are not enough others.
pub fn draw(pool: &[&Question], blueprint: &Blueprint, seen: &BTreeSet<QuestionId>, seed: i64) -> Vec<Drawn> {
    let mut random = Random::new(seed);
    let is_scenario = |question: &Question| matches!(question.body, Body::Scenario(_));
    let mut drawn = Vec::with_capacity(blueprint.length());
    for wanted in &blueprint.draws {
        let tagged = |q: &&&Question| q.tags.first() == Some(&wanted.tag) && !is_scenario(q);
        let pool: Vec<&Question> = pool.iter().filter(tagged).copied().collect();
        drawn.extend(pick(pool, wanted.questions, seen, &mut random));
    }
    let scenarios = pool.iter().filter(|q| is_scenario(q)).copied().collect();
    drawn.extend(pick(scenarios, blueprint.scenarios, seen, &mut random));
    random.shuffle(&mut drawn);
    drawn.into_iter().map(|question| lay_out(question, &mut random)).collect()
}

/// Draws so many questions over the pools of several modules, evenly: one of each in turn, until there are enough or no more.
/// Which module comes first tells the seed. Their ids, as those in `seen`, name the module too.
pub fn draw_evenly(
    pools: &[(&str, Vec<&Question>)],
    count: usize,
    seen: &BTreeSet<QuestionId>,
    seed: i64,
) -> Vec<Drawn> {
    let mut random = Random::new(seed);
    let mut pools: Vec<_> = pools.iter().collect();
    pools.sort_by_key(|(code, _)| *code); // as in `pick`
    let mut hands = Vec::with_capacity(pools.len());
    for (code, pool) in pools {
        let seen = seen.iter().filter_map(|id| id.within_module(code)).collect();
        let hand = pick(pool.clone(), pool.len(), &seen, &mut random);
        hands.push(hand.into_iter().map(move |question| (*code, question)));
    }
    random.shuffle(&mut hands);
    let mut drawn = Vec::with_capacity(count);
    loop {
        let missing = count - drawn.len();
        let round: Vec<_> = hands.iter_mut().filter_map(Iterator::next).take(missing).collect();
        if round.is_empty() {
            break;
        }
        drawn.extend(round);
    }
    random.shuffle(&mut drawn);
    let lay_out = |(code, question): (&str, &Question)| Drawn {
        question: question.id.of_module(code),
        ..lay_out(question, &mut random)
    };
    drawn.into_iter().map(lay_out).collect()
}

fn pick<'a>(
    mut pool: Vec<&'a Question>,
    count: usize,
    seen: &BTreeSet<QuestionId>,
    random: &mut Random,
) -> Vec<&'a Question> {
    pool.sort_by(|a, b| a.id.cmp(&b.id)); // the draw must not depend on the order of files
    random.shuffle(&mut pool);
    pool.sort_by_key(|question| seen.contains(&question.id)); // stable: fresh ones first
    pool.truncate(count);
    pool
}

/// A question that is asked alone, in practice: the same seed gives the same order of its parts.
pub fn alone(question: &Question, seed: i64) -> Drawn {
    lay_out(question, &mut Random::new(seed))
}

fn lay_out(question: &Question, random: &mut Random) -> Drawn {
    let mut shuffled = |keys: Vec<&String>| {
        let mut keys: Vec<String> = keys.into_iter().cloned().collect();
        random.shuffle(&mut keys);
        keys
    };
    let (shown, right) = match &question.body {
        Body::SingleChoice { options } | Body::MultipleChoice { options } => {
            (shuffled(options.iter().map(|option| &option.key).collect()), Vec::new())
        }
        Body::Ordering { items } => {
            let mut keys = shuffled(items.iter().map(|item| &item.key).collect());
            if keys.iter().zip(items).all(|(key, item)| key == &item.key) {
                keys.rotate_left(1); // never shown as the answer already
            }
            (keys, Vec::new())
        }
        Body::Matching { pairs, distractors } => {
            let left = shuffled(pairs.iter().map(|pair| &pair.key).collect());
            let right = pairs.iter().map(|pair| &pair.key).chain(distractors.iter().map(|item| &item.key)).collect();
            (left, shuffled(right))
        }
        Body::Numeric { .. } | Body::Scenario(_) => (Vec::new(), Vec::new()),
    };
    Drawn { question: question.id.clone(), shown, right }
}

/// The public names of parts, by place: the content's own keys are words, and may give the answer away.
fn public(keys: &[String], prefix: &str, key: &str) -> Option<String> {
    keys.iter().position(|other| other == key).map(|at| format!("{prefix}{}", at + 1))
}

fn private<'a>(keys: &'a [String], prefix: &str, public: &str) -> Option<&'a String> {
    let place: usize = public.strip_prefix(prefix)?.parse().ok()?;
    keys.get(place.checked_sub(1)?)
}

impl Drawn {
    /// The question as it is shown: nothing in it says what is right.
    pub fn shown(&self, question: &Question, language: Language) -> Value {
        let mut shown = self.head(question, language);
        match &question.body {
            Body::SingleChoice { options } | Body::MultipleChoice { options } => {
                let option = |key: &String| {
                    let option = options.iter().find(|option| &option.key == key)?;
                    Some(json!({"key": public(&self.shown, "option", key), "text": option.text.get(language)}))
                };
                shown.insert("options".into(), self.shown.iter().filter_map(option).collect());
            }
            Body::Ordering { items } => {
                let item = |key: &String| {
                    let item = items.iter().find(|item| &item.key == key)?;
                    Some(json!({"key": public(&self.shown, "item", key), "text": item.text.get(language)}))
                };
                shown.insert("items".into(), self.shown.iter().filter_map(item).collect());
            }
            Body::Matching { pairs, distractors } => {
                let left = |key: &String| {
                    let pair = pairs.iter().find(|pair| &pair.key == key)?;
                    Some(json!({"key": public(&self.shown, "left", key), "text": pair.left.get(language)}))
                };
                let right = |key: &String| {
                    let pair = pairs.iter().find(|pair| &pair.key == key).map(|pair| &pair.right);
                    let text =
                        pair.or_else(|| distractors.iter().find(|item| &item.key == key).map(|item| &item.text))?;
                    Some(json!({"key": public(&self.right, "right", key), "text": text.get(language)}))
                };
                shown.insert("left".into(), self.shown.iter().filter_map(left).collect());
                shown.insert("right".into(), self.right.iter().filter_map(right).collect());
            }
            Body::Numeric { unit, tolerance, .. } => {
                if *tolerance > 0.0 {
                    shown.insert("tolerance".into(), (*tolerance).into());
                }
                if let Some(unit) = unit {
                    shown.insert("unit".into(), unit.get(language).into());
                }
            }
            Body::Scenario(scenario) => shown.extend(scenes::whole(scenario, language)),
        }
        shown.into()
    }

    /// The question as it is shown where it counts: a scenario only as far as it was walked.
    pub fn shown_so_far(&self, question: &Question, answer: Option<&Answer>, language: Language) -> Value {
        let Body::Scenario(scenario) = &question.body else { return self.shown(question, language) };
        let path = if let Some(Answer::Choices(path)) = answer { path.as_slice() } else { &[] };
        let mut shown = self.head(question, language);
        shown.extend(scenes::walked(scenario, path, language));
        shown.into()
    }

    fn head(&self, question: &Question, language: Language) -> Map<String, Value> {
        let mut shown = Map::new();
        shown.insert("id".into(), self.question.as_str().into());
        shown.insert("kind".into(), question.body.kind().into());
        shown.insert("text".into(), question.text.get(language).into());
        shown
    }

    /// Gives the parts of an answer the content's keys in place of the shown ones. What was never shown stays as it is, to be refused.
    pub fn unveil(&self, question: &Question, mut fields: Map<String, Value>) -> Map<String, Value> {
        let own = |keys: &[String], prefix: &str, text: &str| {
            private(keys, prefix, text).cloned().unwrap_or_else(|| format!("not shown: {text}"))
        };
        let each = |list: &mut [Value], prefix: &str| {
            for part in list {
                if let Value::String(key) = part {
                    *key = own(&self.shown, prefix, key);
                }
            }
        };
        match (&question.body, fields.get_mut(property(&question.body))) {
            (Body::SingleChoice { .. }, Some(Value::String(key))) => *key = own(&self.shown, "option", key),
            (Body::MultipleChoice { .. }, Some(Value::Array(ticked))) => each(ticked, "option"),
            (Body::Ordering { .. }, Some(Value::Array(order))) => each(order, "item"),
            (Body::Matching { .. }, Some(Value::Object(pairs))) => {
                *pairs = std::mem::take(pairs)
                    .into_iter()
                    .map(|(left, right)| {
                        let right = match right {
                            Value::String(key) => own(&self.right, "right", &key).into(),
                            other => other,
                        };
                        (own(&self.shown, "left", &left), right)
                    })
                    .collect();
            }
            _ => {}
        }
        fields
    }

    /// An answer in the keys that were shown, as the REST door takes and gives it.
    pub fn veil(&self, answer: &Answer) -> Value {
        match answer {
            Answer::Option(key) => json!({"option": public(&self.shown, "option", key)}),
            Answer::Options(ticked) => {
                // In the order of the places: that of the content's keys is the author's.
                let ticked = self.shown.iter().filter(|key| ticked.contains(*key));
                json!({"options": ticked.filter_map(|key| public(&self.shown, "option", key)).collect::<Vec<_>>()})
            }
            Answer::Order(order) => {
                json!({"order": order.iter().filter_map(|key| public(&self.shown, "item", key)).collect::<Vec<_>>()})
            }
            Answer::Pairs(pairs) => {
                let veiled = pairs.iter().filter_map(|(left, right)| {
                    Some((public(&self.shown, "left", left)?, public(&self.right, "right", right)?.into()))
                });
                json!({"pairs": Value::Object(veiled.collect())})
            }
            Answer::Number(number) => json!({"number": number}),
            Answer::Choices(path) => json!({"choices": path}),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Choice, Item, Pair};
    use super::*;
    use crate::locale::Localised;
    use proptest::prelude::*;

    fn pool(tags: &[(&str, usize)]) -> Vec<Question> {
        let question = |tag: &str, at: usize| Question {
            id: QuestionId::parse(&format!("{tag}-{at}")).unwrap(),
            tags: vec![tag.to_owned()],
            difficulty: 1,
            text: Localised::default(),
            explanation: None,
            read: None,
            body: Body::SingleChoice {
                options: ["a", "b", "c"]
                    .iter()
                    .map(|key| Choice {
                        key: key.to_string(),
                        correct: *key == "a",
                        text: Localised::default(),
                        feedback: Localised::default(),
                    })
                    .collect(),
            },
        };
        tags.iter().flat_map(|(tag, count)| (0..*count).map(move |at| question(tag, at))).collect()
    }

    fn blueprint(draws: &[(&str, usize)]) -> Blueprint {
        let draws = draws.iter().map(|(tag, questions)| Draw { tag: tag.to_string(), questions: *questions }).collect();
        Blueprint { draws, scenarios: 0 }
    }

    proptest! {
        #[test]
        fn a_draw_follows_its_blueprint_and_its_seed(seed in any::<i64>(), first in 1usize..5, second in 0usize..4) {
            let questions = pool(&[("keys", 8), ("care", 6)]);
            let pool: Vec<&Question> = questions.iter().collect();
            let blueprint = blueprint(&[("keys", first), ("care", second)]);
            let drawn = draw(&pool, &blueprint, &BTreeSet::new(), seed);
            let of = |tag: &str| drawn.iter().filter(|d| d.question.as_str().starts_with(tag)).count();
            prop_assert_eq!((of("keys"), of("care")), (first, second));
            let different: BTreeSet<_> = drawn.iter().map(|d| &d.question).collect();
            prop_assert_eq!(different.len(), drawn.len());
            prop_assert_eq!(&draw(&pool, &blueprint, &BTreeSet::new(), seed), &drawn);
            let mut reversed = pool.clone();
            reversed.reverse();
            prop_assert_eq!(&draw(&reversed, &blueprint, &BTreeSet::new(), seed), &drawn);
        }

        #[test]
        fn a_retake_brings_what_was_not_just_seen(seed in any::<i64>()) {
            let questions = pool(&[("keys", 8)]);
            let pool: Vec<&Question> = questions.iter().collect();
            let blueprint = blueprint(&[("keys", 4)]);
            let first: BTreeSet<QuestionId> =
                draw(&pool, &blueprint, &BTreeSet::new(), seed).into_iter().map(|d| d.question).collect();
            let again = draw(&pool, &blueprint, &first, seed.wrapping_add(1));
            prop_assert!(again.iter().all(|d| !first.contains(&d.question)));
        }

        #[test]
        fn a_draw_over_several_modules_is_even_fresh_and_told_by_its_seed(
            seed in any::<i64>(),
            sizes in prop::collection::vec(0usize..9, 1..7),
            count in 0usize..30,
        ) {
            let codes: Vec<String> = (0..sizes.len()).map(|at| format!("m-{at}")).collect();
            let questions: Vec<Vec<Question>> = sizes.iter().map(|size| pool(&[("keys", *size)])).collect();
            let pools: Vec<(&str, Vec<&Question>)> =
                codes.iter().zip(&questions).map(|(code, pool)| (code.as_str(), pool.iter().collect())).collect();
            let drawn = draw_evenly(&pools, count, &BTreeSet::new(), seed);
            let all: usize = sizes.iter().sum();
            prop_assert_eq!(drawn.len(), count.min(all));
            let ids: BTreeSet<QuestionId> = drawn.iter().map(|one| one.question.clone()).collect();
            prop_assert_eq!(ids.len(), drawn.len());
            let of = |code: &str| ids.iter().filter(|id| id.within_module(code).is_some()).count();
            let most = codes.iter().map(|code| of(code)).max().unwrap_or_default();
            for (code, size) in codes.iter().zip(&sizes) {
                prop_assert!(of(code) + 1 >= most.min(size + 1), "{} of {} in {}, {} elsewhere", of(code), size, code, most);
            }
            let mut reversed = pools.clone();
            reversed.reverse();
            prop_assert_eq!(&draw_evenly(&reversed, count, &BTreeSet::new(), seed), &drawn);
            // Of a module, what was just seen comes only when nothing else is left.
            let again = draw_evenly(&pools, count, &ids, seed.wrapping_add(1));
            for (code, size) in codes.iter().zip(&sizes) {
                let of_module = again.iter().filter(|one| one.question.within_module(code).is_some());
                let old = of_module.clone().filter(|one| ids.contains(&one.question)).count();
                prop_assert_eq!(old, of_module.count().saturating_sub(size - of(code)));
            }
        }

        #[test]
        fn what_is_shown_can_be_answered_and_read_back(seed in any::<i64>()) {
            let items = |n: usize| (0..n).map(|at| Item { key: format!("k{at}"), text: Localised::default() }).collect::<Vec<_>>();
            let pair = |item: Item| Pair { key: item.key, left: Localised::default(), right: Localised::default() };
            let option = |item: Item| Choice {
                key: item.key,
                correct: false,
                text: Localised::default(),
                feedback: Localised::default(),
            };
            let single = Body::SingleChoice { options: items(3).into_iter().map(option).collect() };
            let multiple = Body::MultipleChoice { options: items(4).into_iter().map(option).collect() };
            let ordering = Body::Ordering { items: items(4) };
            let matching = Body::Matching {
                pairs: items(3).into_iter().map(pair).collect(),
                distractors: vec![Item { key: "other".into(), text: Localised::default() }],
            };
            for body in [single, multiple, ordering, matching] {
                let question = Question { body, ..pool(&[("keys", 1)]).remove(0) };
                let drawn = lay_out(&question, &mut Random::new(seed));
                let answer = match &question.body {
                    Body::SingleChoice { .. } => Answer::Option("k0".into()),
                    Body::MultipleChoice { .. } => Answer::Options(["k0", "k2"].map(str::to_owned).into()),
                    Body::Ordering { items } => {
                        let right: Vec<String> = items.iter().map(|item| item.key.clone()).collect();
                        prop_assert_ne!(&drawn.shown, &right);
                        Answer::Order(right)
                    }
                    _ => Answer::Pairs([("k0", "other"), ("k1", "k1")].map(|(l, r)| (l.to_owned(), r.to_owned())).into()),
                };
                let Value::Object(given) = drawn.veil(&answer) else { unreachable!() };
                let shown = serde_json::to_string(&given).unwrap();
                prop_assert!(!shown.contains("k0") && !shown.contains("other"), "{}", shown);
                prop_assert_eq!(super::super::answers::from_json(&question, drawn.unveil(&question, given)).unwrap(), answer);
            }
        }
    }
}
