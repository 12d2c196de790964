### Phản ánh hiện trường môi trường, đô thị

kind-urban-report = Phản ánh hiện trường
kind-urban-report-help = Bạn thấy một chỗ cụ thể cần xử lý ngay tại hiện trường: rác tràn, nắp cống vỡ, cây đổ, đổ trộm đất, xây lấn. Ghi rõ địa điểm và gửi kèm ảnh nếu có.

field-hazard = Có nguy hiểm ngay cho người qua lại không
choice-hazard-now = Có
choice-no-hazard = Không
field-seen-on = Bạn thấy từ ngày nào
field-urgency = Mức độ
choice-urgent = Khẩn cấp
choice-normal = Thông thường
choice-complex = Phức tạp

topic-street-trees = Cây xanh, cây đổ
topic-noise-dust = Tiếng ồn, bụi, mùi
topic-building-work = Xây dựng, san lấp, lấn chiếm

step-report-received = Đã nhận phản ánh
step-graded = Đã phân loại, chờ xử lý

action-grade = Phân loại mức độ
action-hand-on = Chuyển đơn vị xử lý
action-reassign-graded = Điều chuyển, giữ mức khẩn cấp

clock-grading = Thời hạn phân loại
clock-mend-urgent = Thời hạn xử lý việc khẩn cấp
clock-mend-normal = Thời hạn xử lý việc thông thường
clock-mend-complex = Thời hạn xử lý việc phức tạp

reason-not-found-there = Đã đến nhưng không thấy sự việc ở địa điểm được nêu
reason-not-found-there-next = Hãy gửi lại, ghi rõ hơn địa điểm (số nhà, cột điện, mốc gần nhất) và kèm ảnh.
reason-between-neighbours = Việc riêng giữa các hộ, cơ quan không xử lý thay
reason-between-neighbours-next = Bạn có thể gửi đề nghị hòa giải ở cơ sở.
reason-reported-already = Sự việc này đã có người phản ánh và đang được xử lý
reason-reported-already-next = Câu trả lời sẽ được công khai ở mục “Đã trả lời”. Nếu sự việc còn đó sau khi đã trả lời, hãy gửi lại.

## Trong báo cáo sơ kết
theme-urban-reports = Xử lý phản ánh hiện trường
say-urban-reports = Phản ánh hiện trường về môi trường, đô thị: tiếp nhận { $received }; xử lý, trả lời { $answered }, trong đó { $in-time } đúng hạn, { $late } quá hạn; người phản ánh đề nghị xử lý lại { $reopened }; đến cuối kỳ còn { $open } đang xử lý.
say-urban-reports-none = Trong kỳ không tiếp nhận, trả lời phản ánh hiện trường nào về môi trường, đô thị.
say-urban-reports-refused = Không thụ lý { $refused } phản ánh hiện trường, có nêu rõ lý do.
say-urban-reports-withdrawn = Người phản ánh rút phản ánh hiện trường { $withdrawn }.
