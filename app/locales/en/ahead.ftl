# What is left after a course, how to get into one, a plan over years.

ahead-title = If you take this course: what is left afterwards
ahead-untold = We don't know your situation yet, so this can only be a rough picture.
ahead-tell = Answer a few questions first
ahead-assuming = Worked out by today's policy, as long as nothing else changes for you.
ahead-reasons = Whether you can take this course, reason by reason
ahead-plan = Make a plan over several years
ahead-others = See courses of this kind
course-ahead = What is left afterwards?

way-title = How to get in
way-closed = This course is not open to you, and nothing you could do would change that: { $why }
way-arrived = You can apply
step-tell = First find out:
step-belong = Become one of: { $group }
step-belong-registered_unemployed = If you have no work, you can register as unemployed with the human resources and social security office where you live.
step-belong-graduate = Once you have graduated and have no work yet, you belong to this group.
step-belong-new_recruit = Be newly hired, with a contract, by an enterprise registered in Dalian.
step-start = Choose a course that starts on { $day } or later
step-right = Put this right
right-contract_months = Have a longer contract, or one without an end
right-filed = Ask your employer to file the employment
right-insured = Ask your employer to pay social insurance in full
right-fund_drawn = Ask your employer to set aside the staff education fund as the law says
right-fund_front_line = Ask your employer to spend more of the fund on front-line staff
right-fund_disclosed = Ask your employer to disclose how the fund is used
right-business_plan = Improve your business plan and hand it in for review again
step-train = First take { $what } and get the certificate
step-train-from = Starts on { $day } at the earliest.
step-certify = First get the certificate: { $what }
step-certify-how = If you are being trained for it, finish and pass; if not, you can sit the appraisal on your own.
step-choose-place = Choose a course at another designated institution or base
step-choose-start = Choose a course that starts in time
step-choose-length = Choose a course with enough hours
step-choose-internship = Choose a course whose internship is covered
step-choose-skill = Choose another occupation or level

after-title = What is left after the course
after-day = On the day after the course ends, { $day }.
after-certified = With the certificate
after-failed = Without it
after-lifetime = Subsidies left in all
after-primary = New entry-level occupations left
after-year = Employment skills training of that year
after-year-used = { $year } is used up
after-year-free = { $year } is still free
after-upgrades = You can go up to
after-next = Next employment skills training
after-none = Nothing for now
after-at-once = At once
after-never = Not any more

plan-title = A training plan over several years
plan-text = What to learn in which year, and what you can claim: the best of all possible orders for your situation.
plan-goal = Goal
plan-most = The most money in subsidies
plan-level = Up to which level (only if you chose an occupation)
plan-years = Within how many years
plan-years-count = { $count ->
    [one] { $count } year
   *[other] { $count } years
}
plan-show = Make the plan
plan-told = Made from your answers to the checker, or from what you registered with us.
plan-change = Change your answers
plan-untold = We don't know your situation yet: the plan assumes that you meet every condition.
plan-none = As things stand there is no plan with a subsidy. Choose another goal, or look at what the checker's result suggests.
plan-second = The next best plan
plan-total = in all, once certified
plan-count = { $count ->
    [one] { $count } training
   *[other] { $count } trainings
}
plan-from = Starts at the earliest
plan-courses = See which courses there are now
plan-conditional = The plan also depends on:
plan-assuming = Assuming that today's policy and catalogue continue and that you pass each time; a training is taken to last 60 days, a semester half a year.
plan-sample = Standards that are not published are not counted. To keep a copy, use your browser's “Print”.
plan-occupation-wrong = This occupation is not in the subsidy catalogue: choose one from the list
plan-level-wrong = Levels go from 5 to 1: choose one from the list
plan-years-wrong = Choose 1 to 10 years
