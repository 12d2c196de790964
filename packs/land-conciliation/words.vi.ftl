### Hòa giải tranh chấp đất đai tại UBND cấp xã

kind-land-conciliation = Đề nghị hòa giải tranh chấp đất đai
kind-land-conciliation-help = Một bên đề nghị UBND cấp xã nơi có đất hòa giải tranh chấp đất đai.

field-plot = Thửa đất (số thửa, tờ bản đồ, địa chỉ)
field-other-parties = Các bên còn lại
field-boundary = Kết quả có làm thay đổi ranh giới, người sử dụng đất không
choice-boundary-changes = Có thay đổi
choice-boundary-stays = Không thay đổi

topic-land-boundary = Ranh giới thửa đất
topic-land-use-right = Ai có quyền sử dụng đất
topic-land-inheritance = Thừa kế, chia đất
topic-land-other = Tranh chấp đất đai khác

step-conciliated = Hòa giải thành
step-recognised = Đã công nhận hòa giải thành, chờ gửi đăng ký đất đai
step-sent-to-register = Đã gửi hồ sơ đăng ký đất đai
step-conciliation-closed = Hòa giải thành, đã kết thúc
step-not-conciliated = Hòa giải không thành

action-conciliate = Hòa giải thành
action-not-conciliate = Hòa giải không thành
action-recognise = Giao văn bản công nhận hòa giải thành
action-send-to-register = Đã gửi hồ sơ đăng ký đất đai
action-close-conciliation = Kết thúc, không phải đăng ký

clock-conciliation = Thời hạn hòa giải
clock-to-register = Thời hạn các bên gửi văn bản công nhận để đăng ký đất đai

guard-boundary-changes = Kết quả hòa giải không làm thay đổi ranh giới, người sử dụng đất nên không phải đăng ký. Hãy chọn “Kết thúc, không phải đăng ký”.
guard-boundary-stays = Kết quả hòa giải làm thay đổi ranh giới, người sử dụng đất nên phải đăng ký. Hãy chọn “Giao văn bản công nhận hòa giải thành”.

reason-no-land-dispute = Đơn không nêu tranh chấp đất đai
reason-no-land-dispute-next = Nếu bạn không đồng ý với một quyết định của cơ quan nhà nước về đất, hãy nộp đơn khiếu nại; việc khác thì gửi kiến nghị, phản ánh.

letter-land-acceptance = Thông báo thụ lý, gửi các bên
letter-land-agreed = Biên bản hòa giải thành
letter-land-not-agreed = Biên bản hòa giải không thành
letter-land-recognised = Văn bản công nhận hòa giải thành

## Mốc thời hạn
procedure-land-dispute = Giải quyết tranh chấp đất đai
milestone-dispute-remedy = Khiếu nại hoặc khởi kiện quyết định giải quyết tranh chấp
event-dispute-decision-received = ngày nhận quyết định giải quyết tranh chấp
milestone-dispute-enforcement = Cưỡng chế thi hành khi các bên không chấp hành
event-dispute-decision-effective = ngày quyết định giải quyết tranh chấp có hiệu lực
