import Alarms
import CaseFlow
import Drill
import Journal
import Screens

/// Makes what the screens show of a center at work.
///
/// What a page of a case needs beyond the center, its history and the names, is read once, when the page is opened.
struct LiveModelMaker {
  let by: Code
  let glyphs: Glyphs
  /// The desk last signed on to here: one person may have opened several.
  var desk: DeskID?
  /// NOT SAVED, and why.
  var fault: String?
  /// Since when nothing could be read from the journal, or nil.
  var unreadSince: Instant?
  /// The case whose page is open.
  private(set) var shown: CaseID?
  private var history = CaseHistory()
  private var quarters: [[Int]] = []
  private var nextQuarter: Instant?

  init(by: Code, glyphs: Glyphs) {
    self.by = by
    self.glyphs = glyphs
  }

  /// The model of a center now; `showing` is the case whose page is open.
  mutating func model(of live: LiveCenter, showing: CaseID?) -> BoardModel {
    let now = live.now
    var model = BoardModel(center: live.center, now: now)
    model.mode = .live
    model.zone = live.zone
    model.glyphs = glyphs
    model.take(live.alarms)
    model.dataAge = unreadSince.map { now - $0 }
    noteQuarter(model)
    for (index, row) in BoardRow.allCases.enumerated() { model.trends[row] = quarters.map { $0[index] } }
    var item = LiveItem(by: by, desk: ownDesk(in: live.center))
    item.fault = fault
    shown = showing
    if let id = showing, let shownCase = live.center.cases[id] {
      let records = history.records(of: shownCase, in: live)
      model.records = { $0 == id ? records : [] }
      let names = details(of: shownCase, in: live)
      item.details = { names[$0] }
    }
    model.live = item
    return model
  }

  /// The desk of whoever sits here: the last one they signed on to, if it is still theirs, else any that is.
  private func ownDesk(in center: Center) -> DeskID? {
    let own = center.desks.filter { $0.staff?.isSamePerson(as: by) == true }.map(\.id)
    return own.first { $0 == desk } ?? own.first
  }

  /// What is known of the people of a case; a vault that cannot be read leaves their numbers.
  private func details(of item: Case, in live: LiveCenter) -> [PersonID: PersonDetails] {
    var names: [PersonID: PersonDetails] = [:]
    for person in live.center.members(of: item) where !person.details.isEmpty {
      names[person.id] = try? live.details(of: person.id)
    }
    return names
  }

  /// Keeps the people on every row at each quarter of an hour since the board was opened.
  private mutating func noteQuarter(_ model: BoardModel) {
    let quarter = DayIndex.quarter.milliseconds
    let last = Instant(milliseconds: model.now.milliseconds / quarter * quarter)
    guard nextQuarter.map({ $0 <= last }) ?? true else { return }
    nextQuarter = last + DayIndex.quarter
    quarters = (quarters + [model.center.rows(at: model.now).map(\.people)]).suffix(DayIndex.trendLength)
  }
}
