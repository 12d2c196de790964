### Pages for staff.

## General
staff-rail = Staff pages
staff-rail-public = Public pages
staff-filter = Filter
staff-filter-none = Clear the filter
staff-filter-all = All
staff-csv = Download this list (CSV)
staff-problem = This was not recorded
staff-nobody = Nobody yet
staff-clock-none = No limit is running
staff-source = Source
staff-choose = Choose
staff-yes = yes
staff-no = no
staff-chip-escalated = above its level
staff-chip-prolonged = prolonged
staff-chip-pursued = pursued after a final answer
staff-chip-many = many people: at least { $n }
staff-chip-again = brought again
staff-origin-reported = published
staff-origin-entered = entered
staff-file = File { $number }: { $type }, { $size } kB
staff-file-pdf = PDF
staff-file-picture = picture

## Columns
staff-column-code = Code
staff-column-subject = Subject
staff-column-case = Case
staff-column-kind = Kind
staff-column-topic = Topic
staff-column-unit = Unit
staff-column-step = Step
staff-column-phase = State
staff-column-handler = Responsible
staff-column-received = Received
staff-column-due = Due
staff-column-order = Order
staff-column-measure = Measure
staff-column-measured-in = Counted in
staff-column-plan = Plan
staff-column-done = Done
staff-column-before = Same period last year
staff-column-period = Period
staff-column-sort = Sort of figure
staff-column-value = Value
staff-column-origin = Origin
staff-column-source = Address of the source
staff-column-note = Note
staff-column-set-aside = Set aside
staff-column-effective = Effective on
staff-column-recorded = Recorded at
staff-column-life = Life
staff-column-successors = Successors
staff-column-part = Part
staff-column-reference = Name in the formula
staff-column-area = Field of work
staff-column-state = State
staff-column-task = Task
staff-column-reports = Latest report
staff-column-bloc = Bloc
staff-column-escalated = Above its level
staff-column-prolonged = Prolonged
staff-column-pursued = Pursued after a final answer
staff-column-persons = People (at least)
staff-column-mark = Mark
staff-column-matter = Matter
staff-column-cases = Cases
staff-column-units = Units
staff-column-began = First case
staff-column-changed = Last change
staff-column-again = Brought again
staff-column-demonstration = Demonstration

## My work
staff-work-title = My work
staff-work-keys = The keys j and k go through the rows; Enter opens one.
staff-work-late = { $n } overdue
staff-work-soon = { $n } due today
staff-work-whose = Whose work
staff-work-mine = Mine
staff-work-unit = My unit’s
staff-work-empty = Nothing is waiting.
staff-work-empty-next = See all cases
staff-work-all = See all { $n } cases: { $group }
staff-work-all-tasks = See all { $n } tasks: { $group }
staff-work-task = task
staff-due-overdue = Overdue
staff-due-today = Today
staff-due-week = This week
staff-due-later = Later

## Cases
staff-cases-title = Cases
staff-cases-caption = Open a case by its subject.
staff-cases-count = { $count ->
    [one] { $n } case
   *[other] { $n } cases
}
staff-cases-counted-only = { $count ->
    [one] { $n } case of this page is counted and not shown: the law protects who sent it.
   *[other] { $n } cases of this page are counted and not shown: the law protects who sent them.
}
staff-cases-more = more than { $n } cases
staff-csv-cut = The list goes on: this file holds its first { $n } rows only. Filter it, then download again.
staff-csv-counted-only = { $count ->
    [one] { $n } case is counted and not in this file: the law protects who sent it.
   *[other] { $n } cases are counted and not in this file: the law protects who sent them.
}
staff-cases-counted = counted on { $day }
staff-cases-empty = No case fits the filter. Try fewer conditions.
staff-cases-behind = The cases behind the figure:
staff-cases-figure = { $metric } · { $kind } · { $unit } and below · { $period }
staff-cases-figure-alone = { $metric } · { $kind } · { $unit } · { $period }
staff-kinds-all = all kinds
staff-order-due = Next due first
staff-order-received = Newest first
staff-phase-open = Being worked on
staff-phase-waiting = Waiting for others
staff-phase-closed = Closed
staff-metric-received = Received
staff-metric-escalated = Brought above the competent level
staff-metric-recurring = Bringing again what was raised before, answered or not
staff-metric-refused = Refused with a reason
staff-metric-transferred-out = Transferred to others
staff-metric-transferred-in = Transferred from others
staff-metric-answered = Answered
staff-metric-answered-in-time = Answered in time
staff-metric-answered-late = Answered late
staff-metric-reopened = Reopened
staff-metric-came-back = Answered matters that were brought again
staff-metric-confirmed = Confirmed as solved by the citizen
staff-metric-open = Open at the end of the period
staff-metric-kept-closed = Kept closed, with proof (to date)
staff-metric-overdue = Open and overdue at the end of the period
staff-metric-pending = Open and not overdue at the end of the period

