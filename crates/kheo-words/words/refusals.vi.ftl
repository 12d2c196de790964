### Lý do từ chối: mỗi câu nói điều gì chưa được và cần làm gì.

refusal-empty = { $field }: chưa có nội dung. Hãy điền vào ô này.
refusal-too-short = { $field }: quá ngắn. Hãy viết ít nhất { $least } ký tự.
refusal-too-long = { $field }: quá dài ({ $got } ký tự). Hãy rút gọn còn tối đa { $most } ký tự.
refusal-not-text = { $field }: có ký tự điều khiển không hiển thị được. Hãy xóa và gõ lại.
refusal-not-a-phone = { $field }: không phải số điện thoại. Hãy ghi từ 8 đến 15 chữ số, ví dụ 0912 345 678.
refusal-unknown-unit = { $field }: không có đơn vị này. Hãy chọn trong danh sách.
refusal-unknown-post = { $field }: không có chức vụ này. Hãy chọn trong danh sách.
refusal-unknown-case = Không có vụ việc nào mang mã { $code }. Hãy kiểm tra lại mã trên biên nhận.
refusal-unknown-kind = { $field }: hiện không nhận loại này. Hãy chọn trong danh sách.
refusal-unknown-topic = { $field }: lĩnh vực này không thuộc loại đã chọn. Hãy chọn lĩnh vực khác.
refusal-unknown-measure = Không có chỉ tiêu này.
refusal-unknown-conclusion = Không có kết luận này.
refusal-unknown-task = Không có nhiệm vụ này.
refusal-unknown-action = Quy trình của vụ việc không có thao tác này.
refusal-taken = Tên { $name } đã được dùng. Hãy chọn tên khác.
refusal-key-reused = Khóa này đã dùng cho một yêu cầu khác. Hãy chọn một khóa mới, ngẫu nhiên, cho mỗi yêu cầu.
refusal-ends-before-it-begins = Ngày kết thúc ({ $until }) sớm hơn ngày bắt đầu ({ $since }).
refusal-wrong-period = Kỳ { $period } không đúng độ dài kỳ báo cáo của chỉ tiêu này.
refusal-not-begun = Kỳ { $period } chưa bắt đầu (bắt đầu từ ngày { $since }) nên chưa có gì để báo cáo. Hãy chọn kỳ khác.
refusal-out-of-bounds = Giá trị { $value } nằm ngoài khoảng hợp lý (từ { $least } đến { $most }). Hãy kiểm tra lại số liệu.
refusal-stale = Vụ việc đã thay đổi sau khi bạn mở trang này. Hãy xem lại rồi thực hiện.
refusal-not-now = Không thể thực hiện “{ $action }” khi vụ việc đang ở bước “{ $step }”.
refusal-not-yours = Chức vụ của bạn không được thực hiện việc này.
refusal-already-there = { $field }: đơn vị này đang giữ vụ việc. Hãy chọn đơn vị khác.
refusal-post-elsewhere = { $field }: chức vụ này không thuộc đơn vị đang giữ vụ việc. Hãy chọn người khác.
refusal-already-done = Nhiệm vụ này đã được báo cáo hoàn thành.
refusal-too-early = Chưa được làm việc này: thời hạn tối thiểu chưa hết. Ngày được làm có ghi ở đồng hồ của vụ việc.
refusal-not-extended = Không gia hạn được như vậy. { $why }
refusal-nothing-to-extend = Không có thời hạn nào đang chạy mà được gia hạn.
refusal-no-calendar = Chưa tính được thời hạn. { $why } Hãy báo cho người quản trị.

## Tên các ô
label-kind = Loại
label-unit = Gửi đến đơn vị
label-topic = Lĩnh vực
label-subject = Tiêu đề (sẽ công khai)
label-text = Nội dung
label-place = Địa điểm (không bắt buộc)
label-name = Họ và tên (không bắt buộc)
label-phone = Số điện thoại (không bắt buộc)
label-files = Ảnh hoặc tài liệu (không bắt buộc)
label-proof = Bằng chứng
label-post = Người phụ trách
label-code = Mã tra cứu
label-login = Tên đăng nhập
label-password = Mật khẩu

## Tệp và biểu mẫu
file-too-big = Tệp “{ $name }” lớn hơn 10 MB. Hãy chọn tệp nhỏ hơn.
file-wrong-type = Tệp “{ $name }” không phải là ảnh (JPEG, PNG, WebP) hoặc PDF. Tên tệp không quyết định loại tệp; hãy chọn tệp khác.
file-too-many = Chỉ gửi được tối đa 5 tệp.
form-too-large = Nội dung lớn hơn 1 MB nên chưa được nhận. Hãy rút gọn; nếu cần, gửi kèm tài liệu dưới dạng tệp.
summary-title = Chưa gửi được, cần sửa những chỗ sau

## Trang thay cho trang không hiển thị được
problem-unreadable-title = Không đọc được yêu cầu
problem-unreadable-text = Dữ liệu gửi lên không đầy đủ hoặc sai định dạng. Hãy quay lại trang trước và gửi lại.
problem-not-utf8-title = Chữ gửi lên không phải là UTF-8
problem-not-utf8-text = Hệ thống chỉ nhận chữ theo bảng mã Unicode (UTF-8). Hãy quay lại, chuyển văn bản sang Unicode rồi gửi lại.
problem-forged-title = Biểu mẫu không được chấp nhận
problem-forged-text = Biểu mẫu này không được gửi từ trang đang mở, hoặc phiên đăng nhập đã kết thúc. Hãy quay lại, tải lại trang rồi gửi lại. Chưa có gì được ghi nhận.
problem-not-found-title = Không tìm thấy trang
problem-not-found-text = Địa chỉ này không có, hoặc không dành cho bạn. Nếu bạn theo dõi một vụ việc, hãy kiểm tra lại mã tra cứu.
problem-method-title = Không thể mở trang theo cách này
problem-method-text = Địa chỉ này không nhận yêu cầu gửi theo cách đó. Hãy quay lại trang trước và gửi từ đó.
problem-conflict-title = Vụ việc đã thay đổi
problem-conflict-text = Có người đã cập nhật trong khi bạn đang làm. Hãy quay lại, tải lại trang và xem điều gì đã thay đổi.
problem-busy-title = Hệ thống đang nhận nhiều tệp
problem-busy-text = Hệ thống đang nhận nhiều tệp cùng lúc nên chưa nhận được biểu mẫu này. Không có gì bị mất ở máy của bạn: hãy đợi một phút, quay lại trang trước và gửi lại.
problem-too-large-title = Dữ liệu gửi lên quá lớn
problem-too-large-text = Nội dung chữ tối đa 1 MB, mỗi tệp tối đa 10 MB. Hãy quay lại, rút gọn rồi gửi lại; trình duyệt thường vẫn giữ những gì bạn đã gõ.
problem-media-type-title = Loại dữ liệu không được nhận
problem-media-type-text = Địa chỉ này không nhận loại dữ liệu đã gửi. Giao diện lập trình nhận application/json.
problem-refused-title = Không thực hiện được
problem-refused-text = Chưa có gì được ghi nhận. Hãy sửa theo lý do đã nêu rồi thực hiện lại.
problem-broken-title = Hệ thống gặp lỗi
problem-broken-text = Lỗi không phải do bạn. Hãy thử lại sau ít phút; nếu vẫn lỗi, hãy báo cho người quản trị kèm số hiệu dưới đây.
problem-reference = Số hiệu:
problem-home = Về trang chủ
