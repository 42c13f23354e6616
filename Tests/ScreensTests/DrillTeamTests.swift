import CaseFlow
import Screens
import Testing

/// What the team of a drill sees and can do.
@Suite struct DrillTeamTests {
  private static let views =
    ViewPictureTests.views.map(\.1) + LivePictureTests.views.map(\.1) + LeavingList.allCases.map { .leavingList($0) }
    + [.handOver, .figures, .drill, .form]

  /// DRILL in whole where there are five cells in a row for it, else as much of it as there are cells.
  @Test func theWordDrillStandsOnEveryViewAtEverySize() {
    for model in [DrillExample.team(), DrillExample.controller(), DrillExample.team(.recorded, .ascii)] {
      for view in Self.views {
        for (width, height) in [(1, 1), (5, 2), (8, 3), (20, 5), (40, 10), (80, 24)] {
          var player = DrillPlayer(model, view, width: width, height: height, hasRead: false)
          #expect(player.sees.contains("DRILL".prefix(width)), "\(view) \(width)x\(height)")
          player.press(.escape, .escape, .char(":"), .char("x"))
          #expect(player.sees.contains("DRILL".prefix(width)), "asked in \(view) \(width)x\(height)")
        }
      }
      var wall = DrillPlayer(model)
      wall.state.isWall = true
      #expect(wall.sees.contains("DRILL"))
      #expect(plain(model, .overview).hasPrefix(plain(model, .overview).split(separator: "\n")[0]))
      #expect(plain(model, .overview).split(separator: "\n")[0].contains("DRILL"))
    }
  }

  @Test func theKeyOfARealEmergencyStandsInEveryFooter() {
    for view in Self.views {
      let model = DrillExample.team()
      let state = BoardExample.state(view, model, 80, 24)
      #expect(Footer.text(model, state, width: 40).contains("^T REAL EMERGENCY"), "\(view)")
    }
  }

  @Test func aRealEmergencyEndsTheDrillWhateverIsTyped() {
    var player = DrillPlayer(DrillExample.team())
    #expect(player.asks(.control("T")) == [.emergency])
    player.press(.char(":"), .char("f"))
    #expect(player.asks(.control("T")) == [.emergency])
    player = DrillPlayer(DrillExample.team(), .arrive)
    player.type("fm+7")
    #expect(player.asks(.control("T")) == [.emergency])
    player = DrillPlayer(DrillExample.team(), .form)
    #expect(player.asks(.control("T")) == [.emergency])
    player = DrillPlayer(DrillExample.team())
    player.state.isWall = true
    #expect(player.asks(.control("T")) == [.emergency])
    #expect(DrillPlayer(DrillExample.team()).model.drill != nil)
  }

  @Test func afterARealEmergencyTheBoardShowsNothingAndCanOnlyBeLeft() {
    var player = DrillPlayer(DrillExample.team(.ended(.emergency)))
    #expect(player.sees.contains("REAL EMERGENCY") && player.sees.contains("jpc"))
    #expect(!player.sees.contains("Reception"))
    #expect(player.asks(.char("a"), .char("T"), .control("T"), .enter).isEmpty)
    #expect(player.asks(.char("Q")) == [.quit])
  }

  @Test func takesOverAtOnceWhereTheRecordingPlays() {
    var player = DrillPlayer(DrillExample.team(.recorded))
    #expect(player.asks(.char("T")) == [.takeOver])
    #expect(player.says("takeover") == [.takeOver])
  }

  @Test func takingOverAgainSaysThatItBeginsAnotherBranch() {
    var player = DrillPlayer(DrillExample.team(.backedUp(playedUntil: DrillExample.now + .minutes(40))))
    #expect(player.asks(.char("T")).isEmpty)
    #expect(player.sees.contains("Begin branch 3 at 14:31 of branch 2?"))
    #expect(player.asks(.char("n")).isEmpty)
    player.press(.char("T"))
    #expect(player.asks(.char("y")) == [.takeOver])
  }

  @Test func whoPlaysCannotTakeOverAndSeesNoFurther() {
    var player = DrillPlayer(DrillExample.team())
    #expect(player.asks(.char("T"), .char("!"), .char(">")).isEmpty)
    #expect(player.message == "Time makes what comes: there is nothing further to go to yet.")
    #expect(player.asks(.left) == [.seek(by: .minutes(-15))])
  }

  @Test func outsideOfADrillItsCommandsSayWhy() {
    var replay = DrillPlayer(BoardExample.model())
    #expect(replay.asks(.char("T"), .control("T"), .char("X")).isEmpty)
    replay.press(.char("T"))
    #expect(replay.message.hasPrefix("A replay only shows: jpc drill opens a scenario"))
    for line in ["drill", "fire B1", "holdback B1", "inject bus", "branch 1", "end-drill", "emergency", "controller"] {
      #expect(replay.says(line).isEmpty)
      #expect(replay.message == "Only a drill can do that: jpc drill opens a scenario.", "\(line)")
      replay.press(.escape)
    }
    var live = LiveOperator()
    live.press(.char("T"))
    #expect(live.message == "A center at work is not taken over: only a drill is.")
    #expect(!live.sees.contains("REAL EMERGENCY"))
  }

