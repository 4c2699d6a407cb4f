# Cases: contests, compliance, requests by right.

cases-none = You have not contested or requested anything on this phone yet. To contest an entry, open it and choose “Contest this entry”.
home-overdue = { $n ->
    [one] An answer to you is overdue. Open the case to see what you can do.
    *[other] { $n } answers to you are overdue. Open a case to see what you can do.
  }

# The forms.
contest-title = Contest { $what }
contest-detail = { $what }, recorded by { $office }
contest-detail-plain = { $what }
contest-words = In your own words
contest-words-hint = Plain facts help most.
contest-mark = Show that you contest it
  .text = The authority should then show the mark “contested” beside the entry, from its next statement on until your contest is decided. Whoever sees the entry sees the mark, but not your reasons.
contest-goes-to = Goes to
  .text = { $office }
  .through = through { $authority }
contest-sent = What will be sent
  .text = What you contest, your reasons, your words and photos, and what you ask for; encrypted and signed by this phone
contest-stays = What stays here
  .text = Your name and address, other entries, drafts
contest-then = What follows
  .text = The authority should send a signed receipt that says by when you get an answer.
contest-adds-totals = By this phone’s sum, the total is { $before } with this entry and { $after } without it.
contest-adds-letter = Notice { $n } is dated { $dated }. It was signed on { $signed } and reached this phone on { $reached }.
contest-adds-no-letter = No notice about this has reached this phone since it was connected on { $date }.
contest-no-day = This phone cannot tell the last day for this: it would need the rulebook and a signed date on which you were told. Send it soon.
contest-late = As far as this phone can tell, the last day was { $date }. You can still send this; the authority decides whether it counts.
contest-before-open = You contested this on { $date }, and that case is still open. Open it to see what you can do.
contest-before-closed = You contested this on { $date }, and that case is closed. If you contest it again, say what is new.
contest-target-gone = This is no longer in what the authority has sent. Sync, then look at the newest statement.
contest-follows-gone = The earlier case that this continues is not on this phone.
contest-no-ground = Tick at least one reason.
contest-other-unsaid = Say in your own words what the other reason is.
contest-photo-helps = A photo of a receipt or a document helps. You can send this without one.
compliance-title = Report as done
compliance-words = What you did
compliance-words-hint = What, where, and under which number you paid or handed it in.
compliance-sent = What will be sent
  .text = What you did and when, in your words, with your photos; encrypted and signed by this phone
compliance-then = What follows
  .text = { $authority } should send a signed receipt, then record that this is done and lift what was imposed because of it.
compliance-lifted = How this ends
compliance-no-day = The receipt should say by when you get an answer. You need not admit anything to report this.
compliance-unsaid = Say what you did.
case-photos-many = You chose { $n ->
    [one] 1 photo
    *[other] { $n } photos
  }. At most { $most } can go with it.
case-counted = Characters: { $n } of { $most }
case-kept-paper = Saved on this phone. Print the letter, sign it, hand it in, and note the day here.
case-target = About { $what }

rights-title = Ask about your data
rights-lead = By law you can ask { $authority } for each of these.
rights-words = What you ask for, in your own words
rights-words-hint = You can leave this empty, or name what it is about: which data, from when.
rights-sent = What will be sent
  .text = Which right you use and your words; encrypted and signed by this phone
rights-then = What follows
  .text = { $authority } should send a signed receipt, then its answer: what you asked for, or the reasons for a refusal. Both will be kept with the case.
rights-no-day = The Personal Information Protection Law says “in good time” and names no number of days. The receipt should say by when you get an answer.

# How far a case has come.
case-state-on-paper = To hand in on paper
case-state-waiting = Waiting to be sent
case-state-needs-you = Needs your attention
case-state-received = Delivered
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
case-at = { $date }, { $clock }.
case-reason = Reason: “{ $text }”

case-deadline-was = Answer was due
  .event = Standing: an answer was due
case-deadline-next = Last day for the next step
  .event = Standing: last day for a step
case-deadline-carry-out = To be carried out by
  .event = Standing: something is to be carried out
case-day-signed = This day is in a document signed by { $authority }.
case-day-rulebook = By rulebook { $version }: { $within }.
case-day-later = { $authority } signed a later day, { $date }. Standing counts the earlier one.
case-day-moved = { $authority } has moved this day once, with a reason. By rulebook { $version } it was { $date }.

