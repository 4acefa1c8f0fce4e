## The frame of every page

skip-to-content = Skip to the content
demonstration-banner = Demonstration: accounts and brevets here have no official value.
languages-label = Language
menu-button = Menu
menu-label = Main menu
footer-label = About this site
footer-line = Connectoo is the Belgian training programme for digital helpers.
back = Back
back-home = Home page
back-label = Way back
sign-in = Sign in
sign-out = Sign out

## Forms and their errors

error-title = Error: { $title }
error-summary-title = There is a problem
error-word = Error:
field-name = Your first name and last name
field-name-hint = We print this name on your brevet.
field-email = E-mail address
field-email-hint = We send a link to this address. You need it to finish your registration.
field-password = Password
field-new-password = Choose a password
field-new-password-hint = At least 12 characters. It may be a sentence that only you know.
issue-missing = Fill in this field.
issue-missing-email = Enter your e-mail address.
issue-missing-name = Enter your first name and last name.
issue-missing-password = Enter a password.
issue-missing-answer = Give an answer, or skip the question for now.
issue-missing-number = Enter the number of the brevet.
issue-missing-file = Choose a file first.
issue-missing-list = Paste a list of numbers, or choose a file.
issue-missing-reason = Choose why the brevet is revoked.
issue-missing-note = Write why, in a sentence or two.
issue-missing-competencies = Choose at least one subject.
issue-missing-title = Enter a title.
issue-missing-start = Enter when the session begins.
issue-missing-end = Enter when the session ends.
issue-missing-capacity = Enter the number of seats.
issue-unknown = “{ $name }” is not known here. Leave it out.
issue-malformed = This cannot be read as JSON: look at line { $line }, character { $column }. Correct it and send it again.
issue-wrong-type = This is not of the right kind. Enter what is asked for here.
issue-short-password = Choose a longer password: at least { $least } characters.
issue-too-short = Enter at least { $least } characters.
issue-too-long = Enter { $most } characters or fewer.
issue-not-an-email = Enter an e-mail address like name@example.be.
issue-common-password = This password is easy to guess. Choose another one, for example a sentence that only you know.
issue-not-offered = Choose one of the answers that are offered.
issue-repeated = You chose the same one twice. Choose each one once.
issue-incomplete = Your answer is not complete. Choose something for each part.
issue-not-a-number = Enter a number, in digits, such as 12 or 2.5.
issue-only-a-number = Enter only the number, in digits and without its unit, such as 12 or 2.5.
issue-not-printable = The brevet cannot print the character { $letter }. Write your name with letters of the Latin, Greek or Cyrillic alphabet.
issue-invisible = The name holds a character that nobody can see. Type it again by hand.
issue-invisible-text = The text holds a character that nobody can see. Remove it or type the text again.
issue-too-wide = This name is too wide for the brevet. Write it shorter, for example with initials for some of the first names.
issue-unchanged = This is what the brevet says already. Enter the correct name.
issue-empty-file = This file is empty. Download the brevet again, or ask for it again.
issue-not-a-pdf = This is not a PDF file. Choose the brevet as it was downloaded, not a photo, a scan or a zip file. Do you have only paper? Then type the number.
issue-file-too-large = This file is too large: 4 MB at most.
issue-not-a-list = We cannot read this file. Save the list as CSV or XLSX and try again.
issue-empty-list = There is no number in this list. Put one brevet on each line and save the file again, or paste the numbers into the text box.
issue-too-many-rows = This list is too long: at most { $most } brevets. Split it into parts.
issue-out-of-range = Enter a whole number from { $least } to { $most }.
issue-missing-place = Enter a place or a link, or both.
issue-not-a-moment = Enter a date and a time, such as 2027-01-12 14:00.
issue-not-a-web-address = Enter a whole web address that begins with https://.
issue-too-early = The end must come after the start. Change one of the two.
issue-too-late = Registration must close before the start, or at the start.
issue-in-the-past = This moment is over. Choose one that is still to come.
issue-not-a-trainer = No trainer has this e-mail address. Enter the address of a trainer.
issue-fewer-than-taken = { $taken } seats are taken already. Enter that many or more.
issue-people-registered = People have registered already: the level stays. Cancel the session and plan another one.
issue-own-attendance = Somebody else records whether you were there yourself: ask an administrator.

## Problems, told to people and to API clients alike

problem-title = This did not work
problem-status = Error { $status }
problem-ways = What you can do now
problem-kept-text = What you just filled in was not saved, but it is kept on this page. Press the button to send it again.
problem-kept-button = Try again
problem-back = Go back to the page where you were
problem-home = Go to the home page
problem-bad-request = Some of what was sent is missing or wrong. Correct it and send it again.
problem-not-found = This page or item does not exist. Check the address, or start again from the home page.
problem-method-not-allowed = This address cannot be used in this way. Go back and use the links and buttons on the page.
problem-not-acceptable = We cannot answer in the format that was asked for. Ask for JSON.
problem-payload-too-large = What was sent is too large. Send less at once.
problem-unsupported-media-type = We cannot read this type of content. Send JSON, or use the form on the page.
problem-sign-in-first = You are not signed in, or your session has ended. Sign in and try again.
problem-missing-permission = Your account has no access to this. Sign in with another account, or ask an administrator for access.
problem-too-many-requests = You asked for this too often. Wait a moment and try again.
problem-too-many-failed-requests = There were too many failed attempts. Wait a moment and try again.
problem-internal = Something went wrong on our side. What you saved is safe. Try again in a few minutes.
problem-unavailable = The service is not available for a moment. What you saved is safe. Try again in a few seconds.
problem-wrong-credentials = The e-mail address or the password is not right. Check both and try again.
problem-link-expired = This link has been used already or is too old. Ask for a new one.
problem-form-expired = This form is too old to be sent. Go back, load the page again and send it once more.
problem-invalid-refresh-token = This refresh token is not valid any more. Sign in again.
problem-level-locked = You need a valid basic brevet first. Finish the basic level, then come back.
problem-retake-too-early = You did not pass your last attempts, so there is a wait before the next one. Read the lessons again meanwhile, then start a new attempt.
problem-placement-too-often = You have begun this test many times today. Your results stay. Go on learning meanwhile, and begin again tomorrow.
problem-time-over = The time for this quiz is over. This answer came too late. What was saved before counts and has been marked. Look at your result.
problem-step-taken = You have gone on in this situation already, perhaps in another window or on another device. A step cannot be taken back. Go on from where it stands now.
problem-no-break-left = There is no break for this quiz, or your breaks are used up. Go on with the quiz.
problem-already-submitted = You have handed in these answers already. They can no longer be changed. Look at your result, or start a new attempt.
problem-busy = Other answers came in at the same moment. Try again.
problem-brevet-being-sealed = Your brevet is still being sealed. Usually this takes a few seconds. Try again after that.
problem-unknown-brevet = No brevet with this number was ever issued here. Check that you copied the whole number.
problem-mistyped-number = This cannot be a brevet number: a character is wrong or missing. Compare it with the brevet and type it again.
problem-already-revoked = This brevet was revoked already. That is final.
problem-already-replaced = This brevet was already replaced by another one. Look up the new brevet and go on there.
problem-already-renewed = This brevet was renewed already. You find the new one under “My brevets”.
problem-not-renewable = This brevet need not be renewed: it has no end date, or the programme offers no renewal.
problem-renewal-not-open = You cannot renew this brevet yet. “My brevets” says from which day you can.
problem-level-incomplete = This level has new modules. Pass their quizzes first, then come back to renew your brevet.
problem-already-answered = This question has an answer already, or the test is over. Open the test again and go on where it stands.
problem-nothing-to-ask = There is nothing to ask you: you have proven everything of this level already, or there are no modules yet.
problem-registration-closed = Registration for this session is over. Look for another session.
problem-live-session-full = All seats are taken and the waiting list is full. Look for another session, or come back later.
problem-live-session-begun = This session has begun. It can no longer be changed, cancelled or left.
problem-live-session-not-begun = This session has not begun. Record who is there from its start on.
problem-live-session-cancelled = This session was cancelled. Look for another session.
problem-attendance-closed = Attendance can be recorded until 14 days after the session. Ask an administrator what to do now.
retry-after =
    { $seconds ->
        [one] Try again in { $seconds } second.
       *[other] Try again in { $seconds } seconds.
    }

## Register, sign in, password

