import CaseFlow

// What commands are called and what the operator is told about them.
extension Wording {
  static func label(_ id: CommandID) -> String {
    switch id {
    case .down: "down"
    case .up: "up"
    case .pageDown: "page down"
    case .pageUp: "page up"
    case .first: "first"
    case .last: "last"
    case .open: "open"
    case .back: "back"
    case .close: "close"
    case .quit: "quit"
    case .find: "find"
    case .findNext: "next found"
    case .findPrevious: "previous found"
    case .filter: "filter"
    case .mark: "mark"
    case .nextPane: "next part"
    case .previousPane: "previous part"
    case .board: "Board"
    case .queues: "Queues"
    case .arrive: "Arrive"
    case .lastCase: "Case"
    case .alarms: "Alarms"
    case .plan: "Plan"
    case .places: "Places"
    case .leaving: "Leaving"
    case .shift: "Shift"
    case .schedule: "interviews"
    case .book: "book"
    case .rebook: "move"
    case .unbook: "take back"
    case .everyone: "Everyone"
    case .appointments: "appointments"
    case .messages: "Messages"
    case .record: "record"
    case .complete: "complete, form"
    case .form: "form"
    case .toDo: "to do"
    case .children: "children"
    case .clocks: "clocks"
    case .ledger: "ledger"
    case .stay: "why it stays"
    case .cause: "why"
    case .screen: "four questions"
    case .call: "call next"
    case .begin: "begin"
    case .recall: "recall"
    case .done: "done"
    case .hold: "hold"
    case .resume: "resume"
    case .expedite: "expedite"
    case .place: "place"
    case .act: "act"
    case .correct: "correct"
    case .signOn: "sign on or off"
    case .keyAgain: "key again"
    case .offer: "offer"
    case .answer: "answer"
    case .step: "line done"
    case .seat: "board"
    case .leave: "has left"
    case .confirm: "arrived"
    case .stopReturn: "stop return"
    case .fear: "fear"
    case .announce: "announce"
    case .holdPlaces: "hold places"
    case .turnReceiver: "close, open"
    case .ready: "ready"
    case .departures: "departures"
    case .receivers: "receivers"
    case .followUps: "after release"
    case .screening: "health"
    case .check: "check"
    case .finding: "finding"
    case .treat: "treat"
    case .fit: "fit"
    case .isolate: "isolate, test"
    case .contacts: "contacts"
    case .look: "look"
    case .refer: "refer"
    case .referrals: "Beside the flow"
    case .sort: "sort"
    case .invert: "invert"
    case .freeze: "freeze"
    case .undo: "undo"
    case .help: "help"
    case .palette: "command"
    case .suspend: "suspend"
    case .redraw: "redraw"
    case .acknowledge: "take alarm"
    case .shelve: "shelve"
    case .takeBack: "take back"
    case .service: "service"
    case .values: "values"
    case .figures: "figures"
    case .mute: "mute"
    case .tick: "tick line"
    case .declare: "declare crisis"
    case .standDown: "stand down"
    case .takeLine: "take line"
    case .order: "order reserve"
    case .charge: "take command"
    case .role: "by role"
    case .handOver: "hand-over"
    case .sign: "sign"
    case .promise: "promise"
    case .kept: "kept"
    case .pause: "pause"
    case .slower: "slower"
    case .faster: "faster"
    case .backward: "15 min back"
    case .forward: "15 min on"
    case .previousEvent: "event back"
    case .nextEvent: "event on"
    case .nextAlarm: "next alarm"
    case .goTo: "go to time"
    case .takeOver: "take over"
    case .emergency: emergencyLabel
    case .drill: "drill"
    case .fire: "fire"
    case .holdBack: "hold back"
    case .changeInject: "change"
    case .inject: "add inject"
    case .endDrill: "end drill"
    case .branch: "branch"
    case .controller: "controller"
    }
  }

  static let speedLabel = "speed"
  static func stride(_ stride: Span) -> String { "\(stride.wholeSeconds / 60) min" }
  static let goOnLabel = "go on"
  static let viewKeys = "1-8"
  static let viewsLabel = "views"

