# Labels of the native apps. The core does not load this file: Android's strings and the string
# catalogs of iOS are made from it. A message is one text, without attributes; a choice is by the
# number $n only.

# The app
app-name = Standing
tab-home = Home
tab-businesses = Businesses
tab-records = Records
tab-more = More

# Actions
action-add-to-calendar = Add to calendar
action-back = Back
action-cancel = Cancel
action-change = Change
action-clear = Clear
action-close = Close
action-continue = Continue
action-copied = Copied
action-copy = Copy
action-done = Done
action-hide-amounts = Hide amounts
action-larger-text = Large text, one thing per line
action-normal-text = Normal text
action-open = Open
action-read-aloud = Read aloud
action-record = Record a good deed
action-refresh = Sync all
action-remove = Remove
action-replace = Replace
action-save-file = Save as a file
action-share = Send with another app
action-search = Search
action-see-checks = See the checks
action-show-amounts = Show amounts
action-stop = Stop
action-stop-reading = Stop reading
action-sync = Sync now
action-try-again = Try again

# What a screen reader says
reader-amount-hidden = Amount hidden
reader-chosen = Chosen
reader-ticked = Ticked
reader-not-ticked = Not ticked
reader-expanded = Open
reader-collapsed = Closed
reader-step = Step { $n } of { $of }
reader-step-done = Done
reader-busy = Working
read-aloud-missing = This phone has no voice for this language. You can add one in the phone’s settings.

# States of a screen
screen-loading = Loading
screen-offline = No network
screen-offline-safe = What is on this phone is unchanged.
screen-empty = Nothing here yet
pane-empty = What you open appears here.

# Words for each state of a check
state-holds = Passed
state-unknown = Unknown
state-fails = Failed

# Words for each state of a record
queue-draft = Draft
queue-cooling-off = Waiting: time to think it over
queue-confirm = Waiting for your confirmation
queue-on-phone = On this phone only
queue-sending = Sending
queue-needs-you = Needs your attention
queue-received = Delivered
queue-under-review = Under review
queue-accepted = Accepted
queue-refused = Not accepted
queue-withdrawn = Withdrawn by you

# Words for each state of a business
listing-red = Red list · commended
listing-black = Black list · sanctioned
listing-was = Was listed; may have been removed since
listing-none = In the register, not listed
listing-none-note = This says nothing about quality
listing-not-in-register = Not in this register
listing-near = Compare the code before you open
listing-no-reply = No reply published

# Proofs
proof-how-sure = How sure is this?

# Words about an entry
told-not = No notice has reached this phone
entry-contested-tag = Contested

# Joining
join-title = Connect with an authority
join-intro-1 = Standing keeps your score statements on this phone and checks each one.
join-intro-2 = It sends nothing without your consent; every connection is listed under More.
join-intro-3 = Have the letter from the authority at hand.
join-scan = Scan the code on the letter
join-type-link = Type the link
join-link-label = Link
join-link-hint = It begins with “standing:”.
join-connecting = This phone will connect with
join-look = See where the link leads
join-look-hint = Compare the name in bold with the letter. When you tap “Continue”, this phone fetches the public files there.
join-both = I have compared them: go on
join-code = Type the one-time code from the letter
join-code-hint = It stays on this phone. Spaces, hyphens and capitals do not matter.
join-code-label = One-time code
join-send = Continue with this code
join-yours = Is this letter for you?
join-yours-hint = For privacy, only part of the name is shown.
join-yes = Yes, this is me
join-no = No, stop here
join-no-note = If you choose “No”, the name and the new key are erased from this phone. You will need a new letter.
join-declined = You answered “No”.
join-declined-note = The name and the new key were erased from this phone. You will need a new letter.
join-leaves = What leaves this phone
join-without = Look up businesses without connecting
join-joined = You are connected
membership-leave = Disconnect from this authority
membership-leave-ask = Disconnect from { $authority }?
membership-leave-save = First save everything to a file
join-another = Connect with another authority
register-add = Add a business register
register-added = The register was added
register-groups = Type two groups of the matching code
register-groups-hint = The publisher of the register gives the matching code on paper, with the link. Count the groups from the left.
register-rely = Do you rely on this register?
register-rely-hint = If you do, its names and lists come first. If not, what it says is shown below, as another register’s.
register-rely-yes = Yes, I rely on it
register-rely-no = No, only show it below
register-remove = Remove this register
register-remove-ask = Remove { $publisher }?
register-remove-note = Its businesses and lists are removed from this phone, and this phone will not ask it again.
register-fetching = Fetching the register
register-fetch-now = Fetch it now
register-update-now = Update now
register-fingerprint = Matching code
register-none = Add one with its link. Businesses are then looked up on this phone, and nothing is sent.
register-host = Comes from
register-to-authority = This link leads to an authority, not to a register.

