# What tier and stars open and close.
perks-heading = Statement { $seq }: { $score } of { $max }, { $tier }
perks-no-rulebook = The rulebook of this statement is not on this phone. What is listed stands; why it does is unknown until the next sync.
perks-open = Open to you
  .none = Nothing is open now.
perks-in-force = Restrictions in force
  .none = No restriction is in force.
perks-closed = Not open
  .none = Everything in the rulebook is open.
perks-not-in-force = Restrictions that do not apply to you
  .none = The rulebook names nothing else.
perks-unknown-condition = Its condition is in the rulebook, which is not on this phone.
perks-not-in-rulebook = The rulebook does not name it.

perk-since = Open since { $since }.
perk-since-until = Open since { $since }, until { $until }.
perk-from = Opens on { $since }.
perk-was = Was open from { $since } to { $until }.
restriction-since = In force since { $since }.
restriction-since-until = In force since { $since }, ends on { $until }.
restriction-from = Begins on { $since }.
restriction-was = Was in force from { $since } to { $until }.

standing-have = You have { $score }.
standing-short = You have { $score }: { $far } short.
standing-ends-at = You have { $score }. At { $from } it no longer applies: { $far } more.
standing-stars = Every category has that many.
standing-stars-missing = Still short: { $names }.
standing-category = { $name } ({ $stars })

perk-missing = By the rulebook and this phone’s own sum, { $score }, it should be open. The statement does not list it: ask the authority.
perk-unfounded = The statement lists it. By the rulebook and this phone’s own sum, { $score }, it should not be open.
restriction-missing = By the rulebook and this phone’s own sum, { $score }, it would apply. The statement does not list it.
restriction-unfounded = The statement lists it. By the rulebook and this phone’s own sum, { $score }, it should not be in force: you can contest it.