case-turn-sending = It will be sent when this phone next syncs.
case-turn-paper = Print the letter, sign it, hand it in, and note the day here.
case-turn-you = You can take the next step, or leave it as it is.
case-turn-authority = It is now up to { $office }. You do not need to do anything for now.
case-turn-overdue = No signed answer has reached this phone.
case-turn-nobody = There is no further step in this case.
case-turn-done = The newest statement shows what was granted. The case is closed.
case-turn-not-carried-out = A statement signed after the decision does not show what was granted.
case-silence-refusal = If no answer comes by that day, the rulebook counts that as a refusal, and you can go to the next office.
case-silence-nothing = If no answer comes by that day, it is still due. You can then send a reminder, or complain.

# What can be done.
case-todo-hand-in = Hand in the letter
  .text = Print it, sign it and hand it in. Ask for a stamp on your copy.
  .button = Note the day
case-todo-item = See what the problem is
  .text = The record is kept. You can correct it, send it again or print it.
  .button = Open the record
case-todo-look = Look for a paper letter
  .text = The answer may have come by post, or may be waiting at the office.
  .button = Note an answer on paper
case-todo-remind = Send a reminder
  .text = The letter is ready. It says what you sent or handed in, and when the answer was due.
  .button = Read the reminder
case-todo-compare = Compare the newest statement
  .text = It does not show what was granted.
  .button = Open the statement
case-todo-carry-out = Ask for the decision to be carried out
  .text = The letter is ready. It names the decision and the statement.
  .button = Read the letter
case-open-until = Last day: { $day }, { $away }.
case-open-past = The last day was { $day }. You can still try; the office decides whether it counts.
case-button-ask = Ask this office
case-button-write = Read the letter
case-button-complain = Read the complaint
case-event-due = { $day }, { $away }
case-event-late = { $day }, { $away }. No answer has reached this phone.
case-event-carried-out = Carried out
  .text = Statement { $seq } shows it.
case-event-not-carried-out = Not carried out
  .text = Statement { $seq } does not show it.
case-handed-in = Handed in on paper
case-handed-in-photo = Handed in on paper, with a photo of the stamp
case-answer-granted = Answer on paper: granted
  .letter = On { $date } I received an answer on paper that grants this.
case-answer-partly = Answer on paper: granted in part
  .letter = On { $date } I received an answer on paper that grants this in part.
case-answer-refused = Answer on paper: not granted
  .letter = On { $date } I received an answer on paper that does not grant this.
case-answer-other = Letter on paper, without a decision
  .letter = On { $date } I received a letter on paper that decides nothing.
case-answer-by-your-word = { $date }, as you noted it. This phone has no signature for it.
case-answer-photo = Photo of the answer on paper
  .text = Your own photo, not signed
case-state-by-your-note = { $state }, as you noted it
case-by-your-word = { $date }, as you noted it
case-step-here = The case is here
case-step-open = You can do this now
case-step-until = By { $day }, { $away }.
case-step-within = Time: { $within }.
case-step-office = { $office }.
case-steps-note = Steps and time limits: rulebook { $version }
case-letter-title = Your letter
case-photos = { $n ->
    [one] 1 photo
    *[other] { $n } photos
  }
case-document-signed = Signed by { $authority }
case-document-not-signed = Signature of { $authority } not confirmed

# The letter.
letter-way-phone = Send from this phone
  .text = It is signed with this phone’s key instead of by hand. Your name and address are left out. The authority should answer with a signed receipt.
letter-way-paper = On paper
  .text = The printed letter has the name and address that you type here. Sign it, hand it in or post it, and keep a stamped copy or the post office’s slip.
