package import CaseFlow

/// A drill: a recorded day, when the team comes in, what troubles it, and what it is expected to do.
///
/// Written by a drill controller in YAML (`docs/scenario-format.md`), in the manner of a master scenario events list
/// (HSEEP): injects with their times, expected actions with their windows. It stands whole in the header of every
/// branch, so that a branch explains and scores itself.
package struct Scenario: Described {
  package var format = ScenarioFormat.drill
  package var version = FormatVersion()
  package var code = Code.none
  package var title = ""
  /// What the team is to learn; the first page of the report.
  package var purpose = Prose()
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
