# Home, statements, entries and their checks.
never = never
proof-line = { $authority }, as of { $date }. Checked { $ago }.

check-signed = Signed
check-signed-holds = Signed by { $authority }, key { $key }, and not changed since.
  .mark = Signed
check-signed-compromised = Signed by a key that { $authority } took back on { $date } because others may have had it.
  .mark = Signature unknown
  .todo = Ask { $authority } to sign this statement again.
check-signed-fails = The signature does not hold: { $reason }.
  .mark = Not signed by them
  .todo = Do not rely on it. Show it to { $authority }.
check-allowed = Allowed to score
check-allowed-holds = { $authority } may keep scores of residents, says its trust root.
  .mark = Allowed
check-allowed-fails = { $authority } may not keep scores of residents, says its trust root.
  .mark = Not theirs to say
  .todo = Do not rely on it. Ask who may.
check-allowed-not-in-use = Its key was not in use at the time that it gives.
  .mark = Key not in use
  .todo = Do not rely on it. Show it to { $authority }.
check-allowed-unknown = Without a good signature there is nobody to ask about.
  .mark = Allowed: unknown
  .todo = It becomes known once the signature holds.
check-signed-old = Signed by the authority, but the list of its keys is from before { $date }.
  .mark = Signature: unknown
  .todo = Sync: the list of keys is good until { $date } only.
check-signed-unread = Signed by the authority, but its newest list of keys has a newer format than this version of Standing can read.
  .mark = Signature: unknown
  .todo = Update Standing.
check-allowed-unread = The newest list of who may sign has a newer format than this version of Standing can read.
  .mark = Right to sign: unknown
  .todo = Update Standing.
check-allowed-old = The list of who may sign is from before { $date }.
  .mark = Right to sign: unknown
  .todo = Sync: the list is good until { $date } only.
check-in-force = In force
check-in-force-holds = The newest of { $n }, and not taken back.
  .mark = In force
check-in-force-replaced = Not taken back. Statement { $newest } stands in its place now.
  .mark = Replaced by { $newest }
check-in-force-withdrawn = { $authority } took it back on { $date }: “{ $why }”
  .mark = Withdrawn on { $date }
  .todo = Ask { $authority } for the statement that stands in its place.
check-in-force-superseded = { $authority } signed statement { $n } after it, in a newer format than this version of Standing can read.
  .mark = Replaced by one that cannot be read
  .todo = Update Standing.
check-in-force-old = The last answer is { $days } days old. An answer is good for { $life } days.
  .mark = In force: unknown
  .todo = It becomes known when this phone reaches { $authority }.
check-in-force-clock = This phone's clock is { $days ->
    [1] a day
    *[other] { $days } days
  } behind the time that { $authority } signed.
  .mark = In force: unknown
  .todo = Set the phone's clock.
check-in-force-never = This phone has not asked { $authority } yet.
  .mark = In force: unknown
  .todo = It becomes known when this phone reaches { $authority }.
check-in-force-before = The last answer of { $authority } counts { $n } statements, and this is number { $seq }: the answer is older.
  .mark = In force: unknown
  .todo = It becomes known when this phone reaches { $authority }.
check-in-force-other = The last answer of { $authority } counts another statement as number { $n }: there are two.
  .mark = Another one counts
  .todo = Do not rely on it. Ask { $authority } which of the two is right.
check-adds-up = Adds up
check-adds-up-holds = Its own entries, worked out again by its rulebook on this phone, give { $score }.
  .mark = Adds up
check-adds-up-fails = It says { $stated }; its own entries and rulebook give { $worked-out }. { $n ->
    [1] One difference.
    *[other] { $n } differences.
  }
  .mark = Does not add up
  .todo = Open the sum to see each difference. You can show it to { $authority }.
check-adds-up-unknown = The rulebook that it was worked out by is not on this phone.
  .mark = Cannot be added up yet
  .todo = It becomes known after the next sync.
check-complete = Complete
check-complete-holds = Unbroken on this phone, from statement 1 to { $last }.
  .mark = Complete
