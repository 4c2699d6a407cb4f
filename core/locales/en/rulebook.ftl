# The rulebook in plain words, and what this app noticed in it.
rulebook-heading = Version { $version }, in force since { $date }.
rulebook-heading-later = Version { $version }, in force from { $date }.
rulebook-used = Statement { $seq } was worked out by it.
rulebook-used-none = In use at this authority now. No statement by it has reached this phone yet.
rulebook-used-newer = Statement { $seq } was worked out by it. The authority now names version { $version }.
rulebook-used-other = Statement { $seq } was worked out by it. The authority now names another rulebook, { $id }, version { $version }.
rulebook-hash-note = The fingerprint of this version. One version has one fingerprint for ever: on another phone it must read the same.
rulebook-rule = { $rule } “{ $name }”

# Lists and spans.
list-semicolon = ;{" "}
list-or = { $first } or { $last }
span-seconds = { $n ->
    [one] 1 second
    *[other] { $n } seconds
  }
span-minutes = { $n ->
    [one] 1 minute
    *[other] { $n } minutes
  }
span-hours = { $n ->
    [one] 1 hour
    *[other] { $n } hours
  }
span-days = { $n ->
    [one] 1 day
    *[other] { $n } days
  }
span-months = { $n ->
    [one] 1 month
    *[other] { $n } months
  }
span-years = { $n ->
    [one] 1 year
    *[other] { $n } years
  }

# Where a fact comes from, and how sure it is.
origin = Source: { $source } · { $sure }
origin-of = { $part }: { $source } · { $sure }
part-category = The category
part-star-points = What the stars count
part-deed = The deed and its points
part-terms = The limits and terms
part-benefit = What it is
part-condition = Its condition
sure-primary-text = primary text
sure-report = newspaper report
sure-secondary = second-hand
sure-assumed = assumed
sure-primary-text-long = Primary text: a standard, a law or its official translation.
sure-report-long = Newspaper report about this very system.
sure-secondary-long = Second-hand: a page about the text, not the text itself.
sure-assumed-long = Assumed: chosen for this rulebook, not verified anywhere.

chapter-scale = The scale
  .lead = From where to where the score runs, and how it adds up.
chapter-tiers = Tiers
  .lead = The score falls into one of these.
  .none = The rulebook names no tiers.
chapter-dimensions = What the score is made of
  .lead = Each rule and each kind of star belongs to one of these.
  .none = The rulebook does not divide the score.
chapter-stars = Household stars
  .lead = Stars are given to the whole household, and count in the score of each person in it.
  .none = This rulebook has no stars.
chapter-adds = What adds points
  .lead = Each deed is one rule.
  .none = No rule adds points.
chapter-takes = What takes points
  .lead = Each deed is one rule. Points come off only by one of these.
  .none = No rule takes points.
chapter-perks = What a good score opens
  .lead = Perks, and when they open.
  .none = The rulebook names no perks.
chapter-restrictions = What a low score closes
  .lead = Restrictions, when they apply, and how they are lifted.
  .none = The rulebook names no restrictions.
chapter-contest = If you disagree
  .lead = The steps, each with its time.
  .none = The rulebook names no step. Rights under the law on personal information remain.
chapter-records = Your records
  .lead = What you can send, and how it may count.
chapter-publication = Lists of businesses
  .lead = How long a listing is published. Businesses only, not residents.
  .none = The rulebook says nothing about it.
chapter-sources = Where all this comes from
  .lead = The texts that the facts above rest on, and how sure each is.
  .none = The rulebook names no sources.

scale-range = Range
scale-range-value = From { $min } to { $max }
scale-start = Start
scale-start-value = Everybody begins with { $start }
scale-sum = How it adds up
scale-sum-value = Start, stars and entries are added. The total is never below { $min } and never above { $max }.
scale-unit = The smallest step is { $unit }.
tier-range = { $from } to { $to }
dimension-stars = household stars: { $name }
dimension-empty = No rule belongs to it.
stars-up-to = { $n ->
    [one] 1 star
    *[other] 1 to { $n } stars
  }
stars-count = { $n ->
    [one] 1 star counts { $points }.
    *[other] { $n } stars count { $points }.
  }
