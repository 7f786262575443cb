# The policy's words: programmes, groups, rules. Every sentence is the portal's own; clauses are cited beside it.

## Programmes

programme-employment_skills-about = For registered unemployed people, rural workers and graduates without a job: learn a trade, and once you have the certificate the city pays for the training and the exam.
programme-student_skills-about = While you study at a university in Dalian: subsidised skills training, paid when you have the certificate.
programme-student_practice-about = While you study in Dalian: practise at a public or university base, and get a share of the training standard when you have the certificate.
programme-veterans-about = Veterans have a scheme of their own, which pays by its own rules.
programme-labour_preparation-about = For those who left junior or senior high school without going on: learn a trade first. There is no entrance exam, and the full standard is paid once you have the certificate.
programme-enterprise_prejob-about = An enterprise trains people it has just hired; once they have the certificate, the subsidy goes to the enterprise.
programme-entrepreneurship-about = Learn how to start and run a business; expert advice afterwards is part of the hours.
programme-entrepreneurship_simulation-about = Run a pretend business, free of charge, if you hold the entrepreneurship certificate and your plan passed its review.

## Groups

group-registered_unemployed = Registered unemployed (town)
group-rural_worker = Rural worker
group-veteran = Veteran
group-graduate = Graduate without a job
group-student = Student at a university in Dalian
group-school_leaver = School leaver of this year who does not go on
group-new_recruit = Newly hired by an enterprise

group-registered_unemployed-hint = Household registered in a town, no work, registered as unemployed
group-rural_worker-hint = Household registered in the country, farming or working for others
group-veteran-hint = Served as a conscript or sergeant and left the army
group-graduate-hint = University, college or technical secondary school
group-student-hint = Still enrolled at a university or college in Dalian
group-school_leaver-hint = Just left junior or senior high school
group-new_recruit-hint = Contract just signed with an enterprise registered in Dalian that is no staffing agency

## Conclusions

verdict-open = You can apply
verdict-closed = Not now
verdict-unknown = Something is still missing
verdict-elsewhere = By another scheme
outcome-pass = met
outcome-fail = not met
outcome-unknown = not known yet
clause-cited = clause { $clause }
clause-reading = this clause can be read in more than one way; here is the portal’s reading

## Where it is handled

office-district = Human resources and social security office of { $district }
office-district-unknown = Human resources and social security office of the district where you live
office-district-unknown-student = Human resources and social security office of your university’s district
office-city = Human resources and social security office of Dalian
office-base = The training base
office-veterans = Veterans affairs office

## Who gets the money

payee-person = paid to you
payee-enterprise = paid to the enterprise
payee-institution = paid to the training institution

## Why there is no figure

note-no_edition = The catalogue for the first day of the course is not published yet, so there is no figure.
note-not_subsidised = This occupation and level is not in the catalogue: there is no subsidy.
note-training_not_published = The catalogue names no training standard.
note-appraisal_not_published = The catalogue names no exam standard.
note-top_up_not_published = Shortage occupations get a top-up, but its rate is not published, so it is not counted here.
note-share_not_published = The enterprise’s share is set elsewhere and is not published.
note-entrepreneurship_not_published = The policy names no amount for entrepreneurship training.
note-other_policy = Veterans are paid by State Council document [2010] No. 42.

## Rules: age

rule-age = Age
rule-age-pass = { $age ->
    [unknown] At least { $youngest } and not yet of retirement age.
   *[other] You are { $age }, the right age: { $retirement ->
        [unknown] from { $youngest } on and before retirement.
       *[other] from { $youngest } on and under { $retirement }.
    }
}
rule-age-fail = { $side ->
    [early] You are { $age }; you must be { $youngest }.
   *[late] You are { $age }; this training is only for people younger than { $retirement }.
}
rule-age-unknown = { $age ->
    [unknown] You must be at least { $youngest } and not yet of retirement age. You have not told us your date of birth.
   *[other] { $side ->
        [early] You are { $age }; you must be { $youngest } when the course ends, and its last day is not known.
       *[late] You are { $age }: men and women may take part until different ages, so your sex decides.
    }
}
remedy-age-early = Come back when you are { $youngest }.
remedy-age-late = Subsidised training is closed, but the public job service still helps you to find work free of charge.

## Rules: group

rule-group = Who it is for
rule-group-pass = You belong to the people this programme is for.
rule-group-fail = This programme is for: { $groups }.
rule-group-unknown = This programme is for: { $groups }. You have not told us whether you are one of them.
remedy-group = Check again when things change, for example once you are registered as unemployed.

