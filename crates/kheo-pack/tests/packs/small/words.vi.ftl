section-government = Khối chính quyền
section-front = Khối Mặt trận và đoàn thể
measured-in-case = { $n } vụ việc
measured-in-percent = { $n }%
measured-in-kilometre = { $n } km
measured-in-time = { $n } lượt
