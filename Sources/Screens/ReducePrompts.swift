import CaseFlow

// Questions: what is typed into them, and what their answers do.

func answer(_ prompt: Prompt, with key: Key, _ model: BoardModel, _ state: inout ViewState) -> [BoardAction] {
  if prompt.kind.mustBeSeen, !prompt.wasDrawn, key != .escape {
    state.say(Wording.neverConfirms, at: model.now)
    return []
  }
  if case .choose(let question) = prompt.kind, let actions = choose(question, prompt, key, model, &state) {
    return actions
  }
  var prompt = prompt
  switch key {
  case .escape, .control("C"), .control("G"):
    state.prompt = nil
    if prompt.kind.mustBeSeen { state.say(Wording.cancelled, at: model.now) }
    return []
  case .enter:
    state.prompt = nil
    guard let actions = submit(prompt, model, &state) else {
      // The question stays until it is answered or left: what is typed next must not become commands.
      if case .confirm = prompt.kind { prompt.text = "" }
      state.prompt = prompt
      return []
    }
    // What is to be recorded stays on the screen until it is. The word of a question does not: it would answer the next.
    if actions.contains(where: \.isEntry), !prompt.kind.mustBeSeen { state.prompt = prompt }
    return actions
  case .backspace where prompt.text.isEmpty:
    state.prompt = nil
    return []
  case .backspace: prompt.text.unicodeScalars.removeLast()
  case .control("U"): prompt.text = ""
  case .control("W"): prompt.text = prompt.text.split(separator: " ").dropLast().map { $0 + " " }.joined()
  case .character(let scalar): type(String(scalar), into: &prompt)
  case .paste(let text): type(text, into: &prompt)
  case .tab: complete(&prompt, model, state)
  case .down: choose(1, of: &prompt, model, state)
  case .up: choose(-1, of: &prompt, model, state)
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

private func choose(_ step: Int, of prompt: inout Prompt, _ model: BoardModel, _ state: ViewState) {
  let count = prompt.lines(model, state)
  guard count > 0 else { return }
  let marked = prompt.completion(model, state) == nil ? Palette.marked(prompt, model, state) : nil
  let next = (prompt.choice ?? marked).map { $0 + step } ?? 0
  prompt.choice = min(max(0, next), count - 1)
}

private func complete(_ prompt: inout Prompt, _ model: BoardModel, _ state: ViewState) {
  if let completion = prompt.completion(model, state) { return prompt.take(prompt.choice ?? 0, of: completion) }
  let matches = Palette.matches(prompt, model, state)
  let index = prompt.choice ?? 0
  guard matches.indices.contains(index) else { return }
  prompt.text = matches[index].name + " "
  prompt.choice = nil
}

/// Takes the key that answers a question, or goes through its answers; nil for a key that every prompt knows.
private func choose(
  _ question: Question, _ prompt: Prompt, _ key: Key, _ model: BoardModel, _ state: inout ViewState
) -> [BoardAction]? {
  let choices = model.choices(question)
  let chosen: Choice?
  switch key {
  case .character(let scalar): chosen = choices.first { $0.key == scalar }
  case .enter: chosen = prompt.choice.flatMap { choices.indices.contains($0) ? choices[$0] : nil }
  case .escape, .control, .up, .down: return nil
  default: return []
  }
  guard let chosen else {
    state.say(Wording.noAnswer, at: model.now)
    return []
  }
  switch chosen.effect {
  case .ask(let next): state.ask(next)
  case .write(let text, let first, let next):
    state.prompt = Prompt(.palette, text: text, followedBy: next)
    return first.map { .enter(.line($0)) }
  case .answer(let answer):
    state.prompt = nil
    state.say(Wording.answered(answer, model.now, model.zone), at: model.now)
    return [.answer(answer)]
  case .leave:
    state.prompt = nil
    state.say(Wording.cancelled, at: model.now)
  case .act(let action):
    state.prompt = nil
    return [action]
  case .enter(let lines):
    state.prompt = nil
    return lines.map { .enter(.line($0)) }
  }
  return []
}

/// What an answer does, or nil when it is refused: then a message says why.
private func submit(_ prompt: Prompt, _ model: BoardModel, _ state: inout ViewState) -> [BoardAction]? {
  let text = Prompt.trimmed(prompt.text)
  switch prompt.kind {
  case .find:
    if !text.isEmpty { state.find = text }
    if !state.find.isEmpty { find(model, &state) }
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
  case .act(let id): return submitAct(id, prompt, model, &state)
  // Its keys answer it.
  case .choose: return nil
  case .confirm(let id):
    let word = Wording.confirmWord(id)
    guard text.lowercased() == word else {
      state.say(Wording.wrongWord(word), at: model.now, isRefusal: true)
      return nil
    }
    switch id {
    case .declare:
      state.say(Wording.crisisIsDeclared, at: model.now)
      return [.declareCrisis]
    case .charge:
      state.say(Wording.chargeIsTaken, at: model.now)
      return [.takeCharge]
    case .sign: return [.enter(.line(DeskLine.sign(model.signsNext)))]
    case .endDrill: return [.endDrill]
    default:
      state.say(Wording.stoodDown(model.mode), at: model.now)
      return [.standDown]
    }
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
  // What the arrows chose goes into the line; the next Enter asks for it.
  if let choice = prompt.choice, let completion = prompt.completion(model, state) {
    var filled = prompt
    filled.take(choice, of: completion)
    state.prompt = filled
    return []
  }
  let matches = Palette.matches(prompt, model, state)
  let name = Palette.name(text)
  let rest = prompt.choice == nil ? Prompt.trimmed(String(text.dropFirst(name.count))) : ""
  if let entry = Palette.entry(text, rest, model, state) {
    return [entry] + (prompt.followedBy.map { [.enter(.line($0))] } ?? [])
  }
  guard let index = Palette.marked(prompt, model, state), matches.indices.contains(index) else {
    return name.isEmpty ? [] : refuse(Palette.refusal(of: name, matches, state))
  }
  let line = matches[index]
  guard let command = line.command else {
    // A word of entry waits for what belongs behind it.
    state.prompt = Prompt(.palette, text: "\(line.name) \(rest)")
    return []
  }
  if let reason = command.whyNot(model, state) { return refuse(reason) }
  guard !rest.isEmpty else { return run(command, model, &state) }
  switch command.id {
  case .goTo: return goTo(rest, model, &state)
  case .mute:
    guard let minutes = Int(rest), AlarmBell.muteMinutes.contains(minutes) else {
      return refuse(Wording.muteLength)
    }
    state.mute(minutes, model)
    return []
  case .fire, .holdBack, .inject, .branch: return direct(command.id, rest, model, &state)
  case .find: return submit(Prompt(.find, text: rest), model, &state)
  case .filter: return submit(Prompt(.filter, text: rest), model, &state)
  default: return refuse(Wording.takesNothing(command.name))
  }
}

/// A command word chosen for a case is put into the palette with the case's number; what was typed behind it goes along.
private func submitAct(_ id: CaseID, _ prompt: Prompt, _ model: BoardModel, _ state: inout ViewState) -> [BoardAction]?
{
  let matches = Palette.matches(prompt, model, state)
  guard let index = Palette.marked(prompt, model, state), matches.indices.contains(index) else {
    state.say(Wording.noAnswer, at: model.now, isRefusal: true)
    return nil
  }
  let typed = prompt.choice == nil ? prompt.text.split(separator: " ") : []
  let whole = EntryWord.of(prompt.text).flatMap { word in matches.contains { $0.name == word.name } ? word : nil }
  guard let item = model.aCase(id), let word = (typed.isEmpty ? nil : whole) ?? EntryWord.of(matches[index].name) else {
    return []
  }
  if word.word.id == .correct {
    correct(id, &state)
    return []
  }
  let rest = typed.dropFirst(word.name.split(separator: " ").count).joined(separator: " ")
  state.prompt = Prompt(.palette, text: (word.beginning(about: item) ?? "") + rest)
  return []
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

extension Prompt {
  /// A text without the blanks around it.
  static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
