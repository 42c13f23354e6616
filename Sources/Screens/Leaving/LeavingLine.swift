import CaseFlow

/// The command lines behind the keys of the leaving views.
extension DeskLine {
  static func offer(_ id: CaseID, _ receiver: Code) -> String { "offer \(id.checked) \(receiver.text)" }
  static func accept(_ id: CaseID) -> String { "accept \(id.checked)" }
  static func acceptSome(_ id: CaseID) -> String { "accept \(id.checked) people=" }
  static func refuse(_ id: CaseID) -> String { "refuse \(id.checked)" }
  static func step(_ id: CaseID, _ step: String) -> String { "step \(id.checked) \(step)" }
  static func board(_ id: CaseID, _ departure: DepartureID) -> String { "board \(id.checked) #\(departure.number)" }
  static func unboard(_ id: CaseID) -> String { "unboard \(id.checked)" }
  static func release(_ id: CaseID) -> String { "release \(id.checked)" }
  static func transfer(_ id: CaseID, _ place: Destination, _ state: String) -> String {
    "transfer \(id.checked) \(place.rawValue) \(state)"
  }
  static func noPlace(_ id: CaseID, _ place: Destination, _ reason: PlaceRefusal) -> String {
    "noplace \(id.checked) \(place.rawValue) \(reason.rawValue)"
  }
  /// The letter of the number is left to whoever hands over: it is read from the case's own paper.
  static func handOver(_ id: CaseID) -> String { "return \(id.label) tag=" }
  static func child(_ id: CaseID) -> String { "child \(id.checked) " }
  static func notify(_ id: CaseID) -> String { "orr \(id.checked)" }
  static func pickup(_ id: CaseID) -> String { "pickup \(id.checked) " }
  static func consulate(_ id: CaseID) -> String { "consulate \(id.checked)" }
  static func consulateAnswer(_ id: CaseID, _ people: [PersonID]) -> String {
    let named = people.isEmpty ? "" : people.map(\.label).joined(separator: ",") + " "
    return "consulate answer \(id.checked) \(named)protocol="
  }
  static func stop(_ id: CaseID, _ reason: StopReason) -> String { "stop \(id.checked) \(reason.rawValue)" }
  static func confirm(_ id: CaseID) -> String { "confirm \(id.checked)" }
  static func followed(_ id: CaseID, _ followUp: FollowUp, _ outcome: FollowUpOutcome) -> String {
    "followed \(id.checked) \(followUp.rawValue) \(outcome.rawValue)"
  }
  static let announce = "departure "
  static func left(_ departure: DepartureID) -> String { "left #\(departure.number) " }
  static func arrived(_ departure: DepartureID) -> String { "arrived #\(departure.number) " }
  static func held(_ receiver: Code) -> String { "held \(receiver.text) " }
  static func receiver(_ receiver: Code, _ places: Int, isOpen: Bool) -> String {
    "receiver \(receiver.text) \(places)\(isOpen ? "" : " open=no")"
  }
}
