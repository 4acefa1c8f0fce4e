//! A question's form as an answer: what was ticked, chosen, placed, typed or said.

use super::{
    Body, Question,
    answers::{parse_number, property},
    scenario::Scenario,
};
use crate::{
    input::Fields,
    locale::Language,
    problem::{Issue, Reason},
};
use serde_json::{Map, Value, json};

/// A form that is no answer: what was entered, to be shown again, and why.
#[derive(Debug, PartialEq)]
pub struct Refused {
    pub given: Value,
    pub issues: Vec<Issue>,
}

impl Refused {
    fn new(given: Value, reason: Reason) -> Self {
        Self { given, issues: vec![Issue::body("answer", reason)] }
    }

    fn missing() -> Self {
        Self::new(Value::Null, Reason::Missing)
    }

    /// Whether nothing at all was entered.
    pub fn is_empty(&self) -> bool {
        self.given.is_null()
    }
}

/// A question's form as the fields of an answer, in the keys that are shown. `language` is the one it was filled in in.
pub fn read(question: &Question, fields: &Fields, language: Language) -> Result<Map<String, Value>, Refused> {
    let answer = match &question.body {
        Body::SingleChoice { .. } => json!(entered(fields, "option").ok_or_else(Refused::missing)?),
        Body::MultipleChoice { .. } => {
            let ticked: Vec<&str> = fields.all("options").collect();
            if ticked.is_empty() {
                return Err(Refused::missing());
            }
            json!(ticked)
        }
        Body::Ordering { items } => read_order(items.len(), fields)?,
        Body::Matching { .. } => {
            let pairs = chosen(fields, "pair-");
            if pairs.is_empty() {
                return Err(Refused::missing());
            }
            pairs.into()
        }
        Body::Numeric { .. } => {
            let typed = entered(fields, "number").ok_or_else(Refused::missing)?;
            let number = parse_number(typed, language != Language::En);
            json!(number.ok_or_else(|| Refused::new(json!({"number": typed}), Reason::NotANumber))?)
        }
        Body::Scenario(scenario) => read_path(scenario, fields)?,
    };
    Ok(Map::from_iter([(property(&question.body).to_owned(), answer)]))
}

pub fn entered<'a>(fields: &'a Fields, name: &str) -> Option<&'a str> {
    fields.get(name).filter(|value| !value.trim().is_empty())
}

/// What was chosen for each part, by its key.
fn chosen(fields: &Fields, prefix: &str) -> Map<String, Value> {
    let given = fields.0.iter().filter(|(_, value)| !value.is_empty());
    given.filter_map(|(name, value)| Some((name.strip_prefix(prefix)?.to_owned(), value.as_str().into()))).collect()
}

fn read_order(places: usize, fields: &Fields) -> Result<Value, Refused> {
    let chosen = chosen(fields, "place-");
    if chosen.is_empty() {
        return Err(Refused::missing());
    }
    let is_at = |value: &Value, place: usize| value.as_str().and_then(|value| value.parse().ok()) == Some(place);
    let at = |place: usize| chosen.iter().filter(move |(_, value)| is_at(value, place)).map(|(key, _)| key);
    let order: Vec<&String> = (1..=places).flat_map(at).collect();
    if (1..=places).any(|place| at(place).count() > 1) {
        Err(Refused::new(json!({ "places": chosen }), Reason::Repeated))
    } else if order.len() < places {
        Err(Refused::new(json!({ "places": chosen }), Reason::Incomplete))
    } else {
        Ok(json!(order))
    }
}

/// The path that the form's scene stands at, and the choice made in that scene: sent twice, or from a page that is behind,
/// it is the same path. A switch of language takes no step: what is ticked is not said yet.
fn read_path(scenario: &Scenario, fields: &Fields) -> Result<Value, Refused> {
    if fields.get("again").is_some() {
        return Ok(json!([]));
    }
    let path = fields.get("path").unwrap_or_default().split(' ').filter(|key| !key.is_empty());
    let mut path: Vec<String> = path.map(str::to_owned).collect();
    let choice = entered(fields, "choice");
    if switch(fields).is_some() {
        let mut given = json!({ "choices": path });
        if let Some(choice) = choice {
            given["ticked"] = choice.into();
        }
        return Err(Refused::new(given, Reason::Missing));
    }
    path.extend(choice.map(str::to_owned));
    let goes_on = |path: &[String]| scenario.follow(path).is_none_or(|progress| !progress.ended);
    if choice.is_none() && goes_on(&path) {
        return Err(Refused::new(json!({ "choices": path }), Reason::Missing));
    }
    Ok(json!(path))
}

