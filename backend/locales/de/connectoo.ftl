## The frame of every page

skip-to-content = Zum Inhalt springen
demonstration-banner = Demonstration: Konten und Brevets haben hier keinen amtlichen Wert.
languages-label = Sprache
menu-button = Menü
menu-label = Hauptmenü
footer-label = Über diese Website
footer-line = Connectoo ist das belgische Ausbildungsprogramm für digitale Helferinnen und Helfer.
back = Zurück
back-home = Startseite
back-label = Weg zurück
sign-in = Anmelden
sign-out = Abmelden

## Forms and their errors

error-title = Fehler: { $title }
error-summary-title = Es gibt ein Problem
error-word = Fehler:
field-name = Ihr Vorname und Nachname
field-name-hint = Diesen Namen drucken wir auf Ihr Brevet.
field-email = E-Mail-Adresse
field-email-hint = Wir senden einen Link an diese Adresse. Sie brauchen ihn, um Ihre Registrierung abzuschließen.
field-password = Passwort
field-new-password = Wählen Sie ein Passwort
field-new-password-hint = Mindestens 12 Zeichen. Es darf auch ein Satz sein, den nur Sie kennen.
issue-missing = Füllen Sie dieses Feld aus.
issue-missing-email = Geben Sie Ihre E-Mail-Adresse ein.
issue-missing-name = Geben Sie Ihren Vornamen und Nachnamen ein.
issue-missing-password = Geben Sie ein Passwort ein.
issue-missing-answer = Geben Sie eine Antwort oder überspringen Sie die Frage vorerst.
issue-missing-number = Geben Sie die Nummer des Brevets ein.
issue-missing-file = Wählen Sie zuerst eine Datei.
issue-missing-list = Fügen Sie eine Liste mit Nummern ein oder wählen Sie eine Datei.
issue-missing-reason = Wählen Sie, warum das Brevet widerrufen wird.
issue-missing-note = Schreiben Sie in ein oder zwei Sätzen, warum.
issue-missing-competencies = Wählen Sie mindestens ein Thema.
issue-missing-title = Geben Sie einen Titel ein.
issue-missing-start = Geben Sie ein, wann die Sitzung beginnt.
issue-missing-end = Geben Sie ein, wann die Sitzung endet.
issue-missing-capacity = Geben Sie die Zahl der Plätze ein.
issue-unknown = „{ $name }“ ist hier nicht bekannt. Lassen Sie es weg.
issue-malformed = Das kann nicht als JSON gelesen werden: Sehen Sie in Zeile { $line }, Zeichen { $column } nach. Korrigieren Sie es und senden Sie es noch einmal.
issue-wrong-type = Diese Angabe passt hier nicht. Geben Sie ein, was hier gefragt ist.
issue-short-password = Wählen Sie ein längeres Passwort: mindestens { $least } Zeichen.
issue-too-short = Geben Sie mindestens { $least } Zeichen ein.
issue-too-long = Geben Sie höchstens { $most } Zeichen ein.
issue-not-an-email = Geben Sie eine E-Mail-Adresse wie name@beispiel.be ein.
issue-common-password = Dieses Passwort ist leicht zu erraten. Wählen Sie ein anderes, zum Beispiel einen Satz, den nur Sie kennen.
issue-not-offered = Wählen Sie eine der angebotenen Antworten.
issue-repeated = Sie haben dasselbe zweimal gewählt. Wählen Sie jedes nur einmal.
issue-incomplete = Ihre Antwort ist nicht vollständig. Wählen Sie etwas für jeden Teil.
issue-not-a-number = Geben Sie eine Zahl in Ziffern ein, zum Beispiel 12 oder 2,5.
issue-only-a-number = Geben Sie nur die Zahl ein, in Ziffern und ohne Einheit, zum Beispiel 12 oder 2,5.
issue-not-printable = Das Brevet kann das Zeichen { $letter } nicht drucken. Schreiben Sie Ihren Namen mit lateinischen, griechischen oder kyrillischen Buchstaben.
issue-invisible = Der Name enthält ein unsichtbares Zeichen. Geben Sie ihn bitte neu ein.
issue-invisible-text = Der Text enthält ein unsichtbares Zeichen. Entfernen Sie es oder geben Sie den Text neu ein.
issue-too-wide = Dieser Name ist zu breit für das Brevet. Schreiben Sie ihn kürzer, zum Beispiel mit Initialen für einige Vornamen.
issue-unchanged = So steht es schon auf dem Brevet. Geben Sie den richtigen Namen ein.
issue-empty-file = Diese Datei ist leer. Laden Sie das Brevet noch einmal herunter oder bitten Sie noch einmal darum.
issue-not-a-pdf = Das ist keine PDF-Datei. Wählen Sie das Brevet, wie es heruntergeladen wurde, kein Foto, keinen Scan und keine Zip-Datei. Haben Sie nur das Papier? Dann tippen Sie die Nummer ein.
issue-file-too-large = Diese Datei ist zu groß: höchstens 4 MB.
issue-not-a-list = Diese Datei können wir nicht lesen. Speichern Sie die Liste als CSV oder XLSX und versuchen Sie es noch einmal.
issue-empty-list = In dieser Liste steht keine Nummer. Schreiben Sie ein Brevet pro Zeile und speichern Sie die Datei noch einmal, oder fügen Sie die Nummern in das Textfeld ein.
issue-too-many-rows = Diese Liste ist zu lang: höchstens { $most } Brevets. Teilen Sie sie auf.
issue-out-of-range = Geben Sie eine ganze Zahl von { $least } bis { $most } ein.
issue-missing-place = Geben Sie einen Ort oder einen Link an, oder beides.
issue-not-a-moment = Geben Sie ein Datum und eine Uhrzeit an, zum Beispiel 2027-01-12 14:00.
issue-not-a-web-address = Geben Sie eine vollständige Webadresse an, die mit https:// beginnt.
issue-too-early = Das Ende muss nach dem Anfang liegen. Ändern Sie eines von beiden.
issue-too-late = Die Anmeldung muss vor oder mit dem Anfang schließen.
issue-in-the-past = Dieser Zeitpunkt ist vorbei. Wählen Sie einen, der noch kommt.
issue-not-a-trainer = Keine Lehrkraft hat diese E-Mail-Adresse. Geben Sie die Adresse einer Lehrkraft an.
issue-fewer-than-taken = { $taken } Plätze sind schon vergeben. Geben Sie mindestens so viele an.
issue-people-registered = Es haben sich schon Personen angemeldet: Die Stufe bleibt. Sagen Sie die Sitzung ab und planen Sie eine andere.
issue-own-attendance = Ob Sie selbst da waren, hält jemand anderes fest: Fragen Sie die Administration.

## Problems, told to people and to API clients alike

problem-title = Das hat nicht geklappt
problem-status = Fehler { $status }
problem-ways = Was Sie jetzt tun können
problem-kept-text = Was Sie gerade eingegeben haben, wurde nicht gespeichert, ist aber auf dieser Seite aufbewahrt. Drücken Sie auf die Schaltfläche, um es noch einmal zu senden.
problem-kept-button = Noch einmal versuchen
problem-back = Zurück zu der Seite, auf der Sie waren
problem-home = Zur Startseite
problem-bad-request = Ein Teil der gesendeten Angaben fehlt oder ist falsch. Korrigieren Sie die Angaben und senden Sie sie noch einmal.
problem-not-found = Diese Seite oder diesen Eintrag gibt es nicht. Prüfen Sie die Adresse oder beginnen Sie neu auf der Startseite.
problem-method-not-allowed = Diese Adresse lässt sich so nicht benutzen. Gehen Sie zurück und nutzen Sie die Links und Schaltflächen auf der Seite.
problem-not-acceptable = Wir können nicht in dem verlangten Format antworten. Verlangen Sie JSON.
problem-payload-too-large = Sie haben zu viel auf einmal gesendet. Senden Sie weniger.
problem-unsupported-media-type = Diese Art von Inhalt können wir nicht lesen. Senden Sie JSON oder nutzen Sie das Formular auf der Seite.
problem-sign-in-first = Sie sind nicht angemeldet oder Ihre Sitzung ist abgelaufen. Melden Sie sich an und versuchen Sie es noch einmal.
problem-missing-permission = Ihr Konto hat hier keinen Zugang. Melden Sie sich mit einem anderen Konto an oder bitten Sie die Administration um Zugang.
problem-too-many-requests = Das waren zu viele Anfragen in kurzer Zeit. Warten Sie einen Moment und versuchen Sie es noch einmal.
problem-too-many-failed-requests = Es gab zu viele Fehlversuche. Warten Sie einen Moment und versuchen Sie es noch einmal.
problem-internal = Bei uns ist etwas schiefgegangen. Was Sie gespeichert haben, bleibt erhalten. Versuchen Sie es in ein paar Minuten noch einmal.
problem-unavailable = Der Dienst ist gerade nicht erreichbar. Was Sie gespeichert haben, bleibt erhalten. Versuchen Sie es in ein paar Sekunden noch einmal.
problem-wrong-credentials = Die E-Mail-Adresse oder das Passwort stimmt nicht. Prüfen Sie beides und versuchen Sie es noch einmal.
problem-link-expired = Dieser Link wurde schon benutzt oder ist zu alt. Fordern Sie einen neuen an.
problem-form-expired = Dieses Formular ist zu alt und kann nicht mehr gesendet werden. Gehen Sie zurück, laden Sie die Seite neu und senden Sie es noch einmal.
problem-invalid-refresh-token = Dieses Erneuerungs-Token ist nicht mehr gültig. Melden Sie sich neu an.
problem-level-locked = Sie brauchen zuerst ein gültiges Brevet der Grundstufe. Schließen Sie die Grundstufe ab und kommen Sie dann zurück.
problem-retake-too-early = Ihre letzten Versuche waren nicht bestanden. Vor dem nächsten gibt es deshalb eine Wartezeit. Lesen Sie inzwischen die Lektionen noch einmal und beginnen Sie dann einen neuen Versuch.
problem-placement-too-often = Sie haben diesen Test heute schon oft begonnen. Ihre Ergebnisse bleiben. Lernen Sie inzwischen weiter und beginnen Sie morgen wieder.
problem-time-over = Die Zeit für dieses Quiz ist um. Diese Antwort kommt zu spät. Was schon gespeichert war, zählt und wurde ausgewertet. Sehen Sie sich Ihr Ergebnis an.
problem-step-taken = Sie sind in dieser Situation schon weitergegangen, vielleicht in einem anderen Fenster oder auf einem anderen Gerät. Ein Schritt lässt sich nicht zurücknehmen. Machen Sie dort weiter, wo sie jetzt steht.
problem-no-break-left = Für dieses Quiz gibt es keine Pause, oder Ihre Pausen sind aufgebraucht. Machen Sie mit dem Quiz weiter.
problem-already-submitted = Sie haben diese Antworten schon abgegeben und können sie nicht mehr ändern. Sehen Sie sich Ihr Ergebnis an oder beginnen Sie einen neuen Versuch.
problem-busy = Im selben Moment sind andere Antworten angekommen. Versuchen Sie es noch einmal.
problem-brevet-being-sealed = Ihr Brevet wird noch besiegelt. Meist dauert das einige Sekunden. Versuchen Sie es danach noch einmal.
problem-unknown-brevet = Ein Brevet mit dieser Nummer wurde hier nie ausgestellt. Prüfen Sie, ob Sie die ganze Nummer übernommen haben.
problem-mistyped-number = Das kann keine Brevet-Nummer sein: Ein Zeichen ist falsch oder fehlt. Vergleichen Sie die Nummer mit dem Brevet und tippen Sie sie noch einmal ein.
problem-already-revoked = Dieses Brevet wurde schon widerrufen. Das ist endgültig.
problem-already-replaced = Dieses Brevet wurde schon durch ein anderes ersetzt. Suchen Sie das neue Brevet und machen Sie dort weiter.
problem-already-renewed = Dieses Brevet ist schon verlängert. Das neue steht unter „Meine Brevets“.
problem-not-renewable = Dieses Brevet muss nicht verlängert werden: Es hat kein Enddatum, oder das Programm bietet keine Verlängerung an.
problem-renewal-not-open = Sie können dieses Brevet noch nicht verlängern. Unter „Meine Brevets“ steht, ab welchem Tag es möglich ist.
problem-level-incomplete = Diese Stufe hat neue Module. Bestehen Sie zuerst deren Quiz und kommen Sie dann zurück, um Ihr Brevet zu verlängern.
problem-already-answered = Diese Frage hat schon eine Antwort, oder der Test ist vorbei. Öffnen Sie den Test neu und machen Sie dort weiter, wo er steht.
problem-nothing-to-ask = Es gibt nichts zu fragen: Sie haben auf dieser Stufe schon alles nachgewiesen, oder es gibt noch keine Module.
problem-registration-closed = Die Anmeldung zu dieser Sitzung ist vorbei. Suchen Sie eine andere Sitzung.
problem-live-session-full = Alle Plätze sind vergeben, und die Warteliste ist voll. Suchen Sie eine andere Sitzung, oder schauen Sie später wieder.
problem-live-session-begun = Diese Sitzung hat begonnen. Man kann sie nicht mehr ändern oder absagen und sich nicht mehr abmelden.
problem-live-session-not-begun = Diese Sitzung hat noch nicht begonnen. Halten Sie ab dem Anfang fest, wer da ist.
problem-live-session-cancelled = Diese Sitzung wurde abgesagt. Suchen Sie eine andere Sitzung.
problem-attendance-closed = Die Anwesenheit lässt sich bis 14 Tage nach der Sitzung festhalten. Fragen Sie die Administration, was jetzt möglich ist.
retry-after =
    { $seconds ->
        [one] Versuchen Sie es in { $seconds } Sekunde noch einmal.
       *[other] Versuchen Sie es in { $seconds } Sekunden noch einmal.
    }

