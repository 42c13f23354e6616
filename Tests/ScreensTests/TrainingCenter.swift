import CaseFlow
import Foundation
import Journal
import Screens
import TestSupport

extension CommandLineTests {
  /// The training center with a bus open, case 412 served at reception desk 1 and offered to a receiver.
  static let training = Result { try makeTraining() }

  private static func makeTraining() throws -> EntryContext {
    let file = try CenterFile.read(PackageRoot.url.appendingPathComponent("Fixtures/centers/training.yaml").path)
    var center = Center(plan: file.plan, rules: .us2021)
    let start = SmallCenter.now - .hours(1)
    func record(_ event: Event) {
      center.apply(Record(seq: center.seq + 1, at: start, recorded: start, by: Code("op1"), event: event))
    }
    var opening = OpeningState()
    opening.nextCase = CaseID(number: 412)
    opening.nextPerson = PersonID(number: 2_000)
    record(.stateAt(opening))
    let desk = DeskID(stage: .reception, number: 1)
    var opened = DeskOpened()
    opened.desk = desk
    opened.staff = Code("op1")
    record(.deskOpened(opened))
    var arrival = Arrival()
    arrival.language = Code("spa")
    arrival.members = [ArrivalMember(age: Years(30), band: .adult, sex: .female, tie: .head)]
    for event in try center.decide(.arrive(arrival), Moment(start, by: Code("op1"))) { record(event) }
    for event in try center.decide(.callNext(desk), Moment(start, by: Code("op1"))) { record(event) }
    record(.releaseOffered(ReceiverOfCase(CaseID(number: 412), Code("sponsor"))))
    record(.busOpened(BusOpened()))
    record(.departureOpened(DepartureOpened()))
    return EntryContext(
      center: center, zone: SmallCenter.zone, now: SmallCenter.now, by: Code("op1"), desk: desk)
  }
}
