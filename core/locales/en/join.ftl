# Joining.
link-known = { $name } is in the list that comes with Standing.
link-unknown = This link leads to { $iss }. Its public files are at { $host }. Nothing proves yet whose link this is. Go on only if the office itself gave you the letter.
link-register-unknown = The registers that come with Standing do not include { $host }. Type two groups of the matching code from the publisher’s paper.
link-group = Group { $n }
link-now = Now
link-now-value = Nothing. Opening the link only shows this page.
link-look = With “Continue”
link-look-value = Requests for public files. Nothing about you.
link-code = After the one-time code
link-code-value = A new key made on this phone, and a proof that you know the code. The code tells the authority who you are; it stays on this phone.
link-yes = After “Yes, this is me”
link-yes-value = Requests for your statements, signed with that key; later the records that you send.
link-never = Not added by Standing
link-never-value = Your name, ID card number, contacts and location.
link-register = To look up
link-register-value = Requests for public files. Nothing about you.
preview-claim = It calls itself “{ $name }”.
preview-unproved = Nothing proves this yet. The one-time code from the letter will: it stays on this phone, and the other side must show that it knows it, too.
preview-authority = Authority
preview-host = The proof goes to
preview-files = Public files
preview-zone = Its days are those of
preview-joined = Already connected on this phone
preview-joined-note = Go on if the letter is for somebody else in your household, or is a new letter for this phone. Each resident’s score is kept separately.
preview-joined-address = { $host } is asked only if the authority’s own addresses do not answer.
namesake-title = An authority on this phone has the same name
namesake-text = Two authorities can have the same name, and a name can also be copied. Compare the lines below with your letter. If one differs, do not go on: ask the authority in person.
namesake-offered = The authority of this link
namesake-held = Already on this phone
namesake-name = Name
namesake-root = Matching code
namesake-then = If you go on, both are shown with their address in brackets from now on.
join-question = { $authority } knows the code, and says that this letter is for { $hint }. Is that you?
membership-joined = Connected on { $date }.
membership-to-confirm = Not confirmed yet: is the letter yours?

leave-text = If you disconnect from { $authority }, this phone erases its statements and notices, your records with it, and the key. The authority keeps what it has.
leave-waiting = { $n ->
    [one] 1 record is not settled yet: this phone will no longer send it or fetch its receipt.
    *[other] { $n } records are not settled yet: this phone will no longer send them or fetch their receipts.
  }
