### Khuyến học

measure-learning-branches = Số chi hội khuyến học
measure-learning-members = Số hội viên khuyến học
measure-learning-families = Số gia đình đăng ký “Gia đình học tập”
measure-learning-clans = Số dòng họ đăng ký “Dòng họ học tập”
measure-learning-areas = Số thôn, tổ đăng ký “Cộng đồng học tập”
measure-learning-units = Số đơn vị đăng ký “Đơn vị học tập”
measure-learning-city-fund = Quỹ khuyến học thành phố
measure-learning-city-spent = Quỹ khuyến học thành phố đã chi
measure-learning-prize-pupils = Số học sinh đạt giải được khen thưởng
measure-learning-prize-teachers = Số giáo viên được khen thưởng
measure-learning-hardship-pupils = Số học sinh hoàn cảnh khó khăn được hỗ trợ
measure-learning-units-raised = Quỹ khuyến học các xã, phường vận động
measure-learning-units-rewarded = Số giáo viên, học sinh được các xã, phường khen thưởng

theme-learning = Khuyến học, khuyến tài
say-learning-members = Hội Khuyến học có { $branches } với { $members }.
say-learning-models = Có { $families }, { $clans }, { $areas } và { $units } đăng ký danh hiệu học tập.
say-learning-fund = Quỹ khuyến học thành phố đạt { $fund }; đã chi { $spent } khen thưởng { $pupils }, { $teachers } đạt thành tích và hỗ trợ { $hardship } có hoàn cảnh khó khăn.
say-learning-units-fund = Ở cấp xã, phường đã vận động được { $raised }, khen thưởng { $people } là giáo viên, học sinh.
