import CaseFlow

/// What is still to happen, soonest first; of two things at one instant, the one entered first.
///
/// A binary heap: entering and taking are logarithmic.
struct Agenda: Sendable {
  private struct Entry: Sendable {
    let at: Instant
    let order: Int
    let happening: Happening

    func precedes(_ other: Entry) -> Bool { (at, order) < (other.at, other.order) }
  }

  private var heap: [Entry] = []
  private var entered = 0

  var isEmpty: Bool { heap.isEmpty }

  /// When the next thing happens, or nil.
  var next: Instant? { heap.first?.at }

  /// Everything that is still to happen, in no order.
  var toCome: some Sequence<Happening> { heap.lazy.map(\.happening) }

  mutating func enter(_ happening: Happening, at: Instant) {
    heap.append(Entry(at: at, order: entered, happening: happening))
    entered += 1
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard heap[child].precedes(heap[parent]) else { break }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  /// Takes what happens next.
  mutating func take() -> (at: Instant, happening: Happening)? {
    guard let first = heap.first else { return nil }
    let last = heap.removeLast()
    guard !heap.isEmpty else { return (first.at, first.happening) }
    heap[0] = last
    var parent = 0
    while true {
      let left = 2 * parent + 1
      guard left < heap.count else { break }
      let right = left + 1
      let child = right < heap.count && heap[right].precedes(heap[left]) ? right : left
      guard heap[child].precedes(heap[parent]) else { break }
      heap.swapAt(child, parent)
      parent = child
    }
    return (first.at, first.happening)
  }
}

/// Something that will happen in a simulated center.
enum Happening: Sendable {
  case announce(people: Int, expected: Instant)
  /// The party of this position in the list of those who come.
  case arrive(Int)
  /// The desks are staffed anew for this local hour.
  case staffDesks
  case staffDesk(DeskID)
  case interpreters
  /// Free desks of a stage look for someone to call.
  case serve(Stage)
  /// Someone called reaches the desk, or does not.
  case begin(DeskID, CaseID)
  case finish(DeskID, CaseID)
  case interrupt(DeskID, CaseID, HoldReason)
  case attend(CaseID, Task)
  case comeBack(PersonID, with: PersonID?)
  /// A bus out leaves, or gets where it goes.
  case leave(DepartureID), reach(DepartureID)
  case round(Round)
  case incident(Incident)
  /// An inject of a drill, at the time that it had when it was put here; the end of its effects.
  case inject(Code, at: Instant)
  case injectOver(Code)
}

/// Something that someone does for a case.
enum Task: Hashable, Sendable {
  case resume, bookInterpreter, shower, waive, askCounsel, answerCounsel, withdraw
  case retest, endIsolation, reunite(with: CaseID), stateTie(PersonID)
  case askReview, declineReview, decideReview
  case determineChild, notifyORR, screenChild, askTransfer(Destination), acceptTransfer(Destination),
    transfer(Destination), confirmTransfer
  case releaseStep(ReleaseStep), offer, answerOffer, confirmRelease
  case askConsulate, answerConsulate, returnStep(ReturnStep), handOver, confirmReturn
  case recordBreach(BreachCause, ClockKind, due: Instant)
  case seeReferral(Referral), closeReferral(Referral), recordFollowUp(FollowUp)
}

/// What staff do again and again, whoever is there.
enum Round: Hashable, Sendable {
  case breaches, places, supervision, departures, care(Care), serve, alarms
  case duties, bookings, receivers, stays
  /// In a drill: whoever waits for something that nobody has planned.
  case loose
}

/// What befalls a recorded day beyond the daily round.
enum Incident: Hashable, Sendable {
  /// Fewer desks of a stage for a while: this many away.
  case staffAway(Stage, Int)
  /// More staffed places of a kind, or fewer, in percent of those planned.
  case placesStaffed(PlaceKind, percent: Int)
  /// So many more staffed places in an area, or fewer, as on the day that a drill plays.
  case staffedPlaces(Code, more: Int)
  /// Half of the reserve of a kind of place is opened.
  case reserveOpened(PlaceKind)
  case correctAge, correctBand, correctLanguage, correctBookIn, expedite, splitFamily
  case interpreterLeaves, disputeAge, changeMind
}
