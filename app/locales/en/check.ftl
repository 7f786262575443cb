# The checker: questions and result. As few questions as possible, each saying why it is asked.

## On every page

check-title = Check which subsidies you can get
check-step = Question { $step }
check-promise = No sign-in, usually three or four questions, a minute at most. Your answers stay on your own device: not in the address, not with us.
check-not-sure = I am not sure
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
check-training-line = { $year } · { $programme } · { $skill } · { $state }
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

check-certificate = Do you hold a vocational certificate in “{ $occupation }”?
check-certificate-short = Certificate
check-certificate-why = Choose the highest. Why we ask: a level you hold is not paid again, and a promotion needs the level below.
check-certificate-none = No

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
check-not-for-you = Programmes for other people
check-opens-on = You can apply from { $day }.
check-rules-passed = Rules that are met ({ $count })
check-settle = To settle it we still need to know:
check-see-courses = See the courses
check-office = Where to go: { $office }
check-office-phone = { $office }, telephone { $phone }
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
check-birth-missing = Give year, month and day, or choose “I am not sure”
check-birth-impossible = There is no such day: please look at year, month and day again
check-birth-later = The date of birth can’t lie after today
check-birth-early = Give a day in 1900 or later
check-year-impossible = Give a year of four digits, such as 2012
check-year-later = The year can’t lie after this one
check-month-impossible = Give a month from 1 to 12
check-occupation-missing = Name the occupation
check-occupation-unknown = No such occupation was found: try another word
check-occupation-near = No such occupation was found. Did you mean: { $names }?
check-level-missing = Choose the level
check-trainings-many = At most { $most } fit here; for more, ask the office
check-value-unknown = Choose one of those listed
