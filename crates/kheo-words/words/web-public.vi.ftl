### Các trang công khai và khung chung của mọi trang.

## Khung trang
skip = Đến nội dung chính
demonstration = Đây là bản minh họa: trừ số liệu có ghi nguồn, mọi hồ sơ và con số đều được tạo ra để minh họa.
language = Tiếng Việt
nav = Các trang chính
nav-ask = Gửi kiến nghị
nav-answers = Đã trả lời
nav-staff = Cán bộ
nav-work = Việc của tôi
nav-logout = Đăng xuất
foot-what = Khéo: điều người dân đề nghị không thất lạc, không kéo dài.
foot-privacy = Không thu thập dân tộc, tôn giáo, chính kiến hay sức khỏe. Không theo dõi người đọc.

## Phần dùng chung
chip-demonstration = minh họa
chip-reported = đã công bố, xem nguồn
chip-derived = suy ra từ nguồn đã công bố
choose = Hãy chọn
pager = Các trang của danh sách
pager-previous = ‹ Trang trước
pager-next = Trang sau ›
pager-here = Trang { $page } trên { $pages }
filter-all = Tất cả
filter-show = Xem
column-unit = Đơn vị
column-received = Đã nhận
column-in-time = Trả lời đúng hạn
column-kept-closed = Giải quyết dứt điểm (lũy kế)

## Địa chỉ có giá trị không đọc được
unknown-value = { $name }: không có giá trị “{ $value }”.
unknown-left-out = Kết quả dưới đây không tính đến những giá trị này. Hãy chọn lại nếu cần.
parameter-unit = Đơn vị
parameter-alone = Chỉ riêng đơn vị
parameter-kind = Loại
parameter-topic = Lĩnh vực
parameter-step = Bước
parameter-phase = Tình trạng
parameter-due = Thời hạn
parameter-handler = Người phụ trách
parameter-mark = Đặc điểm
parameter-units = Số đơn vị
parameter-order = Sắp xếp
parameter-metric = Con số
parameter-period = Kỳ
parameter-area = Mảng công việc
parameter-state = Trạng thái
parameter-whose = Việc của ai
parameter-format = Định dạng
parameter-page = Trang

## Hai người cùng làm
conflict-versions = Bạn đã thấy và hiện nay
conflict-seen = Bạn đã thấy
conflict-now = Hiện nay
conflict-events = Số sự việc đã ghi
conflict-since = Diễn ra sau khi bạn mở trang
conflict-kept = Nội dung bạn đã gõ

## Biểu mẫu không nhận được
form-not-utf8 = Chữ gửi lên không đúng bảng mã Unicode (UTF-8) nên chưa có gì được ghi nhận. Dưới đây là những gì đọc được, chỗ không đọc được hiện là “�”. Hãy gõ lại những chỗ đó rồi gửi.
form-crowded = Biểu mẫu có quá nhiều ô nên chưa được nhận. Hãy mở lại trang rồi gửi lại.
kept-title = Nội dung bạn đã gõ
kept-text = Chưa có gì được ghi nhận. Hãy sao chép nội dung dưới đây trước khi rời trang này. Nếu có tệp kèm theo, bạn sẽ phải chọn lại.
kept-sign-in = Đăng nhập lại
kept-open = Mở lại trang có biểu mẫu
kept-subject-label = Tiêu đề
kept-text-label = Nội dung
kept-place-label = Địa điểm
kept-name-label = Họ và tên
kept-phone-label = Số điện thoại
kept-login-label = Tên đăng nhập
kept-answer-label = Câu trả lời
problem-signed-out-title = Phiên đăng nhập đã kết thúc
problem-signed-out-text = Biểu mẫu được gửi khi bạn không còn đăng nhập, nên chưa có gì được ghi nhận. Hãy đăng nhập lại; bạn sẽ trở về trang có biểu mẫu để gửi lại.
problem-stale-form-title = Biểu mẫu thuộc một phiên đăng nhập khác
problem-stale-form-text = Sau khi trang này được mở, trong trình duyệt này đã có lần đăng nhập khác, hoặc biểu mẫu không được gửi từ trang của hệ thống. Chưa có gì được ghi nhận. Hãy mở lại trang có biểu mẫu rồi gửi lại; xem mình đang đăng nhập với chức vụ nào.
problem-officer-title = Việc này chỉ người gửi được làm
problem-officer-text = Bạn đang đăng nhập với tư cách cán bộ. Xác nhận đã xong hoặc mở lại đơn là quyền của người gửi, cán bộ không làm thay. Nếu bạn chính là người gửi, hãy đăng xuất rồi mở lại trang theo dõi.
problem-too-many-title = Thử sai quá nhiều lần
problem-too-many-text = Từ địa chỉ mạng này đã có quá nhiều lần nhập sai. Hãy kiểm tra lại tên đăng nhập, mật khẩu hoặc mã tra cứu trong lúc chờ.
problem-too-many-wait = Hãy đợi { $n } giây rồi thử lại.
problem-unknown-title = Địa chỉ có giá trị không đọc được
problem-unknown-text = Không thể đưa ra đúng danh sách được hỏi, nên không đưa ra danh sách nào. Hãy sửa địa chỉ, hoặc quay lại và chọn trong bộ lọc.

