### The review as a document in the layout of the Party's documents.

## Head and signature

review-title = BÁO CÁO
review-subtitle =
    { $length ->
        [year] tổng kết
       *[part] sơ kết
    } công tác dân vận { $period } { $kind ->
        [body] của
       *[area] trên địa bàn
    } { $unit }
review-committee =
    { $kind ->
        [province] TỈNH ỦY
        [city] THÀNH ỦY
        [ward] ĐẢNG ỦY PHƯỜNG
       *[commune] ĐẢNG ỦY XÃ
    } { $place }
review-issuer =
    { $kind ->
        [ward] KHỐI DÂN VẬN
        [commune] KHỐI DÂN VẬN
       *[city] BAN DÂN VẬN
    }
review-party = ĐẢNG CỘNG SẢN VIỆT{"\u00A0"}NAM
review-number =
    { $kind ->
        [province] Số …-BC/BDV
        [city] Số …-BC/BDV
        [ward] Số …-BC/KDV
        [commune] Số …-BC/KDV
       *[body] Số …-BC
    }
review-authority = T/M { $issuer }
review-post =
    { $kind ->
        [ward] TRƯỞNG KHỐI
        [commune] TRƯỞNG KHỐI
        [body] THỦ TRƯỞNG ĐƠN VỊ
       *[city] TRƯỞNG BAN
    }
review-unsigned = (dự thảo, chưa ký)
# One recipient a line.
review-recipients-list =
    { $kind ->
        [province] Ban Dân vận Trung ương (báo cáo)
            Thường trực Tỉnh ủy (báo cáo)
            Ban Dân vận các huyện ủy, thành ủy
        [city] Ban Dân vận Tỉnh ủy (báo cáo)
            Thường trực Thành ủy (báo cáo)
            Các đơn vị trong hệ thống chính trị thành phố
        [body] Ban Dân vận Thành ủy (báo cáo)
       *[ward] Ban Dân vận Thành ủy (báo cáo)
            Thường trực Đảng ủy (báo cáo)
    }
    Lưu văn thư

## Above everything else

review-not-over = Kỳ báo cáo ({ $period }) chưa kết thúc: đơn, hồ sơ các loại được đếm đến hết ngày { $date }; các chỉ tiêu theo số liệu đã được báo cáo.

## Figures made up for a demonstration

review-notice = Bản minh họa: số liệu có dấu (m) không phải số liệu thật
review-mark = (m)
review-mark-explained = Số liệu có dấu (m) là số liệu minh họa: toàn bộ hoặc một phần được tạo ra để trình bày chương trình, không phải số liệu thật; xem phần IV.
review-mark-below = (m): số liệu minh họa.

## I. Results

review-results = I. Kết quả công tác dân vận { $period }
review-no-figures = Chưa có số liệu báo cáo.

## II. Assessment

review-assessment = II. Đánh giá
review-ahead = 1. Những mặt đạt được
review-ahead-those = Các chỉ tiêu đã đạt hoặc vượt mức phải thực hiện đến hết kỳ, xếp từ chỉ tiêu vượt nhiều nhất:
review-ahead-none = Chưa có chỉ tiêu nào được xác định là đạt mức phải thực hiện đến hết kỳ.
review-behind = 2. Những mặt còn hạn chế
review-behind-those = Các chỉ tiêu chưa đạt mức phải thực hiện đến hết kỳ, xếp từ chỉ tiêu chậm nhất:
review-behind-none = Không có chỉ tiêu nào chậm so với mức phải thực hiện đến hết kỳ.
review-assessed = { $measure }: thực hiện { $done }; kế hoạch { $period } là { $planned }; bằng { $percent } kế hoạch, so với mức phải thực hiện đến hết kỳ là { $due }.
review-cases = 3. Tiếp nhận và giải quyết đơn, hồ sơ các loại
review-cases-said = Trong kỳ tiếp nhận { $received } đơn, hồ sơ các loại (kiến nghị, phản ánh, khiếu nại, tố cáo, lượt tiếp công dân, hòa giải, hồ sơ thủ tục hành chính); đã trả lời đúng hạn { $answered-in-time } lượt, trả lời quá hạn { $answered-late } lượt; có { $escalated } trường hợp vượt cấp, { $recurring } trường hợp gửi lại việc đã nêu trước đó, dù đã hay chưa được trả lời. Đến cuối kỳ còn { $open } đơn, hồ sơ đang giải quyết, trong đó { $overdue } đã quá hạn; { $reopened } lần phải mở lại do công dân chưa đồng ý với kết quả; lũy kế { $kept-closed } đơn, hồ sơ đã được giải quyết dứt điểm, có bằng chứng.

