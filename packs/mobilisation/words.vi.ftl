### Công tác dân vận

measure-leading-documents = Số văn bản lãnh đạo, chỉ đạo về công tác dân vận
measure-contest-teams = Số đội đăng ký Hội thi “Dân vận khéo”
measure-contest-models = Số mô hình “Dân vận khéo” đăng ký
measure-dossiers-received = Số hồ sơ thủ tục hành chính tiếp nhận
measure-dossiers-in-time = Số hồ sơ thủ tục hành chính giải quyết đúng hạn
measure-service-inspections = Số cuộc kiểm tra trách nhiệm công vụ
measure-outreach-briefings = Số hội nghị thông tin thời sự cho cán bộ
measure-outreach-sessions = Số buổi tuyên truyền, vận động nhân dân
measure-community-outreach-sessions = Số buổi tuyên truyền tại cộng đồng dân cư có sinh hoạt tín ngưỡng
measure-democracy-inspections = Số cuộc kiểm tra việc thực hiện Quy chế dân chủ ở cơ sở
measure-dialogues = Số cuộc đối thoại trực tiếp với nhân dân
measure-bloc-proposals = Số nội dung Khối dân vận cơ sở tham mưu cho cấp ủy, chính quyền
measure-area-visits = Số lượt thăm, nắm tình hình khu dân cư
measure-peak-campaign-works = Số công trình, phần việc đăng ký thi đua “200 ngày đêm”
measure-peak-campaign-finished = Số công trình, phần việc “200 ngày đêm” đã hoàn thành

indicator-dossiers-in-time-share = Tỷ lệ hồ sơ giải quyết đúng hạn so với số hồ sơ đã tiếp nhận

theme-leadership = Công tác lãnh đạo, chỉ đạo công tác dân vận
say-leading-documents = Cấp ủy các cấp đã ban hành { $documents } lãnh đạo, chỉ đạo công tác dân vận của các tổ chức đảng, đoàn thể và Khối dân vận cơ sở.

theme-contest = Chuẩn bị Hội thi “Dân vận khéo”
say-contest-teams = Công tác chuẩn bị Hội thi “Dân vận khéo” cấp thành phố được triển khai với { $teams } đăng ký dự thi.
say-contest-models = Các địa phương, đơn vị đã đăng ký { $models } “Dân vận khéo”.

theme-procedures = Cải cách thủ tục hành chính
say-dossiers = Các cơ quan đã tiếp nhận { $received } thủ tục hành chính; giải quyết đúng hạn { $in-time }, bằng { $share } số hồ sơ đã tiếp nhận.

theme-service = Trách nhiệm của cán bộ, công chức trực tiếp làm việc với người dân
say-service-inspections = Đã tổ chức { $inspections } việc thực hiện trách nhiệm công vụ của cán bộ, công chức trực tiếp làm việc với người dân.

theme-outreach = Tuyên truyền, vận động nhân dân; thông tin thời sự
say-briefings = Đã tổ chức { $sessions } thông tin thời sự trong nước và quốc tế cho cán bộ.
say-outreach = Đã tổ chức { $sessions } tuyên truyền, vận động nhân dân phát triển kinh tế - xã hội.

theme-community-outreach = Tuyên truyền, vận động đồng bào có đạo sống tốt đời, đẹp đạo
say-community-outreach = Đã phối hợp với các ngành, đoàn thể tổ chức { $sessions } tuyên truyền tại các cộng đồng dân cư.

theme-blocs = Hoạt động của Khối dân vận xã, phường
say-bloc-proposals = Khối dân vận xã, phường đã tham mưu { $proposals } cho cấp ủy, chính quyền cơ sở.
say-area-visits = Khối dân vận cơ sở đã tổ chức { $visits } thăm, nắm tình hình khu dân cư.

theme-democracy = Thực hiện Quy chế dân chủ ở cơ sở
say-democracy-inspections = Đã tổ chức { $inspections } việc thực hiện Quy chế dân chủ ở cơ sở và Quy chế công tác dân vận của hệ thống chính trị.
say-dialogues = Chính quyền các cấp đã tổ chức { $dialogues } đối thoại trực tiếp với nhân dân.

theme-peak-campaign = Đợt thi đua “200 ngày đêm”
say-peak-campaign = Các địa phương, đơn vị đăng ký { $works } thi đua “200 ngày đêm lao động - sản xuất - học tập”.
say-peak-campaign-finished = Đến cuối kỳ đã hoàn thành { $finished }.

## Mốc thời hạn
procedure-grassroots-publicity = Công khai ở cấp xã theo Luật Thực hiện dân chủ ở cơ sở
milestone-radio-broadcast = Thông tin trên hệ thống truyền thanh cấp xã, liên tục ít nhất
event-broadcast-begun = ngày bắt đầu phát
