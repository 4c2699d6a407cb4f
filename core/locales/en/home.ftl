# Home, statements, entries and their checks.
never = not yet
proof-line = { $authority }, as of { $date }. Checked: { $ago }.

check-signed = Signed
check-signed-holds = Signed by { $authority } and not changed since (key { $key }).
  .mark = Signed
check-signed-compromised = Signed with a key that { $authority } cancelled on { $date }, because somebody else may have got hold of it.
  .mark = Signature unknown
  .todo = Ask { $authority } to sign this statement again.
check-signed-fails = This statement did not pass the signature check: { $reason }.
  .mark = Signature check failed
  .todo = Do not rely on it. Show it to { $authority }.
check-allowed = On the list of scoring authorities
check-allowed-holds = { $authority } is on the key list, among the authorities that may sign scores. The one-time code from your letter proved that list. Whether a law allows the scoring, Standing cannot tell.
  .mark = Listed
check-allowed-fails = { $authority } is not on the key list among the authorities that may sign scores.
  .mark = Not listed
  .todo = Do not rely on this score. Ask at the authority’s office who may give it.
check-allowed-not-in-use = The key was not in use on the date given in the statement.
  .mark = Key not in use
  .todo = Do not rely on it. Show it to { $authority }.
check-allowed-unknown = This can be checked only once the signature has passed.
  .mark = Listed: unknown
  .todo = Look at the signature check first.
check-signed-old = Signed by the authority, but the key list on this phone is out of date since { $date }.
  .mark = Signature unknown
  .todo = Sync to fetch the newest key list.
check-signed-unread = Signed by the authority, but its newest key list has a newer format than this version of Standing can read.
  .mark = Signature: unknown
  .todo = Update Standing.
check-allowed-unread = The newest list of who may sign has a newer format than this version of Standing can read.
  .mark = Right to sign: unknown
  .todo = Update Standing.
check-allowed-old = The key list on this phone is out of date since { $date }.
  .mark = Listed: unknown
  .todo = Sync to fetch the newest key list.
check-in-force = Current
check-in-force-holds = { $n ->
    [one] The only statement, and not withdrawn.
    *[other] The newest of { $n } statements, and not withdrawn.
  }
  .mark = Current
check-in-force-replaced = Not withdrawn. Statement { $newest } has replaced it.
  .mark = Replaced by { $newest }
check-in-force-withdrawn = { $authority } withdrew it on { $date }: “{ $why }”
  .mark = Withdrawn on { $date }
  .todo = Ask { $authority } for the statement that replaces it.
check-in-force-superseded = { $authority } signed statement { $n } after it, in a newer format than this version of Standing can read.
  .mark = Replaced by one that cannot be read
  .todo = Update Standing.
check-in-force-old = The last answer is { $days ->
    [one] 1 day
    *[other] { $days } days
  } old. An answer counts for { $life ->
    [one] 1 day
    *[other] { $life } days
  }.
  .mark = Current: unknown
  .todo = Sync to find out.
check-in-force-clock = This phone’s time is { $by } behind the time that { $authority } signed. One of the two is wrong.
  .mark = Current: unknown
  .todo = Compare this phone’s time with another clock. If the phone is wrong, turn on automatic time in its settings.
check-in-force-never = This phone has not synced with { $authority } yet.
  .mark = Current: unknown
  .todo = Sync to find out.
check-in-force-before = The last answer of { $authority } ends at statement { $n }; this is number { $seq }, so the answer is older.
  .mark = Current: unknown
  .todo = Sync to find out.
check-in-force-other = The last answer of { $authority } has another statement as number { $n }: there are two.
  .mark = Another one counts
  .todo = Do not rely on it. Ask { $authority } which of the two is valid. It can be a mistake.
check-adds-up = Adds up
check-adds-up-holds = This phone added up the start value, stars and entries again by the rulebook. The result is the same: { $score }.
  .mark = Adds up
check-adds-up-fails = The statement says { $stated }. This phone’s sum is { $worked-out }. { $n ->
    [1] One difference.
    *[other] { $n } differences.
  }
  .mark = Does not add up
  .todo = Open the sum to see each difference. You can show it to { $authority }.
check-adds-up-unknown = The rulebook that this statement uses is not on this phone.
  .mark = Cannot be added up yet
  .todo = Sync to fetch it.
check-complete = No gaps
check-complete-holds = This phone has every statement from 1 to { $last }. Each follows from the one before.
  .mark = No gaps here
check-complete-replaced = { $authority } replaced statement { $n } on { $date }. The earlier one is kept on this phone, too.
  .mark = Replaced
  .todo = Compare both under “Look at this first”. If the difference matters, ask { $authority }.
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
check-complete-disowned = Some statements on this phone were signed with a key that { $authority } has cancelled. Until it signs them again, this phone cannot tell whether any are missing.
  .mark = No gaps: unknown
  .todo = Sync. If nothing changes, ask { $authority } to sign them again.
