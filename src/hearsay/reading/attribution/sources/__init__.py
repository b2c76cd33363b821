"""Who a statement comes from: subjects, chains of sources, documents that speak, outlets."""
