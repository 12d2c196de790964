### The public pages, and the frame of every page.

## Frame
skip = To the main content
demonstration = This is a demonstration: but for figures that name their source, all records and numbers are made up.
language = English
nav = Main pages
nav-ask = Send a request
nav-answers = Answered
nav-staff = Staff
nav-work = My work
nav-logout = Sign out
foot-what = Khéo: what citizens ask for is neither lost nor dragged on.
foot-privacy = Collects no ethnicity, religion, political opinion or health. Tracks no reader.
foot-log = The public log, and check a receipt

## Shared parts
chip-demonstration = demonstration
chip-reported = published, see the source
chip-derived = inferred from a published source
choose = Choose
pager = Pages of the list
pager-previous = ‹ Previous page
pager-next = Next page ›
pager-here = Page { $page } of { $pages }
filter-all = All
filter-show = Show
column-unit = Unit
column-received = Received
column-in-time = Answered in time
column-kept-closed = Kept closed (to date)

## Addresses with values that cannot be read
unknown-value = { $name }: there is no “{ $value }”.
unknown-left-out = What follows was made without these values. Choose again if you need to.
parameter-unit = Unit
parameter-alone = The unit alone
parameter-kind = Kind
parameter-topic = Topic
parameter-step = Step
parameter-phase = State
parameter-due = Due
parameter-handler = Responsible
parameter-mark = Mark
parameter-units = Number of units
parameter-order = Order
parameter-metric = Figure
parameter-period = Period
parameter-area = Field of work
parameter-state = State
parameter-whose = Whose work
parameter-format = Format
parameter-page = Page

## Two people at once
conflict-versions = What you saw, and now
conflict-seen = You saw
conflict-now = Now
conflict-events = Recorded events
conflict-since = What happened after you opened the page
conflict-kept = What you typed

## Forms that are not taken
form-not-utf8 = The text is not in Unicode (UTF-8), so nothing was recorded. Below is what could be read; what could not stands as “�”. Type those places again, then send.
form-crowded = The form has too many fields, so it was not taken. Open the page again and send it once more.
kept-title = What you typed
kept-text-unsure = To be safe, copy the text below before you leave this page. Files have to be chosen again.
kept-text = Nothing was recorded. Copy the text below before you leave this page. Files have to be chosen again.
kept-sign-in = Sign in again
kept-open = Open the page of the form
kept-subject-label = Title
kept-text-label = Text
kept-place-label = Place
kept-name-label = Name
kept-phone-label = Telephone
kept-login-label = User name
kept-answer-label = Answer
answer-none-chosen = none chosen
problem-signed-out-title = Your session has ended
problem-signed-out-text = You were not signed in any more when the form was sent, so nothing was recorded. Sign in again; you come back to the page of the form and can send it once more.
problem-stale-form-title = The form belongs to another session
problem-stale-form-text = Since this page was opened, somebody signed in anew in this browser, or the form was not sent from a page of this system. Nothing was recorded. Open the page of the form and send it again; look which post you are signed in to.
problem-officer-title = Only the sender can do this
problem-officer-text = You are signed in as an officer. To confirm that a case is done, or to open it again, is for its sender; no officer does it for them. If you are the sender, sign out and open the page of the case again.
problem-too-many-title = Too many wrong attempts
problem-too-many-text = Too many wrong attempts came from this network address. While you wait, check what you typed: the user name, the password, the passphrase or the code.
problem-too-many-wait = { $count ->
    [one] Wait { $n } second, then try again.
   *[other] Wait { $n } seconds, then try again.
}
problem-unknown-title = The address has values that cannot be read
problem-unknown-text = The list that was asked for cannot be told, so no other is given. Correct the address, or go back and choose from the filter.