# Home
home-first = Nothing here yet
home-changes-none = Nothing changed
home-stars = Household stars
home-waiting-title = Waiting
home-alarms = Look at this first
home-perks = Benefits and restrictions
home-statements = All statements
home-adds-up = How the score adds up
home-newer = There may be a newer one.
home-needs-you = { $n ->
    [one] 1 record needs your attention
    *[other] { $n } records need your attention
  }
home-to-confirm = Is this letter for you?
home-to-confirm-note = Answer first. Until then Standing fetches nothing for it.
home-another-membership = Show another authority
home-stars-count = Points for the stars

# What comes next
forecast-title = What comes next
forecast-if-nothing = If nothing is added
forecast-as-of = On
forecast-score = Score
forecast-tier = Level
forecast-no-change = No change

# Checks
checks-title = Checks
checks-hold = { $n ->
    [one] 1 passed
    *[other] { $n } passed
  }
checks-unknown = { $n } unknown
checks-fail = { $n ->
    [one] 1 failed
    *[other] { $n } failed
  }
checks-note = “Passed” means that this phone checked it itself. It does not mean that an entry is fair or true.
checks-says = The statement says
checks-adds-up-to = Its own entries add up to
checks-difference = Difference

# Statement and entry
statement-points = Points
statement-so-far = So far
statement-total = Total
statement-not-counted = Not counted
statement-changes = What changed
statement-previous = Previous
statement-next = Next
statement-differs = It does not add up
statement-number = Statement { $n }
entry-title = Entry
entry-points-word = { $n ->
    [one] point
    *[other] points
  }
entry-told = Were you told?
entry-origin = Where it comes from
entry-can-do = What you can do
entry-told-all = Everything that is known about it
entry-contest = Contest this entry
star-told = When you were told of these stars: { $name }
star-contest = Contest these stars: { $name }
statement-contest = Contest this statement
letter-contest = Contest what this notice says
entry-repair = Credit repair
entry-what-if = If it were removed

# Perks and the rulebook
perks-differ = Statement and rulebook disagree
perks-title = Benefits and restrictions
perks-why = Why
perks-changes = What would change it
perks-till = Show at the till
perks-contest = Contest this
till-title = For the till
rulebook-title = Rulebook
rulebook-open = Read the rulebook
rulebook-fingerprint = Matching code

# Businesses
search-label = Name or code
search-hint = Name, or the 18 characters of the code
search-private = Searched on this phone. Nothing is sent.
search-order = Sorted by name. Being on a list changes nothing.
search-scan-product = Scan product
search-scan-licence = Scan licence
search-found = { $n ->
    [one] 1 found
    *[other] { $n } found
  }
search-none = Not found in the registers on this phone
search-similar = Similar name, another business
search-similar-note = No listing is shown until you open it, so that nobody is mixed up.
search-sound = { $n ->
    [one] 1 name by its pinyin
   *[other] { $n } names by their pinyin
  }
search-recent = Recent searches
search-recent-erase = Erase recent searches
search-no-register = No register on this phone yet
search-perhaps = Perhaps one of these
search-recent-ask = Erase all recent searches?
search-recent-note = They are kept on this phone only.
business-code = Business code
business-code-valid = Check character fits
business-listings = { $n ->
    [one] 1 listing
    *[other] { $n } listings
  }
