### Phân loại và xử lý đơn

kind-petition = Đơn chưa phân loại
kind-petition-help = Đơn gửi đến mà chưa rõ là khiếu nại, tố cáo hay kiến nghị, phản ánh. Cán bộ phân loại theo nội dung, không theo tên của đơn. Đọc ngay khi nhận: đơn nói người đứng đầu, cấp phó của xã, huyện hay giám đốc, phó giám đốc sở vi phạm pháp luật thì chọn đúng lĩnh vực ấy khi đăng ký; khi đó ở nơi nhận chỉ người đăng ký đọc được, để chuyển lên cấp có thẩm quyền. Đề nghị xem lại quyết định của họ là khiếu nại, không chọn các lĩnh vực này.

topic-letter-accuses-commune-head = Đơn nói Chủ tịch, Phó Chủ tịch UBND cấp xã vi phạm pháp luật
topic-letter-accuses-district-head = Đơn nói Chủ tịch, Phó Chủ tịch UBND cấp huyện vi phạm pháp luật
topic-letter-accuses-department-head = Đơn nói giám đốc, phó giám đốc sở vi phạm pháp luật
topic-unsorted-letter = Đơn chờ phân loại

field-arrived-by = Đơn đến bằng cách nào
choice-at-the-desk = Nộp trực tiếp
choice-by-post = Qua bưu chính
choice-from-another-body = Cơ quan khác chuyển đến
field-sorted-as = Người viết đơn muốn gì?
choice-as-complaint = Đề nghị xem xét lại quyết định, hành vi làm thiệt hại quyền lợi của mình (khiếu nại)
choice-as-denunciation = Báo về vi phạm pháp luật của người khác (tố cáo)
choice-as-recommendation = Đề xuất, cung cấp thông tin (kiến nghị, phản ánh)
choice-as-mixed = Nhiều nội dung khác loại trong một đơn
field-eligible = Đơn đủ điều kiện nào
choice-in-vietnamese = Viết bằng tiếng Việt, hoặc có bản dịch công chứng
choice-dated = Ghi ngày, tháng, năm
choice-with-name-and-address = Ghi họ tên, địa chỉ
choice-with-signature = Có chữ ký hoặc điểm chỉ
field-evidence = Đơn không ký tên nêu được gì
choice-names-offender = Nêu rõ người vi phạm
choice-concrete-evidence = Có tài liệu, chứng cứ cụ thể
choice-can-be-checked = Có cơ sở để kiểm tra, xác minh
field-opened-code = Mã hồ sơ đã mở từ đơn này
field-information-code = Mã hồ sơ đã mở từ thông tin trong đơn
field-part-codes = Mã các hồ sơ đã tách từ đơn này

guard-letter-eligible = Đơn phải đủ cả bốn điều kiện: tiếng Việt, ngày tháng, họ tên và địa chỉ, chữ ký hoặc điểm chỉ.
guard-one-sort = Đơn có nhiều nội dung khác loại phải tách ra trước.
guard-mixed = Chỉ tách đơn có nhiều nội dung khác loại.
guard-belongs-above = Đơn thuộc thẩm quyền của đơn vị này: hãy phân loại trước, rồi chuyển nếu cần.
guard-unsigned-with-evidence = Đơn không ký tên chỉ được xử lý khi nêu rõ người vi phạm, có chứng cứ cụ thể và có cơ sở kiểm tra.

reason-letter-not-eligible = Đơn không đủ điều kiện xử lý
reason-letter-not-eligible-next = Hãy viết lại bằng tiếng Việt, ghi ngày, họ tên, địa chỉ, ký tên hoặc điểm chỉ, rồi gửi lại tới cơ quan này.
reason-letter-not-eligible-disproved = khi phân loại, đơn được ghi là đủ cả bốn điều kiện. Hãy xử lý đơn, chọn lý do khác, hoặc phân loại lại nếu đã ghi nhầm.
reason-unsigned-without-evidence = Đơn không ký tên, không có chứng cứ có thể kiểm tra
reason-unsigned-without-evidence-next = Hãy ghi rõ họ tên, địa chỉ và gửi lại tới cơ quan này; thông tin người tố cáo được giữ bí mật (Luật Tố cáo).
reason-unsigned-without-evidence-disproved = hồ sơ ghi đơn có chữ ký hoặc điểm chỉ, hoặc có đủ người vi phạm, chứng cứ và cơ sở kiểm tra. Hãy xử lý đơn, chọn lý do khác, hoặc phân loại lại nếu đã ghi nhầm.
reason-sent-before = Đơn trùng nội dung đã được chuyển hoặc đang được giải quyết
reason-sent-before-next = Hãy theo dõi đơn trước bằng mã đã cấp, hoặc hỏi cơ quan đang giải quyết.

step-sorted = Đã phân loại
step-opened = Đã mở hồ sơ
step-split = Đã tách đơn
step-guided = Đã hướng dẫn người gửi
step-kept-on-file = Lưu đơn

action-sort = Phân loại đơn
action-hand-over = Giao xử lý (đã lược bỏ thông tin người gửi)
action-open-case = Mở hồ sơ theo loại đơn
action-open-information = Xử lý đơn không ký tên có chứng cứ
action-split-letter = Tách đơn có nhiều nội dung
action-send-up = Chuyển lên cấp có thẩm quyền, không phân loại
action-guide = Hướng dẫn người gửi
action-keep-on-file = Không xử lý, lưu đơn

clock-sorting = Thời hạn phân loại, xử lý đơn

letter-guide = Văn bản hướng dẫn
letter-petition-receipt = Giấy biên nhận đơn
letter-petition-transfer = Phiếu chuyển đơn
letter-petition-sent-up = Phiếu chuyển đơn lên cấp có thẩm quyền
letter-petition-filed = Thông báo không xử lý đơn
