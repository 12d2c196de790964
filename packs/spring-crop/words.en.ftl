### Farming and forest

measure-spring-sown-area = Area sown in the spring season
measure-spring-seedbeds-sown = Share of the seed beds sown
measure-spring-rice-area = Area of spring rice
measure-spring-rice-to-last-year = Area of spring rice against a year earlier
measure-spring-rice-yield = Yield of spring rice
measure-spring-maize-area = Area of spring maize
measure-spring-maize-to-last-year = Area of spring maize against a year earlier
measure-autumn-rice-area = Area of autumn rice
measure-forest-planted = Forest planted
measure-forest-to-province-target = Forest planted against the province's target
measure-forest-to-city-target = Forest planted against the city's target
measure-livestock-poultry = Livestock and poultry
measure-fish-ponds = Area of fish ponds

theme-spring-crop = The spring crop
say-spring-rice = Spring rice covered { $done }, { $percent } of the plan of { $plan } and { $last-year } of the area a year earlier.
say-spring-rice-area = Spring rice covered { $done }.
say-spring-yield = The rice yielded { $yield }.
say-spring-maize = Spring maize covered { $done }, { $percent } of the plan of { $plan } and { $last-year } of the area a year earlier.
say-spring-maize-area = Spring maize covered { $done }.
say-spring-sown = In all, { $done } were sown in the spring, { $percent } of the plan.
say-spring-plan = The plan for all spring crops was { $plan }.

theme-farming = Forest, livestock and fish
say-forest = Newly planted forest came to { $done }, { $province } of the province's target and { $city } of the city's own.
say-livestock = At the end of the period livestock and poultry stood at { $done }, { $percent } of the { $plan } planned.
say-ponds = At the end of the period fish ponds covered { $done }, { $percent } of the { $plan } planned.
