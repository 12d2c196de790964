### Grassroots mediation

kind-mediation = Request for mediation
kind-mediation-help = You want the mediation team of your village or street group to help both sides agree about a quarrel or dispute. It is not published.

field-asked-by = Who asks
choice-a-party = One of the parties
choice-mediator-learned = A mediator learned of it
choice-body-asked = A body or organisation
field-mediator = The mediator who is assigned
field-begin-when = When mediation begins
choice-within-three-days = Within 3 days
choice-at-once = At once, because it cannot wait
choice-as-agreed = When the parties agreed
field-agreed-days = In how many days the parties agreed to begin

topic-dispute-quarrel = Quarrels of daily life
topic-dispute-civil = Civil disputes, among them land-use rights
topic-dispute-family = Family matters
topic-dispute-other = Another dispute
topic-dispute-minor-breach = Breaches below administrative or criminal sanction

step-asked-for = Request received
step-mediator-assigned = Mediator assigned
step-mediating = In mediation
step-agreed = The parties agreed
step-not-agreed = The parties did not agree

action-assign-mediator = Assign a mediator
action-begin-mediation = Begin the mediation
action-agree = The parties agreed, in writing
action-agree-unwritten = The parties agreed, by word of mouth
action-not-agree = The parties did not agree

clock-begin = Time to begin the mediation
clock-begin-as-agreed = Time to begin that the parties agreed on

reason-for-a-court = It is for a court, for arbitration, or for commercial or labour mediation
reason-for-a-court-next = Grassroots mediation does not take it (Law on Grassroots Mediation, Art. 1.2). Turn to the competent people's court, or to arbitration, commercial or labour mediation where it belongs there. If you do not know which is competent, ask at the reception of your commune or ward.
reason-for-the-land-conciliation = This land dispute is conciliated by the commune's People's Committee
reason-for-the-land-conciliation-next = Hand in a request for land conciliation at the People's Committee of the commune or ward where the land lies.
reason-beyond-mediation = It lies outside grassroots mediation
reason-beyond-mediation-next = If a law was broken, tell the police of your commune or ward; if you are not sure, ask at the reception.

letter-mediation-agreed = Minutes of a successful mediation
letter-mediation-not-agreed = Minutes of a mediation that failed
