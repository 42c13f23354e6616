internal import Glibc

/// One strictly read JSON text: the bytes as they came and the flat list of their pieces.
///
///     let document = try JSONDocument(parsing: line.bytes)
///     let seq = try document.root.field("seq").integer(in: 0...Int64.max)
///
/// It keeps the whole file's bytes alive rather than copying its line out of them.
package final class JSONDocument: Sendable {
  let bytes: [UInt8]
  let range: Range<Int>
  let nodes: [JSONNode]
  /// The file as the operator named it.
  package let file: String?
  /// The line the text begins on, from 1.
  package let line: Int

  /// Reads `range` of `bytes` (all of it by default) as exactly one JSON value, or throws the first fault.
  ///
  /// O(bytes); refuses duplicate keys, whatever is not in RFC 8259, and what may not stand in text.
  package init(
    parsing bytes: [UInt8], range: Range<Int>? = nil, file: String? = nil, line: Int = 1
  ) throws(Fault) {
    let range = range ?? bytes.indices
    self.bytes = bytes
    self.range = range
    self.file = file
    self.line = line
    do throws(JSONStop) {
      self.nodes = try bytes.withUnsafeBufferPointer { buffer throws(JSONStop) -> [JSONNode] in
        // The parser lives inside this closure and so never outlives the buffer it borrows.
        var parser = JSONParser(bytes: UnsafeBufferPointer(rebasing: buffer[range]), nodes: [])
        parser.nodes.reserveCapacity(32)
        try parser.parse()
        return parser.nodes
      }
    } catch {
      let place = Fault.place(of: range.lowerBound + error.offset, in: bytes, from: range.lowerBound, firstLine: line)
      throw Fault(file: file, line: place.line, column: place.column, message: error.message)
    }
  }

  /// The values of lines of a text, each exactly one value, up to the first line that is none; and what is wrong with that.
  ///
  /// One list of pieces for all of them: a document of its own for each line of a long journal costs as much as reading it.
  static func roots(of lines: [Range<Int>], in bytes: [UInt8]) -> (roots: [JSONValue], fault: Fault?) {
    // Places in a text are kept in 32 bits; lines so long that they do not fit together are read one by one.
    guard bytes.count <= Int(Int32.max) else { return longRoots(of: lines, in: bytes) }
    var starts: [Int] = []
    var stopped: JSONStop?
    let nodes = bytes.withUnsafeBufferPointer { buffer -> [JSONNode] in
      var parser = JSONParser(bytes: buffer, nodes: [])
      parser.nodes.reserveCapacity(lines.count * usualPieces)
      starts.reserveCapacity(lines.count)
      for line in lines {
        let start = parser.nodes.count
        do throws(JSONStop) {
          try parser.parse(line, of: buffer)
        } catch {
          stopped = error
          break
        }
        starts.append(start)
      }
      return parser.nodes
    }
    let document = JSONDocument(nodes, of: bytes)
    let fault = stopped.map { document.fault(at: $0.offset, $0.message) }
    return (starts.map { JSONValue(document: document, index: $0) }, fault)
  }

  private static func longRoots(of lines: [Range<Int>], in bytes: [UInt8]) -> (roots: [JSONValue], fault: Fault?) {
    var roots: [JSONValue] = []
    for line in lines {
      do throws(Fault) { roots.append(try JSONDocument(parsing: bytes, range: line).root) } catch {
        return (roots, error)
      }
    }
    return (roots, nil)
  }

  /// The pieces of a usual line of a journal.
  private static let usualPieces = 24

  private init(_ nodes: [JSONNode], of bytes: [UInt8]) {
    self.bytes = bytes
    self.nodes = nodes
    range = bytes.indices
    file = nil
    line = 1
  }

  /// The one value of the document.
  package var root: JSONValue { JSONValue(document: self, index: 0) }

  /// A fault at a byte offset counted from the document's first byte.
  func fault(at offset: Int, _ message: String) -> Fault {
    let place = Fault.place(of: range.lowerBound + offset, in: bytes, from: range.lowerBound, firstLine: line)
    return Fault(file: file, line: place.line, column: place.column, message: message)
  }

  /// Lends the raw bytes of a piece.
  func withBytes<Result>(of node: JSONNode, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { buffer in
      let start = range.lowerBound
      return body(UnsafeBufferPointer(rebasing: buffer[start + Int(node.start)..<start + Int(node.end)]))
    }
  }

  /// Whether a string or key is `word`, byte for byte; allocates only when it has escapes.
  func text(_ node: JSONNode, is word: StaticString) -> Bool {
    let expected = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    return withBytes(of: node) { raw in
      if node.escaped { return JSONParser.decoded(raw, escaped: true).elementsEqual(expected) }
      return raw.holds(expected)
    }
  }

  /// The text of a string or key with its escapes resolved.
  func text(_ node: JSONNode) -> String {
    withBytes(of: node) { raw in
      if node.escaped { return String(decoding: JSONParser.decoded(raw, escaped: true), as: UTF8.self) }
      return String(decoding: raw, as: UTF8.self)
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether two texts are the same, byte for byte: asked of every key of every record.
  func holds(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count else { return false }
    guard let start = baseAddress, let others = other.baseAddress else { return true }
    return memcmp(start, others, count) == 0
  }
}