  static func help(_ id: CommandID) -> String {
    switch id {
    case .down: "Go one row down."
    case .up: "Go one row up."
    case .pageDown: "Go one page down."
    case .pageUp: "Go one page up."
    case .first: "Go to the first row."
    case .last: "Go to the last row."
    case .open: "Open what is selected: a row opens its cases, a case its whole file, an alarm what to do."
    case .back: "Go one step out: out of a question, a filter, a view. It never quits."
    case .close: "Close this view; from the board, quit."
    case .quit: "Quit at once."
    case .find: "Look for a case or person number, a language or a nationality."
    case .findNext: "Go to the next case found."
    case .findPrevious: "Go to the case found before."
    case .filter: "Show only some cases: wait>60 lang:mam p2 family child hold."
    case .mark: "Mark the selected case, or take the mark away."
    case .nextPane: "Go to the next part of the board, the next queue, the next list of those who leave."
    case .previousPane: "Go to the previous part of the board, the previous queue or list."
    case .board: "Show the board."
    case .queues: "Show the cases of a row; Tab goes on to the next row."
    case .arrive: "Enter people who arrive, one line a party."
    case .lastCase: "Show the selected case, or the last one opened."
    case .alarms: "Show every alarm, the most urgent first."
    case .plan: "Show the response plan with its action cards and the rule of a crisis."
    case .places: "Show every area: its places, what binds them, who has them."
    case .leaving: "Show releases, transfers and returns, and what each still waits for."
    case .shift: "Show the shift: desks, interpreters, staffed places; Enter changes what is selected."
    case .everyone: "Show every case on roll."
    case .appointments: "Show who is expected today by appointment; Enter begins their arrival line."
    case .messages: "Show what the program has said."
    case .record: "Record the arrival line: its people get their numbers, places and clocks."
    case .complete: "Complete the word under the cursor; on an empty line, open the form."
    case .form: "Enter a party field by field, with names and documents."
    case .toDo: "Show the cases of which something is still to be asked."
    case .children: "Show every child alone: determination, notice, referral with its answers, pick-up, clocks."
    case .clocks: "Show every clock that runs or has run out, the next end first."
    case .ledger: "Show the breach ledger: what, of which case, how late, why, and who said why."
    case .stay: "Say why the selected case stays longer than the norm; it is asked again after a day."
    case .cause: "Say why the selected clock ran out; it goes on the ledger."
    case .screen: "Ask the four questions to a child alone of Mexico or Canada, one after the other."
    case .call: "Call the next case to your desk; why it is next is said."
    case .begin: "Begin the service of the case called to your desk."
    case .recall: "Call again the case that was called to your desk and did not come."
    case .done:
      "End the service at your desk; an interview asks for its determination first, case management for a plan."
    case .hold: "Put the selected case on hold, with a reason."
    case .resume: "Bring the selected case back from hold, in its old place."
    case .expedite: "Move the selected case ahead, with a recorded reason."
    case .place: "Give the selected case places, or others; each area says how many are free."
    case .act: "Do anything else with the selected case: choose a word, then complete its line."
    case .correct: "Put right what was entered wrong about the selected case: choose it, then type what is true."
    case .keyAgain:
      "Key names, birth dates and documents of a case a second time, as another person; differences are shown."
    case .signOn:
      "Sign on to a free desk of this queue, or off yours; in the shift view, open or close the selected desk."
    case .offer: "Offer the selected case to a receiver; each says how many places are left today, or why not."
    case .answer: "Record what was answered: by a receiver, a place asked for a transfer, or a consulate."
    case .step: "Tick a line of the release checklist, or of the path of a return; those that block stand first."
    case .seat: "Put the selected case on the manifest of a departure to its receiver, or take it off."
    case .leave: "Record that the selected case, or departure, has left; it asks first."
    case .confirm: "Confirm the arrival at the other end; of a follow-up, record what became of it."
    case .stopReturn: "Stop the return of the selected case: the person changed their mind."
    case .fear: "Stop the return of the selected case: the person spoke of fear, and is heard again. It asks first."
    case .announce: "Announce a bus or van out: to whom, how many seats, when it leaves."
    case .holdPlaces: "Record places that the selected receiver holds for this center until a time."
    case .turnReceiver: "Record that the selected receiver takes nobody now, or takes people again."
    case .ready: "Show who could leave now, and which rule forbids it of everyone else."
    case .departures: "Show the departures with their manifests."
    case .receivers: "Show the receivers: places left today, hours, whom they take, what they hold."
    case .followUps: "Show what released cases are asked to come to, the next due first."
    case .screening:
      "Show the health screening of the case at your health desk, or of the selected one: members and their checks."
    case .check: "Record a line of the screening of the selected member: choose it, then clear, concern or declined."
    case .finding: "Record a finding of the selected member; one that isolates isolates the whole case."
    case .treat: "Record that lice or scabies of the selected member were treated."
    case .fit: "Judge the selected member fit or not fit: for a shared area, an interview, travel."
    case .isolate: "Isolate the whole case, or record its test, or end its isolation when every member is clear."
    case .contacts: "Show whom the people of the case have been with, since when and for how long."
    case .look: "Open the needs and health details that your desk or duty serves; each opening is recorded."
    case .refer: "Refer the case to a service beside the flow, or record that it was seen and what came of it."
    case .referrals: "Show the open referrals that your desk or duty serves."
    case .sort: "Sort by the next thing: order of service, time waited, next clock, number, language, people."
    case .invert: "Turn the order around."
    case .freeze: "Keep the rows still, or let them move again; newcomers are counted at the edge."
    case .undo: "Take back your own last entry; it asks first, unless you made it just now."
    case .schedule: "Show the day of interviews: what is booked, what is broken, and the best next bookings."
    case .book: "Book the interview that is proposed, as it stands."
    case .rebook: "Move the booking, or change what is proposed: its line is written for you to change."
    case .unbook: "Take the booking back, with a reason; the case keeps its place in the queue."
    case .help: "Show this help."
    case .palette: "Type a command by its name; Tab completes it."
    case .suspend: "Go back to the shell; fg returns."
    case .redraw: "Draw the screen again."
    case .acknowledge:
      "Take the selected alarm, or the most urgent one without an owner: you answer for it from then on."
    case .shelve: "Put the selected alarm aside until a time, for a reason; it comes back by itself, without an owner."
    case .takeBack: "Take the selected alarm back from the shelf."
    case .service: "Take the threshold of the selected alarm out of service, or put it back. It asks first."
    case .values: "Change the values of the selected alarm's level: the line is written with those of now."
    case .mute: "Mute the bell for ten minutes, or let it ring again; :mute 20 says how long. A new crisis rings."
    case .figures: "How the alarms of this shift and of the one before behaved."
    case .tick: "Tick the selected line of the action card, or take the tick away."
    case .declare: "Declare a crisis: it opens the response plan. It asks for a word first."
    case .standDown: "Stand a crisis down. It says what of its checklist is open, and asks for a word first."
    case .takeLine: "Answer for the selected line of the action card, or give it back."
    case .order: "Order the selected reserve, or call it off."
    case .charge: "Take command of the center. It asks for a word first."
    case .role: "Show the lines of one role only, then of the next, then all again."
    case .handOver: "Show the hand-over sheet of the shift."
    case .sign: "Sign the hand-over sheet: first who hands over, then another who takes over. It asks for a word first."
    case .promise: "Write down what the next shift must know, in words that name nobody."
    case .kept: "Say that a promise was kept, by its number."
    case .pause: "Pause the replay, or let it go on."
    case .slower: "Half the speed of the replay."
    case .faster: "Twice the speed of the replay."
    case .backward: "Go 15 minutes back in the replay; one minute where it is short."
    case .forward: "Go 15 minutes on in the replay; one minute where it is short."
    case .previousEvent: "Go back to the event before."
    case .nextEvent: "Go on to the next event."
    case .nextAlarm: "Go on to the next time an alarm is raised."
    case .goTo: "Go to a time of day: goto 14:05, or goto 25 14:05 for the 25th."
    case .takeOver:
      "Take over from the recording and act yourself; from an instant gone back to, another branch begins."
    case .emergency: "A real emergency: end the drill at once, whatever is typed or asked."
    case .drill: "Show the drill: what the team was told, branches side by side; for its controller what is to come."
    case .fire: "Let the selected inject happen now, or one by its code: fire B1."
    case .holdBack: "Hold the selected inject back, or let it go on; or one by its code: holdback B1."
    case .changeInject: "Change the selected inject: its line is written with its time, to be typed over."
    case .inject:
      "Add an inject, or change one by its code: inject bus 14:10 count=120 \"a bus of 120\", inject B1 14:30."
    case .endDrill: "End the drill for everyone. It asks for a word first."
    case .branch: "Show a branch by its number, 0 the recorded day: branch 1."
    case .controller: "Make this terminal the controller's, or the team's again."
    }
  }

