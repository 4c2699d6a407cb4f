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
action-larger-text = Large text, one thing per row
action-normal-text = Normal text
action-open = Open
action-read-aloud = Read aloud
action-record = Record a good deed
action-refresh = Refresh all
action-remove = Remove
action-replace = Replace
action-save-file = Save as a file
action-search = Search
action-see-checks = See the checks
action-show-amounts = Show amounts
action-stop = Stop
action-stop-reading = Stop reading
action-sync = Ask now
action-try-again = Try again

# What a screen reader says
reader-amount-hidden = Amount hidden
reader-chosen = Chosen
reader-expanded = Shown
reader-collapsed = Hidden
reader-step = Step { $n } of { $of }
reader-step-done = Done
reader-busy = At work
read-aloud-missing = This phone has no voice for this language. The phone’s settings can add one.

# States of a screen
screen-loading = One moment
screen-offline = No network
screen-offline-safe = Nothing is lost.
screen-empty = Nothing here yet
pane-empty = What you open stands here.

# Words for each state of a check
state-holds = Holds
state-unknown = Unknown
state-fails = Fails

# Words for each state of a record
queue-draft = Draft
queue-cooling-off = Waiting: time to think it over
queue-confirm = Waiting for your confirmation
queue-on-phone = On this phone only
queue-sending = Sending
queue-needs-you = Needs you
queue-received = Received
queue-under-review = Under review
queue-accepted = Accepted
queue-refused = Refused
queue-withdrawn = Withdrawn by you

# Words for each state of a business
listing-red = Red list · commended
listing-black = Black list · sanctioned
listing-was = Was listed, may have been repaired
listing-none = In the register, no listing
listing-none-note = Says nothing about quality
listing-not-in-register = Unknown: not in this register
listing-near = Compare the code before you open
listing-no-reply = No reply published

# Proofs
proof-how-sure = How sure is it?

# Words about an entry
told-not = No notice has reached this phone
entry-contested-tag = Contested by you

# Joining
join-title = Join
join-intro-1 = Standing keeps your score statements on this phone and checks each one.
join-intro-2 = It sends nothing that you have not agreed to.
join-intro-3 = Have the letter from your authority in your hand.
join-scan = Scan the code on the letter
join-type-link = Type the link
join-link-label = Link
join-link-hint = It begins with “standing:”.
join-connecting = You would connect to
join-look = See where the link leads
join-look-hint = Compare the name in bold with the letter. With “Continue”, this phone fetches the public files there.
join-code = Type the code from the letter
join-code-hint = It stays on this phone. Spaces, hyphens and capitals do not matter.
join-code-label = Code
join-send = Continue with this code
join-yours = Is this letter yours?
join-yours-hint = Parts are hidden on purpose.
join-yes = Yes, this is me
join-no = No, stop here
join-no-note = After “No”, the name and the new key are erased here. Ask for a new letter.
join-declined = You said that this letter is not yours.
join-declined-note = The name and the new key were erased here. Ask for a new letter.
join-leaves = What leaves this phone
join-without = Look up businesses without joining
join-joined = You have joined
membership-leave = Leave this authority
membership-leave-ask = Leave { $authority }?
join-another = Join another authority
register-add = Add a register of businesses
register-added = The register was added
register-groups = Type two groups of the fingerprint
register-groups-hint = Whoever publishes the register gives the fingerprint on paper, with the link. Count the groups from the left.
register-rely = Do you rely on this register?
register-rely-hint = If you do, its names and lists come first. If not, what it says is told below, as another register’s.
register-rely-yes = Yes, I rely on it
register-rely-no = No, only tell it below
register-remove = Remove this register
register-remove-ask = Remove { $publisher }?
register-remove-note = Its businesses and lists go from this phone, and it is not asked again.
register-fetching = Fetching the register
register-fingerprint = Fingerprint
register-none = Add one by its link. Businesses are then looked up on this phone, and nothing is sent.
register-host = Comes from
register-to-authority = This link leads to an authority, not to a register.

# Home
home-first = Nothing here yet
home-changes-none = Nothing changed
home-stars = Household stars
home-waiting-title = Waiting
home-alarms = Look at this first
home-perks = Perks and restrictions
home-statements = All statements
home-adds-up = How it adds up
home-newer = A newer one may exist.
home-needs-you = { $n ->
    [one] 1 record needs you
    *[other] { $n } records need you
  }
home-to-confirm = Is this letter yours?
home-to-confirm-note = Say yes or no first. Nothing is asked until then.
home-another-membership = Show another membership
home-stars-count = What the stars count

