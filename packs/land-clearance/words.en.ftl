### Land clearance and resettlement

measure-clearance-works = Works in the clearance plan
measure-clearance-disbursed = Clearance money disbursed
measure-clearance-carried-over = Clearance projects carried over from the year before
measure-clearance-households-paid = Households that received compensation
measure-resettled-households = Households resettled
measure-nam-cat-households = Households waiting to move for the Nặm Cắt reservoir
measure-nam-cat-progress = Part of the Nặm Cắt reservoir that is built
measure-nam-cat-investment = Total cost of the Nặm Cắt reservoir
measure-nam-cat-building = Part of that cost for building
measure-nam-cat-lake-area = Area of the Nặm Cắt lake

theme-clearance = Land clearance and resettlement
say-clearance = The clearance plan held { $works } with { $plan }; { $done } were disbursed, { $percent } of the money planned.
say-clearance-carried-over = Carried over from the year before: { $projects }.
say-clearance-paid = Compensation was paid to { $households }.
say-resettled = New places were given to { $households }.

theme-nam-cat = The Nặm Cắt reservoir
say-nam-cat-money = Figures published the year before put the project at { $total }, of which { $building } are for building.
say-nam-cat-progress = About { $progress } of the reservoir is built; about { $households } wait to be moved.

## Milestones
procedure-land-recovery = Land recovery
milestone-recovery-notice-farm = Notice of the recovery of farm land
event-recovery-decided = the day of the decision on recovery
milestone-recovery-notice-other = Notice of the recovery of land that is not farm land
procedure-land-compensation = Compensation, support and resettlement
milestone-plan-posting = Posting of the plan of compensation, support and resettlement
event-plan-posted = the day the plan was posted
milestone-recovery-notice-expiry = The notice of recovery lapses
event-recovery-notice-issued = the day the notice of recovery was issued
milestone-survey-persuasion = Persuasion of who refuses the survey
event-survey-persuasion-begun = the day persuasion about the survey began
milestone-compulsory-inventory = A compulsory inventory may be decided
event-survey-persuasion-ended = the day persuasion about the survey ended
milestone-opinion-meeting = Posting ended and opinions on the plan heard
milestone-plan-finalised = Dialogue held and plan finalised
event-opinion-meeting-held = the day opinions were heard
milestone-plan-appraised = Plan appraised
event-appraisal-file-received = the day the full file was received
milestone-recovery-decision = Decision on recovery issued
event-plan-approved = the day the plan was approved, or resettlement was provided
milestone-plan-persuasion = Persuasion of who refuses the plan
event-plan-persuasion-begun = the day persuasion about the plan began
milestone-recovery-after-persuasion = Recovery may be decided after persuasion
event-plan-persuasion-ended = the day persuasion about the plan ended
milestone-handover-persuasion = Persuasion of who refuses to hand the land over
event-handover-persuasion-begun = the day persuasion to hand over began
milestone-enforcement-decision = Enforcement may be decided
event-handover-persuasion-ended = the day persuasion to hand over ended
procedure-land-enforcement = Enforcement of land recovery
milestone-enforcement = Enforcement carried out
event-enforcement-decision-received = the day the decision to enforce was received, or its refusal recorded
milestone-land-handed-over = Land handed over by who complies
event-compliance-recorded = the day compliance was recorded
milestone-no-enforcement-before-tet = No enforcement before Tết, from
event-tet-first-day = the first day of the Tết break
milestone-no-enforcement-after-tet = Enforcement is allowed again after Tết
event-tet-last-day = the last day of the Tết break
milestone-compensation-paid = Compensation paid
event-plan-approval-effective = the day the approval of the plan took effect
