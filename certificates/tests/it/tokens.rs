//! Keys in PKCS#12 files and in a PKCS#11 token (SoftHSM2).
//!
//! SoftHSM reads its settings from the environment when it is loaded, so these tests run themselves again in a process
//! that has them.

use std::path::{Path, PathBuf};
use std::process::Command;

use certificates::check::strict;
use certificates::keys::{SoftwareKey, TokenAddress, TokenKey};
use certificates::{Certificate, KeyError, SealKey, issue};
use cryptoki::context::Pkcs11;

use crate::levels::{assert_valid, key, ours, sheet_of_today, timestamped};
use crate::pki::{Pki, pki};
use crate::tools::{Tool, tool};

const PIN: &str = "1234";

#[test]
fn a_pkcs12_file_seals_in_the_form_of_today_and_in_the_old_one() {
    let (Some(pki), Some(openssl)) = (pki(), tool("openssl")) else { return };
    for (name, secret, old) in [("p256", "p256", false), ("p384", "p384", false), ("rsa", "rsa", true)] {
        let file = pkcs12(pki, &openssl, name, secret, old);
        let refusal = SoftwareKey::from_pkcs12(&file, "wrong").unwrap_err();
        assert!(matches!(refusal, KeyError::Pkcs12(_)), "{refusal:?}");
        let key = SoftwareKey::from_pkcs12(&file, "geheim").unwrap();
        assert_eq!(key.chain().certificates().count(), 3, "{name}: the whole chain is in it");
        let pdf = issue(&sheet_of_today(), &key).unwrap();
        assert_eq!(strict(&pdf, &ours(pki, &key)), Ok(key.facts().fingerprint));
        assert_valid(pki, &format!("p12-{name}"), &pdf);
    }
    assert!(matches!(SoftwareKey::from_pkcs12(b"no file", ""), Err(KeyError::Pkcs12(_))));
}

fn pkcs12(pki: &Pki, openssl: &Tool, name: &str, secret: &str, old: bool) -> Vec<u8> {
    let (out, chain) = (pki.folder.join(format!("{name}.p12")), pki.folder.join(format!("{name}.chain.pem")));
    std::fs::write(&chain, pki.chain(name)).unwrap();
    let secret = pki.folder.join(format!("{secret}.pem"));
    let mut arguments = vec!["pkcs12", "-export", "-passout", "pass:geheim", "-inkey", secret.to_str().unwrap()];
    arguments.extend(["-in", chain.to_str().unwrap(), "-out", out.to_str().unwrap()]);
    if old {
        arguments.push("-legacy");
    }
    openssl.read(arguments);
    std::fs::read(out).unwrap()
}

#[test]
fn a_token_seals_finds_its_certificates_and_comes_back_after_it_was_lost() {
    again_with_softhsm("a_token_seals_finds_its_certificates_and_comes_back_after_it_was_lost", |pki, module| {
        for name in ["p256", "p384", "rsa"] {
            let key = TokenKey::open(address(module, "connectoo", name), PIN, Vec::new()).unwrap();
            assert_eq!(key.chain().certificates().count(), 3, "{name}: issuers are found in the token");
            let pdf = timestamped(pki, &key);
            assert_eq!(strict(&pdf, &ours(pki, &key)), Ok(key.facts().fingerprint));
            assert_valid(pki, &format!("token-{name}"), &pdf);
            // All sessions end and the token is away, as when its machine starts anew.
            let tokens = tokens_folder();
            let away = tokens.with_extension("away");
            Pkcs11::new(module).unwrap().finalize().unwrap();
            std::fs::rename(&tokens, &away).unwrap();
            std::fs::create_dir(&tokens).unwrap();
            let refusal = issue(&sheet_of_today(), &key).unwrap_err();
            assert!(told(&refusal).contains("the token connectoo is not there"), "{}", told(&refusal));
            std::fs::remove_dir(&tokens).unwrap();
            std::fs::rename(&away, &tokens).unwrap();
            let pdf = issue(&sheet_of_today(), &key).unwrap();
            assert_eq!(strict(&pdf, &ours(pki, &key)), Ok(key.facts().fingerprint), "{name}: after the loss");
        }
    });
}

#[test]
fn several_threads_share_one_token() {
    again_with_softhsm("several_threads_share_one_token", |pki, module| {
        let key = TokenKey::open(address(module, "connectoo", "p256"), PIN, Vec::new()).unwrap();
        let ours = ours(pki, &key);
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    let pdf = issue(&sheet_of_today(), &key).unwrap();
                    assert_eq!(strict(&pdf, &ours), Ok(key.facts().fingerprint));
                });
            }
        });
    });
}

#[test]
fn what_is_wrong_with_a_token_is_told() {
    again_with_softhsm("what_is_wrong_with_a_token_is_told", |pki, module| {
        let open = |module: &Path, token: &str, object: &str, pin: &str, certificates: Vec<Certificate>| {
            TokenKey::open(address(module, token, object), pin, certificates).unwrap_err()
        };
        let refusal = open(Path::new("/nowhere/module.so"), "connectoo", "p256", PIN, Vec::new());
        assert!(matches!(refusal, KeyError::Module { .. }), "{refusal:?}");
        let refusal = open(module, "another", "p256", PIN, Vec::new());
        assert_eq!(refusal.to_string(), "the token another is not there");
        let refusal = open(module, "connectoo", "p256", "9999", Vec::new());
        assert!(matches!(refusal, KeyError::Pin(_)), "{refusal:?}");
        let refusal = open(module, "connectoo", "nothing", PIN, Vec::new());
        assert_eq!(refusal.to_string(), "the token holds no private key nothing");
        let refusal = open(module, "connectoo", "bare", PIN, Vec::new());
        assert_eq!(refusal.to_string(), "the token holds no certificate bare");
        let others = key(pki, "answered").chain().certificates().cloned().collect();
        let refusal = open(module, "connectoo", "bare", PIN, others);
        assert!(matches!(refusal, KeyError::Mismatch), "{refusal:?}");
    });
}

