### Tố cáo

kind-denunciation = Tố cáo
kind-denunciation-help = Cá nhân báo cho cơ quan có thẩm quyền về hành vi vi phạm pháp luật. Họ tên, địa chỉ, bút tích của người tố cáo được giữ bí mật: người xác minh và người bị tố cáo chỉ biết nội dung.
kind-further-denunciation = Tố cáo tiếp
kind-further-denunciation-help = Quá thời hạn mà tố cáo chưa được giải quyết, hoặc có căn cứ cho rằng giải quyết không đúng: người tố cáo gửi đến cấp trên trực tiếp của người giải quyết. Đây không phải là gửi vượt cấp.

topic-commune-staff = Cán bộ, công chức cấp xã
topic-commune-head = Chủ tịch, Phó Chủ tịch UBND cấp xã
topic-district-staff = Cán bộ, công chức cấp huyện
topic-district-head = Chủ tịch, Phó Chủ tịch UBND cấp huyện
topic-department-staff = Cán bộ, công chức sở, ngành cấp tỉnh
topic-department-head = Giám đốc, Phó Giám đốc sở, ngành cấp tỉnh
topic-settled-by-commune = Tố cáo do cấp xã giải quyết
topic-settled-by-district = Tố cáo do cấp huyện giải quyết
topic-settled-by-department = Tố cáo do sở, ngành giải quyết

field-accused = Người, cơ quan bị tố cáo
field-denouncer-named = Họ tên, địa chỉ người tố cáo
choice-named = Có họ tên, địa chỉ, đã kiểm tra
choice-nameless = Không có hoặc không rõ
field-competent = Thẩm quyền giải quyết
choice-competent-here = Thuộc thẩm quyền của đơn vị này
choice-competent-elsewhere = Thuộc thẩm quyền của đơn vị khác
choice-competent-unclear = Chưa rõ, đang kiểm tra
field-sent-by = Đơn do ai chuyển đến
choice-sent-by-denouncer = Người tố cáo
choice-sent-by-press = Cơ quan báo chí
choice-sent-by-body = Cơ quan, tổ chức khác
field-places = Số địa điểm phải kiểm tra, xác minh
field-conditions = Điều kiện thụ lý đã kiểm tra và có đủ
choice-condition-form = Đơn đủ nội dung luật định (ngày, họ tên, địa chỉ, cách liên hệ, hành vi, người bị tố cáo)
choice-condition-capacity = Người tố cáo có năng lực hành vi hoặc có người đại diện
choice-condition-competence = Thuộc thẩm quyền giải quyết
choice-condition-basis = Có cơ sở xác định người vi phạm, hành vi vi phạm
field-after-complaint = Tố cáo phát sinh từ vụ khiếu nại đã giải quyết đúng
choice-no-complaint-before = Không
choice-new-evidence = Có, và có chứng cứ về vi phạm của người giải quyết
choice-no-evidence = Có, nhưng không có chứng cứ
field-criteria = Tiêu chí phức tạp
choice-two-places = Một nội dung phải xác minh ở từ hai nơi trở lên
choice-two-contents = Có từ hai nội dung tố cáo trở lên
choice-many-people = Nhiều người tố cáo hoặc nhiều người bị ảnh hưởng
choice-foreign = Có yếu tố nước ngoài
choice-several-managers = Thuộc trách nhiệm quản lý của nhiều cơ quan
choice-views-differ = Các cơ quan còn ý kiến khác nhau
field-told-content = Nội dung tố cáo thông báo cho người bị tố cáo (không để lộ người tố cáo)
field-told-of-forwarding = Thông báo cho người tố cáo về việc chuyển đơn
field-forwarded-to = Cơ quan có thẩm quyền mà đơn được chuyển đến
choice-denouncer-told = Đã thông báo
choice-nobody-to-tell = Không có địa chỉ để thông báo
field-further-code = Mã đơn tố cáo tiếp
field-denunciation-code = Mã đơn tố cáo trước
field-report-days = Báo cáo trong bao nhiêu ngày làm việc
field-further-cause = Căn cứ tố cáo tiếp
choice-cause-overdue = Quá thời hạn mà chưa giải quyết
choice-cause-wrong = Cho rằng giải quyết không đúng pháp luật

guard-named = Chỉ thụ lý tố cáo khi có họ tên, địa chỉ người tố cáo; đơn không có thì xử lý theo loại đơn khác.
guard-from-another-body = Chỉ trả lời cơ quan báo chí hoặc cơ quan, tổ chức khi chính nơi đó đã chuyển đơn đến; đơn này do người tố cáo tự gửi.
guard-competent-here = Khi tiếp nhận đã ghi là thuộc thẩm quyền của đơn vị khác: hãy chuyển đơn và thông báo cho người tố cáo, không thụ lý, không từ chối.
guard-several-places = Chỉ gia hạn kiểm tra khi phải xác minh ở từ hai nơi trở lên.
guard-conditions-met = Chỉ thụ lý khi đủ cả bốn điều kiện.
guard-evidence-against-settler = Vụ khiếu nại đã được giải quyết đúng: chỉ thụ lý khi có chứng cứ về vi phạm của người giải quyết.
guard-resolve-overdue = Thời hạn giải quyết chưa hết, chưa thể tố cáo tiếp vì quá hạn.
guard-earlier-ended = Tố cáo trước về việc này đang được giải quyết trong thời hạn, chưa có kết luận: chưa tố cáo tiếp được.

