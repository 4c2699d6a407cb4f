# "Was I told?": when something happened, was recorded and reached the person.
told-reached = A notice about it reached this phone on { $date }.
told-not-reached = No notice about it has reached this phone.
told-happened = Happened
told-recorded = Recorded
told-recorded-by = by { $by }
told-stars-set = { $stars ->
    [one] 1 star set
    *[other] { $stars } stars set
  }
told-claimed = { $authority } says that it told you
told-contested = Contested
told-ends = No longer counts from this day on
told-perk-since = Benefit in effect
told-restriction-since = Restriction in effect
told-in-statement = In statement { $n }
told-measure-until = Last day, as stated
told-measure-over = No longer in statement { $n }
told-signed = Signed in statement { $n }
told-begins-here = This is the first statement on this phone. An earlier one may have it too.
told-seen = First seen on this phone, in statement { $n }
told-connected = It came when you connected this phone. An earlier phone may have had it before.
told-ended-in = No longer counts in statement { $n }
told-replaced-in = Replaced in statement { $n }
told-removed-in = Removed in statement { $n }
told-letter-dated = Date of notice { $n }
told-letter-channel = sent { $channel }, says { $authority }
told-letter-reached = Notice { $n } reached this phone
told-by-authority = date given by { $authority }
told-by-phone = by this phone’s time
told-before = Before this phone was connected
told-gap = Between { $from } and { $to } no notice about it reached this phone.
told-gap-now = From { $from } until today, { $today }, no notice about it has reached this phone.
told-gap-before = It is older than the connection of this phone on { $joined }. What reached you before that day is not known here.
told-claim-without = { $authority } says that it told you on { $date }. No notice of that day is on this phone. Paper letters are not seen here.
told-missing = Notices that are not on this phone, by number: { $run }. A missing one may be about this. Sync to fetch it.
told-unread = Notices that this phone cannot read, by number: { $run }. One of these may be about this. Update Standing.
told-gone = { $id } is no longer in statement { $n }. Entries must not disappear.
told-note = Dates that the authority gives are signed by it. The days on which something reached this phone are by this phone’s time, and nobody has signed them. Paper letters are not seen here.
told-no-basis = The rulebook names none
told-measure-id = Number in the rulebook

# The case file: a page and the signed originals.
case-inside = { $documents ->
    [one] One page in English and Chinese, and 1 signed original
    *[other] One page in English and Chinese, and { $documents } signed originals
  }. Nothing can be left out of a signed statement: it shows everything, not only this matter. The file is not encrypted: whoever has it can read it.
case-done = { $documents ->
    [one] In the file: one page in English and Chinese, and 1 signed original
    *[other] In the file: one page in English and Chinese, and { $documents } signed originals
  }. Nothing can be left out of a signed statement: it shows everything, not only this matter. The file is not encrypted: whoever has it can read it.
case-language = English
case-title = Was I told?
case-written = Written on { $date } by Standing, an app on the resident’s phone, from the signed documents there.
case-events = What happened when
case-day = Day
case-what = What
case-whose = Whose date
case-file = Original
case-origin = Where it comes from
case-files = Signed originals in this file
case-files-lead = Each with its SHA-256 checksum. Only these prove anything; this page is for reading.
case-check = To check them, run “standing check” with this file, the authority’s matching code and its public files. It also says which times are the phone’s own.
