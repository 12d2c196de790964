### Reception of citizens

kind-reception = Reception of a citizen
kind-reception-help = One visit: who received, what it was about, what was answered or promised for which day. A visit about a denunciation takes down no name, telephone number or address of who came, nor in the text: that person is written down with the denunciation alone. The head of the unit is not shown such a visit.

field-received-by = Who received
choice-head = The head
choice-deputy = A deputy
choice-officer = A reception officer
field-way = How
choice-in-person = In person
choice-online = Online
field-visitors = How many people came (0 if nobody did)
field-promised-days = In how many days the answer is promised

topic-visit-complaint = About a complaint
topic-visit-denunciation = About a denunciation (nobody is named: who denounces is written down with the denunciation)
topic-visit-recommendation = About a recommendation or feedback
topic-visit-guidance = Asks about procedures and policies
topic-visit-other = Something else
topic-visit-nobody = Nobody came

step-heard = Received
step-promised = Answer promised for a day
step-nobody-came = Nobody came
step-reception-refused = Reception refused

action-answer-at-once = Answer at once
action-promise = Promise a day for the answer
action-tell-result = Tell the result
action-refuse-reception = Refuse to receive
action-refuse-pursued = Refuse what is pursued on purpose

clock-notice = Time to tell the person what becomes of it
clock-promised = The day that was promised

duty-commune-chair-receives = The commune chair receives citizens in person
duty-district-chair-receives = The district chair receives citizens in person
duty-province-chair-receives = The provincial chair receives citizens in person
duty-body-head-receives = Head of another administrative body receives citizens in person

reason-not-in-control = The visitor is drunk or cannot control what they do
reason-not-in-control-next = You can come back on another day of reception, when you are in control of yourself, or send a letter.
reason-threatens = The visitor threatens or insults others or breaks the rules of the place
reason-threatens-next = You can come back on another day of reception and keep the rules, or send a letter.
reason-pursued-after-all = The matter was settled lawfully, reviewed, notified and explained, and is pursued on purpose
reason-pursued-after-all-next = It is looked into again only when something new is known: send a letter that says what, with the papers that show it.
reason-refused-by-law = Another case that the law names
reason-refused-by-law-next = The refusal says which rule. Ask at the reception where your matter belongs.

letter-reception-receipt = Record of the reception
letter-reception-promise = Promise of an answer
letter-reception-refusal = Notice that reception is refused
letter-reception-result = Notice of the result

## In the half-year review
indicator-receptions = Receptions of citizens
indicator-receptions-refused = Receptions refused
indicator-receptions-open = Receptions without a result yet
theme-receptions = Receiving citizens
say-receptions = Receptions of citizens recorded in the period: { $received }, those to which nobody came included; results were told { $answered }, { $in-time } in time and { $late } late; refused with a reason: { $refused }; without a result at the end of the period: { $open }.
say-receptions-none = No reception of citizens was recorded in the period.
say-receptions-withdrawn = Matters told at a reception and then withdrawn: { $withdrawn }.
