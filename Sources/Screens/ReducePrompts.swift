import CaseFlow

// Questions: what is typed into them, and what their answers do.

func answer(_ prompt: Prompt, with key: Key, _ model: BoardModel, _ state: inout ViewState) -> [BoardAction] {
  if case .confirm = prompt.kind, !prompt.wasDrawn, key != .escape {
    state.say(Wording.neverConfirms, at: model.now)
    return []
  }
  var prompt = prompt
  switch key {
  case .escape, .control("C"), .control("G"):
    state.prompt = nil
    if case .confirm = prompt.kind { state.say(Wording.cancelled, at: model.now) }
    return []
  case .enter:
    state.prompt = nil
    return submit(prompt, model, &state)
  case .backspace where prompt.text.isEmpty:
    state.prompt = nil
    return []
  case .backspace: prompt.text.unicodeScalars.removeLast()
  case .control("U"): prompt.text = ""
  case .control("W"): prompt.text = prompt.text.split(separator: " ").dropLast().map { $0 + " " }.joined()
  case .character(let scalar): type(String(scalar), into: &prompt)
  case .paste(let text): type(text, into: &prompt)
  case .tab: if prompt.kind == .palette { complete(&prompt, state) }
  case .down: prompt.choice += 1
  case .up: prompt.choice = max(0, prompt.choice - 1)
  case .control("Z"):
    return [.suspend]
  default: break
  }
  if prompt.kind == .palette {
    prompt.choice = min(prompt.choice, max(0, Palette.matches(prompt.text, state).count - 1))
  }
  state.prompt = prompt
  return []
}

/// Text goes in as text: a line feed in it becomes a blank, whatever was pasted submits nothing.
private func type(_ text: String, into prompt: inout Prompt) {
  for scalar in text.unicodeScalars.prefix(Prompt.longest) {
    guard prompt.text.unicodeScalars.count < Prompt.longest else { return }
    switch TextWidth.kind(of: scalar) {
    case .narrow, .wide, .combining: prompt.text.unicodeScalars.append(scalar)
    case .blank: prompt.text += " "
    case .forbidden, .invisible: continue
    }
  }
  prompt.choice = 0
}

private func complete(_ prompt: inout Prompt, _ state: ViewState) {
  let matches = Palette.matches(prompt.text, state)
  guard matches.indices.contains(prompt.choice) else { return }
  prompt.text = matches[prompt.choice].name + " "
  prompt.choice = 0
}

private func submit(_ prompt: Prompt, _ model: BoardModel, _ state: inout ViewState) -> [BoardAction] {
  let text = trimmed(prompt.text)
  switch prompt.kind {
  case .find:
    if !text.isEmpty { state.find = text }
    if !state.find.isEmpty { findNext(1, model, &state) }
  case .filter:
    switch Filter.read(text) {
    case .unknown(let word): state.say(Wording.badFilter(word), at: model.now, isRefusal: true)
    case .filter:
      state.pane.filter = text
      state.pane.frozen = nil
    }
  case .goTo: return goTo(text, model, &state)
  case .palette: return submitPalette(text, prompt, model, &state)
  case .confirm(let id):
    let word = Wording.confirmWord(id)
    guard text.lowercased() == word else {
      state.say(Wording.wrongWord(word), at: model.now, isRefusal: true)
      return []
    }
    return [id == .declare ? .declareCrisis : .standDown]
  }
  return []
}

private func submitPalette(
  _ text: String, _ prompt: Prompt, _ model: BoardModel, _ state: inout ViewState
) -> [BoardAction] {
  guard !text.isEmpty else { return [] }
  let name = text.split(separator: " ").first.map(String.init) ?? ""
  let rest = trimmed(String(text.dropFirst(name.count)))
  let matches = Palette.matches(name, state)
  guard let command = matches.first(where: { $0.name == name }) ?? (matches.isEmpty ? nil : pick(matches, prompt))
  else {
    state.say(Wording.unknownCommand(name), at: model.now, isRefusal: true)
    return []
  }
  if !rest.isEmpty, command.whyNot(model, state) == nil {
    switch command.id {
    case .goTo: return goTo(rest, model, &state)
    case .find: return submit(Prompt(.find, text: rest), model, &state)
    case .filter: return submit(Prompt(.filter, text: rest), model, &state)
    default: break
    }
  }
  return run(command, model, &state)
}

private func pick(_ matches: [BoardCommand], _ prompt: Prompt) -> BoardCommand {
  matches[min(prompt.choice, matches.count - 1)]
}

private func goTo(_ text: String, _ model: BoardModel, _ state: inout ViewState) -> [BoardAction] {
  guard let replay = model.replay else { return [] }
  guard let time = TypedTime(text) else {
    state.say(Wording.badTime(text), at: model.now, isRefusal: true)
    return []
  }
  guard let instant = time.instant(from: replay.from, until: replay.until, near: model.now, model.zone) else {
    let from = TimeText.near(replay.from, .earliest, model.zone)
    let until = TimeText.near(replay.until, .earliest, model.zone)
    state.say(Wording.outsideRecording(text, from, until), at: model.now, isRefusal: true)
    return []
  }
  return [.seekTo(instant)]
}

private func trimmed(_ text: String) -> String {
  var text = Substring(text)
  while text.first == " " { text.removeFirst() }
  while text.last == " " { text.removeLast() }
  return String(text)
}

/// The palette: commands by the beginning of their names, then by any part of it.
enum Palette {
  /// The commands that mean something here and whose name fits what was typed.
  static func matches(_ text: String, _ state: ViewState) -> [BoardCommand] {
    let name = text.split(separator: " ").first.map { $0.lowercased() } ?? ""
    let here = CommandTable.all.filter { $0.applies(state.view) }
    guard !name.isEmpty else { return here }
    let begins = here.filter { $0.name.hasPrefix(name) }
    let holds = here.filter { !$0.name.hasPrefix(name) && contains($0.name, name) }
    return begins + holds
  }

  private static func contains(_ text: String, _ part: String) -> Bool {
    let text = Array(text.utf8)
    let part = Array(part.utf8)
    guard part.count <= text.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0..<($0 + part.count)].elementsEqual(part) }
  }
}