## Register, sign in, password

register-title = Registrieren
register-lead = Mit einem Konto können Sie lernen, Quiz machen und Ihr Brevet erwerben. Sie können jederzeit aufhören und später weitermachen, auch auf einem anderen Gerät.
register-button = Registrieren
register-privacy = Wie verwenden wir Ihre Daten?
register-have-account = Haben Sie schon ein Konto?
register-sent-title = Sehen Sie in Ihrem Postfach nach
register-sent-text = Wir haben Ihnen eine E-Mail mit einem Link geschickt. Öffnen Sie den Link innerhalb von 24 Stunden, um Ihre Registrierung abzuschließen.
register-kept-text = Wir haben eine E-Mail mit einem Link für Sie geschrieben. Mit dem Link schließen Sie Ihre Registrierung innerhalb von 24 Stunden ab.
register-sent-spam = Nach fünf Minuten noch keine E-Mail? Sehen Sie im Spam-Ordner nach und prüfen Sie, ob Sie Ihre Adresse richtig eingegeben haben.
mail-kept-title = Ihre E-Mail liegt bei der Administration bereit
mail-kept-hint = Dieser Dienst verschickt keine E-Mails, sondern bewahrt sie auf. Fragen Sie die Administration nach dem Link: Er steht auf der Seite „Administration“.
confirm-title = Registrierung abschließen
confirm-text = Noch ein Schritt: Drücken Sie auf die Schaltfläche, um Ihr Konto zu erstellen.
confirm-button = Mein Konto erstellen
confirmed-title = Ihr Konto ist bereit
confirmed-text = Sie können sich jetzt mit Ihrer E-Mail-Adresse und Ihrem Passwort anmelden.
sign-in-forgotten = Ich habe mein Passwort vergessen
sign-in-no-account = Ich habe noch kein Konto
session-ended = Ihre Sitzung war abgelaufen: Es wurde noch nichts gesendet oder abgegeben. Melden Sie sich neu an: Danach machen Sie hier weiter, mit allem, was Sie eingegeben haben.
session-ended-answer = Ihre Sitzung ist abgelaufen. Ihre Antwort ist noch nicht gespeichert, aber dieser Browser bewahrt sie auf. Melden Sie sich neu an: Dann wird sie gespeichert, und Sie machen dort weiter, wo Sie waren.
go-on-title = Machen Sie dort weiter, wo Sie waren
go-on-text = Sie sind wieder angemeldet. Es wurde noch nichts gesendet oder abgegeben. Ihre Eingaben sind aufbewahrt: Drücken Sie auf die Schaltfläche, um sie jetzt zu senden.
go-on-button = Jetzt senden
go-on-stale-text = Seit Sie die Seite geöffnet haben, hat sich jemand in diesem Browser an- oder abgemeldet, oder die Seite war sehr lange offen. Deshalb wurde noch nichts gesendet. Ihre Eingaben sind aufbewahrt: Drücken Sie auf die Schaltfläche, um sie jetzt zu senden.
go-on-signed-in = Jetzt angemeldet: { $name }.
go-on-visitor = Zurzeit ist niemand angemeldet.
kept-form-password = Ein Passwort bewahren wir nie auf. Geben Sie es noch einmal ein.
forgotten-title = Passwort vergessen
forgotten-lead = Geben Sie Ihre E-Mail-Adresse ein. Wir schicken Ihnen einen Link, mit dem Sie ein neues Passwort wählen.
forgotten-button = Link anfordern
forgotten-sent-text = Wenn es ein Konto mit dieser Adresse gibt, haben wir eine E-Mail mit einem Link dorthin geschickt. Öffnen Sie den Link innerhalb von 24 Stunden, um ein neues Passwort zu wählen.
forgotten-kept-text = Wenn es ein Konto mit dieser Adresse gibt, haben wir eine E-Mail mit einem Link dafür geschrieben. Mit dem Link wählen Sie innerhalb von 24 Stunden ein neues Passwort.
new-password-title = Neues Passwort wählen
new-password-lead = Danach melden Sie sich auf jedem Ihrer Geräte neu an.
new-password-button = Neues Passwort speichern
new-password-set-title = Ihr neues Passwort ist gespeichert
new-password-set-text = Sie können sich jetzt mit Ihrem neuen Passwort anmelden.

## One's own account

account-title = Mein Konto
account-saved = Ihre Änderungen sind gespeichert.
account-name-hint = Dieser Name steht auf Ihrem nächsten Brevet. Ein Brevet, das Sie schon haben, ändert sich nicht.
account-language = Sprache der E-Mails und Ihres Brevets
account-language-hint = Die Seiten richten sich danach, bis Sie oben eine andere Sprache wählen. Ein Brevet, das Sie schon haben, ändert sich nicht.
account-reminders = Erinnerungen per E-Mail, bevor Ihr Brevet endet
account-reminders-hint = Andere E-Mails, etwa die mit Ihrem neuen Brevet, bekommen Sie immer.
account-reminders-yes = Ja, erinnern Sie mich
account-reminders-no = Nein, keine Erinnerungen
account-digests = Eine E-Mail pro Woche über Ihre Ausbildung
account-digests-hint = Nur solange Sie an einer Stufe arbeiten. Nach vier Wochen ohne Besuch hört sie von selbst auf.
account-digests-yes = Ja, schicken Sie mir diese
account-digests-no = Nein, keine wöchentliche E-Mail
account-button = Änderungen speichern
account-sign-in-heading = So melden Sie sich an
account-password-text = Möchten Sie ein anderes Passwort?
account-password-link = Link für ein neues Passwort anfordern
account-granted-heading = Was für Sie vereinbart ist
account-granted-since = Das gilt für Ihre Quiz seit dem { $date }. Stimmt es nicht, sagen Sie es der Administration.

## Learning

learning-title = Meine Ausbildung
learning-next = Ihr nächster Schritt
learning-begun = Woran Sie arbeiten
learning-levels = Ihre Stufen
learning-own = Mein Kalender und meine Notizen
level-progress = { $proven } von { $total } Kompetenzen nachgewiesen
next-attempt = Sie haben das Quiz zu „{ $module }“ begonnen. Ihre Antworten sind gespeichert.
next-attempt-button = Mit dem Quiz weitermachen
next-lesson = Lesen Sie die Lektion „{ $lesson }“ im Modul „{ $module }“ ({ $time }).
next-lesson-button = Lektion lesen
next-quiz = Sie haben alle Lektionen von „{ $module }“ gelesen. Zeigen Sie jetzt im Quiz, was Sie wissen ({ $time }).
next-quiz-skipping = Ihr Einstufungstest hat gezeigt, dass Sie „{ $module }“ kennen. Sie dürfen die Lektionen überspringen: Zeigen Sie im Quiz, was Sie können.
next-quiz-button = Zum Quiz
next-waiting = Das Quiz zu „{ $module }“ können Sie { $when } noch einmal machen.
next-waiting-lesson = Lesen Sie bis dahin die Lektion „{ $lesson }“ noch einmal ({ $time }). Darin geht es um das, was noch nicht richtig war.
next-waiting-lesson-button = Lektion noch einmal lesen
next-waiting-lessons = Lesen Sie bis dahin die { $count } Lektionen noch einmal, in denen es um das geht, was noch nicht richtig war.
next-waiting-lessons-button = Diese Lektionen ansehen
next-waiting-other = Machen Sie bis dahin mit einem anderen Modul weiter. { $next }
next-waiting-practice = Wiederholen Sie bis dahin die Fragen, die noch nicht ganz richtig waren.
next-brevet = Gut gemacht: Sie haben alle Kompetenzen dieser Stufe nachgewiesen. Ihr Brevet wartet auf Sie.
next-brevet-button = Mein Brevet ansehen
next-renewal = Ihr Brevet ({ $level }) ist nicht mehr gültig. Verlängern Sie es mit einem Auffrischungstest.
next-renewal-waiting = Ihr Brevet ({ $level }) ist nicht mehr gültig. Sie können den Auffrischungstest { $when } noch einmal versuchen. Wiederholen Sie bis dahin die Fragen, die noch nicht ganz richtig waren.
next-nothing = Im Moment gibt es für Sie nichts zu tun. Kommen Sie später wieder: Dann gibt es vielleicht neue Module.
status-completed = Abgeschlossen
status-in-progress = Begonnen
status-not-started = Noch nicht begonnen
status-by-brevet = Nachgewiesen durch ein gültiges Brevet der Grundstufe
status-needs-basic = Noch nicht erworben
status-coming = Start noch nicht möglich: Dieses Modul ist noch in Arbeit
status-locked = Lesen geht schon
level-lead = Jedes Modul endet mit einem Quiz. Sie bestehen ein Quiz ab { $mark } %. Wenn Sie alle Kompetenzen nachgewiesen haben, erhalten Sie Ihr Brevet.
level-time =
    { $hours ->
        [0] Alle Module zusammen dauern weniger als eine Stunde. Sie müssen sie nicht auf einmal machen.
        [one] Alle Module zusammen dauern etwa { $hours } Stunde. Sie müssen sie nicht auf einmal machen.
       *[other] Alle Module zusammen dauern etwa { $hours } Stunden. Sie müssen sie nicht auf einmal machen.
    }
level-locked = Um hier Quiz zu machen, brauchen Sie ein gültiges Brevet der Grundstufe. Lesen können Sie schon alles.
level-brevet-language = Ihr Brevet wird in dieser Sprache ausgestellt:
level-brevet-language-change = Die Sprache unter „Mein Konto“ wählen
to-basic-level = Zur Grundstufe
level-done = Sie haben alle Kompetenzen dieser Stufe nachgewiesen. Herzlichen Glückwunsch!
level-done-next = Weiter mit der nächsten Stufe:
level-leads-to = Dieses Brevet öffnet die nächste Stufe:
level-visitor = Lesen können Sie alles ohne Konto. Um die Quiz zu machen und Ihren Fortschritt zu speichern, melden Sie sich an.
next-live-session = Sie haben jede Kompetenz dieser Stufe nachgewiesen. Sie verlangt auch eine Live-Sitzung: Melden Sie sich an.
next-live-session-button = Live-Sitzungen ansehen
next-seat = Sie haben jede Kompetenz dieser Stufe nachgewiesen und haben einen Platz in der Live-Sitzung „{ $session }“ { $when }. Nehmen Sie daran teil: Mehr ist nicht zu tun.
next-seat-over = Die Live-Sitzung „{ $session }“ ist vorbei. Sie müssen nichts tun: Es wird noch festgehalten, wer dabei war.
next-seat-button = Sitzung ansehen
level-live-sessions =
    Für das Brevet dieser Stufe brauchen Sie auch { $asked } { $asked ->
        [one] Live-Sitzung
       *[other] Live-Sitzungen
    } mit einer Lehrkraft.
level-live-attended = Bisher waren Sie bei { $attended } dabei.
level-modules = Module
about-minutes =
    { $minutes ->
        [one] etwa { $minutes } Minute
       *[other] etwa { $minutes } Minuten
    }
about-hours =
    { $hours ->
        [one] etwa { $hours } Stunde
       *[other] etwa { $hours } Stunden
    }
time-left-module = In diesem Modul bleibt noch zu tun: { $time }.
time-left-level = Es bleibt noch zu tun: { $time }, wann es Ihnen passt.
module-facts =
    { $lessons ->
        [one] { $lessons } Lektion
       *[other] { $lessons } Lektionen
    } und ein Quiz mit { $questions ->
        [one] { $questions } Frage
       *[other] { $questions } Fragen
    }, insgesamt etwa { $minutes ->
        [one] { $minutes } Minute
       *[other] { $minutes } Minuten
    }.
module-goals = Das können Sie danach
module-lessons = Lektionen
module-quiz = Quiz
module-quiz-text =
    { $questions ->
        [one] Das Quiz hat { $questions } Frage. Wenn Sie nicht bestehen, können Sie es noch einmal versuchen.
       *[other] Das Quiz hat { $questions } Fragen. Wenn Sie nicht bestehen, können Sie es noch einmal versuchen.
    }
module-quiz-go-on = Mit dem Quiz weitermachen
to-the-quiz = Zum Quiz
lesson-number = Lektion { $number } von { $total }
lesson-is-read = Gelesen
lesson-is-read-line = Sie haben diese Lektion gelesen.
lesson-read-next = Gelesen, weiter
lesson-read-quiz = Gelesen, zum Quiz
lesson-next = Zur nächsten Lektion
lesson-previous = Zurück zur vorigen Lektion
alert-note = Hinweis
alert-tip = Tipp
alert-important = Wichtig
alert-warning = Achtung
practice-word = Übung
practice-check = Meine Antwort prüfen
practice-go-on = Weiter
practice-again = Noch einmal versuchen
practice-repeat = Stellen Sie mir diese Frage später noch einmal
practice-repeat-kept = Diese Frage kommt ab morgen wieder.
practice-missing = Geben Sie eine Antwort. Danach sehen Sie, ob sie richtig ist.
practice-unreached = Wir konnten Ihre Antwort nicht prüfen: Es besteht keine Verbindung. Versuchen Sie es gleich noch einmal.
practice-counts-nowhere = Das ist eine Übung. Ihre Antwort zählt nicht für Ihr Ergebnis und wird nicht gespeichert.
practice-back = Zurück zur Lektion
practice-situation = Übungsgespräch
outcome-right = Richtig
outcome-partly = Teilweise richtig: { $points } der Punkte
outcome-wrong = Noch nicht richtig
repeat-title = Wiederholen
repeat-today-heading = Heute
repeat-nothing = Sie haben nichts zu wiederholen.
repeat-today =
    { $count ->
        [one] Sie haben heute eine Frage zu wiederholen.
       *[other] Sie haben heute { $count } Fragen zu wiederholen.
    }
