import CaseFlow
import Screens
import Testing

/// What the controller of a drill sees and can do.
@Suite struct DrillControllerTests {
  private func atInject(_ code: StaticString, _ phase: DrillPhase = .played) -> DrillPlayer {
    var player = DrillPlayer(DrillExample.controller(phase), .drill)
    player.state.pane.selection = .drill(.inject(Code(code)))
    return player
  }

  @Test func opensTheDrillByItsKey() {
    var player = DrillPlayer(DrillExample.controller())
    player.press(.char("X"))
    #expect(player.state.view == .drill)
    #expect(player.sees.contains("CONTROLLER") && player.sees.contains("branch 2 of 1"))
    #expect(player.sees.contains(DrillExample.secret.prefix(10)))
    // It begins at what comes next, so that f fires it.
    #expect(player.state.pane.selection == .drill(.inject(Code("S1"))))
  }

  @Test func firesAndHoldsTheSelectedInject() {
    var player = atInject("S1")
    #expect(player.asks(.char("f")) == [.fire(Code("S1"))])
    #expect(player.asks(.char("h")) == [.holdInject(Code("S1"), true)])
    player = atInject("H1")
    #expect(player.asks(.char("h")) == [.holdInject(Code("H1"), false)])
    player = atInject("B1")
    #expect(player.asks(.char("f"), .char("h"), .char("e")).isEmpty)
    #expect(player.message == "Inject B1 has happened already.")
  }

  @Test func anInjectThatFitsNobodySaysForWhomItWaits() {
    var model = DrillExample.controller()
    let waits = DrillExample.inject("O1", -4, .orrRefuses) { $0.refusal = .isolation }
    model.drill?.controller?.injects.append(waits)
    let player = DrillPlayer(model, .drill)
    #expect(player.sees.contains("waits") && player.sees.contains("no child waits"))
  }

  /// On a small screen a date would leave no room for the time.
  @Test func afterMidnightWhatWasDoneSaysItsTimeAndTheEndOfItsWindowTheDay() {
    var model = DrillExample.controller()
    let due = DrillExample.now - .days(1)
    model.drill?.expected = [
      ExpectedItem(
        code: Code("E1"), title: "Take command", role: .supervisor, due: due, state: .done(due - .minutes(10)))
    ]
    let player = DrillPlayer(model, .drill)
    let zone = model.zone
    let window = TimeText.near(due, DrillExample.now, zone)
    #expect(window.count > 6)
    #expect(player.sees.contains("done \(TimeText.clock(due - .minutes(10), zone)) "))
    #expect(player.sees.contains(window))
  }

  @Test func saysWhatAnInjectMayHave() {
    var player = DrillPlayer(DrillExample.controller())
    #expect(player.says("inject powerCut minutes=2881").isEmpty)
    #expect(player.message == "minutes= is a number from 1 to 2880.")
    player = DrillPlayer(DrillExample.controller())
    #expect(player.says("inject bus count=501").isEmpty)
    #expect(player.message == "count= is a number from 1 to 500.")
  }

  @Test func firesByCodeFromEveryView() {
    var player = DrillPlayer(DrillExample.controller(), .queue(.interview))
    #expect(player.says("fire s1") == [.fire(Code("S1"))])
    #expect(player.says("holdback h1") == [.holdInject(Code("H1"), false)])
    #expect(player.says("fire Z9").isEmpty)
    #expect(player.message == "The drill has no inject Z9.")
  }

  @Test func nothingFiresWhereNobodyPlays() {
    let backedUp = DrillPhase.backedUp(playedUntil: DrillExample.now + .minutes(40))
    for (phase, says) in [
      (DrillPhase.recorded, "Nobody plays yet: T takes over, then it can be fired."),
      (backedUp, "Nobody plays at this instant: T begins another branch here, then it can be fired."),
      (.ended(.scenario), "The drill is over. Go back to an instant, and T begins another branch there."),
    ] {
      var player = atInject("S1", phase)
      #expect(player.asks(.char("f")).isEmpty)
      #expect(player.message == says)
      #expect(player.says("fire S1").isEmpty)
      #expect(player.message == says)
    }
  }