# Checks
checks-title = Checks
checks-hold = { $n ->
    [one] 1 holds
    *[other] { $n } hold
  }
checks-unknown = { $n } unknown
checks-fail = { $n ->
    [one] 1 fails
    *[other] { $n } fail
  }
checks-note = “Holds” means that this phone worked it out for itself. It does not say that an entry is fair or true.
checks-says = The statement says
checks-adds-up-to = Its own entries add up to
checks-difference = Difference

# Statement and entry
statement-points = Points
statement-so-far = So far
statement-total = Total
statement-not-counted = No longer counted
statement-changes = What changed
statement-previous = The one before
statement-next = The next one
statement-differs = It does not add up
statement-number = Number { $n }
entry-title = Entry
entry-points-word = { $n ->
    [one] point
    *[other] points
  }
entry-told = Were you told?
entry-origin = Where it comes from
entry-can-do = What you can do
entry-contest-later = Contesting from this phone comes with a later version. Until then: in writing, by the steps below.
entry-what-if = If it were removed

# Perks and the rulebook
perks-differ = Statement and rulebook disagree
perks-title = Perks and restrictions
rulebook-title = Rulebook
rulebook-open = Read the rulebook
rulebook-fingerprint = Fingerprint

# Businesses
search-label = Name or code
search-hint = Name, or the 18 characters of the code
search-private = Searched on this phone. Nothing is sent.
search-order = By name, never by listing
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
search-recent = Looked up lately
search-recent-erase = Erase what I looked up
search-no-register = No register on this phone yet
search-perhaps = Perhaps one of these
search-recent-ask = Erase everything that you looked up?
search-recent-note = They are kept on this phone only, and have never been anywhere else.
business-code = Code
business-code-valid = Code is valid
business-listings = { $n ->
    [one] 1 listing
    *[other] { $n } listings
  }
business-listings-title = Listings
business-reply = Its reply
business-licensee = Licensed to
business-others = Other registers
business-lists = What this rests on
business-wrong = Something wrong here? The office named above corrects it.
scan-title = Scan
scan-hint = Hold the code in the frame. Scanning sends nothing.
scan-type = Type it instead
scan-light = Light
scan-no-camera = The camera may not be used. Type the code instead, or allow the camera in the phone’s settings.
scan-again = Scan another code
scan-by-name = Search by name instead
scan-open-business = Show this business
scan-open-licensee = Show whom it is licensed to
scan-open-settings = Open the phone’s settings
scan-typed = Number or code
scan-typed-hint = The digits below the bars, or the 18 characters of the code

# Records
records-title = Records
records-none = No record yet
records-count = { $n ->
    [one] 1 record
    *[other] { $n } records
  }
records-need-you = { $n ->
    [one] 1 needs you
    *[other] { $n } need you
  }
records-first = Records go to an authority. Join one first, with its letter.
records-receipts = All receipts
records-new = What do you want to record?
kind-self-report = Something I did
kind-volunteering = Volunteering
kind-blood-donation = Blood donation
kind-photo = A photo of the proof helps
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
form-donation-code = Donation code
form-donation-code-hint = It stands on the certificate.
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
form-photo-cover = If your blood type is visible, cover it. It is not needed.
form-photo-size = { $size } MB
form-photo-coming = The photo is being read
form-photo-too-large = This photo is too large. Choose one under 40 MB.
form-photo-unreadable = This is not a photo that can be read here. Take it again, or choose another one.
form-photo-no-space = There is no room on this phone for the photo. Make room, then choose it again.
form-photo-lost = The photo is not here any more. Please choose it again.
photo-hint = Hold the paper flat, so that it fills the picture.
photo-shutter = Take it now
photo-taken = The photo that was taken
photo-check = Is everything sharp and easy to read?
photo-use = Use this photo
photo-again = Take it again
photo-missed = The camera gave no photo. Please try once more.
photo-no-camera = The camera may not be used. Choose a photo instead, or allow the camera in the phone’s settings.
photo-camera-missing = This phone has no camera. Choose a photo instead.
photo-camera-busy = The camera cannot be used now. Perhaps another app is using it. You can choose a photo instead.
form-put-right = { $n ->
    [one] 1 thing to put right
    *[other] { $n } things to put right
  }
form-look-again = { $n ->
    [one] 1 thing to look at again
    *[other] { $n } things to look at again
  }
