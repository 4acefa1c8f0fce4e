//! Every setting, read once from the environment. `.env.example` lists the same, a test holds them together.

use crate::locale::{Language, Localised};
use certificates::{KeyError, keys::TokenAddress};
use clap::Args;
use std::{net::SocketAddr, path::PathBuf};

const ISSUER: &str = "nl=FOD BOSA – Connectoo;fr=SPF BOSA – Connectoo;de=FÖD BOSA – Connectoo;en=FPS BOSA – Connectoo";

/// What the service is told from outside. An empty variable is one that is not set. Anything malformed stops the start with the name of the setting.
#[derive(Args, Clone, Debug)]
pub struct Settings {
    /// Where the service listens.
    #[arg(long, env = "CONNECTOO_LISTEN", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,

    /// Where metrics are served; without it at /metrics of the service, to this machine only.
    #[arg(long, env = "CONNECTOO_METRICS_LISTEN")]
    pub metrics_listen: Option<SocketAddr>,

    /// The address people reach the service at; printed on brevets and in mails. Default: http:// and the listening address.
    #[arg(long, env = "CONNECTOO_PUBLIC_URL")]
    pub public_url: Option<PublicUrl>,

    /// Where the service keeps its files: the embedded database, the keys.
    #[arg(long, env = "CONNECTOO_DATA_DIR", default_value = "var")]
    pub data_dir: PathBuf,

    /// A PostgreSQL server (postgres://…). Without it the service starts its own and makes demonstration accounts.
    #[arg(long, env = "DATABASE_URL", hide_env_values = true)]
    pub database_url: Option<String>,

    /// Connections to the database, over all worker threads.
    #[arg(long, env = "CONNECTOO_DATABASE_CONNECTIONS", default_value_t = 16, value_parser = clap::value_parser!(u16).range(2..=1000))]
    pub database_connections: u16,

    /// Worker threads. Default: one for each processor.
    #[arg(long, env = "CONNECTOO_WORKERS", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub workers: Option<u16>,

    /// The course that is imported at the start of the embedded service.
    #[arg(long, env = "CONNECTOO_CONTENT_DIR", default_value = "course-content")]
    pub content_dir: PathBuf,

    /// The keys: the seal's and the access tokens'. Default: keys/ in the data folder.
    #[arg(long, env = "CONNECTOO_KEYS_DIR")]
    pub keys_dir: Option<PathBuf>,

    /// The key that seals: a PEM or PKCS#12 file (.p12, .pfx), or pkcs11:token=…;object=…?module-path=… Default: seal.key.pem in the keys folder.
    #[arg(long, env = "CONNECTOO_SEAL_KEY")]
    pub seal_key: Option<SealPlace>,

    /// The certificates of the seal, its own first. Default: seal.cert.pem in the keys folder; for PKCS#12 and PKCS#11 those in it.
    #[arg(long, env = "CONNECTOO_SEAL_CERTIFICATE")]
    pub seal_certificate: Option<PathBuf>,

    /// The file with the password of the PKCS#12 file or the PIN of the token, in its first line.
    #[arg(long, env = "CONNECTOO_SEAL_PASSWORD_FILE")]
    pub seal_password_file: Option<PathBuf>,

    /// What a seal must hold. Default: B-T when there is a timestamp authority, else B-B.
    #[arg(long, env = "CONNECTOO_SEAL_LEVEL")]
    pub seal_level: Option<SealLevel>,

    /// The timestamp authority (RFC 3161).
    #[arg(long, env = "CONNECTOO_TSA_URL", hide_env_values = true)]
    pub tsa_url: Option<String>,

    /// Its certificate, or those above it: whose timestamps are trusted.
    #[arg(long, env = "CONNECTOO_TSA_CERTIFICATES")]
    pub tsa_certificates: Option<PathBuf>,

    /// Password of the demonstration accounts. Default: made at random at the first start.
    #[arg(long, env = "CONNECTOO_DEMO_PASSWORD", hide_env_values = true)]
    pub demo_password: Option<String>,

