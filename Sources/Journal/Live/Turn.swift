internal import Glibc

/// Whose turn it is to write: the processes that share a data folder go one after another, and who waits longest goes
/// soon.
///
/// A courtesy only: what keeps the journal whole is its own lock, and the number that an entry expects. So a turn that is
/// not to be had, on a disk that takes no file or behind a process that was stopped in its turn, is done without.
///
/// Of a file without bytes, the place of who writes and the place of who is next are locked. Who has just written finds
/// the next place taken, and cannot write twice while others wait. A process that is killed leaves its places.
final class Turn {
  /// The file's name in a data folder.
  static let name = "turn"

  private let path: String
  /// Opened by who writes: reading leaves no file behind.
  private var descriptor: Int32 = -1

  /// The places, as offsets in the file.
  private static let writing = 0
  private static let next = 1
  /// Microseconds between two looks: fewer the longer one has waited, so that the oldest is the likeliest to be next.
  private static let pauses = 60...500
  private static let shorter = 10
  /// Seconds after which one goes on without a turn.
  private static let patience = 1
  /// `F_OFD_SETLK`, which the module of the C library leaves out: a lock of an open file and not of the process.
  private static let setLock: Int32 = 37

  init(_ folder: String) { path = "\(folder)/\(Turn.name)" }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Waits until it is one's turn, or for too long. Whoever is `first` does not queue, and waits for who writes alone.
  func take(first: Bool) {
    if descriptor < 0 { descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600) }
    guard descriptor >= 0 else { return }
    let end = Turn.seconds() + Turn.patience
    var pause = first ? Turn.pauses.lowerBound : Turn.pauses.upperBound
    for place in first ? [Turn.writing] : [Turn.next, Turn.writing] {
      while !set(place, F_WRLCK), Turn.seconds() <= end {
        usleep(UInt32(pause))
        pause = max(Turn.pauses.lowerBound, pause - Turn.shorter)
      }
    }
    if !first { set(Turn.next, F_UNLCK) }
  }

  /// Ends one's turn.
  func end() { set(Turn.writing, F_UNLCK) }

  @discardableResult
  private func set(_ place: Int, _ type: Int32) -> Bool {
    var lock = flock()
    lock.l_type = Int16(type)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = place
    lock.l_len = 1
    return fcntl(descriptor, Turn.setLock, &lock) == 0
  }

  /// Whole seconds that only go forward.
  private static func seconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec
  }
}