repeat-later =
    { $count ->
        [one] Heute haben Sie nichts zu wiederholen. Die nächste Frage kommt am { $day } wieder.
       *[other] Heute haben Sie nichts zu wiederholen. Die nächsten { $count } Fragen kommen am { $day } wieder.
    }
repeat-is-open = Sie haben eine Runde begonnen. Ihre Antworten sind gespeichert.
repeat-empty = Fragen, die Sie in einem Quiz nicht ganz richtig beantwortet haben, kommen hier von selbst wieder.
repeat-start = Runde beginnen
repeat-go-on = Runde fortsetzen
repeat-another = Noch eine Runde beginnen
repeat-ahead = Jetzt schon üben
repeat-ahead-text = Sie können auch jetzt schon üben. Eine richtige Antwort ändert dann nichts an dem Tag, an dem eine Frage wiederkommt.
repeat-how-heading = So funktioniert es
repeat-how = Eine Frage, die Sie nicht ganz richtig beantwortet haben, kommt am nächsten Tag wieder. Antworten Sie richtig, so kommt sie nach 3, 7, 14 und 30 Tagen noch einmal. Danach kennen Sie sie, und wir lassen sie ruhen. Ist Ihre Antwort nicht ganz richtig, kommt sie morgen wieder. Eine Runde hat höchstens zehn Fragen.
repeat-private = Das Wiederholen zählt nicht für Ihr Ergebnis. Nur Sie sehen es.
repeat-link = Zum Wiederholen
repeat-due-today = heute
repeat-waiting = Fragen, die wiederkommen ({ $count })
repeat-resting = Fragen, die ruhen ({ $count })
repeat-put-away = Diese Frage ruhen lassen
repeat-again = Diese Frage wieder aufnehmen
repeat-then = Diese Frage kommt am { $day } wieder.
repeat-learned = Diese Frage kommt nicht mehr wieder.
repeat-next = Nächste Frage
repeat-end = Ergebnis der Runde ansehen
repeat-round-title = Ihre Runde
repeat-round-right = { $right } von { $total } richtig
repeat-round-unanswered = Sie haben in dieser Runde noch keine Frage beantwortet. Sobald Sie eine beantworten, sehen Sie hier, wie es ging.
repeat-round-gone = In dieser Runde ist keine Frage mehr offen. Sie haben sie ruhen lassen, oder ein Quiz, das Sie begonnen haben, stellt sie jetzt.
repeat-round-answers = Ihre Antworten
repeat-from-result = Fragen, die Sie nicht ganz richtig beantwortet haben, kommen in den nächsten Tagen wieder unter
own-heading = Für Sie selbst
bookmark-set = Lesezeichen für diese Lektion setzen
bookmark-is-set = Hier haben Sie ein Lesezeichen.
bookmark-remove = Lesezeichen entfernen
note-label = Meine Notiz zu dieser Lektion
note-hint = Nur Sie sehen das. Schreiben Sie keine Namen oder Nummern von Bürgern auf. Höchstens { $most } Zeichen.
note-save = Meine Notiz speichern
note-saved-at = Gespeichert am { $day } um { $time } Uhr
note-not-saved = Noch nicht gespeichert. Wir versuchen es weiter; oder drücken Sie auf die Schaltfläche.
note-title = Meine Notiz zu „{ $lesson }“
note-replaced = Auf einem anderen Gerät hatten Sie inzwischen etwas anderes geschrieben ({ $day } um { $time } Uhr). Dieser Text tritt an seine Stelle; den anderen finden Sie unter „Meine Notizen“.
note-replaced-here = Ihre Notiz ist gespeichert. Auf einem anderen Gerät hatten Sie inzwischen etwas anderes geschrieben. Es ist nicht verloren:
note-put-back = Diesen Text zurückholen
note-forget = Diesen Text endgültig löschen
note-delete = Notiz löschen
note-deleted = Die Notiz ist gelöscht. Sie können sie zurückholen.
note-change = Notiz ändern
note-earlier =
    { $count ->
        [one] { $count } gelöschter oder ersetzter Text
       *[other] { $count } gelöschte oder ersetzte Texte
    }
note-earlier-text = Sie können einen Text { $days } Tage lang zurückholen. Für jede Lektion bewahren wir die letzten { $most } auf.
note-earlier-when = Geschrieben am { $written }, weg seit { $day } um { $time } Uhr
notes-title = Meine Notizen
notes-link = Alle meine Notizen und Lesezeichen
notes-lead = Hier stehen Ihre Lesezeichen und Notizen nach Modulen. Nur Sie sehen sie.
notes-empty = Sie haben noch keine. Am Ende jeder Lektion können Sie ein Lesezeichen setzen und eine Notiz schreiben.
notes-to-learning = Weiter lernen
notes-download = Alles herunterladen:
notes-markdown = als Text (Markdown)
notes-json = für Programme (JSON)
notes-left = nicht mehr in der Ausbildung
notes-left-line = Diese Lektion gehört nicht mehr zur Ausbildung. Ihre Notiz bleibt hier stehen, solange Sie möchten.
agenda-title = Mein Kalender
agenda-lead = Was wann kommt. Nichts davon ist Pflicht: Sie lernen in Ihrem eigenen Tempo.
agenda-empty = Es ist nichts geplant. Hier stehen später Live-Sitzungen, zu denen Sie sich anmelden, Fragen zum Wiederholen, ein begonnenes Quiz und die Verlängerung Ihres Brevets.
agenda-today = Heute
agenda-live = { $from } Uhr: Live-Sitzung „{ $title }“
agenda-live-waiting = { $from } Uhr: Live-Sitzung „{ $title }“ (Sie stehen auf der Warteliste)
agenda-live-cancelled = Abgesagt: Live-Sitzung „{ $title }“
agenda-open-quiz = Ihr Quiz zu „{ $module }“ wartet auf Sie
agenda-practice =
    { $count ->
        [one] { $count } Frage zum Wiederholen
       *[other] { $count } Fragen zum Wiederholen
    }
agenda-renewal-opens = Ab diesem Tag können Sie Ihr Brevet verlängern ({ $level })
agenda-brevet-ends = Letzter Tag Ihres Brevets ({ $level })
agenda-file-heading = In Ihrem eigenen Kalender
agenda-file-text = Laden Sie die Tage als Datei (iCalendar) herunter und öffnen Sie sie in Ihrem Kalender. Ändert sich etwas, laden Sie sie noch einmal: Dann werden dieselben Tage aktualisiert.
agenda-file = Kalenderdatei herunterladen
agenda-calendar-name = Connectoo
agenda-digest-heading = Eine E-Mail pro Woche
agenda-digest-on = Solange Sie an einer Stufe arbeiten, schicken wir Ihnen höchstens eine E-Mail pro Woche: was folgt und was zu wiederholen ist.
agenda-digest-off = Sie bekommen keine wöchentliche E-Mail über Ihre Ausbildung.
agenda-digest-change = Unter „Mein Konto“ ändern
digests-title = Keine wöchentlichen E-Mails mehr?
digests-text = Drücken Sie auf die Schaltfläche. Dann schicken wir Ihnen keine wöchentliche E-Mail mehr über Ihre Ausbildung. Ihr Fortschritt bleibt erhalten.
digests-button = Keine wöchentlichen E-Mails mehr schicken
digests-stopped-title = Sie bekommen keine wöchentlichen E-Mails mehr
digests-stopped-text = Unter „Mein Konto“ können Sie sie wieder einschalten.
drawing-larger = Zeichnung groß anzeigen
card-heading = Auf einem Blatt
card-text = Das Wichtigste aus diesem Modul, zum Ausdrucken für den Schalter.
card-link = Übersichtskarte ansehen
card-title = { $module } – Übersichtskarte
card-print = Drucken Sie diese Karte über das Menü Ihres Browsers (Strg+P, am Mac ⌘+P). Sie passt auf ein A4-Blatt.
print-link = Das ganze Modul auf einer Seite, zum Ausdrucken
print-title = { $module } – zum Ausdrucken
print-how = Drucken Sie diese Seite über das Menü Ihres Browsers (Strg+P, am Mac ⌘+P). Sie können daraus auch ein PDF machen. Die Übungsfragen und das Quiz werden nicht gedruckt.
print-terms = Wörter aus diesem Modul
print-facts = Angaben, die sich ändern können
print-facts-text = Achten Sie auf das Datum. Ist es lange her? Dann prüfen Sie die Angabe bei der Quelle.
print-fact = Angabe
print-checked = Geprüft am
print-source = Quelle
print-edition = Ausgabe { $edition }, veröffentlicht am { $day }.
glossary-title = Glossar
glossary-lead = Die Wörter der Ausbildung, einfach erklärt.
glossary-letters = Zu einem Buchstaben
glossary-empty = Hier stehen noch keine Wörter. Sie kommen mit dem ersten Modul der Ausbildung.

## Placement test

placement-title = Einstufungstest: { $level }
placement-lead = Kennen Sie einen Teil dieser Stufe schon? Ein kurzer Test zeigt, welche Lektionen Sie überspringen dürfen.
placement-how-short = Zu jedem Thema stellen wir { $least } bis { $most } Fragen, die schwierigeren zuerst. Wir hören auf, sobald es klar ist.
placement-how-unknown = „Ich weiß es nicht“ ist hier eine gute Antwort. Sie verlieren dadurch nichts: Sie lesen dann einfach die Lektionen.
placement-how-quiz = Es ist keine Prüfung. Wenn Sie ein Thema kennen, dürfen Sie die Lektionen überspringen. Das Quiz machen Sie trotzdem.
placement-how-stop = Es gibt kein Zeitlimit. Jede Antwort wird gespeichert: Sie können aufhören und später weitermachen, auch auf einem anderen Gerät. Zu einer Frage zurückgehen können Sie nicht.
placement-how-often = Sie können diesen Test höchstens { $count } Mal am Tag beginnen. Sie erhalten so weit wie möglich andere Fragen.
placement-how-private = Nur Sie sehen das Ergebnis.
placement-subjects = Zu welchen Themen dürfen wir Sie fragen?
placement-subjects-hint = Nehmen Sie das Häkchen weg bei dem, was neu für Sie ist. Dann ist der Test kürzer.
placement-all-proven = Sie haben auf dieser Stufe schon alles nachgewiesen. Ein Einstufungstest ist nicht mehr nötig.
placement-no-modules = Hier gibt es noch keine Module, zu denen ein Einstufungstest fragen kann. Kommen Sie später wieder.
placement-to-level = Zur Stufe
placement-start = Den Einstufungstest beginnen
placement-is-open = Sie haben diesen Test schon begonnen. Ihre Antworten sind gespeichert.
placement-go-on = Mit dem Einstufungstest weitermachen
placement-waits = Sie haben diesen Test an einem Tag { $count } Mal begonnen. Sie können { $when } wieder beginnen. Ihre Ergebnisse bleiben, und Sie können in der Zwischenzeit lesen und Quiz machen.
placement-past = Ihre früheren Einstufungstests
placement-past-line = Ergebnis vom { $day }
placement-number = Thema { $place } von { $total }, Frage { $number } von höchstens { $most }
placement-next = Weiter
placement-unknown = Ich weiß es nicht
placement-stop = Den Test beenden
placement-missing = Geben Sie eine Antwort, oder wählen Sie „Ich weiß es nicht“.
placement-elsewhere = Diese Frage hatte schon eine Antwort, vielleicht von einem anderen Gerät. Diese Antwort zählt. Wir machen hier weiter.
placement-end-title = Den Test beenden?
placement-end-so-far =
    { $answered ->
        [one] Sie haben { $answered } Frage beantwortet.
       *[other] Sie haben { $answered } Fragen beantwortet.
    } Bei { $found } von { $total } { $total ->
        [one] Thema
       *[other] Themen
    } ist es schon klar.
placement-end-text = Möchten Sie später weitermachen? Dann müssen Sie hier nichts tun: Alles ist gespeichert. Wenn Sie den Test beenden, bleibt gültig, was schon klar ist. Zu den anderen Themen können wir noch nichts sagen.
placement-end-button = Beenden und das Ergebnis zeigen
placement-end-back = Nein, weitermachen
placement-again-title = Neu beginnen
placement-again-text = Wenn Sie neu beginnen, endet dieser Test. Was schon klar ist, bleibt gültig, bis ein neuer Test etwas anderes sagt. Sie erhalten so weit wie möglich andere Fragen.
placement-again-button = Diesen Test beenden und neu beginnen
placement-result-title = Ergebnis Ihres Einstufungstests
placement-result =
    { $count ->
        [0] Wir haben keine Lektionen gefunden, die Sie überspringen dürfen. Keine Sorge: Die Lektionen erklären alles.
        [one] Sie dürfen die Lektionen eines Moduls überspringen.
       *[other] Sie dürfen die Lektionen von { $count } Modulen überspringen.
    }
