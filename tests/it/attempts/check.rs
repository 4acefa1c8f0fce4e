//! The page before handing in: what was answered, and what of it is open, begun, or done for good.

use crate::{
    access::sign_in_by_form,
    browser::Browser,
    harness::{Client, PASSWORD, Service, eventually, right_answer, wrong_answer},
};
use connectoo::{
    identity::Role,
    locale::Language,
    quizzes::{Body, Question, answers::Answer, drawing::alone, given},
};
use serde_json::json;

struct Checked {
    service: Service,
    api: Client,
    browser: Client,
    id: String,
    /// One of each kind, with its page.
    asked: Vec<(String, Question)>,
}

impl Checked {
    async fn new() -> Self {
        let service = Service::start().await;
        let api = service.learner().await;
        let browser = service.visitor();
        sign_in_by_form(&browser, Role::Learner).await;
        let asked = api.start_with_each_kind(&service, "csam").await;
        let id = asked[0].0.split('/').nth(2).unwrap().to_owned();
        Self { service, api, browser, id, asked }
    }

    async fn answer(&self, question: &Question, answer: &Answer) {
        let given = alone(question, 1).veil(answer);
        self.api.put(&format!("/attempts/{}/answers/{}", self.id, question.id), given).await.expect(200);
    }

    fn of_kind(&self, kind: &str) -> &(String, Question) {
        self.asked.iter().find(|(_, question)| question.body.kind() == kind).unwrap()
    }

    /// The row of each question.
    async fn rows(&self, language: Language) -> Vec<String> {
        let page = format!("/attempts/{}/check?lang={}", self.id, language.word());
        let html = self.browser.page(&page).await.expect(200).text();
        let rows: Vec<String> = html.split("class=\"summary-row\"").skip(1).map(str::to_owned).collect();
        assert_eq!(rows.len(), self.asked.len(), "{html}");
        rows
    }
}

/// As a template writes it.
fn escaped(text: &str) -> String {
    text.replace('&', "&#38;").replace('<', "&#60;").replace('>', "&#62;").replace('"', "&#34;").replace('\'', "&#39;")
}

#[tokio::test(flavor = "multi_thread")]
async fn each_answer_is_shown_in_words_in_every_language_and_nothing_says_whether_it_is_right() {
    let checked = Checked::new().await;
    for right in [false, true] {
        for (_, question) in &checked.asked {
            match (&question.body, right) {
                (Body::Scenario(_), true) => {} // no step of it is taken back
                (_, true) => checked.answer(question, &right_answer(question)).await,
                (_, false) => checked.answer(question, &wrong_answer(question)).await,
            }
        }
        for language in Language::ALL.iter().copied() {
            for ((_, question), row) in checked.asked.iter().zip(checked.rows(language).await) {
                let is_right = right && question.body.kind() != "scenario";
                let answer = if is_right { right_answer(question) } else { wrong_answer(question) };
                let lines = given::lines(question, &answer, &alone(question, 1).shown, language);
                assert!(!lines.is_empty());
                for line in &lines {
                    assert!(row.contains(&format!("<p>{}</p>", escaped(line))), "{} {line}: {row}", language.word());
                }
                let length: usize = lines.iter().map(|line| line.chars().count()).sum();
                assert_eq!(row.contains("<details>"), length > 200, "{row}");
                assert!(!row.contains("verdict") && !row.contains("part-"), "{row}");
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_begun_is_not_called_unanswered() {
    let checked = Checked::new().await;
    let open = checked.rows(Language::En).await;
    assert!(open.iter().all(|row| row.contains("Not answered yet") && row.contains(">Answer <")), "{open:#?}");
    let (_, matching) = checked.of_kind("matching");
    let Answer::Pairs(pairs) = right_answer(matching) else { unreachable!() };
    checked.answer(matching, &Answer::Pairs(pairs.into_iter().take(1).collect())).await;
    let (_, situation) = checked.of_kind("scenario");
    let Answer::Choices(path) = right_answer(situation) else { unreachable!() };
    checked.answer(situation, &Answer::Choices(path[..1].to_vec())).await;
    let rows = checked.rows(Language::En).await;
    for ((_, question), row) in checked.asked.iter().zip(&rows) {
        let is_begun = matches!(question.body.kind(), "matching" | "scenario");
        assert_eq!(row.contains("Begun – what is saved counts"), is_begun, "{row}");
        assert_eq!(row.contains("Not answered yet"), !is_begun, "{row}");
        assert_eq!(row.contains(">Complete <"), is_begun, "{row}");
    }
    let html = checked.browser.page(&format!("/attempts/{}/check?lang=en", checked.id)).await.text();
    assert!(html.contains("4 questions have no answer yet") && html.contains("2 questions are begun"), "{html}");
    assert!(html.contains("steps that you took in a situation stay"), "{html}");
    // What is begun counts, as the page says.
    let result = checked.api.submit(&json!({ "id": checked.id })).await.expect(200).json();
    assert!(result["score"].as_f64().unwrap() > 0.0, "{result}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_situation_that_came_to_its_end_is_looked_at_and_not_changed() {
    let checked = Checked::new().await;
    for (_, question) in &checked.asked {
        checked.answer(question, &right_answer(question)).await;
    }
    let at = checked.asked.iter().position(|(_, question)| question.body.kind() == "scenario").unwrap();
    let rows = checked.rows(Language::En).await;
    for (number, row) in rows.iter().enumerate() {
        assert_eq!(row.contains("Finished") && row.contains(">View <"), number == at, "{row}");
        assert_eq!(row.contains(">Change <"), number != at, "{row}");
    }
    let page = format!("{}?then=check&lang=en", checked.asked[at].0);
    let html = checked.browser.page(&page).await.expect(200).text();
    assert!(html.contains("This is the end of the situation"), "{html}");
    for gone in ["name=\"skip\"", "Choose step by step", "type=\"radio\""] {
        assert!(!html.contains(gone), "{gone}: {html}");
    }
    let (page, fields) = (&checked.asked[at].0, [("path", ""), ("then", "check")]);
    let walked = html.split("name=\"path\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let on = checked.browser.form(page, page, &[("path", walked), fields[1]]).await.expect(303);
    assert_eq!(on.header("location"), format!("/attempts/{}/check", checked.id));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_replaces_an_answer_of_another_window_by_going_on_is_told_on_the_next_page() {
    let checked = Checked::new().await;
    let (page, question) = &checked.asked[0];
    let options = alone(question, 1).shown;
    let browser = Browser::open(&checked.service.url, 320, "nl").await;
    browser.sign_in("learner@example.be", PASSWORD).await;
    browser.is_at("/learning").await;
    browser.go(page).await;
    browser.click("#answer input[value=option1]").await;
    browser.find("#saved.saved").await;
    checked.answer(question, &Answer::Option(options[1].clone())).await;
    browser.click("#answer button[type=submit]:not([name])").await;
    browser.is_at(&format!("/attempts/{}/questions/2?replaced=1", checked.id)).await;
    let told = browser.text().await;
    assert!(told.contains("Vraag 1 was ook in een ander venster of op een ander toestel beantwoord"), "{told}");
    eventually("the first window's answer", || async {
        let (bound, _) = checked.service.bound(checked.api.account.unwrap(), &checked.id).await;
        let saved = bound.answer(&question.id).map(|saved| saved.answer.clone());
        (saved == Some(Answer::Option(options[0].clone()))).then_some(())
    })
    .await;
    browser.close().await;
}
