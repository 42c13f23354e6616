import CaseFlow

extension Wording {
  static let longMonths = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  /// Every word of the entry form.
  enum Form {}
}

// Labels and lines.
extension Wording.Form {
  static func label(_ field: FormField) -> String {
    switch field {
    case .arrivedAt: "Arrived"
    case .bookIn: "Book-in"
    case .language: "Language"
    case .secondLanguage: "Also speaks"
    case .nationality: "Nationality"
    case .transport: "Came by"
    case .bus: "Bus"
    case .appointment: "Appointment"
    case .familyName: "Family name"
    case .givenNames: "Given names"
    case .sex: "Sex fmx"
    case .birth: "Birth, age"
    case .tie: "Tie hpcrn"
    case .relation: "With gm au.."
    case .document: "Document"
    case .needs: "Needs"
    case .note: "Note"
    }
  }

  static func title(member: Int?, of count: Int) -> String {
    member.map { "ARRIVAL FORM, person \($0) of \(count)" } ?? "ARRIVAL FORM, the party"
  }
  static let summaryTitle = "ARRIVAL FORM, summary"
  static func secondKeying(by: String) -> String { "SECOND KEYING by \(by)" }
  static func memberHeading(_ number: Int) -> String { "PERSON \(number)" }
  static func family(_ count: Int) -> String { "FAMILY \(count)" }
  static func listTitle(_ count: Int) -> String { "\(count) TO CHOOSE FROM" }
  static let nothingFits = "NOTHING FITS"
  static func people(_ count: Int) -> String { count == 1 ? "1 person" : "\(count) people" }
  static func bus(_ label: String) -> String { "bus \(label)" }
  static let unknown = "unknown"
  static let noNeeds = "asked, none"
  static let enterFiles = "Enter files"
  static func faults(_ count: Int) -> String { "\(count) to look at: the digit goes there" }
  static let childAlone = "CHILD ALONE: own lane and own clocks, side by side with whoever they came with"

  static func sign(_ severity: FormSeverity) -> String {
    switch severity {
    case .impossible: "!! "
    case .unlikely: "! "
    case .note: ""
    }
  }

  static func sex(_ sex: Sex) -> String {
    switch sex {
    case .female: "female"
    case .male: "male"
    case .x: "another, or not stated"
    }
  }

  static func tie(_ tie: Tie) -> String {
    switch tie {
    case .head: "head, or alone"
    case .partner: "partner of the head"
    case .ownChild: "child of the head"
    case .relative: "relative"
    case .unstated: "none stated"
    }
  }

  static func shortTie(_ tie: Tie) -> String {
    switch tie {
    case .head: "head"
    case .partner: "partner"
    case .ownChild: "child"
    case .relative: "relative"
    case .unstated: "no tie"
    }
  }

  static func appointment(_ listed: Appointment, _ zone: ZoneOffsets) -> String {
    "\(people(listed.people)) at \(TimeText.clock(listed.expected, zone))"
  }

  static func missing(_ field: FormField, isUnknown: Bool) -> String {
    "\(Wording.Form.label(field).lowercased()) \(isUnknown ? "unknown" : "not entered")"
  }

  static func born(_ date: String, _ years: Int) -> String { "\(date), \(years) years" }
  static func estimated(_ date: String) -> String { date.utf8.count > 4 ? "about \(date)" : "born about \(date)" }
  static func ageToCome(_ band: AgeBand) -> String { "\(band.rawValue), age to come" }
  static func ago(_ time: String, _ span: Span) -> String { "\(time), \(TimeText.length(span)) ago" }
  static func twice(_ time: String) -> String { "\(time), the first of two" }
  static func several(_ some: [FormChoice]) -> String {
    some.prefix(TypeAhead.named).map(\.name).joined(separator: ", ") + (some.count > TypeAhead.named ? ", …" : "?")
  }
  static func duplicates(_ count: Int) -> String { "possible duplicates \(count)" }
  static func duplicate(_ found: FormDuplicate) -> String {
    let why =
      switch found.because {
      case .document: "same document"
      case .nameAndBirth: "name and year"
      case .name: "same names"
      }
    return "\(found.member + 1) is \(found.person.label)? \(why)"
  }

