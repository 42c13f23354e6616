import CaseFlow

// Keys on the arrival line: they are text first. Where the line is empty, a key that begins no line is a command.

extension ViewState {
  /// The entry that the arrival line asks for: people who arrive, or a bus.
  package var arrivalEntry: Entry? {
    let text = Prompt.trimmed(line.text)
    guard !text.isEmpty else { return nil }
    return .line(ArrivalWord(beginning: text) == nil ? DeskLine.arrive(text) : text)
  }
}

extension BoardModel {
  /// What an entry is read against where the operator stands: with the bus they chose.
  package func context(_ state: ViewState) -> EntryContext? {
    guard var context = entryContext else { return nil }
    context.bus = bus(state)?.id
    return context
  }

  /// The bus whose people are being entered: the one chosen, else the newest whose manifest is open.
  func bus(_ state: ViewState) -> Bus? {
    center.openBuses.first { $0.id == state.bus } ?? center.openBuses.last
  }
}

/// What a key does on the arrival line; nil where it is a command.
func typeArrival(_ key: Key, _ model: BoardModel, _ state: inout ViewState) -> [BoardAction]? {
  switch key {
  case .enter:
    let reading = model.arrivalReading(state)
    // The answer goes onto the line, so that it says itself what is recorded.
    if reading?.isCrowd == true, state.askedCrowd == state.line.text { state.line = TypedText(state.line.text + " !") }
    guard let entry = state.arrivalEntry else {
      state.say(Wording.nothingOnLine, at: model.now)
      return [.bell]
    }
    if let fault = model.arrivalReading(state)?.fault {
      // The number expected stands: what is typed next answers what is asked of it.
      state.line.settle()
      state.askedCrowd = reading?.isCrowd == true ? state.line.text : nil
      state.say(fault.message, at: model.now, isRefusal: true)
      return [.bell]
    }
    return [.enter(entry)]
  case .tab:
    // A word that is begun and not understood is completed; where there is none, the form goes on with the line.
    if let reading = model.arrivalReading(state), reading.fault != nil, let first = reading.completions.first,
      !first.range.isEmpty
    {
      state.line.replace(first.range, with: first.text)
    } else {
      state.openForm(model)
      if state.view == .arrive { return [.bell] }
    }
  case .up: chooseBus(-1, model, &state)
  case .down: chooseBus(1, model, &state)
  case .escape where !state.line.isEmpty:
    // The line stays as a draft: it stands here again when the view is opened.
    state.say(Wording.lineKept, at: model.now)
    _ = state.close()
  case .character(let scalar) where state.line.isEmpty && !beginsLine(scalar):
    // There is nothing here to move in.
    let command = CommandTable.command(for: key, in: state.view)
    if let command, command.group != .moving || command.id == .close { return nil }
    state.say(Wording.beginsNoLine(scalar), at: model.now)
    return [.bell]
  default: return state.line.press(key) ? [] : nil
  }
  return []
}

/// Whether a line of arrival can begin with a sign, or one that begins with `arrive` or `bus`.
private func beginsLine(_ scalar: Unicode.Scalar) -> Bool {
  "0123456789fmxFMX/aAbB".unicodeScalars.contains(scalar)
}

private func chooseBus(_ step: Int, _ model: BoardModel, _ state: inout ViewState) {
  let buses = model.center.openBuses
  guard let here = model.bus(state), let index = buses.firstIndex(where: { $0.id == here.id }) else {
    state.say(Wording.noBusOpen, at: model.now)
    return
  }
  state.bus = buses[min(max(0, index + step), buses.count - 1)].id
}