## Charts and tables

review-chart = Biểu đồ { $n }. { $title }
review-table = Bảng { $n }. { $title }
review-continued = { $title } (tiếp theo)
review-chart-data = Số liệu của biểu đồ
review-chart-made-up = { $title } (có số liệu minh họa)
review-plans = Thực hiện so với kế hoạch
review-plans-mark = vạch đứng: kế hoạch ({ $percent })
review-plans-alt = Tỷ lệ thực hiện so với kế hoạch: { $list }.
review-cases-by-unit = Đơn, hồ sơ các loại tiếp nhận và kết quả giải quyết, theo đơn vị
review-cases-alt = { $unit } tiếp nhận nhiều đơn, hồ sơ nhất: { $n } trong tổng số { $total }; { $moved } lượt được chuyển từ đơn vị này sang đơn vị khác.
review-part-in-time = Đúng hạn
review-part-late = Trả lời quá hạn
review-part-pending = Đang giải quyết, còn hạn
review-part-overdue = Đang giải quyết, quá hạn
review-column-unit = Đơn vị
review-column-measure = Chỉ tiêu
review-column-done = Thực hiện
review-column-planned = Kế hoạch
review-column-percent = Tỷ lệ
review-column-due = Phải đạt
review-due-at-the-end = khi hết { $period }
review-column-received = Tiếp nhận
review-column-transferred-in = Chuyển đến
review-column-answered-in-time = Đúng hạn
review-column-answered-late = Trả lời quá hạn
review-column-open = Đang giải quyết
review-column-reopened = Mở lại
review-column-kept-closed = Giải quyết dứt điểm (lũy kế)
review-column-transferred-out = Chuyển đi
review-column-escalated = Vượt cấp
review-column-recurring = Gửi lại
review-column-overdue = Quá hạn chưa xong
review-all = Tổng cộng
review-by-unit = Một số chỉ tiêu, theo đơn vị
review-appendix = Phụ lục

## III. Tasks

review-tasks = III. Nhiệm vụ trọng tâm { $period }
review-tasks-those = Các kết luận và đơn vị thực hiện:
review-tasks-none = Chưa có kết luận về nhiệm vụ của kỳ tới.
review-owed = Thực hiện: { $units }; chậm nhất ngày { $date }.

## IV. Quality of the data

review-quality = IV. Chất lượng số liệu
review-quality-counts = Báo cáo này dùng { $total } số liệu: { $reported } số liệu lấy hoặc tính từ nguồn đã công bố, { $demonstration } số liệu minh họa, kể cả số đếm gồm cả hồ sơ thật và hồ sơ minh họa; { $entered } số liệu chỉ gồm những gì được nhập hoặc đếm trong quá trình làm việc.
review-silent = Chưa có số liệu báo cáo về: { $themes }.
review-contradictions = 1. Số liệu có nguồn mâu thuẫn
review-contradictions-none = Không có số liệu nào có hai nguồn khác nhau.
review-contradiction = { $measure }, { $unit }, { $period }
review-reading-used = Dùng: { $value }{ $remark }.
review-reading-set-aside = Không dùng: { $value }{ $remark }.
review-sources = 2. Nguồn số liệu
review-sources-none = Không có số liệu nào lấy từ nguồn đã công bố.
review-received = nhận { $n }
review-transferred-in = chuyển đến { $n }
review-transferred-out = chuyển đi { $n }
