/// The numbered things of one kind in a center, found by number in constant time.
///
/// Numbers are given in order, so that a position follows from a number; where an opening state leaves holes, a table of
/// slots tells it. Insertion order is kept and is the order of every walk, which keeps folds reproducible.
public struct Roll<ID: Numbered, Item: Sendable>: Sendable {
  public private(set) var items = Chunks<Item>()
  /// Position in `items` by number from `lowest`, or -1; empty while the numbers follow one another without a hole.
  @usableFromInline private(set) var slots: [Int32] = []
  @usableFromInline private(set) var lowest: Int32 = 0
  /// The sequence number of the record that is changing items now.
  var change: Int64 = -1
  /// The one that last changed each item, by position.
  @usableFromInline private(set) var changes = Chunks<Int>()

  package init() {}

  @inlinable public var count: Int { items.count }

  /// The item of a number, or nil.
  // Inlinable and public, as all that is read at every record is: other rooms read a field of a case in place, where a
  // call would copy the whole case through its type's description.
  @inlinable public subscript(id: ID) -> Item? {
    guard let position = position(of: id) else { return nil }
    return items[position]
  }

  /// Whether there is an item of a number of which something holds; the item is looked at where it stands.
  @inlinable public func holds(_ id: ID, _ test: (Item) -> Bool) -> Bool {
    guard let position = position(of: id) else { return false }
    return test(items[position])
  }

  /// What is made of an item that is lent where it stands, or nil without it: one taken out is copied with all it holds,
  /// which for a case is most of a kilobyte, and rules look at the case of every record.
  @inlinable public func lend<Answer>(_ id: ID, _ ask: (Item) -> Answer?) -> Answer? {
    guard let position = position(of: id) else { return nil }
    return ask(items[position])
  }

  @inlinable @inline(__always)
  public func position(of id: ID) -> Int? {
    let offset = Int(id.number) - Int(lowest)
    if slots.isEmpty { return offset >= 0 && offset < items.count ? offset : nil }
    guard offset >= 0, offset < slots.count else { return nil }
    let slot = slots[offset]
    return slot < 0 ? nil : Int(slot)
  }

  /// The sequence number of the record that last changed an item.
  @inlinable public func lastChange(of id: ID) -> Int64 { position(of: id).map { Int64(changes[$0]) } ?? -1 }

  /// Whether a number can be taken: it is free, positive, above the first one, and near enough.
  package func canInsert(_ id: ID) -> Bool {
    guard id.number > 0, id.number <= Limit.highestNumber, position(of: id) == nil else { return false }
    return items.isEmpty || (id.number >= lowest && Int64(id.number) - Int64(lowest) < Int64(Limit.numberSpan))
  }

  /// Adds an item; one whose number cannot be taken is left out.
  package mutating func insert(_ item: Item, at id: ID) {
    guard canInsert(id) else { return }
    if items.isEmpty { lowest = id.number }
    let offset = Int(id.number - lowest)
    if !slots.isEmpty || offset != items.count { takeSlot(offset) }
    items.append(item)
    changes.append(Int(change))
  }

  /// Tells where the next item will stand, of which that does not follow from its number.
  private mutating func takeSlot(_ offset: Int) {
    if slots.isEmpty { slots = items.indices.map(Int32.init) }
    while slots.count <= offset { slots.append(-1) }
    slots[offset] = Int32(items.count)
  }

  /// Changes an item in place; an unknown number changes nothing.
  @inline(__always)
  package mutating func update(_ id: ID, _ change: (inout Item) -> Void) {
    guard let position = position(of: id) else { return }
    change(&items[position])
    changes[position] = Int(self.change)
  }
}

extension Roll where Item: Described {
  /// Visits the items in their order, block by block up to an empty one; what is found by number follows from them.
  mutating func describe(_ f: inout some FieldVisitor, _ id: (Item) -> ID) {
    var last = Int(change)
    f.field("change", &last)
    var read = Roll()
    var number = 0
    while true {
      var block = items.block(number)
      f.field("block", &block, most: Chunks<Item>.blockCount)
      if block.isEmpty { break }
      var told = Array(changes[min(read.count, changes.count)..<min(read.count + block.count, changes.count)])
      f.field("changes", &told, most: Chunks<Item>.blockCount)
      read.append(block, told, id)
      number += 1
    }
    self = read
    change = Int64(last)
  }

  /// Adds items as they stood in another roll; one whose number cannot be taken is left out.
  private mutating func append(_ block: [Item], _ told: [Int], _ id: (Item) -> ID) {
    guard block.count == told.count else { return }
    let first = items.isEmpty ? id(block[0]).number : lowest
    let follows = block.indices.allSatisfy { Int(id(block[$0]).number) - Int(first) == count + $0 }
    if slots.isEmpty, follows, canInsert(id(block[0])), canInsert(id(block[block.count - 1])) {
      lowest = first
      items.append(block: block)
      for change in told { changes.append(change) }
    } else {
      for (item, change) in zip(block, told) {
        self.change = Int64(change)
        insert(item, at: id(item))
      }
    }
  }
}