letter-membership-number = Connection number: { $sub }
letter-signature = Signature
letter-subject-contest = Contest of { $what }
letter-subject-compliance = Report that what was ordered has been done: { $what }
letter-subject-request = Request: { $what }
letter-subject-reminder = Reminder: { $what }
letter-subject-complaint = Complaint that no answer has been received: { $what }
letter-subject-next = Request for review: { $what }
letter-subject-above = Application to { $office }: { $what }
letter-what-entry = { $name }, “{ $title }”, points: { $points }
letter-what-titled = { $name }, “{ $title }”
letter-what-plain = { $name }
letter-opening = I am writing about the matter named above.
letter-opening-contest = I contest the matter named above.
letter-opening-in-time = I contest the matter named above within the time allowed, which ends on { $date }.
letter-basis = Legal basis
letter-basis-rulebook = { $book }, version { $version }: { $step }
letter-reasons = Reasons
letter-statement-of = Explanation
letter-facts = Facts
letter-request = Request
letter-done-on = On { $date } I did what was ordered.
letter-fact-entry = Statement { $seq } says that this happened on { $happened } and was recorded on { $recorded } by { $by }, document number { $document }.
letter-fact-listed = This is in statement { $seq }, from { $since }.
letter-fact-listed-until = This is in statement { $seq }, from { $since } up to and including { $until }.
letter-fact-letter = Notice { $n } is dated { $dated }. It was signed on { $signed } and reached my phone on { $reached }.
letter-fact-no-letter = No notice about this has reached my phone since it was connected on { $date }.
letter-fact-entry-plain = Statement { $seq } says that this happened on { $happened } and was recorded on { $recorded } by { $by }.
letter-fact-received = Received on { $date }, as shown by signed receipt { $n }.
letter-fact-handed-in = Handed in on paper on { $date }.
letter-fact-decided = Decided on { $date }, as shown by signed receipt { $n }.
letter-fact-decided-why = Decided on { $date }, as shown by signed receipt { $n }. The reason given: “{ $reason }”.
letter-fact-overdue = { $days ->
    [one] The answer was due on { $date }. That was 1 day ago.
    *[other] The answer was due on { $date }. That was { $days } days ago.
  }
letter-ask-total = Please correct the score in statement { $seq } from { $before } to { $after }.
letter-ask-answer = Please answer in writing, with reasons.
letter-ask-reminder = Please answer now, in writing and with reasons, or carry out what was decided.
letter-ask-complaint = Please see to it that I get an answer, and tell me what was done.
letter-ask-above = Please examine the matter, decide on it, and tell me the decision in writing, with reasons.
letter-ask-next = Please review the matter, decide on it, and answer in writing, with reasons.
letter-ask-compliance = Please record that this has been done, lift whatever was imposed because of it, and confirm that in writing.
letter-ask-request = Please do this in good time, as the law requires, or tell me in writing why not.
letter-admits-nothing = By writing this I do not admit that anything happened, was owed or was rightly ordered.
letter-enclosed = Enclosed: { $what }

# The case as one file.
case-export-done = { $documents ->
    [one] In the file: a summary, the letter, the records with any photos, and 1 signed original
    *[other] In the file: a summary, the letter, the records with any photos, and { $documents } signed originals
  }. Nothing can be left out of a signed statement: it shows everything, not only this matter. The file is not encrypted: whoever has it can read it.
case-export-todo = What can be done now
case-export-until = by { $day }, { $away }
case-export-steps = Steps and time limits
case-export-clocks = Dates from documents of the authority carry its signature. Dates “by this phone’s time” come from the phone, and whatever happened on paper is as the resident noted it: nobody has signed those.
case-export-record = { $n ->
    [0] Record; no receipt yet. The resident’s phone signs it when sending it
    [one] Record, signed by the resident’s phone, with 1 signed receipt
    *[other] Record, signed by the resident’s phone, with { $n } signed receipts
  }
case-export-photo = Photo; the signed record names its checksum

problem-no-case = There is no such case on this phone.
  .safe = What is on this phone is unchanged.
  .todo = Go back to Records.
problem-contest-gone = This is not in what the authority has sent.
  .safe = What is on this phone is unchanged.
  .todo = Sync, then open the newest statement and choose it there.
problem-case-letter-not-now = This letter is not needed now.
  .safe = The case is unchanged.
  .todo = Go back to the case: it shows what you can do.
problem-hand-in-day = The letter cannot have been handed in on this day.
  .safe = Nothing was noted.
  .todo = Choose a day from the day on which you wrote the letter to today.
problem-answer-not-awaited = This case does not wait for an answer.
  .safe = Nothing was noted.
  .todo = Go back to the case: it shows what you can do.
problem-answer-day = The answer cannot have come on this day.
  .safe = Nothing was noted.
  .todo = Choose a day from the day on which you wrote your contest, report or request to today.
problem-answer-photo = This photo cannot be used.
  .safe = Nothing was noted.
  .todo = Take it again, or note the answer without a photo.
problem-hand-in-photo = This photo cannot be used.
  .safe = Nothing was noted.
  .todo = Take it again, or note the day without a photo.
