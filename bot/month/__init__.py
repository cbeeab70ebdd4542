"""A month played on the whole bot: people with phones, their scripts, and what must have come of it."""
