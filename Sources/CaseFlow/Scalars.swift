// How the words, codes, numbers and times of this room stand in a file.

extension Scalar where Self: Word {
  package static var form: ScalarForm { .word { allCases.map(\.rawValue) } }
  package init() { self = Self.allCases[Self.allCases.startIndex] }
  package init?(token: Token) {
    guard case .text(let text) = token, let word = Self(rawValue: text) else { return nil }
    self = word
  }
  package var token: Token { .text(rawValue) }
}

extension Stage: Scalar {}
extension Step: Scalar {}
extension ServiceState: Scalar {}
extension HoldReason: Scalar {}
extension CaseKind: Scalar {}
extension AgeBand: Scalar {}
extension Sex: Scalar {}
extension Tie: Scalar {}
extension Relation: Scalar {}
extension Transport: Scalar {}
extension Presence: Scalar {}
extension PlaceKind: Scalar {}
extension CapacityPart: Scalar {}
extension Finding: Scalar {}
extension Care: Scalar {}
extension Outcome: Scalar {}
extension Basis: Scalar {}
extension ReviewResult: Scalar {}
extension CounselAnswer: Scalar {}
extension Plan: Scalar {}
extension ReleaseStep: Scalar {}
extension ReturnStep: Scalar {}
extension Destination: Scalar {}
extension DepartureReason: Scalar {}
extension ExitKind: Scalar {}
extension SplitReason: Scalar {}
extension CallReason: Scalar {}
extension ExpediteReason: Scalar {}
extension BreachKind: Scalar {}
extension BreachCause: Scalar {}
extension BusDifference: Scalar {}
extension DetailField: Scalar {}
extension Plausibility: Scalar {}
extension EntryEnd: Scalar {}
extension ClockKind: Scalar {}
extension HealthCheck: Scalar {}
extension CheckResult: Scalar {}
extension FitFor: Scalar {}
extension Role: Scalar {}
extension InterviewMode: Scalar {}
extension UnbookReason: Scalar {}
extension PlaceRefusal: Scalar {}
extension DepartureDifference: Scalar {}
extension FollowUp: Scalar {}
extension FollowUpOutcome: Scalar {}
extension StopReason: Scalar {}
extension Referral: Scalar {}
extension ReferralOutcome: Scalar {}
extension OpenedRecord: Scalar {}
extension StayReason: Scalar {}
extension AlarmLevel: Scalar {}
extension ShelveReason: Scalar {}
extension ShiftSide: Scalar {}
extension DrillEnd: Scalar {}
extension Rule: Scalar {}

extension Scalar where Self: Numbered {
  package static var form: ScalarForm { .int(1...Int64(Limit.highestNumber)) }
  package init() { self.init(number: 0) }
  package init?(token: Token) {
    guard case .int(let n) = token, n >= 1, n <= Int64(Limit.highestNumber) else { return nil }
    self.init(number: Int32(n))
  }
  package var token: Token { .int(Int64(number)) }
}

extension PersonID: Scalar {}
extension PartyID: Scalar {}
extension CaseID: Scalar {}
extension BusID: Scalar {}
extension DepartureID: Scalar {}
extension PromiseID: Scalar {}

extension DeskID: Scalar {
  package static var form: ScalarForm { .text(longest: 24, as: "a desk such as reception-2") }
  package init() { self.init(stage: .reception, number: 0) }
  package init?(token: Token) {
    guard case .text(let text) = token, let desk = DeskID(text) else { return nil }
    self = desk
  }
  package var token: Token { .text(text) }

  /// The desk written `reception-2`, or nil; numbers from 1 to `Limit.desks`, without leading zeros.
  package init?(_ text: String) {
    guard let dash = text.utf8.lastIndex(of: UInt8(ascii: "-")), let stage = Stage(rawValue: String(text[..<dash]))
    else { return nil }
    let digits = text.utf8[text.utf8.index(after: dash)...]
    guard let first = digits.first, (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(first),
      let number = UInt8(Substring(digits)), number <= Limit.desks
    else { return nil }
    self.init(stage: stage, number: number)
  }
}

extension Code: Scalar {
  package static var form: ScalarForm {
    .text(longest: longest, as: "a code of 1 to 16 letters, digits, dots, underscores or hyphens")
  }
  package init() { self = .none }
  package init?(token: Token) {
    guard case .text(let text) = token, let code = Code(text) else { return nil }
    self = code
  }
  package var token: Token { .text(text) }
}

extension Instant: Scalar {
  package static var form: ScalarForm { .time }
  package init() { self.init(milliseconds: 0) }
  package init?(token: Token) {
    guard case .time(let instant) = token else { return nil }
    self = instant
  }
  package var token: Token { .time(self) }
}

/// Lengths of time stand in files as whole minutes.
extension Span: Scalar {
  package static var form: ScalarForm { .int(0...5_256_000) }
  package init() { self = .zero }
  package init?(token: Token) {
    guard case .int(let minutes) = token else { return nil }
    self = .minutes(Int(minutes))
  }
  package var token: Token { .int(milliseconds / 60_000) }
}

extension Bool: Scalar {
  package static var form: ScalarForm { .flag }
  package init?(token: Token) {
    guard case .flag(let flag) = token else { return nil }
    self = flag
  }
  package var token: Token { .flag(self) }
}

extension Int: Scalar {
  package static var form: ScalarForm { .int(0...1_000_000_000) }
  package init?(token: Token) {
    guard case .int(let n) = token else { return nil }
    self = Int(n)
  }
  package var token: Token { .int(Int64(self)) }
}

extension Double: Scalar {
  package static var form: ScalarForm { .decimal(0...1_000_000_000) }
  package init?(token: Token) {
    switch token {
    case .decimal(let value): self = value
    case .int(let value): self = Double(value)
    default: return nil
    }
  }
  package var token: Token { .decimal(self) }
}

/// Text that a person wrote or reads, cleaned by the reader of the file; at most `Limit.text` characters.
extension String: Scalar {
  package static var form: ScalarForm { .text(longest: Limit.text, as: "text") }
  package init?(token: Token) {
    guard case .text(let text) = token else { return nil }
    self = text
  }
  package var token: Token { .text(self) }
}

/// Years of age, 0 to `Limit.age`.
package struct Years: Scalar, Hashable, Comparable {
  package var count: Int16
  package init(_ count: Int) { self.count = Int16(clamping: count) }
  package init() { count = 0 }
  package static var form: ScalarForm { .int(0...Int64(Limit.age)) }
  package init?(token: Token) {
    guard case .int(let n) = token, n >= 0, n <= Int64(Limit.age) else { return nil }
    count = Int16(n)
  }
  package var token: Token { .int(Int64(count)) }
  package static func < (a: Years, b: Years) -> Bool { a.count < b.count }
}