register-title = Register
register-lead = With an account you can learn, take quizzes and earn your brevet. You can stop at any time and go on later, also on another device.
register-button = Register
register-privacy = How do we use your data?
register-have-account = Do you have an account already?
register-sent-title = Look in your mailbox
register-sent-text = We have sent you an e-mail with a link. Open the link within 24 hours to finish your registration.
register-kept-text = We have written an e-mail with a link for you. With that link you finish your registration within 24 hours.
register-sent-spam = No e-mail after five minutes? Look in your spam folder, and check that you typed your address correctly.
mail-kept-title = Your e-mail waits with an administrator
mail-kept-hint = This service does not send e-mails: it keeps them. Ask an administrator for the link; it is on the administration page.
confirm-title = Finish your registration
confirm-text = One more step: press the button to make your account.
confirm-button = Make my account
confirmed-title = Your account is ready
confirmed-text = You can now sign in with your e-mail address and your password.
sign-in-forgotten = I forgot my password
sign-in-no-account = I have no account yet
session-ended = Your session had ended, so nothing was sent or handed in yet. Sign in again: then you go on right here, with everything you filled in.
session-ended-answer = Your session has ended. Your answer is not saved yet, but this browser keeps it. Sign in again: then it is saved, and you go on where you were.
go-on-title = Go on where you were
go-on-text = You are signed in again. Nothing was sent or handed in yet. What you filled in is kept: press the button to send it now.
go-on-button = Send it now
go-on-stale-text = Since you opened that page, somebody signed in or out in this browser, or it lay open for very long. So nothing was sent yet. What you filled in is kept: press the button to send it now.
go-on-signed-in = Signed in now: { $name }.
go-on-visitor = Nobody is signed in now.
kept-form-password = We never keep a password. Type it again.
forgotten-title = Forgotten password
forgotten-lead = Enter your e-mail address. We send you a link with which you choose a new password.
forgotten-button = Send me a link
forgotten-sent-text = If there is an account with this address, we have sent it an e-mail with a link. Open the link within 24 hours to choose a new password.
forgotten-kept-text = If there is an account with this address, we have written an e-mail with a link for it. With that link you choose a new password within 24 hours.
new-password-title = Choose a new password
new-password-lead = After this you sign in again on each of your devices.
new-password-button = Save my new password
new-password-set-title = Your new password is saved
new-password-set-text = You can now sign in with your new password.

## One's own account

account-title = My account
account-saved = Your changes are saved.
account-name-hint = This name is printed on your next brevet. A brevet that you already have does not change.
account-language = Language of the e-mails and of your brevet
account-language-hint = The pages follow this choice until you choose another language at the top. A brevet that you already have does not change.
account-reminders = Reminders by e-mail before your brevet ends
account-reminders-hint = You always get other e-mails, such as the one about your new brevet.
account-reminders-yes = Yes, remind me
account-reminders-no = No, no reminders
account-digests = One e-mail a week about your course
account-digests-hint = Only while you are working on a level. After four weeks without a visit it stops by itself.
account-digests-yes = Yes, send it to me
account-digests-no = No, no weekly e-mail
account-button = Save my changes
account-sign-in-heading = How you sign in
account-password-text = Would you like another password?
account-password-link = Ask for a link to choose a new one
account-granted-heading = What is agreed for you
account-granted-since = This holds for your quizzes since { $date }. If it is not right, tell an administrator.

## Learning

learning-title = My learning
learning-next = Your next step
learning-begun = What you are working on
learning-levels = Your levels
learning-own = My calendar and my notes
level-progress = { $proven } of { $total } competencies proven
next-attempt = You have begun the quiz of “{ $module }”. Your answers are saved.
next-attempt-button = Go on with the quiz
next-lesson = Read the lesson “{ $lesson }” in “{ $module }” ({ $time }).
next-lesson-button = Read the lesson
next-quiz = You have read all lessons of “{ $module }”. Now show what you know in the quiz ({ $time }).
next-quiz-skipping = Your placement test showed that you know “{ $module }”. You may skip the lessons: show in the quiz what you know.
next-quiz-button = Go to the quiz
next-waiting = You can take the quiz of “{ $module }” again { $when }.
next-waiting-lesson = Until then, read the lesson “{ $lesson }” again ({ $time }). It is about what was not right yet.
next-waiting-lesson-button = Read the lesson again
next-waiting-lessons = Until then, read the { $count } lessons again that are about what was not right yet.
next-waiting-lessons-button = See these lessons
next-waiting-other = Until then, go on with another module. { $next }
next-waiting-practice = Until then, practise the questions that you did not get fully right.
next-brevet = Well done: you have proven every competency of this level. Your brevet is waiting for you.
next-brevet-button = See my brevet
next-renewal = Your brevet ({ $level }) is no longer valid. Renew it by a refresher.
next-renewal-waiting = Your brevet ({ $level }) is no longer valid. You can try the refresher again { $when }. Until then, practise the questions that you did not get fully right.
next-nothing = There is nothing to do for you at the moment. Come back later for new modules.
status-completed = Completed
status-in-progress = In progress
status-not-started = Not yet started
status-by-brevet = Proven by a valid basic brevet
status-needs-basic = Not yet earned
status-coming = Cannot start yet: this module is still being made
status-locked = You can read it already
level-lead = Each module ends with a quiz. You pass a quiz with { $mark }% or more. When you have proven every competency, you receive your brevet.
level-time =
    { $hours ->
        [0] All modules together take less than an hour. You need not do them in one go.
        [one] All modules together take about { $hours } hour. You need not do them in one go.
       *[other] All modules together take about { $hours } hours. You need not do them in one go.
    }
level-locked = You need a valid basic brevet to take the quizzes here. You can read everything already.
level-brevet-language = Your brevet will be in this language:
level-brevet-language-change = Choose the language under “My account”
to-basic-level = Go to the basic level
level-done = You have proven every competency of this level. Congratulations!
level-done-next = Go on with the next level:
level-leads-to = This brevet opens the next level:
level-visitor = You can read everything without an account. To take the quizzes and to keep your progress, sign in.
next-live-session = You have proven every competency of this level. It asks for a live session as well: register for one.
next-live-session-button = See the live sessions
next-seat = You have proven every competency of this level, and you have a seat in the live session “{ $session }” { $when }. Take part in it: there is nothing else to do.
next-seat-over = The live session “{ $session }” is over. There is nothing to do: it is still to be recorded who was there.
next-seat-button = See the session
level-live-sessions =
    For the brevet of this level you also need { $asked } live { $asked ->
        [one] session
       *[other] sessions
    } with a trainer.
level-live-attended = So far you were at { $attended }.
level-modules = Modules
about-minutes =
    { $minutes ->
        [one] about { $minutes } minute
       *[other] about { $minutes } minutes
    }
about-hours =
    { $hours ->
        [one] about { $hours } hour
       *[other] about { $hours } hours
    }
time-left-module = Still to do in this module: { $time }.
time-left-level = Still to do: { $time }, whenever it suits you.
module-facts =
    { $lessons ->
        [one] { $lessons } lesson
       *[other] { $lessons } lessons
    } and a quiz of { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    }, about { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    } in all.
module-goals = What you can do afterwards
module-lessons = Lessons
module-quiz = Quiz
module-quiz-text =
    { $questions ->
        [one] The quiz has { $questions } question. If you do not pass, you can try again.
       *[other] The quiz has { $questions } questions. If you do not pass, you can try again.
    }
module-quiz-go-on = Go on with the quiz
to-the-quiz = Go to the quiz
lesson-number = Lesson { $number } of { $total }
lesson-is-read = Read
lesson-is-read-line = You have read this lesson.
lesson-read-next = I have read this, go on
lesson-read-quiz = I have read this, go to the quiz
lesson-next = Go to the next lesson
lesson-previous = Back to the previous lesson
alert-note = Note
alert-tip = Tip
alert-important = Important
alert-warning = Warning
practice-word = Practice
practice-check = Check my answer
practice-go-on = Go on
practice-again = Try again
practice-repeat = Ask me this question again later
practice-repeat-kept = This question comes back from tomorrow on.
practice-missing = Give an answer. Then you see whether it is right.
practice-unreached = We could not check your answer: there is no connection. Try again in a moment.
practice-counts-nowhere = This is practice. Your answer does not count towards your result and is not kept.
practice-back = Back to the lesson
practice-situation = Practice conversation
outcome-right = Right
outcome-partly = Partly right: { $points } of the points
outcome-wrong = Not right yet
repeat-title = Repeat
repeat-today-heading = Today
repeat-nothing = You have nothing to repeat.
repeat-today =
    { $count ->
        [one] You have one question to repeat today.
       *[other] You have { $count } questions to repeat today.
    }
repeat-later =
    { $count ->
        [one] You have nothing to repeat today. The next question comes back on { $day }.
       *[other] You have nothing to repeat today. The next { $count } questions come back on { $day }.
    }
