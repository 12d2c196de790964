### Khiếu nại

kind-complaint = Khiếu nại lần đầu
kind-complaint-help = Bạn đề nghị xem xét lại một quyết định hoặc hành vi hành chính làm thiệt hại quyền lợi của chính bạn. Đơn phải có chữ ký hoặc điểm chỉ; gửi đến người đã ra quyết định, trong 90 ngày từ khi biết quyết định (Điều 9 Luật Khiếu nại). Có thể rút đơn bất cứ lúc nào, bằng văn bản có chữ ký hoặc điểm chỉ (Điều 10).
kind-second-complaint = Khiếu nại lần hai
kind-second-complaint-help = Bạn không đồng ý với quyết định giải quyết lần đầu, hoặc đã hết hạn mà chưa được giải quyết. Gửi đơn đến cấp trên trực tiếp trong 30 ngày (vùng sâu, vùng xa: 45 ngày), hoặc khởi kiện tại tòa án (Điều 33 Luật Khiếu nại). Đây không phải là gửi vượt cấp.

topic-commune-decision = Quyết định, hành vi của Chủ tịch UBND cấp xã và cán bộ do mình quản lý trực tiếp
topic-commune-agency-decision = Quyết định, hành vi của thủ trưởng cơ quan chuyên môn thuộc UBND cấp xã
topic-district-decision = Quyết định, hành vi của Chủ tịch UBND cấp huyện
topic-department-decision = Quyết định, hành vi của giám đốc sở và thủ trưởng cơ quan thuộc sở
topic-province-decision = Quyết định, hành vi của Chủ tịch UBND cấp tỉnh
topic-decided-by-commune = Chủ tịch UBND cấp xã đã giải quyết lần đầu hoặc để quá hạn
topic-decided-by-commune-agency = Thủ trưởng cơ quan chuyên môn cấp xã đã giải quyết lần đầu hoặc để quá hạn (thẩm quyền lần hai của cấp xã chưa được xác nhận)
topic-decided-by-district = Chủ tịch UBND cấp huyện đã giải quyết lần đầu hoặc để quá hạn
topic-decided-by-district-agency = Thủ trưởng cơ quan thuộc UBND cấp huyện đã giải quyết lần đầu hoặc để quá hạn
topic-decided-by-department = Giám đốc sở đã giải quyết lần đầu hoặc để quá hạn

field-decision-complained = Quyết định, hành vi bị khiếu nại (số, ngày, người ban hành)
field-known-on = Ngày biết được quyết định, hành vi
field-filed-on = Ngày nộp đơn
field-about = Lĩnh vực
choice-about-recovery = Thu hồi đất, bồi thường, tái định cư
choice-about-land-paper = Giấy chứng nhận quyền sử dụng đất
choice-about-penalty = Xử phạt vi phạm hành chính
choice-about-benefits = Chế độ, chính sách
choice-about-discipline = Kỷ luật cán bộ, công chức
choice-about-other = Lĩnh vực khác
field-lateness = Lý do chính đáng khi nộp quá thời hiệu
choice-good-reason = Có lý do chính đáng, đã xem xét và chấp nhận
field-first-outcome = Kết quả giải quyết lần đầu
choice-first-decided = Đã có quyết định giải quyết
choice-first-overdue = Quá thời hạn mà chưa giải quyết
field-second-from = Ngày nhận quyết định lần đầu, hoặc ngày hết thời hạn giải quyết
field-area = Nơi ở của người khiếu nại
choice-ordinary-area = Không thuộc vùng sâu, vùng xa
choice-remote-area = Vùng sâu, vùng xa, đi lại khó khăn
field-dialogue-on = Ngày đối thoại
field-attendance = Người khiếu nại tại buổi đối thoại
choice-attended = Có mặt
choice-absent = Vắng mặt
field-withdrawn-part = Phần nội dung khiếu nại được rút
field-complained-party = Người bị khiếu nại
field-legal-grounds = Căn cứ pháp luật để giải quyết
field-what-is-decided = Giữ nguyên, sửa đổi hoặc hủy bỏ cụ thể điều gì
field-compensation = Việc bồi thường thiệt hại (nếu có)
field-decision-outcome = Kết luận của quyết định
choice-kept = Giữ nguyên quyết định, hành vi
choice-amended = Sửa đổi một phần
choice-cancelled = Hủy bỏ, chấm dứt

