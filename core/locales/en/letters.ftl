# Notices: signed letters of an authority. $n, $new and $days are numbers; dates come in words.

home-letters = { $new ->
    [0] Notices: none is new
    [one] Notices: 1 is new
    *[other] Notices: { $new } are new
  }
letters-count = { $n ->
    [one] 1 notice.
    *[other] { $n } notices.
  } { $new ->
    [0] None is new.
    [one] 1 is new.
    *[other] { $new } are new.
  }
letters-none = No notice from { $authority } has reached this phone. Paper letters are not seen here.
letters-not-found = No notice has these words.
letters-clocks = A notice’s own date is what its sender wrote. The day on which it reached this phone is by this phone’s time. Opening a notice tells nobody.
letters-proof = { $authority }, notices { $from } to { $to }. Synced { $ago }.
letters-signed-holds = { $authority } signed all of them, and nothing has been changed since.
  .mark = All signed
letters-signed-unknown = Not all of them can be checked now. The notice itself says why. Sync to find out.
  .mark = Not all checked
letters-signed-fails = At least one did not pass the check. The notice itself says why.
  .mark = One failed
letters-complete = The numbers have no gap, up to the last one that { $authority } has counted.
  .mark = None missing
letters-missing = Missing on this phone: { $run }. Sync to fetch what is missing. If it does not come, ask { $authority } for it.
  .mark = Missing: { $run }
letters-broken = Notices contradict each other. The warnings say which.
  .mark = Contradiction
letters-never-asked = Whether there are more is not known before the first sync.
  .mark = Not synced yet

letter-heading = Notice { $n }
letter-about-entry = Notice of an entry
letter-about-star = Notice of household stars
letter-about-measure = Notice of a benefit or restriction
letter-about-record = Notice about your record
letter-about-membership = Notice about your connection
letter-about-device = Another phone can act for you
letter-about-key = A phone can no longer act for you
letter-about-rulebook = Notice of rulebook { $version }
letter-about-statements = Statements were replaced
letter-about-receipts = Receipts were replaced
letter-about-other = Notice
letter-unread = A notice in a newer format
letter-not-believed = A notice that did not pass the checks
letter-unread-text = This version of Standing cannot read it. Update Standing. It is kept as it came.
letter-not-believed-text = What did not pass the checks is not shown. It is kept as it came.
letter-says-nothing = It has no text in either language.
letter-other-language-only = It says nothing in English. What it says in Chinese is below.
letter-other-language = Read it in Chinese, signed as well

letter-entry = Entry { $id }, in statement { $seq }
letter-entry-gone = Entry { $id }: last in statement { $seq }, no longer in statement { $newest }
letter-entry-nowhere = Entry { $id }: in no statement on this phone
letter-star-name = { $name }, { $stars ->
    [one] 1 star
    *[other] { $stars } stars
  }
letter-star = Household stars { $id }, in statement { $seq }
letter-star-gone = Household stars { $id }: last in statement { $seq }, no longer in statement { $newest }
letter-star-nowhere = Household stars { $id }: in no statement on this phone
letter-measure = In effect by the newest statement
letter-measure-over = Not in effect by the newest statement
letter-measure-nowhere = A benefit or restriction that is in no rulebook on this phone: { $id }
letter-record = Your record, sent to { $authority }
letter-record-elsewhere = A record that this phone did not send
letter-membership = Your connection with { $authority }
letter-device = A phone with the key { $key }…
letter-device-mine = This phone
letter-key = A phone with the key { $key }…
letter-key-mine = This phone’s own key, now or before it was connected again
letter-rulebook = Rulebook { $version } ({ $id }), by which the newest statement was calculated
letter-rulebook-other = Rulebook { $version } ({ $id }); the newest statement was calculated by another one
letter-replaced-statements = Statements { $run }: { $why }
letter-replaced-receipts = Receipts { $run }: { $why }
letter-other = What it is about is only in its text.
letter-about-unknown = What it is about cannot be read.

letter-due-contest = Contest by { $day }, { $away }
  .label = Contest by
  .event = Standing: last day to contest
letter-due-supply = Hand in what is missing by { $day }, { $away }
  .label = Hand in what is missing by
  .event = Standing: last day to hand something in
letter-due-answer = Answer by { $day }, { $away }
  .label = Answer by
  .event = Standing: last day to answer
letter-due-other = Keep in mind: { $day }, { $away }
  .label = A day to keep in mind
  .event = Standing: a day to keep in mind
letter-due-label = By when
letter-due-unnamed = It names no day: see its text.

letter-dates = Dated { $dated }. Reached this phone on { $reached }.
letter-dates-late = Dated { $dated }. Reached this phone on { $reached }, { $days ->
    [one] 1 day
    *[other] { $days } days
  } later.
letter-dates-connected = Dated { $dated }. Reached this phone on { $reached }, the day you connected.
letter-reached = Reached this phone on { $reached }.
letter-dated = Its own date
letter-dated-note = as { $authority } wrote it
letter-signed = Signed
letter-signed-note = by the signed time of { $authority }
letter-reached-label = Reached this phone
letter-reached-note = by this phone’s time
letter-reached-connected = by this phone’s time: the day you connected. An earlier phone may have had it before.
letter-moment = { $date }, { $time }
letter-channel = Sent
letter-channel-note = says { $authority }; it reached this phone through Standing
letter-channel-post = by post
letter-channel-hand = by hand
letter-channel-app = through Standing only
letter-channel-sms = as a text message

letter-late-deadline = Its last day, { $until }, had passed { $days ->
    [one] 1 day
    *[other] { $days } days
  } before it reached this phone.
  .todo = Act on it all the same, and say when it reached you. All dates are kept as evidence.
letter-late-signed = { $days ->
    [one] 1 day lies
    *[other] { $days } days lie
  } between its date and its signature.
  .todo = If you contest what it is about, you can say so. Both dates are kept as evidence.
letter-early-signed = Its date is { $days ->
    [one] 1 day
    *[other] { $days } days
  } after its signature.
  .todo = It can be a mistake. Both dates are kept as evidence.

letter-signer = { $authority }, key { $key }.
letter-signer-unknown = In the name of { $authority }.
letter-check-signed = Signed
letter-check-sequence = In sequence
letter-check-for-you = For you
letter-signed-holds = { $authority } signed it, and nothing has been changed since.
letter-signed-unknown = It was signed with a key that has since been cancelled. This phone cannot tell whether the notice is older than that. Sync, and ask { $authority }.
letter-signed-old = { $authority } signed it, but the key list on this phone is out of date: the key may have been cancelled since. Sync to find out.
letter-signed-unread = { $authority } signed it, in a newer format than this version of Standing can read. Update Standing.
letter-signed-list-unread = { $authority } signed it, but its newest key list has a newer format than this version of Standing can read. Update Standing.
letter-signed-fails = It did not pass the check: { $reason }. Show it to { $authority }.
letter-sequence-first = It is the first one.
letter-sequence-holds = It follows notice { $before }.
letter-sequence-fails = It does not match your other notices. They are kept; ask { $authority } why.
letter-sequence-unknown = The notices around it are not on this phone, or cannot be read. Sync to fetch them.
letter-for-you-holds = It names you, by the name that only { $authority } uses for you.
letter-for-you-unknown = This phone cannot tell whom it is for as long as it does not pass the checks.
