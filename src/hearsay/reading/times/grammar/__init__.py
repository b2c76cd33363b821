"""The grammar of time expressions: atoms, rules, builders, and phrases joined."""
