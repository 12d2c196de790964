### Hòa giải ở cơ sở

kind-mediation = Đề nghị hòa giải ở cơ sở
kind-mediation-help = Bạn muốn tổ hòa giải của thôn, tổ dân phố giúp hai bên tự thỏa thuận về xích mích, tranh chấp. Việc này không được công khai.

field-asked-by = Ai đề nghị
choice-a-party = Một trong các bên
choice-mediator-learned = Hòa giải viên tự biết
choice-body-asked = Cơ quan, tổ chức đề nghị
field-mediator = Hòa giải viên được phân công
field-begin-when = Khi nào bắt đầu hòa giải
choice-within-three-days = Trong 3 ngày
choice-at-once = Ngay lập tức, vì không thể chờ
choice-as-agreed = Theo thời gian các bên thỏa thuận
field-agreed-days = Các bên thỏa thuận bắt đầu sau bao nhiêu ngày

topic-dispute-quarrel = Mâu thuẫn, xích mích trong sinh hoạt
topic-dispute-civil = Tranh chấp dân sự, kể cả quyền sử dụng đất
topic-dispute-family = Việc trong gia đình
topic-dispute-other = Mâu thuẫn, tranh chấp khác
topic-dispute-minor-breach = Vi phạm chưa đến mức xử lý hành chính, hình sự

step-asked-for = Đã nhận đề nghị hòa giải
step-mediator-assigned = Đã phân công hòa giải viên
step-mediating = Đang hòa giải
step-agreed = Hòa giải thành
step-not-agreed = Hòa giải không thành

action-assign-mediator = Phân công hòa giải viên
action-begin-mediation = Bắt đầu hòa giải
action-agree = Hòa giải thành, có văn bản
action-agree-unwritten = Hòa giải thành, thỏa thuận miệng
action-not-agree = Hòa giải không thành

clock-begin = Thời hạn bắt đầu hòa giải
clock-begin-as-agreed = Thời gian bắt đầu do các bên thỏa thuận

reason-for-a-court = Việc thuộc tòa án, trọng tài, hòa giải thương mại hoặc hòa giải lao động
reason-for-a-court-next = Hòa giải ở cơ sở không nhận việc này (Luật Hòa giải ở cơ sở, khoản 2 Điều 1). Hãy gửi đơn đến tòa án nhân dân có thẩm quyền, hoặc đến tổ chức trọng tài, hòa giải thương mại, hòa giải lao động nếu việc thuộc các nơi đó. Chưa rõ nơi nào có thẩm quyền, hãy hỏi nơi tiếp công dân của xã, phường.
reason-for-the-land-conciliation = Việc hòa giải tranh chấp đất đai này do UBND cấp xã tiến hành
reason-for-the-land-conciliation-next = Hãy nộp đơn đề nghị hòa giải tranh chấp đất đai tại UBND xã, phường nơi có đất.
reason-beyond-mediation = Việc không thuộc phạm vi hòa giải ở cơ sở
reason-beyond-mediation-next = Nếu có hành vi vi phạm pháp luật, hãy báo công an xã, phường; nếu không rõ, hãy hỏi nơi tiếp công dân.

letter-mediation-agreed = Biên bản hòa giải thành
letter-mediation-not-agreed = Biên bản hòa giải không thành
