// Who came together, where one of them is a child alone: a legal split is not a physical one.

extension Center {
  /// The other children alone of the same party on roll: brothers, sisters, cousins. They stay side by side, and ORR is
  /// asked for them together.
  package func siblings(of item: Case) -> [Case] {
    guard item.isChildAlone else { return [] }
    return (parties[item.party]?.cases ?? []).compactMap { cases[$0] }.filter {
      $0.id != item.id && $0.isChildAlone && $0.isOnRoll
    }
  }

  /// For a child alone, the adults and families on roll who came with it; for them, the children alone. They stay side by
  /// side until the child's pick-up.
  package func companions(of item: Case) -> [Case] {
    (parties[item.party]?.cases ?? []).compactMap { cases[$0] }.filter {
      $0.id != item.id && $0.isOnRoll && $0.isChildAlone != item.isChildAlone
    }
  }

  /// The children alone on roll who came with adults or families of these cases and have nobody here once those have
  /// left, each once, in the order of the cases.
  package func childrenBeside(_ leaving: [CaseID]) -> [CaseID] {
    var children: [CaseID] = []
    for item in leaving.compactMap({ cases[$0] }) where !item.isChildAlone {
      let left = companions(of: item).filter { child in companions(of: child).allSatisfy { leaving.contains($0.id) } }
      children += left.map(\.id).filter { !children.contains($0) }
    }
    return children
  }
}

extension Case {
  /// Whether a referral to ORR stands where another's does: both asked, both accepted, or neither.
  package func hasSameReferral(as other: Case) -> Bool {
    (transfer.destination == .orr && transfer.askedAt != nil)
      == (other.transfer.destination == .orr && other.transfer.askedAt != nil)
      && (transfer.acceptedAt == nil) == (other.transfer.acceptedAt == nil)
  }
}
