# The register of readings: how a clause can be read, what the portal chose, and why

readings-title = How the policy is read
readings-description = The clauses of Dalian’s training subsidy policy that can be read in more than one way: how, what the portal chose, and since when; and the figures that the document states.
readings-text = In { $count } places the policy can be read in more than one way. Here is how each can be read, what the portal chose, why, and since when. The offices may choose otherwise from a day on, also for the { $stated } figures that the document states, which follow; what held before stays on record, and decisions already taken are not touched.
readings-list = All entries
readings-chosen-heading = What can be read in more than one way
readings-stated-heading = Figures that the document states
readings-stated = It states
readings-coming = What is going to change
readings-coming-none = No change is entered at present.
readings-coming-line = From { $day }: { $topic }: { $value }
readings-chosen = The portal reads
readings-other = It could also be read
readings-why = Why
readings-source = Source: { $source }
readings-since = since { $day }
readings-until = { $from } to { $to }
readings-before = Chosen before
readings-later = Chosen for later
readings-data = This register as data:
readings-csv = table (CSV)
readings-json = data (JSON)
readings-see = See how it can be read

reading-value-ages = men { $male }, women { $female }
reading-value-years = { $number } years
reading-value-occupations = { $number ->
    [one] one occupation
   *[other] { $number } occupations
}
reading-value-percent = { $number }%
reading-value-semesters = { $number ->
    [one] one semester
   *[other] { $number } semesters
}
reading-value-months = { $number ->
    [one] one month
   *[other] { $number } months
}
reading-value-hours = { $number } class hours
reading-value-yuan = { $number } yuan
reading-value-year = { $number }
reading-value-times = { $number ->
    [1] once
   *[other] { $number } times
}

reading-six_subsidies = How many subsidies there are in all
reading-six_subsidies-1 = { $number ->
    [6] Two occupations at entry level, and four promotions in one of them: six in all.
   *[other] { $number } for each person in all.
}
reading-six_subsidies-2 = Two at entry level and one promotion: three in all.
reading-six_subsidies-why = Read more narrowly, nobody could ever reach the six; read like this, the two clauses agree.

reading-year_of_start = To which year a subsidy belongs
reading-year_of_start-1 = To the year in which the course starts.
reading-year_of_start-2 = To the year in which the certificate is obtained.
reading-year_of_start-3 = To the year in which the subsidy is paid.
reading-year_of_start-why = You can plan when a course starts; a slow office should not cost you a year.

reading-promotion_occupation = In which occupation one is promoted
reading-promotion_occupation-1 = In one whose entry level was subsidised in Dalian and certified.
reading-promotion_occupation-2 = In any occupation for which you hold a certificate.
reading-promotion_occupation-why = The clause says “one of them”: one of the two entry-level occupations before it.

reading-retirement_age = Up to which age
reading-retirement_age-1 = Men until { $male }, women until { $female }.
reading-retirement_age-2 = Everybody until their own age of retirement, which differs by post.
reading-retirement_age-why = The clause says only “legal working age”. The offices may set another age from a day on.

reading-once_in_lifetime = How often labour preparation and the business simulation can be taken
reading-once_in_lifetime-1 = { $number ->
    [1] Each once in a lifetime.
   *[other] Each { $number } times in a lifetime.
}
reading-once_in_lifetime-2 = Again whenever one leaves a school, or prepares to open a business.
reading-once_in_lifetime-why = The document speaks of one course of each.

reading-counted_programmes = Which trainings count towards the total
reading-counted_programmes-1 = Employment skills, student skills and practice, and labour preparation; not the enterprise’s, not entrepreneurship, not the veterans’.
reading-counted_programmes-2 = Every training for which a subsidy was paid.
reading-counted_programmes-why = The clause speaks of the person and of skill levels; the others go to an enterprise, lead to no level, or have a policy of their own.

reading-primary_programmes = Which trainings count towards the two at entry level
reading-primary_programmes-1 = Only the entry levels learnt in employment skills training.
reading-primary_programmes-2 = Also those learnt as a student or in labour preparation.
reading-primary_programmes-why = The two are given to the registered unemployed, rural workers and graduates without a job.

reading-promotion_base = What a promotion builds on
reading-promotion_base-1 = On any entry level that the city subsidised and that was certified, in whichever programme.
reading-promotion_base-2 = Only on an entry level learnt in employment skills training.
reading-promotion_base-why = Nobody should have to repeat a level in order to be promoted.

reading-once_a_year = What “once a year” limits
reading-once_a_year-1 = Employment skills training only.
reading-once_a_year-2 = All subsidised trainings together.
reading-once_a_year-why = The sentence stands in the paragraph on employment skills training.

reading-once_as_student = How “once as a student” is counted
reading-once_as_student-1 = Once in all years as a student, also after changing university.
reading-once_as_student-2 = Once at each university.
reading-once_as_student-why = The clause says “as a student” and names no limit.

