### Complaints

kind-complaint = First complaint
kind-complaint-help = You ask to undo a decision or act of an office that harms your own rights. The letter must be signed or bear your fingerprint; send it to whoever decided, within 90 days of learning of the decision (Law on Complaints, article 9). You may take it back at any time, in writing, with signature or fingerprint (article 10).
kind-second-complaint = Second complaint
kind-second-complaint-help = You do not accept the first decision, or its time ran out without one. Write to the next higher authority within 30 days (45 days in remote areas), or go to court (Law on Complaints, article 33). This is not going over anybody's head.

topic-commune-decision = Decision or act of the commune chair and staff directly managed
topic-commune-agency-decision = Decision or act of the head of an agency of the commune
topic-district-decision = Decision or act of the district chair
topic-department-decision = Decision or act of a department of the province
topic-province-decision = Decision or act of the provincial chair
topic-decided-by-commune = First settled by the commune chair, or overdue there
topic-decided-by-commune-agency = First settled by the head of an agency of the commune, or overdue there (that the commune decides the second time is not confirmed)
topic-decided-by-district = First settled by the district chair, or overdue there
topic-decided-by-district-agency = First settled by the head of a district agency, or overdue there
topic-decided-by-department = First settled by the director of a department, or overdue there

field-decision-complained = The decision or act complained of (number, day, who issued it)
field-known-on = Day on which it became known
field-filed-on = Day on which the complaint was filed
field-about = Field
choice-about-recovery = Land recovery, compensation, resettlement
choice-about-land-paper = Land-use certificate
choice-about-penalty = Administrative penalty
choice-about-benefits = Benefits
choice-about-discipline = Discipline of civil servants
choice-about-other = Another field
field-lateness = Good reason for filing out of time
choice-good-reason = There is one; it was examined and accepted
field-first-outcome = What came of the first complaint
choice-first-decided = It was decided
choice-first-overdue = Its time ran out without a decision
field-second-from = Day on which the first decision was received, or its time ran out
field-area = Where the complainant lives
choice-ordinary-area = Not in a remote area
choice-remote-area = In a remote area that is hard to reach
field-dialogue-on = Day of the dialogue
field-attendance = The complainant at the dialogue
choice-attended = Was there
choice-absent = Was not there
field-withdrawn-part = The part of the complaint that is taken back
field-complained-party = Against whom it is brought
field-legal-grounds = Legal grounds of the decision
field-what-is-decided = What exactly is kept, amended or cancelled
field-compensation = Compensation, if any
field-decision-outcome = What the decision does
choice-kept = Keeps the decision or act
choice-amended = Amends it
choice-cancelled = Cancels it

guard-competent = This unit is not competent for what is complained of: it can only say so, and judges no other reason.
guard-not-competent = This unit is competent for what is complained of: give the reason under “Refuse”.
guard-signed = The complaint must bear the complainant's signature or fingerprint.
guard-cause-first = It was filed before the day the decision or act was known: check the two days.
guard-dialogue-after-acceptance = The dialogue lies before the acceptance. It is a step of settling the complaint: check the day; write a talk before acceptance into a note.
guard-second-cause-first = It was filed before the first decision was received or its limit ended: check the two days; while the limit runs there is no second complaint.
guard-first-ended = The first complaint about this matter is known here, not decided and still in time: a second one is not accepted yet.
guard-may-go-on = More than 30 days have passed since the notice of suspension, and the complainant did not go on.
guard-lapse-over = The complainant still has time, within 30 days, to go on.
guard-in-time = More than 90 days have passed since the decision or act became known; it can be accepted only for a good reason.
guard-second-in-time = More than 30 days (45 in remote areas) have passed since the first decision was received or its time ran out; it can be accepted only for a good reason.

