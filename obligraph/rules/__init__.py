"""The ground: what an obligation, a measure and a need are; the force table; catalogue packs; lint."""
