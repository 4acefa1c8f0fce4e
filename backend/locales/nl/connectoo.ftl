## The frame of every page

skip-to-content = Ga naar de inhoud
demonstration-banner = Demonstratie: accounts en brevetten hebben hier geen officiële waarde.
languages-label = Taal
menu-button = Menu
menu-label = Hoofdmenu
footer-label = Over deze site
footer-line = Connectoo is de Belgische opleiding voor digitale helpers.
back = Terug
back-home = Startpagina
back-label = Terug
sign-in = Aanmelden
sign-out = Afmelden

## Forms and their errors

error-title = Fout: { $title }
error-summary-title = Er is een probleem
error-word = Fout:
field-name = Je voornaam en achternaam
field-name-hint = Deze naam komt op je brevet.
field-email = E-mailadres
field-email-hint = We sturen een link naar dit adres. Je hebt die nodig om je registratie af te ronden.
field-password = Wachtwoord
field-new-password = Kies een wachtwoord
field-new-password-hint = Minstens 12 tekens. Het mag een zin zijn die alleen jij kent.
issue-missing = Vul dit veld in.
issue-missing-email = Vul je e-mailadres in.
issue-missing-name = Vul je voornaam en achternaam in.
issue-missing-password = Vul een wachtwoord in.
issue-missing-answer = Geef een antwoord of sla de vraag voorlopig over.
issue-missing-number = Vul het nummer van het brevet in.
issue-missing-file = Kies eerst een bestand.
issue-missing-list = Plak een lijst met nummers, of kies een bestand.
issue-missing-reason = Kies waarom het brevet wordt ingetrokken.
issue-missing-note = Schrijf waarom, in een of twee zinnen.
issue-missing-competencies = Kies minstens één onderwerp.
issue-missing-title = Vul een titel in.
issue-missing-start = Vul in wanneer de sessie begint.
issue-missing-end = Vul in wanneer de sessie eindigt.
issue-missing-capacity = Vul in hoeveel plaatsen er zijn.
issue-unknown = “{ $name }” is hier niet bekend. Laat het weg.
issue-malformed = Dit is geen leesbare JSON: kijk bij regel { $line }, teken { $column }. Verbeter het en stuur het opnieuw.
issue-wrong-type = Dit past hier niet. Vul in wat hier gevraagd wordt.
issue-short-password = Kies een langer wachtwoord: minstens { $least } tekens.
issue-too-short = Vul minstens { $least } tekens in.
issue-too-long = Vul hoogstens { $most } tekens in.
issue-not-an-email = Vul een e-mailadres in zoals naam@voorbeeld.be.
issue-common-password = Dit wachtwoord is makkelijk te raden. Kies een ander, bijvoorbeeld een zin die alleen jij kent.
issue-not-offered = Kies een van de aangeboden mogelijkheden.
issue-repeated = Je hebt twee keer hetzelfde gekozen. Kies elke mogelijkheid maar één keer.
issue-incomplete = Je antwoord is niet volledig. Kies iets voor elk onderdeel.
issue-not-a-number = Vul een getal in met cijfers, bijvoorbeeld 12 of 2,5.
issue-only-a-number = Vul alleen het getal in, met cijfers en zonder eenheid, bijvoorbeeld 12 of 2,5.
issue-not-printable = Het brevet kan het teken { $letter } niet afdrukken. Schrijf je naam met Latijnse, Griekse of Cyrillische letters.
issue-invisible = In de naam staat een onzichtbaar teken. Typ de naam opnieuw.
issue-invisible-text = In de tekst staat een onzichtbaar teken. Haal het weg of typ de tekst opnieuw.
issue-too-wide = Deze naam is te breed voor het brevet. Schrijf hem korter, bijvoorbeeld met initialen voor sommige voornamen.
issue-unchanged = Zo staat het al op het brevet. Vul de juiste naam in.
issue-empty-file = Dit bestand is leeg. Download het brevet opnieuw, of vraag het opnieuw aan wie het je gaf.
issue-not-a-pdf = Dit is geen pdf-bestand. Kies het brevet zoals het werd gedownload, geen foto, scan of zip-bestand. Heb je alleen papier? Typ dan het nummer.
issue-file-too-large = Dit bestand is te groot: hoogstens 4 MB.
issue-not-a-list = Dit bestand kunnen we niet lezen. Bewaar de lijst als CSV of XLSX en probeer opnieuw.
issue-empty-list = In deze lijst staat geen nummer. Zet op elke regel een brevet en bewaar het bestand opnieuw, of plak de nummers in het tekstvak.
issue-too-many-rows = Deze lijst is te lang: hoogstens { $most } brevetten. Verdeel ze in stukken.
issue-out-of-range = Vul een geheel getal in van { $least } tot { $most }.
issue-missing-place = Vul een plaats of een link in, of allebei.
issue-not-a-moment = Vul een datum en een uur in, bijvoorbeeld 2027-01-12 14:00.
issue-not-a-web-address = Vul een volledig webadres in dat met https:// begint.
issue-too-early = Het einde moet na het begin liggen. Pas een van de twee aan.
issue-too-late = De inschrijving moet vóór of bij het begin sluiten.
issue-in-the-past = Dit moment is voorbij. Kies een moment dat nog moet komen.
issue-not-a-trainer = Geen lesgever heeft dit e-mailadres. Vul het adres van een lesgever in.
issue-fewer-than-taken = Er zijn al { $taken } plaatsen bezet. Vul minstens dat aantal in.
issue-people-registered = Er zijn al mensen ingeschreven: het niveau blijft. Annuleer de sessie en plan een andere.
issue-own-attendance = Of jij er zelf was, noteert iemand anders: vraag het aan een beheerder.

## Problems, told to people and to API clients alike

problem-title = Dit is niet gelukt
problem-status = Fout { $status }
problem-ways = Wat je nu kunt doen
problem-kept-text = Wat je net hebt ingevuld, is niet bewaard, maar deze pagina houdt het bij. Klik op de knop om het opnieuw te versturen.
problem-kept-button = Opnieuw proberen
problem-back = Terug naar de pagina waar je was
problem-home = Ga naar de startpagina
problem-bad-request = Er ontbreekt iets of er is iets fout in wat je hebt verstuurd. Verbeter het en verstuur het opnieuw.
problem-not-found = Deze pagina of dit onderdeel bestaat niet. Controleer het adres of begin opnieuw op de startpagina.
problem-method-not-allowed = Je kunt dit adres niet op deze manier gebruiken. Ga terug en gebruik de links en de knoppen op de pagina.
problem-not-acceptable = We kunnen niet antwoorden in het formaat dat je vraagt. Vraag JSON.
problem-payload-too-large = Wat je hebt verstuurd, is te groot. Verstuur minder in één keer.
problem-unsupported-media-type = We kunnen dit soort inhoud niet lezen. Stuur JSON of gebruik het formulier op de pagina.
problem-sign-in-first = Je bent niet aangemeld of je sessie is afgelopen. Meld je aan en probeer het opnieuw.
problem-missing-permission = Je account heeft hier geen toegang. Meld je aan met een ander account of vraag toegang aan een beheerder.
problem-too-many-requests = Je hebt dit te vaak gevraagd. Wacht even en probeer het opnieuw.
problem-too-many-failed-requests = Er waren te veel mislukte pogingen. Wacht even en probeer het opnieuw.
problem-internal = Er ging bij ons iets mis. Wat je hebt bewaard, is veilig. Probeer het over enkele minuten opnieuw.
problem-unavailable = De dienst is even niet beschikbaar. Wat je hebt bewaard, is veilig. Probeer het over enkele seconden opnieuw.
problem-wrong-credentials = Het e-mailadres of het wachtwoord klopt niet. Controleer beide en probeer het opnieuw.
problem-link-expired = Deze link is al gebruikt of is te oud. Vraag een nieuwe link.
problem-form-expired = Dit formulier is te oud om het te versturen. Ga terug, laad de pagina opnieuw en verstuur het nog een keer.
problem-invalid-refresh-token = Dit vernieuwingstoken is niet meer geldig. Meld je opnieuw aan.
problem-level-locked = Je hebt eerst een geldig brevet van het basisniveau nodig. Rond het basisniveau af en kom dan terug.
problem-retake-too-early = Je laatste pogingen waren niet geslaagd. Daarom is er een wachttijd voor de volgende. Lees intussen de lessen opnieuw en start daarna een nieuwe poging.
problem-placement-too-often = Je bent vandaag al vaak aan deze toets begonnen. Je resultaten blijven. Leer intussen verder en begin morgen opnieuw.
problem-time-over = De tijd voor deze quiz is om. Dit antwoord komt te laat. Wat eerder bewaard was, telt en is nagekeken. Bekijk je resultaat.
problem-step-taken = Je bent in deze situatie al verder gegaan, misschien in een ander venster of op een ander toestel. Een stap terug kan niet. Ga verder waar je nu bent.
problem-no-break-left = Voor deze quiz is er geen pauze, of je pauzes zijn opgebruikt. Ga verder met de quiz.
problem-already-submitted = Je hebt deze antwoorden al ingediend. Je kunt ze niet meer wijzigen. Bekijk je resultaat of start een nieuwe poging.
problem-busy = Op hetzelfde moment kwamen andere antwoorden binnen. Probeer het opnieuw.
problem-brevet-being-sealed = Je brevet wordt nog verzegeld. Meestal duurt dat enkele seconden. Probeer het daarna opnieuw.
problem-unknown-brevet = Hier is nooit een brevet met dit nummer uitgereikt. Controleer of je het volledige nummer hebt overgenomen.
problem-mistyped-number = Dit kan geen nummer van een brevet zijn: een teken is fout of ontbreekt. Vergelijk het met het brevet en typ het opnieuw.
problem-already-revoked = Dit brevet is al ingetrokken. Dat is definitief.
problem-already-replaced = Dit brevet is al vervangen door een ander. Zoek het nieuwe brevet op en ga daar verder.
problem-already-renewed = Dit brevet is al vernieuwd. Je nieuwe brevet staat bij “Mijn brevetten”.
problem-not-renewable = Dit brevet hoeft niet vernieuwd te worden: het heeft geen einddatum, of het programma biedt geen vernieuwing aan.
problem-renewal-not-open = Je kunt dit brevet nog niet vernieuwen. Bij “Mijn brevetten” staat vanaf welke dag het kan.
problem-level-incomplete = Dit niveau heeft nieuwe modules. Slaag eerst voor hun quizzen en kom dan terug om je brevet te vernieuwen.
problem-already-answered = Deze vraag heeft al een antwoord, of de toets is voorbij. Open de toets opnieuw en ga verder waar hij staat.
problem-nothing-to-ask = Er is niets om je over te bevragen: je hebt alles van dit niveau al bewezen, of er zijn nog geen modules.
problem-registration-closed = De inschrijving voor deze sessie is voorbij. Zoek een andere sessie.
problem-live-session-full = Alle plaatsen zijn bezet en de wachtlijst is vol. Zoek een andere sessie, of kijk later opnieuw.
problem-live-session-begun = Deze sessie is begonnen. Je kunt ze niet meer aanpassen of annuleren, en je niet meer uitschrijven.
problem-live-session-not-begun = Deze sessie is nog niet begonnen. Noteer vanaf het begin wie er is.
problem-live-session-cancelled = Deze sessie is geannuleerd. Zoek een andere sessie.
problem-attendance-closed = Aanwezigheden kun je noteren tot 14 dagen na de sessie. Vraag aan een beheerder wat je nu kunt doen.
retry-after =
    { $seconds ->
        [one] Je kunt het over { $seconds } seconde opnieuw proberen.
       *[other] Je kunt het over { $seconds } seconden opnieuw proberen.
    }

## Register, sign in, password

