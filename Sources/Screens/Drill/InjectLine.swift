package import CaseFlow

// A line that adds an inject or changes one to come, read like every other line of the palette.

/// Reads a line that adds an inject or changes one to come: on the board, and in a script.
package struct InjectLine {
  private let context: EntryContext
  private let known: [DrillInject]
  private let until: Instant?

  /// A reader among the injects of a drill that ends at `until`.
  package init(_ context: EntryContext, _ known: [DrillInject], until: Instant?) {
    self.context = context
    self.known = known
    self.until = until
  }

  /// What is typed after `inject`: a kind or the code of an inject to come, then a time, fields with their keys, and
  /// what the team is told. Of an inject that is changed, what is not typed stays.
  ///
  ///     bus 14:10 count=120 minutes=30 "Dispatch: a bus of 120 in half an hour"
  ///     B1 14:30
  ///
  /// Throws where the first thing stands that cannot be meant.
  package func read(_ text: String) throws(LineFault) -> Inject {
    let line = try LineWords(text)
    guard let first = line.words.first else { throw LineFault(0..<0, Wording.injectLacksKind) }
    var reader = ArgumentReader(context)
    var change = try injectMeant(first, reader)
    for word in line.words.dropFirst() {
      let field = word.key.isEmpty ? (word.text.first?.isNumber == true ? "at" : "tell") : word.key
      guard word.key.isEmpty || Wording.injectFields.split(separator: " ").contains(Substring(field)) else {
        throw LineFault(word.range, Wording.noInjectField(word.key))
      }
      guard reader.given[field] == nil else { throw LineFault(word.range, Wording.injectTooMany) }
      if field == "at" { change.at = try time(word) }
      reader.given[field] = [word]
    }
    reader.given["at"] = nil
    change.describe(&reader)
    if let fault = reader.fault { throw fault }
    try complete(change, line.end)
    return change
  }

  /// An inject to come by its code, or a new one of a kind.
  private func injectMeant(_ word: LineWord, _ reader: ArgumentReader) throws(LineFault) -> Inject {
    if let item = known.first(where: { $0.inject.code.text.lowercased() == word.text.lowercased() }) {
      if case .fired = item.state { throw LineFault(word.range, Wording.alreadyFired(item.inject.code)) }
      return item.inject
    }
    var change = Inject()
    let kind = try reader.choose(word, among: InjectKind.allCases.map(\.rawValue))
    change.kind = InjectKind(rawValue: kind) ?? .message
    change.code = freeCode
    return change
  }

  private func time(_ word: LineWord) throws(LineFault) -> Instant {
    let at = try TypedMoment.read(word, .coming, in: context)
    guard let until, at > until else { return at }
    // A time without a day that has passed is read as tomorrow's.
    func date(_ instant: Instant) -> CivilDate { context.zone.local(instant.milliseconds).date }
    let hasNoDay = TypedTime(word.text).map { $0.day == nil } ?? false
    let hasPassed = hasNoDay && date(at) > date(context.now)
    throw LineFault(word.range, hasPassed ? Wording.hasPassed(word.text) : Wording.afterEnd(word.text))
  }

  /// The next code that no inject has: `C1`, for the controller's own.
  private var freeCode: Code {
    let codes = Set(known.map(\.inject.code))
    return (1...(known.count + 1)).lazy.compactMap { Code("C\($0)") }.first { !codes.contains($0) } ?? .none
  }

  /// What an inject of its kind cannot do without.
  private func complete(_ change: Inject, _ end: Int) throws(LineFault) {
    var lacks: [String] = []
    switch change.kind {
    case .message:
      if change.tell.text.isEmpty { throw LineFault(end..<end, Wording.messageLacksText) }
    case .bus: if change.count == nil { lacks = ["count"] }
    case .interpreterLeaves: if change.language == nil { lacks = ["language"] }
    case .staffIll:
      if change.stage == nil { lacks.append("stage") }
      if change.count == nil { lacks.append("count") }
    case .illness:
      if change.finding == nil { lacks = ["finding"] }
      if change.finding?.isolates == false { throw LineFault(end..<end, Wording.doesNotIsolate) }
    case .powerCut: if change.minutes == nil { lacks = ["minutes"] }
    case .orrRefuses: if change.refusal == nil { lacks = ["refusal"] }
    case .receiversClose, .arrivalsStop: break
    }
    let most = change.kind == .bus ? Limit.partyPeople : Limit.desks
    if let count = change.count, !(1...most).contains(count) { throw LineFault(end..<end, Wording.injectCount(most)) }
    if let minutes = change.minutes, !(1...Inject.longest).contains(minutes) {
      throw LineFault(end..<end, Wording.injectMinutes(Inject.longest))
    }
    if !lacks.isEmpty { throw LineFault(end..<end, Wording.injectLacks(change.kind, lacks)) }
  }
}

extension BoardModel {
  /// The inject that is typed on the board.
  func injectLine(_ text: String) throws(LineFault) -> Inject {
    let context = EntryContext(center: center, zone: zone, now: now, by: live?.by ?? .none)
    return try InjectLine(context, drill?.controller?.injects ?? [], until: drill?.until).read(text)
  }

  /// The line that changes an inject, with its present time to be typed over.
  func changeLine(_ what: Inject) -> String {
    let time = what.at.map { TimeText.clock($0, zone) } ?? ""
    return "\(Wording.paletteName(.inject)) \(what.code) \(time)"
  }
}

extension Prompt {
  /// Whether what follows `inject` is being typed.
  var writesInject: Bool { kind == .palette && text.hasPrefix(Wording.paletteName(.inject) + " ") }
}