  @Test func whereNobodyPlaysAKeyOfWorkSaysWhatTWouldDo() {
    let backedUp = DrillPhase.backedUp(playedUntil: DrillExample.now + .minutes(40))
    for (phase, says) in [
      (DrillPhase.recorded, "Nobody plays yet: T takes over."),
      (backedUp, "Nobody plays at this instant: T begins another branch here."),
      (.ended(.scenario), "The drill is over. Go back to an instant, and T begins another branch there."),
    ] {
      var player = atInject("S1", phase)
      player.model.live = nil
      #expect(player.asks(.char("u")).isEmpty)
      #expect(player.message == says)
    }
  }

  @Test func noCodeOfTheDrillIsCut() {
    var player = DrillPlayer(DrillExample.controller(), .drill, height: 40)
    let code: Code = Code("HALL-ENTERED")
    player.model.drill?.expected[0].code = code
    #expect(player.sees.contains("\(code.text) "))
  }

  @Test func whatIsChangedWhereNobodyPlaysIsKeptAndSaidSo() {
    let backedUp = DrillPhase.backedUp(playedUntil: DrillExample.now + .minutes(40))
    for (phase, says) in [
      (DrillPhase.recorded, "Kept for when the team takes over."),
      (backedUp, "Kept for the next branch: what was played stays as it was."),
    ] {
      var player = atInject("S1", phase)
      #expect(player.asks(.char("h")) == [.holdInject(Code("S1"), true)])
      #expect(player.message == says)
      player = atInject("S1", phase)
      #expect(player.says("inject S1 15:10").count == 1)
      #expect(player.message == says)
      player = atInject("S1", phase)
      #expect(player.says("holdback s1").count == 1)
      #expect(player.message == says)
    }
    var player = atInject("S1")
    #expect(player.asks(.char("h")).count == 1)
    #expect(player.message.isEmpty)
  }

  @Test func whatNeverCameIsNotSaidToComeWhenItIsOver() {
    let sees = DrillPlayer(DrillExample.controller(.ended(.scenario)), .drill, width: 120, height: 60).sees
    #expect(sees.split(separator: "\n").count { $0.contains("never came") } == 4)
    #expect(!sees.contains("HELD") && !sees.contains("by hand"))
  }

  @Test func theDrillIsEndedAlsoWhileAnEarlierInstantIsShown() {
    var player = atInject("S1", .backedUp(playedUntil: DrillExample.now + .minutes(40)))
    player.press(.char("x"))
    player.type("end")
    #expect(player.asks(.enter) == [.endDrill])
    player = atInject("S1", .recorded)
    player.press(.char("x"))
    #expect(player.message == "Nobody has taken over, so nothing is to be ended: Q leaves.")
  }

  @Test func movesAnInjectInTime() {
    var player = atInject("S1")
    player.press(.char("e"))
    #expect(player.state.prompt?.text == "inject S1 14:34")
    player.press(.control("U"))
    player.type("inject S1 15:10")
    var moved = DrillExample.injects[2].inject
    moved.at = DrillExample.now + .minutes(39)
    #expect(player.asks(.enter) == [.changeInject(moved)])
    #expect(player.state.prompt == nil)
  }

  @Test func addsAnInject() {
    var player = DrillPlayer(DrillExample.controller(), .drill)
    player.press(.char("+"))
    #expect(player.sees.contains("KIND: message, bus, interpreterLeaves"))
    player.type("bus 15:10 count=120 minutes=30 \"Dispatch: a bus of 120\"")
    var bus = Inject()
    bus.code = Code("C1")
    bus.kind = .bus
    bus.at = DrillExample.now + .minutes(39)
    bus.count = 120
    bus.minutes = 30
    bus.tell.text = "Dispatch: a bus of 120"
    #expect(player.asks(.enter) == [.changeInject(bus)])
  }

