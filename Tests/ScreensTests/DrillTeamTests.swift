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
    var model = DrillExample.measured(DrillExample.team())
    #expect(!DrillPlayer(model, .drill).sees.contains("Declare a crisis"))
    model.drill?.phase = .ended(.scenario)
    let sees = DrillPlayer(model, .drill, width: 120, height: 40).sees
    #expect(sees.contains("it is over") && sees.contains("Declare a crisis") && sees.contains("Longest wait, P0"))
    // What nobody was asked for in the time of the drill is not still to come.
    #expect(sees.contains("not asked") && !sees.contains("not yet due"))
    #expect(sees.contains("left open") && !sees.contains("open, 0h"))
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

  @Test func theDrillViewTellsWhatTheDrillIs() {
    let sees = DrillPlayer(DrillExample.team(), .drill).sees
    #expect(sees.contains("To find room for a bus of 120"))
    #expect(sees.contains("keep every legal clock all the same."), "all of it, however narrow the screen")
    #expect(sees.contains("plays supervisor, asylum officer; everyone else is simulated"))
    #expect(sees.contains("op1, lund (controller)"))
    #expect(sees.contains("3h29 left"))
    // What is measured when it is over has no empty columns before.
    #expect(!sees.contains("BREACHES") && sees.contains("PLAYED TO"))
  }

  @Test func inAShortDrillTheArrowsGoAMinute() {
    var player = DrillPlayer(DrillExample.team())
    player.model.replay?.from = DrillExample.now - .minutes(7)
    player.model.replay?.until = DrillExample.now + .minutes(3)
    #expect(player.asks(.left) == [.seek(by: .minutes(-1))])
  }
}

/// The first terminal of a drill is not left by mistake.
@Suite struct DrillLeavingTests {
  private func first(others: Int, _ phase: DrillPhase = .played) -> DrillPlayer {
    var player = DrillPlayer(DrillExample.team(phase))
    player.model.drill?.isFirst = true
    player.model.drill?.seats = [SeatItem(name: Code("op1"))]
    for name in ["ben", "dora", "eli"].prefix(others).compactMap({ Code($0) }) {
      player.model.drill?.seats.append(SeatItem(name: name))
    }
    return player
  }

  @Test func leavingWhatIsPlayedIsAskedOnce() {
    for key in [Key.char("Q"), .control("C"), .char("q")] {
      var player = first(others: 3)
      #expect(player.asks(key).isEmpty)
      #expect(player.sees.contains("Leave the drill that is being played?"))
      #expect(player.sees.contains("ends the drill for 3 others; its branches are kept"))
      #expect(player.asks(.char("n")).isEmpty && player.state.prompt == nil)
      player.press(key)
      #expect(player.asks(.char("y")) == [.quit])
    }
    var alone = first(others: 0)
    alone.press(.char("Q"))
    #expect(alone.sees.contains("ends the drill; its branches are kept"))
  }

  @Test func itIsAskedAlsoWhileAnotherBranchIsLookedAt() {
    var player = first(others: 0)
    player.model.drill?.branches[1].isOver = true
    player.model.drill?.branch = 1
    player.press(.char("Q"))
    #expect(player.sees.contains("ends the drill; its branches are kept"))
  }

  @Test func whereNothingIsLostNothingIsAsked() {
    // Nobody else sits there and nothing is played.
    var player = first(others: 0)
    player.model.drill?.branches[2].isOver = true
    player.model.drill?.phase = .ended(.scenario)
    #expect(player.asks(.char("Q")) == [.quit])
    // Whoever joined leaves alone.
    #expect(DrillPlayer(DrillExample.team()).model.drill?.isFirst == false)
    var guest = DrillPlayer(DrillExample.team())
    #expect(guest.asks(.char("Q")) == [.quit])
    // Others still look at it.
    player.model.drill?.seats.append(SeatItem(name: Code("ben")))
    #expect(player.asks(.char("Q")).isEmpty)
    #expect(player.sees.contains("Leave the drill?"))
  }

