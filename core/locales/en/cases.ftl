# Cases: contests, compliance, requests by right.

cases-none = You have contested nothing and asked for nothing from this phone. To contest an entry, open it and choose “Contest”.
home-overdue = { $n ->
    [one] An answer to you is overdue. Open the case to see what you can do.
    *[other] { $n } answers to you are overdue. Open a case to see what you can do.
  }

# The forms.
contest-title = Contest { $what }
contest-detail = { $what }, recorded by { $office }
contest-detail-plain = { $what }
contest-words-hint = Plain facts help most.
contest-mark = Show that you contest it
  .text = The mark “contested” goes with the entry wherever it is shown, until your contest is decided. Your reasons are not shown.
contest-goes-to = Goes to
  .text = { $office }
  .through = through { $authority }
contest-sent = What will be sent
  .text = Your grounds, your words and photos, encrypted and signed by this phone
contest-stays = What stays here
  .text = Your name and address, other entries, drafts
contest-then = What follows
  .text = A signed receipt. It says by when you get an answer.
contest-adds-totals = By this phone’s sum, the total is { $before } with this entry and { $after } without it.
contest-adds-letter = Letter { $n } is dated { $dated }. It was signed on { $signed } and reached this phone on { $reached }.
contest-adds-no-letter = No letter about this has reached this phone since it was connected on { $date }.
contest-no-day = This phone knows no last day for this, because nothing signed says when you were told. Send it soon.
contest-late = By the rulebook the last day was { $date }. You can still send this; the authority decides whether it counts.
contest-before-open = You contested this on { $date }, and that case is still open. You can add to it there.
contest-before-closed = You contested this on { $date }, and that was decided. A new contest needs a new reason.
contest-target-gone = This is no longer in what the authority has sent. Sync, then look at the newest statement.
contest-follows-gone = The case that this goes on from is not on this phone.
contest-no-ground = Tick at least one reason.
contest-other-unsaid = Say in your own words what the other reason is.
contest-photo-helps = A photo of a receipt or a paper helps. You can send this without one.
compliance-unsaid = Say what you did.
case-photos-many = You chose { $n ->
    [one] 1 photo
    *[other] { $n } photos
  }. At most { $most } can go with it.
case-counted = { $n } of { $most }
case-kept-paper = Saved on this phone. Print the letter, sign it, hand it in, and note the day here.
case-target = About { $what }

rights-title = What { $authority } keeps about you
rights-lead = The law lets you ask { $authority } for this. A request is sent like a record and answered with a signed receipt.

# How far a case has come.
case-state-on-paper = To hand in on paper
case-state-waiting = Waits to be sent
case-state-needs-you = Needs you
case-state-received = Received
case-state-under-review = Under review
case-state-overdue = Answer overdue
case-state-granted = Granted
case-state-partly = Granted in part
case-state-refused = Not granted
case-state-carried-out = Granted and carried out
case-state-not-carried-out = Granted, not carried out
case-state-rejected = Not taken up
case-state-withdrawn = Withdrawn

case-begun-contest = Contested on { $date }.
case-begun-compliance = Reported as done on { $date }.
case-begun-request = Requested on { $date }.
case-points = Points: { $points }.
case-heading = Case: { $what }
case-heading-request = Case: your data
case-proof = { $authority }, receipt { $n }
case-next = { $what }: { $day }, { $away }
case-at = { $date }, { $clock }
case-reason = Reason: “{ $text }”.

case-deadline-was = Answer was due
  .event = Standing: an answer was due
case-deadline-next = Last day for the next step
  .event = Standing: last day for a step
case-deadline-carry-out = To be carried out by
  .event = Standing: something is to be carried out
case-day-signed = { $authority } signed this day.
case-day-rulebook = By rulebook { $version }: { $within }.

case-turn-sending = It will be sent when this phone next syncs.
case-turn-paper = Print the letter, sign it, hand it in, and note the day here.
case-turn-you = It is your turn. You can also leave it as it is.
case-turn-authority = It is the turn of { $authority }. You need do nothing until then.
case-turn-overdue = No signed answer has reached this phone.
case-turn-nobody = Nothing more is to come.
case-turn-done = The newest statement shows what was granted. The case is closed.
case-turn-not-carried-out = A statement signed after the decision does not show what was granted.
case-silence-refusal = If no answer comes by that day, the rulebook counts that as a refusal, and you can go to the next office.
case-silence-nothing = If no answer comes by that day, it is still owed. You can send a reminder and complain.

# What can be done.
case-todo-hand-in = Hand in the letter
  .text = Print it, sign it and hand it in. Ask for a stamp on your copy.
  .button = Note the day
case-todo-item = Look at what is in the way
  .text = The record is kept. You can correct it, send it again or print it.
  .button = Open the record
