### The review as a document in the layout of the Party's documents.

## Head and signature

review-title = REPORT
review-subtitle =
    { $length ->
        [year] Annual review
       *[part] Review
    } of work with the people, { $period }, { $unit }
review-committee =
    { $kind ->
        [province] PARTY COMMITTEE OF { $place }{"\u00A0"}PROVINCE
        [city] PARTY COMMITTEE OF { $place }{"\u00A0"}CITY
        [ward] PARTY COMMITTEE OF { $place }{"\u00A0"}WARD
       *[commune] PARTY COMMITTEE OF { $place }{"\u00A0"}COMMUNE
    }
review-issuer =
    { $kind ->
        [ward] MASS MOBILISATION BLOC
        [commune] MASS MOBILISATION BLOC
       *[city] MASS MOBILISATION COMMISSION
    }
review-party = COMMUNIST PARTY OF VIET{"\u00A0"}NAM
review-number =
    { $kind ->
        [province] No. …-BC/BDV
        [city] No. …-BC/BDV
        [ward] No. …-BC/KDV
        [commune] No. …-BC/KDV
       *[body] No. …-BC
    }
review-authority = FOR THE { $issuer }
review-post =
    { $kind ->
        [body] HEAD OF THE UNIT
       *[city] HEAD
    }
review-unsigned = (draft, not signed)
# One recipient a line.
review-recipients-list =
    { $kind ->
        [province] Central Mass Mobilisation Commission (to report)
            Standing members of the provincial Party committee (to report)
            Mass mobilisation commissions of the districts and cities
        [city] Mass mobilisation commission of the province (to report)
            Standing members of the city Party committee (to report)
            Units of the city's political system
        [body] Mass mobilisation commission of the city (to report)
       *[ward] Mass mobilisation commission of the city (to report)
            Standing members of the Party committee (to report)
    }
    Archive

## Above everything else

review-not-over = The period ({ $period }) is not over: cases of all kinds are counted up to and including { $date }; measures are shown as far as they have been reported.

## Figures made up for a demonstration

review-notice = Demonstration: figures marked (d) are not real
review-mark = (d)
review-mark-explained = Figures marked (d) were made up, wholly or in part, to demonstrate the program and are not real; see part IV.
review-mark-below = (d): demonstration figures.

## I. Results

review-results = I. Results of work with the people, { $period }
review-no-figures = No figures reported.

## II. Assessment

review-assessment = II. Assessment
review-ahead = 1. What went well
review-ahead-those = Measures that reached or passed what was due by the end of the period, the furthest ahead first:
review-ahead-none = No measure is known to have reached what was due by the end of the period.
review-behind = 2. What lags
review-behind-those = Measures that did not reach what was due by the end of the period, the furthest behind first:
review-behind-none = No measure lags behind what was due by the end of the period.
review-assessed = { $measure }: done { $done }; plan ({ $period }) { $planned }; that is { $percent } of the plan, against { $due } due by the end of the period.
review-cases = 3. Cases of all kinds received and answered
review-cases-said = Cases of all kinds (recommendations, feedback, complaints, denunciations, receptions, mediations, dossiers) received in the period: { $received }; answers in time: { $answered-in-time }; late answers: { $answered-late }; brought above the competent level: { $escalated }; bringing again what was raised before, answered or not: { $recurring }. At the end of the period, still open: { $open }, of which overdue: { $overdue }; reopened because the citizen did not accept the result: { $reopened }; kept closed, with proof, since records began: { $kept-closed }.

## Charts and tables

review-chart = Chart { $n }. { $title }
review-table = Table { $n }. { $title }
review-continued = { $title } (continued)
review-chart-data = Data of the chart
review-chart-made-up = { $title } (with demonstration figures)
review-plans = Done against plan
review-plans-mark = vertical mark: plan ({ $percent })
review-plans-alt = Share of the plan that was done: { $list }.
review-cases-by-unit = Cases of all kinds received and their results, by unit
review-cases-alt = { $unit } received the most cases: { $n } of { $total }; { $moved } were passed on from one unit to another.
review-part-in-time = In time
review-part-late = Answered late
review-part-pending = Open, not yet due
review-part-overdue = Open, overdue
review-column-unit = Unit
review-column-measure = Measure
review-column-done = Done
review-column-planned = Plan
review-column-percent = Share
review-column-due = Due
review-due-at-the-end = at the end of { $period }
review-column-received = Received
review-column-transferred-in = From other units
review-column-answered-in-time = In time
review-column-answered-late = Answered late
review-column-open = Open
review-column-reopened = Reopened
review-column-kept-closed = Kept closed (to date)
review-column-transferred-out = Passed on
review-column-escalated = Above level
review-column-recurring = Brought again
review-column-overdue = Open, overdue
review-all = All together
review-by-unit = Selected measures, by unit
review-appendix = Appendix

## III. Tasks

review-tasks = III. Main tasks, { $period }
review-tasks-those = Conclusions and the units that carry them out:
review-tasks-none = Nothing has been concluded for the next period yet.
review-owed = By: { $units }; no later than { $date }.

## IV. Quality of the data

review-quality = IV. Quality of the data
review-quality-counts = Figures in this report: { $total }. Taken or computed from published sources: { $reported }; demonstration, counts in which real cases stand among made-up ones included: { $demonstration }; only what was entered or counted in the course of work: { $entered }.
review-silent = No figures were reported on: { $themes }.
review-contradictions = 1. Figures with contradicting sources
review-contradictions-none = No figure has two sources that differ.
review-contradiction = { $measure }, { $unit }, { $period }
review-reading-used = Used: { $value }{ $remark }.
review-reading-set-aside = Not used: { $value }{ $remark }.
review-sources = 2. Sources
review-sources-none = No figure was taken from a published source.
review-received = { $n } received
review-transferred-in = { $n } from other units
review-transferred-out = { $n } passed on
