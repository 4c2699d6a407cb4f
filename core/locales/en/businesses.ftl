# Businesses: search, one business, listings, scanning, registers.
search-empty = No business in this register has that in its name. That says nothing good or bad about it.
search-more = { $n ->
    [one] 1 more. Type more of the name.
    *[other] { $n } more. Type more of the name.
  }
search-register = { $publisher }, as of { $date }
search-searched = Searched: { $registers }.

tag-black = Black list · sanctioned
tag-red = Red list · commended
tag-was-listed = Was listed on { $date }; may have been removed since
tag-was-red = Was commended on { $date }; may have expired
tag-not-listed = In the register, not listed
tag-unknown = Unknown
tag-detail = { $authority }, up to and including { $until }
tag-detail-signed = { $authority }, published by { $signer }, up to and including { $until }

verdict-stranger = In no register on this phone. That is neither good nor bad.
verdict-register-has = Included in { $publisher } (as of { $date }).
verdict-register-lacks = Not included in { $publisher } (as of { $date }). That is neither good nor bad.
verdict-list-black = { $n ->
    [one] Black list of { $authority }: 1 listing (list of { $date }).
    *[other] Black lists of { $authority }: { $n } listings (lists of { $date }).
  }
verdict-list-red = { $n ->
    [one] Red list of { $authority } (commended): 1 listing (list of { $date }).
    *[other] Red lists of { $authority } (commended): { $n } listings (lists of { $date }).
  }
verdict-list-none = Not on the list of { $authority } ({ $date }). The list covers: { $covered }. This says nothing about quality.
verdict-list-covers = The list covers: { $covered }.
verdict-list-uncovered = Unknown: not on the list of { $authority } ({ $date }), but the list does not say what it covers.
verdict-list-uncovered-too = The list does not say what else it covers.
verdict-list-unknown = Not known: what the list of { $authority } says at the moment. The list is out of date or not on this phone. Sync to find out.
verdict-list-was = { $n ->
    [one] Not known: what the list of { $authority } says at the moment. 1 listing is from a list that is out of date: it may have expired or been removed.
    *[other] Not known: what the list of { $authority } says at the moment. { $n } listings are from a list that is out of date: they may have expired or been removed.
  }
verdict-coverage = { $list }, decided by { $offices }, up to { $date }
verdict-names-differ = The registers disagree: { $here } calls it “{ $first }”, { $there } calls it “{ $second }”.
other-register-black = Another register, { $publisher }, on which you do not rely, says: on the black list of { $signer }, decided by { $office }, up to and including { $until }.
other-register-red = Another register, { $publisher }, on which you do not rely, says: on the red list (commended) of { $signer }, decided by { $office }, up to and including { $until }.
rows-left-out = { $n ->
    [one] 1 line was left out: its code is not the code of an organisation.
    *[other] { $n } lines were left out: their codes are not codes of organisations.
  }

list-in-date = In date
list-too-old = Out of date
list-missing = Not on this phone
list-missing-text = The list of { $authority } has not reached this phone. Sync to fetch it.
list-proof = List of { $date }, checked { $ago }, next update due { $due }.

listing-list = List
listing-class = Severity
listing-authority = Decided by
listing-signer = Published and signed by
listing-document = Document number
listing-basis = Basis
listing-article = Article { $article }
listing-decided = Decided on
listing-appeal-until = Last day to appeal
listing-repair = Credit repair possible from
listing-ends = Last day on the list
listing-ends-note = { $away }, also if this phone’s list is old by then
listing-published-on = Published
listing-replied = Reply by the business
listing-history-contested = Contested by the business
listing-no-day = The list does not say since when
listing-term = Day { $day } of { $days }
listing-term-repair = Day { $day } of { $days }; credit repair possible from day { $repair }
listing-published = Published
listing-contested = Contested by the business; not decided yet
listing-appeal = Not final: the business can still appeal
listing-appeal-open = Not final: the business can appeal up to and including { $date }
listing-appeal-past = The last day to appeal was { $date }; the list does not say how it ended
list-court = Court list of those who did not carry out a judgment
list-samr-serious = Market regulator: serious violations
list-samr-abnormal = Market regulator: abnormal operations
list-sector = Sector regulator
list-red = Red list
list-local = Local list
class-minor = Minor
class-general = General
class-serious = Serious
reply-none = No reply published
reply-came = Received on { $date }: { $by }
reply-unknown = The list does not say when and how it was received.
remedy-not-yet = Possible from { $date } ({ $away })
remedy-open = Possible now
remedy-ends = Nothing to do: the listing expires by itself; its last day is { $date }
remedy-condition = Condition
remedy-until = At the latest { $date }
remedy-by-rule = First day by the rule alone
remedy-by-rule-note = The list names another first day.