    /// The mail server (smtp://, smtps://, with user and password where needed). Without it mails are kept and shown.
    #[arg(long, env = "CONNECTOO_SMTP_URL", hide_env_values = true)]
    pub smtp_url: Option<String>,

    /// The sender of mails.
    #[arg(long, env = "CONNECTOO_MAIL_FROM", default_value = "Connectoo <no-reply@connectoo.example>")]
    pub mail_from: String,

    /// Who issues the brevets, as printed on them: one name, or one for each language as in nl=…;fr=…;de=…;en=….
    #[arg(long, env = "CONNECTOO_ISSUER", default_value = ISSUER, value_parser = in_each_language)]
    pub issuer: Localised,

    /// Where people turn to with questions, such as about accessibility or their data: an e-mail address or a web address.
    #[arg(long, env = "CONNECTOO_CONTACT")]
    pub contact: Option<Contact>,

    /// Addresses of proxies whose X-Forwarded-For is believed, with commas between.
    #[arg(long, env = "CONNECTOO_TRUSTED_PROXIES", value_delimiter = ',')]
    pub trusted_proxies: Vec<std::net::IpAddr>,

    /// How log lines are written.
    #[arg(long, env = "CONNECTOO_LOG_FORMAT", default_value = "text")]
    pub log_format: LogFormat,

    /// What is logged, as in info or connectoo=debug.
    #[arg(long, env = "CONNECTOO_LOG", default_value = "info")]
    pub log: String,
}

#[derive(clap::ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    Text,
    Json,
}

/// The address that people reach the service at. Brevets keep it for ever, so it must be one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl(String);

impl std::str::FromStr for PublicUrl {
    type Err = &'static str;

    /// As browsers write it, without a slash at its end.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const WANTED: &str =
            "write it as in https://connectoo.example: http or https, a host, and no spaces, password, ? or #";
        let url = reqwest::Url::parse(text).map_err(|_| WANTED)?;
        let scheme = format!("{}://", url.scheme());
        // The parser mends what is malformed; an address that needs that was mistyped.
        let is_odd = |c: char| c.is_whitespace() || c.is_control() || c == '\\';
        let lower = text.to_ascii_lowercase();
        let is_as_written =
            lower.strip_prefix(&scheme).is_some_and(|rest| !rest.starts_with('/') && !rest.contains(is_odd));
        let has_login = !url.username().is_empty() || url.password().is_some();
        let has_more = url.query().is_some() || url.fragment().is_some();
        if !["http://", "https://"].contains(&scheme.as_str()) || !is_as_written || has_login || has_more {
            return Err(WANTED);
        }
        Ok(Self(url.as_str().trim_end_matches('/').to_owned()))
    }
}

/// Where people turn to with questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// As it is shown.
    pub text: String,
    /// Where its link leads.
    pub link: String,
}

impl std::str::FromStr for Contact {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        let link = match text.parse::<lettre::Address>() {
            Ok(_) => format!("mailto:{text}"),
            Err(_) => text.parse::<PublicUrl>().map_err(|_| "write an e-mail address, or as in https://…/contact")?.0,
        };
        Ok(Self { text: text.to_owned(), link })
    }
}

/// Where the key that seals is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SealPlace {
    File(PathBuf),
    Token(TokenAddress),
}

impl std::str::FromStr for SealPlace {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        match text.starts_with(TokenAddress::SCHEME) {
            true => Ok(Self::Token(TokenAddress::parse(text)?)),
            false => Ok(Self::File(PathBuf::from(text))),
        }
    }
}

/// The levels of PAdES baseline signatures (ETSI EN 319 142-1, 6).
#[derive(clap::ValueEnum, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SealLevel {
    /// The seal.
    #[value(name = "B-B")]
    Basic,
    /// And a timestamp over it.
    #[value(name = "B-T")]
    Timestamped,
    /// And the certificates and proofs that it takes to check it for long.
    #[value(name = "B-LT")]
    LongTerm,
}

impl std::fmt::Display for SealLevel {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Basic => "B-B",
            Self::Timestamped => "B-T",
            Self::LongTerm => "B-LT",
        })
    }
}

