# A scanned door sign: the stars of a household, signed for its door.
door-sign-own = Genuine, and the same as in your statement
door-sign-differs = Genuine, but not what your statement says
door-sign-another = Genuine, for door { $door }
door-sign-current = Genuine, and for this quarter
door-sign-earlier = Genuine, but for an earlier quarter
door-sign-not-yet = Signed, but not for today
door-sign-forged = This sign did not pass the check
door-sign-unknown = This sign cannot be checked here

door-sign-signed = Signed by { $authority } and not changed since.
door-sign-refused = It did not pass the check: { $reason }.
door-sign-later = Signed by { $authority } in a newer format than this version of Standing can read.
door-sign-compromised = Signed with a key that { $authority } cancelled on { $date }, because somebody else may have got hold of it.
door-sign-list-unread = Signed by { $authority }, but its newest key list has a newer format than this version of Standing can read. Update Standing, then scan again.
door-sign-list-old = Signed by { $authority }, but the key list on this phone has been out of date since { $date }. Sync, then scan again.
door-sign-list-before = By the key list on this phone, { $authority } did not sign this sign, or was not allowed to. But the key list may be older than the sign.
door-sign-stranger = It names { $iss }. This phone does not have the key list of that authority.

door-sign-is-current = It is for the { $quarter }, which is now.
door-sign-is-earlier = It is for the { $quarter }. Now it is the { $now }: this sign says nothing about today.
door-sign-is-not-yet = It is for the { $quarter }, or it was signed later than now. The latest date that this phone knows is { $date }.
door-sign-is-own = It is for your door, { $door }, with the same stars as your statement { $seq }, as of { $date }.
door-sign-is-own-differs = It is for your door, { $door }, but its stars are not those of your statement { $seq }, as of { $date }.
door-sign-is-own-then = It is for your door, { $door }.
door-sign-is-own-before = It is for your door, { $door }. Your newest statement on this phone, { $seq }, ends on { $date }, before this quarter: the stars are not compared.
door-sign-is-own-not-in-force = It is for your door, { $door }. Your statement { $seq }, as of { $date }, was withdrawn or replaced: the stars are not compared.
door-sign-is-another = It is for door { $door }. Your statement names door { $own }.
door-sign-is-any = It is for door { $door }. No unlocked statement on this phone names that door.

door-sign-door = Door
door-sign-quarter = Quarter
door-sign-authority = Signed by
door-sign-stars = Only these stars are signed. Any others on the door, such as stickers, are not.
door-sign-count = { $stars ->
    [one] 1 star
    *[other] { $stars } stars
  }
door-sign-statement = Your statement { $seq }: { $stars ->
    [one] 1 star
    *[other] { $stars } stars
  }

door-sign-forged-todo = Do not rely on it. You can tell the authority where it hangs. It says nothing about the household.
door-sign-sync-todo = Sync, then scan the sign again.
door-sign-list-unread-todo = Update Standing and sync, then scan the sign again.
door-sign-not-compared-todo = Sync to get your newest statement, then scan the sign again.
door-sign-differs-todo = Ask the authority which of the two is right. You can contest the stars in your statement.
door-sign-another-todo = Compare this door number with the one beside the door. If they differ, the sign belongs to another door.
door-sign-earlier-todo = Look for the sign of this quarter, or ask the authority for it.
door-sign-not-yet-todo = Check the date of this phone. If it is right, ask the authority about this sign.

problem-scan-sign-broken = This looks like a signed document, but part of it is missing or was changed.
  .safe = Nothing was stored or sent.
  .todo = Scan the whole code again, without a shadow on it.
problem-scan-signed-other = This is a signed document, but not a door sign.
  .safe = Nothing was stored or sent.
  .todo = Statements and notices reach this phone with a sync.
