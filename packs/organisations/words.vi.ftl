### Mặt trận và các đoàn thể

measure-families = Số gia đình trên địa bàn
measure-cultural-families = Số gia đình đạt danh hiệu văn hóa
measure-residential-areas = Số khu dân cư
measure-cultural-areas = Số khu dân cư đạt tiêu chuẩn văn hóa
measure-unity-day-households = Số hộ của khu dân cư có số liệu công bố tại Ngày hội Đại đoàn kết
measure-unity-day-cultural = Số hộ văn hóa của các khu dân cư này
measure-unity-day-three-years = Số hộ văn hóa ba năm liên tục của các khu dân cư này
measure-unity-day-poor = Số hộ nghèo của các khu dân cư này
measure-poor-fund-used = Quỹ “Vì người nghèo” đã sử dụng
measure-houses-repaired = Số nhà ở của hộ nghèo được sửa chữa
measure-partner-gift = Tiền hỗ trợ nhà ở của địa phương bạn
measure-elderly-people = Số người cao tuổi
measure-elderly-members = Số hội viên Hội Người cao tuổi
measure-elderly-new-members = Số hội viên người cao tuổi kết nạp mới
measure-elderly-fund-raised = Quỹ hội người cao tuổi vận động trong kỳ
measure-elderly-fund-standing = Số dư quỹ hội người cao tuổi
measure-elderly-care-fund = Quỹ chăm sóc và phát huy vai trò người cao tuổi
measure-elderly-tet-visits = Số người cao tuổi được thăm hỏi, tặng quà dịp Tết
measure-elderly-tet-money = Kinh phí thăm hỏi, tặng quà dịp Tết
measure-elderly-longevity = Số người cao tuổi được chúc thọ, mừng thọ
measure-elderly-longevity-money = Kinh phí chúc thọ, mừng thọ
measure-elderly-eye-exams = Số người cao tuổi được khám mắt
measure-elderly-eye-treated = Số người cao tuổi được điều trị mắt
measure-elderly-health-checks = Số người cao tuổi được khám sức khỏe
measure-elderly-health-files = Số hồ sơ theo dõi sức khỏe người cao tuổi được lập
measure-women-unions = Số tổ chức cơ sở Hội Liên hiệp Phụ nữ
measure-women-branches = Số chi hội phụ nữ
measure-women-members = Số hội viên phụ nữ
measure-women-committee = Số ủy viên Ban Chấp hành Hội Phụ nữ thành phố được bầu
measure-women-standing-committee = Số ủy viên Ban Thường vụ Hội Phụ nữ thành phố được bầu
measure-youth-works = Số công trình, phần việc thanh niên
measure-youth-volunteers = Số lượt đoàn viên, thanh niên tình nguyện
measure-member-policies = Số hội viên được thực hiện chế độ, chính sách
measure-member-loans = Vốn vay ủy thác cho hội viên phát triển kinh tế
measure-member-households-helped = Số hộ hội viên được giúp phát triển kinh tế
measure-tradition-sessions = Số buổi giáo dục truyền thống
measure-front-outreach-sessions = Số buổi tuyên truyền, vận động của Mặt trận và đoàn thể

indicator-cultural-family-share = Tỷ lệ gia đình đạt danh hiệu văn hóa
indicator-cultural-area-share = Tỷ lệ khu dân cư đạt tiêu chuẩn văn hóa
indicator-elderly-member-share = Tỷ lệ người cao tuổi là hội viên

theme-front-outreach = Tuyên truyền, vận động đoàn viên, hội viên và nhân dân
say-front-outreach = Mặt trận Tổ quốc và các tổ chức thành viên đã tổ chức { $sessions } tuyên truyền chủ trương của Đảng, pháp luật của Nhà nước và quy định của địa phương.

theme-culture = Xây dựng đời sống văn hóa ở khu dân cư
say-cultural-families = Cả năm, { $cultural } trong tổng số { $families } đạt danh hiệu “Gia đình văn hóa”, bằng { $share }.
say-cultural-before = Năm trước, { $before } trong tổng số { $families } đạt danh hiệu “Gia đình văn hóa”.
say-cultural-areas = Cả năm, { $cultural } trong tổng số { $areas } đạt tiêu chuẩn văn hóa, bằng { $share }.
say-unity-day = Tại các khu dân cư có số liệu công bố trong Ngày hội Đại đoàn kết của năm, { $cultural } trong tổng số { $households } là hộ văn hóa.

theme-charity = Hoạt động từ thiện, gây quỹ
say-poor-fund = Cả năm, Quỹ “Vì người nghèo” đã chi { $money }; sửa chữa { $houses } cho hộ nghèo.
say-poor-fund-before = Năm trước, Quỹ “Vì người nghèo” đã chi { $money }; địa phương bạn hỗ trợ { $gift } để làm nhà ở.

theme-elderly = Chăm sóc và phát huy vai trò người cao tuổi
say-elderly-members = Hội Người cao tuổi kết nạp mới { $new }; đến nay có { $members } trên tổng số { $people } cao tuổi, đạt { $share }.
say-elderly-members-only = Hội Người cao tuổi có { $members }.
say-elderly-funds = Vận động quỹ hội được { $raised }, số dư quỹ { $standing }; Quỹ chăm sóc và phát huy vai trò người cao tuổi đạt { $care }.
say-elderly-visits = Dịp Tết đã thăm hỏi, tặng quà { $people } với kinh phí { $money }; chúc thọ, mừng thọ { $longevity } với kinh phí { $longevity-money }.
say-elderly-health = Khám mắt cho { $eyes }, điều trị cho { $treated }; khám sức khỏe cho { $checks } và lập { $files } theo dõi sức khỏe.

theme-women = Công tác phụ nữ
say-women-members = Theo số liệu công bố trong năm, Hội Liên hiệp Phụ nữ có { $unions }, { $branches } với { $members }.
say-women-congress = Theo đề án đại hội trong năm, đại hội cấp thành phố bầu { $committee } vào Ban Chấp hành, trong đó { $standing } vào Ban Thường vụ.

theme-youth = Công tác Đoàn và phong trào thanh thiếu nhi
say-youth = Đoàn Thanh niên triển khai { $works } thanh niên với { $turns } đoàn viên, thanh niên tham gia.

theme-member-policies = Thực hiện chế độ, chính sách đối với hội viên
say-member-policies = Các tổ chức hội đã thực hiện chế độ, chính sách cho { $members }.

theme-livelihood = Hỗ trợ hội viên phát triển kinh tế
say-livelihood = Các hội, đoàn thể quản lý { $loans } vốn vay, giúp { $households } hội viên phát triển kinh tế.

theme-tradition = Giáo dục truyền thống
say-tradition = Các tổ chức hội đã tổ chức { $sessions } giáo dục truyền thống.
