### Conciliation of land disputes by the commune

kind-land-conciliation = Conciliation of a land dispute
kind-land-conciliation-help = A party asks the People's Committee of the commune where the land lies to conciliate a land dispute.

field-plot = The plot (number, map sheet, address)
field-other-parties = The other parties
field-boundary = Whether the outcome changes the boundary or who uses the land
choice-boundary-changes = It changes
choice-boundary-stays = It stays

topic-land-boundary = Boundary of a plot
topic-land-use-right = Who has the right to use land
topic-land-inheritance = Inheritance and division of land
topic-land-other = Another land dispute

step-conciliated = Conciliated
step-recognised = Conciliation recognised, file to go to the land register
step-sent-to-register = File sent to the land register
step-conciliation-closed = Conciliated and closed
step-not-conciliated = Not conciliated

action-conciliate = The parties are conciliated
action-not-conciliate = The parties are not conciliated
action-recognise = Hand over the recognition
action-send-to-register = The file went to the land register
action-close-conciliation = Close, nothing to register

clock-conciliation = Time to conciliate
clock-to-register = Time for the parties to send the recognition to the land register

guard-boundary-changes = The outcome changes neither the boundary nor who uses the land, so there is nothing to register. Choose “Close, nothing to register”.
guard-boundary-stays = The outcome changes the boundary or who uses the land, so it has to be registered. Choose “Hand over the recognition”.

reason-no-land-dispute = The request tells of no land dispute
reason-no-land-dispute-next = If you disagree with a decision of an authority about land, hand in a complaint; for anything else send a recommendation.

letter-land-acceptance = Notice of acceptance to the parties
letter-land-agreed = Minutes of a successful conciliation
letter-land-not-agreed = Minutes of a conciliation that failed
letter-land-recognised = Recognition of a successful conciliation

## Milestones
procedure-land-dispute = Settling land disputes
milestone-dispute-remedy = Complaint or lawsuit against the decision on the dispute
event-dispute-decision-received = the day the decision on the dispute was received
milestone-dispute-enforcement = Enforcement when the parties do not comply
event-dispute-decision-effective = the day the decision on the dispute took effect
