//! The page of a question: how it is laid out, and how its form is read.

use super::{
    State, as_page_issue,
    own::OwnAttempt,
    pages::here,
    taking::{self, Bound},
};
use crate::{
    app::App,
    identity::{Viewer, access::Db, browser, pages as identity_pages},
    input::{self, Fields, Form},
    locale::{self, Language},
    page::{Page, go_to, show, show_again},
    problem::{Answer, Issue, Kind, Problem, Reason},
    quizzes::{
        Body, Question,
        answers::{parse_number, property},
        drawing::Drawn,
        scenario::Scenario,
    },
    t,
};
use actix_web::{HttpRequest, web};
use askama::Template;
use serde_json::{Map, Value, json};

#[derive(Template)]
#[template(path = "attempts/question.html")]
struct QuestionPage {
    page: Page,
    attempt: String,
    module: String,
    number: usize,
    of: usize,
    kind: &'static str,
    text: String,
    rule: String,
    laid: Laid,
    typed: String,
    unit: String,
    /// When what is shown was saved; none when it is not what was saved.
    saved: Option<String>,
    back: String,
    to_check: bool,
}

pub async fn get_question(
    request: HttpRequest,
    path: web::Path<(String, usize)>,
    OwnAttempt { viewer, bound }: OwnAttempt,
) -> Answer {
    let (_, number) = path.into_inner();
    if bound.attempt.state != State::Open {
        return Ok(go_to(&here(&bound)));
    }
    let query = Fields(input::pairs(request.query_string().as_bytes()));
    let (asked, language) = (Asked::find(&bound, number, &query)?, browser::language(&request));
    show(&asked.page(&request, &viewer, language, &asked.saved(), &[]), language)
}

/// Saves the answer and goes on. A session that ended meanwhile keeps the answer until the next sign-in.
pub async fn post_question(
    request: HttpRequest,
    path: web::Path<(String, usize)>,
    Form(fields): Form,
    own: Result<OwnAttempt, Problem>,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let OwnAttempt { viewer, bound } = match own {
        Err(problem) if problem.kind == Kind::NoAccessToken => {
            return identity_pages::sign_in_and_go_on(&request, &fields);
        }
        own => own?,
    };
    let ((_, number), language) = (path.into_inner(), browser::language(&request));
    if bound.attempt.state != State::Open {
        return Ok(go_to(&here(&bound)));
    }
    let asked = Asked::find(&bound, number, &fields)?;
    let saved = match read_form(asked.question, &fields, language) {
        Ok(answer) => {
            match taking::answer(&app, &mut *db.get().await?, &bound, asked.question.id.as_str(), answer.clone()).await
            {
                Ok(_) => Ok(()),
                Err(problem) if problem.kind == Kind::BadRequest => {
                    Err(Refused { given: answer.into(), issues: problem.issues })
                }
                Err(problem) => return Err(problem),
            }
        }
        Err(refused) => Err(refused),
    };
    match (saved, switch(&fields)) {
        (Ok(()), None) => Ok(go_to(&asked.next(&fields))),
        (Ok(()), Some(other)) => Ok(go_to(&asked.address(Some(other)))),
        (Err(refused), Some(other)) => asked.again_in(&request, &viewer, other, &refused.given),
        (Err(refused), None) => {
            let issues: Vec<Issue> = refused.issues.iter().map(as_page_issue).collect();
            show_again(&asked.page(&request, &viewer, language, &refused.given, &issues), language)
        }
    }
}

/// The language that the learner asks for in place of going on.
fn switch(fields: &Fields) -> Option<Language> {
    fields.get("lang")?.parse().ok()
}

/// A question where a learner meets it.
struct Asked<'a> {
    bound: &'a Bound,
    /// From 1.
    number: usize,
    drawn: &'a Drawn,
    question: &'a Question,
    /// Whether the learner came from the check page and goes back to it.
    to_check: bool,
}

impl<'a> Asked<'a> {
    /// `fields` are those of the form, or of the address when there is no form.
    fn find(bound: &'a Bound, number: usize, fields: &Fields) -> Result<Self, Kind> {
        let at = number.checked_sub(1).ok_or(Kind::ResourceNotFound)?;
        let (drawn, question) = bound.attempt.questions(&bound.edition).nth(at).ok_or(Kind::ResourceNotFound)?;
        Ok(Self { bound, number, drawn, question, to_check: fields.get("then") == Some("check") })
    }

    /// What was saved, in the keys that are shown.
    fn saved(&self) -> Value {
        let saved = self.bound.attempt.answer(&self.question.id);
        saved.map(|saved| self.drawn.veil(&saved.answer)).unwrap_or_default()
    }

    fn address(&self, language: Option<Language>) -> String {
        let path = format!("/attempts/{}/questions/{}", self.bound.attempt.id, self.number);
        match (self.to_check, language) {
            (true, Some(language)) => format!("{path}?then=check&lang={language}"),
            (true, None) => format!("{path}?then=check"),
            (false, Some(language)) => format!("{path}?lang={language}"),
            (false, None) => path,
        }
    }

