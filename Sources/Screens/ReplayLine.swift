import CaseFlow

extension Chrome {
  /// The reversed bar of a replay: its word, the time, the speed, the way gone with the alarms that were raised on it.
  func drawReplay(in frame: inout Frame) {
    let line = layout.replay
    guard !line.isEmpty, let bar = model.replay else { return }
    let glyphs = model.glyphs
    let style: Style = model.mode == .drill ? .drill : .replay
    frame.fill(line, style: style)
    let time = TimeText.clockSeconds(bar.now, model.zone)
    let day = TimeText.day(bar.now, model.zone)
    let mode = Wording.mode(model.mode) + (model.drill.map { " \(Wording.shortBranch($0.branch))" } ?? "")
    let speed = glyphs.times + Wording.speed(bar.speed)
    let run = bar.isPaused ? "\(glyphs.pause) \(Wording.paused)" : glyphs.play
    let short = model.drill == nil ? "" : "\(mode) "
    let left =
      line.width >= 64
      ? " \(mode) \(day) \(time)  \(speed) \(run) "
      : " \(short)\(time) \(speed) \(bar.isPaused ? glyphs.pause : glyphs.play) "
    let used = frame.put(left, row: line.row, column: 0, style: style)
    let length = TimeText.length(bar.until - bar.from)
    let right = line.width >= 100 ? " \(length) \(glyphs.dot) \(bar.title) " : " \(length) "
    let rightWidth = TextWidth.cells(of: right)
    let room = line.width - used - rightWidth - 2
    guard room >= 8 else { return }
    frame.putRight(right, row: line.row, endColumn: line.endColumn, style: style)
    frame.put("[", row: line.row, column: used, style: style)
    frame.put("]", row: line.row, column: used + room + 1, style: style)
    let here = Self.place(bar.now, bar, room)
    for column in 0..<room {
      frame.put(column < here ? glyphs.horizontal : " ", row: line.row, column: used + 1 + column, style: style)
    }
    func mark(_ sign: String, _ at: Instant, _ style: Style) {
      frame.put(sign, row: line.row, column: used + 1 + Self.place(at, bar, room), style: style)
    }
    for alarm in bar.pastAlarms where alarm <= bar.now { mark(glyphs.warning, alarm, style.bold) }
    for (sign, at) in model.drillMarks { mark(sign, at, at <= bar.now ? style.bold : style) }
    mark(glyphs.up, bar.now, style.bold)
  }

  /// The cell of a time on a bar of `room` cells.
  static func place(_ time: Instant, _ bar: ReplayBar, _ room: Int) -> Int {
    let whole = bar.until.milliseconds - bar.from.milliseconds
    guard whole > 0, room > 0 else { return 0 }
    let part = min(max(0, time.milliseconds - bar.from.milliseconds), whole)
    return min(room - 1, Int(Double(part) / Double(whole) * Double(room)))
  }
}

extension BoardModel {
  /// What a drill marks on its bar: what the team was told and where it took over; for the controller alone also the
  /// alarms and injects to come, which stand to the right of now.
  fileprivate var drillMarks: [(sign: String, at: Instant)] {
    guard let drill else { return [] }
    let coming = drill.controller?.alarmsToCome.filter { $0 > now }.map { (glyphs.warning, $0) } ?? []
    let injects = drill.controller?.injects.compactMap { item -> (String, Instant)? in
      guard item.state == .toCome, let at = item.inject.at, at > now else { return nil }
      return (Wording.injectMark, at)
    }
    let begun = drill.branches.first { $0.number == drill.branch }?.at
    return coming + drill.told.map { (Wording.injectMark, $0.at) } + (injects ?? [])
      + (begun.map { [(Wording.takeOverMark, $0)] } ?? [])
  }
}

extension BoardModel {
  /// How far the arrows go: a quarter of an hour, in what lasts less than an hour a minute.
  var stride: Span { replay.map { $0.until - $0.from < .hours(1) } ?? false ? .minutes(1) : .minutes(15) }
}
