### Đô thị, môi trường

measure-urban-violations = Số trường hợp vi phạm trật tự đô thị được xử lý
measure-waste-collected = Khối lượng rác thải được thu gom
measure-cleaning-sessions = Số buổi tổng vệ sinh môi trường
measure-corridor-clearers = Số dân quân tự vệ tham gia phát quang hành lang giao thông

theme-urban-order = Quản lý đô thị, vệ sinh môi trường “xanh, sạch, đẹp”
say-urban-violations = Lực lượng chức năng đã xử lý { $violations } vi phạm trật tự đô thị.
say-cleaning = Đã tổ chức { $sessions } tổng vệ sinh môi trường; thu gom { $waste } rác thải.
say-corridor = Trong cả năm, dân quân tự vệ đã huy động khoảng { $people } phát quang hành lang an toàn giao thông đô thị.
