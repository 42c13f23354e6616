import CaseFlow

// The pages but the case: one alarm, the help, the messages.

extension Page {
  mutating func fillAlarm(_ key: AlarmKey) {
    guard let alarm = model.alarms.first(where: { $0.key == key }) else {
      add(Wording.unknownAlarm)
      return
    }
    let state = Wording.standing(alarm)
    title = [
      Piece(alarm.wasRaised ? "\(model.sign(alarm.grade)) " : "", model.style(of: alarm)), Piece(alarm.title, .heading),
      Piece("  \(alarm.wasRaised ? "\(Wording.grade(alarm.grade)), " : "")\(state)", model.style(of: alarm)),
    ]
    func fact(_ name: String, _ text: String) {
      guard !text.isEmpty else { return }
      var line = Line(name, .dim, column: 1)
      let parts = Page.wrap(text, to: max(8, width - 19))
      line.pieces.append((18, Piece(parts[0])))
      lines.append(line)
      for part in parts.dropFirst() { lines.append(Line(part, column: 18)) }
    }
    lines.append(Line())
    fact(Wording.valueHeading, Wording.alarmValue(alarm))
    if alarm.wasRaised {
      fact(Wording.raisedHeading, TimeText.near(alarm.raised, model.now, model.zone))
      fact(Wording.ageHeading, TimeText.length((alarm.cleared ?? model.now) - alarm.raised))
    }
    if let cleared = alarm.cleared { fact(Wording.clearedHeading, TimeText.near(cleared, model.now, model.zone)) }
    if alarm.standing != .normal { fact(Wording.ownerHeading, alarm.owner ?? Wording.nobody) }
    fact(Wording.roleHeading, alarm.role)
    lines.append(Line())
    fact(Wording.ifIgnored, alarm.consequence)
    if let time = alarm.timeToAct { fact(Wording.timeToAct, TimeText.length(time)) }
    fact(Wording.first, Wording.firstKeys(alarm.firstSteps))
    let about = [alarm.row.map { Wording.row($0) }, alarm.places.map { Wording.places($0) }].compactMap { $0 }
    fact(Wording.about, about.joined(separator: ", "))
    fact(Wording.thresholdHeading, alarm.threshold)
    if let aside = alarm.aside { fact(Wording.asideHeading, Wording.aside(aside, model.now, model.zone)) }
    fact(Wording.broughtAboutHeading, alarm.cause ?? "")
    for (index, values) in alarm.values.enumerated() { fact(index == 0 ? Wording.valuesHeading : " ", values) }
    fillRaisings(of: alarm.threshold)
  }

  mutating func fillHelp(_ state: ViewState) {
    title = [Piece(Wording.helpTitle, .heading)]
    let before = state.stack.count > 1 ? state.stack[state.stack.count - 2].view : BoardView.overview
    // What can be done where the operator stands comes first.
    let nearest = CommandGroup.nearest(before, model)
    for group in [nearest] + CommandGroup.allCases.filter({ $0 != nearest }) {
      heading(Wording.group(group))
      for command in CommandTable.all where command.group == group {
        let keys = command.keys.map { model.glyphs.name(of: $0) }.joined(separator: " ")
        let reason = command.whyNot(model, state)
        let dims = reason != nil || !command.applies(before)
        var line = Line(keys.isEmpty ? ":\(command.name)" : keys, dims ? .dim : .key, column: 1)
        let parts = Page.wrap(command.help, to: max(8, width - 16))
        line.pieces.append((14, Piece(parts[0], dims ? .dim : .plain)))
        lines.append(line)
        for part in parts.dropFirst() { lines.append(Line(part, dims ? .dim : .plain, column: 14)) }
        if let reason {
          for part in Page.wrap("\(Wording.notNow) \(reason)", to: max(8, width - 18)) {
            lines.append(Line(part, .dim, column: 16))
          }
        }
      }
    }
    addWords()
  }

  /// What every column and line of the board says.
  private mutating func addWords() {
    heading(Wording.boardWordsTitle)
    for (word, meaning) in Wording.boardWords {
      var line = Line(word, .key, column: 1)
      let parts = Page.wrap(meaning, to: max(8, width - 16))
      line.pieces.append((14, Piece(parts[0])))
      lines.append(line)
      for part in parts.dropFirst() { lines.append(Line(part, column: 14)) }
    }
  }

  mutating func fillMessages(_ state: ViewState) {
    title = [Piece(Wording.messagesTitle, .heading)]
    let told = model.toldToTeam
    if state.messages.isEmpty, told.isEmpty { add(Wording.noMessages, .dim) }
    if !told.isEmpty { heading(Wording.toldHeading) }
    for item in told.reversed() { add(item.text, at: item.at, .plain.bold) }
    if !told.isEmpty, !state.messages.isEmpty { heading(Wording.saidHeading) }
    for message in state.messages.reversed() {
      add(message.text, at: message.at, message.isRefusal ? .refusal : .plain)
    }
  }

  private mutating func add(_ text: String, at: Instant, _ style: Style) {
    let parts = Page.wrap(text, to: max(8, width - 16))
    var line = Line(TimeText.near(at, model.now, model.zone), .dim, column: 1)
    line.pieces.append((14, Piece(parts[0], style)))
    lines.append(line)
    for part in parts.dropFirst() { lines.append(Line(part, column: 14)) }
  }
}
