### Why something is refused: each says what is wrong and what to do.

refusal-empty = { $field }: nothing is filled in. Fill in this field.
refusal-too-short = { $field }: too short. Write at least { $least } characters.
refusal-too-long = { $field }: too long ({ $got } characters). Shorten it to { $most } characters at most.
refusal-not-text = { $field }: it holds control characters that cannot be shown. Delete them and type again.
refusal-not-a-phone = { $field }: not a telephone number. Write 8 to 15 digits, such as 0912 345 678.
refusal-unknown-unit = { $field }: there is no such unit. Choose one from the list.
refusal-unknown-post = { $field }: there is no such post. Choose one from the list.
refusal-unknown-case = No case has the code { $code }. Check the code on your receipt.
refusal-unknown-kind = { $field }: this kind is not taken at present. Choose one from the list.
refusal-unknown-topic = { $field }: this topic does not belong to the kind you chose. Choose another topic.
refusal-unknown-measure = There is no such measure.
refusal-unknown-conclusion = There is no such conclusion.
refusal-unknown-task = There is no such task.
refusal-unknown-action = The procedure of this case has no such action.
refusal-taken = The name { $name } is in use already. Choose another.
refusal-key-reused = This key was used for another request. Choose a new, random key for every request.
refusal-ends-before-it-begins = It ends ({ $until }) before it begins ({ $since }).
refusal-wrong-period = { $period } is not a period of the length that this measure is reported for.
refusal-not-begun = The period { $period } has not begun (it begins on { $since }), so there is nothing to review yet. Choose another period.
refusal-out-of-bounds = The value { $value } is outside what makes sense (from { $least } to { $most }). Check the figure.
refusal-stale = The case has changed since you opened this page. Look at it again, then act.
refusal-not-now = “{ $action }” is not possible while the case is at “{ $step }”.
refusal-not-yours = Your post does not allow this.
refusal-already-there = { $field }: this unit holds the case already. Choose another unit.
refusal-post-elsewhere = { $field }: this post is not in the unit that holds the case. Choose another.
refusal-already-done = This task is reported as done already.
refusal-too-early = This cannot be done yet: the least time has not passed. The clock of the case shows from which day on it can.
refusal-not-extended = It cannot be extended so. { $why }
refusal-nothing-to-extend = No limit that runs may be extended.
refusal-no-calendar = The due date cannot be told. { $why } Tell the administrator.

## Names of fields
label-kind = Kind
label-unit = To which unit
label-topic = Topic
label-subject = Title (will be public)
label-text = Your request
label-place = Place (optional)
label-name = Your name (optional)
label-phone = Telephone (optional)
label-files = Photos or documents (optional)
label-proof = Proof
label-post = Responsible
label-code = Tracking code
label-login = User name
label-password = Password

## Files and forms
file-too-big = The file “{ $name }” is larger than 10 MB. Choose a smaller one.
file-wrong-type = The file “{ $name }” is not a picture (JPEG, PNG, WebP) or a PDF. Its name does not decide what it is; choose another file.
file-too-many = At most 5 files can be sent.
form-too-large = The text is larger than 1 MB, so it was not taken. Shorten it; if you need to, attach documents as files.
summary-title = Not sent yet: please correct the following

## In place of a page that cannot be shown
problem-unreadable-title = The request cannot be read
problem-unreadable-text = What was sent is incomplete or of the wrong form. Go back to the page before and send it again.
problem-not-utf8-title = The text is not UTF-8
problem-not-utf8-text = Only text in Unicode (UTF-8) is taken. Go back, convert the text to Unicode and send it again.
problem-forged-title = The form is not accepted
problem-forged-text = This form was not sent from the page that is open, or your session has ended. Go back, reload the page and send it again. Nothing was recorded.
problem-not-found-title = There is no such page
problem-not-found-text = This address does not exist, or it is not for you. If you follow a case, check the tracking code.
problem-method-title = This page cannot be opened that way
problem-method-text = This address does not take what was sent in this way. Go back to the page and send it from there.
problem-conflict-title = The case has changed
problem-conflict-text = Somebody changed it while you were at work. Go back, reload the page and see what changed.
problem-busy-title = Many files are arriving
problem-busy-text = Many files are arriving at once, so this form was not taken yet. Nothing is lost on your side: wait a minute, go back and send it again.
problem-too-large-title = Too much was sent
problem-too-large-text = Text may hold 1 MB, each file 10 MB. Go back, shorten it and send it again; browsers usually keep what you typed.
problem-media-type-title = This media type is not taken
problem-media-type-text = This address does not take what was sent. The API takes application/json.
problem-refused-title = This cannot be done
problem-refused-text = Nothing was recorded. Correct what is named and do it again.
problem-broken-title = The system failed
problem-broken-text = It is not your fault. Try again in a few minutes; if it fails again, tell the administrator this number.
problem-reference = Number:
problem-home = To the home page