register-title = Registreren
register-lead = Met een account kun je leren, quizzen maken en je brevet behalen. Je kunt altijd stoppen en later verdergaan, ook op een ander toestel.
register-button = Registreren
register-privacy = Hoe gebruiken we je gegevens?
register-have-account = Heb je al een account?
register-sent-title = Kijk in je mailbox
register-sent-text = We hebben je een e-mail met een link gestuurd. Open de link binnen 24 uur om je registratie af te ronden.
register-kept-text = We hebben een e-mail met een link voor je geschreven. Met die link rond je binnen 24 uur je registratie af.
register-sent-spam = Geen e-mail na vijf minuten? Kijk bij je ongewenste e-mails (spam) en controleer of je je adres juist hebt getypt.
mail-kept-title = Je e-mail ligt klaar bij een beheerder
mail-kept-hint = Deze dienst verstuurt geen e-mails, maar bewaart ze. Vraag de link aan een beheerder: hij staat op de pagina “Beheer”.
confirm-title = Rond je registratie af
confirm-text = Nog één stap: klik op de knop om je account aan te maken.
confirm-button = Mijn account aanmaken
confirmed-title = Je account is klaar
confirmed-text = Je kunt je nu aanmelden met je e-mailadres en je wachtwoord.
sign-in-forgotten = Ik ben mijn wachtwoord vergeten
sign-in-no-account = Ik heb nog geen account
session-ended = Je sessie was afgelopen: er is nog niets verstuurd of ingediend. Meld je opnieuw aan: daarna ga je hier verder, met alles wat je had ingevuld.
session-ended-answer = Je sessie is afgelopen. Je antwoord is nog niet bewaard, maar deze browser houdt het bij. Meld je opnieuw aan: dan wordt het bewaard en ga je verder waar je was.
go-on-title = Ga verder waar je was
go-on-text = Je bent weer aangemeld. Er is nog niets verstuurd of ingediend. Wat je had ingevuld, is bijgehouden: klik op de knop om het nu te versturen.
go-on-button = Nu versturen
go-on-stale-text = Sinds je die pagina opende, heeft iemand zich in deze browser aan- of afgemeld, of de pagina stond heel lang open. Daarom is er nog niets verstuurd. Wat je had ingevuld, is bijgehouden: klik op de knop om het nu te versturen.
go-on-signed-in = Nu aangemeld: { $name }.
go-on-visitor = Nu is niemand aangemeld.
kept-form-password = Een wachtwoord houden we nooit bij. Typ het opnieuw.
forgotten-title = Wachtwoord vergeten
forgotten-lead = Vul je e-mailadres in. We sturen je een link waarmee je een nieuw wachtwoord kiest.
forgotten-button = Stuur me een link
forgotten-sent-text = Als er een account met dit adres bestaat, hebben we er een e-mail met een link naartoe gestuurd. Open de link binnen 24 uur om een nieuw wachtwoord te kiezen.
forgotten-kept-text = Als er een account met dit adres bestaat, hebben we er een e-mail met een link voor geschreven. Met die link kies je binnen 24 uur een nieuw wachtwoord.
new-password-title = Kies een nieuw wachtwoord
new-password-lead = Daarna meld je je op elk van je toestellen opnieuw aan.
new-password-button = Mijn nieuwe wachtwoord bewaren
new-password-set-title = Je nieuwe wachtwoord is bewaard
new-password-set-text = Je kunt je nu aanmelden met je nieuwe wachtwoord.

## One's own account

account-title = Mijn account
account-saved = Je wijzigingen zijn bewaard.
account-name-hint = Deze naam komt op je volgende brevet. Een brevet dat je al hebt, verandert niet.
account-language = Taal van de e-mails en van je brevet
account-language-hint = De pagina’s volgen deze keuze tot je bovenaan een andere taal kiest. Een brevet dat je al hebt, verandert niet.
account-reminders = Herinneringen per e-mail voor je brevet afloopt
account-reminders-hint = Andere e-mails, zoals die met je nieuwe brevet, krijg je altijd.
account-reminders-yes = Ja, herinner mij
account-reminders-no = Nee, geen herinneringen
account-digests = Een e-mail per week over je opleiding
account-digests-hint = Alleen zolang je met een niveau bezig bent. Kom je vier weken niet langs, dan stopt hij vanzelf.
account-digests-yes = Ja, stuur me die
account-digests-no = Nee, geen wekelijkse e-mail
account-button = Mijn wijzigingen bewaren
account-sign-in-heading = Hoe je je aanmeldt
account-password-text = Wil je een ander wachtwoord?
account-password-link = Vraag een link om een nieuw wachtwoord te kiezen
account-granted-heading = Wat voor jou is afgesproken
account-granted-since = Dit geldt sinds { $date } voor je quizzen. Klopt het niet, zeg het dan aan een beheerder.

## Learning

learning-title = Mijn opleiding
learning-next = Je volgende stap
learning-begun = Waar je mee bezig bent
learning-levels = Je niveaus
learning-own = Mijn agenda en mijn notities
level-progress = { $proven } van { $total } competenties bewezen
next-attempt = Je bent begonnen aan de quiz van “{ $module }”. Je antwoorden zijn bewaard.
next-attempt-button = Ga verder met de quiz
next-lesson = Lees de les “{ $lesson }” in “{ $module }” ({ $time }).
next-lesson-button = Lees de les
next-quiz = Je hebt alle lessen van “{ $module }” gelezen. Toon nu in de quiz wat je kunt ({ $time }).
next-quiz-skipping = Je instaptoets toonde dat je “{ $module }” kent. Je mag de lessen overslaan: toon in de quiz wat je kunt.
next-quiz-button = Ga naar de quiz
next-waiting = Je kunt de quiz van “{ $module }” { $when } opnieuw doen.
next-waiting-lesson = Lees intussen de les “{ $lesson }” opnieuw ({ $time }). Ze gaat over wat nog niet juist was.
next-waiting-lesson-button = Lees de les opnieuw
next-waiting-lessons = Lees intussen de { $count } lessen opnieuw die gaan over wat nog niet juist was.
next-waiting-lessons-button = Bekijk deze lessen
next-waiting-other = Ga intussen verder met een andere module. { $next }
next-waiting-practice = Oefen intussen de vragen die nog niet volledig juist waren.
next-brevet = Goed gedaan: je hebt alle competenties van dit niveau bewezen. Je brevet wacht op jou.
next-brevet-button = Mijn brevet bekijken
next-renewal = Je brevet ({ $level }) is niet meer geldig. Vernieuw het met een opfristoets.
next-renewal-waiting = Je brevet ({ $level }) is niet meer geldig. Je kunt de opfristoets { $when } opnieuw proberen. Oefen intussen de vragen die nog niet volledig juist waren.
next-nothing = Je hoeft op dit moment niets te doen. Kom later terug voor nieuwe modules.
status-completed = Afgerond
status-in-progress = Bezig
status-not-started = Nog niet begonnen
status-by-brevet = Je bewijst dit met een geldig brevet van het basisniveau
status-needs-basic = Nog niet behaald
status-coming = Je kunt nog niet beginnen: we werken nog aan deze module
status-locked = Lezen kan al
level-lead = Elke module eindigt met een quiz. Je slaagt met { $mark } % of meer. Als je alle competenties hebt bewezen, krijg je je brevet.
level-time =
    { $hours ->
        [0] Alle modules samen duren minder dan een uur. Je hoeft ze niet in één keer te doen.
        [one] Alle modules samen duren ongeveer { $hours } uur. Je hoeft ze niet in één keer te doen.
       *[other] Alle modules samen duren ongeveer { $hours } uur. Je hoeft ze niet in één keer te doen.
    }
level-locked = Je hebt een geldig brevet van het basisniveau nodig om hier quizzen te maken. Lezen kun je alles al.
level-brevet-language = Je brevet komt in deze taal:
level-brevet-language-change = Kies de taal bij “Mijn account”
to-basic-level = Ga naar het basisniveau
level-done = Je hebt elke competentie van dit niveau bewezen. Proficiat!
level-done-next = Ga verder met het volgende niveau:
level-leads-to = Dit brevet geeft toegang tot het volgende niveau:
level-visitor = Je kunt alles lezen zonder account. Wil je de quizzen maken en je voortgang bewaren? Meld je dan aan.
next-live-session = Je hebt elke competentie van dit niveau bewezen. Het vraagt ook een live sessie: schrijf je in.
next-live-session-button = Bekijk de live sessies
next-seat = Je hebt elke competentie van dit niveau bewezen, en je hebt een plaats in de live sessie “{ $session }” { $when }. Neem eraan deel: meer is er niet te doen.
next-seat-over = De live sessie “{ $session }” is voorbij. Je hoeft niets te doen: er wordt nog genoteerd wie erbij was.
next-seat-button = Bekijk de sessie
level-live-sessions =
    Voor het brevet van dit niveau heb je ook { $asked } live { $asked ->
        [one] sessie
       *[other] sessies
    } met een lesgever nodig.
level-live-attended = Tot nu toe was je bij { $attended } aanwezig.
level-modules = Modules
about-minutes =
    { $minutes ->
        [one] ongeveer { $minutes } minuut
       *[other] ongeveer { $minutes } minuten
    }
about-hours =
    { $hours ->
        [one] ongeveer { $hours } uur
       *[other] ongeveer { $hours } uur
    }
time-left-module = Nog te doen in deze module: { $time }.
time-left-level = Nog te doen: { $time }, wanneer het jou past.
module-facts =
    { $lessons ->
        [one] { $lessons } les
       *[other] { $lessons } lessen
    } en een quiz met { $questions ->
        [one] { $questions } vraag
       *[other] { $questions } vragen
    }, samen ongeveer { $minutes ->
        [one] { $minutes } minuut
       *[other] { $minutes } minuten
    }.
module-goals = Wat je daarna kunt
module-lessons = Lessen
module-quiz = Quiz
module-quiz-text =
    { $questions ->
        [one] De quiz heeft { $questions } vraag. Slaag je niet, dan mag je het opnieuw proberen.
       *[other] De quiz heeft { $questions } vragen. Slaag je niet, dan mag je het opnieuw proberen.
    }
module-quiz-go-on = Ga verder met de quiz
to-the-quiz = Ga naar de quiz
lesson-number = Les { $number } van { $total }
lesson-is-read = Gelezen
lesson-is-read-line = Je hebt deze les gelezen.
lesson-read-next = Ik heb dit gelezen en ga verder
lesson-read-quiz = Ik heb dit gelezen en ga naar de quiz
lesson-next = Ga naar de volgende les
lesson-previous = Terug naar de vorige les
alert-note = Goed om te weten
alert-tip = Tip
alert-important = Belangrijk
alert-warning = Let op
practice-word = Oefening
practice-check = Controleer mijn antwoord
practice-go-on = Ga verder
practice-again = Probeer opnieuw
practice-repeat = Stel mij deze vraag later opnieuw
practice-repeat-kept = Deze vraag komt vanaf morgen terug.
practice-missing = Geef een antwoord. Daarna zie je of het juist is.
practice-unreached = We konden je antwoord niet controleren: er is geen verbinding. Probeer het straks opnieuw.
practice-counts-nowhere = Dit is een oefening. Je antwoord telt niet mee voor je resultaat en wordt niet bewaard.
practice-back = Terug naar de les
practice-situation = Oefengesprek
outcome-right = Juist
outcome-partly = Gedeeltelijk juist: { $points } van de punten
outcome-wrong = Nog niet juist
repeat-title = Herhalen
repeat-today-heading = Vandaag
repeat-nothing = Je hebt niets te herhalen.
repeat-today =
    { $count ->
        [one] Vandaag herhaal je één vraag.
       *[other] Vandaag herhaal je { $count } vragen.
    }
