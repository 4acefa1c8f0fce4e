use super::assert_sealed;
use crate::harness::{PASSWORD, Service, basic_modules, eventually};
use serde_json::json;

#[tokio::test(flavor = "multi_thread")]
async fn a_civil_servant_earns_the_brevet_by_rest_alone() {
    let service = Service::start().await;
    let mut learner = service.visitor();
    let body = json!({"email": "an@example.be", "name": "An Peeters", "password": PASSWORD, "language": "fr"});
    learner.post("/registrations", body).await.expect(202);
    let mail = service.mail_to("an@example.be").await.unwrap();
    let token = mail.body_text.split("/confirm/").nth(1).unwrap().split('?').next().unwrap().to_owned();
    learner.account = Some(
        learner.post("/emailConfirmations", json!({"token": token})).await.expect(201).json()["id"]
            .as_str()
            .unwrap()
            .parse()
            .unwrap(),
    );
    learner.sign_in("an@example.be", PASSWORD).await;

    let failed = learner.start("csam").await;
    learner.answer_all(&service, &failed, false).await;
    assert_eq!(learner.submit(&failed).await.expect(200).json()["passed"], false);

    for module in basic_modules() {
        let read = learner.get(&format!("/modules/{module}?lang=fr")).await.expect(200).json();
        for lesson in read["lessons"].as_array().unwrap() {
            learner
                .put(&format!("/modules/{module}/lessons/{}/reading", lesson["slug"].as_str().unwrap()), json!({}))
                .await
                .expect(204);
        }
        learner.pass(&service, module).await;
    }
    let brevet = learner.get("/me/brevets").await.expect(200).json()["items"][0].clone();
    assert_eq!(
        (brevet["level"].as_str(), brevet["holder"].as_str(), brevet["state"].as_str()),
        (Some("basic"), Some("An Peeters"), Some("valid"))
    );
    let number = brevet["number"].as_str().unwrap().to_owned();
    let pdf = eventually("sealing", || async {
        let reply = learner.get(&format!("/brevets/{number}/pdf")).await;
        match reply.status {
            200 => Some(reply),
            409 => {
                assert_eq!(reply.problem(), "brevetBeingSealed");
                None
            }
            other => panic!("{other}"),
        }
    });
    let pdf = pdf.await;
    assert!(pdf.header("content-disposition").contains(&format!("connectoo-basic-{number}.pdf")));
    assert_sealed(&pdf.bytes, &format!("{}/verify/{number}", service.url));
    let told = eventually("the mail about the brevet", || async {
        service.mail_to("an@example.be").await.filter(|mail| mail.body_text.contains("/brevets"))
    });
    assert_eq!(told.await.language.word(), "fr");

    let stranger = service.visitor();
    let verified = stranger.get(&format!("/verifications/{number}?lang=nl")).await.expect(200).json();
    assert_eq!((verified["state"].as_str(), verified["holder"].as_str()), (Some("valid"), Some("An Peeters")));
    assert_eq!(verified["competencies"].as_array().unwrap().len(), 12);
    let mut mistyped = number.clone();
    mistyped.replace_range(3..4, if &number[3..4] == "7" { "8" } else { "7" });
    assert_eq!(stranger.get(&format!("/verifications/{mistyped}")).await.expect(400).problem(), "mistypedBrevetNumber");
    let never_issued = connectoo::brevets::number::BrevetNumber::new();
    assert_eq!(stranger.get(&format!("/verifications/{never_issued}")).await.expect(404).problem(), "unknownBrevet");
    stranger.get(&format!("/brevets/{number}/pdf")).await.expect(401);
    let other = service.learner().await;
    other.get(&format!("/brevets/{number}")).await.expect(404);
}
