### What documents and letters share, and the layout of letters.

document-place-date = { $place }, ngày { $day } tháng { $month } năm { $year }
document-recipients = Nơi nhận:

letter-nation = CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT{"\u00A0"}NAM
letter-motto = Độc lập - Tự do - Hạnh phúc
letter-number = Số: { $reference }
letter-about = V/v { $about }
letter-to = Kính gửi:
letter-decided = QUYẾT ĐỊNH:
letter-article = Điều { $n }.
