## The frame of every page

skip-to-content = Aller au contenu
demonstration-banner = Démonstration : les comptes et les brevets de ce site n’ont aucune valeur officielle.
languages-label = Langue
menu-button = Menu
menu-label = Menu principal
footer-label = À propos de ce site
footer-line = Connectoo est le programme belge de formation des aidantes et aidants numériques.
back = Retour
back-home = Page d’accueil
back-label = Navigation de retour
sign-in = Se connecter
sign-out = Se déconnecter

## Forms and their errors

error-title = Erreur : { $title }
error-summary-title = Il y a un problème
error-word = Erreur :
field-name = Votre prénom et votre nom
field-name-hint = Nous imprimons ce nom sur votre brevet.
field-email = Adresse e-mail
field-email-hint = Nous envoyons un lien à cette adresse. Vous en avez besoin pour terminer votre inscription.
field-password = Mot de passe
field-new-password = Choisissez un mot de passe
field-new-password-hint = Au moins 12 caractères. Vous pouvez choisir une phrase que personne d’autre ne connaît.
issue-missing = Remplissez ce champ.
issue-missing-email = Indiquez votre adresse e-mail.
issue-missing-name = Indiquez votre prénom et votre nom.
issue-missing-password = Indiquez un mot de passe.
issue-missing-answer = Donnez une réponse ou passez la question pour l’instant.
issue-missing-number = Indiquez le numéro du brevet.
issue-missing-file = Choisissez d’abord un fichier.
issue-missing-list = Collez une liste de numéros ou choisissez un fichier.
issue-missing-reason = Choisissez pourquoi le brevet est révoqué.
issue-missing-note = Écrivez pourquoi, en une ou deux phrases.
issue-missing-competencies = Choisissez au moins un sujet.
issue-missing-title = Indiquez un titre.
issue-missing-start = Indiquez quand la séance commence.
issue-missing-end = Indiquez quand la séance se termine.
issue-missing-capacity = Indiquez le nombre de places.
issue-unknown = « { $name } » n’est pas prévu ici. Retirez cet élément.
issue-malformed = Ces données JSON sont illisibles : voyez la ligne { $line }, caractère { $column }. Corrigez-les et envoyez-les à nouveau.
issue-wrong-type = Cette valeur n’est pas du bon type. Indiquez ce qui est demandé ici.
issue-short-password = Choisissez un mot de passe plus long : au moins { $least } caractères.
issue-too-short = Indiquez au moins { $least } caractères.
issue-too-long = Indiquez au maximum { $most } caractères.
issue-not-an-email = Indiquez une adresse e-mail de ce type : nom@exemple.be.
issue-common-password = Ce mot de passe est facile à deviner. Choisissez-en un autre, par exemple une phrase que personne d’autre ne connaît.
issue-not-offered = Choisissez une des réponses proposées.
issue-repeated = Vous avez fait deux fois le même choix. Choisissez chaque élément une seule fois.
issue-incomplete = Votre réponse n’est pas complète. Faites un choix pour chaque élément.
issue-not-a-number = Indiquez un nombre en chiffres, par exemple 12 ou 2,5.
issue-only-a-number = Indiquez seulement le nombre, en chiffres et sans unité, par exemple 12 ou 2,5.
issue-not-printable = Le brevet ne peut pas imprimer le caractère { $letter }. Écrivez votre nom en lettres latines, grecques ou cyrilliques.
issue-invisible = Le nom contient un caractère invisible. Tapez-le à nouveau.
issue-invisible-text = Le texte contient un caractère invisible. Supprimez-le ou tapez le texte à nouveau.
issue-too-wide = Ce nom est trop large pour le brevet. Écrivez-le plus court, par exemple avec des initiales pour certains prénoms.
issue-unchanged = C’est déjà ce qui figure sur le brevet. Indiquez le nom correct.
issue-empty-file = Ce fichier est vide. Téléchargez le brevet à nouveau ou redemandez-le à la personne qui vous l’a donné.
issue-not-a-pdf = Ce n’est pas un fichier PDF. Choisissez le brevet tel qu’il a été téléchargé, pas une photo, un scan ou un fichier zip. Vous n’avez que le papier ? Tapez le numéro.
issue-file-too-large = Ce fichier est trop grand : 4 Mo au plus.
issue-not-a-list = Nous ne pouvons pas lire ce fichier. Enregistrez la liste en CSV ou XLSX et réessayez.
issue-empty-list = Cette liste ne contient aucun numéro. Mettez un brevet par ligne et enregistrez à nouveau le fichier, ou collez les numéros dans la zone de texte.
issue-too-many-rows = Cette liste est trop longue : { $most } brevets au plus. Divisez-la en parties.
issue-out-of-range = Indiquez un nombre entier de { $least } à { $most }.
issue-missing-place = Indiquez un lieu ou un lien, ou les deux.
issue-not-a-moment = Indiquez une date et une heure, par exemple 2027-01-12 14:00.
issue-not-a-web-address = Indiquez une adresse web complète qui commence par https://.
issue-too-early = La fin doit venir après le début. Modifiez l’un des deux.
issue-too-late = Les inscriptions doivent se fermer avant le début ou au début.
issue-in-the-past = Ce moment est passé. Choisissez-en un qui est encore à venir.
issue-not-a-trainer = Aucun formateur n’a cette adresse e-mail. Indiquez l’adresse d’un formateur.
issue-fewer-than-taken = { $taken } places sont déjà prises. Indiquez au moins ce nombre.
issue-people-registered = Des personnes sont déjà inscrites : le niveau reste le même. Annulez la séance et planifiez-en une autre.
issue-own-attendance = Votre propre présence, c’est quelqu’un d’autre qui la note : demandez à un administrateur.

## Problems, told to people and to API clients alike

problem-title = Cela n’a pas fonctionné
problem-status = Erreur { $status }
problem-ways = Que pouvez-vous faire maintenant ?
problem-kept-text = Ce que vous venez de remplir n’a pas été enregistré, mais cette page le conserve. Appuyez sur le bouton pour l’envoyer à nouveau.
problem-kept-button = Réessayer
problem-back = Revenir à la page où vous étiez
problem-home = Aller à la page d’accueil
problem-bad-request = Votre envoi est incomplet ou contient une erreur. Corrigez-le et envoyez-le à nouveau.
problem-not-found = Cette page ou cet élément n’existe pas. Vérifiez l’adresse ou repartez de la page d’accueil.
problem-method-not-allowed = Cette adresse ne peut pas être utilisée de cette manière. Revenez en arrière et utilisez les liens et les boutons de la page.
problem-not-acceptable = Nous ne pouvons pas répondre dans le format demandé. Demandez du JSON.
problem-payload-too-large = Votre envoi est trop volumineux. Envoyez moins de données à la fois.
problem-unsupported-media-type = Nous ne pouvons pas lire ce type de contenu. Envoyez du JSON ou utilisez le formulaire de la page.
problem-sign-in-first = Vous devez d’abord vous connecter, ou votre session a pris fin. Connectez-vous et réessayez.
problem-missing-permission = Votre compte n’a pas l’accès nécessaire. Connectez-vous avec un autre compte ou demandez l’accès à un administrateur.
problem-too-many-requests = Vous avez fait cette demande trop souvent. Attendez un moment et réessayez.
problem-too-many-failed-requests = Il y a eu trop de tentatives ratées. Attendez un moment et réessayez.
problem-internal = Une erreur s’est produite de notre côté. Ce que vous avez enregistré est conservé. Réessayez dans quelques minutes.
problem-unavailable = Le service n’est pas disponible pour le moment. Ce que vous avez enregistré est conservé. Réessayez dans quelques secondes.
problem-wrong-credentials = L’adresse e-mail ou le mot de passe est incorrect. Vérifiez les deux et réessayez.
problem-link-expired = Ce lien a déjà été utilisé ou est trop ancien. Demandez-en un nouveau.
problem-form-expired = Ce formulaire est trop ancien pour être envoyé. Revenez en arrière, rechargez la page et envoyez-le à nouveau.
problem-invalid-refresh-token = Ce jeton d’actualisation n’est plus valable. Connectez-vous à nouveau.
problem-level-locked = Il vous faut d’abord un brevet valable du niveau de base. Terminez le niveau de base, puis revenez ici.
problem-retake-too-early = Vos derniers essais n’étaient pas réussis. Il faut donc attendre avant le suivant. Relisez les leçons entre-temps, puis commencez un nouvel essai.
problem-placement-too-often = Vous avez déjà commencé ce test plusieurs fois aujourd’hui. Vos résultats restent. Continuez à apprendre et recommencez demain.
problem-time-over = Le temps prévu pour ce quiz est écoulé. Cette réponse arrive trop tard. Ce qui était déjà enregistré compte et a été corrigé. Consultez votre résultat.
problem-step-taken = Vous avez déjà avancé dans cette situation, peut-être dans une autre fenêtre ou sur un autre appareil. Vous ne pouvez pas revenir sur une étape. Continuez là où elle en est maintenant.
problem-no-break-left = Il n’y a pas de pause pour ce quiz, ou vos pauses sont épuisées. Continuez le quiz.
problem-already-submitted = Vous avez déjà remis ces réponses. Vous ne pouvez plus les modifier. Consultez votre résultat ou commencez un nouvel essai.
problem-busy = D’autres réponses sont arrivées au même moment. Réessayez.
problem-brevet-being-sealed = Votre brevet attend encore son cachet. En général, cela prend quelques secondes. Réessayez ensuite.
problem-unknown-brevet = Aucun brevet avec ce numéro n’a été délivré ici. Vérifiez que vous avez copié le numéro en entier.
problem-mistyped-number = Ceci ne peut pas être un numéro de brevet : un caractère est faux ou manque. Comparez le numéro avec le brevet et tapez-le à nouveau.
problem-already-revoked = Ce brevet a déjà été révoqué. C’est définitif.
problem-already-replaced = Ce brevet a déjà été remplacé par un autre. Cherchez le nouveau brevet et continuez avec celui-là.
problem-already-renewed = Ce brevet est déjà renouvelé. Vous trouvez le nouveau sous « Mes brevets ».
problem-not-renewable = Ce brevet n’a pas besoin d’être renouvelé : il n’a pas de date de fin, ou le programme ne propose pas de renouvellement.
problem-renewal-not-open = Vous ne pouvez pas encore renouveler ce brevet. « Mes brevets » indique à partir de quel jour c’est possible.
problem-level-incomplete = Ce niveau compte de nouveaux modules. Réussissez d’abord leurs quiz, puis revenez renouveler votre brevet.
problem-already-answered = Cette question a déjà une réponse, ou le test est terminé. Ouvrez à nouveau le test et continuez là où il en est.
problem-nothing-to-ask = Il n’y a rien à vous demander : vous avez déjà tout démontré à ce niveau, ou il n’y a pas encore de modules.
problem-registration-closed = Les inscriptions à cette séance sont terminées. Cherchez une autre séance.
problem-live-session-full = Toutes les places sont prises et la liste d’attente est pleine. Cherchez une autre séance, ou revenez plus tard.
problem-live-session-begun = Cette séance a commencé. On ne peut plus la modifier, l’annuler ni s’en désinscrire.
problem-live-session-not-begun = Cette séance n’a pas encore commencé. Notez les présences à partir du début.
problem-live-session-cancelled = Cette séance a été annulée. Cherchez une autre séance.
problem-attendance-closed = Les présences se notent jusqu’à 14 jours après la séance. Demandez à un administrateur ce que vous pouvez faire.
retry-after =
    { $seconds ->
        [one] Réessayez dans { $seconds } seconde.
       *[other] Réessayez dans { $seconds } secondes.
    }

## Register, sign in, password

