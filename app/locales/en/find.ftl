# Finding: home, list, occupation, course, institution, base, market, recommendations
colon = {": "}
list-comma = {", "}
kinds = Kinds
kind-all = All
sort = Order
sort-relevance = Best match
sort-start = Earliest start
sort-cost = Lowest own cost
sort-market = Most needed
sort-distance = Nearest to { $district }
nearest = Near me
nearest-seeking = Finding your place: it stays on this device and only picks the nearest district …
nearest-refused = Your place could not be had. Allow it in the browser and try again, or choose a district among the filters.
nearest-afar = You are far from Dalian. Choose a district among the filters, then sort by distance.
distance-estimated = Measured from the centre of { $district } to the centre of each district: an estimate. Within one district nothing counts as nearer.
distance-about = about { $km } km
filters = Filters
filters-count = Filters ({ $count })
filters-apply = Apply filters
filters-chosen = Filters in force
filters-clear = Clear all filters
filter-off = Remove: { $filter }
filter-q = search words
filter-kind = kind
filter-district = District
filter-level = Skill level
filter-shortage = Shortage
filter-programme = Programme
filter-mode = When it meets
filter-literal = Words as typed
filter-occupation = occupation
filter-place = place of training
filter-month = Month of start
filter-month-chip = starts in { $month }
filter-more = { $count } more
filter-place-others = To find another, type its name into the search box above.
filter-days = First day
filter-from = Starts no earlier than
filter-to = Starts no later than
filter-from-chip = from { $day }
filter-to-chip = until { $day }
filter-open = Only courses open for applications
shortage-very = Severe shortage
shortage-high = Shortage
shortage-general = Mild shortage
level-short-5 = 5
level-short-4 = 4
level-short-3 = 3
level-short-2 = 2
level-short-1 = 1

list-title = Search
list-description = Occupations, courses, training institutions and practice bases in Dalian: by words, district, level and open seats, with what the city pays.
list-title-text = Results for “{ $text }”
list-title-course = Find a course
list-title-occupation = Occupations
list-title-institution = Training institutions
list-title-base = Training bases
found-total = { $total } found
did-you-mean = Did you mean
search-literally = Only what says “{ $text }”
pages = Pages
pages-prev = Previous
pages-next = Next
pages-number = Page { $page }
nothing-here = Nothing fits all of these. With one condition fewer there is:
nothing-at-all = Nothing found. Try an everyday English word for the job, the occupation’s full name, just one or two characters, or pinyin.
nothing-group = Subsidised occupations of the same group
nothing-meant = Subsidised occupations that your words mean
nothing-near = Subsidised occupations with similar names
nothing-wanted = Subsidised occupations in shortage
nothing-one-fewer = Nothing fits all of these, nor with any one condition fewer. With several fewer there is:
nothing-without = Any { $filter }: { $total }
nothing-without-several = Without { $filters }: { $total }
nothing-without-open = Full and closed courses too: { $total }
nothing-without-literal = Not only words as typed: { $total }
nothing-without-q = Without the words “{ $text }”, by the other conditions alone: { $total }
nothing-all = Clear everything and show all
none-subsidised = None of the occupations listed here is in the subsidised catalogue at present.
no-course = There is no course like that at present.
beyond = There is no page { $page }: this list has { $pages ->
    [one] one page
   *[other] { $pages } pages
}.
beyond-last = To page { $pages }

asked-too-long = Too much to search for: please shorten it to { $typed } characters.
asked-kind = There is no kind “{ $typed }”: choose all, occupation, course, institution or training base.
asked-district = There is no district with the code “{ $typed }”: choose one among the filters.
asked-level = There is no level “{ $typed }”. Levels run from 5 (primary) to 1 (senior technician).
asked-shortage = There is no shortage tier “{ $typed }”: choose one among the filters.
asked-programme = There is no programme “{ $typed }”: choose one among the filters.
asked-mode = Courses never meet “{ $typed }”: choose among the filters.
asked-month = “{ $typed }” is not a month: write it as 2026-12, or tick one among the filters.
asked-literal = “Words as typed” is either chosen or not; it cannot be “{ $typed }”.
asked-occupation = There is no occupation with the code “{ $typed }”: search for its name.
asked-place = There is no institution or base with the number “{ $typed }”: search for its name.
asked-from = “{ $typed }” is not a real day to start from: write it like 2026-03-01.
asked-to = “{ $typed }” is not a real day to start by: write it like 2026-03-01.
asked-order = The last day to start is before the first: change one of them.
asked-open = “Only courses open for applications” is either chosen or not; it cannot be “{ $typed }”.
asked-sort = There is no order “{ $typed }”: choose best match, earliest start, most needed, lowest own cost or nearest.
asked-near = To sort by distance, choose the district to start from among the filters.
asked-page = There is no page “{ $typed }”: use the page numbers below the list.

