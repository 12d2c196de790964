### Words shared by the packs

section-party = Party committees
section-government = Government
section-armed-forces = Armed forces
section-front = The Front and the organisations
section-commission = The mobilisation commission and the grassroots blocs

measured-in-case = { $count ->
    [one] { $n } case
   *[other] { $n } cases
}
measured-in-time = { $count ->
    [one] { $n } time
   *[other] { $n } times
}
measured-in-percent = { $n }%
measured-in-accident = { $count ->
    [one] { $n } accident
   *[other] { $n } accidents
}
measured-in-area = { $count ->
    [one] { $n } residential area
   *[other] { $n } residential areas
}
measured-in-base-union = { $count ->
    [one] { $n } base union
   *[other] { $n } base unions
}
measured-in-billion-dong = { $n } billion VND
measured-in-body = { $count ->
    [one] { $n } body
   *[other] { $n } bodies
}
measured-in-branch = { $count ->
    [one] { $n } branch
   *[other] { $n } branches
}
measured-in-clan = { $count ->
    [one] { $n } clan
   *[other] { $n } clans
}
measured-in-collective = { $count ->
    [one] { $n } collective
   *[other] { $n } collectives
}
measured-in-delegate = { $count ->
    [one] { $n } delegate
   *[other] { $n } delegates
}
measured-in-document = { $count ->
    [one] { $n } document
   *[other] { $n } documents
}
measured-in-dossier = { $count ->
    [one] { $n } file
   *[other] { $n } files
}
measured-in-event = { $count ->
    [one] { $n } event
   *[other] { $n } events
}
measured-in-family = { $count ->
    [one] { $n } family
   *[other] { $n } families
}
measured-in-head = { $n } head
measured-in-hectare = { $n } ha
measured-in-hour = { $count ->
    [one] { $n } hour
   *[other] { $n } hours
}
measured-in-house = { $count ->
    [one] { $n } house
   *[other] { $n } houses
}
measured-in-household = { $count ->
    [one] { $n } household
   *[other] { $n } households
}
measured-in-inspection = { $count ->
    [one] { $n } inspection
   *[other] { $n } inspections
}
measured-in-meeting = { $count ->
    [one] { $n } meeting
   *[other] { $n } meetings
}
measured-in-member = { $count ->
    [one] { $n } member
   *[other] { $n } members
}
measured-in-million-dong = { $n } million VND
measured-in-model = { $count ->
    [one] { $n } model
   *[other] { $n } models
}
measured-in-offence = { $count ->
    [one] { $n } offence
   *[other] { $n } offences
}
measured-in-person = { $count ->
    [one] { $n } person
   *[other] { $n } people
}
measured-in-project = { $count ->
    [one] { $n } project
   *[other] { $n } projects
}
measured-in-proposal = { $count ->
    [one] { $n } proposal
   *[other] { $n } proposals
}
measured-in-pupil = { $count ->
    [one] { $n } pupil
   *[other] { $n } pupils
}
measured-in-quintal-per-hectare = { $count ->
    [one] { $n } quintal/ha
   *[other] { $n } quintals/ha
}
measured-in-session = { $count ->
    [one] { $n } session
   *[other] { $n } sessions
}
measured-in-teacher = { $count ->
    [one] { $n } teacher
   *[other] { $n } teachers
}
measured-in-team = { $count ->
    [one] { $n } team
   *[other] { $n } teams
}
measured-in-tonne = { $count ->
    [one] { $n } tonne
   *[other] { $n } tonnes
}
measured-in-trading-household = { $count ->
    [one] { $n } trading household
   *[other] { $n } trading households
}
measured-in-turn = { $count ->
    [one] { $n } turn
   *[other] { $n } turns
}
measured-in-visit = { $count ->
    [one] { $n } visit
   *[other] { $n } visits
}
measured-in-voter = { $count ->
    [one] { $n } voter
   *[other] { $n } voters
}
measured-in-work = { $count ->
    [one] { $n } work
   *[other] { $n } works
}

letter-receipt = Receipt
letter-receipt-undated = Receipt
letter-acceptance-undated = Notice of acceptance
letter-acceptance = Notice of acceptance
letter-transfer = Transfer slip
letter-urge = Letter that urges
letter-hand-over = Letter that hands a case over
letter-answer = Letter of answer

### Complaints, denunciations, sorting of petitions

field-signature = Signature on the letter
choice-signed = Signed
choice-fingerprint = With a fingerprint
choice-unsigned = Neither signature nor fingerprint
field-stripped-letter = The letter without what tells who sent it
field-stripped-letter-help = Leave out name, address, handwriting and all else that tells who sent it. The program cannot compare it with the sealed identity: read it again before you send it.

guard-forwarded-once = This letter was forwarded once already; the same content goes to the competent body only once.

reason-no-capacity = Who signed has no full legal capacity and no lawful representative
reason-no-capacity-next = Your lawful representative may sign. Send the letter again to this office, with the paper that shows who represents you.

action-extend = Extend the time to settle
action-find-complex = Say how complex it is
action-end-posting = End the posting

clock-accept = Time to accept or refuse
clock-resolve = Time to settle
clock-posting = Least time of posting

## Taking back
step-taken-back = Taken back
step-reported = Findings reported
action-report = Report the findings
action-take-back = Take back

letter-refusal-reasoned = Notice of refusal with its reason
letter-extension = Notice of extension
letter-withdrawal = Notice that it ends: it was taken back
letter-taken-back = Notice that nothing more is done
letter-result = Letter of the result

## Minutes
field-held-hours = From which hour to which
field-held-at = Where
field-held-present = Those present and the role of each (a line each)
