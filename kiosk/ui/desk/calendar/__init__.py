"""The desk's calendar: the week, a day that is changed, a turn and who is in it."""