repeat-is-open = You have begun a round. Your answers are kept.
repeat-empty = Questions that you did not get fully right in a quiz come back here by themselves.
repeat-start = Start a round
repeat-go-on = Go on with your round
repeat-another = Start another round
repeat-ahead = Practise now
repeat-ahead-text = You can also practise now. A right answer then does not change the day on which a question comes back.
repeat-how-heading = How it works
repeat-how = A question that you missed comes back the next day. If your answer is right, it comes again after 3, 7, 14 and 30 days. After that you know it, and we let it rest. If your answer is not fully right, it comes back tomorrow. A round has ten questions at most.
repeat-private = Repeating does not count towards your result. Only you see it.
repeat-link = Go to repeating
repeat-due-today = today
repeat-waiting = Questions that come back ({ $count })
repeat-resting = Questions that rest ({ $count })
repeat-put-away = Let this question rest
repeat-again = Repeat this question again
repeat-then = This question comes back on { $day }.
repeat-learned = This question does not come back any more.
repeat-next = Next question
repeat-end = See how the round went
repeat-round-title = Your round
repeat-round-right = { $right } of { $total } right
repeat-round-unanswered = You have not answered a question in this round yet. As soon as you answer one, you see here how it went.
repeat-round-gone = No question of this round is left. You let them rest, or a quiz that you have begun asks them now.
repeat-round-answers = What you answered
repeat-from-result = Questions that you did not get fully right come back over the next days under
own-heading = For yourself
bookmark-set = Bookmark this lesson
bookmark-is-set = You have a bookmark here.
bookmark-remove = Remove the bookmark
note-label = My note on this lesson
note-hint = Only you see this. Do not write down names or numbers of citizens. At most { $most } characters.
note-save = Save my note
note-saved-at = Saved on { $day } at { $time }
note-not-saved = Not saved yet. We keep trying; or press the button.
note-title = My note on “{ $lesson }”
note-replaced = Meanwhile you had written something else on another device ({ $day } at { $time }). This text takes its place; you find the other one under “My notes”.
note-replaced-here = Your note is saved. Meanwhile you had written something else on another device. It is not lost:
note-put-back = Put this text back
note-forget = Delete this text for good
note-delete = Delete the note
note-deleted = The note is deleted. You can put it back.
note-change = Change the note
note-earlier =
    { $count ->
        [one] { $count } deleted or replaced text
       *[other] { $count } deleted or replaced texts
    }
note-earlier-text = You can put a text back for { $days } days. We keep the last { $most } of each lesson.
note-earlier-when = Written on { $written }, gone since { $day } at { $time }
notes-title = My notes
notes-link = All my notes and bookmarks
notes-lead = Here are your bookmarks and notes, module by module. Only you see them.
notes-empty = You have none yet. At the end of each lesson you can set a bookmark and write a note.
notes-to-learning = Go on learning
notes-download = Download all of it:
notes-markdown = as text (Markdown)
notes-json = for programs (JSON)
notes-left = no longer in the course
notes-left-line = This lesson is no longer part of the course. Your note stays here as long as you like.
agenda-title = My calendar
agenda-lead = What comes when. None of it is a must: you learn at your own pace.
agenda-empty = Nothing is planned. Here you will find live sessions for which you register, questions to repeat, a quiz that you have begun, and the renewal of your brevet.
agenda-today = Today
agenda-live = { $from }: live session “{ $title }”
agenda-live-waiting = { $from }: live session “{ $title }” (you are on the waiting list)
agenda-live-cancelled = Cancelled: live session “{ $title }”
agenda-open-quiz = Your quiz of “{ $module }” is waiting
agenda-practice =
    { $count ->
        [one] { $count } question to repeat
       *[other] { $count } questions to repeat
    }
agenda-renewal-opens = From this day on you can renew your brevet ({ $level })
agenda-brevet-ends = Last day of your brevet ({ $level })
agenda-file-heading = In your own calendar
agenda-file-text = Download the days as a file (iCalendar) and open it in your calendar. If something changes, download it again: the same days are then updated.
agenda-file = Download the calendar file
agenda-calendar-name = Connectoo
agenda-digest-heading = One e-mail a week
agenda-digest-on = While you are working on a level, we send you at most one e-mail a week: what is next and what to repeat.
agenda-digest-off = You get no weekly e-mail about your course.
agenda-digest-change = Change this under “My account”
digests-title = No more weekly e-mails?
digests-text = Press the button. We then send you no more weekly e-mails about your course. Your progress is kept.
digests-button = Send me no more weekly e-mails
digests-stopped-title = You get no more weekly e-mails
digests-stopped-text = You can switch them on again under “My account”.
drawing-larger = Show the drawing large
card-heading = On one sheet
card-text = The core of this module, to print and keep at the counter.
card-link = See the summary card
card-title = { $module } – summary card
card-print = Print this card from the menu of your browser (Ctrl+P, on a Mac ⌘+P). It fits on one A4 sheet.
print-link = The whole module on one page, to print
print-title = { $module } – to print
print-how = Print this page from the menu of your browser (Ctrl+P, on a Mac ⌘+P). You can also make a PDF of it. The practice questions and the quiz are not printed.
print-terms = Words used in this module
print-facts = Details that can change
print-facts-text = Look at the date. If it is long ago, check the detail at its source.
print-fact = Detail
print-checked = Checked on
print-source = Source
print-edition = Edition { $edition }, published on { $day }.
glossary-title = Glossary
glossary-lead = The words of the course, explained in plain language.
glossary-letters = Go to a letter
glossary-empty = There are no words here yet. They come with the first module of the course.

## Placement test

placement-title = Placement test: { $level }
placement-lead = Do you know a part of this level already? A short test finds out which lessons you may skip.
placement-how-short = About each subject we ask { $least } to { $most } questions, the harder ones first. We stop as soon as it is clear.
placement-how-unknown = “I don’t know” is a good answer here. You lose nothing by it: you then simply read the lessons.
placement-how-quiz = It is no exam. When you know a subject, you may skip its lessons. You still take its quiz.
placement-how-stop = There is no time limit. Each answer is saved: you can stop and go on later, on another device too. You cannot go back to a question.
placement-how-often = You can begin this test up to { $count } times a day. You get other questions, as far as there are.
placement-how-private = Only you see the result.
placement-subjects = Which subjects may we ask you about?
placement-subjects-hint = Untick what is new to you. Then the test is shorter.
placement-all-proven = You have proven everything of this level already. There is no need for a placement test.
placement-no-modules = There are no modules here yet that a placement test can ask about. Come back later.
placement-to-level = Go to the level
placement-start = Start the placement test
placement-is-open = You have begun this test already. Your answers are saved.
placement-go-on = Go on with the placement test
placement-waits = You have begun this test { $count } times in one day. You can begin again { $when }. Your results stay, and you can read and take quizzes meanwhile.
placement-past = Your earlier placement tests
placement-past-line = Result of { $day }
placement-number = Subject { $place } of { $total }, question { $number } of at most { $most }
placement-next = Next
placement-unknown = I don’t know
placement-stop = Stop the test
placement-missing = Give an answer, or choose “I don’t know”.
placement-elsewhere = That question had an answer already, perhaps from another device. That answer counts. We go on here.
placement-end-title = Stop the test?
placement-end-so-far =
    { $answered ->
        [one] You have answered { $answered } question.
       *[other] You have answered { $answered } questions.
    } We already know where you stand on { $found } of { $total } { $total ->
        [one] subject.
       *[other] subjects.
    }
placement-end-text = Do you want to go on later? Then you need not do anything here: everything is saved. If you stop the test, what is clear already stays valid. About the other subjects we cannot say anything yet.
placement-end-button = Stop and see the result
placement-end-back = No, go on
placement-again-title = Begin again
placement-again-text = If you begin again, this test ends. What is clear already stays valid until a new test says otherwise. You get other questions, as far as there are.
placement-again-button = Stop this test and begin again
placement-result-title = Result of your placement test
placement-result =
    { $count ->
        [0] We found no lessons that you may skip. Do not worry: the lessons explain everything.
        [one] You may skip the lessons of one module.
       *[other] You may skip the lessons of { $count } modules.
    }
placement-result-quiz = Only the quiz proves a competency. You still take it, with other questions. You may always read the lessons.
placement-by-subject = By subject
placement-proven = You know this: you may skip the lessons
placement-partly = You know a part of this
placement-to-learn = There is something to learn here
placement-open-subject = Not clear yet
placement-why-proven =
    { $count ->
        [one] We stopped after one question: your answer clearly showed that you know this.
       *[other] We stopped after { $count } questions: your answers clearly showed that you know this.
    }
placement-why-to-learn =
    { $count ->
        [one] We stopped after one question: it was clear that the lessons help you here.
       *[other] We stopped after { $count } questions: it was clear that the lessons help you here.
    }
