# How fresh everything is.
fresh-all = Everything on this phone is fresh.
fresh-some = { $stale } of { $n } cannot be relied on as fresh.
fresh-ask = It becomes known when this phone reaches { $authority }.
fresh-never-asked = This phone has not asked yet.
  .word = Unknown

fresh-statements = Statements of { $authority }
fresh-statements-all = { $here } of { $of }, last asked { $ago }, good until { $until }.
  .word = Fresh
fresh-statements-gap = { $here } of { $of } have reached this phone. Last asked { $ago }.
  .word = Incomplete
fresh-statements-old = { $here } of { $of }, last asked { $ago }. The answer was good until { $until }; there may be a newer statement.
  .word = Too old
fresh-statements-ahead = { $here } of { $of }. The answer was signed later than this phone’s clock says; one of the two clocks is wrong.
  .word = Unknown

fresh-rulebook = Rulebook of { $authority }
fresh-rulebook-none = No statement names one yet. The trust list names version { $now }.
  .word = Unknown
fresh-rulebook-missing = Version { $version } is not on this phone.
  .word = Unknown
fresh-rulebook-old = Version { $version }. Whether a newer one is in use is unknown: the trust list, checked { $ago }, is too old.
  .word = Too old
fresh-rulebook-newer = The newest statement is by version { $version }. The authority names version { $now } now.
  .word = Fresh
fresh-rulebook-same = Version { $version }, the one in use. Trust list checked { $ago }.
  .word = Fresh

fresh-trust-authority = Trust list of { $who }
fresh-trust-register = Trust list of the register, { $who }
fresh-trust-good = Checked { $ago }, good until { $until }.
  .word = Fresh
fresh-trust-old = Checked { $ago }. It was good until { $until }.
  .word = Too old

fresh-register = Businesses, { $publisher }
fresh-products = Product codes, { $publisher }
fresh-list = List: { $lister }
fresh-list-missing = This list has not reached this phone.
  .word = Unknown
fresh-dated-good = { $rows ->
    [one] 1 row
    *[other] { $rows } rows
  } of { $date }, next due { $due }, { $away }.
  .word = Fresh
fresh-dated-due = { $rows ->
    [one] 1 row
    *[other] { $rows } rows
  } of { $date }. The next was due { $due }, { $away }.
  .word = Too old
fresh-dated-expired = { $rows ->
    [one] 1 row
    *[other] { $rows } rows
  } of { $date }. The signatures were good until { $until }.
  .word = Too old

fresh-clock = This phone’s clock
fresh-clock-ask = It becomes known with the next signed answer.
fresh-clock-set = Set the phone’s clock, or let the network set it.
fresh-clock-compare = Compare both with a third clock.
clock-unknown = Nothing signed has arrived to compare it with.
  .word = Unknown
clock-right = The same as { $who }’s signed time.
  .word = Right
clock-right-behind = { $by } behind { $who }’s signed time.
  .word = Right
clock-right-ahead = { $by } ahead of { $who }’s signed time.
  .word = Right
clock-other-behind = It agrees with { $agrees }. { $who }’s clock is { $by } behind: that one is wrong.
  .word = Right
clock-other-ahead = It agrees with { $agrees }. { $who }’s clock is { $by } ahead: that one is wrong.
  .word = Right
clock-phone-behind = { $by } behind: { $who } agree with each other, this phone does not.
  .word = Behind
clock-phone-ahead = { $by } ahead: { $who } agree with each other, this phone does not.
  .word = Ahead
clock-set-back = Set back by at least { $by }: the phone itself has noted a later time.
  .word = Behind
clock-differs-behind = { $by } behind { $who }’s signed time. Which of the two is wrong cannot be told here.
  .word = Unknown
clock-differs-ahead = { $by } ahead of { $who }’s signed time. Which of the two is wrong cannot be told here.
  .word = Unknown
