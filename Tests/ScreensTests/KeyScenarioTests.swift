import CaseFlow
import Screens
import Testing

/// An operator at the keys: every test reads like what they do and see.
struct Operator {
  var model: BoardModel
  var state: ViewState
  var actions: [BoardAction] = []

  init(_ view: BoardView = .overview, width: Int = 80, height: Int = 24) {
    model = BoardExample.model()
    state = BoardExample.state(view, model, width, height)
  }

  mutating func press(_ keys: Key...) {
    for key in keys { actions += reduce(key, model, &state) }
    state.wasDrawn()
  }

  mutating func type(_ text: String) {
    for scalar in text.unicodeScalars { press(.character(scalar)) }
  }

  var message: String { state.message?.text ?? "" }
  var sees: String { screen(model, state, state.size).text }
}

@Suite struct KeyScenarioTests {
  @Test func opensTheLongestQueueAndOneCaseInIt() {
    var operator1 = Operator()
    operator1.press(.char("j"), .char("j"), .down, .enter)
    #expect(operator1.state.view == .queue(.interview))
    operator1.press(.enter)
    #expect(operator1.state.view == .aCase(CaseID(number: 407)))
    #expect(operator1.sees.contains("It is at Interview: waits for Mam."))
    #expect(operator1.sees.contains("It waits for a Mam interpreter: none is on duty"))
    operator1.press(.escape, .escape)
    #expect(operator1.state.view == .overview)
    #expect(operator1.state.pane.selection == .row(.interview))
  }

  @Test func escNeverQuitsAndQDoesFromTheLastView() {
    var operator1 = Operator()
    operator1.press(.char("5"), .char("q"))
    #expect(operator1.state.view == .overview)
    operator1.press(.escape, .escape)
    #expect(operator1.actions.isEmpty)
    #expect(operator1.message == "This is the board. q quits.")
    operator1.press(.char("q"))
    #expect(operator1.actions == [.quit])
  }

