### Where two sets of rules differ (kheo pack diff), and past cases under other rules (kheo pack try).

changed-inside = the packs inside the program
changed-compared = Compared: { $before } → { $after }
changed-nothing = Both say the same: nothing changes.
changed-version-new = { $kind }, in force from { $from }: a new version. Only for cases registered from that day on, once the packs are replaced. Unlike the version in force from { $instead }:
changed-version-new-same = { $kind }, in force from { $from }: a new version that says the same as the one in force from { $instead }.
changed-kind-new = { $kind }, in force from { $from }: a new kind of case. Its limits:
changed-version-gone = WARNING: { $kind }, in force from { $from }: this version is gone. Cases that run under it are left without rules, and nobody can act on them. Keep it, and write its last day (until).
changed-version-changed = { $kind }, in force from { $from }: changed where it stands.
changed-concerns-running = For cases that run too (limits that already run keep their day):
changed-concerns-new = Only for cases registered from now on:
changed-concerns-figures = For figures, duties of heads and the review:
changed-rest = Beside the kinds of case:
changed-words = Words on screen and in the review:
changed-word = { $key } ({ $lang }): “{ $before }” → “{ $after }”
changed-item-new = { $item }: new
changed-item-gone = { $item }: gone
changed-from-to = { $aspect }: { $before } → { $after }
changed-only-after = { $aspect }: { $after }
changed-only-before = { $aspect }: gone (before: { $before })
changed-lines = { $aspect }:
changed-total =
    { $count ->
        [one] { $n } change concerns cases that run.
       *[other] { $n } changes concern cases that run.
    }
changed-total-none = Nothing changes for cases that run.
changed-yes = yes
changed-no = no
changed-years =
    { $count ->
        [one] { $n } year
       *[other] { $n } years
    }
changed-written = “{ $text }”
changed-rule = { $basis } ({ $confidence })
changed-confidence-high = compared with the law
changed-confidence-medium = second-hand
changed-confidence-unconfirmed = unconfirmed
changed-under = { $aspect }, { $complexity ->
        [complex] complex
        [especially-complex] especially complex
       *[ordinary] ordinary
    } matters{ $remote ->
        [remote] {" "}in remote areas
       *[anywhere] {""}
    }
changed-limit-petitioner = { $length }, of whoever asked
changed-limit-parties = { $length }, of the parties
changed-limit-at-least = at least { $length }
changed-limit-after = only after { $length }
changed-limit-before = at least { $length } before
changed-limit-fixed = { $length }, even when that is a day off
changed-competent = { $level }
changed-competent-until = { $level } until { $day }

changed-item-kind = The kind of case
changed-item-clock = Limit “{ $name }”
changed-item-step = Step “{ $name }”
changed-item-action = Action “{ $name }”
changed-item-field = Question “{ $name }”
changed-item-guard = Condition “{ $name }”
changed-item-reason = Reason “{ $name }”
changed-item-duty = Duty of heads “{ $name }”
changed-item-topic = Topic “{ $name }”
changed-item-letter = Letter “{ $name }”
changed-item-milestone = Milestone “{ $name }”
changed-item-measure = Measure “{ $name }”
changed-item-review = The review
changed-item-theme = Theme “{ $name }” of the review
changed-item-indicator = Indicator “{ $name }”
changed-item-calendar = The days off

changed-aspect-until = last day for new cases
changed-aspect-prefix = letters of its codes
changed-aspect-self-service = citizens send it themselves
changed-aspect-first-step = first step
changed-aspect-form = questions of the petition
changed-aspect-receipt = letter at registration
changed-aspect-catch-all = topic for what fits nowhere else
changed-aspect-public = public
changed-aspect-stripped = what stands for the petition where its sender is kept secret
changed-aspect-bound = only a competent unit may
changed-aspect-openers = the two groups that open together who sent it
changed-aspect-retention = kept for
changed-aspect-retention-rule = basis of the keeping
changed-aspect-kept-closed = kept closed after so long without word
changed-aspect-kept-closed-rule = basis of that time
changed-aspect-escalates = can count as brought above its level
changed-aspect-requires = the petition must have
changed-aspect-complexity = how it is told
changed-aspect-complexity-rule = basis
changed-aspect-once = done once only
changed-aspect-only-if = only if
changed-aspect-counted-by = its number comes from the question
changed-aspect-level = level
changed-aspect-times = days each time
changed-aspect-per = each
changed-aspect-from-day = applies from
changed-aspect-event = counted from
changed-aspect-until-day = last day
changed-aspect-field = question that says who did it
changed-aspect-counts = answers that count
changed-aspect-ends-at = nobody asked for anything: it ends at once at step
changed-aspect-follows = not before the day of the question
changed-aspect-starts = starts with
changed-aspect-stops = stops with
changed-aspect-lapses = lapses with
changed-aspect-fails = missed with
changed-aspect-pauses = stands still while somebody outside is waited for
changed-aspect-rule = basis
changed-aspect-limit = limit
changed-aspect-extension = extension
changed-aspect-phase = phase
changed-aspect-competent = competent level
changed-aspect-bodies = bodies under that level are competent too
changed-aspect-named-kinds = kinds of the cases that are named
changed-aspect-named-when = which kinds when
changed-aspect-registered-here = only cases registered since the letter, in the unit that has it
changed-aspect-nameless = takes no name
changed-aspect-only-this-level = no other level is competent
changed-aspect-deed = meaning
changed-aspect-from = possible at the steps
changed-aspect-to = leads to
changed-aspect-who = who may take it
changed-aspect-needs = has to come with
changed-aspect-asks = questions to answer
changed-aspect-guards = conditions
changed-aspect-reasons = reasons to choose from
changed-aspect-proof = sort of proof
changed-aspect-settles = settles what was asked
changed-aspect-letter = letter that is made
changed-aspect-takes = answered by
changed-aspect-least = at least
changed-aspect-most = at most
changed-aspect-choices = choices
changed-aspect-required = must be answered
changed-aspect-privacy = who may see it
changed-aspect-when = formula
changed-aspect-readers = reader
changed-aspect-head = written in the name of
changed-aspect-heading = kind of document
changed-aspect-symbol = symbol
changed-aspect-about = subject
changed-aspect-addressee = addressed to
changed-aspect-decides = who decides
changed-aspect-basis = legal basis
changed-aspect-body = text
changed-aspect-gathers = gathers the cases that have in common
changed-aspect-signed-as = signed as
changed-aspect-recipients = recipients
changed-aspect-measured-in = counted in
changed-aspect-period = reported for
changed-aspect-adds-up = summed from the units below
changed-aspect-stock = a level on a day
changed-aspect-good = better when
changed-aspect-sections = sections
changed-aspect-themes = themes
changed-aspect-tables = measures of the appendix
changed-aspect-chart = measures of the chart
changed-aspect-section = stands in
changed-aspect-sentences = sentences and figures
changed-aspect-formula = formula
changed-aspect-version = version

