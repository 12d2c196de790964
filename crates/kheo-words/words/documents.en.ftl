### What documents and letters share, and the layout of letters.

document-place-date = { $place }, { $date }
document-recipients = Recipients:

letter-nation = SOCIALIST REPUBLIC OF VIET{"\u00A0"}NAM
letter-motto = Independence - Freedom - Happiness
letter-number = No: { $reference }
letter-about = Re: { $about }
letter-to = To:
letter-decided = DECIDES:
letter-article = Article { $n }.