  static func paletteName(_ id: CommandID) -> String {
    switch id {
    case .pageDown: "page-down"
    case .pageUp: "page-up"
    case .findNext: "find-next"
    case .findPrevious: "find-previous"
    case .nextPane: "next-part"
    case .previousPane: "previous-part"
    case .lastCase: "case"
    case .toDo: "to-do"
    case .signOn: "sign-on"
    case .keyAgain: "key-again"
    case .standDown: "stand-down"
    case .takeBack: "take-back"
    case .book: "book-proposed"
    case .rebook: "move-booking"
    case .unbook: "take-back-booking"
    case .takeLine: "take-line"
    case .handOver: "handover"
    case .previousEvent: "previous-event"
    case .nextEvent: "next-event"
    case .nextAlarm: "next-alarm"
    case .stopReturn: "stop-return"
    case .holdPlaces: "hold-places"
    case .turnReceiver: "turn-receiver"
    case .followUps: "follow-ups"
    case .goTo: "goto"
    case .takeOver: "takeover"
    case .holdBack: "holdback"
    case .changeInject: "change-inject"
    case .endDrill: "end-drill"
    default: id.rawValue
    }
  }

  static func group(_ group: CommandGroup) -> String {
    switch group {
    case .moving: "Moving"
    case .views: "Views"
    case .lists: "Lists of cases"
    case .desks: "At the desks of a live center"
    case .leaving: "Those who leave"
    case .answers: "Alarms and the plan"
    case .replay: "Replay"
    case .drill: "Drill"
    case .program: "The program"
    }
  }
}

