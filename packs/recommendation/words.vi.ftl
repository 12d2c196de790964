### Kiến nghị, phản ánh

kind-recommendation = Kiến nghị
kind-recommendation-help = Bạn đề nghị cơ quan nhà nước làm hoặc xem xét một việc, như sửa đường, nạo vét mương, cấp giấy tờ.
kind-feedback = Phản ánh
kind-feedback-help = Bạn báo cho cơ quan nhà nước biết một việc đang xảy ra, như rác để lâu ngày, đèn đường hỏng, lấn chiếm vỉa hè.
kind-voter-recommendation = Kiến nghị của cử tri
kind-voter-recommendation-help = Cử tri nêu kiến nghị với đại biểu Hội đồng nhân dân tại hội nghị tiếp xúc cử tri.

field-meeting-on = Ngày tiếp xúc cử tri
field-delegates-of = Đại biểu của
choice-national-assembly = Quốc hội
choice-province-council = Hội đồng nhân dân tỉnh
choice-district-council = Hội đồng nhân dân cấp huyện
choice-commune-council = Hội đồng nhân dân cấp xã
field-before-session = Trước hoặc sau kỳ họp nào
field-session-on = Ngày kỳ họp đã xem xét câu trả lời

topic-roads = Đường sá, cầu cống, chiếu sáng
topic-waste = Rác thải, vệ sinh môi trường
topic-canals-water = Kênh mương, thoát nước, nước sinh hoạt
topic-shared-path = Lối đi chung, ranh giới đất
topic-order = Trật tự đô thị, an ninh trật tự
topic-procedures = Thủ tục hành chính, thái độ phục vụ
topic-benefits = Chế độ, chính sách, hộ nghèo
topic-land-certificate = Giấy chứng nhận quyền sử dụng đất
topic-land-clearance = Giải phóng mặt bằng, bồi thường, tái định cư
topic-power = Điện, đường dây, viễn thông
topic-food-safety = An toàn thực phẩm, chợ
topic-other = Nội dung khác

step-received = Đã tiếp nhận đơn
step-accepted = Đã thụ lý
step-assigned = Đang giải quyết
step-answered = Đã trả lời
step-confirmed = Người gửi xác nhận đã giải quyết xong
step-refused = Không thụ lý

step-voters-asked = Đã ghi nhận tại hội nghị tiếp xúc cử tri
step-collected = Đã tổng hợp
step-forwarded = Đã chuyển cơ quan có thẩm quyền
step-answered-to-voters = Đã trả lời, chờ báo cáo tại kỳ họp
step-followed-up = Đã báo cáo tại kỳ họp

action-collect = Tổng hợp
action-follow-up = Ghi kết quả tại kỳ họp: đồng ý với câu trả lời
action-send-back = Kỳ họp yêu cầu giải quyết lại
action-accept = Thụ lý
action-refuse = Không thụ lý
action-assign = Giao người giải quyết
action-transfer = Chuyển đơn vị có thẩm quyền
action-urge = Đôn đốc đơn vị đang giữ đơn
action-reassign = Điều chuyển cho đơn vị khác
action-answer = Trả lời
action-note = Ghi chú
action-confirm = Đã giải quyết xong
action-reopen = Chưa giải quyết xong

reason-not-for-this-body = Không thuộc thẩm quyền của cơ quan này
reason-not-for-this-body-next = Hãy gửi nội dung này đến cơ quan có thẩm quyền nêu trong thông báo này. Chưa rõ gửi đến đâu, hãy hỏi nơi tiếp công dân của cơ quan này.
reason-already-answered = Nội dung đã được trả lời hoặc đang được giải quyết theo đơn trước
reason-already-answered-next = Hãy theo dõi bằng mã của đơn trước. Đơn trước đã trả lời mà việc chưa xong, hãy mở đơn đó và chọn “Chưa giải quyết xong”. Có tình tiết mới, hãy gửi lại và nêu rõ tình tiết đó.
reason-contents-unclear = Nội dung chưa rõ việc gì, ở đâu
reason-contents-unclear-next = Hãy gửi lại, nêu rõ việc gì, ở đâu, từ khi nào; có ảnh hoặc giấy tờ thì gửi kèm. Bạn cũng có thể đến nơi tiếp công dân để được ghi giúp.
reason-is-complaint = Nội dung là khiếu nại quyết định hoặc hành vi hành chính
reason-is-complaint-next = Hãy gửi đơn khiếu nại, có chữ ký hoặc điểm chỉ, đến người đã ra quyết định hoặc quản lý người có hành vi đó, trong 90 ngày kể từ ngày biết (Điều 9, Điều 11, Điều 17 đến Điều 21 Luật Khiếu nại).
reason-is-denunciation = Nội dung là tố cáo hành vi vi phạm pháp luật
reason-is-denunciation-next = Hãy gửi đơn tố cáo đến người đứng đầu cơ quan trực tiếp quản lý người bị tố cáo. Họ tên, địa chỉ của người tố cáo được giữ bí mật (Luật Tố cáo).
reason-before-a-court = Tranh chấp đang được tòa án giải quyết
reason-before-a-court-next = Hãy theo dõi vụ việc và gửi ý kiến tại tòa án đang giải quyết.
reason-not-for-a-council = Không phải việc của Hội đồng nhân dân hay đại biểu
reason-not-for-a-council-next = Đề nghị đại biểu hướng dẫn cử tri: việc riêng của cử tri thì chính người đó gửi kiến nghị, phản ánh, khiếu nại hoặc tố cáo đến cơ quan có thẩm quyền.

