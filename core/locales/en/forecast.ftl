# What comes next if nothing is added.
forecast-heading = { $score } on { $date }. If nothing is added, the dates that are already set change it as follows:
forecast-ends = stops counting on { $date }
forecast-begins = starts counting on { $date }
forecast-tier-down = Below { $at }: “{ $from }” becomes “{ $to }”.
forecast-tier-up = From { $at }: “{ $from }” becomes “{ $to }”.
forecast-version = By then, version { $version } of the rulebook applies.
forecast-opens = Becomes available: { $names }.
forecast-closes = No longer available: { $names }.
forecast-begins-to-apply = Begins to apply: { $names }.
forecast-lifts = No longer applies: { $names }.
forecast-later = There are more changes after that, the last one on { $date }.
forecast-caveat = This is arithmetic, not a promise. This phone calculated it from the newest statement and its rulebook. New entries, new stars or a new version of the rulebook change it.
forecast-next = { $short } short of “{ $tier }”
forecast-next-from = “{ $tier }” begins at { $from }.
forecast-next-opens = It makes available: { $names }.
forecast-next-lifts = It lifts: { $names }.
forecast-next-nothing = By the rulebook, it gives no further benefits and lifts no restrictions.
forecast-room = What can still count in { $year }, by version { $version } of the rulebook
forecast-room-note = The count runs until 31 December { $year } and starts again at zero the next day.
forecast-room-unknown = This phone has no statement of { $year } yet, so it cannot show what was counted in { $year }.
forecast-used = { $used } of { $max } counted this year.
forecast-used-unlimited = { $used ->
    [0] None this year. There is no limit.
    *[other] { $used } this year. There is no limit.
  }
forecast-up-to = up to { $points }
forecast-each = { $points } each