## Matters: several cases about the same
staff-matters-title = Matters
staff-matters-help = Each row is something that several cases are about: sent again, to another desk, by somebody else. Staff confirm each link, and can take it back.
staff-matters-caption = Open a subject to see all cases of the matter.
staff-matters-count = { $count ->
    [one] { $n } matter
   *[other] { $n } matters
}
staff-matters-more = more than { $n } matters
staff-matters-empty = No matter fits the filter. A matter begins when staff link two cases on the page of one of them.
staff-units-several = Two or more
staff-mark-escalated = Above its level
staff-mark-prolonged = Prolonged by the authority
staff-mark-pursued = Pursued after a final answer
staff-mark-many = Many people
staff-matter-title = Matter
staff-matter-none = Not linked with any other case.
staff-matter-hidden = The petitioner is kept secret, so your post does not show which matter this belongs to.
staff-matter-public-part = Which matter this belongs to is no public part of this case; those who work on it see it.
staff-matter-sent-on = Your unit sent this case on, so you no longer see which matter it belongs to.
staff-matter-older = { $n ->
    [one] and { $n } older case that is not shown here
   *[other] and { $n } older cases that are not shown here
}
staff-matter-open = See the whole matter on one time line
staff-matter-elsewhere = Another case
staff-matter-answered = answered on { $day }
staff-matter-cases = Cases
staff-matter-told = What happened in the whole matter
staff-matter-persons = People
staff-matter-at-least = { $count ->
    [one] At least { $n } person
   *[other] At least { $n } people
}
staff-matter-persons-help = The same number or the same name counts once; cases without a name add nobody.
staff-matter-links = Who confirmed the links
staff-matter-unlink = Take the link back
staff-alike-title = Cases that may belong here
staff-alike-none = No case looks alike.
staff-alike-strong = Very much alike
staff-alike-some = Perhaps alike
staff-alike-link = The same matter: link
staff-alike-by-code = Link by another code
staff-reason-phone = same telephone number
staff-reason-name = same name
staff-reason-place = same place: { $place }
staff-reason-area = same ward or commune
staff-reason-topic = same topic
staff-reason-words = words in common: { $words }
staff-judge = Judge: pursued after a final answer
staff-judge-withdraw = Withdraw the judgement
staff-judge-help = Judge so only when the matter was settled lawfully, reviewed, told and explained, and is still pursued on purpose. The judgement names your post.
staff-judge-reasons = Reasons
staff-case-represents = { $count ->
    [one] Speaks for { $n } person
   *[other] Speaks for { $n } people
}