check-complete-replaced = Statement { $n } was replaced by { $authority } on { $date }. This phone keeps the one before.
  .mark = Replaced
  .todo = Compare both under the alarms, and ask { $authority } if the difference matters.
check-complete-later = The history on this phone begins at statement { $first }. What was before is unknown, not wrong.
  .mark = Begins later on this phone
  .todo = Ask { $authority } for the earlier statements.
check-complete-unread = Statement { $n } has a newer format than this version of Standing can read. What it says is unknown.
  .mark = One statement cannot be read
  .todo = Update Standing.
check-complete-extended = It says more than this version of Standing can read: { $what }.
  .mark = Says more than can be read
  .todo = Update Standing, or ask { $authority } what it means.
extension = “{ $name }”: { $text }
check-complete-disowned = Statements on this phone were signed by a key that { $authority } took back. Until they are signed anew, it is unknown whether the history is whole.
  .mark = Complete: unknown
  .todo = Sync. If it stays like this, ask { $authority } to sign them anew.
check-complete-fails = Something in the history is missing or contradicts the rest. What reached this phone is kept.
  .mark = A gap or a second history
  .todo = Open the alarms. Show them to { $authority }.

rests-on-keys = Rests on: the trust list, checked { $ago }.
rests-on-head = Rests on: the authority’s signed answer, given { $ago }.
rests-on-rulebook = Rests on: the signed entries and stars, and rulebook { $version }.
rests-on-statements = Rests on: { $n ->
    [one] the 1 statement
    *[other] the { $n } statements
  } kept on this phone.

# Why a signed document is not believed, as a fragment.
trust-too-large = it is larger than any such document may be
trust-form = it does not have the form of a signed document
trust-wrong-typ = it is another kind of document
trust-unknown-key = it was signed by a key that the authority does not have
trust-bad-signature = something in it was changed, or somebody else signed it
trust-payload = its content cannot be read in exactly one way
trust-later = it has a newer format than this version of Standing can read
trust-wrong-issuer = it names another authority than the one that signed it
trust-outside-remit = the authority may not sign such documents
trust-key-not-in-use = its key was not in use at the time that it gives
trust-key-compromised = its key was taken back because others may have had it
trust-wrong-resident = it is for another resident
trust-wrong-answer = it answers another question than this phone asked
trust-contradiction = its parts contradict each other

statement-title = Resident statement { $seq }
statement-heading = How { $score } adds up
statement-period = { $from } to { $to } · rulebook { $version }
score-of = of { $max }
score-before = { $score } in the statement before, as of { $date }.
home-empty = No statement has reached this phone yet.
home-disowned = What this phone holds was signed by a key that { $authority } took back. No score is shown until it is signed anew.
home-changes = What changed since { $date }
home-synced = Last asked { $ago }.
home-never-synced = This phone has not asked { $authority } yet.
stars-text = { $stars } of { $of }
stars-set = Set on { $date } by { $by }.
stars-reason = Reason: { $reason }
stars-document = Document: { $document }.
stars-notified = The authority says that it told you on { $date }.
stars-before = Before: { $stars ->
    [one] { $stars } star
   *[other] { $stars } stars
} from { $date }.
sentence-space = { " " }
stars-short = { $name }: { $stars } of { $of }
told-yes = A notice reached this phone on { $date }: “{ $text }”
told-no = No notice has reached this phone since you joined on { $date }.
told-says = { $authority } says that it told you on { $date }. No such notice has reached this phone since you joined on { $joined }.

change-new = Happened { $date }
change-state = Was: { $from }. Now: { $to }.
change-contested = Contested. It counts until that is decided.
change-contested-authority = Contested by an authority. It counts until that is decided.
change-not-contested = No longer contested.
change-gone = No longer stands in the statement.
change-tier = Tier: { $from } → { $to }
change-rules = The rules changed: { $id }, version { $from } → { $to }
change-rulebook = Another rulebook: { $from-id }, version { $from } → { $id }, version { $to }
change-stars = { $name }: { $from } → { $to } stars
change-began = Began: { $name }
change-ended = Ended: { $name }
state-active = counts
state-withdrawn = taken back
state-ended = ran out

