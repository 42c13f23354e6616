/// A part of something large that is blank in most of it: kept apart, it takes the room of a pointer.
///
///     @Apart package var booking: Booking?
///
/// It is a value like any other: a copy that is changed leaves the first as it was.
@propertyWrapper
package struct Apart<Part: Blank & Hashable & Sendable>: Sendable {
  private indirect enum Kept: Sendable {
    case told(Part)
  }

  private var kept: Kept?

  package init() {}

  package init(wrappedValue: Part) { self.wrappedValue = wrappedValue }

  package var wrappedValue: Part {
    get { if case .told(let part)? = kept { part } else { Part() } }
    set { kept = newValue == Part() ? nil : .told(newValue) }
  }
}

/// What can be blank.
package protocol Blank {
  /// The blank one.
  init()
}

extension Optional: Blank {
  package init() { self = nil }
}

extension Review: Blank {}
extension ChildPath: Blank {}
extension ReleasePath: Blank {}
extension TransferPath: Blank {}
