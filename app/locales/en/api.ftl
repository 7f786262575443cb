# Why the programming interface says no, where the status alone does not tell
api-sign-in = Sign in first, or give a valid token in Authorization.
api-key-missing = Give a key of your own (1 to 200 visible characters) in Idempotency-Key, so that sending twice does not enrol twice.
api-key-used = This Idempotency-Key belongs to another enrolment; choose another.
api-already-enrolled = You are enrolled in this course already; its number is in about.
api-full = Every seat is taken. Who may have one waits in line; the place is in waiting_place, and a seat that comes free is given to the first.
api-seated = A seat came free and is yours. To give it up, cancel the enrolment.
api-closed = Applications are over; the last day is in about.
api-not-eligible = The policy refuses this course, or a fact is missing; every condition is in about.
api-too-late = The course has started; it can no longer be cancelled.
