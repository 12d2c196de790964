### Hồ sơ thủ tục hành chính

kind-dossier = Hồ sơ thủ tục hành chính
kind-dossier-help = Hồ sơ nộp tại bộ phận một cửa, có giấy tiếp nhận và hẹn ngày trả kết quả.

field-procedure = Tên thủ tục
field-published-by = Quyết định công bố thủ tục (số, ngày)
field-limit-days = Thời hạn đã công bố (số ngày)
field-limit-unit = Thời hạn tính theo
field-new-day = Ngày hẹn trả kết quả mới
choice-counted-in-working-days = Ngày làm việc
choice-counted-in-calendar-days = Ngày (tính cả ngày nghỉ)

topic-dossier-civil-status = Hộ tịch
topic-dossier-certification = Chứng thực
topic-dossier-land = Đất đai
topic-dossier-construction = Xây dựng
topic-dossier-business = Đăng ký kinh doanh
topic-dossier-benefits = Chính sách xã hội
topic-dossier-other = Thủ tục khác

step-dossier-received = Đã tiếp nhận hồ sơ
step-being-processed = Đang giải quyết hồ sơ
step-supplement-asked = Chờ bổ sung hồ sơ
step-result-given = Đã trả kết quả
step-dossier-refused = Từ chối giải quyết hồ sơ

action-ask-supplement = Yêu cầu bổ sung hồ sơ
action-supplement = Nhận hồ sơ bổ sung
action-beg-pardon = Xin lỗi và hẹn lại ngày trả kết quả
action-beg-pardon-late = Xin lỗi vì đã quá hạn
action-give-result = Trả kết quả
action-refuse-dossier = Từ chối giải quyết hồ sơ

clock-result = Hẹn trả kết quả
clock-result-calendar = Hẹn trả kết quả (tính cả ngày nghỉ)

guard-a-day-before = Thư xin lỗi và hẹn lại phải gửi chậm nhất 1 ngày trước khi hết hạn. Nếu đã muộn hơn, hãy chọn “Xin lỗi vì đã quá hạn” khi hết hạn và trả kết quả sớm nhất có thể.
guard-put-off-once = Chỉ được hẹn lại một lần. Hãy trả kết quả; nếu đã quá hạn, chọn “Xin lỗi vì đã quá hạn”.
guard-overdue = Hồ sơ chưa quá hạn. Nếu biết sẽ trả muộn, hãy chọn “Xin lỗi và hẹn lại ngày trả kết quả”.
guard-pardon-once = Đã xin lỗi vì trả kết quả muộn. Chỉ xin lỗi lần nữa để hẹn ngày trả mới, nếu chưa hẹn lại; còn không, hãy trả kết quả.

reason-conditions-not-met = Không đủ điều kiện mà thủ tục quy định
reason-conditions-not-met-next = Văn bản từ chối ghi rõ điều kiện nào còn thiếu. Khi đã đủ, bạn nộp lại hồ sơ. Nếu không đồng ý, bạn có quyền khiếu nại.
reason-never-completed = Hồ sơ không được bổ sung theo yêu cầu
reason-never-completed-next = Bạn có thể nộp lại hồ sơ đầy đủ theo hướng dẫn đã gửi.
reason-another-desk = Thủ tục không thuộc thẩm quyền của nơi nhận
reason-another-desk-next = Hãy nộp hồ sơ tại cơ quan ghi trong văn bản từ chối; bộ phận một cửa hướng dẫn bạn.

letter-supplement = Phiếu yêu cầu bổ sung
guard-new-day-once = Ngày hẹn đã lùi một lần rồi; quy định chỉ cho hẹn lại một lần. Hãy để trống ngày hẹn mới.
letter-apology = Thư xin lỗi, hẹn lại
letter-apology-late = Thư xin lỗi vì trả muộn
letter-dossier-receipt = Giấy tiếp nhận hồ sơ và hẹn trả kết quả
letter-dossier-refusal = Phiếu từ chối giải quyết hồ sơ
letter-dossier-taken-back = Thông báo thôi giải quyết hồ sơ
letter-supplement-anew = Phiếu yêu cầu bổ sung, tính lại thời hạn

## Mốc thời hạn
milestone-apology-the-day-before = Thư xin lỗi khi trễ hẹn trả kết quả, trước một ngày
event-result-due = ngày hẹn trả kết quả
milestone-apology-by-the-day = Thư xin lỗi khi trễ hẹn trả kết quả, trong ngày hẹn (Thành phố Hồ Chí Minh)
