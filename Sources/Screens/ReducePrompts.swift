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
    guard let actions = submit(prompt, model, &state) else {
      // The question stays until it is answered or left: what is typed next must not become commands.
      if case .confirm = prompt.kind { prompt.text = "" }
      state.prompt = prompt
      return []
    }
    return actions
  case .backspace where prompt.text.isEmpty:
    state.prompt = nil
    return []
  case .backspace: prompt.text.unicodeScalars.removeLast()
  case .control("U"): prompt.text = ""
  case .control("W"): prompt.text = prompt.text.split(separator: " ").dropLast().map { $0 + " " }.joined()
  case .character(let scalar): type(String(scalar), into: &prompt)
  case .paste(let text): type(text, into: &prompt)
  case .tab: if prompt.kind == .palette { complete(&prompt, state) }
  case .down: choose(1, of: &prompt, state)
  case .up: choose(-1, of: &prompt, state)
  case .control("Z"):
    return [.suspend]
  default: break
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
  prompt.choice = nil
}

private func choose(_ step: Int, of prompt: inout Prompt, _ state: ViewState) {
  let count = prompt.kind == .palette ? Palette.matches(prompt.text, state).count : 0
  guard count > 0 else { return }
  let next = Palette.marked(prompt, state).map { $0 + step } ?? 0
  prompt.choice = min(max(0, next), count - 1)
}

private func complete(_ prompt: inout Prompt, _ state: ViewState) {
  let matches = Palette.matches(prompt.text, state)
  let index = prompt.choice ?? 0
  guard matches.indices.contains(index) else { return }
  prompt.text = matches[index].name + " "
  prompt.choice = nil
}

/// What an answer does, or nil when it is refused: then a message says why.
private func submit(_ prompt: Prompt, _ model: BoardModel, _ state: inout ViewState) -> [BoardAction]? {
  let text = trimmed(prompt.text)
  switch prompt.kind {
  case .find:
    if !text.isEmpty { state.find = text }
    if !state.find.isEmpty { findNext(1, model, &state) }
  case .filter:
    switch Filter.read(text) {
    case .unknown(let word):
      state.say(Wording.badFilter(word), at: model.now, isRefusal: true)
      return nil
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
      return nil
    }
    return [id == .declare ? .declareCrisis : .standDown]
  }
  return []
}

private func submitPalette(
  _ text: String, _ prompt: Prompt, _ model: BoardModel, _ state: inout ViewState
) -> [BoardAction]? {
  func refuse(_ sentence: String) -> [BoardAction]? {
    state.say(sentence, at: model.now, isRefusal: true)
    return nil
  }
  let matches = Palette.matches(text, state)
  let name = text.split(separator: " ").first.map { $0.lowercased() } ?? ""
  guard let index = Palette.marked(prompt, state), matches.indices.contains(index) else {
    return name.isEmpty ? [] : refuse(Palette.refusal(of: name, matches))
  }
  let command = matches[index]
  if let reason = command.whyNot(model, state) { return refuse(reason) }
  let rest = prompt.choice == nil ? trimmed(String(text.dropFirst(name.count))) : ""
  guard !rest.isEmpty else { return run(command, model, &state) }
  switch command.id {
  case .goTo: return goTo(rest, model, &state)
  case .find: return submit(Prompt(.find, text: rest), model, &state)
  case .filter: return submit(Prompt(.filter, text: rest), model, &state)
  default: return refuse(Wording.takesNothing(command.name))
  }
}

private func goTo(_ text: String, _ model: BoardModel, _ state: inout ViewState) -> [BoardAction]? {
  guard let replay = model.replay else { return [] }
  guard let time = TypedTime(text) else {
    state.say(Wording.badTime(text), at: model.now, isRefusal: true)
    return nil
  }
  guard let instant = time.instant(from: replay.from, until: replay.until, near: model.now, model.zone) else {
    let from = TimeText.near(replay.from, .earliest, model.zone)
    let until = TimeText.near(replay.until, .earliest, model.zone)
    state.say(Wording.outsideRecording(text, from, until), at: model.now, isRefusal: true)
    return nil
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

  /// The line that Enter runs: the one chosen, else an exact name, else the only one that begins so.
  static func marked(_ prompt: Prompt, _ state: ViewState) -> Int? {
    if let choice = prompt.choice { return choice }
    let name = prompt.text.split(separator: " ").first.map { $0.lowercased() } ?? ""
    guard !name.isEmpty else { return nil }
    let matches = matches(prompt.text, state)
    if let exact = matches.firstIndex(where: { $0.name == name }) { return exact }
    // A name of another view is that command, and never the beginning of one that is here.
    if CommandTable.all.contains(where: { $0.name == name }) { return nil }
    return matches.count { $0.name.hasPrefix(name) } == 1 ? matches.firstIndex { $0.name.hasPrefix(name) } : nil
  }

  /// Why a name runs nothing.
  static func refusal(of name: String, _ matches: [BoardCommand]) -> String {
    let elsewhere = CommandTable.all.filter { $0.name.hasPrefix(name) }
    if let exact = elsewhere.first(where: { $0.name == name }) { return Wording.notHere(exact.name) }
    let begins = matches.filter { $0.name.hasPrefix(name) }.map(\.name)
    if begins.count > 1 { return Wording.ambiguous(name, begins) }
    if begins.isEmpty, elsewhere.count == 1 { return Wording.notHere(elsewhere[0].name) }
    return matches.isEmpty ? Wording.unknownCommand(name) : Wording.onlyHolds(name)
  }

  private static func contains(_ text: String, _ part: String) -> Bool {
    let text = Array(text.utf8)
    let part = Array(part.utf8)
    guard part.count <= text.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0..<($0 + part.count)].elementsEqual(part) }
  }
}
