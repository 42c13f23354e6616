package import CaseFlow

/// A question that one key answers: which desk, why, where to.
package enum Question: Hashable, Sendable {
  case signOn(Stage)
  case hold(CaseID)
  case expedite(CaseID)
  case place(CaseID)
  case outcome(CaseID)
  case basis(CaseID, Outcome)
  case plan(CaseID)
  /// Which fact of a case, or which member, was entered wrong.
  case correct(CaseID)
  case correctPerson(CaseID, PersonID)
  /// Why a case stays longer than the norm.
  case stay(CaseID)
  /// Why a clock ran out.
  case cause(CaseID, ClockKind)
  /// The next of the four questions to a child alone of a neighboring country, after these answers.
  case screening(CaseID, [Bool])
  case leaving(LeavingQuestion)
  /// Why a booking is taken back.
  case unbook(CaseID)
  case health(HealthQuestion)
  /// Why an alarm is put aside, and until when.
  case shelve(String)
  case shelfEnd(String, ShelveReason)
  /// Whether a threshold is really to be taken out of service.
  case withdraw(String)
  /// Whether another branch of a drill is to begin here.
  case beginBranch
  /// Whether the first terminal of a drill is really to be left.
  case leaveDrill
  /// Whether somebody may control the drill.
  case letControl(Code)
  /// Whether the entry of this number is really to be taken back.
  case undo(Int)
}

/// One answer to a question.
struct Choice {
  /// What an answer does.
  enum Effect: Equatable {
    /// Command lines are entered, each if the one before was.
    case enter([String])
    case ask(Question)
    /// A command line that still lacks something is put into the palette; others go before and after it.
    case write(String, first: [String], then: String?)
    /// An alarm is put aside.
    case answer(AlarmAnswer)
    /// Something is done at once.
    case act(BoardAction)
    /// Nothing is done.
    case leave
  }

  /// The key that gives it, or nil beyond the last of them.
  var key: Unicode.Scalar?
  var label: String
  var note: String
  var effect: Effect

  init(_ label: String, _ note: String = "", _ effect: Effect, key: Unicode.Scalar? = nil) {
    self.key = key
    self.label = label
    self.note = note
    self.effect = effect
  }
}

extension BoardModel {
  /// The answers to a question, each with its key.
  func choices(_ question: Question) -> [Choice] { Self.keyed(unkeyed(question)) }

  private func unkeyed(_ question: Question) -> [Choice] {
    switch question {
    case .signOn(let stage):
      return center.desks.filter { $0.id.stage == stage && !$0.isOpen }.map { desk in
        // Nobody works at two desks: whoever sits down here leaves the other one first.
        let leaving = ownDesk.map { [DeskLine.close($0.id)] } ?? []
        // Interviewers say which languages they speak: it decides whom their desk can call.
        return Choice(
          desk.id.shown, "",
          stage == .interview
            ? .write(DeskLine.open(desk.id) + " ", first: leaving, then: nil)
            : .enter(leaving + [DeskLine.open(desk.id)]))
      }
    case .hold(let id):
      return HoldReason.allCases.map { Choice(Wording.hold($0), "", .enter([DeskLine.hold(id, $0)])) }
    case .expedite(let id):
      return ExpediteReason.allCases.map {
        Choice(Wording.reasonToExpedite($0), "", .enter([DeskLine.expedite(id, $0)]))
      }
    case .place(let id): return places(for: id)
    case .stay(let id):
      return StayReason.allCases.map { Choice(Wording.stay($0), "", .enter([DeskLine.stay(id, $0)])) }
    case .cause(let id, let kind):
      return BreachCause.allCases.map { Choice(Wording.cause($0), "", .enter([DeskLine.cause(id, kind, $0)])) }
    case .screening(let id, let answers): return screening(id, answers)
    case .leaving(let question): return leavingChoices(question)
    case .unbook(let id):
      return UnbookReason.allCases.map { Choice(Wording.unbooked($0), "", .enter([DeskLine.unbook(id, $0)])) }
    case .health(let question): return choices(question)
    case .outcome(let id):
      return Outcome.allCases.map { Choice(Wording.outcome($0), Wording.outcomeNote($0), .ask(.basis(id, $0))) }
    case .basis(let id, let outcome):
      return outcome.bases.map {
        Choice(
          Wording.basis($0), "", .write(DeskLine.determine(id, outcome, $0), first: [], then: DeskLine.done(id)))
      }
    case .plan(let id):
      return Plan.allCases.map {
        Choice(Wording.plan($0), Wording.planNote($0), .enter([DeskLine.plan(id, $0), DeskLine.done(id)]))
      }
    case .correct(let id): return correctable(of: id)
    case .correctPerson(let id, let person): return correctable(of: person, in: id)
    case .shelve, .shelfEnd, .withdraw: return asides(question)
    case .beginBranch: return beginBranchChoices
    case .leaveDrill: return leaveDrillChoices
    case .letControl(let name): return controlChoices(name)
    case .undo(let wrongs): return answersToUndo(wrongs)
    }
  }

  /// Areas for a case: those that suit it and have room first; any other takes a supervisor's name.
  private func places(for id: CaseID) -> [Choice] {
    guard let item = aCase(id) else { return [] }
    let members = center.members(of: item)
    // No supervisor can put a child alone beside adults, or an adult among children alone: those are no answers.
    let lawful = figures.areas.filter {
      !center.endangersChild($0.area, item) && (item.isChildAlone || $0.area.kind != .children)
    }
    let sorted = lawful.map { figures -> (fits: Bool, choice: Choice) in
      let area = figures.area
      let there = members.count { $0.area == area.code }
      let fits = center.suits(area, item) && area.free >= members.count - there
      let name = figures.name.isEmpty ? area.code.text : figures.name
      let note = Wording.freePlaces(area.free, of: area.kind, needsOverride: !fits)
      let line = DeskLine.place(id, area.code)
      return (fits, Choice(name, note, fits ? .enter([line]) : .write(line + " override=", first: [], then: nil)))
    }
    return sorted.filter(\.fits).map(\.choice) + sorted.filter { !$0.fits }.map(\.choice)
  }

  /// Gives each answer that has no key the first letter of its label that is still free, else the next free letter or
  /// digit.
  private static func keyed(_ choices: [Choice]) -> [Choice] {
    var free = Array("abcdefghijklmnopqrstuvwxyz0123456789".unicodeScalars)
    free.removeAll { key in choices.contains { $0.key == key } }
    return choices.map { choice in
      guard choice.key == nil else { return choice }
      var choice = choice
      // Numbered things are picked by their number.
      let wished = choice.label.lowercased().unicodeScalars
      let own = wished.last.flatMap { $0.properties.numericType != nil ? $0 : nil }
      choice.key = ([own].compactMap { $0 } + Array(wished)).first(where: free.contains) ?? free.first
      if let key = choice.key { free.removeAll { $0 == key } }
      return choice
    }
  }
}