placement-why-partly =
    { $count ->
        [one] We stopped after one question, the highest number. It was not clear yet.
       *[other] We stopped after { $count } questions, the highest number. You know a part, but it was not clear enough.
    }
placement-why-exhausted =
    { $count ->
        [one] We stopped after one question: we keep the others for your quiz. It was not clear yet.
       *[other] We stopped after { $count } questions: we keep the others for your quiz. It was not clear yet.
    }
placement-why-not-asked = We have not asked you about this subject yet.
placement-why-stopped =
    { $count ->
        [one] You stopped the test after one question, before it was clear.
       *[other] You stopped the test after { $count } questions, before it was clear.
    }
placement-lessons = These lessons explain what was not right yet:
placement-to-lessons = Go to the lessons
placement-trace = What we asked and what you answered
placement-said-unknown = You said: I don’t know
placement-estimate = After this answer we expected you to get { $share } of all questions about this subject right (between { $low } and { $high }).
placement-no-keys = We do not show the right answers here: you learn them in the lessons and after the quiz.
placement-offer-heading = Do you know a part already?
placement-offer-text = Take a short placement test. Then you know which lessons you may skip. You can also simply begin with the first lesson.
placement-offer-button = See the placement test
placement-offer-decline = No, thank you
placement-quiet = Placement test: which lessons may I skip?
placement-may-skip = You may skip the lessons and take the quiz
placement-may-skip-module = Your placement test showed that you know this: you may skip these lessons.
placement-may-skip-heading = Lessons that you may skip
placement-may-skip-learning = Your placement test showed that you know these modules. Go straight to their quiz:

## Searching
search-title = Search
search-title-asked = { $asked }: search
search-label = What are you looking for?
search-button = Search
search-hint = Type one or more words, for example itsme or deadline. Lessons, modules and the glossary are searched.
search-count =
    { $count ->
        [one] { $count } place found
       *[other] { $count } places found
    }
search-cut = These are the { $count } that fit best. Add a word to see fewer.
search-near = No place has exactly “{ $asked }”
search-near-count =
    { $count ->
        [one] Did you mean “{ $near }”? This place comes close.
       *[other] Did you mean “{ $near }”? These { $count } places come close.
    }
search-near-link = Search for “{ $near }”
search-nothing = No lesson and no term holds all of these words. Try fewer words, or another one.
search-all-modules = All modules
search-lesson = Lesson in “{ $module }”
search-module = Module
search-term = Glossary

## Quizzes

quiz-title = Quiz: { $module }
quiz-locked = You need a valid basic brevet before you can take this quiz. Finish the basic level first.
quiz-questions =
    { $count ->
        [one] { $count } question, drawn for you from a larger set.
       *[other] { $count } questions, one on each page, drawn for you from a larger set.
    }
quiz-pass-mark = You pass with { $mark }% or more.
quiz-no-hurry = There is no time limit. Each answer is saved, so you can stop and go on later.
quiz-time-limit =
    { $minutes ->
        [one] You have { $minutes } minute. The time begins when you start the quiz, and goes on when you leave the page.
       *[other] You have { $minutes } minutes. The time begins when you start the quiz, and goes on when you leave the page.
    }
quiz-time-saved = Each answer is saved. When the time is over, what is saved counts.
quiz-time-granted = You have more time than usual, as was agreed with you.
quiz-time-more = Do you need more time or breaks? Ask an administrator before you begin. You need not say why.
granted-breaks =
    { $minutes ->
        [one] { $minutes } minute of break in all in each quiz with a time limit. The time stands still then.
       *[other] { $minutes } minutes of break in all in each quiz with a time limit. The time stands still then.
    }
granted-no-waits = No wait after an attempt that is not passed.
granted-nothing = Nothing is agreed: the usual rules hold.
extra-time-none = The usual time
extra-time-percent = { $percent }% more time for a quiz with a time limit.
extra-time-double = Twice the time for a quiz with a time limit.
extra-time-unlimited = No time limit, in any quiz.
clock-minutes = Time left: { $minutes } min (until { $until })
clock-last = Time left: less than 1 minute (until { $until })
clock-over = The time is over. What is saved counts.
break-left =
    { $minutes ->
        [one] Take a break ({ $minutes } minute left)
       *[other] Take a break ({ $minutes } minutes left)
    }
break-title = Break
break-until = The time stands still until { $time }, or until you go on. Then it runs on by itself.
break-then =
    { $minutes ->
        [one] After that you have { $minutes } minute left for the quiz.
       *[other] After that you have { $minutes } minutes left for the quiz.
    }
break-safe = Your answers are saved. You see the questions again when you go on.
break-end-button = Go on with the questions
quiz-again = Did you not pass? You can try again: the questions will not all be the same.
quiz-start-button = Start the quiz
quiz-go-on-button = Go on with the quiz
quiz-past = My earlier attempts
quiz-past-date = Date
quiz-past-score = Score
quiz-past-outcome = Outcome
outcome-passed = Passed
outcome-not-yet = Not passed yet
quiz-waits =
    { $free ->
        [one] After each attempt that you do not pass you wait longer: { $waits }. That gives you time to read again.
       *[other] You can try { $free } times in a row without waiting. After that you wait longer each time: { $waits }. That gives you time to read again.
    }
duration-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
duration-hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
duration-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
when-today = today at { $time }
when-tomorrow = tomorrow at { $time }
when-on = on { $day } at { $time }
wait-until = You can start a new attempt { $when }.
wait-meanwhile = What you can do meanwhile
wait-read = Read these lessons again and do the exercises in them. They are about what was not right yet.
quiz-past-module = Module
outcome-open = In progress
history-title = Your attempts: { $module }
history-link = See all my attempts
history-lead = Choose an attempt to see your answers, with an explanation of each question.
history-none = You have not taken a quiz here yet. Those that you take will be listed here.
history-earlier = Earlier attempts
question-number = Question { $number } of { $total }
rule-single-choice = Choose one answer. It counts fully or not at all.
rule-multiple-choice = Choose every answer that is right. Each wrong choice takes away a right one, but you never go below zero.
rule-ordering = Give each step its place, 1 for the first. Each step in its right place counts.
rule-matching = Choose what belongs together. Each right pair counts.
rule-numeric = Enter a number in digits, without its unit. It counts fully or not at all.
rule-numeric-tolerance = Enter a number in digits, without its unit. It counts fully or not at all; up to { $tolerance } more or less counts as right.
rule-scenario = Choose step by step what you say or do. The better your choices, the higher your score.
rule-scenario-counts = Choose step by step what you say or do. The better your choices, the higher your score. In the quiz you cannot take a step back, as in a real conversation. So choose first, and then press “Save and continue”.
choose-place = Choose a place
choose-pair = Choose what goes with it
scenario-you = You:
scenario-citizen = Citizen:
scenario-best = Well chosen.
scenario-better = There is a better way.
scenario-choose = What do you say or do?
screen-choose = What do you choose on the screen?
screen-invented = Invented screen. Not a real service.
screen-or = Or do something else:
screen-empty = (empty)
scenario-end = This is the end of the situation. Your choices are saved.
scenario-again = Start the situation again
scenario-walked = What you did
scenario-left = You stopped here. The situation went on.
scenario-unanswered = You did not answer this situation. This is what the best way was.
scenario-best-way = The best way, from start to end
scenario-better-choice = Better:
scenario-why = Why:
scenario-points =
    { $points ->
        [one] { $points } point
       *[other] { $points } points
    }
scenario-best-points =
    { $points ->
        [one] { $points } point in all: the full score.
       *[other] { $points } points in all: the full score.
    }
scenario-screen = On the screen: { $title }
save-and-continue = Save and continue
saved-at = Saved at { $time }
not-saved-yet = Not saved yet. We keep trying; your answer stays here.
step-not-saved = Not saved: there is no connection. Press the button once more.
answer-pending = Not saved yet.
answer-ended = Not saved yet: your session has ended. Your answer stays here. Press “Save and continue” to sign in again.
answer-none = No answer yet.
answer-withdrawn = Your answer was removed
answer-not-saved = Not saved yet. { $why }
answer-before-counts = Until then your answer of { $time } counts.
answer-replaced = In another window or on another device you gave another answer at { $time }. The answer you gave now counts.
answer-replaced-on = Question { $number } was also answered in another window or on another device. The answer you just gave counts.
answer-kept = This browser kept another answer that you gave to this question. In the meantime a new answer was saved, perhaps from another device. It is filled in below. Which answer counts?
answer-kept-here = What this browser kept:
answer-kept-use = Use the answer that this browser kept
answer-kept-drop = Keep the answer below
kept-answers-question = Question { $number }
kept-answers-sent = Saved now: what this browser still kept of question { $numbers }.
kept-answers-ended = Not saved yet: your session has ended. Follow the link to sign in again.
kept-answers-asks = Meanwhile another answer was saved. Follow the link and say which one counts.
kept-answers-lead = These answers are only in this browser. As long as they are not saved, they do not count:
kept-answers-without = If you hand in now, these answers do not count. Open the questions above first, or hand in without these answers.
kept-answers-without-button = Hand in without these answers
skip = Skip for now
check-title = Check your answers
check-unanswered =
    { $count ->
        [one] { $count } question has no answer yet. A question without an answer gives no points.
       *[other] { $count } questions have no answer yet. A question without an answer gives no points.
    }
