# Joining.
link-known = { $name } is known to this app.
link-unknown = { $host } is not among the authorities that came with the app. That is usual for a village: the letter decides.
link-register-unknown = { $host } is not among the registers that came with the app. Compare the fingerprint.
link-now = Now
link-now-value = Nothing. Opening the link only shows this page.
link-code = With the code
link-code-value = A new key made on this phone, and the code.
link-yes = After “Yes, this is me”
link-yes-value = Requests for your statements, signed with that key.
link-never = Never
link-never-value = Your name, resident number, contacts, location.
link-register = To look up
link-register-value = Requests for public files. Nothing about you.
join-question = { $authority } answered that this letter belongs to { $hint }. Is that you?
membership-joined = Joined on { $date }.
membership-to-confirm = Not confirmed yet.

leave-text = Leaving { $authority } erases its statements, letters and your records with it from this phone, with the key. The authority keeps what it has.
leave-waiting = { $n ->
    [one] 1 record is not settled yet: this phone would no longer send it or fetch its receipt.
    *[other] { $n } records are not settled yet: this phone would no longer send them or fetch their receipts.
  }