## Rules: labour preparation first

rule-leaver_first = Labour preparation first
rule-leaver_first-pass = School leavers take labour preparation first; this does not stop you.
rule-leaver_first-fail = You left junior or senior high school in { $year } or later and did not go on. Labour preparation comes before training as a registered unemployed person.
rule-leaver_first-unknown = Who left junior or senior high school in { $year } or later and did not go on takes labour preparation first. We do not know whether that is you.
remedy-leaver_first = Apply for labour preparation first; and if you belong to another group too, tick it as well.

## Rules: once a year

rule-year = Once a year
rule-year-pass = You have not used employment skills training in { $year }.
rule-year-fail = You already took employment skills training in { $year }; there is one a year.
rule-year-unknown = Employment skills training is paid once a year. We need to know whether you took any in { $year }.
remedy-year = Choose a course that starts on 1 January next year or later.

## Rules: subsidies in all

rule-lifetime = Subsidies in all
rule-lifetime-pass = Of { $limit } subsidies in all you have used { $used }.
rule-lifetime-fail = You have used { $used } of { $limit } subsidies.
rule-lifetime-unknown = There are { $limit } subsidies in all. We need to know how many you have used.
remedy-lifetime = You can still train and take the exam at your own cost.

## Rules: something left

rule-no_move_left = Something left to learn
rule-no_move_left-pass = You can still learn a new occupation, or go up a level in one you have learnt.
rule-no_move_left-fail = The entry-level occupations and every level above are used up.
rule-no_move_left-unknown = We need to know what you have learnt and which certificates you hold.
remedy-no_move_left = You can still train and take the exam at your own cost.

## Rules: only once

rule-once_as_student = How often as a student
rule-once_as_student-pass = Subsidies in your student years: { $limit }. Used: { $used }.
rule-once_as_student-fail = Subsidies in your student years: { $limit }. You have used { $used }.
rule-once_as_student-unknown = Subsidies in your student years: { $limit }. We need to know whether you have used any.
remedy-once_as_student = If you have no job after graduating, employment skills training is open to you.

rule-once_preparation = How often labour preparation
rule-once_preparation-pass = Times that labour preparation is paid: { $limit }. Times that you have taken it: { $used }.
rule-once_preparation-fail = Times that labour preparation is paid: { $limit }. You have taken it already.
rule-once_preparation-unknown = Times that labour preparation is paid: { $limit }. We need to know whether you have taken it.
remedy-once_preparation = Register as unemployed and look at employment skills training.

rule-once_simulation = How often the simulation
rule-once_simulation-pass = Times that the simulation is free: { $limit }. Times that you have taken it: { $used }.
rule-once_simulation-fail = Times that the simulation is free: { $limit }. You have taken it already.
rule-once_simulation-unknown = Times that the simulation is free: { $limit }. We need to know whether you have taken it.
remedy-once_simulation = Ask your district’s office about further help for founders.

## Rules: the catalogue

rule-catalogue = In the catalogue
rule-catalogue-pass = { $programme ->
    [enterprise_prejob] { $occupation }, { $level }, is in the shortage catalogue.
   *[other] { $occupation }, { $level }, is in the subsidised catalogue.
}
rule-catalogue-fail = { $programme ->
    [enterprise_prejob] { $occupation }, { $level }, is not in the shortage catalogue: no subsidy for pre-job training.
   *[other] { $occupation }, { $level }, is not in the subsidised catalogue: no subsidy.
}
rule-catalogue-unknown = { $occupation ->
    [unknown] It is not known which occupation and level this is.
   *[other] The catalogue for the first day is not published yet, so nobody can say whether { $occupation }, { $level }, is paid.
}
remedy-catalogue = Choose another occupation or level from the catalogue.

## Rules: who holds it

rule-designated = The right place to learn
rule-designated-pass = { $programme ->
    [student_practice] This is a public training base or a university demonstration base.
    [entrepreneurship] This institution is designated for entrepreneurship training.
    [entrepreneurship_simulation] This institution is approved for the simulation.
   *[other] The institution is designated for this occupation and level on every day of the course.
}
rule-designated-fail = { $programme ->
    [student_practice] Practical training is held at a public training base or a university demonstration base; this is neither.
    [entrepreneurship] This institution is not designated for entrepreneurship training.
    [entrepreneurship_simulation] This institution is not approved for the simulation.
   *[other] The institution is not designated for this occupation and level, or not on every day of the course.
}
rule-designated-unknown = { $programme ->
    [student_practice] We need to know which training base it is.
   *[other] We need to know which institution it is, and for which days it is designated.
}
remedy-designated = Choose a course of a designated institution.

