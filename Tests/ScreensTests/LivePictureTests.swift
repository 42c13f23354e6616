import CaseFlow
import Screens
import TestSupport
import Testing

/// The views of a live board at every size, as pictures in `Fixtures/screens/live`.
@Suite struct LivePictureTests {
  static let views: [(String, BoardView)] = [
    ("arrive", .arrive), ("to-do", .toDo), ("shift", .shift), ("schedule", .schedule), ("queue", .queue(.reception)),
    ("case", .aCase(CaseID(number: 412))), ("health", .screening(CaseID(number: 412))),
    ("contacts", .contacts(CaseID(number: 412))), ("referrals", .referrals),
  ]

  @Test(arguments: 0..<views.count) func everyViewAtEverySize(_ index: Int) {
    let (name, view) = Self.views[index]
    for (width, height) in ViewPictureTests.sizes {
      var one = LiveOperator(view, desk: DeskID(stage: .reception, number: 2), width: width, height: height)
      if view == .arrive {
        one.type("bus 58 spa ven")
        one.press(.enter)
        one.type("f+3.0 -pi")
        one.press(.enter)
        one.type("fm+7.4 po")
      }
      if view == .schedule {
        let lines = [
          "duty ao7 officer 14:00 22:00 spa", "duty ao8 officer 12:00 18:00 spa,mam",
          "duty tel1 officer 14:00 23:00 spa remote=yes",
        ]
        for line in lines {
          one.type(":\(line)")
          one.press(.enter)
        }
        one.press(.char("b"))
        one.type(":offduty ao8")
        one.press(.enter)
      }
      one.state.isMessageShown = false
      let frame = screen(one.model, one.state, Size(width: width, height: height))
      expectPicture(frame.picture, named: "live/\(name)-\(width)x\(height)")
    }
  }

  @Test func questionsAndFaults() {
    var one = LiveOperator(.queue(.reception), desk: DeskID(stage: .reception, number: 2))
    one.press(.char("h"))
    expectPicture(screen(one.model, one.state, one.state.size).picture, named: "live/hold-80x24")
    one.press(.escape, .char("P"))
    expectPicture(screen(one.model, one.state, one.state.size).picture, named: "live/place-80x24")
    one.press(.escape, .char("x"))
    expectPicture(screen(one.model, one.state, one.state.size).picture, named: "live/act-80x24")
    one = LiveOperator(.arrive)
    one.type("/17 kek gtx")
    expectPicture(screen(one.model, one.state, one.state.size).picture, named: "live/fault-80x24")
    one.fault = "NOT SAVED: /srv/jpc/journal.db: the disk is full"
    one.refresh()
    expectPicture(screen(one.model, one.state, one.state.size).picture, named: "live/not-saved-80x24")
  }
}