repeat-later =
    { $count ->
        [one] Vandaag heb je niets te herhalen. De volgende vraag komt terug op { $day }.
       *[other] Vandaag heb je niets te herhalen. De volgende { $count } vragen komen terug op { $day }.
    }
repeat-is-open = Je bent begonnen aan een ronde. Je antwoorden zijn bewaard.
repeat-empty = Vragen die je in een quiz niet helemaal juist had, komen hier vanzelf terug.
repeat-start = Begin een ronde
repeat-go-on = Ga verder met je ronde
repeat-another = Begin nog een ronde
repeat-ahead = Oefen nu al
repeat-ahead-text = Je kunt ze ook nu al oefenen. Een juist antwoord verandert dan niets aan de dag waarop een vraag terugkomt.
repeat-how-heading = Zo werkt het
repeat-how = Een vraag die je gemist hebt, komt de volgende dag terug. Antwoord je juist, dan komt ze na 3, 7, 14 en 30 dagen nog eens. Daarna ken je ze en laten we ze rusten. Antwoord je niet helemaal juist, dan komt ze morgen opnieuw. Een ronde heeft hoogstens tien vragen.
repeat-private = Herhalen telt niet mee voor je resultaat. Alleen jij ziet het.
repeat-link = Ga naar herhalen
repeat-due-today = vandaag
repeat-waiting = Vragen die terugkomen ({ $count })
repeat-resting = Vragen die rusten ({ $count })
repeat-put-away = Laat deze vraag rusten
repeat-again = Herhaal deze vraag opnieuw
repeat-then = Deze vraag komt terug op { $day }.
repeat-learned = Deze vraag komt niet meer terug.
repeat-next = Volgende vraag
repeat-end = Bekijk je ronde
repeat-round-title = Je ronde
repeat-round-right = { $right } van { $total } juist
repeat-round-unanswered = Je hebt in deze ronde nog geen vraag beantwoord. Zodra je er een beantwoordt, zie je hier hoe het ging.
repeat-round-gone = In deze ronde staat geen vraag meer open. Je liet ze rusten, of een quiz waaraan je begonnen bent, stelt ze nu.
repeat-round-answers = Wat je geantwoord hebt
repeat-from-result = Vragen die je niet helemaal juist had, komen de komende dagen terug bij
own-heading = Voor jezelf
bookmark-set = Zet een bladwijzer bij deze les
bookmark-is-set = Je hebt hier een bladwijzer.
bookmark-remove = Haal de bladwijzer weg
note-label = Mijn notitie bij deze les
note-hint = Alleen jij ziet dit. Schrijf geen namen of nummers van burgers op. Hoogstens { $most } tekens.
note-save = Bewaar mijn notitie
note-saved-at = Bewaard op { $day } om { $time }
note-not-saved = Nog niet bewaard. We blijven proberen; of druk op de knop.
note-title = Mijn notitie bij “{ $lesson }”
note-replaced = Op een ander toestel had je intussen iets anders geschreven ({ $day } om { $time }). Deze tekst komt in de plaats; de andere vind je bij “Mijn notities”.
note-replaced-here = Je notitie is bewaard. Op een ander toestel had je intussen iets anders geschreven. Dat is niet weg:
note-put-back = Zet deze tekst terug
note-forget = Verwijder deze tekst voorgoed
note-delete = Verwijder de notitie
note-deleted = De notitie is verwijderd. Je kunt ze terugzetten.
note-change = Wijzig de notitie
note-earlier =
    { $count ->
        [one] { $count } verwijderde of vervangen tekst
       *[other] { $count } verwijderde of vervangen teksten
    }
note-earlier-text = Je kunt een tekst { $days } dagen lang terugzetten. Per les bewaren we de laatste { $most }.
note-earlier-when = Geschreven op { $written }, weg sinds { $day } om { $time }
notes-title = Mijn notities
notes-link = Al mijn notities en bladwijzers
notes-lead = Hier staan je bladwijzers en notities, per module. Alleen jij ziet ze.
notes-empty = Je hebt er nog geen. Onderaan elke les kun je een bladwijzer zetten en een notitie schrijven.
notes-to-learning = Ga verder met leren
notes-download = Alles downloaden:
notes-markdown = als tekst (Markdown)
notes-json = voor programma’s (JSON)
notes-left = niet meer in de opleiding
notes-left-line = Deze les staat niet meer in de opleiding. Je notitie blijft hier staan zolang je wilt.
agenda-title = Mijn agenda
agenda-lead = Wat er wanneer komt. Niets ervan moet: je leert op je eigen tempo.
agenda-empty = Er staat niets gepland. Hier komen live sessies waarvoor je je inschrijft, vragen die je herhaalt, een quiz waar je mee bezig bent, en het vernieuwen van je brevet.
agenda-today = Vandaag
agenda-live = { $from } uur: live sessie “{ $title }”
agenda-live-waiting = { $from } uur: live sessie “{ $title }” (je staat op de wachtlijst)
agenda-live-cancelled = Geannuleerd: live sessie “{ $title }”
agenda-open-quiz = Je quiz van “{ $module }” wacht op je
agenda-practice =
    { $count ->
        [one] { $count } vraag om te herhalen
       *[other] { $count } vragen om te herhalen
    }
agenda-renewal-opens = Vanaf deze dag kun je je brevet vernieuwen ({ $level })
agenda-brevet-ends = Laatste dag van je brevet ({ $level })
agenda-file-heading = In je eigen agenda
agenda-file-text = Download de dagen als bestand (iCalendar) en open het in je agenda. Verandert er iets, download het dan opnieuw: dan worden dezelfde dagen bijgewerkt.
agenda-file = Download het agendabestand
agenda-calendar-name = Connectoo
agenda-digest-heading = Een e-mail per week
agenda-digest-on = Zolang je met een niveau bezig bent, sturen we je hoogstens één e-mail per week: wat er volgt en wat je herhaalt.
agenda-digest-off = Je krijgt geen wekelijkse e-mail over je opleiding.
agenda-digest-change = Verander dit bij “Mijn account”
digests-title = Geen wekelijkse e-mails meer?
digests-text = Druk op de knop. Dan sturen we je geen wekelijkse e-mail meer over je opleiding. Je voortgang blijft bewaard.
digests-button = Stuur me geen wekelijkse e-mails meer
digests-stopped-title = Je krijgt geen wekelijkse e-mails meer
digests-stopped-text = Bij “Mijn account” kun je ze weer aanzetten.
drawing-larger = Toon de tekening groot
card-heading = Op één blad
card-text = De kern van deze module, om af te drukken en aan de balie te houden.
card-link = Bekijk de overzichtskaart
card-title = { $module } – overzichtskaart
card-print = Druk deze kaart af via het menu van je browser (Ctrl+P, op een Mac ⌘+P). Ze past op één A4.
print-link = De hele module op één pagina, om af te drukken
print-title = { $module } – om af te drukken
print-how = Druk deze pagina af via het menu van je browser (Ctrl+P, op een Mac ⌘+P). Je kunt er ook een pdf van maken. De oefenvragen en de quiz worden niet afgedrukt.
print-terms = Woorden uit deze module
print-facts = Gegevens die kunnen veranderen
print-facts-text = Kijk op de datum. Is die al lang voorbij? Controleer het gegeven dan bij de bron.
print-fact = Gegeven
print-checked = Nagekeken op
print-source = Bron
print-edition = Editie { $edition }, gepubliceerd op { $day }.
glossary-title = Woordenlijst
glossary-lead = De woorden van de opleiding, uitgelegd in duidelijke taal.
glossary-letters = Ga naar een letter
glossary-empty = Hier staan nog geen woorden. Ze komen er samen met de eerste module van de opleiding.

## Placement test

placement-title = Instaptoets: { $level }
placement-lead = Ken je een deel van dit niveau al? Een korte toets zoekt uit welke lessen je mag overslaan.
placement-how-short = Per onderwerp stellen we { $least } tot { $most } vragen, de moeilijkere eerst. We stoppen zodra het duidelijk is.
placement-how-unknown = “Ik weet het niet” is hier een goed antwoord. Je verliest er niets mee: je leest dan gewoon de lessen.
placement-how-quiz = Het is geen examen. Ken je een onderwerp, dan mag je de lessen overslaan. De quiz maak je nog wel.
placement-how-stop = Er is geen tijdslimiet. We bewaren elk antwoord: je kunt stoppen en later verdergaan, ook op een ander toestel. Terugkeren naar een vraag kan niet.
placement-how-often = Je kunt deze toets hoogstens { $count } keer per dag beginnen. Je krijgt zo veel mogelijk andere vragen.
placement-how-private = Alleen jij ziet het resultaat.
placement-subjects = Waarover mogen we je vragen stellen?
placement-subjects-hint = Vink uit wat nieuw voor je is. Dan is de toets korter.
placement-all-proven = Je hebt alles van dit niveau al bewezen. Een instaptoets heeft dan geen zin meer.
placement-no-modules = Er zijn hier nog geen modules waarover een instaptoets vragen kan stellen. Kom later terug.
placement-to-level = Ga naar het niveau
placement-start = Start de instaptoets
placement-is-open = Je bent al begonnen aan deze toets. Je antwoorden zijn bewaard.
placement-go-on = Ga verder met de instaptoets
placement-waits = Je bent op één dag { $count } keer aan deze toets begonnen. Je kunt { $when } opnieuw beginnen. Je resultaten blijven, en intussen kun je lezen en quizzen maken.
placement-past = Je eerdere instaptoetsen
placement-past-line = Resultaat van { $day }
placement-number = Onderwerp { $place } van { $total }, vraag { $number } van hoogstens { $most }
placement-next = Volgende
placement-unknown = Ik weet het niet
placement-stop = Stop de toets
placement-missing = Geef een antwoord, of kies “Ik weet het niet”.
placement-elsewhere = Die vraag had al een antwoord, misschien van een ander toestel. Dat antwoord telt. We gaan hier verder.
placement-end-title = De toets stoppen?
placement-end-so-far =
    { $answered ->
        [one] Je hebt { $answered } vraag beantwoord.
       *[other] Je hebt { $answered } vragen beantwoord.
    } Over { $found } van { $total } { $total ->
        [one] onderwerp
       *[other] onderwerpen
    } is het al duidelijk.
placement-end-text = Je wilt later verdergaan? Dan hoef je hier niets te doen: alles is bewaard. Stop je de toets, dan blijft gelden wat al duidelijk is. Over de andere onderwerpen kunnen we nog niets zeggen.
placement-end-button = Stop en toon het resultaat
placement-end-back = Nee, ga verder
placement-again-title = Opnieuw beginnen
placement-again-text = Als je opnieuw begint, stopt deze toets. Wat al duidelijk is, blijft gelden tot een nieuwe toets iets anders zegt. Je krijgt zo veel mogelijk andere vragen.
placement-again-button = Stop deze toets en begin opnieuw
placement-result-title = Resultaat van je instaptoets
placement-result =
    { $count ->
        [0] We vonden geen lessen die je mag overslaan. Geen zorg: de lessen leggen alles uit.
        [one] Je mag de lessen van één module overslaan.
       *[other] Je mag de lessen van { $count } modules overslaan.
    }
placement-result-quiz = Je bewijst een competentie pas met de quiz. Die maak je nog, met andere vragen. De lessen mag je altijd lezen.
placement-by-subject = Per onderwerp
placement-proven = Dit ken je: je mag de lessen overslaan
placement-partly = Dit ken je voor een deel
placement-to-learn = Hier valt voor je iets te leren
placement-open-subject = Nog niet duidelijk
placement-why-proven =
    { $count ->
        [one] We stopten na één vraag: je antwoord toonde duidelijk dat je dit kent.
       *[other] We stopten na { $count } vragen: je antwoorden toonden duidelijk dat je dit kent.
    }
