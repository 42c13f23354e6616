// With which sentences the schedule refuses.

extension Refusal {
  // MARK: Duties
  static let noStaff = Refusal(.entry, "A duty needs the name of whoever is on it.")
  static func impossibleDuty(_ staff: Code) -> Refusal {
    Refusal(.entry, "The duty of \(staff) must end after it begins, within 24 hours. Check its times.")
  }
  static func noLanguages(_ staff: Code) -> Refusal {
    Refusal(.entry, "Interpreter \(staff) needs the languages that they interpret.")
  }
  static func dutyOver(_ staff: Code) -> Refusal {
    Refusal(.time, "The duty of \(staff) is over already. Check its times.")
  }
  static func otherSpelling(_ staff: Code, _ known: Code) -> Refusal {
    Refusal(.entry, "\(staff) stands in the roster as \(known). Use that name.")
  }
  static func listedAlready(_ staff: Code) -> Refusal {
    Refusal(.order, "\(staff) is listed for some of that time already. Take them off duty first.")
  }
  static func notOnDuty(_ staff: Code) -> Refusal {
    Refusal(.order, "\(staff) is not on duty and is not listed for later.")
  }

  // MARK: Bookings
  static func notBooked(_ item: Case) -> Refusal {
    Refusal(.order, "Case \(item.id.label) is booked for no interview.")
  }
  static func interviewedNow(_ item: Case) -> Refusal {
    Refusal(.order, "Case \(item.id.label) is at the interview desk now.")
  }
  static func soughtAlready(_ item: Case) -> Refusal {
    Refusal(.order, "An interpreter for case \(item.id.label) is sought already; the clock runs.")
  }
  static let impossibleInterview = Refusal(
    .entry, "An interview must end after it begins, within 8 hours. Check its times.")
  static let bookedInThePast = Refusal(.time, "An interview is booked for a time to come. Check its time.")
  static let bookedTooFar = Refusal(.time, "An interview is booked at most 30 days ahead. Check its day.")
  static func notARoom(_ desk: DeskID) -> Refusal {
    Refusal(.unknown, "\(desk.text) is no interview room of this center.")
  }
  static func officerInterprets(_ officer: Code) -> Refusal {
    Refusal(.entry, "Officer \(officer) cannot be the interpreter too. Leave the interpreter out, or name another.")
  }
  static func bookedTooEarly(_ item: Case) -> Refusal {
    Refusal(
      .consultation,
      "Then case \(item.id.label) is still in its consultation period. Book a later time, or record that it was waived."
    )
  }
  static let noRoom = Refusal(.schedule, "An interview in person needs a room: add room=i1, or mode=telephone.")
  static func officerOff(_ officer: Code) -> Refusal {
    Refusal(.schedule, "\(officer) is not on duty as an officer for all of that time. See the roster.")
  }
  static func officerFar(_ officer: Code) -> Refusal {
    Refusal(.schedule, "Officer \(officer) is far away then: add mode=telephone, or book one who is here.")
  }
  static func interpreterOff(_ staff: Code, _ language: Code) -> Refusal {
    Refusal(.schedule, "\(staff) does not interpret \(language) for all of that time. See the roster.")
  }
  static func staffTaken(_ staff: Code, _ id: CaseID) -> Refusal {
    Refusal(.schedule, "\(staff) is booked with case \(id.label) then. Choose another time or person.")
  }
  static func roomTaken(_ room: DeskID, _ id: CaseID) -> Refusal {
    Refusal(.schedule, "\(room.text) is booked for case \(id.label) then. Choose another time or room.")
  }
  static let counselOff = Refusal(
    .schedule, "Nobody of legal services is free for all of that time. Book a time when counsel is here.")
  static func counselForgotten(_ item: Case) -> Refusal {
    Refusal(.schedule, "Counsel of case \(item.id.label) was reached: add counsel=yes.")
  }
  static func counselAbsent(_ item: Case) -> Refusal {
    Refusal(
      .consultation,
      "Case \(item.id.label) is heard with its counsel, who is not booked for now, is off duty or with others. Book it "
        + "with counsel=yes and hear them then, or record that they go on without: counsel declined.")
  }
  static func notBookedNow(_ item: Case) -> Refusal {
    Refusal(.order, "Case \(item.id.label) is not booked for now at that desk, or who was booked is not there.")
  }
  static func interpreterForgotten(_ staff: Code, _ language: Code) -> Refusal {
    Refusal(.schedule, "The officer does not speak \(language), and \(staff) is free then: add interpreter=\(staff).")
  }
}