## Đồng hồ và thời hạn
clock-late = Quá hạn { $n } ngày
clock-today = Hết hạn hôm nay
clock-left = Còn { $n } ngày
clock-due = hạn { $day }
clock-lasts = Ít nhất đến hết { $day }
clock-begins = Từ { $day }
due-why = Vì sao là ngày này?
due-calendar-days = { $n } ngày, không tính ngày bắt đầu { $start }.
due-working-days = { $n } ngày làm việc, không tính ngày bắt đầu { $start }.
due-months = { $n } tháng, không tính ngày bắt đầu { $start }.
due-working-hours = { $n } giờ làm việc, tính từ { $start }.
due-calendar-days-before = Trước ngày { $start } { $n } ngày, không tính ngày đó.
due-working-days-before = Trước ngày { $start } { $n } ngày làm việc, không tính ngày đó.
due-months-before = Trước ngày { $start } { $n } tháng.
due-extended-calendar-days = Gia hạn thêm { $n } ngày, quyết định ngày { $day }.
due-extended-working-days = Gia hạn thêm { $n } ngày làm việc, quyết định ngày { $day }.
due-extended-working-hours = Gia hạn thêm { $n } giờ làm việc, quyết định ngày { $day }.
due-extended-months = Gia hạn thêm { $n } tháng, quyết định ngày { $day }.
due-paused = Tạm dừng từ { $from } đến { $until }; thời gian này không tính.
due-paused-still = Tạm dừng từ { $from }.
due-rolled = Ngày { $from } là ngày nghỉ nên hạn chuyển sang ngày làm việc kế tiếp ({ $source }).
due-rolled-back = Ngày { $from } là ngày nghỉ nên phải xong trong ngày làm việc liền trước ({ $source }).
due-source-in-vietnamese = một nguồn bằng tiếng Việt
due-hours = Chỉ tính giờ làm việc: { $source }.
due-stands-still = Đồng hồ đang dừng, chưa có hạn cuối.
due-ends-petitioner = Người gửi có đến hết { $day }; đây không phải thời hạn của cơ quan.
due-ends-parties = Các bên có đến hết { $day }; đây không phải thời hạn của cơ quan.
due-lasts = Vì vậy phải kéo dài ít nhất đến hết { $day }.
due-begins = Vì vậy chỉ được làm từ { $day }.
due-article = { $law }, điều { $article }
due-basis-since = Căn cứ: { $basis } (quy định áp dụng từ { $day }).
due-second-hand = Căn cứ này lấy từ nguồn thứ cấp, chưa đối chiếu với văn bản gốc.
due-skipped = Những ngày không tính:
due-ends = Vì vậy hạn cuối là { $day }.
due-basis = Căn cứ: { $basis }.
due-unconfirmed = Căn cứ này chưa được xác nhận.
due-no-statute = Chưa có văn bản pháp luật nào được xác nhận là quy định thời hạn này.
due-calendar = Lịch ngày nghỉ: phiên bản { $version }.
day-off-weekend = nghỉ cuối tuần
day-off-new-year = Tết Dương lịch
day-off-tet = Tết Nguyên đán
day-off-hung-kings = Giỗ Tổ Hùng Vương
day-off-reunification = Ngày Chiến thắng 30 tháng 4
day-off-labour-day = Ngày Quốc tế lao động 1 tháng 5
day-off-national-day = Quốc khánh
day-off-culture-day = Ngày Văn hóa Việt Nam
day-off-substitute = nghỉ bù
day-off-swap = nghỉ hoán đổi ngày làm việc

