### What documents and letters share, and the layout of letters.

document-place-date = { $place }, { $date }
document-recipients = Recipients:

letter-nation = SOCIALIST REPUBLIC OF VIET{"\u00A0"}NAM
letter-motto = Independence - Freedom - Happiness
letter-number = No: { $reference }
letter-about = Re: { $about }
letter-committee = People's Committee
letter-committee-short = PC
letter-to = To:
letter-decided = DECIDES:
letter-sign-here = (Signature and full name)
letter-article = Article { $n }.
letter-sender = Whoever sent { $kind } { $code }
letter-sender-named = Mr or Ms { $name }
letter-signer = Chair
letter-head = Chair of { $unit }
letter-day = { $day }
letter-hour = { $hour }:{ $minute } on { $day }
letter-unconfirmed = no text is confirmed
letter-of-the-place = local practice, no text is confirmed

## Lengths of limits, and articles of laws

length-calendar-days =
    { $count ->
        [one] { $n } day
       *[other] { $n } days
    }
length-working-days =
    { $count ->
        [one] { $n } working day
       *[other] { $n } working days
    }
length-working-hours =
    { $count ->
        [one] { $n } working hour
       *[other] { $n } working hours
    }
length-months =
    { $count ->
        [one] { $n } month
       *[other] { $n } months
    }
extension-times =
    { $count ->
        [one] once, by at most { $length }
       *[other] { $n } times, each by at most { $length }
    }
# 10 is the most that a pack can say: no rule tells how often.
extension-open =
    { $count ->
        [10] as often and by as much as is decided; no source confirms it
        [one] once, by as much as is decided
       *[other] { $n } times, each by as much as is decided
    }
extension-total = to at most { $length } in all
cites = { $law }, { $article }
cites-article = article { $article }
cites-clause = article { $article }, clause { $clause }
cites-point = article { $article }, clause { $clause }, point { $point }

## The picture of a procedure

procedure-title = Procedure: { $kind } (in force from { $from })
procedure-title-until = Procedure: { $kind } (in force from { $from } to { $until })
procedure-registration = Case registered
procedure-phase-open = step with work left to do
procedure-phase-waiting = step that waits for somebody outside
procedure-phase-closed = step that is closed
procedure-stays = done without leaving the step
procedure-clock-starts = starts a limit
procedure-clock-stops = stops a limit
procedure-counted = As many { $unit ->
        [working-days] working days
        [working-hours] working hours
        [months] months
       *[calendar-days] days
    } as “{ $field }” says in each case.
procedure-pauses = Stands still while somebody outside is waited for; no source confirms that it does.
procedure-when = Runs only when { $cases }.
procedure-when-chosen = “{ $field }” is { $choices }
procedure-when-choice = “{ $choice }”
procedure-when-or = { $one } or { $other }
procedure-when-asks = Runs only for some cases, by what is told of: { $asked }.
procedure-when-competent = whether the unit that has it is competent
procedure-extension = It may be extended { $extension } ({ $article }).
procedure-extension-no-article = It may be extended { $extension }.
procedure-of-petitioner = A limit of whoever asked, not of the authority.
procedure-of-parties = A limit of the parties, not of the authority.
procedure-at-most = At most { $length }.
procedure-at-least = At least { $length }.
procedure-after = Only after { $length }.
procedure-before = At least { $length } before.
procedure-variant = { $complexity ->
        [complex] Complex
        [especially-complex] Especially complex
       *[ordinary] Ordinary
    } matters{ $remote ->
        [remote] , in remote areas
       *[anywhere] {""}
    }: { $length }
procedure-told-first = A case begins at the step “{ $step }”.
procedure-told = At the step “{ $step }”: { $actions }.
procedure-told-leads = { $action }, which leads to “{ $step }”
procedure-told-end = The step “{ $step }” ends the procedure.