placement-why-to-learn =
    { $count ->
        [one] We stopten na één vraag: het was duidelijk dat de lessen je hier helpen.
       *[other] We stopten na { $count } vragen: het was duidelijk dat de lessen je hier helpen.
    }
placement-why-partly =
    { $count ->
        [one] We stopten na één vraag, het hoogste aantal. Het was nog niet duidelijk.
       *[other] We stopten na { $count } vragen, het hoogste aantal. Een deel weet je, maar het was niet duidelijk genoeg.
    }
placement-why-exhausted =
    { $count ->
        [one] We stopten na één vraag: de andere bewaren we voor je quiz. Het was nog niet duidelijk.
       *[other] We stopten na { $count } vragen: de andere bewaren we voor je quiz. Het was nog niet duidelijk.
    }
placement-why-not-asked = Over dit onderwerp stelden we nog geen vraag.
placement-why-stopped =
    { $count ->
        [one] Je stopte de toets na één vraag, voor het duidelijk was.
       *[other] Je stopte de toets na { $count } vragen, voor het duidelijk was.
    }
placement-lessons = Deze lessen leggen uit wat nog niet juist was:
placement-to-lessons = Ga naar de lessen
placement-trace = Wat we vroegen en wat jij antwoordde
placement-said-unknown = Je zei: ik weet het niet
placement-estimate = Na dit antwoord verwachtten we dat je van alle vragen over dit onderwerp { $share } juist zou hebben (tussen { $low } en { $high }).
placement-no-keys = De juiste antwoorden tonen we hier niet: die leer je in de lessen en na de quiz.
placement-offer-heading = Ken je al een deel?
placement-offer-text = Doe een korte instaptoets. Dan weet je welke lessen je mag overslaan. Je kunt ook gewoon met de eerste les beginnen.
placement-offer-button = Bekijk de instaptoets
placement-offer-decline = Nee, dank je
placement-quiet = Instaptoets: welke lessen mag ik overslaan?
placement-may-skip = Je mag de lessen overslaan en de quiz maken
placement-may-skip-module = Je instaptoets toonde dat je dit kent: je mag deze lessen overslaan.
placement-may-skip-heading = Lessen die je mag overslaan
placement-may-skip-learning = Je instaptoets toonde dat je deze modules kent. Ga meteen naar hun quiz:

## Searching
search-title = Zoeken
search-title-asked = { $asked }: zoeken
search-label = Wat zoek je?
search-button = Zoeken
search-hint = Typ een of meer woorden, bijvoorbeeld itsme of aangifte. We zoeken in de lessen, de modules en de woordenlijst.
search-count =
    { $count ->
        [one] { $count } plaats gevonden
       *[other] { $count } plaatsen gevonden
    }
search-cut = Dit zijn de { $count } die het best passen. Voeg een woord toe om er minder te zien.
search-near = Geen plaats heeft precies “{ $asked }”
search-near-count =
    { $count ->
        [one] Bedoelde je “{ $near }”? Deze plaats komt in de buurt.
       *[other] Bedoelde je “{ $near }”? Deze { $count } plaatsen komen in de buurt.
    }
search-near-link = Zoek “{ $near }”
search-nothing = Geen les en geen term bevat al deze woorden. Probeer minder woorden, of een ander woord.
search-all-modules = Alle modules
search-lesson = Les in “{ $module }”
search-module = Module
search-term = Woordenlijst

## Quizzes

quiz-title = Quiz: { $module }
quiz-locked = Je hebt een geldig brevet van het basisniveau nodig voor je deze quiz kunt maken. Rond eerst het basisniveau af.
quiz-questions =
    { $count ->
        [one] { $count } vraag, willekeurig gekozen uit een grotere reeks.
       *[other] { $count } vragen, één per pagina, willekeurig gekozen uit een grotere reeks.
    }
quiz-pass-mark = Je slaagt met { $mark } % of meer.
quiz-no-hurry = Er is geen tijdslimiet. Elk antwoord wordt bewaard: je kunt dus stoppen en later verdergaan.
quiz-time-limit =
    { $minutes ->
        [one] Je hebt { $minutes } minuut. De tijd begint als je de quiz start, en loopt door als je de pagina verlaat.
       *[other] Je hebt { $minutes } minuten. De tijd begint als je de quiz start, en loopt door als je de pagina verlaat.
    }
quiz-time-saved = Elk antwoord wordt bewaard. Is de tijd om, dan telt wat bewaard is.
quiz-time-granted = Je krijgt meer tijd dan gewoonlijk, zoals met je is afgesproken.
quiz-time-more = Heb je meer tijd of pauzes nodig? Vraag het aan een beheerder voor je begint. Je hoeft niet te zeggen waarom.
granted-breaks =
    { $minutes ->
        [one] In totaal { $minutes } minuut pauze per quiz met tijdslimiet. De tijd staat dan stil.
       *[other] In totaal { $minutes } minuten pauze per quiz met tijdslimiet. De tijd staat dan stil.
    }
granted-no-waits = Geen wachttijd na een poging die niet slaagt.
granted-nothing = Er is niets afgesproken: de gewone regels gelden.
extra-time-none = De gewone tijd
extra-time-percent = { $percent } % meer tijd voor een quiz met tijdslimiet.
extra-time-double = Dubbel zoveel tijd voor een quiz met tijdslimiet.
extra-time-unlimited = Geen tijdslimiet, in geen enkele quiz.
clock-minutes = Resterende tijd: { $minutes } min. (tot { $until })
clock-last = Resterende tijd: minder dan 1 minuut (tot { $until })
clock-over = De tijd is om. Wat bewaard is, telt.
break-left =
    { $minutes ->
        [one] Neem pauze (nog { $minutes } minuut)
       *[other] Neem pauze (nog { $minutes } minuten)
    }
break-title = Pauze
break-until = De tijd staat stil tot { $time }, of tot je verdergaat. Daarna loopt ze vanzelf door.
break-then =
    { $minutes ->
        [one] Daarna heb je nog { $minutes } minuut voor de quiz.
       *[other] Daarna heb je nog { $minutes } minuten voor de quiz.
    }
break-safe = Je antwoorden zijn bewaard. De vragen zie je weer als je verdergaat.
break-end-button = Ga verder met de vragen
quiz-again = Niet geslaagd? Je kunt het opnieuw proberen. Je krijgt dan niet allemaal dezelfde vragen.
quiz-start-button = Start de quiz
quiz-go-on-button = Ga verder met de quiz
quiz-past = Mijn vorige pogingen
quiz-past-date = Datum
quiz-past-score = Score
quiz-past-outcome = Resultaat
outcome-passed = Geslaagd
outcome-not-yet = Nog niet geslaagd
quiz-waits =
    { $free ->
        [one] Na elke poging die niet slaagt, is er een wachttijd die langer wordt: { $waits }. Zo heb je tijd om opnieuw te lezen.
       *[other] Je mag { $free } keer na elkaar proberen zonder te wachten. Daarna is er een wachttijd die langer wordt: { $waits }. Zo heb je tijd om opnieuw te lezen.
    }
duration-minutes =
    { $count ->
        [one] { $count } minuut
       *[other] { $count } minuten
    }
duration-hours = { $count } uur
duration-days =
    { $count ->
        [one] { $count } dag
       *[other] { $count } dagen
    }
when-today = vandaag om { $time }
when-tomorrow = morgen om { $time }
when-on = op { $day } om { $time }
wait-until = Je kunt { $when } een nieuwe poging starten.
wait-meanwhile = Wat je intussen kunt doen
wait-read = Lees deze lessen opnieuw en maak de oefeningen erin. Ze gaan over wat nog niet juist was.
quiz-past-module = Module
outcome-open = Nog bezig
history-title = Je pogingen: { $module }
history-link = Bekijk al mijn pogingen
history-lead = Kies een poging om je antwoorden te zien, met uitleg bij elke vraag.
history-none = Je hebt hier nog geen quiz gemaakt. Wat je maakt, vind je hier terug.
history-earlier = Vroegere pogingen
question-number = Vraag { $number } van { $total }
rule-single-choice = Kies één antwoord. Je krijgt alle punten of geen.
rule-multiple-choice = Kies alle juiste antwoorden. Elke foute keuze trekt een juiste af, maar minder dan nul krijg je nooit.
rule-ordering = Geef elke stap een plaats, met 1 voor de eerste. Elke stap op de juiste plaats telt.
rule-matching = Kies wat bij elkaar hoort. Elk juist paar telt.
rule-numeric = Vul een getal in met cijfers, zonder eenheid. Je krijgt alle punten of geen.
rule-numeric-tolerance = Vul een getal in met cijfers, zonder eenheid. Je krijgt alle punten of geen; tot { $tolerance } meer of minder telt als juist.
rule-scenario = Kies stap voor stap wat je zegt of doet. Hoe beter je keuzes, hoe hoger je score.
rule-scenario-counts = Kies stap voor stap wat je zegt of doet. Hoe beter je keuzes, hoe hoger je score. In de quiz kun je geen stap terug, net als in een echt gesprek. Kies dus eerst en druk dan op “Bewaren en verdergaan”.
choose-place = Kies een plaats
choose-pair = Kies wat erbij hoort
scenario-you = Jij:
scenario-citizen = Burger:
scenario-best = Goed gekozen.
scenario-better = Het kan beter.
scenario-choose = Wat zeg of doe je?
screen-choose = Wat kies je op het scherm?
screen-invented = Nagebootst scherm. Geen echte dienst.
screen-or = Of doe iets anders:
screen-empty = (leeg)
scenario-end = Dit is het einde van de situatie. Je keuzes zijn bewaard.
scenario-again = Begin de situatie opnieuw
scenario-walked = Zo deed jij het
scenario-left = Hier ben je gestopt. De situatie ging nog verder.
scenario-unanswered = Je hebt deze situatie niet beantwoord. Hieronder zie je wat de beste weg was.
scenario-best-way = De beste weg, van begin tot eind
scenario-better-choice = Beter:
scenario-why = Waarom:
scenario-points =
    { $points ->
        [one] { $points } punt
       *[other] { $points } punten
    }
scenario-best-points =
    { $points ->
        [one] Samen { $points } punt: de volle score.
       *[other] Samen { $points } punten: de volle score.
    }
scenario-screen = Op het scherm: { $title }
save-and-continue = Bewaren en verdergaan
saved-at = Bewaard om { $time }
not-saved-yet = Nog niet bewaard. We blijven proberen; je antwoord blijft hier staan.
step-not-saved = Niet bewaard: er is geen verbinding. Druk nog eens op de knop.
answer-pending = Nog niet bewaard.
answer-ended = Nog niet bewaard: je sessie is afgelopen. Je antwoord blijft hier staan. Druk op “Bewaren en verdergaan” om je opnieuw aan te melden.
answer-none = Nog geen antwoord.
answer-withdrawn = Je antwoord is verwijderd
answer-not-saved = Nog niet bewaard. { $why }
answer-before-counts = Tot dan telt je antwoord van { $time }.
answer-replaced = In een ander venster of op een ander toestel gaf je om { $time } een ander antwoord. Het antwoord van nu telt.
answer-replaced-on = Vraag { $number } was ook in een ander venster of op een ander toestel beantwoord. Het antwoord dat je net gaf, telt.
answer-kept = Deze browser bewaarde een ander antwoord van jou op deze vraag. Intussen is er een nieuw antwoord bewaard, misschien vanaf een ander toestel. Dat staat hieronder ingevuld. Welk antwoord telt?
answer-kept-here = Wat deze browser bewaarde:
answer-kept-use = Gebruik het antwoord uit deze browser
answer-kept-drop = Behoud het antwoord hieronder
kept-answers-question = Vraag { $number }
kept-answers-sent = Bewaard: wat deze browser nog bijhield van vraag { $numbers }.
kept-answers-ended = Nog niet bewaard: je sessie is afgelopen. Volg de link om je opnieuw aan te melden.
kept-answers-asks = Intussen is er een ander antwoord bewaard. Volg de link en zeg welk antwoord telt.
kept-answers-lead = Deze antwoorden staan alleen in deze browser. Zolang ze niet bewaard zijn, tellen ze niet:
kept-answers-without = Dien je nu in, dan tellen deze antwoorden niet. Open eerst de vragen hierboven, of dien in zonder deze antwoorden.
kept-answers-without-button = Indienen zonder deze antwoorden
skip = Voorlopig overslaan
check-title = Kijk je antwoorden na
check-unanswered =
    { $count ->
        [one] { $count } vraag heeft nog geen antwoord. Een vraag zonder antwoord levert geen punten op.
       *[other] { $count } vragen hebben nog geen antwoord. Een vraag zonder antwoord levert geen punten op.
    }