check-all-answered = You have answered every question.
check-may-change = You can still change your answers.
check-steps-stay = The steps that you took in a situation stay as they are.
check-begun-count =
    { $count ->
        [one] { $count } question is begun, but not complete. What is saved of it counts.
       *[other] { $count } questions are begun, but not complete. What is saved of them counts.
    }
check-begun = Begun – what is saved counts
check-ended = Finished
check-show = Show your answer
check-not-answered = Not answered yet
check-change = Change
check-answer = Answer
check-go-on = Complete
check-view = View
check-which = question { $number }
check-submit-heading = Hand in your answers
check-submit-text = After this you can no longer change your answers. You see your result at once.
check-submit-button = Hand in my answers and see the result
check-over-button = See my result
result-passed = You have passed
result-not-yet = Not passed yet
result-score = Your score: { $score }
result-pass-mark = You pass with { $mark }% or more.
result-next = What to do next
result-passed-text = You have proven this competency. See what comes next.
result-passed-button = Go to my learning
result-brevet = With this quiz you have proven every competency of the level. Your brevet is being made: congratulations!
result-brevet-button = See my brevet
result-not-yet-text = Look below at what went wrong, and read the lessons again. Then try again: the questions will not all be the same.
result-read-again = Read the lessons again
result-again-button = Start a new attempt
result-answers = Your answers, with explanations
result-full = Fully right
result-points = Score for this question: { $points }
result-time-over = The time was over at { $time }. What was saved counts: { $saved } of { $total } questions had an answer.
result-late = The answer that you just sent came too late and does not count.
result-given = Your answer: { $answer }
result-expected = Right answer: { $answer }
result-tolerance = Up to { $tolerance } more or less counted as right too.
result-read = Read more in the lesson:
refresher-title = Refresher: { $level }
refresher-questions = The refresher has { $count } questions, spread over the modules of the level.
refresher-renews-until = If you pass today, your new brevet is valid until { $day } inclusive.
refresher-renews-for-good = If you pass, you get a new brevet without an end date.
refresher-start-button = Start the refresher
refresher-go-on-button = Go on with the refresher
refresher-renewed = Your brevet is renewed: congratulations! The new one is being made, and an e-mail tells you when it is ready. The one before stays what it is until its last day.
refresher-not-renewed = You have passed, but your brevet could not be renewed at that moment. “My brevets” shows why, and what you can do.
refresher-not-yet = Look below at what went wrong and read those lessons again. Then try once more: the questions will not all be the same. Your brevet does not change meanwhile.
renewal-heading = Validity of your brevets
renewal-valid-until = Valid until { $day } inclusive.
renewal-ended-on = Was valid until { $day } inclusive.
renewal-from = You can renew it from { $day } on.
renewal-open = You can renew it now by a short refresher of { $count } questions.
renewal-late = It ended a long time ago. You can renew it by a longer refresher of { $count } questions.
renewal-locked = To renew this brevet you need a valid brevet ({ $level }). Renew that one first.
renewal-incomplete = The level has new modules. Pass their quizzes first; then you can renew this brevet.
renewal-button = Renew
reminders-title = No more reminders?
reminders-text = With this button you get no more e-mails that remind you of the end of a brevet. Other e-mails keep coming.
reminders-button = Send me no more reminders
reminders-stopped-title = You get no more reminders
reminders-stopped-text = Would you like them again later? You can say so on the page of your account.
verdict-right = Right
verdict-wrong = Not right
verdict-missed = Not chosen, was right
verdict-unanswered = Not answered

## Live sessions

live-title = Live sessions
live-lead = In a live session you practise with a trainer and with others, at a place or online.
live-notice = You can practise with a trainer in a live session.
live-notice-asked = { $level }: you also need live sessions with a trainer ({ $count }). Register in time.
live-see = See sessions and register
live-own = My sessions
live-own-none = You are not registered for a coming session.
live-own-choose = Choose one below.
live-coming = Other coming sessions
live-coming-none = No other session is planned at the moment. New ones appear on this page; we send no mail about them.
live-coming-none-link = Go on learning
live-given = Sessions I run
live-given-none = No session is planned. Plan the first one.
live-past = My past sessions
live-when = { $day }, { $from }–{ $until }
live-online = Online
live-cancelled = Cancelled
live-cancelled-why = This session was cancelled. The reason: { $why }
live-was-present = You were there
live-was-absent = You were not there
live-seated = You have a seat
live-no-seat = No seat
live-waiting = On the waiting list
live-closed = Registration closed
live-over = Over
live-full = Full
live-full-line = Full: waiting list
live-free =
    { $count } { $count ->
        [one] seat
       *[other] seats
    } left
live-register = Register
live-line-up = Join the waiting list
live-locked = To register here you first need a valid brevet of this level: { $level }. Earn it, then come back.
live-locked-link = Go to “{ $level }”
live-locked-short = First you need a brevet: { $level }
live-full-told = All seats are taken and the waiting list is full as well. Choose another session, or come back later: a seat may come free.
live-done-registered = You are registered and have a seat.
live-done-waiting = The session is full. You are on the waiting list; we write to you when a seat comes free.
live-done-withdrawn = You are no longer registered.
live-done-planned = The session is planned. People can register now.
live-done-changed = Your changes are saved.
live-done-recorded = The attendance is saved.
live-told-seated = You have a seat in this session.
live-told-waiting = You are number { $place } on the waiting list. When a seat comes free for you, we write to you.
live-told-present = You were at this session, and that is recorded. Thank you for taking part.
live-told-present-counts = You were at this session. It counts for your level.
live-told-absent = You were recorded as absent. Is that wrong? Tell the trainer.
live-told-over = This session is over. Whether you were there is not recorded yet.
live-told-no-seat = Registration has closed, and you did not get a seat.
live-fact-when = When
live-fact-place = Where
live-fact-link = Link to take part
live-fact-level = Level
live-fact-language = Language of the session
live-fact-seats = Seats
live-seats = { $free } of { $capacity } free
live-seats-taken = { $taken } of { $capacity } taken
live-fact-line = Waiting list
live-line = { $waiting } of { $most } people at most
live-fact-closes = Register before
live-fact-trainer = Trainer
live-calendar = Download for your calendar (iCalendar)
live-withdraw = Withdraw
live-withdraw-title = Withdraw from this session?
live-withdraw-seat = You give your seat back. While registration is open it goes to the first of the waiting list; you would have to join its end.
live-withdraw-line = You lose your place on the waiting list.
live-keep = No, leave it as it is
live-run = For the person running it
live-registered = Who is registered
live-plan-title = Plan a session
live-change-title = Change the session
live-change-lead = When time, place or link change, we write to everybody who is registered.
live-field-title = Title
live-field-title-hint = In the language of the session, 120 characters at most.
live-field-starts = Start
live-field-ends = End
live-field-moment-hint = Belgian time.
live-field-closes = Registration closes
live-field-closes-hint = A moment that is still to come, the start at the latest. If you leave this empty, people can register until the start.
live-field-place = Place
live-field-place-hint = Address and room, 200 characters at most. Leave it empty when the session is online only.
live-field-link = Link
live-field-link-hint = The https address of the online meeting. Only people who have a seat see it.
live-field-capacity = Number of seats
live-field-capacity-hint = From 1 to { $most }. As many people can wait: 10 at least and 100 at most.
live-field-trainer = E-mail address of the trainer
live-field-trainer-hint = Leave this empty to keep the trainer, or to give a new session yourself.
live-save = Save
live-cancel-title = Cancel the session
live-cancel-happens = The session will not take place. People registered: { $count }. We write to each of them, with your reason. This cannot be undone.
live-cancel-why = Why is it cancelled?
live-cancel-why-hint = Everybody who is registered reads this. 500 characters at most.
live-cancel-button = Cancel it for good
live-attendance-title = Record who was there
live-present = Who was there?
live-present-hint = Tick everybody who was there; all others with a seat are recorded as absent. You can correct this until { $until }.
live-present-brevet = A brevet that was awarded stays: only an administrator can take it back.
live-present-save = Save the attendance
live-attended = Present: { $present }. Absent: { $absent }.
live-recorded-present = present (noted { $at })
live-recorded-absent = absent (noted { $at })
live-nobody = Nobody is registered yet.
live-not-recordable = You can record who was there from the start of the session until 14 days after its end, unless it was cancelled.