// Why something cannot be done now.
extension Wording {
  static let noCase = "No case is selected yet: select one and press Enter."
  static let nothingFound = "Nothing has been looked for yet: / finds."
  static let noAlarmToTake = "No alarm waits to be taken."
  static let noLine = "Select a line of a card first."
  static let alreadyDeclared = "A crisis is already declared."
  static let nothingProposed = "No crisis is proposed. D declares one in the plan: 6 opens it."
  static let noCrisis = "No crisis is declared."
  static let onlyInReplay = "Only a replay can do that."

  package static func notInReplay(_ mode: BoardMode) -> String {
    switch mode {
    case .replay: "A replay takes no entries: it shows what was recorded."
    case .live, .drill: "Nothing can be entered here."
    }
  }
  static let noUndo = "There is nothing to undo: a replay takes no entries."
}

// What the program says.
extension Wording {
  static let pasteIgnored = "Pasted text was ignored: paste it into a question such as / or : instead."
  static let outermost = "This is the board. q quits."
  static let neverConfirms = "What was typed before the question does not answer it."
  static let nothingToOpen = "There is nothing to open here."
  static let edgeTop = "This is the first row."
  static let edgeBottom = "This is the last row."
  static let cancelled = "Nothing was done."
  static let nowFrozen = "The rows keep still. Z lets them move again."
  static let nowMoving = "The rows move again."
  static let filterCleared = "The filter is cleared."
  static func boardHint(isPaused: Bool?) -> String {
    let time = isPaused.map { $0 ? "p lets time run, " : "p pauses, " } ?? ""
    return time + "Up and Down move, Enter opens, Esc goes back, ? explains all"
  }
  static let tickHint = "t ticks this line."

