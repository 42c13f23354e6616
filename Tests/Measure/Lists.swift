import CaseFlow
import Screens

/// Opens each list of a center with so many cases on roll and presses keys in it: what a key takes, its frame included.
/// Says whether every key after the first is answered within 8 ms; the key that opens a list is told beside it.
func measureLists(cases wanted: Int) -> Bool {
  let now = Instant(milliseconds: 1_710_615_600_000)
  let center = crowd(wanted, at: now)
  var model = BoardModel(center: center, now: now)
  let made = best(of: 3) { model = BoardModel(center: center, now: now) }
  print("\(center.casesOnRoll.count) cases; a model of them in \(text(made * 1_000)) ms, once for a change\n")
  let views: [(String, BoardView)] = [
    ("everyone", .found("")), ("interview queue", .queue(.interview)), ("clocks", .clocks), ("ledger", .ledger),
    ("leaving", .leaving), ("ready to leave", .leavingList(.ready)), ("children alone", .children),
    ("screening", .screening(center.cases.items[0].id)), ("referrals", .referrals),
  ]
  let keys: [Key] = [.down, .pageDown, .end, .up, .pageUp, .char("G"), .home, .char("s"), .char("s")]
  var isQuick = true
  for (name, view) in views {
    let size = Size(width: 120, height: 40)
    var state = ViewState(view: view, size: size)
    let opened = best(of: 1) {
      state.settle(model)
      _ = screen(model, state, size)
    }
    var times: [Double] = []
    for index in 0..<90 {
      times.append(
        best(of: 1) {
          _ = reduce(keys[index % keys.count], model, &state)
          _ = screen(model, state, size)
        })
    }
    times.sort()
    isQuick = isQuick && times[85] < 0.008
    let name = name + String(repeating: " ", count: max(1, 18 - name.count))
    print(
      "\(name)opened in \(text(opened * 1_000)) ms; a key in \(text(times[45] * 1_000)) ms, "
        + "\(text(times[85] * 1_000)) at the 95th of 100, \(text(times[89] * 1_000)) at most")
  }
  return isQuick
}

/// A center with people on every row: at the desks, in their consultation, leaving, children alone.
private func crowd(_ wanted: Int, at now: Instant) -> Center {
  var plan = CenterPlan()
  plan.stages = Stage.allCases.map {
    var stage = StagePlan()
    stage.stage = $0
    stage.desks = 14
    stage.service.meanMinutes = 60
    return stage
  }
  let languages = ["spa", "mam", "kek", "hat", "por"].map { Code($0) ?? .none }
  var opening = OpeningState()
  for number in 1...Int32(wanted) {
    let arrived = now - .minutes(Int(number) % 6_000 + 60)
    var person = Person()
    person.id = PersonID(number: number)
    person.party = PartyID(number: number)
    person.caseID = CaseID(number: number)
    person.arrivedAt = arrived
    var item = Case()
    item.id = person.caseID
    item.party = person.party
    item.members = [person.id]
    item.language = languages[Int(number) % languages.count]
    (item.arrivedAt, item.joinedAt, item.changedAt) = (arrived, arrived, arrived)
    place(&item, &person, Int(number), arrived)
    var party = Party()
    (party.id, party.arrivedAt, party.bookIn, party.cases) = (person.party, arrived, arrived, [item.id])
    opening.people.append(person)
    opening.cases.append(item)
    opening.parties.append(party)
  }
  var center = Center(plan: plan, rules: .us2023)
  let by: Code = Code("measure" as StaticString)
  center.apply(Record(seq: 0, at: now, recorded: now, by: by, event: .stateAt(opening)))
  return center
}

/// Where one of them stands, by their number alone.
private func place(_ item: inout Case, _ person: inout Person, _ number: Int, _ arrived: Instant) {
  switch number % 10 {
  case 0:
    item.step = .childrenAlone
    item.kind = .unaccompaniedChild
    item.child.claimedAt = arrived
    (person.band, person.age) = (.child, Years(9 + number % 8))
  case 1: item.step = .reception
  case 2: item.step = .health
  case 3, 4:
    item.step = .leaving
    item.plan = .release
    var made = Determination()
    made.at = arrived
    item.determination = made
  case 5: item.step = .caseManagement
  default:
    item.step = .interview
    item.consultation.orientedAt = arrived
    if number % 3 > 0 { item.consultation.waivedAt = arrived }
  }
  guard number % 7 == 0 else { return }
  var path = ReferralPath()
  path.askedAt = arrived
  item.referrals = [path]
}