check-complete-fails = Something is missing in the history on this phone, or does not match. What arrived is kept.
  .mark = Something does not match
  .todo = Open “Look at this first” on Home and show the warnings there to { $authority }. It can be a mistake.

rests-on-keys = Based on: the key list, checked { $ago }.
rests-on-head = Based on: the authority’s signed answer, { $ago }.
rests-on-rulebook = Based on: the signed entries and stars, and rulebook { $version }.
rests-on-statements = Based on: { $n ->
    [one] the 1 statement
    *[other] the { $n } statements
  } on this phone.

# Why a signed document is not believed, as a fragment.
trust-too-large = it is larger than any such document may be
trust-form = it does not have the form of a signed document
trust-wrong-typ = it is another kind of document
trust-unknown-key = it was signed with a key that is not on the key list
trust-bad-signature = it was changed, or signed by somebody else
trust-payload = { $which ->
    [rule-1-7-1] a part of it is missing, unknown or of another form than agreed
    [rule-1-7-2] a part of it appears twice
    [rule-1-7-3] a number in it is no whole number, or is too large
    [rule-1-7-4] it is too long, nested too deep, or has characters that are not allowed
    [rule-1-7-5] something is written before or after it
    [rule-1-7-6] a hash, key or random value in it is not written correctly
    [rule-1-8] an identifier in it is not allowed
    [rule-1-13] it contains what reads as an ID card number
    [rule-1-14] an amount of points in it is too large
    [rule-2-1-2] a date or time zone in it is not written correctly
   *[other] its content does not have the agreed form
  }
trust-cited = { $reason } (protocol rule { $rule })
trust-later = it has a newer format than this version of Standing can read
trust-wrong-issuer = it names another authority than the one that signed it
trust-outside-remit = the authority is not listed for documents of this kind
trust-key-not-in-use = the key was not in use on the date given in it
trust-key-compromised = the key was cancelled because somebody else may have got hold of it
trust-wrong-resident = it is for another resident
trust-wrong-answer = it does not answer what this phone asked
trust-contradiction = its parts contradict each other

statement-title = Credit statement { $seq }
statement-heading = How { $score } adds up
statement-period = { $from } to { $to } · rulebook { $version }
score-of = of { $max }
score-before = Previous statement: { $score } ({ $date })
home-empty = No statement has reached this phone yet. Sync to fetch it.
home-no-rulebook = The statement is on this phone, but its rulebook is not. Sync to see the score.
home-disowned = The statements on this phone were signed with a key that { $authority } has cancelled. No score is shown until they are signed again.
home-changes = What changed since { $date }
home-synced = Last synced { $ago }.
home-never-synced = This phone has not synced with { $authority } yet.
stars-text = { $stars } of { $of }
stars-set = Set on { $date } by { $by }.
stars-reason = Reason: { $reason }
stars-document = Document number: { $document }.
stars-notified = The authority says that it told you on { $date }.
stars-before = Before: { $stars ->
    [one] { $stars } star
   *[other] { $stars } stars
} from { $date }.
sentence-space = { " " }
stars-short = { $name }: { $stars } of { $of }
told-yes = A notice reached this phone on { $date }: “{ $text }”
told-no = No notice about this has reached this phone since you connected on { $date }. Paper letters are not seen here.
told-says = { $authority } says that it told you on { $date }. No such notice has reached this phone since you connected on { $joined }. Paper letters are not seen here.
told-says-before = { $authority } says that it told you on { $date }. That was before this phone was connected on { $joined }, so a notice of that day is not seen here.

change-new = Happened on { $date }
entry-not-here = An entry that is not on this phone
change-state = Changed from “{ $from }” to “{ $to }”
change-contested = Contested. It counts until that is decided.
change-contested-authority = Contested by an authority. It counts until that is decided.
change-not-contested = No longer contested.
change-gone = No longer in the statement.
change-tier = Level: { $from } → { $to }
change-rules = The rulebook changed: { $id }, version { $from } → { $to }
change-rulebook = Another rulebook: { $from-id }, version { $from } → { $id }, version { $to }
change-stars = { $name }: { $from } → { $to ->
    [one] 1 star
    *[other] { $to } stars
  }
change-began = Began: { $name }
change-ended = Ended: { $name }
state-active = counts
state-withdrawn = removed
state-ended = no longer counts

ledger-start = Start value
ledger-stars = { $name }: { $stars } of { $of ->
    [one] 1 star
    *[other] { $of } stars
  }
ledger-not-yet = Happened after the last day of this statement.
ledger-ended = Was { $points }. Expired on { $date }.
ledger-ended-early = Was { $points }. No longer counts.
ledger-withdrawn = Was { $points }. Removed. Reason given: “{ $reason }”
ledger-over-cap = Not counted: earlier entries have reached this rule’s limit for { $year }.
ledger-unknown = Not counted: the rulebook has no such rule.
ledger-unknown-stars = Not counted: the rulebook has no such stars.
ledger-replaced = Not counted: later stars have replaced these.
ledger-set-later = Set on { $date }, after the last day of this statement.
ledger-clamped = { $sum }, limited to { $end } by the scale
no-reason = no reason given

