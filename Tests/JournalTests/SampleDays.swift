import Alarms
import CaseFlow
import Foundation

@testable import Journal

/// Small recorded days that the engine has decided, for the tests of recordings.
enum SampleDays {
  static let zone = ZoneOffsets(
    name: "America/Phoenix", initialOffsetSeconds: -25_200, initialAbbreviation: "MST")
  /// 2021-12-24T08:00:00-07:00.
  static let opening = Instant(milliseconds: 1_640_358_000_000)

  /// A center of these tests alone, so that none of them depends on the numbers of one that is tuned for drills.
  static let center: CenterFile = {
    let text = """
      name: Sample
      code: SMP
      timezone: America/Phoenix
      rules: us-2021
      areas:
        - { code: men-a, name: Men, kind: singleMen, capacity: { physical: 20, safe: 20, staffed: 20 } }
        - { code: women-a, name: Women, kind: singleWomen, capacity: { physical: 20, safe: 20, staffed: 20 } }
        - { code: families-a, name: Families, kind: families, capacity: { physical: 60, safe: 60, staffed: 60 } }
        - { code: children-a, name: Children, kind: children, capacity: { physical: 10, safe: 10, staffed: 10 } }
        - { code: isolation-a, name: Isolation, kind: isolation, capacity: { physical: 10, safe: 10, staffed: 10 } }
      stages:
        - { stage: reception, desks: 3, service: { meanMinutes: 12 } }
        - { stage: health, desks: 3, service: { meanMinutes: 15 } }
        - { stage: interview, desks: 4, service: { meanMinutes: 90 } }
        - { stage: caseManagement, desks: 3, service: { meanMinutes: 30 } }
      languages:
        - { code: spa, name: Spanish, spokenByStaff: true }
      model: {}

      """
    let read = CenterFile.read(Array(text.utf8), file: "sample.yaml")
    precondition(read.faults.isEmpty, "\(read.faults)")
    return read.center
  }()

  /// A center that comes with jpc.
  static func fixture(_ name: String) throws -> CenterFile { try CenterFile.read("Fixtures/centers/\(name).yaml") }

  static func header(_ center: CenterFile, hours: Int = 24) -> RecordingHeader {
    RecordingHeader(
      center: center, from: opening, until: opening + .hours(hours), zone: zone, rules: .us2021,
      source: "Invented for a test.")
  }

  /// A day of `parties` parties that are received as desks become free; everything was decided by the engine.
  static func day(parties: Int, center file: CenterFile, seed: UInt64 = 1, hours: Int = 24) -> Recording {
    var random = SplitMix(state: seed)
    var center = Center(plan: file.plan, rules: .us2021)
    var records: [Record] = []
    var now = opening
    func record(_ events: [Event], _ at: Instant) {
      for event in events {
        let record = Record(
          seq: Int64(records.count + 1), at: at, recorded: now, by: Code("op3"), desk: nil, event: event)
        center.apply(record)
        records.append(record)
      }
    }
    func attempt(_ command: Command) -> Bool {
      guard let events = try? center.decide(command, Moment(now, by: Code("op3"))) else { return false }
      record(events, now)
      return true
    }
    let desks = center.desks.filter { $0.id.stage == .reception || $0.id.stage == .health }.map(\.id)
    for desk in desks {
      var opened = DeskOpened()
      opened.desk = desk
      opened.staff = Code("op\(desk.stage.index)-\(desk.number)")!
      _ = attempt(.state(.deskOpened(opened)))
    }
    let step = Span(milliseconds: Int64(hours) * 3_000_000 / Int64(max(1, parties)))
    for index in 0..<parties {
      now = now + step
      _ = attempt(.arrive(party(&random)))
      for desk in desks where random.next() % 3 != UInt64(index % 3) {
        if let serving = center.desk(desk)?.serving {
          if center.cases[serving]?.state == .called {
            _ = attempt(.state(.serviceStarted(CaseAtDesk(serving, desk))))
          } else {
            _ = attempt(.complete(serving))
          }
        } else {
          _ = attempt(.callNext(desk))
        }
      }
    }
    return Recording(header(file, hours: hours), records)
  }

  private static func party(_ random: inout SplitMix) -> Arrival {
    var arrival = Arrival()
    arrival.language = Code("spa")
    arrival.nationality = Code("VEN")
    arrival.members.append(
      ArrivalMember(age: Years(20 + Int(random.next() % 40)), band: .adult, sex: .female, tie: .head))
    for _ in 0..<(random.next() % 4) {
      arrival.members.append(
        ArrivalMember(age: Years(Int(random.next() % 17)), band: .child, sex: .male, tie: .ownChild))
    }
    return arrival
  }
}

/// A small random source with a seed, so that a failing test fails again.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Fills any described value with random values that its forms allow.
struct FieldFiller: FieldVisitor {
  var random: SplitMix
  var depth = 0

  private mutating func scalar<S: Scalar>(_ type: S.Type) -> S {
    let tokens: [Token]
    switch S.form {
    case .int(let range): tokens = [.int(.random(in: range, using: &random))]
    case .decimal(let range): tokens = [.decimal(.random(in: range, using: &random))]
    case .flag: tokens = [.flag(.random(using: &random)), .flag(false)]
    case .time:
      tokens = [.time(Instant(milliseconds: .random(in: -2_000_000_000_000...200_000_000_000_000, using: &random)))]
    case .word(let words): tokens = [.text(words().randomElement(using: &random)!)]
    case .text:
      tokens = ["a \"quoted\" text, ñ \\", "spa", "health-7", "-07:00"].shuffled(using: &random).map { .text($0) }
    }
    return tokens.lazy.compactMap { S(token: $0) }.first ?? S()
  }

  private mutating func nested<T: Described>(_ type: T.Type) -> T {
    var value = T()
    value.describe(&self)
    return value
  }

  private mutating func chance() -> Bool { .random(using: &random) }

  mutating func field<S: Scalar>(_ name: StaticString, _ value: inout S) { value = scalar(S.self) }
  mutating func field<S: Scalar & Equatable>(_ name: StaticString, _ value: inout S, usual: S) {
    value = chance() ? usual : scalar(S.self)
  }
  mutating func field<S: Scalar>(_ name: StaticString, _ value: inout S?) { value = chance() ? nil : scalar(S.self) }
  mutating func field<S: Scalar>(_ name: StaticString, _ value: inout [S], most: Int) {
    value = (0..<min(most, Int(random.next() % 4))).map { _ in scalar(S.self) }
  }
  mutating func field<T: Described>(_ name: StaticString, _ value: inout T) { value = nested(T.self) }
  mutating func field<T: Described>(_ name: StaticString, _ value: inout T?) { value = chance() ? nil : nested(T.self) }
  mutating func field<T: Described>(_ name: StaticString, _ value: inout [T], most: Int) {
    value = (0..<min(most, Int(random.next() % 3))).map { _ in nested(T.self) }
  }
}
