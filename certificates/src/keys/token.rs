//! A key in a token, by PKCS#11: a hardware module, or a program that behaves like one.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use cryptoki::context::{CInitializeArgs, CInitializeFlags, Pkcs11};
use cryptoki::error::{Error, RvError};
use cryptoki::mechanism::Mechanism;
use cryptoki::object::{Attribute, AttributeType, ObjectClass, ObjectHandle};
use cryptoki::session::{Session, UserType};
use cryptoki::types::AuthPin;

use super::{Chain, KeyError, SealKey};
use crate::algorithm::{Algorithm, ecdsa_der};
use crate::certificate::Certificate;

/// Where a key is, as RFC 7512 writes it: `pkcs11:token=connectoo;object=seal?module-path=/usr/lib/…/module.so`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenAddress {
    pub module: PathBuf,
    /// The token's label.
    pub token: String,
    /// The label of the key, and of its certificate.
    pub object: Option<String>,
    /// Their id, where a label is not enough.
    pub id: Option<Vec<u8>>,
}

/// A key that never leaves its token. A session that was lost is opened again at the next signature.
pub struct TokenKey {
    address: TokenAddress,
    pin: AuthPin,
    chain: Chain,
    open: Mutex<Option<Open>>,
}

/// A session in which the PIN was given, and the key in it.
struct Open {
    session: Session,
    key: ObjectHandle,
}

impl TokenKey {
    /// Opens the token. The certificates are those given, or else those in the token.
    ///
    /// # Errors
    /// When the module, the token, the key or its certificate is not there, the PIN is not taken, or the key may not
    /// seal.
    pub fn open(address: TokenAddress, pin: &str, certificates: Vec<Certificate>) -> Result<Self, KeyError> {
        let pin = AuthPin::new(pin.into());
        let open = Open::new(&address, &pin)?;
        let certificates = if certificates.is_empty() { open.certificates(&address)? } else { certificates };
        let key = Self { address, pin, chain: Chain::new(certificates)?, open: Mutex::new(Some(open)) };
        // A certificate of another key would only show in a reader's program: so it is held against a signature here.
        const TRIAL: &[u8] = b"Does this certificate belong to this key?";
        let signature = key.sign(TRIAL)?;
        if key.algorithm().verifies(&key.chain.leaf, TRIAL, &signature) { Ok(key) } else { Err(KeyError::Mismatch) }
    }

    fn open_session(&self) -> MutexGuard<'_, Option<Open>> {
        // A thread that panicked while signing leaves at most a session that will be found broken.
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl SealKey for TokenKey {
    fn chain(&self) -> &Chain {
        &self.chain
    }

    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, KeyError> {
        let algorithm = self.algorithm();
        let mut slot = self.open_session();
        if let Some(open) = slot.as_ref() {
            match open.sign(algorithm, message) {
                Err(KeyError::Token(_)) => *slot = None,
                done => return done,
            }
        }
        let open = slot.insert(Open::new(&self.address, &self.pin)?);
        open.sign(algorithm, message)
    }
}

impl Open {
    fn new(address: &TokenAddress, pin: &AuthPin) -> Result<Self, KeyError> {
        let module = loaded(&address.module)?;
        let is_named = |slot: &cryptoki::slot::Slot| {
            module.get_token_info(*slot).is_ok_and(|token| token.label().trim_end() == address.token)
        };
        let slot = module.get_slots_with_token()?.into_iter().find(is_named);
        let session = module.open_ro_session(slot.ok_or_else(|| KeyError::NoToken(address.token.clone()))?)?;
        match session.login(UserType::User, Some(pin)) {
            // All sessions of a process share one login.
            Ok(()) | Err(Error::Pkcs11(RvError::UserAlreadyLoggedIn, _)) => {}
            Err(error) => return Err(KeyError::Pin(error)),
        }
        let key = session.find_objects(&address.template(ObjectClass::PRIVATE_KEY))?.into_iter().next();
        let key = key.ok_or_else(|| KeyError::NotInToken(format!("private key {}", address.named())))?;
        Ok(Self { session, key })
    }

