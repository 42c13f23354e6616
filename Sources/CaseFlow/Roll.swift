/// The numbered things of one kind in a center, found by number in constant time.
///
/// Numbers are given in order, so a slot table from the lowest number is dense; an opening state may leave
/// holes. Insertion order is kept and is the order of every walk, which keeps folds reproducible.
package struct Roll<ID: Numbered, Item: Sendable>: Sendable {
  private(set) package var items = Chunks<Item>()
  /// Position in `items` by number from `lowest`, or -1.
  private var slots: [Int32] = []
  private var lowest: Int32 = 0
  /// The sequence number of the record that is changing items now.
  var change: Int64 = -1
  /// The one that last changed each item, by position.
  private var changes = Chunks<Int64>()

  package init() {}

  package var count: Int { items.count }

  /// The item of a number, or nil.
  package subscript(id: ID) -> Item? {
    guard let position = position(of: id) else { return nil }
    return items[position]
  }

  @inline(__always)
  package func position(of id: ID) -> Int? {
    let offset = Int(id.number) - Int(lowest)
    guard offset >= 0, offset < slots.count else { return nil }
    let slot = slots[offset]
    return slot < 0 ? nil : Int(slot)
  }

  /// The sequence number of the record that last changed an item.
  package func lastChange(of id: ID) -> Int64 { position(of: id).map { changes[$0] } ?? -1 }

  /// Whether a number can be taken: it is free, positive, above the first one, and near enough.
  package func canInsert(_ id: ID) -> Bool {
    guard id.number > 0, id.number <= Limit.highestNumber, position(of: id) == nil else { return false }
    return slots.isEmpty || (id.number >= lowest && Int64(id.number) - Int64(lowest) < Int64(Limit.numberSpan))
  }

  /// Adds an item; one whose number cannot be taken is left out.
  package mutating func insert(_ item: Item, at id: ID) {
    guard canInsert(id) else { return }
    if slots.isEmpty { lowest = id.number }
    let offset = Int(id.number - lowest)
    while slots.count <= offset { slots.append(-1) }
    slots[offset] = Int32(items.count)
    items.append(item)
    changes.append(change)
  }

  /// Changes an item in place; an unknown number changes nothing.
  @inline(__always)
  package mutating func update(_ id: ID, _ change: (inout Item) -> Void) {
    guard let position = position(of: id) else { return }
    change(&items[position])
    changes[position] = self.change
  }
}

extension Roll where Item: Described {
  /// Visits the items in their order; what is found by number follows from them.
  mutating func describe(_ f: inout some FieldVisitor, _ id: KeyPath<Item, ID>) {
    var all = Array(items)
    var told = changes.map(Int.init)
    var last = Int(change)
    f.field("items", &all, most: Int(Limit.numberSpan))
    f.field("changes", &told, most: Int(Limit.numberSpan))
    f.field("change", &last)
    change = Int64(last)
    items = Chunks()
    changes = Chunks()
    for (position, item) in all.enumerated() {
      items.append(item)
      changes.append(told.indices.contains(position) ? Int64(told[position]) : change)
    }
    index(by: id)
  }

  /// Makes the table of positions anew; an item whose number cannot be taken is not found.
  private mutating func index(by id: KeyPath<Item, ID>) {
    slots.removeAll(keepingCapacity: true)
    for position in items.indices {
      let id = items[position][keyPath: id]
      guard canInsert(id) else { continue }
      if slots.isEmpty { lowest = id.number }
      let offset = Int(id.number - lowest)
      while slots.count <= offset { slots.append(-1) }
      slots[offset] = Int32(position)
    }
  }
}