guard-competent = Đơn vị này không có thẩm quyền về việc khiếu nại: chỉ có thể thông báo không thụ lý vì không thuộc thẩm quyền, không xét các lý do khác.
guard-not-competent = Đơn vị này có thẩm quyền về việc khiếu nại: hãy chọn lý do không thụ lý trong thao tác “Không thụ lý”.
guard-signed = Đơn khiếu nại phải có chữ ký hoặc điểm chỉ của người khiếu nại.
guard-cause-first = Ngày nộp đơn đứng trước ngày biết được quyết định, hành vi: hãy kiểm tra lại hai ngày này.
guard-dialogue-after-acceptance = Ngày đối thoại đứng trước ngày thụ lý. Đối thoại là một bước của việc giải quyết: hãy kiểm tra lại ngày; buổi làm việc trước khi thụ lý thì ghi vào ghi chú.
guard-second-cause-first = Ngày nộp đơn đứng trước ngày nhận quyết định lần đầu hoặc ngày hết thời hạn giải quyết: hãy kiểm tra lại; chưa hết thời hạn thì chưa khiếu nại lần hai được.
guard-first-ended = Khiếu nại lần đầu về việc này đang được giải quyết tại đây, chưa có quyết định và chưa hết thời hạn: chưa thụ lý lần hai.
guard-may-go-on = Đã quá 30 ngày kể từ khi thông báo đình chỉ mà người khiếu nại không tiếp tục.
guard-lapse-over = Người khiếu nại còn trong thời hạn 30 ngày để tiếp tục khiếu nại.
guard-in-time = Đã quá 90 ngày kể từ ngày biết quyết định, hành vi; chỉ thụ lý khi có lý do chính đáng.
guard-second-in-time = Đã quá 30 ngày (vùng sâu, vùng xa: 45 ngày) kể từ ngày nhận quyết định lần đầu hoặc hết thời hạn giải quyết; chỉ thụ lý khi có lý do chính đáng.

reason-not-competent = Không thuộc thẩm quyền giải quyết của cơ quan này
reason-not-competent-next = Hãy gửi đơn đến người đã ra quyết định (khiếu nại lần đầu) hoặc cấp trên trực tiếp của người đó (khiếu nại lần hai); tên cơ quan ghi trong thông báo này (Điều 17 đến Điều 21 Luật Khiếu nại).
reason-internal-or-secret = Quyết định, chỉ đạo nội bộ; quyết định chứa quy phạm pháp luật hoặc thuộc bí mật nhà nước
reason-internal-or-secret-next = Việc này không giải quyết theo đường khiếu nại (Điều 11 Luật Khiếu nại). Bạn có thể gửi kiến nghị, phản ánh đến cơ quan ban hành.
reason-no-direct-effect = Không liên quan trực tiếp đến quyền, lợi ích hợp pháp của người khiếu nại
reason-no-direct-effect-next = Người chịu tác động trực tiếp có quyền khiếu nại (Điều 11 Luật Khiếu nại). Bạn có thể gửi kiến nghị, phản ánh đến Ủy ban nhân dân.
reason-no-power-to-represent = Người đại diện không hợp pháp
reason-no-power-to-represent-next = Hãy gửi lại đơn tới cơ quan này kèm giấy ủy quyền hoặc giấy tờ đại diện hợp pháp (Điều 11 Luật Khiếu nại).
reason-letter-unsigned = Đơn không có chữ ký hoặc điểm chỉ
reason-letter-unsigned-next = Hãy ký tên hoặc điểm chỉ vào đơn rồi nộp lại tại cơ quan này (Điều 11 Luật Khiếu nại).
reason-letter-unsigned-disproved = hồ sơ ghi đơn có chữ ký hoặc điểm chỉ. Hãy thụ lý, hoặc chọn lý do khác.
reason-out-of-time = Quá thời hiệu, thời hạn khiếu nại mà không có lý do chính đáng
reason-out-of-time-next = Nếu có lý do chính đáng, hãy nộp lại đơn tới cơ quan này kèm giấy tờ chứng minh (Điều 9, Điều 11 Luật Khiếu nại). Bạn cũng có thể hỏi tòa án về quyền khởi kiện.
reason-out-of-time-disproved = theo ngày ghi trong hồ sơ, đơn nộp còn trong thời hạn. Hãy thụ lý, hoặc chọn lý do khác.
reason-decided-twice = Đã có quyết định giải quyết khiếu nại lần hai
reason-decided-twice-next = Bạn có quyền khởi kiện vụ án hành chính tại tòa án có thẩm quyền.
reason-lapsed = Đã đình chỉ giải quyết và quá 30 ngày không tiếp tục khiếu nại
reason-lapsed-next = Quyết định đình chỉ vẫn giữ nguyên (Điều 11 Luật Khiếu nại). Hãy hỏi cơ quan này nếu bạn cho rằng có nhầm lẫn về ngày.
reason-in-court = Tòa án đã thụ lý hoặc đã giải quyết bằng bản án, quyết định
reason-in-court-next = Hãy theo dõi vụ việc tại tòa án đã thụ lý.
reason-first-not-ended = Khiếu nại lần đầu còn trong thời hạn và chưa có quyết định giải quyết
reason-first-not-ended-next = Hãy chờ quyết định của người giải quyết lần đầu. Khi nhận quyết định, hoặc khi hết thời hạn mà chưa giải quyết, bạn có 30 ngày (vùng sâu, vùng xa: 45 ngày) để khiếu nại lần hai hoặc khởi kiện (Điều 33 Luật Khiếu nại).
reason-withdrawn-before = Nội dung này đã được người khiếu nại rút
reason-withdrawn-before-next = Nội dung đã rút không được xem xét lại, trừ khi bạn bị ép buộc rút. Nếu bị ép buộc, hãy gửi đơn tới cơ quan này và nêu rõ việc đó (Luật 136/2025/QH15).

