import CaseFlow
import Journal
import Screens

/// What becomes of one command line: one line of answer, and its share of the exit status.
enum CommandAnswer {
  /// It is durable, under these records.
  case acknowledged(id: String, seq: Int64, number: String)
  /// A rule refuses it; nothing was recorded.
  case refused(id: String, reason: String)
  /// It could not be read, or not be saved; nothing was recorded.
  case error(id: String, reason: String, status: Int32)

  /// An entry that stands in the journal.
  init(_ entered: Entered) {
    self = .acknowledged(
      id: entered.command, seq: entered.records.first?.seq ?? 0, number: NumberGiven.text(of: entered.records))
  }

  /// The line, without its end; whatever it quotes is printable.
  var text: String {
    switch self {
    case .acknowledged(let id, let seq, let number): "ACK \(id) \(seq) \(number)"
    case .refused(let id, let reason): "REFUSED \(id) \(reason.printable)"
    case .error(let id, let reason, _): "ERROR \(id) \(reason.printable)"
    }
  }

  var status: Int32 {
    switch self {
    case .acknowledged: 0
    case .refused: 1
    case .error(_, _, let status): status
    }
  }

  /// The exit status of many answers: 1 if any was refused, as the contract has it; else the gravest error, a store that
  /// fails before a line that cannot be read; else 0.
  static func status(_ one: Int32, and other: Int32) -> Int32 {
    let gravity: [Int32] = [0, 65, 69, 73, 74, 77, 1]
    return (gravity.firstIndex(of: one) ?? 1) >= (gravity.firstIndex(of: other) ?? 1) ? one : other
  }
}

/// The number that an entry gave out or is about, as people call it: with its check letter.
enum NumberGiven {
  /// Of an arrival, its first case; else the case, the person or the bus that the first record names; `-` for none.
  static func text(of records: [Record]) -> String {
    guard var event = records.first?.event else { return "-" }
    if case .partyArrived(let e) = event { return e.cases.first?.caseID.checked ?? "-" }
    var finder = Finder()
    event.describe(&finder)
    return finder.number ?? "-"
  }

  /// Takes the first number of a case, a person or a bus that an event tells.
  private struct Finder: FieldVisitor {
    var number: String?

    private mutating func see(_ value: some Scalar) {
      if number == nil, let numbered = value as? any Numbered { number = numbered.checked }
    }

    mutating func field<S: Scalar>(_ name: StaticString, _ value: inout S) { see(value) }
    mutating func field<S: Scalar & Equatable>(_ name: StaticString, _ value: inout S, usual: S) { see(value) }
    mutating func field<S: Scalar>(_ name: StaticString, _ value: inout S?) { if let value { see(value) } }
    mutating func field<S: Scalar>(_ name: StaticString, _ value: inout [S], most: Int) {
      if let first = value.first { see(first) }
    }
    // What is nested tells of others: people carried in, bytes of a plan.
    mutating func field<T: Described>(_ name: StaticString, _ value: inout T) {}
    mutating func field<T: Described>(_ name: StaticString, _ value: inout T?) {}
    mutating func field<T: Described>(_ name: StaticString, _ value: inout [T], most: Int) {}
  }
}