check-all-answered = Je hebt alle vragen beantwoord.
check-may-change = Je kunt je antwoorden nog wijzigen.
check-steps-stay = De stappen die je in een situatie nam, blijven staan.
check-begun-count =
    { $count ->
        [one] { $count } vraag is begonnen, maar niet af. Wat daarvan bewaard is, telt.
       *[other] { $count } vragen zijn begonnen, maar niet af. Wat daarvan bewaard is, telt.
    }
check-begun = Begonnen – wat bewaard is, telt
check-ended = Afgerond
check-show = Toon je antwoord
check-not-answered = Nog niet beantwoord
check-change = Wijzigen
check-answer = Beantwoorden
check-go-on = Aanvullen
check-view = Bekijken
check-which = (vraag { $number })
check-submit-heading = Dien je antwoorden in
check-submit-text = Daarna kun je je antwoorden niet meer wijzigen. Je ziet meteen je resultaat.
check-submit-button = Mijn antwoorden indienen en het resultaat zien
check-over-button = Mijn resultaat zien
result-passed = Je bent geslaagd
result-not-yet = Nog niet geslaagd
result-score = Je score: { $score }
result-pass-mark = Je slaagt met { $mark } % of meer.
result-next = Wat je nu kunt doen
result-passed-text = Je hebt deze competentie bewezen. Bekijk wat er nu komt.
result-passed-button = Naar mijn opleiding
result-brevet = Gefeliciteerd! Met deze quiz heb je alle competenties van het niveau bewezen. We maken je brevet.
result-brevet-button = Mijn brevet bekijken
result-not-yet-text = Kijk hieronder wat er misging en lees de lessen opnieuw. Probeer daarna nog een keer: je krijgt niet allemaal dezelfde vragen.
result-read-again = Lees de lessen opnieuw
result-again-button = Start een nieuwe poging
result-answers = Je antwoorden, met uitleg
result-full = Volledig juist
result-points = Score voor deze vraag: { $points }
result-time-over = De tijd was om { $time } voorbij. Wat bewaard was, telt: { $saved } van de { $total } vragen hadden een antwoord.
result-late = Het antwoord dat je net verstuurde, kwam te laat en telt niet mee.
result-given = Je antwoord: { $answer }
result-expected = Juist antwoord: { $answer }
result-tolerance = Ook tot { $tolerance } meer of minder telde als juist.
result-read = Lees meer in de les:
refresher-title = Opfristoets: { $level }
refresher-questions = De opfristoets heeft { $count } vragen, verdeeld over de modules van het niveau.
refresher-renews-until = Als je vandaag slaagt, is je nieuwe brevet geldig tot en met { $day }.
refresher-renews-for-good = Als je slaagt, krijg je een nieuw brevet zonder einddatum.
refresher-start-button = Begin de opfristoets
refresher-go-on-button = Ga verder met de opfristoets
refresher-renewed = Je brevet is vernieuwd: gefeliciteerd! Het nieuwe wordt nu gemaakt en je krijgt een e-mail als het klaar is. Je vorige brevet blijft wat het is tot en met zijn laatste dag.
refresher-not-renewed = Je bent geslaagd, maar je brevet kon op dat moment niet vernieuwd worden. Bij “Mijn brevetten” zie je waarom en wat je kunt doen.
refresher-not-yet = Kijk hieronder wat er misliep en lees die lessen opnieuw. Probeer het daarna nog eens: je krijgt niet allemaal dezelfde vragen. Je brevet verandert intussen niet.
renewal-heading = Geldigheid van je brevetten
renewal-valid-until = Geldig tot en met { $day }.
renewal-ended-on = Was geldig tot en met { $day }.
renewal-from = Je kunt het vernieuwen vanaf { $day }.
renewal-open = Je kunt het nu vernieuwen met een korte opfristoets van { $count } vragen.
renewal-late = Het is lang geleden afgelopen. Je kunt het vernieuwen met een langere opfristoets van { $count } vragen.
renewal-locked = Om dit brevet te vernieuwen heb je een geldig brevet ({ $level }) nodig. Vernieuw dat eerst.
renewal-incomplete = Het niveau heeft nieuwe modules. Slaag eerst voor hun quizzen; daarna kun je dit brevet vernieuwen.
renewal-button = Vernieuwen
reminders-title = Geen herinneringen meer?
reminders-text = Met deze knop krijg je geen e-mails meer die je eraan herinneren dat een brevet afloopt. Andere e-mails blijven komen.
reminders-button = Stuur mij geen herinneringen meer
reminders-stopped-title = Je krijgt geen herinneringen meer
reminders-stopped-text = Wil je ze later toch weer? Dat kan op de pagina van je account.
verdict-right = Juist
verdict-wrong = Niet juist
verdict-missed = Niet gekozen, was juist
verdict-unanswered = Niet beantwoord

## Live sessions

live-title = Live sessies
live-lead = In een live sessie oefen je met een lesgever en met anderen, op een plaats of online.
live-notice = Je kunt in een live sessie oefenen met een lesgever.
live-notice-asked = { $level }: je hebt ook live sessies met een lesgever nodig ({ $count }). Schrijf je op tijd in.
live-see = Bekijk de sessies en schrijf je in
live-own = Mijn sessies
live-own-none = Je bent voor geen komende sessie ingeschreven.
live-own-choose = Kies er hieronder een.
live-coming = Andere komende sessies
live-coming-none = Er is nu geen andere sessie gepland. Nieuwe verschijnen op deze pagina; we sturen er geen e-mail over.
live-coming-none-link = Ga verder met leren
live-given = Sessies die ik leid
live-given-none = Er is geen sessie gepland. Plan de eerste.
live-past = Mijn voorbije sessies
live-when = { $day }, { $from }–{ $until } uur
live-online = Online
live-cancelled = Geannuleerd
live-cancelled-why = Deze sessie is geannuleerd. De reden: { $why }
live-was-present = Je was er
live-was-absent = Je was er niet
live-seated = Je hebt een plaats
live-no-seat = Geen plaats gekregen
live-waiting = Op de wachtlijst
live-closed = Inschrijving gesloten
live-over = Voorbij
live-full = Volzet
live-full-line = Volzet: wachtlijst
live-free =
    Nog { $count } { $count ->
        [one] plaats
       *[other] plaatsen
    }
live-register = Schrijf me in
live-line-up = Zet me op de wachtlijst
live-locked = Om je hier in te schrijven heb je eerst een geldig brevet van dit niveau nodig: { $level }. Behaal het en kom dan terug.
live-locked-link = Ga naar “{ $level }”
live-locked-short = Je hebt eerst een brevet nodig: { $level }
live-full-told = Alle plaatsen zijn bezet en ook de wachtlijst is vol. Kies een andere sessie, of kijk later opnieuw: er kan een plaats vrijkomen.
live-done-registered = Je bent ingeschreven en hebt een plaats.
live-done-waiting = De sessie is volzet. Je staat op de wachtlijst; we schrijven je als er een plaats vrijkomt.
live-done-withdrawn = Je bent niet meer ingeschreven.
live-done-planned = De sessie is gepland. Je kunt je er nu voor inschrijven.
live-done-changed = Je aanpassingen zijn bewaard.
live-done-recorded = De aanwezigheden zijn bewaard.
live-told-seated = Je hebt een plaats in deze sessie.
live-told-waiting = Je staat op nummer { $place } van de wachtlijst. Als er een plaats voor je vrijkomt, schrijven we je.
live-told-present = Je was op deze sessie, en dat is genoteerd. Bedankt om deel te nemen.
live-told-present-counts = Je was op deze sessie. Ze telt mee voor je niveau.
live-told-absent = Je staat als afwezig genoteerd. Klopt dat niet? Zeg het aan de lesgever.
live-told-over = Deze sessie is voorbij. Het is nog niet genoteerd of je er was.
live-told-no-seat = De inschrijving is gesloten, en je hebt geen plaats gekregen.
live-fact-when = Wanneer
live-fact-place = Waar
live-fact-link = Link om deel te nemen
live-fact-level = Niveau
live-fact-language = Taal van de sessie
live-fact-seats = Plaatsen
live-seats = { $free } van { $capacity } vrij
live-seats-taken = { $taken } van { $capacity } bezet
live-fact-line = Wachtlijst
live-line = { $waiting } van hoogstens { $most } mensen
live-fact-closes = Inschrijven vóór
live-fact-trainer = Lesgever
live-calendar = Download voor je agenda (iCalendar)
live-withdraw = Schrijf me uit
live-withdraw-title = Je uitschrijven voor deze sessie?
live-withdraw-seat = Je geeft je plaats terug. Zolang de inschrijving open is, gaat ze naar de eerste van de wachtlijst; zelf moet je achteraan aansluiten.
live-withdraw-line = Je verliest je plaats op de wachtlijst.
live-keep = Nee, laat het zo
live-run = Voor wie ze leidt
live-registered = Wie is ingeschreven
live-plan-title = Plan een sessie
live-change-title = Pas de sessie aan
live-change-lead = Als het uur, de plaats of de link verandert, schrijven we iedereen die ingeschreven is.
live-field-title = Titel
live-field-title-hint = In de taal van de sessie, hoogstens 120 tekens.
live-field-starts = Begin
live-field-ends = Einde
live-field-moment-hint = Belgische tijd.
live-field-closes = De inschrijving sluit
live-field-closes-hint = Een moment dat nog moet komen, ten laatste het begin. Als je dit leeg laat, kun je je inschrijven tot het begin.
live-field-place = Plaats
live-field-place-hint = Adres en zaal, hoogstens 200 tekens. Laat dit leeg als de sessie alleen online is.
live-field-link = Link
live-field-link-hint = Het https-adres van de online vergadering. Alleen wie een plaats heeft, ziet het.
live-field-capacity = Aantal plaatsen
live-field-capacity-hint = Van 1 tot { $most }. Er kunnen evenveel mensen op de wachtlijst: minstens 10 en hoogstens 100.
live-field-trainer = E-mailadres van de lesgever
live-field-trainer-hint = Laat dit leeg om de lesgever te behouden, of om een nieuwe sessie zelf te geven.
live-save = Bewaar
live-cancel-title = Annuleer de sessie
live-cancel-happens = De sessie gaat niet door. Aantal ingeschreven mensen: { $count }. We schrijven hen allemaal, met je reden. Dit kun je niet ongedaan maken.
live-cancel-why = Waarom wordt ze geannuleerd?
live-cancel-why-hint = Iedereen die ingeschreven is, leest dit. Hoogstens 500 tekens.
live-cancel-button = Annuleer definitief
live-attendance-title = Noteer wie er was
live-present = Wie was er?
live-present-hint = Vink iedereen aan die er was; alle anderen met een plaats worden als afwezig genoteerd. Je kunt dit verbeteren tot { $until }.
live-present-brevet = Een uitgereikt brevet blijft: alleen een beheerder kan het intrekken.
live-present-save = Bewaar de aanwezigheden
live-attended = Aanwezig: { $present }. Afwezig: { $absent }.
live-recorded-present = aanwezig (genoteerd op { $at })
live-recorded-absent = afwezig (genoteerd op { $at })
live-nobody = Nog niemand is ingeschreven.
live-not-recordable = Je kunt noteren wie er was vanaf het begin van de sessie tot 14 dagen na het einde, behalve als ze geannuleerd is.

