//! A real Chromium, driven as a person drives it.

use fantoccini::{
    Client as Driver, ClientBuilder, Locator,
    elements::Element,
    key::Key,
    wd::{PrintConfiguration, WebDriverCompatibleCommand},
};
use serde_json::{Value, json};
use std::{
    io::{BufRead, BufReader},
    process::{Command, Stdio},
    str::FromStr,
    sync::LazyLock,
};
use tokio::sync::{Semaphore, SemaphorePermit};

/// At most so many browsers at once: two processors do not carry more.
static SEATS: Semaphore = Semaphore::const_new(2);

/// The driver of this run; it ends with the run.
static DRIVER: LazyLock<String> = LazyLock::new(|| {
    let wait = format!("while kill -0 {} 2>/dev/null; do sleep 1; done; kill $driver", std::process::id());
    let script = format!("chromedriver --port=0 & driver=$!; {wait}");
    let mut child = Command::new("sh")
        .args(["-c", &script])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
    let port = lines.by_ref().find_map(|line| {
        let port: u16 = line.rsplit("on port ").next()?.trim_end_matches('.').parse().ok()?;
        (line.contains("started successfully") && port > 0).then_some(port)
    });
    std::thread::spawn(move || {
        lines.for_each(drop);
        child.wait()
    });
    format!("http://127.0.0.1:{}", port.expect("chromedriver is there: bin/setup test installs it"))
});

static AXE: LazyLock<String> = LazyLock::new(|| {
    std::fs::read_to_string("tests/browser/node_modules/axe-core/axe.min.js")
        .expect("axe-core is there: bin/setup test installs it")
});

/// A virtual screen reader, as a script that leaves it in `window.screenReader`.
static SCREEN_READER: LazyLock<String> = LazyLock::new(|| {
    let file = "tests/browser/node_modules/@guidepup/virtual-screen-reader/lib/esm/index.browser.js";
    let module = std::fs::read_to_string(file).expect("the screen reader is there: bin/setup test installs it");
    let (code, exports) = module.rsplit_once("export{").expect("it is a module");
    let name = exports.split([',', '}']).find_map(|export| export.trim().strip_suffix(" as virtual"));
    format!("(() => {{ {code}\nwindow.screenReader = {}; }})();", name.expect("it exports the reader"))
});

/// How long a page may take to come.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(20);

/// A command of Chromium's own, beside WebDriver's.
#[derive(Debug)]
struct Devtools(Value);

impl WebDriverCompatibleCommand for Devtools {
    fn endpoint(
        &self,
        base: &reqwest::Url,
        session: Option<&str>,
    ) -> Result<reqwest::Url, <reqwest::Url as FromStr>::Err> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &reqwest::Url) -> (reqwest::Method, Option<String>) {
        (reqwest::Method::POST, Some(self.0.to_string()))
    }
}

/// Runs this before the scripts of every page that comes.
pub fn before_scripts(source: &str) -> impl WebDriverCompatibleCommand + use<> {
    Devtools(json!({"cmd": "Page.addScriptToEvaluateOnNewDocument", "params": {"source": source}}))
}

pub struct Browser {
    pub driver: Driver,
    url: String,
    _seat: SemaphorePermit<'static>,
}

impl Browser {
    /// A window of this width that prefers this language.
    pub async fn open(url: &str, width: u32, language: &str) -> Self {
        Self::open_sized(url, (width, 800), 1.0, language).await
    }

    /// A window of this width and height, whose pictures have so many pixels for each of the page's.
    pub async fn open_sized(url: &str, size: (u32, u32), pixels: f64, language: &str) -> Self {
        Self::open_with(url, size, pixels, language, json!({})).await
    }

    /// The same, of somebody whose browser runs no script.
    pub async fn open_without_script(url: &str, width: u32, language: &str) -> Self {
        Self::open_with(
            url,
            (width, 800),
            1.0,
            language,
            json!({"profile.managed_default_content_settings.javascript": 2}),
        )
        .await
    }