  @Test func whatWasExpectedIsShownWhenTheDrillIsOver() {
    var model = DrillExample.team()
    model.drill?.expected = DrillExample.expected
    model.drill?.score = DrillExample.score
    #expect(!DrillPlayer(model, .drill).sees.contains("Declare a crisis"))
    model.drill?.phase = .ended(.scenario)
    let sees = DrillPlayer(model, .drill, width: 120, height: 40).sees
    #expect(sees.contains("it is over") && sees.contains("Declare a crisis") && sees.contains("Longest wait, P0"))
  }

  @Test func theTeamCannotDirectTheDrill() {
    var player = DrillPlayer(DrillExample.team())
    for line in ["fire B1", "holdback B1", "inject bus count=3", "end-drill"] {
      #expect(player.says(line).isEmpty)
      #expect(player.message == "Only the controller can do that.", "\(line)")
      player.press(.escape)
    }
    #expect(player.says("controller") == [.control(true)])
  }
}

/// What comes from outside.
@Suite struct DrillToldTests {
  @Test func whatTheTeamIsToldStandsUntilItIsRead() {
    var player = DrillPlayer(DrillExample.team(), hasRead: false)
    #expect(player.sees.contains("Dispatch: a bus of 120 in half an hour. (+1 more)"))
    player.press(.char("j"), .char("5"))
    #expect(player.sees.contains("Dispatch: a bus"))
    player.press(.enter)
    #expect(player.state.view == .alarms)
    #expect(player.sees.contains("The Mam interpreter calls"))
    player.press(.escape)
    #expect(player.state.view == .alarms && player.state.told == nil)
    player.press(.escape)
    #expect(player.state.view == .overview)
    player.press(.char("m"))
    #expect(player.sees.contains("TOLD FROM OUTSIDE") && player.sees.contains("Dispatch: a bus of 120"))
  }

  @Test func aKeyTypedBeforeItStoodThereDoesNotReadIt() {
    let model = DrillExample.team()
    var state = BoardExample.state(.alarms, model, 80, 24)
    _ = reduce(.escape, model, &state)
    #expect(state.view == .overview && state.told != nil)
  }

  @Test func itNeverTakesTheKeysOfWhoTypes() {
    var player = DrillPlayer(DrillExample.team(), .arrive)
    player.type("fm+7.4")
    player.model.drill?.told.append(ToldItem(at: DrillExample.now, text: "Two officers call in sick."))
    player.state.settle(player.model)
    player.state.wasDrawn()
    #expect(player.sees.contains("Two officers call in sick.") && player.sees.contains("fm+7.4"))
    #expect(player.asks(.enter) == [.enter(.line("arrive fm+7.4"))])
    #expect(player.state.told != nil)
    player.press(.escape)
    #expect(player.state.told == nil && player.state.line.text == "fm+7.4" && player.state.view == .arrive)
  }

  @Test func theBellRingsOnceForEveryMessage() {
    var model = DrillExample.team()
    model.alarms = []
    var bell = AlarmBell()
    #expect(bell.rings(for: model) && !bell.rings(for: model))
    model.drill?.told.append(ToldItem(at: DrillExample.now, text: "Two officers call in sick."))
    #expect(bell.rings(for: model) && !bell.rings(for: model))
  }

  @Test func afterGoingBackItIsToldAgain() {
    var player = DrillPlayer(DrillExample.team())
    let all = player.model.drill?.told ?? []
    player.model.drill?.told = [all[0]]
    player.state.settle(player.model)
    #expect(player.state.told == nil)
    player.model.drill?.told = all
    player.state.settle(player.model)
    #expect(player.state.told?.item == all[1])
  }
}

/// The power is cut.
@Suite struct DrillPowerTests {
  private static let cut = PowerCut(since: DrillExample.now - .minutes(10), until: DrillExample.now + .minutes(20))

  @Test func theBoardIsDarkAndKeysDoNothing() {
    var player = DrillPlayer(DrillExample.team(), .arrive)
    player.type("fm+7")
    player.model.drill?.cuts = [Self.cut]
    player.state.settle(player.model)
    #expect(player.sees.contains("Dark until 14:51. Keys do nothing."))
    #expect(!player.sees.contains("fm+7"))
    #expect(player.asks(.enter, .char("."), .char("4"), .escape, .char("q"), .char(":")).isEmpty)
    #expect(player.state.line.text == "fm+7" && player.state.view == .arrive)
    #expect(player.asks(.control("T")) == [.emergency])
    #expect(player.asks(.char("p"), .control("C")) == [.pause, .quit])
  }

  @Test func afterwardsItSaysWhatToEnterFromPaper() {
    var player = DrillPlayer(DrillExample.team(), hasRead: true)
    player.model.drill?.cuts = [PowerCut(since: DrillExample.now - .minutes(31), until: DrillExample.now)]
    player.state.settle(player.model)
    #expect(player.sees.contains("The power is back. Enter what happened on paper from 14:00 to 14:31"))
  }

  @Test func theControllersBoardIsNeverDark() {
    var player = DrillPlayer(DrillExample.controller())
    player.model.drill?.cuts = [Self.cut]
    #expect(player.sees.contains("Reception") && !player.sees.contains("POWER CUT"))
  }
}