form-what-happens = What happens with it
form-before = Before you go on
form-if-accepted = If accepted
form-if-nothing = If nothing is reported
form-duty = Whether there is a duty
form-waits = If you do keep it
form-begin = Go on to the form
form-send = Check and send
form-send-all-the-same = It is right: send it
form-keep-here = Keep on this phone
form-keep-draft = Keep as a draft
form-leave = Leave without keeping?
form-leave-note = What you typed is kept nowhere else.
form-stay = Stay here
form-leave-yes = Leave
form-optional = may stay empty
item-title = Record
item-what-happened = What happened
item-details = Details
item-says = What it says
item-attempts = Attempts to send it
item-photos = Photos
item-withdraw = Withdraw this record
item-withdraw-ask = Take this record back?
item-withdraw-note = You can withdraw until it is decided. The receipt stays on this phone either way.
item-withdraw-yes = Take it back
item-withdraw-no = Keep it as it is
item-retry = Try again now
item-confirm = Confirm and send
item-discard = Discard
item-edit = Edit
item-export = Save the record as a file
item-receipt = Receipt
item-receipt-save = Save the receipt as a file
item-proves = What it proves
item-proves-not = It does not prove that the record was accepted.
item-due = Answer due

# More
more-fresh = How fresh is it?
more-refresh-note = It fetches what is public, and what is yours. Nobody learns what you looked up.
more-network = Every network access
more-reading = Reading
more-privacy = Privacy
more-yours = Yours
more-memberships = Memberships
more-registers = Registers
more-about = About Standing
more-version = Version { $version }
more-licences = Licences
more-erase = Erase everything here
more-erase-ask = Erase everything on this phone?
more-erase-note = Keys, statements, receipts and unsent records on this phone are gone for good. What the authority holds stays there.
more-erase-type = Type “{ $word }” to go on
more-erase-word = erase
more-erased = Everything here was erased.
more-erased-note = Close the app. When you open it again, it begins anew.
setting-language = Language
setting-language-phone = As the phone
setting-language-english = English
setting-language-chinese = 简体中文
setting-elder = Large text, one thing per row
setting-text-size = Text size
setting-percent = { $n } %
setting-hide = Hide amounts
setting-hide-note = Until you tap the eye
setting-unmetered = Sync only without volume charges
setting-unmetered-note = Over mobile data nothing is synced. Joining and adding a register still work.
setting-photos = Send photos only over Wi-Fi
setting-photos-note = Records with photos wait for Wi-Fi.
setting-screenshots = Allow screenshots
setting-screenshots-note = You may need them as evidence.
setting-on = On
setting-off = Off

# Syncing
sync-now = Sync now
sync-running = Syncing
sync-stop = Stop syncing
sync-title = Sync
sync-stopping = Stopping after this step
sync-last = How the last one ended
sync-never = Nothing has been synced since the app was opened.
sync-safe = You may leave this page: it goes on.

# Outside the app: nothing about the person
notice-channel = News
notice-channel-note = That something is new, never what.
notice-new = There is something new.
notice-needs-you = A record needs you.
permission-camera = To scan codes, and to take photos of papers. Pictures stay on this phone until you send them.
permission-notices = So that Standing can tell you when something is new. What it is stays inside the app.
covered-screen = Standing
widget-note = Two ways into Standing. It shows nothing about you.

# An error that nobody foresaw
unexpected-happened = Something went wrong inside the app.
unexpected-safe = Nothing that you kept was changed.
unexpected-todo = Try again. If it happens again, close the app and open it.

# When the app cannot open
broken-title = Standing cannot open
broken-missing = The part of Standing that reads and checks everything is missing. This copy was made for another kind of phone than this one ({ $processor }).
broken-other = Two parts of Standing are of different versions. Perhaps an update was not finished.
broken-safe = What is kept on this phone is untouched.
broken-todo = Install Standing again from where you got it, without removing it first.
key-lost = This phone no longer has the key to what Standing keeps here.
key-lost-safe = Nobody can read it any more. The authority still holds your statements.
key-lost-todo = Erase what is left, then join again with a new letter from the authority.
key-lost-erase = Erase and begin again

# What comes from other apps, and what this phone cannot do
arrival-foreign = What was opened does not belong to Standing. Nothing was done with it.
arrival-photo-here = Another app shared a photo. It was not taken: the photo that you have here stays.
arrival-too-large = What was shared is too large. A photo may have at most { $n } MB.
arrival-unreadable = This photo cannot be read. Take it again, or choose another one.
camera-busy = The camera cannot be used now. Perhaps another app is using it. You can type instead.
camera-missing = This phone has no camera. You can type instead.
calendar-missing = This phone has no calendar that takes the day. Please note it yourself.
save-done = Saved
save-failed = The file could not be saved there. Choose another place.
save-no-space = There is no room for the file. Nothing was saved.

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
