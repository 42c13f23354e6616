/// A list in blocks: a copy of it that is then changed in one place copies one block, not everything.
///
/// Deciding looks at a center as it would be after an event, on a copy. In one array, every entry of a long journal
/// would pay for all who were ever entered.
@frozen
public struct Chunks<Element> {
  /// Full but for the last; none is empty.
  @usableFromInline var blocks: [[Element]] = []
  @usableFromInline var length = 0
  @inlinable public var count: Int { length }

  /// How many elements stand in a block: a power of two, so that a place is found by a shift and a mask, and so many that
  /// copying a block costs about as much as copying the list of all blocks of a long journal.
  @inlinable public static var blockCount: Int { 1 << blockBits }

  @inlinable static var blockBits: Int {
    switch MemoryLayout<Element>.stride {
    case ...8: 10
    case ...256: 8
    default: 6
    }
  }

  @inlinable public init() {}

  /// Adds an element at the end.
  @inlinable
  public mutating func append(_ element: Element) {
    if count & (Chunks.blockCount - 1) == 0 {
      var block: [Element] = []
      // Room for all of them: elements that are moved when a block grows are large.
      block.reserveCapacity(Chunks.blockCount)
      block.append(element)
      blocks.append(block)
    } else {
      blocks[blocks.count - 1].append(element)
    }
    length += 1
  }

  /// Adds a block at the end, as it is where the blocks before are full.
  package mutating func append(block: [Element]) {
    guard count & (Chunks.blockCount - 1) == 0, 1...Chunks.blockCount ~= block.count else {
      for element in block { append(element) }
      return
    }
    blocks.append(block)
    length += block.count
  }

  /// A block by its number, empty after the last.
  package func block(_ number: Int) -> [Element] { number < blocks.count ? blocks[number] : [] }
}

extension Chunks: RandomAccessCollection, MutableCollection {
  /// Walks block by block: a walk over all need not find each place anew.
  @inlinable public func makeIterator() -> FlattenSequence<[[Element]]>.Iterator { blocks.joined().makeIterator() }

  @inlinable public var startIndex: Int { 0 }
  @inlinable public var endIndex: Int { count }

  @inlinable public subscript(position: Int) -> Element {
    // Lent, not copied: elements are large.
    _read { yield blocks[position >> Chunks.blockBits][position & (Chunks.blockCount - 1)] }
    _modify { yield &blocks[position >> Chunks.blockBits][position & (Chunks.blockCount - 1)] }
  }
}

extension Chunks: Sendable where Element: Sendable {}
