### Sorting of petitions

kind-petition = Letter to be sorted
kind-petition-help = A letter of which it is not yet clear whether it complains, denounces or recommends. A clerk sorts it by its content, not by its title. Read it as it comes in: if it says that a head or deputy head of a commune, a district or a department breaks the law, choose that topic when registering; then only whoever registers it reads it there, to send it up to the competent level. Asking to review their decision is a complaint, and none of these topics.

topic-letter-accuses-commune-head = Letter that says the chair or a deputy chair of the commune breaks the law
topic-letter-accuses-district-head = Letter that says the chair or a deputy chair of the district breaks the law
topic-letter-accuses-department-head = Letter that says a director or deputy director of a department breaks the law
topic-unsorted-letter = Letter waiting to be sorted

field-arrived-by = How it came
choice-at-the-desk = Handed in
choice-by-post = By post
choice-from-another-body = Another body sent it
field-sorted-as = What does the writer want?
choice-as-complaint = To undo a decision or act that harms them (complaint)
choice-as-denunciation = To report somebody's breach of law (denunciation)
choice-as-recommendation = To propose or inform (recommendation, feedback)
choice-as-mixed = Several of these in one letter
field-eligible = What the letter has
choice-in-vietnamese = It is in Vietnamese or has a notarised translation
choice-dated = A date
choice-with-name-and-address = Name and address
choice-with-signature = Signature or fingerprint
field-evidence = What an unsigned letter gives
choice-names-offender = It names the offender
choice-concrete-evidence = Concrete evidence
choice-can-be-checked = It can be checked
field-opened-code = Code of the case opened from this letter
field-information-code = Code of the case opened from what the letter tells
field-part-codes = Codes of the cases split from this letter

guard-letter-eligible = The letter must have all four: Vietnamese, date, name and address, signature or fingerprint.
guard-one-sort = A letter with several sorts of content must be split first.
guard-mixed = Only a letter with several sorts of content is split.
guard-belongs-above = This unit is competent for the letter: sort it first, then forward it if needed.
guard-unsigned-with-evidence = An unsigned letter is processed only when it names the offender, gives concrete evidence and can be checked.

reason-letter-not-eligible = The letter lacks what it needs
reason-letter-not-eligible-next = Write it again in Vietnamese, with date, name, address and signature or fingerprint, and send it to this office.
reason-letter-not-eligible-disproved = when it was sorted, the letter was found to have all four. Deal with it, choose another reason, or sort it again if that was a mistake.
reason-unsigned-without-evidence = The letter is unsigned and gives nothing that can be checked
reason-unsigned-without-evidence-next = Write to this office again with name and address; who denounces is kept secret (Law on Denunciations).
reason-unsigned-without-evidence-disproved = the file says that the letter is signed, or that it names the offender with evidence that can be checked. Deal with it, choose another reason, or sort it again if that was a mistake.
reason-sent-before = The same content was forwarded already or is being dealt with
reason-sent-before-next = Follow the earlier case by its code, or ask the office that deals with it.

step-sorted = Sorted
step-opened = Case opened
step-split = Split
step-guided = Writer guided
step-kept-on-file = Kept on file

action-sort = Sort
action-hand-over = Hand over (without what tells who sent it)
action-open-case = Open a case of its sort
action-open-information = Take up an unsigned letter with evidence
action-split-letter = Split by content
action-send-up = Send up to the competent level, unsorted
action-guide = Guide the writer
action-keep-on-file = Keep on file

clock-sorting = Time to sort and process

letter-guide = Letter of guidance
letter-petition-receipt = Receipt of the letter
letter-petition-transfer = Transfer slip
letter-petition-sent-up = Transfer slip to the competent level
letter-petition-filed = Notice that the letter is kept on file
