import CaseFlow

// What the arrival line says while it is typed.
extension Wording {
  static func beginsNoLine(_ scalar: Unicode.Scalar) -> String {
    "No line begins with \(typed(String(Character(scalar)))): fm+7.4, /17, 4?, bus 58. Commands follow a colon."
  }
  static let nobodyTyped = "Who came? f m x are adults, + their children's ages, / children alone: fm+7.4 or /17."
  static let peopleFirst = "Who came stands first: fm+7.4 or /17."
  static let childrenWithoutParent =
    "Whose children? The parents stand before the +: f+7. Children without parent or guardian: /7."
  static let youngParentApart = "Enter the young parent and the child on a line of their own: /16f+0."
  static let agesWanted = "An age stands here: 7, 7.4 for two children, 3c for three with ages to come, ? if not known."
  static let relationWithoutAdult = "There is no adult here for that. The adult stands first: f71/11gm."
  static let askedNone = "needs asked, none"
  static let confirmed = "confirmed"

  static func unreadPeople(_ text: String) -> String {
    "\(typed(text)) is not understood here: f m x are adults, + their children, / children without parent or guardian."
  }

  static func childAmongAdults(_ age: Int, _ letter: Character) -> String {
    "\(age) is a child. Alone: /\(age)\(letter). With a parent: f+\(age)\(letter). "
      + "With a child of their own: /\(age)\(letter)+0."
  }

  static func adultAmongChildren(_ age: Int) -> String {
    "\(age) is no child. A grown child is an adult with a letter of their own, on a line of their own."
  }

  static func tooOld(_ text: String, _ most: Int) -> String { "Nobody is \(text). Ages go to \(most)." }
  static func tooManyPeople(_ most: Int) -> String {
    "A line takes at most \(most) people. Enter the others on another."
  }
  static func olderThanParent(_ age: Int, _ parent: Int) -> String {
    "A child of \(age) is not the child of someone of \(parent). Children beside each other: /\(parent).\(age)."
  }

  static func noRelation(_ text: String) -> String {
    let known = Relation.allCases.map { "\($0.letters) \(relation($0))" }
    return "\(typed(text)) says of no adult what they are to the children: \(list(known, "or"))."
  }

  static func nothingAfterNation(_ text: String) -> String {
    "\(typed(text)) is one word too many: people, language, nationality, then -needs, #bus, at=, in=, appt=, also=."
  }

  static func askAlone(_ count: Int) -> String {
    "Is a child without parent or guardian among them? None: \(count)?0. One: \(count)?1."
  }

  static func noAnswer(_ text: String, of count: Int) -> String {
    "\(typed(text)) does not say how many of the \(count) are children alone: \(count)?0 for none, \(count)?1 for one."
  }

  static func noNeedLetter(_ letter: Character) -> String {
    let known = ArrivalNeed.allCases.map { "\($0.rawValue) \(need($0))" }
    return "\(typed(String(letter))) is no need: \(list(known, "or"))."
  }

  static func nobodyCanBe(_ need: ArrivalNeed) -> String { "Nobody on this line can be \(Self.need(need))." }

  static func noBusNumber(_ text: String) -> String { "\(typed(text)) is no bus, such as #3." }

  static func noOpenBus(_ id: BusID, _ open: [BusID]) -> String {
    let others = open.isEmpty ? "No bus is open." : "Open: \(list(open.map { "#\($0.number)" }, "and"))."
    return "The manifest of bus \(id.label) is not open. \(others)"
  }

  static func whichBus(_ open: [BusID]) -> String {
    "Which bus? \(list(open.map { "#\($0.number)" }, "or")); foot if they came on none."
  }

  static func noAppointment(_ text: String, near: String?) -> String {
    "No open appointment is called \(typed(text))." + (near.map { " Is it \($0)?" } ?? "")
  }
}

// Each token in words.
extension Wording {
  static func adult(_ someone: ArrivalPeople.Someone) -> String {
    let word =
      switch someone.sex {
      case .female: "woman"
      case .male: "man"
      case .x, nil: "adult"
      }
    if someone.isAgeUnknown { return word + ", age not known" }
    return word + (someone.age.map { ", \($0)" } ?? "")
  }

  /// `their children 7 and 4`, `her child 3`, `child alone, 17`.
  static func children(_ children: [ArrivalPeople.Someone], of adults: [ArrivalPeople.Someone]) -> String {
    let isAlone = children.first?.role == .alone
    let noun = children.count == 1 ? "child" : "children"
    let ages = ages(children)
    if isAlone {
      let text = children.count == 1 ? "child alone" : "\(children.count) children alone"
      return ages.isEmpty ? text : "\(text), \(ages)"
    }
    let owner = adults.count == 1 ? possessive(adults[0].sex) : "their"
    if ages.isEmpty { return children.count == 1 ? "\(owner) child" : "\(owner) \(children.count) children" }
    return "\(owner) \(noun) \(ages)"
  }

  private static func possessive(_ sex: Sex?) -> String {
    switch sex {
    case .female: "her"
    case .male: "his"
    case .x, nil: "their"
    }
  }

