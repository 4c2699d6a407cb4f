# Cases: contests, compliance, requests by right.

problem-no-case = There is no such case on this phone.
  .safe = What is on this phone is unchanged.
  .todo = Go back to Cases.