    /// Where a saved answer leads. A choice in a scenario leads to its next scene.
    fn next(&self, fields: &Fields) -> String {
        let id = self.bound.attempt.id;
        let goes_on_here = matches!(self.question.body, Body::Scenario(_))
            && (entered(fields, "choice").is_some() || fields.get("again").is_some());
        if goes_on_here {
            self.address(None)
        } else if self.to_check || self.number >= self.bound.attempt.draw.0.len() {
            format!("/attempts/{id}/check")
        } else {
            format!("/attempts/{id}/questions/{}", self.number + 1)
        }
    }

    /// The question in another language, with what was entered but cannot be saved.
    fn again_in(&self, request: &HttpRequest, viewer: &Viewer, language: Language, given: &Value) -> Answer {
        if *given == self.saved() {
            return Ok(go_to(&self.address(Some(language))));
        }
        let mut answer = show(&self.page(request, viewer, language, given, &[]), language)?;
        answer.add_cookie(&browser::language_cookie(request, language)).map_err(Problem::internal)?;
        Ok(answer)
    }

    fn page(
        &self,
        request: &HttpRequest,
        viewer: &Viewer,
        language: Language,
        given: &Value,
        issues: &[Issue],
    ) -> QuestionPage {
        let (attempt, question) = (&self.bound.attempt, self.question);
        let shown = self.drawn.shown(question, language);
        let text = question.text.get(language).to_owned();
        let mut page = Page::new(request, Some(viewer), text.clone()).speaking(language).with_issues(issues);
        page.language_form = Some("answer");
        let saved = attempt.answer(&question.id).filter(|_| *given == self.saved());
        QuestionPage {
            attempt: attempt.id.to_string(),
            module: self.bound.edition.module.title.get(language).to_owned(),
            number: self.number,
            of: attempt.draw.0.len(),
            kind: question.body.kind(),
            text,
            rule: rule(&question.body, language),
            laid: lay(question, &shown, given, language),
            typed: match &given["number"] {
                Value::String(typed) => typed.clone(),
                number => number.as_f64().map(|number| locale::number(language, number)).unwrap_or_default(),
            },
            unit: shown["unit"].as_str().unwrap_or_default().to_owned(),
            saved: saved.map(|saved| page.time(&saved.saved_at)),
            back: match self.number {
                1 => format!("/modules/{}/quiz", attempt.competency),
                _ => format!("/attempts/{}/questions/{}", attempt.id, self.number - 1),
            },
            to_check: self.to_check,
            page,
        }
    }
}

/// How the question is marked, told before it is answered.
fn rule(body: &Body, language: Language) -> String {
    match body {
        Body::SingleChoice { .. } => t!(language, "rule-single-choice"),
        Body::MultipleChoice { .. } => t!(language, "rule-multiple-choice"),
        Body::Ordering { .. } => t!(language, "rule-ordering"),
        Body::Matching { .. } => t!(language, "rule-matching"),
        Body::Numeric { .. } => t!(language, "rule-numeric"),
        Body::Scenario(_) => t!(language, "rule-scenario"),
    }
}

/// What a question is made of on its page.
#[derive(Default)]
struct Laid {
    parts: Vec<Part>,
    /// What each part can be given: the places of an ordering, the right sides of a matching.
    choices: Vec<(String, String)>,
    scenes: Vec<TakenScene>,
    /// The choices that led to the last scene, so that the form's choice is one of that scene.
    path: String,
}

/// A part of a question that the learner ticks, chooses, places or pairs.
struct Part {
    key: String,
    text: String,
    /// Ticked, or the chosen value of its list.
    chosen: Option<String>,
}

/// A scene of a scenario that the learner has passed, or stands in.
struct TakenScene {
    text: String,
    said: String,
}

fn lay(question: &Question, shown: &Value, given: &Value, language: Language) -> Laid {
    let list = |name: &str| shown[name].as_array().map(Vec::as_slice).unwrap_or_default();
    let text = |value: &Value, name: &str| value[name].as_str().unwrap_or_default().to_owned();
    let parts = |name: &str, chosen: &dyn Fn(&str) -> Option<String>| {
        let part = |part: &Value| {
            let key = text(part, "key");
            Part { text: text(part, "text"), chosen: chosen(&key), key }
        };
        list(name).iter().map(part).collect()
    };
    let given_to = |name: &str, key: &str| given[name][key].as_str().map(str::to_owned);
    match &question.body {
        Body::SingleChoice { .. } => {
            let chosen = |key: &str| (given["option"] == key).then(String::new);
            Laid { parts: parts("options", &chosen), ..Laid::default() }
        }
        Body::MultipleChoice { .. } => {
            let ticked = given["options"].as_array().map(Vec::as_slice).unwrap_or_default();
            let chosen = |key: &str| ticked.iter().any(|one| one == key).then(String::new);
            Laid { parts: parts("options", &chosen), ..Laid::default() }
        }
        Body::Ordering { items } => {
            let order = given["order"].as_array().map(Vec::as_slice).unwrap_or_default();
            let place = |key: &str| order.iter().position(|one| one == key).map(|at| (at + 1).to_string());
            let chosen = |key: &str| place(key).or_else(|| given_to("places", key));
            let choices = (1..=items.len()).map(|place| (place.to_string(), place.to_string())).collect();
            Laid { parts: parts("items", &chosen), choices, ..Laid::default() }
        }
        Body::Matching { .. } => {
            let choices = list("right").iter().map(|right| (text(right, "key"), text(right, "text"))).collect();
            Laid { parts: parts("left", &|key| given_to("pairs", key)), choices, ..Laid::default() }
        }
        Body::Numeric { .. } => Laid::default(),
        Body::Scenario(scenario) => lay_scenario(scenario, given, language),
    }
}

