# A scanned door sign: the stars of a household, signed for its door.
door-sign-own = Genuine, and as in your statement
door-sign-differs = Genuine, but not what your statement says
door-sign-another = Genuine, for door { $door }
door-sign-current = Genuine, and for this quarter
door-sign-earlier = Genuine, but for an earlier quarter
door-sign-not-yet = Signed, but not for today
door-sign-forged = Not genuine
door-sign-unknown = This sign cannot be checked here

door-sign-signed = Signed by { $authority } and not changed since.
door-sign-refused = The signature check failed: { $reason }.
door-sign-later = Signed by { $authority } in a newer format than this version of Standing can read.
door-sign-compromised = Signed with a key that { $authority } cancelled on { $date }, because somebody else may have got hold of it.
door-sign-list-unread = Signed by { $authority }, but its newest key list has a newer format than this version of Standing can read.
door-sign-list-old = Signed by { $authority }, but the key list on this phone is out of date since { $date }.
door-sign-stranger = It names { $iss }. This phone does not have the key list of that authority.

door-sign-is-current = It is for the { $quarter }, which is now.
door-sign-is-earlier = It is for the { $quarter }. Now it is the { $now }: this sign says nothing about today.
door-sign-is-not-yet = It is for the { $quarter }. By this phone, today is { $date }.
door-sign-is-own = It is for your door, { $door }, with the same stars as your statement { $seq }, as of { $date }.
door-sign-is-own-differs = It is for your door, { $door }, with other stars than your statement { $seq }, as of { $date }.
door-sign-is-own-then = It is for your door, { $door }.
door-sign-is-another = It is for door { $door }. Yours is { $own }.
door-sign-is-any = It is for door { $door }. No statement on this phone names that door.

door-sign-door = Door
door-sign-quarter = Quarter
door-sign-authority = Signed by
door-sign-stars = Only these stars are signed. More stars on the door were added by hand, such as stickers.
door-sign-count = { $stars }
door-sign-statement = Your statement { $seq }: { $stars }

door-sign-forged-todo = Do not rely on it. Tell the authority where it hangs; nothing about the household follows from it.
door-sign-differs-todo = Ask the authority which of the two is right. You can contest the stars in your statement.
door-sign-another-todo = Compare this with the mark beside the door. If they differ, the sign belongs to another door.
door-sign-earlier-todo = Look for the sign of this quarter, or ask the authority for it.
door-sign-not-yet-todo = Check the date of this phone. If it is right, ask the authority about this sign.

problem-scan-sign-broken = This looks like a signed document, but part of it is missing or was changed.
  .safe = Nothing was stored or sent.
  .todo = Scan the whole code again, without a shadow on it.
problem-scan-signed-other = This is a signed document, but not a door sign.
  .safe = Nothing was stored or sent.
  .todo = Statements and letters reach this phone with a sync.
