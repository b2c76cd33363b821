"""What each expression is counted from, in which direction, in which relation."""