placement-result-quiz = Eine Kompetenz weisen Sie erst mit dem Quiz nach. Das machen Sie noch, mit anderen Fragen. Die Lektionen dürfen Sie immer lesen.
placement-by-subject = Nach Thema
placement-proven = Das kennen Sie: Sie dürfen die Lektionen überspringen
placement-partly = Das kennen Sie zum Teil
placement-to-learn = Hier gibt es für Sie etwas zu lernen
placement-open-subject = Noch nicht klar
placement-why-proven =
    { $count ->
        [one] Wir haben nach einer Frage aufgehört: Ihre Antwort zeigt klar, dass Sie das kennen.
       *[other] Wir haben nach { $count } Fragen aufgehört: Ihre Antworten zeigen klar, dass Sie das kennen.
    }
placement-why-to-learn =
    { $count ->
        [one] Wir haben nach einer Frage aufgehört: Es war klar, dass die Lektionen Ihnen hier helfen.
       *[other] Wir haben nach { $count } Fragen aufgehört: Es war klar, dass die Lektionen Ihnen hier helfen.
    }
placement-why-partly =
    { $count ->
        [one] Wir haben nach einer Frage aufgehört, der höchsten Anzahl. Es war noch nicht klar.
       *[other] Wir haben nach { $count } Fragen aufgehört, der höchsten Anzahl. Einen Teil wissen Sie, aber es war nicht klar genug.
    }
placement-why-exhausted =
    { $count ->
        [one] Wir haben nach einer Frage aufgehört: Die anderen heben wir für Ihr Quiz auf. Es war noch nicht klar.
       *[other] Wir haben nach { $count } Fragen aufgehört: Die anderen heben wir für Ihr Quiz auf. Es war noch nicht klar.
    }
placement-why-not-asked = Zu diesem Thema haben wir noch keine Frage gestellt.
placement-why-stopped =
    { $count ->
        [one] Sie haben den Test nach einer Frage beendet, bevor es klar war.
       *[other] Sie haben den Test nach { $count } Fragen beendet, bevor es klar war.
    }
placement-lessons = Diese Lektionen erklären, was noch nicht richtig war:
placement-to-lessons = Zu den Lektionen
placement-trace = Was wir gefragt und was Sie geantwortet haben
placement-said-unknown = Sie sagten: Ich weiß es nicht
placement-estimate = Nach dieser Antwort erwarteten wir, dass Sie von allen Fragen zu diesem Thema { $share } richtig beantworten würden (zwischen { $low } und { $high }).
placement-no-keys = Die richtigen Antworten zeigen wir hier nicht: Sie lernen sie in den Lektionen und nach dem Quiz.
placement-offer-heading = Kennen Sie einen Teil schon?
placement-offer-text = Machen Sie einen kurzen Einstufungstest. Dann wissen Sie, welche Lektionen Sie überspringen dürfen. Sie können auch einfach mit der ersten Lektion beginnen.
placement-offer-button = Den Einstufungstest ansehen
placement-offer-decline = Nein, danke
placement-quiet = Einstufungstest: Welche Lektionen darf ich überspringen?
placement-may-skip = Sie dürfen die Lektionen überspringen und das Quiz machen
placement-may-skip-module = Ihr Einstufungstest hat gezeigt, dass Sie das kennen: Sie dürfen diese Lektionen überspringen.
placement-may-skip-heading = Lektionen, die Sie überspringen dürfen
placement-may-skip-learning = Ihr Einstufungstest hat gezeigt, dass Sie diese Module kennen. Gehen Sie gleich zu ihrem Quiz:

## Searching
search-title = Suchen
search-title-asked = { $asked }: Suche
search-label = Was suchen Sie?
search-button = Suchen
search-hint = Geben Sie ein Wort oder mehrere ein, zum Beispiel itsme oder Erklärung. Gesucht wird in den Lektionen, den Modulen und dem Glossar.
search-count =
    { $count ->
        [one] { $count } Stelle gefunden
       *[other] { $count } Stellen gefunden
    }
search-cut = Das sind die { $count }, die am besten passen. Fügen Sie ein Wort hinzu, um weniger zu sehen.
search-near = Keine Stelle enthält genau „{ $asked }“
search-near-count =
    { $count ->
        [one] Meinten Sie „{ $near }“? Diese Stelle kommt dem nahe.
       *[other] Meinten Sie „{ $near }“? Diese { $count } Stellen kommen dem nahe.
    }
search-near-link = Nach „{ $near }“ suchen
search-nothing = Keine Lektion und kein Begriff enthält alle diese Wörter. Versuchen Sie es mit weniger Wörtern oder mit einem anderen.
search-all-modules = Alle Module
search-lesson = Lektion in „{ $module }“
search-module = Modul
search-term = Glossar

## Quizzes

quiz-title = Quiz: { $module }
quiz-locked = Sie brauchen ein gültiges Brevet der Grundstufe, bevor Sie dieses Quiz machen können. Schließen Sie zuerst die Grundstufe ab.
quiz-questions =
    { $count ->
        [one] { $count } Frage, für Sie aus einer größeren Sammlung ausgelost.
       *[other] { $count } Fragen, eine pro Seite, für Sie aus einer größeren Sammlung ausgelost.
    }
quiz-pass-mark = Sie bestehen ab { $mark } %.
quiz-no-hurry = Es gibt kein Zeitlimit. Jede Antwort wird gespeichert: Sie können also aufhören und später weitermachen.
quiz-time-limit =
    { $minutes ->
        [one] Sie haben { $minutes } Minute. Die Zeit beginnt, wenn Sie das Quiz starten, und läuft weiter, wenn Sie die Seite verlassen.
       *[other] Sie haben { $minutes } Minuten. Die Zeit beginnt, wenn Sie das Quiz starten, und läuft weiter, wenn Sie die Seite verlassen.
    }
quiz-time-saved = Jede Antwort wird gespeichert. Ist die Zeit um, zählt, was gespeichert ist.
quiz-time-granted = Sie bekommen mehr Zeit als üblich, wie mit Ihnen vereinbart.
quiz-time-more = Brauchen Sie mehr Zeit oder Pausen? Fragen Sie vor dem Beginn die Administration. Sie müssen nicht sagen, warum.
granted-breaks =
    { $minutes ->
        [one] Insgesamt { $minutes } Minute Pause in jedem Quiz mit Zeitlimit. Die Zeit steht dann still.
       *[other] Insgesamt { $minutes } Minuten Pause in jedem Quiz mit Zeitlimit. Die Zeit steht dann still.
    }
granted-no-waits = Keine Wartezeit nach einem nicht bestandenen Versuch.
granted-nothing = Nichts ist vereinbart: Es gelten die üblichen Regeln.
extra-time-none = Die übliche Zeit
extra-time-percent = { $percent } % mehr Zeit für ein Quiz mit Zeitlimit.
extra-time-double = Doppelt so viel Zeit für ein Quiz mit Zeitlimit.
extra-time-unlimited = Kein Zeitlimit, in keinem Quiz.
clock-minutes = Verbleibende Zeit: { $minutes } Min. (bis { $until } Uhr)
clock-last = Verbleibende Zeit: weniger als 1 Minute (bis { $until } Uhr)
clock-over = Die Zeit ist um. Was gespeichert ist, zählt.
break-left =
    { $minutes ->
        [one] Pause machen (noch { $minutes } Minute)
       *[other] Pause machen (noch { $minutes } Minuten)
    }
break-title = Pause
break-until = Die Zeit steht still bis { $time } Uhr, oder bis Sie weitermachen. Danach läuft sie von selbst weiter.
break-then =
    { $minutes ->
        [one] Danach haben Sie noch { $minutes } Minute für das Quiz.
       *[other] Danach haben Sie noch { $minutes } Minuten für das Quiz.
    }
break-safe = Ihre Antworten sind gespeichert. Die Fragen sehen Sie wieder, wenn Sie weitermachen.
break-end-button = Mit den Fragen weitermachen
quiz-again = Nicht bestanden? Sie können es noch einmal versuchen: Die Fragen sind nicht alle dieselben.
quiz-start-button = Quiz beginnen
quiz-go-on-button = Mit dem Quiz weitermachen
quiz-past = Meine früheren Versuche
quiz-past-date = Datum
quiz-past-score = Punktzahl
quiz-past-outcome = Ergebnis
outcome-passed = Bestanden
outcome-not-yet = Noch nicht bestanden
quiz-waits =
    { $free ->
        [one] Nach jedem nicht bestandenen Versuch warten Sie länger: { $waits }. So haben Sie Zeit, noch einmal zu lesen.
       *[other] Sie können es { $free } Mal hintereinander ohne Wartezeit versuchen. Danach warten Sie jedes Mal länger: { $waits }. So haben Sie Zeit, noch einmal zu lesen.
    }
duration-minutes =
    { $count ->
        [one] { $count } Minute
       *[other] { $count } Minuten
    }
duration-hours =
    { $count ->
        [one] { $count } Stunde
       *[other] { $count } Stunden
    }
duration-days =
    { $count ->
        [one] { $count } Tag
       *[other] { $count } Tage
    }
when-today = heute um { $time } Uhr
when-tomorrow = morgen um { $time } Uhr
when-on = am { $day } um { $time } Uhr
wait-until = Sie können { $when } einen neuen Versuch beginnen.
wait-meanwhile = Was Sie inzwischen tun können
wait-read = Lesen Sie diese Lektionen noch einmal und machen Sie die Übungen darin. Sie behandeln, was noch nicht gestimmt hat.
quiz-past-module = Modul
outcome-open = Noch offen
history-title = Ihre Versuche: { $module }
history-link = Alle meine Versuche ansehen
history-lead = Wählen Sie einen Versuch, um Ihre Antworten zu sehen, mit einer Erklärung zu jeder Frage.
history-none = Sie haben hier noch kein Quiz gemacht. Was Sie machen, finden Sie hier wieder.
history-earlier = Frühere Versuche
question-number = Frage { $number } von { $total }
rule-single-choice = Wählen Sie eine Antwort. Sie zählt ganz oder gar nicht.
rule-multiple-choice = Wählen Sie alle richtigen Antworten. Jede falsche Wahl hebt eine richtige auf, aber weniger als null Punkte gibt es nie.
rule-ordering = Geben Sie jedem Schritt seinen Platz: 1 für den ersten. Jeder Schritt am richtigen Platz zählt.
rule-matching = Wählen Sie, was zusammengehört. Jedes richtige Paar zählt.
rule-numeric = Geben Sie eine Zahl in Ziffern ein, ohne Einheit. Sie zählt ganz oder gar nicht.
rule-numeric-tolerance = Geben Sie eine Zahl in Ziffern ein, ohne Einheit. Sie zählt ganz oder gar nicht; bis zu { $tolerance } mehr oder weniger zählt als richtig.
rule-scenario = Wählen Sie Schritt für Schritt, was Sie sagen oder tun. Je besser Sie wählen, desto mehr Punkte bekommen Sie.
rule-scenario-counts = Wählen Sie Schritt für Schritt, was Sie sagen oder tun. Je besser Sie wählen, desto mehr Punkte bekommen Sie. Im Quiz können Sie keinen Schritt zurücknehmen, wie in einem echten Gespräch. Wählen Sie also zuerst, und drücken Sie dann auf „Speichern und weiter“.
choose-place = Platz wählen
choose-pair = Passendes wählen
scenario-you = Sie:
scenario-citizen = Person:
scenario-best = Gut gewählt.
scenario-better = Es geht besser.
scenario-choose = Was sagen oder tun Sie?
screen-choose = Was wählen Sie auf dem Bildschirm?
screen-invented = Erfundener Bildschirm. Kein echter Dienst.
screen-or = Oder tun Sie etwas anderes:
screen-empty = (leer)
scenario-end = Die Situation ist hier zu Ende. Was Sie gewählt haben, ist gespeichert.
scenario-again = Situation neu beginnen
scenario-walked = So sind Sie vorgegangen
scenario-left = Hier haben Sie aufgehört. Die Situation ging noch weiter.
scenario-unanswered = Sie haben diese Situation nicht beantwortet. Hier sehen Sie, welcher Weg der beste war.
scenario-best-way = Der beste Weg, vom Anfang bis zum Ende
scenario-better-choice = Besser:
scenario-why = Warum:
scenario-points =
    { $points ->
        [one] { $points } Punkt
       *[other] { $points } Punkte
    }
scenario-best-points =
    { $points ->
        [one] Zusammen { $points } Punkt: die volle Punktzahl.
       *[other] Zusammen { $points } Punkte: die volle Punktzahl.
    }
