# Joining.
link-known = { $name } is known to this app.
link-unknown = This link leads to { $iss }. Its public files are at { $host }. Nothing proves yet whose link this is.
link-register-unknown = { $host } is not among the registers that came with the app. Type two groups of the fingerprint from the paper.
link-group = Group { $n }
link-now = Now
link-now-value = Nothing. Opening the link only shows this page.
link-look = With “Continue”
link-look-value = Requests for public files. Nothing about you.
link-code = After the code
link-code-value = A new key made on this phone, and a proof that you know the code. The code itself stays here.
link-yes = After “Yes, this is me”
link-yes-value = Requests for your statements, signed with that key.
link-never = Never
link-never-value = Your name, resident number, contacts, location.
link-register = To look up
link-register-value = Requests for public files. Nothing about you.
preview-claim = It calls itself “{ $name }”.
preview-unproved = Nothing proves this yet. The code from the letter proves it: the code stays on this phone, and the other side must show that it knows it, too.
preview-authority = Authority
preview-host = The proof goes to
preview-files = Public files
preview-zone = Its days are those of
join-question = { $authority } knows the code, and answered that this letter belongs to { $hint }. Is that you?
membership-joined = Joined on { $date }.
membership-to-confirm = Not confirmed yet.

leave-text = Leaving { $authority } erases its statements, letters and your records with it from this phone, with the key. The authority keeps what it has.
leave-waiting = { $n ->
    [one] 1 record is not settled yet: this phone would no longer send it or fetch its receipt.
    *[other] { $n } records are not settled yet: this phone would no longer send them or fetch their receipts.
  }
