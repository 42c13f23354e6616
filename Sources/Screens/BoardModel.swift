package import Alarms
package import CaseFlow

/// What a board shows at a moment: everything the screens read, as plain values.
///
/// It is made once for every tick and drawn any number of times; `figures` are computed in `init`. The outside world
/// reaches in by one closure only, the records of a case.
package struct BoardModel: Sendable {
  package let center: Center
  package let now: Instant
  package let figures: BoardFigures
  package var mode = BoardMode.replay
  package var zone = ZoneOffsets.utc
  package var glyphs = Glyphs(.unicode)
  /// Alarms that need someone, the most urgent first, then those of the past.
  package var alarms: [AlarmItem] = []
  /// The flood of alarms that goes on.
  package var flood: FloodItem?
  /// Every raising, oldest first.
  package var raisings: [Alarm] = []
  /// When the shift began and ends, and how long one is: no alarm is put aside for longer.
  package var shiftStart = Instant.earliest
  package var shiftEnd = Instant.earliest
  package var shiftLength = Span.zero
  package var crisis = CrisisItem()
  package var cards: [CardItem] = []
  /// The ladder of reserves, and what is short of places, kind by kind.
  package var ladder: [RungItem] = []
  package var ladderShort: [String] = []
  /// The hand-over sheet of the shift, drafted when it is asked for.
  package var handOver: @Sendable () -> Report? = { nil }
  package var replay: ReplayBar?
  /// Who sits at a live board; nil in a replay.
  package var live: LiveItem?
  /// The drill that the board stands in; nil outside of one.
  package var drill: DrillItem?
  /// How old the newest record is; nil where it means nothing, as in a replay.
  package var dataAge: Span?
  /// Since when the journal has not been read, while it cannot be: everything shown is as old as that.
  package var unfedSince: Instant?
  package var inCharge: String?
  /// People on a row at the ends of the last quarters of an hour, oldest first.
  package var trends: [BoardRow: [Int]] = [:]
  /// Everything recorded of a case, in the order of the journal.
  package var records: @Sendable (CaseID) -> [Record] = { _ in [] }
  let readinessOnce = Once<[Readiness]>()
  let lists = KeptLists()
  let incompleteOnce = Once<[CaseID]>()
  let keyAgainOnce = Once<CaseID?>()
  let usesOnce = Once<[String: Int]>()
  let knownOnce = Once<[KnownPerson]>()
  let refusalsOnce = Once<[CaseID: Refusal]>()
  let receiversOnce = Once<[ReceiverStanding]>()
  let followUpsOnce = Once<[DueFollowUp]>()
  /// The schedule, made when it is first asked for; copies of a model share it.
  private let once = ScheduleOnce()
  package var schedule: ScheduleFigures { once.figures(of: center, at: now) }
  /// Why alarms and cards cannot be answered now, or nil.
  package var answersRefused: String?

  /// A model of a center at a moment, with its figures. Linear in the cases on roll.
  package init(center: Center, now: Instant) {
    self.center = center
    self.now = now
    figures = BoardFigures(of: center, at: now)
  }
}

/// Which of the three a board is.
package enum BoardMode: Hashable, Sendable {
  case live, replay, drill
}

/// Where a replay stands.
package struct ReplayBar: Hashable, Sendable {
  /// The words of its title: the name of the recording.
  package var title: String
  package var from: Instant
  package var until: Instant
  package var now: Instant
  /// Simulated seconds in a second of the room: 0.25 to 3600.
  package var speed: Double
  package var isPaused: Bool
  /// When alarms were raised, up to now; those to come stay hidden.
  package var pastAlarms: [Instant]

  /// A replay's bar.
  package init(
    title: String, from: Instant, until: Instant, now: Instant, speed: Double = 60, isPaused: Bool = false,
    pastAlarms: [Instant] = []
  ) {
    self.title = title
    self.from = from
    self.until = until
    self.now = now
    self.speed = speed
    self.isPaused = isPaused
    self.pastAlarms = pastAlarms
  }
}

extension BoardModel {
  /// A case by its number, exited ones included.
  package func aCase(_ id: CaseID) -> Case? { center.cases[id] }

  /// Alarms that still ask for someone.
  package var openAlarms: [AlarmItem] { alarms.filter(\.isOpen) }

  /// Those of them that are not folded away, as many as have room beside other things; the gravest is always among them,
  /// also when somebody answers for it and others wait for an owner.
  package func shownAlarms(_ count: Int) -> [AlarmItem] {
    let unfolded = alarms.filter { $0.isOpen && $0.fold == nil }
    var shown = Array(unfolded.prefix(count))
    guard let gravest = unfolded.max(by: { $0.grade < $1.grade }), !shown.isEmpty,
      shown.allSatisfy({ $0.grade < gravest.grade })
    else { return shown }
    shown[shown.count - 1] = gravest
    return shown
  }
}
