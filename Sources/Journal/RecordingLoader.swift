internal import CaseFlow

/// Goes through a recording line by line: reads, checks the order, asks the engine, applies.
struct RecordingLoader {
  private var lines: LineReader
  private let faults: FaultSink
  private var records: [Record] = []
  private var warnings: [Fault] = []
  /// The first line that could not be read: what follows from it cannot be judged by the rules.
  private var unreadLine: Int?

  init(bytes: [UInt8], file: String?, faults: FaultSink) {
    lines = LineReader(bytes: bytes, file: file)
    self.faults = faults
  }

  /// The recording, or nil without a header. The faults are in the sink.
  mutating func load() -> Recording? {
    guard let first = nextLine() else { return nil }
    if first.isTorn {
      faults.add(Fault(file: lines.file, line: 1, column: 1, message: JournalSentences.tornHeader))
      return nil
    }
    guard let root = faults.keep({ () throws(Fault) in try first.json() })?.root,
      let header = RecordingHeader.read(root, faults: faults), let rules = RuleSet.named(header.rules)
    else { return nil }
    var center = Center(plan: header.center.plan, rules: rules)
    records.reserveCapacity(lines.bytes.count / 200)
    while !faults.isEnough, let line = nextLine() {
      if line.isTorn, line.isPrintable {
        warnings.append(line.fault(JournalSentences.tornLine))
        break
      }
      take(line, header, &center)
    }
    if let unreadLine, !faults.isEnough, lines.lines > unreadLine {
      let message = JournalSentences.unjudged(unreadLine)
      faults.add(Fault(file: lines.file, line: unreadLine + 1, column: 1, message: message))
    }
    return Recording(header: header, records: records, zone: header.zone, rules: rules, warnings: warnings)
  }

  private mutating func nextLine() -> LineReader.Line? {
    do throws(Fault) {
      return try lines.next()
    } catch {
      faults.add(error)
      return nil
    }
  }

  /// Reads one line, checks it against the one before and against the rules, and applies it.
  private mutating func take(_ line: LineReader.Line, _ header: RecordingHeader, _ center: inout Center) {
    guard let root = faults.keep({ () throws(Fault) in try line.json() })?.root,
      let record = RecordLine.read(root, faults: faults)
    else {
      unreadLine = unreadLine ?? line.number
      return
    }
    let fault = orderFault(record, root, header)
    if let fault { faults.add(fault) }
    if record.event.isOfDrill, header.drill == nil {
      faults.add(root.fault(at: "type", JournalSentences.drillOnly(record.event.type)))
    }
    if fault == nil, unreadLine == nil, let refusal = center.objection(to: record) {
      faults.add(line.fault(JournalSentences.brokenRule(refusal.rule.rawValue, refusal.sentence)))
    }
    center.apply(record)
    records.append(record)
  }

  /// What is wrong with the place of a record among the others: numbers without gaps, times in order.
  private func orderFault(_ record: Record, _ root: JSONValue, _ header: RecordingHeader) -> Fault? {
    if let last = records.last {
      if unreadLine == nil, record.seq != last.seq + 1 {
        return root.fault(at: "seq", JournalSentences.sequence(record.seq, after: last.seq))
      }
      if record.recorded < last.recorded { return root.fault(at: "recorded", JournalSentences.recordedEarlier) }
    }
    if record.at > record.recorded { return root.fault(at: "at", JournalSentences.happenedLater) }
    if record.recorded < header.from { return root.fault(at: "recorded", JournalSentences.beforeStart) }
    if record.recorded > header.until { return root.fault(at: "recorded", JournalSentences.afterEnd) }
    return nil
  }
}

extension LineReader.Line {
  /// A fault at the beginning of the line.
  func fault(_ message: String) -> Fault { Fault(file: file, line: number, column: 1, message: message) }
}

extension JSONValue {
  /// A fault at the value under a key, or at the object where there is none.
  func fault(at key: StaticString, _ message: String) -> Fault { (self[key] ?? self).fault(message) }
}

extension RecordingHeader {
  /// The header of a recording, or nil and at least one fault.
  static func read(_ root: JSONValue, faults: FaultSink) -> RecordingHeader? {
    guard root.kind == .object, let format = root["format"] else {
      faults.add(root.fault(JournalSentences.noRecording))
      return nil
    }
    guard format.isText("jpc-recording") else {
      faults.add(format.fault(JournalSentences.otherFormat))
      return nil
    }
    if let version = root["version"], let number = try? version.integer(), number != FormatVersion.known {
      faults.add(version.fault(JournalSentences.otherVersion(number)))
      return nil
    }
    let before = faults.found
    var header = JSONFieldReader.read(RecordingHeader.self, from: root, faults: faults)
    header.center.plan.zone = header.zone
    header.check(root, faults)
    if let center = root["center"] { CenterChecks(file: header.center, root: center, faults: faults).run() }
    return faults.found == before ? header : nil
  }

  /// What the form of the fields alone does not say.
  private func check(_ root: JSONValue, _ faults: FaultSink) {
    if until < from { faults.add(root.fault(at: "until", JournalSentences.endsBeforeStart)) }
    if let zone = root["timezone"], timezone != center.plan.timezone {
      faults.add(zone.fault(JournalSentences.otherZone(center.plan.timezone)))
    }
    if let code = root["rules"], RuleSet.named(rules) == nil {
      faults.add(code.fault(JournalSentences.unknownRules(rules.text)))
    }
    let inForce = RuleSet.inForce(at: from)
    if let code = root["rules"], RuleSet.named(rules) != nil, rules != inForce.code {
      faults.add(code.fault(JournalSentences.rulesNotInForce(rules.text, inForce.code.text)))
    }
    let places = root.list("transitions")
    if places.isEmpty { faults.add(root.fault(at: "transitions", JournalSentences.noTransitions)) }
    for (index, (line, place)) in zip(transitions, places).enumerated() {
      switch (index, line.from) {
      case (0, .some), (1..., nil): faults.add(place.fault(JournalSentences.transitionStart))
      case (2..., let from?) where from <= transitions[index - 1].from ?? .latest:
        faults.add(place.fault(JournalSentences.transitionOrder))
      default: break
      }
    }
  }
}
