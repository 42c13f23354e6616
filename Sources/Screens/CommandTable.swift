import CaseFlow

/// Every command of the board. The raw value is its name in the palette and in documents.
package enum CommandID: String, CaseIterable, Hashable, Sendable {
  case down, up, pageDown, pageUp, first, last, open, back, close, quit
  case find, findNext, findPrevious, filter, mark, nextPane, previousPane
  case board, queues, arrive, lastCase, alarms, plan, places, leaving, shift, everyone, appointments, messages, schedule
  case record, complete, form, toDo, call, begin, recall, done, hold, resume, expedite, place, act, correct, signOn
  case keyAgain
  case clocks, ledger, children, stay, cause, screen
  case offer, answer, step, seat, leave, confirm, stopReturn, fear, announce, holdPlaces, turnReceiver
  case ready, departures, receivers, followUps
  case book, rebook, unbook
  case sort, invert, freeze, undo, help, palette, suspend, redraw
  case screening, check, finding, treat, fit, isolate, contacts, look, refer, referrals
  case acknowledge, shelve, takeBack, service, values, figures, mute
  case tick, declare, standDown, takeLine, order, charge, role, handOver, sign, promise, kept
  case pause, slower, faster, backward, forward, previousEvent, nextEvent, nextAlarm, goTo
  case takeOver, emergency, drill, fire, holdBack, changeInject, inject, endDrill, branch, controller
}

/// A group of commands in the help.
package enum CommandGroup: CaseIterable, Hashable, Sendable {
  case moving, views, lists, answers, desks, leaving, replay, drill, program
}

extension CommandGroup {
  /// The group that the help of a view begins with.
  static func nearest(_ view: BoardView, _ model: BoardModel) -> CommandGroup {
    switch view {
    case .queue where model.live != nil: .desks
    case .leaving where model.live != nil: .leaving
    case .leavingList: .leaving
    case .queue, .found, .leaving, .toDo, .appointments, .clocks, .ledger: .lists
    case .children: model.live == nil ? .lists : .desks
    case .aCase where model.live != nil: .desks
    case .arrive, .form, .shift, .schedule, .screening, .contacts, .referrals: .desks
    case .alarms, .alarm, .figures, .plan, .handOver: .answers
    case .drill: .drill
    case .overview, .aCase, .places, .help, .messages: .moving
    }
  }
}

/// A command: everything that keys, footer, help, palette and documents read about it.
package struct BoardCommand: Sendable {
  package let id: CommandID
  package let keys: [Key]
  package let group: CommandGroup
  /// The lower, the sooner the footer shows it; nil never.
  package let footer: Int?
  /// Where the footer shows it, of the views in which it means something.
  package let isOffered: @Sendable (BoardView) -> Bool
  /// Whether it means something in a view.
  package let applies: @Sendable (BoardView) -> Bool
  /// Whether the palette takes it in every view, its keys only in those in which it means something.
  package let isNamedAnywhere: Bool
  /// Why it cannot be done now, in a sentence; nil when it can.
  package let whyNot: @Sendable (BoardModel, ViewState) -> String?

  init(
    _ id: CommandID, _ keys: [Key], _ group: CommandGroup, footer: Int? = nil,
    in applies: @escaping @Sendable (BoardView) -> Bool = { _ in true },
    offered isOffered: @escaping @Sendable (BoardView) -> Bool = { _ in true },
    isNamedAnywhere: Bool = false,
    unless whyNot: @escaping @Sendable (BoardModel, ViewState) -> String? = { _, _ in nil }
  ) {
    self.id = id
    self.keys = keys
    self.group = group
    self.footer = footer
    self.isOffered = isOffered
    self.applies = applies
    self.isNamedAnywhere = isNamedAnywhere
    self.whyNot = whyNot
  }

  /// A word or two for the footer.
  package var label: String { Wording.label(id) }
  /// A sentence for the help.
  package var help: String { Wording.help(id) }
  /// Its name in the palette: `next-alarm`.
  package var name: String { Wording.paletteName(id) }
}

