# Settings, and every network access.
problem-text-size = { $found } percent is not a text size of this app.
  .safe = Your settings are unchanged.
  .todo = Choose between { $least } and { $most } percent.

network-note = By this phone’s clock. Kept for 90 days, only on this phone.
network-none = This phone has not used the network yet.
network-total = { $n ->
    [one] 1 access
    *[other] { $n } accesses
  }: { $received } received, { $sent } sent.
network-size = { $received } received, { $sent } sent
access-public-metadata = Asked what is new in the public files
access-public-file = Fetched a public file
access-join = Joined with the code from the letter
access-head = Asked whether something new has come
access-statements = Fetched statements
access-notices = Fetched notices
access-receipts = Fetched receipts
access-record = Sent a record
access-evidence = Sent a photo
access-register = Fetched the register of businesses
access-lists = Fetched lists of businesses
access-products = Fetched product codes
access-other = Something else: { $purpose }
outcome-done = Done
outcome-unchanged = Nothing new
outcome-sign-anew = Asked for a new signature (code { $status })
outcome-not-there = Not found there (code { $status })
outcome-said-no = The other side said no (code { $status })
outcome-trouble = The other side had a problem (code { $status })
outcome-led-away = Led elsewhere; not followed
outcome-no-answer = No answer
