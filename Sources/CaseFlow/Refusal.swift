/// Why the engine does not do something: the rule, and a sentence an operator understands and can act on.
package struct Refusal: Error, Hashable, Sendable {
  package var rule: Rule
  package var sentence: String

  init(_ rule: Rule, _ sentence: String) {
    self.rule = rule
    self.sentence = sentence
  }
}

/// The rules that refuse. Those from `returnBeforeFinal` on are guards: nobody overrides them by asking
/// again, on any path.
package enum Rule: String, Word {
  /// Someone or something named does not exist here.
  case unknown
  /// The order of the flow does not allow it now.
  case order
  /// The entry itself cannot be right.
  case entry
  /// It cannot have happened then.
  case time
  /// A desk is closed, taken or of another stage.
  case desk
  /// Another person must act too.
  case secondPerson
  case returnBeforeFinal, consulate, childAlone, familySplit, partOfFamily, place, isolation, consultation, release,
    schedule
  /// Lice and scabies before rooms are shared; fit for what is asked of a person.
  case treatment, fitness
}

extension Rule {
  /// Whether this rule protects people rather than order.
  package var isGuard: Bool {
    switch self {
    case .unknown, .order, .entry, .time, .desk: false
    case .secondPerson, .returnBeforeFinal, .consulate, .childAlone, .familySplit, .partOfFamily, .place, .isolation,
      .consultation, .release, .schedule, .treatment, .fitness:
      true
    }
  }
}
