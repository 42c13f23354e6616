import CaseFlow

extension AlarmPlan {
  private static func card(
    _ code: Code, _ title: String, _ role: Code, _ lines: [(String, role: Code, minutes: Int)]
  ) -> ActionCard {
    var card = ActionCard()
    card.code = code
    card.title = title
    card.role = role
    card.lines = lines.map {
      var line = ActionLine()
      line.text = $0.0
      line.role = $0.role
      line.minutes = $0.minutes
      return line
    }
    return card
  }

  /// The shipped action cards, in the order of opening.
  static let cards: [ActionCard] = [
    card(
      Code("F-1"), "Families over places", leadRole,
      [
        ("Read the places by kind and say which is full", leadRole, 5),
        ("Open the reserve places with the shortest lead time", leadRole, 30),
        ("Call in the staff that the reserve places need", leadRole, 30),
        ("Ask the shelter network for places tonight", releaseRole, 30),
        ("Move releases with a receiver to the next bus", releaseRole, 60),
        ("Keep children alone and the isolated where they are safe", childrenRole, 15),
        ("Tell the next shift what is open and what is asked", leadRole, 120),
      ]),
    card(
      Code("A-1"), "Surge asylum officers", asylumRole,
      [
        ("Call the surge roster of asylum officers", asylumRole, 30),
        ("Open interviews by telephone at every free room", asylumRole, 60),
        ("Open the second interpreter line", asylumRole, 60),
        ("Give every case near its custody limit a slot", asylumRole, 90),
      ]),
    card(
      Code("H-1"), "Health task force", healthRole,
      [
        ("Call the health task force", healthRole, 30),
        ("Screen at arrival, beside reception", healthRole, 60),
        ("Check water, toilets and isolation places", healthRole, 60),
      ]),
    card(
      Code("R-1"), "Places outside", releaseRole,
      [
        ("Offer every ready release to a receiver", releaseRole, 60),
        ("Ask for buses for those accepted", releaseRole, 60),
        ("Ask the neighboring centers for places", leadRole, 90),
      ]),
  ]
}
