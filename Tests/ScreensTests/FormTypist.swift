import CaseFlow
import Screens

/// An operator with a paper list in front of them: types into forms, and the screen is drawn after each key.
struct FormTypist {
  var desk: FormDesk
  var context: EntryContext
  var help = FormHelp()
  /// Keys pressed beside the letters of names.
  var presses = 0
  var outcomes: [FormOutcome] = []
  var filed: [ArrivalForm] = []
  var isDrawn = true

  init(_ context: EntryContext = FormTypist.context()) {
    self.context = context
    desk = FormDesk(in: context)
  }

  /// A center where nobody is yet; with a bus of Venezuelans at the gate if wanted.
  static func context(bus: Bool = false, rules: StaticString = "test") -> EntryContext {
    var plan = SmallCenter.plan
    plan.rules = Code(rules)
    var center = Center(plan: plan, rules: .us2023)
    if bus {
      var opened = BusOpened()
      opened.language = Code("spa")
      opened.nationality = Code("VEN")
      opened.announced = 58
      opened.bookIn = SmallCenter.now - .hours(11)
      center.apply(
        Record(
          seq: 1, at: SmallCenter.now - .minutes(5), recorded: SmallCenter.now - .minutes(5), by: Code("op1"),
          event: .busOpened(opened)))
    }
    return EntryContext(
      center: center, zone: SmallCenter.zone, now: SmallCenter.now, by: Code("op1"),
      bus: bus ? BusID(number: 1) : nil)
  }

  var form: ArrivalForm { desk.form }

  /// Presses one key and answers what it did; what is filed stands at once.
  @discardableResult
  mutating func press(_ key: Key) -> FormOutcome {
    let outcome = desk.press(key, in: context, help)
    presses += 1
    outcomes.append(outcome)
    if outcome == .file {
      filed.append(desk.form)
      desk.filed(in: context)
    }
    if isDrawn { desk.wasDrawn() }
    return outcome
  }

  /// Types text; every character counts.
  mutating func type(_ text: String) { for scalar in text.unicodeScalars { press(.character(scalar)) } }

  /// Types the letters of a name, which do not count.
  mutating func name(_ text: String) {
    let before = presses
    type(text)
    presses = before
  }

  mutating func enter(_ times: Int = 1) { for _ in 0..<times { press(.enter) } }

  /// The field under the cursor, nil at the summary.
  var field: FormField? { form.place?.field }

  func value(_ field: FormField, of member: Int = 0) -> String { form[FormPlace(field, of: member)].text }
}