## Trang chủ
home-title = Hỏi, được trả lời, và biết là đã xong.
home-lead = Gửi kiến nghị, phản ánh tới đúng nơi có thẩm quyền. Có biên nhận, có hạn trả lời, không cần tài khoản.
home-ask = Gửi kiến nghị, phản ánh
home-ask-text = Đường, rác, mương, điện, giấy tờ… Khoảng 3 phút, gửi được ảnh.
home-complain = Khiếu nại, tố cáo
home-complain-text = Khác kiến nghị ở chỗ nào, cần gửi đến đâu để được giải quyết đúng luật.
home-answers = Xem việc đã trả lời
home-answers-text = Tìm theo phường, xã và lĩnh vực; xem việc có thực sự xong.
home-doing = Các đơn vị đang làm thế nào
home-doing-empty = Trong kỳ này chưa có đơn nào.
home-doing-note = Tính chung đơn, hồ sơ các loại: kiến nghị, phản ánh, khiếu nại, tố cáo, hòa giải, hồ sơ. “Đã nhận” và “Trả lời đúng hạn” tính trong kỳ này. “Giải quyết dứt điểm” tính từ trước đến nay: đã trả lời kèm bằng chứng, người gửi xác nhận hoặc không có ý kiến trong thời gian chờ của loại việc đó, không mở lại, và không ai phải gửi lại việc ấy trong thời gian chờ. Thành phố nhận đơn rồi chuyển cho đơn vị có thẩm quyền thì đơn vị đó trả lời.

## Gửi kiến nghị
ask-title = Gửi kiến nghị, phản ánh
ask-lead = Điền một trang này rồi gửi. Bạn nhận ngay mã tra cứu và ngày hẹn trả lời. Không cần tài khoản.
ask-send = Gửi
ask-privacy = Công khai: loại, lĩnh vực, tiêu đề, các bước giải quyết, câu trả lời và bằng chứng. Không công khai: nội dung, địa điểm, họ tên, số điện thoại và tệp của bạn; chỉ người giải quyết được xem.
ask-files-again = Trình duyệt không giữ lại tệp: hãy chọn lại tệp trước khi gửi. Tối đa 5 tệp ảnh hoặc PDF, mỗi tệp không quá 10 MB.
hint-unit = Nơi xảy ra sự việc. Nếu chưa đúng thẩm quyền, đơn vị sẽ chuyển giúp và bạn vẫn theo dõi được.
hint-topic = Nếu chưa rõ, cứ để nguyên.
hint-subject = Một câu ngắn, ví dụ “Đèn đường đầu ngõ hỏng đã hai tuần”. Không ghi tên người, số điện thoại.
hint-text = Việc gì, từ khi nào, bạn đề nghị điều gì.
hint-place = Tổ, thôn, đường, mốc gần nhất.
hint-name = Có thể để trống. Có tên thì người giải quyết dễ liên hệ hơn.
hint-persons = Chỉ điền khi nhiều người cùng gửi; khi đó tên và số điện thoại là của người đại diện.
hint-phone = Chỉ dùng để hỏi thêm về việc này.
hint-files = Tối đa 5 tệp ảnh (JPEG, PNG, WebP) hoặc PDF, mỗi tệp không quá 10 MB.
topic-unsure = Chưa rõ
difference-title = Kiến nghị, khiếu nại hay tố cáo?
difference-recommendation = Kiến nghị, phản ánh
difference-recommendation-text = Bạn nêu một việc cần làm hoặc cần sửa: dùng biểu mẫu dưới đây.
difference-complaint = Khiếu nại
difference-complaint-text = Bạn cho rằng một quyết định hoặc việc làm của cơ quan nhà nước là trái luật và xâm phạm quyền lợi của chính bạn. Luật Khiếu nại quy định đơn phải ghi họ tên, địa chỉ và có chữ ký: hãy nộp tại nơi tiếp công dân của cơ quan đã ra quyết định.
difference-denunciation = Tố cáo
difference-denunciation-text = Bạn báo một hành vi vi phạm pháp luật của cán bộ, cơ quan hoặc người khác. Người tố cáo được luật bảo vệ danh tính: hãy nộp tại nơi tiếp công dân, không gửi qua biểu mẫu này.