  static func unknownKey(_ key: String) -> String { "\(key) means nothing here. ? shows what does." }
  static func notHere(_ name: String) -> String { "\(name) means nothing in this view. ? shows what does." }
  static func unknownCommand(_ text: String) -> String { "There is no command \(text). ? shows all." }
  static func ambiguous(_ text: String, _ names: [String]) -> String {
    "\(text) can be \(names.prefix(4).joined(separator: ", ")): type more, or choose with Up and Down."
  }
  static func onlyHolds(_ text: String) -> String { "No command begins with \(text): choose with Up and Down." }
  static func takesNothing(_ name: String) -> String { "\(name) takes nothing after its name." }
  static func notFound(_ text: String) -> String {
    let isMistyped = text.first?.isNumber == true && CaseID(typed: text) == nil
    return isMistyped ? noNumber(text, isPerson: false) : "Nobody on roll matches \(text)."
  }
  static func notFoundHere(_ text: String) -> String { "\(text) is not in this list: here is everyone who matches." }
  static func foundCase(_ number: String, people: Int) -> String {
    people > 0 ? "Case \(number). A person has this number too: n goes to their case." : "Case \(number)."
  }
  static func foundOne(_ index: Int, _ all: Int, _ text: String) -> String { "\(text): \(index) of \(all)." }
  static func selectionLeft(_ number: String) -> String { "Case \(number) left this list. Its neighbor is selected." }
  static func badTime(_ text: String) -> String { "\(text) is no time. Type it like 14:05." }
  static func outsideRecording(_ text: String, _ from: String, _ until: String) -> String {
    "The recording has no \(text): it runs from \(from) to \(until)."
  }
  static func badFilter(_ word: String) -> String { "The filter does not know \(word). \(filterExamples)" }
  static func sortedBy(_ key: SortKey, inverse: Bool) -> String {
    "Sorted by \(sort(key))\(inverse ? ", inverted" : "")."
  }
  static func wrongWord(_ word: String) -> String { "Nothing was done: the word is \(word)." }
  static func took(_ title: String) -> String { "Taken: \(title)." }

  static let filterExamples = "Examples: wait>60 lang:mam p2 family child hold"
  static let findExamples = "a case or person number, a language (spa), a nationality (VEN)"
  static let goToExamples = "14:05, or 25 14:05 for the 25th"
  static let declareWord = "crisis"
  static let standDownWord = "stand down"

  static func confirmWord(_ id: CommandID) -> String {
    switch id {
    case .declare: declareWord
    case .charge: chargeWord
    case .sign: signWord
    case .endDrill: endWord
    default: standDownWord
    }
  }
  static func confirm(_ id: CommandID, _ model: BoardModel) -> String {
    switch id {
    case .declare: "Declare a crisis? Type \(declareWord) and Enter:"
    case .charge: confirmCharge
    case .sign: confirmSign(model.signsNext)
    case .endDrill: confirmEnd
    default: confirmStandDown(open: model.crisis.openChecks)
    }
  }
  static func promptSign(_ prompt: Prompt, _ model: BoardModel) -> String {
    switch prompt.kind {
    case .find: "/"
    case .filter: "\\"
    case .palette: ":"
    case .goTo: "goto "
    case .confirm(let id): confirm(id, model) + " "
    case .choose(let question): Self.question(question, model) + " "
    case .act(let id): actSign(id)
    }
  }
  static func promptHint(_ kind: Prompt.Kind) -> String {
    switch kind {
    case .find: findExamples
    case .filter: filterExamples
    case .palette: "Tab completes, Enter does it, Esc leaves"
    case .goTo: goToExamples
    case .confirm: "Esc leaves everything as it is"
    case .choose: questionHint
    case .act: "type or choose a word, Enter, Esc leaves"
    }
  }
}
