# People on this phone, and whose each connection is.
people-text = { $people ->
    [one] 1 person
    *[other] { $people } people
  }, { $connections ->
    [one] 1 connection
    *[other] { $connections } connections
  }. Each connection is kept apart, with a key of its own.
people-kept = These names and marks are only on this phone. Standing tells no authority who else uses this phone.
people-hints = Names with “∗” come from the authorities. Parts of them are hidden on purpose.
person-you = You
person-acts = You act for { $name }.
person-acting = This phone was connected with the one-time code from { $name }’s letter. To the authority, what you send from here comes from { $name }, who can ask the authority to end the connection, without this phone.
person-damaged = Name damaged ({ $n })
person-damaged-note = The name for this connection is damaged on this phone.
person-damaged-todo = Say again whose connection this is. Until then, its pages open only with your face, finger or phone code.
problem-person-name = The name is longer than { $most ->
    [one] 1 character
    *[other] { $most } characters
  }.
  .safe = Nothing was changed.
  .todo = Choose a shorter name, such as Father.
problem-person-number = This looks like an ID card number.
  .safe = It was not saved.
  .todo = Choose a name, such as Father.