business-listings-title = Listings
business-reply = Its reply
business-history = How it went
business-licensee = Barcode registered by
business-others = Other registers
business-lists = Lists this is based on
business-wrong = Something wrong here? Only the office that made the decision can correct it.
business-remedies = What the business can do
business-remedy-documents = To hand in
business-own = For the business itself: a letter to the office that made the decision. This phone sends nothing.
business-contest = Contest this listing by letter
business-letters = Letters written here
listing-letter = Letter about a listing
listing-read = Read and print the letter
listing-business = Open the business
listing-erase = Erase this letter
listing-erase-ask = Erase this letter and what you noted about it?
listing-erase-note = A letter that you printed stays as it is.
business-compare = Compare
business-watch = Watch
business-watch-stop = Stop watching
business-save = Save this answer
business-saved = Kept under “Saved answers”
compare-title = Compare
compare-add = Add a business
compare-leave-out = Leave out { $name }
compare-private = Compared on this phone. Nothing is sent.
watch-title = Watched businesses
watch-changed = Changed
watch-same = No change
watch-unknown = Unknown
watch-how = How watching works
watch-how-note = After each sync this phone compares whole lists. Nothing is sent: nobody learns what you watch. A notification says only that there is something new.
watch-stop-one = Stop watching { $name }
watch-stop-all = Stop watching all
watch-stop-ask = Stop watching all of them?
watch-stop-note = What was kept to compare them is erased.
answers-title = Saved answers
answers-export = Save as a file ({ $size })
answers-erase = Erase this answer
answers-erase-ask = Erase the answer about { $name }?
answers-erase-note = A file that you saved elsewhere stays there.
scan-title = Scan
scan-hint = Hold the code in the frame. Scanning sends nothing.
scan-type = Type it instead
scan-light = Light
scan-no-camera = Standing may not use the camera. Type the code, or allow the camera in the phone’s settings.
scan-again = Scan another code
scan-by-name = Search by name instead
scan-open-business = Show this business
scan-open-licensee = Show who registered the barcode
scan-open-settings = Open the phone’s settings
scan-photo = Photograph the licence
scan-photo-choose = Choose a photo of it
scan-photo-note = The text is read on this phone. The photo is not kept.
scan-photo-unread = No text could be read in this photo. Take it again in better light, or type the code.
scan-typed = Barcode number or business code
scan-typed-hint = The digits below the bars, or the 18 characters of the code

# Records
records-title = Records
records-none = No record yet
records-count = { $n ->
    [one] 1 record
    *[other] { $n } records
  }
records-need-you = { $n ->
    [one] 1 needs your attention
    *[other] { $n } need your attention
  }
records-first = Records go to an authority. Connect with one first; you need its letter.
records-receipts = All receipts
records-new = What do you want to record?
kind-self-report = Something I did
kind-volunteering = Volunteering
kind-blood-donation = Blood donation
kind-photo = A photo is asked for as evidence
kind-against = Rules that take points
form-date = Date
form-date-choose = Choose a date
form-today = Today
form-yesterday = Yesterday
form-month-before = The month before
form-month-after = The month after
form-rule = Which rule
form-description = In your words
form-organiser = Organiser
form-activity = What you did
form-minutes = How long
form-hours-part = Hours
form-minutes-part = Minutes
form-donation-code = Certificate number
form-donation-code-hint = It is printed on the certificate.
form-place = Place
form-donation = What was given
form-whole-blood = Whole blood
form-platelets = Platelets
form-volume = Volume
form-millilitres = { $n } ml
form-units = { $n ->
    [one] 1 unit
    *[other] { $n } units
  }
form-photo = Photo
form-photo-take = Take a photo
form-photo-choose = Choose a photo
form-photo-note = Place, time and camera are removed from the file.
form-photo-cover = Cover what is not needed: blood type, ID card number.
form-photo-size = { $size } MB
form-photo-coming = The photo is being read
form-photo-too-large = This photo is too large. Choose one under 40 MB.
form-photo-unreadable = This photo cannot be read. Take it again, or choose another one.
form-photo-no-space = There is no space on this phone for the photo. Free some space, then choose it again.
form-photo-lost = The photo is not here any more. Please choose it again.
photo-hint = Hold the paper flat, so that it fills the picture.
photo-shutter = Take it now
photo-taken = The photo that was taken
photo-check = Is everything sharp and easy to read?
photo-use = Use this photo
photo-again = Take it again
photo-missed = The camera gave no photo. Please try once more.
photo-no-camera = Standing may not use the camera. Choose a photo instead, or allow the camera in the phone’s settings.
photo-camera-missing = This phone has no camera. Choose a photo instead.
photo-camera-busy = The camera cannot be used now. Perhaps another app is using it. You can choose a photo instead.
form-put-right = { $n ->
    [one] 1 thing to correct
    *[other] { $n } things to correct
  }
