### The Front and the organisations

measure-families = Families in the area
measure-cultural-families = Families recognised as cultural
measure-residential-areas = Residential areas
measure-cultural-areas = Residential areas that meet the cultural standard
measure-unity-day-households = Households of the areas that published figures on the Great Unity day
measure-unity-day-cultural = Cultural households in those areas
measure-unity-day-three-years = Households in those areas that were cultural for three years running
measure-unity-day-poor = Poor households in those areas
measure-poor-fund-used = Fund for the poor used
measure-houses-repaired = Houses of poor families repaired
measure-partner-gift = Money for houses given by a partner city
measure-elderly-people = Elderly people
measure-elderly-members = Members of the Elderly Association
measure-elderly-new-members = New members of the Elderly Association
measure-elderly-fund-raised = Funds raised by the Elderly Association
measure-elderly-fund-standing = Standing fund of the Elderly Association
measure-elderly-care-fund = Care fund for the elderly
measure-elderly-tet-visits = Elderly people visited at Tết
measure-elderly-tet-money = Money for the visits at Tết
measure-elderly-longevity = Elderly people honoured for their age
measure-elderly-longevity-money = Money for honouring the elderly
measure-elderly-eye-exams = Elderly people whose eyes were examined
measure-elderly-eye-treated = Elderly people whose eyes were treated
measure-elderly-health-checks = Elderly people who had a health check
measure-elderly-health-files = Health files opened for the elderly
measure-women-unions = Base unions of the Women's Union
measure-women-branches = Branches of the Women's Union
measure-women-members = Members of the Women's Union
measure-women-committee = Members to be elected to the women's city committee
measure-women-standing-committee = Members to be elected to its standing committee
measure-youth-works = Works done by the Youth Union
measure-youth-volunteers = Volunteer turns by young people
measure-member-policies = Members who were given what rules and policies provide
measure-member-loans = Loans to members for their livelihood
measure-member-households-helped = Member households helped with their livelihood
measure-tradition-sessions = Sessions on history and tradition
measure-front-outreach-sessions = Outreach sessions by the Front and its members

indicator-cultural-family-share = Share of families recognised as cultural
indicator-cultural-area-share = Share of residential areas that meet the cultural standard
indicator-elderly-member-share = Share of the elderly who are members

theme-front-outreach = The Front and its members among the people
say-front-outreach = The Front and its member organisations held { $sessions } on Party policy, state law and local rules.

theme-culture = Cultural life in the residential areas
say-cultural-families = Over the whole year { $cultural } of { $families } were recognised as cultural, { $share }.
say-cultural-before = A year earlier, { $before } of { $families } were recognised as cultural.
say-cultural-areas = Over the whole year { $cultural } of { $areas } met the cultural standard, { $share }.
say-unity-day = In the areas that published figures on their Great Unity days of the year, { $cultural } of { $households } were cultural.

theme-charity = Charity and funds
say-poor-fund = Over the whole year the fund for the poor spent { $money }, and { $houses } of poor families were repaired.
say-poor-fund-before = The year before, the fund for the poor spent { $money }, and a partner city gave { $gift } for houses.

theme-elderly = The elderly
say-elderly-members = The Elderly Association took in { $new }; it has { $members }, { $share } of the { $people } who are elderly.
say-elderly-members-only = The Elderly Association has { $members }.
say-elderly-funds = It raised { $raised }; its fund stands at { $standing } and the care fund at { $care }.
say-elderly-visits = At Tết { $people } were visited with gifts worth { $money }; { $longevity } were honoured for their age with { $longevity-money }.
say-elderly-health = The eyes of { $eyes } were examined and { $treated } treated; { $checks } had a health check and { $files } on health were opened.

theme-women = The Women's Union
say-women-members = By figures published in the year the Women's Union counts { $unions }, { $branches } and { $members }.
say-women-congress = Under the congress plan of the year, { $committee } are to be elected to the city committee, { $standing } of them to its standing committee.

theme-youth = The Youth Union
say-youth = The Youth Union carried out { $works }, with { $turns } by volunteers.

theme-member-policies = What rules and policies provide for members
say-member-policies = The associations saw to it that { $members } were given what rules and policies provide for them.

theme-livelihood = Helping members make a living
say-livelihood = The organisations looked after loans of { $loans } and helped { $households } make a living.

theme-tradition = History and tradition
say-tradition = The associations held { $sessions } on history and tradition.
