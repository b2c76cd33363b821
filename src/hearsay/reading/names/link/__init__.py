"""Which mentions of a page are one: appositions, short forms, descriptions, pronouns."""