form-look-again = { $n ->
    [one] 1 thing to check
    *[other] { $n } things to check
  }
form-what-happens = What happens with it
form-before = Before you go on
form-if-accepted = If accepted
form-if-nothing = If nothing is reported
form-duty = Whether there is a duty
form-waits = If you save it
form-begin = Continue to the form
form-send = Send
form-send-all-the-same = It is right, send it
form-keep-here = Save on this phone
form-keep-draft = Save as a draft
form-leave = Leave without saving?
form-leave-note = What you typed has not been saved.
form-stay = Stay here
form-leave-yes = Leave
form-optional = optional
item-title = Record
item-what-happened = What happened
item-details = Details
item-says = What it says
item-attempts = Attempts to send it
item-photos = Photos
item-photo-remove = Remove the photo from this phone
item-photo-remove-ask = Remove it from this phone?
item-photo-remove-yes = Remove
item-withdraw = Withdraw this record
item-withdraw-ask = Withdraw this record?
item-withdraw-note = You can withdraw it until it is decided. Either way the receipt stays on this phone.
item-withdraw-yes = Withdraw
item-withdraw-no = Keep it as it is
item-retry = Try again now
item-confirm = Confirm and send
item-discard = Discard
item-edit = Edit
item-export = Save the record as a file
item-receipt = Receipt
item-receipt-save = Save the receipt as a file
item-proves = What it shows
item-proves-not = It does not show that the record was accepted.
item-due = Answer due
deadline-line = { $label }: { $day }, { $away }

# More
more-fresh = Is everything in date?
more-refresh-note = Syncing fetches the public files and what is yours. Nobody is told which businesses you looked up.
more-network = Network log
more-reading = Text and language
more-privacy = Privacy
more-yours = Yours
more-memberships = Connected authorities
more-registers = Registers
more-about = About Standing
more-version = Version { $version }
more-licences = Licences
more-notices = Notifications
more-notices-on = On
more-rights = Ask about your data
more-archive = Take everything with you
archive-what = One file with your records and their photos, and every statement, notice and receipt that your authorities signed. Your private keys stay on this phone.
archive-check = Any computer can open it. There, “standing check” says which of it is genuine.
archive-warning = The file is not encrypted: whoever has it can read it. Keep it where only you can reach it.
more-erase = Erase everything here
more-erase-ask = Erase everything on this phone?
more-erase-note = Keys, statements, receipts and unsent records on this phone cannot be brought back. What the authority keeps is not affected.
more-erase-type = Type “{ $word }” to continue
more-erase-word = erase
more-erased = Everything on this phone was erased.
more-erased-note = Close Standing. When you open it again, it starts from the beginning.
setting-language = Language
setting-language-phone = As the phone
setting-language-english = English
setting-language-chinese = 简体中文
setting-elder = Large text, one thing per line
setting-text-size = Text size
setting-percent = { $n }%
setting-hide = Hide amounts
setting-hide-note = Shown when you tap the eye
setting-unmetered = Sync only without data charges
setting-unmetered-note = Nothing is synced over mobile data. Connecting and adding a register still work.
setting-photos = Send photos only over Wi-Fi
setting-photos-note = Records with photos wait for Wi-Fi.
setting-screenshots = Allow screenshots
setting-screenshots-note = You may need them as evidence.
setting-on = On
setting-off = Off