reading-leavers_first = Whether school leavers take labour preparation first
reading-leavers_first-1 = Yes. Without it there is no employment skills subsidy as a registered unemployed person; whoever belongs to another group as well is not touched.
reading-leavers_first-2 = No. The subsidy is there without it.
reading-leavers_first-why = It is a duty before registering; without any effect it might as well not have been written.

reading-already_certified = Whether a level that is already certified is subsidised
reading-already_certified-1 = No. Neither that level nor one below it.
reading-already_certified-2 = Yes, unless a subsidy was used for that level before.
reading-already_certified-why = Training for what one can already prove helps nobody.

reading-promotion_step = Whether a level can be skipped
reading-promotion_step-1 = No. The level just below has to be certified first.
reading-promotion_step-2 = Yes. The entry level is enough for any higher one.
reading-promotion_step-why = Appraisal admits people level by level, too.

reading-youngest_age = From which age on
reading-youngest_age-1 = From { $number }. For labour preparation, on the course’s last day.
reading-youngest_age-2 = On the first day of the course, for every training.
reading-youngest_age-why = That is the legal working age; pupils often leave junior high school at 15, so labour preparation looks at the last day.

reading-veterans_elsewhere = By which policy veterans are paid
reading-veterans_elsewhere-1 = By their own; whoever belongs to another group as well may also use its programmes.
reading-veterans_elsewhere-2 = Only by their own.
reading-veterans_elsewhere-why = The clause leads veterans to their own policy and closes nothing else.

reading-education_fund = Whether the employee education fund is a condition
reading-education_fund-1 = Yes. An enterprise that does not draw, spend and disclose it as the law says gets no subsidy for pre-job training.
reading-education_fund-2 = No. It is only looked at when the subsidy is granted.
reading-education_fund-why = The clause calls it an important basis for granting the subsidy.

reading-within_six_months = Which day counts for training within six months of the contract
reading-within_six_months-1 = The first day of the course.
reading-within_six_months-2 = The last day of the course.
reading-within_six_months-why = A start can be planned; an end can slip.

reading-prejob_list = For whom pre-job training is, and by which list
reading-prejob_list-1 = For new recruits only; the shortage list is enough.
reading-prejob_list-2 = The occupation has to stand in the shortage list and in the subsidised list.
reading-prejob_list-why = Both clauses speak of new recruits and shortage occupations.

reading-practice_share = Of which figure practice pays 60%
reading-practice_share-1 = Of the training standard including the top-up for shortage occupations.
reading-practice_share-2 = Of the training standard without the top-up.
reading-practice_share-why = The clause says “by the training standard”, and the top-up is part of it.

reading-in_house_designation = Whether an enterprise’s own training needs a designated institution
reading-in_house_designation-1 = Yes. Pre-job training is held by a designated institution, too.
reading-in_house_designation-2 = No. An enterprise may train its own recruits.
reading-in_house_designation-why = The document asks for designated institutions in every subsidised training. The offices may decide otherwise from a day on.

## Figures that the document states

reading-stated-why = The document states it.

reading-primary_subsidies = In how many occupations the entry level is paid
reading-primary_subsidies-1 = { $number ->
    [one] One occupation, as employment skills training.
   *[other] { $number } occupations, as employment skills training.
}

reading-student_subsidies = How many subsidies there are as a student
reading-student_subsidies-1 = { $number ->
    [one] One subsidy in all the years as a student.
   *[other] { $number } subsidies in all the years as a student.
}

reading-practice_percent = What percentage of the training standard practice brings
reading-practice_percent-1 = { $number }% of the training standard.

reading-semesters_after_junior_high = The least semesters of labour preparation after junior high school
reading-semesters_after_junior_high-1 = At least { $number }.

reading-semesters_after_senior_high = The least semesters of labour preparation after senior high school
reading-semesters_after_senior_high-1 = At least { $number }.

reading-internship_months = The most months of an internship outside during labour preparation
reading-internship_months-1 = At most { $number }.

reading-contract_months = The least months of a new recruit’s contract
reading-contract_months-1 = At least { $number }, or a contract without end.

reading-start_months = Within how many months of the contract pre-job training starts
reading-start_months-1 = Within { $number }.

reading-front_line_percent = The least percentage of the education fund for front-line staff
reading-front_line_percent-1 = At least { $number }%.

reading-class_hours = The least class hours of an entrepreneurship course
reading-class_hours-1 = At least { $number }, follow-up expert service included.

reading-simulation_yuan = What the simulation brings the institution a head, in yuan
reading-simulation_yuan-1 = { $number } yuan a head.

reading-leavers_since_year = Since which year school leavers are bound to labour preparation
reading-leavers_since_year-1 = Those who left school in { $number } or later.