    fn sign(&self, algorithm: Algorithm, message: &[u8]) -> Result<Vec<u8>, KeyError> {
        match algorithm {
            Algorithm::RsaSha256 => Ok(self.session.sign(&Mechanism::Sha256RsaPkcs, self.key, message)?),
            Algorithm::EcdsaSha256 | Algorithm::EcdsaSha384 => {
                let digest = algorithm.hash().of(&[message]);
                let raw = self.session.sign(&Mechanism::Ecdsa, self.key, &digest)?;
                Ok(ecdsa_der(&raw)?)
            }
        }
    }

    /// The key's certificate, then those above it that the token holds.
    fn certificates(&self, address: &TokenAddress) -> Result<Vec<Certificate>, KeyError> {
        let own = self.read(&address.template(ObjectClass::CERTIFICATE))?.into_iter().next();
        let own = own.ok_or_else(|| KeyError::NotInToken(format!("certificate {}", address.named())))?;
        let all = self.read(&[Attribute::Class(ObjectClass::CERTIFICATE)])?;
        let above: Vec<Certificate> = own.path_above(&all).into_iter().cloned().collect();
        Ok(std::iter::once(own).chain(above).collect())
    }

    fn read(&self, template: &[Attribute]) -> Result<Vec<Certificate>, KeyError> {
        let mut found = Vec::new();
        for object in self.session.find_objects(template)? {
            for attribute in self.session.get_attributes(object, &[AttributeType::Value])? {
                if let Attribute::Value(der) = attribute {
                    found.push(Certificate::from_der(&der)?);
                }
            }
        }
        Ok(found)
    }
}

/// A module is initialised once in a process: PKCS#11 keeps that state itself.
fn loaded(path: &Path) -> Result<Pkcs11, KeyError> {
    let failed = |source| KeyError::Module { module: path.display().to_string(), source };
    let module = Pkcs11::new(path).map_err(failed)?;
    match module.initialize(CInitializeArgs::new(CInitializeFlags::OS_LOCKING_OK)) {
        Ok(()) | Err(Error::Pkcs11(RvError::CryptokiAlreadyInitialized, _)) => Ok(module),
        Err(error) => Err(failed(error)),
    }
}

impl TokenAddress {
    pub const SCHEME: &str = "pkcs11:";

    /// Reads the address; `token`, `module-path` and one of `object` and `id` must be there, nothing else may.
    ///
    /// # Errors
    /// When it is malformed. A PIN in it is refused: addresses are shown.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let bad = || KeyError::TokenAddress(text.to_owned());
        let rest = text.strip_prefix(Self::SCHEME).ok_or_else(bad)?;
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (mut module, mut token, mut object, mut id) = (None, None, None, None);
        for pair in path.split(';').chain(query.split('&')).filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').ok_or_else(bad)?;
            let value = percent_decoded(value).ok_or_else(bad)?;
            let words = || String::from_utf8(value.clone()).map_err(|_| bad());
            match name {
                "module-path" => module = Some(PathBuf::from(words()?)),
                "token" => token = Some(words()?),
                "object" => object = Some(words()?),
                "id" => id = Some(value),
                _ => return Err(bad()),
            }
        }
        match (module, token) {
            (Some(module), Some(token)) if object.is_some() || id.is_some() => Ok(Self { module, token, object, id }),
            _ => Err(bad()),
        }
    }

    fn template(&self, class: ObjectClass) -> Vec<Attribute> {
        let label = self.object.as_ref().map(|label| Attribute::Label(label.as_bytes().to_vec()));
        let id = self.id.clone().map(Attribute::Id);
        [Some(Attribute::Class(class)), label, id].into_iter().flatten().collect()
    }

    fn named(&self) -> String {
        let id = || self.id.iter().flatten().map(|byte| format!("%{byte:02x}")).collect();
        self.object.clone().unwrap_or_else(id)
    }
}

impl fmt::Debug for TokenKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TokenKey").field("certificate", &self.chain.leaf.fingerprint).finish_non_exhaustive()
    }
}

fn percent_decoded(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        rest = tail;
        match (first, tail) {
            (b'%', [high, low, after @ ..]) => {
                let digit = |digit: u8| char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok());
                bytes.push(digit(*high)? << 4 | digit(*low)?);
                rest = after;
            }
            (b'%', _) => return None,
            (plain, _) => bytes.push(*plain),
        }
    }
    Some(bytes)
}
