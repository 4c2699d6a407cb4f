# What can be recorded, and what a record is called.
record-volunteering = Volunteering, { $time }
record-volunteering-short = Volunteering
record-blood = Blood donation, { $amount }
record-blood-short = Blood donation
record-withdrawal = Withdrawal of a record
record-withdrawal-of = Withdrawal: { $title }
record-minutes = { $minutes } min
record-hours = { $hours } h
record-hours-minutes = { $hours } h { $minutes } min
record-ml = { $n } ml
record-units = { $n ->
    [one] platelets, 1 unit
    *[other] platelets, { $n } units
  }
record-counts = { $points } if accepted
record-counts-time = { $points } for each { $span }, if accepted
record-against-note = These rules take points. Nobody asks you to report anything here, and this app never reminds you of them.
record-none-taken = By its rulebook, this authority takes no records from residents.
record-kept = Kept on this phone. It is sent with the next sync.
record-kept-waits = Kept on this phone only. In { $hours } hours it asks you once more; until you confirm, nothing is sent.
record-withdraw-here = It has not left this phone. Withdrawing keeps it here, marked as withdrawn, and tells nobody.
record-withdraw-sent = It may have left this phone. Withdrawing sends the authority a signed withdrawal.
record-label-rule = Rule
record-label-day = Day
record-label-description = In your words
record-label-time = Time
record-label-organiser = Organiser
record-label-activity = Activity
record-label-amount = Amount
record-label-place = Place
record-label-code = Certificate
record-label-made = Written, by this phone’s clock
record-label-photo = Photo
record-photo = JPEG, { $size } kB
record-photo-here = Sealed on this phone
record-photo-part = { $percent } % sent
record-photo-sent = Sent
record-attempt-no-answer = Tried: no answer came
record-attempt-status = Tried: the server answered { $status }, without a signature
record-attempt-unverified = Tried: the answer does not verify
record-attempt-receipt = A receipt came
record-no-words = no words were given

# A draft.
draft-not-taken = { $authority } does not take such records, by its rulebook.
draft-empty-description = Say in your own words what you did.
draft-empty-organiser = Say who organised it.
draft-empty-activity = Say what you did there.
draft-empty-code = Type the code that stands on the certificate.
draft-empty-place = Say where you gave blood.
draft-long = This has { $n } characters; { $most } fit. Make it shorter.
draft-resident-number = This holds a number that is shaped like a resident number. Leave it out: it is never needed here, and nothing with it is kept.
draft-minutes = Type a time between 1 and { $most } minutes: at most one day.
draft-many-hours = { $hours } hours on one day is a lot. Look again; if it is right, leave it.
draft-day-form = Choose the day on which it happened.
draft-day-future = This day is still to come. A record is about something that has happened.
draft-day-ended = What happened that day stopped counting on { $date }. Look again; you may still send it.
draft-day-old = This day is more than a year ago. Look again; if it is right, leave it.
draft-twice = A record like this one, of { $date }, is on this phone already. Look again.
draft-interval = Another donation on this phone, of { $date }, is closer than the rulebook allows. Look at both days again. { $conflict }
draft-platelets-a-year = The rulebook knows at most { $most } donations of platelets a year. Look again.
draft-volume = Whole blood is given in { $volumes } ml. Choose one of these.
draft-units = Platelets are given in 1 to { $most } units.
draft-photo-wanted = A photo of the proof is wanted. Without one, the authority may ask for it.
draft-photo-large = This photo is too large. Choose one under 40 MB.
draft-photo-form = This is not a photo that can be read here. Choose a JPEG.
draft-photo-pixels = This photo has too many dots to be made smaller here. Choose a smaller version of it.
draft-photo-damaged = Part of this photo is missing. Take it again, or choose another one.
draft-counts = If it is accepted, it counts { $points }: { $rule } (rule { $id }).
draft-counts-time = { $times ->
    [0] { $span } count { $points } under rule { $id } ({ $rule }); this is less, so on its own it counts nothing yet.
    [one] If it is accepted, it counts { $points }, once: { $span } count that much under rule { $id } ({ $rule }).
    *[other] If it is accepted, it counts { $points }, { $times } times: { $span } count that much under rule { $id } ({ $rule }).
  }
draft-cap = { $n ->
    [one] This rule counts at most once in a calendar year.
    *[other] This rule counts at most { $n } times in a calendar year.
  }
