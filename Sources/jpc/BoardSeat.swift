import CaseFlow
import Journal
import Screens

/// One person at a board where people work: what they see, what they type, and what becomes of what they enter.
///
/// The center is handed in, because several may sit at one.
struct BoardSeat {
  let by: Code
  var maker: LiveModelMaker
  private(set) var model: BoardModel
  var state: ViewState
  private var ids = CommandIDs()
  private var unsaved: Unsaved?

  /// An entry that was asked and of which nobody knows yet that the journal took it; asked again, it keeps its id, so
  /// that it is never there twice.
  private struct Unsaved {
    var entry: Entry
    var id: String
  }

  init(_ maker: LiveModelMaker, _ state: ViewState, at live: LiveCenter) {
    by = maker.by
    self.maker = maker
    self.state = state
    model = self.maker.model(of: live, showing: .overview)
  }

  /// What is typed and not entered, with the id under which it is asked.
  var draft: Draft {
    unsaved.map { state.draft(asking: $0.entry, under: $0.id) } ?? state.draft
  }

  /// Stands in while the center changes: a center that nobody else holds changes in place.
  private static let nothing = BoardModel(center: Center(plan: CenterPlan(), rules: .us2023), now: .earliest)
}

// What is shown.
extension BoardSeat {
  /// Lets go of the center shown, so that it can change in place; `refresh` is to follow.
  mutating func release() { model = BoardSeat.nothing }

  /// Makes the model of the center as it is now.
  mutating func refresh(_ live: inout LiveCenter) {
    live.advance()
    model = maker.model(of: live, showing: state.view)
    state.settle(model)
  }

  /// An entry that was given up is not waited for any more: nothing typed is left.
  mutating func forgetUnsaved(_ live: inout LiveCenter) {
    guard unsaved != nil, state.draft.isEmpty else { return }
    unsaved = nil
    maker.fault = nil
    refresh(&live)
  }

  /// Puts a draft of before back where it was typed; what of it the journal has is told as when it was entered.
  mutating func resume(_ draft: Draft, _ live: inout LiveCenter) {
    state.resume(draft, model)
    guard let asked = draft.asked, let entry = draft.askedEntry else { return }
    if let entered = try? live.known(asked.id) {
      refresh(&live)
      state.recorded(entry, entered.records, undone: BoardSeat.undone(entered.records, live), model)
    } else {
      unsaved = Unsaved(entry: entry, id: asked.id)
    }
  }
}

// What is entered.
extension BoardSeat {
  /// Reads an entry against the center as it is and records it; answers what was recorded. The screen says what became of it.
  ///
  /// `keep` keeps the draft where a crash leaves it: before it is recorded, and at once after.
  mutating func enter(
    _ entry: Entry, _ live: inout LiveCenter, keep: (_ draft: Draft, _ durably: Bool) -> Void = { _, _ in }
  ) throws(EntryFault) -> [Record] {
    let act: Act
    do throws(LineFault) { act = try meaning(of: entry) } catch {
      state.refused(entry, error.message, at: live.now)
      throw .unreadable
    }
    let id = unsaved.flatMap { $0.entry.asksSame(as: entry) ? $0.id : nil } ?? ids.next()
    // With its id, should the power fail between its record and the end of its draft.
    unsaved = Unsaved(entry: entry, id: id)
    keep(draft, true)
    release()
    let cases = act.command?.cases(in: live.center) ?? []
    let anchor = maker.clock?.anchor
    if case .state(.clockConfirmed)? = act.command { maker.clock?.trust() }
    do throws(ActError) {
      let records = try live.perform(act, id: id, by: by).records
      remember(records)
      refresh(&live)
      state.recorded(entry, records, undone: BoardSeat.undone(records, live), model)
      // At once: what is in the journal is no draft any more.
      keep(draft, false)
      state.settle(model)
      return records
    } catch {
      if let anchor { maker.clock?.anchor = anchor }
      throw failed(error, entry, cases.first, &live)
    }
  }

  /// Records an answer to an alarm or a crisis.
  mutating func record(_ event: Event, _ live: inout LiveCenter) throws(EntryFault) -> [Record] {
    release()
    do throws(ActError) {
      let records = try live.perform(Act(.state(event)), id: ids.next(), by: by).records
      remember(records)
      refresh(&live)
      return records
    } catch {
      throw failed(error, nil, nil, &live)
    }
  }

  /// Opens the form in which a case's details are keyed a second time.
  mutating func keyAgain(_ id: CaseID, _ live: LiveCenter) {
    var details: [PersonID: PersonDetails] = [:]
    for person in live.center.cases[id]?.members ?? [] { details[person] = try? live.details(of: person) }
    state.keyAgain(id, details, model)
  }

  /// What is meant by an entry; the context, which holds the center, is gone when it is recorded.
  private func meaning(of entry: Entry) throws(LineFault) -> Act {
    guard let context = model.context(state) else { return Act(nil) }
    return try entry.act(in: context)
  }

  private mutating func failed(
    _ error: ActError, _ entry: Entry?, _ caseID: CaseID?, _ live: inout LiveCenter
  ) -> EntryFault {
    defer { state.settle(model) }
    switch error {
    case .refused(let refusal, let since):
      unsaved = nil
      maker.fault = nil
      refresh(&live)
      let before = since.map { model.meanwhile($0) + " " } ?? ""
      state.refused(entry, before + refusal.sentence, at: live.now)
      return .refused(refusal, caseID)
    case .store(let fault):
      // The screen says so until it is taken after all; an answer to an alarm is a key to press again.
      maker.fault = entry == nil ? maker.fault : fault.description
      refresh(&live)
      if let entry { state.kept(entry) } else { state.refused(nil, fault.description, at: live.now) }
      return .notSaved
    }
  }

  /// What the board keeps of its own entries: the desk signed on to, the bus opened.
  private mutating func remember(_ records: [Record]) {
    unsaved = nil
    maker.fault = nil
    maker.unreadSince = nil
    for record in records {
      switch record.event {
      case .deskOpened(let e) where e.staff.isSamePerson(as: by): maker.desk = e.desk
      case .busOpened(let e): state.bus = e.bus
      default: continue
      }
    }
  }

  /// The records that an undo took back.
  private static func undone(_ records: [Record], _ live: LiveCenter) -> [Record] {
    for case .entryUndone(let e) in records.map(\.event) {
      return (try? live.store.records(Int64(e.wrongs) - 1, 1)) ?? []
    }
    return []
  }
}

/// Why nothing was recorded of an entry; the screen says it already.
enum EntryFault: Error {
  /// It cannot be read as it is typed.
  case unreadable
  /// A rule forbids it, of the case that it is about, if one.
  case refused(Refusal, CaseID?)
  /// The journal took nothing.
  case notSaved
}