register-title = S’inscrire
register-lead = Avec un compte, vous pouvez apprendre, faire les quiz et obtenir votre brevet. Vous pouvez vous arrêter à tout moment et continuer plus tard, même sur un autre appareil.
register-button = S’inscrire
register-privacy = Comment utilisons-nous vos données ?
register-have-account = Vous avez déjà un compte ?
register-sent-title = Consultez votre boîte mail
register-sent-text = Nous vous avons envoyé un e-mail avec un lien. Ouvrez ce lien dans les 24 heures pour terminer votre inscription.
register-kept-text = Nous avons écrit un e-mail avec un lien pour vous. Avec ce lien, vous terminez votre inscription dans les 24 heures.
register-sent-spam = Pas d’e-mail après cinq minutes ? Regardez dans vos courriers indésirables (spam) et vérifiez que vous avez bien tapé votre adresse.
mail-kept-title = Votre e-mail vous attend chez un administrateur
mail-kept-hint = Ce service n’envoie pas d’e-mails : il les conserve. Demandez le lien à un administrateur : il se trouve sur la page d’administration.
confirm-title = Terminez votre inscription
confirm-text = Encore une étape : appuyez sur le bouton pour créer votre compte.
confirm-button = Créer mon compte
confirmed-title = Votre compte est prêt
confirmed-text = Vous pouvez maintenant vous connecter avec votre adresse e-mail et votre mot de passe.
sign-in-forgotten = J’ai oublié mon mot de passe
sign-in-no-account = Je n’ai pas encore de compte
session-ended = Votre session avait pris fin : rien n’a encore été envoyé ni remis. Connectez-vous à nouveau : vous continuerez ensuite ici, avec tout ce que vous aviez rempli.
session-ended-answer = Votre session a pris fin. Votre réponse n’est pas encore enregistrée, mais ce navigateur la garde. Connectez-vous à nouveau : elle sera alors enregistrée et vous continuerez là où vous étiez.
go-on-title = Continuez là où vous étiez
go-on-text = Votre session est rouverte. Rien n’a encore été envoyé ni remis. Ce que vous aviez rempli est conservé : appuyez sur le bouton pour l’envoyer maintenant.
go-on-button = Envoyer maintenant
go-on-stale-text = Depuis que vous avez ouvert cette page, quelqu’un s’est connecté ou déconnecté dans ce navigateur, ou la page est restée ouverte très longtemps. C’est pourquoi rien n’a encore été envoyé. Ce que vous aviez rempli est conservé : appuyez sur le bouton pour l’envoyer maintenant.
go-on-signed-in = Personne connectée en ce moment : { $name }.
go-on-visitor = Personne n’est connecté en ce moment.
kept-form-password = Nous ne conservons jamais un mot de passe. Tapez-le à nouveau.
forgotten-title = Mot de passe oublié
forgotten-lead = Indiquez votre adresse e-mail. Nous vous envoyons un lien pour choisir un nouveau mot de passe.
forgotten-button = M’envoyer un lien
forgotten-sent-text = Si un compte existe avec cette adresse, nous y avons envoyé un e-mail avec un lien. Ouvrez ce lien dans les 24 heures pour choisir un nouveau mot de passe.
forgotten-kept-text = Si un compte existe avec cette adresse, nous avons écrit un e-mail avec un lien pour ce compte. Avec ce lien, vous choisissez un nouveau mot de passe dans les 24 heures.
new-password-title = Choisissez un nouveau mot de passe
new-password-lead = Ensuite, vous devrez vous reconnecter sur chacun de vos appareils.
new-password-button = Enregistrer mon nouveau mot de passe
new-password-set-title = Votre nouveau mot de passe est enregistré
new-password-set-text = Vous pouvez maintenant vous connecter avec votre nouveau mot de passe.

## One's own account

account-title = Mon compte
account-saved = Vos modifications sont enregistrées.
account-name-hint = Nous imprimerons ce nom sur votre prochain brevet. Un brevet que vous avez déjà ne change pas.
account-language = Langue des e-mails et de votre brevet
account-language-hint = Les pages suivent ce choix jusqu’à ce que vous choisissiez une autre langue en haut de la page. Un brevet que vous avez déjà ne change pas.
account-reminders = Rappels par e-mail avant la fin de votre brevet
account-reminders-hint = Vous recevez toujours les autres e-mails, comme celui de votre nouveau brevet.
account-reminders-yes = Oui, envoyez-moi des rappels
account-reminders-no = Non, pas de rappels
account-digests = Un e-mail par semaine sur votre formation
account-digests-hint = Seulement tant qu’un niveau est en cours. Après quatre semaines sans visite, il s’arrête de lui-même.
account-digests-yes = Oui, envoyez-le-moi
account-digests-no = Non, pas d’e-mail hebdomadaire
account-button = Enregistrer mes modifications
account-sign-in-heading = Comment vous vous connectez
account-password-text = Vous voulez un autre mot de passe ?
account-password-link = Demander un lien pour en choisir un nouveau
account-granted-heading = Ce qui est convenu pour vous
account-granted-since = Ceci vaut pour vos quiz depuis le { $date }. Si ce n’est pas exact, dites-le à un administrateur.

## Learning

learning-title = Mon parcours
learning-next = Votre prochaine étape
learning-begun = Ce que vous avez commencé
learning-levels = Vos niveaux
learning-own = Mon agenda et mes notes
level-progress = Compétences démontrées : { $proven } sur { $total }
next-attempt = Vous avez commencé le quiz du module « { $module } ». Vos réponses sont enregistrées.
next-attempt-button = Continuer le quiz
next-lesson = Lisez la leçon « { $lesson } » du module « { $module } » ({ $time }).
next-lesson-button = Lire la leçon
next-quiz = Vous avez lu toutes les leçons du module « { $module } ». Montrez maintenant ce que vous savez dans le quiz ({ $time }).
next-quiz-skipping = Votre test de positionnement montre que vous connaissez « { $module } ». Vous pouvez sauter les leçons : montrez dans le quiz ce que vous savez.
next-quiz-button = Aller au quiz
next-waiting = Vous pourrez refaire le quiz du module « { $module } » { $when }.
next-waiting-lesson = En attendant, relisez la leçon « { $lesson } » ({ $time }). Elle parle de ce qui n’était pas encore correct.
next-waiting-lesson-button = Relire la leçon
next-waiting-lessons = En attendant, relisez les { $count } leçons qui parlent de ce qui n’était pas encore correct.
next-waiting-lessons-button = Voir ces leçons
next-waiting-other = En attendant, continuez avec un autre module. { $next }
next-waiting-practice = En attendant, révisez les questions qui n’étaient pas encore tout à fait correctes.
next-brevet = Bravo : vous avez démontré toutes les compétences de ce niveau. Votre brevet vous attend.
next-brevet-button = Voir mon brevet
next-renewal = Votre brevet ({ $level }) n’est plus valable. Renouvelez-le par un test de rappel.
next-renewal-waiting = Votre brevet ({ $level }) n’est plus valable. Vous pourrez réessayer le test de rappel { $when }. En attendant, révisez les questions qui n’étaient pas encore tout à fait correctes.
next-nothing = Vous n’avez rien à faire pour le moment. Revenez plus tard pour découvrir de nouveaux modules.
status-completed = Terminé
status-in-progress = En cours
status-not-started = Pas encore commencé
status-by-brevet = Se démontre par un brevet valable du niveau de base
status-needs-basic = Pas encore obtenu
status-coming = Pas encore accessible : ce module est en préparation
status-locked = Lecture déjà possible
level-lead = Chaque module se termine par un quiz. Vous réussissez un quiz à partir de { $mark } %. Quand vous avez démontré toutes les compétences, vous recevez votre brevet.
level-time =
    { $hours ->
        [0] Tous les modules ensemble durent moins d’une heure. Vous pouvez les suivre en plusieurs fois.
        [one] Tous les modules ensemble durent environ { $hours } heure. Vous pouvez les suivre en plusieurs fois.
       *[other] Tous les modules ensemble durent environ { $hours } heures. Vous pouvez les suivre en plusieurs fois.
    }
level-locked = Il vous faut un brevet valable du niveau de base pour faire les quiz ici. Vous pouvez déjà tout lire.
level-brevet-language = Votre brevet sera rédigé dans cette langue :
level-brevet-language-change = Choisir la langue sous « Mon compte »
to-basic-level = Aller au niveau de base
level-done = Vous avez démontré toutes les compétences de ce niveau. Félicitations !
level-done-next = Continuez avec le niveau suivant :
level-leads-to = Ce brevet ouvre le niveau suivant :
level-visitor = Vous pouvez tout lire sans compte. Pour faire les quiz et garder votre progression, connectez-vous.
next-live-session = Vous avez démontré chaque compétence de ce niveau. Il demande aussi une séance avec formateur : inscrivez-vous.
next-live-session-button = Voir les séances avec formateur
next-seat = Vous avez démontré chaque compétence de ce niveau, et vous avez une place à la séance avec formateur « { $session } » { $when }. Participez-y : il n’y a rien d’autre à faire.
next-seat-over = La séance avec formateur « { $session } » est terminée. Vous n’avez rien à faire : il reste à noter qui était présent.
next-seat-button = Voir la séance
level-live-sessions =
    Pour le brevet de ce niveau, il faut aussi { $asked } { $asked ->
        [one] séance
       *[other] séances
    } avec formateur.
level-live-attended = Jusqu’ici, vous avez participé à { $attended }.
level-modules = Modules
about-minutes =
    { $minutes ->
        [one] environ { $minutes } minute
       *[other] environ { $minutes } minutes
    }
about-hours =
    { $hours ->
        [one] environ { $hours } heure
       *[other] environ { $hours } heures
    }
time-left-module = Ce qu’il vous reste dans ce module : { $time }.
time-left-level = Ce qu’il vous reste : { $time }, quand vous voulez.
module-facts =
    { $lessons ->
        [one] { $lessons } leçon
       *[other] { $lessons } leçons
    } et un quiz de { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    }, environ { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    } au total.
module-goals = Ce que vous saurez faire ensuite
module-lessons = Leçons
module-quiz = Quiz
module-quiz-text =
    { $questions ->
        [one] Le quiz compte { $questions } question. Si vous ne réussissez pas, vous pouvez recommencer.
       *[other] Le quiz compte { $questions } questions. Si vous ne réussissez pas, vous pouvez recommencer.
    }
module-quiz-go-on = Continuer le quiz
to-the-quiz = Aller au quiz
lesson-number = Leçon { $number } sur { $total }
lesson-is-read = Lue
lesson-is-read-line = Vous avez lu cette leçon.
lesson-read-next = J’ai lu cette leçon, continuer
lesson-read-quiz = J’ai lu cette leçon, aller au quiz
lesson-next = Aller à la leçon suivante
lesson-previous = Retour à la leçon précédente
alert-note = Remarque
alert-tip = Conseil
alert-important = Important
alert-warning = Attention
practice-word = Exercice
practice-check = Vérifier ma réponse
practice-go-on = Continuer
practice-again = Réessayer
practice-repeat = Reposez-moi cette question plus tard
practice-repeat-kept = Cette question reviendra à partir de demain.
practice-missing = Donnez une réponse. Vous verrez ensuite si elle est correcte.
practice-unreached = Nous n’avons pas pu vérifier votre réponse : il n’y a pas de connexion. Réessayez dans un instant.
practice-counts-nowhere = Ceci est un exercice. Votre réponse ne compte pas dans votre résultat et n’est pas conservée.
practice-back = Revenir à la leçon
practice-situation = Situation d’entraînement
outcome-right = Correct
outcome-partly = En partie correct : { $points } des points
outcome-wrong = Pas encore correct
repeat-title = Révisions
repeat-today-heading = Aujourd’hui
repeat-nothing = Vous n’avez rien à réviser.
repeat-today =
    { $count ->
        [one] Vous avez une question à réviser aujourd’hui.
       *[other] Vous avez { $count } questions à réviser aujourd’hui.
    }
repeat-later =
    { $count ->
        [one] Vous n’avez rien à réviser aujourd’hui. La prochaine question revient le { $day }.
       *[other] Vous n’avez rien à réviser aujourd’hui. Les { $count } prochaines questions reviennent le { $day }.
    }
