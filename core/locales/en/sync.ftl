# Syncing.
sync-asking = Asking { $name }
sync-register = Fetching the register of { $name }
sync-done = Done
sync-complete = Everything is up to date.
sync-incomplete = Not everything could be brought up to date.
sync-stopped = Stopped. What had arrived is kept.
sync-nothing = There is nothing to sync yet: join an authority or add a register first.
sync-no-news = Nothing new.
sync-news = New: { $what }.
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
sync-register-done = The register and its lists are up to date (edition { $n }).
sync-register-same = No newer register since; edition { $n } stands.
sync-register-gap = The register is up to date (edition { $n }); editions in between were never seen by this phone.
problem-metered = This network charges by volume, and you chose to sync only without volume charges.
  .safe = Nothing was fetched or sent. What you recorded is kept on this phone.
  .todo = Sync again over Wi-Fi, or change it under Settings.
