# The story of a score, statements compared, versions of the rulebook compared.
story-period = { $authority }, { $from } to { $to }
story-day = { $authority }, { $to }
story-heading = From { $from } to { $to }
story-heading-one = { $to }
story-one = Only one statement can be shown so far. What moved the score appears with the next one.
story-nothing-drawn = The statements are on this phone, but none of them can be shown as a chart. The table says why.
story-not-moved = Nothing moved the score.
story-proof = Statements { $from } to { $to } on this phone. Synced { $ago }.
story-proof-one = Statement { $from } on this phone. Synced { $ago }.
story-signed-holds = { $authority } signed each statement, and nothing has been changed since.
  .mark = All signed
story-signed-unknown = Not every signature can be checked now. The statement itself says why. Sync to find out.
  .mark = Not all checked
story-signed-fails = At least one statement did not pass the signature check. The statement itself says why.
  .mark = One failed
story-adds-up-holds = This phone added up each statement again by the rulebook of its day. Each result is the same.
  .mark = All add up
story-adds-up-unknown = Not every statement can be added up: a rulebook is missing, or a statement cannot be read.
  .mark = Not all added up
story-adds-up-fails = At least one statement does not follow from its own entries and its rulebook.
  .mark = One does not add up
story-chart-note = Each step is one statement. The chart starts at { $from }. The table below has the same figures.
story-mark = Rulebook { $version }
story-month = { $month } { $year }
story-spoken = Chart of { $n ->
    [one] 1 statement
    *[other] { $n } statements
  }: { $first } on { $from }, { $last } on { $to }. Lowest: { $low } on { $low-day }. Highest: { $high } on { $high-day }.
story-finding-total = Statement { $n } says { $stated }; its own entries and stars add up to { $total }.
story-finding-other = Statement { $n } has the right sum, but differs from its rulebook in another way. Open it to see each difference.
story-finding-more = { $n ->
    [one] 1 more statement does not add up. The table marks it.
    *[other] { $n } more statements do not add up. The table marks them.
  }
story-left-missing = Statements that are not on this phone, by number: { $run }. The line in the chart has a gap there.
story-left-unread = Not in the chart, because this phone cannot read them or they did not pass the checks, by number: { $run }.
story-left-no-rulebook = Not in the chart, because their rulebook is not on this phone, by number: { $run }. Sync to fetch it.
story-left-other-scale = Not in the chart, because another scale applied then, by number: { $run }.
story-rulebook = Rulebook { $version }, from { $date }

story-moved = What moved it most
story-moved-all = { $points } in all
story-moved-rest = { $n ->
    [one] 1 smaller change
    *[other] { $n } smaller changes
  }
story-moved-rest-detail = Taken together. The statement lists each of them.
story-entries = { $n ->
    [one] 1 entry, { $points }
    *[other] { $n } entries, { $points } each
  }, rule { $rule }
story-entries-ended = { $n ->
    [one] 1 entry that no longer counts, { $points }
    *[other] { $n } entries that no longer count, { $points } each
  }, rule { $rule }
story-counts = Counts. No end is set.
story-counts-until = Counts up to and including { $date }.
story-counted-until = Counted up to and including { $date }.
story-no-longer = No longer counts.
story-removed = Removed: it no longer counts.
story-stars = Household stars
story-scale-end = The scale ends
story-scale-end-detail = The total is never below { $min } and never above { $max }. What goes beyond is not counted.
story-unexplained = Not explained by any entry
story-unexplained-detail = One of the two totals is not the sum of its own entries and stars.
story-by-rulebook = Rulebook { $to }
story-by-rulebooks = Rulebooks { $from } and { $to }
story-start = The start value is now { $to }; before, it was { $from }.
story-star-points = { $name }: { $stars ->
    [one] 1 star counts
    *[other] { $stars } stars count
  } { $to }; before: { $from }.
story-nothing-you-did = This did not come from anything you did.
story-past = “{ $name }”, { $points }, was recorded on { $came } and expired on { $ended }. It does not count today.
story-past-early = “{ $name }”, { $points }, was recorded on { $came } and no longer counts.

compare-statement = Statement { $seq }, { $date }
compare-heading = Statements { $a } and { $b }
compare-moved = What moved the score
compare-changes = Everything that changed
compare-nothing = Nothing changed.
compare-no-rulebook = The rulebook of statement { $n } is not on this phone, so the two scores cannot be compared. Sync to fetch it.
compare-other-unit = The two statements count in different units, so their scores cannot be compared.

amended-title = Rulebooks { $from } and { $to }
amended-heading = What changed on { $date }
amended-lead = Rulebook { $to } applies to deeds from { $date } on. For earlier deeds, the version that applied then still counts.
amended-nothing = The two versions have the same rules. Only the notes on where they come from may differ.
amended-rules = Rules
amended-added = New
amended-removed = Removed
amended-changed = Changed
amended-name = Now called “{ $is }”, before “{ $was }”.
amended-points = Now { $is } each time, before { $was }.
amended-threshold = Now begins at { $is }, before at { $was }.
amended-start = Everybody now begins with { $is }, before with { $was }.
amended-range = The scale is now { $is }, before { $was }.
amended-decimals = Digits after the decimal point: now { $is }, before { $was }.
amended-star-points = Now { $is }. Before: { $was }.
amended-cap = How often it counts in a year: now { $is }, before { $was }.
amended-months = How long it counts: now { $is }, before { $was }.
amended-cooling-off = Your own report waits on this phone: now { $is }, before { $was }.
amended-when = When it applies: now “{ $is }”, before “{ $was }”.
amended-note = Note: now “{ $is }”, before “{ $was }”.
amended-basis = Legal basis: now { $is }; before { $was }.
amended-dimension = Part of the score: now “{ $is }”, before “{ $was }”.
amended-days = Time for this step: now { $is }, before { $was }.
amended-answer = Answer to a record: now { $is }, before { $was }.
amended-published = Published: now { $is }; before { $was }.
amended-self-report-yes = You can now report it yourself.
amended-self-report-no = You can no longer report it yourself.
amended-photo-yes = A photo is now asked for.
amended-photo-no = A photo is no longer asked for.
amended-volunteering-yes = Volunteering can now be sent as a record.
amended-volunteering-no = Volunteering can no longer be sent as a record.
amended-volunteering-minutes = Volunteering counts once for every { $is }, before for every { $was }.
amended-volunteering-terms = The terms for volunteering changed. The rulebook has the new ones.
amended-blood-yes = Blood donations can now be sent as a record.
amended-blood-no = Blood donations can no longer be sent as a record.
amended-blood-terms = The terms for blood donations changed. The rulebook has the new ones.
amended-other = Changed in a way that this version of Standing cannot put into words.
amended-from = From { $from }
amended-times = { $n ->
    [one] once
    [2] twice
    *[other] { $n } times
  }
amended-no-limit = no limit
amended-for-ever = does not expire
amended-not-said = not stated
amended-working-days = { $n ->
    [one] 1 working day
    *[other] { $n } working days
  }
