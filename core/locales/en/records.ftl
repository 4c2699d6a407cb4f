# What can be recorded, and what a record is called.
record-volunteering = Volunteering, { $time }
record-volunteering-short = Volunteering
record-blood = Blood donation, { $amount }
record-blood-short = Blood donation
record-withdrawal = Withdrawal of a record
record-withdrawal-of = Withdrawal: { $title }
record-minutes = { $minutes } min
record-hours = { $hours ->
    [one] 1 hour
    *[other] { $hours } hours
  }
record-hours-minutes = { $hours } h { $minutes } min
record-ml = { $n } ml
record-units = { $n ->
    [one] platelets, 1 unit
    *[other] platelets, { $n } units
  }
record-counts = If accepted: { $points }
record-counts-cap = 0 now: already counted { $max ->
    [one] once
    [2] twice
    *[other] { $max } times
  } in { $year }, the most allowed
record-counts-time = If accepted: { $points } for every { $span }
record-against-note = These rules take points. Standing never asks you to report anything here.
record-none-taken = By its rulebook, this authority accepts no records from residents. If you have something to hand in, ask at its office.
record-kept = Saved on this phone. It will be sent at the next sync.
record-kept-for-wifi = Saved on this phone. It will be sent at the next sync over Wi-Fi.
record-kept-waits = Saved on this phone only. Standing will ask you again in { $hours ->
    [one] 1 hour
    *[other] { $hours } hours
  }. Until you confirm, nothing is sent.
record-withdraw-here = It has not left this phone. If you withdraw it, it stays here, marked as withdrawn, and nobody is told.
record-edit-here = Nothing of it has left this phone. If you change it, it keeps its place in the queue.
record-edit-new = It stays as it is. What you change becomes a new record.
record-edit-instead = What you change becomes a new record. This one is withdrawn, so that only one counts: a signed withdrawal is sent to the authority.
record-edit-left = It may have left this phone, so it can no longer be changed. You can withdraw it, or write a new record.
record-withdraw-contest = It may have left this phone. Standing will ask you again after 24 hours, and will send a signed withdrawal only if you confirm it then. If you do not confirm it within 7 days after that, nothing is withdrawn and your contest stays as it is.
record-withdraw-sent = It may have left this phone. If you withdraw it, a signed withdrawal is sent to the authority.
record-label-rule = Rule
record-label-day = Day
record-label-description = In your words
record-label-time = Time
record-label-organiser = Organiser
record-label-activity = Activity
record-label-amount = Amount
record-label-place = Place
record-label-code = Certificate number
record-label-made = Written, by this phone’s time
record-label-photo = Photo
record-photo = JPEG, { $size } kB
record-photo-here = Encrypted on this phone
record-photo-part = { $percent }% sent
record-photo-sent = Sent
record-photo-gone = Not on this phone any more
record-photo-hash = The record names it by its hash (SHA-256): { $hash }
record-photo-remove = { $n ->
    [one] Removing the photo frees { $size }. The record stays, with the photo’s hash and the signed receipt. The photo itself cannot be brought back from this phone.
    *[other] Removing the { $n } photos frees { $size }. The record stays, with the photos’ hashes and the signed receipt. The photos themselves cannot be brought back from this phone.
  }
record-attempt-no-answer = Tried: no answer
record-attempt-little = Tried: the server takes very little at a time
record-attempt-status = Tried: the server answered { $status }, unsigned
record-attempt-unverified = Tried: the answer did not pass the checks
record-attempt-receipt = A receipt came
record-no-words = no reason was given

# A draft.
draft-not-taken = By its rulebook, { $authority } does not accept records of this kind. Choose another kind, or ask at its office.
draft-empty-description = Say in your own words what you did.
draft-empty-organiser = Say who organised it.
draft-empty-activity = Say what you did there.
draft-empty-code = Type the number printed on the certificate.
draft-empty-place = Say where you gave blood.
draft-long = This is too long: { $n ->
    [one] 1 character
    *[other] { $n } characters
  }. At most { $most } fit.
draft-resident-number = This looks as if it contains an ID card number. Take it out: it is never needed here, and text with it is not saved.
draft-minutes = Enter a time between 1 minute and 24 hours.
draft-many-hours = { $hours ->
    [one] 1 hour
    *[other] { $hours } hours
  } on one day is a lot. If it is right, leave it as it is.
