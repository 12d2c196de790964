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
letter-cites-article = article { $article } of the { $law }
letter-cites-clause = article { $article }, clause { $clause }, of the { $law }
letter-cites-point = article { $article }, clause { $clause }, point { $point }, of the { $law }
letter-sender = Whoever sent { $kind } { $code }
letter-sender-named = Mr or Ms { $name }
letter-signer = Chair
letter-head = Chair of { $unit }

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
procedure-counted = As “{ $field }” says in each case. { $length }
procedure-pauses = Stands still while somebody outside is waited for.
procedure-sometimes = Runs only for cases that it concerns.
procedure-calendar-days =
    { $count ->
        [one] { $n } day
       *[other] { $n } days
    }
procedure-working-days =
    { $count ->
        [one] { $n } working day
       *[other] { $n } working days
    }
procedure-working-hours =
    { $count ->
        [one] { $n } working hour
       *[other] { $n } working hours
    }
procedure-months =
    { $count ->
        [one] { $n } month
       *[other] { $n } months
    }
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
