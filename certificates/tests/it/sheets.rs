//! Sheets with the programme's real competencies, in four languages.

use certificates::{Language, Level, Sheet};
use chrono::NaiveDate;

/// 21 November 2026, 12:00 UTC.
pub const SEALED_AT: i64 = 1_795_262_400;

pub fn sheet(level: Level, language: Language) -> Sheet {
    let issuer = match language {
        Language::Nl => "FOD Beleid en Ondersteuning (BOSA)",
        Language::Fr => "SPF Stratégie et Appui (BOSA)",
        Language::De => "FÖD Politik und Unterstützung (BOSA)",
        Language::En => "FPS Policy and Support (BOSA)",
    };
    let number = match level {
        Level::Basic => "CB7Q4M9XW2KD3HTR",
        Level::Expert => "CE3H8TRV6NPA9KWM",
    };
    Sheet {
        number: grouped(number),
        holder: "Amélie Van den Broeck".to_owned(),
        level,
        language,
        issued_on: NaiveDate::from_ymd_opt(2026, 11, 21).unwrap(),
        valid_until: NaiveDate::from_ymd_opt(2029, 11, 20),
        competencies: competencies(level, language).iter().map(|&name| name.to_owned()).collect(),
        issuer: issuer.to_owned(),
        verification_address: format!("https://connectoo.example.be/verify/{number}"),
        statement: None,
        badge: None,
        demonstration: true,
        specimen: false,
        sealed_at: SEALED_AT,
    }
}

/// As people read it: CB7Q-4M9X-W2KD-3HTR.
fn grouped(number: &str) -> String {
    let characters: Vec<char> = number.chars().collect();
    let groups: Vec<String> = characters.chunks(4).map(|group| group.iter().collect()).collect();
    groups.join("-")
}

/// Each competency in its longest language, the longest issuer, a name of sixty letters, both notices.
pub fn longest(level: Level, language: Language) -> Sheet {
    let all = Language::ALL.map(|language| competencies(level, language));
    let longest = |place: usize| all.iter().map(|names| names[place]).max_by_key(|name| name.chars().count()).unwrap();
    Sheet {
        holder: "Wilhelmina-Maximiliana Wolfgangsburg-Vanderstraetenmaeckers".to_owned(),
        competencies: (0..all[0].len()).map(|place| longest(place).to_owned()).collect(),
        issuer: "Föderaler Öffentlicher Dienst Politik und Unterstützung, \
                 Generaldirektion Vereinfachung und Digitalisierung der föderalen Verwaltung"
            .to_owned(),
        verification_address: "https://pruefung.connectoo.belgium.be/de/brevets/CB7Q4M9XW2KD3HTR?von=papier".to_owned(),
        ..sheet(level, language)
    }
}

pub fn competencies(level: Level, language: Language) -> &'static [&'static str] {
    match (level, language) {
        (Level::Basic, Language::Nl) => &[
            "Begrijpen waarom digitale inclusie ertoe doet",
            "Veelvoorkomende struikelblokken opmerken",
            "Weten welke onlinediensten de overheid aanbiedt",
            "Vlot inschatten hoe digitaal vaardig iemand is",
            "Iemand op weg helpen om aan te melden via CSAM",
            "Iemand wegwijs maken in MyMinfin",
            "Iemand wegwijs maken in MyPension",
            "Iemand wegwijs maken in MyHealth",
            "Officiële post leren vinden en lezen in de eBox",
            "Doorverwijzen naar wie een procedure verder kan opnemen",
            "Een procedure uitleggen zodat iemand ervan leert",
            "Inclusie een vaste plaats geven in het eigen werk",
        ],
        (Level::Basic, Language::Fr) => &[
            "Comprendre les enjeux de l’inclusion numérique",
            "Repérer les difficultés les plus fréquentes",
            "Connaître les services publics disponibles en ligne",
            "Évaluer rapidement l’aisance numérique d’une personne",
            "Accompagner la connexion au moyen de CSAM",
            "Accompagner l’accès à MyMinfin",
            "Accompagner l’accès à MyPension",
            "Accompagner l’accès à MyHealth",
            "Aider à trouver et lire ses documents officiels dans l’eBox",
            "Orienter vers le bon relais pour une démarche",
            "Expliquer une démarche de façon pédagogique",
            "Faire une place à l’inclusion dans son travail quotidien",
        ],
        (Level::Basic, Language::De) => &[
            "Verstehen, worum es bei digitaler Inklusion geht",
            "Häufige Stolpersteine erkennen",
            "Wissen, welche Online-Dienste die Behörden anbieten",
            "Rasch einschätzen, wie digital sicher jemand ist",
            "Bei der Anmeldung über CSAM begleiten",
            "Den Zugang zu MyMinfin begleiten",
            "Den Zugang zu MyPension begleiten",
            "Den Zugang zu MyHealth begleiten",
            "Helfen, amtliche Dokumente in der eBox zu finden und zu lesen",
            "An die richtige Stelle für ein Verfahren weiterverweisen",
            "Ein Verfahren so erklären, dass man daraus lernt",
            "Inklusion in die tägliche Arbeit einbauen",
        ],
        (Level::Basic, Language::En) => &[
            "Understand what is at stake in digital inclusion",
            "Spot the most frequent obstacles",
            "Know which public services exist online",
            "Gauge quickly how digitally skilled someone is",
            "Guide someone in logging in through CSAM",
            "Guide someone into MyMinfin",
            "Guide someone into MyPension",
            "Guide someone into MyHealth",
            "Help people find and read official documents in eBox",
            "Refer to the right intermediary for a procedure",
            "Explain a procedure so that people learn from it",
            "Build inclusion into everyday work",
        ],
        (Level::Expert, Language::Nl) => &[
            "Alles van het basisniveau beheersen",
            "Stap na stap meegaan tot de dienst bereikt is",
            "Een ondersteunende houding tonen: kalmeren, aanmoedigen",
            "Gericht vragen stellen en het taalgebruik afstemmen",
        ],
        (Level::Expert, Language::Fr) => &[
            "Maîtriser tout le niveau de base",
            "Accompagner pas à pas jusqu’au service essentiel",
            "Adopter une posture d’accompagnement : rassurer, encourager",
            "Poser les bonnes questions et adapter son langage",
        ],
        (Level::Expert, Language::De) => &[
            "Die gesamte Grundstufe beherrschen",
            "Schritt für Schritt bis zum wesentlichen Dienst begleiten",
            "Eine begleitende Haltung einnehmen: beruhigen, ermutigen",
            "Gezielt fragen und die Sprache anpassen",
        ],
        (Level::Expert, Language::En) => &[
            "Master the whole basic level",
            "Accompany step by step until the essential service is reached",
            "Take a supportive stance: reassure and encourage",
            "Ask the right questions and adapt one’s language",
        ],
    }
}

/// One word a level and language, for file names.
pub fn name(level: Level, language: Language) -> String {
    format!("{level:?}-{language:?}").to_lowercase()
}
