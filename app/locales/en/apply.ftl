# Sign-in, real-name details, applying, receipts

## Sign-in

sign-in-title = Sign in
sign-in-phone = Mobile number
sign-in-phone-hint = 11 digits; we send a code to it
sign-in-send = Send the code
sign-in-privacy = No password. The number is kept encrypted and used only to sign you in and to tell you about your applications.
sign-in-code-title = Enter the code
sign-in-code-sent = A code was sent to { $phone }. It is good for 10 minutes.
sign-in-code = Code
sign-in-code-hint = 6 digits
sign-in-button = Sign in
sign-in-again = Another number, or send again
sign-in-outbox = The demo sends no text messages: open the outbox to see the code
sign-in-phone-wrong = Give the 11 digits of a mobile number, such as 13812345678
sign-in-too-many = Too many codes were asked for. Try again in an hour, or go to the office
sign-in-not-sent = The code can’t be sent at the moment: please try again later
sign-in-code-missing = Give the 6 digits of the code
sign-in-code-wrong = The code is wrong or no longer good. Look again, or have a new one sent
sign-out = Sign out

outbox-title = The demo’s outbox
outbox-text = The demo sends no text messages; they stand here instead. A real portal has no such page.
outbox-message = Code for { $phone }: 
outbox-seat = To { $phone }: a seat in “{ $course }”, for which you waited, is yours. Reference number { $reference }. It starts on { $day }; if you do not want it, cancel before then.
outbox-none = Nothing was sent yet. Enter a mobile number on the sign-in page, then come back and reload.

## Real-name details

details-title = Your real name
details-facts-title = A few more questions
details-name = Name
details-name-hint = As on your resident identity card
details-id = Resident ID
details-id-hint = 18 characters; the last may be X
details-privacy = You do this once. Name and resident ID are kept encrypted, and pages show only their ends; subsidies are paid by real name, so we have to ask.
details-known = Already given: { $name }, { $id }
details-name-wrong = Give the name on your identity card, 2 to 30 characters
details-id-missing = Give your resident ID
details-certificate-none = No certificate at all
details-certificate-other = Others, but none in “{ $occupation }”
details-choose = Choose at least one
details-conflict = This name and resident ID could not be matched. Compare them with your card; if they are right, take the card to your district’s office
details-too-many = Too many attempts: try again in an hour

## Applying

apply-title = Check and apply
apply-about-you = About you
apply-name = Name
apply-id = Resident ID
apply-phone = Mobile number
apply-place = Place
apply-days = Days
apply-office = Office
apply-open = You meet the conditions and can apply. Please check what follows.
apply-unknown = It is not certain yet that you can get the subsidy. See below what is missing, then apply.
apply-closed = By the rules you can’t take this course with a subsidy now. The reasons and other ways stand below.
apply-elsewhere = This course belongs to the veterans’ own scheme: please go to the veterans affairs office.
apply-full = This course is full. Others stand below.
apply-over = This course takes no more applications. Others stand below.
apply-clash = You are already taking the same training, or something changed just now, so this was not accepted. Please look at your applications.
apply-others = Courses that take applications
apply-promise = “Apply now” keeps a seat for you at once and gives you a reference number. You can cancel until the course starts.
apply-confirm = Apply now

## The waiting list

apply-full-wait = This course is full. You meet the conditions and can wait in line.
apply-in-line = You are on the waiting list.
waiting-join = Join the waiting list
waiting-count = { $waiting ->
    [0] Nobody is waiting yet.
    [one] 1 person is waiting.
   *[other] { $waiting } people are waiting.
}
waiting-hint = First check your details, then take your place in line.
waiting-promise = “Join the waiting list” puts you in line. When somebody gives up a seat and it is your turn, the conditions are checked once more; if you still meet them, the seat is yours at once, and we text you. You can leave the line at any time, and cancel the seat until the course starts.
waiting-title = Waiting in line
waiting-standing = Number { $place } of { $waiting } in line
waiting-since = Waiting since
waiting-next = When somebody gives up a seat and it is your turn, the conditions are checked once more; if you still meet them, the seat is yours at once, and we text you.
waiting-mine = See my place in line
waiting-leave = Leave the line
waiting-leave-of = Leave the line: { $title }
waiting-leave-title = Leave the line?
waiting-leave-text = Your place is not kept. To come back you would have to wait behind everybody else.
waiting-leave-confirm = Leave it
waiting-leave-keep = Stay in line and go back to my applications

## Receipt

receipt-title = You have applied
receipt-cancelled-title = Application cancelled
receipt-number = Reference number
receipt-made = Applied on
receipt-next = What happens next
receipt-undo = A mistake?
receipt-undo-text = You can cancel until the course starts on { $day }. The seat goes back at once, and nothing is held against you.
receipt-cancel = Cancel this application
receipt-cancelled-text = The seat was given back, and no subsidy was used. You can apply for another course.
receipt-phone = Questions? Call { $phone }
receipt-all = All my applications
station-reserved = Applied
station-reserved-text = Your seat is kept. Note the reference number.
station-training = Training
station-training-text = It starts on { $day }. Bring your identity card.
station-certified = Exam
station-certified-text = The subsidy is paid only with the certificate.
station-paid = Subsidy
station-paid-text = Paid once the office has checked everything.
cancel-title = Cancel this application?
cancel-text = The seat goes to somebody else at once. To come back you would have to apply again.
cancel-confirm = Cancel it
cancel-keep = Keep it and go back to the receipt
cancel-too-late = The course has started or the application is cancelled already. If you are in difficulty, talk to the institution.

## My applications

applications-title = My applications
applications-made = Applied for
applications-none = You have not applied for anything yet.
applications-find = See courses that take applications
applications-open = Open receipt { $reference }
applications-you = About you
applications-no-name = not given yet
applications-give-name = Give your real name
