### Reports on environment and town

kind-urban-report = Report from the spot
kind-urban-report-help = You saw a certain spot that needs somebody to come: overflowing waste, a broken manhole, a fallen tree, dumped soil, building on a pavement. Say exactly where, and send a photo if you have one.

field-hazard = Is it dangerous to people right now
choice-hazard-now = Yes
choice-no-hazard = No
field-seen-on = Since which day
field-urgency = Urgency
choice-urgent = Urgent
choice-normal = Normal
choice-complex = Complex

topic-street-trees = Trees
topic-noise-dust = Noise, dust, smell
topic-building-work = Building, filling, encroaching

step-report-received = Report received
step-graded = Sorted, to be dealt with

action-grade = Sort by urgency
action-hand-on = Hand on to another unit
action-reassign-graded = Give the graded report to another unit

clock-grading = Time to sort it
clock-mend-urgent = Time to deal with what is urgent
clock-mend-normal = Time to deal with what is normal
clock-mend-complex = Time to deal with what is complex

reason-not-found-there = Somebody went there and did not find it
reason-not-found-there-next = Send it again, say more exactly where (house number, lamp post, nearest mark), and add a photo.
reason-between-neighbours = It is a private matter between households, which the authority cannot settle for them
reason-between-neighbours-next = You can ask for mediation.
reason-reported-already = Somebody reported it before, and it is being dealt with
reason-reported-already-next = The answer will be published under “Answers”. If it is still there after the answer, send it again.

## In the half-year review
theme-urban-reports = Reports from the spot
say-urban-reports = Reports on environment and town: received { $received }; answers were given { $answered }, { $in-time } in time and { $late } late; reopened { $reopened }; still open at the end of the period: { $open }.
say-urban-reports-none = No report on environment or town was received or answered in the period.
say-urban-reports-refused = Reports on environment and town refused with a reason: { $refused }.
say-urban-reports-withdrawn = Reports on environment and town withdrawn by who sent them: { $withdrawn }.
