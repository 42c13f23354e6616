internal import Synchronization

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
  private let kept = Mutex<[(key: Key, items: [Item])]>([])

  func items(of pane: Pane, _ make: () -> [Item]) -> [Item] {
    let key = Key(view: pane.view, sort: pane.sort, isInverse: pane.isInverse, filter: pane.filter)
    if let known = kept.withLock({ lists in lists.first { $0.key == key }?.items }) { return known }
    let made = make()
    kept.withLock { lists in
      if lists.count >= Self.most { lists.removeFirst() }
      lists.append((key, made))
    }
    return made
  }
}