## One case
staff-case-actions = What can be done now
staff-case-given-to = This case was given to: { $post }. To work on it yourself, ask the head of the unit to give it to you.
staff-case-of-unit-below = { $unit } has this case and acts on it. Your unit stands above it and follows the work; what you can do, if anything, stands here.
staff-case-impossible = Not possible now, and why
staff-action-no-unit = No other unit of this program is competent and has the posts to take it.
staff-action-no-post = The unit has no post that does the next step.
staff-case-no-actions = There is nothing for you to do with this case now.
staff-case-petition = What the citizen sent
staff-case-erased = There is no text, or it was erased.
staff-case-place = Place
staff-case-told = What happened
staff-case-files = Attached files
staff-case-procedure = Procedure
staff-case-petitioner = Petitioner
staff-case-petitioner-hidden = Your post does not show the petitioner.
staff-case-petitioner-erased = What told who sent it was erased.
staff-seal-closed = The identity is sealed: nobody sees it alone, not even the administrator. Two officers of two groups open it together, for a reason; the opening is an entry of the ledger.
staff-seal-no-key = Your post may open it with another, but has no key yet: the administrator makes one with kheo seal key.
staff-seal-reason = Why the identity has to be known
staff-seal-passphrase = The passphrase of your key
staff-seal-code = The opening code, as who asked reads it to you
staff-seal-ask = Ask to open
staff-seal-open = Open and see once
staff-seal-was-locked-title = The opening was asked for
staff-seal-was-locked = That you asked, and why, is an entry of the ledger now. The second officer, of the other group, needs this code and a passphrase of their own. Read it to them yourself; send it by no message and no mail.
staff-seal-opening-code = Opening code
staff-seal-was-locked-once = The code is shown this one time and kept nowhere. It holds until { $until }; if it is lost, ask again.
staff-seal-back = Back to the case
staff-seal-waits = Waits for the second officer until { $until }. Then it has to be asked for again.
staff-seal-asked = { $who } asks to open it; that holds until { $until }. The reason:
staff-seal-said = What was asked and opened before
staff-seal-was-asked = { $at }: { $who } asked to open. { $why }
staff-seal-was-opened = { $at }: { $who } opened and saw it, as { $first } had asked. { $why }
staff-seal-shown-title = Who sent it
staff-seal-shown-once = Shown this one time. Once you leave the page, it has to be opened again. Copy it into no file, note or letter.
staff-seal-not-given = not given
staff-seal-written = The petition as it was written
staff-seal-shown-why = As { $who } asked: { $why }
staff-case-petitioner-unnamed = Unnamed
staff-case-petitioner-care = Only for the work on this case.
staff-case-phone = Telephone
staff-action-text = Text
staff-action-text-answer = The answer to the sender; it is public.
staff-action-text-refuse = The reason of the refusal; it is public, and the sender reads it.
staff-action-text-sender = The sender reads it with the tracking code; it is not public.
staff-action-text-extend = The reason of the extension; it stands in the letter to the sender and is not public.
staff-action-text-others = It stands in the letter to others; the sender does not read it here, and it is not public.
staff-action-text-inside = Only staff read it; it is not public.
staff-action-proof = Proof
staff-action-proof-help = Pictures (JPEG, PNG, WebP) or PDF; at most 5 files of up to 10 MB. After a refusal, choose the files again.
staff-action-unit = Transfer to
staff-action-post = Responsible
staff-told-registered = Registered
staff-action-length = Extend by
staff-action-length-help = In the unit of the limit: days, working days, working hours or months.
staff-action-complexity = How complex it is
staff-action-complexity-ordinary = ordinary
staff-action-complexity-complex = complex
staff-action-complexity-especially-complex = especially complex
staff-action-remote = In a remote area that is hard to reach
staff-told-clock-paused = { $clock }: stands still
staff-told-clock-resumed = { $clock }: goes on, due { $day }
staff-told-clock-extended = { $clock }: extended to { $day }
staff-told-clock-recounted = { $clock }: counted anew, from { $from } to { $day }, as complex as the matter is now
staff-told-clock-counted = { $clock }: counted at last, due { $day } by version { $version } of the calendar of days off
staff-told-clock-confirmed = { $clock }: stays due { $day }, confirmed by version { $version } of the calendar of days off
staff-clock-undecided-remedy = The administrator writes the decision on the days off of that year (Tết, National Day) into calendar.toml and runs “kheo calendar moved --apply”.
staff-told-clock-moved = { $clock }: moved from { $from } to { $day }, because the calendar of days off was corrected (version { $version })
staff-told-clock-started = The limit “{ $clock }” began to run, due { $day }
staff-told-clock-lasts = “{ $clock }” began, at least to the end of { $day }
staff-told-clock-waits = Waiting began, “{ $clock }”: from { $day } on
staff-told-clock-passed = “{ $clock }”: reached, { $day }
staff-told-clock-stopped = The limit “{ $clock }” stopped, in time
staff-told-clock-stopped-late = The limit “{ $clock }” stopped, late: it was due { $day }
staff-told-clock-failed = The limit “{ $clock }” (until { $day }) ended with this left undone: it counts as not in time
staff-told-clock-lapsed = The limit “{ $clock }” lapsed: nothing was owed any more
staff-told-recurred = The same matter was brought again
staff-told-recurrence-withdrawn = No longer counts as brought again: the link was taken back
staff-told-escalated = Counts as brought above its level, by what is known of the matter now
staff-told-not-escalated = No longer counts as brought above its level: the competent level had decided or let its time run out before
staff-told-came = Came to
staff-told-linked = Confirmed as the same matter
staff-told-unlinked = Taken back that it is the same matter
staff-told-judged = Judged: pursued after a final answer
staff-told-withdrawn = Judgement withdrawn
staff-told-recorded = recorded { $at }
staff-told-to-unit = Unit: { $unit }
staff-told-to-post = Responsible: { $post }
staff-actor-citizen = The citizen
staff-actor-import = Imported from a file
staff-actor-administrator = The administrator