scenario-screen = Auf dem Bildschirm: { $title }
save-and-continue = Speichern und weiter
saved-at = Gespeichert um { $time } Uhr
not-saved-yet = Noch nicht gespeichert. Wir versuchen es weiter; Ihre Antwort bleibt hier stehen.
step-not-saved = Nicht gespeichert: Es gibt keine Verbindung. Drücken Sie noch einmal auf die Schaltfläche.
answer-pending = Noch nicht gespeichert.
answer-ended = Noch nicht gespeichert: Ihre Sitzung ist abgelaufen. Ihre Antwort bleibt hier stehen. Drücken Sie auf „Speichern und weiter“, um sich neu anzumelden.
answer-none = Noch keine Antwort.
answer-withdrawn = Ihre Antwort wurde entfernt
answer-not-saved = Noch nicht gespeichert. { $why }
answer-before-counts = Bis dahin zählt Ihre Antwort von { $time } Uhr.
answer-replaced = In einem anderen Fenster oder auf einem anderen Gerät haben Sie um { $time } Uhr eine andere Antwort gegeben. Die jetzige Antwort zählt.
answer-replaced-on = Frage { $number } war auch in einem anderen Fenster oder auf einem anderen Gerät beantwortet. Die Antwort, die Sie gerade gegeben haben, zählt.
answer-kept = Dieser Browser hat eine andere Antwort aufbewahrt, die Sie auf diese Frage gegeben haben. Inzwischen wurde eine neue Antwort gespeichert, vielleicht von einem anderen Gerät. Sie ist unten eingetragen. Welche Antwort zählt?
answer-kept-here = Was dieser Browser aufbewahrt hat:
answer-kept-use = Antwort aus diesem Browser übernehmen
answer-kept-drop = Die Antwort unten behalten
kept-answers-question = Frage { $number }
kept-answers-sent = Gespeichert: was dieser Browser noch von Frage { $numbers } aufbewahrt hatte.
kept-answers-ended = Noch nicht gespeichert: Ihre Sitzung ist abgelaufen. Folgen Sie dem Link, um sich neu anzumelden.
kept-answers-asks = Inzwischen wurde eine andere Antwort gespeichert. Folgen Sie dem Link und sagen Sie, welche Antwort zählt.
kept-answers-lead = Diese Antworten stehen nur in diesem Browser. Solange sie nicht gespeichert sind, zählen sie nicht:
kept-answers-without = Wenn Sie jetzt abgeben, zählen diese Antworten nicht. Öffnen Sie zuerst die Fragen oben, oder geben Sie ohne diese Antworten ab.
kept-answers-without-button = Ohne diese Antworten abgeben
skip = Vorerst überspringen
check-title = Prüfen Sie Ihre Antworten
check-unanswered =
    { $count ->
        [one] { $count } Frage hat noch keine Antwort. Eine Frage ohne Antwort gibt keine Punkte.
       *[other] { $count } Fragen haben noch keine Antwort. Eine Frage ohne Antwort gibt keine Punkte.
    }
check-all-answered = Sie haben alle Fragen beantwortet.
check-may-change = Noch können Sie Ihre Antworten ändern.
check-steps-stay = Die Schritte, die Sie in einer Situation gegangen sind, bleiben stehen.
check-begun-count =
    { $count ->
        [one] { $count } Frage ist begonnen, aber nicht fertig. Was davon gespeichert ist, zählt.
       *[other] { $count } Fragen sind begonnen, aber nicht fertig. Was davon gespeichert ist, zählt.
    }
check-begun = Begonnen – was gespeichert ist, zählt
check-ended = Abgeschlossen
check-show = Ihre Antwort anzeigen
check-not-answered = Noch nicht beantwortet
check-change = Antwort ändern
check-answer = Antwort geben
check-go-on = Antwort ergänzen
check-view = Antwort ansehen
check-which = zu Frage { $number }
check-submit-heading = Antworten abgeben
check-submit-text = Danach können Sie Ihre Antworten nicht mehr ändern. Sie sehen sofort Ihr Ergebnis.
check-submit-button = Abgeben und Ergebnis ansehen
check-over-button = Mein Ergebnis ansehen
result-passed = Sie haben bestanden
result-not-yet = Noch nicht bestanden
result-score = Ihre Punktzahl: { $score }
result-pass-mark = Sie bestehen ab { $mark } %.
result-next = So geht es weiter
result-passed-text = Sie haben diese Kompetenz nachgewiesen. Sehen Sie, was als Nächstes kommt.
result-passed-button = Zu meiner Ausbildung
result-brevet = Mit diesem Quiz haben Sie alle Kompetenzen der Stufe nachgewiesen. Ihr Brevet wird gerade erstellt: Herzlichen Glückwunsch!
result-brevet-button = Mein Brevet ansehen
result-not-yet-text = Sehen Sie unten nach, was nicht richtig war, und lesen Sie die Lektionen noch einmal. Versuchen Sie es dann noch einmal: Die Fragen sind nicht alle dieselben.
result-read-again = Lektionen noch einmal lesen
result-again-button = Neuen Versuch beginnen
result-answers = Ihre Antworten mit Erklärungen
result-full = Ganz richtig
result-points = Ergebnis für diese Frage: { $points }
result-time-over = Die Zeit war um { $time } Uhr abgelaufen. Was gespeichert war, zählt: { $saved } von { $total } Fragen hatten eine Antwort.
result-late = Die Antwort, die Sie gerade gesendet haben, kam zu spät und zählt nicht.
result-given = Ihre Antwort: { $answer }
result-expected = Richtige Antwort: { $answer }
result-tolerance = Bis zu { $tolerance } mehr oder weniger zählte auch als richtig.
result-read = Mehr dazu in der Lektion:
refresher-title = Auffrischungstest: { $level }
refresher-questions = Der Auffrischungstest hat { $count } Fragen, verteilt auf die Module der Stufe.
refresher-renews-until = Wenn Sie heute bestehen, gilt Ihr neues Brevet bis einschließlich { $day }.
refresher-renews-for-good = Wenn Sie bestehen, bekommen Sie ein neues Brevet ohne Enddatum.
refresher-start-button = Auffrischungstest beginnen
refresher-go-on-button = Auffrischungstest fortsetzen
refresher-renewed = Ihr Brevet ist verlängert: Herzlichen Glückwunsch! Das neue wird jetzt erstellt, und eine E-Mail sagt Ihnen, wann es fertig ist. Das bisherige bleibt bis einschließlich seinem letzten Tag, was es ist.
refresher-not-renewed = Sie haben bestanden, aber Ihr Brevet konnte in diesem Moment nicht verlängert werden. Unter „Meine Brevets“ sehen Sie, warum, und was Sie tun können.
refresher-not-yet = Sehen Sie unten, was nicht gestimmt hat, und lesen Sie diese Lektionen noch einmal. Versuchen Sie es dann erneut: Die Fragen sind nicht alle dieselben. Ihr Brevet ändert sich inzwischen nicht.
renewal-heading = Gültigkeit Ihrer Brevets
renewal-valid-until = Gültig bis einschließlich { $day }.
renewal-ended-on = War gültig bis einschließlich { $day }.
renewal-from = Sie können es ab dem { $day } verlängern.
renewal-open = Sie können es jetzt mit einem kurzen Auffrischungstest von { $count } Fragen verlängern.
renewal-late = Es ist vor langer Zeit abgelaufen. Sie können es mit einem längeren Auffrischungstest von { $count } Fragen verlängern.
renewal-locked = Um dieses Brevet zu verlängern, brauchen Sie ein gültiges Brevet ({ $level }). Verlängern Sie zuerst dieses.
renewal-incomplete = Die Stufe hat neue Module. Bestehen Sie zuerst deren Quiz; danach können Sie dieses Brevet verlängern.
renewal-button = Verlängern
reminders-title = Keine Erinnerungen mehr?
reminders-text = Mit dieser Schaltfläche bekommen Sie keine E-Mails mehr, die Sie an das Ende eines Brevets erinnern. Andere E-Mails kommen weiterhin.
reminders-button = Keine Erinnerungen mehr schicken
reminders-stopped-title = Sie bekommen keine Erinnerungen mehr
reminders-stopped-text = Möchten Sie sie später doch wieder? Das geht auf der Seite Ihres Kontos.
verdict-right = Richtig
verdict-wrong = Nicht richtig
verdict-missed = Nicht gewählt, wäre richtig
verdict-unanswered = Nicht beantwortet

## Live sessions

live-title = Live-Sitzungen
live-lead = In einer Live-Sitzung üben Sie mit einer Lehrkraft und mit anderen, vor Ort oder online.
live-notice = Sie können in einer Live-Sitzung mit einer Lehrkraft üben.
live-notice-asked = { $level }: Sie brauchen auch Live-Sitzungen mit einer Lehrkraft ({ $count }). Melden Sie sich rechtzeitig an.
live-see = Sitzungen ansehen und anmelden
live-own = Meine Sitzungen
live-own-none = Sie sind zu keiner kommenden Sitzung angemeldet.
live-own-choose = Wählen Sie unten eine aus.
live-coming = Andere kommende Sitzungen
live-coming-none = Zurzeit ist keine andere Sitzung geplant. Neue erscheinen auf dieser Seite; wir schreiben Ihnen dazu keine E-Mail.
live-coming-none-link = Weiter lernen
live-given = Sitzungen, die ich leite
live-given-none = Es ist keine Sitzung geplant. Planen Sie die erste.
live-past = Meine vergangenen Sitzungen
live-when = { $day }, { $from }–{ $until } Uhr
live-online = Online
live-cancelled = Abgesagt
live-cancelled-why = Diese Sitzung wurde abgesagt. Der Grund: { $why }
live-was-present = Sie waren da
live-was-absent = Sie waren nicht da
live-seated = Sie haben einen Platz
live-no-seat = Keinen Platz bekommen
live-waiting = Auf der Warteliste
live-closed = Anmeldung geschlossen
live-over = Vorbei
live-full = Voll
live-full-line = Voll: Warteliste
live-free =
    Noch { $count } { $count ->
        [one] Platz
       *[other] Plätze
    }
live-register = Zur Sitzung anmelden
live-line-up = Auf die Warteliste setzen
live-locked = Um sich hier anzumelden, brauchen Sie zuerst ein gültiges Brevet dieser Stufe: { $level }. Erwerben Sie es und kommen Sie dann wieder.
live-locked-link = Zu „{ $level }“
live-locked-short = Sie brauchen zuerst ein Brevet: { $level }
live-full-told = Alle Plätze sind vergeben, und auch die Warteliste ist voll. Wählen Sie eine andere Sitzung, oder schauen Sie später wieder: Ein Platz kann frei werden.
live-done-registered = Sie sind angemeldet und haben einen Platz.
live-done-waiting = Die Sitzung ist voll. Sie stehen auf der Warteliste; wir schreiben Ihnen, wenn ein Platz frei wird.
live-done-withdrawn = Sie sind nicht mehr angemeldet.
live-done-planned = Die Sitzung ist geplant. Man kann sich jetzt anmelden.
live-done-changed = Ihre Änderungen sind gespeichert.
live-done-recorded = Die Anwesenheit ist gespeichert.
live-told-seated = Sie haben einen Platz in dieser Sitzung.
live-told-waiting = Sie stehen auf Nummer { $place } der Warteliste. Wenn ein Platz für Sie frei wird, schreiben wir Ihnen.
live-told-present = Sie waren bei dieser Sitzung, und das ist festgehalten. Danke für Ihre Teilnahme.
live-told-present-counts = Sie waren bei dieser Sitzung. Sie zählt für Ihre Stufe.
live-told-absent = Sie sind als abwesend eingetragen. Stimmt das nicht? Sagen Sie es der Lehrkraft.
live-told-over = Diese Sitzung ist vorbei. Ob Sie da waren, ist noch nicht festgehalten.
live-told-no-seat = Die Anmeldung ist geschlossen, und Sie haben keinen Platz bekommen.
live-fact-when = Wann
live-fact-place = Wo
live-fact-link = Link zum Teilnehmen
live-fact-level = Stufe
live-fact-language = Sprache der Sitzung
live-fact-seats = Plätze
live-seats = { $free } von { $capacity } frei
live-seats-taken = { $taken } von { $capacity } vergeben
live-fact-line = Warteliste
live-line = { $waiting } von höchstens { $most } Personen
live-fact-closes = Anmeldeschluss
live-fact-trainer = Lehrkraft
live-calendar = Für Ihren Kalender herunterladen (iCalendar)
live-withdraw = Von der Sitzung abmelden
live-withdraw-title = Von dieser Sitzung abmelden?
live-withdraw-seat = Sie geben Ihren Platz zurück. Solange die Anmeldung offen ist, bekommt ihn die erste Person der Warteliste; Sie müssten sich hinten anstellen.
live-withdraw-line = Sie verlieren Ihren Rang auf der Warteliste.
live-keep = Nein, nichts ändern
live-run = Für die Leitung
live-registered = Wer angemeldet ist
live-plan-title = Sitzung planen
live-change-title = Sitzung ändern
live-change-lead = Wenn sich Zeit, Ort oder Link ändern, schreiben wir allen Angemeldeten.
live-field-title = Titel
live-field-title-hint = In der Sprache der Sitzung, höchstens 120 Zeichen.
live-field-starts = Anfang
live-field-ends = Ende
live-field-moment-hint = Belgische Zeit.
live-field-closes = Anmeldeschluss
live-field-closes-hint = Ein Zeitpunkt, der noch kommt, spätestens der Anfang. Wenn Sie dies leer lassen, kann man sich bis zum Anfang anmelden.
live-field-place = Ort
live-field-place-hint = Adresse und Raum, höchstens 200 Zeichen. Leer lassen, wenn die Sitzung nur online stattfindet.
live-field-link = Link
live-field-link-hint = Die https-Adresse des Online-Treffens. Nur wer einen Platz hat, sieht sie.
live-field-capacity = Zahl der Plätze
live-field-capacity-hint = Von 1 bis { $most }. Ebenso viele können warten: mindestens 10, höchstens 100.
live-field-trainer = E-Mail-Adresse der Lehrkraft
live-field-trainer-hint = Leer lassen, um die Lehrkraft zu behalten oder eine neue Sitzung selbst zu geben.
live-save = Speichern
live-cancel-title = Sitzung absagen
live-cancel-happens = Die Sitzung findet nicht statt. Angemeldete: { $count }. Wir schreiben allen und nennen Ihren Grund. Das lässt sich nicht rückgängig machen.
live-cancel-why = Warum wird sie abgesagt?
live-cancel-why-hint = Alle Angemeldeten lesen das. Höchstens 500 Zeichen.
live-cancel-button = Endgültig absagen
live-attendance-title = Anwesenheit festhalten
live-present = Wer war da?
live-present-hint = Haken Sie alle an, die da waren; alle anderen mit Platz gelten als abwesend. Sie können das bis { $until } berichtigen.
live-present-brevet = Ein ausgestelltes Brevet bleibt: Nur die Administration kann es widerrufen.
live-present-save = Anwesenheit speichern
live-attended = Anwesend: { $present }. Abwesend: { $absent }.
live-recorded-present = anwesend (festgehalten am { $at })
live-recorded-absent = abwesend (festgehalten am { $at })
live-nobody = Noch ist niemand angemeldet.
live-not-recordable = Die Anwesenheit lässt sich vom Anfang der Sitzung bis 14 Tage nach ihrem Ende festhalten, außer wenn sie abgesagt ist.