    async fn open_with(
        url: &str,
        (width, height): (u32, u32),
        pixels: f64,
        language: &str,
        mut preferences: Value,
    ) -> Self {
        preferences["intl.accept_languages"] = language.into();
        let seat = SEATS.acquire().await.unwrap();
        let options = json!({
            "args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", format!("--accept-lang={language}")],
            "mobileEmulation": {"deviceMetrics": {"width": width, "height": height, "pixelRatio": pixels, "mobile": false, "touch": false}},
            "prefs": preferences,
        });
        let capabilities = json!({"goog:chromeOptions": options, "browserName": "chrome"});
        let Value::Object(capabilities) = capabilities else { unreachable!() };
        let driver = ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new())
            .capabilities(capabilities)
            .connect(&DRIVER)
            .await
            .unwrap();
        Self { driver, url: url.to_owned(), _seat: seat }
    }

    pub async fn close(self) {
        self.driver.close().await.unwrap();
    }

    pub async fn go(&self, path: &str) {
        self.driver.goto(&format!("{}{path}", self.url)).await.unwrap();
    }

    /// The path the browser is at.
    pub async fn path(&self) -> String {
        let url = self.driver.current_url().await.unwrap();
        match url.query() {
            Some(query) => format!("{}?{query}", url.path()),
            None => url.path().to_owned(),
        }
    }

    /// What is on the page, or will be as soon as it has come.
    pub async fn find(&self, css: &str) -> Element {
        let started = std::time::Instant::now();
        loop {
            // Any error counts as "not yet": the driver also gives one while the browser goes from one page to the next.
            match self.driver.find(Locator::Css(css)).await {
                Ok(element) => return element,
                Err(error) if started.elapsed() > PATIENCE => {
                    panic!("{css} is not at {}: {error}\n{}", self.path().await, self.text().await)
                }
                Err(_) => tokio::time::sleep(std::time::Duration::from_millis(20)).await,
            }
        }
    }

    /// Waits until the browser is at an address that this accepts.
    pub async fn at(&self, what: &str, accepts: impl Fn(&str) -> bool) -> String {
        let started = std::time::Instant::now();
        loop {
            let path = self.path().await;
            if accepts(&path) {
                return path;
            }
            assert!(started.elapsed() < PATIENCE, "not at {what} but at {path}:\n{}", self.text().await);
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
    }

    /// Waits until the browser is at this path.
    pub async fn is_at(&self, path: &str) {
        self.at(path, |here| here == path).await;
    }

    pub async fn has(&self, css: &str) -> bool {
        !self.driver.find_all(Locator::Css(css)).await.unwrap().is_empty()
    }

    pub async fn fill(&self, css: &str, text: &str) {
        let field = self.find(css).await;
        field.clear().await.unwrap();
        field.send_keys(text).await.unwrap();
    }

    /// Clicks what is there, or will be as soon as a script has shown it.
    pub async fn click(&self, css: &str) {
        let (element, started) = (self.find(css).await, std::time::Instant::now());
        while !element.is_displayed().await.unwrap_or(true) {
            assert!(started.elapsed() < PATIENCE, "{css} is hidden at {}:\n{}", self.path().await, self.text().await);
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        element.click().await.unwrap();
    }

    /// Presses what sends the form of the page's main part.
    pub async fn submit(&self) {
        self.click("main form button[type=submit]:not([name])").await;
    }

    /// Says or does something in a scene of the form: ticks it and goes on, or clicks it on the scene's screen.
    pub async fn take_step(&self, form: &str, choice: &str) {
        let control = self.find(&format!("{form} [name=choice][value='{choice}']")).await;
        let is_ticked = control.tag_name().await.unwrap() == "input";
        control.click().await.unwrap();
        if is_ticked {
            self.click(&format!("{form} button[type=submit]:not([name])")).await;
        }
    }

    pub async fn choose(&self, css: &str, value: &str) {
        self.find(css).await.select_by_value(value).await.unwrap();
    }

    /// What a person reads in the main part. When another page comes between finding the part and reading it,
    /// that page is read.
    pub async fn text(&self) -> String {
        let started = std::time::Instant::now();
        loop {
            let read = match self.driver.find(Locator::Css("main")).await {
                Ok(main) => main.text().await,
                Err(_) => self.driver.source().await,
            };
            match read {
                Ok(text) => return text,
                Err(error) => assert!(started.elapsed() < PATIENCE, "the page cannot be read: {error}"),
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
    }

    pub async fn sign_in(&self, email: &str, password: &str) {
        self.go("/sign-in").await;
        self.fill("#email", email).await;
        self.fill("#password", password).await;
        self.submit().await;
    }

    /// What axe-core finds wrong, WCAG 2.2 A and AA and good practice: rule, help and the first places.
    pub async fn accessibility_violations(&self) -> Vec<String> {
        self.driver.execute(&AXE, Vec::new()).await.unwrap();
        let run = "const done = arguments[arguments.length - 1];
            const settled = Promise.allSettled(document.getAnimations().map(one => one.finished));
            settled.then(() => axe.run(document, {resultTypes: ['violations']})).then(r => done(r.violations.map(v =>
                v.id + ': ' + v.help + ' ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 200)).join(' | '))), e => done(['axe failed: ' + e]));";
        let found = self.driver.execute_async(run, Vec::new()).await.unwrap();
        serde_json::from_value(found).unwrap()
    }

    /// Shows pages as to somebody with these settings of the system, such as `("prefers-color-scheme", "dark")`.
    pub async fn prefers(&self, settings: &[(&str, &str)]) {
        let features: Vec<Value> = settings.iter().map(|(name, value)| json!({"name": name, "value": value})).collect();
        let command = json!({"cmd": "Emulation.setEmulatedMedia", "params": {"features": features}});
        self.driver.issue_cmd(Devtools(command)).await.unwrap();
    }

    /// What a screen reader says when it reads on through this element.
    pub async fn spoken(&self, css: &str) -> Vec<String> {
        self.find(css).await;
        self.driver.execute(&SCREEN_READER, Vec::new()).await.unwrap();
        let read = "const [css, done] = arguments, reader = window.screenReader;
            (async () => {
                await reader.start({ container: document.querySelector(css) });
                const first = await reader.lastSpokenPhrase();
                for (let i = 0; i < 300; i++) {
                    await reader.next();
                    if (await reader.lastSpokenPhrase() === first) break; // it goes round
                }
                const log = (await reader.spokenPhraseLog()).slice(0, -1);
                await reader.stop();
                return log;
            })().then(done, error => done(['the reader failed: ' + error]));";
        let said = self.driver.execute_async(read, vec![css.into()]).await.unwrap();
        serde_json::from_value(said).unwrap()
    }

    pub async fn press(&self, key: Key) {
        self.type_in(&char::from(key).to_string()).await;
    }

    /// Types where the focus is.
    pub async fn type_in(&self, text: &str) {
        self.driver.active_element().await.unwrap().send_keys(text).await.unwrap();
    }

    pub async fn is_focused(&self, css: &str) -> bool {
        let script = "return document.activeElement.matches(arguments[0])";
        self.driver.execute(script, vec![css.into()]).await.unwrap() == true
    }

    pub async fn value_of(&self, css: &str) -> String {
        self.find(css).await.prop("value").await.unwrap().unwrap_or_default()
    }

    /// The values of all that this selector means, in the order of the page.
    pub async fn values_of(&self, css: &str) -> Vec<String> {
        self.each(css, "value").await
    }

    pub async fn names_of(&self, css: &str) -> Vec<String> {
        self.each(css, "name").await
    }

    async fn each(&self, css: &str, property: &str) -> Vec<String> {
        let script = "return [...document.querySelectorAll(arguments[0])].map(e => e[arguments[1]])";
        let found = self.driver.execute(script, vec![css.into(), property.into()]).await.unwrap();
        serde_json::from_value(found).unwrap()
    }

    /// How many pixels the page is wider than its window.
    pub async fn overflow(&self) -> i64 {
        let script = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
        self.driver.execute(script, Vec::new()).await.unwrap().as_i64().unwrap()
    }

    /// How many sheets of paper the page takes.
    pub async fn sheets(&self) -> usize {
        let printed = self.driver.print(PrintConfiguration::default()).await.unwrap();
        let pdf = String::from_utf8_lossy(&printed).into_owned();
        pdf.matches("/Type /Page").count() - pdf.matches("/Type /Pages").count()
    }

    /// The elements that stick out, to tell in a failure.
    pub async fn wide_elements(&self) -> Value {
        let script = "return [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1
            && !e.closest('.table-scroll')).slice(0, 5).map(e => e.outerHTML.slice(0, 160))";
        self.driver.execute(script, Vec::new()).await.unwrap()
    }
}
