# Syncing.
sync-asking = Syncing with { $name }
sync-register = Fetching the register of { $name }
sync-done = Done
sync-complete = Everything was fetched and sent.
sync-incomplete = Not everything could be fetched or sent.
sync-asks-first = Business register updates ({ $size }) are waiting for Wi-Fi or another network without data charges. You can also fetch them now.
sync-register-now = The business register was synced.
sync-stopped = Stopped. What had arrived is kept.
sync-locked = The phone is locked: only records are sent.
sync-nothing = There is nothing to sync yet: connect with an authority or add a register first.
sync-person-locked = Locked. Open this person’s pages to see the result.
sync-no-news = Nothing new.
sync-news = { $what }.
sync-statements = { $n ->
    [one] 1 statement
    *[other] { $n } statements
  }
sync-notices = { $n ->
    [one] 1 notice
    *[other] { $n } notices
  }
sync-receipts = { $n ->
    [one] 1 receipt
    *[other] { $n } receipts
  }
sync-sent = { $n ->
    [one] 1 record sent
    *[other] { $n } records sent
  }
# What waits, on Home, Records and Sync alike.
waits = { $n ->
    [one] 1 record waits: { $why }.
    *[other] { $n } records wait: { $why }.
  }
waits-next-sync = { $n ->
    [one] 1 record waits for the next sync.
    *[other] { $n } records wait for the next sync.
  }
waits-for-you = { $n ->
    [one] 1 record needs your attention.
    *[other] { $n } records need your attention.
  }
waits-cooling-off = Standing asks you again before sending
waits-wifi = photos are sent over Wi-Fi only
waits-still-running = the server is still working on an earlier attempt
waits-unreachable = there is no connection
waits-silent = the server does not answer
waits-unwell = the server has a fault
waits-told = the server asked this phone to wait
waits-not-let-in = the server does not let this phone in
waits-unverified = the answers of the server cannot be verified
waits-next-try = Next try at { $time }.
waits-next-try-on = Next try on { $date } at { $time }.
waits-asks-again = That is on { $date }.
sync-register-done = The business register and its lists were updated (version { $n }, { $size } fetched).
sync-register-same = No newer version; version { $n } is still the latest here.
sync-register-gap = The register is up to date (version { $n }). This phone skipped the versions in between.
problem-metered = This network may charge for data, and you chose to sync only without data charges.
  .safe = Nothing was fetched or sent. What you recorded is kept on this phone.
  .todo = Sync again over Wi-Fi, or change this on the page More, under Sync.