draft-day-form = Choose the day on which it happened.
draft-day-future = This day is still to come. A record is about something that has happened.
draft-day-ended = What happened that day stopped counting on { $date }. Please check; you can still send it.
draft-day-old = This day is more than a year ago. If it is right, leave it as it is.
draft-twice = There is already a record like this one on this phone, for { $date }. Please check.
draft-interval = There is another donation on this phone, on { $date }. The rulebook asks for a longer gap. Please check both dates. { $conflict }
draft-platelets-a-year = The rulebook allows at most { $most } platelet donations a year. Please check.
draft-volume = Whole blood is given in { $volumes } ml. Choose one of these.
draft-units = Platelets are given in 1 to { $most } units.
draft-photo-wanted = The authority asks for a photo as evidence. You can send this without one; it may then ask for it.
draft-photo-large = This photo is too large. Choose one under 40 MB.
draft-photo-form = This photo cannot be read. Take it again, or choose a JPEG.
draft-photo-pixels = This photo has too many pixels to be made smaller here. Choose a smaller version of it.
draft-photo-damaged = Part of this photo is missing. Take it again, or choose another one.
draft-counts = If accepted: { $points } for “{ $rule }” (rule { $id }).
draft-counts-time = { $times ->
    [0] Rule { $id } (“{ $rule }”) gives { $points } for every { $span }. This is less, so it does not count yet.
    [one] If accepted: { $points }. Rule { $id } (“{ $rule }”) gives that for every { $span }.
    *[other] If accepted: { $points }, { $times } times. Rule { $id } (“{ $rule }”) gives that for every { $span }.
  }
draft-cap = { $n ->
    [one] This rule counts at most once in a calendar year.
    [2] This rule counts at most twice in a calendar year.
    *[other] This rule counts at most { $n } times in a calendar year.
  }
draft-counts-cap = If accepted: { $total } in all for “{ $rule }” (rule { $id }). The rule counts at most { $max ->
    [one] once
    [2] twice
    *[other] { $max } times
  } in a calendar year.
draft-counts-ended = If accepted: 0. By rule { $id } (“{ $rule }”), what happened on that day stopped counting on { $date }.
draft-cap-used = Statement { $seq } counts { $used } of { $max } in { $year }.
draft-cap-unknown = This phone has no statement of { $year } yet, so it cannot show how often the rule has counted in { $year }.
draft-carried = Added to this: { $time } from accepted records on this phone.
draft-pending = { $n ->
    [one] 1 other record by this rule still has no answer. If it is accepted, this can change.
    *[other] { $n } other records by this rule still have no answer. If they are accepted, this can change.
  }
draft-score = Calculated for today from statement { $seq }: { $after } instead of { $before }.
draft-score-same = Calculated for today from statement { $seq }: the score stays { $before }.
draft-scale-end = The scale ends at { $after }: what goes beyond it does not count.
draft-lasts = { $months ->
    [one] It counts for one month from the day on which it happened.
    *[other] It counts for { $months } months from the day on which it happened.
  }
draft-blood-favour = By this rulebook no points are taken for not giving blood.
draft-answer = { $days ->
    [one] By the rulebook an answer is due within 1 working day.
    *[other] By the rulebook an answer is due within { $days } working days.
  }
draft-if-nothing = If you report nothing, Standing does nothing: nobody is told, and nothing is kept.
draft-duty = The rulebook on this phone does not oblige you to report this. Standing cannot know whether another law does; ask { $authority }.
draft-waits = Once you save it, it stays on this phone for { $hours ->
    [one] 1 hour
    *[other] { $hours } hours
  }. Then Standing asks you again. If you do not say yes within { $days ->
    [one] 1 day
    *[other] { $days } days
  }, it is discarded. Until then nothing leaves the phone.
draft-leaves-to = To whom
draft-leaves-to-value = { $authority }, at { $host }
draft-leaves-what = What will be sent
draft-leaves-what-value = What you wrote above, when you wrote it, and this phone’s signature
draft-leaves-photo = Also sent
draft-leaves-photo-value = The photo, made smaller, with the place, time and camera removed from the file. It shows everything that is on the paper.
draft-leaves-never = Not added by Standing
draft-leaves-never-value = Your name, ID card number, contacts and location. A photo shows everything that is on the paper.

