import CaseFlow

// What the words of command lines mean.
extension Wording {
  static let commandsTitle = "Commands"
  static let commandsNote = """
    Written from the program's own table: the lines that `jpc do` takes, and the board after `:`. In brackets stands what
    may be left out: the case at your desk, the desk you signed on to, the language of the case, yourself.

    Capitals are words in their places, small letters with `=` are keys; a value with blanks stands in double quotes.
    Words of a list are read in any case and may be cut short as long as only one of them begins so. A number may carry
    its check letter: `412` is `0412-K`. Lists stand with commas. Every command also takes `at=` for when it happened, if
    not now (`at=14:05`, `at=15/1405` for the 15th, `at=2026-03-15/1405`, or RFC 3339), and `desk=` for where.
    """
  static let commandsColumns = ["command", "what it does", "example"]
  static let gateGroup = "At the gate"
  static let desksGroup = "At the desks"
  static let healthGroup = "Health, and people away"
  static let interviewGroup = "Interviews, reviews, children alone"
  static let leavingGroup = "Leaving"
  static let familiesGroup = "Families"
  static let centerGroup = "The center"
  static let truthGroup = "What was entered"
  static let crisisGroup = "Alarms and the crisis"

  /// What a command does, in a sentence.
  static func meaning(_ id: CommandWordID) -> String {
    switch id {
    case .arrive: "Enter people who arrive, on one line; see the page on the arrival line."
    case .bus: "Open a bus: people announced, language, nationality, and when their custody began."
    case .busCount: "Say how many people were counted getting off a bus."
    case .busClose: "Close the manifest of a bus; if its numbers differ, with the reason."
    case .expect: "Announce people who will come."
    case .appointment: "Put someone on the list of appointments."
    case .name:
      "Enter personal details of a person, sealed; ? is asked and not known, ! at the end confirms a doubtful name."
    case .open: "Open a desk and work at it; the languages are those you speak yourself beyond the staff's."
    case .close: "Close a desk."
    case .call: "Call whoever is next to a desk; with a case and a reason, that case out of its turn."
    case .recall: "Call a case again that did not come; after the last call it goes on hold."
    case .begin: "Begin the service of the case that came to the desk."
    case .done: "Complete the service: the case goes on to its next step."
    case .hold: "Put a case on hold, with a reason; it keeps its place."
    case .resume: "Take a case off hold, back to its old place."
    case .expedite: "Move a case ahead, with a recorded reason; a supervisor decides."
    case .place: "Give a whole case places, in an area or in the first that suits."
    case .needs: "Record the needs of a person that were asked; none is an answer too."
    case .finding: "Record a finding of health screening."
    case .isolate: "Isolate a whole case because of a finding."
    case .retest: "Record a test of everyone in an isolated case: all clear, or not."
    case .deisolate: "End the isolation of a case after a test in which every member is clear."
    case .care: "Record care that was given to people."
    case .away: "Record that people left for a hospital or a court; they stay on roll and keep their places."
    case .back: "Record that people came back."
    case .orient: "Record that orientation was given: the consultation period begins."
    case .waive: "Record that a case waived its consultation period, in a language it understands."
    case .counsel: "Record that a case asked for counsel, that counsel was reached, or that it goes on without."
    case .determine: "Record the determination of an interview; the reviewer is another person."
    case .review: "Record that the review of a negative was requested or declined, or how the judge decided."
    case .child: "Record the determination that a child is unaccompanied."
    case .orr: "Record that ORR was notified of a child alone."
    case .screen: "Record the four questions to a child alone of Mexico or Canada, by two people."
    case .plan: "Decide how a case leaves."
    case .step: "Tick a step of the release or the return of a case."
    case .offer: "Offer a case to a receiver."
    case .accept: "Record that the receiver accepted."
    case .refuse: "Record that the receiver refused."
    case .release: "Release a case: it departed to its receiver."
    case .consulate: "Record that the consulate was asked; only after the negative is final."
    case .return: "Hand over a return, by two people, after every step."
    case .transfer: "Record a transfer that was asked for, accepted, or departed."
    case .confirm: "Confirm that a released or transferred case arrived at the other end."
    case .depart: "Record that a case left by itself."
    case .split: "Split people off their case, with a reason and by two people; the separation stays open."
    case .reunite: "Bring a separated case back into the case it came from."
    case .tie: "State, by two people, that a child is the child of an adult; it joins that case."
    case .capacity: "Change one part of the capacity of an area."
    case .interpreters: "Change how many interpreters and lines are on duty for a language."
    case .correct: "Correct an entry by its number; only what is named changes."
    case .undo: "Take back your own last entry."
    case .breach: "Record a rule found broken, with its cause."
    case .clock: "Confirm, by two people, that the machine's clock is right although it stands before earlier entries."
    case .ack: "Take an alarm: you answer for it from then on."
    case .declare: "Declare a crisis: it opens the response plan."
    case .standdown: "Stand a crisis down."
    case .tick: "Tick a line of an action card, or take the tick away with undone=yes."
    }
  }

