import CaseFlow
import Screens

extension SmallCenter {
  /// The story itself.
  mutating func tell() {
    for desk in 1...3 { open(.reception, UInt8(desk), "op1") }
    open(.health, 1, "nurse1")
    open(.health, 2, "nurse2")
    open(.interview, 1, "ao1")
    open(.interview, 2, "ao2")
    open(.caseManagement, 1, "cm1")
    carriedThrough()
    morning()
    noon()
  }

  /// People who came early and are far along.
  private mutating func carriedThrough() {
    // Negative, review asked for.
    let judged = arrive(1, [41], "spa", "VEN", area: "men-a", bookIn: -4_000)
    toInterview(judged, 2)
    call(judged, .interview, 1, 20)
    record(21, .serviceStarted(CaseAtDesk(judged, DeskID(stage: .interview, number: 1))))
    determine(judged, 80, .negative)
    record(81, .serviceCompleted(CaseAtDesk(judged, DeskID(stage: .interview, number: 1))))
    record(140, .reviewRequested(CaseOnly(judged)))
    // A family that leaves with a receiver, another without.
    for (index, ages) in [[-29, 30, -4], [-33, 11, -8, 2]].enumerated() {
      let id = arrive(2, ages, "spa", "HND", area: "fam-a", bookIn: -3_000)
      toInterview(id, 4)
      let desk = UInt8(2 - index)
      call(id, .interview, desk, 90)
      record(91, .serviceStarted(CaseAtDesk(id, DeskID(stage: .interview, number: desk))))
      determine(id, 150, .positive)
      record(151, .serviceCompleted(CaseAtDesk(id, DeskID(stage: .interview, number: desk))))
      serve(id, .caseManagement, 1, 160 + index * 40, 30)
      var plan = PlanMade()
      plan.caseID = id
      record(200 + index * 40, .planMade(plan))
      var step = ReleaseStepDone()
      step.caseID = id
      for done in [ReleaseStep.address, .checkIn, .contact] {
        step.step = done
        record(205 + index * 40, .releaseStepDone(step))
      }
      guard index == 0 else { continue }
      record(230, .releaseOffered(ReceiverOfCase(id, Code("casa"))))
      record(260, .releaseAccepted(ReceiverOfCase(id, Code("casa"))))
    }
    // Someone who has been released already.
    let gone = arrive(3, [52], "por", "BRA", area: "men-a", bookIn: -2_900)
    record(300, .caseReleased(ReceiverOfCase(gone, Code("casa"))))
  }

  /// A child alone, an isolated family, people who wait for an interview, one on hold.
  private mutating func morning() {
    let alone = arrive(30, [-15], "mam", "GTM", area: "kids", bookIn: -200)
    serve(alone, .reception, 3, 32, 14)
    serve(alone, .health, 1, 50, 12)
    var determined = ChildDetermined()
    determined.caseID = alone
    record(70, .childDetermined(determined))
    record(75, .orrNotified(CaseOnly(alone)), late: 20)
    let ill = arrive(40, [-27, 29, 6, -3], "spa", "ECU", area: "fam-a", bookIn: -500)
    serve(ill, .reception, 1, 45, 15)
    serve(ill, .health, 2, 66, 18)
    var found = FindingOfCase()
    found.caseID = ill
    record(85, .isolationOrdered(found), by: "nurse2")
    record(90, .casePlaced(CasePlaced(ill, in: Code("iso"))))
    let languages: [(StaticString, StaticString, [Int])] = [
      ("mam", "GTM", [-31, 9]), ("hat", "HTI", [38]), ("spa", "CUB", [-45]), ("spa", "VEN", [25]), ("mam", "GTM", [22]),
    ]
    for (index, (language, nation, ages)) in languages.enumerated() {
      let id = arrive(
        60 + index * 7, ages, language, nation, area: ages.count > 1 ? "fam-b" : ages[0] < 0 ? "women-a" : "men-a",
        bookIn: -3_700 + index * 400)
      toInterview(id, 65 + index * 30, waived: index != 3)
      if index == 1 { record(300, .caseHeld(CaseHeld(id, .interpreter))) }
      if index == 2 {
        call(id, .interview, 2, 420)
        record(421, .serviceStarted(CaseAtDesk(id, DeskID(stage: .interview, number: 2))))
      }
      guard index == 4 else { continue }
      var expedited = CaseExpedited()
      expedited.caseID = id
      record(430, .caseExpedited(expedited), by: "lead")
    }
  }

  /// A bus at noon that fills reception and the family rooms.
  private mutating func noon() {
    var announced = ArrivalAnnounced()
    announced.people = 58
    announced.expected = Self.start + .minutes(620)
    record(380, .arrivalAnnounced(announced))
    var families: [CaseID] = []
    for index in 0..<5 {
      families.append(
        arrive(
          400 + index, [-(25 + index * 3), 28 + index * 2, 9 - index, index], "spa", "VEN",
          area: index < 4 ? "fam-a" : nil, bookIn: 100))
    }
    for index in 0..<6 {
      arrive(
        410 + index, [19 + index * 6], index == 2 ? "por" : "spa", index == 2 ? "BRA" : "COL", area: "men-a",
        bookIn: 100)
    }
    serve(families[0], .reception, 1, 420, 15)
    serve(families[1], .reception, 2, 425, 17)
    call(families[2], .reception, 1, 500)
    record(505, .serviceStarted(CaseAtDesk(families[2], DeskID(stage: .reception, number: 1))))
    call(families[0], .health, 1, 490)
    record(495, .serviceStarted(CaseAtDesk(families[0], DeskID(stage: .health, number: 1))))
  }

  /// Through reception and health, oriented and, unless told otherwise, with the consultation period waived.
  private mutating func toInterview(_ id: CaseID, _ from: Int, waived: Bool = true) {
    serve(id, .reception, 1, from, 6)
    serve(id, .health, 1, from + 8, 6)
    orient(id, from + 15, waived: waived)
  }
}
