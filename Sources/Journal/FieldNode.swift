package import CaseFlow

/// A value in a text that was read as a tree, JSON or YAML: what a `FieldReader` asks of it.
///
/// Every answer that is not the one asked for is a fault at the place of the value.
package protocol FieldNode {
  associatedtype Members: FieldMembers where Members.Node == Self
  /// A fault at this value.
  func fault(_ message: String) -> Fault
  /// A fault that names the value's key: `'seq' must be a whole number`.
  func mustBe(_ expectation: String) -> Fault
  func integer(in range: ClosedRange<Int64>) throws(Fault) -> Int64
  func decimal(in range: ClosedRange<Double>?) throws(Fault) -> Double
  func bool() throws(Fault) -> Bool
  func text() throws(Fault) -> String
  func instant() throws(Fault) -> Instant
  func items(most: Int) throws(Fault) -> [Self]
  func members() throws(Fault) -> Members
  /// The keys of an object and their values, in the order written.
  func fields() throws(Fault) -> [(key: String, value: Self)]
}

/// The keys of one object, taken one after the other.
package protocol FieldMembers {
  associatedtype Node
  /// The value under a key, or nil; fast while keys are taken in the order written.
  mutating func take(_ key: StaticString) -> Node?
  /// Whether the last key written was taken and none was skipped on the way.
  var areAllTaken: Bool { get }
  /// Every key with a way to say what is wrong with it.
  var keys: [(key: String, fault: (String) -> Fault)] { get }
}

extension FieldNode {
  /// The value at a path of keys, or nil where there is none.
  func member(_ key: StaticString) -> Self? {
    var members = try? members()
    return members?.take(key)
  }

  /// The value at a path such as `levels[0].clear`, in the object that holds it; with what stands around it where there
  /// is no such value.
  func place(_ path: String) -> FieldPlace<Self> {
    var place = FieldPlace(value: self, holder: self)
    for step in path.split(whereSeparator: ".[]".contains) {
      let next: Self?
      if let index = Int(step) {
        let items = (try? place.value.items(most: .max)) ?? []
        next = items.indices.contains(index) ? items[index] : nil
      } else {
        place.holder = place.value
        next = (try? place.value.fields())?.first { $0.key == step }?.value
      }
      guard let next else {
        place.missing = String(step)
        return place
      }
      place.value = next
    }
    return place
  }

  /// The items of the list under a key; none where there is no such list.
  func list(_ key: StaticString) -> [Self] { (try? member(key)?.items(most: .max)) ?? [] }
}

/// Where a path leads in a text.
struct FieldPlace<Node: FieldNode> {
  /// The value, or the last one on the way to it.
  var value: Node
  /// The object that holds the value under a key.
  var holder: Node
  /// The first step that led nowhere.
  var missing: String?
}

extension JSONValue: FieldNode {
  package func text() throws(Fault) -> String { try string() }

  package func items(most: Int) throws(Fault) -> [JSONValue] { try elements(countMax: most) }

  package func instant() throws(Fault) -> Instant {
    let read = try withText { bytes -> Result<Instant, TimeFault> in
      do throws(TimeFault) {
        return .success(Instant(milliseconds: try RFC3339.parse(bytes).milliseconds))
      } catch {
        return .failure(error)
      }
    }
    switch read {
    case .failure(let fault):
      throw document.fault(
        at: Int(node.start) + (node.escaped ? 0 : fault.offset), JournalSentences.noTime(key, fault.message))
    case .success(let instant):
      guard instant >= .earliest, instant <= .latest else { throw mustBe(JournalSentences.possibleTime) }
      return instant
    }
  }

  package func members() throws(Fault) -> JSONMembers {
    guard kind == .object else { throw mustBe("an object, not \(kind.noun)") }
    return JSONMembers(of: self)
  }
}

/// The keys of a JSON object; a key that is next in the text is found at once, any other by a walk.
package struct JSONMembers: FieldMembers {
  private let document: JSONDocument
  private let first: Int
  private let end: Int
  private var cursor: Int
  private var hasSkipped = false

  init(of object: JSONValue) {
    document = object.document
    first = object.index + 1
    end = Int(object.node.next)
    cursor = first
  }

  package mutating func take(_ key: StaticString) -> JSONValue? {
    if cursor < end, document.text(document.nodes[cursor], is: key) {
      defer { cursor = Int(document.nodes[cursor].next) }
      return JSONValue(document: document, index: cursor + 1)
    }
    var place = first
    while place < end {
      let node = document.nodes[place]
      if document.text(node, is: key) {
        if place > cursor { hasSkipped = true }
        cursor = max(cursor, Int(node.next))
        return JSONValue(document: document, index: place + 1)
      }
      place = Int(node.next)
    }
    return nil
  }

  package var areAllTaken: Bool { cursor >= end && !hasSkipped }

  package var keys: [(key: String, fault: (String) -> Fault)] {
    var keys: [(key: String, fault: (String) -> Fault)] = []
    var place = first
    while place < end {
      let node = document.nodes[place]
      keys.append((document.text(node), { [document] in document.fault(at: Int(node.start) - 1, $0) }))
      place = Int(node.next)
    }
    return keys
  }
}
