package import CaseFlow

/// Writes a described value as canonical JSON: fields in the order of the description, what is nil, usual or empty
/// left out, times as RFC 3339 with the offset that the center's clock had.
///
///     var writer = JSONFieldWriter(zone: zone)
///     writer.object(plan)
///     writer.json.text
///
/// The same value gives the same bytes.
package struct JSONFieldWriter: FieldVisitor {
  /// What has been written.
  package var json = JSONWriter()
  private let zone: ZoneOffsets
  /// The time written last: a record holds most times twice.
  private var lastTime: (instant: Instant, text: String)?

  /// A writer of times as `zone` shows them.
  package init(zone: ZoneOffsets) { self.zone = zone }

  /// Writes a value as one object.
  package mutating func object(_ value: some Described) {
    var value = value
    json.openObject()
    value.describe(&self)
    json.closeObject()
  }

  /// Writes the value of a scalar.
  package mutating func scalar(_ token: Token) {
    switch token {
    case .int(let value): json.integer(value)
    case .decimal(let value): json.exact(value)
    case .text(let value): json.string(value)
    case .flag(let value): json.bool(value)
    case .time(let value): time(value)
    }
  }

  private mutating func time(_ instant: Instant) {
    if let lastTime, lastTime.instant == instant { return json.string(lastTime.text) }
    let text = zone.text(instant.milliseconds)
    lastTime = (instant, text)
    json.string(text)
  }

  private mutating func key(_ name: StaticString) { json.key(name) }
}

extension JSONFieldWriter {
  package mutating func field<S: Scalar>(_ name: StaticString, _ value: inout S) {
    key(name)
    scalar(value.token)
  }

  package mutating func field<S: Scalar & Equatable>(_ name: StaticString, _ value: inout S, usual: S) {
    if value != usual { field(name, &value) }
  }

  package mutating func field<S: Scalar>(_ name: StaticString, _ value: inout S?) {
    guard let value else { return }
    key(name)
    scalar(value.token)
  }

  package mutating func field<S: Scalar>(_ name: StaticString, _ value: inout [S], most: Int) {
    guard !value.isEmpty else { return }
    key(name)
    json.openList()
    for item in value { scalar(item.token) }
    json.closeList()
  }

  package mutating func field<T: Described>(_ name: StaticString, _ value: inout T) {
    key(name)
    object(value)
  }

  package mutating func field<T: Described>(_ name: StaticString, _ value: inout T?) {
    guard let value else { return }
    key(name)
    object(value)
  }

  package mutating func field<T: Described>(_ name: StaticString, _ value: inout [T], most: Int) {
    guard !value.isEmpty else { return }
    key(name)
    json.openList()
    for item in value { object(item) }
    json.closeList()
  }
}
