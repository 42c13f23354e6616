import CaseFlow
import Journal
import Screens
import Testing

/// What was asked of the journal keeps its id in the draft, until it is known to be recorded.
@Suite struct AskedDraftTests {
  /// A draft as a board that comes after reads it.
  private static func readBack(_ draft: Draft) throws -> Draft {
    var writer = JSONFieldWriter(zone: .utc)
    writer.object(draft)
    let faults = FaultSink(most: 10)
    let read = JSONFieldReader.read(
      Draft.self, from: try JSONDocument(parsing: writer.json.bytes).root, faults: faults)
    #expect(faults.all.isEmpty)
    return read
  }

  @Test func aFormThatWasRecordedAfterAllIsNotOfferedAgain() throws {
    var before = LiveOperator(.arrive)
    before.press(.tab)
    before.type("Ru")
    let form = try #require(before.state.forms?.form)
    let draft = try Self.readBack(before.state.draft(asking: .form(form), under: "b-7"))
    #expect(draft.asked?.id == "b-7")
    var after = LiveOperator(.arrive)
    after.state.resume(draft, after.model)
    #expect(!after.state.draft.isEmpty)
    after.state.recorded(try #require(draft.askedEntry), [], after.model)
    #expect(after.state.draft.isEmpty)
  }

  @Test func aCommandThatWasRecordedAfterAllIsNotOfferedAgain() throws {
    var before = LiveOperator()
    before.press(.char(":"))
    before.type("hold 412 ")
    let draft = try Self.readBack(before.state.draft(asking: .line("hold 412"), under: "b-7"))
    var after = LiveOperator()
    after.state.resume(draft, after.model)
    // Until it is known, the id stays with it, though it stands on no screen yet.
    let entry = try #require(draft.askedEntry)
    #expect(after.state.draft(asking: entry, under: "b-7") == draft)
    after.state.recorded(entry, [], after.model)
    #expect(after.state.draft.isEmpty)
  }

  @Test func aLineThatIsChangedIsAnotherEntry() throws {
    var gate = LiveOperator(.arrive)
    gate.type("f+3")
    let entry = try #require(gate.state.arrivalEntry)
    #expect(gate.state.draft(asking: entry, under: "b-7").asked?.line == "arrive f+3")
    gate.type(".5")
    #expect(gate.state.draft(asking: entry, under: "b-7").asked == nil)
  }
}
