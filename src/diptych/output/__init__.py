"""A check's result printed, in each of the forms that people and programs read."""