## Brevets

brevets-title = My brevets
brevets-empty = You have no brevet yet. You receive one when you have proven every competency of a level.
brevets-empty-button = Go on learning
brevets-waiting = Your brevet is being sealed. This takes a few seconds. You also receive an e-mail when it is ready.
brevets-waiting-long = Sealing your brevet takes longer than usual: a service that it needs does not answer. You need not do anything and nothing is lost: the brevet is yours, and we try again and again. You receive an e-mail as soon as it is ready.
brevets-refresh = Refresh this page
brevet-heading = Brevet: { $level }
brevet-valid = Valid
brevet-expired = Expired
brevet-revoked = Revoked
brevet-replaced = Replaced
brevet-waits-for-seal = This brevet still waits for its seal. As soon as it is sealed you can download it here.
brevet-being-sealed = This brevet is being sealed. You can download it in a moment.
brevet-download = Download the brevet (PDF)
brevet-public-page = See what others see when they verify it
badge-heading = Digital badge
badge-text = The same brevet as an Open Badge 3.0, for your digital wallet or online profile. Anyone who has the number of your brevet can also get this badge.
badge-download = Download the badge (JWT file)
badge-pdf = Download the PDF with the badge inside
badge-file-title = Your PDF is being prepared
badge-file-ready-title = Your PDF is ready
badge-file-waiting = The PDF with your badge inside is being sealed. Usually this takes a few seconds.
badge-file-looks = For a minute this page looks by itself every ten seconds whether it is ready.
badge-file-look = Look now
badge-file-stop = Do not look by itself any more
badge-file-long = Sealing takes longer than usual: a service that it needs does not answer now. Nothing is lost. The PDF is made as soon as possible; come back later. You can already download your brevet without the badge.
badge-name = Connectoo brevet – { $level }
badge-description = The holder is a digital helper: at a public counter, somebody who helps citizens to reach online public services.
badge-criteria = The holder proved each of these competencies in a quiz:
fact-holder = Name
fact-level = Level
fact-number = Number
fact-issued-on = Issued on
fact-valid-until = Valid until (inclusive)
fact-no-end = No end date
fact-issuer = Issued by
fact-competencies = Competencies demonstrated
fact-in-brevet-language = in the language of the brevet
fact-address = Address for verification
fact-state = State
kin-replaced-by = Replaced by
kin-replaces = Replaces
kin-renewed-by = Renewed by
kin-renews = Renews
revoked-issued-in-error = Issued by mistake
revoked-rules-broken = Not obtained or used by the rules of the programme
revoked-holder-asked = At the holder’s own request
revoked-other = Another reason, known to the programme

## Verification

verify-title = Verify a brevet
verify-lead = Check here whether a brevet is real and valid. You do not need an account.
verify-number = Number of the brevet
verify-number-hint = 16 letters and digits. You may leave out spaces and hyphens. The address on the brevet will do too.
verify-button = Verify
verify-by-number = By its number
verify-by-file = By its file
verify-file = The brevet as PDF
verify-file-hint = This also tells whether the file itself is unchanged. At most 4 MB. We do not keep it.
verify-file-button = Verify the file
verify-by-list = Many brevets at once
verify-by-list-text = Do you have a list, for example of a personnel department? Check it at once:
list-title = Verify a list of brevets
list-lead = Check up to 10,000 brevets at once, with or without the names of their holders.
list-file = A file
list-file-hint = CSV or XLSX, at most 4 MB. Put the numbers in one column and the names in another. A heading is fine.
list-paste = Or paste the list here
list-paste-hint = One brevet a line: the number or the address on the brevet, and if you like the name after it.
list-button = Verify the list
list-privacy = We keep the list and the result for one day. Only people who know the address of the result page can see them.
upload-progress = How far the file has been sent
upload-sent = { $percent } % sent
upload-checking = The file is there and is being checked.
upload-stop = Stop
upload-stopped = You stopped. Nothing was sent.
upload-failed = The file was not sent. Check your connection, and that the file has at most 4 MB, then try again.
list-running = The list is being checked
list-done = The list was checked
list-progress = { $checked } of { $total } lines checked.
list-until = You can look at this result until { $date } at { $time }.
list-csv = Download the result (CSV)
list-lines = Line by line
list-given = Number you gave
list-given-name = Name you gave
list-name-matches = Name matches
list-name-same = Yes
list-name-other = No, the brevet bears another name
list-other-names = With another name
list-unknown = Unknown number
list-mistyped = Typing error in the number
list-waiting = Not checked yet
list-since = Revoked or replaced on
list-since-day = Since { $date }.
list-reason = Reason
list-pages = Pages
list-before = Previous lines
list-next = Next lines
verify-how = How does it work?
verify-how-number = The number stands on the brevet. Type it above.
verify-how-qr = Or scan the QR code on the brevet: it opens the right page at once.
verify-how-compare = Then compare the brevet with what you see here. Only what stands here counts.
verify-offline = How do you check a file without us?
verify-offline-text = The seal in the PDF file proves by itself that nothing was changed since it was sealed. You need the file and the certificates of our seals.
verify-offline-reader = Import the certificates in a PDF reader that shows signatures, and open the brevet. The reader must say that the signature is valid and covers the whole document.
verify-offline-command = For many files at once, there is a command of our program:
verify-offline-limit = A seal cannot tell whether a brevet was revoked later. Only the register knows: check the number here when you can.
verify-offline-certificates = Download the certificates of our seals (PEM file)
verify-valid = This brevet is valid
verify-valid-text = This brevet was issued by the programme and is valid today.
verify-expired = This brevet has expired
verify-expired-text = This brevet was issued by the programme, but was valid until { $date } (inclusive).
verify-revoked = This brevet was revoked
verify-revoked-text = The programme revoked this brevet on { $date }. Since then it is no longer valid.
verify-reason = Reason: { $reason }.
verify-replaced = This brevet was replaced
verify-replaced-text = On { $date } a new brevet with a corrected name took its place. Only the new one counts: ask for it.
verify-file-original = This file is exactly the one that was issued.
verify-altered = This file was altered
verify-altered-text = It comes from a brevet of ours, but it is not the file that we issued. Do not trust what it says.
verify-altered-original = Below is the real brevet, from our register. Ask the holder to download the file again.
verify-original-state = What the register says of the real brevet: { $state }.
verify-elsewhere = Our seal, but not in this register
verify-elsewhere-text = The seal of this file is genuine, but this register does not know the file. It may come from a test environment. Do not take it as valid.
verify-file-unknown = This file is unknown
verify-file-unknown-text = It is not a file that we issued. A scan, a print to PDF or a brevet of another programme is always unknown to us.
verify-file-encrypted = It is protected by a password. Our brevets never are.
verify-file-next = Does it bear a number or a QR code? Then verify the brevet with that.
verify-picture = Show what the real brevet looks like (picture, about 0.5 MB)
verify-picture-alt = The brevet of { $holder } with number { $number }, as it was issued. All that it says is in the list above, too.
verify-demonstration = This brevet says that its seal is for demonstration and has no official value.
verify-looked-up = Looked up in the register on { $date } at { $time }.
verify-unknown = This number is unknown
verify-mistyped = There is a typing error in this number
verify-asked = The number you asked for:
verify-facts = What the register says
verify-compare = Do you have the brevet in front of you? Compare every line with it. If anything is different, do not trust the paper: only what stands here counts.
verify-another = Verify another brevet
verify-how-statement = Is the register out of reach? Check the signature in the QR code
statement-title = Check the QR code without the register
statement-lead = The QR code on a brevet holds a signed statement. You can check its signature here, also when the register of brevets cannot be reached.
statement-out-of-reach = The register cannot be reached now
statement-out-of-reach-text = We cannot say at this moment whether this brevet is valid. Try again in a few minutes. Until then you can check the signed statement in the QR code: scan the code, copy the whole address that you get and paste it here.
statement-address = Address from the QR code
statement-address-hint = The whole address, with everything after the # sign.
statement-name = Name printed on the brevet (optional)
statement-name-hint = We compare it with the statement. We do not keep it.
statement-button = Check the statement
statement-genuine = This statement is genuine
statement-genuine-text = The programme signed this statement when it issued the brevet. It does not say whether the brevet is still valid today.
statement-over = The last day of validity has passed.
statement-name-same = The name you entered is the name of the holder.
statement-name-other = The name you entered is not the name of the holder. Check the spelling. If it is right, do not trust this brevet.
statement-name-not-asked = You did not enter a name, so we could not compare it.
statement-name-below = To compare the name as well, enter it below and press the button.
statement-facts = What the statement says
statement-unread = There is no statement that we can read
statement-not-ours = This is not a statement of the programme
statement-absent = What you entered has no signed statement. Older brevets have none. Copy the whole address from the QR code, with everything after the # sign.
statement-damaged = The statement is not complete or has a typing error. Scan the QR code again and copy the whole address.
statement-unknown-key = It is signed with a key that is not ours. Do not trust this brevet before you have checked its number in the register.
statement-forged = The number or the statement was changed: the signature does not fit. Do not trust this brevet before you have checked its number in the register.
statement-script-refused = The statement in this address is not complete, was changed, or was not signed by us. Scan the QR code again. Do not trust this brevet before you have checked its number in the register.
statement-what = What does this prove?
statement-proves = It proves that the programme issued a brevet with this number, level and dates, to the person with this name.
statement-proves-not-state = It does not prove that the brevet is still valid: it may have been revoked or replaced since. Only the register knows.
statement-proves-not-paper = It does not prove that the rest of the paper is unchanged, nor that the person in front of you is the holder.