## Two people at once
staff-conflict-title = The case has changed
staff-conflict-what = Somebody acted on this case after you opened the page. Your “{ $action }” was not recorded; what you typed is kept below.
staff-conflict-again = If it is still right, send it again
staff-conflict-not-possible = At the step it stands at now, this can no longer be done.
staff-conflict-open = Open the case as it is now


## Tasks
staff-tasks-title = Tasks
staff-tasks-count = { $count ->
    [one] { $n } task
   *[other] { $n } tasks
}
staff-tasks-empty = No task fits the filter. Tasks come from the conclusions of a review.
staff-task-open = Being done
staff-task-late = Overdue
staff-task-done = Done
staff-task-no-reports = No reports yet.
staff-task-report = Report on it
staff-task-text = What was done
staff-task-finished = The task is done
staff-task-send = Send the report
staff-task-reports = Reports
staff-task-changed = Somebody reported on this task after you opened the page. Yours was not recorded; what you typed is kept. Read the new report, and send yours again if it is still needed.

## Figures
staff-figures-title = Figures
staff-figures-count = { $count ->
    [one] { $n } figure known
   *[other] { $n } figures known
}
staff-figures-help = Each cell: done, plan, same period last year; “–” where nothing is known. Open a number to see the readings behind it.
staff-figures-empty = There are no figures for this period. Choose another one.
staff-figure-none = none
staff-figure-plan = plan { $n }
staff-figure-before = last year { $n }
staff-figure-summed = sum of the units
staff-readings = Readings
staff-readings-count = { $count ->
    [one] { $n } reading
   *[other] { $n } readings
}
staff-readings-empty = There are no readings for this choice. Choose another period or unit.
staff-reading-reading = done
staff-reading-plan = plan
staff-reading-before = same period last year
staff-reading-set-aside = Set aside; another source is used

## Units
staff-units-title = Units
staff-units-count = { $count ->
    [one] { $n } unit
   *[other] { $n } units
}
staff-bloc-party = Party committees
staff-bloc-government = Government
staff-bloc-armed-forces = Armed forces
staff-bloc-front = Fatherland Front and organisations
staff-bloc-grassroots = Grassroots blocs for work with the people
staff-unit-kind-province = province
staff-unit-kind-city = city of a province
staff-unit-kind-ward = ward
staff-unit-kind-commune = commune
staff-unit-kind-department = office or department
staff-unit-kind-organisation = organisation
staff-unit-kind-force = armed forces
staff-unit-kind-grassroots-bloc = grassroots bloc
staff-life-first = First day
staff-life-last = Last day
staff-life-open = beginning not known
staff-life-since = since { $since }
staff-life-until = until { $until }
staff-life-both = { $since } – { $until }
staff-unit-facts = Facts
staff-unit-parent = Part of
staff-unit-population = Population
staff-unit-remote-since = Remote area, hard to reach, since
staff-unit-area = Area
staff-unit-predecessors = Successor of
staff-unit-posts = Posts
staff-unit-no-posts = No posts yet.
staff-unit-not-yours = The cases, tasks and figures of this unit are outside your scope.
staff-unit-cases = Cases of all kinds
staff-duties-title = What heads do in person
staff-column-owed = Owed
staff-column-kept = Recorded
staff-column-rule = Rule
staff-duty-days = { $count ->
    [one] { $n } day
   *[other] { $n } days
}
staff-duty-per-week = { $count ->
    [one] at least { $n } day a week
   *[other] at least { $n } days a week
}
staff-duty-per-month = { $count ->
    [one] at least { $n } day a month
   *[other] at least { $n } days a month
}
staff-duty-others = { $count ->
    [one] not counted: { $n } day on which somebody else did it
   *[other] not counted: { $n } days on which somebody else did it
}
staff-unit-tasks = { $count ->
    [one] { $n } task, { $done } done
   *[other] { $n } tasks, { $done } done
}
staff-persons = { $count ->
    [one] { $n } person
   *[other] { $n } people
}
staff-role-clerk = reception
staff-role-handler = handling
staff-role-head = head
staff-role-compiler = reports
staff-role-inspector = inspection

