//! An issued brevet never changes: not by an edit of a name, a course or a key, and the database itself refuses.

use crate::harness::{Service, eventually};
use diesel_async::RunQueryDsl;
use serde_json::json;
use sha2::{Digest, Sha256};

#[tokio::test(flavor = "multi_thread")]
async fn promise_3_a_new_name_changes_no_issued_file_and_the_database_refuses_changes() {
    let service = Service::start().await;
    let learner = service.learner().await;
    learner.pass_all_but(&service, &[]).await;
    let number = learner.get("/me/brevets").await.expect(200).json()["items"][0]["number"].as_str().unwrap().to_owned();
    let pdf = || async {
        let reply = learner.get(&format!("/brevets/{number}/pdf")).await;
        (reply.status == 200).then_some(reply.bytes)
    };
    let before = eventually("sealing", pdf).await;
    let rename =
        learner.request(reqwest::Method::PATCH, "/me").json(&json!({"name": "Somebody Else", "language": "fr"}));
    crate::harness::Client::send(rename).await.expect(200);
    let brevet = learner.get(&format!("/brevets/{number}")).await.expect(200).json();
    assert_eq!((brevet["holder"].as_str(), brevet["sealed"].as_bool()), (Some("Łukasz O’Çelebi"), Some(true)));
    let verified = service.visitor().get(&format!("/verifications/{number}")).await.expect(200).json();
    assert_eq!(verified["holder"], "Łukasz O’Çelebi");

    let mut db = service.db().await;
    for statement in [
        "UPDATE brevets SET holder = 'x'",
        "DELETE FROM brevets",
        "TRUNCATE brevets CASCADE",
        "UPDATE brevet_files SET bytes = ''",
        "DELETE FROM brevet_files",
        "TRUNCATE brevet_files",
        "UPDATE editions SET number = number + 100",
        "DELETE FROM editions",
        "UPDATE attempts SET score = 1 WHERE submitted_at IS NOT NULL",
    ] {
        let refused = diesel::sql_query(statement).execute(&mut db).await;
        assert!(refused.is_err(), "{statement}");
    }
    // Sealing it again, as after a crash, leaves the file as it is.
    let brevet = connectoo::brevets::store::brevets_of(&mut db, learner.account.unwrap()).await.unwrap().remove(0);
    connectoo::brevets::issuing::seal(&service.app, &mut db, brevet.id).await.unwrap();
    let after = pdf().await.unwrap();
    assert_eq!(Sha256::digest(&after), Sha256::digest(&before));
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_3_sealing_at_the_same_moment_makes_one_file_and_one_mail() {
    let service = Service::start().await;
    let learner = service.learner().await;
    // The worker seals as well; these four race with it.
    learner.pass_all_but(&service, &[]).await;
    let brevet = connectoo::brevets::store::brevets_of(&mut service.db().await, learner.account.unwrap())
        .await
        .unwrap()
        .remove(0);
    let seals = (0..4).map(|_| async {
        let mut db = service.db().await;
        connectoo::brevets::issuing::seal(&service.app, &mut db, brevet.id).await.unwrap();
    });
    futures_util::future::join_all(seals).await;
    eventually("the end of the queue", || async {
        connectoo::jobs::waiting(&mut service.db().await).await.unwrap().is_empty().then_some(())
    })
    .await;
    let mails = connectoo::mail::store::newest(&mut service.db().await).await.unwrap();
    assert_eq!(mails.iter().filter(|mail| mail.recipient == "learner@example.be").count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_3_what_was_decided_about_a_brevet_never_changes_either() {
    let service = Service::start().await;
    let (learner, administrator) =
        (service.learner().await, service.person(connectoo::identity::Role::Administrator).await);
    crate::harness::with_validity(&service, 2).await;
    let number = learner.earn_basic(&service).await;
    let path = format!("/brevets/{number}/replacement");
    let new =
        administrator.post(&path, json!({"holder": "Lina Claes", "note": "Typing error."})).await.expect(201).json();
    // The one that has the corrected name is renewed, and its successor is revoked.
    let renewed = learner.renew(&service, new["number"].as_str().unwrap()).await;
    let path = format!("/brevets/{}/revocation", renewed["brevet"]["number"].as_str().unwrap());
    administrator.post(&path, json!({"reason": "holderAsked"})).await.expect(200);
    let mut db = service.db().await;
    for (table, column) in [("revocations", "revoked_by"), ("replacements", "replaced_by"), ("renewals", "attempt_id")]
    {
        for statement in [
            format!("UPDATE {table} SET {column} = learner_id"),
            format!("DELETE FROM {table}"),
            format!("TRUNCATE {table}"),
        ] {
            let refused = diesel::sql_query(&statement).execute(&mut db).await;
            assert!(refused.is_err(), "{statement}");
        }
    }
}
