import CaseFlow
import Screens
import TestSupport
import Testing

/// What the team and the controller of a drill see, as pictures in `Fixtures/screens/drill`.
@Suite struct DrillPictureTests {
  private static let cut = PowerCut(since: DrillExample.now - .minutes(10), until: DrillExample.now + .minutes(20))

  @Test(arguments: ViewPictureTests.sizes.indices) func theDrillViewAtEverySize(_ index: Int) {
    let (width, height) = ViewPictureTests.sizes[index]
    let size = Size(width: width, height: height)
    let controller = DrillPlayer(DrillExample.controller(), .drill, width: width, height: height)
    expectPicture(
      screen(controller.model, controller.state, size).picture, named: "drill/controller-\(width)x\(height)")
    let team = DrillPlayer(DrillExample.team(), .drill, width: width, height: height)
    expectPicture(screen(team.model, team.state, size).picture, named: "drill/team-\(width)x\(height)")
  }

  @Test(arguments: ViewPictureTests.sizes.indices) func theBoardWithWhatTheTeamIsTold(_ index: Int) {
    let (width, height) = ViewPictureTests.sizes[index]
    let player = DrillPlayer(DrillExample.team(), width: width, height: height, hasRead: false)
    let frame = screen(player.model, player.state, player.state.size)
    expectPicture(frame.picture, named: "drill/told-\(width)x\(height)")
  }

  @Test func theControllerInPlainCharacters() {
    let player = DrillPlayer(DrillExample.controller(.played, .ascii), .drill)
    let frame = screen(player.model, player.state, player.state.size)
    #expect(frame.text.unicodeScalars.allSatisfy { $0.isASCII })
    expectPicture(frame.picture, named: "drill/controller-80x24-ascii")
    expectPicture(plain(player.model, .drill), named: "drill/plain-controller")
    expectPicture(plain(DrillExample.team(.played, .ascii), .drill), named: "drill/plain-team")
  }

  @Test(arguments: ViewPictureTests.sizes.indices) func thePowerIsCut(_ index: Int) {
    let (width, height) = ViewPictureTests.sizes[index]
    var player = DrillPlayer(DrillExample.team(), width: width, height: height)
    player.model.drill?.cuts = [Self.cut]
    let frame = screen(player.model, player.state, player.state.size)
    expectPicture(frame.picture, named: "drill/dark-\(width)x\(height)")
  }

  @Test(arguments: ViewPictureTests.sizes.indices) func theScoreWhenItIsOver(_ index: Int) {
    let (width, height) = ViewPictureTests.sizes[index]
    let model = DrillExample.measured(DrillExample.team(.ended(.scenario)))
    let player = DrillPlayer(model, .drill, width: width, height: height)
    expectPicture(screen(player.model, player.state, player.state.size).picture, named: "drill/over-\(width)x\(height)")
  }

  @Test func leavingIsAsked() {
    var player = DrillPlayer(DrillExample.team())
    player.model.drill?.isFirst = true
    player.press(.char("Q"))
    expectPicture(screen(player.model, player.state, player.state.size).picture, named: "drill/leave-80x24")
    player.model.drill?.cuts = [Self.cut]
    expectPicture(screen(player.model, player.state, player.state.size).picture, named: "drill/leave-dark-80x24")
  }

  @Test func aRealEmergency() {
    let player = DrillPlayer(DrillExample.team(.ended(.emergency)))
    expectPicture(screen(player.model, player.state, player.state.size).picture, named: "drill/emergency-80x24")
  }

  @Test func anotherBranchIsAskedFor() {
    var player = DrillPlayer(DrillExample.team(.backedUp(playedUntil: DrillExample.now + .minutes(40))))
    player.press(.char("T"))
    expectPicture(screen(player.model, player.state, player.state.size).picture, named: "drill/branch-80x24")
  }

  @Test func theRecordedDayBeforeAnybodyTookOver() {
    let player = DrillPlayer(DrillExample.team(.recorded))
    expectPicture(screen(player.model, player.state, player.state.size).picture, named: "drill/recorded-80x24")
  }
}