#[test]
fn the_address_of_a_token_is_read_as_rfc_7512_writes_it() {
    let read = TokenAddress::parse("pkcs11:token=My%20HSM;object=seal;id=%01%ff?module-path=/opt/hsm.so").unwrap();
    assert_eq!((read.token.as_str(), read.object.as_deref()), ("My HSM", Some("seal")));
    assert_eq!((read.id, read.module), (Some(vec![1, 0xff]), PathBuf::from("/opt/hsm.so")));
    for bad in [
        "pkcs11:",
        "pkcs11:token=a;object=b",
        "pkcs11:token=a?module-path=/m.so",
        "pkcs11:object=b?module-path=/m.so",
        "pkcs11:token=a;object=b;pin-value=1234?module-path=/m.so",
        "pkcs11:token=%zz;object=b?module-path=/m.so",
        "/etc/seal.pem",
    ] {
        assert!(matches!(TokenAddress::parse(bad), Err(KeyError::TokenAddress(_))), "{bad}");
    }
}

fn address(module: &Path, token: &str, object: &str) -> TokenAddress {
    TokenAddress { module: module.to_owned(), token: token.to_owned(), object: Some(object.to_owned()), id: None }
}

/// Runs this test in a process of its own whose SoftHSM has a token with the keys of the tests.
fn again_with_softhsm(test: &str, work: impl FnOnce(&Pki, &Path)) {
    const FOLDER: &str = "SOFTHSM2_CONF";
    let (Some(softhsm), Some(pkcs11_tool), Some(openssl)) =
        (tool("softhsm2-util"), tool("pkcs11-tool"), tool("openssl"))
    else {
        return;
    };
    let Some(pki) = pki() else { return };
    let module = softhsm_module();
    let folder = pki.folder.join("softhsm");
    if std::env::var_os(FOLDER).is_some() {
        // The authorities of this process are not those of the parent: a token of its own.
        fill(&softhsm, &pkcs11_tool, &openssl, &module, pki);
        return work(pki, &module);
    }
    let conf = folder.join("softhsm2.conf");
    std::fs::create_dir_all(folder.join(test)).unwrap();
    let conf = conf.with_file_name(format!("{test}.conf"));
    std::fs::write(&conf, format!("directories.tokendir = {}\n", folder.join(test).display())).unwrap();
    let run = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", &format!("tokens::{test}"), "--nocapture"])
        .env(FOLDER, conf)
        .output()
        .unwrap();
    let told = format!("{}{}", String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr));
    assert!(run.status.success() && told.contains("1 passed"), "{told}");
}

/// Where SoftHSM keeps its tokens, as its settings say.
fn tokens_folder() -> PathBuf {
    let settings = std::fs::read_to_string(std::env::var_os("SOFTHSM2_CONF").unwrap()).unwrap();
    PathBuf::from(settings.trim().split_once(" = ").unwrap().1)
}

/// An error with what led to it.
fn told(error: &dyn std::error::Error) -> String {
    std::iter::successors(Some(error), |error| error.source()).map(|error| format!("{error}: ")).collect()
}

fn softhsm_module() -> PathBuf {
    let places = ["/usr/lib/softhsm/libsofthsm2.so", "/usr/lib64/softhsm/libsofthsm2.so"];
    places.map(PathBuf::from).into_iter().find(|place| place.is_file()).expect("SoftHSM's module")
}

fn fill(softhsm: &Tool, pkcs11_tool: &Tool, openssl: &Tool, module: &Path, pki: &Pki) {
    softhsm.read(["--init-token", "--free", "--label", "connectoo", "--pin", PIN, "--so-pin", "5678"]);
    let module = module.to_str().unwrap();
    let write = |kind: &str, label: &str, id: &str, file: &Path| {
        let mut arguments = vec!["--module", module, "--token-label", "connectoo", "--login", "--pin", PIN];
        arguments.extend(["--write-object", file.to_str().unwrap(), "--type", kind, "--label", label, "--id", id]);
        pkcs11_tool.read(arguments);
    };
    let der = |pem: &Path, kind: &str| {
        let out = pem.with_extension("der");
        openssl.read([kind, "-in", pem.to_str().unwrap(), "-outform", "DER", "-out", out.to_str().unwrap()]);
        out
    };
    for (label, id) in [("p256", "01"), ("p384", "02"), ("rsa", "03")] {
        softhsm.read([
            "--import",
            pki.folder.join(format!("{label}.pem")).to_str().unwrap(),
            "--token",
            "connectoo",
            "--label",
            label,
            "--id",
            id,
            "--pin",
            PIN,
        ]);
        write("cert", label, id, &der(&pki.certificate(label), "x509"));
    }
    for (label, id) in [("interm", "11"), ("root", "12")] {
        write("cert", label, id, &der(&pki.certificate(label), "x509"));
    }
    let ocsp = pki.folder.join("ocsp.pem");
    softhsm.read([
        "--import",
        ocsp.to_str().unwrap(),
        "--token",
        "connectoo",
        "--label",
        "bare",
        "--id",
        "04",
        "--pin",
        PIN,
    ]);
}
