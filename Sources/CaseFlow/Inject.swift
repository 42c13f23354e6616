/// One trouble that befalls the center, at a time or when the controller fires it.
package struct Inject: Described, Hashable {
  package var code = Code.none
  /// When it happens, unless the controller holds it; nil: only when the controller fires it.
  package var at: Instant?
  package var kind = InjectKind.message
  /// What the team is told, and by whom: `Dispatch: a bus of 120 in half an hour`.
  package var tell = Prose()
  /// How many people come, or how many desks stay empty.
  package var count: Int?
  /// How long it lasts, or how long before a bus is announced; in minutes.
  package var minutes: Int?
  package var stage: Stage?
  package var language: Code?
  /// The receiver that closes; nil with `receiversClose`: all of them.
  package var receiver: Code?
  package var finding: Finding?
  package var refusal: PlaceRefusal?

  package init() {}

  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("code", &code)
    f.field("at", &at)
    f.field("kind", &kind)
    f.field("tell", &tell)
    f.field("count", &count)
    f.field("minutes", &minutes)
    f.field("stage", &stage)
    f.field("language", &language)
    f.field("receiver", &receiver)
    f.field("finding", &finding)
    f.field("refusal", &refusal)
  }
}

extension Inject {
  /// The most minutes that one lasts: the longest drill.
  package static let longest = 48 * 60
}

/// What an inject does to the center.
package enum InjectKind: String, Word {
  /// Nothing but what is told: a call, a visitor, a rumor.
  case message
  /// A bus of `count` people; with `minutes`, announced so long before it comes.
  case bus
  /// The interpreters and lines of `language` drop out, for `minutes` or for good.
  case interpreterLeaves
  /// `count` of `stage` fall ill: their desks stay empty for `minutes` or for the day.
  case staffIll
  /// A finding that isolates, `finding`, in one family that waits: the health desk finds it next.
  case illness
  /// The board is dark for `minutes`: what happens meanwhile is on paper and is entered afterwards, with its own times.
  case powerCut
  /// ORR answers no to the child who waits longest for it, because of `refusal`.
  case orrRefuses
  /// `receiver`, or every receiver, takes nobody for `minutes` or for the day.
  case receiversClose
  /// Nobody comes any more, for `minutes` or for the day.
  case arrivalsStop
}

extension InjectKind: Scalar {}

/// An inject of a branch, and how it stands.
package struct DrillInject: Sendable, Hashable {
  package enum State: Hashable, Sendable {
    case toCome, held
    case fired(Instant)
  }

  package var inject: Inject
  package var state = State.toCome
  /// When it was fired and fitted nobody: since then it waits for the first whom it does fit.
  package var waitsSince: Instant?

  package init(_ inject: Inject, _ state: State = .toCome) {
    self.inject = inject
    self.state = state
  }

  /// When it is to befall: at its time, or since it was fired and fitted nobody.
  package var due: Instant? { waitsSince ?? inject.at }

  package var isFired: Bool {
    if case .fired = state { true } else { false }
  }
}