repeat-is-open = Vous avez commencé une série. Vos réponses sont enregistrées.
repeat-empty = Les questions auxquelles vous n’avez pas répondu tout à fait correctement dans un quiz reviennent ici d’elles-mêmes.
repeat-start = Commencer une série
repeat-go-on = Continuer la série
repeat-another = Commencer une autre série
repeat-ahead = S’exercer dès maintenant
repeat-ahead-text = Vous pouvez aussi vous exercer dès maintenant. Une réponse correcte ne change alors pas le jour où une question revient.
repeat-how-heading = Comment ça marche ?
repeat-how = Une question manquée revient le lendemain. Si vous répondez correctement, elle revient encore après 3, 7, 14 et 30 jours. Ensuite, vous la connaissez et nous la laissons de côté. Si votre réponse n’est pas tout à fait correcte, elle revient demain. Une série compte dix questions au maximum.
repeat-private = Les révisions ne comptent pas dans votre résultat. Vous êtes la seule personne à les voir.
repeat-link = Aller aux révisions
repeat-due-today = aujourd’hui
repeat-waiting = Questions qui reviennent ({ $count })
repeat-resting = Questions laissées de côté ({ $count })
repeat-put-away = Laisser cette question de côté
repeat-again = Réviser à nouveau cette question
repeat-then = Cette question revient le { $day }.
repeat-learned = Cette question ne revient plus.
repeat-next = Question suivante
repeat-end = Voir le bilan de la série
repeat-round-title = Votre série
repeat-round-right = { $right } sur { $total } correctes
repeat-round-unanswered = Vous n’avez encore répondu à aucune question de cette série. Dès que vous répondez, vous voyez ici comment cela s’est passé.
repeat-round-gone = Il ne reste aucune question dans cette série. Vous les avez mises de côté, ou un quiz que vous avez commencé les pose maintenant.
repeat-round-answers = Vos réponses
repeat-from-result = Les questions auxquelles vous n’avez pas répondu tout à fait correctement reviennent les prochains jours dans vos
own-heading = Pour vous
bookmark-set = Mettre un signet à cette leçon
bookmark-is-set = Vous avez un signet ici.
bookmark-remove = Enlever le signet
note-label = Ma note sur cette leçon
note-hint = Personne d’autre ne la voit. N’y écrivez ni noms ni numéros de citoyens. { $most } caractères au maximum.
note-save = Enregistrer ma note
note-saved-at = Enregistrée le { $day } à { $time }
note-not-saved = Pas encore enregistrée. Nous continuons d’essayer ; ou appuyez sur le bouton.
note-title = Ma note sur « { $lesson } »
note-replaced = Entre-temps, vous aviez écrit autre chose sur un autre appareil ({ $day } à { $time }). Ce texte le remplace ; vous trouvez l’autre sous « Mes notes ».
note-replaced-here = Votre note est enregistrée. Entre-temps, vous aviez écrit autre chose sur un autre appareil. Ce texte n’est pas perdu :
note-put-back = Remettre ce texte
note-forget = Supprimer définitivement ce texte
note-delete = Supprimer la note
note-deleted = La note est supprimée. Vous pouvez la remettre.
note-change = Modifier la note
note-earlier =
    { $count ->
        [one] { $count } texte supprimé ou remplacé
       *[other] { $count } textes supprimés ou remplacés
    }
note-earlier-text = Vous pouvez remettre un texte pendant { $days } jours. Pour chaque leçon, nous gardons les { $most } derniers.
note-earlier-when = Écrit le { $written }, parti le { $day } à { $time }
notes-title = Mes notes
notes-link = Toutes mes notes et tous mes signets
notes-lead = Vos signets et vos notes, module par module. Personne d’autre ne les voit.
notes-empty = Vous n’en avez pas encore. Au bas de chaque leçon, vous pouvez mettre un signet et écrire une note.
notes-to-learning = Continuer à apprendre
notes-download = Tout télécharger :
notes-markdown = en texte (Markdown)
notes-json = pour des programmes (JSON)
notes-left = retirée du cours
notes-left-line = Cette leçon ne fait plus partie du cours. Votre note reste ici aussi longtemps que vous voulez.
agenda-title = Mon agenda
agenda-lead = Ce qui vient, et quand. Rien n’est obligatoire : vous apprenez à votre rythme.
agenda-empty = Rien n’est prévu. Ici viendront vos séances avec formateur, les questions à réviser, un quiz en cours et le renouvellement de votre brevet.
agenda-today = Aujourd’hui
agenda-live = { $from } : séance avec formateur « { $title } »
agenda-live-waiting = { $from } : séance avec formateur « { $title } » (vous êtes sur la liste d’attente)
agenda-live-cancelled = Annulée : séance avec formateur « { $title } »
agenda-open-quiz = Votre quiz « { $module } » vous attend
agenda-practice =
    { $count ->
        [one] { $count } question à réviser
       *[other] { $count } questions à réviser
    }
agenda-renewal-opens = À partir de ce jour, vous pouvez renouveler votre brevet ({ $level })
agenda-brevet-ends = Dernier jour de votre brevet ({ $level })
agenda-file-heading = Dans votre propre agenda
agenda-file-text = Téléchargez les jours dans un fichier (iCalendar) et ouvrez-le dans votre agenda. Si quelque chose change, téléchargez-le à nouveau : les mêmes jours sont mis à jour.
agenda-file = Télécharger le fichier d’agenda
agenda-calendar-name = Connectoo
agenda-digest-heading = Un e-mail par semaine
agenda-digest-on = Tant qu’un niveau est en cours, nous vous envoyons au plus un e-mail par semaine : la prochaine étape et ce qui est à réviser.
agenda-digest-off = Vous ne recevez pas d’e-mail hebdomadaire sur votre formation.
agenda-digest-change = Changer cela sous « Mon compte »
digests-title = Plus d’e-mails hebdomadaires ?
digests-text = Appuyez sur le bouton. Nous ne vous enverrons plus d’e-mail hebdomadaire sur votre formation. Votre progression est conservée.
digests-button = Ne plus m’envoyer d’e-mails hebdomadaires
digests-stopped-title = Vous ne recevrez plus d’e-mails hebdomadaires
digests-stopped-text = Sous « Mon compte », vous pouvez les réactiver.
drawing-larger = Afficher le dessin en grand
card-heading = Sur une feuille
card-text = L’essentiel de ce module, à imprimer et à garder au guichet.
card-link = Voir la fiche de synthèse
card-title = { $module } – fiche de synthèse
card-print = Imprimez cette fiche depuis le menu de votre navigateur (Ctrl+P, sur un Mac ⌘+P). Elle tient sur une feuille A4.
print-link = Tout le module sur une page, à imprimer
print-title = { $module } – à imprimer
print-how = Imprimez cette page depuis le menu de votre navigateur (Ctrl+P, sur un Mac ⌘+P). Vous pouvez aussi en faire un PDF. Les exercices et le quiz ne sont pas imprimés.
print-terms = Les mots de ce module
print-facts = Les données qui peuvent changer
print-facts-text = Regardez la date. Si elle est ancienne, vérifiez la donnée à la source.
print-fact = Donnée
print-checked = Vérifiée le
print-source = Source
print-edition = Édition { $edition }, publiée le { $day }.
glossary-title = Glossaire
glossary-lead = Les mots du cours, expliqués en langage clair.
glossary-letters = Aller à une lettre
glossary-empty = Il n’y a pas encore de mots ici. Ils arriveront avec le premier module du cours.

## Placement test

placement-title = Test de positionnement : { $level }
placement-lead = Vous connaissez déjà une partie de ce niveau ? Un test court montre quelles leçons vous pouvez passer.
placement-how-short = Pour chaque sujet, nous posons { $least } à { $most } questions, les plus difficiles d’abord. Nous nous arrêtons dès que c’est clair.
placement-how-unknown = « Je ne sais pas » est une bonne réponse ici. Vous n’y perdez rien : vous lisez alors simplement les leçons.
placement-how-quiz = Ce n’est pas un examen. Si vous connaissez un sujet, vous pouvez passer ses leçons. Vous faites quand même son quiz.
placement-how-stop = Il n’y a pas de limite de temps. Chaque réponse est enregistrée : vous pouvez arrêter et continuer plus tard, même sur un autre appareil. Vous ne pouvez pas revenir à une question.
placement-how-often = Vous pouvez commencer ce test { $count } fois par jour au maximum. Vous recevez d’autres questions, autant que possible.
placement-how-private = Personne d’autre ne voit le résultat.
placement-subjects = Sur quels sujets pouvons-nous vous interroger ?
placement-subjects-hint = Décochez ce qui est nouveau pour vous. Le test sera plus court.
placement-all-proven = Vous avez déjà tout démontré à ce niveau. Un test de positionnement n’est plus utile.
placement-no-modules = Il n’y a pas encore ici de modules sur lesquels un test de positionnement peut vous interroger. Revenez plus tard.
placement-to-level = Aller au niveau
placement-start = Commencer le test de positionnement
placement-is-open = Vous avez déjà commencé ce test. Vos réponses sont enregistrées.
placement-go-on = Continuer le test de positionnement
placement-waits = Vous avez commencé ce test { $count } fois en un jour. Vous pourrez recommencer { $when }. Vos résultats restent, et entre-temps vous pouvez lire et faire des quiz.
placement-past = Vos tests de positionnement précédents
placement-past-line = Résultat du { $day }
placement-number = Sujet { $place } sur { $total }, question { $number } sur { $most } au maximum
placement-next = Suivant
placement-unknown = Je ne sais pas
placement-stop = Arrêter le test
placement-missing = Donnez une réponse, ou choisissez « Je ne sais pas ».
placement-elsewhere = Cette question avait déjà une réponse, peut-être d’un autre appareil. C’est cette réponse qui compte. Nous continuons ici.
placement-end-title = Arrêter le test ?
placement-end-so-far =
    { $answered ->
        [one] Vous avez répondu à { $answered } question.
       *[other] Vous avez répondu à { $answered } questions.
    } C’est déjà clair pour { $found } { $found ->
        [one] sujet sur { $total }.
       *[other] sujets sur { $total }.
    }
placement-end-text = Vous voulez continuer plus tard ? Vous n’avez rien à faire ici : tout est enregistré. Si vous arrêtez le test, ce qui est déjà clair reste valable. Nous ne pouvons encore rien dire des autres sujets.
placement-end-button = Arrêter et voir le résultat
placement-end-back = Non, continuer
placement-again-title = Recommencer
placement-again-text = Si vous recommencez, ce test s’arrête. Ce qui est déjà clair reste valable jusqu’à ce qu’un nouveau test dise autre chose. Vous recevez d’autres questions, autant que possible.
placement-again-button = Arrêter ce test et recommencer
placement-result-title = Résultat de votre test de positionnement
placement-result =
    { $count ->
        [0] Nous n’avons pas trouvé de leçons que vous pouvez passer. Pas d’inquiétude : les leçons expliquent tout.
        [one] Vous pouvez passer les leçons d’un module.
       *[other] Vous pouvez passer les leçons de { $count } modules.
    }
placement-result-quiz = C’est avec le quiz que vous démontrez une compétence. Vous le faites encore, avec d’autres questions. Vous pouvez toujours lire les leçons.
placement-by-subject = Par sujet
placement-proven = Vous connaissez ce sujet : vous pouvez passer les leçons
placement-partly = Vous connaissez ce sujet en partie
placement-to-learn = Il y a ici quelque chose à apprendre
placement-open-subject = Pas encore clair
placement-why-proven =
    { $count ->
        [one] Nous nous sommes arrêtés après une question : votre réponse montre clairement que vous connaissez ce sujet.
       *[other] Nous nous sommes arrêtés après { $count } questions : vos réponses montrent clairement que vous connaissez ce sujet.
    }