## Rules: not again

rule-repeat = Not the same again
rule-repeat-pass = You have not learnt { $occupation }, { $level }, with a subsidy.
rule-repeat-fail = You have learnt { $occupation }, { $level }, with a subsidy or are learning it; the same is not paid twice.
rule-repeat-unknown = The same occupation and level is paid once. We need to know whether you have learnt { $occupation }, { $level }.
remedy-repeat = Choose another occupation, or the next level.

rule-held = No such certificate yet
rule-held-pass = You do not hold a certificate of this level or a higher one.
rule-held-fail = You already hold a { $level } certificate in this occupation; that level and lower ones are not paid.
rule-held-unknown = Who holds a certificate of this level or a higher one is not paid again. We need to know your certificates.
remedy-held = Look at courses one level higher.

## Rules: two primaries

rule-primary = Two entry-level occupations
rule-primary-pass = Of { $limit } entry-level occupations you have used { $used }.
rule-primary-fail = At most { $limit } entry-level occupations are paid, and you have used { $used }.
rule-primary-unknown = At most { $limit } entry-level occupations are paid. We need to know how many you have used.
remedy-primary = Go up a level in one of those you have learnt.

## Rules: promotion

rule-upgrade_base = Builds on a subsidised entry level
rule-upgrade_base-pass = You learnt { $occupation } at the entry level with a subsidy and hold the certificate.
rule-upgrade_base-fail = A promotion builds on an entry level that was subsidised and certified. In { $occupation } you have none.
rule-upgrade_base-unknown = A promotion builds on an entry level that was subsidised and certified. We need to know whether you have one in { $occupation }.
remedy-upgrade_base = Learn { $occupation } at the entry level first and get the certificate.

rule-upgrade_one = Promotion in one occupation
rule-upgrade_one-pass = Promotions are paid in one occupation, and you have used none in another.
rule-upgrade_one-fail = Promotions are paid in one occupation, and yours is { $occupation }.
rule-upgrade_one-unknown = Promotions are paid in one occupation. We need to know whether you have used one in another.
remedy-upgrade_one = Go further up in the occupation that you began with.

rule-upgrade_step = One level at a time
rule-upgrade_step-pass = You hold the certificate just below: { $level }.
rule-upgrade_step-fail = You first need the certificate just below: { $level }.
rule-upgrade_step-unknown = You first need the certificate just below: { $level }. We need to know whether you hold it.
remedy-upgrade_step = Get the { $level } certificate first.

## Rules: labour preparation's length and internship

rule-preparation_length = Long enough
rule-preparation_length-pass = At least { $least } semester(s); this course has { $told }.
rule-preparation_length-fail = { $told ->
    [unknown] Labour preparation is only for those who left junior or senior high school without going on.
   *[other] At least { $least } semester(s) are needed; this course has { $told }.
}
rule-preparation_length-unknown = At least { $least } semester(s) are needed, depending on the school you left. It is not known which you left, or how long this course is.
remedy-preparation_length = Choose a longer course.

rule-internship = Internship with protection
rule-internship-pass = There is no internship outside, or it lasts { $limit } month(s) at most, with an agreement and accident insurance.
rule-internship-fail = An internship outside lasts { $limit } month(s) at most and needs an agreement and accident insurance. This course breaks that.
rule-internship-unknown = An internship outside lasts { $limit } month(s) at most and needs an agreement and accident insurance. It is not known how this course does it.
remedy-internship = Ask the school to put the internship right, or choose another course.

## Rules: enterprise

rule-enterprise_kind = The right enterprise
rule-enterprise_kind-pass = The enterprise is registered in Dalian, is no staffing agency, and its industry conforms to national policy.
rule-enterprise_kind-fail = The enterprise must be registered in Dalian, be no staffing agency, and its industry must conform to national policy. One of these is not met.
rule-enterprise_kind-unknown = The enterprise must be registered in Dalian, be no staffing agency, and its industry must conform to national policy. We need to know about yours.
remedy-enterprise_kind = Look at the other programmes, in your own name.