## Brevets

brevets-title = Mijn brevetten
brevets-empty = Je hebt nog geen brevet. Je krijgt er een als je alle competenties van een niveau hebt bewezen.
brevets-empty-button = Ga verder met leren
brevets-waiting = Je brevet wordt verzegeld. Dat duurt enkele seconden. Je krijgt ook een e-mail als het klaar is.
brevets-waiting-long = Het verzegelen van je brevet duurt langer dan gewoonlijk: een dienst die daarvoor nodig is, antwoordt niet. Je hoeft niets te doen en er gaat niets verloren: het brevet is van jou, en we proberen het verzegelen telkens opnieuw. Je krijgt een e-mail zodra het klaar is.
brevets-refresh = Vernieuw deze pagina
brevet-heading = Brevet: { $level }
brevet-valid = Geldig
brevet-expired = Vervallen
brevet-revoked = Ingetrokken
brevet-replaced = Vervangen
brevet-waits-for-seal = Dit brevet wacht nog op zijn zegel. Zodra het verzegeld is, kun je het hier downloaden.
brevet-being-sealed = Dit brevet wordt verzegeld. Je kunt het zo meteen downloaden.
brevet-download = Download het brevet (pdf)
brevet-public-page = Bekijk wat anderen zien als ze het controleren
badge-heading = Digitale badge
badge-text = Hetzelfde brevet als Open Badge 3.0, voor je digitale portefeuille of onlineprofiel. Wie het nummer van je brevet heeft, kan deze badge ook ophalen.
badge-download = De badge downloaden (JWT-bestand)
badge-pdf = De pdf met de badge erin downloaden
badge-file-title = Je pdf wordt gemaakt
badge-file-ready-title = Je pdf is klaar
badge-file-waiting = De pdf met je badge wordt verzegeld. Dat duurt meestal enkele seconden.
badge-file-looks = Deze pagina kijkt een minuut lang zelf om de tien seconden of hij klaar is.
badge-file-look = Nu kijken
badge-file-stop = Niet meer zelf kijken
badge-file-long = Het verzegelen duurt langer dan gewoonlijk: een dienst die daarvoor nodig is, antwoordt nu niet. Er gaat niets verloren. De pdf wordt gemaakt zodra het kan; kom later terug. Je brevet zonder badge kun je nu al downloaden.
badge-name = Connectoobrevet – { $level }
badge-description = De houder is digitale helper: iemand die aan een loket burgers helpt om onlinediensten van de overheid te bereiken.
badge-criteria = De houder heeft elk van deze competenties bewezen in een quiz:
fact-holder = Naam
fact-level = Niveau
fact-number = Nummer
fact-issued-on = Uitgereikt op
fact-valid-until = Geldig tot en met
fact-no-end = Geen einddatum
fact-issuer = Uitgereikt door
fact-competencies = Bewezen competenties
fact-in-brevet-language = in de taal van het brevet
fact-address = Adres om het te controleren
fact-state = Toestand
kin-replaced-by = Vervangen door
kin-replaces = Vervangt
kin-renewed-by = Vernieuwd door
kin-renews = Vernieuwt
revoked-issued-in-error = Bij vergissing uitgereikt
revoked-rules-broken = Niet volgens de regels van het programma behaald of gebruikt
revoked-holder-asked = Op vraag van de houder
revoked-other = Een andere reden, die het programma kent

## Verification

verify-title = Controleer een brevet
verify-lead = Ga hier na of een brevet echt en geldig is. Je hebt geen account nodig.
verify-number = Nummer van het brevet
verify-number-hint = 16 letters en cijfers. Spaties en streepjes mag je weglaten. Het adres op het brevet mag ook.
verify-button = Controleren
verify-by-number = Met het nummer
verify-by-file = Met het bestand
verify-file = Het brevet als pdf
verify-file-hint = Zo weet je ook of het bestand zelf ongewijzigd is. Hoogstens 4 MB. We bewaren het niet.
verify-file-button = Controleer het bestand
verify-by-list = Veel brevetten tegelijk
verify-by-list-text = Heb je een lijst, bijvoorbeeld uit een personeelsdienst? Controleer ze in één keer:
list-title = Controleer een lijst van brevetten
list-lead = Controleer tot 10 000 brevetten tegelijk, met of zonder de namen van de houders.
list-file = Een bestand
list-file-hint = CSV of XLSX, hoogstens 4 MB. Zet de nummers in een kolom en de namen in een andere. Een kopregel mag.
list-paste = Of plak de lijst hier
list-paste-hint = Een brevet per regel: het nummer of het adres op het brevet, en als je wilt de naam erachter.
list-button = Controleer de lijst
list-privacy = We bewaren de lijst en het resultaat één dag. Alleen wie het adres van de resultaatpagina kent, kan ze zien.
upload-progress = Hoe ver het bestand is verstuurd
upload-sent = { $percent } % verstuurd
upload-checking = Het bestand is er en wordt gecontroleerd.
upload-stop = Stoppen
upload-stopped = Je bent gestopt. Er is niets verstuurd.
upload-failed = Het bestand is niet verstuurd. Kijk na of je verbinding hebt en of het bestand hoogstens 4 MB groot is, en probeer opnieuw.
list-running = De lijst wordt gecontroleerd
list-done = De lijst is gecontroleerd
list-progress = { $checked } van { $total } regels gecontroleerd.
list-until = Je kunt dit resultaat bekijken tot { $date } om { $time }.
list-csv = Download het resultaat (CSV)
list-lines = Regel per regel
list-given = Opgegeven nummer
list-given-name = Opgegeven naam
list-name-matches = Naam klopt
list-name-same = Ja
list-name-other = Nee, op het brevet staat een andere naam
list-other-names = Met een andere naam
list-unknown = Onbekend nummer
list-mistyped = Typfout in het nummer
list-waiting = Nog niet gecontroleerd
list-since = Ingetrokken of vervangen op
list-since-day = Sinds { $date }.
list-reason = Reden
list-pages = Bladzijden
list-before = Vorige regels
list-next = Volgende regels
verify-how = Hoe werkt het?
verify-how-number = Het nummer staat op het brevet. Typ het hierboven.
verify-how-qr = Of scan de QR-code op het brevet: die opent meteen de juiste pagina.
verify-how-compare = Vergelijk daarna het brevet met wat je hier ziet. Alleen wat hier staat, telt.
verify-offline = Hoe controleer je een bestand zonder ons?
verify-offline-text = Het zegel in het pdf-bestand bewijst zelf dat er sinds het verzegelen niets is veranderd. Je hebt het bestand nodig en de certificaten van onze zegels.
verify-offline-reader = Voeg de certificaten toe aan een pdf-lezer die handtekeningen toont, en open het brevet. De lezer moet zeggen dat de handtekening geldig is en het hele document omvat.
verify-offline-command = Voor veel bestanden tegelijk is er een opdracht van ons programma:
verify-offline-limit = Een zegel zegt niet of een brevet later is ingetrokken. Dat weet alleen het register: controleer het nummer hier zodra het kan.
verify-offline-certificates = Download de certificaten van onze zegels (PEM-bestand)
verify-valid = Dit brevet is geldig
verify-valid-text = Het programma heeft dit brevet uitgereikt. Het is vandaag geldig.
verify-expired = Dit brevet is vervallen
verify-expired-text = Dit brevet werd uitgereikt door het programma, maar was geldig tot en met { $date }.
verify-revoked = Dit brevet is ingetrokken
verify-revoked-text = Het programma heeft dit brevet ingetrokken op { $date }. Sindsdien is het niet meer geldig.
verify-reason = Reden: { $reason }.
verify-replaced = Dit brevet is vervangen
verify-replaced-text = Op { $date } kwam er een nieuw brevet met een verbeterde naam in de plaats. Alleen het nieuwe telt: vraag ernaar.
verify-file-original = Dit bestand is precies het bestand dat werd uitgereikt.
verify-altered = Dit bestand is gewijzigd
verify-altered-text = Het komt van een brevet van ons, maar het is niet het bestand dat we uitreikten. Vertrouw niet wat erin staat.
verify-altered-original = Hieronder staat het echte brevet, uit ons register. Vraag de houder om het bestand opnieuw te downloaden.
verify-original-state = Wat het register over het echte brevet zegt: { $state }.
verify-elsewhere = Ons zegel, maar niet in dit register
verify-elsewhere-text = Het zegel van dit bestand is echt, maar dit register kent het bestand niet. Het kan van een proefomgeving komen. Neem het niet aan als geldig.
verify-file-unknown = Dit bestand is onbekend
verify-file-unknown-text = Het is geen bestand dat wij uitreikten. Een scan, een afdruk naar pdf of een brevet van een ander programma is ons altijd onbekend.
verify-file-encrypted = Het is met een wachtwoord beveiligd. Onze brevetten zijn dat nooit.
verify-file-next = Staat er een nummer of een QR-code op? Controleer het brevet dan daarmee.
verify-picture = Toon hoe het echte brevet eruitziet (afbeelding, ongeveer 0,5 MB)
verify-picture-alt = Het brevet van { $holder } met nummer { $number }, zoals het werd uitgereikt. Alles wat erop staat, staat ook in de lijst hierboven.
verify-demonstration = Op dit brevet staat dat zijn zegel een demonstratie is en geen officiële waarde heeft.
verify-looked-up = Opgezocht in het register op { $date } om { $time }.
verify-unknown = Dit nummer is onbekend
verify-mistyped = Er staat een typfout in dit nummer
verify-asked = Het nummer dat je hebt opgevraagd:
verify-facts = Wat er in het register staat
verify-compare = Heb je het brevet voor je? Vergelijk elke regel ermee. Is er iets anders, vertrouw het papier dan niet: alleen wat hier staat, telt.
verify-another = Controleer een ander brevet
verify-how-statement = Is het register onbereikbaar? Controleer de handtekening in de QR-code
statement-title = De QR-code controleren zonder het register
statement-lead = De QR-code op een brevet bevat een ondertekende verklaring. Je kunt de handtekening hier controleren, ook als het register van de brevetten niet bereikbaar is.
statement-out-of-reach = Het register is nu niet bereikbaar
statement-out-of-reach-text = We kunnen nu niet zeggen of dit brevet geldig is. Probeer het over enkele minuten opnieuw. Intussen kun je de ondertekende verklaring in de QR-code controleren: scan de code, kopieer het volledige adres dat je krijgt en plak het hier.
statement-address = Adres uit de QR-code
statement-address-hint = Het volledige adres, met alles wat na het teken # komt.
statement-name = Naam op het brevet (niet verplicht)
statement-name-hint = We vergelijken de naam met de verklaring. We bewaren hem niet.
statement-button = Verklaring controleren
statement-genuine = Deze verklaring is echt
statement-genuine-text = Het programma heeft deze verklaring ondertekend toen het brevet werd uitgereikt. Ze zegt niet of het brevet vandaag nog geldig is.
statement-over = De laatste dag van de geldigheid is voorbij.
statement-name-same = De naam die je invulde, is de naam van de houder.
statement-name-other = De naam die je invulde, is niet de naam van de houder. Kijk na of je hem juist schreef. Als hij juist is, vertrouw dit brevet dan niet.
statement-name-not-asked = Je vulde geen naam in, dus konden we die niet vergelijken.
statement-name-below = Wil je ook de naam vergelijken? Vul hem hieronder in en druk op de knop.
statement-facts = Wat de verklaring zegt
statement-unread = Er is geen verklaring die we kunnen lezen
statement-not-ours = Dit is geen verklaring van het programma
statement-absent = Wat je invulde, bevat geen ondertekende verklaring. Oudere brevetten hebben er geen. Kopieer het volledige adres uit de QR-code, met alles wat na het teken # komt.
statement-damaged = De verklaring is niet volledig of bevat een typfout. Scan de QR-code opnieuw en kopieer het volledige adres.
statement-unknown-key = Ze is ondertekend met een sleutel die niet van ons is. Vertrouw dit brevet niet voordat je het nummer in het register hebt gecontroleerd.
statement-forged = Het nummer of de verklaring werd gewijzigd: de handtekening klopt niet. Vertrouw dit brevet niet voordat je het nummer in het register hebt gecontroleerd.
statement-script-refused = De verklaring in dit adres is niet volledig, werd gewijzigd of is niet door ons ondertekend. Scan de QR-code opnieuw. Vertrouw dit brevet niet voordat je het nummer in het register hebt gecontroleerd.
statement-what = Wat bewijst dit?
statement-proves = Het bewijst dat het programma een brevet met dit nummer, dit niveau en deze datums heeft uitgereikt aan de persoon met deze naam.
statement-proves-not-state = Het bewijst niet dat het brevet nog geldig is: het kan intussen ingetrokken of vervangen zijn. Alleen het register weet dat.
statement-proves-not-paper = Het bewijst niet dat de rest van het papier ongewijzigd is, en ook niet dat de persoon die voor je staat, de houder is.

