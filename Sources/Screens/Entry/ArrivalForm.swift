package import CaseFlow

/// A party being entered field by field: what was typed so far, with every member.
///
/// A value: keys go in by `press`, `draw` shows it, `act` is what it asks for. It encodes as it is, so that a form that
/// was left, parked or cut off goes on where it stood.
///
///     var form = ArrivalForm(in: context)
///     for key in keys { outcome = form.press(key, in: context, help) }
///     try form.act(in: context)
package struct ArrivalForm: Hashable, Described {
  package internal(set) var party = FormValues()
  package internal(set) var members = [FormValues()]
  /// Where the cursor stands; nil at the summary.
  package internal(set) var place: FormPlace? = FormPlace(.familyName)
  /// What stands in the field, and where in it the cursor is, in scalars.
  package internal(set) var text = ""
  var cursor = 0
  /// Whether nothing was typed since the field was entered: the first character replaces what is in it.
  var isFresh = true
  /// The fields gone through, for going back over the same way.
  var path: [FormPlace] = []
  /// What the case before said, for the key that repeats it.
  var previous = FormValues()
  /// Lines of a scanned document that wait for the rest.
  var scanned: [String] = []
  /// Who typed it.
  package internal(set) var by = Code.none
  /// When it was begun, parked, and what it cost.
  package internal(set) var begunAt: Instant?
  package internal(set) var parkedAt: Instant?
  package internal(set) var keys = 0
  package internal(set) var corrections = 0
  /// The first keying, while somebody else keys it again.
  package internal(set) var check: FormCheck?

  // What only the screen needs; a form taken up again begins without it.

  package internal(set) var message: FormMessage?
  /// The text that was questioned: Enter on the same again keeps it.
  var questioned: String?
  /// The marked line of the open list.
  var choice: Int?
  package internal(set) var showsDuplicates = false
  /// What the summary found.
  package internal(set) var faults: [FormFault] = []
  /// Whether the summary has been on the screen.
  var wasSummaryDrawn = false
  /// Whether unlikely values were confirmed at the summary.
  var isConfirmed = false
  /// Whether a field was jumped to from the summary, which follows it again.
  var returns = false
  var history: [Snapshot] = []

  package init() {}

  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("party", &party)
    f.field("members", &members, most: Limit.partyPeople)
    f.field("place", &place)
    f.field("text", &text, usual: "")
    f.field("path", &path, most: ArrivalForm.longestPath)
    f.field("previous", &previous)
    f.field("scanned", &scanned, most: 3)
    f.field("by", &by, usual: .none)
    f.field("begun", &begunAt)
    f.field("parked", &parkedAt)
    f.field("keys", &keys, usual: 0)
    f.field("corrections", &corrections, usual: 0)
    f.field("check", &check)
  }

  /// The fields that are remembered for going back.
  static let longestPath = 1_000
  /// The changes that can be taken back.
  static let longestHistory = 100
}

extension ArrivalForm {
  /// The fields as they stood before a change.
  struct Snapshot: Hashable {
    var party: FormValues
    var members: [FormValues]
    var place: FormPlace?
  }
}

/// What is said at the one place of the form where messages stand.
package struct FormMessage: Hashable, Sendable {
  package var severity: FormSeverity
  package var text: String
}

/// What the summary says about a field.
package struct FormFault: Hashable, Sendable {
  package var place: FormPlace
  /// What is unlikely about it; nil when it cannot be.
  package var check: Plausibility?
  package var text: String

  /// Whether the form cannot be filed with it.
  package var isImpossible: Bool { check == nil }
}

/// What a key did, for whoever holds the form.
package enum FormOutcome: Hashable, Sendable {
  case nothing
  /// One short bell: the key did nothing, or the field was not left.
  case bell
  /// Enter the form; it stays as it is until the entry stands in the journal.
  case file
  /// Put the form aside and open the next.
  case park
  /// Leave the form; it is a draft.
  case leave
  case suspend, redraw
}

/// What a form cannot know by itself.
package struct FormHelp: Sendable {
  /// How often a code was used in a field at this center: lists begin with the most used.
  package var uses: @Sendable (FormField, String) -> Int = { _, _ in 0 }
  /// Who may be the same as somebody in the form.
  package var duplicates: @Sendable (ArrivalForm) -> [FormDuplicate] = { _ in [] }

  package init() {}
}

extension ArrivalForm {
  /// A blank form: what the bus or the case before most likely shares is carried over.
  package init(in context: EntryContext, after previous: FormValues = FormValues()) {
    self.init()
    self.previous = previous
    by = context.by
    for field in FormField.carriedOver {
      party[field] = FieldEntry(field, carried(field, context), .carried)
    }
    members[0][.tie] = FieldEntry(.tie, Tie.head.letter, .carried)
    // What a bus does not say of its people was asked of nobody yet: it is gone back to, and never in the way.
    place = isOnBus(in: context) ? FormPlace() : following(nil, in: context)
    load()
  }

  /// Whether the party came on a bus whose manifest is open.
  func isOnBus(in context: EntryContext) -> Bool {
    !party[.bus].isEmpty && skipped(FormPlace(.bus), in: context) == nil
  }

  /// What a field of the party begins with.
  private func carried(_ field: FormField, _ context: EntryContext) -> String {
    let bus = context.bus.flatMap { context.center.bus($0) }
    let before = previous[field].text
    switch field {
    case .bus: return bus?.id.label ?? (isOpenBus(before, context) ? before : "")
    case .transport: return bus?.transport.rawValue ?? (before.isEmpty ? Transport.foot.rawValue : before)
    case .language: return bus?.language?.text ?? before
    // The next family on foot may come from anywhere; people of one bus mostly share where they come from.
    case .nationality:
      return bus.map { $0.nationality?.text ?? (previous[.bus].text == $0.id.label ? before : "") } ?? ""
    case .bookIn: return bus?.bookIn.map { TypedMoment.text($0, context.zone) } ?? before
    case .arrivedAt: return before.isEmpty ? FormField.now : before
    default: return before
    }
  }

  private func isOpenBus(_ label: String, _ context: EntryContext) -> Bool {
    BusID(typed: label).flatMap { context.center.bus($0) }.map { $0.closedAt == nil } ?? false
  }

  /// What the next form carries over, and what its key that repeats finds: the party's fields and the head's.
  package var lastValues: FormValues {
    var values = party
    for field in FormField.ofMember { values[field] = members[0][field] }
    return values
  }

  /// Whether nothing was typed into it, so that nothing is lost when it goes.
  package var isBlank: Bool {
    check == nil && members.count == 1 && members[0].isUntouched && party.isUntouched && (isFresh || text.isEmpty)
      && scanned.isEmpty
  }

  /// What a field holds.
  package subscript(place: FormPlace) -> FieldEntry {
    get { place.field.isOfParty ? party[place.field] : members[place.member][place.field] }
    set {
      if place.field.isOfParty { party[place.field] = newValue } else { members[place.member][place.field] = newValue }
    }
  }

  /// The screen showed the form: an Enter from here on was pressed by somebody who saw it.
  package mutating func wasDrawn() { wasSummaryDrawn = place == nil }

  mutating func say(_ severity: FormSeverity, _ text: String) {
    message = FormMessage(severity: severity, text: text)
  }

  /// The entry was refused: the form stays and says why.
  package mutating func refused(_ sentence: String) { say(.impossible, sentence) }
}