# The queue.
queue-needs-you = Needs your attention
queue-on-this-phone = On this phone only
queue-sending = Sending
queue-received = Received
queue-done = Done
archive-of = This file holds only what belongs to { $name }. Save what belongs to others on this phone separately.
archive-own = This file holds only what is yours. Save what belongs to others on this phone separately.
archive-about = This archive holds what was on your phone: your records with their receipts and photos, and every statement, notice and receipt that your authorities signed (.jws). Your private keys are not in it. It is not encrypted: whoever has it can read it. “standing check” says which of it is genuine.
archive-done = In the file: { $records ->
        [one] 1 record
       *[other] { $records } records
    }, { $photos ->
        [one] 1 photo
       *[other] { $photos } photos
    } and { $documents ->
        [one] 1 signed document
       *[other] { $documents } signed documents
    }. The file is not encrypted.
archive-inside = In the file: { $records ->
        [one] 1 record
       *[other] { $records } records
    }, { $photos ->
        [one] 1 photo
       *[other] { $photos } photos
    } and { $documents ->
        [one] 1 signed document
       *[other] { $documents } signed documents
    }; about { $size }.
archive-damaged = { $n ->
        [one] 1 damaged value is in it
       *[other] { $n } damaged values are in it
    }, as found on this phone.
queue-empty = No records yet. What you record is saved here first, encrypted, and sent when there is a network.
# `.rest` is what follows below a heading or a sign that says the first words already.
queue-state-drafted = On this phone only: { queue-state-drafted.rest }
  .rest = not finished
queue-state-cooling-off = On this phone only: { queue-state-cooling-off.rest }
  .rest = asks you again on { $date }
queue-state-confirm = Needs your attention: { queue-state-confirm.rest }
  .rest = send or discard? It is discarded on { $date } if you do nothing
queue-state-waits = On this phone only: { queue-state-waits.rest }
  .rest = waits for the next sync
queue-state-waits-wifi = On this phone only: { queue-state-waits-wifi.rest }
  .rest = waits to send the photo over Wi-Fi
queue-state-waits-unmetered = On this phone only: { queue-state-waits-unmetered.rest }
  .rest = waits for Wi-Fi or another network without data charges
queue-state-again = Not confirmed yet: tries again { $time }
queue-away-soon = { $n ->
    *[other] in a minute
  }
queue-away-minutes = { $n ->
    [one] in 1 minute
    *[other] in { $n } minutes
  }
queue-away-hours = { $n ->
    [one] in an hour
    *[other] in { $n } hours
  }
queue-state-do-not-verify = Not confirmed: the server’s receipts did not pass the checks
queue-state-not-let-in = Not confirmed: the server turned this phone away
queue-state-sending = Sending: { queue-state-sending.rest }
  .rest = { $done } of { $all } parts sent
queue-state-received = Delivered
  .rest = { "" }
queue-state-received-due = Delivered: { queue-state-received-due.rest }
  .rest = answer due on { $date } at the latest
queue-state-review = Under review
  .rest = { "" }
queue-state-review-due = Under review: { queue-state-review-due.rest }
  .rest = answer due on { $date } at the latest
queue-state-accepted = Accepted
  .rest = { "" }
queue-state-refused = Not accepted
  .rest = { "" }
queue-reason = “{ $text }”
queue-state-refused-why = Not accepted: { queue-state-refused-why.rest }
  .rest = { $reason }.
queue-state-refused-until = Not accepted: { queue-state-refused-until.rest }
  .rest = { $reason }. By rulebook { $version } you can contest this up to and including { $date }.
queue-state-refused-until-past = Not accepted: { queue-state-refused-until-past.rest }
  .rest = { $reason }. By rulebook { $version } the last day to contest this was { $date }.
queue-state-withdrawn = Withdrawn by you
  .rest = { "" }
queue-state-discarded = Discarded: you did not confirm it, and nothing was sent
queue-state-withdrawn-receipt = Withdrawn, by the authority’s receipt
queue-state-withdrawing-contest = Your withdrawal is among your records; it will be sent only if you confirm it
queue-state-withdrawing = Your withdrawal is being sent; the record itself is not
queue-state-needs-you = Needs your attention: { queue-state-needs-you.rest }
  .rest = { $what }
queue-needs-rejected = the authority did not take it up
queue-needs-refused = the server turned it down
queue-needs-not-answered = not answered
queue-needs-still-running = no result for a day
queue-needs-photo = a photo is missing
queue-needs-key = connect again with a new one-time code
queue-needs-restored = was it sent already?

