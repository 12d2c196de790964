### Kinh tế

measure-retail-services = Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ
measure-retail-services-year = Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ cả năm
measure-trading-households = Số hộ kinh doanh
measure-trading-households-new = Số hộ kinh doanh tăng thêm
measure-industry-nonstate = Giá trị sản xuất công nghiệp ngoài quốc doanh
measure-industry-nonstate-of-plan = Công nghiệp ngoài quốc doanh so với kế hoạch
measure-budget-revenue = Thu ngân sách trên địa bàn
measure-budget-revenue-to-last-year = Thu ngân sách so với cùng kỳ năm trước
measure-budget-revenue-year = Thu ngân sách trên địa bàn cả năm
measure-income-per-head = Thu nhập bình quân đầu người
measure-capital-disbursed-october = Tỷ lệ giải ngân vốn đầu tư đến ngày 31 tháng 10
measure-capital-disbursed-expected = Tỷ lệ giải ngân vốn đầu tư ước cả năm

theme-economy = Thương mại, công nghiệp, thu ngân sách
say-retail = Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ đạt { $done }, bằng { $percent } kế hoạch năm.
say-retail-year = Tính chung cả năm, tổng mức bán lẻ hàng hóa và doanh thu dịch vụ đạt { $done }, bằng { $percent } kế hoạch.
say-trading-households = Trên địa bàn có { $households }, tăng { $more }.
say-industry = Giá trị sản xuất công nghiệp ngoài quốc doanh đạt { $done }, bằng { $percent } kế hoạch.
say-revenue = Thu ngân sách trên địa bàn đạt { $done }, bằng { $percent } dự toán năm và bằng { $last-year } so với cùng kỳ năm trước.
say-revenue-year = Cả năm, thu ngân sách trên địa bàn đạt { $done }, bằng { $percent } dự toán.
say-income = Thu nhập bình quân đầu người cả năm đạt { $income }.
say-capital = Vốn đầu tư trong năm giải ngân đến ngày 31 tháng 10 đạt { $october } kế hoạch, ước cả năm đạt { $expected } kế hoạch.