placement-why-to-learn =
    { $count ->
        [one] Nous nous sommes arrêtés après une question : il est clair que les leçons vous aideront ici.
       *[other] Nous nous sommes arrêtés après { $count } questions : il est clair que les leçons vous aideront ici.
    }
placement-why-partly =
    { $count ->
        [one] Nous nous sommes arrêtés après une question, le nombre maximal. Ce n’était pas encore clair.
       *[other] Nous nous sommes arrêtés après { $count } questions, le nombre maximal. Vous connaissez une partie du sujet, mais ce n’était pas assez clair.
    }
placement-why-exhausted =
    { $count ->
        [one] Nous nous sommes arrêtés après une question : nous gardons les autres pour votre quiz. Ce n’était pas encore clair.
       *[other] Nous nous sommes arrêtés après { $count } questions : nous gardons les autres pour votre quiz. Ce n’était pas encore clair.
    }
placement-why-not-asked = Nous n’avons pas encore posé de question sur ce sujet.
placement-why-stopped =
    { $count ->
        [one] Vous avez arrêté le test après une question, avant que ce soit clair.
       *[other] Vous avez arrêté le test après { $count } questions, avant que ce soit clair.
    }
placement-lessons = Ces leçons expliquent ce qui n’était pas encore juste :
placement-to-lessons = Aller aux leçons
placement-trace = Ce que nous avons demandé et ce que vous avez répondu
placement-said-unknown = Vous avez dit : je ne sais pas
placement-estimate = Après cette réponse, nous pensions que vous répondriez juste à { $share } de toutes les questions sur ce sujet (entre { $low } et { $high }).
placement-no-keys = Nous ne montrons pas ici les bonnes réponses : vous les apprenez dans les leçons et après le quiz.
placement-offer-heading = Vous en connaissez déjà une partie ?
placement-offer-text = Faites un court test de positionnement. Vous saurez alors quelles leçons vous pouvez passer. Vous pouvez aussi commencer simplement par la première leçon.
placement-offer-button = Voir le test de positionnement
placement-offer-decline = Non, merci
placement-quiet = Test de positionnement : quelles leçons puis-je passer ?
placement-may-skip = Vous pouvez passer les leçons et faire le quiz
placement-may-skip-module = Votre test de positionnement montre que vous connaissez ce sujet : vous pouvez passer ces leçons.
placement-may-skip-heading = Leçons que vous pouvez passer
placement-may-skip-learning = Votre test de positionnement montre que vous connaissez ces modules. Allez tout de suite à leur quiz :

## Searching
search-title = Rechercher
search-title-asked = { $asked } : recherche
search-label = Que cherchez-vous ?
search-button = Rechercher
search-hint = Tapez un ou plusieurs mots, par exemple itsme ou déclaration. La recherche porte sur les leçons, les modules et le glossaire.
search-count =
    { $count ->
        [one] { $count } endroit trouvé
       *[other] { $count } endroits trouvés
    }
search-cut = Voici les { $count } qui conviennent le mieux. Ajoutez un mot pour en voir moins.
search-near = Aucun endroit ne contient exactement « { $asked } »
search-near-count =
    { $count ->
        [one] Vouliez-vous dire « { $near } » ? Cet endroit s’en approche.
       *[other] Vouliez-vous dire « { $near } » ? Ces { $count } endroits s’en approchent.
    }
search-near-link = Chercher « { $near } »
search-nothing = Aucune leçon et aucun terme ne contient tous ces mots. Essayez avec moins de mots, ou avec un autre.
search-all-modules = Tous les modules
search-lesson = Leçon dans « { $module } »
search-module = Module
search-term = Glossaire

## Quizzes

quiz-title = Quiz : { $module }
quiz-locked = Il vous faut un brevet valable du niveau de base avant de faire ce quiz. Terminez d’abord le niveau de base.
quiz-questions =
    { $count ->
        [one] { $count } question, tirée au sort pour vous dans une liste plus longue.
       *[other] { $count } questions, une par page, tirées au sort pour vous dans une liste plus longue.
    }
quiz-pass-mark = Vous réussissez à partir de { $mark } %.
quiz-no-hurry = Le temps n’est pas limité. Chaque réponse est enregistrée : vous pouvez donc vous arrêter et continuer plus tard.
quiz-time-limit =
    { $minutes ->
        [one] Vous avez { $minutes } minute. Le temps commence quand vous démarrez le quiz et continue si vous quittez la page.
       *[other] Vous avez { $minutes } minutes. Le temps commence quand vous démarrez le quiz et continue si vous quittez la page.
    }
quiz-time-saved = Chaque réponse est enregistrée. Quand le temps est écoulé, ce qui est enregistré compte.
quiz-time-granted = Vous avez plus de temps que d’habitude, comme convenu avec vous.
quiz-time-more = Il vous faut plus de temps ou des pauses ? Demandez-le à un administrateur avant de commencer. Vous n’avez pas à dire pourquoi.
granted-breaks =
    { $minutes ->
        [one] { $minutes } minute de pause au total dans chaque quiz à temps limité. Le temps s’arrête alors.
       *[other] { $minutes } minutes de pause au total dans chaque quiz à temps limité. Le temps s’arrête alors.
    }
granted-no-waits = Pas d’attente après un essai manqué.
granted-nothing = Rien n’est convenu : les règles habituelles s’appliquent.
extra-time-none = Le temps habituel
extra-time-percent = { $percent } % de temps en plus pour un quiz à temps limité.
extra-time-double = Le double du temps pour un quiz à temps limité.
extra-time-unlimited = Pas de limite de temps, dans aucun quiz.
clock-minutes = Temps restant : { $minutes } min (jusqu’à { $until })
clock-last = Temps restant : moins d’une minute (jusqu’à { $until })
clock-over = Le temps est écoulé. Ce qui est enregistré compte.
break-left =
    { $minutes ->
        [one] Faire une pause (encore { $minutes } minute)
       *[other] Faire une pause (encore { $minutes } minutes)
    }
break-title = Pause
break-until = Le temps est arrêté jusqu’à { $time }, ou jusqu’à ce que vous continuiez. Ensuite il reprend de lui-même.
break-then =
    { $minutes ->
        [one] Il vous reste ensuite { $minutes } minute pour le quiz.
       *[other] Il vous reste ensuite { $minutes } minutes pour le quiz.
    }
break-safe = Vos réponses sont enregistrées. Vous reverrez les questions quand vous continuerez.
break-end-button = Reprendre les questions
quiz-again = Vous n’avez pas réussi ? Vous pouvez recommencer : les questions ne seront pas toutes les mêmes.
quiz-start-button = Commencer le quiz
quiz-go-on-button = Continuer le quiz
quiz-past = Mes essais précédents
quiz-past-date = Date
quiz-past-score = Score
quiz-past-outcome = Résultat
outcome-passed = Réussi
outcome-not-yet = Pas encore réussi
quiz-waits =
    { $free ->
        [one] Après chaque essai manqué, il faut attendre plus longtemps : { $waits }. Vous avez ainsi le temps de relire.
       *[other] Vous pouvez faire { $free } essais de suite sans attendre. Ensuite, il faut attendre plus longtemps à chaque fois : { $waits }. Vous avez ainsi le temps de relire.
    }
duration-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
duration-hours =
    { $count ->
        [one] { $count } heure
       *[other] { $count } heures
    }
duration-days =
    { $count ->
        [one] { $count } jour
       *[other] { $count } jours
    }
when-today = aujourd’hui à { $time }
when-tomorrow = demain à { $time }
when-on = le { $day } à { $time }
wait-until = Vous pourrez commencer un nouvel essai { $when }.
wait-meanwhile = Ce que vous pouvez faire entre-temps
wait-read = Relisez ces leçons et refaites leurs exercices. Elles traitent de ce qui n’était pas encore correct.
quiz-past-module = Module
outcome-open = En cours
history-title = Vos essais : { $module }
history-link = Voir tous mes essais
history-lead = Choisissez un essai pour voir vos réponses, avec une explication à chaque question.
history-none = Vous n’avez pas encore fait de quiz ici. Vous retrouverez ici ceux que vous faites.
history-earlier = Essais plus anciens
question-number = Question { $number } sur { $total }
rule-single-choice = Choisissez une réponse. Elle compte entièrement ou pas du tout.
rule-multiple-choice = Choisissez toutes les réponses correctes. Chaque mauvais choix annule un bon choix, mais vous ne descendez jamais sous zéro.
rule-ordering = Donnez une place à chaque étape : 1 pour la première. Chaque étape à la bonne place compte.
rule-matching = Choisissez ce qui va ensemble. Chaque paire correcte compte.
rule-numeric = Indiquez un nombre en chiffres, sans unité. Il compte entièrement ou pas du tout.
rule-numeric-tolerance = Indiquez un nombre en chiffres, sans unité. Il compte entièrement ou pas du tout ; jusqu’à { $tolerance } de plus ou de moins, il est considéré comme correct.
rule-scenario = Choisissez étape par étape ce que vous dites ou faites. Plus vos choix sont bons, plus votre score est élevé.
rule-scenario-counts = Choisissez étape par étape ce que vous dites ou faites. Plus vos choix sont bons, plus votre score est élevé. Dans le quiz, comme dans une vraie conversation, vous ne pouvez pas revenir sur une étape. Choisissez donc d’abord, puis appuyez sur « Enregistrer et continuer ».
choose-place = Choisissez une place
choose-pair = Choisissez ce qui va avec
scenario-you = Vous :
scenario-citizen = La personne :
scenario-best = Bon choix.
scenario-better = Il y a mieux.
scenario-choose = Que dites-vous ou que faites-vous ?
screen-choose = Que choisissez-vous à l’écran ?
screen-invented = Écran inventé. Ce n’est pas un vrai service.
screen-or = Ou faites autre chose :
screen-empty = (vide)
scenario-end = La situation est terminée. Vos choix sont enregistrés.
scenario-again = Recommencer la situation
scenario-walked = Ce que vous avez fait
scenario-left = Vous avez arrêté ici. La situation continuait.
scenario-unanswered = Vous n’avez pas répondu à cette situation. Voici quel était le meilleur chemin.
scenario-best-way = Le meilleur chemin, du début à la fin
scenario-better-choice = Mieux :
scenario-why = Pourquoi :
scenario-points =
    { $points ->
        [one] { $points } point
       *[other] { $points } points
    }
scenario-best-points =
    { $points ->
        [one] En tout { $points } point : le score complet.
       *[other] En tout { $points } points : le score complet.
    }
scenario-screen = À l’écran : { $title }
save-and-continue = Enregistrer et continuer
saved-at = Enregistré à { $time }
not-saved-yet = Pas encore enregistré. Nous continuons d’essayer ; votre réponse reste ici.
step-not-saved = Pas enregistré : il n’y a pas de connexion. Appuyez encore une fois sur le bouton.
answer-pending = Pas encore enregistré.
answer-ended = Pas encore enregistré : votre session a pris fin. Votre réponse reste ici. Appuyez sur « Enregistrer et continuer » pour vous connecter à nouveau.
answer-none = Pas encore de réponse.
answer-withdrawn = Votre réponse a été retirée
answer-not-saved = Pas encore enregistré. { $why }
answer-before-counts = En attendant, votre réponse de { $time } compte.
answer-replaced = Dans une autre fenêtre ou sur un autre appareil, vous avez donné une autre réponse à { $time }. C’est la réponse d’à présent qui compte.
answer-replaced-on = La question { $number } avait aussi reçu une réponse dans une autre fenêtre ou sur un autre appareil. C’est la réponse que vous venez de donner qui compte.
answer-kept = Ce navigateur a gardé une autre réponse que vous avez donnée à cette question. Entre-temps, une nouvelle réponse a été enregistrée, peut-être depuis un autre appareil. Elle est remplie ci-dessous. Quelle réponse compte ?
answer-kept-here = Ce que ce navigateur a gardé :
answer-kept-use = Utiliser la réponse gardée par ce navigateur
answer-kept-drop = Garder la réponse ci-dessous
kept-answers-question = Question { $number }
kept-answers-sent = Enregistré : ce que ce navigateur gardait encore de la question { $numbers }.
kept-answers-ended = Pas encore enregistré : votre session a pris fin. Suivez le lien pour vous connecter à nouveau.
kept-answers-asks = Entre-temps, une autre réponse a été enregistrée. Suivez le lien et dites quelle réponse compte.
kept-answers-lead = Ces réponses ne se trouvent que dans ce navigateur. Elles ne comptent pas tant qu’elles ne sont pas enregistrées :
kept-answers-without = Si vous remettez maintenant, ces réponses ne comptent pas. Ouvrez d’abord les questions ci-dessus, ou remettez sans ces réponses.
kept-answers-without-button = Remettre sans ces réponses
skip = Passer pour l’instant
check-title = Relisez vos réponses
check-unanswered =
    { $count ->
        [one] { $count } question n’a pas encore de réponse. Une question sans réponse ne rapporte pas de points.
       *[other] { $count } questions n’ont pas encore de réponse. Une question sans réponse ne rapporte pas de points.
    }
