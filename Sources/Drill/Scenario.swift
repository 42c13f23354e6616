package import CaseFlow

/// A drill: a recorded day, when the team comes in, what troubles it, and what it is expected to do.
///
/// Written by a drill controller in YAML (`docs/scenario-format.md`), in the manner of a master scenario events list
/// (HSEEP): injects with their times, expected actions with their windows. It stands whole in the header of every
/// branch, so that a branch explains and scores itself.
package struct Scenario: Described {
  package var format = ScenarioFormat.drill
  package var version = ScenarioVersion()
  package var code = Code.none
  package var title = ""
  /// What the team is to learn; the first page of the report.
  package var purpose = ScenarioText()
  /// The recording of the day, relative to the scenario's own folder.
  package var day = ""
  /// The seed of all that is simulated.
  package var seed = 1
  /// When the drill begins and ends, within the recorded day or after it.
  package var from = Instant()
  package var until = Instant()
  /// Whose work the team does itself once it has taken over; everyone else is simulated.
  package var team: [Role] = []
  package var injects: [Inject] = []
  package var expected: [ExpectedAction] = []

  package init() {}

  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("format", &format)
    f.field("version", &version)
    f.field("code", &code)
    f.field("title", &title)
    f.field("purpose", &purpose)
    f.field("day", &day)
    f.field("seed", &seed, usual: 1)
    f.field("from", &from)
    f.field("until", &until)
    f.field("team", &team, most: Role.allCases.count)
    f.field("injects", &injects, most: Scenario.injectsMax)
    f.field("expected", &expected, most: Scenario.expectedMax)
  }

  package static let injectsMax = 100
  package static let expectedMax = 200
}

/// One trouble that befalls the center, at a time or when the controller fires it.
package struct Inject: Described, Equatable {
  package var code = Code.none
  /// When it happens, unless the controller holds it; nil: only when the controller fires it.
  package var at: Instant?
  package var kind = InjectKind.message
  /// What the team is told, and by whom: `Dispatch: a bus of 120 in half an hour`.
  package var tell = ScenarioText()
  /// How many people come, or how many desks stay empty.
  package var count: Int?
  /// How long it lasts, or how long before a bus is announced; in minutes.
  package var minutes: Int?
  package var stage: Stage?
  package var language: Code?
  /// The receiver that closes; nil with `receiversClose`: all of them.
  package var receiver: Code?
  package var finding: Finding?
  package var refusal: PlaceRefusal?

  package init() {}

  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("code", &code)
    f.field("at", &at)
    f.field("kind", &kind)
    f.field("tell", &tell)
    f.field("count", &count)
    f.field("minutes", &minutes)
    f.field("stage", &stage)
    f.field("language", &language)
    f.field("receiver", &receiver)
    f.field("finding", &finding)
    f.field("refusal", &refusal)
  }
}

/// What an inject does to the center.
package enum InjectKind: String, Word {
  /// Nothing but what is told: a call, a visitor, a rumor.
  case message
  /// A bus of `count` people; with `minutes`, announced so long before it comes.
  case bus
  /// The interpreters and lines of `language` drop out, for `minutes` or for good.
  case interpreterLeaves
  /// `count` of `stage` fall ill: their desks stay empty for `minutes` or for the day.
  case staffIll
  /// A finding that isolates, `finding`, in one family that waits: the health desk finds it next.
  case illness
  /// The board is dark for `minutes`: what happens meanwhile is on paper and is entered afterwards, with its own times.
  case powerCut
  /// ORR answers no to the child who waits longest for it, because of `refusal`.
  case orrRefuses
  /// `receiver`, or every receiver, takes nobody for `minutes` or for the day.
  case receiversClose
  /// Nobody comes any more, for `minutes` or for the day.
  case arrivalsStop
}

/// Something that the team is expected to do in time.
///
/// It is done by the first record of a type that comes from the team, fits every field given here, and is recorded
/// from the start of the window on: on time within `minutes`, late after that.
package struct ExpectedAction: Described, Equatable {
  package var code = Code.none
  package var title = ""
  /// Whose action it is.
  package var role = Role.supervisor
  /// The window opens when this inject is fired; without it, at `at`, or when the drill begins.
  package var inject: Code?
  package var at: Instant?
  /// The length of the window.
  package var minutes = 0
  /// The type of the record, as recordings name it: `crisisDeclared`.
  package var event = ""
  /// What the record has to be about, where given.
  package var threshold: String?
  package var card: Code?
  package var line: Int?
  package var reserve: Code?
  package var receiver: Code?
  package var stage: Stage?
  package var language: Code?
  package var area: Code?
  /// How many such records there have to be; 1 where absent.
  package var count: Int?

  package init() {}

  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("code", &code)
    f.field("title", &title)
    f.field("role", &role)
    f.field("inject", &inject)
    f.field("at", &at)
    f.field("minutes", &minutes)
    f.field("event", &event)
    f.field("threshold", &threshold)
    f.field("card", &card)
    f.field("line", &line)
    f.field("reserve", &reserve)
    f.field("receiver", &receiver)
    f.field("stage", &stage)
    f.field("language", &language)
    f.field("area", &area)
    f.field("count", &count)
  }
}

/// Where a branch comes from: it stands in the header of its recording, and says that this is a drill.
package struct DrillOrigin: Described {
  package var scenario = Scenario()
  /// The branch's number, and that of the branch whose past it shares; 0 is the recorded day.
  package var branch = 0
  package var parent = 0
  /// When the team took over.
  package var at = Instant()

  package init() {}

  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("scenario", &scenario)
    f.field("branch", &branch)
    f.field("parent", &parent)
    f.field("at", &at)
  }
}

/// The word that says what a file is.
package enum ScenarioFormat: String, Word, Scalar {
  case drill = "jpc-drill"
}

/// The version of the format; this program reads one.
package struct ScenarioVersion: Scalar {
  package static let known: Int64 = 1
  package static var form: ScalarForm { .int(known...known) }
  package init() {}
  package init?(token: Token) {}
  package var token: Token { .int(Self.known) }
}

/// A paragraph of a scenario.
package struct ScenarioText: Scalar, Equatable {
  package var text: String
  package static let longest = 2_000
  package static var form: ScalarForm { .text(longest: longest, as: "text") }
  package init() { text = "" }
  package init(_ text: String) { self.text = String(text.unicodeScalars.prefix(Self.longest)) }
  package init?(token: Token) {
    guard case .text(let text) = token else { return nil }
    self.text = text
  }
  package var token: Token { .text(text) }
}

extension InjectKind: Scalar {}
