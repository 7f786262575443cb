# The checker: questions and result. As few questions as possible, each saying why it is asked.

## On every page

check-title = Check which subsidies you can get
check-step = Question { $step }
check-promise = No sign-in, usually three or four questions, a minute at most. Your answers stay on your own device: not in the address, not with us.
check-on-phone = Your answers stay on this phone and are sent to nobody.
check-on-computer = Your answers stay on this computer and are sent to nobody.
check-not-sure = I am not sure
check-yes = Yes
check-no = No
check-told = { $what }: { $answer }
check-or = Or
check-clear = Clear my answers
check-change = Change: { $what }

## Question: groups

check-groups = Which of these are you now?
check-groups-short = Your situation
check-groups-why = Choose all that fit. Why we ask: each programme is for some of these only.
check-groups-none = None of these

## Question: birth

check-birth = When were you born?
check-birth-short = Date of birth
check-birth-why = For example 1985, 6, 30. Why we ask: subsidised training is for people of working age.

## Question: sex

check-sex = What is your sex?
check-sex-short = Sex
check-sex-why = Why we ask: women and men retire at different ages, and at your age that decides.
sex-female = Female
sex-male = Male

## Question: earlier trainings

check-trainings = Have you taken government-subsidised training before?
check-trainings-short = Earlier subsidised training
check-trainings-why = What you attend or have enrolled in counts too. Why we ask: some subsidies are paid once a year, some once in a lifetime.
check-trainings-none = No, never
check-trainings-some = Yes, let me tell you
check-trainings-all = That is all
check-trainings-more = There is another one
check-trainings-list = Trainings you told us
check-trainings-remove = Remove
check-training-in = { $year }
check-training-title = Tell us about one earlier training
check-training-add = Add this training
check-training-programme = Which kind of training was it?
check-training-occupation = Which occupation did you learn?
check-training-occupation-hint = For example 电工 (electrician), by its Chinese name or its code. Not for entrepreneurship.
check-training-level = At which level?
check-training-level-hint = Not for entrepreneurship.
check-training-year = In which year did it start?
check-training-month = In which month?
check-training-state = What became of it?
check-state-reserved = Enrolled, or still attending
check-state-completed = Finished, certificate still to come
check-state-certified = I got the certificate
check-state-paid = I got the certificate and the subsidy
check-state-failed = I did not get the certificate
check-state-cancelled = I cancelled

state-reserved = Enrolled
state-completed = Finished
state-certified = Certified
state-paid = Subsidy paid
state-failed = Not certified
state-cancelled = Cancelled

## Question: school

check-school = Which school did you leave last without going on?
check-school-short = Last school
check-school-why = Why we ask: since 2011, those who leave junior or senior high school without going on take labour preparation first.
check-school-junior_high = Junior high school, and no school after it
check-school-senior_high = Senior high school, and no school after it
check-school-none = Neither: I went on to a college or university, or left before finishing junior high
check-school-year = In which year?
check-school-year-hint = Only for junior or senior high school. Leave it empty if you do not remember.

## Question: certificate

check-certificates = Which vocational certificates do you hold?
check-certificates-short = Certificates
check-certificates-why = Choose the highest, however you got it. Why we ask: a level you hold is not paid again, and going up a level needs the one below.
check-certificate = Do you hold a vocational certificate in “{ $occupation }”?
check-certificate-why = Choose the highest. Why we ask: a level you hold is not paid again, and a promotion needs the level below.
check-certificate-none = No

## Question: contract

check-contract = What does your work contract say?
check-contract-short = Work contract
check-contract-why = Choose “I am not sure” where you do not know, or let your employer’s staff office fill this in. Why we ask: whether pre-job training is paid depends on how long the contract runs, on full insurance, and on how soon after signing it starts.
check-signed = On which day was it signed?
check-signed-short = Signed on
check-signed-hint = It stands at the end of the contract, for example 2026, 6, 1
check-term = How long does it run?
check-term-short = Length
check-term-open = It has no end date
check-term-months = It has an end date
check-months = How many months in all?
check-months-hint = Only if you chose “It has an end date”. One year is 12.
check-months-told = { $count } months
check-filed = Has your employer filed your employment?
check-filed-short = Employment filed
check-filed-hint = That means telling the labour office: this person works here
check-insured = Does your employer pay your social insurance in full?
check-insured-short = Insurance paid in full

## Question: enterprise