fact-start = Starts
fact-district = District
fact-own-cost = You pay first
fact-place = Place
fact-levels = Subsidised levels
stub-once-certified = paid by the city once certified
stub-up-to = training subsidy at most
stub-see-inside = Subsidy: see inside
stub-not-subsidised = Not in the subsidised list
seats-left = { $seats } seats left
seats-few = Only { $seats } left
seats-none = Full
seats-closed = Applications closed
reason-alias = Also called { $name }
reason-synonym = Means { $name }
reason-sound = Matched by pinyin
reason-spelling = One character forgiven
reason-sound-of = Matched by pinyin: { $name }
reason-spelling-of = One character forgiven: { $name }
reason-group = Same group: { $name }
reason-taught = Teaches { $name }
reason-about = Belongs to { $name }
reason-relaxed = Only part of the words match

# occupation, course, institution, base
not-published = not published
hours = { $hours } class hours
fact-end = Ends
fact-apply-until = Apply until
fact-seats = Seats
fact-seats-of = { $left } left of { $seats }
fact-address = Address
fact-phone = Telephone
stub-not-published = Subsidy not published, or none
mode-daytime = daytime
mode-evening = evenings
mode-weekend = weekends
mode-online = online
course-description = { $title }, { $district }, starting { $start }: times, place, seats, what the city pays, and how to enrol.
course-when = When
course-timetable = Timetable
course-modes = Mode
course-hours = Length
course-sessions = All meetings ({ $count })
session-day = Day
session-time = Time
course-where = Where
course-money = What it costs and what the city pays
money-own = You pay first
money-own-unknown = The institution does not say; ask before you enrol
money-top-up = {" "}(with { $percent }% for the shortage)
money-once-certified = Subsidies are paid once you hold the certificate. Without one nothing is paid, and nothing of your allowance is used up.
paid-to-person = {" "}It is paid to you.
paid-to-enterprise = {" "}It is paid to your employer.
paid-to-institution = {" "}It is paid to the institution.
course-take = Enrolment and entitlement
course-apply = Enrol
course-apply-hint = Open until { $day }; cancelling costs nothing of your allowance.
course-full = This course is full.
course-closed = Applications for this course are closed.
course-others = Courses in the same occupation that are still open
course-verdict = By what you have told us:{" "}
course-may-i = Am I entitled to the subsidy?
course-may-i-text = A few questions tell. No sign-in, and the answers are not kept.
course-check = Check what I may claim
occupation-description = { $name } ({ $code }): its levels, what the city pays for each, where to learn it, and whether it is wanted.
occupation-levels = Levels and subsidies
occupation-edition = By the catalogue “{ $edition }”; paid once certified.
occupation-no-levels = This occupation has no skill levels, so nothing is paid by level.
level-not-subsidised = This level is not in the subsidised list: it can be certified, but nothing is paid.
level-absent = There is no such level in this occupation.
level-courses = Courses at this level
occupation-courses = Open courses
occupation-no-courses = No course is open just now.
occupation-all-courses = All { $total }
occupation-market = Is it wanted?
occupation-names = Names and code
occupation-code = Code (national classification)
occupation-aliases = Also called
occupation-groups = Belongs to
institution-courses = Courses
institution-no-courses = No courses are published just now.
institution-all-courses = All { $total }
institution-description = { $name } in { $district }: address, telephone, the next courses, and the occupations and levels that the city pays for there.
institution-designations = Designations
institution-designations-hint = The city pays only for courses held while the designation is in force.
designation-period = Period
designation-open = further notice
designation-in-force = In force
designation-over = Over
designation-ahead = Not yet
base-public = City public training base
base-university_demo = University demonstration base
base-district = District training base
base-industry = Industry or enterprise base
base-pays = Students of Dalian’s universities who practise here and obtain the certificate get { $percent }% of the training standard, and the appraisal subsidy as well (二（二）2).
base-pays-not = Practice at this kind of base is not covered by the students’ practice subsidy (二（二）2).
base-slots = Practice slots
base-no-slots = No slots are published just now.
base-all-slots = All { $total }
base-description = { $name } in { $district }: address, telephone, the next practical-training slots, and whether students can claim for them.