## Clocks and due dates
clock-late = { $count ->
    [one] { $n } day late
   *[other] { $n } days late
}
clock-today = Due today
clock-left = { $count ->
    [one] { $n } day left
   *[other] { $n } days left
}
clock-due = due { $day }
clock-lasts = At least to the end of { $day }
clock-begins = From { $day } on
due-why = Why this day?
due-calendar-days = { $count ->
    [one] { $n } day, not counting the day it began, { $start }.
   *[other] { $n } days, not counting the day it began, { $start }.
}
due-working-days = { $count ->
    [one] { $n } working day, not counting the day it began, { $start }.
   *[other] { $n } working days, not counting the day it began, { $start }.
}
due-months = { $count ->
    [one] { $n } month, not counting the day it began, { $start }.
   *[other] { $n } months, not counting the day it began, { $start }.
}
due-working-hours = { $count ->
    [one] { $n } working hour, counted from { $start }.
   *[other] { $n } working hours, counted from { $start }.
}
due-working-hours-next = { $count ->
    [one] { $n } working hour
   *[other] { $n } working hours
}, counted from when offices open next after { $start }, because the time of that day is not given.
due-same-day = On { $start } itself.
due-calendar-days-before = { $count ->
    [one] { $n } day before { $start }, not counting that day.
   *[other] { $n } days before { $start }, not counting that day.
}
due-working-days-before = { $count ->
    [one] { $n } working day before { $start }, not counting that day.
   *[other] { $n } working days before { $start }, not counting that day.
}
due-months-before = { $count ->
    [one] { $n } month before { $start }.
   *[other] { $n } months before { $start }.
}
due-extended-calendar-days = { $count ->
    [one] Extended by { $n } day, decided on { $day }.
   *[other] Extended by { $n } days, decided on { $day }.
}
due-extended-working-days = { $count ->
    [one] Extended by { $n } working day, decided on { $day }.
   *[other] Extended by { $n } working days, decided on { $day }.
}
due-extended-working-hours = { $count ->
    [one] Extended by { $n } working hour, decided on { $day }.
   *[other] Extended by { $n } working hours, decided on { $day }.
}
due-extended-months = { $count ->
    [one] Extended by { $n } month, decided on { $day }.
   *[other] Extended by { $n } months, decided on { $day }.
}
due-paused = It stood still from { $from } to { $until }; that time does not count.
due-paused-still = It stands still since { $from }.
due-rolled = { $from } is a day off, so the limit ends on the next working day ({ $source }).
due-rolled-back = { $from } is a day off, so it has to be done by the working day before ({ $source }).
due-source-in-vietnamese = a source in Vietnamese
due-hours = Only working hours count, as set here: { $source }.
due-undecided = Not counted yet: nobody has decided whether { $day } is a day off. It is counted once that is decided.
due-undecided-on = not counted yet
due-unconfirmed-on = { $day } (unconfirmed)
due-unconfirmed-day = { $day } counts as a working day; whether it is off (Vietnam Culture Day) is unconfirmed.
due-stands-still = The clock stands still; there is no last day yet.
due-ends-petitioner = Whoever asked has until { $day }; this is no limit of the authority.
due-ends-parties = The parties have until { $day }; this is no limit of the authority.
due-lasts = So it has to last at least to the end of { $day }.
due-begins = So it is lawful only from { $day } on.
due-basis-since = Basis: { $basis } (the version that applies since { $day }).
due-second-hand = This basis comes from a second-hand source; it was not compared with the law itself.
due-skipped = Days that do not count:
due-ends = So the last day is { $day }.
due-basis = Basis: { $basis }.
due-unconfirmed = This basis is not confirmed.
due-no-statute = No statute is confirmed to say so.
due-calendar = Calendar of days off: version { $version }.
day-off-weekend = weekend
day-off-new-year = New Year
day-off-tet = Tết, the lunar new year
day-off-hung-kings = Hùng Kings’ commemoration
day-off-reunification = Victory Day, 30 April
day-off-labour-day = Labour Day, 1 May
day-off-national-day = National Day
day-off-culture-day = Vietnam Culture Day
day-off-substitute = in place of a holiday on a weekend
day-off-swap = swapped for a working day

## Home
home-title = Ask, get an answer, and know it is done.
home-lead = Send feedback or a recommendation to the authority that is competent. You get a receipt and a due date, and need no account.
home-ask = Send feedback or a recommendation
home-ask-text = Roads, waste, canals, power, papers… About 3 minutes, photos welcome.
home-complain = Complaint, denunciation
home-complain-text = How they differ from feedback and recommendations, and where to hand them in so that the law applies.
home-answers = Read the answers
home-answers-text = By ward, commune and topic; see whether it is really done.
home-doing = How the units are doing
home-doing-empty = No cases in this period yet.
home-doing-note = Cases of all kinds are counted: recommendations, feedback, complaints, denunciations, mediations, dossiers. “Received” and “Answered in time” count this period. “Kept closed” counts from the beginning: answered with proof, confirmed by its sender or left without word for the time that its kind gives, not reopened, and not brought again within that time. What the city receives and hands to the competent unit is answered by that unit.