check-enterprise = What kind of enterprise do you work for?
check-enterprise-short = Enterprise
check-enterprise-why = Choose “I am not sure” where you do not know, or let your employer’s staff office fill this in. Why we ask: the subsidy goes to the enterprise, and some kinds can’t have it.
check-in-city = Is it registered in Dalian?
check-in-city-short = Registered in Dalian
check-dispatch = Is it a staffing or labour dispatch company?
check-dispatch-short = Staffing or dispatch
check-dispatch-hint = One that finds or lends workers for other companies
check-industry = Does national policy allow its kind of business?
check-industry-short = Business allowed
check-industry-hint = Kinds of business that the state is phasing out do not count. If unsure, ask your employer.

## Question: education fund

check-fund = How does your employer use its employee education fund?
check-fund-short = Education fund
check-fund-why = It is money set aside for training staff. Choose “I am not sure” where you do not know, or let the staff or finance office fill this in. Why we ask: only an enterprise that uses it as the law says gets the subsidy.
check-drawn = Does it set this money aside as the law says?
check-drawn-short = Set aside
check-front-line = What percentage is spent on front-line staff?
check-front-line-short = For front-line staff
check-front-line-hint = A whole number, for example 60. Front-line staff are those who do the work itself.
check-disclosed = Has it told the staff how the money is used?
check-disclosed-short = Staff told

## Question: entrepreneurship

check-entrepreneur-certificate = Do you hold the entrepreneurship training certificate?
check-entrepreneur-certificate-short = Entrepreneurship certificate
check-entrepreneur-certificate-why = Why we ask: only who finished entrepreneurship training and holds this certificate can take the simulation.
check-business-plan = Has your business plan passed its expert review?
check-business-plan-short = Plan passed its review
check-business-plan-why = Why we ask: the simulation is for those whose plan passed.

## Result

check-result = Your result
check-result-on = As of { $day }, by what you told us. The office has the last word.
check-this-course = The course you asked about
check-apply = Apply
check-left = What is left
check-left-lifetime = Left in all
check-left-primary = New entry-level occupations left
check-left-year = Employment skills training this year
check-left-times = { $count }
check-left-year-used = used
check-left-year-free = not used yet
check-left-upgrades = Possible promotions
check-programmes = Programmes that concern you
check-nothing = By your answers there is no programme for you. Below stands whom each one is for; come back when things change.
check-not-for-you = Programmes for other people
check-opens-on = You can apply from { $day }.
check-rules-passed = Rules that are met ({ $count })
check-rules-open = Rules not known yet that no longer matter ({ $count })
check-act-wait = See courses from { $day } on
check-act-put-right = Once that is done, change your answer
check-act-reach = See { $occupation }, { $level }
check-act-first = See the courses: { $programme }
check-act-choose = See other courses
check-settle = To settle it we still need to know:
check-see-courses = See the courses
check-money = How much
check-money-by-catalogue = It depends on what you learn and at which level; the page of each course says it
check-money-a-head = for each person, paid to the institution; you pay nothing
check-office = Where to go: { $office }
check-office-phone = Telephone
check-plan = Make a plan: what to learn in which year
check-plan-hint = For a plan your answers are sent to the portal first; they are kept in your browser only.
check-where = Which office is yours
check-residence = In which district do you live?
check-university = In which district is your university?
check-district-none = Please choose
check-district-show = Show the office
check-your-answers = Your answers
remedy = What you can do: { $remedy }

money-training = training subsidy, once certified
money-practice = practice subsidy, once certified
money-appraisal = Exam subsidy
money-payee = Paid to
money-none = no published amount

## What to put right

check-choose = Choose one; if you do not know, choose “I am not sure”
check-groups-clash = “None of these” can’t go together with another choice
check-day-missing = Give year, month and day; if you do not know, choose “I am not sure”
check-day-impossible = There is no such day: please look at year, month and day again
check-day-early = Give a day in 1900 or later
check-year-impossible = Give a year of four digits, such as 2012
check-year-later = The year can’t lie after this one
check-month-impossible = Give a month from 1 to 12
check-months-missing = Give the number of months, such as 12; if you do not know, choose “I am not sure”
check-percent-missing = Give a whole number from 0 to 100; if you do not know, choose “I am not sure”
check-occupation-missing = Name the occupation
check-occupation-unknown = No such occupation was found: try another word
check-occupation-near = No such occupation was found. Did you mean: { $names }?
check-level-missing = Choose the level
check-trainings-many = At most { $most } fit here; for more, ask the office
check-value-unknown = Choose one of those listed
