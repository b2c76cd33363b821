"""Whether an event took place: its status, with tense, voice, negation and modality."""
