### Economy

measure-retail-services = Retail trade and services
measure-retail-services-year = Retail trade and services, whole year
measure-trading-households = Trading households
measure-trading-households-new = More trading households than before
measure-industry-nonstate = Output of non-state industry
measure-industry-nonstate-of-plan = Non-state industry against its plan
measure-budget-revenue = Budget revenue
measure-budget-revenue-to-last-year = Budget revenue against a year earlier
measure-budget-revenue-year = Budget revenue, whole year
measure-income-per-head = Income per head
measure-capital-disbursed-october = Investment capital disbursed by 31 October
measure-capital-disbursed-expected = Investment capital expected to be disbursed in the year

theme-economy = Trade, industry and revenue
say-retail = Retail trade and services came to { $done }, { $percent } of the year's plan.
say-retail-year = Over the whole year retail trade and services came to { $done }, { $percent } of the plan.
say-trading-households = There were { $households }, { $more } more than before.
say-industry = Non-state industry produced { $done }, { $percent } of its plan.
say-revenue = Budget revenue was { $done }, { $percent } of the year's estimate and { $last-year } of that of the same months a year earlier.
say-revenue-year = Over the whole year budget revenue was { $done }, { $percent } of the estimate.
say-income = Income per head over the whole year was { $income }.
say-capital = Of the year's planned investment capital, { $october } were disbursed by 31 October, and { $expected } were expected by the end of the year.
