# Businesses: search, one business, listings, scanning, registers.
search-empty = No business in this register has that in its name. That says nothing about it.
search-more = { $n ->
    [one] 1 more. Type more of the name.
    *[other] { $n } more. Type more of the name.
  }
search-register = { $publisher } (as of { $date })
search-searched = Searched in { $registers }.

tag-black = Black list · sanctioned
tag-red = Red list · commended
tag-was-listed = Was listed on { $date }, may have been repaired
tag-was-red = Was commended on { $date }, may have ended
tag-not-listed = In the register, no listing
tag-unknown = Unknown
tag-detail = { $authority }, until { $until }
tag-detail-signed = { $authority }, published by { $signer }, until { $until }

verdict-stranger = Unknown: in no register on this phone. That is neither good nor bad.
verdict-register-has = In the register of { $publisher } (as of { $date }).
verdict-register-lacks = Unknown: not in the register of { $publisher } (as of { $date }). That is neither good nor bad.
verdict-list-black = { $n ->
    [one] { $authority } lists it on the black list once (list of { $date }).
    *[other] { $authority } lists it on black lists { $n } times (list of { $date }).
  }
verdict-list-red = { $n ->
    [one] { $authority } lists it on the red list, the good one, once (list of { $date }).
    *[other] { $authority } lists it on red lists, the good ones, { $n } times (list of { $date }).
  }
verdict-list-none = No listing by { $authority } (list of { $date }), which covers: { $covered }. Says nothing about quality.
verdict-list-covers = The list covers: { $covered }.
verdict-list-uncovered = Unknown: no listing by { $authority } (list of { $date }), but what the list covers is not said.
verdict-list-uncovered-too = What else the list covers is not said.
verdict-list-unknown = Unknown: what { $authority } lists now. The list is too old or not on this phone; sync to know.
verdict-list-was = { $n ->
    [one] Unknown: what { $authority } lists now. 1 listing comes from a list that is too old: it may have ended or been repaired.
    *[other] Unknown: what { $authority } lists now. { $n } listings come from a list that is too old: they may have ended or been repaired.
  }
verdict-coverage = { $list }, decided by { $offices }, up to { $date }
verdict-names-differ = Registers contradict each other: { $here } calls it “{ $first }”, { $there } calls it “{ $second }”.
other-register-black = Another register, { $publisher }, on which you do not rely, says: on the black list of { $signer }, decided by { $office }, until { $until }.
other-register-red = Another register, { $publisher }, on which you do not rely, says: on the red list, the good one, of { $signer }, decided by { $office }, until { $until }.
rows-left-out = { $n ->
    [one] 1 row is left out: its code is no organisation’s.
    *[other] { $n } rows are left out: their codes are no organisation’s.
  }

list-in-date = In date
list-too-old = Past its next update
list-missing = Not on this phone
list-missing-text = The list of { $authority } has not reached this phone. Sync to fetch it.
list-proof = List of { $date }, checked { $ago }, next due { $due }.

listing-list = List
listing-class = Class
listing-authority = Decided by
listing-signer = Published and signed by
listing-document = Document
listing-basis = Legal basis
listing-article = Article { $article }
listing-decided = Decided on
listing-appeal-until = Appeal is possible until
listing-repair = Repair can be asked for from
listing-ends = Ends by itself on
listing-published = Published
listing-contested = Contested by the business: not settled
listing-appeal = Not final: the business can still appeal
listing-appeal-open = Not final: the business can appeal until { $date }
listing-appeal-past = The time to appeal was over on { $date }; the list does not say how it ended
list-court = Court list of dishonest persons subject to enforcement
list-samr-serious = Market regulator: serious violations
list-samr-abnormal = Market regulator: abnormal operations
list-sector = Sector regulator
list-red = Red list
list-local = Local list
class-minor = Minor
class-general = General
class-serious = Serious
reply-none = No reply published

code-check = Check character
code-check-holds = Right: the code was not mistyped
code-check-old = Does not fit; some codes were issued so. Compare the name with the licence
code-organisation = Organisation code
code-organisation-holds = Right
code-organisation-old = Does not fit; some older codes do not
code-kind = Kind
code-individual = One person’s trade
code-individual-note = Only the trade name is shown, never the person’s.

scan-business = A business’s code: { $code }
scan-link = A link of Standing, to { $host }. Nothing was opened.
scan-product = The number { $gtin } was licensed to a business in this register. The goods may come from elsewhere, or be counterfeit.
scan-product-unknown = Unknown: no register on this phone knows to whom the number { $gtin } was licensed.
recent-empty = Businesses that you open are kept here, sealed, on this phone only.
recent-gone = Not in a register on this phone any more
register-added-on = Added on { $date }
register-waits = Its data have not reached this phone yet. Sync to fetch them.
register-holds = { $rows ->
    [one] 1 business
    *[other] { $rows } businesses
  }, lists of { $lists ->
    [one] 1 authority
    *[other] { $lists } authorities
  }.
register-relied = You rely on it: its names and lists come first.
register-not-relied = You do not rely on it: what it says is told below, as another register’s.

problem-registers-full = { $most } registers are on this phone already; no more are kept.
  .safe = Nothing was fetched or changed.
  .todo = Remove a register that you do not need, then add this one.
problem-resident-number = This is shaped like a resident number. Only organisations can be looked up here.
  .safe = It was not stored, not searched and not sent.
  .todo = Type the business’s name or the code on its licence.
problem-no-register = There is no register of businesses on this phone yet.
  .safe = Nothing was sent.
  .todo = Add a register by its link, then search again.
problem-scan-nothing = This is neither a product’s number nor a business’s code.
  .safe = Nothing was stored or sent.
  .todo = Scan the bars on the product or the code on the business’s licence, or type the name.
problem-scan-too-long = This text has { $n } characters; at most { $most } are read.
  .safe = Nothing was stored or sent.
  .todo = Scan the bars on the product or the code on the business’s licence, or type the name.
problem-scan-several = This holds the codes of { $n } businesses.
  .safe = Nothing was stored or sent.
  .todo = Type the code of the one that you mean.
problem-gtin-length = A product’s number has 8, 12, 13 or 14 digits; this one has { $n }.
  .safe = Nothing was stored or sent.
  .todo = Scan it again, or type the digits below the bars.
problem-gtin-digit = Character { $position } is no digit.
  .safe = Nothing was stored or sent.
  .todo = Type the digits below the bars.
problem-gtin-check = A digit of this number was misread.
  .safe = Nothing was stored or sent.
  .todo = Scan it again, or type the digits below the bars.
problem-uscc-length = A business’s code has 18 characters; this one has { $n }.
  .safe = Nothing was stored or sent.
  .todo = Compare it with the licence. I, O, S, V and Z are never in a code.
problem-uscc-character = Character { $position } cannot stand in a business’s code.
  .safe = Nothing was stored or sent.
  .todo = Compare it with the licence. I, O, S, V and Z are never in a code.
problem-uscc-check = A character of this code is wrong: with the others, the last one would be { $expected }.
  .safe = Nothing was stored or sent.
  .todo = Compare it with the licence, character by character.
problem-alarm-metadata-broken-link = A register or list does not follow from the one before it on this phone.
  .safe = It was not taken. What this phone holds is unchanged, and both are kept as evidence.
  .todo = Tell the register’s publisher, and show them this message.
