import CaseFlow
import Testing

@Suite("The canonical bytes under a digest")
struct CanonicalTests {
  private func bytes(_ event: Event) -> [UInt8] {
    var event = event
    var canonical = CanonicalBytes()
    event.describe(&canonical)
    return canonical.bytes
  }

  @Test("equal values give equal bytes, and any one field changed gives others", arguments: Event.blanks)
  func everyField(of event: Event) {
    var full = event
    var fill = Changing(position: nil)
    full.describe(&fill)
    for start in [event, full] {
      var count = Changing(position: nil, isDry: true)
      var probe = start
      probe.describe(&count)
      let plain = bytes(start)
      #expect(bytes(start) == plain)
      var seen: Set<[UInt8]> = [plain]
      for position in 0..<count.visited {
        var other = start
        var change = Changing(position: position)
        other.describe(&change)
        #expect(seen.insert(bytes(other)).inserted, "\(event.type), field \(change.name)")
      }
    }
    #expect(Event.blank(event.type)?.type == event.type)
  }

  @Test("there is a blank of every type, and none of an unknown one")
  func types() {
    #expect(Set(Event.blanks.map(\.type)).count == Event.blanks.count)
    #expect(Event.blank("caseTeleported") == nil)
  }

  @Test("a center plan has no field that its bytes leave out")
  func plan() {
    var plan = SmallCenter.plan
    plan.model.arrivalsPerHour = [1]
    plan.stages[0].staffedByHour = [1]
    func bytes(_ plan: CenterPlan) -> [UInt8] {
      var canonical = CanonicalBytes()
      canonical.append(plan)
      return canonical.bytes
    }
    var count = Changing(position: nil, isDry: true)
    var probe = plan
    probe.describe(&count)
    #expect(count.visited > 100)
    for position in 0..<count.visited {
      var other = plan
      var change = Changing(position: position)
      other.describe(&change)
      #expect(bytes(other) != bytes(plan), "field \(change.name)")
    }
  }

  @Test("a state has other bytes at another moment, after another record, and with another announcement")
  func center() throws {
    var life = Live()
    let man = try life.come(.adult())[0]
    try life.screen(man)
    let before = life.center.canonicalBytes(at: life.now)
    #expect(before == life.center.canonicalBytes(at: life.now))
    #expect(before == (try life.replayed()).canonicalBytes(at: life.now))
    #expect(before != life.center.canonicalBytes(at: life.now + .hours(1)))
    var announced = life
    var e = ArrivalAnnounced()
    e.people = 40
    try announced.note(.arrivalAnnounced(e))
    let byBus = announced.center.canonicalBytes(at: life.now)
    #expect(byBus != before)
    var onFoot = life
    e.transport = .foot
    try onFoot.note(.arrivalAnnounced(e))
    #expect(onFoot.center.canonicalBytes(at: life.now) != byBus, "a bus is counted down by those who come by bus")
    var late = life
    try late.note(.capacity(Code("men"), .held, 1))
    #expect(late.center.canonicalBytes(at: life.now) != before)
  }

  @Test("tokens of different forms never read alike")
  func tokens() {
    var (int, time, text, flag, none) = (1, Instant(milliseconds: 1), "1", true, Int?.none)
    var decimal = 1.0
    var all: [[UInt8]] = []
    for visit in [
      { (f: inout CanonicalBytes) in f.field("a", &int) }, { f in f.field("a", &time) },
      { f in f.field("a", &text) }, { f in f.field("a", &flag) }, { f in f.field("a", &decimal) },
      { f in f.field("a", &none) },
    ] {
      var canonical = CanonicalBytes()
      visit(&canonical)
      all.append(canonical.bytes)
    }
    #expect(Set(all).count == all.count)
  }
}

/// Changes the one field at a position of a walk, or all of them; a dry one only counts.
private struct Changing: FieldVisitor {
  let position: Int?
  var isDry = false
  var visited = 0
  var name = ""

  init(position: Int?, isDry: Bool = false) {
    self.position = position
    self.isDry = isDry
  }

  private mutating func isHere(_ name: StaticString) -> Bool {
    defer { visited += 1 }
    guard !isDry, position == nil || position == visited else { return false }
    self.name = "\(name)"
    return true
  }

  private static func after(_ word: String, in words: [String]) -> String {
    words[((words.firstIndex(of: word) ?? 0) + 1) % words.count]
  }

  /// Another value of the same form.
  private func other<S: Scalar>(_ value: S) -> S {
    let token: Token =
      switch (S.form, value.token) {
      case (.word(let words), .text(let word)): .text(Self.after(word, in: words()))
      case (_, .int(let n)): .int(n + 1)
      case (_, .decimal(let d)): .decimal(d + 1)
      case (_, .flag(let flag)): .flag(!flag)
      case (_, .time(let time)): .time(time + .hours(1))
      case (_, .text(let text)):
        .text(text == "health-2" ? "interview-3" : S.self == DeskID.self ? "health-2" : "x" + text)
      }
    return S(token: token) ?? value
  }

  mutating func field<S: Scalar>(_ name: StaticString, _ value: inout S) {
    if isHere(name) { value = other(value) }
  }
  mutating func field<S: Scalar & Equatable>(_ name: StaticString, _ value: inout S, usual: S) {
    if isHere(name) { value = other(value) }
  }
  mutating func field<S: Scalar>(_ name: StaticString, _ value: inout S?) {
    if isHere(name) { value = other(value ?? S()) }
  }
  mutating func field<S: Scalar>(_ name: StaticString, _ value: inout [S], most: Int) {
    if isHere(name) { value = value.isEmpty ? [other(S())] : [] }
  }
  mutating func field<T: Described>(_ name: StaticString, _ value: inout T) { value.describe(&self) }
  mutating func field<T: Described>(_ name: StaticString, _ value: inout T?) {
    if value != nil {
      value?.describe(&self)
    } else if isHere(name) {
      value = T()
    }
  }
  mutating func field<T: Described>(_ name: StaticString, _ value: inout [T], most: Int) {
    for index in value.indices { value[index].describe(&self) }
    if isHere(name) { value.append(T()) }
  }
}