step-decided = Đã có quyết định giải quyết
step-decision-published = Đã công khai quyết định
step-in-effect = Quyết định đã có hiệu lực
step-suspended = Đã thông báo đình chỉ giải quyết
step-lapsed = Kết thúc vì không tiếp tục khiếu nại
step-withdrawn = Đã rút đơn, đình chỉ giải quyết

action-refuse-elsewhere = Không thụ lý vì không thuộc thẩm quyền
action-suspend = Thông báo đình chỉ giải quyết
action-go-on = Người khiếu nại tiếp tục khiếu nại
action-lapse = Kết thúc vì không tiếp tục khiếu nại
action-decide = Ra quyết định giải quyết
action-dialogue = Ghi nhận đối thoại
action-publish-decision = Công khai quyết định
action-take-effect = Ghi nhận quyết định có hiệu lực
action-withdraw = Rút toàn bộ đơn (văn bản có chữ ký hoặc điểm chỉ)
action-withdraw-part = Rút một phần khiếu nại (văn bản có chữ ký hoặc điểm chỉ)

clock-lapse = Thời hạn để người khiếu nại tiếp tục
clock-effect = Thời điểm quyết định có hiệu lực pháp luật
clock-publish = Thời hạn công khai quyết định

letter-complaint-decision = Quyết định giải quyết khiếu nại
letter-complaint-part-withdrawn = Thông báo rút một phần khiếu nại
letter-complaint-suspended = Thông báo đình chỉ, còn thời hạn tiếp tục khiếu nại
letter-complaint-dialogue = Biên bản đối thoại
letter-complaint-acceptance = Thông báo thụ lý khiếu nại
letter-complaint-refusal = Thông báo không thụ lý khiếu nại
letter-complaint-second-decision = Quyết định giải quyết khiếu nại lần hai
letter-complaint-posted = Thông báo công khai quyết định

## Trong báo cáo sơ kết
theme-complaints = Giải quyết khiếu nại
say-complaints = Khiếu nại lần đầu: trong kỳ tiếp nhận { $received }; đã giải quyết bằng quyết định { $answered }, trong đó { $in-time } đúng hạn, { $late } quá hạn; không thụ lý { $refused }, có nêu rõ lý do; đình chỉ do người khiếu nại rút đơn { $withdrawn }; đến cuối kỳ còn { $open } đang giải quyết.
say-complaints-none = Trong kỳ không phát sinh khiếu nại lần đầu.
say-second-complaints = Khiếu nại lần hai: trong kỳ tiếp nhận { $received }; đã giải quyết bằng quyết định { $answered }, trong đó { $in-time } đúng hạn, { $late } quá hạn; không thụ lý { $refused }, có nêu rõ lý do; đình chỉ do người khiếu nại rút đơn { $withdrawn }; đến cuối kỳ còn { $open } đang giải quyết.
say-second-complaints-none = Trong kỳ không phát sinh khiếu nại lần hai.

## Mốc thời hạn
milestone-filing = Nộp đơn khiếu nại
event-decision-or-act-known = ngày nhận được hoặc biết được quyết định, hành vi hành chính
milestone-second-filing = Nộp đơn khiếu nại lần hai
event-first-decision-received = ngày nhận quyết định lần đầu, hoặc ngày hết thời hạn giải quyết lần đầu
milestone-meeting-notice = Thông báo cuộc họp công bố quyết định giải quyết
event-announcement-meeting = ngày họp công bố