  /// The keys of the hint line, the most useful first.
  static func hints(atSummary: Bool, inList: Bool) -> [(keys: String, label: String)] {
    if inList { return [("↑↓", "choose"), ("Enter", "take"), ("Esc", "close")] }
    if atSummary {
      return [
        ("Enter", "files"), ("1-9", "go there"), ("Up", "back"), ("^N", "person"), ("^K", "park"), ("Esc", "leave"),
      ]
    }
    return [
      ("Enter", "next"), ("Up", "back"), ("^N", "person"), ("^D", "file"), ("^O", "list"), ("\"", "repeat"),
      ("?", "unknown"), ("^K", "park"), ("^Y", "undo"), ("Esc", "leave"), ("^A", "same for all"), ("^F", "duplicates"),
      ("^X", "take out"),
    ]
  }
}

// Why a field is passed over.
extension Wording.Form {
  static let noFirstLanguage = "no first language yet"
  static let noRelative = "no child of a relative"
  static let firstIsHead = "the first is the head"
  static let noBusNeeded = "not by bus or van"
  static let noBusOpen = "no bus is open"
  static let noAppointments = "nobody is expected"
  static let notKeyedAgain = "not keyed again"
}

// What cannot be, what is unlikely, what is worth knowing.
extension Wording.Form {
  static func enterAgain(_ sentence: String) -> String { sentence + " Enter again keeps it." }
  static func cannotBeUnknown(_ field: FormField) -> String { "\(label(field)) cannot be unknown: leave it as it is." }
  static let noTime = "Type a time: 1405, 15/0310 for the 15th, -1 2230 for yesterday, or now."
  static let skippedTime = "The clock was put forward over this time: type the time an hour later."
  static let isToCome = "That time is still to come: type when it happened."
  static func longAgo(_ span: Span) -> String { "Custody would have begun \(TimeText.length(span)) ago." }
  static func lateEntry(_ span: Span) -> String { "Entered \(TimeText.length(span)) after they came." }
  static func noBus(_ text: String, _ open: [String]) -> String {
    open.isEmpty ? "No bus is open: leave it empty." : "No bus \(text) is open: \(open.joined(separator: ", "))."
  }
  static func busIsClosed(_ label: String) -> String { "The manifest of bus \(label) is closed: take an open bus." }
  static func busLeftOut(_ label: String) -> String { "Bus \(label) is left out now; ^Y brings it back." }
  static func noBirth(_ order: DateOrder) -> String {
    "Type an age (34, 8m), a date (\(order == .dayFirst ? "14052012" : "05142012"), may 2012, 2012), c, a or ?."
  }
  static let bornToCome = "That birth date is still to come: type an earlier one."
  static let tooOld = "Nobody is older than 120: type the age or the date again."
  static func veryOld(_ years: Int) -> String { "\(years) years old." }
  static func youngerAge(_ years: Int) -> String { "The year alone: counted as \(years), the younger of two ages." }
  static let sameLanguage = "That is their first language already: type another one, or clear it with ^U."
  static func noNeed(_ word: String) -> String {
    "No need is called \(word): letters p b w i v, a code, or ^O for the list."
  }
  static func severalMeant(_ text: String, _ some: [FormChoice]) -> String {
    let named = some.prefix(TypeAhead.named).map { "\($0.text) \($0.name)" }.joined(separator: ", ")
    return "\(text) may be \(named)\(some.count > TypeAhead.named ? " or others" : ""): type more, or ^O."
  }
  static func noCode(_ field: FormField, _ text: String) -> String {
    // The label of a sex names its keys, too.
    let name = field == .sex ? "sex" : label(field).lowercased()
    return "No \(name) is called \(text): type a code or a name, or ^O for the list."
  }
  static func expected(_ people: Int) -> String { "The list expects \(Wording.Form.people(people))." }
  static func name(_ why: String) -> String { "Name: \(why)." }
  static let strangeCharacter = "A character in it cannot be shown: type it again without."
  static func keyedDifferently(first: String, second: String) -> String {
    "First \(first.isEmpty ? "nothing" : first), now \(second.isEmpty ? "nothing" : second). Enter again keeps this, ^P the first."
  }
  static let nothingToKeyAgain = "Nothing waits to be keyed again by you."
  static func nothingKeyed(_ id: CaseID) -> String { "Nothing of \(id.checked) was keyed that can be keyed again." }
  static let ownKeying = "You keyed these details yourself. Somebody else keys them again, at a board of their own."
  static func notKeyedAgain(_ place: FormPlace) -> String {
    ofMember(place.member + 1, "\(label(place.field).lowercased()) is not keyed again; ^P takes the first.")
  }
  static func differences(_ count: Int) -> String {
    count == 0 ? "as it was keyed first" : count == 1 ? "1 difference" : "\(count) differences"
  }
  static func keyedAgain(_ id: String, _ changed: [DetailField]) -> String {
    let what = changed.isEmpty ? "as before" : "changed: \(changed.map(detail).joined(separator: ", "))"
    return "\(id) was keyed again by a second person, \(what)."
  }
  static func detail(_ field: DetailField) -> String {
    switch field {
    case .familyName: "family name"
    case .givenNames: "given names"
    case .birthDate: "birth date"
    case .document: "document"
    case .contact: "contact"
    case .note: "note"
    }
  }
  static let notWhileKeyedAgain = "A second keying adds nobody."
  static func memberIsEmpty(_ number: Int) -> String { "Person \(number) is still empty." }
  static let partyIsFull = "A party has at most \(Limit.partyPeople) people: file it and begin another."
  static func memberRemoved(_ number: Int) -> String { "Person \(number) was taken out; ^Y brings them back." }
  static let nothingToRepeat = "Nothing to repeat here."
  static let isShared = "The whole party shares this already."
  static let noOthers = "There is nobody to share this with."
  static func sameForAll(_ field: FormField, _ count: Int) -> String { "\(label(field)): the same for all \(count)." }
  static let nothingToTakeBack = "Nothing more to take back."
  static let takenBack = "Taken back."
  static let scanIncomplete = "The scan is incomplete: scan the document again."
  static let scanUnreadable = "The scan cannot be read: scan again, or type."
  static func scanned(_ document: MRZ) -> String {
    guard !document.doubtful.isEmpty else { return "Scanned: look whether it is so." }
    let parts = document.doubtful.map { part in
      switch part {
      case .number: "number"
      case .birth: "birth date"
      case .expiry: "expiry"
      case .all: "whole"
      }
    }
    return "Scanned; its check digits do not fit: \(parts.joined(separator: ", ")). Compare it with the document."
  }
  static func otherNation(_ nation: String) -> String { "Scanned: the document is of \(nation), the party is not." }
  static let pasteCut = "Not all of the paste fits here."
  static let noList = "This field has no list."
  static let enterFilesAnyway = "Unlikely, as listed. Enter again files it so."
  static let nobody = "Nobody is entered yet."
  static let bookInLater = "Custody cannot begin after they came: correct one of the two times."
  static func manyMembers(_ count: Int) -> String { "\(count) people in one family." }
  static func ofMember(_ number: Int, _ text: String) -> String { "Person \(number): \(text)" }
  static let isEmpty = "nothing is entered; ^X takes them out."
  static let noSex = "sex is not entered: f, m or x."
  static let noBirthEntered = "no birth date or age: c for a child, a for an adult, if no more is known."
  static let noTie = "no tie: p partner, c child, r relative, n none stated."
  static let childOrAdult = "child or adult? c or a, if no more is known; whoever may be a child is one."
  static let twoHeads = "there is a head already: p partner, r relative, n none stated."
  static let childPartner = "nobody under 18 is a partner here: r relative or n none stated."
  static func oddGap(_ parent: Int, _ child: Int) -> String { "\(child) years old, child of a head of \(parent)." }
}