## Brevets

brevets-title = Meine Brevets
brevets-empty = Sie haben noch kein Brevet. Sie erhalten eines, wenn Sie alle Kompetenzen einer Stufe nachgewiesen haben.
brevets-empty-button = Weiterlernen
brevets-waiting = Ihr Brevet wird gerade besiegelt. Das dauert ein paar Sekunden. Wenn es fertig ist, erhalten Sie auch eine E-Mail.
brevets-waiting-long = Das Besiegeln Ihres Brevets dauert länger als sonst: Ein Dienst, der dafür nötig ist, antwortet nicht. Sie müssen nichts tun und nichts geht verloren: Das Brevet gehört Ihnen, und wir versuchen das Besiegeln immer wieder. Sie erhalten eine E-Mail, sobald es fertig ist.
brevets-refresh = Diese Seite neu laden
brevet-heading = Brevet: { $level }
brevet-valid = Gültig
brevet-expired = Abgelaufen
brevet-revoked = Widerrufen
brevet-replaced = Ersetzt
brevet-waits-for-seal = Dieses Brevet wartet noch auf sein Siegel. Sobald es besiegelt ist, können Sie es hier herunterladen.
brevet-being-sealed = Dieses Brevet wird gerade besiegelt. Sie können es gleich herunterladen.
brevet-download = Brevet herunterladen (PDF)
brevet-public-page = Ansehen, was andere beim Prüfen sehen
badge-heading = Digitales Abzeichen
badge-text = Dasselbe Brevet als Open Badge 3.0, für Ihre digitale Brieftasche oder Ihr Online-Profil. Wer die Nummer Ihres Brevets hat, kann dieses Abzeichen ebenfalls abrufen.
badge-download = Das Abzeichen herunterladen (JWT-Datei)
badge-pdf = Die PDF-Datei mit dem Abzeichen herunterladen
badge-file-title = Ihre PDF-Datei wird vorbereitet
badge-file-ready-title = Ihre PDF-Datei ist fertig
badge-file-waiting = Die PDF-Datei mit Ihrem Abzeichen wird besiegelt. Meist dauert das einige Sekunden.
badge-file-looks = Diese Seite sieht eine Minute lang alle zehn Sekunden selbst nach, ob sie fertig ist.
badge-file-look = Jetzt nachsehen
badge-file-stop = Nicht mehr selbst nachsehen
badge-file-long = Das Besiegeln dauert länger als sonst: Ein Dienst, der dafür nötig ist, antwortet gerade nicht. Nichts geht verloren. Die PDF-Datei wird gemacht, sobald es geht; kommen Sie später wieder. Ihr Brevet ohne Abzeichen können Sie schon herunterladen.
badge-name = Connectoo-Brevet – { $level }
badge-description = Die Inhaberin oder der Inhaber hilft Bürgerinnen und Bürgern am Schalter, Online-Dienste der Behörden zu erreichen.
badge-criteria = Jede dieser Kompetenzen wurde in einem Quiz nachgewiesen:
fact-holder = Name
fact-level = Stufe
fact-number = Nummer
fact-issued-on = Ausgestellt am
fact-valid-until = Gültig bis einschließlich
fact-no-end = Kein Enddatum
fact-issuer = Ausgestellt von
fact-competencies = Nachgewiesene Kompetenzen
fact-in-brevet-language = in der Sprache des Brevets
fact-address = Adresse zum Prüfen
fact-state = Status
kin-replaced-by = Ersetzt durch
kin-replaces = Ersetzt
kin-renewed-by = Verlängert durch
kin-renews = Verlängert
revoked-issued-in-error = Irrtümlich ausgestellt
revoked-rules-broken = Nicht nach den Regeln des Programms erworben oder verwendet
revoked-holder-asked = Auf Wunsch der Inhaberin oder des Inhabers
revoked-other = Ein anderer Grund, der dem Programm bekannt ist

## Verification

verify-title = Brevet prüfen
verify-lead = Prüfen Sie hier, ob ein Brevet echt und gültig ist. Sie brauchen kein Konto.
verify-number = Nummer des Brevets
verify-number-hint = 16 Buchstaben und Ziffern. Leerzeichen und Bindestriche können Sie weglassen. Auch die Adresse auf dem Brevet geht.
verify-button = Prüfen
verify-by-number = Mit der Nummer
verify-by-file = Mit der Datei
verify-file = Das Brevet als PDF
verify-file-hint = So erfahren Sie auch, ob die Datei selbst unverändert ist. Höchstens 4 MB. Wir bewahren sie nicht auf.
verify-file-button = Datei prüfen
verify-by-list = Viele Brevets auf einmal
verify-by-list-text = Haben Sie eine Liste, zum Beispiel aus einer Personalabteilung? Prüfen Sie sie auf einmal:
list-title = Eine Liste von Brevets prüfen
list-lead = Prüfen Sie bis zu 10 000 Brevets auf einmal, mit oder ohne die Namen der Personen.
list-file = Eine Datei
list-file-hint = CSV oder XLSX, höchstens 4 MB. Schreiben Sie die Nummern in eine Spalte und die Namen in eine andere. Eine Kopfzeile ist erlaubt.
list-paste = Oder fügen Sie die Liste hier ein
list-paste-hint = Ein Brevet pro Zeile: die Nummer oder die Adresse auf dem Brevet und, wenn Sie möchten, dahinter der Name.
list-button = Liste prüfen
list-privacy = Wir bewahren die Liste und das Ergebnis einen Tag lang auf. Nur wer die Adresse der Ergebnisseite kennt, kann sie sehen.
upload-progress = Wie weit die Datei gesendet ist
upload-sent = { $percent } % gesendet
upload-checking = Die Datei ist da und wird geprüft.
upload-stop = Anhalten
upload-stopped = Sie haben angehalten. Es wurde nichts gesendet.
upload-failed = Die Datei wurde nicht gesendet. Prüfen Sie Ihre Verbindung und ob die Datei höchstens 4 MB hat, und versuchen Sie es noch einmal.
list-running = Die Liste wird geprüft
list-done = Die Liste ist geprüft
list-progress = { $checked } von { $total } Zeilen geprüft.
list-until = Sie können dieses Ergebnis bis zum { $date } um { $time } Uhr ansehen.
list-csv = Ergebnis herunterladen (CSV)
list-lines = Zeile für Zeile
list-given = Angegebene Nummer
list-given-name = Angegebener Name
list-name-matches = Name stimmt
list-name-same = Ja
list-name-other = Nein, auf dem Brevet steht ein anderer Name
list-other-names = Mit einem anderen Namen
list-unknown = Unbekannte Nummer
list-mistyped = Tippfehler in der Nummer
list-waiting = Noch nicht geprüft
list-since = Widerrufen oder ersetzt am
list-since-day = Seit dem { $date }.
list-reason = Grund
list-pages = Seiten
list-before = Vorige Zeilen
list-next = Nächste Zeilen
verify-how = Wie funktioniert das?
verify-how-number = Die Nummer steht auf dem Brevet. Tippen Sie sie oben ein.
verify-how-qr = Oder scannen Sie den QR-Code auf dem Brevet: Er öffnet sofort die richtige Seite.
verify-how-compare = Vergleichen Sie dann das Brevet mit dem, was Sie hier sehen. Nur was hier steht, zählt.
verify-offline = Wie prüfen Sie eine Datei ohne uns?
verify-offline-text = Das Siegel in der PDF-Datei beweist selbst, dass seit dem Besiegeln nichts verändert wurde. Sie brauchen die Datei und die Zertifikate unserer Siegel.
verify-offline-reader = Fügen Sie die Zertifikate einem PDF-Programm hinzu, das Unterschriften anzeigt, und öffnen Sie das Brevet. Das Programm muss anzeigen, dass die Unterschrift gültig ist und das ganze Dokument umfasst.
verify-offline-command = Für viele Dateien auf einmal gibt es einen Befehl unseres Programms:
verify-offline-limit = Ein Siegel sagt nicht, ob ein Brevet später widerrufen wurde. Das weiß nur das Register: Prüfen Sie die Nummer hier, sobald Sie können.
verify-offline-certificates = Die Zertifikate unserer Siegel herunterladen (PEM-Datei)
verify-valid = Dieses Brevet ist gültig
verify-valid-text = Dieses Brevet wurde vom Programm ausgestellt und ist heute gültig.
verify-expired = Dieses Brevet ist abgelaufen
verify-expired-text = Dieses Brevet wurde vom Programm ausgestellt, war aber nur bis einschließlich { $date } gültig.
verify-revoked = Dieses Brevet wurde widerrufen
verify-revoked-text = Das Programm hat dieses Brevet am { $date } widerrufen. Seitdem ist es nicht mehr gültig.
verify-reason = Grund: { $reason }.
verify-replaced = Dieses Brevet wurde ersetzt
verify-replaced-text = Am { $date } trat ein neues Brevet mit berichtigtem Namen an seine Stelle. Nur das neue zählt: Fragen Sie danach.
verify-file-original = Diese Datei ist genau die, die ausgestellt wurde.
verify-altered = Diese Datei wurde verändert
verify-altered-text = Sie stammt von einem unserer Brevets, ist aber nicht die Datei, die wir ausgestellt haben. Vertrauen Sie ihrem Inhalt nicht.
verify-altered-original = Unten steht das echte Brevet aus unserem Register. Bitten Sie die Person, die Datei noch einmal herunterzuladen.
verify-original-state = Was das Register über das echte Brevet sagt: { $state }.
verify-elsewhere = Unser Siegel, aber nicht in diesem Register
verify-elsewhere-text = Das Siegel dieser Datei ist echt, aber dieses Register kennt die Datei nicht. Sie kann aus einer Testumgebung stammen. Nehmen Sie sie nicht als gültig an.
verify-file-unknown = Diese Datei ist unbekannt
verify-file-unknown-text = Das ist keine Datei, die wir ausgestellt haben. Ein Scan, ein Ausdruck als PDF oder ein Brevet eines anderen Programms ist uns immer unbekannt.
verify-file-encrypted = Sie ist mit einem Passwort geschützt. Unsere Brevets sind das nie.
verify-file-next = Steht eine Nummer oder ein QR-Code darauf? Dann prüfen Sie das Brevet damit.
verify-picture = Zeigen, wie das echte Brevet aussieht (Bild, etwa 0,5 MB)
verify-picture-alt = Das Brevet von { $holder } mit der Nummer { $number }, wie es ausgestellt wurde. Alles, was darauf steht, steht auch in der Liste oben.
verify-demonstration = Auf diesem Brevet steht, dass sein Siegel eine Demonstration ohne amtlichen Wert ist.
verify-looked-up = Im Register nachgesehen am { $date } um { $time } Uhr.
verify-unknown = Diese Nummer ist nicht bekannt
verify-mistyped = In dieser Nummer ist ein Tippfehler
verify-asked = Gesuchte Nummer:
verify-facts = Das steht im Register
verify-compare = Haben Sie das Brevet vor sich? Vergleichen Sie jede Zeile. Ist etwas anders, dann vertrauen Sie dem Papier nicht: Nur was hier steht, zählt.
verify-another = Ein anderes Brevet prüfen
verify-how-statement = Ist das Register nicht erreichbar? Prüfen Sie die Unterschrift im QR-Code
statement-title = Den QR-Code ohne das Register prüfen
statement-lead = Der QR-Code auf einem Brevet enthält eine unterschriebene Erklärung. Sie können ihre Unterschrift hier prüfen, auch wenn das Register der Brevets nicht erreichbar ist.
statement-out-of-reach = Das Register ist im Moment nicht erreichbar
statement-out-of-reach-text = Wir können im Moment nicht sagen, ob dieses Brevet gültig ist. Versuchen Sie es in einigen Minuten noch einmal. Bis dahin können Sie die unterschriebene Erklärung im QR-Code prüfen: Scannen Sie den Code, kopieren Sie die ganze Adresse und fügen Sie sie hier ein.
statement-address = Adresse aus dem QR-Code
statement-address-hint = Die ganze Adresse, mit allem, was nach dem Zeichen # steht.
statement-name = Name auf dem Brevet (freiwillig)
statement-name-hint = Wir vergleichen ihn mit der Erklärung. Wir bewahren ihn nicht auf.
statement-button = Erklärung prüfen
statement-genuine = Diese Erklärung ist echt
statement-genuine-text = Das Programm hat diese Erklärung unterschrieben, als es das Brevet ausstellte. Sie sagt nicht, ob das Brevet heute noch gültig ist.
statement-over = Der letzte Tag der Gültigkeit ist vorbei.
statement-name-same = Der eingegebene Name ist der Name der Inhaberin oder des Inhabers.
statement-name-other = Der eingegebene Name ist nicht der Name der Inhaberin oder des Inhabers. Prüfen Sie die Schreibweise. Stimmt sie, dann vertrauen Sie diesem Brevet nicht.
statement-name-not-asked = Sie haben keinen Namen eingegeben. Deshalb konnten wir ihn nicht vergleichen.
statement-name-below = Möchten Sie auch den Namen vergleichen? Geben Sie ihn unten ein und drücken Sie auf die Schaltfläche.
statement-facts = Was die Erklärung sagt
statement-unread = Es gibt keine Erklärung, die wir lesen können
statement-not-ours = Das ist keine Erklärung des Programms
statement-absent = Ihre Eingabe enthält keine unterschriebene Erklärung. Ältere Brevets haben keine. Kopieren Sie die ganze Adresse aus dem QR-Code, mit allem, was nach dem Zeichen # steht.
statement-damaged = Die Erklärung ist nicht vollständig oder enthält einen Tippfehler. Scannen Sie den QR-Code noch einmal und kopieren Sie die ganze Adresse.
statement-unknown-key = Sie ist mit einem Schlüssel unterschrieben, der nicht uns gehört. Vertrauen Sie diesem Brevet erst, wenn Sie seine Nummer im Register geprüft haben.
statement-forged = Die Nummer oder die Erklärung wurde geändert: Die Unterschrift passt nicht. Vertrauen Sie diesem Brevet erst, wenn Sie seine Nummer im Register geprüft haben.
statement-script-refused = Die Erklärung in dieser Adresse ist nicht vollständig, wurde geändert oder ist nicht von uns unterschrieben. Scannen Sie den QR-Code noch einmal. Vertrauen Sie diesem Brevet erst, wenn Sie seine Nummer im Register geprüft haben.
statement-what = Was beweist das?
statement-proves = Es beweist, dass das Programm ein Brevet mit dieser Nummer, dieser Stufe und diesen Daten für die Person mit diesem Namen ausgestellt hat.
statement-proves-not-state = Es beweist nicht, dass das Brevet noch gültig ist: Es kann inzwischen widerrufen oder ersetzt worden sein. Das weiß nur das Register.
statement-proves-not-paper = Es beweist nicht, dass der Rest des Papiers unverändert ist, und auch nicht, dass die Person vor Ihnen die Inhaberin oder der Inhaber ist.

