### Tiếp công dân

kind-reception = Lượt tiếp công dân
kind-reception-help = Ghi lại một lượt tiếp: ai tiếp, nội dung gì, đã trả lời hay đã hẹn ngày nào. Lượt tiếp về tố cáo không ghi họ tên, số điện thoại, địa chỉ của người đến, kể cả trong nội dung: người ấy chỉ được ghi ở vụ việc tố cáo; người đứng đầu đơn vị không xem được lượt tiếp này.

field-received-by = Người tiếp
choice-head = Người đứng đầu
choice-deputy = Cấp phó
choice-officer = Cán bộ tiếp công dân
field-way = Hình thức tiếp
choice-in-person = Trực tiếp
choice-online = Trực tuyến
field-visitors = Số người đến (ghi 0 nếu không có ai đến)
field-promised-days = Hẹn trả lời sau bao nhiêu ngày

topic-visit-complaint = Về khiếu nại
topic-visit-denunciation = Về tố cáo (không ghi ai đến: người tố cáo ghi ở vụ việc tố cáo)
topic-visit-recommendation = Về kiến nghị, phản ánh
topic-visit-guidance = Hỏi thủ tục, chính sách
topic-visit-other = Việc khác
topic-visit-nobody = Không có ai đến

step-heard = Đã tiếp
step-promised = Đã hẹn ngày trả lời
step-nobody-came = Không có ai đến tiếp công dân
step-reception-refused = Từ chối tiếp

action-answer-at-once = Trả lời ngay khi tiếp
action-promise = Hẹn ngày trả lời
action-tell-result = Thông báo kết quả
action-refuse-reception = Từ chối tiếp
action-refuse-pursued = Từ chối tiếp vì cố tình kéo dài

clock-notice = Thời hạn thông báo kết quả xử lý cho người được tiếp
clock-promised = Ngày đã hẹn trả lời

duty-commune-chair-receives = Chủ tịch UBND cấp xã trực tiếp tiếp công dân
duty-district-chair-receives = Chủ tịch UBND cấp huyện trực tiếp tiếp công dân
duty-province-chair-receives = Chủ tịch UBND cấp tỉnh trực tiếp tiếp công dân
duty-body-head-receives = Người đứng đầu cơ quan hành chính khác trực tiếp tiếp công dân

reason-not-in-control = Người đến say rượu hoặc không điều khiển được hành vi của mình
reason-not-in-control-next = Bạn có thể trở lại vào buổi tiếp công dân khác, khi đã tự điều khiển được hành vi, hoặc gửi đơn.
reason-threatens = Người đến đe dọa, xúc phạm người khác hoặc vi phạm nội quy nơi tiếp công dân
reason-threatens-next = Bạn có thể trở lại vào buổi tiếp công dân khác và giữ đúng nội quy, hoặc gửi đơn.
reason-pursued-after-all = Vụ việc đã được giải quyết đúng pháp luật, đã được kiểm tra, rà soát, thông báo và giải thích, nhưng vẫn cố tình kéo dài
reason-pursued-after-all-next = Cơ quan chỉ xem xét lại khi có tình tiết mới: hãy gửi đơn nêu rõ tình tiết đó và tài liệu kèm theo.
reason-refused-by-law = Trường hợp khác mà pháp luật quy định
reason-refused-by-law-next = Văn bản từ chối ghi rõ quy định nào. Hãy hỏi nơi tiếp công dân xem việc của bạn cần gửi đến đâu.

letter-reception-receipt = Phiếu tiếp công dân
letter-reception-promise = Phiếu hẹn trả lời
letter-reception-refusal = Thông báo từ chối tiếp
letter-reception-result = Thông báo kết quả

## Trong báo cáo sơ kết
indicator-receptions = Lượt tiếp công dân
indicator-receptions-refused = Lượt từ chối tiếp
indicator-receptions-open = Lượt tiếp chưa có kết quả
theme-receptions = Tiếp công dân
say-receptions = Trong kỳ đã ghi sổ { $received } tiếp công dân, kể cả buổi tiếp không có người đến; trả lời, thông báo kết quả { $answered }, trong đó { $in-time } đúng hạn, { $late } quá hạn; từ chối tiếp { $refused }, có nêu rõ lý do; đến cuối kỳ còn { $open } chưa có kết quả.
say-receptions-none = Trong kỳ chưa ghi sổ lượt tiếp công dân nào.
say-receptions-withdrawn = Người được tiếp rút nội dung đã trình bày { $withdrawn }.