check-all-answered = Vous avez répondu à toutes les questions.
check-may-change = Vous pouvez encore modifier vos réponses.
check-steps-stay = Les étapes que vous avez franchies dans une situation restent telles quelles.
check-begun-count =
    { $count ->
        [one] { $count } question est commencée, mais pas terminée. Ce qui en est enregistré compte.
       *[other] { $count } questions sont commencées, mais pas terminées. Ce qui en est enregistré compte.
    }
check-begun = Commencé – ce qui est enregistré compte
check-ended = Terminé
check-show = Afficher votre réponse
check-not-answered = Pas encore de réponse
check-change = Modifier la réponse
check-answer = Répondre
check-go-on = Compléter la réponse
check-view = Revoir la réponse
check-which = à la question { $number }
check-submit-heading = Remettez vos réponses
check-submit-text = Ensuite, vous ne pourrez plus modifier vos réponses. Vous verrez tout de suite votre résultat.
check-submit-button = Remettre mes réponses et voir le résultat
check-over-button = Voir mon résultat
result-passed = Vous avez réussi
result-not-yet = Pas encore réussi
result-score = Votre score : { $score }
result-pass-mark = Vous réussissez à partir de { $mark } %.
result-next = Que faire maintenant ?
result-passed-text = Vous avez démontré cette compétence. Découvrez la suite.
result-passed-button = Aller à mon parcours
result-brevet = Avec ce quiz, vous avez démontré toutes les compétences du niveau. Félicitations ! Nous préparons votre brevet.
result-brevet-button = Voir mon brevet
result-not-yet-text = Regardez ci-dessous ce qui n’était pas correct et relisez les leçons. Puis réessayez : les questions ne seront pas toutes les mêmes.
result-read-again = Relire les leçons
result-again-button = Commencer un nouvel essai
result-answers = Vos réponses, avec des explications
result-full = Entièrement correct
result-points = Score pour cette question : { $points }
result-time-over = Le temps était écoulé à { $time }. Ce qui était enregistré compte : { $saved } questions sur { $total } avaient une réponse.
result-late = La réponse que vous venez d’envoyer est arrivée trop tard et ne compte pas.
result-given = Votre réponse : { $answer }
result-expected = Réponse correcte : { $answer }
result-tolerance = Jusqu’à { $tolerance } de plus ou de moins, c’était correct aussi.
result-read = Plus d’explications dans la leçon :
refresher-title = Test de rappel : { $level }
refresher-questions = Le test de rappel compte { $count } questions, réparties sur les modules du niveau.
refresher-renews-until = Si vous réussissez aujourd’hui, votre nouveau brevet est valable jusqu’au { $day } inclus.
refresher-renews-for-good = Si vous réussissez, vous recevez un nouveau brevet sans date de fin.
refresher-start-button = Commencer le test de rappel
refresher-go-on-button = Continuer le test de rappel
refresher-renewed = Votre brevet est renouvelé : félicitations ! Le nouveau est en préparation et un e-mail vous dira quand il est prêt. Le précédent reste ce qu’il est jusqu’à son dernier jour inclus.
refresher-not-renewed = Vous avez réussi, mais votre brevet ne pouvait pas être renouvelé à ce moment. « Mes brevets » vous montre pourquoi et ce que vous pouvez faire.
refresher-not-yet = Regardez ci-dessous ce qui n’allait pas et relisez ces leçons. Réessayez ensuite : les questions ne seront pas toutes les mêmes. Entre-temps, votre brevet ne change pas.
renewal-heading = Validité de vos brevets
renewal-valid-until = Valable jusqu’au { $day } inclus.
renewal-ended-on = Était valable jusqu’au { $day } inclus.
renewal-from = Vous pouvez le renouveler à partir du { $day }.
renewal-open = Vous pouvez le renouveler maintenant par un court test de rappel de { $count } questions.
renewal-late = Il a pris fin il y a longtemps. Vous pouvez le renouveler par un test de rappel plus long de { $count } questions.
renewal-locked = Pour renouveler ce brevet, il vous faut un brevet valable ({ $level }). Renouvelez d’abord celui-là.
renewal-incomplete = Le niveau compte de nouveaux modules. Réussissez d’abord leurs quiz ; ensuite, vous pourrez renouveler ce brevet.
renewal-button = Renouveler
reminders-title = Ne plus recevoir de rappels ?
reminders-text = Avec ce bouton, vous ne recevrez plus d’e-mails qui vous rappellent la fin d’un brevet. Les autres e-mails continuent d’arriver.
reminders-button = Ne plus m’envoyer de rappels
reminders-stopped-title = Vous ne recevrez plus de rappels
reminders-stopped-text = Vous les voulez quand même plus tard ? C’est possible sur la page de votre compte.
verdict-right = Correct
verdict-wrong = Incorrect
verdict-missed = Non choisi, était juste
verdict-unanswered = Sans réponse

## Live sessions

live-title = Séances avec formateur
live-lead = Dans une séance avec formateur, vous vous exercez avec lui et avec d’autres, sur place ou en ligne.
live-notice = Vous pouvez vous exercer dans une séance avec formateur.
live-notice-asked = { $level } : il vous faut aussi des séances avec formateur ({ $count }). Inscrivez-vous à temps.
live-see = Voir les séances et s’inscrire
live-own = Mes séances
live-own-none = Vous n’avez pas d’inscription à une séance à venir.
live-own-choose = Choisissez-en une ci-dessous.
live-coming = Autres séances à venir
live-coming-none = Aucune autre séance n’est prévue pour l’instant. Les nouvelles s’affichent sur cette page ; nous n’envoyons pas d’e-mail à leur sujet.
live-coming-none-link = Continuer à apprendre
live-given = Séances que je dirige
live-given-none = Aucune séance n’est prévue. Prévoyez la première.
live-past = Mes séances passées
live-when = { $day }, de { $from } à { $until }
live-online = En ligne
live-cancelled = Annulée
live-cancelled-why = Cette séance a été annulée. La raison : { $why }
live-was-present = Vous étiez là
live-was-absent = Vous n’étiez pas là
live-seated = Vous avez une place
live-no-seat = Pas de place
live-waiting = Sur la liste d’attente
live-closed = Inscriptions fermées
live-over = Terminée
live-full = Complet
live-full-line = Complet : liste d’attente
live-free =
    Encore { $count } { $count ->
        [one] place
       *[other] places
    }
live-register = M’inscrire à la séance
live-line-up = M’inscrire sur la liste d’attente
live-locked = Pour vous inscrire ici, il vous faut d’abord un brevet valable de ce niveau : { $level }. Obtenez-le, puis revenez.
live-locked-link = Aller à « { $level } »
live-locked-short = Il vous faut d’abord un brevet : { $level }
live-full-told = Toutes les places sont prises et la liste d’attente est pleine aussi. Choisissez une autre séance, ou revenez plus tard : une place peut se libérer.
live-done-registered = Votre inscription est enregistrée et vous avez une place.
live-done-waiting = La séance est complète. Vous êtes sur la liste d’attente ; nous vous écrirons si une place se libère.
live-done-withdrawn = Votre inscription est annulée.
live-done-planned = La séance est prévue. On peut s’y inscrire dès maintenant.
live-done-changed = Vos modifications sont enregistrées.
live-done-recorded = Les présences sont enregistrées.
live-told-seated = Vous avez une place dans cette séance.
live-told-waiting = Vous êtes le numéro { $place } sur la liste d’attente. Si une place se libère pour vous, nous vous écrirons.
live-told-present = Vous étiez à cette séance, et c’est noté. Merci de votre participation.
live-told-present-counts = Vous étiez à cette séance. Elle compte pour votre niveau.
live-told-absent = Votre absence a été notée. Est-ce une erreur ? Dites-le au formateur.
live-told-over = Cette séance est terminée. Votre présence n’est pas encore notée.
live-told-no-seat = Les inscriptions sont fermées, et vous n’avez pas obtenu de place.
live-fact-when = Quand
live-fact-place = Où
live-fact-link = Lien pour participer
live-fact-level = Niveau
live-fact-language = Langue de la séance
live-fact-seats = Places
live-seats = { $free } sur { $capacity } libres
live-seats-taken = { $taken } sur { $capacity } prises
live-fact-line = Liste d’attente
live-line = { $waiting } sur { $most } personnes au plus
live-fact-closes = Inscription avant
live-fact-trainer = Formateur
live-calendar = Télécharger pour votre agenda (iCalendar)
live-withdraw = Me désinscrire
live-withdraw-title = Vous désinscrire de cette séance ?
live-withdraw-seat = Vous rendez votre place. Tant que les inscriptions sont ouvertes, elle va au premier de la liste d’attente ; vous devriez vous remettre à la fin.
live-withdraw-line = Vous perdez votre rang sur la liste d’attente.
live-keep = Non, ne rien changer
live-run = Gérer la séance
live-registered = Qui est inscrit
live-plan-title = Prévoir une séance
live-change-title = Modifier la séance
live-change-lead = Si l’heure, le lieu ou le lien change, nous écrivons à toutes les personnes inscrites.
live-field-title = Titre
live-field-title-hint = Dans la langue de la séance, 120 caractères au plus.
live-field-starts = Début
live-field-ends = Fin
live-field-moment-hint = Heure belge.
live-field-closes = Fin des inscriptions
live-field-closes-hint = Un moment à venir, au plus tard le début. Si vous laissez ce champ vide, on peut s’inscrire jusqu’au début.
live-field-place = Lieu
live-field-place-hint = Adresse et salle, 200 caractères au plus. Laissez vide si la séance est seulement en ligne.
live-field-link = Lien
live-field-link-hint = L’adresse https de la réunion en ligne. Seules les personnes qui ont une place la voient.
live-field-capacity = Nombre de places
live-field-capacity-hint = De 1 à { $most }. Autant de personnes peuvent attendre : au moins 10, au plus 100.
live-field-trainer = Adresse e-mail du formateur
live-field-trainer-hint = Laissez vide pour garder le formateur, ou pour donner vous-même une nouvelle séance.
live-save = Enregistrer
live-cancel-title = Annuler la séance
live-cancel-happens = La séance n’aura pas lieu. Personnes inscrites : { $count }. Nous écrivons à chacune, avec votre raison. C’est définitif.
live-cancel-why = Pourquoi est-elle annulée ?
live-cancel-why-hint = Toutes les personnes inscrites le lisent. 500 caractères au plus.
live-cancel-button = Annuler définitivement
live-attendance-title = Noter les présences
live-present = Qui était là ?
live-present-hint = Cochez toutes les personnes présentes ; les autres qui ont une place sont notées absentes. Vous pouvez corriger jusqu’au { $until }.
live-present-brevet = Un brevet délivré reste : seul un administrateur peut le révoquer.
live-present-save = Enregistrer les présences
live-attended = Présents : { $present }. Absents : { $absent }.
live-recorded-present = présent (noté le { $at })
live-recorded-absent = absent (noté le { $at })
live-nobody = Personne n’est encore inscrit.
live-not-recordable = Les présences se notent du début de la séance jusqu’à 14 jours après sa fin, sauf si elle est annulée.