  @Test func pausesAndMovesThroughTheDay() {
    var operator1 = Operator()
    operator1.press(.char("p"), .char("]"), .char("["), .left, .right, .char("<"), .char(">"), .char("!"))
    #expect(
      operator1.actions == [
        .pause, .faster, .slower, .seek(by: .minutes(-15)), .seek(by: .minutes(15)), .step(-1), .step(1), .nextAlarm,
      ])
    operator1.actions = []
    operator1.type(":goto 14:05")
    operator1.press(.enter)
    #expect(operator1.actions == [.seekTo(SmallCenter.start + .minutes(485))])
    operator1.type(":goto 25:99")
    operator1.press(.enter)
    #expect(operator1.message == "25:99 is no time. Type it like 14:05.")
    #expect(operator1.state.prompt?.text == "goto 25:99")
    #expect(operator1.sees.contains("25:99 is no time."))
    operator1.press(.backspace)
    #expect(operator1.message == "" && operator1.state.prompt?.text == "goto 25:9")
    operator1.press(.control("U"))
    operator1.type("goto 03:00")
    operator1.press(.enter)
    #expect(operator1.message.hasPrefix("The recording has no 03:00: it runs from 24 Dec 06:00 to "))
  }

  @Test func whatCannotBeDoneSaysWhy() {
    var operator1 = Operator()
    operator1.press(.char("T"))
    #expect(operator1.message.hasPrefix("A replay only shows: jpc drill opens a scenario"))
    operator1.press(.char("u"))
    #expect(operator1.message == "There is nothing to undo: a replay takes no entries.")
    operator1.press(.char("3"))
    #expect(operator1.message == "A replay takes no entries: it shows what was recorded.")
    operator1.press(.char("y"))
    #expect(operator1.message == "y means nothing here. ? shows what does.")
    operator1.press(.char("t"))
    #expect(operator1.message == "tick line means nothing in this view. ? shows what does.")
    #expect(operator1.actions.isEmpty)
  }

  @Test func thePaletteRunsOnlyWhatWasNamedOrChosen() {
    var operator1 = Operator()
    for (text, says) in [
      ("event", "No command begins with event: choose with Up and Down."),
      ("pl", "pl can be plan, places: type more, or choose with Up and Down."),
      ("sort", "sort means nothing in this view. ? shows what does."),
      ("quit now", "quit takes nothing after its name."), ("nonsense", "There is no command nonsense. ? shows all."),
    ] {
      operator1.type(":" + text)
      operator1.press(.enter)
      #expect(operator1.message == says)
      #expect(operator1.state.prompt?.text == text && operator1.actions.isEmpty)
      operator1.press(.escape)
    }
    operator1.type(":pla")
    operator1.press(.down, .down, .enter)
    #expect(operator1.state.view == .places && operator1.state.prompt == nil)
    operator1.type(":mess")
    operator1.press(.enter)
    #expect(operator1.state.view == .messages)
  }

  @Test func aCrisisIsAnsweredFromTheBoardToo() {
    var operator1 = Operator()
    operator1.press(.char("S"))
    #expect(operator1.state.view == .plan && operator1.state.prompt?.kind == .confirm(.standDown))
    operator1.press(.escape, .char("1"))
    operator1.model.crisis.standing = .proposed(since: SmallCenter.start)
    operator1.press(.char("D"))
    #expect(operator1.state.view == .plan && operator1.state.prompt?.kind == .confirm(.declare))
    operator1.press(.escape, .char("1"))
    operator1.model.crisis.standing = .none
    operator1.press(.char("D"))
    #expect(operator1.state.view == .overview && operator1.message.hasPrefix("No crisis is proposed."))
  }

  @Test func aRecordingSaysWhereItEnds() {
    var operator1 = Operator()
    operator1.model.replay?.now = SmallCenter.start + .hours(18)
    for key in [Key.char("p"), .char(">"), .right] {
      operator1.press(key)
      #expect(operator1.message == "The recording ends here." && operator1.actions.isEmpty)
    }
    operator1.press(.left)
    #expect(operator1.actions == [.seek(by: .minutes(-15))])
  }

  @Test func theHelpOfAQueueBeginsWithTheKeysOfLists() {
    var operator1 = Operator(.queue(.interview))
    operator1.press(.char("?"))
    #expect(screen(operator1.model, operator1.state, operator1.state.size).lines[3].hasPrefix("Lists of cases"))
  }

  @Test func pastedTextNeverActs() {
    var operator1 = Operator()
    operator1.press(.paste("Q\nq\n"))
    #expect(operator1.actions.isEmpty)
    #expect(operator1.message.hasPrefix("Pasted text was ignored"))
    operator1.press(.char(":"), .paste("quit\n"))
    #expect(operator1.actions.isEmpty)
    #expect(operator1.state.prompt?.text == "quit ")
  }

  @Test func takesTheMostUrgentAlarmAndOpensIt() {
    var operator1 = Operator()
    operator1.press(.char("a"))
    #expect(operator1.actions == [.acknowledge("Custody over its limit")])
    // Nobody took it for too long: it stands before the crisis that has an owner.
    operator1.press(.char("5"), .enter)
    #expect(operator1.sees.contains("Someone is being held longer than the rules allow."))
    operator1.press(.escape)
    for _ in operator1.model.alarms where !operator1.sees.contains("Families sleep") {
      operator1.press(.down, .enter)
      if !operator1.sees.contains("Families sleep") { operator1.press(.escape) }
    }
    #expect(operator1.sees.contains("Families sleep without a place, and the next bus has nowhere"))
    operator1.press(.char("a"))
    #expect(operator1.message == "No alarm waits to be taken.")
  }

  @Test func aCrisisIsStoodDownOnlyByItsWordTypedAfterTheQuestion() {
    var operator1 = Operator(.plan)
    // Typed blindly, before the question was on the screen: nothing of it counts.
    for key in "Sstand down".unicodeScalars {
      operator1.actions += reduce(.character(key), operator1.model, &operator1.state)
    }
    operator1.actions += reduce(.enter, operator1.model, &operator1.state)
    #expect(operator1.actions.isEmpty)
    #expect(operator1.state.prompt?.text == "")
    operator1.state.wasDrawn()
    operator1.type("yes")
    operator1.press(.enter)
    #expect(operator1.message == "Nothing was done: the word is stand down.")
    #expect(operator1.state.prompt?.text == "" && operator1.actions.isEmpty)
    operator1.type("stand down")
    operator1.press(.enter)
    #expect(operator1.actions == [.standDown])
    operator1.press(.char("D"))
    #expect(operator1.message == "A crisis is already declared.")
  }

  @Test func ticksALineOfTheFirstCard() {
    var operator1 = Operator(.plan)
    operator1.press(.char("t"))
    #expect(operator1.message == "Select a line of a card first.")
    operator1.press(.char("j"), .char("j"), .char("t"))
    #expect(operator1.actions == [.tick(card: Code("F-1"), line: 1, undone: false)])
    operator1.press(.tab)
    #expect(operator1.state.pane.selection == .card(Code("A-1")))
  }

  @Test func findsByNumberLanguageAndNation() {
    var operator1 = Operator(.queue(.interview))
    operator1.type("/mam")
    operator1.press(.enter)
    #expect(operator1.message == "mam: 2 of 2.")
    #expect(operator1.state.pane.selection == .aCase(CaseID(number: 411)))
    operator1.press(.char("n"))
    #expect(operator1.state.pane.selection == .aCase(CaseID(number: 407)))
    operator1.type("/1121")
    operator1.press(.enter)
    #expect(operator1.state.view == .found("1121"))
    #expect(operator1.state.pane.selection == .aCase(CaseID(number: 412)))
    operator1.type("/9999")
    operator1.press(.enter)
    #expect(operator1.message == "Nobody on roll matches 9999.")
    // The check letter may be typed along; a wrong one is a number misread.
    let id = CaseID(number: 412)
    operator1.press(.char("1"))
    operator1.type("/\(id.checked)")
    operator1.press(.enter)
    #expect(operator1.state.pane.selection == .aCase(id))
    let wrong = "0412-\(id.checkLetter == "B" ? "C" : "B")"
    operator1.type("/\(wrong)")
    operator1.press(.enter)
    #expect(operator1.message == "The check letter of '\(wrong)' is another one. Read the number again.")
  }

  @Test func filtersByWordsAndClearsWithEsc() {
    var operator1 = Operator(.queue(.reception))
    operator1.type("\\family wait>60")
    operator1.press(.enter)
    #expect(operator1.state.pane.shown.count == 3)
    operator1.type("\\")
    #expect(operator1.state.prompt?.text == "family wait>60")
    operator1.press(.control("U"))
    operator1.type("tall")
    operator1.press(.enter)
    #expect(operator1.message.hasPrefix("The filter does not know tall."))
    #expect(operator1.state.prompt?.text == "tall")
    operator1.press(.escape, .escape)
    #expect(operator1.state.view == .queue(.reception))
    #expect(operator1.state.pane.shown.count == 9)
    operator1.press(.escape)
    #expect(operator1.state.view == .overview)
  }

  @Test func sortsInvertsAndMarks() {
    var operator1 = Operator(.queue(.reception))
    operator1.press(.char("s"), .char("s"), .char("s"))
    #expect(operator1.message == "Sorted by case number.")
    operator1.press(.char("I"), .char("g"))
    #expect(operator1.state.pane.selection == .aCase(CaseID(number: 422)))
    operator1.press(.char(" "), .char(" "))
    #expect(operator1.state.marks.count == 2)
    #expect(operator1.sees.contains("2 marked"))
  }

  @Test func numbersGoStraightToViewsAndBack() {
    var operator1 = Operator()
    for (key, view) in [
      ("2", BoardView.queue(.reception)), ("5", .alarms), ("6", .plan), ("7", .places), ("8", .leaving),
      ("0", .found("")),
      ("1", .overview),
    ] {
      operator1.press(.character(key.unicodeScalars.first ?? "1"))
      #expect(operator1.state.view == view)
      #expect(operator1.state.stack.count <= 2)
    }
    operator1.press(.char("2"), .tab, .tab, .tab)
    #expect(operator1.state.view == .queue(.interview))
    operator1.press(.backTab)
    #expect(operator1.state.view == .queue(.consultation))
  }
}
