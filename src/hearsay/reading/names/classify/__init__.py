"""What a mention tells of its actor: offices, countries, sectors, kinds."""
