// What events carry: who is on duty when, booked interviews. The fields stand in the order of the format.

/// Someone is on duty from one time to another, here or at a telephone far away.
package struct Duty: Hashable, Described {
  package var staff = Code.none
  package var role = Role.officer
  /// What they speak, or interpret.
  package var languages: [Code] = []
  package var from = Instant()
  package var until = Instant()
  package var isRemote = false
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("staff", &staff)
    f.field("role", &role)
    f.field("languages", &languages, most: 20)
    f.field("from", &from)
    f.field("until", &until)
    f.field("remote", &isRemote, usual: false)
  }
}

/// Someone on duty is so no longer: ill, called away, gone home.
package struct StaffOnly: Described {
  package var staff = Code.none
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) { f.field("staff", &staff) }
}

/// An interview was booked; a supervisor decided it.
package struct InterviewBooked: Described {
  package var caseID = CaseID()
  package var from = Instant()
  package var until = Instant()
  package var officer = Code.none
  package var mode = InterviewMode.inPerson
  /// The room, as the desk that stands in it; none is needed on the telephone.
  package var room: DeskID?
  package var language = Code.none
  /// Who interprets; nil where the officer speaks the language, or where a rare one is booked all the same.
  package var interpreter: Code?
  package var withCounsel = false
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("from", &from)
    f.field("until", &until)
    f.field("officer", &officer)
    f.field("mode", &mode, usual: .inPerson)
    f.field("room", &room)
    f.field("language", &language)
    f.field("interpreter", &interpreter)
    f.field("counsel", &withCounsel, usual: false)
  }
}

/// A booking was taken back; the case keeps its place in the queue.
package struct InterviewUnbooked: Described {
  package var caseID = CaseID()
  package var reason = UnbookReason.moved
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("reason", &reason)
  }
}