  @Test func anInjectThatCannotBeMeantIsSaidAndStays() {
    var player = DrillPlayer(DrillExample.controller(), .drill)
    for (line, says) in [
      ("inject bsu", "'bsu' is none of them"), ("inject bus", "An inject of kind bus needs count=."),
      ("inject staff", "An inject of kind staffIll needs stage= count=."),
      ("inject illness finding=lice", "An illness is one that isolates"),
      ("inject message", "A message needs its words"),
      ("inject bus 23:50 count=3", "The drill ends before 23:50."),
      ("inject bus 00:10 count=3", "00:10 has passed, and the drill ends before it comes again."),
      ("inject bus size=3", "An inject has no size="),
      ("inject L1 14:50", "Inject L1 has happened already."),
    ] {
      #expect(player.says(line).isEmpty)
      #expect(player.message.hasPrefix(says), "\(line): \(player.message)")
      #expect(player.state.prompt?.text == line)
      player.press(.escape)
    }
  }

  @Test func showsABranch() {
    var player = DrillPlayer(DrillExample.controller(), .drill)
    player.state.pane.selection = .drill(.branch(1))
    #expect(player.asks(.enter) == [.showBranch(1)])
    #expect(player.says("branch 0") == [.showBranch(0)])
    #expect(player.says("branch 7").isEmpty)
    #expect(player.message == "There is no branch 7.")
  }

  @Test func aNarrowScreenStillComparesTwoBranches() {
    let narrow = DrillPlayer(DrillExample.controller(), .drill, width: 40, height: 60).sees
    #expect(narrow.contains("  HOUR         WAIT  BREACH     OUT"))
    #expect(narrow.contains("           b2    b1  b2  b1  b2  b1"))
    #expect(narrow.contains("  13:01  2h45  3h15   1   2  14  13"))
  }

  @Test func endsTheDrillOnlyByItsWord() {
    var player = DrillPlayer(DrillExample.controller(), .drill)
    player.press(.char("x"))
    player.type("yes")
    #expect(player.asks(.enter).isEmpty)
    #expect(player.message == "Nothing was done: the word is end.")
    player.type("end")
    #expect(player.asks(.enter) == [.endDrill])
  }

  @Test func goesFromPartToPart() {
    var player = DrillPlayer(DrillExample.controller(), .drill)
    player.press(.tab)
    #expect(player.state.pane.selection == .drill(.head(.expected)))
    player.press(.tab, .tab)
    #expect(player.state.pane.selection == .drill(.head(.comparison)))
    player.press(.backTab)
    #expect(player.state.pane.selection == .drill(.head(.branches)))
  }

  @Test func theBarShowsWhatIsToComeToTheControllerAlone() {
    func bar(_ model: BoardModel) -> String {
      let player = DrillPlayer(model, width: 200, height: 60)
      return player.sees.split(separator: "\n").last { $0.contains("DRILL b2") }.map(String.init) ?? ""
    }
    func coming(_ bar: String) -> String { bar.split(separator: "▲").last.map(String.init) ?? "" }
    #expect(coming(bar(DrillExample.controller())).contains("i"))
    #expect(coming(bar(DrillExample.controller())).contains("!"))
    let team = coming(bar(DrillExample.team())).prefix { $0 != "]" }
    #expect(!team.isEmpty && team.allSatisfy { $0 == " " })
    #expect(bar(DrillExample.team()).contains("T"))
  }
}

/// A team sees nothing of what is to come.
@Suite struct DrillSecretTests {
  @Test func noFrameOfTheTeamContainsAnInjectToCome() {
    let secrets = DrillExample.injects.filter { if case .fired = $0.state { false } else { true } }
      .flatMap { [$0.inject.tell.text, $0.inject.code.text] }.filter { !$0.isEmpty }
    let views = CommandTableTests.views + [.form, .figures]
    for view in views {
      for (width, height) in [(80, 24), (200, 60)] {
        var player = DrillPlayer(DrillExample.team(), view, width: width, height: height)
        player.press(.char("X"), .char("m"), .char("?"))
        for _ in 0..<3 {
          for secret in secrets { #expect(!player.sees.contains(secret), "\(secret) in \(view)") }
          player.press(.escape)
        }
      }
    }
    // The same frames of the controller do show it: the test looks at the right thing.
    #expect(DrillPlayer(DrillExample.controller(), .drill, width: 200, height: 60).sees.contains(DrillExample.secret))
  }
}