## Review
staff-review-title = Review
staff-review-help = Choose a period and a unit. The review is drawn up from the figures and cases at once; each number opens into the records behind it.
staff-review-open = Open the review
staff-review-download = Download
staff-review-html = Web page (HTML)
staff-review-docx = Text (DOCX)
staff-review-pdf = Print (PDF)
staff-review-json = Data (JSON)
staff-review-download-help = The PDF may take a few seconds.
staff-quality = Data quality
staff-quality-reported = { $count ->
    [one] { $n } published figure
   *[other] { $n } published figures
}
staff-quality-demonstration = { $count ->
    [one] { $n } demonstration figure
   *[other] { $n } demonstration figures
}
staff-quality-entered = { $count ->
    [one] { $n } figure from daily work
   *[other] { $n } figures from daily work
}
staff-quality-contradictions = Two sources differ
staff-quality-silent = Themes without figures
staff-figure-unknown = It cannot be told: a part of it is missing.
staff-figure-others = Other readings of this measure, which this figure does not count
staff-figure-parts = Computed from
staff-figure-of-plan = { $name }: share of the plan
staff-figure-planned = { $name }: plan
staff-figure-a-year-before = { $name }: same period last year
staff-figure-made-reading = What the unit reported for this period.
staff-figure-made-sum = The sum over the units below.
staff-figure-made-plan = The plan that was set for this period.
staff-figure-made-percent = What was done, in percent of the plan.
staff-figure-made-before = What was reported for the same period a year earlier.
staff-figure-made-formula = Computed by the formula, rounded to one decimal.
staff-case-sent-on = Your unit sent this case on. You see where it is, its limits and its outcome, and what your unit did with it; no longer who asked, nor what was written and attached since.
staff-case-public-part = You see what everybody may see of this case, with its steps and limits. Who asked and what the unit wrote inside is for those who work on it.
staff-case-sealed = The law protects who sent this: only those who take it in see the letter itself. Its content without the identity is in the time line.
staff-case-kept-from = Counts as kept closed from { $day }, unless it is reopened or the same matter is brought again by then.
staff-case-kept-since = Counts as kept closed since { $day }.
staff-case-kept-confirmed = Counts as kept closed since { $day }: the petitioner confirmed that it is done.
staff-kept-silence = Waited for: { $days } without word from the petitioner.
staff-case-retention = Kept until { $day }. { $rule }
staff-metric-withdrawn = Taken back
staff-case-letters = Letters made
staff-letter-lead = A draft in the layout in force on the day it bears. The registry gives its number; whoever is competent signs it. Letters are written in Vietnamese.
staff-letter-docx = DOCX to be signed
staff-letter-pdf = PDF

## Procedures
staff-list-more = { $count ->
    [one] Show { $n } more row of this page
   *[other] Show { $n } more rows of this page
}
staff-procedures-title = Procedures
staff-procedures-caption = Open a kind of case to see its procedure.
staff-procedure-version = { $kind }, from { $day }
staff-procedures-none = There is no kind of case yet: the packs in use have no procedure.
staff-procedure-in-force = in force
staff-procedure-past = no longer in force
staff-procedure-to-come = not yet in force
staff-procedure-actions = The actions of the procedure
staff-procedure-action = Action
staff-procedure-from = At the step
staff-procedure-to = Leads to
staff-procedure-who = Who may do it
staff-procedure-kept-closed = An answer with proof counts as kept closed when, for the time below, the petitioner does not reopen it and nobody brings the same matter again; or at once when the petitioner confirms it.
staff-procedure-kept-remote = In remote areas it is { $days }.
staff-procedure-stays = (stays at its step)

