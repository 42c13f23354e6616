/// Tells an Enter that is pressed from one that is held down, where Enter would record something.
///
/// An Enter behind another key counts at once. One that follows an Enter counts only when nothing, or another key, comes
/// after it: a key held down repeats, and what it repeats is never what somebody meant to record. The pause before a
/// keyboard begins to repeat is as long as that of a person who reads, so that only what follows tells them apart.
package struct HeldEnter: Equatable, Sendable {
  /// How long no other Enter may come, in nanoseconds: keyboards repeat after 25 to 92 ms, hands need longer.
  package static let silence: UInt64 = 100_000_000

  /// When Enter was last pressed, with no other key since.
  fileprivate var last: UInt64?
  /// When the Enter that waits counts, in nanoseconds of the clock that is handed in; nil while none waits.
  package fileprivate(set) var due: UInt64?
}

extension ViewState {
  /// The keys that count now, of one that was typed, or of none where only time has passed. O(1) beside `reduce`.
  package mutating func admit(_ key: Key?, at time: UInt64, _ model: BoardModel) -> [Key] {
    switch key {
    case nil:
      guard let due = enter.due, time >= due else { return [] }
      enter.due = nil
      return [.enter]
    case .enter: return admitEnter(at: time, model)
    case .resize, .unknown: return [key].compactMap { $0 }
    case let key?:
      defer { enter = HeldEnter() }
      return enter.due == nil ? [key] : [.enter, key]
    }
  }

  private mutating func admitEnter(at time: UInt64, _ model: BoardModel) -> [Key] {
    let isWaited = enter.due != nil
    let before = enter.last
    enter.last = time
    enter.due = nil
    guard let before, recordsByEnter(model) else { return [.enter] }
    if !isWaited, time >= before + HeldEnter.silence {
      enter.due = time + HeldEnter.silence
    } else {
      say(Wording.enterHeld, at: model.now)
    }
    return []
  }

  /// Whether Enter would record something here.
  private func recordsByEnter(_ model: BoardModel) -> Bool {
    var tried = self
    return reduce(.enter, model, &tried).contains(where: \.isEntry)
  }
}
