### Security and defence

measure-security-sessions = Outreach sessions on security and order
measure-security-models = Active self-managed security groups
measure-crime-reports-resolved = Crime reports resolved
measure-crimes-cleared = Crimes cleared
measure-serious-crimes-cleared = Serious crimes cleared
measure-security-awards-collective = Collectives rewarded in the security movement
measure-security-awards-person = Persons rewarded in the security movement
measure-traffic-offences = Traffic offences fined
measure-traffic-fines = Traffic fines paid to the budget
measure-traffic-accidents = Traffic accidents
measure-traffic-deaths = People killed in traffic accidents
measure-conscripts = Conscripts
measure-militia-trained = Militia members trained

theme-areas = Safe hamlets and street groups
say-security-sessions = With the organisations, the armed forces held { $sessions } of outreach and kept { $models } of self-managed security going.
say-security-awards = For the security movement of the year before, { $collectives } and { $persons } were rewarded.

theme-crime = Crime, and the safety of political events
say-crime-targets = The targets for the whole of 2016 are to resolve over { $reports } of crime reports and to clear at least { $cleared } of cases, over { $serious } of the serious ones.
say-crime-results = In the whole of 2016, { $reports } of crime reports were resolved and { $cleared } of cases cleared.

theme-traffic = Order and safety in traffic
say-traffic = In the whole of 2016, { $offences } against the traffic law were fined, over { $fines } in all.
say-traffic-accidents = In the whole of 2016 there were { $accidents } on the roads, with { $deaths } killed.

theme-defence = Conscription and militia training
say-conscripts = In the whole of 2016 the city sent { $conscripts } to military service.
say-militia = Training was given to { $trained } of the militia.
