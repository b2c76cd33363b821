"""The record as people use it: brief, published JSON, schema."""
