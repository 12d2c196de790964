### Recommendations and feedback

kind-recommendation = Recommendation
kind-recommendation-help = You ask the authorities to do or look into something, such as mending a road, clearing a canal or issuing a paper.
kind-feedback = Feedback
kind-feedback-help = You tell the authorities of something that is going on, such as waste left lying, a broken street light or a blocked pavement.
kind-voter-recommendation = Recommendation of voters
kind-voter-recommendation-help = Voters put it to their council delegates at a meeting with voters.

field-meeting-on = Day of the meeting with voters
field-delegates-of = Delegates of
choice-national-assembly = The National Assembly
choice-province-council = The provincial People's Council
choice-district-council = The district People's Council
choice-commune-council = The commune People's Council
field-before-session = Before or after which session
field-session-on = Day of the session that looked at the answer

topic-roads = Roads, bridges and street lights
topic-waste = Waste and cleanliness
topic-canals-water = Canals, drainage and water
topic-shared-path = Shared paths and plot borders
topic-order = Urban order and security
topic-procedures = Procedures and how officials serve
topic-benefits = Benefits and poor households
topic-land-certificate = Land-use certificates
topic-land-clearance = Land clearance, compensation and resettlement
topic-power = Electricity and telephone lines
topic-food-safety = Food safety and markets
topic-other = Something else

step-received = Received
step-accepted = Accepted
step-assigned = Being worked on
step-answered = Answered
step-confirmed = Confirmed as solved
step-refused = Refused

step-voters-asked = Noted at the meeting with voters
step-collected = Collected
step-forwarded = Forwarded to the competent body
step-answered-to-voters = Answered, to be told at the session
step-followed-up = Told at the session

action-collect = Collect
action-follow-up = Session: the answer is taken
action-send-back = Session: it is sent back
action-accept = Accept
action-refuse = Refuse
action-assign = Assign
action-transfer = Transfer to the competent unit
action-urge = Urge the unit that has the case
action-reassign = Give the case to another unit
action-answer = Answer
action-note = Write a note
action-confirm = It is solved
action-reopen = It is not solved

reason-not-for-this-body = This body is not competent for it
reason-not-for-this-body-next = Send it to the competent body that this notice names. If you do not know which it is, ask where this body receives citizens.
reason-already-answered = It has been answered, or is being dealt with, in an earlier case
reason-already-answered-next = Follow it with the code of the earlier case. If that was answered and the matter is not settled, open it and choose “It is not solved”. If there is something new, send it again and say what is new.
reason-contents-unclear = It does not say clearly what it is about or where
reason-contents-unclear-next = Send it again and say what happens, where and since when; add pictures or papers if you have them. You can also come where citizens are received and have it written down.
reason-is-complaint = It is a complaint against an administrative decision or act
reason-is-complaint-next = Send a complaint, signed or with a fingerprint, to whoever made the decision or is in charge of whoever did the act, within 90 days of learning of it (Law on Complaints, Articles 9, 11 and 17 to 21).
reason-is-denunciation = It is a denunciation of a breach of law
reason-is-denunciation-next = Send a denunciation to the head of the body that directly manages the person denounced. The name and address of who denounces are kept secret (Law on Denunciations).
reason-before-a-court = The dispute is before a court
reason-before-a-court-next = Follow the matter and put your views before the court that has it.
reason-not-for-a-council = It is nothing for the council or its delegates
reason-not-for-a-council-next = The delegates are asked to tell the voters: with a matter of their own they send a recommendation, feedback, a complaint or a denunciation to the competent body themselves.

clock-answer = Time to answer

indicator-petitions-received = Recommendations and feedback received
indicator-petitions-escalated = Recommendations and feedback sent above the competent level
indicator-petitions-transferred = Recommendations and feedback handed to the competent unit
indicator-petitions-refused = Recommendations and feedback refused
indicator-petitions-answered = Answers to recommendations and feedback
indicator-petitions-in-time = Answers to recommendations and feedback in time
indicator-petitions-late = Late answers to recommendations and feedback
indicator-petitions-open = Recommendations and feedback still open
indicator-petitions-confirmed = Recommendations and feedback confirmed as solved
indicator-petitions-reopened = Recommendations and feedback reopened
indicator-petitions-came-back = Answered recommendations and feedback brought again
indicator-on-time-share = Share of recommendations and feedback answered in time
indicator-escalated-share = Share of cases of all kinds brought above the competent level

theme-petitions = Answering recommendations and feedback
say-petitions-received = In the period { $received } of recommendation or feedback came in from citizens, { $escalated } of them above the competent level; they were handed to the competent unit { $transferred }; refused with a reason: { $refused }; still open at the end of the period: { $open }.
say-petitions-none = There was no recommendation or feedback in the period.
say-petitions-answered = Answers were given { $answered }: { $in-time } in time and { $late } late, a share of { $share } in time.
say-petitions-closed = Citizens confirmed a solution { $confirmed } and reopened a case { $reopened }; an answered matter was brought again in a new case { $again }.
say-others-refused = Beside recommendations and feedback, refused with a reason: { $dossiers } about administrative procedures, { $land } about conciliation over land, { $mediation } about mediation; letters kept on file that could not be sorted: { $letters }.
say-others-withdrawn = Withdrawn by who sent them: { $dossiers } about administrative procedures, { $land } about conciliation over land, { $mediation } about mediation.

theme-outstanding = Settling outstanding matters for good
say-outstanding = Of cases of all kinds, closed with proof and kept closed by the end of the period, confirmed or left without word, neither reopened nor brought again in time: { $kept }; still overdue: { $overdue }. Of answered matters alone, one was brought again in the period { $again }.

theme-escalation = Keeping petitions from being escalated and prolonged
say-escalation = Of cases of all kinds, brought above the competent level in the period: { $escalated }, { $share } of those received; bringing again what was raised before, answered or not: { $recurring }; overdue at the end of the period: { $overdue }.
say-voters = Recommendations of voters received: { $received }; answers given: { $answered }; still open at the end of the period: { $open }.

letter-voters-forwarded = Slip that forwards what voters recommend
letter-voters-list = List of what voters recommended
letter-voters-acceptance = Notice of acceptance to the delegates
letter-voters-refusal = Notice of refusal to the delegates
letter-voters-answer = Letter of answer to the delegates

say-voters-none = No recommendation of voters was received or answered in the period.
say-voters-refused = Recommendations of voters refused with a reason: { $refused }.

## Milestones
procedure-portal-feedback = Feedback on the Government portal
milestone-portal-reply = Reply published
event-portal-feedback-received = the day the feedback was received
milestone-portal-status = Status updated while it is not settled
event-portal-last-status = the day the reply was due, or of the last update
