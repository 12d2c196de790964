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