# market
market-title = Supply and demand
market-title-of = { $name }: supply and demand
market-description = How many people Dalian looks for in each occupation and how many look for work, quarter by quarter, every figure with its source.
market-description-of = How many people Dalian looks for as { $name } and how many look for work, quarter by quarter, every figure with its source.
market-text = The ratio is openings divided by job seekers. Above 1 there are more openings than people, below 1 more people than openings. National figures count another number of cities each time; see the table.
market-everywhere = Everywhere
market-show = Show
market-one = Choose an occupation
market-another = Another occupation
market-totals = Overall figures
market-none = Nothing has been published about this, and there is no sample data.
market-chart-title = Openings for each job seeker, { $area }
market-chart-text = From { $from } in { $first } to { $to } in { $last }.
market-legend-ratio = Openings per job seeker
market-legend-even = As many openings as people (1)
market-legend-sample = Hollow point: sample data
market-table = All figures with their source
market-period = Period
period-year = { $year }
period-quarter = Q{ $part } { $year }
period-half = { $part ->
    [1] First
   *[other] Second
} half of { $year }
period-month = { $part ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[other] December
} { $year }
market-area = Area
market-demand = Openings
market-supply = Job seekers
market-ratio = Ratio
market-source = Source
market-newest = Openings per job seeker, { $period }
market-ratio-hint = Above 1 means that people are wanted.
market-all = Figures of all periods

# recommendations
recommended-title = Recommended courses
recommended-description = First the courses for which the market lacks people, which the city is likelier to pay for and which are near: ranked by published supply and demand, with the reason for every place.
recommended-text = First come courses whose occupation is wanted, to whose subsidy you are likely entitled, near you, starting soon, with seats left. Each says why it stands where it stands.
recommended-known = Computed from what you have told us and from your enrolments.
recommended-unknown = You are not signed in, so your entitlement counts as unknown. Sign in for a better order.
recommended-interest = What would you like to learn?
recommended-interest-hint = Occupations or words, separated by commas
recommended-interest-wrong = Too many interests, or too long: at most 10 words of 40 characters.
recommended-anywhere = Anywhere
recommended-show = Recommend again
recommended-none = No course fits. Try another word, or any district.
recommended-why = Why it is number { $place }
part-market = Demand
part-market-figure = Demand: { $figure } openings per job seeker
part-entitlement = Entitlement
part-entitlement-figure = Entitlement
part-district = In the district you chose
part-district-figure = { $figure } km from you
part-interest = Fits what you would like to learn
part-interest-figure = Fits what you would like to learn
part-start = Start
part-start-figure = Starts in { $figure } days
part-seats = Seats
part-seats-figure = { $figure } seats left
part-sum = Sum

# home
home-text = Vocational training in Dalian: courses, institutions and training bases in one place, paid by the city once you are certified.
door-find = Find a course
door-find-text = { $count } courses and practice slots open
door-check = What may I claim?
door-check-text = A few questions, no sign-in
door-mine = My enrolments
door-mine-text = Progress, receipts, cancelling
home-courses = Starting soon
home-all-courses = All { $total }
home-wanted = Occupations most in need of people
home-all-wanted = All shortage occupations
home-districts = Courses by district
home-figures = The city in figures
home-figures-demo = Occupations are those of the national classification of 2022; the rest is sample data.
home-figures-source = Counted from what this portal publishes today.
home-market = { $area }, { $period }: { $ratio } openings for each job seeker.
home-market-more = Figures and sources
count-occupations = occupations
count-subsidised = of them subsidised
count-institutions = designated institutions
count-courses = courses open
count-slots = practice slots open
count-bases = training bases