rule-each = { $points } each time
rule-no-cap = No limit on how often it counts.
rule-cap = { $times ->
    [one] Counts once a year at most: { $most }.
    *[other] Counts at most { $times } times a year: { $most } altogether.
  }
rule-lasts = Counts for { $span } from the day it happened, then ends by itself.
rule-for-ever = Never ends by itself.
rule-self-report = You can report it yourself.
rule-cooling-off = Your report waits { $span } on this phone; only if you then confirm it does it leave.
rule-photo = A photo is wanted.
rule-basis = Legal basis: { $basis }
rule-id = Rule { $rule }
perk-note = { $note }
restriction-note = How it is lifted: { $note }

when-tier-at-least = From tier “{ $tier }”: { $from } or more
when-tier-at-most = Up to tier “{ $tier }”: below { $below }
when-always = In every tier
when-stars-at-least = { $n ->
    [one] At least 1 star in every category
    *[other] At least { $n } stars in every category
  }
when-unknown-tier = By a tier that the rulebook does not have: { $tier }

severity-minor = Minor
severity-general = General
severity-serious = Serious
publication-span = At least { $least }, at most { $most }
publication-rarely = Normally not published; at most { $most }

records-answer = When you get an answer
records-volunteering = Volunteering
records-blood = Blood donation
records-not-taken = This authority takes no such records.
records-by-rule = { $points } by rule { $rule }
records-hours-count = Every { $span } count { $counts }
records-service-stars = Service stars
records-service-stars-value = From { $hours } hours
records-service-stars-line = An honour of the volunteer service. They count nothing in this score.
records-blood-counts = Counts { $counts }
records-blood-favour = Giving blood may only count in your favour. Nobody may take points for not giving.
blood-volume = Whole blood
blood-volume-value = { $volumes } ml each time
blood-intervals = How long to wait
blood-intervals-value = Between two donations at least:
blood-whole-whole = Whole blood to whole blood: { $span }.
blood-platelets-platelets = Platelets to platelets: { $span }.
blood-platelets-whole = Platelets to whole blood: { $span }.
blood-whole-platelets = Whole blood to platelets: { $span }.
blood-platelets-a-year = Platelets at most { $n ->
    [one] once
    *[other] { $n } times
  } a year.
blood-ages = Age
blood-ages-value = { $from } to { $to }; to { $repeat } for who gave before without a reaction
blood-awards = Awards
blood-award = { $name } from { $n } donations
blood-awards-line = 200 ml of whole blood count as one donation, one unit of platelets too.
blood-conflict = Two texts disagree

lint-title = What this app noticed
lint-lead = The app reads every rulebook by the same questions. It judges no person, only the rules.
lint-nothing = Nothing that the app looks for: points for not giving blood, for what others do, for confessing or for silence; deductions without an end; restrictions without a way out; no way to contest.
lint-by-data = The rulebook’s own numbers show it.
lint-by-wording = This is how the app reads the wording. It may be mistaken.
lint-takes-for-blood = Rule { $rule } takes points in connection with not giving blood.
  .why = Giving blood is voluntary and may count only in a person’s favour.
lint-counts-household = Household stars count in your score: { $names }.
  .why = They are set for everybody in the household. Part of your score can come from what others do.
lint-counts-others = Rule { $rule } counts what somebody else does.
  .why = A person’s score should rest on that person’s own conduct.
lint-rewards-confessing = Rule { $rule } gives points for reporting oneself.
  .why = Points for a confession press people to accuse themselves, even of what they did not do.
lint-punishes-silence = Rule { $rule } takes points for saying nothing.
  .why = Nobody should have to report themselves or others to keep their points.
lint-lifting-not-said = “{ $name }” does not say how it is lifted.
  .why = Whoever is restricted must be able to know the way out.
lint-cannot-be-lifted = “{ $name }” cannot be lifted by any score.
  .why = A restriction without a way out punishes for ever.
lint-no-contest = The rulebook names no way to contest an entry.
  .why = Mistakes happen. Without steps and times, an objection can be left lying.
lint-never-ends = Rule { $rule } takes points without an end.
  .why = A deduction that never ends follows a person for life, whatever they do since.
lint-no-cooling-off = Rule { $rule } can be self-reported, and counts against you without time to think it over.
  .why = Who reports something against themselves should be able to sleep on it.
