internal import Alarms
internal import CaseFlow

extension CenterChecks {
  /// What is wrong with the thresholds, the crisis rule and the response plan as a whole, each fault at its value.
  ///
  /// Run last: an object in which something could not be read is not judged, because blanks stand in its place.
  func alarms() {
    let unread = Set(faults.faults.map(Place.init))
    for fault in file.alarms.faults(in: file.plan) where !faults.isEnough {
      let place = root.place(fault.path)
      if isTold(place) || place.missing == nil && isUnread(place.holder, unread) { continue }
      faults.add(place.value.fault(fault.sentence))
    }
  }

  /// Whether the reader has named the key that is missing.
  private func isTold(_ place: FieldPlace<Node>) -> Bool {
    guard let missing = place.missing else { return false }
    return faults.faults.contains(place.value.fault(JournalSentences.missing(missing)))
  }

  /// Whether something is wrong with an object itself or with one of its values.
  private func isUnread(_ object: Node, _ unread: Set<Place>) -> Bool {
    let values = ((try? object.fields()) ?? []).map(\.value)
    return ([object] + values).contains { unread.contains(Place($0.fault(""))) }
  }
}

/// Where a fault stands.
private struct Place: Hashable {
  let line: Int
  let column: Int

  init(_ fault: Fault) {
    line = fault.line
    column = fault.column
  }
}
