### Security and defence

measure-security-sessions = Outreach sessions on security and order
measure-security-models = Active self-managed security groups
measure-political-events-protected = Important political events kept safe
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
say-security-sessions = With the organisations, the armed forces held { $sessions } of outreach on security and order and kept { $models } of self-managed security going.
say-security-awards = For the security movement of the year before, { $collectives } and { $persons } were rewarded.

theme-political-events = The safety of political events
say-political-events = The armed forces kept { $events } of political importance safe.

theme-crime = Crime
say-crime-targets = The targets for the whole year are to resolve at least { $reports } of crime reports and to clear at least { $cleared } of cases, and at least { $serious } of the serious ones.
say-crime-results = Over the whole year { $reports } of crime reports were resolved and { $cleared } of cases cleared.

theme-traffic = Order and safety in traffic
say-traffic = Over the whole year { $offences } against the traffic law were fined, and { $fines } in fines went to the budget.
say-traffic-accidents = Over the whole year there were { $accidents } on the roads, with { $deaths } killed.

theme-defence = Conscription and militia training
say-conscripts = Over the whole year { $conscripts } left for military service.
say-militia = Training was given to { $trained } of the militia.
