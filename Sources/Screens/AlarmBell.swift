import Alarms
package import CaseFlow

/// When the terminal's bell rings for alarms that nobody has taken: for a crisis again every ten seconds, for strained
/// every minute, for a watch once. What a team in a drill is told from outside rings once. It can be muted for a while;
/// a new crisis breaks that.
package struct AlarmBell: Equatable, Sendable {
  private var heard: Set<AlarmKey> = []
  private var last: Instant?
  package private(set) var mutedUntil: Instant?
  /// How often it was silenced: the same silence asked for again begins again.
  package private(set) var silences = 0
  /// How much of what was told has been rung for.
  private var toldHeard = 0

  /// What has not been rung for.
  package init() {}

  /// For how long the bell can be muted.
  static let muteMinutes = 1...30
  static let usualMute = 10
  /// No two rings come sooner after each other.
  private static let gap = Span.seconds(2)

  private static func interval(_ grade: AlarmGrade) -> Span? {
    switch grade {
    case .watch: nil
    case .strained: .seconds(60)
    case .crisis: .seconds(10)
    }
  }

  /// Whether it rings now; to be asked whenever the model was made anew.
  package mutating func rings(for model: BoardModel) -> Bool {
    let waiting = model.alarms.filter { $0.standing == .unacknowledged }
    heard.formIntersection(waiting.map(\.key))
    if let until = mutedUntil, until <= model.now { mutedUntil = nil }
    let new = waiting.filter { !heard.contains($0.key) }
    if new.contains(where: { $0.grade == .crisis }) { mutedUntil = nil }
    let isTold = hears(model)
    guard mutedUntil == nil else { return false }
    guard due(waiting).map({ $0 <= model.now }) ?? false else { return isTold }
    heard.formUnion(waiting.map(\.key))
    last = model.now
    return true
  }

  /// Whether something new was told to the team; after going back, what is told again is new again.
  private mutating func hears(_ model: BoardModel) -> Bool {
    let count = model.drill?.isController == false ? model.toldToTeam.count : 0
    defer { toldHeard = count }
    return count > toldHeard
  }

  /// When it has something to do next: to ring, or to end its silence.
  package func next(for model: BoardModel) -> Instant? {
    if let mutedUntil { return mutedUntil }
    return due(model.alarms.filter { $0.standing == .unacknowledged })
  }

  private func due(_ waiting: [AlarmItem]) -> Instant? {
    guard let last else { return waiting.isEmpty ? nil : .earliest }
    if waiting.contains(where: { !heard.contains($0.key) }) { return last + Self.gap }
    return waiting.compactMap { Self.interval($0.grade) }.min().map { last + $0 }
  }

  /// The minutes of silence that are left, begun ones included; nil while it rings.
  func mutedMinutes(_ now: Instant) -> Int? {
    guard let mutedUntil, mutedUntil > now else { return nil }
    return Int(((mutedUntil - now).milliseconds + 59_999) / 60_000)
  }

  /// Silences it until a time, or lets it ring again.
  package mutating func mute(until: Instant?) {
    mutedUntil = until
    silences += 1
  }
}

extension ViewState {
  mutating func mute(_ minutes: Int, _ model: BoardModel) {
    bell.mute(until: model.now + .minutes(minutes))
    say(Wording.mutedFor(minutes), at: model.now)
  }

  mutating func toggleMute(_ model: BoardModel) {
    guard bell.mutedMinutes(model.now) != nil else { return mute(AlarmBell.usualMute, model) }
    bell.mute(until: nil)
    say(Wording.ringsAgain, at: model.now)
  }
}
