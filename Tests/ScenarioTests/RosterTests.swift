import Foundation
import TestSupport
import Testing

/// The roster is taken in whole, once, or not at all; interviews are booked with who is on it.
@Suite("The roster")
struct RosterTests {
  static let roster = PackageRoot.url.appendingPathComponent("Fixtures/lists/roster.csv").path

  private func taken(_ work: WorkFolder, _ file: String) throws -> Program.Result {
    try work.run(["import", "roster", file, "--now", WorkFolder.morning])
  }

  @Test("is listed over midnight, and the same again changes nothing") func again() throws {
    let work = try WorkFolder()
    let result = try taken(work, Self.roster)
    #expect(result.status == 0 && result.text.contains("11 duties listed"), "\(result.text)\(result.errors)")
    let events = try work.status()["events"] as? Int
    #expect(try taken(work, Self.roster).text.contains("taken in before"))
    let more =
      try String(contentsOfFile: Self.roster, encoding: .utf8)
      + "mam2,interpreter,mam,2026-03-16 22:00,06:00,yes\nold,officer,,2026-03-15 08:00,16:00,no\n"
    let longer = try taken(work, try work.file("longer.csv", more))
    #expect(longer.text.contains("1 duty listed, 12 were listed before or are over"), "\(longer.text)")
    #expect(try work.status()["events"] as? Int == events.map { $0 + 1 })
  }

  @Test("every fault is told at its cell or row, and nothing is taken in") func faults() throws {
    let work = try WorkFolder()
    let file = try work.file(
      "roster.csv",
      """
      staff,role,from,until,languages,remote
      ao1,oficer,2026-03-16 08:00,16:00,spa,no
      ao2,officer,2026-03-16 08:00,2026-02-30 09:30,spa,no
      ao3,officer,2026-03-16 08:00,16:00,xx,maybe
      ,officer,2026-03-16 08:00,16:00,,
      mam1,interpreter,2026-03-16 08:00,16:00,,no
      ao5,officer,2026-03-16 08:00,16:00,,no
      AO5,officer,2026-03-17 08:00,16:00,,no

      """)
    let result = try taken(work, file)
    #expect(result.status == 65, "\(result.errors)")
    let places = Set(result.lines.map { $0.dropFirst(file.count + 1).prefix { $0 != " " } })
    #expect(places.isSuperset(of: ["2:5:", "3:30:", "4:36:", "4:39:", "5:1:", "6:1:", "8:1:"]), "\(result.text)")
    #expect(result.text.contains("did you mean 'officer'?") && result.text.contains("needs the languages"))
    #expect(try work.status()["events"] as? Int == 0)
  }

  @Test("is who interviews are booked with") func booked() throws {
    let work = try WorkFolder()
    _ = try taken(work, Self.roster)
    let answers = try work.answers([
      "arrive m34 spa ve", "open r1", "call r1", "begin 1", "done 1", "close r1", "open h1", "call h1", "begin 1",
      "done 1", "orient 1", "waive 1", "book 1 10:00 11:00 ao1 room=i1", "book 1 10:00 11:00 ao3 room=i1",
      "book 1 10:00 11:00 tel1", "book 1 10:00 11:00 tel1 mode=telephone", "offduty tel1",
    ])
    let refused = answers.enumerated().filter { !$0.element.hasPrefix("ACK ") }.map(\.offset)
    #expect(refused == [13, 14], "\(answers)")
    let bookings = try #require(try work.status()["bookings"] as? [String: Int])
    #expect(bookings == ["booked": 1, "broken": 1, "telephoneByChoice": 1])
  }
}
