// The room Alarms; see docs/architecture.md.