## Biên nhận
receipt-title = Đã nhận được
receipt-code = Mã tra cứu của bạn
receipt-keep = Hãy ghi lại hoặc in trang này. Ai có mã thì theo dõi được đơn và xác nhận kết quả.
receipt-due = Hẹn trả lời
receipt-next = Tiếp theo
receipt-next-follow = Theo dõi bất cứ lúc nào bằng mã tra cứu, trên trang này hoặc tại nơi tiếp công dân.
receipt-next-answer = Khi có câu trả lời, bạn cho biết việc đã xong hay chưa; nếu chưa, đơn được mở lại.
receipt-next-print = Có thể in trang này (Ctrl+P) để làm biên nhận.
receipt-follow = Theo dõi đơn
receipt-another = Gửi kiến nghị khác

## Theo dõi
hint-code = Ví dụ KN-2016-0412-HXQMKDTA, ghi trên biên nhận.
follow-find = Tra cứu
follow-none = Chưa tìm được đơn
follow-unknown = Không có đơn nào mang mã này. Mã tra cứu có cả các chữ cái ở cuối, ví dụ KN-2016-0412-HXQMKDTA; hãy kiểm tra lại trên biên nhận.
follow-title = Theo dõi đơn
follow-lead = Nhập mã tra cứu ghi trên biên nhận.
follow-happened = Những việc đã làm
follow-privacy = Trang này không hiển thị nội dung, địa điểm, họ tên và số điện thoại của người gửi.
follow-changed = Đơn đã thay đổi sau khi bạn mở trang. Việc bạn vừa gửi chưa được ghi; những gì bạn đã gõ vẫn còn. Hãy xem điều gì đã thay đổi, rồi gửi lại nếu vẫn cần.
follow-solved-title = Việc của bạn đã xong chưa?
follow-again-title = Việc lại chưa ổn?
follow-confirm = Đã xong
follow-reopen = Chưa xong, mở lại
follow-reopen-text = Còn điều gì chưa xong?
follow-reopen-hint = Chỉ người giải quyết đọc được. Đơn sẽ được mở lại và có hạn trả lời mới.
follow-silence = Nếu đến hết ngày { $day } bạn không có ý kiến gì và không ai gửi lại cùng việc này, việc được tính là giải quyết dứt điểm. Sau ngày đó bạn vẫn mở lại được.
follow-silence-only = Việc được tính là giải quyết dứt điểm từ ngày { $day }, nếu đến lúc đó không ai gửi lại cùng việc này.
follow-since-inside = Chỉ có việc nội bộ của nơi giải quyết, không hiển thị ở đây.
follow-officer = Bạn đang đăng nhập với tư cách cán bộ. Chỉ người gửi xác nhận đã xong hoặc mở lại đơn; nếu bạn chính là người gửi, hãy đăng xuất trước.
case-code = Mã tra cứu
case-step = Bước
case-received = Ngày nhận
case-with = Đang ở
case-proof = Bằng chứng { $number } ({ $kind }, { $size } kB)