# Days to keep in mind; what a calendar shows names no record and no authority.
deadline-answer = Answer due
  .event = Standing: an answer is due
deadline-contest = Last day to contest
  .event = Standing: last day to contest
deadline-appeal = Last day to appeal
  .event = Standing: last day to appeal
deadline-contest-unsure = Last day to contest (holidays not known)
  .event = Standing: last day to contest

# Receipts.
receipt-none = No receipts yet. When a record arrives, the authority should answer with a signed receipt; it is kept here.
receipt-heading = Receipt { $n }
receipt-elsewhere = A record of another phone
receipt-received = Delivered on { $date }
receipt-under-review = Under review since { $date }
receipt-accepted = Accepted on { $date }
receipt-refused = Not accepted on { $date }
receipt-decided = Decided on { $date }
receipt-rejected = Not taken up on { $date }
receipt-withdrawn = Withdrawn on { $date }
receipt-unread = In a newer format than this version of Standing can read
receipt-not-believed = This receipt did not pass the checks
receipt-no-reason = no reason was given
receipt-check-signed = Signed
receipt-check-same = Same as you sent
receipt-check-sequence = Follows the one before
receipt-signed-holds = { $authority } signed it, and nothing has been changed since.
receipt-signed-unknown = It was signed with a key that has since been cancelled. This phone cannot tell whether the receipt is older than that. Sync, and ask { $authority }.
receipt-signed-old = { $authority } signed it, but the key list on this phone is out of date: the key may have been cancelled since. Sync to find out.
receipt-signed-unread = { $authority } signed it, in a newer format than this version of Standing can read. Update Standing.
receipt-signed-list-unread = { $authority } signed it, but its newest key list has a newer format than this version of Standing can read. Update Standing.
receipt-signed-fails = It did not pass the check: { $reason }. Show it to { $authority }.
receipt-same-holds = The receipt is for exactly the record and photos on this phone.
receipt-same-fails = The receipt is for something other than what this phone sent. Keep it, and ask { $authority } why.
receipt-same-unknown = The signature has not passed its check, so this cannot be told.
receipt-sequence-holds = It has its right place among your receipts.
receipt-sequence-fails = It does not match your other receipts. Both are kept; ask { $authority } why.
receipt-sequence-unknown = The receipts around it are not on this phone yet. Sync to fetch them.
receipt-clock-phone = by this phone’s time
receipt-clock-authority = by the time of { $authority }
receipt-made = Written on this phone
receipt-event-received = Delivered
receipt-event-review = Under review
receipt-event-accepted = Accepted
receipt-event-refused = Not accepted
receipt-event-decided = Decided
receipt-event-rejected = Not taken up
receipt-event-withdrawn = Withdrawn
receipt-event-due = Answer due
receipt-label-reason = Reason
receipt-label-decided-by = Decided by
receipt-label-besides = Not known to Standing
receipt-label-entry = Entry it became
receipt-label-outcome = Decision
receipt-label-effect = What changes
receipt-label-next = Next step
receipt-granted = Granted
receipt-partly = Granted in part
receipt-case-refused = Not granted
receipt-change-withdrawn = { $what } is removed on { $date }
receipt-change-corrected = { $what } is corrected on { $date }
receipt-change-lifted = { $what } ends on { $date }
receipt-next-until = By { $date }

# Contests, what was done as ordered, and rights requests.
record-contest = Contest: { $what }
record-compliance = Done as ordered: { $what }
record-target-entry = entry { $id }
  .heading = Entry { $id }
record-target-star = household stars { $id }
  .heading = Household stars { $id }
record-target-measure = benefit or restriction { $id }
  .heading = Benefit or restriction { $id }
record-target-statement = statement { $n }
  .heading = Statement { $n }
record-target-notice = notice { $n }
  .heading = Notice { $n }
record-target-device = the connection of another phone
  .heading = The connection of another phone
record-label-contested = What you contest
record-label-ground = Your reason
record-label-words = In your words
record-label-wants = What you ask for
record-label-mark = Mark “contested”
record-mark-yes = May be shown with the entry
record-mark-no = Not to be shown with the entry
record-label-ordered = Ordered in
record-label-done = What you did
record-label-done-on = Done on
record-label-right = Request
record-ground-not-me = It was not me
  .needs = Say where you were, if you can.
