import CaseFlow

// What is put right, and what it was.
extension Wording {
  static let notStated = "not stated"
  static let takeBack = "yes, take it back"
  static let letItStand = "no, it stands"
  static func takeBackWhat(_ what: String, _ time: String) -> String {
    "Take back your entry\(what.isEmpty ? "" : " about \(what)"), made \(time)?"
  }
  static func takeBackArrival(_ who: String, _ time: String) -> String {
    "Take back that \(who) came, entered \(time)?"
  }
  static let factsOfPerson = "age, sex, child or adult, names"
  static let detailsOfPerson = "names and details"

  static func factName(_ fact: CorrectableFact) -> String {
    switch fact {
    case .language: "language"
    case .nationality: "nationality"
    case .bookIn: "start of custody"
    case .arrived: "time of arrival"
    case .oriented: "time of orientation"
    case .age: "age"
    case .sex: "sex"
    case .band: "child or adult"
    }
  }

  /// A fact with whose it is.
  static func fact(_ fact: CorrectableFact) -> String {
    switch fact {
    case .age(let id), .sex(let id), .band(let id): "\(factName(fact)) of person \(id.label)"
    default: factName(fact)
    }
  }

  static func sex(_ sex: Sex) -> String {
    switch sex {
    case .female: "female"
    case .male: "male"
    case .x: "x"
    }
  }

  static func band(_ band: AgeBand) -> String {
    switch band {
    case .child: "child"
    case .adult: "adult"
    }
  }

  /// `Entry 17 was wrong: age of person 0012 was 17, corrected to 16.`
  static func correction(_ wrongs: Int, _ changes: [(what: String, was: String, now: String)], _ kind: CaseKind?)
    -> String
  {
    let parts = changes.map { "\($0.what) was \($0.was), corrected to \($0.now)" }
    return
      "Entry \(wrongs) was wrong: \((parts + (kind.map { ["now: \(longKind($0))"] } ?? [])).joined(separator: "; "))."
  }

  /// Behind the entry that was wrong.
  static func correctedBy(_ by: Code, _ time: String, _ seq: Int64) -> String {
    " Corrected by \(by) \(time)\(entryNumber(seq))."
  }
}
