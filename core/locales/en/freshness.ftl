# How fresh everything is.
fresh-all = Everything on this phone is within its dates.
fresh-some = { $stale ->
    [one] { $stale } of { $n } is out of date or not known.
    *[other] { $stale } of { $n } are out of date or not known.
  }
fresh-ask = Sync to find out.
fresh-never-asked = Not synced yet.
  .word = Unknown

fresh-statements = Statements of { $authority }
fresh-statements-all = { $here } of { $of }, last synced { $ago }, in date until { $until }.
  .word = In date
fresh-statements-gap = { $here } of { $of } have reached this phone. Last synced { $ago }.
  .word = Incomplete
fresh-statements-old = { $here } of { $of }, last synced { $ago }. The answer was in date until { $until }; there may be a newer statement.
  .word = Out of date
fresh-statements-ahead = { $here } of { $of }. The answer carries a later time than this phone’s; one of the two is wrong.
  .word = Unknown

fresh-rulebook = Rulebook of { $authority }
fresh-rulebook-none = No statement on this phone uses one yet. The key list names version { $now }.
  .word = Unknown
fresh-rulebook-missing = Version { $version } is not on this phone.
  .word = Unknown
fresh-rulebook-old = Version { $version }. Whether a newer one is in use is not known: the key list, checked { $ago }, is out of date.
  .word = Out of date
fresh-rulebook-newer = The newest statement uses version { $version }. The authority has since named version { $now }.
  .word = Newer version
fresh-rulebook-same = Version { $version }, the one in use. Key list checked { $ago }.
  .word = In date

fresh-rulebook-refused = The authority names version { $now }. It was published but could not be used: { $reason }. What this phone had before is kept.
  .word = Not usable
fresh-calendar = Working days of { $region } in { $year }
fresh-calendar-held = The newest list could not be used: { $reason }. The one before it is used.
  .word = Not usable
fresh-calendar-refused = The list could not be used: { $reason }. Only weekends are left out.
  .word = Not usable
fresh-refused-ask = Ask the authority to correct it and publish it again.
fresh-refused-update = Update Standing, then sync.

fresh-trust-authority = Key list of { $who }
fresh-trust-register = Key list of the register, { $who }
fresh-trust-good = Checked { $ago }, in date until { $until }.
  .word = In date
fresh-trust-old = Checked { $ago }. It was in date until { $until }.
  .word = Out of date

fresh-trust-edition = Version { $version }, mark { $mark }. Another phone that synced as recently should show the same version and mark for this list.

fresh-register = Businesses, { $publisher }
fresh-products = List of barcodes, { $publisher }
fresh-list = List: { $lister }
fresh-list-missing = This list has not reached this phone.
  .word = Unknown
fresh-dated-good = { $rows ->
    [one] 1 line
    *[other] { $rows } lines
  } of { $date }; next update due { $due }, { $away }.
  .word = In date
fresh-dated-due = { $rows ->
    [one] 1 line
    *[other] { $rows } lines
  } of { $date }. The next update was due { $due }, { $away }.
  .word = Out of date
fresh-dated-expired = { $rows ->
    [one] 1 line
    *[other] { $rows } lines
  } of { $date }. The signatures were in date until { $until }.
  .word = Out of date

fresh-clock = This phone’s time
fresh-clock-ask = Sync to compare it with a signed time.
fresh-clock-set = Turn on automatic time in the phone’s settings.
fresh-clock-compare = Compare both with another clock.
clock-unknown = Nothing signed has arrived to compare it with.
  .word = Unknown
clock-right = The same as { $who }’s signed time.
  .word = Right
clock-right-behind = { $by } behind { $who }’s signed time.
  .word = Right
clock-right-ahead = { $by } ahead of { $who }’s signed time.
  .word = Right
clock-other-behind = It agrees with { $agrees }. { $who }’s time is { $by } behind: that one is probably wrong.
  .word = Right
clock-other-ahead = It agrees with { $agrees }. { $who }’s time is { $by } ahead: that one is probably wrong.
  .word = Right
clock-phone-behind = { $by } behind: { $who } agree with each other, so it is probably this phone’s time that is wrong.
  .word = Behind
clock-phone-ahead = { $by } ahead: { $who } agree with each other, so it is probably this phone’s time that is wrong.
  .word = Ahead
clock-set-back = Set back by at least { $by }: this phone noted a later time before.
  .word = Behind
clock-differs-behind = { $by } behind { $who }’s signed time. Which of the two is wrong is not known here.
  .word = Unknown
clock-differs-ahead = { $by } ahead of { $who }’s signed time. Which of the two is wrong is not known here.
  .word = Unknown
