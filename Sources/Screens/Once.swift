internal import Synchronization

/// A value that is computed when it is first asked for, once for a model and all its copies.
///
/// What a view reads on every key and only a change of the center can change: a list of ten thousand cases is judged
/// once, not at every press.
final class Once<Value: Sendable>: Sendable {
  private let kept = Mutex<Value?>(nil)

  func value(_ make: () -> Value) -> Value {
    kept.withLock { kept in
      if let kept { return kept }
      let made = make()
      kept = made
      return made
    }
  }
}
