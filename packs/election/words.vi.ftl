### Bầu cử

measure-election-council-seats = Số đại biểu HĐND thành phố được bầu theo quy định
measure-election-names-proposed = Số người dự kiến giới thiệu ứng cử trước hiệp thương lần thứ nhất
measure-election-names-first = Số người được giới thiệu ứng cử sau hiệp thương lần thứ nhất
measure-election-files = Hồ sơ ứng cử trình hiệp thương lần thứ hai
measure-election-file-bodies = Cơ quan, đơn vị, địa phương có hồ sơ ứng cử
measure-election-self-nominated = Số người tự ứng cử
measure-election-home-meetings = Hội nghị lấy ý kiến cử tri nơi cư trú
measure-election-home-areas = Thôn, tổ dân phố đã lấy ý kiến cử tri nơi cư trú
measure-election-names-at-home = Số người được lấy ý kiến cử tri nơi cư trú
measure-election-names-final = Số người trong danh sách chính thức sau hiệp thương lần thứ ba
measure-election-meeting-candidates = Số người ứng cử tham dự hội nghị tiếp xúc cử tri
measure-election-polling-hours = Thời gian bỏ phiếu trong ngày bầu cử
measure-election-voters = Số cử tri đã đi bầu
measure-election-turnout = Tỷ lệ cử tri đi bầu
measure-election-delegates-elected = Số đại biểu HĐND thành phố được bầu

theme-election = Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân các cấp
say-election-day = Trong ngày bầu cử, các khu vực bỏ phiếu mở cửa liên tục { $hours }; { $voters } đã đi bỏ phiếu, đạt { $turnout } tổng số cử tri.
say-election-voters = Trong ngày bầu cử, { $voters } đã đi bỏ phiếu.
say-election-result = Cử tri đã bầu { $elected } Hội đồng nhân dân thành phố, đạt { $percent } số đại biểu được bầu theo quy định.

theme-consultations = Hiệp thương, giới thiệu người ứng cử
say-consultation-first = Hiệp thương lần thứ nhất: để bầu { $seats } Hội đồng nhân dân thành phố, dự kiến giới thiệu { $proposed }; hội nghị thống nhất { $agreed }.
say-consultation-second = Hiệp thương lần thứ hai: có { $files } của { $bodies }; số người tự ứng cử: { $self }.
say-consultation-home = Đã tổ chức { $meetings } lấy ý kiến cử tri nơi cư trú tại { $areas } đối với { $people } được giới thiệu ứng cử.
say-consultation-third = Hiệp thương lần thứ ba: lập danh sách chính thức gồm { $final } ứng cử đại biểu Hội đồng nhân dân thành phố.
