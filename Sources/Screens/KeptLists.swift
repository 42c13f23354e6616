internal import Synchronization

/// A list of cases, with how many of them and of their people are on roll: both are shown at every key.
struct CaseList: Sendable {
  var items: [Item]
  private(set) var cases = 0
  private(set) var people = 0

  init(_ items: [Item], _ figures: BoardFigures) {
    self.items = items
    for case .aCase(let id) in items {
      // Those on their way, or gone since the list was frozen, have left the roll.
      guard let standing = figures.standings[id] else { continue }
      cases += 1
      people += standing.people
    }
  }
}

/// The lists of cases that were asked for last, in the order that was asked for: a key reads what the one before it made.
///
/// They follow from what never changes of a model, its center and its moment; a model and all its copies share them.
final class KeptLists: Sendable {
  /// What a list shows: the view, its order, its filter.
  struct Key: Hashable, Sendable {
    var view: BoardView
    var sort: SortKey
    var isInverse: Bool
    var filter: String
  }

  /// Lists that are kept: the one shown, and those that were left a moment ago.
  private static let most = 4
  private let kept = Mutex<[(key: Key, list: CaseList)]>([])

  func list(of pane: Pane, _ make: () -> CaseList) -> CaseList {
    let key = Key(view: pane.view, sort: pane.sort, isInverse: pane.isInverse, filter: pane.filter)
    if let known = kept.withLock({ lists in lists.first { $0.key == key }?.list }) { return known }
    let made = make()
    kept.withLock { lists in
      if lists.count >= Self.most { lists.removeFirst() }
      lists.append((key, made))
    }
    return made
  }
}
