//! What a browser kept of answers is sent from any page of the attempt, and before handing in.

use crate::{
    browser::{Browser, before_scripts},
    harness::{Client, KINDS, PASSWORD, Service, eventually},
};
use connectoo::{
    attempts::State,
    quizzes::{QuestionId, answers::Answer, drawing::alone},
};
use serde_json::json;

/// Cuts the line of a page. Chromium's own way lets through what a page sends when it is left.
const CUT: &str = "window.real = window.fetch; window.fetch = () => Promise.reject(new TypeError('cut'));
    navigator.sendBeacon = () => false;";

/// A learner who lost the connection on the first question of a quiz, ticked an option there, and left.
struct Left {
    service: Service,
    api: Client,
    browser: Browser,
    id: String,
    question: QuestionId,
    /// The options of the first question.
    options: Vec<String>,
}

impl Left {
    async fn new() -> Self {
        let service = Service::start().await;
        let api = service.learner().await;
        let asked = api.start_with_each_kind(&service, "csam").await;
        let (page, question) = &asked[0];
        let id = page.split('/').nth(2).unwrap().to_owned();
        let (question, options) = (question.id.clone(), alone(question, 1).shown);
        let browser = Browser::open(&service.url, 320, "nl").await;
        browser.sign_in("learner@example.be", PASSWORD).await;
        browser.is_at("/learning").await;
        let left = Self { service, api, browser, id, question, options };
        left.browser.go(page).await;
        left.browser.driver.execute(CUT, vec![]).await.unwrap();
        left.tick(1).await;
        left.browser.find("#saved.unsaved").await;
        left
    }

    async fn tick(&self, at: usize) {
        self.browser.click(&format!("#answer input[value=option{}]", at + 1)).await;
    }

    /// Opens another page of the attempt, with a connection.
    async fn open(&self, page: &str) {
        self.browser.go(&format!("/attempts/{}/{page}", self.id)).await;
    }

    async fn saved(&self) -> Option<Answer> {
        let (bound, _) = self.service.bound(self.api.account.unwrap(), &self.id).await;
        bound.answer(&self.question).map(|saved| saved.answer.clone())
    }

    fn option(&self, at: usize) -> Option<Answer> {
        Some(Answer::Option(self.options[at].clone()))
    }

    async fn is_open(&self) -> bool {
        let (bound, _) = self.service.bound(self.api.account.unwrap(), &self.id).await;
        bound.state == State::Open
    }

    async fn keeps(&self) -> bool {
        let count = "return Object.keys(localStorage).filter(name => name.startsWith('connectoo answer')).length";
        self.browser.driver.execute(count, vec![]).await.unwrap() != 0
    }