difference-total = The statement says { $stated }; its own entries and stars add up to { $worked-out }.
difference-tier = The statement says level “{ $stated }”; by its sum it would be “{ $worked-out }”.
difference-no-tier = The statement says level “{ $stated }”; its sum is below every level.
difference-entry-points = “{ $entry }” counts { $stated }; its rule says { $rule }.
difference-entry-end = “{ $entry }” counts longer than its rule says.
difference-unknown-rule = “{ $entry }” uses rule { $rule }, which the rulebook does not have.
difference-unknown-stars = The rulebook has no such stars: { $category }.
difference-two-stars = Two different numbers of stars are given at once: { $category }.
difference-wrong-version = “{ $name }” uses rulebook { $named }. On that day rulebook { $in-force } applied.
difference-no-version = “{ $name }” uses rulebook { $named }. None of the rulebooks that the statement lists applied on that day.
difference-none-in-force = None of the rulebooks that the statement lists applied on { $date }.
difference-decimals = Rulebook { $version } uses another unit for points. The unit must not change.
difference-from-defence = “{ $entry }” takes points because of a record that you sent. Only a report of your own that you did not withdraw may lead to that.
difference-other = The statement differs from its rulebook. This version of Standing cannot say how.
difference-missing = Missing from the statement, though the rulebook gives it: { $name }.
difference-unfounded = In the statement, though the rulebook does not give it: { $name }.

entry-rule = Rule { $rule } of rulebook { $version }: { $points } each time.
entry-rule-capped = Rule { $rule } of rulebook { $version }: { $points } each time, at most { $times ->
    [1] once
    [2] twice
    *[other] { $times } times
  } a year.
entry-rule-unknown = Rule { $rule } (not on this phone)
entry-counts = Counts.
entry-repair-ends = Nothing to do: the entry stops counting by itself; its last day is { $date }
entry-counts-until = Counts up to and including { $date }, then expires.
entry-contested = Counts. You have contested it since { $date }.
entry-contested-since = Counts. Contested since { $date }.
entry-contested-authority = Counts. An authority has contested it since { $date }.
entry-happened = Happened on
entry-recorded = Recorded on
entry-until = Last day it counts
entry-for-ever = No end is set
entry-by = Recorded by
entry-document = Document number
entry-basis = Basis
entry-number = Entry number
entry-reason = Reason given
entry-proof = Signed as part of statement { $seq }
entry-if-removed = If it were removed: { $score } of { $max }, { $tier }.
entry-if-removed-next = “{ $name }” of { $date } would count in its place: { $points }.
legal-basis = { $instrument }, { $article }
step-calendar-told = { $days ->
    [one] within 1 day of being told
    *[other] within { $days } days of being told
  }
step-calendar-arrival = { $days ->
    [one] within 1 day of receiving it
    *[other] within { $days } days of receiving it
  }
step-calendar-decision = { $days ->
    [one] within 1 day of the decision
    *[other] within { $days } days of the decision
  }
step-calendar-silence = { $days ->
    [one] within 1 day of the day on which the answer was due
    *[other] within { $days } days of the day on which the answer was due
  }
step-working-told = { $days ->
    [one] within 1 working day of being told
    *[other] within { $days } working days of being told
  }
step-working-arrival = { $days ->
    [one] within 1 working day of receiving it
    *[other] within { $days } working days of receiving it
  }
step-working-decision = { $days ->
    [one] within 1 working day of the decision
    *[other] within { $days } working days of the decision
  }
step-working-silence = { $days ->
    [one] within 1 working day of the day on which the answer was due
    *[other] within { $days } working days of the day on which the answer was due
  }
step-months-told = { $days ->
    [one] within 1 month of being told
    *[other] within { $days } months of being told
  }
step-months-arrival = { $days ->
    [one] within 1 month of receiving it
    *[other] within { $days } months of receiving it
  }
step-months-decision = { $days ->
    [one] within 1 month of the decision
    *[other] within { $days } months of the decision
  }
step-months-silence = { $days ->
    [one] within 1 month of the day on which the answer was due
    *[other] within { $days } months of the day on which the answer was due
  }
step-until = { $within }. By the authority’s date, { $told }, the last day is { $date }.
step-was-until = { $within }. By the authority’s date, { $told }, the last day was { $date }.
working-days-unknown = This phone has no list of days off for { $year }. Only weekends were left out, so the real last day may be a different one.

statements-chain = This phone has every statement from 1 to { $last }, without a gap.
statements-later = The history on this phone begins at statement { $first }.
statements-broken = The statements on this phone have a gap, or do not match.
statements-unread = Statement { $n } has a newer format than this version of Standing can read.
statement-unread = In a newer format. Update Standing.
statements-disowned = Some statements were signed with a key that has been cancelled. Unknown until they are signed again.
statements-none = No statement has reached this phone yet.
statement-withdrawn = Withdrawn on { $date }

