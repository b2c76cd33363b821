"""When an event was, by the expressions of its page."""
