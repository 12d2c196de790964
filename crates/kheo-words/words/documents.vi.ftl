### What documents and letters share, and the layout of letters.

document-place-date = { $place }, ngày { $day } tháng { $month } năm { $year }
document-recipients = Nơi nhận:

letter-nation = CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT{"\u00A0"}NAM
letter-motto = Độc lập - Tự do - Hạnh phúc
letter-number = Số: { $reference }
letter-about = V/v { $about }
letter-committee = Ủy ban nhân dân
letter-committee-short = UBND
letter-to = Kính gửi:
letter-decided = QUYẾT ĐỊNH:
letter-sign-here = (Ký, ghi rõ họ tên)
letter-article = Điều { $n }.
letter-sender = Người gửi { $kind } mã số { $code }
letter-sender-named = Ông (bà) { $name }
letter-signer = Chủ tịch
letter-head = Chủ tịch { $unit }
letter-day = ngày { $day }
letter-hour = { $hour } giờ { $minute } ngày { $day }
letter-unconfirmed = chưa có văn bản được xác nhận
letter-of-the-place = quy ước của địa phương, chưa có văn bản được xác nhận

## Lengths of limits, and articles of laws

length-calendar-days = { $n } ngày
length-working-days = { $n } ngày làm việc
length-working-hours = { $n } giờ làm việc
length-months = { $n } tháng
extension-times = tối đa { $n } lần, mỗi lần không quá { $length }
# 10 is the most that a pack can say: no rule tells how often.
extension-open =
    { $count ->
        [10] với số lần và độ dài do người quyết định ấn định; chưa có nguồn nào xác nhận
       *[other] tối đa { $n } lần, độ dài do người quyết định ấn định
    }
extension-total = đến tổng cộng không quá { $length }
cites = { $article } { $law }
cites-article = Điều { $article }
cites-clause = khoản { $clause } Điều { $article }
cites-point = điểm { $point } khoản { $clause } Điều { $article }

## The picture of a procedure

procedure-title = Quy trình: { $kind } (áp dụng từ { $from })
procedure-title-until = Quy trình: { $kind } (áp dụng từ { $from } đến { $until })
procedure-registration = Tiếp nhận đơn
procedure-phase-open = bước còn phải giải quyết
procedure-phase-waiting = bước chờ bên ngoài
procedure-phase-closed = bước đã kết thúc
procedure-stays = thực hiện mà vẫn ở bước đó
procedure-clock-starts = bắt đầu tính thời hạn
procedure-clock-stops = dừng tính thời hạn
procedure-counted = Số { $unit ->
        [working-days] ngày làm việc
        [working-hours] giờ làm việc
        [months] tháng
       *[calendar-days] ngày
    } ghi ở mục “{ $field }” của từng đơn.
procedure-pauses = Tạm dừng khi chờ bên ngoài; chưa có nguồn nào xác nhận việc tạm dừng này.
procedure-when = Chỉ chạy khi { $cases }.
procedure-when-chosen = “{ $field }” là { $choices }
procedure-when-choice = “{ $choice }”
procedure-when-or = { $one } hoặc { $other }
procedure-when-asks = Chỉ chạy với một số đơn, tùy theo: { $asked }.
procedure-when-competent = thẩm quyền của đơn vị giữ đơn
procedure-extension = Được gia hạn { $extension } ({ $article }).
procedure-extension-no-article = Được gia hạn { $extension }.
procedure-of-petitioner = Thời hạn của người gửi, không phải của cơ quan.
procedure-of-parties = Thời hạn của các bên, không phải của cơ quan.
procedure-at-most = Không quá { $length }.
procedure-at-least = Ít nhất { $length }.
procedure-after = Chỉ sau { $length }.
procedure-before = Trước đó ít nhất { $length }.
procedure-variant = Vụ việc { $complexity ->
        [complex] phức tạp
        [especially-complex] đặc biệt phức tạp
       *[ordinary] thông thường
    }{ $remote ->
        [remote] , vùng sâu, vùng xa
       *[anywhere] {""}
    }: { $length }
procedure-told-first = Đơn bắt đầu ở bước “{ $step }”.
procedure-told = Ở bước “{ $step }”: { $actions }.
procedure-told-leads = { $action }, chuyển sang “{ $step }”
procedure-told-end = Bước “{ $step }” kết thúc quy trình.