draft-lasts = { $months ->
    [one] It counts for one month from the day on which it happened.
    *[other] It counts for { $months } months from the day on which it happened.
  }
draft-blood-favour = Nothing is ever subtracted for not donating.
draft-answer = { $days ->
    [one] The rulebook says that an answer comes within 1 working day.
    *[other] The rulebook says that an answer comes within { $days } working days.
  }
draft-if-nothing = If you report nothing, nothing happens through this app: nobody is told, and nothing is kept.
draft-duty = The rulebook on this phone holds no duty to report this. Whether another law does, this app cannot know; { $authority } must say so itself.
draft-waits = Once you keep it, it stays on this phone for { $hours } hours and then asks you again. Without a yes from you within { $days } days it is discarded. Until then nothing leaves the phone.
draft-leaves-to = To whom
draft-leaves-to-value = { $authority }, at { $host }
draft-leaves-what = What leaves
draft-leaves-what-value = What you wrote above, when you wrote it, and your phone’s signature
draft-leaves-photo = With it
draft-leaves-photo-value = The photo, made smaller, without place, time or camera
draft-leaves-never = What never leaves
draft-leaves-never-value = Your name, resident number, contacts and location

# The queue.
queue-needs-you = Needs you
queue-on-this-phone = On this phone only
queue-sending = Sending
queue-received = Received
queue-done = Done
queue-empty = No records yet. What you record is kept here first, sealed, and sent when there is a network.
queue-state-drafted = On this phone only: not finished
queue-state-cooling-off = On this phone only: asks you again on { $date }
queue-state-confirm = Needs you: send it or let it go? Discarded on { $date } if you do nothing
queue-state-waits = On this phone only: waits for the next sync
queue-state-waits-wifi = On this phone only: its photo waits for a sync over Wi-Fi
queue-state-waits-unmetered = On this phone only: waits for the next sync without volume charges
queue-state-again = On this phone only: tries again { $time }
queue-away-soon = { $n ->
    *[other] in a minute
  }
queue-away-minutes = in { $n } minutes
queue-away-hours = { $n ->
    [one] in an hour
    *[other] in { $n } hours
  }
queue-state-do-not-verify = On this phone only: the server’s receipts do not verify
queue-state-not-let-in = On this phone only: the server does not let this phone in
queue-state-sending = Sending: { $done } of { $all } parts sent
queue-state-received = Received
queue-state-received-due = Received: answer due { $date }
queue-state-review = Under review
queue-state-review-due = Under review: answer due { $date }
queue-state-accepted = Accepted
queue-state-refused = Refused
queue-reason = “{ $text }”
queue-state-refused-why = Refused: { $reason }.
queue-state-refused-until = Refused: { $reason }. By rulebook { $version } you can contest it until { $date }.
queue-state-refused-until-past = Refused: { $reason }. By rulebook { $version } it could be contested until { $date }.
queue-state-refused-working = Refused: { $reason }. By rulebook { $version } you can contest it within { $days } working days of { $date }.
queue-state-withdrawn = Withdrawn by you
queue-state-discarded = Discarded: you did not confirm it, and nothing was sent
queue-state-withdrawn-receipt = Withdrawn, says the authority’s receipt
queue-state-withdrawing = Your withdrawal is on its way; the record itself is not sent any more
queue-state-needs-you = Needs you: { $what }
queue-needs-rejected = the authority did not take it up
queue-needs-refused = the server refused it
queue-needs-not-answered = not answered
queue-needs-still-running = no answer for a day
queue-needs-photo = a photo is missing
queue-needs-key = join again
queue-needs-restored = was it sent already?

# Days to keep in mind; what a calendar shows names no record and no authority.
deadline-answer = Answer due
  .event = Standing: an answer is due
deadline-contest = You can contest it until
  .event = Standing: last day to contest

