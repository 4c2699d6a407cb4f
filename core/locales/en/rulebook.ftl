# The rulebook in plain words, and what this app noticed in it.
rulebook-heading = Version { $version }, applies since { $date }.
rulebook-heading-later = Version { $version }, applies from { $date }.
rulebook-used = Statement { $seq } was calculated with this version.
rulebook-used-none = The authority uses this version now. No statement calculated with it has reached this phone yet.
rulebook-used-newer = Statement { $seq } was calculated with this version. The authority now names version { $version }.
rulebook-used-other = Statement { $seq } was calculated with this version. The authority now names another rulebook, { $id }, version { $version }.
rulebook-hash-note = The matching code of this version. The same version has the same code on every phone.
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
origin = Source: { $source } ({ $sure })
origin-of = { $part }: { $source } ({ $sure })
part-category = The category
part-star-points = Points for the stars
part-deed = The deed and its points
part-terms = The limits and terms
part-benefit = What it is
part-condition = Its condition
sure-primary-text = primary text
sure-report = newspaper report
sure-secondary = secondary source
sure-assumed = not verified
sure-primary-text-long = Primary text: a standard, a law or its official translation.
sure-report-long = Newspaper report about this very system.
sure-secondary-long = Secondary source: a page about the text, not the text itself.
sure-assumed-long = Made up for this example rulebook; not verified anywhere.

chapter-scale = The scale
  .lead = The lowest and the highest score, and how it adds up.
chapter-tiers = Levels
  .lead = The score falls into one of these.
  .none = The rulebook names no levels.
chapter-dimensions = Parts of the score
  .lead = Each rule and each kind of star belongs to one of these.
  .none = The rulebook does not divide the score.
chapter-stars = Household stars
  .lead = Stars are given to the whole household, and count in the score of each person in it.
  .none = This rulebook has no stars.
chapter-adds = What adds points
  .lead = Each deed is one rule.
  .none = No rule adds points.
chapter-takes = What takes points
  .lead = Each deed is one rule. By this rulebook, only these rules take points.
  .none = No rule takes points.
chapter-perks = Benefits of a good score
  .lead = Benefits, and when you can have them.
  .none = The rulebook names no benefits.
chapter-restrictions = What a low score restricts
  .lead = Restrictions, when they apply, and how they are lifted.
  .none = The rulebook names no restrictions.
chapter-contest = If an entry is wrong
  .lead = How to contest an entry: the steps, each with its time.
  .none = The rulebook names no steps. You can still ask the authority in writing to correct data about you, under the Personal Information Protection Law.
chapter-records = Your records
  .lead = What you can send, and how it may count.
chapter-publication = Lists of businesses
  .lead = How long a listing is published. This is about businesses, not about residents.
  .none = The rulebook says nothing about this.
chapter-sources = Where all this comes from
  .lead = The texts that the rules above are based on, and how sure each is.
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
    [one] 1 star: { $points }
    *[other] { $n } stars: { $points }
  }
rule-each = { $points } each time
rule-no-cap = No limit on how often it counts.
rule-cap = { $times ->
    [one] At most once a year ({ $most }).
    [2] At most twice a year ({ $most } in all).
    *[other] At most { $times } times a year ({ $most } in all).
  }
rule-lasts = Counts for { $span } from the day it happened, then expires.
rule-for-ever = Does not expire.
rule-self-report = You can report it yourself.
rule-cooling-off = Your report stays on this phone for { $span }. It is sent only if you then confirm it.
rule-photo = A photo is asked for as evidence.
rule-basis = Basis: { $basis }
rule-id = Rule { $rule }
perk-note = { $note }
restriction-note = How it is lifted: { $note }

when-tier-at-least = From level “{ $tier }”: { $from } or more
when-tier-at-most = Up to level “{ $tier }”: below { $below }
when-always = At every level
when-stars-at-least = { $n ->
    [one] At least 1 star in every category
    *[other] At least { $n } stars in every category
  }
when-unknown-tier = By a level that the rulebook does not have: { $tier }

severity-minor = Minor
severity-general = General
severity-serious = Serious
publication-span = At least { $least }, at most { $most }
publication-rarely = Normally not published; at most { $most }

records-answer = When you get an answer
answer-working = { $days ->
    [one] within 1 working day
    *[other] within { $days } working days
  }
records-volunteering = Volunteering
records-blood = Blood donation
records-not-taken = This authority accepts no records of this kind.
records-by-rule = { $points } by rule { $rule }
records-hours-count = { $counts } for every { $span }
records-service-stars = Service stars
records-service-stars-value = From { $hours ->
    [one] 1 hour
    *[other] { $hours } hours
  }
records-service-stars-line = Service stars are an honour of the volunteer service. They do not count in this score.
records-blood-counts = { $counts }
records-blood-favour = Giving blood should only ever count in a person’s favour.
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
    [2] twice
    *[other] { $n } times
  } a year.
blood-ages = Age
blood-ages-value = { $from } to { $to }; up to { $repeat } for people who have given before without a reaction
blood-awards = Awards
blood-award = { $name } from { $n } donations
blood-awards-line = 200 ml of whole blood counts as one donation; so does one unit of platelets.
blood-conflict = Two texts disagree