case-todo-look = Look for a paper letter
  .text = The answer may have come by post, or lie at the office.
case-todo-remind = Send a reminder
  .text = The letter is ready. It names your receipt and the day.
  .button = Read the reminder
case-todo-compare = Compare the newest statement
  .text = What was granted is not in it.
  .button = Open the statement
case-todo-carry-out = Ask for it to be carried out
  .text = The letter is ready. It names the decision and the statement.
  .button = Read the letter
case-open-until = You can do this by { $day }, { $away }.
case-open-past = By the rulebook the last day was { $day }. You can still try; whoever decides says whether it counts.
case-button-ask = Ask this office
case-button-write = Read the letter
case-button-complain = Read the complaint
case-event-due = { $day }, { $away }
case-event-late = { $day }, { $away }. It has not come.
case-event-carried-out = Carried out
  .text = Statement { $seq } shows it.
case-event-not-carried-out = Not carried out
  .text = Statement { $seq } does not show it.
case-handed-in = Handed in on paper
case-handed-in-photo = Handed in on paper, with a photo of the stamp
case-by-your-word = { $date }, as you noted it
case-step-here = The case is here
case-step-open = You can do this now
case-step-until = By { $day }, { $away }.
case-step-within = Time: { $within }.
case-step-office = { $office }.
case-steps-note = Steps and days by rulebook { $version }
case-letter-title = Your letter
case-photos = { $n ->
    [one] 1 photo
    *[other] { $n } photos
  }
case-document-signed = Signed by { $authority }
case-document-not-signed = Not shown to be signed by { $authority }

# The letter.
letter-way-phone = Send from this phone
  .text = It is signed with this phone’s key instead of by hand. Your name and address are left out. A signed receipt follows.
letter-way-paper = On paper
  .text = Your name and address are as you typed them here. Sign it, and keep the post office’s slip or a stamped copy.
letter-membership-number = Connection { $sub }
letter-signature = Signature
letter-subject-contest = Contest of { $what }
letter-subject-compliance = Report that what was ordered has been done: { $what }
letter-subject-request = Request: { $what }
letter-subject-reminder = Reminder: { $what }
letter-subject-complaint = Complaint that no answer came: { $what }
letter-subject-next = Request for review: { $what }
letter-what-entry = { $name }, “{ $title }”, points: { $points }
letter-what-titled = { $name }, “{ $title }”
letter-what-plain = { $name }
letter-opening = I write about the matter named above.
letter-opening-contest = I contest the matter named above.
letter-opening-in-time = I contest the matter named above within the time allowed, which ends on { $date }.
letter-basis = Legal basis
letter-basis-rulebook = { $book }, version { $version }: { $step }
letter-reasons = Reasons
letter-statement-of = Statement
letter-facts = Facts
letter-request = Request
letter-done-on = I have done what was ordered, on { $date }.
letter-fact-entry = In statement { $seq }: happened on { $happened }, recorded on { $recorded } by { $by }, document { $document }.
letter-fact-received = Received on { $date }, by signed receipt { $n }.
letter-fact-handed-in = Handed in on paper on { $date }.
letter-fact-decided = Decided on { $date }, by signed receipt { $n }.
letter-fact-decided-why = Decided on { $date }, by signed receipt { $n }. The reason given: “{ $reason }”.
letter-fact-overdue = { $days ->
    [one] The answer was due on { $date }. That was 1 day ago.
    *[other] The answer was due on { $date }. That was { $days } days ago.
  }
letter-ask-total = Please correct statement { $seq } from { $before } to { $after }.
letter-ask-answer = Please answer in writing, with reasons.
letter-ask-reminder = Please answer now, in writing and with reasons, or carry out what was decided.
letter-ask-complaint = Please see to it that I get an answer, and tell me what was done.
letter-ask-next = Please review the matter, decide on it, and answer in writing, with reasons.
letter-ask-compliance = Please record that this has been done, end what was based on it, and confirm that in writing.
letter-ask-request = Please do this within the time that the law allows, or say in writing why not.
letter-admits-nothing = By this I do not admit that anything was owed.
letter-enclosed = Enclosed: { $what }

problem-no-case = There is no such case on this phone.
  .safe = What is on this phone is unchanged.
  .todo = Go back to Records.
problem-contest-gone = This is not in what the authority has sent.
  .safe = What is on this phone is unchanged.
  .todo = Sync, then open the newest statement and choose it there.
problem-case-letter-not-now = There is no use for this letter now.
  .safe = The case is unchanged.
  .todo = Go back to the case: it shows what you can do.
problem-hand-in-day = This is not a day on which it can have been handed in.
  .safe = Nothing was noted.
  .todo = Choose today or a day before.
problem-hand-in-photo = This photo cannot be used.
  .safe = Nothing was noted.
  .todo = Take it again, or note the day without a photo.
