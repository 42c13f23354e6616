internal import Dispatch

/// What one more thread finds out beside the work that will ask for it.
///
/// Whoever waits holds no thread that the work needs: the work waits for nothing, and begins nothing beside itself.
///
/// Sound to share, though the compiler cannot see it: nobody reads the value before the thread has ended.
final class Aside<Value>: @unchecked Sendable {
  private let done = DispatchGroup()
  private var found: Value?

  /// Begins at once. `work` touches nothing that changes meanwhile.
  init(_ work: @escaping () -> Value?) {
    nonisolated(unsafe) let work = work
    DispatchQueue.global().async(group: done) { [self] in found = work() }
  }

  /// What was found, or nil when there was nothing; waits for it.
  var value: Value? {
    done.wait()
    return found
  }
}
