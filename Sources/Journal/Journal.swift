// The room Journal; see docs/architecture.md.