# Receipts.
receipt-none = No receipts yet. Each record that arrives is answered by a signed receipt, kept here.
receipt-heading = Receipt { $n }
receipt-elsewhere = A record of another phone
receipt-received = Received on { $date }
receipt-under-review = Under review since { $date }
receipt-accepted = Accepted on { $date }
receipt-refused = Refused on { $date }
receipt-rejected = Not taken up, on { $date }
receipt-withdrawn = Withdrawn on { $date }
receipt-unread = In a newer format than this version of Standing can read
receipt-not-believed = This receipt cannot be believed
receipt-no-reason = no reason was given
receipt-check-signed = Signed
receipt-check-same = Same as you sent
receipt-check-sequence = In sequence
receipt-signed-holds = { $authority } signed it, and nothing was changed since.
receipt-signed-unknown = The key that signed it was withdrawn as compromised, and this phone cannot tell whether it held the receipt before. Sync, and ask { $authority }.
receipt-signed-old = { $authority } signed it, but the list of its keys is past its date: a key may have been withdrawn since. Sync.
receipt-signed-unread = { $authority } signed it, in a newer format than this version of Standing can read. Update Standing.
receipt-signed-list-unread = { $authority } signed it, but its newest list of keys has a newer format than this version of Standing can read. Update Standing.
receipt-signed-fails = It does not verify: { $reason }. Tell { $authority }.
receipt-same-holds = It is over exactly the record and photos on this phone.
receipt-same-fails = It is over something else than this phone sent. Keep it, and ask { $authority } why.
receipt-same-unknown = Without a good signature this cannot be said.
receipt-sequence-holds = It stands in its place in the chain of your receipts.
receipt-sequence-fails = It contradicts the chain of your receipts. Both are kept; ask { $authority } why.
receipt-sequence-unknown = The receipts around it are not on this phone yet: the next sync brings them.
receipt-clock-phone = by this phone’s clock
receipt-clock-authority = by the clock of { $authority }
receipt-made = Written on this phone
receipt-event-received = Received
receipt-event-review = Under review
receipt-event-accepted = Accepted
receipt-event-refused = Refused
receipt-event-rejected = Not taken up
receipt-event-withdrawn = Withdrawn
receipt-event-due = Answer due
receipt-label-reason = Reason
receipt-label-decided-by = Decided by
receipt-label-besides = Not known to this app
receipt-label-entry = Became entry

# What is in the way.
problem-no-record = There is no such record on this phone.
  .safe = What this phone holds is unchanged.
  .todo = Go back to Records.
problem-no-receipt = No receipt over this record has reached this phone.
  .safe = The record is kept, and is sent until a receipt comes.
  .todo = Sync when there is a network.
problem-draft = Something in the form is not right yet.
  .safe = Nothing was kept and nothing was sent.
  .todo = Look at the marked fields.
problem-record-not-now = That cannot be done with this record now.
  .safe = The record is unchanged.
  .todo = Open it again: it may have gone further meanwhile.
problem-record-rejected = The authority did not take it up. Its signed reason: “{ $reason }”
  .safe = The record and the receipt are kept on this phone.
  .todo = Put right what the reason names and record it anew, export this one as proof, or withdraw it.
problem-record-refused = The server refused it with { $status }. Its words, not signed: “{ $text }”
  .safe = The record is kept on this phone, with every attempt.
  .todo = Ask the authority what is missing. You can try again, export it, or withdraw it.
problem-record-not-answered = Not answered: the server refused it with { $status }. Its words, not signed: “{ $text }”
  .safe = The record and every attempt are kept on this phone, as proof that you tried.
  .todo = Try again, or export it and hand it in on paper against a stamp.
problem-record-still-running = For a day the server has said that the first attempt is still at work.
  .safe = The record is kept, and counts only once however often it is sent.
  .todo = Ask { $authority }, or try again.
problem-record-photo-missing = A photo of this record is not on this phone any more.
  .safe = The record is kept, and is never sent without its photo.
  .todo = Withdraw it and record it anew with the photo.
problem-record-key-revoked = { $authority } revoked this phone’s key.
  .safe = The record is kept on this phone.
  .todo = Ask the authority for a new code and join again; then it is sent.
problem-record-restored = This phone’s data are an older copy that was put back. This record may have been sent since.
  .safe = Nothing was lost. Sent twice, it still counts once.
  .todo = Sync first: if a receipt comes, it was sent. Otherwise try again, or withdraw it.
problem-record-do-not-verify = The receipts that came back do not verify: the server, or something in between, is wrong.
  .safe = The record is kept, and goes on trying.
  .todo = Try another network. If it stays like this, tell { $authority }.
problem-record-not-let-in = The server does not let this phone in, and does not say why under its signature.
  .safe = The record is kept, and goes on trying.
  .todo = If it stays like this, ask { $authority } whether this phone is still known.
