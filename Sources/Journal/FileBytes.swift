internal import Glibc

/// Reads whole files under a size limit.
package enum FileBytes {
  /// The largest file of text jpc takes in.
  package static let textBytesMax = 512 << 20
  private static let chunkBytes = 1 << 20

  /// The bytes of a text file that is neither empty nor larger than `bytesMax` and begins like UTF-8.
  ///
  /// A size known beforehand is checked before the first byte is read, and the first bytes before the rest, so that
  /// a gigabyte of zeros is refused at once.
  package static func readText(_ path: String, bytesMax: Int = textBytesMax) throws(ReadError) -> [UInt8] {
    let bytes = try read(path, bytesMax: bytesMax) { head throws(ReadError) in
      if let refusal = head.withUnsafeBufferPointer(TextRules.refusal(ofStart:)) {
        throw .malformed(Fault(file: path, line: 1, column: 1, message: "\(refusal)"))
      }
    }
    guard !bytes.isEmpty else { throw .empty(file: path) }
    return bytes
  }

  /// What a file holds, under a limit: `known` where it was read already, since a pipe gives it once, or what is in it.
  static func read(_ path: String, known: [UInt8]?, bytesMax: Int) throws(ReadError) -> [UInt8] {
    guard let known else { return try read(path, bytesMax: bytesMax) }
    guard known.count <= bytesMax else { throw .tooLarge(file: path, bytesMax: bytesMax) }
    return known
  }

  /// The bytes of any file up to `bytesMax`; `check` sees the first chunk before more is read.
  static func read(
    _ path: String, bytesMax: Int, check: ([UInt8]) throws(ReadError) -> Void = { _ throws(ReadError) in }
  ) throws(ReadError) -> [UInt8] {
    guard !path.isEmpty, !path.utf8.contains(0) else { throw .missing(file: path) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw failure(errno, path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(errno, path) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw .isDirectory(file: path) }
    let isFile = status.st_mode & S_IFMT == S_IFREG
    let size = isFile ? Int(status.st_size) : 0
    var bytes: [UInt8] = []
    if size <= bytesMax { bytes.reserveCapacity(size + 1) }
    var wanted = isFile && size <= bytesMax ? min(size + 1, chunkBytes) : 4096
    while true {
      let got = try append(wanted, from: descriptor, path, to: &bytes)
      if got == 0 { break }
      if bytes.count == got { try check(bytes) }
      guard bytes.count <= bytesMax, size <= bytesMax else { throw .tooLarge(file: path, bytesMax: bytesMax) }
      wanted = chunkBytes
    }
    return bytes
  }

  /// Appends up to `count` bytes read from a descriptor and returns how many came; 0 is the end.
  private static func append(
    _ count: Int, from descriptor: Int32, _ path: String, to bytes: inout [UInt8]
  ) throws(ReadError) -> Int {
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: count))
    while true {
      let got = bytes.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress! + start, count) }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw failure(errno, path) }
      bytes.removeLast(count - got)
      return got
    }
  }

  private static func failure(_ code: Int32, _ path: String) -> ReadError {
    switch code {
    case ENOENT, ENOTDIR, ENAMETOOLONG, ELOOP: .missing(file: path)
    case EISDIR: .isDirectory(file: path)
    case EACCES, EPERM: .notPermitted(file: path)
    default: .inputOutput(file: path, errno: code)
    }
  }
}