# The app lock.
setting-lock = Ask for your face, finger or phone code when Standing opens
setting-lock-note = It keeps others from looking into the app on your unlocked phone. It is not encryption: whoever can unlock the phone can open the app.
setting-lock-missing = This phone has no screen lock. Set one in the phone’s settings, then turn this on.
setting-lock-after = Ask again
setting-lock-at-once = Each time
setting-lock-one-minute = After 1 minute away
setting-lock-five-minutes = After 5 minutes away
lock-unlock = Unlock
lock-reason = Unlock Standing
lock-change = Change the app lock
lock-cancelled = You stopped before the phone could confirm that it is yours. Try again when you are ready.
lock-failed = The phone could not confirm that it is yours. Try again.
lock-too-often = Too many attempts. Lock the phone, unlock it with its code, then try again.
lock-missing = This phone has no screen lock, so it cannot confirm that it is yours. Set one in the phone’s settings, then try again. Nothing is lost.

# Syncing
sync-now = Sync now
sync-running = Syncing
sync-stop = Stop syncing
sync-title = Sync
sync-stopping = Stopping after this step
sync-last = Result of the last sync
sync-never = Nothing has been synced since Standing was opened.
sync-safe = You can leave this page; the sync continues.

# Outside the app: nothing about the person
notice-channel = News about your statements
notice-channel-note = That something is new, never what.
notice-new = There is something new.
notice-needs-you = A record needs your attention.
permission-camera = To scan codes, and to photograph documents. Pictures stay on this phone until you send them.
permission-face = To confirm that the phone is yours, if you turn on the app lock. The phone checks your face; Standing learns only the answer.
permission-notices = So that Standing can tell you when something is new. What it is stays inside Standing.
covered-screen = Standing
widget-note = Two shortcuts into Standing. Shows nothing about you.

# An error that nobody foresaw
unexpected-happened = Something went wrong in Standing.
unexpected-safe = Nothing that you saved was changed.
unexpected-todo = Try again. If it happens again, close Standing and open it again. If that does not help, restart the phone.

# When the app cannot open
broken-title = Standing cannot open
broken-missing = This copy of Standing was made for another kind of phone ({ $processor }), so a part of it is missing.
broken-other = Two parts of Standing have different versions. Perhaps an update was not finished.
broken-safe = What is on this phone is unchanged.
broken-todo = Install Standing again from where you got it. Do not remove it first: that would erase your data.
key-lost = This phone no longer has the key to what Standing keeps here.
key-lost-safe = What was here cannot be read any more, and records that were not sent are lost. What the authority keeps is not affected.
key-lost-todo = Erase what is left, then connect again with a new letter from the authority.
key-lost-erase = Erase and begin again

# What comes from other apps, and what this phone cannot do
arrival-foreign = This does not belong to Standing. Nothing was done with it.
arrival-photo-here = Another app shared a photo. Standing kept the photo that you already have here.
arrival-too-large = What was shared is too large. A photo may have at most { $n } MB.
arrival-unreadable = This photo cannot be read. Take it again, or choose another one.
camera-busy = The camera cannot be used now. Perhaps another app is using it. You can type instead.
camera-missing = This phone has no camera. You can type instead.
calendar-missing = No calendar on this phone can add this day. Please note it down.
save-done = Saved
save-failed = The file could not be saved there. Choose another place.
save-no-space = There is no space for the file. Nothing was saved.

# Notices
letters-title = Notices
letters-search = Search in notices
letters-with-date = With a date to keep
letters-rest = Nothing to do
letters-read-all = Mark all of these as read
letter-new = New
letter-text = What it says
letter-times = When it came
letter-about = What it is about
letter-mark-new = Mark as new

# Warnings
alarms-title = Warnings
alarms-aside = Put aside
alarm-look = Look at this warning
alarm-all = All warnings
alarm-reached = Reached this phone
alarm-dated = Its own date
alarm-signer = Signed by
alarm-code = Matching code
alarm-differs = What differs
alarm-differs-mark = Differs
alarm-means = What this means
alarm-explained = What explains it
alarm-save = Save all of it as a file
alarm-save-note = The file holds every document as it came, and a summary. Anybody can check the signatures in it.
alarm-put-aside = Put this warning aside
alarm-put-aside-note = You have it above, side by side. Nothing is deleted, and you can open it again.
alarm-reopen = Open again

