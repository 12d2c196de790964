### Election

measure-election-council-seats = Seats of the city council to be filled
measure-election-names-proposed = People proposed before the first consultation
measure-election-names-first = People to be nominated after the first consultation
measure-election-files = Candidate files before the second consultation
measure-election-file-bodies = Bodies and places that sent candidate files
measure-election-self-nominated = Self-nominated candidates
measure-election-home-meetings = Meetings with voters where the candidates live
measure-election-home-areas = Hamlets and street groups that held such a meeting
measure-election-names-at-home = People put to the voters where they live
measure-election-names-final = People on the final list after the third consultation
measure-election-meeting-candidates = Candidates at the meeting with voters
measure-election-polling-hours = Hours the polls were open
measure-election-voters = Voters who voted
measure-election-turnout = Turnout
measure-election-delegates-elected = Delegates elected to the city council

theme-election = Election of the National Assembly and the People's Councils
say-election-day = On polling day the polls were open for { $hours }; { $voters } voted, { $turnout } of the electorate.
say-election-voters = On polling day { $voters } voted.
say-election-result = Voters elected { $elected } to the city council, { $percent } of the seats.

theme-consultations = Consultations on the candidates
say-consultation-first = First consultation: for { $seats } of the city council { $proposed } were proposed; the meeting agreed on { $agreed }.
say-consultation-second = Second consultation: there were { $files } from { $bodies }; self-nominated: { $self }.
say-consultation-home = In { $meetings } in { $areas }, the voters who live beside the { $people } to be nominated gave their opinion on them.
say-consultation-third = Third consultation: the list of candidates for the city council was closed at { $final }.