rule-contract = Contract and insurance
rule-contract-pass = The contract is long enough, the employment filed, social insurance paid in full.
rule-contract-fail = It takes a contract of at least { $least } months or without end, the employment filed, and social insurance paid in full. One of these is not met.
rule-contract-unknown = It takes a contract of at least { $least } months or without end, the employment filed, and social insurance paid in full. Something is not told yet.
remedy-contract = Ask the enterprise to file the employment, pay the insurance or extend the contract.

rule-within_six_months = In time after the contract
rule-within_six_months-pass = It starts between { $from } and { $until }: in time.
rule-within_six_months-fail = It must start between { $from } and { $until }, and it does not.
rule-within_six_months-unknown = The training starts within { $limit } month(s) of the contract. We need to know the day on which it was signed.
remedy-within_six_months = Choose a course that starts in time.
remedy-within_six_months-over = It had to start by { $until }: this contract can no longer bring a pre-job training subsidy.

rule-education_fund = Employee education fund
rule-education_fund-pass = The enterprise draws its education fund as the law says, spends at least { $least }% on front-line staff, and discloses it.
rule-education_fund-fail = The enterprise must draw its education fund as the law says, spend at least { $least }% on front-line staff, and disclose it. One of these is not met.
rule-education_fund-unknown = The enterprise must draw its education fund as the law says, spend at least { $least }% on front-line staff, and disclose it. Ask your enterprise.
remedy-education_fund = Ask the enterprise to draw, spend and disclose the fund as the law says.

## Rules: entrepreneurship

rule-hours = Enough hours
rule-hours-pass = At least { $least } class hours; this course has { $told }, expert advice included.
rule-hours-fail = At least { $least } class hours are needed; this course has { $told }.
rule-hours-unknown = At least { $least } class hours are needed, expert advice included. It is not known how many this course has.
remedy-hours = Choose a course with enough hours.

rule-entrepreneur_certificate = Entrepreneurship certificate
rule-entrepreneur_certificate-pass = You hold the entrepreneurship training certificate.
rule-entrepreneur_certificate-fail = You first need the entrepreneurship training certificate.
rule-entrepreneur_certificate-unknown = You first need the entrepreneurship training certificate. You have not told us whether you hold it.
remedy-entrepreneur_certificate = Take entrepreneurship training first.

rule-business_plan = Business plan reviewed
rule-business_plan-pass = Your business plan passed the expert review.
rule-business_plan-fail = Your business plan must pass the expert review first.
rule-business_plan-unknown = Your business plan must pass the expert review first. You have not told us the result.
remedy-business_plan = Ask the institution to help you improve it and submit it again.

## What is still missing: for whom to tell

settle-birth = your date of birth
settle-sex = your sex
settle-groups = which group you belong to
settle-left_stage = which school you left last
settle-left_on = in which year you left school
settle-certificates = which certificates you hold
settle-entrepreneur_certificate = whether you hold the entrepreneurship certificate
settle-business_plan = whether your business plan passed its review
settle-enterprise_in_city = whether the enterprise is registered in Dalian
settle-hr_or_dispatch = whether the enterprise is a staffing agency
settle-industry_conforms = whether its industry conforms to national policy
settle-contract_signed = the day on which the contract was signed
settle-contract_months = how many months the contract runs
settle-contract_open_ended = whether the contract has an end
settle-filed = whether the employment was filed
settle-insured = whether social insurance is paid in full
settle-fund_drawn = whether the education fund is drawn
settle-fund_front_line = how much of the fund goes to front-line staff
settle-fund_disclosed = whether the fund’s use is disclosed
settle-history = which subsidised trainings you have taken
settle-course_skill = which occupation and level the course teaches
settle-course_end = the last day of the course
settle-institution = which institution holds it
settle-base = which base holds it
settle-semesters = how many semesters the course has
settle-class_hours = how many class hours the course has
settle-internship = how the course arranges its internship
settle-edition = the catalogue for the first day of the course (published by the city)

## Answers that can't be

impossible-birth-later = The date of birth can’t lie after today
impossible-contract-later = The contract can’t have been signed after today
impossible-entry-later = A training that has not begun can only be “enrolled” or “cancelled”
impossible-ends-before-start = It can’t end before it starts
impossible-too-many = At most 500 entries
impossible-occupation-missing = Name the occupation
impossible-level-missing = Choose a level

resident-id-length = A resident ID has 18 characters: please count again
resident-id-characters = A resident ID has digits only; the last character may be X
resident-id-birth = The date of birth in this resident ID does not exist: please compare it with the card
resident-id-check-digit = One character of this resident ID is wrong: please compare it with the card