  static let peopleCount = "the number of people"
  static let argumentsTitle = "Arguments"
  static let argumentsColumns = ["argument", "what it is"]

  /// What fills a field.
  static func argument(_ field: String) -> String {
    switch field {
    case "case": "a case, such as 412 or 0412-K"
    case "with": "the case it goes back into"
    case "person": "a person, such as 12 or 0012-N"
    case "child": "the person who is the child"
    case "adult": "the person who is the parent or guardian"
    case "bus": "a bus, such as #3"
    case "servedAt": "a desk, such as reception-2 or r2"
    case "tokens": "who came, such as fm+7.4 pt br"
    case "announced": "the number of people announced"
    case "people": "their numbers, such as 12,13"
    case "expected": "when they will come, such as 16:20 or 25/0900"
    case "bookIn": "when custody began, such as 15/0310"
    case "language": "a language by code or name"
    case "languages": "languages by code or name"
    case "nationality": "a country by code or name"
    case "transport": "how they come"
    case "appointment": "the reference of the appointment"
    case "familyName": "family names"
    case "givenNames": "given names"
    case "birthDate": "date of birth, such as 2012-05-14, 2012-05, 2012, or an age"
    case "document": "the number of a document"
    case "documentKind": "the kind of the document"
    case "issuer": "the country that issued it, as a code of three letters"
    case "contact": "whom to reach, and where"
    case "note": "a note that only those who serve the person read"
    case "reason", "because": "the reason"
    case "area": "an area by code or name"
    case "override": "the supervisor who decides it although the area is full or of another kind"
    case "staff": "who works there"
    case "second": "the second person"
    case "reviewer": "the second person, who reviewed it"
    case "needs": "codes of UNHCR such as SM-DP, letters of the arrival line, or none"
    case "clear": "clear when every member is, else no"
    case "noTraffickingSigns": "yes if there are no signs of trafficking"
    case "noFearOfReturn": "yes if there is no fear of return"
    case "ableToDecide": "yes if the child is able to decide"
    case "ownDecision": "yes if it is the child's own decision"
    default: later(field)
    }
  }

  private static func later(_ field: String) -> String {
    switch field {
    case "finding": "what was found"
    case "care": "which care"
    case "to": "where to"
    case "answer": "what became of it"
    case "outcome": "the outcome"
    case "basis": "the ground it names"
    case "result": "what happened"
    case "plan": "how it leaves"
    case "step": "which step"
    case "receiver": "a receiver of the center file by code or name"
    case "state": "how far it is"
    case "part": "which part"
    case "places": "how many places"
    case "interpreters": "interpreters on duty"
    case "lines": "telephone lines on duty"
    case "wrongs": "the number of the entry, as ACK and the history show it"
    case "age": "the age in years"
    case "band": "child or adult"
    case "sex": "sex as stated"
    case "kind": "which rule"
    case "cause": "why"
    case "threshold": "the name of the alarm"
    case "charge": "who is in charge"
    case "card": "the code of the card"
    case "line": "the number of the line"
    case "undone": "yes takes the tick away"
    default: field
    }
  }
}
