### Work with the people

measure-leading-documents = Documents issued to lead work with the people
measure-contest-teams = Teams registered for the “Dân vận khéo” contest
measure-contest-models = “Dân vận khéo” models registered
measure-dossiers-received = Applications received under administrative procedures
measure-dossiers-in-time = Applications settled in time
measure-service-inspections = Inspections of how officials serve the people
measure-outreach-briefings = Briefings for officials
measure-outreach-sessions = Outreach sessions with the people
measure-community-outreach-sessions = Outreach sessions with communities of believers
measure-democracy-inspections = Inspections of grassroots democracy
measure-dialogues = Direct dialogues with the people
measure-bloc-proposals = Proposals by grassroots blocs to committees
measure-area-visits = Visits to residential areas
measure-peak-campaign-works = Works registered in the “200 days and nights” campaign
measure-peak-campaign-finished = Works of the “200 days and nights” campaign finished

indicator-dossiers-in-time-share = Share of the applications received that were settled in time

theme-leadership = Leading the work with the people
say-leading-documents = Party committees at all levels issued { $documents } to lead the work of Party bodies, organisations and grassroots blocs with the people.

theme-contest = Preparing the “Dân vận khéo” contest
say-contest-teams = The city's “Dân vận khéo” contest was prepared, with { $teams } registered.
say-contest-models = Places and bodies registered { $models } of skilful work with the people.

theme-procedures = Reform of administrative procedures
say-dossiers = Offices received { $received } under administrative procedures and settled { $in-time } in time, { $share } of those received.

theme-service = Officials who deal with the people
say-service-inspections = There were { $inspections } of how officials who deal with the people do their duty.

theme-outreach = Outreach and briefings
say-briefings = Briefings on current affairs for officials: { $sessions }.
say-outreach = Outreach on the economy and society: { $sessions }.

theme-community-outreach = Outreach to communities of believers
say-community-outreach = Held with the communities, together with offices and organisations: { $sessions }.

theme-blocs = The grassroots blocs
say-bloc-proposals = The grassroots blocs put { $proposals } to Party committees and authorities.
say-area-visits = The grassroots blocs made { $visits } to residential areas.

theme-democracy = Grassroots democracy
say-democracy-inspections = There were { $inspections } of grassroots democracy and of the rules for work with the people.
say-dialogues = Authorities held { $dialogues } of direct dialogue with the people.

theme-peak-campaign = The “200 days and nights” campaign
say-peak-campaign = Places and bodies registered { $works } for the “200 days and nights of work, production and study”.
say-peak-campaign-finished = By the end of the period { $finished } were finished.

## Milestones
procedure-grassroots-publicity = What the commune publishes under the Law on Grassroots Democracy
milestone-radio-broadcast = Broadcast on the commune’s loudspeakers, without a break at least
event-broadcast-begun = the day the broadcast began
