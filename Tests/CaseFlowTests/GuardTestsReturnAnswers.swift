import CaseFlow
import Testing

@Suite("A return waits for both ends, and ends when the person says so")
struct GuardTestsReturnAnswers {
  /// A woman with every step of her return done; the consulate was asked.
  private func prepared(_ sex: Sex = .female) throws -> (Live, CaseID) {
    var life = Live()
    let person = try life.come(.adult(sex))[0]
    try life.planReturn(person)
    try life.note(.consulateAsked(CaseOnly(person)))
    for step in ReturnStep.needed(for: life.item(person)) { try life.note(.step(person, step)) }
    return (life, person)
  }

  @Test("no hand-over before the consulate has said who is vulnerable, and before the other end is ready for them")
  func consulate() throws {
    var (life, woman) = try prepared()
    #expect(
      life.refuses(.returned(woman))
        == "The consulate did not say yet who of case 0001 is vulnerable. Record its answer first.")
    try life.note(.consulateAnswered(woman, ready: false))
    #expect(
      life.refuses(.returned(woman))
        == "The other end is not ready for the vulnerable of case 0001. No hand-over before it is.")
    try life.note(.consulateAnswered(woman))
    try life.note(.returned(woman))
    #expect(life.item(woman).isAwaitedElsewhere)
    try life.note(.returnConfirmed(CaseOnly(woman)))
    #expect(!life.item(woman).isAwaitedElsewhere)
    #expect(life.refuses(.returnConfirmed(CaseOnly(woman))) != nil)
    // A man whom nobody names needs no protocol; one who is named does.
    var (other, man) = try prepared(.male)
    try other.note(.consulateAnswered(man, ready: false, naming: other.members(man)))
    #expect(other.refusal(.state(.returned(man))) == .returnBeforeFinal)
    try other.note(.consulateAnswered(man, ready: false))
    try other.note(.returned(man))
  }

  @Test("the consulate answers when it was asked, about people of the case")
  func answers() throws {
    var life = Live()
    let man = try life.come(.adult())[0]
    #expect(life.refusal(.state(.consulateAnswered(man))) == .consulate)
    try life.planReturn(man)
    try life.note(.consulateAsked(CaseOnly(man)))
    #expect(life.refusal(.state(.consulateAnswered(man, naming: [PersonID(number: 99)]))) == .entry)
    #expect(life.refusal(.state(.consulateAnswered(man)), at: life.now - .minutes(1)) == .time)
  }

  @Test("a change of mind at the last step ends the return: case management plans anew, nothing is lost")
  func changedMind() throws {
    var (life, woman) = try prepared()
    try life.note(.consulateAnswered(woman))
    life.pass(.minutes(1))
    let before = life
    try life.note(.stopped(woman, .changedMind))
    #expect(life.item(woman).step == .caseManagement && life.item(woman).plan == nil)
    #expect(life.refusal(.state(.returned(woman))) != nil)
    #expect(
      life.refuses(.stopped(woman, .changedMind)) == "No return of case 0001 is planned. There is nothing to stop.")
    try life.plan(woman, .return)
    #expect(life.item(woman).returnStopped == nil)
    try life.note(.returned(woman))
    // A slip of the finger is taken back.
    var slip = before
    try slip.note(.stopped(woman, .changedMind))
    slip.pass(.minutes(1))
    try slip.run(.undo)
    try slip.note(.returned(woman))
  }

  @Test("whoever speaks of fear is heard again, before others, and that is not taken back")
  func fear() throws {
    var (life, woman) = try prepared()
    life.pass(.minutes(1))
    try life.note(.stopped(woman, .fear))
    let item = life.item(woman)
    #expect(item.step == .interview && item.determination == nil && item.returnSteps.isEmpty)
    #expect(item.consulateAskedAt == nil && item.consulateAnswer == nil)
    #expect(life.center.priority(of: item, at: item.arrivedAt).level == .p2)
    #expect(life.refusal(.state(.returned(woman))) != nil)
    #expect(life.refusal(.state(.consulateAsked(CaseOnly(woman)))) == .consulate)
    life.pass(.minutes(1))
    #expect(life.refuses(.undo) != nil)
    try life.seat(woman, at: .interview)
    try life.note(.determined(woman, .positive))
    #expect(life.item(woman).returnStopped == nil)
  }

  @Test("a child alone goes to a guardian, on a basis that was written down; its own no ends it")
  func child() throws {
    var life = Live()
    let child = try life.come(.child(15), from: Code("MEX"))[0]
    try life.takeIn(child)
    try life.note(.screened(child))
    #expect(
      life.refuses(.step(child, .basisServed))
        == "Write down first on what the return of case 0001 rests: name PERSON note=...")
    try life.writeBasis(child)
    try life.note(.consulateAsked(CaseOnly(child)))
    for step in ReturnStep.allCases where step != .guardian { try life.note(.step(child, step)) }
    try life.note(.consulateAnswered(child))
    #expect(
      life.refuses(.returned(child)) == "The return of case 0001 lacks a step: a guardian at the other end.")
    try life.note(.step(child, .guardian))
    var other = life
    try life.note(.returned(child))
    try other.note(.stopped(child, .changedMind))
    #expect(!other.item(child).child.mayReturn && other.item(child).child.screenedAt == nil)
    #expect(other.refusal(.state(.returned(child))) == .childAlone)
    var adult = Live()
    let man = try adult.come(.adult())[0]
    try adult.planReturn(man)
    #expect(adult.refuses(.step(man, .guardian)) == "Case 0001 is not a child alone.")
  }

  @Test("a consulate's time for a travel document is a clock from when it was asked")
  func documentClock() throws {
    var plan = SmallCenter.plan
    var consulate = ConsulatePlan()
    consulate.nation = Code("GTM")
    consulate.documentHours = 72
    plan.consulates = [consulate]
    var life = Live()
    life.center = Center(plan: plan, rules: .us2023)
    let man = try life.come(.adult(), from: Code("GTM"))[0]
    func clock() -> LegalClock? {
      life.center.clocks(of: life.item(man), at: life.now).first { $0.kind == .travelDocument }
    }
    try life.planReturn(man)
    #expect(clock() == nil)
    try life.note(.consulateAsked(CaseOnly(man)))
    #expect(clock()?.due == life.now + .hours(72) && clock()?.startedBy == Code("op1"))
    life.pass(.hours(80))
    #expect(clock()?.state(at: life.now) == .breached && clock()?.stopped == nil)
    try life.note(.step(man, .travelDocument), at: life.now - .hours(20))
    #expect(clock()?.state(at: life.now) == .met)
  }
}
