import CaseFlow
import Screens
import Testing

/// The health desk screens a family by keys; other desks read what to take care of, and nothing else.
@Suite struct HealthDeskTests {
  private static let desk = DeskID(stage: .health, number: 1)

  /// A nurse at the page of the family that is served at the desk.
  private func nurse(width: Int = 120) -> (LiveOperator, Case) {
    var nurse = LiveOperator(.queue(.health), by: "nurse1", desk: Self.desk, width: width, height: 30)
    nurse.press(.char("H"))
    let item = nurse.center.desk(Self.desk)?.serving.flatMap { nurse.center.cases[$0] } ?? Case()
    return (nurse, item)
  }

  @Test func theChecksOfAFamilyAreDoneByThreeKeysEachAndNoneIsForgotten() throws {
    var (nurse, item) = nurse()
    #expect(nurse.sees.contains("HEALTH \(item.id.checked)") && nurse.sees.contains("MISSING"))
    nurse.press(.char("d"))
    #expect(nurse.message.hasPrefix("Person \(item.members[2].label) lacks the health interview."))
    // To the older child: the interview with a concern, then the assessment.
    nurse.press(.char("j"), .char("j"), .char("c"))
    #expect(nurse.sees.contains("h  health interview") && nurse.sees.contains("still asked for"))
    nurse.press(.char("h"), .char("o"), .enter, .char("m"), .char("c"))
    let child = try #require(nurse.center.people[item.members[2]])
    #expect(
      child.checks.map(\.check) == [.interview, .assessment] && child.checks.map(\.result) == [.concern, .clear])
    // The baby in one key, for whatever is still asked for.
    nurse.press(.char("j"), .char("c"))
    #expect(nurse.sees.contains("everything asked for is clear"))
    nurse.press(.char("v"))
    #expect(nurse.center.people[item.members[3]]?.checks.count == 2)
    nurse.press(.char("d"))
    #expect(nurse.center.cases[item.id]?.step == .interview, "\(nurse.message)")
  }

  @Test func scabiesIsTreatedBeforeTheScreeningEnds() {
    var (nurse, item) = nurse()
    for _ in 0..<3 {
      nurse.press(.char("j"), .char("c"))
      if nurse.sees.contains("everything asked for is clear") { nurse.press(.char("v")) } else { nurse.press(.escape) }
    }
    nurse.press(.char("t"))
    #expect(nurse.message == "Nothing waits for treatment: f records what was found.")
    nurse.press(.char("f"), .char("s"))
    #expect(nurse.sees.contains("scabies"))
    nurse.press(.char("d"))
    #expect(nurse.message.contains("is to be treated first"))
    nurse.press(.char("t"), .char("s"))
    #expect(nurse.sees.contains("scabies (treated)"))
    nurse.press(.char("d"))
    #expect(nurse.center.cases[item.id]?.step == .interview, "\(nurse.message)")
  }

  @Test func aFeverIsolatesTheWholeFamilyWithAPlaceAndATestToCome() throws {
    var (nurse, item) = nurse()
    for part in ["physical", "safe", "staffed"] {
      nurse.type(":capacity iso \(part) 12")
      nurse.press(.enter)
    }
    nurse.press(.char("f"), .char("i"))
    let isolated = try #require(nurse.center.cases[item.id])
    #expect(isolated.isolation?.finding == .influenzaLike)
    #expect(nurse.center.members(of: isolated).allSatisfy { $0.area == Code("iso") })
    #expect(nurse.sees.contains("isolated influenza-like illness, next test"))
    nurse.press(.char("i"), .char("a"), .char("i"), .char("e"))
    #expect(nurse.center.cases[item.id]?.isolation == nil)
    // The places show who is isolated, and when the next test is due.
    nurse.press(.char("7"))
    #expect(nurse.sees.contains("test 29 Dec"))
  }

  @Test func otherDesksReadTheCautionAndNotTheIllness() {
    var (nurse, item) = nurse()
    nurse.press(.char("f"), .char("s"), .char("J"), .char("t"))
    var clerk = LiveOperator(.screening(item.id), width: 120)
    clerk.catchUp(with: nurse)
    #expect(clerk.sees.contains("treat first") && clerk.sees.contains("not fit for travel"))
    #expect(!clerk.sees.contains("scabies") && nurse.sees.contains("scabies"))
    clerk = LiveOperator(.aCase(item.id), width: 120, height: 60)
    clerk.catchUp(with: nurse)
    #expect(clerk.sees.contains("Treat first, not fit for travel.") && !clerk.sees.contains("scabies"))
    clerk.press(.char("l"))
    #expect(clerk.message == "There is nothing here that your desk or duty reads.")
  }

  @Test func whatIsOpenedIsRecordedOnceAndClosesWithThePage() {
    var (nurse, item) = nurse()
    let mother = item.members[0]
    nurse.type(":needs \(mother.label) SM-CI,LP-ND")
    nurse.press(.enter)
    nurse.press(.char("4"))
    #expect(nurse.state.view == .aCase(item.id))
    #expect(nurse.sees.contains("l opens what your desk or duty serves") && !nurse.sees.contains("SM-CI"))
    nurse.press(.char("l"), .char("l"))
    // The need that is for a lawyer stays closed.
    #expect(nurse.sees.contains("SM-CI Chronic illness") && !nurse.sees.contains("LP-ND"))
    let opened = nurse.events.filter { if case .recordOpened = $0 { true } else { false } }
    #expect(opened.count == 1)
    nurse.press(.escape, .char("4"))
    #expect(!nurse.sees.contains("SM-CI"))
  }

  @Test func contactsOfACaseAreOneKeyAway() {
    var (nurse, item) = nurse()
    nurse.press(.char("W"))
    #expect(nurse.state.view == .contacts(item.id))
    #expect(nurse.sees.contains("CONTACTS OF \(item.id.checked)") && nurse.sees.contains("TOGETHER IN"))
    #expect(nurse.sees.contains("Family rooms"))
    guard case .aCase(let other)? = nurse.state.pane.selection else { return #expect(Bool(false)) }
    nurse.press(.enter)
    #expect(nurse.state.view == .aCase(other) && other != item.id)
  }

  @Test func twoLinkedCasesStandAboveTheQueue() {
    var (nurse, item) = nurse()
    let others = nurse.center.contacts(of: item, from: .earliest, until: nurse.model.now)
    let other = others.compactMap { nurse.center.cases[$0.caseID] }.first(where: \.isOnRoll) ?? Case()
    for person in [item.members[0], other.members[0]] {
      nurse.type(":finding \(person.label) varicella")
      nurse.press(.enter)
    }
    nurse.press(.escape)
    #expect(nurse.sees.contains("OUTBREAK varicella, 2 linked cases in 72 h"))
    var clerk = LiveOperator(.queue(.health), width: 120)
    clerk.catchUp(with: nurse)
    #expect(clerk.sees.contains("OUTBREAK, 2 linked cases") && !clerk.sees.contains("varicella"))
  }

  @Test func referralsAreSeenByThoseWhoServeThem() throws {
    var clerk = LiveOperator(.queue(.reception), width: 120, height: 40)
    guard case .aCase(let id)? = clerk.state.pane.selection else { return #expect(Bool(false)) }
    let place = clerk.center.cases[id]?.joinedAt
    clerk.press(.char("+"))
    #expect(clerk.sees.contains("safe refuge"))
    clerk.press(.char("s"))
    #expect(clerk.center.cases[id]?.openReferral(to: .safeRefuge) != nil && clerk.center.cases[id]?.joinedAt == place)
    clerk.press(.char("B"))
    #expect(clerk.sees.contains("Referrals are read by those who serve them"))
    let listed: [(Code, Role)] = [(Code("lead9"), .supervisor), (Code("psy1"), .psychosocial)]
    for (name, role) in listed {
      var duty = Duty()
      duty.staff = name
      duty.role = role
      duty.from = SmallCenter.start
      duty.until = SmallCenter.now + .hours(8)
      let now = clerk.center.now
      clerk.center.apply(
        Record(seq: clerk.center.seq + 1, at: now, recorded: now, by: Code("lead9"), event: .dutyListed(duty)))
    }
    var lead = LiveOperator(.referrals, by: "lead9", width: 120)
    lead.catchUp(with: clerk)
    #expect(lead.sees.contains("A protected service") && !lead.sees.lowercased().contains("safe refuge"))
    #expect(lead.sees.contains(id.checked))
    var counselor = LiveOperator(.referrals, by: "psy1", width: 120)
    counselor.catchUp(with: clerk)
    #expect(counselor.sees.contains("Safe refuge"))
    counselor.press(.char("+"), .char("s"))
    #expect(counselor.center.cases[id]?.openReferral(to: .safeRefuge)?.seenAt != nil, "\(counselor.message)")
    counselor.press(.char("+"), .char("o"), .char("s"))
    #expect(counselor.center.cases[id]?.referrals.first?.outcome == .served, "\(counselor.message)")
  }

  @Test func aReplayTellsNoMedicalDetail() {
    var (nurse, item) = nurse()
    nurse.press(.char("f"), .char("s"))
    var model = BoardModel(center: nurse.center, now: nurse.model.now)
    model.zone = nurse.model.zone
    for view in [BoardView.screening(item.id), .aCase(item.id), .queue(.health)] {
      #expect(!plain(model, view).contains("scabies"))
    }
  }
}
