# Dates, ages and lists.
date = { $day } { $month } { $year }
weekday-date = { $weekday } { $date }
quarter-1 = first quarter of { $year }
quarter-2 = second quarter of { $year }
quarter-3 = third quarter of { $year }
quarter-4 = fourth quarter of { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
ago-now = just now
ago-minutes = { $n ->
    [one] 1 minute ago
    *[other] { $n } minutes ago
  }
ago-hours = { $n ->
    [one] 1 hour ago
    *[other] { $n } hours ago
  }
ago-days = { $n ->
    [one] 1 day ago
    *[other] { $n } days ago
  }
days-today = today
days-in = { $n ->
    [one] tomorrow
    *[other] in { $n } days
  }
months-in = { $n ->
    [one] in 1 month
    *[other] in { $n } months
  }
years-in = { $n ->
    [one] in 1 year
    *[other] in { $n } years
  }
years-months-in = in { $n ->
    [one] 1 year
    *[other] { $n } years
  } and { $months ->
    [one] 1 month
    *[other] { $months } months
  }
days-ago = { $n ->
    [one] yesterday
    *[other] { $n } days ago
  }
list-comma = ,{" "}
list-last = { $first } and { $last }
size-none = nothing
size-small = under 1 kB
size-kb = { $n } kB
size-mb = { $n } MB
run = { $from } to { $to }
