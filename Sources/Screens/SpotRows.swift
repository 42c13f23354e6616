package import CaseFlow

/// Rows of a list that someone walks the floor with, to see whether what the journal says is so.
extension BoardModel {
  /// A line of titles, then one line for each case: its number, its people, their places, what it does, and a box to
  /// tick for "found so". In the order of the places, so that nobody walks twice.
  package func spotRows(_ cases: [CaseID]) -> [String] {
    let rows = cases.compactMap { id -> [String]? in
      guard let item = aCase(id), item.isOnRoll else { return nil }
      return [id.checked, who(item), spotPlaces(of: item), Wording.step(item.step) + ": " + state(item)]
    }
    let titles = Wording.spotTitles
    let sorted = rows.sorted { ($0[2], $0[0]) < ($1[2], $1[0]) }
    let widths = titles.indices.map { column in
      ([titles] + rows).map { TextWidth.cells(of: $0[column]) }.max() ?? 0
    }
    return ([titles] + sorted).enumerated().map { index, row in
      let cells = zip(row, widths).map { TextWidth.pad($0, to: $1) }
      return (cells + [index == 0 ? Wording.spotFound : Wording.spotBox]).joined(separator: "  ")
    }
  }

  /// Where the people of a case are: their areas, the hospital, the court, or nowhere yet.
  private func spotPlaces(of item: Case) -> String {
    var places: [String] = []
    for person in center.members(of: item) {
      let area = person.area.map { code in center.plan.areas.first { $0.code == code }?.name ?? code.text }
      let place = person.presence == .here ? area ?? Wording.noPlace : Wording.presence(person.presence)
      if !places.contains(place) { places.append(place) }
    }
    return places.joined(separator: ", ")
  }
}

// The words of such a list.
extension Wording {
  static let spotTitles = ["CASE", "PEOPLE", "PLACE", "STEP"]
  static let spotFound = "FOUND"
  static let spotBox = "[ ]"
}