## Brevets

brevets-title = Mes brevets
brevets-empty = Vous n’avez pas encore de brevet. Vous en recevez un quand vous avez démontré toutes les compétences d’un niveau.
brevets-empty-button = Continuer mon parcours
brevets-waiting = Votre brevet reçoit maintenant son cachet électronique. Cela prend quelques secondes. Vous recevrez aussi un e-mail quand il sera prêt.
brevets-waiting-long = Le cachet de votre brevet prend plus de temps que d’habitude : un service nécessaire ne répond pas. Vous n’avez rien à faire et rien n’est perdu : le brevet est à vous, et nous réessayons régulièrement. Vous recevrez un e-mail dès qu’il sera prêt.
brevets-refresh = Actualiser cette page
brevet-heading = Brevet : { $level }
brevet-valid = Valable
brevet-expired = Expiré
brevet-revoked = Révoqué
brevet-replaced = Remplacé
brevet-waits-for-seal = Ce brevet attend encore son cachet. Dès qu’il l’aura reçu, vous pourrez le télécharger ici.
brevet-being-sealed = Ce brevet reçoit maintenant son cachet électronique. Vous pourrez le télécharger dans un instant.
brevet-download = Télécharger le brevet (PDF)
brevet-public-page = Voir ce que les autres voient quand ils le vérifient
badge-heading = Badge numérique
badge-text = Le même brevet sous forme d’Open Badge 3.0, pour votre portefeuille numérique ou votre profil en ligne. Toute personne qui a le numéro de votre brevet peut aussi obtenir ce badge.
badge-download = Télécharger le badge (fichier JWT)
badge-pdf = Télécharger le PDF qui contient le badge
badge-file-title = Votre PDF est en préparation
badge-file-ready-title = Votre PDF est prêt
badge-file-waiting = Le PDF avec votre badge est en train de recevoir son cachet. En général, cela prend quelques secondes.
badge-file-looks = Pendant une minute, cette page regarde elle-même toutes les dix secondes s’il est prêt.
badge-file-look = Regarder maintenant
badge-file-stop = Ne plus regarder automatiquement
badge-file-long = Le cachet prend plus de temps que d’habitude : un service nécessaire ne répond pas en ce moment. Rien n’est perdu. Le PDF sera fait dès que possible ; revenez plus tard. Vous pouvez déjà télécharger votre brevet sans badge.
badge-name = Brevet Connectoo – { $level }
badge-description = La personne titulaire aide, à un guichet, les citoyens à accéder aux services publics en ligne.
badge-criteria = La personne titulaire a démontré chacune de ces compétences dans un quiz :
fact-holder = Nom
fact-level = Niveau
fact-number = Numéro
fact-issued-on = Délivré le
fact-valid-until = Valable jusqu’au (inclus)
fact-no-end = Pas de date de fin
fact-issuer = Délivré par
fact-competencies = Compétences démontrées
fact-in-brevet-language = dans la langue du brevet
fact-address = Adresse de vérification
fact-state = État
kin-replaced-by = Remplacé par
kin-replaces = Remplace
kin-renewed-by = Renouvelé par
kin-renews = Renouvelle
revoked-issued-in-error = Délivré par erreur
revoked-rules-broken = Obtenu ou utilisé sans respecter les règles du programme
revoked-holder-asked = À la demande du titulaire
revoked-other = Une autre raison, connue du programme

## Verification

verify-title = Vérifier un brevet
verify-lead = Vérifiez ici si un brevet est authentique et valable. Vous n’avez pas besoin d’un compte.
verify-number = Numéro du brevet
verify-number-hint = 16 lettres et chiffres. Vous pouvez omettre les espaces et les traits d’union. L’adresse imprimée sur le brevet convient aussi.
verify-button = Vérifier
verify-by-number = Avec le numéro
verify-by-file = Avec le fichier
verify-file = Le brevet en PDF
verify-file-hint = Vous saurez ainsi si le fichier lui-même est intact. 4 Mo au plus. Nous ne le conservons pas.
verify-file-button = Vérifier le fichier
verify-by-list = Beaucoup de brevets à la fois
verify-by-list-text = Avez-vous une liste, par exemple d’un service du personnel ? Vérifiez-la en une fois :
list-title = Vérifier une liste de brevets
list-lead = Vérifiez jusqu’à 10 000 brevets à la fois, avec ou sans les noms des titulaires.
list-file = Un fichier
list-file-hint = CSV ou XLSX, 4 Mo au plus. Mettez les numéros dans une colonne et les noms dans une autre. Une ligne d’en-tête est permise.
list-paste = Ou collez la liste ici
list-paste-hint = Un brevet par ligne : le numéro ou l’adresse imprimée sur le brevet et, si vous voulez, le nom.
list-button = Vérifier la liste
list-privacy = Nous conservons la liste et le résultat un jour. Seules les personnes qui connaissent l’adresse de la page de résultats peuvent les voir.
upload-progress = Progression de l’envoi du fichier
upload-sent = { $percent } % envoyés
upload-checking = Le fichier est arrivé. Nous le vérifions.
upload-stop = Arrêter
upload-stopped = Vous avez arrêté. Rien n’a été envoyé.
upload-failed = Le fichier n’a pas été envoyé. Vérifiez votre connexion et la taille du fichier (4 Mo au plus), puis réessayez.
list-running = La liste est en cours de vérification
list-done = La liste est vérifiée
list-progress = { $checked } lignes vérifiées sur { $total }.
list-until = Vous pouvez consulter ce résultat jusqu’au { $date } à { $time }.
list-csv = Télécharger le résultat (CSV)
list-lines = Ligne par ligne
list-given = Numéro indiqué
list-given-name = Nom indiqué
list-name-matches = Nom correct
list-name-same = Oui
list-name-other = Non, le brevet porte un autre nom
list-other-names = Avec un autre nom
list-unknown = Numéro inconnu
list-mistyped = Faute de frappe dans le numéro
list-waiting = Pas encore vérifié
list-since = Révoqué ou remplacé le
list-since-day = Depuis le { $date }.
list-reason = Raison
list-pages = Pages
list-before = Lignes précédentes
list-next = Lignes suivantes
verify-how = Comment ça marche ?
verify-how-number = Le numéro figure sur le brevet. Tapez-le ci-dessus.
verify-how-qr = Ou scannez le code QR du brevet : il ouvre tout de suite la bonne page.
verify-how-compare = Comparez ensuite le brevet avec ce que vous voyez ici. Seul compte ce qui est affiché ici.
verify-offline = Comment vérifier un fichier sans nous ?
verify-offline-text = Le cachet dans le fichier PDF prouve par lui-même que rien n’a changé depuis qu’il a été apposé. Il vous faut le fichier et les certificats de nos cachets.
verify-offline-reader = Ajoutez les certificats à un lecteur PDF qui montre les signatures, puis ouvrez le brevet. Le lecteur doit dire que la signature est valide et couvre tout le document.
verify-offline-command = Pour beaucoup de fichiers à la fois, notre programme a une commande :
verify-offline-limit = Un cachet ne dit pas si un brevet a été révoqué plus tard. Seul le registre le sait. Vérifiez le numéro ici dès que vous le pouvez.
verify-offline-certificates = Télécharger les certificats de nos cachets (fichier PEM)
verify-valid = Ce brevet est valable
verify-valid-text = Ce brevet a été délivré par le programme et il est valable aujourd’hui.
verify-expired = Ce brevet a expiré
verify-expired-text = Ce brevet a été délivré par le programme, mais était valable jusqu’au { $date } inclus.
verify-revoked = Ce brevet a été révoqué
verify-revoked-text = Le programme a révoqué ce brevet le { $date }. Depuis, il n’est plus valable.
verify-reason = Raison : { $reason }.
verify-replaced = Ce brevet a été remplacé
verify-replaced-text = Le { $date }, un nouveau brevet avec un nom corrigé a pris sa place. Seul le nouveau compte : demandez-le.
verify-file-original = Ce fichier est exactement celui qui a été délivré.
verify-altered = Ce fichier a été modifié
verify-altered-text = Il provient d’un de nos brevets, mais ce n’est pas le fichier que nous avons délivré. Ne vous fiez pas à son contenu.
verify-altered-original = Ci-dessous figure le vrai brevet, tiré de notre registre. Demandez au titulaire de télécharger à nouveau le fichier.
verify-original-state = Ce que le registre dit du vrai brevet : { $state }.
verify-elsewhere = Notre cachet, mais pas dans ce registre
verify-elsewhere-text = Le cachet de ce fichier est authentique, mais ce registre ne connaît pas le fichier. Il peut provenir d’un environnement de test. Ne l’acceptez pas comme valable.
verify-file-unknown = Ce fichier est inconnu
verify-file-unknown-text = Ce n’est pas un fichier que nous avons délivré. Un scan, une impression en PDF ou un brevet d’un autre programme nous est toujours inconnu.
verify-file-encrypted = Il est protégé par un mot de passe. Nos brevets ne le sont jamais.
verify-file-next = Porte-t-il un numéro ou un code QR ? Vérifiez alors le brevet avec celui-ci.
verify-picture = Montrer à quoi ressemble le vrai brevet (image, environ 0,5 Mo)
verify-picture-alt = Le brevet de { $holder } portant le numéro { $number }, tel qu’il a été délivré. Tout ce qui y figure se trouve aussi dans la liste ci-dessus.
verify-demonstration = Ce brevet indique que son cachet est une démonstration sans valeur officielle.
verify-looked-up = Consulté dans le registre le { $date } à { $time }.
verify-unknown = Ce numéro est inconnu
verify-mistyped = Ce numéro contient une faute de frappe
verify-asked = Le numéro que vous avez demandé :
verify-facts = Ce que dit le registre
verify-compare = Vous avez le brevet devant vous ? Comparez chaque ligne. Si quelque chose est différent, ne vous fiez pas au papier : seul compte ce qui est affiché ici.
verify-another = Vérifier un autre brevet
verify-how-statement = Le registre est inaccessible ? Vérifiez la signature du code QR
statement-title = Vérifier le code QR sans le registre
statement-lead = Le code QR d’un brevet contient une déclaration signée. Vous pouvez vérifier sa signature ici, même quand le registre des brevets est inaccessible.
statement-out-of-reach = Le registre est inaccessible pour le moment
statement-out-of-reach-text = Nous ne pouvons pas dire maintenant si ce brevet est valable. Réessayez dans quelques minutes. En attendant, vous pouvez vérifier la déclaration signée du code QR : scannez le code, copiez toute l’adresse obtenue et collez-la ici.
statement-address = Adresse du code QR
statement-address-hint = Toute l’adresse, avec tout ce qui suit le signe #.
statement-name = Nom imprimé sur le brevet (facultatif)
statement-name-hint = Nous le comparons avec la déclaration. Nous ne le conservons pas.
statement-button = Vérifier la déclaration
statement-genuine = Cette déclaration est authentique
statement-genuine-text = Le programme a signé cette déclaration quand il a délivré le brevet. Elle ne dit pas si le brevet est encore valable aujourd’hui.
statement-over = Le dernier jour de validité est passé.
statement-name-same = Le nom que vous avez saisi est celui de la personne titulaire.
statement-name-other = Le nom que vous avez saisi n’est pas celui de la personne titulaire. Vérifiez l’orthographe. Si elle est correcte, ne vous fiez pas à ce brevet.
statement-name-not-asked = Vous n’avez pas saisi de nom : nous n’avons donc pas pu le comparer.
statement-name-below = Pour comparer aussi le nom, saisissez-le ci-dessous et appuyez sur le bouton.
statement-facts = Ce que dit la déclaration
statement-unread = Il n’y a pas de déclaration lisible
statement-not-ours = Ce n’est pas une déclaration du programme
statement-absent = Ce que vous avez saisi ne contient pas de déclaration signée. Les anciens brevets n’en ont pas. Copiez toute l’adresse du code QR, avec tout ce qui suit le signe #.
statement-damaged = La déclaration est incomplète ou contient une faute de frappe. Scannez à nouveau le code QR et copiez toute l’adresse.
statement-unknown-key = Elle est signée avec une clé qui n’est pas la nôtre. Ne vous fiez pas à ce brevet avant d’avoir vérifié son numéro dans le registre.
statement-forged = Le numéro ou la déclaration a été modifié : la signature ne correspond pas. Ne vous fiez pas à ce brevet avant d’avoir vérifié son numéro dans le registre.
statement-script-refused = La déclaration de cette adresse est incomplète, a été modifiée ou n’est pas signée par nous. Scannez à nouveau le code QR. Ne vous fiez pas à ce brevet avant d’avoir vérifié son numéro dans le registre.
statement-what = Qu’est-ce que cela prouve ?
statement-proves = Cela prouve que le programme a délivré un brevet avec ce numéro, ce niveau et ces dates à la personne qui porte ce nom.
statement-proves-not-state = Cela ne prouve pas que le brevet est encore valable : il a pu être révoqué ou remplacé depuis. Seul le registre le sait.
statement-proves-not-paper = Cela ne prouve pas que le reste du papier est inchangé, ni que la personne devant vous est la personne titulaire.