    /// What the page says about kept answers, once it says this.
    async fn told(&self, css: &str, words: &str) -> String {
        eventually(words, || async {
            let text = self.browser.find(css).await.text().await.ok()?;
            text.contains(words).then_some(text)
        })
        .await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_1_what_the_browser_kept_is_sent_from_the_page_before_handing_in() {
    let left = Left::new().await;
    assert_eq!(left.saved().await, None);
    left.open("check").await;
    left.told("#kept-answers-told", "van vraag 1.").await;
    assert_eq!(left.saved().await, left.option(1));
    let unanswered = format!("{} vragen hebben nog geen antwoord", KINDS.len() - 1);
    assert!(left.browser.text().await.contains(&unanswered), "{}", left.browser.text().await);
    assert!(!left.keeps().await);
    left.browser.submit().await;
    left.browser.is_at(&format!("/attempts/{}/result", left.id)).await;
    left.browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_1_what_the_browser_kept_is_sent_from_the_page_of_another_question() {
    let left = Left::new().await;
    left.open("questions/2").await;
    left.told("#kept-answers-told", "van vraag 1.").await;
    assert_eq!(left.saved().await, left.option(1));
    assert!(!left.keeps().await);
    left.browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_given_elsewhere_meanwhile_is_not_overwritten_and_handing_in_asks_first() {
    let left = Left::new().await;
    let answer = format!("/attempts/{}/answers/{}", left.id, left.question);
    left.api.put(&answer, json!({"option": "option3"})).await.expect(200); // on another device
    left.open("check").await;
    left.told("#kept-answers", "Vraag 1 – Intussen is er een ander antwoord bewaard").await;
    assert_eq!(left.saved().await, left.option(2));
    assert!(left.browser.accessibility_violations().await.is_empty());
    left.browser.click("#hand-in button").await;
    left.told("#kept-answers-without", "Dien je nu in, dan tellen deze antwoorden niet").await;
    assert!(left.browser.is_focused("#kept-answers").await);
    assert!(left.browser.overflow().await <= 0);
    assert!(left.is_open().await);
    // The link leads to where the person says which one counts.
    left.browser.click("#kept-answers a").await;
    left.browser.click("#kept-use").await;
    left.browser.find("#saved.saved").await;
    assert_eq!(left.saved().await, left.option(1));
    left.browser.submit().await;
    left.browser.is_at(&format!("/attempts/{}/check", left.id)).await;
    left.browser.click("#hand-in button").await;
    left.browser.is_at(&format!("/attempts/{}/result", left.id)).await;
    left.browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_hands_in_without_what_the_browser_kept_says_so() {
    let left = Left::new().await;
    let answer = format!("/attempts/{}/answers/{}", left.id, left.question);
    left.api.put(&answer, json!({"option": "option3"})).await.expect(200);
    left.open("check").await;
    left.browser.click("#hand-in button").await;
    left.browser.click("#kept-answers-without button").await;
    left.browser.is_at(&format!("/attempts/{}/result", left.id)).await;
    assert_eq!(left.saved().await, left.option(2));
    left.browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_1_without_a_connection_the_page_before_handing_in_keeps_trying() {
    let left = Left::new().await;
    left.browser.driver.issue_cmd(before_scripts(CUT)).await.unwrap();
    left.open("check").await;
    left.told("#kept-answers", "Vraag 1 – Nog niet bewaard. We blijven proberen").await;
    assert_eq!(left.saved().await, None);
    left.browser.driver.execute("window.fetch = window.real", vec![]).await.unwrap();
    left.told("#kept-answers-told", "van vraag 1.").await;
    assert_eq!(left.saved().await, left.option(1));
    assert!(!left.browser.find("#kept-answers").await.is_displayed().await.unwrap());
    left.browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_that_arrived_in_other_words_is_no_other_answer() {
    let left = Left::new().await;
    let asked = left.service.bound(left.api.account.unwrap(), &left.id).await;
    let (bound, paper) = &asked;
    let numeric = (1..).zip(bound.questions(paper)).find(|(_, (_, question))| question.body.kind() == "numeric");
    let (number, (drawn, _)) = numeric.unwrap();
    left.open(&format!("questions/{number}")).await;
    let answer = format!("/attempts/{}/answers/{}", left.id, drawn.question);
    let keep = format!(
        "localStorage.setItem('connectoo answer /attempts/{}/questions/{number}', JSON.stringify(
            {{ given: 'written=nl&number=' + encodeURIComponent('1.000,5'), seen: '', at: Date.now() }}))",
        left.id
    );
    for (saved, is_asked) in [(1000.5, false), (7.0, true)] {
        left.api.put(&answer, json!({"number": saved})).await.expect(200);
        left.browser.driver.execute(&keep, vec![]).await.unwrap();
        left.open(&format!("questions/{number}")).await;
        if is_asked {
            left.told("#kept", "1.000,5").await;
        } else {
            left.told("#saved", "Bewaard").await;
            eventually("that nothing is kept", || async { (!left.keeps().await).then_some(()) }).await;
            assert!(!left.browser.find("#kept").await.is_displayed().await.unwrap());
        }
        let (now, _) = left.service.bound(left.api.account.unwrap(), &left.id).await;
        assert_eq!(now.answer(&drawn.question).unwrap().answer, Answer::Number(saved));
    }
    // Opened in English, what was typed on the Dutch page is the same number.
    left.api.delete(&answer).await.expect(204);
    left.browser.driver.execute(&keep, vec![]).await.unwrap();
    left.open(&format!("questions/{number}?lang=en")).await;
    eventually("the number", || async {
        let (now, _) = left.service.bound(left.api.account.unwrap(), &left.id).await;
        (now.answer(&drawn.question).map(|saved| saved.answer.clone()) == Some(Answer::Number(1000.5))).then_some(())
    })
    .await;
    left.browser.close().await;
}
