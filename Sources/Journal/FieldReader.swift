package import CaseFlow

/// Reads the values of strict JSON: lines of recordings.
package struct JSONFieldReader: FieldReader {
  package let node: JSONValue
  package var members: JSONMembers
  package let faults: FaultSink

  package init(node: JSONValue, members: JSONMembers, faults: FaultSink) {
    self.node = node
    self.members = members
    self.faults = faults
  }
}

/// Fills a described value from an object of a text, and says what is wrong with it, place by place.
///
///     let plan = JSONFieldReader.read(CenterPlan.self, from: document.root, faults: sink)
///
/// A field that cannot be read keeps the value it had, so that every fault of a file is found in one pass.
///
/// A type for each kind of text, into which what is told here is inlined: one type for all, generic over its nodes, would
/// look itself up at every field of every record.
package protocol FieldReader: FieldVisitor {
  associatedtype Node: FieldNode
  var node: Node { get }
  var members: Node.Members { get set }
  var faults: FaultSink { get }
  init(node: Node, members: Node.Members, faults: FaultSink)
}

extension FieldReader {
  /// A reader of the fields of `node`, or nil and a fault when it has none.
  @inline(__always)
  package init?(_ node: Node, faults: FaultSink) {
    guard let members = faults.keep({ () throws(Fault) in try node.members() }) else { return nil }
    self.init(node: node, members: members, faults: faults)
  }

  /// The value that `node` describes; what could not be read is blank and a fault in the sink.
  @inline(__always)
  package static func read<T: Described>(_ type: T.Type, from node: Node, faults: FaultSink) -> T {
    var value = T()
    guard var reader = Self(node, faults: faults) else { return value }
    value.describe(&reader)
    reader.finish { FieldNames.of(T()) }
    return value
  }

  /// Refuses every key that was not asked for; `known` is called only when there may be one.
  package func finish(known: () -> [String]) {
    guard !members.areAllTaken else { return }
    let known = known()
    for (key, fault) in members.keys where !known.contains(key) {
      faults.add(fault(unknownKey(key, among: known)))
      // A hostile line may hold a million keys, and to name each costs a walk to it.
      if faults.isEnough { return }
    }
  }
}

extension FieldReader {
  @inline(__always)
  package mutating func field<S: Scalar>(_ name: StaticString, _ value: inout S) {
    guard let found = members.take(name) else { return missing(name) }
    _ = read(&value, found)
  }

  @inline(__always)
  package mutating func field<S: Scalar & Equatable>(_ name: StaticString, _ value: inout S, usual: S) {
    guard let found = members.take(name) else { return value = usual }
    _ = read(&value, found)
  }

  @inline(__always)
  package mutating func field<S: Scalar>(_ name: StaticString, _ value: inout S?) {
    guard let found = members.take(name) else { return value = nil }
    var given = S()
    if read(&given, found) { value = given }
  }

  @inline(__always)
  package mutating func field<S: Scalar>(_ name: StaticString, _ value: inout [S], most: Int) {
    guard let found = members.take(name) else { return value = [] }
    guard let items = faults.keep({ () throws(Fault) in try found.items(most: most) }) else { return }
    value = []
    value.reserveCapacity(items.count)
    for item in items where !faults.isEnough {
      value.append(S())
      _ = read(&value[value.count - 1], item)
    }
  }

  @inline(__always)
  package mutating func field<T: Described>(_ name: StaticString, _ value: inout T) {
    guard let found = members.take(name) else { return missing(name) }
    value = Self.read(T.self, from: found, faults: faults)
  }

  @inline(__always)
  package mutating func field<T: Described>(_ name: StaticString, _ value: inout T?) {
    guard let found = members.take(name) else { return value = nil }
    value = Self.read(T.self, from: found, faults: faults)
  }

  @inline(__always)
  package mutating func field<T: Described>(_ name: StaticString, _ value: inout [T], most: Int) {
    guard let found = members.take(name) else { return value = [] }
    guard let items = faults.keep({ () throws(Fault) in try found.items(most: most) }) else { return }
    value = []
    value.reserveCapacity(items.count)
    for item in items where !faults.isEnough { value.append(Self.read(T.self, from: item, faults: faults)) }
  }

  private func missing(_ name: StaticString) { faults.add(node.fault(JournalSentences.missing(name))) }
}

extension FieldReader {
  /// Takes the scalar a value stands for, or adds a fault and says false.
  @inline(__always)
  private func read<S: Scalar>(_ value: inout S, _ node: Node) -> Bool {
    let form = S.form
    do throws(Fault) {
      let token = try token(form, node)
      guard value.take(token) else { throw node.mustBe(JournalSentences.expectation(form, not: token)) }
      return true
    } catch {
      faults.add(error)
      return false
    }
  }

  /// The token a value stands for, checked against the form of its field.
  @inline(__always)
  private func token(_ form: ScalarForm, _ node: Node) throws(Fault) -> Token {
    switch form {
    case .int(let range): return .int(try node.integer(in: range))
    case .decimal(let range): return .decimal(try node.decimal(in: range))
    case .flag: return .flag(try node.bool())
    case .time: return .time(try node.instant())
    case .word: return .text(try node.text())
    case .text(let longest, _):
      let text = try node.text()
      guard text.utf8.count <= longest || text.unicodeScalars.count <= longest else {
        throw node.mustBe(JournalSentences.atMost(characters: longest))
      }
      return .text(text)
    }
  }
}

/// Collects the names of the fields of a described value, its own and not those of nested values.
package struct FieldNames: FieldVisitor {
  /// In the order of the description.
  package private(set) var names: [String] = []

  /// The names of the fields of a value.
  package static func of(_ value: some Described) -> [String] {
    var value = value
    var collector = FieldNames()
    value.describe(&collector)
    return collector.names
  }

  /// The names of the fields of an event's payload.
  package static func of(_ event: Event) -> [String] {
    var event = event
    var collector = FieldNames()
    event.describe(&collector)
    return collector.names
  }

  private mutating func add(_ name: StaticString) { names.append("\(name)") }
  package mutating func field<S: Scalar>(_ name: StaticString, _ value: inout S) { add(name) }
  package mutating func field<S: Scalar & Equatable>(_ name: StaticString, _ value: inout S, usual: S) { add(name) }
  package mutating func field<S: Scalar>(_ name: StaticString, _ value: inout S?) { add(name) }
  package mutating func field<S: Scalar>(_ name: StaticString, _ value: inout [S], most: Int) { add(name) }
  package mutating func field<T: Described>(_ name: StaticString, _ value: inout T) { add(name) }
  package mutating func field<T: Described>(_ name: StaticString, _ value: inout T?) { add(name) }
  package mutating func field<T: Described>(_ name: StaticString, _ value: inout [T], most: Int) { add(name) }
}
