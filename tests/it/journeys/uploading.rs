use crate::{
    browser::Browser,
    harness::{Folder, Service, eventually},
};
use fantoccini::Locator;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpSocket, TcpStream},
    sync::watch,
};

/// How a slow line treats what is sent over it.
#[derive(Clone, Copy, PartialEq)]
enum Line {
    Through,
    /// Some of it comes through, then nothing more.
    Stuck,
    /// Some of it comes through, then the line breaks.
    Cut,
}

/// A line to the service that can be made slow, and its address.
fn line_to(service: &Service) -> (watch::Sender<Line>, String) {
    const SOME: usize = 300_000;
    let socket = TcpSocket::new_v4().unwrap();
    socket.set_recv_buffer_size(32 * 1024).unwrap(); // else the kernel takes all of it at once
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let listener = socket.listen(64).unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let (state, seen) = watch::channel(Line::Through);
    let there = service.url.strip_prefix("http://").unwrap().to_owned();
    tokio::spawn(async move {
        while let Ok((here, _)) = listener.accept().await {
            let (there, mut seen) = (there.clone(), seen.clone());
            tokio::spawn(async move {
                let (mut from, mut back) = here.into_split();
                let (mut answers, mut to) = TcpStream::connect(there).await.unwrap().into_split();
                let answering = tokio::spawn(async move { tokio::io::copy(&mut answers, &mut back).await });
                let (mut piece, mut sent) = ([0; 8192], 0);
                while let Ok(bytes @ 1..) = from.read(&mut piece).await {
                    sent += bytes;
                    if sent > SOME && *seen.wait_for(|line| *line != Line::Stuck).await.unwrap() == Line::Cut {
                        return answering.abort();
                    }
                    if to.write_all(&piece[..bytes]).await.is_err() {
                        return;
                    }
                }
            });
        }
    });
    (state, address)
}

async fn choose(browser: &Browser, path: &std::path::Path) {
    let field = browser.driver.find(Locator::Css("#file")).await.unwrap();
    field.send_keys(path.to_str().unwrap()).await.unwrap();
    browser.click("form[enctype] button[type=submit]").await;
}

async fn told(browser: &Browser, sign: &str) {
    eventually(sign, || async {
        let status = browser.driver.find(Locator::Css("[data-upload] [role=status]")).await.ok()?;
        status.text().await.ok()?.contains(sign).then_some(())
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_sends_a_file_sees_how_far_it_is_and_can_stop() {
    let service = Service::start().await;
    let (line, address) = line_to(&service);
    let folder = Folder::new("uploading");
    let file = |name: &str| folder.path().join(name);
    let (large, small, list) = (file("large.pdf"), file("small.pdf"), file("list.csv"));
    // Larger than what a kernel takes at once, and too large for us.
    std::fs::write(&large, [b"%PDF-1.7\n".to_vec(), vec![b' '; 40_000_000]].concat()).unwrap();
    std::fs::write(&small, "%PDF-1.7\n").unwrap();
    std::fs::write(&list, "nummer;naam\nABCD-EFGH-JKMN-PQRS;An\n").unwrap();
    let browser = Browser::open(&address, 320, "en").await;

    browser.go("/verify?lang=en").await;
    assert!(!browser.find("[data-upload]").await.is_displayed().await.unwrap(), "nothing is sent yet");
    line.send(Line::Stuck).unwrap();
    choose(&browser, &large).await;
    told(&browser, "% sent").await;
    let share = "return document.querySelector('[data-upload] progress').value";
    eventually("a part of the file", || async {
        let share = browser.driver.execute(share, Vec::new()).await.unwrap().as_f64().unwrap();
        (share > 0.0 && share < 100.0).then_some(())
    })
    .await;
    assert_eq!(browser.accessibility_violations().await, Vec::<String>::new());
    assert!(browser.overflow().await <= 0);
    browser.click("[data-upload] button").await;
    told(&browser, "You stopped").await;
    assert!(!browser.find("[data-upload] progress").await.is_displayed().await.unwrap());
    let focus = "return document.activeElement.textContent";
    assert_eq!(browser.driver.execute(focus, Vec::new()).await.unwrap(), "Verify the file");

    // The file is chosen still; now the line is cut, and at last it holds.
    line.send(Line::Cut).unwrap();
    browser.click("form[enctype] button[type=submit]").await;
    told(&browser, "The file was not sent").await;
    line.send(Line::Through).unwrap();
    browser.click("form[enctype] button[type=submit]").await;
    // A refusal comes back with its form, on which script works as before.
    assert!(browser.find(".error-summary").await.text().await.unwrap().contains("This file is too large"));
    choose(&browser, &small).await;
    browser.find(".panel-unknown").await;
    let focus = "return document.activeElement.tagName + ' ' + document.title";
    let focus = browser.driver.execute(focus, Vec::new()).await.unwrap();
    assert!(focus.as_str().unwrap().starts_with("H1 This file is unknown"), "{focus}");

    // A list leads on to the page of its own.
    browser.go("/verify/list?lang=en").await;
    choose(&browser, &list).await;
    browser.at("the list", |path| path.starts_with("/verify/list/")).await;
    browser.close().await;
}