// Forms put aside, and the operator's own figures.
extension Wording.Form {
  static let nothingParked = "No form is parked."
  static let tooManyParked = "\(FormDesk.parkedMost) forms are parked: take one up first, ^R."
  static func parked(_ count: Int) -> String { "Parked; \(count) \(count == 1 ? "waits" : "wait"), ^R takes one up." }
  static let parkedTitle = "PARKED FORMS: Enter or its digit takes one up"
  static func parkedLine(_ number: Int, _ age: String, _ head: String, others: Int) -> String {
    let digit = number <= 9 ? "\(number)" : " "
    return "\(digit)  \(age)  \(head)" + (others > 0 ? " and \(others) more" : "")
  }
  static func status(_ statistics: FormStatistics, parked: Int, dot: String) -> String {
    var parts: [String] = []
    if let hourly = statistics.casesAnHour { parts.append("\(hourly) cases/h") }
    if let keys = statistics.keysACase { parts.append("\(keys) \(keys == 1 ? "key" : "keys") a case") }
    if statistics.corrections > 0 {
      parts.append(statistics.corrections == 1 ? "1 correction" : "\(statistics.corrections) corrections")
    }
    if parked > 0 { parts.append("\(parked) parked ^R") }
    return parts.joined(separator: " \(dot) ")
  }
}