## Ask
ask-title = Send feedback or a recommendation
ask-lead = Fill in this one page and send it. You get a tracking code and a due date at once. No account needed.
ask-unit-without = { $unit } (does not take yet: { $kinds })
ask-send = Send
ask-privacy = Public: kind, topic, title, the steps taken, the answer and its proof. Not public: your text, place, name, telephone and files; only those who work on it see them.
ask-files-again = Browsers do not keep files: choose them again before you send. At most 5 pictures or PDFs of up to 10 MB each.
hint-unit = Where it happened. If the unit is not competent, it passes your request on and you can still follow it.
hint-topic = Leave it as it is if you are not sure.
hint-subject = One short sentence, such as “The street lamp at our lane has been broken for two weeks”. No names, no telephone numbers.
hint-text = What it is about, since when, and what you ask for.
hint-place = Group, hamlet, street, the nearest landmark.
hint-name = May be left empty. With a name it is easier to reach you.
hint-persons = Only if several people ask together; the name and the number are then those of your representative.
hint-phone = Only used to ask you about this matter.
hint-files = At most 5 pictures (JPEG, PNG, WebP) or PDFs of up to 10 MB each.
topic-unsure = Not sure
difference-title = Feedback, complaint or denunciation?
difference-recommendation = Feedback or recommendation
difference-recommendation-text = You name something that should be done or mended: use the form below.
difference-complaint = Complaint
difference-complaint-text = You hold that a decision or an act of an authority is unlawful and harms your own rights. The Law on Complaints asks for your name, your address and your signature: hand it in at the reception of the authority that decided.
difference-denunciation = Denunciation
difference-denunciation-text = You report that an official, an authority or somebody else broke the law. The law protects who you are: hand it in at a reception office, not through this form.

## Receipt
receipt-title = We have received it
receipt-code = Your tracking code
receipt-keep = Write it down or print this page. Whoever has the code can follow the case and confirm its result.
receipt-due = Answer due
receipt-next = What happens next
receipt-next-follow = Follow it at any time by its code, here or at the reception office.
receipt-next-answer = When it is answered, you say whether it is done; if it is not, the case is opened again.
receipt-next-print = You can print this page (Ctrl+P) as a receipt.
receipt-follow = Follow this case
receipt-another = Send another
receipt-qr = A code for cameras that opens this case
receipt-log = The receipt signed by the ledger
receipt-log-waiting = It is saved and is entering the public log. This page shows the signed receipt in a second by itself.
receipt-log-proven = It is entry { $seq } of the ledger of this office. Keep the receipt file: whoever removes the case or changes its date is found out by it, and anybody can check it without asking the office.
receipt-log-holds = It holds title and text, unless the sender of such cases is sealed; not your name, telephone number or what opens the case.
receipt-log-holds-nothing = What was asked is erased: the file holds nothing of it.
receipt-log-download = Download the receipt (.tlog-proof)
receipt-log-check = Check a receipt
log-title = The public log
log-lead = Every request, every answer and every date is an entry of the ledger. The log shows a hash of each entry, in order, signed: whoever removes or changes one is found out by the receipts and checkpoints that were given out. It shows nothing of what an entry says.
log-check = Check a receipt
log-file = The receipt, a file that ends in .tlog-proof
log-paste = Or paste its text
log-paste-hint = All of it, from the first line to the last.
log-check-do = Check
log-good = The receipt is good.
log-good-text = This office recorded this case on this day with what stands below, and the log of today still holds that entry. What you gave was only read: nothing of it was kept.
log-subject = Code
log-unit = Addressed to
log-day = Day
log-at = Written down
log-seq = Entry
log-seq-of = Number { $seq }; the log then had { $size }.
log-content-title = Title
log-content-text = Request
log-untold = What was asked is not told by this receipt.
log-content-files = Files
log-stands = Where the log stands
log-empty = Nothing has entered the log yet.
log-origin = Name of the log
log-size = Entries
log-root = Root hash
log-witnesses = Witnesses
log-witnesses-text = A witness is somebody else, such as another commune or the inspectorate, who follows this log and signs its checkpoint when the log only grew and nothing in it was changed or taken away. So the office that keeps it cannot show different logs to different people without being found out.
log-witnesses-none = This log has no witnesses yet.
log-witness-last = Signed up to entry { $size }, at { $at } by its own clock.
log-witness-never = Has not signed yet.
log-witness-earlier = Its word is no longer taken.
log-witnessed = Witnesses
log-witnessed-by = { $witness }, at { $at }
log-witnessed-none = None of the witnesses known here has signed the checkpoint of this receipt. Once they did, download the receipt again.
log-witnessed-unknown = Signatures of others who are not known here: { $count }. They are not counted.
log-key = The key of the log
log-key-text = Whoever has this key can check receipts and checkpoints without this server: kheo verify FILE --key KEY. Compare it with a copy from elsewhere: one that was printed, or that of somebody who follows the log.
log-sealing = Keys that seal who denounces
log-sealing-text = Who denounces is read only when two holders of keys, of two groups, open it together. These are the keys in use, each with its post and since when.
log-reveals = What the log reveals
log-reveals-text = How many entries there are, and when how many came. Nothing of who, what or where: each entry is mixed with a secret of its own before it is hashed, so that nobody can guess it.
log-checkpoint = The newest checkpoint, for programs
log-vkey = The key, for programs