## Những việc đã xảy ra
told-registered = Đã nhận, gửi tới { $unit }
told-accepted = { $unit } đã thụ lý
told-refused = { $unit } không thụ lý, lý do:
told-transferred = Đã chuyển đến nơi có thẩm quyền: { $unit }
told-assigned = Đã giao giải quyết: { $post }
told-answered = { $unit } đã trả lời
told-confirmed = Người gửi xác nhận đã xong
told-confirmed-office = { $unit } ghi nhận đã xong
told-reopened-office = { $unit } mở lại để giải quyết
told-reopened = Người gửi cho biết chưa xong; { $unit } giải quyết lại
told-recurred = Cùng vụ việc này được gửi lại lần nữa
told-recurrence-withdrawn = Đính chính: đơn này không bị gửi lại
told-paused = Thời hạn tạm dừng, chờ bổ sung
told-resumed = Thời hạn tiếp tục, hạn mới { $day }
told-extended = Gia hạn đến { $day }
told-recounted = Hạn chuyển sang { $day } vì mức độ phức tạp của đơn được xác định lại
told-moved = Hạn chuyển sang { $day } vì lịch ngày nghỉ đã được sửa
told-in-time = đúng hạn (hạn { $day })
told-late = quá hạn (hạn { $day })

## Đã trả lời
answers-title = Những việc đã trả lời
answers-lead = Câu trả lời của các đơn vị cho người dân, mới nhất ở trên. Mã đầy đủ chỉ người gửi có.
answers-more = hơn { $n } việc đã trả lời; dưới đây là { $n } việc mới nhất
answers-count = { $n } việc đã trả lời
answers-empty = Không có việc nào khớp với lựa chọn này.
answers-all = Xem tất cả
answers-received = nhận { $day }
answers-answered = trả lời { $day }
answers-in-time = đúng hạn
answers-late = quá hạn
answers-kept = giải quyết dứt điểm

## Đăng nhập
login-title = Đăng nhập dành cho cán bộ
login-lead = Người dân không cần đăng nhập để gửi và theo dõi kiến nghị.
login-ended = Phiên đăng nhập đã kết thúc hoặc không hợp lệ. Hãy đăng nhập lại.
login-failed = Chưa đăng nhập được
login-wrong = Tên đăng nhập hoặc mật khẩu không đúng. Hãy kiểm tra và nhập lại.
login-button = Đăng nhập

## Giao diện lập trình
api-missing = bắt buộc phải có
api-kind-not-sent = loại “{ $kind }” không gửi qua API mà nộp tại cơ quan. Các loại gửi được: { $others }
api-not-text = phải là chuỗi ký tự
api-unknown = không có trường này
api-key = phải có, từ 1 đến 200 ký tự ASCII: một khóa ngẫu nhiên cho mỗi yêu cầu
ask-not-public = Với loại này không có gì được công khai, kể cả câu trả lời; người có mã vẫn theo dõi được.
ask-place-for = Địa điểm (bắt buộc khi chọn: { $kinds })
ask-name-for = Họ và tên (bắt buộc khi chọn: { $kinds })
ask-phone-for = Số điện thoại (bắt buộc khi chọn: { $kinds })
ask-of-kind = Riêng cho loại “{ $kind }”
told-withdrawn = Người gửi đã rút.
told-next = Bạn có thể làm tiếp:
follow-withdraw = Rút đơn, kiến nghị này
follow-withdraw-text = Lý do rút (không bắt buộc)
follow-withdraw-hint = Sau khi rút, cơ quan sẽ dừng giải quyết. Bạn vẫn có thể gửi lại sau này.
api-not-an-object = Phải là một đối tượng, ví dụ { "{" }"known-on": "2016-04-15"{ "}" }.
case-letters = Văn bản gửi bạn