## Home page

home-title = Help mensen online hun weg te vinden
home-lead = Connectoo leidt je op tot digitale helper: iemand aan het loket die mensen helpt om de onlinediensten van de overheid te gebruiken.
home-register = Registreer je en begin
home-go-on = Naar mijn opleiding
home-figure-modules =
    { $count ->
        [one] module in het basisniveau
       *[other] modules in het basisniveau
    }
home-figure-hours = uur leren, op je eigen tempo
home-figure-languages = talen
home-what = Wat is Connectoo?
home-what-text = Niet iedereen kan online een belastingaangifte indienen, officiële brieven lezen of een afspraak maken. Connectoo leert je hoe je mensen daarbij helpt: met geduld, met respect en zo dat ze er zelf van leren.
home-for-whom = Voor wie is het?
home-for-whom-text = Voor iedereen die bij een openbare dienst werkt en contact heeft met burgers: aan een loket, aan de telefoon, in een bibliotheek of bij een sociale dienst. Je hebt geen technische kennis nodig om te beginnen.
home-steps = Hoe werkt het?
home-step-learn = Leren
home-step-learn-text = Lees korte lessen met echte situaties aan het loket. Je oefent terwijl je leest.
home-step-prove = Bewijzen
home-step-prove-text = Bij elke module toon je in een quiz wat je kunt. Je krijgt uitleg bij elk antwoord en je mag het opnieuw proberen.
home-step-receive = Ontvangen
home-step-receive-text = Heb je alle competenties bewezen? Dan krijg je je brevet: een officieel en verzegeld getuigschrift.
home-see-modules = Bekijk de modules
home-verify = Controleer een brevet
home-verify-text = Heeft iemand je een brevet getoond? Ga hier na of het echt en geldig is.

## Accessibility, privacy, cookies

contact-title = Hulp en contact
contact-here = Hier kun je terecht met vragen:
accessibility-title = Toegankelijkheid
accessibility-lead = Iedereen moet deze site kunnen gebruiken. Werkt er iets niet voor jou? Dan is dat onze fout.
accessibility-standard-heading = Wat we willen bereiken
accessibility-standard = Deze site wil voldoen aan de Richtlijnen voor Toegankelijkheid van Webcontent (WCAG) 2.2, niveau AA. De wet van 19 juli 2018 verplicht openbare diensten om hun websites toegankelijk te maken.
accessibility-works-heading = Wat werkt
accessibility-works-keyboard = Je kunt elke pagina gebruiken met alleen het toetsenbord.
accessibility-works-script = Elke pagina werkt zonder JavaScript.
accessibility-works-zoom = Je kunt inzoomen tot 400 % en een smal scherm gebruiken zonder opzij te scrollen. Alleen brede tabellen en tekeningen scrollen, binnen hun eigen kader.
accessibility-works-time = Een quiz heeft geen tijdslimiet, tenzij de pagina dat vooraf zegt; wie meer tijd of pauzes nodig heeft, kan die krijgen. Elk antwoord wordt bewaard. Is je sessie afgelopen? Meld je dan opnieuw aan en ga verder.
accessibility-works-pdf = Het brevet is een pdf met tags, zodat schermlezers het kunnen voorlezen.
accessibility-check-heading = Hoe we dit controleren
accessibility-check = We controleren de pagina’s automatisch met het programma axe. Een automatische controle vindt maar een deel van de problemen.
accessibility-limits-heading = Wat nog niet perfect is
accessibility-limits-audit = Nog geen enkele onafhankelijke partij heeft deze site gecontroleerd.
accessibility-limits-api = De technische beschrijvingen op de API-pagina bestaan alleen in het Engels.
accessibility-limits-links = In de lessen staan links naar andere websites. Hoe toegankelijk die zijn, hebben we niet in de hand.
accessibility-help-heading = Werkt er iets niet?
accessibility-help = Vertel aan de organisatie die deze dienst beheert om welke pagina het gaat, wat je wilde doen en wat er gebeurde. Vraag een andere manier om hetzelfde te doen en vraag om de fout te herstellen.
privacy-title = Privacy
privacy-lead = We bewaren alleen wat nodig is om je op te leiden, om je een brevet te geven en om anderen dat brevet te laten controleren.
privacy-what-heading = Wat we bewaren, waarom en hoelang
privacy-what = Wat
privacy-why = Waarom
privacy-how-long = Hoelang
privacy-account = Je naam, e-mailadres, taal, welke e-mails je wilt, en wanneer je hier het laatst was
privacy-account-why = Om te weten wie je bent als je je aanmeldt, om je in jouw taal te schrijven en om je naam op je brevet te zetten.
privacy-account-how-long = Zolang je een account hebt.
privacy-answers = De lessen die je hebt gelezen, je antwoorden en je resultaten
privacy-answers-why = Zodat je kunt stoppen en later verdergaan, kunt zien wat er misging en elke competentie kunt bewijzen.
privacy-answers-how-long = Zolang je een account hebt.
privacy-granted = Wat voor jou is afgesproken voor quizzen: meer tijd, pauzes, geen wachttijd
privacy-granted-why = Opdat een quiz voor jou eerlijk is. We bewaren wie dit wanneer heeft beslist, nooit waarom.
privacy-granted-how-long = Zolang je een account bij ons hebt.
privacy-notes = Je bladwijzers en notities
privacy-notes-why = Zodat je ze terugvindt. Niemand anders kan ze op deze site lezen.
privacy-notes-how-long = Tot je ze verwijdert, en dan nog 30 dagen om ze terug te zetten.
privacy-live = Je inschrijvingen voor live sessies en of je er was: wie dat noteerde en wanneer
privacy-live-why = Om een plaats voor je te houden en je over de sessie te schrijven, ook de dag ervoor. Aanwezigheid is een bewijs waar een niveau live sessies vraagt. De lesgever en de beheerders zien je naam en e-mailadres.
privacy-live-how-long = Zolang je een account hebt. Als je je uitschrijft, wissen we je inschrijving.
privacy-brevets = Je brevetten
privacy-brevets-why = Zodat jij ze kunt downloaden en anderen ze kunnen controleren.
privacy-brevets-how-long = Zonder einddatum: een brevet moet altijd te controleren zijn.
privacy-mails = De e-mails die we je hebben geschreven
privacy-mails-why = Zodat een beheerder kan helpen als een e-mail niet is aangekomen.
privacy-mails-how-long = Tot de organisatie die deze dienst beheert ze verwijdert.
privacy-lists = Lijsten van brevetten die iemand heeft gecontroleerd
privacy-lists-why = Zodat wie een lijst heeft gestuurd het resultaat kan lezen en bewaren. Alleen wie het adres van het resultaat kent, kan het zien.
privacy-lists-how-long = Eén dag.
privacy-not = We vragen je rijksregisternummer niet. We verkopen geen gegevens en tonen geen reclame.
privacy-files = Een pdf-bestand dat je oplaadt, controleren we en bewaren we niet. Om misbruik af te remmen, tellen we hoe vaak iemand een pagina opvraagt, onder een onherkenbare vorm van het netwerkadres. Na een uur vergeten we dat.
privacy-public-heading = Wat anderen kunnen zien
privacy-public = Iedereen die het nummer van een brevet heeft, kan het controleren. Die persoon ziet dan je naam, het niveau, de datums, de competenties en of het brevet geldig is. Zonder het nummer kan niemand je brevet vinden. Je antwoorden en je scores zijn daar nooit te zien.
privacy-safety-heading = Hoe we je gegevens beveiligen
privacy-safety = We bewaren nooit je wachtwoord zelf, alleen een vorm waaruit niemand het kan terughalen. Om mensen tegen te houden die wachtwoorden proberen te raden, tellen we mislukte pogingen. Daarvoor gebruiken we een onleesbaar gemaakte vorm van het e-mailadres en het netwerkadres.
privacy-rights-heading = Je rechten
privacy-rights = Je mag vragen wat we over je weten, je gegevens laten verbeteren of wissen, er een kopie van krijgen of bezwaar maken tegen het gebruik ervan. Je naam en je taal kun je zelf wijzigen bij “Mijn account”. Voor de rest vraag je het aan de organisatie die deze dienst beheert.
privacy-who = De brevetten worden uitgereikt door { $issuer }. Vraag daar wat je over je gegevens wilt weten.
privacy-complaint = Ben je niet tevreden met het antwoord? Dan kun je klacht indienen bij de Belgische Gegevensbeschermingsautoriteit.
cookies-title = Cookies
cookies-lead = Deze site gebruikt alleen cookies die echt nodig zijn: zonder die cookies werkt ze niet. Daarom vragen we je geen toestemming.
cookies-table = De cookies van deze site
cookies-name = Naam
cookies-purpose = Waarvoor
cookies-how-long = Hoelang
cookies-session = Zorgt dat je aangemeld blijft en bewijst dat jij een formulier hebt verstuurd.
cookies-session-how-long = Hoogstens 30 dagen. Je wordt afgemeld als je 12 uur niets doet of als je zelf op “Afmelden” klikt.
cookies-visitor = Bewijst dat jij een formulier hebt verstuurd terwijl je niet aangemeld bent.
cookies-visitor-how-long = 7 dagen
cookies-language = Onthoudt de taal die je hebt gekozen.
cookies-language-how-long = 1 jaar
cookies-kept-answer = Terwijl je een quizvraag beantwoordt, houdt je browser je antwoord bij tot het bij ons bewaard is. Wat na 7 dagen nog niet bewaard is, wist je browser zodra je weer een quiz opent. Dat is geen cookie: er staat geen naam in en het gaat naar niemand anders.
cookies-none-else = Er zijn geen cookies van andere bedrijven en geen cookies die je volgen. Op een beveiligde verbinding beginnen de namen van de eerste twee met “__Host-”.

## API

api-title = API
api-lead = Wat jij op deze pagina’s kunt doen, kan je eigen programma ook.
api-contract = De volledige beschrijving (OpenAPI 3.0, { $format })
api-sign-in-heading = Aanmelden
api-sign-in = Vraag een toegangstoken aan met je e-mailadres en je wachtwoord. Stuur het bij elk verzoek mee in de header “Authorization: Bearer …”. Om een brevet te controleren heb je geen token nodig.
api-problems = Problemen
api-problems-text = Als er iets misgaat, is het antwoord een probleemdocument (RFC 9457). Het laatste deel van het type is een van deze namen.

