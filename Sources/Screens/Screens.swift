// The room Screens; see docs/architecture.md.