# help and accessibility
help-title = Help
help-description = How to find a course, check what you can claim and apply; whom each of the eight programmes is for; and which number to call.
help-find = How do I find a course that suits me?
help-find-text = Search on the first page for an occupation: in English, by its Chinese name or what people call it, or in pinyin; or filter by district, level and shortage. “Only courses open for applications” hides what is full or closed.
help-check = Am I entitled to a subsidy?
help-check-text = Open “Subsidies” and answer one question a page; “not sure” is an answer too. In the end you see, item by item, what you may claim, what not, by which clause, and where. No sign-in, and the answers are not kept.
help-apply = How do I enrol?
help-apply-text = Press “Enrol” on the course’s page and sign in with your phone. The first time you give your name and resident ID. Check, send, and you have a number and a receipt.
help-full = The course I want is full. What now?
help-full-text = Press “Join the waiting list” on its page. When somebody cancels and it is your turn, the seat is yours and we text you. Meanwhile you may apply for another course; see your place under “My courses”.
help-cancel = I have enrolled and cannot come. What now?
help-cancel-text = Cancel under “My courses”. The seat goes to somebody else, and nothing of your allowance is used up.
help-paid = When is the subsidy paid?
help-paid-text = Once you hold the certificate; without it nothing is paid. The portal shows published standards. What is not published is called so, and never estimated.
help-large = The type is too small
help-large-text = Press “Large” or “Extra large” at the top of any page. Colours can be changed at the bottom.
help-privacy = Is what I type safe?
help-privacy-text = Your resident ID is stored encrypted and shown in part only. Nothing personal appears in searches or addresses.
help-call = Still not clear? Call
help-call-text = Hotline for human resources and social security:
help-policy = Basis of the subsidies
help-policy-text = 大政发〔2011〕44号, the city’s opinion on vocational training for employment. The number of subsidies in a lifetime is limited, and employment skills training is paid once a year. These are the eight programmes:
accessibility-title = Accessibility
accessibility-description = How to use this portal with poor sight, with unsteady hands or on an old phone; where it still falls short, and how to tell us.
accessibility-text = Everybody should be able to do their business here by themselves: with poor sight or hearing, without a mouse, on a slow line, or new to phones. The aim is WCAG 2.2, level AA, and the Chinese norms for elderly readers.
accessibility-does = What we do
accessibility-type = Three sizes of type, one tap away; no sideways scrolling on screens of 320 pixels.
accessibility-script = Everything works without JavaScript; pages are small enough for old phones and slow lines.
accessibility-keys = Everything works from the keyboard, with a clear ring around the present place; buttons and links are large.
accessibility-reader = Headings, forms, errors and charts are told in words to screen readers.
accessibility-colour = Text stands out from its ground; nothing is told by colour alone; light, dark, and the device’s high-contrast settings.
accessibility-words = Policy in plain words, each with its clause.
accessibility-not = What we do not do yet
accessibility-not-text = The sea chart on the first page is an ornament without function. Descriptions of courses come from institutions and may be hard to read.
accessibility-tell = Tell us what does not work
accessibility-tell-text = Call 12333, say “vocational training portal”, and name the page.

# districts
district-210202 = Zhongshan
district-210203 = Xigang
district-210204 = Shahekou
district-210211 = Ganjingzi
district-210212 = Lüshunkou
district-210213 = Jinzhou
district-210214 = Pulandian
district-210224 = Changhai County
district-210281 = Wafangdian
district-210283 = Zhuanghe
district-210291 = High-tech Zone
district-210292 = Jinpu New Area
district-210293 = Free Trade Zone
district-210294 = Changxing Island
district-210295 = Huayuankou
district-210296 = Puwan
district-210297 = Lüshun Development Zone

subsidy-training = Training subsidy
subsidy-practice = Practice subsidy
subsidy-appraisal = Appraisal subsidy

# Comparison
compare-title = Compare courses
compare-text = Up to { $most } beside each other; what is the same for all says so.
compare-first = Choose courses
compare-add = Add another
compare-remove-short = Take out
compare-remove = Take out: “{ $title }”
compare-same = (same for all)
compare-apply = Enrol: “{ $title }”
compare-shut = See whether there is a line
compare-verdict = By what you told us
compare-too-many = At most { $most } fit beside each other; the first { $most } are shown. Take one out to add another.
compare-unknown = There is no course “{ $typed }”, or it was withdrawn. Choose another from the list.
compare-not-short = not on the shortage list
compare-tick = Compare
compare-tick-name = Compare “{ $title }”
compare-go = Compare what is ticked (up to { $most })
compare-ticked = Compare { $count } ticked (up to { $most })
course-compare = Compare with others for this occupation
