package import CaseFlow

/// A party being entered field by field: what was typed so far, with every member.
package struct ArrivalForm: Hashable, Sendable {
  package init() {}
}

extension ArrivalForm {
  /// What the form asks for once it is complete.
  package func act(in context: EntryContext) throws(LineFault) -> Act { throw LineFault(0..<0, "") }
}
