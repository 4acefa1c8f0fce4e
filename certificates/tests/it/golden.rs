//! What each sheet says, word for word, in the order in which it is read.

use certificates::{Language, Level};
use insta::assert_snapshot;

pub fn golden(level: Level, language: Language, text: &str) {
    match (level, language) {
        (Level::Basic, Language::Nl) => assert_snapshot!(text, @r"
            FOD Beleid en Ondersteuning (BOSA)
            Connectoobrevet
            Digitale helper
            Basisniveau
            Dit brevet is uitgereikt aan
            Amélie Van den Broeck
            die alle competenties van het basisniveau heeft bewezen
            Bewezen competenties
            Begrijpen waarom digitale inclusie ertoe doet
            Veelvoorkomende struikelblokken opmerken
            Weten welke onlinediensten de overheid aanbiedt
            Vlot inschatten hoe digitaal vaardig iemand is
            Iemand op weg helpen om aan te melden via CSAM
            Iemand wegwijs maken in MyMinfin
            Iemand wegwijs maken in MyPension
            Iemand wegwijs maken in MyHealth
            Officiële post leren vinden en lezen in de eBox
            Doorverwijzen naar wie een procedure verder kan opnemen
            Een procedure uitleggen zodat iemand ervan leert
            Inclusie een vaste plaats geven in het eigen werk
            Uitgereikt op
            21 november 2026
            Geldig tot en met
            20 november 2029
            Nummer
            CB7Q-4M9X-W2KD-3HTR
            Controleer dit brevet
            connectoo.example.be/verify/CB7Q4M9XW2KD3HTR
            Dit pdf-bestand is elektronisch verzegeld. Een afdruk bewijst niets op zich: controleer hem online.
            Demonstratie: dit zegel is een demonstratiezegel en dit brevet heeft geen officiële waarde.
            "),
        (Level::Basic, Language::Fr) => assert_snapshot!(text, @r"
            SPF Stratégie et Appui (BOSA)
            Brevet Connectoo
            Aidante ou aidant numérique
            Niveau de base
            Ce brevet est décerné à
            Amélie Van den Broeck
            qui a démontré toutes les compétences du niveau de base
            Compétences démontrées
            Comprendre les enjeux de l’inclusion numérique
            Repérer les difficultés les plus fréquentes
            Connaître les services publics disponibles en ligne
            Évaluer rapidement l’aisance numérique d’une personne
            Accompagner la connexion au moyen de CSAM
            Accompagner l’accès à MyMinfin
            Accompagner l’accès à MyPension
            Accompagner l’accès à MyHealth
            Aider à trouver et lire ses documents officiels dans l’eBox
            Orienter vers le bon relais pour une démarche
            Expliquer une démarche de façon pédagogique
            Faire une place à l’inclusion dans son travail quotidien
            Délivré le
            21 novembre 2026
            Valable jusqu’au (inclus)
            20 novembre 2029
            Numéro
            CB7Q-4M9X-W2KD-3HTR
            Vérifiez ce brevet
            connectoo.example.be/verify/CB7Q4M9XW2KD3HTR
            Ce fichier PDF porte un cachet électronique. Une copie imprimée ne prouve rien seule : vérifiez-la en ligne.
            Démonstration : ce cachet est un cachet de démonstration et ce brevet n’a aucune valeur officielle.
            "),
        (Level::Basic, Language::De) => assert_snapshot!(text, @r"
            FÖD Politik und Unterstützung (BOSA)
            Connectoo-Brevet
            Digitale Helferin oder digitaler Helfer
            Grundstufe
            Dieses Brevet wird verliehen an
            Amélie Van den Broeck
            nach Nachweis aller Kompetenzen der Grundstufe
            Nachgewiesene Kompetenzen
            Verstehen, worum es bei digitaler Inklusion geht
            Häufige Stolpersteine erkennen
            Wissen, welche Online-Dienste die Behörden anbieten
            Rasch einschätzen, wie digital sicher jemand ist
            Bei der Anmeldung über CSAM begleiten
            Den Zugang zu MyMinfin begleiten
            Den Zugang zu MyPension begleiten
            Den Zugang zu MyHealth begleiten
            Helfen, amtliche Dokumente in der eBox zu finden und zu lesen
            An die richtige Stelle für ein Verfahren weiterverweisen
            Ein Verfahren so erklären, dass man daraus lernt
            Inklusion in die tägliche Arbeit einbauen
            Ausgestellt am
            21. November 2026
            Gültig bis einschließlich
            20. November 2029
            Nummer
            CB7Q-4M9X-W2KD-3HTR
            Prüfen Sie dieses Brevet
            connectoo.example.be/verify/CB7Q4M9XW2KD3HTR
            Diese PDF-Datei ist elektronisch besiegelt. Ein Ausdruck allein beweist nichts: Prüfen Sie ihn online.
            Demonstration: Dieses Siegel ist ein Demonstrationssiegel und dieses Brevet hat keinen amtlichen Wert.
            "),
        (Level::Basic, Language::En) => assert_snapshot!(text, @r"
            FPS Policy and Support (BOSA)
            Connectoo brevet
            Digital helper
            Basic level
            This brevet is awarded to
            Amélie Van den Broeck
            who has demonstrated every competency of the basic level
            Competencies demonstrated
            Understand what is at stake in digital inclusion
            Spot the most frequent obstacles
            Know which public services exist online
            Gauge quickly how digitally skilled someone is
            Guide someone in logging in through CSAM
            Guide someone into MyMinfin
            Guide someone into MyPension
            Guide someone into MyHealth
            Help people find and read official documents in eBox
            Refer to the right intermediary for a procedure
            Explain a procedure so that people learn from it
            Build inclusion into everyday work
            Issued on
            21 November 2026
            Valid until (inclusive)
            20 November 2029
            Number
            CB7Q-4M9X-W2KD-3HTR
            Check this brevet
            connectoo.example.be/verify/CB7Q4M9XW2KD3HTR
            This PDF file carries an electronic seal. A printout proves nothing by itself: check it online.
            Demonstration: this seal is a demonstration seal and this brevet has no official value.
            "),
        (Level::Expert, Language::Nl) => assert_snapshot!(text, @r"
            FOD Beleid en Ondersteuning (BOSA)
            Connectoobrevet
            Digitale helper
            Expertenniveau
            Dit brevet is uitgereikt aan
            Amélie Van den Broeck
            die alle competenties van het expertenniveau heeft bewezen
            Bewezen competenties
            Alles van het basisniveau beheersen
            Stap na stap meegaan tot de dienst bereikt is
            Een ondersteunende houding tonen: kalmeren, aanmoedigen
            Gericht vragen stellen en het taalgebruik afstemmen
            Uitgereikt op
            21 november 2026
            Geldig tot en met
            20 november 2029
            Nummer
            CE3H-8TRV-6NPA-9KWM
            Controleer dit brevet
            connectoo.example.be/verify/CE3H8TRV6NPA9KWM
            Dit pdf-bestand is elektronisch verzegeld. Een afdruk bewijst niets op zich: controleer hem online.
            Demonstratie: dit zegel is een demonstratiezegel en dit brevet heeft geen officiële waarde.
            "),
        (Level::Expert, Language::Fr) => assert_snapshot!(text, @r"
            SPF Stratégie et Appui (BOSA)
            Brevet Connectoo
            Aidante ou aidant numérique
            Niveau expert
            Ce brevet est décerné à
            Amélie Van den Broeck
            qui a démontré toutes les compétences du niveau expert
            Compétences démontrées
            Maîtriser tout le niveau de base
            Accompagner pas à pas jusqu’au service essentiel
            Adopter une posture d’accompagnement : rassurer, encourager
            Poser les bonnes questions et adapter son langage
            Délivré le
            21 novembre 2026
            Valable jusqu’au (inclus)
            20 novembre 2029
            Numéro
            CE3H-8TRV-6NPA-9KWM
            Vérifiez ce brevet
            connectoo.example.be/verify/CE3H8TRV6NPA9KWM
            Ce fichier PDF porte un cachet électronique. Une copie imprimée ne prouve rien seule : vérifiez-la en ligne.
            Démonstration : ce cachet est un cachet de démonstration et ce brevet n’a aucune valeur officielle.
            "),
        (Level::Expert, Language::De) => assert_snapshot!(text, @r"
            FÖD Politik und Unterstützung (BOSA)
            Connectoo-Brevet
            Digitale Helferin oder digitaler Helfer
            Expertenstufe
            Dieses Brevet wird verliehen an
            Amélie Van den Broeck
            nach Nachweis aller Kompetenzen der Expertenstufe
            Nachgewiesene Kompetenzen
            Die gesamte Grundstufe beherrschen
            Schritt für Schritt bis zum wesentlichen Dienst begleiten
            Eine begleitende Haltung einnehmen: beruhigen, ermutigen
            Gezielt fragen und die Sprache anpassen
            Ausgestellt am
            21. November 2026
            Gültig bis einschließlich
            20. November 2029
            Nummer
            CE3H-8TRV-6NPA-9KWM
            Prüfen Sie dieses Brevet
            connectoo.example.be/verify/CE3H8TRV6NPA9KWM
            Diese PDF-Datei ist elektronisch besiegelt. Ein Ausdruck allein beweist nichts: Prüfen Sie ihn online.
            Demonstration: Dieses Siegel ist ein Demonstrationssiegel und dieses Brevet hat keinen amtlichen Wert.
            "),
        (Level::Expert, Language::En) => assert_snapshot!(text, @r"
            FPS Policy and Support (BOSA)
            Connectoo brevet
            Digital helper
            Expert level
            This brevet is awarded to
            Amélie Van den Broeck
            who has demonstrated every competency of the expert level
            Competencies demonstrated
            Master the whole basic level
            Accompany step by step until the essential service is reached
            Take a supportive stance: reassure and encourage
            Ask the right questions and adapt one’s language
            Issued on
            21 November 2026
            Valid until (inclusive)
            20 November 2029
            Number
            CE3H-8TRV-6NPA-9KWM
            Check this brevet
            connectoo.example.be/verify/CE3H8TRV6NPA9KWM
            This PDF file carries an electronic seal. A printout proves nothing by itself: check it online.
            Demonstration: this seal is a demonstration seal and this brevet has no official value.
            "),
    }
}
