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
