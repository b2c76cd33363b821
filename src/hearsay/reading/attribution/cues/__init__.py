"""Words that tell of a statement: verbs, phrases, the model's tags, and what they govern."""
