# Syncing.
sync-asking = Syncing with { $name }
sync-register = Fetching the register of { $name }
sync-done = Done
sync-complete = Everything was fetched and sent.
sync-incomplete = Not everything could be fetched or sent.
sync-stopped = Stopped. What had arrived is kept.
sync-nothing = There is nothing to sync yet: connect with an authority or add a register first.
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
sync-waits-wifi = { $n ->
    [one] 1 record with a photo waits for Wi-Fi.
    *[other] { $n } records with photos wait for Wi-Fi.
  }
sync-register-done = The register and its lists are up to date (version { $n }).
sync-register-same = No newer version; version { $n } is still the latest here.
sync-register-gap = The register is up to date (version { $n }). This phone skipped the versions in between.
problem-metered = This network may charge for data, and you chose to sync only without data charges.
  .safe = Nothing was fetched or sent. What you recorded is kept on this phone.
  .todo = Sync again over Wi-Fi, or change this on the page More, under Sync.
