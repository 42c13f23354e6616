import CaseFlow
import Screens
import Testing

/// Lines of screening, the schedule, departures, services beside the flow, alarms and the shift.
@Suite("A command line of the whole flow")
struct CommandLineFlowTests {
  /// What each word asks for, at 14:31 on the 24th.
  static let lines: [(String, String)] = [
    ("check 1105 interview clear", "healthChecked person=1105 check=interview result=clear"),
    ("check 1105 skin conc", "healthChecked person=1105 check=skin result=concern"),
    ("fit 1105 travel no", "fitnessJudged person=1105 for=travel fit=false"),
    ("treat 1105 lice", "treatmentGiven person=1105 finding=lice"),
    (
      "duty mam1 interpreter 16:00 23:00 mam,spa",
      "dutyListed staff=mam1 role=interpreter languages=mam,spa from=24T16:00 until=24T23:00 remote=false"
    ),
    ("offduty mam1", "dutyEnded staff=mam1"),
    (
      "book 412 15:00 16:30 ao3 interpreter=mam1 room=i2 counsel=yes",
      "interviewBooked case=412 from=24T15:00 until=24T16:30 officer=ao3 room=interview-2 language=spa interpreter=mam1 counsel=true"
    ),
    ("unbook 412 interpreter", "interviewUnbooked case=412 reason=interpreter"),
    ("seek 412", "interpreterSought case=412 language=spa"),
    ("dispute 1105 adult", "ageDisputed person=1105 claim=adult"),
    ("noplace 405 orr isolation", "transferRefused case=405 to=orr reason=isolation"),
    ("pickup 405 17:30", "pickupPlanned case=405 expected=24T17:30"),
    ("stop 401 fear", "returnStopped case=401 reason=fear"),
    (
      "consulate answer 401 1101,1102 protocol=yes",
      "consulateAnswered case=401 vulnerable=1101,1102 protocol=true"
    ),
    ("departure casa 41 17:00", "departureOpened departure=1 receiver=casa seats=41 leaves=24T17:00"),
    ("board 402 #1", "departureBoarded departure=1 case=402"),
    ("unboard 402 #1", "departureUnboarded departure=1 case=402"),
    ("left #1 39 stayed", "departureLeft departure=1 counted=39 because=stayedBehind"),
    ("arrived #1 39", "departureArrived departure=1 counted=39"),
    ("held casa 20 18:00", "placesHeld receiver=casa people=20 until=24T18:00"),
    ("receiver casa 40 open=no", "receiverChanged receiver=casa places=40 open=false"),
    ("followup 404 checkIn 2021-12-30/0900", "followUpPlanned case=404 followUp=checkIn due=30T09:00"),
    ("followed 404 checkIn attended", "followUpRecorded case=404 followUp=checkIn outcome=attended"),
    ("refer 412 legal", "referralAsked case=412 to=legalServices"),
    ("seen 412 legal", "referralSeen case=412 to=legalServices"),
    ("served 412 legal noNeed", "referralClosed case=412 to=legalServices outcome=noNeed"),
    ("look 1105 needs", "recordOpened person=1105 what=needs"),
    ("breach 412 clock noStaff clock=custody", "breachRecorded case=412 kind=clock cause=noStaff clock=custody"),
    ("stay 412 noTransport", "stayExplained case=412 reason=noTransport"),
    (
      "shelve families over places until=17:00 reason=underWay",
      "alarmShelved threshold=families over places until=24T17:00 reason=underWay"
    ),
    ("unshelve health wait", "alarmUnshelved threshold=health wait"),
    ("service health wait in=no", "serviceChanged threshold=health wait inService=false"),
    (
      "threshold health wait level=watch raise=80 clear=70 on=15",
      "thresholdChanged threshold=health wait level=watch raise=80 clear=70 onDelay=15"
    ),
    ("charge lead", "chargeTaken charge=lead"),
    ("charge", "chargeTaken charge=op1"),
    ("take F-1 3", "actionTaken card=F-1 line=3 undone=false"),
    ("reserve gym", "reserveOrdered reserve=gym undone=false"),
    (
      "promise \"Water for the night bus\" due=22:00",
      "promiseMade promise=1 text=Water for the night bus due=24T22:00"
    ),
    ("kept 3", "promiseKept promise=3"),
    ("sign outgoing", "shiftSigned side=outgoing"),
  ]

  @Test("asks for what its words say", arguments: lines)
  func reads(_ line: String, _ expected: String) throws {
    #expect(told(try commandLine(line, in: CommandLineTests.context())) == expected)
  }
}
