import Glibc

/// One line of standard input, or why it cannot be one.
enum InputLine: Equatable {
  case text(String)
  /// The line is longer than `CommandInput.bytesMax`; it was read to its end and dropped.
  case tooLong
  case holdsNUL
  case notUTF8
  /// The input ended before the line did: what is left of it may be less than was meant. Counted from 1.
  case cutShort(line: Int)
}

/// Command lines from a descriptor, each as soon as it is whole: whoever waits for the answer to one before writing the
/// next is answered.
struct CommandInput {
  /// Bytes of a line, far above any command; what is longer is no command.
  static let bytesMax = 16 * 1_024
  private static let chunkBytes = 64 * 1_024

  private let descriptor: Int32
  private var pending: [UInt8] = []
  /// Bytes of `pending` that have been taken as lines.
  private var taken = 0
  /// Bytes of `pending` in which no line end is left to find.
  private var searched = 0
  private var skips = false
  private var ended = false
  private var lines = 0

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// The next line, nil at the end of the input. CR before the line end does not belong to the line.
  mutating func next() -> InputLine? {
    while true {
      if let end = pending[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = pending[taken..<end]
        taken = end + 1
        searched = taken
        lines += 1
        if skips {
          skips = false
          return .tooLong
        }
        return CommandInput.line(lines == 1 ? CommandInput.withoutMark(line) : line)
      }
      searched = pending.count
      if pending.count - taken > CommandInput.bytesMax {
        skips = true
        pending.removeAll(keepingCapacity: true)
        (taken, searched) = (0, 0)
      }
      guard !ended else { return last() }
      read()
    }
  }

  /// What is left where the input ends: a program that was stopped, or a cable that was pulled, may have sent half a line.
  private mutating func last() -> InputLine? {
    defer { (taken, skips) = (pending.count, false) }
    return skips || taken < pending.count ? .cutShort(line: lines + 1) : nil
  }

  private mutating func read() {
    pending.removeFirst(taken)
    searched -= taken
    taken = 0
    var chunk = [UInt8](repeating: 0, count: CommandInput.chunkBytes)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { ended = true } else { pending.append(contentsOf: chunk[..<count]) }
      return
    }
  }

  /// What some programs write before a text that is UTF-8 belongs to no command.
  private static func withoutMark(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
  }

  private static func line(_ bytes: ArraySlice<UInt8>) -> InputLine {
    let bytes = bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes
    if bytes.count > bytesMax { return .tooLong }
    if bytes.contains(0) { return .holdsNUL }
    guard let text = String(validating: bytes, as: UTF8.self) else { return .notUTF8 }
    return .text(text)
  }
}