# Reliance
register-rely-stop = Stop relying on it
register-rely-start = Rely on it

# Cases
cases-title = Cases
case-todo = What to do next
case-happened = What happened
case-steps = If you do not agree
case-documents = Documents
case-note-paper = Note that you handed it in on paper
case-note-answer = Note an answer that came on paper
case-save-days = Save the dates for a calendar
case-save-file = Save as a file for somebody who helps you
case-save-file-note = One file with a summary, the letter, the photos and the signed documents. “standing check” says which of it is genuine. The file is not encrypted: whoever has it can read it.
contest-grounds = What is wrong?
contest-tick = Tick everything that applies.
contest-words-label = Your words
contest-wants = What do you ask for?
contest-evidence = Evidence
contest-leaves = What is sent to whom
contest-go-on = Continue to the letter
contest-on-paper = I will hand it in on paper
contest-paper-only = Only on paper
contest-open-case = Open that case
letter-ways = Ways to send it
letter-sender = For the printed copy
letter-sender-note = Your name and address are only printed. They are not sent from this phone and not saved.
letter-sender-name = Name
letter-sender-address = Address
letter-print = Print or save as PDF
letter-no-printer = This phone cannot print. You can copy the letter by hand.
comply-open = I have done what was ordered
comply-measure = I have done what was ordered: { $name }
comply-day = Day on which you did it
measure-contest = Contest this restriction: { $name }
rights-desk-lead = You can ask each authority that this phone is connected with about the data it holds on you. If it refuses, the law requires it to say why. Choose whom to ask.
rights-desk-none = This phone is not connected with any authority.
answer-title = Answer on paper
answer-text = Note what the letter says. It stays your own note: this phone cannot check a signature on paper. If a signed answer arrives, it will take its place.
answer-day = Day on which it came
answer-says = What does it say?
answer-granted = It grants what I asked for
answer-partly = It grants part of it
answer-refused = It does not grant it
answer-other = It decides nothing
answer-note = Note it
answer-first = First choose the day, and what the letter says.
hand-in-title = Handed in on paper
hand-in-text = Note the day on which you handed the letter in. A photo of the stamp or of the post office’s slip can serve as evidence.
hand-in-day = Day
hand-in-note = Note it
hand-in-day-first = Choose the day first.

# How the score came about
story-every = Every statement
story-rulebooks = What changed in the rulebook
story-compare = Compare any two statements
compared-title = Two statements
compared-earlier = Earlier statement
compared-later = Later statement
compared-choose = Choose another statement
rulebooks-earlier = Earlier version
rulebooks-later = Later version
told-events = What is known, day by day
told-file = Save as a case file
told-file-inside = What is in the case file

# People on this phone
people-title = People on this phone
people-shown = Shown now
person-title = Whose connection is this?
person-change = Name, mark and lock
person-name = Name on this phone
person-name-hint = Leave it empty if the connection is yours. If you act for somebody, write what you call that person, such as “Father”.
person-mark = Mark
person-mark-circle = Circle
person-mark-square = Square
person-mark-triangle = Triangle
person-mark-diamond = Diamond
person-mark-hexagon = Hexagon
person-save = Save
person-lock = Lock this person’s pages
person-lock-note = Standing asks for your face, finger or phone code before it opens this person’s pages. It sends no notification when something comes for this person.
person-lock-change = Change the lock on a person’s pages
person-locked = The pages of { $name } are locked
person-locked-note = They open with your face, finger or phone code.
person-unlock-reason = Open the pages of { $name }
person-leave-reason = Disconnect for { $name }
person-joined = Is this connection for somebody you act for? Say whose it is.

# Help and words; how the app looks
help-title = Help and words
help-questions = Questions
help-words = Words
help-sample = Look at a sample
help-checks = What Standing checks
help-entry = What is said about one entry
setting-appearance = Appearance
setting-appearance-phone = As the phone
setting-appearance-light = Light
setting-appearance-dark = Dark
look-up-in-standing = Look up in Standing
shortcut-look-up = Look up a business
shortcut-scan = Scan a code
