//! A public key infrastructure on this machine: certomancer plays the authorities, the timestamps, the lists of revoked
//! certificates and the answers about them. Started once for a run.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::time::Duration;

pub struct Pki {
    pub folder: PathBuf,
    pub port: u16,
}

/// None, with a word why, where the tools are missing; a failure when CONNECTOO_REQUIRE_TOOLS is 1.
pub fn pki() -> Option<&'static Pki> {
    static PKI: OnceLock<Option<Pki>> = OnceLock::new();
    PKI.get_or_init(Pki::start).as_ref()
}

/// A program of the Python environment of the tests.
pub fn python_tool(name: &str) -> Option<PathBuf> {
    let named = std::env::var_os("CONNECTOO_PYTHON").map(PathBuf::from);
    let python = named.unwrap_or_else(|| {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = if here.ends_with("certificates") { here.join("..") } else { here.to_path_buf() };
        root.join(".tools/py/bin/python")
    });
    let program = python.with_file_name(name);
    if program.is_file() {
        return Some(program);
    }
    let required = std::env::var_os("CONNECTOO_REQUIRE_TOOLS").is_some_and(|value| value == "1");
    assert!(
        !required,
        "{name} is not beside {} and CONNECTOO_REQUIRE_TOOLS is 1: run bin/setup test",
        python.display()
    );
    println!("skipped: there is no {}", program.display());
    None
}

impl Pki {
    fn start() -> Option<Self> {
        let certomancer = python_tool("certomancer")?;
        let folder = std::env::temp_dir().join(format!("connectoo-pki-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        for name in ["root", "interm", "tsa", "ocsp", "p256"] {
            key(&folder, name, &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"]);
        }
        key(&folder, "p384", &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384"]);
        key(&folder, "rsa", &["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:3072"]);
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let config = include_str!("pki.yml").replace("PORT", &port.to_string());
        std::fs::write(folder.join("pki.yml"), config).unwrap();
        let mut served = Command::new(certomancer)
            .args(["--config", "pki.yml", "animate", "--port", &port.to_string()])
            .current_dir(&folder)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        end_with_this_run(served.id(), &folder);
        std::thread::spawn(move || served.wait());
        wait_for(port);
        let pki = Self { folder, port };
        pki.keep_certificates();
        Some(pki)
    }

    /// Those of the running authorities: another process would sign others, since ECDSA is random.
    fn keep_certificates(&self) {
        let root = ["interm", "tsa", "no-tsa"].map(|name| (name, format!("certs/root/issued/{name}.cert.pem")));
        let interm = ["p256", "p384", "rsa", "answered", "revoked", "expired"];
        let interm = interm.map(|name| (name, format!("certs/interm/issued/{name}.cert.pem")));
        let top = ("root", "certs/root/ca.cert.pem".to_owned());
        for (name, path) in root.into_iter().chain(interm).chain([top]) {
            std::fs::write(self.certificate(name), self.fetch(&self.address(&path), "", &[])).unwrap();
        }
    }

    /// PKCS#8 PEM.
    pub fn key(&self, name: &str) -> String {
        std::fs::read_to_string(self.folder.join(format!("{name}.pem"))).unwrap()
    }

    /// The certificates of these names, PEM, in this order.
    pub fn certificates(&self, names: &[&str]) -> String {
        names.iter().map(|name| std::fs::read_to_string(self.certificate(name)).unwrap()).collect()
    }

    pub fn certificate(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{name}.cert.pem"))
    }

    /// A certificate of the issuing authority, and the two above it.
    pub fn chain(&self, name: &str) -> String {
        self.certificates(&[name, "interm", "root"])
    }

    pub fn address(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}/brevet/{path}", self.port)
    }

    pub fn tsa(&self) -> String {
        self.address("tsa/tsa")
    }

    /// The body of an answer of 200.
    pub fn fetch(&self, address: &str, media_type: &str, body: &[u8]) -> Vec<u8> {
        let path = address.split_once(&format!(":{}", self.port)).unwrap().1;
        let method = if body.is_empty() { "GET" } else { "POST" };
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        let length = body.len();
        write!(
            stream,
            "{method} {path} HTTP/1.0\r\nHost: 127.0.0.1\r\nContent-Type: {media_type}\r\nContent-Length: {length}\r\n\r\n"
        )
        .unwrap();
        stream.write_all(body).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let end = answer.windows(4).position(|window| window == b"\r\n\r\n").unwrap();
        let head = String::from_utf8_lossy(&answer[..end]).into_owned();
        assert!(head.lines().next().unwrap().contains(" 200 "), "{address}: {head}");
        answer.split_off(end + 4)
    }
}

fn wait_for(port: u16) {
    for _ in 0..300 {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    panic!("certomancer does not listen");
}

fn key(folder: &Path, name: &str, kind: &[&str]) {
    let mut openssl = Command::new("openssl");
    openssl.arg("genpkey").args(kind).arg("-out").arg(folder.join(format!("{name}.pem"))).stderr(Stdio::null());
    assert!(openssl.status().unwrap().success(), "openssl made no key");
}

/// A test run has no last line; a shell that waits for its end stops what it started and clears the folder.
fn end_with_this_run(child: u32, folder: &Path) {
    let wait = format!(
        "while kill -0 {0} 2>/dev/null; do sleep 1; done; kill {child}; rm -rf '{1}'",
        std::process::id(),
        folder.display()
    );
    let mut shell = Command::new("sh")
        .args(["-c", &wait])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    std::thread::spawn(move || shell.wait());
}
