/// A dated set of rules: every limit the clocks and guards read. None of it is legal advice.
package struct RuleSet: Hashable, Sendable {
  package var code: Code
  package var from: Instant
  package var to: Instant?
  /// CBP TEDS: custody at most 72 hours from book-in.
  package var custody = Span.hours(72)
  /// 8 USC 1232(b)(2): notify ORR within 48 hours of a claim or suspicion of being under 18.
  package var notifyORR = Span.hours(48)
  /// 8 USC 1232(b)(3): transfer to ORR within 72 hours of the determination.
  package var transferORR = Span.hours(72)
  /// 8 USC 1232(a)(4): screening of Mexican and Canadian children within 48 hours of the encounter.
  package var contiguousScreening = Span.hours(48)
  /// Flores: a child with unrelated adults, 24 hours at most; the engine refuses the placement itself.
  package var coPlacement = Span.hours(24)
  /// Flores: a minor released or placed within 3 days, 5 at most.
  package var minorPlacementNorm = Span.days(3)
  package var minorPlacement = Span.days(5)
  /// CBP Directive 2210-004 with the hours of H.R. 3525: under 13 and any concern first.
  package var healthPriority = Span.hours(6)
  package var healthOthers = Span.hours(12)
  /// USCIS: not before so long after orientation, unless waived.
  package var consultation: Span
  /// How long after a negative determination a review may be asked for.
  package var reviewWindow = Span.hours(24)
  /// 8 CFR 1003.42(e): a review is decided within 24 hours where practicable, 7 days at most.
  package var review = Span.days(7)
  /// 8 CFR 208.30(g)(1): silence within the window counts as asking for review.
  package var silenceAsksForReview = true
  /// Casa Alitas practice: a test every five days until every member is clear.
  package var retest = Span.days(5)
  /// TEDS: a shower within 48 hours for minors, 72 for adults.
  package var showerMinor = Span.hours(48)
  package var showerAdult = Span.hours(72)
  /// The center's own: an interpreter that is sought is found within so long.
  package var interpreter = Span.hours(24)
  /// A call that nobody answers so many times puts the case on hold, never to the end of the line.
  package var recalls = 3
  /// One call in so many goes to the longest waiting, so that nobody starves.
  package var longestWaitingShare = 4
  /// A case whose custody ends within so long is served before its class.
  package var deadlineNear = Span.hours(8)
}

extension RuleSet {
  /// The consultation period was 48 hours until 9 May 2023 (USCIS).
  package static let us2021 = RuleSet(
    code: Code("us-2021"), from: Instant(milliseconds: 1_577_836_800_000),
    to: Instant(milliseconds: 1_683_676_800_000), consultation: .hours(48))
  /// The consultation period is 24 hours from 10 May 2023 (USCIS).
  package static let us2023 = RuleSet(
    code: Code("us-2023"), from: Instant(milliseconds: 1_683_676_800_000), to: nil, consultation: .hours(24))

  /// The rule sets this program knows, oldest first.
  package static let known = [us2021, us2023]

  /// The rule set of a code, or nil.
  package static func named(_ code: Code) -> RuleSet? { known.first { $0.code == code } }

  /// The rule set in force at an instant: the latest that had begun, else the earliest known.
  package static func inForce(at instant: Instant) -> RuleSet {
    known.last { $0.from <= instant } ?? us2021
  }
}