/// The one table of commands.
package enum CommandTable {
  /// Every command, in the order of the help.
  package static let all: [BoardCommand] =
    moving + views + lists + answers + desks + plan + health + leaving + replay + drill + program

  /// The command of a number.
  package static func command(_ id: CommandID) -> BoardCommand? { all.first { $0.id == id } }

  /// The command that a key means in a view.
  package static func command(for key: Key, in view: BoardView) -> BoardCommand? {
    all.first { $0.keys.contains(key) && $0.applies(view) }
  }

  static let moving: [BoardCommand] = [
    BoardCommand(.down, [.char("j"), .down], .moving),
    BoardCommand(.up, [.char("k"), .up], .moving),
    BoardCommand(.pageDown, [.pageDown, .control("F")], .moving),
    BoardCommand(.pageUp, [.pageUp, .control("B")], .moving),
    BoardCommand(.first, [.char("g"), .home], .moving),
    BoardCommand(.last, [.char("G"), .end], .moving),
    BoardCommand(
      .open, [.enter], .moving, footer: 1, in: { !$0.isPage && !$0.isTyped },
      offered: { $0 != .leavingList(.departures) && $0 != .leavingList(.receivers) }),
    BoardCommand(.nextPane, [.tab], .moving, footer: 9, in: { $0.hasPanes }),
    BoardCommand(.previousPane, [.backTab], .moving, in: { $0.hasPanes }),
    BoardCommand(.back, [.escape], .moving, footer: 3, in: { $0 != .overview }),
    BoardCommand(.close, [.char("q")], .moving, footer: 30),
  ]

  static let views: [BoardCommand] = [
    BoardCommand(.board, [.char("1")], .views),
    BoardCommand(.queues, [.char("2")], .views),
    BoardCommand(.arrive, [.char("3")], .views, unless: { model, _ in model.entersNothing }),
    BoardCommand(
      .lastCase, [.char("4")], .views, unless: { _, state in state.caseAtHand == nil ? Wording.noCase : nil }),
    BoardCommand(.alarms, [.char("5")], .views),
    BoardCommand(.plan, [.char("6")], .views),
    BoardCommand(.places, [.char("7")], .views),
    BoardCommand(.leaving, [.char("8")], .views),
    BoardCommand(.shift, [.char("9")], .views),
    BoardCommand(.everyone, [.char("0")], .views),
    BoardCommand(
      .appointments, [.char("l")], .views, footer: 6, in: { $0 == .arrive || $0 == .overview },
      isNamedAnywhere: true,
      unless: { model, _ in model.appointmentsToday.isEmpty ? Wording.noAppointments : nil }),
    BoardCommand(.children, [], .views),
    BoardCommand(.clocks, [.char("C")], .views, in: { $0 == .overview || $0 == .ledger }, isNamedAnywhere: true),
    BoardCommand(
      .ledger, [.char("L")], .views, footer: 14, in: { $0 == .overview || $0 == .clocks }, isNamedAnywhere: true),
    BoardCommand(
      .schedule, [.char("i")], .views, footer: 6, in: { !$0.isScreening }, offered: { $0.leadsToInterviews }),
    BoardCommand(.messages, [.char("m")], .views),
  ]

  static let lists: [BoardCommand] = [
    BoardCommand(.find, [.char("/")], .lists, footer: 6, in: { !$0.isTyped }),
    BoardCommand(
      .findNext, [.char("n")], .lists, unless: { _, state in state.find.isEmpty ? Wording.nothingFound : nil }),
    BoardCommand(
      .findPrevious, [.char("N")], .lists, unless: { _, state in state.find.isEmpty ? Wording.nothingFound : nil }),
    BoardCommand(.filter, [.char("\\")], .lists, footer: 7, in: \.listsCases),
    BoardCommand(.sort, [.char("s")], .lists, footer: 7, in: \.listsCases),
    BoardCommand(.invert, [.char("I")], .lists, in: \.listsCases),
    BoardCommand(.freeze, [.char("Z")], .lists, footer: 10, in: \.listsCases),
    BoardCommand(.mark, [.char(" ")], .lists, in: \.listsCases),
  ]

  static let answers: [BoardCommand] = [
    BoardCommand(
      .acknowledge, [.char("a")], .answers, footer: 2, in: { $0.answersAlarms },
      unless: { model, state in
        model.answersRefused ?? (alarmAtHand(model, state) == nil ? Wording.noAlarmToTake : nil)
      }),
    BoardCommand(.shelve, [.char("h")], .answers, footer: 3, in: \.listsAlarms, unless: alarm(for: .shelve)),
    BoardCommand(.takeBack, [.char("r")], .answers, footer: 5, in: \.listsAlarms, unless: alarm(for: .takeBack)),
    BoardCommand(.service, [.char("O")], .answers, footer: 8, in: \.listsAlarms, unless: alarm(for: .service)),
    BoardCommand(
      .values, [.char("E")], .answers, footer: 8, in: \.listsAlarms,
      unless: { model, state in model.entersNothing ?? alarm(for: .values)(model, state) }),
    BoardCommand(.figures, [], .answers, in: { !$0.isTyped }),
    BoardCommand(
      .mute, [.control("N")], .answers, in: { !$0.isTyped },
      unless: { model, _ in model.live == nil && model.drill == nil ? Wording.noSound : nil }),
    BoardCommand(
      .tick, [.char("t")], .answers, footer: 2, in: { $0 == .plan },
      unless: { model, state in
        if let refused = model.answersRefused { return refused }
        if case .cardLine? = state.pane.selection { return nil }
        return Wording.noLine
      }),
    BoardCommand(
      .declare, [.char("D")], .answers, footer: 4, in: { $0 == .plan || $0 == .alarms || $0 == .overview },
      unless: { model, state in
        if case .declared = model.crisis.standing { return Wording.alreadyDeclared }
        if state.view == .overview, model.crisis.standing == .none { return Wording.nothingProposed }
        return model.answersRefused
      }),
    BoardCommand(
      .standDown, [.char("S")], .answers, footer: 4, in: { $0 == .plan || $0 == .alarms || $0 == .overview },
      unless: { model, _ in
        guard case .declared = model.crisis.standing else { return Wording.noCrisis }
        return model.answersRefused
      }),
  ]

  static let replay: [BoardCommand] = [
    BoardCommand(.pause, [.char("p")], .replay, footer: 4, unless: whileItLasts),
    BoardCommand(.slower, [.char("[")], .replay, footer: 5, unless: onlyInReplay),
    BoardCommand(.faster, [.char("]")], .replay, footer: 5, unless: onlyInReplay),
    BoardCommand(.backward, [.left], .replay, footer: 12, unless: onlyInReplay),
    BoardCommand(.forward, [.right], .replay, footer: 12, unless: whileItLasts),
    BoardCommand(.previousEvent, [.char("<")], .replay, unless: onlyInReplay),
    BoardCommand(
      .nextEvent, [.char(">")], .replay, unless: { model, state in model.nothingToCome ?? whileItLasts(model, state) }),
    BoardCommand(
      .nextAlarm, [.char("!")], .replay, footer: 8,
      unless: { model, state in model.nothingToCome ?? onlyInReplay(model, state) }),
    BoardCommand(.goTo, [], .replay, unless: onlyInReplay),
  ]

  static let program: [BoardCommand] = [
    BoardCommand(
      .undo, [.char("u")], .program,
      unless: { model, _ in model.live == nil && model.drill == nil ? Wording.noUndo : model.entersNothing }),
    BoardCommand(.palette, [.char(":")], .program, footer: 13),
    BoardCommand(.help, [.char("?")], .program, footer: 0),
    BoardCommand(.redraw, [.control("L")], .program),
    BoardCommand(.suspend, [.control("Z")], .program),
    BoardCommand(.quit, [.char("Q"), .control("C")], .program),
  ]

  private static let onlyInReplay: @Sendable (BoardModel, ViewState) -> String? = { model, _ in
    model.replay == nil ? Wording.onlyInReplay : nil
  }

  private static let whileItLasts: @Sendable (BoardModel, ViewState) -> String? = { model, _ in
    guard let replay = model.replay else { return Wording.onlyInReplay }
    guard replay.now >= replay.until else { return nil }
    return model.drill == nil ? Wording.recordingEnds : Wording.drillEndsHere
  }

  /// The alarm an answer would take: the selected one, else the most urgent without an owner.
  static func alarmAtHand(_ model: BoardModel, _ state: ViewState) -> AlarmItem? {
    func takes(_ alarm: AlarmItem) -> Bool {
      alarm.standing == .unacknowledged || alarm.standing == .clearedUnacknowledged
    }
    if case .alarm(let key) = state.view { return model.alarms.first { $0.key == key && takes($0) } }
    if case .alarm(let key)? = state.pane.selection { return model.alarms.first { $0.key == key && takes($0) } }
    return state.view == .alarms ? nil : model.alarms.first(where: takes)
  }
}

extension BoardView {
  /// Whether the day of interviews is near at hand.
  var leadsToInterviews: Bool {
    switch self {
    case .queue(.interview), .queue(.consultation), .shift, .aCase: true
    default: false
    }
  }

  /// Whether Tab goes from part to part, or from queue to queue.
  var hasPanes: Bool {
    switch self {
    case .overview, .queue, .plan, .shift, .leaving, .leavingList, .drill: true
    case .found, .aCase, .alarms, .alarm, .places, .arrive, .form, .toDo, .appointments, .schedule, .children, .clocks,
      .ledger, .screening, .contacts, .referrals, .figures, .handOver, .help, .messages:
      false
    }
  }

  /// Whether an alarm can be taken here.
  var answersAlarms: Bool {
    switch self {
    case .overview, .alarms, .alarm, .plan: true
    case .queue, .found, .aCase, .places, .leaving, .leavingList, .arrive, .form, .toDo, .appointments, .shift,
      .schedule, .children, .clocks, .ledger, .screening, .contacts, .referrals, .drill, .figures, .handOver, .help,
      .messages:
      false
    }
  }
}
