# What tier and stars open and close.
perks-heading = Statement { $seq }: { $score } of { $max }, { $tier }
perks-no-rulebook = The rulebook of this statement is not on this phone. Below is what the statement lists; the reasons are shown after the next sync.
perks-open = Available to you
  .none = Nothing is available now.
perks-in-force = Restrictions that apply to you
  .none = No restriction applies to you.
perks-closed = Not available yet
  .none = You can have everything in the rulebook.
perks-not-in-force = Restrictions that do not apply to you
  .none = The rulebook has no other restrictions.
perks-unknown-condition = Its condition is in the rulebook, which is not on this phone.
perks-not-in-rulebook = The rulebook does not have it.
perks-unnamed = Item “{ $id }” (its name is in the rulebook)

perk-since = Available since { $since }.
perk-since-until = Available from { $since } up to and including { $until }.
perk-from = Available from { $since }.
perk-was = Was available from { $since } up to and including { $until }.
restriction-since = Applies since { $since }.
restriction-since-until = Applies from { $since } up to and including { $until }.
restriction-from = Applies from { $since }.
restriction-was = Applied from { $since } up to and including { $until }.

standing-have = You have { $score }.
standing-short = You have { $score }: { $far } short.
standing-ends-at = You have { $score }. It ends at { $from }: { $far } more needed.
standing-stars = Every category has that many stars.
standing-stars-missing = Not enough stars yet: { $names }.
standing-category = { $name } ({ $stars })

perk-missing = By the rulebook and this phone’s sum, { $score }, you should have this. The statement does not list it. Ask the authority why.
perk-unfounded = The statement lists this, though by the rulebook and this phone’s sum, { $score }, it would not. You need not do anything; the authority may correct it.
restriction-missing = By the rulebook and this phone’s sum, { $score }, this would apply. The statement does not list it.
restriction-unfounded = The statement lists this, though by the rulebook and this phone’s sum, { $score }, it should not apply. You can contest it.

benefit-since = First day
benefit-until = Last day
benefit-no-end = No last day is given
benefit-closed = Not available now
benefit-not-in-force = Does not apply now
benefit-at-ends = It ends at { $line }.
benefit-at-begins = It begins at { $line }.
benefit-at-lifts = It is lifted at { $line }.
benefit-at-applies = It would apply at { $line }.
benefit-below-ends = It ends below { $line }.
benefit-below-begins = It begins below { $line }.
benefit-below-lifts = It is lifted below { $line }.
benefit-below-applies = It would apply below { $line }.
benefit-short = { $points } short
benefit-spare = { $points } above that
benefit-stars-ends = It ends if any category has fewer than { $least ->
    [one] 1 star
    *[other] { $least } stars
  }.
benefit-stars-lifts = It is lifted if any category has fewer than { $least ->
    [one] 1 star
    *[other] { $least } stars
  }.
benefit-stars-begins = It begins with { $least ->
    [one] 1 star
    *[other] { $least } stars
  } in every category. Too few: { $names }.
benefit-stars-applies = It would apply with { $least ->
    [one] 1 star
    *[other] { $least } stars
  } in every category. Too few: { $names }.
benefit-fixed = The score does not change this.
benefit-on-ends = If nothing is added, it ends on { $date }.
benefit-on-begins = If nothing is added, it begins on { $date }.
benefit-on-lifts = If nothing is added, it is lifted on { $date }.
benefit-on-applies = If nothing is added, it applies from { $date }.
benefit-last-day = Its last day is given: { $date }.
benefit-has-changed = Since this statement, something began or ended that changes this. Look at the next statement.
benefit-no-date = None of the dates already set will change this.
benefit-no-date-up-to = None of the dates already set will change this up to { $date }. Later dates were not calculated.
benefit-withdrawn-ends = Without the entry “{ $entry }” it would end.
benefit-withdrawn-begins = Without the entry “{ $entry }” it would be available, for example if you contest the entry and it is removed.
benefit-withdrawn-lifts = Without the entry “{ $entry }” it would be lifted, for example if you contest the entry and it is removed.
benefit-withdrawn-applies = Without the entry “{ $entry }” it would apply.

till-until = Up to and including { $date }
till-no-end = No last day is given
till-today = Today is { $date }
till-signed = Signed by { $authority }, and current when last checked: { $ago }.
till-unknown = Signed with a key of { $authority }. Whether it is still current, this phone cannot tell. Last checked: { $ago }.
till-caution = This page shows what this phone checked. On its own it proves nothing to somebody else.

problem-no-benefit = Neither the newest statement nor its rulebook has this benefit or restriction.
  .safe = Nothing was changed.
  .todo = Go back to the list: it shows what there is now.
problem-perk-not-open = This is not available to you today.
  .safe = Nothing was changed.
  .todo = Its page says what would change that.
problem-perk-not-in-force = The statement that lists this did not pass the checks, or there is a newer one.
  .safe = The statement is kept on this phone.
  .todo = Sync, and look at the newest statement.
