### An ninh, quốc phòng

measure-security-sessions = Số buổi tuyên truyền về an ninh trật tự
measure-security-models = Số mô hình tự quản về an ninh trật tự đang hoạt động
measure-political-events-protected = Số sự kiện chính trị quan trọng được bảo vệ an toàn
measure-crime-reports-resolved = Tỷ lệ giải quyết tin báo, tố giác tội phạm
measure-crimes-cleared = Tỷ lệ điều tra, khám phá án
measure-serious-crimes-cleared = Tỷ lệ điều tra, khám phá án nghiêm trọng
measure-security-awards-collective = Số tập thể được khen thưởng trong phong trào bảo vệ an ninh Tổ quốc
measure-security-awards-person = Số cá nhân được khen thưởng trong phong trào bảo vệ an ninh Tổ quốc
measure-traffic-offences = Số trường hợp vi phạm giao thông bị xử phạt
measure-traffic-fines = Tiền phạt vi phạm giao thông nộp ngân sách
measure-traffic-accidents = Số vụ tai nạn giao thông
measure-traffic-deaths = Số người chết do tai nạn giao thông
measure-conscripts = Số công dân nhập ngũ
measure-militia-trained = Số dân quân tự vệ đã huấn luyện

theme-areas = Xây dựng thôn, tổ dân phố bảo đảm an ninh trật tự
say-security-sessions = Lực lượng vũ trang phối hợp với các tổ chức chính trị - xã hội tổ chức { $sessions } tuyên truyền về an ninh trật tự; duy trì { $models } tự quản về an ninh trật tự.
say-security-awards = Trong phong trào toàn dân bảo vệ an ninh Tổ quốc năm trước, { $collectives } và { $persons } đã được khen thưởng.

theme-political-events = Bảo vệ an toàn các sự kiện chính trị
say-political-events = Lực lượng vũ trang đã bảo vệ an toàn { $events } chính trị quan trọng diễn ra trên địa bàn.

theme-crime = Phòng, chống tội phạm
say-crime-targets = Chỉ tiêu cả năm: giải quyết từ { $reports } tin báo, tố giác tội phạm trở lên; điều tra, khám phá từ { $cleared } số vụ án trở lên, trong đó án nghiêm trọng từ { $serious } trở lên.
say-crime-results = Kết quả cả năm: giải quyết { $reports } tin báo, tố giác tội phạm; tỷ lệ điều tra, khám phá án đạt { $cleared }.

theme-traffic = Trật tự, an toàn giao thông
say-traffic = Cả năm, lực lượng chức năng đã xử phạt { $offences } vi phạm Luật Giao thông, nộp ngân sách { $fines } tiền phạt.
say-traffic-accidents = Cả năm xảy ra { $accidents } tai nạn giao thông, làm chết { $deaths }.

theme-defence = Tuyển quân, huấn luyện dân quân tự vệ
say-conscripts = Cả năm có { $conscripts } lên đường nhập ngũ.
say-militia = Đã huấn luyện { $trained } thuộc lực lượng dân quân tự vệ.
