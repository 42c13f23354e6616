import CaseFlow
import Screens
import Testing

/// A case in a language that nobody can interpret now: nobody calls it, and everybody sees why.
@Suite struct InterpreterTests {
  private static let mother = CaseID(number: 407)

  private static func model(_ story: SmallCenter) -> BoardModel {
    var model = BoardModel(center: story.center, now: SmallCenter.now)
    model.zone = SmallCenter.zone
    return model
  }

  private static func page(_ model: BoardModel, _ view: BoardView) -> String {
    plain(model, view, width: 120)
  }

  /// One line for Mam, from the morning on.
  private static func opensLine(_ story: inout SmallCenter) {
    var change = InterpretersChanged()
    change.language = Code("mam")
    change.lines = 1
    story.record(440, .interpretersChanged(change))
  }

  @Test func itHasNoPlaceInTheOrderAndTheOthersMoveUp() {
    var story = SmallCenter()
    let spoken = story.arrive(440, [44], "spa", "PER", bookIn: -100)
    story.serve(spoken, .reception, 2, 441, 6)
    story.serve(spoken, .health, 2, 450, 6)
    story.orient(spoken, 460, waived: true)
    let model = Self.model(story)
    #expect(model.figures.standings[Self.mother]?.position == nil)
    #expect(model.figures.standings[Self.mother]?.lacks?.language == Code("mam"))
    #expect(model.figures.standings[Self.mother]?.lacks?.onDuty == 0)
    #expect(model.figures.standings[spoken]?.position == 1)
    #expect(model.figures.order[.interview]?.first == spoken)
    #expect(Self.page(model, .aCase(spoken)).contains("It is next at Interview."))
  }

  @Test func itsPageNamesTheLanguage() {
    let text = Self.page(Self.model(SmallCenter()), .aCase(Self.mother))
    #expect(text.contains("It is at Interview: waits for Mam."))
    #expect(text.contains("It waits for a Mam interpreter: none is on duty"))
    #expect(!text.contains("It is next at Interview."))
  }

  @Test func aFreeLinePutsItFirst() {
    var story = SmallCenter()
    Self.opensLine(&story)
    let model = Self.model(story)
    #expect(model.figures.standings[Self.mother]?.lacks == nil)
    #expect(Self.page(model, .aCase(Self.mother)).contains("It is next at Interview."))
  }

  @Test func aBusyLineKeepsTheNextCaseWaiting() {
    var story = SmallCenter()
    Self.opensLine(&story)
    story.call(Self.mother, .interview, 1, 445)
    story.record(446, .serviceStarted(CaseAtDesk(Self.mother, DeskID(stage: .interview, number: 1))))
    let text = Self.page(Self.model(story), .aCase(CaseID(number: 411)))
    #expect(text.contains("It waits for a Mam interpreter: the only one is in another interview."))
  }

  @Test func theBoardCountsThemByLanguage() {
    let text = Self.page(Self.model(SmallCenter()), .overview)
    #expect(text.contains("held up: interpreter Mam 2, Haitian Creole 1"))
    #expect(!text.contains("0407   P1"))
  }
}
