"""What a page says of itself: dateline, byline, outlet, the days it states."""
