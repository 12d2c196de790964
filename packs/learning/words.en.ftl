### Learning promotion

measure-learning-branches = Branches of the Learning Promotion Association
measure-learning-members = Members of the Learning Promotion Association
measure-learning-families = Families registered as learning families
measure-learning-clans = Clans registered as learning clans
measure-learning-areas = Hamlets and groups registered as learning communities
measure-learning-units = Units registered as learning units
measure-learning-city-fund = City fund for learning
measure-learning-city-spent = City fund for learning spent
measure-learning-prize-pupils = Pupils with prizes rewarded
measure-learning-prize-teachers = Teachers rewarded
measure-learning-hardship-pupils = Pupils in hardship helped
measure-learning-units-raised = Funds for learning raised by wards and communes
measure-learning-units-rewarded = Teachers and pupils rewarded by wards and communes

theme-learning = Learning promotion
say-learning-members = The Learning Promotion Association has { $branches } with { $members }.
say-learning-models = Registered as learning models are { $families }, { $clans }, { $areas } and { $units }.
say-learning-fund = The city's fund came to { $fund }; { $spent } went to { $pupils } and { $teachers } with prizes and to { $hardship } in hardship.
say-learning-units-fund = At the level of wards and communes { $raised } were raised, and { $people }, teachers and pupils, were rewarded.
