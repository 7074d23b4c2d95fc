"""A check's report printed, in each of the forms that people and programs read."""