## Home page

home-title = Helfen Sie Menschen, online ans Ziel zu kommen
home-lead = Mit Connectoo werden Sie digitale Helferin oder digitaler Helfer: Sie helfen Menschen am Schalter, die Online-Dienste der Behörden zu nutzen.
home-register = Registrieren und beginnen
home-go-on = Zu meiner Ausbildung
home-figure-modules =
    { $count ->
        [one] Modul in der Grundstufe
       *[other] Module in der Grundstufe
    }
home-figure-hours = Stunden Lernzeit, in Ihrem Tempo
home-figure-languages = Sprachen
home-what = Was ist Connectoo?
home-what-text = Nicht alle können online eine Steuererklärung einreichen, amtliche Briefe lesen oder einen Termin vereinbaren. Mit Connectoo lernen Sie, diesen Menschen zu helfen: mit Geduld, mit Respekt und so, dass sie selbst etwas dabei lernen.
home-for-whom = Für wen ist es gedacht?
home-for-whom-text = Für alle, die bei ihrer Arbeit im öffentlichen Dienst mit Bürgerinnen und Bürgern zu tun haben: am Schalter, am Telefon, in einer Bibliothek oder in einem Sozialdienst. Für den Anfang brauchen Sie kein technisches Wissen.
home-steps = So funktioniert es
home-step-learn = Lernen
home-step-learn-text = Lesen Sie kurze Lektionen mit echten Situationen vom Schalter. Üben Sie gleich dabei.
home-step-prove = Nachweisen
home-step-prove-text = Zeigen Sie in einem Quiz pro Modul, was Sie wissen. Jede Antwort wird erklärt, und Sie können es noch einmal versuchen.
home-step-receive = Erhalten
home-step-receive-text = Wenn Sie alle Kompetenzen nachgewiesen haben, erhalten Sie Ihr Brevet: einen amtlichen, besiegelten Nachweis.
home-see-modules = Module ansehen
home-verify = Brevet prüfen
home-verify-text = Hat Ihnen jemand ein Brevet gezeigt? Prüfen Sie hier, ob es echt und gültig ist.

## Accessibility, privacy, cookies

contact-title = Hilfe und Kontakt
contact-here = Hier helfen wir Ihnen weiter:
accessibility-title = Barrierefreiheit
accessibility-lead = Alle müssen diese Website nutzen können. Wenn etwas für Sie nicht funktioniert, ist das unser Fehler.
accessibility-standard-heading = Unser Ziel
accessibility-standard = Diese Website soll die Richtlinien für barrierefreie Web-Inhalte (WCAG) 2.2 auf Stufe AA erfüllen. Das Gesetz vom 19. Juli 2018 verlangt von den Behörden barrierefreie Websites.
accessibility-works-heading = Was funktioniert
accessibility-works-keyboard = Sie können jede Seite allein mit der Tastatur benutzen.
accessibility-works-script = Jede Seite funktioniert ohne JavaScript.
accessibility-works-zoom = Sie können auf 400 % vergrößern und einen schmalen Bildschirm benutzen, ohne seitlich zu scrollen. Nur breite Tabellen und Zeichnungen scrollen, in ihrem eigenen Rahmen.
accessibility-works-time = Bei einem Quiz gibt es kein Zeitlimit, außer wenn seine Seite es vorher sagt; wer mehr Zeit oder Pausen braucht, kann sie bekommen. Jede Antwort wird gespeichert. Wenn Ihre Sitzung abläuft, melden Sie sich neu an und machen Sie weiter.
accessibility-works-pdf = Das Brevet ist ein PDF mit Struktur-Angaben (Tags). Vorlese-Programme können es lesen.
accessibility-check-heading = So prüfen wir das
accessibility-check = Die Seiten werden automatisch mit dem Programm axe geprüft. Eine automatische Prüfung findet nur einen Teil der Probleme.
accessibility-limits-heading = Was noch nicht perfekt ist
accessibility-limits-audit = Noch keine unabhängige Stelle hat diese Website geprüft.
accessibility-limits-api = Die technischen Beschreibungen auf der Seite „API“ gibt es nur auf Englisch.
accessibility-limits-links = Die Lektionen verweisen auf andere Websites. Wie barrierefrei diese sind, liegt nicht in unserer Hand.
accessibility-help-heading = Funktioniert etwas nicht?
accessibility-help = Melden Sie es der Organisation, die diesen Dienst betreibt: Um welche Seite geht es, was wollten Sie tun und was ist passiert? Bitten Sie um einen anderen Weg zum selben Ziel und darum, dass der Fehler behoben wird.
privacy-title = Datenschutz
privacy-lead = Wir bewahren nur auf, was nötig ist: um Sie auszubilden, um Ihnen Ihr Brevet zu geben und damit andere es prüfen können.
privacy-what-heading = Was wir aufbewahren, warum und wie lange
privacy-what = Was
privacy-why = Warum
privacy-how-long = Wie lange
privacy-account = Ihr Name, Ihre E-Mail-Adresse, Ihre Sprache, welche E-Mails Sie möchten und wann Sie zuletzt hier waren
privacy-account-why = Um Sie bei der Anmeldung zu erkennen, um Ihnen in Ihrer Sprache zu schreiben und um Ihren Namen auf Ihr Brevet zu drucken.
privacy-account-how-long = Solange Sie ein Konto haben.
privacy-answers = Die Lektionen, die Sie gelesen haben, Ihre Antworten und Ihre Ergebnisse
privacy-answers-why = Damit Sie aufhören und später weitermachen, Ihre Fehler sehen und jede Kompetenz nachweisen können.
privacy-answers-how-long = Solange Sie ein Konto haben.
privacy-granted = Was für Sie bei einem Quiz vereinbart ist: mehr Zeit, Pausen, keine Wartezeit
privacy-granted-why = Damit ein Quiz für Sie fair ist. Wir speichern, wer das wann entschieden hat, nie warum.
privacy-granted-how-long = Solange Sie ein Konto bei uns haben.
privacy-notes = Ihre Lesezeichen und Notizen
privacy-notes-why = Damit Sie sie wiederfinden. Niemand sonst kann sie auf dieser Website lesen.
privacy-notes-how-long = Bis Sie sie löschen, und dann noch 30 Tage, um sie zurückzuholen.
privacy-live = Ihre Anmeldungen zu Live-Sitzungen und ob Sie da waren: wer es wann festhielt
privacy-live-why = Um Ihnen einen Platz freizuhalten und Ihnen zur Sitzung zu schreiben, auch am Tag davor. Anwesenheit ist ein Nachweis, wo eine Stufe Live-Sitzungen verlangt. Die Lehrkraft und die Administration sehen Ihren Namen und Ihre E-Mail-Adresse.
privacy-live-how-long = Solange Sie ein Konto haben. Wenn Sie sich abmelden, löschen wir die Anmeldung.
privacy-brevets = Ihre Brevets
privacy-brevets-why = Damit Sie sie herunterladen und andere sie prüfen können.
privacy-brevets-how-long = Ohne Enddatum: Ein Brevet muss prüfbar bleiben.
privacy-mails = Die E-Mails, die wir Ihnen geschrieben haben
privacy-mails-why = Damit die Administration helfen kann, wenn eine E-Mail nicht angekommen ist.
privacy-mails-how-long = Bis die Organisation, die diesen Dienst betreibt, sie löscht.
privacy-lists = Listen von Brevets, die jemand geprüft hat
privacy-lists-why = Damit wer eine Liste geschickt hat, das Ergebnis lesen und speichern kann. Nur wer die Adresse des Ergebnisses kennt, kann es sehen.
privacy-lists-how-long = Einen Tag.
privacy-not = Wir fragen nicht nach Ihrer Nationalregister-Nummer. Wir verkaufen keine Daten und zeigen keine Werbung.
privacy-files = Eine PDF-Datei, die Sie hochladen, prüfen wir und bewahren sie nicht auf. Um Leute zu bremsen, die zu viel fragen, zählen wir Anfragen unter einer unkenntlichen Form der Netzwerkadresse. Nach einer Stunde vergessen wir das.
privacy-public-heading = Was andere sehen können
privacy-public = Wer die Nummer eines Brevets hat, kann es prüfen. Zu sehen sind dann Ihr Name, die Stufe, die Daten von Ausstellung und Ablauf, die Kompetenzen und ob das Brevet gültig ist. Ohne die Nummer kann niemand Ihr Brevet finden. Ihre Antworten und Punktzahlen werden dort nie gezeigt.
privacy-safety-heading = So schützen wir Ihre Daten
privacy-safety = Ihr Passwort selbst speichern wir nie, sondern nur eine Form davon, die man nicht zurückrechnen kann. Damit niemand Passwörter erraten kann, zählen wir Fehlversuche. Dafür speichern wir die E-Mail-Adresse und die Netzwerk-Adresse nur unkenntlich gemacht.
privacy-rights-heading = Ihre Rechte
privacy-rights = Sie dürfen fragen, was wir über Sie wissen. Sie dürfen diese Daten berichtigen oder löschen lassen, eine Kopie davon erhalten oder ihrer Nutzung widersprechen. Ihren Namen und Ihre Sprache können Sie unter „Mein Konto“ selbst ändern. Für alles andere wenden Sie sich an die Organisation, die diesen Dienst betreibt.
privacy-who = Die Brevets stellt { $issuer } aus. Fragen Sie dort, was Sie über Ihre Daten wissen möchten.
privacy-complaint = Sind Sie mit der Antwort nicht zufrieden? Dann können Sie bei der belgischen Datenschutzbehörde Beschwerde einreichen.
cookies-title = Cookies
cookies-lead = Diese Website verwendet nur Cookies, ohne die sie nicht funktioniert. Darum bitten wir Sie nicht um Ihre Zustimmung.
cookies-table = Die Cookies dieser Website
cookies-name = Name
cookies-purpose = Wozu es dient
cookies-how-long = Wie lange es bleibt
cookies-session = Hält Sie angemeldet und beweist, dass ein Formular von Ihnen kommt.
cookies-session-how-long = Höchstens 30 Tage. Sie werden nach 12 Stunden ohne Nutzung abgemeldet oder wenn Sie sich selbst abmelden.
cookies-visitor = Beweist, dass ein Formular von Ihnen kommt, während Sie nicht angemeldet sind.
cookies-visitor-how-long = 7 Tage
cookies-language = Merkt sich die Sprache, die Sie gewählt haben.
cookies-language-how-long = 1 Jahr
cookies-kept-answer = Während Sie eine Quizfrage beantworten, behält Ihr Browser die Antwort, bis sie bei uns gespeichert ist. Was nach 7 Tagen noch nicht gespeichert ist, löscht er, sobald Sie wieder ein Quiz öffnen. Das ist kein Cookie: Es enthält keinen Namen und geht an niemand anderen.
cookies-none-else = Es gibt keine Cookies von anderen Firmen und keine, die Sie verfolgen. Bei einer sicheren Verbindung beginnen die Namen der ersten beiden mit „__Host-“.

## API