lint-title = What Standing noticed
lint-lead = Standing asks the same questions of every rulebook. It judges the rules, never a person.
lint-nothing = Nothing that Standing looks for was found. It looks for points that depend on belief, ethnicity, politics or family, on reporting others, on not giving or not volunteering, on other people’s conduct, on accusing oneself or on keeping silent. It looks for points for minors, for a whole group or for the past, deductions without an end, and levels that nobody reaches. It looks for restrictions that have no legal basis, are not on the national list or cannot be lifted, and for a missing way to contest.
lint-by-data = The rulebook’s own numbers show it.
lint-by-wording = This is how Standing reads the wording. It may be mistaken.
lint-takes-for-blood = Rule { $rule } takes points in connection with not giving blood.
  .why = Giving blood is voluntary and should count only in a person’s favour.
lint-counts-household = Household stars count in your score: { $names }.
  .why = They are set for everybody in the household, so part of your score can come from what others do.
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
  .why = Mistakes happen. Without steps and times, a contested entry can be left undecided.
lint-never-ends = Rule { $rule } takes points without an end.
  .why = A deduction that never ends follows a person for life, whatever they do afterwards.
lint-no-cooling-off = Rule { $rule } can be reported by oneself, and counts against the person without time to think it over.
  .why = Anyone who reports something against themselves should have time to think it over.
lint-counts-belief = Rule { $rule } counts what a person believes, or how they worship.
  .why = Freedom of religious belief is guaranteed by the Constitution (Article 36). Nobody may gain or lose points for it.
lint-counts-ethnicity = Rule { $rule } counts which ethnic group a person belongs to.
  .why = All ethnic groups are equal under the Constitution (Article 4). Nobody may gain or lose points for belonging to one.
lint-counts-politics = Rule { $rule } counts a person’s political views, or that they turned to an authority.
  .why = Citizens may speak, criticise authorities and file complaints under the Constitution (Articles 35 and 41). Points must not depend on that.
lint-counts-family = Rule { $rule } counts marriage, divorce or having children.
  .why = Whether to marry or have children is a private decision and says nothing about trustworthiness.
lint-counts-reporting = Rule { $rule } gives points for reporting other people.
  .why = Points for reports set neighbours against each other and reward false ones. Nobody’s score should depend on accusing others.
lint-counts-minors = Rule { $rule } rates minors.
  .why = Data on children under 14 are sensitive under the Personal Information Protection Law (Article 28). Children should not be scored.
lint-counts-past = Rule { $rule } counts what happened before the rule applied.
  .why = Rules do not apply to the past: a person must be able to know a rule before acting (Legislation Law).
lint-counts-collective = Rule { $rule } takes points from a group for what one of them did.
  .why = Each person answers only for their own conduct. Nobody should lose points for somebody else.
lint-counts-not-donating = Rule { $rule } takes points for not donating.
  .why = Donations are voluntary under the Charity Law and must not be imposed. Not giving must not cost points.
lint-counts-not-volunteering = Rule { $rule } takes points for not volunteering.
  .why = Volunteering is voluntary under the Regulations on Volunteer Services (Article 3). Not taking part must not cost points.
lint-unreachable-tier = No score reaches the level “{ $name }”.
  .why = A level that nobody can have promises or threatens something that cannot happen.
lint-same-tier-name = Two levels have the name “{ $name }”.
  .why = Whoever reads the name cannot tell which of the two applies.
lint-no-legal-basis = “{ $name }” names no legal basis.
  .why = By the State Council General Office’s guiding opinions of 2020 (No. 49), restrictions need a basis in laws, regulations or central policy documents. Ask the authority which one it is.
lint-not-on-national-list = “{ $name }” does not read like any kind of measure on the national list.
  .why = The National Basic List of Penalty Measures for Untrustworthiness (2024 version) names which kinds of measure there may be. Others need a law or a local regulation. Ask the authority which one it is.
# A rulebook or a calendar that is signed and was not taken. Each reason follows a colon.
rulebook-refused = Rulebook { $id }, version { $version }, was published but could not be used: { $reason }. What this phone had before is kept.
unusable-later = it needs a newer version of Standing
unusable-rulebook-form = it is not written as a rulebook must be
unusable-rulebook-too-large = it is larger than a rulebook may be
unusable-rulebook-other = another rulebook was published in its place
unusable-and = ;{" "}
unusable-rulebook-version = versions begin at 1
unusable-rulebook-scale-ends = the lowest score is not below the highest
unusable-rulebook-start-outside = the start value is outside the scale
unusable-rulebook-decimals = it has more than two decimals
unusable-rulebook-tiers-not-rising = the levels are not in rising order
unusable-rulebook-lowest-tier = the lowest level starts above the lowest score
unusable-rulebook-repeated-id = two things in it have the same id
unusable-rulebook-no-rule = it refers to rule { $name }, which it does not contain
unusable-rulebook-no-condition = { $name } depends on a level or stars that do not exist
unusable-rulebook-no-dimension = it refers to { $name } as a part of the score, which it does not contain
unusable-rulebook-no-source = it refers to source { $name }, which it does not contain
unusable-rulebook-valid-months = { $name } is valid for 0 months, or for more than a hundred years
unusable-rulebook-max-per-year = { $name } may count 0 times a year
unusable-rulebook-repair = { $name } has a credit repair that cannot be used
unusable-rulebook-no-stars = { $name } has no stars
unusable-rulebook-step-order = the contest step { $name } does not follow from the steps before it
unusable-calendar-form = it is not written as a list of working days must be
unusable-calendar-too-large = it is larger than a list of working days may be
unusable-calendar-region = its region is not written as in CN or CN-33
unusable-calendar-other = another region or year was published in its place
unusable-calendar-other-year = { $day } is in another year
unusable-calendar-both = { $day } is listed both as a day off and as a working day
unusable-calendar-weekday = { $day } is listed as a weekend day that is worked, but is not at a weekend
unusable-calendar-order = { $day } is listed twice or out of order