## Home page

home-title = Aidez chacun à s’y retrouver en ligne
home-lead = Avec Connectoo, vous devenez aidante ou aidant numérique : au guichet, vous aidez les gens à utiliser les services publics en ligne.
home-register = S’inscrire et commencer
home-go-on = Aller à mon parcours
home-figure-modules =
    { $count ->
        [one] module au niveau de base
       *[other] modules au niveau de base
    }
home-figure-hours = heures de formation, à votre rythme
home-figure-languages = langues
home-what = Qu’est-ce que Connectoo ?
home-what-text = Tout le monde n’arrive pas à introduire une déclaration d’impôts, à lire ses courriers officiels ou à prendre rendez-vous en ligne. Connectoo vous apprend à aider ces personnes : avec patience, avec respect et de manière à ce qu’elles apprennent à le faire elles-mêmes.
home-for-whom = Pour qui ?
home-for-whom-text = Pour toutes les personnes qui rencontrent des citoyens dans leur travail pour un service public : au guichet, au téléphone, dans une bibliothèque ou dans un service social. Vous pouvez commencer sans connaissances techniques.
home-steps = Comment ça marche ?
home-step-learn = Apprendre
home-step-learn-text = Lisez de courtes leçons avec des situations concrètes du guichet. Exercez-vous au fur et à mesure.
home-step-prove = Démontrer
home-step-prove-text = Montrez ce que vous savez dans un quiz pour chaque module. Chaque réponse est expliquée et vous pouvez réessayer.
home-step-receive = Recevoir
home-step-receive-text = Quand vous avez démontré toutes les compétences, vous recevez votre brevet : une attestation officielle avec un cachet électronique.
home-see-modules = Voir les modules
home-verify = Vérifier un brevet
home-verify-text = Quelqu’un vous a montré un brevet ? Vérifiez ici s’il est authentique et valable.

## Accessibility, privacy, cookies

contact-title = Aide et contact
contact-here = Pour vos questions :
accessibility-title = Accessibilité
accessibility-lead = Tout le monde doit pouvoir utiliser ce site. Si quelque chose ne fonctionne pas pour vous, l’erreur vient de nous.
accessibility-standard-heading = Notre objectif
accessibility-standard = Ce site veut respecter les règles pour l’accessibilité des contenus web (WCAG) 2.2, niveau AA. La loi du 19 juillet 2018 oblige les services publics à rendre leurs sites internet accessibles.
accessibility-works-heading = Ce qui fonctionne
accessibility-works-keyboard = Vous pouvez utiliser chaque page avec le clavier seul.
accessibility-works-script = Chaque page fonctionne sans JavaScript.
accessibility-works-zoom = Vous pouvez agrandir jusqu’à 400 % et utiliser un écran étroit sans devoir faire défiler la page sur le côté. Seuls les tableaux larges et les dessins défilent, dans leur propre cadre.
accessibility-works-time = Le temps n’est pas limité dans un quiz, sauf si sa page le dit à l’avance ; qui a besoin de plus de temps ou de pauses peut en obtenir. Chaque réponse est enregistrée. Si votre session prend fin, connectez-vous à nouveau et continuez.
accessibility-works-pdf = Le brevet est un PDF balisé : les lecteurs d’écran peuvent le lire.
accessibility-check-heading = Comment nous le vérifions
accessibility-check = Les pages sont vérifiées automatiquement avec l’outil axe. Une vérification automatique ne trouve qu’une partie des problèmes.
accessibility-limits-heading = Ce qui n’est pas encore parfait
accessibility-limits-audit = Aucun organisme indépendant n’a encore contrôlé ce site.
accessibility-limits-api = Les descriptions techniques de la page API existent seulement en anglais.
accessibility-limits-links = Les leçons contiennent des liens vers d’autres sites internet. Nous n’avons pas de contrôle sur leur accessibilité.
accessibility-help-heading = Quelque chose ne fonctionne pas ?
accessibility-help = Dites à l’organisation qui gère ce service de quelle page il s’agit, ce que vous vouliez faire et ce qui s’est passé. Demandez une autre manière de faire la même chose et demandez que le problème soit corrigé.
privacy-title = Vie privée
privacy-lead = Nous conservons seulement ce qu’il faut pour vous former, vous délivrer votre brevet et permettre à d’autres de le vérifier.
privacy-what-heading = Ce que nous conservons, pourquoi et pendant combien de temps
privacy-what = Quoi
privacy-why = Pourquoi
privacy-how-long = Combien de temps
privacy-account = Votre nom, votre adresse e-mail, votre langue, les e-mails que vous souhaitez et la date de votre dernière visite
privacy-account-why = Pour vous reconnaître quand vous vous connectez, pour vous écrire dans votre langue et pour imprimer votre nom sur votre brevet.
privacy-account-how-long = Tant que vous avez un compte.
privacy-answers = Les leçons que vous avez lues, vos réponses et vos résultats
privacy-answers-why = Pour que vous puissiez vous arrêter et continuer plus tard, voir ce qui n’était pas correct et démontrer chaque compétence.
privacy-answers-how-long = Tant que vous avez un compte.
privacy-granted = Ce qui est convenu pour vous dans les quiz : plus de temps, des pauses, pas d’attente
privacy-granted-why = Pour qu’un quiz soit équitable pour vous. Nous gardons qui l’a décidé et quand, jamais pourquoi.
privacy-granted-how-long = Tant que vous avez un compte chez nous.
privacy-notes = Vos signets et vos notes
privacy-notes-why = Pour que vous les retrouviez. Personne d’autre ne peut les lire sur ce site.
privacy-notes-how-long = Jusqu’à ce que vous les supprimiez, puis 30 jours encore pour pouvoir les remettre.
privacy-live = Vos inscriptions aux séances avec formateur et votre présence : qui l’a notée et quand
privacy-live-why = Pour vous garder une place et vous écrire au sujet de la séance, aussi la veille. La présence est une preuve là où un niveau demande des séances. Le formateur et les administrateurs voient votre nom et votre adresse e-mail.
privacy-live-how-long = Tant que vous avez un compte. Si vous vous désinscrivez, nous effaçons l’inscription.
privacy-brevets = Vos brevets
privacy-brevets-why = Pour que vous puissiez les télécharger et que d’autres puissent les vérifier.
privacy-brevets-how-long = Sans date de fin : il faut toujours pouvoir vérifier un brevet.
privacy-mails = Les e-mails que nous vous avons écrits
privacy-mails-why = Pour qu’un administrateur puisse vous aider quand un e-mail n’est pas arrivé.
privacy-mails-how-long = Jusqu’à ce que l’organisation qui gère ce service les supprime.
privacy-lists = Les listes de brevets que quelqu’un a vérifiées
privacy-lists-why = Pour que la personne qui a envoyé une liste puisse lire et garder le résultat. Seules les personnes qui connaissent l’adresse du résultat peuvent le voir.
privacy-lists-how-long = Un jour.
privacy-not = Nous ne demandons pas votre numéro de registre national. Nous ne vendons pas de données et nous n’affichons pas de publicité.
privacy-files = Nous vérifions le fichier PDF que vous envoyez et ne le conservons pas. Pour freiner les personnes qui demandent trop, nous comptons les demandes sous une forme brouillée de l’adresse réseau. Nous l’oublions après une heure.
privacy-public-heading = Ce que les autres peuvent voir
privacy-public = Toute personne qui a le numéro d’un brevet peut le vérifier. Elle voit alors votre nom, le niveau, les dates, les compétences et si le brevet est valable. Sans le numéro, personne ne peut trouver votre brevet. Vos réponses et vos scores n’y apparaissent jamais.
privacy-safety-heading = Comment nous protégeons vos données
privacy-safety = Nous n’enregistrons jamais votre mot de passe lui-même, mais seulement une forme qui ne permet pas de le retrouver. Pour arrêter les personnes qui essaient de deviner des mots de passe, nous comptons les tentatives ratées. Pour cela, nous utilisons une forme brouillée de l’adresse e-mail et de l’adresse réseau.
privacy-rights-heading = Vos droits
privacy-rights = Vous pouvez demander quelles données nous avons sur vous, les faire corriger ou effacer, en recevoir une copie ou vous opposer à leur utilisation. Vous pouvez changer vous-même votre nom et votre langue sous « Mon compte ». Pour le reste, adressez-vous à l’organisation qui gère ce service.
privacy-who = Les brevets sont délivrés par { $issuer }. Demandez-y ce que vous voulez savoir sur vos données.
privacy-complaint = La réponse ne vous satisfait pas ? Vous pouvez introduire une plainte auprès de l’Autorité de protection des données.
cookies-title = Cookies
cookies-lead = Ce site utilise seulement les cookies dont il a besoin pour fonctionner. C’est pourquoi nous ne vous demandons pas votre consentement.
cookies-table = Les cookies de ce site
cookies-name = Nom
cookies-purpose = À quoi il sert
cookies-how-long = Combien de temps il reste
cookies-session = Garde votre session ouverte et prouve que c’est vous qui avez envoyé un formulaire.
cookies-session-how-long = 30 jours au maximum. Votre session se ferme après 12 heures sans utilisation ou quand vous vous déconnectez.
cookies-visitor = Prouve que c’est vous qui avez envoyé un formulaire quand vous n’avez pas de session ouverte.
cookies-visitor-how-long = 7 jours
cookies-language = Retient la langue que vous avez choisie.
cookies-language-how-long = 1 an
cookies-kept-answer = Pendant que vous répondez à une question du quiz, votre navigateur garde votre réponse jusqu’à ce qu’elle soit enregistrée chez nous. Ce qui n’est pas enregistré après 7 jours, il l’efface dès que vous ouvrez à nouveau un quiz. Ce n’est pas un cookie : aucun nom n’y figure et il n’est envoyé à personne d’autre.
cookies-none-else = Il n’y a pas de cookies d’autres entreprises et aucun cookie ne vous suit. Sur une connexion sécurisée, les noms des deux premiers commencent par « __Host- ».

## API

api-title = API
api-lead = Ce que vous pouvez faire sur ces pages, votre propre programme peut le faire aussi.
api-contract = La description complète (OpenAPI 3.0, { $format })
api-sign-in-heading = Se connecter
api-sign-in = Demandez un jeton d’accès avec votre adresse e-mail et votre mot de passe, puis envoyez-le avec chaque requête dans l’en-tête « Authorization: Bearer … ». Pour vérifier un brevet, vous n’avez pas besoin de jeton.
api-problems = Problèmes
api-problems-text = Quand quelque chose ne va pas, la réponse est un document qui décrit le problème (RFC 9457). La dernière partie de son type est un de ces noms.