  /// Ages with what is to come: `7 and 4`, `7, girl, and 2 with ages to come`; empty where all are to come.
  private static func ages(_ children: [ArrivalPeople.Someone]) -> String {
    let coming = children.count { $0.age == nil && !$0.isAgeUnknown }
    if coming == children.count { return "" }
    var words = children.filter { $0.age != nil || $0.isAgeUnknown }.map { child in
      let age = child.age.map(String.init) ?? "of unknown age"
      switch child.sex {
      case .female: return "\(age) (girl)"
      case .male: return "\(age) (boy)"
      case .x, nil: return age
      }
    }
    if coming > 0 { words.append("\(coming) with \(coming == 1 ? "the age" : "ages") to come") }
    return list(words, "and")
  }

  static func youngParent(_ someone: ArrivalPeople.Someone) -> String {
    let word =
      switch someone.sex {
      case .female: "mother"
      case .male: "father"
      case .x, nil: "parent"
      }
    return someone.age.map { "\(word) of \($0), a child too" } ?? "\(word), a child too"
  }

  static func counted(_ count: Int, alone: Int?) -> String {
    let people = "\(count) \(count == 1 ? "person" : "people") counted only"
    switch alone {
    case nil: return people
    case 0?: return people + ", no child alone"
    case 1?: return people + ", 1 child alone among them"
    case let some?: return people + ", \(some) children alone among them"
    }
  }

  static func relation(_ relation: Relation?) -> String {
    switch relation {
    case .grandmother: "grandmother"
    case .grandfather: "grandfather"
    case .aunt: "aunt"
    case .uncle: "uncle"
    case .sister: "sister"
    case .brother: "brother"
    case .cousin: "cousin"
    case .stepParent: "step-parent"
    case .friend: "friend"
    case nil: "relation not known"
    }
  }

  /// How somebody stands to whom they came with: `own child`, `with grandmother`.
  static func tie(_ person: Person) -> String {
    person.relation.map { "with \(relation($0))" } ?? tie(person.tie)
  }

  static func need(_ need: ArrivalNeed) -> String {
    switch need {
    case .pregnant: "pregnant"
    case .baby: "nursing a baby"
    case .mobility: "walks with difficulty"
    case .ill: "someone ill"
    case .privateTalk: "wants a private talk"
    }
  }

  static func cameAt(_ time: String) -> String { "came \(time)" }
  static func bookedIn(_ time: String) -> String { "in custody since \(time)" }
  static func also(_ language: String) -> String { "also \(language)" }
  static func onBus(_ id: BusID) -> String { "bus \(id.label)" }
  static func appointment(people: Int, at time: String) -> String {
    "appointment of \(people) \(people == 1 ? "person" : "people"), \(time)"
  }
  static func carried(from bus: BusID, _ values: [String]) -> String {
    values.isEmpty ? "bus \(bus.label)" : "from bus \(bus.label): \(values.joined(separator: ", "))"
  }
}

// What a line would do.
extension Wording {
  static func childAlone(_ count: Int) -> String {
    count == 1
      ? "CHILD ALONE: own lane, own clocks, a place among children; ORR is told within 48 hours."
      : "\(count) CHILDREN ALONE: own lane, own clocks, places among children; ORR is told within 48 hours."
  }

  static func summary(people: Int, cases: [CaseKind: Int]) -> String {
    let counts = CaseKind.allCases.compactMap { kind in cases[kind].map { count(kind, $0) } }
    return "\(people) \(people == 1 ? "person" : "people"): \(list(counts, "and"))"
  }

  private static func count(_ kind: CaseKind, _ count: Int) -> String {
    switch kind {
    case .singleAdult: count == 1 ? "1 single adult" : "\(count) single adults"
    case .familyUnit: count == 1 ? "1 family" : "\(count) families"
    case .unaccompaniedChild: count == 1 ? "1 child alone" : "\(count) children alone"
    }
  }

  static func missingNames(_ count: Int) -> String { count == 1 ? "name" : "names of \(count)" }
  static func missingAges(_ count: Int) -> String { count == 1 ? "one age" : "\(count) ages" }
  static func missingSexes(_ count: Int) -> String { count == 1 ? "sex of one" : "sex of \(count)" }
  static let missingLanguage = "language"
  static let missingNation = "nationality"
  static let missingBookIn = "start of custody"
  static let missingNeeds = "needs"

  static func veryOld(_ age: Int) -> String { "\(age) years old: is it so?" }
  static func veryYoungParent(_ age: Int) -> String { "A parent of \(age): is it so?" }
  static func ageGap(_ parent: Int, _ child: Int) -> String {
    "A parent of \(parent) and a child of \(child): is it their own child or ward?"
  }
  static func longCustody(_ ago: Span) -> String { "In custody for \(ago.milliseconds / 86_400_000) days: is it so?" }
  static func manyPeople(_ count: Int) -> String {
    "\(count) people on one line: is it so? Then end the line with !"
  }
  static func manyPeopleAgain(_ count: Int) -> String {
    "\(count) people on one line: is it so? Enter once more says yes."
  }
  static func manyChildren(_ count: Int) -> String { "\(count) children of their own: is it so?" }
}