reason-nameless-letter = Người tố cáo không nêu họ tên, địa chỉ
reason-nameless-letter-next = Hãy gửi lại đơn tới cơ quan này, ghi rõ họ tên, địa chỉ; thông tin của bạn được giữ bí mật (Điều 9 Luật Tố cáo 2011).
reason-settled-before = Đã được giải quyết, không có tình tiết mới
reason-settled-before-next = Nếu có tình tiết mới, hãy gửi lại đơn tới cơ quan này và nêu rõ (Điều 20 Luật Tố cáo 2011).
reason-no-basis = Không có cơ sở xác định người vi phạm, hành vi vi phạm
reason-no-basis-next = Hãy gửi lại đơn tới cơ quan này, nêu rõ ai vi phạm, việc gì, khi nào, có chứng cứ gì.
reason-not-verifiable = Không đủ điều kiện để kiểm tra, xác minh
reason-not-verifiable-next = Hãy bổ sung thông tin, tài liệu có thể kiểm tra được và gửi lại tới cơ quan này (Điều 20 Luật Tố cáo 2011).
reason-not-as-required = Đơn không đủ nội dung luật định
reason-not-as-required-next = Hãy bổ sung ngày, họ tên, địa chỉ, cách liên hệ, hành vi vi phạm và người bị tố cáo, rồi gửi lại tới cơ quan này (Điều 23 Luật Tố cáo 2018).
reason-settled-complaint = Phát sinh từ vụ khiếu nại đã giải quyết đúng, không có chứng cứ về vi phạm của người giải quyết
reason-settled-complaint-next = Nếu có chứng cứ về vi phạm của người giải quyết khiếu nại, hãy gửi kèm chứng cứ tới cơ quan này (Điều 29 Luật Tố cáo 2018). Nếu không đồng ý với quyết định giải quyết khiếu nại, bạn khiếu nại lần hai hoặc khởi kiện.
reason-signs-of-crime = Có dấu hiệu tội phạm, thuộc cơ quan điều tra
reason-signs-of-crime-next = Đơn và tài liệu được chuyển đến cơ quan điều tra có thẩm quyền; hãy liên hệ cơ quan ghi trong thông báo này.
reason-neither-overdue-nor-wrong = Tố cáo trước còn trong thời hạn và chưa có kết luận, hoặc đã được giải quyết đúng
reason-neither-overdue-nor-wrong-next = Nếu tố cáo trước chưa có kết luận, hãy chờ; hết thời hạn mà chưa được giải quyết, bạn có quyền tố cáo tiếp với cơ quan này. Nếu đã có kết luận, hãy gửi đến cơ quan này căn cứ cho thấy việc giải quyết không đúng (Luật Tố cáo).

step-concluded = Đã kết luận nội dung tố cáo
step-conclusion-published = Đã công khai kết luận
step-awaiting-report = Chờ báo cáo của người giải quyết
step-answered-further = Đã giải quyết tố cáo tiếp

action-extend-check = Gia hạn kiểm tra trước khi thụ lý
action-hand-over-copies = Giao bản sao tài liệu đã lược bỏ thông tin người tố cáo
action-tell-forwarding = Lập thông báo chuyển đơn cho người tố cáo
action-notify-denouncer = Thông báo cho người tố cáo
action-inform-accused = Thông báo nội dung cho người bị tố cáo
action-record-further = Ghi nhận tố cáo tiếp do quá hạn
action-conclude = Kết luận nội dung tố cáo
action-forward-outside = Chuyển đến cơ quan có thẩm quyền ngoài hệ thống
step-forwarded-outside = Đã chuyển ra ngoài hệ thống
action-reply-sender = Trả lời cơ quan chuyển đơn
action-publish-conclusion = Công khai kết luận (không có thông tin người tố cáo)
action-ask-report = Yêu cầu người giải quyết báo cáo
action-settle-further = Giải quyết tố cáo tiếp

clock-forward = Thời hạn chuyển đơn đến cơ quan có thẩm quyền
clock-reply-sender = Thời hạn trả lời cơ quan chuyển đơn
clock-notify-denouncer = Thời hạn thông báo cho người tố cáo
clock-inform-accused = Thời hạn thông báo nội dung cho người bị tố cáo
clock-publish-conclusion = Thời hạn công khai kết luận
clock-ask-report = Thời hạn yêu cầu báo cáo

letter-denunciation-acceptance = Thông báo thụ lý tố cáo
letter-denunciation-refusal = Thông báo không thụ lý tố cáo
letter-denunciation-further-result = Kết quả giải quyết tố cáo tiếp
letter-denunciation-told = Thông báo nội dung tố cáo cho người bị tố cáo
letter-denunciation-forwarded = Thông báo chuyển đơn cho người tố cáo
letter-denunciation-conclusion = Kết luận nội dung tố cáo
letter-denunciation-report = Yêu cầu báo cáo việc giải quyết tố cáo
letter-denunciation-check-extension = Thông báo gia hạn kiểm tra điều kiện thụ lý
letter-denunciation-extension = Quyết định gia hạn giải quyết tố cáo
letter-denunciation-sender-told = Trả lời cơ quan chuyển đơn
letter-denunciation-posted = Thông báo công khai kết luận

## Trong báo cáo sơ kết
theme-denunciations = Giải quyết tố cáo
say-denunciations = Tố cáo: trong kỳ tiếp nhận { $received }, chuyển { $transferred } đến cơ quan có thẩm quyền; đã kết luận { $answered }, trong đó { $in-time } đúng hạn, { $late } quá hạn; không thụ lý { $refused }, có nêu rõ lý do; đến cuối kỳ còn { $open } đang giải quyết. Danh tính người tố cáo được giữ bí mật theo quy định.
say-denunciations-none = Trong kỳ không phát sinh tố cáo.
say-further-denunciations = Tố cáo tiếp: tiếp nhận { $received }; đã giải quyết { $answered }; không thụ lý { $refused }; đến cuối kỳ còn { $open }.
say-further-denunciations-none = Trong kỳ không phát sinh tố cáo tiếp.
