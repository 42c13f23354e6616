import Alarms
import CaseFlow

/// The columns of a list and what each of its rows says.
struct ListTable {
  let view: BoardView
  let model: BoardModel
  let layout: Table
  /// The case for which a receiver is looked for.
  let offered: CaseID?
  /// The row that is selected.
  let selected: Item?
  /// The contacts that a list of them shows, looked up once for all rows.
  let contacts: [CaseID: Contact]

  init(_ view: BoardView, width: Int, _ model: BoardModel, offering offered: CaseID?, selected: Item?) {
    self.view = view
    self.selected = selected
    self.offered = offered
    self.model = model
    contacts =
      if case .contacts(let id) = view {
        Dictionary(uniqueKeysWithValues: model.contacts(of: id).map { ($0.caseID, $0) })
      } else {
        [:]
      }
    layout = Table(Self.columns(view), width: width, gap: width >= 150 ? 2 : 1, ellipsis: model.glyphs.ellipsis)
  }

  private static func columns(_ view: BoardView) -> [Column] {
    switch view {
    case .queue: [.right(Wording.placeInLine, 3, rank: 4)] + caseColumns
    case .found: [.left(Wording.rowHeading, 15, rank: 4)] + caseColumns
    case .leaving: leavingColumns
    case .leavingList(let list): columns(of: list)
    case .alarms: alarmColumns
    case .plan: planColumns
    case .places: placeColumns
    case .toDo: toDoColumns
    case .appointments: appointmentColumns
    case .children: childColumns
    case .clocks: clockColumns
    case .ledger: ledgerColumns
    case .shift: shiftColumns
    case .schedule: scheduleColumns
    case .screening: screeningColumns
    case .contacts: contactColumns
    case .referrals: referralColumns
    case .overview, .aCase, .alarm, .arrive, .form, .figures, .handOver, .drill, .help, .messages: []
    }
  }

  private static let caseColumns: [Column] = [
    .left(Wording.caseHeading, 6),
    .people(13, rank: 2, stretch: 12),
    .left(Wording.languageHeading, 4, rank: 5),
    .left(Wording.classHeading, 2, rank: 1),
    .right(Wording.waitedHeading, 6, rank: 1),
    .left(Wording.whyHeading, 14, rank: 6, stretch: 2),
    .left(Wording.stateHeading, 14, rank: 3, stretch: 12),
    .right(Wording.leftHeading, 8, rank: 4),
    .left(Wording.clockHeading, 14, rank: 7),
  ]

  private static let alarmColumns: [Column] = [
    .left("", 2),
    .left(Wording.stateHeading, 18, rank: 2),
    .left(Wording.levelHeading, 8, rank: 4),
    .left(Wording.thresholdHeading, 27, stretch: 15),
    .right(Wording.valueHeading, 9, rank: 1),
    .right(Wording.limitHeading, 7, rank: 5),
    .right(Wording.raisedHeading, 12, rank: 6),
    .right(Wording.ageHeading, 6, rank: 3),
    .left(Wording.ownerHeading, 10, rank: 3),
    .right(Wording.clearedHeading, 12, rank: 7),
  ]

  private static let placeColumns: [Column] = [
    .left(Wording.areaHeading, 18, stretch: 10),
    .left(Wording.kindHeading, 9, rank: 5),
    .right(Wording.occupiedHeading, 6),
    .right(Wording.usableHeading, 6),
    .left("", 2),
    .left(Wording.loadHeading, 21, rank: 1, stretch: 30),
    .left(Wording.bindsHeading, 12, rank: 2),
    .right(Wording.physicalHeading, 8, rank: 6),
    .right(Wording.safeHeading, 5, rank: 7),
    .right(Wording.staffedHeading, 7, rank: 7),
    .right(Wording.reserveHeading, 7, rank: 8),
    .right(Wording.heldPlacesHeading, 5, rank: 8),
    .right(Wording.outOfOrderHeading, 5, rank: 9),
  ]

