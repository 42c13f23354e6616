// The room Drill; see docs/architecture.md.
