/// A list in blocks: a copy of it that is then changed in one place copies one block, not everything.
///
/// Deciding looks at a center as it would be after an event, on a copy. In one array, every entry of a long journal
/// would pay for all who were ever entered.
package struct Chunks<Element> {
  @usableFromInline package var blocks: [ContiguousArray<Element>] = []
  @usableFromInline package var count = 0

  /// A power of two, so that a place is found by a shift and a mask.
  @usableFromInline package static var blockBits: Int { 8 }

  package init() {}

  /// Adds an element at the end.
  package mutating func append(_ element: Element) {
    if count & (1 << Chunks.blockBits - 1) == 0 { blocks.append([]) }
    blocks[blocks.count - 1].append(element)
    count += 1
  }
}

extension Chunks: RandomAccessCollection, MutableCollection {
  @inlinable package var startIndex: Int { 0 }
  @inlinable package var endIndex: Int { count }

  @inlinable package subscript(position: Int) -> Element {
    get { blocks[position >> Chunks.blockBits][position & (1 << Chunks.blockBits - 1)] }
    _modify { yield &blocks[position >> Chunks.blockBits][position & (1 << Chunks.blockBits - 1)] }
  }
}

extension Chunks: Sendable where Element: Sendable {}