  /// The texts of one row, in the order of the columns.
  func pieces(_ item: Item) -> [Piece] {
    switch item {
    case .aCase(let id): caseRow(id)
    case .departure(let id): departure(id)
    case .receiver(let code): receiver(code, offering: offered)
    case .followUp(let id, let kind): followUp(id, kind)
    case .clock(let id, let kind): clock(id, kind)
    case .ledger(let matter, let id, let since): ledger(matter, id, since)
    case .person(let id): screening(id)
    case .referral(let id, let service): referral(id, service)
    case .alarm(let key): alarm(key)
    case .folded(let fold): folded(fold)
    case .cardLine(let code, let line): card(code, line)
    case .area(let code): view == .shift ? staffed(code) : area(code)
    case .desk(let id): desk(id)
    case .appointment(let code): appointment(code)
    case .interpreters(let language): interpreters(language)
    case .booking(let id): booking(id)
    case .suggestion(let id): suggestion(id)
    case .card(let code): head(code)
    case .ladder: ladderHead
    case .reserve(let code): rung(code)
    // The drill view has a table for every part.
    case .row, .onRoll, .places, .expected, .drill: []
    }
  }

  private func caseRow(_ id: CaseID) -> [Piece] {
    switch view {
    case .leaving: leaving(id)
    case .leavingList(.departures): passenger(id)
    case .leavingList: ready(id)
    case .toDo: toDo(id)
    case .children: child(id)
    case .contacts: contact(id)
    case .places: isolated(id)
    default: aCase(id)
    }
  }

  private func aCase(_ id: CaseID) -> [Piece] {
    guard let line = model.line(of: id) else { return [] }
    let standing = model.figures.standings[id]
    let isElsewhere = view == .queue(.childrenAlone) && model.figures.childrenElsewhere.contains(id)
    let isHere: Bool =
      if case .queue(let row) = view { standing?.row == row || isElsewhere } else { standing != nil }
    let state = isElsewhere ? (line.row.map { Wording.atRow(Wording.row($0), line.state) } ?? line.state) : line.state
    let style: Style = isHere ? .plain : .dim
    var pieces: [Piece] = []
    if case .queue = view { pieces.append(Piece(standing?.position.map(String.init) ?? "", style)) }
    if case .found = view { pieces.append(Piece(line.row.map { Wording.row($0) } ?? Wording.none, style)) }
    let isFirst = line.level <= .p1
    pieces += [
      Piece(line.number, style), Piece(line.who, style), Piece(line.language, style),
      Piece(line.level.label, isFirst && isHere ? .plain.bold : style),
      Piece(TimeText.length(line.waited), style),
      Piece(isHere ? line.why : "", style), Piece(isHere ? state : Wording.departed, style),
    ]
    return pieces + model.leftPieces(line.clock, normal: style)
  }

  private func area(_ code: Code) -> [Piece] {
    guard let area = model.figures.areas.first(where: { $0.area.code == code }) else { return [] }
    let capacity = area.area.capacity
    // A kind may be over its places while one of its areas is not.
    let isOver = area.area.occupied >= area.usable && area.area.occupied > 0
    let isBeyond = area.area.occupied > area.usable
    let grade = (isOver ? model.placeGrade(area.area.kind) : nil) ?? (isBeyond ? .watch : nil)
    let load = layout.places[5]?.width ?? 0
    return [
      Piece(area.name.isEmpty ? code.text : area.name), Piece(Wording.places(area.area.kind)),
      Piece(String(area.area.occupied)), Piece(String(area.usable)),
      Piece(grade.map { model.sign($0) } ?? "", grade.map { model.style($0) } ?? .plain),
      Piece(
        model.glyphs.loadBar(area.area.occupied, of: area.usable, width: load), grade.map { model.style($0) } ?? .plain),
      Piece(area.limitedBy == .places ? "" : Wording.limit(area.limitedBy)),
      Piece(String(capacity.physical), .dim), Piece(String(capacity.safe), .dim), Piece(String(capacity.staffed), .dim),
      Piece(String(capacity.reserve), .dim), Piece(String(capacity.held), .dim),
      Piece(String(capacity.outOfOrder), .dim),
    ]
  }
}

