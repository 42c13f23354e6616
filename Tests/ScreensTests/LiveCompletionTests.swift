import CaseFlow
import Screens
import Testing

/// The line behind `:` says what each of its words can be.
@Suite struct LiveCompletionTests {
  @Test(arguments: [
    ("hold 412 ", "did not come|noShow", "hold 412 interpreter "),
    ("depart 412 le", "leftUnannounced|left unannounced", "depart 412 leftUnannounced "),
    ("bus c", "count|close", "bus count "),
    ("place 412 ", "families", ""),
    ("determine 412 negative ", "noCredibleFear", "determine 412 negative noCredibleFear "),
    ("determine 412 negative noCredibleFear ", "second=", "determine 412 negative noCredibleFear second="),
    ("transfer 412 orr ", "asked|accepted|departed", "transfer 412 orr asked "),
    ("open r2 por,kek", "Q'eqchi'", "open r2 por,kek "),
    ("correct 17 person=12 sex=", "female|male", "correct 17 person=12 sex=female "),
    ("capacity ", "families", ""),
  ]) func offersWhatCanFollow(_ typed: String, _ offered: String, _ completed: String) {
    var clerk = LiveOperator(.queue(.reception), width: 120, height: 40)
    clerk.press(.char(":"))
    clerk.type(typed)
    #expect(offered.split(separator: "|").contains { clerk.sees.contains($0) }, "\(clerk.sees)")
    clerk.press(.tab)
    if !completed.isEmpty { #expect(clerk.state.prompt?.text == completed) }
    #expect(clerk.records.isEmpty)
  }

  @Test func anOfferChosenByTheArrowsGoesIntoTheLineAndEnterThenAsksForIt() throws {
    var clerk = LiveOperator(.queue(.reception))
    guard case .aCase(let id)? = clerk.state.pane.selection else { return #expect(Bool(false)) }
    clerk.press(.char("x"))
    clerk.type("depart")
    clerk.press(.enter)
    #expect(clerk.sees.contains("withdrew") && clerk.sees.contains("left unannounced"))
    clerk.press(.down, .down, .up, .enter)
    #expect(clerk.state.prompt?.text == "depart \(id.checked) withdrew " && clerk.records.isEmpty)
    clerk.press(.enter)
    #expect(clerk.message.contains("Add the other: second=NAME.") && clerk.records.isEmpty)
    clerk.type("second=lead")
    clerk.press(.enter)
    #expect(clerk.center.cases[id]?.exit == .departed)
  }

  @Test func whatIsTypedBehindAWordForACaseGoesAlongIntoItsLine() throws {
    var clerk = LiveOperator(.queue(.reception))
    guard case .aCase(let id)? = clerk.state.pane.selection else { return #expect(Bool(false)) }
    clerk.press(.char("x"))
    clerk.type("depart leftUnannounced")
    clerk.press(.enter)
    // The line is read before it is done: a second Enter does it.
    #expect(clerk.state.prompt?.text == "depart \(id.checked) leftUnannounced" && clerk.records.isEmpty)
    clerk.press(.escape, .char("x"))
    clerk.type("consulate answer 12")
    clerk.press(.enter)
    #expect(clerk.state.prompt?.text == "consulate answer \(id.checked) 12")
  }

  @Test func everyWordOfAListThatIsOfferedIsTakenByTheReader() throws {
    let clerk = LiveOperator(.queue(.reception))
    let context = try #require(clerk.model.entryContext)
    for word in CommandWords.all {
      for argument in word.arguments where argument.isRequired {
        for choice in argument.choices(of: word) {
          // What is refused may be anything but the word.
          let line = "\(word.word) 1 \(choice)"
          do { _ = try commandLine(line, in: context) } catch {
            #expect(!error.message.contains("'\(choice)' is none of"), "\(line): \(error.message)")
          }
        }
      }
    }
  }
}
