### Denunciations

kind-denunciation = Denunciation
kind-denunciation-help = A person reports a breach of law to the competent body. Name, address and handwriting of who denounces are kept secret: those who verify and those denounced learn the content only.
kind-further-denunciation = Further denunciation
kind-further-denunciation-help = The time ran out, or the denunciation was settled wrongly: whoever denounced writes to the direct superior of who settled it. This is not going over anybody's head.

topic-commune-staff = Staff of the commune
topic-commune-head = Chair or deputy chair of the commune
topic-district-staff = Staff of the district
topic-district-head = Chair or deputy chair of the district
topic-department-staff = Staff of a department of the province
topic-department-head = Directors and deputy directors of provincial departments
topic-settled-by-commune = Denunciation settled by the commune
topic-settled-by-district = Denunciation settled by the district
topic-settled-by-department = Denunciation settled by a department

field-accused = Who is denounced
field-denouncer-named = Name and address of who denounces
choice-named = Given and checked
choice-nameless = Not given, or not clear
field-competent = Who is competent
choice-competent-here = This unit
choice-competent-elsewhere = Another unit
choice-competent-unclear = Not clear yet
field-sent-by = Who sent it
choice-sent-by-denouncer = Whoever denounces
choice-sent-by-press = The press
choice-sent-by-body = Another body
field-places = In how many places it must be checked
field-conditions = Conditions that were checked and are met
choice-condition-form = The letter has what the law wants (day, name, address, contact, breach, who is denounced)
choice-condition-capacity = Who denounces has legal capacity or a representative
choice-condition-competence = It is within competence
choice-condition-basis = There is a basis to tell offender and breach
field-after-complaint = It grows out of a complaint that was properly settled
choice-no-complaint-before = No
choice-new-evidence = Yes, with evidence against who settled it
choice-no-evidence = Yes, without evidence
field-criteria = What makes it complex
choice-two-places = One content to be checked in two or more places
choice-two-contents = Two or more contents
choice-many-people = Many who denounce, or many affected
choice-foreign = A foreign element
choice-several-managers = Several managing bodies
choice-views-differ = The views of offices differ
field-told-content = The content told to the person denounced (nothing that reveals the denouncer)
field-told-of-forwarding = Telling the denouncer that it was forwarded
field-forwarded-to = The competent body to which it is forwarded
choice-denouncer-told = Told
choice-nobody-to-tell = There is no address to tell
field-further-code = Code of the further denunciation
field-denunciation-code = Code of the earlier denunciation
field-report-days = Report within how many working days
field-further-cause = Why it is brought further
choice-cause-overdue = The time ran out
choice-cause-wrong = It was settled wrongly

guard-named = A denunciation can be accepted only with name and address of who denounces; other letters are processed as letters.
guard-from-another-body = Only a letter that the press or another body passed on is answered to them; this one came from the denouncer.
guard-competent-here = When it was taken in, another unit was said to be competent: send it on and tell the denouncer; it is neither accepted nor refused here.
guard-several-places = The check can be extended only when there are two or more places.
guard-conditions-met = It can be accepted only when all four conditions are met.
guard-evidence-against-settler = The complaint was properly settled: it can be accepted only with evidence against who settled it.
guard-resolve-overdue = The time to settle has not run out, so it cannot be brought further as overdue.
guard-earlier-ended = The earlier denunciation about this matter is in time and not concluded: it cannot be brought further yet.

reason-nameless-letter = Who denounces gave no name and address
reason-nameless-letter-next = Write to this office again with your name and address; they are kept secret (Law on Denunciations 2011, article 9).
reason-settled-before = It was settled, and there are no new facts
reason-settled-before-next = If there are new facts, write to this office again and name them (Law on Denunciations 2011, article 20).
reason-no-basis = There is no basis to tell offender and breach
reason-no-basis-next = Write to this office again: who did what and when, and what shows it.
reason-not-verifiable = There is not enough to check it
reason-not-verifiable-next = Add facts and papers that can be checked and write to this office again (Law on Denunciations 2011, article 20).
reason-not-as-required = The letter lacks what the law wants
reason-not-as-required-next = Add the day, your name, address and contact, the breach and who is denounced, and write to this office again (Law on Denunciations 2018, article 23).
reason-settled-complaint = It grows out of a properly settled complaint, without evidence against who settled it
reason-settled-complaint-next = If you have evidence against who settled the complaint, send it to this office (Law on Denunciations 2018, article 29). If you do not accept that decision, make a second complaint or go to court.
reason-signs-of-crime = There are signs of a crime; it belongs to the investigating bodies
reason-signs-of-crime-next = The letter goes to the investigating body; turn to the office that this notice names.
reason-neither-overdue-nor-wrong = The earlier denunciation is in time and not concluded, or was settled rightly
reason-neither-overdue-nor-wrong-next = If the earlier denunciation is not concluded, wait; when its time runs out without a conclusion, you may bring it to this office. If it is concluded, send this office what shows that it was settled wrongly (Law on Denunciations).

step-concluded = Concluded
step-conclusion-published = Conclusion published
step-awaiting-report = Waiting for the report of who settles it
step-answered-further = Further denunciation settled

action-extend-check = Extend the check before acceptance
action-hand-over-copies = Hand over copies without what reveals the denouncer
action-tell-forwarding = Write the denouncer a notice that it is forwarded
action-notify-denouncer = Notify the denouncer
action-inform-accused = Tell the person denounced the content
action-record-further = Record that it was brought further as overdue
action-conclude = Conclude
action-forward-outside = Send on to a competent body outside this program
step-forwarded-outside = Sent on outside
action-reply-sender = Answer the body that sent it
action-publish-conclusion = Publish the conclusion (nothing that reveals the denouncer)
action-ask-report = Demand a report from who settles it
action-settle-further = Settle it

clock-forward = Time to forward it to the competent body
clock-reply-sender = Time to answer the body that sent it
clock-notify-denouncer = Time to notify the denouncer
clock-inform-accused = Time to tell the person denounced the content
clock-publish-conclusion = Time to publish the conclusion
clock-ask-report = Time to demand a report

letter-denunciation-acceptance = Notice that the denunciation is accepted
letter-denunciation-refusal = Notice that the denunciation is not accepted
letter-denunciation-further-result = Result of the further denunciation
letter-denunciation-told = Notice of the content to the accused
letter-denunciation-forwarded = Notice to the denouncer that it was forwarded
letter-denunciation-conclusion = Conclusion on the denunciation
letter-denunciation-report = Request for a report on the denunciation
letter-denunciation-check-extension = Notice that the check before acceptance is extended
letter-denunciation-extension = Decision to extend the limit
letter-denunciation-sender-told = Answer to the body that passed it on
letter-denunciation-posted = Notice of the posting of the conclusion

## In the half-year review
theme-denunciations = Settling denunciations
say-denunciations = Denunciations: received in the period { $received }; handed to the competent body { $transferred }; concluded { $answered }, { $in-time } in time and { $late } late; refused with a reason: { $refused }; still open at the end of the period: { $open }. Who denounced is kept secret, as the law requires.
say-denunciations-none = There was no denunciation in the period.
say-further-denunciations = Further denunciations: received { $received }; settled { $answered }; refused: { $refused }; still open at the end of the period: { $open }.
say-further-denunciations-none = There was no further denunciation in the period.
