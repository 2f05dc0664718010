"""Documents to clauses, and clauses to typed rules."""
