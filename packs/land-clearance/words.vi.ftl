### Giải phóng mặt bằng, tái định cư

measure-clearance-works = Số công trình trong kế hoạch giải phóng mặt bằng
measure-clearance-disbursed = Vốn giải phóng mặt bằng đã giải ngân
measure-clearance-carried-over = Số dự án giải phóng mặt bằng chuyển tiếp từ năm trước
measure-clearance-households-paid = Số hộ đã nhận tiền bồi thường, hỗ trợ
measure-resettled-households = Số hộ đã được bố trí tái định cư
measure-nam-cat-households = Số hộ chờ di dời tại dự án hồ chứa nước Nặm Cắt
measure-nam-cat-progress = Khối lượng xây dựng hồ chứa nước Nặm Cắt đã hoàn thành
measure-nam-cat-investment = Tổng mức đầu tư hồ chứa nước Nặm Cắt
measure-nam-cat-building = Phần vốn xây dựng hồ chứa nước Nặm Cắt
measure-nam-cat-lake-area = Diện tích mặt hồ Nặm Cắt

theme-clearance = Giải phóng mặt bằng, tái định cư
say-clearance = Kế hoạch giải phóng mặt bằng gồm { $works } với tổng vốn { $plan }; đã giải ngân { $done }, đạt { $percent } kế hoạch vốn.
say-clearance-carried-over = Có { $projects } chuyển tiếp từ năm trước.
say-clearance-paid = Đã chi trả tiền bồi thường, hỗ trợ cho { $households }.
say-resettled = Đã bố trí tái định cư cho { $households }.

theme-nam-cat = Dự án hồ chứa nước Nặm Cắt
say-nam-cat-money = Theo số liệu công bố năm trước, dự án có tổng mức đầu tư { $total }, trong đó phần xây dựng là { $building }.
say-nam-cat-progress = Khối lượng xây dựng đạt khoảng { $progress }; còn khoảng { $households } chờ di dời, tái định cư.

## Mốc thời hạn
procedure-land-recovery = Thu hồi đất
milestone-recovery-notice-farm = Thông báo thu hồi đất nông nghiệp
event-recovery-decided = ngày ra quyết định thu hồi đất
milestone-recovery-notice-other = Thông báo thu hồi đất phi nông nghiệp
procedure-land-compensation = Bồi thường, hỗ trợ, tái định cư
milestone-plan-posting = Niêm yết phương án bồi thường, hỗ trợ, tái định cư
event-plan-posted = ngày bắt đầu niêm yết phương án
milestone-recovery-notice-expiry = Thông báo thu hồi đất hết hiệu lực
event-recovery-notice-issued = ngày ban hành thông báo thu hồi đất
milestone-survey-persuasion = Vận động, thuyết phục người không phối hợp điều tra, kiểm đếm
event-survey-persuasion-begun = ngày bắt đầu vận động, thuyết phục về kiểm đếm
milestone-compulsory-inventory = Được ra quyết định kiểm đếm bắt buộc
event-survey-persuasion-ended = ngày kết thúc vận động, thuyết phục về kiểm đếm
milestone-opinion-meeting = Kết thúc niêm yết và họp lấy ý kiến về phương án
milestone-plan-finalised = Đối thoại và hoàn chỉnh phương án
event-opinion-meeting-held = ngày tổ chức lấy ý kiến
milestone-plan-appraised = Thẩm định phương án
event-appraisal-file-received = ngày nhận đủ hồ sơ thẩm định
milestone-recovery-decision = Ban hành quyết định thu hồi đất
event-plan-approved = ngày phê duyệt phương án, hoặc ngày bố trí tái định cư xong
milestone-plan-persuasion = Vận động, thuyết phục người không đồng ý với phương án
event-plan-persuasion-begun = ngày bắt đầu vận động, thuyết phục về phương án
milestone-recovery-after-persuasion = Được ra quyết định thu hồi đất sau vận động
event-plan-persuasion-ended = ngày kết thúc vận động, thuyết phục về phương án
milestone-handover-persuasion = Vận động, thuyết phục người không bàn giao đất
event-handover-persuasion-begun = ngày bắt đầu vận động, thuyết phục bàn giao đất
milestone-enforcement-decision = Được ra quyết định cưỡng chế thu hồi đất
event-handover-persuasion-ended = ngày kết thúc vận động, thuyết phục bàn giao đất
procedure-land-enforcement = Cưỡng chế thu hồi đất
milestone-enforcement = Thực hiện cưỡng chế
event-enforcement-decision-received = ngày nhận quyết định cưỡng chế, hoặc ngày lập biên bản từ chối nhận
milestone-land-handed-over = Bàn giao đất khi chấp hành
event-compliance-recorded = ngày lập biên bản chấp hành
milestone-no-enforcement-before-tet = Ngừng cưỡng chế trước Tết Nguyên đán, từ
event-tet-first-day = ngày nghỉ Tết đầu tiên
milestone-no-enforcement-after-tet = Được cưỡng chế trở lại sau Tết Nguyên đán
event-tet-last-day = ngày nghỉ Tết cuối cùng
milestone-compensation-paid = Chi trả tiền bồi thường, hỗ trợ
event-plan-approval-effective = ngày quyết định phê duyệt phương án có hiệu lực