code-check = Check character
code-check-holds = Fits: a typing mistake is unlikely
code-check-old = Does not fit; some codes were issued so. Compare the name with the licence
code-organisation = Organisation code
code-organisation-holds = Fits
code-organisation-old = Does not fit; some older codes do not. That is no fault.
code-kind = Kind
code-individual = Sole trader
code-individual-note = Only the trade name is shown, never the person’s.

scan-business = Business code: { $code }
scan-link = This is a Standing link, to { $host }. It was not opened.
scan-product = The first { $digits } digits of barcode { $gtin } are registered to a business in this register. The goods may come from elsewhere, or be counterfeit.
scan-product-unknown = No register on this phone has barcode { $gtin }. Search by the name on the package instead.
scan-upc-e = The { $short } below the bars is short (UPC-E) for { $gtin }.
recent-empty = Businesses that you open are kept here, encrypted, on this phone only.
recent-gone = Not in a register on this phone any more
recent-said = That day: { $what }.
recent-black = { $n ->
    [one] 1 black listing
    *[other] { $n } black listings
  }
recent-red = { $n ->
    [one] 1 red listing (commended)
    *[other] { $n } red listings (commended)
  }
recent-not-listed = not listed
recent-unknown = not everything was known

watched-empty = Open a business and choose “Watch”. After each sync this phone compares what the lists say.
watched-same = { $n ->
    [one] 1 business. No change since you opened it.
    *[other] { $n } businesses. No change since you opened them.
  }
watched-changed = { $n ->
    [one] 1 business
    *[other] { $n } businesses
  }. { $changed ->
    [one] 1 changed since you opened it.
    *[other] { $changed } changed since you opened them.
  }
watched-since = Watched since { $date }
watched-noticed = { $what } Noticed on { $date }.
noticed-entered = A register includes it now.
noticed-left = No register includes it any more.
noticed-renamed = It is registered under another name.
noticed-listed = A new black listing.
noticed-commended = A new red listing (commended).
noticed-ended = A black listing has expired; its last day was { $date }.
noticed-ended-red = A red listing (commended) has expired; its last day was { $date }.
noticed-removed = A black listing was removed before its last day.
noticed-removed-red = A red listing (commended) was removed before its last day.
noticed-reply = Its reply to a listing has changed.
noticed-contested = It contests a listing.
noticed-appeal = A listing is open to appeal.
noticed-published = A listing is no longer open to appeal, and it is not contested.
noticed-details = Details of a listing have changed.

answers-empty = Open a business and choose “Save this answer”. It is kept encrypted on this phone.
answers-note = A saved answer proves what the lists said that day. Anybody can check its file with the command “standing check”; any change is found.
answer-saved = Saved on { $date }
answer-until = The publisher vouches for it until { $date }; after that it proves only what the lists said on the day it was saved.
answer-left-out = { $n ->
    [one] 1 list is not covered by the proof.
    *[other] { $n } lists are not covered by the proof.
  }

compare-two = Choose two to four businesses.
compare-one = Choose at least one more.
compare-listings = Listings
compare-looked-at = What was looked at
compare-none = None
compare-reply = Its reply: “{ $reply }”
compare-class = Severity: { $class }
compare-decided = Decided on { $date }
compare-note = No score and no winner
compare-note-text = This shows what offices decided, and when. “None” says nothing about quality or price.
register-added-on = Added on { $date }
register-waits = Its files have not reached this phone yet. Sync to fetch them.
register-asks-first = An update of { $size } waits for Wi-Fi or another network without data charges.
  .word = Update waits
register-holds = { $rows ->
    [one] 1 business
    *[other] { $rows } businesses
  }, lists of { $lists ->
    [one] 1 office
    *[other] { $lists } offices
  }.
register-relied = You rely on it: its names and lists come first.
register-not-relied = You do not rely on it: what it says is shown below, as another register’s.

problem-registers-full = There { $most ->
    [one] is already 1 register
    *[other] are already { $most } registers
  } on this phone, the most it can keep.
  .safe = Nothing was fetched or changed.
  .todo = Remove a register that you do not need, then add this one.
