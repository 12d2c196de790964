### Urban order and environment

measure-urban-violations = Breaches of urban order dealt with
measure-waste-collected = Waste collected
measure-cleaning-sessions = General cleaning sessions
measure-corridor-clearers = Militia members who cleared road safety corridors

theme-urban-order = Urban order, “green, clean and beautiful”
say-urban-violations = The authorities dealt with { $violations } against urban order.
say-cleaning = General cleaning: { $sessions }; waste collected: { $waste }.
say-corridor = Over the whole year about { $people } of the militia cleared the safety corridors of city roads.
