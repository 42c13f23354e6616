internal import CaseFlow
internal import Crypto

/// The chain over a journal: each link is a SHA-256 over the link before, the command and the line of a record, so that
/// no line can be changed, left out or moved without every later link being another.
///
///     link(0) = SHA-256(site ‖ 0x00 ‖ header line)
///     link(n) = SHA-256(link(n-1) ‖ command ‖ 0x00 ‖ line)
///
/// Lines are hashed as they stand in the file, without a line end. No site and no command holds a zero byte.
struct Chain {
  /// The last link.
  private(set) var link: [UInt8]
  /// What is hashed next: kept for its memory.
  private var text: [UInt8] = []

  /// Bytes of a link.
  static let linkBytes = 32

  /// A chain without records.
  init(site: Code, header: [UInt8]) {
    link = Array(SHA256.hash(data: Array(site.text.utf8) + [0] + header))
  }

  /// A chain that goes on after `link`, of `linkBytes` bytes.
  init(after link: [UInt8]) { self.link = link }

  /// Whether a link that was kept is the last one.
  func ends(with kept: UnsafeRawBufferPointer) -> Bool {
    link.withUnsafeBufferPointer { $0.holds(kept.assumingMemoryBound(to: UInt8.self)) }
  }

  /// Adds the line of a record.
  mutating func add(command: UnsafeRawBufferPointer, line: UnsafeRawBufferPointer) {
    text.removeAll(keepingCapacity: true)
    text.append(contentsOf: link)
    text.append(contentsOf: command)
    text.append(0)
    text.append(contentsOf: line)
    var hash = SHA256()
    text.withUnsafeBytes { hash.update(bufferPointer: $0) }
    link.withUnsafeMutableBytes { bytes in hash.finalize().withUnsafeBytes { bytes.copyMemory(from: $0) } }
  }
}
