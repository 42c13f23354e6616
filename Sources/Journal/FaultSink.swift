internal import CaseFlow

/// Gathers what is wrong with one file, up to a number, one fault for each place.
///
/// A class because readers of nested values share one.
package final class FaultSink {
  /// In the order found.
  package private(set) var faults: [Fault] = []
  /// How many are kept.
  package let most: Int
  /// Whether faults were found after the last one kept.
  package private(set) var hasMore = false
  private var forms: [ObjectIdentifier: ScalarForm] = [:]

  /// A sink that keeps the first `most` faults.
  package init(most: Int) { self.most = max(1, most) }

  /// Whether no more faults are kept: a reader may stop.
  package var isFull: Bool { faults.count >= most }

  /// Keeps a fault, unless one was found at the same place: what follows from a fault is no second fault.
  package func add(_ fault: Fault) {
    guard !faults.contains(where: { $0.line == fault.line && $0.column == fault.column }) else { return }
    guard !isFull else { return hasMore = true }
    faults.append(fault)
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

  /// The form of a scalar, computed once for each type: lists of words are not built for every field read.
  func form<S: Scalar>(of type: S.Type) -> ScalarForm {
    let id = ObjectIdentifier(type)
    if let form = forms[id] { return form }
    let form = S.form
    forms[id] = form
    return form
  }
}
