### Sản xuất nông, lâm nghiệp

measure-spring-sown-area = Diện tích gieo trồng vụ Xuân
measure-spring-seedbeds-sown = Tỷ lệ diện tích mạ đã gieo
measure-spring-rice-area = Diện tích lúa xuân
measure-spring-rice-to-last-year = Diện tích lúa xuân so với cùng kỳ năm trước
measure-spring-rice-yield = Năng suất lúa xuân
measure-spring-maize-area = Diện tích ngô xuân
measure-spring-maize-to-last-year = Diện tích ngô xuân so với cùng kỳ năm trước
measure-autumn-rice-area = Diện tích lúa mùa
measure-forest-planted = Diện tích rừng trồng mới
measure-forest-to-province-target = Rừng trồng so với chỉ tiêu tỉnh giao
measure-forest-to-city-target = Rừng trồng so với kế hoạch thành phố
measure-livestock-poultry = Tổng đàn gia súc, gia cầm
measure-fish-ponds = Diện tích ao nuôi thủy sản

theme-spring-crop = Sản xuất vụ Xuân
say-spring-rice = Diện tích lúa xuân đạt { $done }, bằng { $percent } kế hoạch ({ $plan }) và bằng { $last-year } so với cùng kỳ năm trước.
say-spring-rice-area = Diện tích lúa xuân đạt { $done }.
say-spring-yield = Năng suất lúa xuân đạt { $yield }.
say-spring-maize = Diện tích ngô xuân đạt { $done }, bằng { $percent } kế hoạch ({ $plan }) và bằng { $last-year } so với cùng kỳ năm trước.
say-spring-maize-area = Diện tích ngô xuân đạt { $done }.
say-spring-sown = Tổng diện tích gieo trồng vụ Xuân đạt { $done }, bằng { $percent } kế hoạch.
say-spring-plan = Kế hoạch gieo trồng vụ Xuân là { $plan }.

theme-farming = Lâm nghiệp, chăn nuôi, thủy sản
say-forest = Đã trồng mới { $done } rừng, đạt { $province } chỉ tiêu tỉnh giao và { $city } kế hoạch của thành phố.
say-livestock = Đến cuối kỳ, tổng đàn gia súc, gia cầm có { $done }, bằng { $percent } kế hoạch ({ $plan }).
say-ponds = Đến cuối kỳ, diện tích ao nuôi thủy sản là { $done }, bằng { $percent } kế hoạch ({ $plan }).