## Administration

administration-title = Beheer
administration-jobs = Taken die wachten
administration-no-jobs = Er wachten geen taken: alles is klaar.
job-kind = Wat
job-since = Sinds
job-tries = Pogingen
job-last-error = Laatste fout
job-no-error = Geen
job-technical = Oorspronkelijke melding:
job-no-timestamp = De tijdstempeldienst is niet te bereiken of antwoordt niet.
job-bad-timestamp = De tijdstempeldienst heeft geantwoord, maar zijn tijdstempel is niet aanvaard.
job-new-timestamp = De tijdstempeldienst is veranderd; de volgende poging houdt daar rekening mee.
job-no-proof = Of een certificaat is ingetrokken, is nu niet te achterhalen.
job-no-key = De sleutel van het zegel kan niet worden gebruikt.
job-seal-failed = Het verzegelen is mislukt.
job-mail-not-taken = De mailserver heeft de e-mail niet aangenomen.
job-seal-brevet = Een brevet verzegelen
job-send-mail = Een e-mail versturen
job-verify-batch = Een lijst van brevetten controleren
job-seal-badge-file = Een brevet met zijn badge verzegelen
administration-mails = Nieuwste e-mails
administration-sends = De e-mails worden verstuurd via de ingestelde mailserver.
administration-keeps = Er is geen mailserver ingesteld: de e-mails worden hier bewaard en niet verstuurd.
administration-no-mails = Er is nog geen e-mail geschreven.
mail-state-waiting = Wacht op verzending
mail-state-sent = Verstuurd
mail-state-kept = Bewaard, niet verstuurd
mail-state-refused = Geweigerd door de mailserver
administration-seal = Zegel
seal-subject = Certificaat van het zegel
seal-until = Certificaat geldig tot
find-brevet-title = Een brevet zoeken
find-brevet-field = Nummer van het brevet of naam van de houder
find-brevet-hint = De naam zoals hij op het brevet staat, of een deel ervan.
find-brevet-button = Zoeken
find-brevet-found =
    { $count ->
        [one] { $count } brevet gevonden
       *[other] { $count } brevetten gevonden
    }
find-brevet-none = Geen brevet heeft dit nummer of deze naam. Kijk de schrijfwijze na, of zoek op een deel van de naam.
find-brevet-cut = Er zijn er nog meer: alleen de nieuwste staan hier. Vul meer van de naam in.
administered-title = Brevet { $number }
administered-kin = Verwante brevetten
administered-history = Wat ermee gebeurde
administered-decide = Wat je kunt beslissen
administered-final = Over dit brevet is beslist, en dat is definitief.
find-account-title = Een account zoeken
find-account-field = Naam of e-mailadres
find-account-hint = Een deel ervan volstaat.
find-account-button = Zoeken
find-account-found =
    { $count ->
        [one] { $count } account gevonden
       *[other] { $count } accounts gevonden
    }
find-account-none = Geen account heeft deze naam of dit adres. Kijk de schrijfwijze na, of zoek op een korter deel.
find-account-cut = Er zijn er nog meer: alleen de eerste staan hier. Vul meer in.
account-role = Rol
account-registered = Geregistreerd op
fact-name = Naam
role-learner = Cursist
role-trainer = Lesgever
role-hr = Personeelsdienst
role-administrator = Beheerder
grant-heading = Afspraken voor quizzen
grant-lead = Leg alleen vast wat is afgesproken, nooit waarom. De cursist ziet dit op de pagina van zijn account. Tijd en pauzes gelden voor pogingen die daarna beginnen.
grant-extra-time = Tijd
grant-breaks = Pauzes in één poging, in totaal
grant-breaks-hint = Tijdens een pauze staat de tijd stil en zijn de vragen niet te zien.
grant-no-breaks = Geen pauzes
grant-waits = Wachttijden
grant-waits-waived = Geen wachttijd na pogingen die niet slagen
grant-button = Bewaar deze afspraken
grant-done = De afspraken zijn bewaard.
grant-history = Wat eerder werd beslist
grant-who = Door
grant-what = Afspraak
administered-revoked = Het brevet is ingetrokken en de houder krijgt een e-mail.
administered-replaced = Dit is het nieuwe brevet. Het wordt nu verzegeld en de houder krijgt een e-mail.
history-awarded = Behaald op { $date }.
history-sealed = Verzegeld op { $date } om { $time }.
history-revoked = Ingetrokken op { $date } om { $time } door { $who }.
history-replaced = Vervangen op { $date } om { $time } door { $who }.
history-note = Uitleg: { $note }
history-somebody = iemand die geen account meer heeft
decide-on = Ga verder
decide-back = Terug om iets te wijzigen
revoke-title = Brevet intrekken
revoke-reason = Waarom wordt het ingetrokken?
revoke-reason-hint = Wie het brevet controleert, ziet deze reden.
revoke-note = Uitleg
revoke-note-hint = Staat in de e-mail aan de houder en in het dossier, nooit op de openbare pagina. Nodig bij “een andere reden”. Hoogstens 500 tekens.
revoke-confirm-title = Dit brevet echt intrekken?
revoke-what-happens = Wat er gebeurt
revoke-happens-state = Wie het brevet controleert, ziet vanaf nu dat het ingetrokken is.
revoke-happens-expert = De houder kan het niet meer vernieuwen. Is het een basisbrevet, dan gaan de quizzen van het expertenniveau weer op slot.
revoke-happens-mail = De houder krijgt een e-mail met de reden en je uitleg.
revoke-happens-final = Dit kan niet ongedaan worden gemaakt.
revoke-confirm-button = Ja, trek het brevet in
replace-title = Brevet vervangen
replace-lead = Staat er een fout in de naam? Dan komt een nieuw brevet in de plaats, met een nieuw nummer en dezelfde datums.
replace-holder = Juiste naam
replace-holder-hint = Zoals hij op het nieuwe brevet moet staan. De naam van het account verandert niet.
replace-note = Reden voor het dossier
replace-note-hint = Waarom de naam verandert, bijvoorbeeld: tikfout, gezien op de identiteitskaart. Alleen beheerders zien dit. Hoogstens 500 tekens.
replace-confirm-title = Dit brevet echt vervangen?
replace-happens-new = Er komt een nieuw brevet op naam van { $name }, met een nieuw nummer en een nieuw zegel.
replace-happens-old = Wie het oude controleert, ziet dat het vervangen is, en door welk.
replace-happens-mail = De houder krijgt een e-mail, en nog een zodra het nieuwe klaar is.
replace-confirm-button = Ja, vervang het brevet

## E-mails

mail-greeting = Dag { $name },
mail-closing = Vriendelijke groeten, Connectoo
mail-ignore = Heb je dit niet gevraagd? Dan hoef je niets te doen.
mail-link = { $label }:
mail-confirm-subject = Rond je registratie bij Connectoo af
mail-confirm-text = Je hebt een account bij Connectoo aangevraagd. Open de link hieronder binnen 24 uur om je registratie af te ronden.
mail-confirm-action = Mijn registratie afronden
mail-exists-subject = Je hebt al een Connectoo-account
mail-exists-text = Iemand heeft een Connectoo-account aangevraagd met jouw e-mailadres, maar je hebt er al een. Was jij dat? Meld je dan aan zoals je gewend bent. Ben je je wachtwoord vergeten? Kies dan een nieuw wachtwoord met de link hieronder.
mail-exists-action = Kies een nieuw wachtwoord
mail-reset-subject = Kies een nieuw wachtwoord voor Connectoo
mail-reset-text = Je hebt een nieuw wachtwoord voor Connectoo gevraagd. Open de link hieronder binnen 24 uur om er een te kiezen.
mail-reset-action = Kies een nieuw wachtwoord
mail-brevet-subject = Je Connectoobrevet is klaar ({ $level })
mail-brevet-text = Gefeliciteerd! Je hebt alle competenties bewezen ({ $level }). Je brevet is klaar: meld je aan en download het.
mail-brevet-corrected = Je brevet met de verbeterde naam is klaar ({ $level }): meld je aan en download het.
mail-brevet-renewed = Gefeliciteerd! Je hebt je brevet vernieuwd ({ $level }). Het nieuwe is klaar: meld je aan en download het.
mail-brevet-check = Het nummer is { $number }. Iedereen aan wie je dit nummer geeft, kan het brevet controleren op onze website.
mail-brevet-action = Mijn brevetten bekijken
mail-reminder-opens = Je kunt je Connectoobrevet nu vernieuwen ({ $level })
mail-reminder-ends = Je Connectoobrevet loopt af op { $day } ({ $level })
mail-reminder-text = Je brevet met nummer { $number } ({ $level }) is geldig tot en met { $day }.
mail-reminder-how = Vernieuw het met een korte opfristoets: meld je aan, ga naar “Mijn brevetten” en kies “Vernieuwen”. Als je op tijd vernieuwt, verlies je geen dag.
mail-reminder-stop = Geen herinneringen meer krijgen
mail-digest-subject = Connectoo: zo ver ben je, en dit volgt
mail-digest-progress = { $level }: je hebt { $proven } van de { $total } competenties bewezen.
mail-digest-next = Je volgende stap: { $next }
mail-digest-live = Je volgende live sessie: “{ $title }” op { $when }.
mail-digest-calm = Je hoeft niets te doen: wat je gedaan hebt, blijft bewaard.
mail-digest-stop = Geen wekelijkse e-mails meer
mail-revoked-subject = Je Connectoobrevet is ingetrokken ({ $level })
mail-revoked-text = Het programma heeft je brevet met nummer { $number } ingetrokken ({ $level }).
mail-revoked-reason = De reden: { $reason }. Wie het brevet controleert, ziet dat ook.
mail-revoked-note = Uitleg, alleen voor jou: { $note }
mail-revoked-meaning = Je kunt het brevet niet meer gebruiken. Denk je dat dit een vergissing is? Neem dan contact op met de organisatie die deze dienst beheert.
mail-replaced-subject = Je krijgt een nieuw Connectoobrevet ({ $level })
mail-replaced-text = Je brevet met nummer { $number } is vervangen ({ $level }). Het nieuwe heeft nummer { $by } en staat op naam van { $name }.
mail-replaced-meaning = Gebruik vanaf nu het nieuwe. Wie het oude controleert, ziet dat het vervangen is. Je krijgt een e-mail zodra het nieuwe klaar is.
mail-live-seated-subject = Je hebt een plaats: { $title }
mail-live-seated-text = Je hebt een plaats in de live sessie “{ $title }” op { $when }.
mail-live-withdraw = Kun je niet komen? Schrijf je dan uit, zodat iemand anders de plaats krijgt.
mail-live-reminder-subject = Herinnering: { $title }
mail-live-reminder-text = Binnenkort is het zover: de live sessie “{ $title }” op { $when }.
mail-live-changed-subject = Aangepast: { $title }
mail-live-changed-text = De live sessie “{ $title }” waarvoor je ingeschreven bent, is aangepast. Ze vindt nu plaats op { $when }.
mail-live-changed-withdraw = Past dit je niet meer? Schrijf je dan uit, zodat iemand anders kan komen.
mail-live-cancelled-subject = Geannuleerd: { $title }
mail-live-cancelled-text = De live sessie “{ $title }” op { $when } gaat niet door.
mail-live-cancelled-why = De reden: { $why }
mail-live-cancelled-others = Kijk of een andere sessie je past.
mail-live-place = Plaats: { $place }
mail-live-link = Je kunt online deelnemen: je vindt de link op de pagina van de sessie.
mail-live-join = Neem online deel: { $link }
mail-live-action = Bekijk de sessie