record-ground-did-not-happen = It did not happen
  .needs = It did not happen, or not like this. Say what did happen.
record-ground-wrong-rule = The wrong rule was applied
  .needs = Say which rule would fit, or that it was counted twice.
record-ground-wrong-points = The points are wrong
  .needs = Say which number is wrong.
record-ground-already-complied = I have done what was ordered
  .needs = A photo of the receipt or the published text helps.
record-ground-not-told = I was not told
  .needs = The letter adds what this phone knows of notices.
record-ground-too-old = It is too long ago
  .needs = It should no longer count.
record-ground-other = Another reason
record-wants-removed = Remove it
  .please = Please remove it.
record-wants-corrected = Correct it
  .please = Please correct it.
record-wants-explained = Explain it
  .please = Please explain it.
record-right-access = See the data held about me
  .law = Personal Information Protection Law, Article 45
record-right-copy = Get a copy of my data
  .law = Personal Information Protection Law, Article 45
record-right-correct = Have my data corrected
  .law = Personal Information Protection Law, Article 46
record-right-delete = Have my data deleted
  .law = Personal Information Protection Law, Article 47
record-right-restrict = Have the use of my data restricted
  .law = Personal Information Protection Law, Article 44
record-right-explain = Have a decision about me explained
  .law = Personal Information Protection Law, Articles 24 and 48

# What is in the way.
problem-no-record = There is no such record on this phone.
  .safe = What is on this phone is unchanged.
  .todo = Go back to Records.
problem-no-receipt = No receipt for this record has reached this phone.
  .safe = The record is kept, and is sent until a receipt comes.
  .todo = Sync when there is a network.
problem-draft = Something in the form is not right yet.
  .safe = Nothing was saved and nothing was sent.
  .todo = Look at the marked fields.
problem-record-form-kept = This form was kept as a record before, with something else in it.
  .safe = That record is on this phone. What the form says now was not kept.
  .todo = Open “Records” and look at that record. To send both, write a new record.
problem-record-not-now = This cannot be done with this record at the moment.
  .safe = The record is unchanged.
  .todo = Open it again: something may have happened to it meanwhile.
problem-record-has-left = This record has begun to leave this phone, so it can no longer be changed.
  .safe = The record is kept as it was. What you changed was not saved.
  .todo = Open “Records”: you can withdraw this one, or write a new record.
problem-record-rejected = The authority did not take it up. Its signed reason: “{ $reason }”
  .safe = The record and the receipt are kept on this phone.
  .todo = Correct what the reason names and record it again. Or save this one as a file, as evidence; or withdraw it.
problem-record-refused = The server turned it down (code { $status }). It wrote, unsigned: “{ $text }”
  .safe = The record is kept on this phone, with every attempt.
  .todo = Ask the authority what is wrong. You can try again, save the record as a file, or withdraw it.
problem-record-not-answered = Not answered: the server turned it down (code { $status }). It wrote, unsigned: “{ $text }”
  .safe = The record and every attempt are kept on this phone. They show when you tried, by this phone’s time.
  .todo = Try again. Or save it as a file, hand it in on paper, and ask for a stamped receipt.
problem-record-still-running = For a day the server has answered that it is still working on this record.
  .safe = The record is kept. It counts once, however often it is sent.
  .todo = Ask { $authority }, or try again.
problem-record-photo-missing = A photo of this record is not on this phone any more.
  .safe = The record is kept. It is not sent without its photo.
  .todo = Withdraw it, and record it again with the photo.
problem-record-key-revoked = { $authority } has cancelled this phone’s key, so this phone cannot send for you any more. If you reported a phone lost or replaced, that is normal.
  .safe = The record is kept on this phone.
  .todo = Ask the authority for a new one-time code and connect again. Then the record is sent.
problem-record-restored = The data on this phone is an older copy. This record may have been sent since.
  .safe = A record that is sent twice counts once.
  .todo = Sync first: if a receipt comes, it was sent. Otherwise try again, or withdraw it.
problem-record-do-not-verify = The receipts that came back did not pass the checks. There may be a fault at the server or on the way.
  .safe = The record is kept, and will be tried again.
  .todo = Try another network. If nothing changes, tell { $authority }.
problem-record-not-let-in = The server turned this phone away, without a signed reason.
  .safe = The record is kept, and will be tried again.
  .todo = Check with { $authority } whether this phone is still connected. If not, ask for a new one-time code.