extension Glyphs {
  /// A bar of people over places that does not stop at 100 %: a full bar, a sign that it goes on, the percent.
  ///
  ///     loadBar(121, of: 100, width: 20)   // ██████████████▶ 121%
  func loadBar(_ people: Int, of places: Int, width: Int) -> String {
    guard width >= 6 else { return "" }
    let percent = places > 0 ? people * 100 / places : people > 0 ? 999 : 0
    let text = TextWidth.pad("\(percent > 9_999 ? 9_999 : percent)%", to: 5, .right)
    let room = max(0, width - 6)
    let share = Double(percent) / 100
    let bar = bar(share, width: room)
    return bar + (percent > 100 ? play : level == .ascii ? "|" : "▏") + text
  }
}

extension BoardModel {
  /// What is left of a clock, marked when it is near or over, and the clock's name.
  func leftPieces(_ clock: LegalClock?, normal: Style) -> [Piece] {
    guard let clock else { return [Piece(""), Piece("")] }
    let left = clock.left(at: now)
    let isNear = left < BoardModel.clockNear
    let sign = left < .zero ? glyphs.alarm : isNear ? glyphs.warning : ""
    let style: Style = left < .zero ? .crisis : isNear ? .strained : normal
    return [Piece(TimeText.length(left) + sign, style), Piece(Wording.clock(clock.kind), style)]
  }

  /// The clock that ends next, its name and what is left: marked when it is near or over.
  func clockPiece(_ clock: LegalClock?, normal: Style) -> Piece {
    guard let clock else { return Piece("") }
    let left = clock.left(at: now)
    let text = "\(Wording.clock(clock.kind)) \(Wording.clockLeft(left))"
    if left < .zero { return Piece("\(text) \(glyphs.alarm)", .crisis) }
    return left < BoardModel.clockNear ? Piece("\(text) \(glyphs.warning)", .strained) : Piece(text, normal)
  }

  /// A clock where there is no room for all of it: what is left and its sign before its name.
  func shortClock(_ clock: LegalClock, briefly: Bool = false) -> String {
    let left = clock.left(at: now)
    let sign = left < .zero ? "\(glyphs.alarm) " : left < BoardModel.clockNear ? "\(glyphs.warning) " : ""
    return "\(sign)\(Wording.clockLeft(left)) \(briefly ? Wording.clockBriefly(clock.kind) : Wording.clock(clock.kind))"
  }

  /// The area of a kind that is furthest over its usable places.
  func areaOver(_ kind: PlaceKind) -> AreaFigures? {
    let over = figures.areas.filter { $0.area.kind == kind && $0.area.occupied > $0.usable }
    return over.max { $0.area.occupied - $0.usable < $1.area.occupied - $1.usable }
  }

  /// Who left and has not been confirmed at the other end, in words.
  func notYetArrived(briefly: Bool) -> String? {
    figures.peopleOnTheWay.isEmpty ? nil : Wording.onTheWay(figures.peopleOnTheWay, briefly: briefly)
  }

  /// A clock with so little left is marked.
  static let clockNear = Span.hours(2)

  /// The style of an alarm: its grade while it is active, dim when it is over.
  func style(of alarm: AlarmItem) -> Style {
    switch alarm.standing {
    case .unacknowledged: style(alarm.grade).bold
    case .acknowledged: style(alarm.grade)
    case .clearedUnacknowledged: .plain
    case .suppressed, .shelved, .outOfService, .cleared, .normal: .dim
    }
  }

  /// The gravest active alarm about a kind of place, or a watch where people are more than places.
  func placeGrade(_ kind: PlaceKind) -> AlarmGrade? {
    if let grade = alarms.filter({ $0.isActive && $0.places == kind }).map(\.grade).max() { return grade }
    guard let figures = figures.kinds.first(where: { $0.kind == kind }) else { return nil }
    return figures.occupied > figures.usable ? .watch : nil
  }

  /// The gravest active alarm about a row.
  func rowGrade(_ row: BoardRow) -> AlarmGrade? {
    alarms.filter { $0.isActive && $0.row == row }.map(\.grade).max()
  }
}
