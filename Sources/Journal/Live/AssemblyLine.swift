internal import Dispatch
internal import Glibc

/// Work in three steps by as many threads as there are processors: pieces are taken in order by one thread at a time, made
/// ready by several at once, and put away in the same order by one thread at a time.
///
/// Whoever is free does what is next, so that no thread waits for a step that happens to be slow.
final class AssemblyLine<Raw, Ready> {
  private var mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private var changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var raw: [(number: Int, piece: Raw)] = []
  private var ready: [Int: Ready] = [:]
  private var taken = 0
  private var put = 0
  private var isTaking = false
  private var isPutting = false
  private var hasEnded = false

  /// Pieces between taking and putting away: what they need of memory is bounded.
  private static var ahead: Int { 16 }
  /// More threads than this find nothing to do: two of the steps are done by one at a time.
  private static var workersMax: Int { 4 }

  private enum Step {
    case take
    case prepare(Int, Raw)
    case put(Ready)
  }

  private init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(mutex)
    changed.deallocate()
    mutex.deallocate()
  }

  /// Runs until `take` has nothing more, or `put` answers false.
  ///
  /// `take` and `put` may run beside `prepare` and beside each other, but neither beside itself.
  static func run(
    take: @escaping () -> Raw?, prepare: @escaping (Raw) -> Ready, put: @escaping (Ready) -> Bool
  ) {
    let line = AssemblyLine()
    // Sound, though the compiler cannot see it: what the line holds is touched under its lock, and the line sees to it
    // that neither `take` nor `put` runs beside itself.
    nonisolated(unsafe) let work = {
      while let step = line.next() {
        switch step {
        case .take:
          let piece = take()
          line.change { $0.hasTaken(piece) }
        case .prepare(let number, let piece):
          let made = prepare(piece)
          line.change { $0.ready[number] = made }
        case .put(let piece):
          let goesOn = put(piece)
          line.change { $0.hasPut(goesOn) }
        }
      }
    }
    let workers = max(1, min(sysconf(Int32(_SC_NPROCESSORS_ONLN)), workersMax))
    DispatchQueue.concurrentPerform(iterations: workers) { _ in work() }
  }

  private func hasTaken(_ piece: Raw?) {
    isTaking = false
    // What was still being taken when `put` said stop is dropped: nothing follows a fault.
    guard let piece, !hasEnded else { return hasEnded = true }
    raw.append((taken, piece))
    taken += 1
  }

  private func hasPut(_ goesOn: Bool) {
    isPutting = false
    put += 1
    if !goesOn {
      hasEnded = true
      raw = []
      put = taken
    }
  }

  private func change(_ body: (AssemblyLine) -> Void) {
    pthread_mutex_lock(mutex)
    body(self)
    pthread_cond_broadcast(changed)
    pthread_mutex_unlock(mutex)
  }

  /// What a free thread does next, nil when everything is done.
  private func next() -> Step? {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while true {
      if !isPutting, let piece = ready.removeValue(forKey: put) {
        isPutting = true
        return .put(piece)
      }
      if let (number, piece) = raw.first {
        raw.removeFirst()
        return .prepare(number, piece)
      }
      if !isTaking, !hasEnded, taken - put < Self.ahead {
        isTaking = true
        return .take
      }
      if hasEnded, !isTaking, put == taken { return nil }
      pthread_cond_wait(changed, mutex)
    }
  }
}
