import Alarms
import CaseFlow
import Drill
import Journal
import Screens

/// A drill without a board: a script or rules are the team, and time passes as fast as it can.
struct DrillHeadless {
  private(set) var drill: PlayedDrill
  /// Whether a line of the script could not be read as a command.
  private(set) var hasErrors = false

  init(_ drill: PlayedDrill) { self.drill = drill }

  /// Plays a script, and what remains of the drill after its last line.
  mutating func play(_ script: DrillScript) throws(Failure) {
    for line in script.lines {
      guard line.at >= drill.now else {
        throw script.fault(line.number, column: 1, "lies before the line above it; `back` goes back in time")
      }
      try drill.advance(to: line.at)
      try take(line, of: script)
    }
    try drill.advance(to: drill.scenario.until)
    finish()
  }

  /// Plays a team that does by rule what nobody should forget, and nothing else.
  mutating func play(_ team: RuleTeam) throws(Failure) {
    var team = team
    try takeOver(by: RuleTeam.lead)
    while drill.session.isPlayed {
      for act in team.acts(drill.session.center, drill.session.alarms, at: drill.now) {
        try perform(Act(.state(act.event)), by: act.by)
      }
      try drill.advance(to: drill.now + RuleTeam.look)
    }
    finish()
  }

  /// Everything is written, and what the branch is compared with has been played once for all.
  private mutating func finish() {
    drill.finish()
    drill.growNothing(by: drill.scenario.until - drill.scenario.from)
  }

  private mutating func take(_ line: DrillScript.Line, of script: DrillScript) throws(Failure) {
    let controller = DrillScript.controller
    switch line.step {
    case .takeOver: try takeOver(by: controller)
    case .wait: break
    case .back(let instant): drill.seek(to: instant)
    case .show(let branch): drill.show(branch: branch)
    case .fire, .hold, .inject, .end, .command:
      guard drill.session.isPlayed else {
        let isOver = drill.now >= drill.scenario.until
        throw script.fault(
          line.number, column: 1,
          isOver ? "the drill is over by then" : "nobody plays here yet; `takeover` goes before it")
      }
      switch line.step {
      case .fire(let code): drill.fire(code, by: controller)
      case .hold(let code, let held): drill.hold(code, held, by: controller)
      case .inject(let text, let column): try inject(text, column, line, script)
      case .end: try drill.end(.controller, by: controller)
      case .command(let text, let column, let by): try command(text, column, by, line, script)
      default: break
      }
    }
  }

  /// Adds an inject, or changes one to come.
  private mutating func inject(
    _ text: String, _ column: Int, _ line: DrillScript.Line, _ script: DrillScript
  ) throws(Failure) {
    let center = drill.session.center
    let context = EntryContext(center: center, zone: drill.zone, now: drill.now, by: DrillScript.controller)
    do throws(LineFault) {
      drill.change(try InjectLine(context, drill.session.injects, until: drill.scenario.until).read(text))
    } catch {
      throw script.fault(line.number, column: column + error.range.lowerBound, error.message)
    }
  }

  private mutating func takeOver(by: Code) throws(Failure) {
    guard try drill.takeOver(by: by) else {
      throw Failure(
        sentence: "nobody can take over at \(time(drill.now)): the board is dark, or the drill is over", status: 65)
    }
  }

  private mutating func command(
    _ text: String, _ column: Int, _ by: Code, _ line: DrillScript.Line, _ script: DrillScript
  ) throws(Failure) {
    let act: Act
    do throws(LineFault) {
      act = try commandLine(text, in: try context(of: by))
    } catch {
      hasErrors = true
      let fault = script.fault(line.number, column: column + error.range.lowerBound, error.message)
      standardError(fault.sentence.printable)
      return
    }
    if let refusal = try perform(act, by: by) {
      standardError("\(script.file):\(line.number):\(column): REFUSED \(refusal.sentence)".printable)
    }
  }

  /// Records an act; answers why it is refused, which the journal counts.
  @discardableResult
  private mutating func perform(_ act: Act, by: Code) throws(Failure) -> Refusal? {
    let cases = act.command.map { $0.cases(in: drill.session.center) } ?? []
    do throws(ActError) { _ = try drill.perform(act, by: by) } catch {
      guard case .refused(let refusal, _) = error else { throw Failure(error) }
      try drill.refused(refusal, of: cases.first, by: by)
      return refusal
    }
    return nil
  }

  private func context(of by: Code) throws(LineFault) -> EntryContext {
    let center = drill.session.center
    let desk = center.desks.first { $0.staff?.isSamePerson(as: by) == true }
    return EntryContext(center: center, zone: drill.zone, now: drill.now, by: by, desk: desk?.id)
  }

  private func time(_ instant: Instant) -> String { drill.zone.text(instant.milliseconds) }
}