/// The scenes so far and the choices of the last one. A choice that was not offered leads nowhere.
fn lay_scenario(scenario: &Scenario, given: &Value, language: Language) -> Laid {
    let path: Vec<String> = serde_json::from_value(given["choices"].clone()).unwrap_or_default();
    let Some(progress) = (0..=path.len()).map_while(|steps| scenario.follow(&path[..steps])).last() else {
        return Laid::default();
    };
    let taken = progress.taken.iter().map(|(scene, choice)| TakenScene {
        text: scenario.scenes[*scene].text.get(language).to_owned(),
        said: choice.text.get(language).to_owned(),
    });
    let scene = &scenario.scenes[progress.scene];
    let here = TakenScene { text: scene.text.get(language).to_owned(), said: String::new() };
    let parts = scene.choices.iter().map(|choice| Part {
        key: choice.key.clone(),
        text: choice.text.get(language).to_owned(),
        chosen: (given["ticked"] == choice.key.as_str()).then(String::new),
    });
    Laid {
        parts: parts.collect(),
        choices: Vec::new(),
        scenes: taken.chain([here]).collect(),
        path: path[..progress.taken.len()].join(" "),
    }
}

/// A form that is no answer: what was entered, to be shown again, and why.
#[derive(Debug, PartialEq)]
struct Refused {
    given: Value,
    issues: Vec<Issue>,
}

impl Refused {
    fn new(given: Value, reason: Reason) -> Self {
        Self { given, issues: vec![Issue::body("answer", reason)] }
    }

    fn missing() -> Self {
        Self::new(Value::Null, Reason::Missing)
    }
}

/// A question's form as the fields of an answer, in the keys that are shown. `language` is the one it was filled in in.
fn read_form(question: &Question, fields: &Fields, language: Language) -> Result<Map<String, Value>, Refused> {
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

fn entered<'a>(fields: &'a Fields, name: &str) -> Option<&'a str> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        locale::Localised,
        quizzes::{
            QuestionId,
            answers::from_json,
            scenario::{Scene, SceneChoice, SceneKind},
        },
    };

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
            let scene = Scene { kind: SceneKind::Dialogue, speaker: None, service: None, text: text(name), choices };
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

    fn read(fields: &[(&str, &str)]) -> Result<Value, Refused> {
        let fields = fields.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect();
        let answer = read_form(&call(), &Fields(fields), Language::Nl)?;
        from_json(&call(), answer.clone()).map_err(|issues| Refused { given: answer.clone().into(), issues })?;
        Ok(answer["choices"].clone())
    }

    #[test]
    fn a_choice_belongs_to_the_scene_it_was_shown_in() {
        assert_eq!(read(&[("path", ""), ("choice", "greet")]), Ok(json!(["greet"])));
        assert_eq!(read(&[("choice", "greet")]), Ok(json!(["greet"])), "sent twice it is the same step");
        assert_eq!(read(&[("path", "greet"), ("choice", "ask")]), Ok(json!(["greet", "ask"])));
        assert_eq!(read(&[("path", ""), ("choice", "sigh")]), Ok(json!(["sigh"])), "from a page that is behind");
        assert_eq!(read(&[("path", "greet"), ("choice", "sigh")]).unwrap_err().issues[0].reason, Reason::NotOffered);
        assert_eq!(read(&[("path", "sigh"), ("choice", "ask")]).unwrap_err().issues[0].reason, Reason::NotOffered);
    }

    #[test]
    fn a_scenario_is_saved_without_a_choice_only_at_its_end() {
        for path in ["", "greet", "never offered"] {
            let refused = read(&[("path", path)]).unwrap_err();
            let keys: Vec<&str> = path.split_whitespace().collect();
            assert_eq!(refused, Refused::new(json!({ "choices": keys }), Reason::Missing));
        }
        assert_eq!(read(&[("path", "greet ask")]), Ok(json!(["greet", "ask"])));
    }

    #[test]
    fn beginning_anew_forgets_path_and_tick() {
        assert_eq!(read(&[("path", "greet"), ("choice", "ask"), ("again", "1")]), Ok(json!([])));
    }

    #[test]
    fn a_switch_of_language_takes_no_step_and_keeps_the_tick() {
        let refused = read(&[("path", "greet"), ("choice", "ask"), ("lang", "fr")]).unwrap_err();
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