problem-resident-number = This looks like an ID card number. Only organisations can be looked up here.
  .safe = It was not stored, not searched and not sent.
  .todo = Type the name of the business, or the code on its licence.
problem-answers-full = This phone already keeps { $most } saved answers, the most it can.
  .safe = Nothing was changed.
  .todo = Save those that you need as files and erase them here, then try again.
problem-answer-unproven = What is on this phone is not enough to prove what this register says.
  .safe = Nothing was saved or sent.
  .todo = Sync the register, then try again.
problem-answer-gone = This saved answer is not on this phone any more.
  .safe = Nothing was changed.
  .todo = Go back to the saved answers.
problem-watch-unknown = No register on this phone includes or lists this code.
  .safe = Nothing was kept or sent.
  .todo = Compare the code with the licence, then search again.
problem-watch-full = You already watch as many businesses as this phone compares: { $most }.
  .safe = Nothing was changed.
  .todo = Stop watching one of them, then try again.
problem-compare-full = Only { $most } can be compared at once.
  .safe = Nothing was changed.
  .todo = Remove one of them first.
problem-compare-twice = This business is already being compared.
  .safe = Nothing was changed.
  .todo = Choose another one.
problem-no-register = There is no business register on this phone yet.
  .safe = Nothing was sent.
  .todo = Add one under More → Registers, with its link. Then search again.
problem-scan-nothing = This is neither a barcode number nor a business code.
  .safe = Nothing was stored or sent.
  .todo = Scan the bars on the product or the code on the business licence, or type the name.
problem-scan-too-long = This text is too long: { $n ->
    [one] 1 character
    *[other] { $n } characters
  }. At most { $most } are read.
  .safe = Nothing was stored or sent.
  .todo = Scan the bars on the product or the code on the business licence, or type the name.
problem-scan-several = This contains more than one business code: { $n }.
  .safe = Nothing was stored or sent.
  .todo = Type the code of the one that you mean.
problem-gtin-length = A barcode number has 8, 12, 13 or 14 digits; this one has { $n }.
  .safe = Nothing was stored or sent.
  .todo = Scan it again, or type the digits below the bars.
problem-gtin-digit = Character { $position } is not a digit.
  .safe = Nothing was stored or sent.
  .todo = Type the digits below the bars.
problem-gtin-check = This number does not fit its check digit: a digit may have been misread or mistyped.
  .safe = Nothing was stored or sent.
  .todo = Scan it again, or type the digits below the bars.
problem-uscc-length = A business code has 18 characters; this one has { $n }.
  .safe = Nothing was stored or sent.
  .todo = Compare it with the licence. I, O, S, V and Z are never in a code.
problem-uscc-character = Character { $position } cannot be part of a business code.
  .safe = Nothing was stored or sent.
  .todo = Compare it with the licence. I, O, S, V and Z are never in a code.
problem-uscc-check = This code does not fit its check character: at least one of the 18 characters is wrong.
  .safe = Nothing was stored or sent.
  .todo = Compare it with the licence, character by character.

# Letters about a listing of one's own organisation.
listing-form-contest = Contest this listing by letter
listing-form-done = Report as done by letter
listing-form-detail = Listing { $id }, decided by { $office }
listing-form-whose = Only the organisation itself can do this. A person who may sign for it signs the letter and adds the seal.
listing-late = The last day to appeal that the list names was { $date }. You can still write; the office decides whether it counts.
listing-remedy = { $remedy }. { $when }.
listing-before = You wrote a letter of this kind about this listing on { $date }.
listing-copy = Copy to { $signer }
listing-sent = Nothing. You print the letter and hand it in or post it.
listing-stays = The letter as you wrote it, encrypted, and what you note about it; name and address are not kept
listing-documents = To be enclosed
listing-ground-not-us = It was another organisation
  .needs = Say how the two can be told apart.
listing-ground-did-not-happen = It did not happen
  .needs = It did not happen, or not like this. Say what did happen.
listing-ground-wrong-rule = The wrong rule or class was applied
  .needs = Say which one would fit.
listing-ground-already-complied = What was ordered has been done
  .needs = Enclose the receipt.
listing-ground-not-told = We were not told
  .needs = Say when and how you learned of it.
listing-ground-too-old = It should have ended
  .needs = Say since when.