## Home page

home-title = Help people find their way online
home-lead = Connectoo trains you to be a digital helper: someone at the counter who helps people use the online services of the government.
home-register = Register and start
home-go-on = Go to my learning
home-figure-modules =
    { $count ->
        [one] module in the basic level
       *[other] modules in the basic level
    }
home-figure-hours = hours of learning, at your own pace
home-figure-languages = languages
home-what = What is Connectoo?
home-what-text = Not everyone can file a tax return, read official letters or make an appointment online. Connectoo teaches you how to help them: with patience, with respect, and so that they learn from it themselves.
home-for-whom = Who is it for?
home-for-whom-text = For everyone who meets citizens in their work for a public service: at a counter, on the phone, in a library or in a social service. You need no technical knowledge to start.
home-steps = How it works
home-step-learn = Learn
home-step-learn-text = Read short lessons with real situations from the counter. Practise as you go.
home-step-prove = Prove
home-step-prove-text = Show what you know in a quiz for each module. Each answer is explained, and you can try again.
home-step-receive = Receive
home-step-receive-text = When you have proven every competency, you receive your brevet: an official, sealed certificate.
home-see-modules = See the modules
home-verify = Verify a brevet
home-verify-text = Has someone shown you a brevet? Check here whether it is real and valid.

## Accessibility, privacy, cookies

contact-title = Help and contact
contact-here = For your questions:
accessibility-title = Accessibility
accessibility-lead = Everyone must be able to use this site. If something does not work for you, that is a fault of ours.
accessibility-standard-heading = What we aim at
accessibility-standard = This site aims to meet the Web Content Accessibility Guidelines (WCAG) 2.2 at level AA. The law of 19 July 2018 requires public services to make their websites accessible.
accessibility-works-heading = What works
accessibility-works-keyboard = You can use every page with the keyboard alone.
accessibility-works-script = Every page works without JavaScript.
accessibility-works-zoom = You can zoom in to 400%, and use a narrow screen, without scrolling sideways. Only wide tables and drawings scroll, inside their own frame.
accessibility-works-time = A quiz has no time limit unless its page says so beforehand; whoever needs more time or breaks can be given them. Each answer is saved. If your session ends, sign in again and go on.
accessibility-works-pdf = The brevet is a tagged PDF that screen readers can read.
accessibility-check-heading = How we check this
accessibility-check = The pages are checked automatically with the tool axe. An automatic check finds only part of the problems.
accessibility-limits-heading = What we know is not perfect
accessibility-limits-audit = No independent party has checked this site yet.
accessibility-limits-api = The technical descriptions on the API page are in English only.
accessibility-limits-links = Lessons link to other websites. We do not control how accessible those are.
accessibility-help-heading = Does something not work?
accessibility-help = Tell the organisation that runs this service which page it is, what you wanted to do and what happened. Ask for another way to do the same, and for a repair.
privacy-title = Privacy
privacy-lead = We keep only what is needed to teach you, to give you your brevet and to let others verify it.
privacy-what-heading = What we keep, why and for how long
privacy-what = What
privacy-why = Why
privacy-how-long = How long
privacy-account = Your name, e-mail address, language, which e-mails you want, and when you were last here
privacy-account-why = To know you when you sign in, to write to you in your language and to print your name on your brevet.
privacy-account-how-long = As long as you have an account.
privacy-answers = The lessons you have read, your answers and your results
privacy-answers-why = So that you can stop and go on later, see what went wrong and prove each competency.
privacy-answers-how-long = As long as you have an account.
privacy-granted = What is agreed for your quizzes: more time, breaks, no waits
privacy-granted-why = So that a quiz is fair to you. We keep who decided it and when, never why.
privacy-granted-how-long = As long as you have an account with us.
privacy-notes = Your bookmarks and notes
privacy-notes-why = So that you find them again. Nobody else can read them on this site.
privacy-notes-how-long = Until you delete them, and then 30 more days so that you can put them back.
privacy-live = Your registrations for live sessions, and whether you were there: as recorded by whom and when
privacy-live-why = To keep you a seat and to write to you about the session, also on the day before. Presence is evidence where a level asks for live sessions. The trainer and administrators see your name and e-mail address.
privacy-live-how-long = As long as you have an account. When you withdraw, we delete your registration.
privacy-brevets = Your brevets
privacy-brevets-why = So that you can download them and others can verify them.
privacy-brevets-how-long = Without an end date: a brevet must remain verifiable.
privacy-mails = The e-mails we wrote to you
privacy-mails-why = So that an administrator can help when an e-mail did not arrive.
privacy-mails-how-long = Until the organisation that runs this service removes them.
privacy-lists = Lists of brevets that somebody has checked
privacy-lists-why = So that whoever sent a list can read and save the result. Only people who know the address of the result can see it.
privacy-lists-how-long = One day.
privacy-not = We do not ask for your national register number. We do not sell data, and we show no advertising.
privacy-files = We check a PDF file that you upload and do not keep it. To slow down misuse, we count how often someone requests a page, under a scrambled form of the network address. We forget this after an hour.
privacy-public-heading = What others can see
privacy-public = Anyone who has the number of a brevet can verify it. They then see your name, the level, the dates, the competencies and whether the brevet is valid. Without the number nobody can find your brevet. Your answers and scores are never shown there.
privacy-safety-heading = How we keep it safe
privacy-safety = We never store your password itself, only a form of it that cannot be turned back. To stop people who try to guess passwords, we count failed attempts under a scrambled form of the e-mail address and the network address.
privacy-rights-heading = Your rights
privacy-rights = You may ask what we know about you, have it corrected or erased, receive a copy of it, or object to its use. You can change your name and language yourself under “My account”. For the rest, ask the organisation that runs this service.
privacy-who = Brevets are issued by { $issuer }. Ask there what you want to know about your data.
privacy-complaint = Are you not satisfied with the answer? You can complain to the Belgian Data Protection Authority.
cookies-title = Cookies
cookies-lead = This site uses only cookies that it cannot work without. That is why we do not ask for your consent.
cookies-table = The cookies of this site
cookies-name = Name
cookies-purpose = What it is for
cookies-how-long = How long it stays
cookies-session = Keeps you signed in, and proves that a form was sent by you.
cookies-session-how-long = 30 days at most. You are signed out after 12 hours without use, or when you sign out.
cookies-visitor = Proves that a form was sent by you while you are not signed in.
cookies-visitor-how-long = 7 days
cookies-language = Remembers the language you chose.
cookies-language-how-long = 1 year
cookies-kept-answer = While you answer a quiz question, your browser keeps your answer until we have saved it. What is not saved after 7 days it removes as soon as you open a quiz again. This is not a cookie: it holds no name and is sent to nobody else.
cookies-none-else = There are no cookies from other companies, and none that follow you. On a secure connection the names of the first two begin with “__Host-”.

## API

api-title = API
api-lead = What you can do on these pages, your own program can do too.
api-contract = The complete description (OpenAPI 3.0, { $format })
api-sign-in-heading = Sign in
api-sign-in = Ask for an access token with your e-mail address and password, and send it with each request in the header “Authorization: Bearer …”. Verifying a brevet needs no token.
api-problems = Problems
api-problems-text = When something goes wrong, the answer is a problem document (RFC 9457). The last part of its type is one of these names.

## Administration

