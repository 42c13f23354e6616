import Alarms
import CaseFlow

/// What goes on while the board is dark: people work on, and write on paper.
struct Paper: Sendable {
  var until: Instant
  /// The center as its journal has it: nothing of what is on paper.
  var journal: Center
  var facts: [Record] = []
}

extension Simulator {
  /// The center as its journal has it, which is what a board shows.
  var journal: Center { drill.paper?.journal ?? center }

  /// From here on everything goes on paper until then.
  mutating func goDark(until: Instant) {
    guard until > clock else { return }
    var paper = drill.paper ?? Paper(until: until, journal: center)
    paper.until = max(paper.until, until)
    drill.paper = paper
  }

  /// If the power is back by then, what is on paper is entered as it happened, in its order and with its own times.
  ///
  /// Everything at the instant at which it came back, before anything else happens at it and before anyone can act on a
  /// board that is behind. What the engine refuses because it should have been recorded in time stays on paper; that it
  /// was refused, by which rule and about whom, is recorded, so that somebody can act on it.
  mutating func enterPaper(before instant: Instant) {
    guard let paper = drill.paper, paper.until <= instant else { return }
    clock = max(clock, paper.until)
    drill.paper = nil
    center = paper.journal
    for fact in paper.facts {
      var record = fact
      record.seq = center.seq + 1
      record.recorded = clock
      if let refusal = center.objection(to: record) {
        refusals[refusal.rule, default: 0] += 1
        note(refusal, of: fact)
        continue
      }
      keep(record)
      if case .partyArrived(let party) = record.event { entries[party.party] = record.seq }
    }
  }

  private mutating func note(_ refusal: Refusal, of fact: Record) {
    var refused = CommandRefused()
    refused.rule = refusal.rule
    fact.event.forEachCase(in: center, former: { _ in nil }) { refused.caseID = refused.caseID ?? $0 }
    keep(
      Record(seq: center.seq + 1, at: fact.at, recorded: clock, by: fact.by, event: .commandRefused(refused)))
  }

  /// The power is back at once, whatever was planned: a drill that ends loses nothing that is on paper.
  mutating func endDark() {
    drill.paper?.until = clock
    enterPaper(before: clock)
  }

  /// Adds a record that was decided to the journal; no paper holds it up, and those who write on paper know of it.
  mutating func keep(_ record: Record) {
    records.append(record)
    guard var paper = drill.paper else {
      center.apply(record)
      duty.board?.observe(record, center)
      return
    }
    paper.journal.apply(record)
    duty.board?.observe(record, paper.journal)
    drill.paper = paper
    var heard = record
    heard.seq = center.seq + 1
    if center.objection(to: heard) == nil { center.apply(heard) }
  }

  /// Records what a drill says of itself; it changes nothing in the center.
  mutating func note(_ event: Event, by: Code) {
    keep(Record(seq: journal.seq + 1, at: clock, recorded: clock, by: by, event: event))
  }
}