## Administration

administration-title = Administration
administration-jobs = Tâches en attente
administration-no-jobs = Aucune tâche n’est en attente : tout est fait.
job-kind = Quoi
job-since = Depuis
job-tries = Tentatives
job-last-error = Dernière erreur
job-no-error = Aucune
job-technical = Message d’origine :
job-no-timestamp = Le service d’horodatage est injoignable ou ne répond pas.
job-bad-timestamp = Le service d’horodatage a répondu, mais son horodatage n’est pas accepté.
job-new-timestamp = Le service d’horodatage a changé ; le prochain essai en tient compte.
job-no-proof = Impossible de savoir en ce moment si un certificat est révoqué.
job-no-key = La clé du cachet ne peut pas être utilisée.
job-seal-failed = L’apposition du cachet a échoué.
job-mail-not-taken = Le serveur de messagerie n’a pas accepté l’e-mail.
job-seal-brevet = Apposer le cachet sur un brevet
job-send-mail = Envoyer un e-mail
job-verify-batch = Vérifier une liste de brevets
job-seal-badge-file = Apposer le cachet sur un brevet avec son badge
administration-mails = Derniers e-mails
administration-sends = Les e-mails partent par le serveur de messagerie configuré.
administration-keeps = Aucun serveur de messagerie n’est configuré : les e-mails sont conservés ici et ne sont pas envoyés.
administration-no-mails = Aucun e-mail n’a encore été écrit.
mail-state-waiting = En attente
mail-state-sent = Envoyé
mail-state-kept = Conservé, pas envoyé
mail-state-refused = Refusé par le serveur de messagerie
administration-seal = Cachet électronique
seal-subject = Certificat du cachet
seal-until = Certificat valable jusqu’au
find-brevet-title = Chercher un brevet
find-brevet-field = Numéro du brevet ou nom du titulaire
find-brevet-hint = Le nom tel qu’il figure sur le brevet, ou une partie.
find-brevet-button = Chercher
find-brevet-found =
    { $count ->
        [one] { $count } brevet trouvé
       *[other] { $count } brevets trouvés
    }
find-brevet-none = Aucun brevet ne porte ce numéro ou ce nom. Vérifiez l’orthographe ou cherchez une partie du nom.
find-brevet-cut = Il y en a davantage : seuls les plus récents figurent ici. Indiquez une plus grande partie du nom.
administered-title = Brevet { $number }
administered-kin = Brevets liés
administered-history = Ce qui s’est passé
administered-decide = Ce que vous pouvez décider
administered-final = Une décision a été prise sur ce brevet, elle est définitive.
find-account-title = Chercher un compte
find-account-field = Nom ou adresse e-mail
find-account-hint = Une partie suffit.
find-account-button = Chercher
find-account-found =
    { $count ->
        [one] { $count } compte trouvé
       *[other] { $count } comptes trouvés
    }
find-account-none = Aucun compte ne porte ce nom ou cette adresse. Vérifiez l’orthographe ou cherchez une partie plus courte.
find-account-cut = Il y en a davantage : seuls les premiers figurent ici. Précisez votre recherche.
account-role = Rôle
account-registered = Inscription
fact-name = Nom
role-learner = Apprenant
role-trainer = Formateur
role-hr = Service du personnel
role-administrator = Administrateur
grant-heading = Aménagements pour les quiz
grant-lead = Notez seulement ce qui est convenu, jamais pourquoi. La personne le voit sur la page de son compte. Le temps et les pauses valent pour les essais qui commencent ensuite.
grant-extra-time = Temps
grant-breaks = Pauses dans un essai, au total
grant-breaks-hint = Pendant une pause, le temps est arrêté et les questions ne sont pas visibles.
grant-no-breaks = Pas de pauses
grant-waits = Délais d’attente
grant-waits-waived = Pas d’attente après des essais non réussis
grant-button = Enregistrer ces aménagements
grant-done = Les aménagements sont enregistrés.
grant-history = Ce qui a été décidé
grant-who = Par
grant-what = Aménagement
administered-revoked = Le brevet est révoqué et le titulaire reçoit un e-mail.
administered-replaced = Voici le nouveau brevet. Il reçoit maintenant son cachet électronique, et le titulaire reçoit un e-mail.
history-awarded = Obtenu le { $date }.
history-sealed = Cachet apposé le { $date } à { $time }.
history-revoked = Révoqué le { $date } à { $time } par { $who }.
history-replaced = Remplacé le { $date } à { $time } par { $who }.
history-note = Explication : { $note }
history-somebody = une personne qui n’a plus de compte
decide-on = Continuer
decide-back = Revenir pour modifier
revoke-title = Révoquer le brevet
revoke-reason = Pourquoi est-il révoqué ?
revoke-reason-hint = Les personnes qui vérifient le brevet voient cette raison.
revoke-note = Explication
revoke-note-hint = Figure dans l’e-mail au titulaire et dans le dossier, jamais sur la page publique. Nécessaire pour « une autre raison ». Au plus 500 caractères.
revoke-confirm-title = Révoquer vraiment ce brevet ?
revoke-what-happens = Ce qui va se passer
revoke-happens-state = Les personnes qui vérifient le brevet voient désormais qu’il est révoqué.
revoke-happens-expert = Le titulaire ne peut plus le renouveler. Si c’est un brevet de base, les quiz du niveau expert se ferment à nouveau.
revoke-happens-mail = Le titulaire reçoit un e-mail avec la raison et votre explication.
revoke-happens-final = C’est irréversible.
revoke-confirm-button = Oui, révoquer le brevet
replace-title = Remplacer le brevet
replace-lead = Le nom contient-il une faute ? Un nouveau brevet prend alors sa place, avec un nouveau numéro et les mêmes dates.
replace-holder = Nom correct
replace-holder-hint = Tel qu’il doit figurer sur le nouveau brevet. Le nom du compte ne change pas.
replace-note = Raison pour le dossier
replace-note-hint = Pourquoi le nom change, par exemple : faute de frappe, vu sur la carte d’identité. Seuls les administrateurs la voient. Au plus 500 caractères.
replace-confirm-title = Remplacer vraiment ce brevet ?
replace-happens-new = Un nouveau brevet est établi au nom de { $name }, avec un nouveau numéro et un nouveau cachet.
replace-happens-old = Les personnes qui vérifient l’ancien voient qu’il est remplacé, et par lequel.
replace-happens-mail = Le titulaire reçoit un e-mail, puis un autre dès que le nouveau est prêt.
replace-confirm-button = Oui, remplacer le brevet

## E-mails

mail-greeting = Bonjour { $name },
mail-closing = Cordialement, Connectoo
mail-ignore = Vous n’avez rien demandé ? Alors vous n’avez rien à faire.
mail-link = { $label } :
mail-confirm-subject = Terminez votre inscription à Connectoo
mail-confirm-text = Vous avez demandé un compte Connectoo. Ouvrez le lien ci-dessous dans les 24 heures pour terminer votre inscription.
mail-confirm-action = Terminer mon inscription
mail-exists-subject = Vous avez déjà un compte Connectoo
mail-exists-text = Quelqu’un a demandé un compte Connectoo avec votre adresse e-mail, mais vous en avez déjà un. Si c’était vous, connectez-vous comme d’habitude. Si vous avez oublié votre mot de passe, choisissez-en un nouveau avec le lien ci-dessous.
mail-exists-action = Choisir un nouveau mot de passe
mail-reset-subject = Choisissez un nouveau mot de passe pour Connectoo
mail-reset-text = Vous avez demandé un nouveau mot de passe pour Connectoo. Ouvrez le lien ci-dessous dans les 24 heures pour en choisir un.
mail-reset-action = Choisir un nouveau mot de passe
mail-brevet-subject = Votre brevet Connectoo est prêt ({ $level })
mail-brevet-text = Félicitations ! Vous avez démontré toutes les compétences ({ $level }). Votre brevet est prêt : connectez-vous et téléchargez-le.
mail-brevet-corrected = Votre brevet avec le nom corrigé est prêt ({ $level }) : connectez-vous et téléchargez-le.
mail-brevet-renewed = Félicitations ! Vous avez renouvelé votre brevet ({ $level }). Le nouveau est prêt : connectez-vous et téléchargez-le.
mail-brevet-check = Son numéro est { $number }. Toute personne à qui vous donnez ce numéro peut vérifier le brevet sur notre site internet.
mail-brevet-action = Voir mes brevets
mail-reminder-opens = Vous pouvez maintenant renouveler votre brevet Connectoo ({ $level })
mail-reminder-ends = Votre brevet Connectoo prend fin le { $day } ({ $level })
mail-reminder-text = Votre brevet numéro { $number } ({ $level }) est valable jusqu’au { $day } inclus.
mail-reminder-how = Renouvelez-le par un court test de rappel : connectez-vous, allez à « Mes brevets » et choisissez « Renouveler ». Si vous renouvelez à temps, vous ne perdez aucun jour.
mail-reminder-stop = Ne plus recevoir de rappels
mail-digest-subject = Connectoo : où vous en êtes et ce qui suit
mail-digest-progress = { $level } : vous avez démontré { $proven } des { $total } compétences.
mail-digest-next = Votre prochaine étape : { $next }
mail-digest-live = Votre prochaine séance avec formateur : « { $title } », le { $when }.
mail-digest-calm = Rien ne presse : ce que vous avez fait est conservé.
mail-digest-stop = Ne plus recevoir d’e-mails hebdomadaires
mail-revoked-subject = Votre brevet Connectoo a été révoqué ({ $level })
mail-revoked-text = Le programme a révoqué votre brevet numéro { $number } ({ $level }).
mail-revoked-reason = La raison : { $reason }. Les personnes qui vérifient le brevet la voient aussi.
mail-revoked-note = Explication, confidentielle : { $note }
mail-revoked-meaning = Vous ne pouvez plus utiliser ce brevet. Pensez-vous que c’est une erreur ? Contactez l’organisation qui gère ce service.
mail-replaced-subject = Vous recevez un nouveau brevet Connectoo ({ $level })
mail-replaced-text = Votre brevet numéro { $number } a été remplacé ({ $level }). Le nouveau porte le numéro { $by } et le nom { $name }.
mail-replaced-meaning = Utilisez désormais le nouveau. Les personnes qui vérifient l’ancien voient qu’il est remplacé. Vous recevrez un e-mail dès que le nouveau est prêt.
mail-live-seated-subject = Vous avez une place : { $title }
mail-live-seated-text = Vous avez une place dans la séance avec formateur « { $title } » du { $when }.
mail-live-withdraw = Vous ne pouvez pas venir ? Désinscrivez-vous pour laisser la place à quelqu’un d’autre.
mail-live-reminder-subject = Rappel : { $title }
mail-live-reminder-text = C’est pour bientôt : la séance avec formateur « { $title } » du { $when }.
mail-live-changed-subject = Modifiée : { $title }
mail-live-changed-text = La séance avec formateur « { $title } » pour laquelle vous avez une inscription a été modifiée. Elle a lieu maintenant le { $when }.
mail-live-changed-withdraw = Cela ne vous convient plus ? Désinscrivez-vous pour que quelqu’un d’autre puisse venir.
mail-live-cancelled-subject = Annulée : { $title }
mail-live-cancelled-text = La séance avec formateur « { $title } » du { $when } n’aura pas lieu.
mail-live-cancelled-why = La raison : { $why }
mail-live-cancelled-others = Regardez si une autre séance vous convient.
mail-live-place = Lieu : { $place }
mail-live-link = Vous pouvez participer en ligne : le lien se trouve sur la page de la séance.
mail-live-join = Participez en ligne : { $link }
mail-live-action = Voir la séance
