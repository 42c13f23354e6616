/// The published counts of one day: who came, and how many people were there at night.
package struct DayCounts: Hashable, Sendable {
  package var date: CivilDate
  package var parties: Int
  package var people: Int
  /// People in the house in the night that follows.
  package var census: Int

  package init(date: CivilDate, parties: Int, people: Int, census: Int) {
    self.date = date
    self.parties = parties
    self.people = people
    self.census = census
  }
}