  @Test func inTheDarkItIsAskedToo() {
    var player = first(others: 1)
    player.model.drill?.cuts = [PowerCut(since: DrillExample.now - .minutes(1), until: DrillExample.now + .hours(1))]
    #expect(player.asks(.char("Q")).isEmpty)
    #expect(player.sees.contains("ends the drill for 1 other"))
    #expect(player.asks(.char("a"), .char("n")).isEmpty)
    player.press(.char("Q"))
    #expect(player.asks(.char("y")) == [.quit])
  }
}

/// Who controls a drill decides who else does.
@Suite struct DrillControlTests {
  private func isAsked(_ player: inout DrillPlayer) -> Bool {
    player.state.askForControl(Code("lund"), player.model)
  }

  @Test func whoDecidesIsAskedWhenNothingIsTyped() {
    var player = DrillPlayer(DrillExample.team(), .arrive)
    player.type("fm+7")
    var asked = isAsked(&player)
    #expect(!asked, "somebody types")
    player.press(.escape, .escape)
    player.model.drill?.cuts = [PowerCut(since: DrillExample.now - .minutes(1), until: DrillExample.now + .hours(1))]
    asked = isAsked(&player)
    #expect(!asked, "the board is dark")
    player.model.drill?.cuts = []
    for (key, lets) in [(Key.char("n"), false), (.char("y"), true)] {
      asked = isAsked(&player)
      #expect(asked && player.sees.contains("Let lund control the drill?"))
      #expect(player.sees.contains("they see what is to come, and change it"))
      // A key typed before the question stood there answers nothing.
      #expect(player.asks(key).isEmpty)
      player.state.wasDrawn()
      #expect(player.asks(key) == [.letControl(Code("lund"), lets)])
    }
  }

  @Test func theViewBeginsAnewForWhoBecomesTheController() {
    var player = DrillPlayer(DrillExample.team(), .drill)
    player.press(.end)
    player.model = DrillExample.controller()
    player.state.beginDrillView(player.model)
    #expect(player.state.pane.selection == .drill(.inject(Code("S1"))) && player.state.pane.scroll == 0)
    player.model = DrillExample.team()
    player.state.beginDrillView(player.model)
    #expect(player.state.pane.selection == .drill(.head(.about)) && player.state.pane.scroll == 0)
  }

  @Test func theScoreIsShownAsTheDrillEndsUnlessSomethingIsTyped() {
    var player = DrillPlayer(DrillExample.team())
    player.state.goToScore(player.model)
    #expect(player.state.view == .drill)
    // A long view was scrolled down: the score stands first.
    player.press(.end)
    player.model = DrillExample.measured(DrillExample.controller(.ended(.scenario)))
    player.state.beginDrillView(player.model)
    #expect(player.state.pane.selection == .drill(.head(.score)) && player.state.pane.scroll == 0)
    var typing = DrillPlayer(DrillExample.team(), .arrive)
    typing.type("fm+7")
    typing.state.goToScore(typing.model)
    #expect(typing.state.view == .arrive && typing.state.line.text == "fm+7")
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
    #expect(player.sees.contains("Dark until 14:51. Nothing can be entered."))
    #expect(!player.sees.contains("fm+7"))
    #expect(player.asks(.enter, .char("."), .char("4"), .escape, .char("q"), .char(":")).isEmpty)
    #expect(player.state.line.text == "fm+7" && player.state.view == .arrive)
    #expect(player.asks(.control("T")) == [.emergency])
    #expect(player.asks(.char("p"), .control("C")) == [.pause, .quit])
  }

  @Test func whoCallsOrComesIsHeardInTheDarkToo() {
    var player = DrillPlayer(DrillExample.team())
    player.model.drill?.cuts = [Self.cut]
    player.state.settle(player.model)
    // What was told before the power went is on no screen now.
    #expect(player.sees.contains("14:29 The Mam interpreter calls: she is ill"))
    #expect(!player.sees.contains("Dispatch: a bus of 120"))
    // Whoever plays alone goes slower or faster through it, and sees how fast.
    #expect(player.sees.contains("Time runs"))
    #expect(player.asks(.char("]"), .char("[")) == [.faster, .slower])
    player.model.replay?.isPaused = true
    #expect(player.sees.contains("Time stands still: p lets it go on."))
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
