// What events carry: answers of people to alarms, the crisis and the shift. The fields stand in the order of the format.

/// Someone took an alarm as their own.
package struct AlarmAnswered: Described {
  package var threshold = ""
  package init() {}
  package init(_ threshold: String) { self.threshold = threshold }
  package mutating func describe(_ f: inout some FieldVisitor) { f.field("threshold", &threshold) }
}

/// Someone declared or stood down a crisis.
package struct CrisisAnswered: Described {
  /// Who is in charge from now on.
  package var charge = Code.none
  package init() {}
  package init(_ charge: Code) { self.charge = charge }
  package mutating func describe(_ f: inout some FieldVisitor) { f.field("charge", &charge) }
}

/// A line of an action card was done, or someone took it on and answers for it; or that was taken back.
package struct LineAnswered: Described {
  package var card = Code.none
  package var line = 0
  package var undone = false
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("card", &card)
    f.field("line", &line)
    f.field("undone", &undone, usual: false)
  }
}

/// An alarm was shelved until a time, with a reason; its end is announced.
package struct AlarmShelved: Described {
  package var threshold = ""
  package var until = Instant()
  package var reason = ShelveReason.underWay
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("threshold", &threshold)
    f.field("until", &until)
    f.field("reason", &reason)
  }
}

/// A threshold was taken out of service, or put back.
package struct ServiceChanged: Described {
  package var threshold = ""
  package var inService = false
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("threshold", &threshold)
    f.field("inService", &inService)
  }
}

/// The values of one level of a threshold were changed from now on.
package struct ThresholdChanged: Hashable, Described {
  package var threshold = ""
  package var level = AlarmLevel.watch
  package var raise = 0
  package var clear = 0
  package var onDelay = Span.zero
  package var offDelay = Span.zero
  package var minimumCount = 0
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("threshold", &threshold)
    f.field("level", &level)
    f.field("raise", &raise)
    f.field("clear", &clear)
    f.field("onDelay", &onDelay, usual: .zero)
    f.field("offDelay", &offDelay, usual: .zero)
    f.field("minimumCount", &minimumCount, usual: 0)
  }
}

/// A reserve of the ladder was ordered, or called off again.
package struct ReserveOrdered: Described {
  package var reserve = Code.none
  package var undone = false
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("reserve", &reserve)
    f.field("undone", &undone, usual: false)
  }
}

/// Something was promised that the next shift must know, in words that name nobody.
package struct PromiseMade: Described {
  package var promise = PromiseID(number: 1)
  package var text = ""
  package var due: Instant?
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("promise", &promise)
    f.field("text", &text)
    f.field("due", &due)
  }
}

/// A promise was kept.
package struct PromiseKept: Described {
  package var promise = PromiseID(number: 1)
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) { f.field("promise", &promise) }
}

/// The hand-over sheet was signed: by who hands over, and by another who takes over.
package struct ShiftSigned: Described {
  package var side = ShiftSide.outgoing
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) { f.field("side", &side) }
}
