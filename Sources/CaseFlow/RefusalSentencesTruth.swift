// The sentences of refusals about disputes of age, the ledger, stays, and what cannot have been.
extension Refusal {
  static func notDisputed(_ id: PersonID, _ claim: AgeBand) -> Refusal {
    Refusal(.entry, "Person \(id.label) is recorded as \(claim == .child ? "a child" : "an adult") already.")
  }
  static func withinNorm(_ item: Case) -> Refusal {
    Refusal(.entry, "Case \(item.id.label) does not stay longer than the norm: no reason is needed yet.")
  }
  static func notBroken(_ item: Case) -> Refusal {
    Refusal(.entry, "That clock of case \(item.id.label) has not run out.")
  }
  static let unnamedClock = Refusal(.entry, "Name the clock that ran out, such as clock=custody.")
  static let emptyCause = Refusal(.entry, "Only a clock that ran out is named with its clock.")
  static func truthFault(_ id: PersonID) -> Refusal {
    .brokenOpening("what is told of person \(id.label)'s age, care or absences cannot have been")
  }
  static func careTwice(_ id: PersonID, _ care: Care) -> Refusal {
    let what = care == .shower ? "a shower" : "a meal"
    return Refusal(.time, "Person \(id.label) had \(what) near that time already, or too many. Check time and people.")
  }
  static func preparedLater(_ item: Case) -> Refusal {
    Refusal(
      .time, "What case \(item.id.label) needs to leave was still done after that time. Enter a later time.")
  }
  static func toldLater(_ item: Case) -> Refusal {
    Refusal(
      .time, "Something of case \(item.id.label) was done here after that time: an entry says so. Enter a later time.")
  }
  static func seenLater(_ id: PersonID) -> Refusal {
    Refusal(.time, "Person \(id.label) was still here after that time: an entry says so. Enter a later time.")
  }
  static func placedLater(_ item: Case) -> Refusal {
    Refusal(.time, "Case \(item.id.label) was given its present place later than that. Enter a later time.")
  }
  static func servedLater(_ item: Case) -> Refusal {
    Refusal(.time, "Case \(item.id.label) was served at a desk after that time. Check when they left.")
  }
}
