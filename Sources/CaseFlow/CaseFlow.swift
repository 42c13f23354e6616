// The room CaseFlow; see docs/architecture.md.
