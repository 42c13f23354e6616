package import CaseFlow

/// What a line or a form is read against: the center as it is, who types, at which desk, and for which bus.
package struct EntryContext: Sendable {
  package var center: Center
  package var zone: ZoneOffsets
  package var now: Instant
  package var by: Code
  /// The desk at which they signed on.
  package var desk: DeskID?
  /// The bus whose people are being entered: what a line leaves out, the bus says.
  package var bus: BusID?

  package init(center: Center, zone: ZoneOffsets, now: Instant, by: Code, desk: DeskID? = nil, bus: BusID? = nil) {
    self.center = center
    self.zone = zone
    self.now = now
    self.by = by
    self.desk = desk
    self.bus = bus
  }
}

/// What is wrong with a line that somebody typed: where, and what to do.
package struct LineFault: Error, Hashable, Sendable {
  /// The characters that cannot be meant, counted from 0; empty at the end when something is missing.
  package var range: Range<Int>
  package var message: String

  package init(_ range: Range<Int>, _ message: String) {
    self.range = range
    self.message = message
  }
}

/// What leaves an operator's hands as one entry: it is read against the center as it then is.
package enum Entry: Hashable, Sendable {
  /// A command line, as `jpc do` takes it.
  case line(String)
  /// A form that was filled in.
  case form(ArrivalForm)
}

extension Entry {
  /// What is meant by the entry.
  package func act(in context: EntryContext) throws(LineFault) -> Act {
    switch self {
    case .line(let text): try commandLine(text, in: context)
    case .form(let form): try form.act(in: context)
    }
  }
}