/// The language that the learner asks for in place of going on.
pub fn switch(fields: &Fields) -> Option<Language> {
    fields.get("lang")?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::super::{
        QuestionId,
        answers::from_json,
        layout::lay,
        scenario::{Scene, SceneChoice, SceneKind},
    };
    use super::*;
    use crate::locale::Localised;

    /// A call: greet, then ask or send; asking ends well.
    fn call() -> Question {
        let text = |text: &str| Localised { nl: text.to_owned(), fr: format!("{text} fr"), ..Localised::default() };
        let scene = |name: &str, choices: &[(&str, &str)]| {
            let choice = |(key, next): &(&str, &str)| SceneChoice {
                key: key.to_string(),
                text: text(key),
                feedback: text(key),
                points: 1,
                next: next.to_string(),
            };
            let choices = choices.iter().map(choice).collect();
            let scene = Scene {
                kind: SceneKind::Dialogue,
                speaker: None,
                service: None,
                screen: None,
                text: text(name),
                choices,
            };
            (name.to_owned(), scene)
        };
        let scenes = [
            scene("ring", &[("greet", "problem"), ("sigh", "end")]),
            scene("problem", &[("ask", "end"), ("greet", "end")]),
            scene("end", &[]),
        ];
        Question {
            id: QuestionId::parse("call").unwrap(),
            tags: vec![],
            difficulty: 1,
            text: text("A call"),
            explanation: None,
            read: None,
            body: Body::Scenario(Scenario { start: "ring".into(), max_points: 2, scenes: scenes.into() }),
        }
    }

    fn read_call(fields: &[(&str, &str)]) -> Result<Value, Refused> {
        let fields = fields.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect();
        let answer = read(&call(), &Fields(fields), Language::Nl)?;
        from_json(&call(), answer.clone()).map_err(|issues| Refused { given: answer.clone().into(), issues })?;
        Ok(answer["choices"].clone())
    }

    #[test]
    fn a_choice_belongs_to_the_scene_it_was_shown_in() {
        assert_eq!(read_call(&[("path", ""), ("choice", "greet")]), Ok(json!(["greet"])));
        assert_eq!(read_call(&[("choice", "greet")]), Ok(json!(["greet"])), "sent twice it is the same step");
        assert_eq!(read_call(&[("path", "greet"), ("choice", "ask")]), Ok(json!(["greet", "ask"])));
        assert_eq!(read_call(&[("path", ""), ("choice", "sigh")]), Ok(json!(["sigh"])), "from a page that is behind");
        assert_eq!(
            read_call(&[("path", "greet"), ("choice", "sigh")]).unwrap_err().issues[0].reason,
            Reason::NotOffered
        );
        assert_eq!(read_call(&[("path", "sigh"), ("choice", "ask")]).unwrap_err().issues[0].reason, Reason::NotOffered);
    }

    #[test]
    fn a_scenario_is_saved_without_a_choice_only_at_its_end() {
        for path in ["", "greet", "never offered"] {
            let refused = read_call(&[("path", path)]).unwrap_err();
            let keys: Vec<&str> = path.split_whitespace().collect();
            assert_eq!(refused, Refused::new(json!({ "choices": keys }), Reason::Missing));
        }
        assert_eq!(read_call(&[("path", "greet ask")]), Ok(json!(["greet", "ask"])));
    }

    #[test]
    fn beginning_anew_forgets_path_and_tick() {
        assert_eq!(read_call(&[("path", "greet"), ("choice", "ask"), ("again", "1")]), Ok(json!([])));
    }

    #[test]
    fn a_switch_of_language_takes_no_step_and_keeps_the_tick() {
        let refused = read_call(&[("path", "greet"), ("choice", "ask"), ("lang", "fr")]).unwrap_err();
        assert_eq!(refused.given, json!({"choices": ["greet"], "ticked": "ask"}));
        let laid = lay(&call(), &Value::Null, &refused.given, Language::Fr);
        let parts: Vec<_> = laid.parts.iter().map(|part| (part.text.as_str(), part.chosen.is_some())).collect();
        assert_eq!(parts, [("ask fr", true), ("greet fr", false)]);
        assert_eq!(laid.path, "greet");
    }

    #[test]
    fn a_path_that_leads_nowhere_shows_the_last_scene_that_it_reached() {
        let laid = lay(&call(), &Value::Null, &json!({"choices": ["greet", "sigh", "ask"]}), Language::Nl);
        let scenes: Vec<&str> = laid.scenes.iter().map(|scene| scene.text.as_str()).collect();
        assert_eq!((scenes, laid.path.as_str()), (vec!["ring", "problem"], "greet"));
    }
}
