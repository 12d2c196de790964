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
letter-cites-article = Điều { $article } { $law }
letter-cites-clause = khoản { $clause } Điều { $article } { $law }
letter-cites-point = điểm { $point } khoản { $clause } Điều { $article } { $law }
letter-sender = Người gửi { $kind } mã số { $code }
letter-sender-named = Ông (bà) { $name }
letter-signer = Chủ tịch
letter-head = Chủ tịch { $unit }

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
procedure-counted = Theo mục “{ $field }” của từng đơn. { $length }
procedure-pauses = Tạm dừng khi chờ bên ngoài.
procedure-sometimes = Chỉ chạy khi đơn thuộc trường hợp này.
procedure-calendar-days = { $n } ngày
procedure-working-days = { $n } ngày làm việc
procedure-working-hours = { $n } giờ làm việc
procedure-months = { $n } tháng
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
