section-government = Government
section-front = Front and organisations
measured-in-case = { $n } cases
measured-in-percent = { $n }%
measured-in-kilometre = { $n } km
measured-in-time = { $n } times
