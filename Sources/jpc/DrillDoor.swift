import CaseFlow
import Glibc
import Journal
import Screens

/// Where other terminals join a drill: a socket in its folder, for its owner alone.
struct DrillDoor {
  /// Readable when somebody knocks.
  let descriptor: Int32
  private let folder: String

  static let name = "drill.sock"

  init(_ folder: String) throws(Failure) {
    self.folder = folder
    descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | O_CLOEXEC | O_NONBLOCK, 0)
    let mask = umask(0o177)
    defer { umask(mask) }
    var bound = DrillDoor.withAddress(folder) { bind(descriptor, $0, $1) }
    if bound != 0, errno == EADDRINUSE {
      guard !DrillDoor.isAnswered(folder) else {
        throw Failure(
          sentence: "\(folder): a drill is being played there; join it with --join, or name another folder with --out",
          status: 73)
      }
      // A drill that was killed left its door behind.
      unlink("\(folder)/\(DrillDoor.name)")
      bound = DrillDoor.withAddress(folder) { bind(descriptor, $0, $1) }
    }
    guard descriptor >= 0, bound == 0, listen(descriptor, 8) == 0 else {
      throw Failure(
        sentence: "\(folder): other terminals cannot join there (\(String(cString: strerror(errno)))); "
          + "name another folder with --out", status: 74)
    }
  }

  /// The next who knocks, or nil.
  func admit() -> Int32? {
    let guest = accept(descriptor, nil, nil)
    guard guest >= 0 else { return nil }
    guard fcntl(guest, F_SETFD, FD_CLOEXEC) == 0, fcntl(guest, F_SETFL, O_NONBLOCK) == 0 else {
      Glibc.close(guest)
      return nil
    }
    return guest
  }

  func close() {
    unlink("\(folder)/\(DrillDoor.name)")
    Glibc.close(descriptor)
  }

  /// A connection to the drill of a folder.
  static func knock(_ folder: String) throws(Failure) -> Int32 {
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | O_CLOEXEC, 0)
    guard descriptor >= 0, withAddress(folder, { connect(descriptor, $0, $1) }) == 0 else {
      Glibc.close(descriptor)
      throw Failure(
        sentence: "\(folder): no drill is played there; name the folder that its board was given", status: 66)
    }
    return descriptor
  }

  /// Whether somebody is behind a folder's door.
  private static func isAnswered(_ folder: String) -> Bool {
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | O_CLOEXEC, 0)
    defer { Glibc.close(descriptor) }
    return withAddress(folder) { connect(descriptor, $0, $1) } == 0
  }

  /// The address of a folder's socket. Paths of sockets are short, so it is named by way of the opened folder.
  private static func withAddress(_ folder: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
    let opened = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard opened >= 0 else { return -1 }
    defer { Glibc.close(opened) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let path = Array("/proc/self/fd/\(opened)/\(name)".utf8)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<sockaddr_un>.size)) }
    }
  }
}

/// A terminal that joined: what comes from it and what goes to it. Nothing here ever waits for it.
struct DrillGuest {
  let descriptor: Int32
  private var reader = WireReader()
  private var outgoing: [UInt8] = []
  private var shown: Frame?
  /// Whether somebody sits there: until its first message nobody does.
  var isSeated = false
  private(set) var isGone = false

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// What has come since; where the terminal is gone or talks nonsense, `isGone`.
  mutating func messages() -> [GuestMessage] {
    guard !isGone else { return [] }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(descriptor, &buffer, buffer.count)
    if count == 0 || count < 0 && errno != EAGAIN && errno != EINTR { isGone = true }
    guard count > 0 else { return [] }
    reader.feed(buffer[..<count])
    var messages: [GuestMessage] = []
    while true {
      guard let next = reader.next() else {
        isGone = true
        return messages
      }
      guard let (letter, body) = next else { return messages }
      guard let message = GuestMessage(letter, body) else {
        isGone = true
        return messages
      }
      messages.append(message)
    }
  }

  /// Shows a frame; one that is the same costs nothing, and who does not read gets the newest later.
  mutating func show(_ frame: Frame) {
    guard outgoing.isEmpty, frame != shown else { return flush() }
    send(.frame(frame.bytes(after: shown)))
    shown = frame
  }

  /// Says that the drill goes on; who does not read need not hear it twice.
  mutating func beat() { outgoing.isEmpty ? send(.heard) : flush() }

  mutating func send(_ message: HostMessage) {
    outgoing += message.bytes
    flush()
  }

  /// Says that it is over, and closes the connection.
  mutating func end(_ sentence: String) {
    leave(sentence)
    close()
  }

  /// Whoever sits there leaves; the connection is closed when nobody asks it any more.
  mutating func leave(_ sentence: String = "") {
    send(.end(sentence))
    isGone = true
  }

  func close() { Glibc.close(descriptor) }

  mutating func flush() {
    while !outgoing.isEmpty {
      let count = outgoing.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno != EAGAIN { isGone = true }
      guard count > 0 else { return }
      outgoing.removeFirst(count)
    }
  }
}