## Early warning
staff-column-likely-late = Chance to be late (from 50% on)
warning-title = Early warning
warning-about = The chance that a running case ends late, worked out once a day from this installation’s own past limits.
warning-no-judgement = A warning looks at the limit, the kind of case, the step and how much the unit has to do. It looks at no officer and is no judgement on anybody.
warning-off-thin = Warnings are off: only { $ended } limits have passed, { $missed } of them missed. It takes at least { $least-ended } limits, { $least-missed } of them missed, to learn anything that can be relied on.
warning-off-not-yet = Today’s warnings are being worked out. Open this page again in a few minutes.
warning-cut = Only the { $n } cases of the whole installation that are due first were looked at; the others were not.
warning-off-uneven = Warnings are off: the earlier or the later part of the past has too few limits that were missed, or too few that were kept, so they cannot be tested.
warning-off-no-better = Warnings are off: tried on recent limits, they were no better than counting the days that are left. The figures stand below.
warning-none = No case of this unit runs within its limit.
warning-count = { $count ->
    [one] 1 case that runs within its limit
   *[other] { $n } cases that run within their limits
}
warning-caption = Cases within their limits, the likeliest to be late first. Cases that are overdue already do not stand here.
warning-chance = Chance to be late: { $percent }%
warning-how-good = How good are these warnings?
warning-not-judged = There are no figures yet: no warnings were worked out.
warning-column-chance = Chance to be late
warning-column-why = What weighs most
warning-raises = Raises the chance: { $why }
warning-lowers = Lowers the chance: { $why }
warning-because-time = { $used }% of the limit is used up, days left: { $left }
warning-because-quiet = days without anything new: { $quiet }
warning-because-load = each post of the unit that works on cases has { $load } limits to keep, on average
warning-because-backlog = { $overdue }% of the limits that the unit holds are overdue
warning-because-history = the unit missed about { $missed }% of its earlier limits
warning-because-kind = it is a case of this kind, going by earlier ones
warning-because-limit = this limit runs, going by how often it was kept earlier
warning-because-step = the case stands at this step, going by earlier ones there
warning-fitted = Learned from { $limits } limits due from { $first } to { $last } ({ $missed } missed), each looked at on a few days while it ran, { $times } times in all.
warning-judged = Tested on { $limits } limits due after that, from { $first } to { $last } ({ $missed } missed; { $times } times), from which nothing was learned.
warning-error = Compared with simpler rules
warning-error-about = Each warning has an error: the distance between the chance that was said and what came (late is 1, in time is 0), times itself. Say 80% was told: if the limit was missed, the error is 0.2 × 0.2 = 0.04; if it was kept, 0.8 × 0.8 = 0.64. The table has the mean over all warnings, called the Brier score. Smaller is better: 0 is right every time; telling 50% for every case gets 0.25.
warning-error-caption = Errors on the tested part.
warning-column-rule = Rule
warning-column-error = Mean error (Brier score)
warning-by-model = These warnings
warning-by-count-down = Count-down: less than a quarter of the limit left means late
warning-by-count-down-rates = Count-down that says how often such limits were missed earlier
warning-by-same = Always saying the overall share of missed limits
warning-calibration = What was said and what came
warning-calibration-about = Of the times when about the same chance was said, how many were late in fact. Good warnings have the two close together.
warning-calibration-mark = upright mark: chance that was said; bar: late in fact
warning-calibration-caption = Chances that were said and how often limits were missed, on the tested part.
warning-came = { $count ->
    [one] late { $percent }% of 1 time
   *[other] late { $percent }% of { $n } times
}
warning-column-range = Chance that was said
warning-column-said = Mean said
warning-column-came = Late in fact
warning-column-times = Times
