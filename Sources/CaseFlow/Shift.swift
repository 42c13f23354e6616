// What a shift promises and signs.

/// Something promised that the next shift must know.
package struct Promise: Hashable, Described {
  package var id = PromiseID(number: 1)
  package var text = ""
  package var due: Instant?
  package var by = Code.none
  package var madeAt = Instant()
  package var keptAt: Instant?
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("promise", &id)
    f.field("text", &text)
    f.field("due", &due)
    f.field("by", &by)
    f.field("made", &madeAt)
    f.field("kept", &keptAt)
  }
}

/// A signature under a hand-over sheet.
package struct Signature: Hashable, Described {
  package var side = ShiftSide.outgoing
  package var by = Code.none
  package var at = Instant()
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("side", &side)
    f.field("by", &by)
    f.field("at", &at)
  }
}

extension Center {
  mutating func shift(_ record: Record) {
    switch record.event {
    case .promiseMade(let e):
      var promise = Promise()
      promise.id = e.promise
      promise.text = e.text
      promise.due = e.due
      promise.by = record.by
      promise.madeAt = record.at
      if promises.count >= Limit.promises {
        promises.remove(at: promises.firstIndex { $0.keptAt != nil } ?? 0)
      }
      promises.append(promise)
      nextPromise = max(nextPromise, e.promise.next)
    case .promiseKept(let e):
      if let index = promises.firstIndex(where: { $0.id == e.promise }) { promises[index].keptAt = record.at }
    case .shiftSigned(let e):
      var signature = Signature()
      signature.side = e.side
      signature.by = record.by
      signature.at = record.at
      if signatures.count >= Limit.signatures { signatures.removeFirst() }
      signatures.append(signature)
    default: break
    }
  }

  /// Why something of the shift may not be entered, or nil.
  func objection(toShift record: Record) -> Refusal? {
    switch record.event {
    case .promiseMade(let e):
      if e.promise != nextPromise { return .wrongNumber("promise", nextPromise.label) }
      if e.text.isEmpty { return .emptyPromise }
      let open = promises.count { $0.keptAt == nil }
      return open < Limit.promises ? nil : .tooManyPromises
    case .promiseKept(let e):
      guard let promise = promises.first(where: { $0.id == e.promise }) else { return .noPromise(e.promise) }
      return promise.keptAt == nil ? nil : .promiseIsKept(e.promise)
    case .shiftSigned(let e):
      if record.by.isNone { return .samePerson }
      guard e.side == .incoming else { return nil }
      // The sheet is handed over by one and taken by another.
      guard let last = signatures.last, last.side == .outgoing else { return .notHandedOver }
      return last.by.isSamePerson(as: record.by) ? .samePerson : nil
    default: return nil
    }
  }
}
