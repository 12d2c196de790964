### Dossiers of administrative procedures

kind-dossier = Dossier of an administrative procedure
kind-dossier-help = A dossier handed in at the one-stop desk, with a receipt that names the day of the result.

field-procedure = Name of the procedure
field-published-by = Decision that publishes it (number, day)
field-limit-days = Published limit (number of days)
field-limit-unit = Counted in
field-new-day = New day of the result
choice-counted-in-working-days = Working days
choice-counted-in-calendar-days = Days (days off count too)

topic-dossier-civil-status = Civil registration
topic-dossier-certification = Certification
topic-dossier-land = Land
topic-dossier-construction = Construction
topic-dossier-business = Business registration
topic-dossier-benefits = Social policy
topic-dossier-other = Another procedure

step-dossier-received = Dossier received
step-being-processed = Being processed
step-supplement-asked = Waiting for a supplement
step-result-given = Result given
step-dossier-refused = Dossier refused

action-ask-supplement = Ask for a supplement
action-supplement = Take in the supplement
action-beg-pardon = Apologise and name a new day
action-beg-pardon-late = Apologise for being late
action-give-result = Give the result
action-refuse-dossier = Refuse the dossier

clock-result = Day of the result
clock-result-calendar = Day of the result (days off count too)

guard-a-day-before = A letter that apologises and names a new day has to go a day before the limit ends at the latest. If it is later, choose “Apologise for being late” once the limit has passed, and give the result as soon as you can.
guard-put-off-once = The day may be named anew only once. Give the result; if it is overdue, choose “Apologise for being late”.
guard-overdue = The dossier is not overdue. If you know that the result will be late, choose “Apologise and name a new day”.
guard-pardon-once = The apology for being late was given. It is given again only to name a new day, where none was named; otherwise give the result.

reason-conditions-not-met = The conditions of the procedure are not met
reason-conditions-not-met-next = The refusal says which condition is missing. Once it is met, hand the dossier in again. If you disagree, you have the right to complain.
reason-never-completed = The dossier was not completed as asked
reason-never-completed-next = You can hand in the complete dossier again, as the request for a supplement says.
reason-another-desk = The desk is not competent for this procedure
reason-another-desk-next = Hand it in at the body that the refusal names; the one-stop desk tells you where.

letter-supplement = Request to supplement
guard-new-day-once = The day was put off once already, and the rules allow that once. Leave the new day out.
letter-apology = Apology with a new date
letter-apology-late = Apology for a late result
letter-dossier-receipt = Receipt of the dossier with the day of the result
letter-dossier-refusal = Refusal of the dossier
letter-dossier-taken-back = Notice that the dossier was taken back
letter-supplement-anew = Request for what is missing; the limit begins anew

## Milestones
milestone-apology-the-day-before = Apology for a late result, a day before
event-result-due = the day the result is due
milestone-apology-by-the-day = Apology for a late result, by the day itself (Ho Chi Minh City)