/// One text for all languages, or `nl=…;fr=…;de=…;en=…` in any order.
fn in_each_language(text: &str) -> Result<Localised, String> {
    let is_one = !Language::ALL.iter().any(|language| text.trim_start().starts_with(&format!("{language}=")));
    let of = |language: Language| {
        let prefix = format!("{language}=");
        let given = text.split(';').find_map(|part| part.trim().strip_prefix(&prefix));
        let named = if is_one { text.trim() } else { given.unwrap_or_default().trim() };
        (!named.is_empty()).then(|| named.to_owned()).ok_or(format!("there is no name for {language}"))
    };
    Ok(Localised { nl: of(Language::Nl)?, fr: of(Language::Fr)?, de: of(Language::De)?, en: of(Language::En)? })
}

impl Settings {
    /// Without a slash at its end.
    pub fn public_url(&self) -> String {
        match &self.public_url {
            Some(url) => url.0.clone(),
            None => format!("http://{}", self.listen),
        }
    }

    pub fn keys_dir(&self) -> PathBuf {
        self.keys_dir.clone().unwrap_or_else(|| self.data_dir.join("keys"))
    }

    /// Whether cookies may carry the Secure attribute: not on plain HTTP, where browsers would drop them.
    pub fn is_https(&self) -> bool {
        self.public_url.as_ref().is_some_and(|url| url.0.starts_with("https://"))
    }

    /// The embedded default: its own database, demonstration accounts and a demonstration seal.
    pub fn is_demonstration(&self) -> bool {
        self.database_url.is_none()
    }

    pub fn workers(&self) -> usize {
        match self.workers {
            Some(workers) => usize::from(workers),
            None => std::thread::available_parallelism().map_or(2, std::num::NonZero::get),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_public_address_is_one_that_people_can_open() {
        let parse = |text: &str| text.parse::<PublicUrl>().map(|url| url.0);
        for (text, kept) in [
            ("https://connectoo.example", "https://connectoo.example"),
            ("HTTPS://Connectoo.Example:443/", "https://connectoo.example"),
            ("http://localhost:8080/", "http://localhost:8080"),
            ("http://[::1]:8080", "http://[::1]:8080"),
            ("https://overheid.example/connectoo/", "https://overheid.example/connectoo"),
        ] {
            assert_eq!(parse(text).as_deref(), Ok(kept), "{text}");
        }
        for text in [
            "",
            "banana",
            "connectoo.example",
            "ftp://x",
            "ftp://x y",
            "https://",
            "https:///x",
            "http:x",
            "https:\\\\x",
            "https://x y/z?q",
            "https://x y",
            "https://x?",
            "https://x#top",
            "https://me:secret@x",
            "https://x ",
            "https://x:port",
            "mailto:me@x",
            "javascript:alert(1)",
        ] {
            assert!(parse(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_contact_is_an_address_of_mail_or_of_a_page() {
        let link = |text: &str| text.parse::<Contact>().map(|contact| contact.link);
        assert_eq!(link(" help@connectoo.example"), Ok("mailto:help@connectoo.example".to_owned()));
        assert_eq!(link("https://connectoo.example/help"), Ok("https://connectoo.example/help".to_owned()));
        for wrong in ["", "help", "javascript:alert(1)", "help@", "//connectoo.example"] {
            assert!(link(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_issuer_has_one_name_or_one_for_each_language() {
        let usual = in_each_language(ISSUER).unwrap();
        assert_eq!((usual.nl.as_str(), usual.de.as_str()), ("FOD BOSA – Connectoo", "FÖD BOSA – Connectoo"));
        let one = in_each_language("Stad Gent = ons; samen").unwrap();
        assert!(Language::ALL.iter().all(|language| one.get(*language) == "Stad Gent = ons; samen"));
        assert_eq!(in_each_language("fr=Ville;nl=Stad; en=City").unwrap_err(), "there is no name for de");
        assert!(in_each_language(" ").is_err());
    }
}