changed-deed-registration = registration
changed-deed-accept = acceptance
changed-deed-refuse = refusal
changed-deed-assign = assignment
changed-deed-transfer = transfer to another unit
changed-deed-answer = answer
changed-deed-confirm = it is confirmed as solved
changed-deed-reopen = it is reopened
changed-deed-extend = extension
changed-deed-withdraw = the citizen takes it back
changed-deed-note = note
changed-need-text = words
changed-need-proof = proof
changed-need-unit = the unit it goes to
changed-need-post = the post that is responsible
changed-need-circumstances = whether it is complex, and remote
changed-need-length = the length of the extension
changed-part-place = place
changed-part-name = name
changed-part-phone = telephone number
changed-per-week = week
changed-per-month = month
changed-proof-any = picture or document
changed-proof-picture = picture
changed-proof-document = document
changed-party-citizen = citizen
changed-party-head-above = head of a unit above
changed-phase-open = open
changed-phase-waiting = waits for somebody outside
changed-phase-closed = closed
changed-public-subject = subject
changed-public-answer = answer
changed-public-refusal = reason of a refusal
changed-takes-line = a line of text
changed-takes-text = several lines of text
changed-takes-number = a number
changed-takes-day = a day
changed-takes-choice = one choice
changed-takes-day-to-come = a day to come
changed-takes-day-to-come-once = a day to come, said once at most
changed-takes-choices = any choices
changed-takes-case = the code of another case
changed-takes-cases = the codes of other cases
changed-privacy-public = everybody
changed-privacy-office = those who work on it
changed-privacy-identity = those who may know who sent it
changed-readers-petitioner = whoever sent the case
changed-readers-others = others
changed-readers-everybody = everybody, also whoever sent the case
changed-head-office = the office
changed-head-nation = the people who sign
changed-level-commune = commune
changed-level-district = district
changed-level-province = province
changed-level-body = other administrative bodies
changed-period-month = a month
changed-period-quarter = a quarter
changed-period-half = half a year
changed-period-year = a year
changed-good-up = more
changed-good-down = less
changed-good-neither = neither

## Past cases under other rules

trial-of =
    { $count ->
        [one] { $n } case tried, as of { $day }, by the calendar { $version }.
       *[other] { $n } cases tried, as of { $day }, by the calendar { $version }.
    }
trial-none = There is no case to try.
trial-kind =
    { $count ->
        [one] { $kind }: { $n } case
       *[other] { $kind }: { $n } cases
    }
trial-clock = { $clock } (as it was → under the rules tried):
trial-row = { $standing }: { $before } → { $after }
trial-in-time = in time
trial-late = late
trial-running = running, not yet due
trial-overdue = running, overdue
trial-does-not-run = does not run
trial-changed-list = Judged differently:
trial-case = { $code }, { $clock }, { $stopped }: { $before } → { $after }
trial-stood = { $standing } (due { $due })
trial-stopped = done on { $day }
trial-not-stopped = not done yet
trial-refused-list = Cannot be run again, and so is not counted above:
trial-not-run = { $code }, { $day }, { $action }: { $why }
trial-changed =
    { $count ->
        [one] { $n } case is judged differently.
       *[other] { $n } cases are judged differently.
    }
trial-refused =
    { $count ->
        [one] { $n } case cannot be run again.
       *[other] { $n } cases cannot be run again.
    }
trial-nothing-written = Nothing was changed.
