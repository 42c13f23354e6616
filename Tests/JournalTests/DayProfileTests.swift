import CaseFlow
import Testing

@testable import Journal

@Suite("Day profiles")
struct DayProfileTests {
  static let sound = """
    {"day":"2021-12-24","site":"Somewhere","timezone":"America/Phoenix","parties":2,"people":5,
    "arrivals_by_quarter_hour":[{"start":"10:15","parties":1,"people":2},{"start":"11:00","parties":1,"people":3}],
    "parties_by_size":{"2":1,"3":1},"people_by_language":{"Spanish":3,"Portuguese":2},
    "people_by_nationality":{"Venezuela":3,"Brazil":2}}
    """

  private func refusal(_ text: String) -> String? {
    do throws(Fault) {
      _ = try DayProfileFile.read(Array(text.utf8), file: "day.json")
      return nil
    } catch {
      return error.description
    }
  }

  private func changed(_ from: String, _ to: String) -> String {
    let parts = Self.sound.split(separator: from, maxSplits: 1, omittingEmptySubsequences: false)
    return parts.joined(separator: to)
  }

  @Test("a sound one is read as it stands")
  func reads() throws {
    let profile = try DayProfileFile.read(Array(Self.sound.utf8), file: nil)
    #expect(profile.day == CivilDate(year: 2021, month: 12, day: 24))
    #expect(profile.quarters[0] == DayProfile.Quarter(startMinute: 615, parties: 1, people: 2))
    #expect(profile.partiesBySize == [2: 1, 3: 1])
    #expect(profile.peopleByLanguage.map(\.name) == ["Spanish", "Portuguese"])
    #expect(profile.faults().isEmpty)
  }

  @Test(
    "one whose counts do not agree is refused at the count",
    arguments: [
      (#""people":5,"#, #""people":6,"#, "2:28: these add up to 5 people; the profile says 6"),
      (#""parties":2"#, #""parties":3"#, "2:28: these add up to 2 parties; the profile says 3"),
      (#"{"2":1,"3":1}"#, #"{"2":1,"4":1}"#, "3:19: these add up to 6 people; the profile says 5"),
      (#""Brazil":2"#, #""Brazil":1"#, "4:25: these add up to 4 people; the profile says 5"),
      (#""Spanish":3"#, #""Spanish":0"#, "3:54: 'Spanish' has no people, or more than there are"),
    ])
  func disagreeing(_ from: String, _ to: String, _ message: String) {
    #expect(refusal(changed(from, to)) == "day.json:" + message)
  }

  @Test(
    "one that is no profile is refused",
    arguments: [
      (#""2021-12-24""#, #""2021-02-30""#), (#""2021-12-24""#, #""24.12.2021""#), (#""10:15""#, #""10:20""#),
      (#""10:15""#, #""24:15""#), (#""11:00""#, #""10:00""#), (#"{"2":1"#, #"{"02":1"#), (#"{"2":1"#, #"{"x":1"#),
      (#""site""#, #""place""#), (#""people":3}]"#, #""people":-3}]"#), (#""people":5,"#, #""people":99999999999,"#),
    ])
  func refused(_ from: String, _ to: String) {
    #expect(refusal(changed(from, to)) != nil)
  }
}