reason-not-competent = This office is not competent
reason-not-competent-next = Send it to whoever decided (first complaint) or to the next higher authority (second complaint); this notice names the office (Law on Complaints, articles 17 to 21).
reason-internal-or-secret = An internal direction, or a decision that contains legal rules or state secrets
reason-internal-or-secret-next = This is not settled as a complaint (Law on Complaints, article 11). You may send a recommendation to the office that issued it.
reason-no-direct-effect = It does not directly affect the complainant's own rights
reason-no-direct-effect-next = Whoever is directly affected may complain (Law on Complaints, article 11). You may send a recommendation to the People's Committee.
reason-no-power-to-represent = The representative is not lawful
reason-no-power-to-represent-next = Send it to this office again with a lawful power of representation (Law on Complaints, article 11).
reason-letter-unsigned = The letter bears neither signature nor fingerprint
reason-letter-unsigned-next = Sign the letter or put your fingerprint on it and hand it in again at this office (Law on Complaints, article 11).
reason-letter-unsigned-disproved = the file says that the letter bears a signature or a fingerprint. Accept it, or choose another reason.
reason-out-of-time = Out of time without a good reason
reason-out-of-time-next = If you had a good reason, hand it in again at this office with what shows it (Law on Complaints, articles 9 and 11). You may also ask the court whether you can sue.
reason-out-of-time-disproved = by the days in the file it was filed in time. Accept it, or choose another reason.
reason-decided-twice = A second decision has been given already
reason-decided-twice-next = You have the right to go to the administrative court.
reason-lapsed = It was suspended and not continued within 30 days
reason-lapsed-next = The suspension stands (Law on Complaints, article 11). Ask this office if you think that the days are wrong.
reason-in-court = A court has accepted or judged it
reason-in-court-next = Follow the case at that court.
reason-first-not-ended = The first complaint is still in time and not yet decided
reason-first-not-ended-next = Wait for the first decision. Once you receive it, or its time runs out without one, you have 30 days (45 days in remote areas) for a second complaint or to go to court (Law on Complaints, article 33).
reason-withdrawn-before = The complainant has taken this content back
reason-withdrawn-before-next = What was taken back is not examined again, unless you were forced to. If you were, write to this office and say so (Law No. 136/2025/QH15).

step-decided = Decided
step-decision-published = Decision published
step-in-effect = Decision in effect
step-suspended = Notice given that the settlement is suspended
step-lapsed = Ended, since the complainant did not go on
step-withdrawn = Withdrawn

action-refuse-elsewhere = Refuse: not competent
action-suspend = Give notice that the settlement is suspended
action-go-on = The complainant goes on
action-lapse = End it, since the complainant did not go on
action-decide = Decide
action-dialogue = Record the dialogue
action-publish-decision = Publish the decision
action-take-effect = Record that the decision takes effect
action-withdraw = Withdraw it all (signed, or with a fingerprint)
action-withdraw-part = Withdraw a part of it (signed, or with a fingerprint)

clock-lapse = Time for the complainant to go on
clock-effect = When the decision takes effect
clock-publish = Time to publish the decision

letter-complaint-decision = Decision on the complaint
letter-complaint-part-withdrawn = Notice that a part was taken back
letter-complaint-suspended = Notice that the settlement is suspended and can still go on
letter-complaint-dialogue = Minutes of the dialogue
letter-complaint-acceptance = Notice that the complaint is accepted
letter-complaint-refusal = Notice that the complaint is not accepted
letter-complaint-second-decision = Decision on the second complaint
letter-complaint-posted = Notice of the posting of the decision

## In the half-year review
theme-complaints = Settling complaints
say-complaints = First complaints: received in the period { $received }; decisions were made { $answered }, { $in-time } in time and { $late } late; refused with a reason: { $refused }; withdrawn: { $withdrawn }; still open at the end of the period: { $open }.
say-complaints-none = There was no first complaint in the period.
say-second-complaints = Second complaints: received in the period { $received }; decisions were made { $answered }, { $in-time } in time and { $late } late; refused with a reason: { $refused }; withdrawn: { $withdrawn }; still open at the end of the period: { $open }.
say-second-complaints-none = There was no second complaint in the period.

## Milestones
milestone-filing = Complaint filed
event-decision-or-act-known = the day the decision or act was received or known
milestone-second-filing = Second complaint filed
event-first-decision-received = the day the first decision was received, or the first limit ran out
milestone-meeting-notice = Notice of the meeting at which the decision is announced
event-announcement-meeting = the day of the meeting
