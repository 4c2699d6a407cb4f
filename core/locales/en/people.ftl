# People on this phone, and whose each connection is.
people-text = { $people ->
    [one] 1 person
    *[other] { $people } people
  }, { $connections ->
    [one] 1 connection
    *[other] { $connections } connections
  }. Each connection is kept apart, with a key of its own.
people-kept = These names and marks are only on this phone. Standing tells no authority who else uses it.
people-hints = Names with “∗” come from the authorities. Parts of them are hidden on purpose.
person-you = You
person-acts = You act for { $name }.
person-acting = This phone was connected with the code from { $name }’s letter. What you send from here counts as sent by { $name }, who can have the connection ended at the authority, without this phone.
problem-person-name = The name is longer than { $most } characters.
  .safe = Nothing was changed.
  .todo = Choose a shorter name, such as “Father”.
problem-person-number = This looks like an ID card number.
  .safe = It was not saved.
  .todo = Choose a name, such as “Father”.
