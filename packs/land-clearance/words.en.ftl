### Land clearance and resettlement

measure-clearance-works = Works in the clearance plan
measure-clearance-disbursed = Clearance money disbursed
measure-clearance-carried-over = Clearance projects carried over from the year before
measure-clearance-households-paid = Households that received compensation
measure-resettled-households = Households resettled
measure-nam-cat-households = Households waiting to move for the Nặm Cắt reservoir
measure-nam-cat-progress = Part of the Nặm Cắt reservoir that is built
measure-nam-cat-investment = Total cost of the Nặm Cắt reservoir
measure-nam-cat-building = Part of that cost for building
measure-nam-cat-lake-area = Area of the Nặm Cắt lake

theme-clearance = Land clearance and resettlement
say-clearance = The clearance plan held { $works } with { $plan }; { $done } were disbursed, { $percent } of the money planned.
say-clearance-carried-over = Carried over from the year before: { $projects }.
say-clearance-paid = Compensation was paid to { $households }.
say-resettled = New places were given to { $households }.

theme-nam-cat = The Nặm Cắt reservoir
say-nam-cat-money = Figures published the year before put the project at { $total }, of which { $building } are for building.
say-nam-cat-progress = About { $progress } of the reservoir is built; about { $households } wait to be moved.
