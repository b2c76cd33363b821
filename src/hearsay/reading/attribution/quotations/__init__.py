"""Quotation marks: where quotations are, and whose words each is."""
