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
  /// The clock of the board, where it goes.
  let steady: SteadyClock?
  /// How far the machine's clock had leapt when the last model was made.
  private(set) var leap: Span?
  /// Since when nothing could be read from the journal, or nil.
  var unreadSince: Instant?
  /// When it was last known to be read.
  var readAt: Instant?
  /// What a drill adds to what is shown; nil in a center at work.
  var drill: DrillShown?
  /// The view that the last model was made for.
  private(set) var shown = BoardView.overview
  private var history = CaseHistory()
  /// Details that were opened, with the record that had last changed the person then.
  private var read: [PersonID: (change: Int64, details: PersonDetails)] = [:]
  private var quarters: [[Int]] = []
  private var nextQuarter: Instant?

  init(by: Code, glyphs: Glyphs, steady: SteadyClock? = nil) {
    self.by = by
    self.glyphs = glyphs
    self.steady = steady
  }

  /// The model of a center now, with what the view shown needs beyond it.
  mutating func model(of live: LiveCenter, showing view: BoardView) -> BoardModel {
    let now = live.now
    var model = BoardModel(center: live.center, now: now)
    model.mode = .live
    model.zone = live.zone
    model.glyphs = glyphs
    model.take(live.alarms)
    model.dataAge = unreadSince.map { now - $0 }
    model.unfedSince = unreadSince
    noteQuarter(model, live)
    for (index, row) in BoardRow.allCases.enumerated() { model.trends[row] = quarters.map { $0[index] } }
    var item = LiveItem(by: by, desk: ownDesk(in: live.center))
    leap = steady?.leap
    item.fault = fault ?? drill?.fault ?? leap.map { Wording.clockLeapt($0) }
    shown = view
    if case .aCase(let id) = view, let shownCase = live.center.cases[id] {
      let records = history.records(of: shownCase, in: live)
      model.records = { $0 == id ? records : [] }
      let names = details(of: live.center.members(of: shownCase), in: live)
      item.details = { names[$0] }
    } else if view == .form {
      item.known = details(of: live.center.people.items.filter { $0.presence != .gone }, in: live)
        .map { (person: $0.key, details: $0.value) }.sorted { $0.person < $1.person }
    }
    model.live = item
    if let drill { drill.dress(&model) }
    return model
  }

  /// Forgets what was kept from one look to the next: another past is looked at now.
  mutating func forget() {
    history = CaseHistory()
    read = [:]
    nextQuarter = nil
  }

  /// The desk of whoever sits here: the last one they signed on to, if it is still theirs, else any that is.
  private func ownDesk(in center: Center) -> DeskID? {
    let own = center.desks.filter { $0.staff?.isSamePerson(as: by) == true }.map(\.id)
    return own.first { $0 == desk } ?? own.first
  }

  /// What is known of people; a vault that cannot be read leaves their numbers. It is read once while a form is open.
  private mutating func details(of people: [Person], in live: LiveCenter) -> [PersonID: PersonDetails] {
    var names: [PersonID: PersonDetails] = [:]
    for person in people where !person.details.isEmpty && person.erasedAt == nil {
      if let known = read[person.id], known.change == live.center.people.lastChange(of: person.id) {
        names[person.id] = known.details
      } else if let details = try? live.details(of: person.id) {
        names[person.id] = details
        read[person.id] = (live.center.people.lastChange(of: person.id), details)
      }
    }
    return names
  }

  /// Keeps the people on every row at each quarter of an hour, those before the board was opened as the journal has them.
  private mutating func noteQuarter(_ model: BoardModel, _ live: LiveCenter) {
    let quarter = DayIndex.quarter.milliseconds
    let last = Instant(milliseconds: model.now.milliseconds / quarter * quarter)
    guard nextQuarter.map({ $0 <= last }) ?? true else { return }
    // Where quarters were passed over, as at the speed of a drill, they are read too.
    let isNext = nextQuarter == last
    nextQuarter = last + DayIndex.quarter
    // What cannot be read now leaves the trend to begin now.
    if !isNext, let read = try? RecentTrend.quarters(of: live, upTo: last), !read.isEmpty {
      quarters = read
      return
    }
    quarters = (quarters + [model.center.rows(at: model.now).map(\.people)]).suffix(DayIndex.trendLength)
  }
}
