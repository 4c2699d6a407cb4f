# Settings, and every network access.
problem-text-size = The text size cannot be { $found }%.
  .safe = Your settings are unchanged.
  .todo = Choose between { $least } and { $most } percent.

network-note = By this phone’s time. Kept for 90 days, only on this phone.
network-none = This phone has not used the network yet.
network-total = { $n ->
    [one] 1 connection
    *[other] { $n } connections
  }: { $received } received, { $sent } sent.
network-size = { $received } received, { $sent } sent
access-public-metadata = Asked what is new in the public files
access-public-file = Fetched a public file
access-join = Connected with an authority
access-head = Asked whether something new has come
access-statements = Fetched statements
access-notices = Fetched notices
access-receipts = Fetched receipts
access-record = Sent a record
access-evidence = Sent a photo
access-register = Fetched the business register
access-lists = Fetched lists of businesses
access-products = Fetched the list of barcodes
access-other = Other: { $purpose }
outcome-done = Done
outcome-unchanged = Nothing new
outcome-sign-again = Asked to sign the request again (code { $status })
outcome-not-there = Not found there (code { $status })
outcome-said-no = Refused by the server (code { $status })
outcome-trouble = Fault at the server (code { $status })
outcome-led-away = Redirected to another address; not followed
outcome-no-answer = No answer