administration-title = Administration
administration-jobs = Work that waits
administration-no-jobs = No work is waiting: everything is done.
job-kind = What
job-since = Since
job-tries = Tries
job-last-error = Last error
job-no-error = None
job-technical = Original message:
job-no-timestamp = The timestamp authority cannot be reached or does not answer.
job-bad-timestamp = The timestamp authority answered, but its timestamp is not accepted.
job-new-timestamp = The timestamp authority has changed; the next try allows for it.
job-no-proof = Whether a certificate is revoked cannot be learned now.
job-no-key = The key of the seal cannot be used.
job-seal-failed = Sealing failed.
job-mail-not-taken = The mail server did not take the e-mail.
job-seal-brevet = Seal a brevet
job-send-mail = Send an e-mail
job-verify-batch = Check a list of brevets
job-seal-badge-file = Seal a brevet with its badge
administration-mails = Newest e-mails
administration-sends = E-mails are sent through the mail server that is set up.
administration-keeps = No mail server is set up: e-mails are kept here and not sent.
administration-no-mails = No e-mail has been written yet.
mail-state-waiting = Waiting
mail-state-sent = Sent
mail-state-kept = Kept, not sent
mail-state-refused = Refused by the mail server
administration-seal = Seal
seal-subject = Certificate of the seal
seal-until = Certificate valid until
find-brevet-title = Find a brevet
find-brevet-field = Number of the brevet or name of the holder
find-brevet-hint = The name as it stands on the brevet, or a part of it.
find-brevet-button = Find
find-brevet-found =
    { $count ->
        [one] { $count } brevet found
       *[other] { $count } brevets found
    }
find-brevet-none = No brevet has this number or this name. Check the spelling, or look for a part of the name.
find-brevet-cut = There are more: only the newest stand here. Enter more of the name.
administered-title = Brevet { $number }
administered-kin = Related brevets
administered-history = What happened to it
administered-decide = What you can decide
administered-final = A decision was made about this brevet, and it is final.
find-account-title = Find an account
find-account-field = Name or e-mail address
find-account-hint = A part of it is enough.
find-account-button = Find
find-account-found =
    { $count ->
        [one] { $count } account found
       *[other] { $count } accounts found
    }
find-account-none = No account has this name or address. Check the spelling, or look for a shorter part.
find-account-cut = There are more: only the first stand here. Enter more.
account-role = Role
account-registered = Registered on
fact-name = Name
role-learner = Learner
role-trainer = Trainer
role-hr = Human resources
role-administrator = Administrator
grant-heading = Accommodations for quizzes
grant-lead = Record only what is agreed, never why. The learner sees it on the account page. Time and breaks hold for attempts that begin afterwards.
grant-extra-time = Time
grant-breaks = Breaks in one attempt, in all
grant-breaks-hint = During a break the time stands still and the questions are not shown.
grant-no-breaks = No breaks
grant-waits = Waits
grant-waits-waived = No wait after attempts that are not passed
grant-button = Save these accommodations
grant-done = The accommodations are saved.
grant-history = What was decided
grant-who = By
grant-what = Accommodation
administered-revoked = The brevet is revoked and its holder receives an e-mail.
administered-replaced = This is the new brevet. It is being sealed now and its holder receives an e-mail.
history-awarded = Awarded on { $date }.
history-sealed = Sealed on { $date } at { $time }.
history-revoked = Revoked on { $date } at { $time } by { $who }.
history-replaced = Replaced on { $date } at { $time } by { $who }.
history-note = Explanation: { $note }
history-somebody = somebody who no longer has an account
decide-on = Go on
decide-back = Go back to change something
revoke-title = Revoke the brevet
revoke-reason = Why is it revoked?
revoke-reason-hint = Whoever verifies the brevet sees this reason.
revoke-note = Explanation
revoke-note-hint = Stands in the e-mail to the holder and in the file, never on the public page. Needed with “another reason”. At most 500 characters.
revoke-confirm-title = Really revoke this brevet?
revoke-what-happens = What will happen
revoke-happens-state = Whoever verifies the brevet sees from now on that it was revoked.
revoke-happens-expert = The holder can no longer renew it. If it is a basic brevet, the quizzes of the expert level are locked again.
revoke-happens-mail = The holder receives an e-mail with the reason and your explanation.
revoke-happens-final = This cannot be undone.
revoke-confirm-button = Yes, revoke the brevet
replace-title = Replace the brevet
replace-lead = Is there a mistake in the name? Then a new brevet takes its place, with a new number and the same dates.
replace-holder = Correct name
replace-holder-hint = As it should stand on the new brevet. The name of the account does not change.
replace-note = Reason for the file
replace-note-hint = Why the name changes, for example: typing error, seen on the identity card. Only administrators see it. At most 500 characters.
replace-confirm-title = Really replace this brevet?
replace-happens-new = A new brevet is made in the name of { $name }, with a new number and a new seal.
replace-happens-old = Whoever verifies the old one sees that it was replaced, and by which.
replace-happens-mail = The holder receives an e-mail, and another as soon as the new one is ready.
replace-confirm-button = Yes, replace the brevet

## E-mails

mail-greeting = Hello { $name },
mail-closing = Kind regards, Connectoo
mail-ignore = Did you not ask for this? Then you need not do anything.
mail-link = { $label }:
mail-confirm-subject = Finish your registration with Connectoo
mail-confirm-text = You asked for an account with Connectoo. Open the link below within 24 hours to finish your registration.
mail-confirm-action = Finish my registration
mail-exists-subject = You have a Connectoo account already
mail-exists-text = Someone asked for a Connectoo account with your e-mail address, but you have one already. If it was you, sign in as usual. If you forgot your password, choose a new one with the link below.
mail-exists-action = Choose a new password
mail-reset-subject = Choose a new password for Connectoo
mail-reset-text = You asked for a new password for Connectoo. Open the link below within 24 hours to choose one.
mail-reset-action = Choose a new password
mail-brevet-subject = Your Connectoo brevet is ready ({ $level })
mail-brevet-text = Congratulations! You have proven every competency ({ $level }). Your brevet is ready: sign in and download it.
mail-brevet-corrected = Your brevet with the corrected name is ready ({ $level }): sign in and download it.
mail-brevet-renewed = Congratulations! You have renewed your brevet ({ $level }). The new one is ready: sign in and download it.
mail-brevet-check = Its number is { $number }. Anyone to whom you give this number can verify the brevet on our website.
mail-brevet-action = See my brevets
mail-reminder-opens = You can now renew your Connectoo brevet ({ $level })
mail-reminder-ends = Your Connectoo brevet ends on { $day } ({ $level })
mail-reminder-text = Your brevet with the number { $number } ({ $level }) is valid until { $day } inclusive.
mail-reminder-how = Renew it by a short refresher: sign in, go to “My brevets” and choose “Renew”. If you renew in time, you lose no day.
mail-reminder-stop = Get no more reminders
mail-digest-subject = Connectoo: where you are and what is next
mail-digest-progress = { $level }: you have proven { $proven } of { $total } competencies.
mail-digest-next = Your next step: { $next }
mail-digest-live = Your next live session: “{ $title }” on { $when }.
mail-digest-calm = You need not do anything: what you have done is kept.
mail-digest-stop = Get no more weekly e-mails
mail-revoked-subject = Your Connectoo brevet was revoked ({ $level })
mail-revoked-text = The programme has revoked your brevet with number { $number } ({ $level }).
mail-revoked-reason = The reason: { $reason }. Whoever verifies the brevet sees this too.
mail-revoked-note = Explanation, for you only: { $note }
mail-revoked-meaning = You can no longer use this brevet. Do you think this is a mistake? Then contact the organisation that runs this service.
mail-replaced-subject = You receive a new Connectoo brevet ({ $level })
mail-replaced-text = Your brevet with number { $number } was replaced ({ $level }). The new one has number { $by } and bears the name { $name }.
mail-replaced-meaning = Use the new one from now on. Whoever verifies the old one sees that it was replaced. You receive an e-mail as soon as the new one is ready.
mail-live-seated-subject = You have a seat: { $title }
mail-live-seated-text = You have a seat in the live session “{ $title }” on { $when }.
mail-live-withdraw = Can you not come? Then withdraw, so that somebody else gets the seat.
mail-live-reminder-subject = Reminder: { $title }
mail-live-reminder-text = Coming up soon: the live session “{ $title }” on { $when }.
mail-live-changed-subject = Changed: { $title }
mail-live-changed-text = The live session “{ $title }” for which you are registered has changed. It now takes place on { $when }.
mail-live-changed-withdraw = Does this no longer suit you? Then withdraw, so that somebody else can come.
mail-live-cancelled-subject = Cancelled: { $title }
mail-live-cancelled-text = The live session “{ $title }” on { $when } will not take place.
mail-live-cancelled-why = The reason: { $why }
mail-live-cancelled-others = See whether another session suits you.
mail-live-place = Place: { $place }
mail-live-link = You can take part online: you find the link on the page of the session.
mail-live-join = Take part online: { $link }
mail-live-action = See the session