ledger-start = Start value
ledger-stars = { $name }, { $stars } of { $of } stars
ledger-not-yet = Happened after the last day of this statement.
ledger-ended = Was { $points }. Ended by itself on { $date }.
ledger-ended-early = Was { $points }. Ended.
ledger-withdrawn = Was { $points }. Taken back: { $reason }
ledger-over-cap = Counts nothing: as many entries of the rule as may count in { $year } come before it.
ledger-unknown = Counts nothing: the rulebook has no such rule.
ledger-unknown-stars = Counts nothing: the rulebook has no such stars.
ledger-replaced = Counts nothing: later stars took their place.
ledger-set-later = Set on { $date }, after the last day of this statement.
ledger-clamped = { $sum }, held within the scale’s { $end }
no-reason = no reason given

difference-total = It says { $stated }; its own entries add up to { $worked-out }.
difference-tier = It says tier “{ $stated }”; the sum gives “{ $worked-out }”.
difference-entry-points = “{ $entry }” counts { $stated }; its rule says { $rule }.
difference-entry-end = “{ $entry }” counts longer than its rule says.
difference-unknown-rule = “{ $entry }” is by a rule, { $rule }, that the rulebook does not have.
difference-unknown-stars = The rulebook has no such stars: { $category }.
difference-two-stars = Two numbers of stars are given at once: { $category }.
difference-wrong-version = “{ $name }” is judged by rulebook { $named }. On that day rulebook { $in-force } was in force.
difference-no-version = “{ $name }” is judged by rulebook { $named }. Of the rulebooks that the statement lists, none was in force on that day.
difference-none-in-force = Of the rulebooks that the statement lists, none was in force on { $date }.
difference-decimals = Rulebook { $version } counts in another unit, which must not change.
difference-from-defence = “{ $entry }” takes points because of a record that you sent. Only a report of your own that you did not withdraw may lead to that.
difference-other = The statement differs from its rulebook in a way that this app cannot name.
difference-missing = Should be there by the rulebook, and is not: { $name }.
difference-unfounded = Is there, and should not be by the rulebook: { $name }.

entry-rule = Rule { $rule } of rulebook { $version }: { $points } each time.
entry-rule-capped = Rule { $rule } of rulebook { $version }: { $points } each time, at most { $times ->
    [1] once
    *[other] { $times } times
  } a year.
entry-rule-unknown = Rule { $rule }, which this phone does not know.
entry-counts = Counts.
entry-counts-until = Counts until { $date }, then ends by itself.
entry-contested = Counts; you contest it since { $date }.
entry-contested-since = Counts; contested since { $date }.
entry-contested-authority = Counts; an authority contests it since { $date }.
entry-happened = Happened
entry-recorded = Recorded
entry-until = Counts until
entry-for-ever = No end is set
entry-by = Recorded by
entry-document = Document
entry-basis = Legal basis
entry-number = Entry number
entry-reason = Reason given
entry-proof = Signed as part of statement { $seq }
entry-if-removed = If it were removed: { $score } of { $max }, { $tier }.
entry-if-removed-next = “{ $name }” of { $date } would count in its place: { $points }.
legal-basis = { $instrument }, { $article }
step-calendar = within { $days } days
step-working = within { $days } working days

statements-chain = Unbroken on this phone, from 1 to { $last }.
statements-later = The history on this phone begins at statement { $first }.
statements-broken = The history on this phone has a gap or contradicts itself.
statements-unread = Statement { $n } has a newer format than this version of Standing can read.
statement-unread = In a newer format. Update Standing.
statements-disowned = Some statements were signed by a key that was taken back. Unknown until they are signed anew.
statements-none = No statement has reached this phone yet.
statement-withdrawn = Taken back on { $date }

