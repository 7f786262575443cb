# The shell: titles, header, footer, and words that pages share
portal-name = Dalian Training Portal
home-title = Find training, check subsidies, enrol
skip = Skip to content
back = Back
continue = Continue
breadcrumb = You are here
sample-data = Sample data
problems-title = There is something to put right

# official line and switches
official-summary = How to check this site
official-text = Enrolment happens only here. Look at the domain in the address bar and at the lock beside it; we never phone to ask for a code and never charge for enrolling.
official-demo = This is a demonstration: institutions, courses and subsidy standards are sample data and good for nothing official. Names of occupations, districts, and figures with a source come from public material.
switch-size = Type size
switch-theme = Colours
size-standard = Standard
size-large = Large
size-extra-large = Extra large
theme-device = As device
theme-light = Light
theme-dark = Dark
switch-language = 中文

# navigation
nav = Main
nav-home = Home
nav-courses = Courses
nav-occupations = Occupations
nav-check = Subsidies
nav-market = Market
nav-recommended = For you
nav-applications = My courses
nav-sign-in = Sign in
nav-help = Help

# footer
footer-title = Help and background
footer-reading = How you like to read
footer-help = Help
footer-accessibility = Accessibility
footer-market = Market figures and sources
footer-policy = Basis of the subsidies: 大政发〔2011〕44号
footer-readings = How the policy is read
footer-api = Open interface

# search
search-label = Search occupations, courses, institutions or training bases
search-placeholder = e.g. welder or 电工
search-open = { $count } open
search-counted = Suggestions: { $count }
search-history = Searched before (kept on this device only)
search-forget = Clear what was searched
search-button = Search
search-offers = Suggestions
kind-occupation = Occupation
kind-course = Course
kind-institution = Institution
kind-base = Training base

# levels and programmes
level-5 = Level 5 (primary)
level-4 = Level 4 (intermediate)
level-3 = Level 3 (advanced)
level-2 = Level 2 (technician)
level-1 = Level 1 (senior technician)
programme-employment_skills = Employment skills training
programme-student_skills = Student skills training
programme-student_practice = Student practical training
programme-veterans = Veterans’ education and training
programme-labour_preparation = Labour preparation
programme-enterprise_prejob = Enterprise pre-job training
programme-entrepreneurship = Entrepreneurship training
programme-entrepreneurship_simulation = Entrepreneurship simulation

# days
day-weekday = { $weekday ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
} { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
day-span = { $from } to { $to }
day-field-year = Year
day-field-month = Month
day-field-day = Day
