"""Where names, descriptions and pronouns stand on a page."""