api-title = API
api-lead = Was Sie auf diesen Seiten tun können, kann auch Ihr eigenes Programm.
api-contract = Die vollständige Beschreibung (OpenAPI 3.0, { $format })
api-sign-in-heading = Anmelden
api-sign-in = Fordern Sie mit Ihrer E-Mail-Adresse und Ihrem Passwort ein Zugangs-Token an. Senden Sie es bei jeder Anfrage in der Kopfzeile „Authorization: Bearer …“ mit. Um ein Brevet zu prüfen, brauchen Sie kein Token.
api-problems = Probleme
api-problems-text = Wenn etwas nicht klappt, ist die Antwort ein Problem-Dokument (RFC 9457). Der letzte Teil seines Typs („type“) ist einer dieser Namen.

## Administration

administration-title = Administration
administration-jobs = Offene Aufgaben
administration-no-jobs = Es gibt keine offenen Aufgaben: Alles ist erledigt.
job-kind = Was
job-since = Seit
job-tries = Versuche
job-last-error = Letzter Fehler
job-no-error = Keiner
job-technical = Ursprüngliche Meldung:
job-no-timestamp = Der Zeitstempeldienst ist nicht erreichbar oder antwortet nicht.
job-bad-timestamp = Der Zeitstempeldienst hat geantwortet, aber sein Zeitstempel wird nicht angenommen.
job-new-timestamp = Der Zeitstempeldienst hat sich geändert; der nächste Versuch berücksichtigt das.
job-no-proof = Ob ein Zertifikat widerrufen ist, lässt sich gerade nicht feststellen.
job-no-key = Der Schlüssel des Siegels kann nicht benutzt werden.
job-seal-failed = Das Besiegeln ist fehlgeschlagen.
job-mail-not-taken = Der Mailserver hat die E-Mail nicht angenommen.
job-seal-brevet = Brevet besiegeln
job-send-mail = E-Mail senden
job-verify-batch = Eine Liste von Brevets prüfen
job-seal-badge-file = Ein Brevet mit seinem Abzeichen besiegeln
administration-mails = Neueste E-Mails
administration-sends = E-Mails werden über den eingerichteten Mail-Server verschickt.
administration-keeps = Es ist kein Mail-Server eingerichtet: E-Mails werden hier aufbewahrt und nicht verschickt.
administration-no-mails = Es wurde noch keine E-Mail geschrieben.
mail-state-waiting = Wartet
mail-state-sent = Verschickt
mail-state-kept = Aufbewahrt, nicht verschickt
mail-state-refused = Vom Mailserver abgelehnt
administration-seal = Siegel
seal-subject = Zertifikat des Siegels
seal-until = Zertifikat gültig bis
find-brevet-title = Ein Brevet suchen
find-brevet-field = Nummer des Brevets oder Name der Person
find-brevet-hint = Der Name, wie er auf dem Brevet steht, oder ein Teil davon.
find-brevet-button = Suchen
find-brevet-found =
    { $count ->
        [one] { $count } Brevet gefunden
       *[other] { $count } Brevets gefunden
    }
find-brevet-none = Kein Brevet hat diese Nummer oder diesen Namen. Prüfen Sie die Schreibweise oder suchen Sie nach einem Teil des Namens.
find-brevet-cut = Es gibt noch mehr: Hier stehen nur die neuesten. Geben Sie mehr vom Namen ein.
administered-title = Brevet { $number }
administered-kin = Verwandte Brevets
administered-history = Was damit geschah
administered-decide = Was Sie entscheiden können
administered-final = Über dieses Brevet wurde entschieden, und das ist endgültig.
find-account-title = Ein Konto suchen
find-account-field = Name oder E-Mail-Adresse
find-account-hint = Ein Teil genügt.
find-account-button = Suchen
find-account-found =
    { $count ->
        [one] { $count } Konto gefunden
       *[other] { $count } Konten gefunden
    }
find-account-none = Kein Konto hat diesen Namen oder diese Adresse. Prüfen Sie die Schreibweise oder suchen Sie nach einem kürzeren Teil.
find-account-cut = Es gibt noch mehr: Hier stehen nur die ersten. Geben Sie mehr ein.
account-role = Rolle
account-registered = Registriert am
fact-name = Name
role-learner = Lernende Person
role-trainer = Lehrkraft
role-hr = Personaldienst
role-administrator = Administration
grant-heading = Vereinbarungen für Quiz
grant-lead = Halten Sie nur fest, was vereinbart ist, nie warum. Die Person sieht es auf der Seite ihres Kontos. Zeit und Pausen gelten für Versuche, die danach beginnen.
grant-extra-time = Zeit
grant-breaks = Pausen in einem Versuch, insgesamt
grant-breaks-hint = Während einer Pause steht die Zeit still und die Fragen sind nicht zu sehen.
grant-no-breaks = Keine Pausen
grant-waits = Wartezeiten
grant-waits-waived = Keine Wartezeit nach nicht bestandenen Versuchen
grant-button = Diese Vereinbarungen speichern
grant-done = Die Vereinbarungen sind gespeichert.
grant-history = Was entschieden wurde
grant-who = Von
grant-what = Vereinbarung
administered-revoked = Das Brevet ist widerrufen, und die Person erhält eine E-Mail.
administered-replaced = Das ist das neue Brevet. Es wird jetzt besiegelt, und die Person erhält eine E-Mail.
history-awarded = Erworben am { $date }.
history-sealed = Besiegelt am { $date } um { $time } Uhr.
history-revoked = Widerrufen am { $date } um { $time } Uhr von { $who }.
history-replaced = Ersetzt am { $date } um { $time } Uhr von { $who }.
history-note = Erklärung: { $note }
history-somebody = jemandem, der kein Konto mehr hat
decide-on = Weiter
decide-back = Zurück, um etwas zu ändern
revoke-title = Brevet widerrufen
revoke-reason = Warum wird es widerrufen?
revoke-reason-hint = Wer das Brevet prüft, sieht diesen Grund.
revoke-note = Erklärung
revoke-note-hint = Steht in der E-Mail an die Person und in der Akte, nie auf der öffentlichen Seite. Nötig bei „ein anderer Grund“. Höchstens 500 Zeichen.
revoke-confirm-title = Dieses Brevet wirklich widerrufen?
revoke-what-happens = Was geschieht
revoke-happens-state = Wer das Brevet prüft, sieht ab jetzt, dass es widerrufen ist.
revoke-happens-expert = Die Person kann es nicht mehr verlängern. Ist es ein Brevet der Grundstufe, werden die Quiz der Expertenstufe wieder gesperrt.
revoke-happens-mail = Die Person erhält eine E-Mail mit dem Grund und Ihrer Erklärung.
revoke-happens-final = Das kann nicht rückgängig gemacht werden.
revoke-confirm-button = Ja, das Brevet widerrufen
replace-title = Brevet ersetzen
replace-lead = Ist der Name falsch? Dann tritt ein neues Brevet an seine Stelle, mit neuer Nummer und denselben Daten.
replace-holder = Richtiger Name
replace-holder-hint = Wie er auf dem neuen Brevet stehen soll. Der Name des Kontos ändert sich nicht.
replace-note = Grund für die Akte
replace-note-hint = Warum der Name sich ändert, zum Beispiel: Tippfehler, im Personalausweis gesehen. Nur die Administration sieht ihn. Höchstens 500 Zeichen.
replace-confirm-title = Dieses Brevet wirklich ersetzen?
replace-happens-new = Es entsteht ein neues Brevet auf den Namen { $name }, mit neuer Nummer und neuem Siegel.
replace-happens-old = Wer das alte prüft, sieht, dass es ersetzt wurde, und durch welches.
replace-happens-mail = Die Person erhält eine E-Mail und eine weitere, sobald das neue fertig ist.
replace-confirm-button = Ja, das Brevet ersetzen

## E-mails

mail-greeting = Guten Tag { $name },
mail-closing = Freundliche Grüße von Connectoo
mail-ignore = Haben Sie das nicht angefordert? Dann brauchen Sie nichts zu tun.
mail-link = { $label }:
mail-confirm-subject = Schließen Sie Ihre Registrierung bei Connectoo ab
mail-confirm-text = Sie haben ein Konto bei Connectoo angefordert. Öffnen Sie den Link unten innerhalb von 24 Stunden, um Ihre Registrierung abzuschließen.
mail-confirm-action = Registrierung abschließen
mail-exists-subject = Sie haben schon ein Connectoo-Konto
mail-exists-text = Ihre E-Mail-Adresse wurde für ein neues Connectoo-Konto angegeben, aber Sie haben schon ein Konto. Waren Sie das selbst? Dann melden Sie sich wie gewohnt an. Haben Sie Ihr Passwort vergessen? Dann wählen Sie mit dem Link unten ein neues.
mail-exists-action = Neues Passwort wählen
mail-reset-subject = Wählen Sie ein neues Passwort für Connectoo
mail-reset-text = Sie haben ein neues Passwort für Connectoo angefordert. Öffnen Sie den Link unten innerhalb von 24 Stunden, um eines zu wählen.
mail-reset-action = Neues Passwort wählen
mail-brevet-subject = Ihr Connectoo-Brevet ist fertig ({ $level })
mail-brevet-text = Glückwunsch! Sie haben alle Kompetenzen nachgewiesen ({ $level }). Ihr Brevet ist fertig: Melden Sie sich an und laden Sie es herunter.
mail-brevet-corrected = Ihr Brevet mit dem berichtigten Namen ist fertig ({ $level }): Melden Sie sich an und laden Sie es herunter.
mail-brevet-renewed = Glückwunsch! Sie haben Ihr Brevet verlängert ({ $level }). Das neue ist fertig: Melden Sie sich an und laden Sie es herunter.
mail-brevet-check = Es hat die Nummer { $number }. Wem Sie diese Nummer geben, der kann das Brevet auf unserer Website prüfen.
mail-brevet-action = Meine Brevets ansehen
mail-reminder-opens = Sie können Ihr Connectoo-Brevet jetzt verlängern ({ $level })
mail-reminder-ends = Ihr Connectoo-Brevet endet am { $day } ({ $level })
mail-reminder-text = Ihr Brevet mit der Nummer { $number } ({ $level }) gilt bis einschließlich { $day }.
mail-reminder-how = Verlängern Sie es mit einem kurzen Auffrischungstest: Melden Sie sich an, gehen Sie zu „Meine Brevets“ und wählen Sie „Verlängern“. Wenn Sie rechtzeitig verlängern, verlieren Sie keinen Tag.
mail-reminder-stop = Keine Erinnerungen mehr bekommen
mail-digest-subject = Connectoo: So weit sind Sie, und das folgt
mail-digest-progress = { $level }: Sie haben { $proven } von { $total } Kompetenzen nachgewiesen.
mail-digest-next = Ihr nächster Schritt: { $next }
mail-digest-live = Ihre nächste Live-Sitzung: „{ $title }“ am { $when }.
mail-digest-calm = Sie müssen nichts tun: Was Sie gemacht haben, bleibt erhalten.
mail-digest-stop = Keine wöchentlichen E-Mails mehr
mail-revoked-subject = Ihr Connectoo-Brevet wurde widerrufen ({ $level })
mail-revoked-text = Das Programm hat Ihr Brevet mit der Nummer { $number } widerrufen ({ $level }).
mail-revoked-reason = Der Grund: { $reason }. Wer das Brevet prüft, sieht das auch.
mail-revoked-note = Erklärung, nur für Sie: { $note }
mail-revoked-meaning = Sie können das Brevet nicht mehr verwenden. Halten Sie das für einen Irrtum? Wenden Sie sich an die Organisation, die diesen Dienst betreibt.
mail-replaced-subject = Sie erhalten ein neues Connectoo-Brevet ({ $level })
mail-replaced-text = Ihr Brevet mit der Nummer { $number } wurde ersetzt ({ $level }). Das neue hat die Nummer { $by } und lautet auf den Namen { $name }.
mail-replaced-meaning = Verwenden Sie ab jetzt das neue. Wer das alte prüft, sieht, dass es ersetzt wurde. Sie erhalten eine E-Mail, sobald das neue fertig ist.
mail-live-seated-subject = Sie haben einen Platz: { $title }
mail-live-seated-text = Sie haben einen Platz in der Live-Sitzung „{ $title }“ am { $when }.
mail-live-withdraw = Können Sie nicht kommen? Dann melden Sie sich ab, damit jemand anderes den Platz bekommt.
mail-live-reminder-subject = Erinnerung: { $title }
mail-live-reminder-text = Bald ist es so weit: die Live-Sitzung „{ $title }“ am { $when }.
mail-live-changed-subject = Geändert: { $title }
mail-live-changed-text = Die Live-Sitzung „{ $title }“, zu der Sie angemeldet sind, wurde geändert. Sie findet jetzt am { $when } statt.
mail-live-changed-withdraw = Passt Ihnen das nicht mehr? Dann melden Sie sich ab, damit jemand anderes kommen kann.
mail-live-cancelled-subject = Abgesagt: { $title }
mail-live-cancelled-text = Die Live-Sitzung „{ $title }“ am { $when } findet nicht statt.
mail-live-cancelled-why = Der Grund: { $why }
mail-live-cancelled-others = Schauen Sie, ob Ihnen eine andere Sitzung passt.
mail-live-place = Ort: { $place }
mail-live-link = Sie können online teilnehmen: Den Link finden Sie auf der Seite der Sitzung.
mail-live-join = Nehmen Sie online teil: { $link }
mail-live-action = Sitzung ansehen
