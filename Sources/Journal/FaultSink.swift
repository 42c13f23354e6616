internal import CaseFlow

/// Gathers what is wrong with one file, up to a number.
///
/// A class because readers of nested values share one.
package final class FaultSink {
  /// In the order found.
  package private(set) var faults: [Fault] = []
  /// How many are kept.
  package let most: Int
  /// Whether faults were found after the last one kept.
  package private(set) var hasMore = false
  /// How many were added, kept or not.
  package private(set) var found = 0

  /// A sink that keeps the first `most` faults.
  package init(most: Int) { self.most = max(1, most) }

  private var isFull: Bool { faults.count >= most }

  /// Whether nothing more need be read: the one fault asked for is found, or it is known that there are too many.
  package var isEnough: Bool { most == 1 ? isFull : hasMore }

  /// Keeps a fault, unless it is known.
  package func add(_ fault: Fault) {
    found += 1
    guard !faults.contains(fault) else { return }
    guard !isFull else { return hasMore = true }
    faults.append(fault)
  }

  /// Keeps a fault of a value that could be read: what follows from a value that could not is no second fault.
  func addToSound(_ fault: Fault) {
    if !faults.contains(where: { $0.line == fault.line && $0.column == fault.column }) { add(fault) }
  }

  /// The faults kept in the order of the text, and a last one that says so when there are more.
  package var all: [Fault] {
    let faults = faults.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
    guard hasMore, let last = faults.last else { return faults }
    return faults + [Fault(file: last.file, line: last.line, column: last.column, message: JournalSentences.more)]
  }

  /// Runs `body` and keeps what it throws.
  func keep<Result>(_ body: () throws(Fault) -> Result) -> Result? {
    do throws(Fault) {
      return try body()
    } catch {
      add(error)
      return nil
    }
  }
}