clock-answer = Thời hạn trả lời

indicator-petitions-received = Kiến nghị, phản ánh tiếp nhận
indicator-petitions-escalated = Kiến nghị, phản ánh gửi vượt cấp
indicator-petitions-transferred = Kiến nghị, phản ánh chuyển đến đơn vị có thẩm quyền
indicator-petitions-refused = Kiến nghị, phản ánh không thụ lý
indicator-petitions-answered = Kiến nghị, phản ánh đã trả lời
indicator-petitions-in-time = Kiến nghị, phản ánh trả lời đúng hạn
indicator-petitions-late = Kiến nghị, phản ánh trả lời quá hạn
indicator-petitions-open = Kiến nghị, phản ánh đang giải quyết
indicator-petitions-confirmed = Kiến nghị, phản ánh được công dân xác nhận đã giải quyết xong
indicator-petitions-reopened = Kiến nghị, phản ánh phải mở lại
indicator-petitions-came-back = Kiến nghị, phản ánh đã trả lời nhưng bị gửi lại
indicator-on-time-share = Tỷ lệ trả lời kiến nghị, phản ánh đúng hạn
indicator-escalated-share = Tỷ lệ đơn, hồ sơ các loại gửi vượt cấp

theme-petitions = Giải quyết kiến nghị, phản ánh
say-petitions-received = Trong kỳ đã tiếp nhận { $received } kiến nghị, phản ánh của công dân, trong đó { $escalated } gửi vượt cấp; đã chuyển { $transferred } đến đơn vị có thẩm quyền và không thụ lý { $refused }, có nêu rõ lý do; đến cuối kỳ còn { $open } đang giải quyết.
say-petitions-none = Trong kỳ không phát sinh kiến nghị, phản ánh của công dân.
say-petitions-answered = Đã trả lời { $answered }, trong đó { $in-time } đúng hạn, { $late } quá hạn; tỷ lệ trả lời đúng hạn đạt { $share }.
say-petitions-closed = Công dân xác nhận đã giải quyết xong { $confirmed }, đề nghị giải quyết lại { $reopened } và gửi đơn mới về vụ việc đã được trả lời { $again }.
say-others-refused = Ngoài kiến nghị, phản ánh: từ chối giải quyết { $dossiers } về thủ tục hành chính; không thụ lý { $land } đề nghị hòa giải tranh chấp đất đai, { $mediation } hòa giải ở cơ sở; lưu, không xử lý { $letters } chưa đủ điều kiện phân loại; đều có nêu rõ lý do.
say-others-withdrawn = Người gửi rút { $dossiers } về thủ tục hành chính, { $land } đề nghị hòa giải tranh chấp đất đai, { $mediation } hòa giải ở cơ sở.

theme-outstanding = Tham mưu giải quyết dứt điểm các vụ việc tồn đọng
say-outstanding = Tính chung đơn, hồ sơ các loại, lũy kế đến cuối kỳ, { $kept } đã được giải quyết dứt điểm: có bằng chứng, người gửi xác nhận hoặc không có ý kiến trong thời gian chờ, không bị mở lại và không phải gửi lại; còn { $overdue } tồn đọng quá hạn. Tính riêng vụ việc đã được trả lời, trong kỳ có { $again } bị gửi lại.

theme-escalation = Hạn chế đơn thư vượt cấp, kéo dài
say-escalation = Tính chung đơn, hồ sơ các loại, trong kỳ có { $escalated } gửi vượt cấp, chiếm { $share } số tiếp nhận, và { $recurring } gửi lại việc đã nêu trước đó, dù đã hay chưa được trả lời; đến cuối kỳ còn { $overdue } quá hạn giải quyết.
say-voters = Kiến nghị của cử tri: tiếp nhận { $received }, đã trả lời { $answered }; đến cuối kỳ còn { $open } đang giải quyết.

letter-voters-forwarded = Phiếu chuyển kiến nghị của cử tri
letter-voters-list = Tổng hợp kiến nghị của cử tri
letter-voters-acceptance = Thông báo thụ lý kiến nghị của cử tri
letter-voters-refusal = Thông báo không thụ lý kiến nghị của cử tri
letter-voters-answer = Công văn trả lời kiến nghị của cử tri

say-voters-none = Trong kỳ không tiếp nhận, trả lời kiến nghị nào của cử tri.
say-voters-refused = Không thụ lý { $refused } kiến nghị của cử tri, có nêu rõ lý do.

## Mốc thời hạn
procedure-portal-feedback = Kiến nghị, phản ánh trên Cổng Thông tin điện tử Chính phủ
milestone-portal-reply = Công khai trả lời
event-portal-feedback-received = ngày nhận kiến nghị, phản ánh
milestone-portal-status = Cập nhật tình trạng khi chưa giải quyết xong
event-portal-last-status = ngày hết hạn trả lời, hoặc ngày cập nhật lần trước
