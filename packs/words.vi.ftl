### Từ dùng chung của các bộ nghiệp vụ

section-party = Công tác lãnh đạo, chỉ đạo của cấp ủy
section-government = Công tác dân vận của chính quyền
section-armed-forces = Công tác dân vận của lực lượng vũ trang
section-front = Công tác dân vận của Mặt trận Tổ quốc và các đoàn thể
section-commission = Hoạt động của Ban Dân vận và Khối dân vận cơ sở

measured-in-case = { $n } đơn
measured-in-time = { $n } lượt
measured-in-percent = { $n }%
measured-in-accident = { $n } vụ
measured-in-area = { $n } khu dân cư
measured-in-base-union = { $n } cơ sở hội
measured-in-billion-dong = { $n } tỷ đồng
measured-in-body = { $n } cơ quan, đơn vị
measured-in-branch = { $n } chi hội
measured-in-clan = { $n } dòng họ
measured-in-collective = { $n } tập thể
measured-in-delegate = { $n } đại biểu
measured-in-document = { $n } văn bản
measured-in-dossier = { $n } hồ sơ
measured-in-event = { $n } sự kiện
measured-in-family = { $n } gia đình
measured-in-head = { $n } con
measured-in-hectare = { $n } ha
measured-in-hour = { $n } giờ
measured-in-house = { $n } căn nhà
measured-in-household = { $n } hộ
measured-in-inspection = { $n } cuộc kiểm tra
measured-in-meeting = { $n } hội nghị
measured-in-member = { $n } hội viên
measured-in-million-dong = { $n } triệu đồng
measured-in-model = { $n } mô hình
measured-in-offence = { $n } trường hợp
measured-in-person = { $n } người
measured-in-project = { $n } dự án
measured-in-proposal = { $n } nội dung
measured-in-pupil = { $n } học sinh
measured-in-quintal-per-hectare = { $n } tạ/ha
measured-in-session = { $n } buổi
measured-in-teacher = { $n } giáo viên
measured-in-team = { $n } đội
measured-in-tonne = { $n } tấn
measured-in-trading-household = { $n } hộ kinh doanh
measured-in-turn = { $n } lượt
measured-in-visit = { $n } lượt
measured-in-voter = { $n } cử tri
measured-in-work = { $n } công trình

letter-receipt = Giấy biên nhận
letter-receipt-undated = Giấy biên nhận
letter-acceptance-undated = Thông báo thụ lý
letter-acceptance = Thông báo thụ lý
letter-transfer = Phiếu chuyển
letter-urge = Công văn đôn đốc
letter-hand-over = Văn bản điều chuyển
letter-answer = Công văn trả lời

### Khiếu nại, tố cáo, phân loại đơn

field-signature = Chữ ký trên đơn
choice-signed = Có chữ ký
choice-fingerprint = Có điểm chỉ
choice-unsigned = Không có chữ ký, điểm chỉ
field-stripped-letter = Nội dung đơn đã lược bỏ thông tin về người gửi
field-stripped-letter-help = Lược bỏ họ tên, địa chỉ, bút tích và mọi thông tin làm lộ người gửi. Chương trình không đối chiếu được với danh tính đã niêm phong: hãy đọc lại trước khi gửi.

guard-forwarded-once = Đơn này đã được chuyển một lần; cùng một nội dung chỉ chuyển đến cơ quan có thẩm quyền một lần.

reason-no-capacity = Người đứng đơn không có năng lực hành vi dân sự đầy đủ và không có người đại diện hợp pháp
reason-no-capacity-next = Người đại diện hợp pháp của bạn có thể đứng đơn. Hãy gửi lại đơn kèm giấy tờ đại diện tới đúng cơ quan này.

action-extend = Gia hạn giải quyết
action-find-complex = Xác định mức độ phức tạp
action-end-posting = Kết thúc niêm yết, đăng tải

clock-accept = Thời hạn thụ lý hoặc thông báo không thụ lý
clock-resolve = Thời hạn giải quyết
clock-posting = Thời gian niêm yết, đăng tải tối thiểu

## Rút đơn
step-taken-back = Người gửi đã rút
step-reported = Đã báo cáo kết quả xác minh
action-report = Báo cáo kết quả xác minh
action-take-back = Rút

letter-refusal-reasoned = Thông báo không thụ lý, có căn cứ
letter-extension = Thông báo gia hạn
letter-withdrawal = Thông báo đình chỉ do người gửi rút đơn
letter-taken-back = Thông báo thôi giải quyết
letter-result = Văn bản trả kết quả

## Biên bản
field-held-hours = Giờ bắt đầu, giờ kết thúc
field-held-at = Địa điểm
field-held-present = Những người có mặt, vai trò của từng người (mỗi người một dòng)
