import CaseFlow

/// What an operator notes at the gate by one letter: a need that somebody sees or says, in the terms of UNHCR.
enum ArrivalNeed: Character, CaseIterable, Sendable {
  case pregnant = "p"
  /// A nursing mother.
  case baby = "b"
  /// Walks with difficulty or not at all.
  case mobility = "w"
  case ill = "i"
  /// Wants a private talk: why is asked there, and not at the gate.
  case privateTalk = "v"

  init?(letter: Character) { self.init(rawValue: letter) }

  /// The code it stands for; a pregnancy has one of its own under 18.
  func code(ofChild isChild: Bool) -> Need {
    let code =
      switch self {
      case .pregnant: isChild ? "CR-TP" : "SM-DP"
      case .baby: "WR-LC"
      case .mobility: "DS-PM"
      case .ill: "SM-OT"
      case .privateTalk: "LP"
      }
    return Need(code: code) ?? Need()
  }

  /// Whether only a woman, a girl or someone of unstated sex has it.
  private var isOfWomen: Bool { self == .pregnant || self == .baby }

  /// Whom it is noted for: the first woman of the line for what only women have, else the first person. Nil where there
  /// is nobody it can be.
  func bearer(among people: [ArrivalPeople.Someone]) -> Int? {
    guard isOfWomen else { return people.isEmpty ? nil : 0 }
    return people.firstIndex { $0.sex == .female && !($0.isChild && $0.age ?? 12 < 10) }
      ?? people.firstIndex { ($0.sex == .x || $0.sex == nil) && !($0.isChild && $0.age ?? 12 < 10) }
  }
}
