//! Who asks too much must wait: for each thing that is limited, on page and REST alike, counted for each network address by
//! all processes together.

use crate::harness::{Client, Reply, Service};
use chrono::Duration;
use connectoo::brevets::number::BrevetNumber;
use reqwest::{
    Method,
    multipart::{Form, Part},
};

/// What is limited, by its two doors.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Limited {
    Number,
    File,
    Picture,
    List,
    Badge,
}

#[derive(Clone, Copy, PartialEq, Debug)]
enum Door {
    Rest,
    Page,
}

/// Somebody behind the proxy, with a cookie jar and the mark of a form.
struct Somebody {
    client: Client,
    address: &'static str,
    mark: String,
}

impl Somebody {
    async fn at(service: &Service, address: &'static str) -> Self {
        let client = service.visitor();
        let html = client.page("/verify").await.text();
        let mark = html.split("name=\"form_mark\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        Self { client, address, mark }
    }

    async fn asks(&self, what: Limited, door: Door, number: &str) -> Reply {
        let rest = |method, path: String| self.client.request(method, &path);
        let page = |method, path: String| self.client.http.request(method, format!("{}{path}", self.client.url));
        let file = |name: &'static str, bytes: &'static [u8]| {
            let form = Form::new().part("file", Part::bytes(bytes).file_name(name));
            if door == Door::Page { form.text("form_mark", self.mark.clone()) } else { form }
        };
        let guess = BrevetNumber::new();
        let request = match (what, door) {
            (Limited::Number, Door::Rest) => rest(Method::GET, format!("/verifications/{}", guess.as_str())),
            (Limited::Number, Door::Page) => page(Method::GET, format!("/verify/{}", guess.as_str())),
            (Limited::File, Door::Rest) => {
                rest(Method::POST, "/verifications".into()).multipart(file("a.pdf", b"%PDF-1.7"))
            }
            (Limited::File, Door::Page) => page(Method::POST, "/verify".into()).multipart(file("a.pdf", b"%PDF-1.7")),
            (Limited::Picture, Door::Rest) => rest(Method::GET, format!("/verifications/{number}/picture")),
            (Limited::Picture, Door::Page) => page(Method::GET, format!("/verify/{number}/picture")),
            (Limited::List, Door::Rest) => {
                rest(Method::POST, "/verificationBatches".into()).multipart(file("a.csv", b"0"))
            }
            (Limited::List, Door::Page) => page(Method::POST, "/verify/list".into()).multipart(file("a.csv", b"0")),
            (Limited::Badge, Door::Rest) => rest(Method::GET, format!("/brevets/{number}/badge")),
            (Limited::Badge, Door::Page) => page(Method::GET, format!("/brevets/{number}/badge")),
        };
        Client::send(request.header("x-forwarded-for", self.address)).await
    }
}

/// Asks in turn at both processes until a wait of some seconds is told. How many were answered before.
async fn hammer(services: [&Service; 2], somebodies: [&Somebody; 2], what: Limited, number: &str) -> usize {
    let mut answered = 0;
    for turn in 0.. {
        let reply = somebodies[turn % 2].asks(what, Door::Rest, number).await;
        assert!(turn < 200, "{what:?} is not limited");
        if reply.status != 429 {
            answered += 1;
            continue;
        }
        let wait: i64 = reply.header("retry-after").parse().unwrap();
        assert_eq!((reply.problem().as_str(), reply.json()["retryAfterSec"].as_i64()), ("tooManyRequests", Some(wait)));
        if wait >= 4 {
            return answered;
        }
        for service in services {
            service.app.clock.shift(Duration::seconds(wait));
        }
    }
    unreachable!()
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_asks_too_much_waits_at_every_process_and_both_doors_and_others_do_not() {
    let behind_a_proxy = |settings: &mut connectoo::settings::Settings| {
        settings.trusted_proxies = vec!["127.0.0.1".parse().unwrap()];
    };
    let one = Service::start_with(behind_a_proxy).await;
    let other = Service::on_with(one.app.database_url.clone(), behind_a_proxy).await;
    let learner = one.learner().await;
    let number = learner.earn_basic(&one).await;
    let (greedy, likewise) = (Somebody::at(&one, "192.0.2.1").await, Somebody::at(&other, "192.0.2.1").await);
    let modest = Somebody::at(&other, "192.0.2.2").await;
    for (what, free) in [
        (Limited::Number, 100),
        (Limited::File, 100),
        (Limited::Picture, 100),
        (Limited::List, 20),
        (Limited::Badge, 100),
    ] {
        let answered = hammer([&one, &other], [&greedy, &likewise], what, &number).await;
        assert!((free..free + 40).contains(&answered), "{what:?}: {answered} were answered at once");
        for (who, door) in [(&greedy, Door::Page), (&likewise, Door::Page), (&likewise, Door::Rest)] {
            let refused = who.asks(what, door, &number).await.expect(429);
            assert!(!refused.header("retry-after").is_empty(), "{what:?} {door:?}");
        }
        for door in [Door::Rest, Door::Page] {
            let reply = modest.asks(what, door, &number).await;
            assert_ne!(reply.status, 429, "{what:?} {door:?}: what others do is not held against somebody");
        }
        for service in [&one, &other] {
            service.app.clock.shift(Duration::seconds(70));
        }
        let waited = greedy.asks(what, Door::Page, &number).await;
        assert_ne!(waited.status, 429, "{what:?}: whoever has waited is answered");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_guessed_number_counts_where_badges_are_given_too() {
    let service = Service::start().await;
    let visitor = service.visitor();
    let guess = || BrevetNumber::new().to_string();
    let mut badges = 0;
    while visitor.get(&format!("/brevets/{}/badge", guess())).await.status == 404 {
        badges += 1;
        assert!(badges < 150, "guesses are limited");
    }
    assert_eq!(visitor.get(&format!("/verifications/{}", guess())).await.expect(429).problem(), "tooManyRequests");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_that_is_refused_counts_too_and_whoever_must_wait_has_none_read() {
    let service = Service::start().await;
    let visitor = service.visitor();
    for door in [Door::Rest, Door::Page] {
        let html = visitor.page("/verify/list").await.text();
        let mark = html.split("name=\"form_mark\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let send = async |bytes: &'static [u8]| {
            let form = Form::new().part("file", Part::bytes(bytes).file_name("a.csv")).text("form_mark", mark.clone());
            Client::send(match door {
                Door::Rest => visitor.request(Method::POST, "/verificationBatches").multipart(form),
                Door::Page => visitor.http.post(format!("{}/verify/list", visitor.url)).multipart(form),
            })
            .await
        };
        let mut refused = 0;
        while send(b"%PDF-1.7").await.status != 429 {
            refused += 1;
            assert!(refused < 40, "{door:?}: lists that are refused are not limited");
        }
        assert!(refused >= 20, "{door:?}: {refused} are free");
        service.app.clock.shift(Duration::hours(2));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn on_every_address_of_both_families_a_visitor_is_told_from_the_next_and_a_proxy_is_believed() {
    let service = Service::start_with(|settings| {
        settings.listen = "[::]:0".parse().unwrap();
        settings.trusted_proxies = vec!["127.0.0.1".parse().unwrap()];
    })
    .await;
    let port = service.url.rsplit(':').next().unwrap();
    let visitor = Client::new(&format!("http://127.0.0.1:{port}"));
    let ask = async |from: &str| {
        let guess = format!("/verifications/{}", BrevetNumber::new().as_str());
        Client::send(visitor.request(Method::GET, &guess).header("x-forwarded-for", from)).await.status
    };
    let mut asked = 0;
    while ask("::ffff:192.0.2.1").await == 404 {
        asked += 1;
        assert!(asked < 200, "guesses are limited");
    }
    assert_eq!(ask("192.0.2.1").await, 429, "the same address, written otherwise");
    assert_eq!(ask("192.0.2.2").await, 404, "what others do is not held against somebody");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_waits_for_the_network_address_has_no_try_counted_against_the_account() {
    let service = Service::start_with(|settings| settings.trusted_proxies = vec!["127.0.0.1".parse().unwrap()]).await;
    service.learner().await;
    let visitor = service.visitor();
    let sign_in = async |email: &str, from: &str| {
        let body = serde_json::json!({"email": email, "password": crate::harness::PASSWORD});
        let request = visitor.request(Method::POST, "/tokens").header("x-forwarded-for", from).json(&body);
        Client::send(request).await
    };
    let mut colleague = 0;
    let waits = loop {
        colleague += 1;
        let reply = sign_in(&format!("colleague{colleague}@example.be"), "192.0.2.1").await;
        assert!(colleague < 200, "a network address is limited");
        if reply.status == 429 {
            let wait: i64 = reply.header("retry-after").parse().unwrap();
            if wait >= 4 {
                break wait;
            }
            service.app.clock.shift(Duration::seconds(wait));
        }
    };
    assert!(waits <= 6);
    let mut refused = 0;
    while refused < 8 && sign_in("learner@example.be", "192.0.2.1").await.status == 429 {
        refused += 1;
    }
    assert!(refused > 5, "the wait was over too soon to tell");
    sign_in("learner@example.be", "192.0.2.2").await.expect(200);
}