## Follow
hint-code = For example KN-2016-0412-HXQMKDTA, as on your receipt.
follow-find = Find
follow-none = No case was found
follow-unknown = No case has this code. A tracking code has letters at its end too, such as KN-2016-0412-HXQMKDTA; check it on your receipt.
follow-title = Follow a case
follow-lead = Type the tracking code of your receipt.
follow-happened = What has been done
follow-privacy = This page does not show the text, the place, the name or the telephone of the sender.
follow-receipt = The receipt signed by the ledger
follow-changed = The case has changed since you opened this page. What you just sent was not recorded; what you typed is kept. See what has changed, and send it again if it is still needed.
follow-solved-title = Is it done?
follow-again-title = Is it not in order after all?
follow-confirm = It is done
follow-reopen = Not done, open it again
follow-reopen-text = What is not done yet?
follow-reopen-hint = Only those who work on it read this. The case is opened again with a new due date.
follow-silence = If you say nothing by { $day }, and nobody brings the same matter again by then, it counts as done and kept closed. You can still open it again after that day.
follow-silence-only = It counts as done and kept closed from { $day } on, unless the same matter is brought again by then.
follow-since-inside = Only work inside the office, which is not shown here.
follow-officer = You are signed in as an officer. Only its sender confirms that a case is done or opens it again; if you are the sender, sign out first.
case-code = Tracking code
case-step = Step
case-received = Received
case-with = With
case-ended-with = Ended at
case-subject-public = Title (will be public)
ask-subject-but-for = Title (will be public, but not for: { $kinds })
case-proof = Proof { $number } ({ $kind }, { $size } kB)

## What happened
told-registered = Received, sent to { $unit }
told-accepted = { $unit } took it on
told-refused = { $unit } did not take it on, because:
told-transferred = Passed to the competent unit: { $unit }
told-assigned = Given to { $post }
told-answered = { $unit } answered
told-confirmed = The sender confirmed that it is done
told-confirmed-office = { $unit } noted that it is done
told-reopened-office = { $unit } took it up again
told-reopened = The sender said that it is not done; { $unit } works on it again
told-recurred = The same matter was brought again
told-recurrence-withdrawn = Corrected: the same matter was not brought again
told-paused = The limit stands still, something is awaited
told-resumed = The limit goes on, due { $day }
told-extended = Extended to { $day }
told-recounted = Now due { $day }, because the matter was found to be more or less complex
told-counted = The days off are decided, so the due date is known: { $day }
told-moved = Now due { $day }, because the calendar of days off was corrected
told-in-time-uncounted = in time
told-in-time = in time (due { $day })
told-late = late (due { $day })

## Answers
answers-title = What has been answered
answers-lead = What the units answered to citizens, the newest first. Only its sender has the whole code of a case.
answers-more = more than { $n } cases answered; these are the newest { $n }
answers-count = { $count ->
    [one] { $n } case answered
   *[other] { $n } cases answered
}
answers-empty = Nothing matches this choice.
answers-all = Show all
answers-received = received { $day }
answers-answered = answered { $day }
answers-in-time = in time
answers-late = late
answers-kept = kept closed

## Sign in
login-title = Sign in for staff
login-lead = Citizens need not sign in to send and follow a request.
login-ended = Your session has ended or is not valid. Sign in again.
login-failed = You are not signed in yet
login-wrong = The user name or the password is wrong. Check them and try again.
login-button = Sign in

## API
api-missing = must be given
api-kind-not-sent = cases of the kind “{ $kind }” are not sent through the API, but brought to an office. What can be sent: { $others }
api-not-text = must be a string
api-unknown = there is no such field
api-key = must be there, with 1 to 200 ASCII characters: a random key for every request
ask-not-public = Nothing of this kind is published, not even the answer; whoever has the code can still follow it.
ask-place-for = Place (required for: { $kinds })
ask-name-for = Your name (required for: { $kinds })
ask-phone-for = Telephone (required for: { $kinds })
ask-of-kind = For “{ $kind }” only
told-withdrawn = The sender took it back.
told-next = What you can do next:
follow-withdraw = Take this request back
follow-withdraw-text = Why (optional)
follow-withdraw-hint = The office then stops working on it. You can still send it again later.
api-not-an-object = This must be an object, such as { "{" }"known-on": "2016-04-15"{ "}" }.
case-letters = Letters to you