listing-ground-other = Another reason
listing-row-contest = Contest of listing { $id }
listing-row-done = Report as done: listing { $id }
listing-written = Written on { $date }.
listing-not-handed-in = Not handed in yet.
listing-handed-in = Handed in on { $date }, by your own note.
listing-todo-hand-in = Print the letter, sign it and add the seal. Hand it in or post it to { $office }. Keep a stamped copy or the post office’s slip, and note the day here.
listing-todo-wait = If nothing has come by { $date }, ask { $office } in writing.
listing-todo-overdue = The last day, { $date }, has passed. Ask { $office } in writing why nothing has come. Enclose the stamped copy, or a copy of this letter and of the post office’s slip.
listing-todo-no-day = No rule on this phone names a day for an answer. Ask { $office } for one.
listing-todo-gone = Nothing more to do here, unless { $office } writes to you.
listing-still = Still on the list of { $signer } (list of { $date }).
listing-not-any-more = No longer on the list of { $signer } under this number (list of { $date }).
listing-again = No longer on the list of { $signer } under this number, but under number { $id }, by the same decision (list of { $date }).
listing-not-yet = On the list of { $signer } (list of { $date }), but its first day has not come by this phone’s time. Look whether it is right.
listing-not-granted = This phone cannot tell whether this is still on the list of { $signer }: the publisher of the register no longer lets that list name decisions of this office.
listing-unknown = This phone cannot tell whether this is still on the list of { $signer }: its list is out of date or not on this phone. Sync to find out.
listing-due = The office’s next step due
  .event = Standing: the office’s next step due
listing-due-unsure = The office’s next step due (holidays not known)
  .event = Standing: the office’s next step due
listing-code = Unified social credit code: { $code }
listing-subject-contest = Contest of listing { $id }: { $conduct }
listing-subject-done = Report that what was ordered has been done, listing { $id }: { $conduct }
listing-opening-contest = We contest the listing named above.
listing-opening-in-time = We contest the listing named above within the time that the list names, which ends on { $date }.
listing-opening-done = We have done what was ordered in the matter named above.
listing-done-on = On { $date } we did what was ordered.
listing-fact-listed = The list signed by { $signer } on { $date } names { $name } under number { $id }. List: { $list }. Severity: { $class }.
listing-fact-decided = The listing is based on decision { $document } of { $date }, by { $office }.
listing-fact-time = By the list, it is published from { $from }, and no longer from { $until } on.
listing-fact-most = By Order No. 36 of the National Development and Reform Commission, a listing of this class is published for at most { $months ->
    [one] 1 month
    *[other] { $months } months
  } after the decision, and so no longer from { $until } on.
listing-fact-appeal = The list names { $date } as the last day to appeal.
listing-fact-possible = By the rule named first above, this can be asked for from { $date }.
listing-fact-possible-list = The list names { $date } as the first day on which repair can be asked for.
listing-ask-removed = Please take { $name } off the list.
listing-ask-corrected = Please correct what the list says about { $name }.
listing-ask-explained = Please explain why { $name } is on the list.
listing-ask-done = Please record that { $name } has done this, and end the publication.
listing-step-working = By the rule named first above: { $step }, within { $days ->
    [one] 1 working day
    *[other] { $days } working days
  }.
listing-step-calendar = By the rule named first above: { $step }, within { $days ->
    [one] 1 day
    *[other] { $days } days
  }.
listing-step-months = By the rule named first above: { $step }, within { $days ->
    [one] 1 month
    *[other] { $days } months
  }.
listing-admits-nothing = By writing this we do not admit that anything happened, was owed or was rightly ordered.
listing-signature = Signature of a person who may sign for the organisation, and its seal
problem-listing-gone = This listing is not in the register now, or you do not rely on that register.
  .safe = What is on this phone is unchanged.
  .todo = Sync, then open the business again.
problem-listing-letter-gone = There is no such letter on this phone.
  .safe = What is on this phone is unchanged.
  .todo = Open the business again.
problem-listing-form-kept = This form was kept as a letter before, with something else in it.
  .safe = That letter is on this phone. What the form says now was not kept.
  .todo = Open the business and read that letter. To keep both, write a new letter.
problem-listing-letters-full = This phone already keeps { $most ->
    [one] one letter
   *[other] { $most } letters
  } about listings, the most it can.
  .safe = Nothing was changed.
  .todo = Erase those that you no longer need, then try again.
